"""Opens the workbooks of a run as others would and holds them to what a printed workbook needs.

    python scripts/printed.py out/year-end-2024

Every workbook opens in openpyxl and LibreOffice; every sheet has a print area, rows repeated on each page, a page one A4
sheet wide; no formula is broken; on paper no number is cut to ###; the ranking sheet says what tables/ say.
Needs openpyxl, polars, soffice and pdftotext. Ends with 1 where something is wrong.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl
import polars

BROKEN = re.compile(r"#{3,}|#(?:NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!)")
A4 = "9"
# Ranks go by the index rounded so.
DECIMALS = 4


def set_up(book: pathlib.Path) -> list[str]:
    """What a workbook's sheets lack for paper."""
    wrong = []
    for sheet in openpyxl.load_workbook(book):
        if sheet.sheet_state != "visible":
            continue
        fits = sheet.sheet_properties.pageSetUpPr is not None and sheet.sheet_properties.pageSetUpPr.fitToPage
        lacks = {
            "print area": bool(sheet.print_area),
            "repeated rows": bool(sheet.print_title_rows),
            "A4": str(sheet.page_setup.paperSize) == A4,
            "one page wide": bool(fits) and sheet.page_setup.fitToWidth in (None, 1),
        }
        wrong += [f"{book.name} [{sheet.title}]: no {what}" for what, there in lacks.items() if not there]
        if sheet.print_title_rows:
            last = int(sheet.print_title_rows.replace("$", "").split(":")[-1])
            if not any(cell.value is not None for cell in sheet[last]):
                wrong.append(f"{book.name} [{sheet.title}]: row {last}, repeated on each page, is empty")
    return wrong


def on_paper(books: list[pathlib.Path], folder: pathlib.Path) -> list[str]:
    """What is broken in the pages LibreOffice makes."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    # Workbooks of one name in different folders must not go over each other.
    wrong = []
    for place in sorted({book.parent for book in books}):
        names = [str(book) for book in books if book.parent == place]
        target = folder / str(len(list(folder.iterdir())))
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), *names]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        for book in names:
            pdf = target / (pathlib.Path(book).stem + ".pdf")
            if not pdf.is_file():
                wrong.append(f"{book}: LibreOffice made no pages of it")
                continue
            text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
            for number, page in enumerate(text.split("\f"), 1):
                if found := BROKEN.search(page):
                    wrong.append(f"{pathlib.Path(book).name}, page {number}: {found.group()}")
                if not page.strip() and number <= text.count("\f"):
                    wrong.append(f"{pathlib.Path(book).name}, page {number}: nothing on it")
    return wrong


def ranking(run: pathlib.Path) -> list[str]:
    """Where the ranking sheet differs from the table it shows."""
    book = next(run.glob("xep-hang-*.xlsx"), None)
    if book is None:
        return []
    table = polars.read_parquet(run / "tables" / "ranking.parquet").filter("ranked").sort("rank", "cell_id")
    names = dict(polars.read_parquet(run / "tables" / "cell_summary.parquet").select("cell_id", "cell_name").iter_rows())
    sheet = openpyxl.load_workbook(book, data_only=True)["Xếp thứ tự"]
    first = int(sheet.print_title_rows.replace("$", "").split(":")[-1]) + 1
    header = {cell.value: cell.column for row in sheet.iter_rows(first - 2, first - 1) for cell in row if cell.value}
    place, name, index = (header[title] for title in ("Chung", "Chi bộ", "Chỉ số"))
    wrong = []
    for row, expected in enumerate(table.iter_rows(named=True), first):
        shown = [sheet.cell(row, column).value for column in (place, name, index)]
        stored = [expected["rank"], names[expected["cell_id"]], round(expected["index"], DECIMALS)]
        if shown[:2] != stored[:2] or abs(shown[2] - stored[2]) > 1e-9:
            wrong.append(f"{book.name} [{sheet.title}] row {row}: {shown} != {stored}")
    return wrong


def main(path: str) -> int:
    run = pathlib.Path(path).resolve()
    books = sorted(run.rglob("*.xlsx"))
    wrong = [line for book in books for line in set_up(book)] + ranking(run)
    with tempfile.TemporaryDirectory() as folder:
        wrong += on_paper(books, pathlib.Path(folder))
    print(f"{len(books)} workbooks, {len(wrong)} faults")
    print("\n".join(wrong[:40]))
    return 0 if books and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
