"""Writes every cell of a workbook as openpyxl reads it: sheet, row, column, kind and text, with tabs between."""

import datetime
import json
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")


def written(value):
    """The kind of a value, and how it is written."""
    if isinstance(value, bool):
        return "text", "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return "number", repr(value)
    if isinstance(value, datetime.datetime):
        text = value.isoformat(timespec="seconds")
        return "text", text.removesuffix("T00:00:00")
    if isinstance(value, (datetime.time, datetime.date)):
        return "text", value.isoformat()
    return "text", str(value)


def main(path):
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(), 1):
            for cell in row:
                if cell.value is None or cell.value == "":
                    continue
                kind, text = written(cell.value)
                print(sheet.title, cell.row, cell.column - 1, kind, json.dumps(text), sep="\t")


main(sys.argv[1])
