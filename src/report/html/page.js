"use strict";
(() => {
  const table = document.querySelector("table.ranking");
  if (!table) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, at) => row.cells[at].dataset.key ?? row.cells[at].textContent;
  const compare = (one, other, at, numeric) => {
    const [left, right] = [key(one, at), key(other, at)];
    if (left === "" || right === "") return (left === "") - (right === "");
    return numeric ? left - right : order.compare(left, right);
  };
  heads.forEach((head, at) => head.querySelector("button").addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const numeric = head.classList.contains("number");
    const empty = (row) => key(row, at) === "";
    rows.sort((one, other) => {
      const by = compare(one, other, at, numeric);
      return up || empty(one) || empty(other) ? by : -by;
    });
    body.append(...rows);
  }));
  const words = document.getElementById("words");
  const unit = document.getElementById("unit");
  const support = document.getElementById("support");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");
  const filter = () => {
    const wanted = plain(words.value.trim());
    let count = 0;
    for (const row of rows) {
      const fits = (!wanted || plain(row.textContent).includes(wanted))
        && (!unit.value || row.dataset.unit === unit.value)
        && (!support.checked || row.dataset.support === "1");
      row.hidden = !fits;
      count += fits;
    }
    shown.textContent = count;
    none.hidden = count > 0;
  };
  for (const control of [words, unit, support]) control.addEventListener("input", filter);
  document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
})();
