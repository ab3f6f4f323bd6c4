"""Has LibreOffice recalculate a workbook and holds every formula cell to what chibo wrote.

    python scripts/recalculated.py out/year-end-2024/xep-hang-2024.xlsx

Needs openpyxl and soffice. Ends with 1 where a cell differs, or where there is no formula at all.
"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl

# LibreOffice recalculates files of other programs only if told to.
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(book: pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
            "--outdir", str(folder), str(book),
        ],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return folder / book.name


def main(path: str) -> int:
    book = pathlib.Path(path).resolve()
    with tempfile.TemporaryDirectory() as folder:
        new = openpyxl.load_workbook(recalculated(book, pathlib.Path(folder)), data_only=True)
    formulas = openpyxl.load_workbook(book)
    written = openpyxl.load_workbook(book, data_only=True)
    checked, wrong = 0, []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                checked += 1
                ours, theirs = written[sheet.title][cell.coordinate].value, new[sheet.title][cell.coordinate].value
                if not isinstance(theirs, (int, float)) or abs(float(ours) - theirs) > 1e-9:
                    wrong.append(f"{sheet.title}!{cell.coordinate}: {ours!r} != {theirs!r}  ={cell.value}")
    print(f"{checked} formulas, {len(wrong)} differ")
    print("\n".join(wrong[:20]))
    return 0 if checked and not wrong else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
