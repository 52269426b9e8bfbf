"""Cuts small workbooks out of those that publishers offer, so that tests of them run everywhere. Cells are left as they
are; rows in the middle of tables and sheets that no format reads are taken out.

    python3 Tests/Terminal/cut_workbooks.py FOLDER-OF-THE-PUBLISHERS-WORKBOOKS
"""

import pathlib
import sys
import warnings

import openpyxl

warnings.simplefilter("ignore")
FILES = pathlib.Path(__file__).parent / "Files/workbooks"


def leave_out(sheet, first, last):
    """Takes out some rows, and what is merged below them."""
    for area in list(sheet.merged_cells.ranges):
        if area.max_row >= first:
            sheet.unmerge_cells(str(area))
    sheet.delete_rows(first, last - first + 1)


def first_and_last_months(sheet):
    """The first year, of that one month where there are months, and all of the last year."""
    last = max(sheet.cell(row, 1).value for row in range(2, sheet.max_row + 1))
    first = sheet.cell(2, 1).value, sheet.cell(2, 2).value if "Monthly" in sheet.title else None
    row = 2
    while (sheet.cell(row, 1).value, sheet.cell(row, 2).value if first[1] else None) == first:
        row += 1
    end = row
    while sheet.cell(end, 1).value != last:
        end += 1
    leave_out(sheet, row, end - 1)


def first_and_last_year(sheet):
    """The header, the first fiscal year and the last one, each with its sum and its months, and the notes."""
    years = [row for row in range(3, sheet.max_row + 1) if str(sheet.cell(row, 2).value) == "Total"]
    if len(years) > 2:
        leave_out(sheet, years[1], years[-1] - 1)


def countries(sheet):
    """The regions and some countries."""
    found = [row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value == "COUNTRY"]
    if found:
        leave_out(sheet, found[0] + 16, sheet.max_row)


def cut(path, name, kept, how):
    """Writes a workbook with only some sheets, each cut."""
    book = openpyxl.load_workbook(path, data_only=True, rich_text=True)
    for sheet in book.worksheets:
        if kept(sheet.title):
            how(sheet)
            for place in [place for place, cell in sheet._cells.items() if cell.value is None]:
                del sheet._cells[place]
            sheet.row_dimensions.clear()
            sheet.conditional_formatting = type(sheet.conditional_formatting)()
            sheet._images, sheet._charts = [], []
        else:
            book.remove(sheet)
    for known in list(book.defined_names):
        del book.defined_names[known]
    book._external_links = []
    target = FILES / name
    book.save(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def of_ice(title):
    return (
        "Detention" in title and "Detainee" not in title or title.startswith(("ATD FY", "Footnotes", "Facilities"))
        or title.endswith(("Monthly Segregation", "Monthly Bond Statistics"))
    )


def detention(sheet):
    """Of the participants two offices, of the facilities the last ones, of segregation the first months."""
    titles = {str(sheet.cell(row, 1).value)[:15]: row for row in range(1, sheet.max_row + 1)}
    if sheet.title.startswith("ATD"):
        leave_out(sheet, titles["Boston"], sheet.max_row)
    if sheet.title.startswith("Facilities"):
        leave_out(sheet, titles["Name"] + 3, sheet.max_row - 12)
        sheet.delete_cols(18, 30)
    if sheet.title.endswith("Segregation"):
        totals = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == "Grand Total"]
        leave_out(sheet, totals[1] + 1, sheet.max_row)
        sheet.delete_cols(3, 20)


def main(folder):
    folder = pathlib.Path(folder)
    FILES.mkdir(exist_ok=True)
    name = "ohss-khsm-usbp-encounters-fy25m11.xlsx"
    cut(folder / name, name, lambda title: True, first_and_last_months)
    name = "ohss-monthly-tables-2024-08.xlsx"
    cut(folder / name, name, lambda title: title != "TOC", first_and_last_year)
    name = "ohss-yearbook-2022-enforcement.xlsx"
    cut(folder / name, name, lambda title: title != "TOC", countries)
    for name in [
        "FY19-detentionstats.xlsx", "FY21_detentionStats10072021.xlsx", "FY24_detentionStats.xlsx",
        "FY26_detentionStats01082026.xlsx", "FY26_detentionStats_04092026.xlsx",
    ]:
        cut(folder / "ice" / name, name, of_ice, detention)


main(sys.argv[1])
