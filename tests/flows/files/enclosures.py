"""Makes a document and a workbook with a name wherever one is noted, or opens them and tells what is in them, as JSON."""

import io
import json
import pathlib
import struct
import sys
import zipfile
import zlib

import docx
import openpyxl
from openpyxl.comments import Comment

MARKER = "SOMCHAI-METADATA"
deed, folder = sys.argv[1], pathlib.Path(sys.argv[2])


def picture():
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"tEXt", b"Author\0" + MARKER.encode())
    return b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IDAT", zlib.compress(b"\0\x7f")) + chunk(b"IEND", b"")


def make():
    document = docx.Document()
    document.core_properties.author = document.core_properties.title = MARKER
    document.add_heading("คำถาม", 1)
    run = document.add_paragraph().add_run("ทำไมห้องประชุมปิดตอนเที่ยง")
    document.add_comment(run, text="ขอดูด้วย", author=MARKER, initials=MARKER)
    document.add_table(1, 2).cell(0, 1).text = "ข"
    document.add_picture(io.BytesIO(picture()))
    document.save(folder / "made.docx")
    workbook = openpyxl.Workbook()
    workbook.properties.creator = MARKER
    for row in [["เดือน", "จำนวน"], [1, 10], ["=SUM(B2:B2)"]]:
        workbook.active.append(row)
    workbook.active["A1"].hyperlink = "https://example.go.th/"
    workbook.active["A2"].hyperlink = f"file:///C:/Users/{MARKER}/a.xlsx"
    workbook.active["B1"].comment = Comment("ขอดูด้วย", MARKER)
    workbook.save(folder / "made.xlsx")


def traces(name):
    with zipfile.ZipFile(folder / name) as parts:
        return [part for part in parts.namelist() if MARKER.encode() in parts.read(part) or part.startswith("docProps")]


def opened():
    document = docx.Document(str(folder / "made.docx"))
    sheet = openpyxl.load_workbook(folder / "made.xlsx").active
    return {
        "traces": traces("made.docx") + traces("made.xlsx"),
        "paragraphs": [it.text for it in document.paragraphs],
        "remarks": [[it.author, it.initials, it.timestamp, it.text] for it in document.comments],
        "table": document.tables[0].cell(0, 1).text,
        "pictures": len(document.inline_shapes),
        "rows": [[cell.value for cell in row] for row in sheet.iter_rows()],
        "link": sheet["A1"].hyperlink.target,
        "note": [sheet["B1"].comment.author, sheet["B1"].comment.text],
    }


if deed == "make":
    make()
else:
    print(json.dumps(opened()))
