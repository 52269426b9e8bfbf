"""Workbooks written part by part, with everything that a workbook may hide from a reader."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def letters(column):
    """`A` for 0, `AA` for 26."""
    name = ""
    while column >= 0:
        name, column = chr(65 + column % 26) + name, column // 26 - 1
    return name


class Raw(str):
    """A cell written as it is, but for its place: `<c r="{}"><v>1</v></c>`."""


def cell(value, place):
    if value is None:
        return ""
    if isinstance(value, Raw):
        return value.replace("{}", place)
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def rows(table, first=1):
    """Rows of a sheet; `None` leaves a cell out, an empty list a row."""
    text = ""
    for number, row in enumerate(table, first):
        if row:
            cells = "".join(cell(value, f"{letters(column)}{number}") for column, value in enumerate(row))
            text += f'<row r="{number}">{cells}</row>'
    return text


def sheet(table, merged=()):
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    after = f"<mergeCells>{merges}</mergeCells>" if merged else ""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows(table)}</sheetData>{after}</worksheet>'


def workbook(sheets, strings=None, styles=None, hidden=(), properties="", others=None, folder=""):
    """The bytes of a workbook; `sheets` are names and the XML of each, `folder` is where links to them begin."""
    listed = links = ""
    parts = dict(others or {})
    for number, (name, contents) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name in hidden else ""
        listed += f'<sheet name={quoteattr(name)} sheetId="{number}"{state} r:id="rId{number}"/>'
        links += (
            f'<Relationship Id="rId{number}" Type="{LINKS}/worksheet" Target="{folder}worksheets/sheet{number}.xml"/>'
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = contents
    parts["xl/workbook.xml"] = (
        f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{properties}<sheets>{listed}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = f'{HEAD}<Relationships xmlns="{PACKAGE}">{links}</Relationships>'
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f'{HEAD}<sst xmlns="{MAIN}">{"".join(strings)}</sst>'
    if styles is not None:
        parts["xl/styles.xml"] = styles
    return archive(parts)


def archive(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, contents in parts.items():
            zipped.writestr(name, contents)
    return data.getvalue()


STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="#,##0 &quot;days&quot;"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)


def everyday(last="2024-04-01"):
    """A workbook of everyday traps: a hidden sheet first, texts shared and not, rich, with a footnote and a reading,
    dates by style, stored values of formulas, styles that only look like dates, cells out of sight, title lines,
    notes below."""
    strings = [
        "<si><t>Country</t></si>",
        "<si><r><t>Mexi</t></r><r><t>co</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r></si>",
        "<si><t>Cuba</t><rPh sb=\"0\" eb=\"1\"><t>kyuuba</t></rPh></si>",
        "<si><t xml:space=\"preserve\"> Count </t></si>",
    ]

    def shared(number):
        return Raw(f'<c r="{{}}" t="s"><v>{number}</v></c>')

    table = [
        ["A title that is above"],
        [],
        [shared(0), "Day", shared(3), "Days", None, None, "far away"],
        [shared(1), Raw('<c r="{}" s="1"><v>45323</v></c>'), Raw('<c r="{}" s="2"><v>5</v></c>'), 1],
        [shared(2), Raw('<c r="{}" s="1"><v>45352</v></c>'), Raw('<c r="{}"><f>3+4</f><v>7</v></c>'), 2],
        ["Cuba", Raw('<c r="{}" t="str"><f>A1</f><v>2024-03-02</v></c>'), Raw('<c r="{}" s="0"/>'), 3],
        ["Cuba", Raw(f'<c r="{{}}" t="d"><v>{last}</v></c>'), Raw('<c r="{}"><v>1.2E1</v></c>'), 4],
        ["Note: these are the notes."],
    ]
    return workbook(
        {"Old": sheet([["Country", "Day", "Count"], ["Mexico", "2024-02-01", 999]]), "Data": sheet(table)},
        strings=strings, styles=STYLES, hidden=["Old"],
    )


def wide():
    """A workbook of two header rows whose groups are merged, years filled down, sums in rows and columns, `NA` and
    `X`, and two tables side by side below a title of their own."""
    table = [
        [None, None, "Border Patrol", None, None, "OFO", None],
        ["Fiscal Year", "Month", "Total", "Mexico", "Other", "Mexico", "Other"],
        [2031, "Total", 30, 10, 20, 7, "NA"],
        [None, "October", 14, 4, 10, 3, "X"],
        [None, "November", 16, 6, 10, 4, "NA"],
        ["Source: nobody."],
    ]
    return workbook({"Wide": sheet(table, merged=["C1:E1", "F1:G1"])})
