"""Opens a workbook and a document as openpyxl and python-docx do, and tells what is in them, as JSON."""

import json
import pathlib
import sys

import docx
import openpyxl
from docx.oxml.ns import qn

folder = pathlib.Path(sys.argv[1])


def sheet(one):
    first, second = one[1], one[2]
    return {
        "paper": one.page_setup.paperSize,
        "frozen": one.freeze_panes,
        "repeated": one.print_title_rows,
        "face": first[0].font.name,
        "is_bold": all(cell.font.b for cell in first),
        "formulas": sum(cell.data_type == "f" for row in one.iter_rows() for cell in row),
        "formats": [cell.number_format for cell in second],
        "rows": [[cell.value for cell in row] for row in one.iter_rows()],
    }


def table(one):
    # Facts and signatures are laid out in one row, which nothing repeats.
    has_heading = one.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    return {"is_repeated": has_heading or len(one.rows) == 1, "rows": len(one.rows)}


workbook = openpyxl.load_workbook(folder / "results.xlsx")
document = docx.Document(str(folder / "results.docx"))
section = document.sections[0]
told = {
    "sheets": {one.title: sheet(one) for one in workbook},
    "document": {
        "width": round(section.page_width.mm),
        "height": round(section.page_height.mm),
        "headings": [it.text for it in document.paragraphs if it.style.name.lower() == "heading 1"],
        "tables": [table(one) for one in document.tables],
        "text": "\n".join(it.text for it in document.paragraphs),
    },
}
print(json.dumps(told))
