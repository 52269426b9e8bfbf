"""Workbooks: those of publishers, which are known by their sheets, any other, and those that mean harm."""

import csv
import io
import itertools
import math
import pathlib
import re
import resource
import sqlite3
import subprocess
import zipfile

import pytest

import workbooks
from conftest import PROJECT
from test_import import FILES, MEBIBYTE, NEWEST, OFFICIAL, bring, whole_years
from workbooks import HEAD, MAIN, Raw

KNOWN = [
    "ohss-khsm-usbp-encounters-fy25m11.xlsx", "ohss-monthly-tables-2024-08.xlsx",
    "ohss-yearbook-2022-enforcement.xlsx", "ice/FY19-detentionstats.xlsx", "ice/FY20-detentionstats.xlsx",
    "ice/FY21_detentionStats10072021.xlsx", "ice/FY22-detentionStats.xlsx", "ice/FY23_detentionStats09292023.xlsx",
    "ice/FY24_detentionStats.xlsx", "ice/FY24_detentionStats08292024.xlsx", "ice/FY25_detentionStats01162025.xlsx",
    "ice/FY25_detentionStats08292025.xlsx", "ice/FY25_detentionStats12122024.xlsx",
    "ice/FY26_detentionStats01082026.xlsx", "ice/FY26_detentionStats_04092026.xlsx",
]
MOST_MEMORY = 256 * MEBIBYTE
VISITS = ["--new-measure", "visits:events:flow", "--measure", "visits=Count", "--by", "citizenship=Country,date=Day"]


CUT = FILES / "workbooks"


def official(name):
    """A workbook as its publisher offers it; the cut one of this folder where that is not there."""
    whole = OFFICIAL / name
    return str(whole if whole.exists() else CUT / whole.name)


def there(workbooks):
    """Those of some workbooks that are there, whole or cut."""
    return [own for own in workbooks if pathlib.Path(official(own if isinstance(own, str) else own[0])).exists()]


def is_whole(name):
    return (OFFICIAL / name).exists()


def rows_of(world, question):
    result = world.run("--format", "csv", question)
    assert result.status == 0, result.errors
    return [row[:-1] if len(row) > 9 else row for row in csv.reader(io.StringIO(result.output))]


def answers(world, question):
    return [row for row in rows_of(world, question)[1:]]


# MARK: Everyday workbooks


def test_a_workbook_is_read_as_it_is_shown(world):
    said = bring(world, workbooks.everyday(), *VISITS, *NEWEST, name="book.xlsx")
    assert "4 rows" in said and "1 row without figures left out, as notes" in said
    assert answers(world, "visits by month, citizenship") == [
        ["2024-02", "Mexico", "5"], ["2024-03", "Cuba", "7"], ["2024-04", "Cuba", "12"],
    ]


def test_the_next_workbook_needs_no_options(world):
    bring(world, workbooks.everyday(), *VISITS, *NEWEST, name="book.xlsx")
    assert "was imported before" in world.run("import", world.write("copy.xlsx", workbooks.everyday())).output
    later = workbooks.everyday("2024-05-01")
    assert world.run("import", world.write("later.xlsx", later), *NEWEST).status == 0
    assert answers(world, "visits by month")[-1] == ["2024-05", "12"]


def test_a_sheet_is_found_by_its_columns_or_named(world):
    book = workbooks.workbook({
        "Readme": workbooks.sheet([["This is a workbook."]]),
        "Figures": workbooks.sheet([["Country", "Day", "Count"], ["Cuba", "2024-03-01", 3]]),
        "Others": workbooks.sheet([["Country", "Day", "Count"], ["Cuba", "2024-03-01", 4]]),
    })
    path = world.write("book.xlsx", book)
    unknown = world.run("import", path)
    assert unknown.status == 1 and "`Readme`, `Figures`, `Others`" in unknown.errors
    assert world.run("import", path, *VISITS, *NEWEST).status == 0
    assert answers(world, "visits by month") == [["2024-03", "3"]]
    assert world.run("import", path, *VISITS, *NEWEST, "--sheet", "others", "--as", "others").status == 0
    assert answers(world, "visits by month") == [["2024-03", "4"]]
    wrong = world.run("import", path, *VISITS, "--sheet", "Figure")
    assert wrong.status == 1 and "nearest: --sheet Figures" in wrong.errors
    nowhere = world.run("import", path, "--measure", "removals=Removals", "--by", "fy")
    assert nowhere.status == 1 and "no sheet has a row with the columns" in nowhere.errors


def test_merged_groups_sums_and_words_for_no_figure(world):
    path = world.write("wide.xlsx", workbooks.wide())
    options = [
        "--new-measure", "visits:events:flow", "--measure", "visits=OFO Mexico",
        "--by", "fiscal year=Fiscal Year,month of fiscal year=Month", "--header", "2",
    ]
    result = world.run("import", path, *options, "--leave-out", "Month=Total")
    assert result.status == 1 and "wide.xlsx, sheet Wide:4: column Fiscal Year" in result.errors, result.errors


HEADER = ["Country", "Day", "Count"]


@pytest.mark.parametrize(
    "table, said",
    [
        ([HEADER, ["Cuba", "2024-03-01", Raw('<c r="{}" t="e"><v>#N/A</v></c>')]], "Data:2: column Count: `#N/A` is not"),
        ([HEADER, ["Cuba", "2024-03-01", Raw('<c r="{}" t="b"><v>1</v></c>')]], "Data:2: column Count: `TRUE` is not"),
        ([HEADER, ["Cuba", "2024-03-01", Raw('<c r="{}"><v>12345678901234567890</v></c>')]], "is too large"),
        ([HEADER, ["Cuba", "2024-03-01", Raw('<c r="{}"><v>2.9999999999999996</v></c>')]], "is not a whole number"),
        ([HEADER, ["Cuba", Raw('<c r="{}" s="2"><v>5</v></c>'), 5]], "column Day: `5`"),
        ([[*HEADER, "Count"], ["Cuba", "2024-03-01", 5, 6]], "Data:1: 2 columns are called `Count`: 3 and 4"),
        ([["Country", Raw('<c r="{}" s="1"><v>45323</v></c>'), "Count"], ["Cuba", 5, 6]], "no row has the columns"),
    ],
)
def test_cells_that_are_no_figures_are_told_with_their_place(world, table, said):
    book = workbooks.workbook({"Data": workbooks.sheet(table)}, styles=workbooks.STYLES)
    result = world.run("import", world.write("book.xlsx", book), *VISITS)
    assert result.status == 1 and said in result.errors, result.errors


def test_cells_as_spreadsheets_have_them_are_read(world):
    table = [
        HEADER, [], ["Cuba", Raw('<c r="{}" s="1"><v>45352.5</v></c>'), " 1,234 "], [],
        ["Mexico", "2024-03-02", Raw('<c r="{}"><v>1.5E3</v></c>')],
        ["Mexico", "2024-03-03", Raw('<c r="{}" t="e"><v>#N/A</v></c>')],
    ]
    book = workbooks.workbook({"Data": workbooks.sheet(table)}, styles=workbooks.STYLES)
    bring(world, book, *VISITS, "--missing", "#N/A", *NEWEST, name="book.xlsx")
    assert answers(world, "visits by citizenship in mar 2024") == [["Mexico", "1500"], ["Cuba", "1234"]]


def test_a_formula_that_was_never_computed_is_told(world):
    table = [["Country", "Day", "Count"], ["Cuba", "2024-03-01", Raw('<c r="{}"><f>SUM(B1:B2)</f></c>')]]
    path = world.write("book.xlsx", workbooks.workbook({"Data": workbooks.sheet(table)}))
    result = world.run("import", path, *VISITS)
    assert result.status == 1
    assert "book.xlsx, sheet Data:2: column Count: `=SUM(B1:B2)` is not a number" in result.errors
    assert "never computed" in result.errors


def test_days_are_counted_from_1904_where_a_workbook_does(world):
    table = [["Country", "Day", "Count"], ["Cuba", Raw('<c r="{}" s="1"><v>43861</v></c>'), 3]]
    book = workbooks.workbook(
        {"Data": workbooks.sheet(table)}, styles=workbooks.STYLES, properties='<workbookPr date1904="1"/>'
    )
    bring(world, book, *VISITS, *NEWEST, name="book.xlsx")
    assert answers(world, "visits by month") == [["2024-02", "3"]]


def test_other_prefixes_and_absolute_links_are_read(world):
    sheet = (
        f'{HEAD}<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Country</x:t></x:is>'
        '</x:c><x:c t="inlineStr"><x:is><x:t>Day</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Count</x:t></x:is>'
        '</x:c></x:row><x:row><x:c t="str"><x:v>Cuba</x:v></x:c><x:c t="str"><x:v>2024-03-01</x:v></x:c>'
        "<x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    book = workbooks.workbook({"Data": sheet}, folder="/xl/")
    bring(world, book, *VISITS, *NEWEST, name="book.xlsx")
    assert answers(world, "visits by month") == [["2024-03", "3"]]


# MARK: Publishers' workbooks


@pytest.mark.parametrize("name", there(KNOWN))
def test_a_publishers_workbook_needs_no_options(world, name):
    result = world.run("import", official(name))
    assert result.status == 0, result.errors
    assert "imported as `" in result.output
    again = world.run("import", official(name))
    assert "was imported before" in again.output


# Which shipped table was read out of the same sheet, by another program.
SHIPPED = {
    "ice-workbook-book-ins": "ice-book-ins-month", "ice-workbook-adp": "ice-adp-month",
    "ice-workbook-adp-criminality": "ice-adp-criminal-history-month",
    "ice-workbook-adp-fy2019": "ice-adp-criminality-fy2019-month", "ice-workbook-adp-fy": "ice-adp-fy",
    "ice-workbook-stay-agency": "ice-length-of-stay-agency-month", "ice-workbook-stay": "ice-length-of-stay-month",
    "ice-workbook-detained": "ice-detained", "ice-workbook-book-outs": "ice-book-outs-month",
    "ice-workbook-atd": "ice-atd", "ice-workbook-adp-criminality-fy": "ice-adp-criminal-history-fy",
    "ice-workbook-stay-agency-fy": "ice-length-of-stay-agency-fy", "ice-workbook-stay-fy": "ice-length-of-stay-fy",
    "ice-workbook-adp-state": "ice-adp-state-fy",
}
# Editions that the shipped tables were made of; others differ where an edition differs.
SAME = [
    ("ohss-khsm-usbp-encounters-fy25m11.xlsx", "ohss-khsm-usbp", 42_000),
    ("ohss-monthly-tables-2024-08.xlsx", "ohss-monthly-encounters", 36_000),
    ("ohss-yearbook-2022-enforcement.xlsx", "yearbook-table-34", 12_000),
    ("ice/FY19-detentionstats.xlsx", "ice-workbook-book-ins", 100),
    ("ice/FY20-detentionstats.xlsx", "ice-workbook-book-ins", 100),
    ("ice/FY22-detentionStats.xlsx", "ice-workbook-book-ins", 100),
    ("ice/FY24_detentionStats.xlsx", "ice-workbook-book-ins", 400),
    ("ice/FY26_detentionStats_04092026.xlsx", "ice-workbook-book-ins", 250),
]
SAME_CUT = [
    ("ohss-khsm-usbp-encounters-fy25m11.xlsx", "ohss-khsm-usbp", 300),
    ("ohss-monthly-tables-2024-08.xlsx", "ohss-monthly-encounters", 5_000),
    ("ohss-yearbook-2022-enforcement.xlsx", "yearbook-table-34", 1_500),
    ("FY19-detentionstats.xlsx", "ice-workbook-book-ins", 100),
    ("FY24_detentionStats.xlsx", "ice-workbook-book-ins", 400),
    ("FY26_detentionStats_04092026.xlsx", "ice-workbook-book-ins", 250),
]


# Parts of a sheet that is one shipped table.
PARTS = {
    "yearbook-table-33-later": "yearbook-2022-table-33", "yearbook-table-39-returns": "yearbook-2022-table-39",
    "yearbook-table-39-enforcement-returns": "yearbook-2022-table-39",
}


def shipped_name(table):
    """The shipped table that holds the same as a table of a workbook; `None` where none does."""
    name = PARTS.get(table) or name_like(table)
    return name if name and list((PROJECT / "seed/datasets").glob(f"*/{name}.csv")) else None


def name_like(table):
    for start, own in [("ohss-khsm", "khsm"), ("ohss-monthly", "ohss-2024-08"), ("yearbook", "yearbook-2022")]:
        if table.startswith(start):
            name = own + table[len(start):]
            name = re.sub("yearbook-2022-table-4[01](-|$)", r"yearbook-2022-tables-40-41\1", name)
            return re.sub("chnv-(beneficiaries|authorizations|paroles)", "chnv", name)
    return SHIPPED.get(table)


def formats():
    """The ids of all tables that are made of sheets, the longest first."""
    with (PROJECT / "seed/formats/tables.csv").open() as file:
        ids = [row["id"] for row in csv.DictReader(file) if row["format"].endswith("-sheet")]
    return sorted(ids, key=len, reverse=True)


def compared():
    """Workbooks cut to what is compared, and the publishers' own where they are at hand."""
    own = [(official(name), first, least) for name, first, least in SAME if is_whole(name)]
    return [(str(CUT / name), first, least) for name, first, least in SAME_CUT] + own


@pytest.mark.parametrize("path, first, least", compared())
def test_every_figure_of_a_workbook_is_that_of_the_seed(world, path, first, least):
    compare(world, path, first, least)


def compare(world, path, first, least):
    """Each figure of a workbook is that of the shipped table that another program read out of the same edition."""
    result = world.run("import", path)
    assert result.status == 0, result.errors
    imported = re.search("imported as `(.*)`", result.output)[1]
    data = sqlite3.connect(world.home / "data/tally/imported.db")
    data.execute(f"ATTACH '{world.database}' AS shipped")
    members = dict(data.execute("SELECT id, key FROM shipped.member"))
    dimensions = {key for key, in data.execute("SELECT key FROM shipped.dimension")}
    scales = dict(data.execute("SELECT key, scale FROM shipped.measure"))
    compared = 0
    for number, key in data.execute("SELECT id, key FROM dataset WHERE rollup_of = 0").fetchall():
        table = first if key == imported else next(id for id in formats() if key.startswith(id))
        # The lists of facilities are cut, and so are their sums.
        if key.endswith("-to-date") or not shipped_name(table) or table == "ice-workbook-adp-state" and str(CUT) in path:
            continue
        columns = [row[1] for row in data.execute(f"PRAGMA table_info(facts_{number})")]
        keys = sorted(dimensions & set(columns))
        other, = (PROJECT / "seed/datasets").glob(f"*/{shipped_name(table)}.csv")
        with other.open() as file:
            seed = {}
            for row in csv.DictReader(file):
                period = next(iter(row.values())).replace("-", "")
                seed[(period, *(row[dimension] for dimension in keys))] = row
        facts = data.execute(f"SELECT {', '.join(columns)} FROM facts_{number} WHERE dataset = {number}")
        for values in facts.fetchall():
            row = dict(zip(columns, values))
            place = (str(row["period"]), *(members[row[dimension]] for dimension in keys))
            for measure in scales.keys() & row.keys():
                own = row[measure]
                if place not in seed:
                    assert own in (None, 0), (key, place, own)
                    continue
                if measure not in seed[place]:
                    continue
                other = seed[place][measure]
                expected = None if other in ("", "D") else round(float(other) * scales[measure])
                assert own == expected or expected is None and own == 0, (key, place, own, other)
                compared += 1
    assert compared > least


def test_a_workbook_with_footnotes_left_over_says_so(world):
    result = world.run("import", official("ice/FY21_detentionStats10072021.xlsx"), "--dry-run")
    assert "its footnotes are of another time" in result.output
    assert "Sep 2021 is left out" in result.output
    told = world.run("import", official("ice/FY21_detentionStats10072021.xlsx"), "--dry-run", "--until", "2021-09-11")
    assert "left out" not in told.output and "11 Sep 2021" in told.output


def sheet_of(name, title):
    """The rows of a sheet, as openpyxl reads them."""
    import openpyxl

    # Read row by row: as a whole, a sheet with formats down to its last row takes half a minute.
    book = openpyxl.load_workbook(official(name), data_only=True, read_only=True)
    return next(
        list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets
        if title in sheet.title and sheet.sheet_state == "visible"
    )


# One of each layout.
ICE = [
    "ice/FY19-detentionstats.xlsx", "ice/FY22-detentionStats.xlsx", "ice/FY24_detentionStats.xlsx",
    "ice/FY25_detentionStats08292025.xlsx", "ice/FY26_detentionStats_04092026.xlsx",
]
# The others of which the list of facilities is read: it has a day of its own.
OF_ICE = [
    "ice/FY20-detentionstats.xlsx", "ice/FY23_detentionStats09292023.xlsx", "ice/FY24_detentionStats08292024.xlsx",
    "ice/FY25_detentionStats01162025.xlsx", "ice/FY26_detentionStats01082026.xlsx",
]


# Tables that are sums over the facilities of a workbook, and no cells of it.
SUMS_OF_FACILITIES = re.compile("ice-workbook-adp-(facility|name|state)-")


@pytest.mark.parametrize("name", there(KNOWN))
def test_every_figure_of_an_accepted_workbook_is_one_of_its_cells(world, name):
    """Whatever table a figure is imported into, openpyxl reads it in a sheet that is shown: counts exactly, what is
    rounded to decimals to the last of them, since floating point may be a hair under a half."""
    import openpyxl

    bring_official(world, name)
    cells = set()
    for sheet in openpyxl.load_workbook(official(name), data_only=True, read_only=True).worksheets:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows(values_only=True):
                cells.update(float(own) for own in map(number_in, row) if own)
    data = sqlite3.connect(world.home / "data/tally/imported.db")
    data.execute(f"ATTACH '{world.database}' AS shipped")
    scales = dict(data.execute("SELECT key, scale FROM shipped.measure UNION SELECT key, scale FROM measure"))
    checked = 0
    for number, key in data.execute("SELECT id, key FROM dataset WHERE rollup_of = 0").fetchall():
        if SUMS_OF_FACILITIES.match(key):
            continue
        columns = {row[1] for row in data.execute(f"PRAGMA table_info(facts_{number})")}
        for measure in columns & scales.keys():
            scale = scales[measure]
            own = {round(cell * scale) for cell in cells} | {math.floor(cell * scale + 0.5) for cell in cells}
            held = data.execute(f'SELECT "{measure}" FROM facts_{number} WHERE dataset = {number} AND "{measure}" <> 0')
            own |= {figure - 1 for figure in own} if scale > 1 else set()
            strange = [figure for figure, in held.fetchall() if figure not in own]
            assert strange == [], (key, measure, strange[:5])
            checked += 1
    assert checked > 3


def number_in(cell):
    """The number in a cell, which may be written as text; `None` where there is none."""
    if isinstance(cell, bool) or not isinstance(cell, (int, float, str)):
        return None
    if not isinstance(cell, str):
        return cell
    text = cell.strip().replace(",", "")
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


@pytest.mark.parametrize("name", there(ICE + OF_ICE))
def test_the_facilities_of_ice(world, name):
    """Each facility has the mean that its four levels add up to, and its length of stay; a state those of all its own."""
    bring_official(world, name, "--prefer")
    rows = sheet_of(name, "Facilities")
    start = next(place for place, row in enumerate(rows) if row[0] == "Name")
    levels = [rows[start].index(f"Level {level}") for level in "ABCD"]
    stay = next(place for place, title in enumerate(rows[start]) if str(title).endswith(" ALOS"))
    people, days, states = {}, [], {}
    for row in rows[start + 1:]:
        own = [row[place] for place in levels]
        if not row[0] or all(figure is None for figure in own):
            break
        days += [row[stay]] if isinstance(row[stay], (int, float)) else []
        if all(isinstance(figure, (int, float)) for figure in own):
            facility = " ".join(row[0].split()).lower()
            people[facility] = people.get(facility, 0) + sum(own)
            states[row[3]] = states.get(row[3], 0) + sum(own)
    year = "fy20" + re.search("FY(\\d\\d)", name)[1]
    asked = answers(world, f"ICE average daily population by facility in {year}")
    assert len(asked) == len(people) and sum(people.values()) > 100
    for facility, figure in asked:
        # Raised letters after a name are marks of footnotes.
        names = [name for name in people if name.startswith(" ".join(facility.split()).lower())]
        assert float(figure) == pytest.approx(people[min(names, key=len)], abs=0.0051), facility
    found = [float(row[-1]) for row in answers(world, f"ICE average daily population by state in {year}")]
    assert sorted(found) == pytest.approx(sorted(states.values()), abs=0.0051)
    if name not in (ICE[0], ICE[2]):
        return  # a mean of a part of a year is asked by its days
    found = [float(row[-1]) for row in answers(world, f"ICE average length of stay by state, facility in {year}")]
    assert sorted(found) == pytest.approx(sorted(days), abs=0.0051)


def bring_official(world, name, *options):
    result = world.run("import", official(name), *options)
    assert result.status == 0, result.errors
    return result.output


WITH_SEGREGATION = [name for name in ICE if re.search("FY2[456]", name)]


@pytest.mark.parametrize("name", there(WITH_SEGREGATION))
def test_segregation_by_facility_adds_up_to_what_is_printed(world, name):
    bring_official(world, name)
    months, printed = [], {}
    for row in sheet_of(name, "Segregation"):
        text = str(row[0] or "").split("\n")[0]
        if re.fullmatch("[A-Z][a-z]+ 20\\d\\d", text):
            months.append(text)
        elif text == "Grand Total":
            printed[months[-1]] = row[1]
    asked = {month: figure for month, figure in answers(world, "ICE segregation placements by month")}
    assert len(asked) == len(months)
    names = "January February March April May June July August September October November December".split()
    for month, figure in printed.items():
        word, year = month.split()
        assert int(asked[f"{year}-{names.index(word) + 1:02}"]) == figure, month


@pytest.mark.parametrize("name", there(WITH_SEGREGATION[1:]))
def test_participants_by_field_office_add_up_to_those_by_technology(world, name):
    bring_official(world, name, "--prefer")
    rows = sheet_of(name, "ATD FY")
    start = next(place for place, row in enumerate(rows) if row[0] == "AOR/Technology")
    technologies, offices = {}, 0
    for row in rows[start + 1:]:
        if row[0] is None:
            break
        if row[0] in ("GPS", "SmartLINK", "VoiceID", "TR", "Ankle Monitor", "Wristworn", "Dual Tech", "No Tech"):
            technologies[row[0]] = technologies.get(row[0], 0) + row[1]
        else:
            offices += row[0] != "Total"
    year = "fy20" + re.search("FY(\\d\\d)", name)[1]
    asked = answers(world, f"ATD participants by ICE field office, monitoring in {year}")
    assert len({row[0] for row in asked}) == offices
    assert sum(int(row[-1]) for row in asked) == sum(technologies.values())


def test_sheets_that_are_not_read_are_told_with_the_reason(world):
    said = world.run("import", official("ice/FY26_detentionStats_04092026.xlsx"), "--dry-run").output
    assert "not read: sheet `Monthly Bond Statistics`: months before its fiscal year are 0" in said
    assert "Header" not in said and "sheet `Footnotes`" not in said and "hidden" not in said
    import openpyxl

    book = openpyxl.load_workbook(official("ice/FY26_detentionStats_04092026.xlsx"))
    book.create_sheet("Facilities of others").append(["A", "B"])
    book.create_sheet("New table").append(["A", "B"])
    data = io.BytesIO()
    book.save(data)
    said = world.run("import", world.write("more.xlsx", data.getvalue()), "--dry-run")
    assert "has 2 sheets that are called like `Facilities*`" in said.errors
    del book["Facilities of others"]
    data = io.BytesIO()
    book.save(data)
    said = world.run("import", world.write("more.xlsx", data.getvalue()), "--dry-run").output
    assert "not read: sheet `New table`, which is not known" in said


def test_what_a_format_brings_with_it_goes_with_its_last_import(world):
    bring_official(world, "ice/FY24_detentionStats.xlsx")
    assert "Detention facility as" in world.run("describe facility").output
    assert answers(world, "ICE average daily population by facility for texas in fy2024")
    key = re.search("ice-detention-statistics\\S*", world.run("datasets").output)
    assert world.run("drop", key[0]).status == 0
    gone = world.run("ICE segregation placements by month")
    assert gone.status == 1 and "tally import" in gone.errors


def test_a_hidden_sheet_of_another_year_is_not_read(world):
    result = world.run("import", official("ice/FY26_detentionStats01082026.xlsx"))
    assert result.status == 0
    assert answers(world, "ICE detained in jan 2026 by arresting agency")[0][-1] != "6215"


# MARK: In any order


ORDERS = [
    (
        ["ice/FY24_detentionStats.xlsx", "ice/FY26_detentionStats01082026.xlsx", "ice/FY26_detentionStats_04092026.xlsx"],
        ["ICE book-ins by month, arresting agency since fy2024", "ICE detained by criminal history in fy2026",
         "ICE average daily population by fy since fy2024", "ATD participants by monitoring latest"],
    ),
    (
        ["ohss-monthly-tables-2024-08.xlsx", "ohss-khsm-usbp-encounters-fy25m11.xlsx",
         "ohss-yearbook-2022-enforcement.xlsx"],
        ["removals by fy since fy2012", "encounters by border, fy since fy2012", "DHS apprehensions by fy since fy1970",
         "CBP book-outs by outcome in fy2014", "encounters for Border Patrol by month in fy2014"],
    ),
]


@pytest.mark.parametrize("names, questions", ORDERS, ids=["ICE", "OHSS"])
def test_workbooks_in_any_order_give_the_same_figures(world, names, questions):
    """Whatever order files come in, each period is answered by the newest of them."""
    found = []
    for order in itertools.permutations(names):
        result = world.run("import", *(official(name) for name in order))
        assert result.status == 0, result.errors
        found.append([rows_of(world, question) for question in questions])
        assert all(len(rows) > 1 for rows in found[-1])
        keys = re.findall("imported as `(.*)`", result.output)
        assert len(keys) == len(names) and world.run("drop", *keys).status == 0
    assert all(answers == found[0] for answers in found)


def test_files_of_several_kinds_in_any_order_give_the_same_figures(world):
    """Releases of one publisher, one that corrects another, a narrower table, and a workbook beside them."""
    files = [
        (world.write(name, contents), "--published", published)
        for name, contents, published in [
            ("first.csv", whole_years([2023, 2024], 100), "2026-02-10"),
            ("second.csv", whole_years([2024, 2025], 1000), "2026-04-10"),
            ("third.csv", whole_years([2025], 3), "2026-03-10"),
        ]
    ] + [(official("ice/FY26_detentionStats_04092026.xlsx"),)]
    questions = ["encounters by month from fy2023 to fy2025", "ICE book-ins by month since fy2025", "encounters by fy"]
    found = []
    for order in itertools.permutations(files):
        keys = []
        for arguments in order:
            result = world.run("import", *arguments)
            assert result.status == 0, result.errors
            keys += re.findall("imported as `(.*)`", result.output)
        found.append([rows_of(world, question) for question in questions])
        assert world.run("drop", *keys).status == 0
    assert all(answers == found[0] for answers in found)


# MARK: Hostile workbooks


def measured(world, data, *options):
    """Imports a file in little memory, and returns what was said."""
    path = world.write("book.xlsx", data)

    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    process = subprocess.Popen(
        ["/usr/bin/env", "python3", "-c", MEASURE, str(world.tally), "import", path, *(options or VISITS)],
        env=world.environment(), cwd=world.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=limited,
    )
    output, errors = process.communicate(timeout=120)
    size = int(output.splitlines()[-1])
    assert size * 1024 < MOST_MEMORY, f"{size} KiB"
    return process.returncode, errors


MEASURE = (
    "import resource, subprocess, sys\n"
    "result = subprocess.run(sys.argv[1:])\n"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)\n"
    "sys.exit(result.returncode)\n"
)


def bomb(name, gigabytes, fill=b"\0"):
    """A workbook of which one part unpacks to many gigabytes, without ever having them."""
    parts = dict(unpacked(workbooks.everyday()))
    del parts[name]
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as zipped:
        for other, contents in parts.items():
            zipped.writestr(other, contents)
        with zipped.open(name, "w", force_zip64=True) as part:
            part.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            block = fill * (8 * MEBIBYTE)
            for _ in range(gigabytes * 128):
                part.write(block)
    return data.getvalue()


def unpacked(book):
    with zipfile.ZipFile(io.BytesIO(book)) as zipped:
        return [(name, zipped.read(name)) for name in zipped.namelist()]


def with_part(name, contents):
    parts = dict(unpacked(workbooks.everyday()))
    parts[name] = contents
    return workbooks.archive(parts)


def test_ten_gigabytes_of_zeros_end_in_one_sentence(world):
    status, errors = measured(world, bomb("xl/worksheets/sheet2.xml", 10))
    assert status == 1 and "book.xlsx" in errors and errors.count("error:") == 1
    assert "larger than" in errors or "is not the XML" in errors


def test_two_million_shared_texts_take_little_memory(world):
    texts = "".join(f"<si><t>text number {number}</t></si>" for number in range(2_000_000))
    book = with_part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{texts}</sst>')
    status, errors = measured(world, book)
    assert status == 1 and errors.count("error:") == 1, errors


def test_texts_that_are_too_many_end_in_one_sentence(world):
    texts = f"<si><t>{'x' * 30_000}</t></si>" * 5_000
    book = with_part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{texts}</sst>')
    status, errors = measured(world, book)
    assert status == 1 and "MiB of different texts" in errors


@pytest.mark.parametrize(
    "contents, said",
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>', "document type"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1', "no element found"),
        (f'<worksheet xmlns="{MAIN}">' + "<a>" * 1_000, "elements 64 deep"),
        (f'<worksheet xmlns="{MAIN}" a="' + "x" * (64 << 20), "a tag of more than"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>',
         "a text of the number 99"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>', "comes after row"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="B1"/><c r="A1"/></row></sheetData></worksheet>',
         "not in order"),
        (f'<worksheet xmlns="{MAIN}"><sheetData><row r="9999999"/></sheetData></worksheet>', "comes after row"),
        ("this is no XML", "is not the XML"),
        ("", "is not the XML"),
    ],
)
def test_broken_sheets_end_in_one_sentence(world, contents, said):
    head = "" if contents.startswith("this") or not contents else HEAD
    status, errors = measured(world, with_part("xl/worksheets/sheet2.xml", head + contents))
    assert status == 1 and said in errors and errors.count("error:") == 1, errors


def test_a_sheet_of_16384_columns_is_read(world):
    wide = ["Country", "Day", "Count", *(f"x{number}" for number in range(16_381))]
    table = [wide, ["Cuba", "2024-03-01", 3, *([1] * 16_381)]] + [["Cuba", "2024-03-02", 4, *([1] * 16_381)]] * 20
    status, errors = measured(world, with_part("xl/worksheets/sheet2.xml", workbooks.sheet(table)))
    assert status == 0, errors


def test_a_sheet_of_16384_columns_of_words_is_told_in_few(world):
    table = [[f"name of a column {number}" for number in range(16_384)]] + [[f"w{number}" for number in range(16_384)]] * 9
    book = workbooks.workbook({"Words": workbooks.sheet(table)})
    for options in (["--dry-run"], ["--measure", "removals=Figures", "--by", "fy=w1"]):
        status, errors = measured(world, book, *options)
        assert status == 1 and errors.count("error:") == 1 and len(errors.encode()) < 4_000


def test_entities_that_name_entities_are_refused_unread(world):
    """Ten levels of ten would be 10 GB of letters."""
    levels = "".join(f'<!ENTITY {chr(98 + level)} "{f"&{chr(97 + level)};" * 10}">' for level in range(10))
    sheet = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{levels}]><worksheet>&k;</worksheet>'
    for part in ("xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/sharedStrings.xml"):
        status, errors = measured(world, with_part(part, sheet))
        assert status == 1 and "a document type declaration" in errors and errors.count("error:") == 1


def test_what_nobody_described_is_sketched_in_little_memory(world):
    texts = "".join(f"<si><t>text number {number}</t></si>" for number in range(2_000_000))
    book = with_part("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}">{texts}</sst>')
    status, errors = measured(world, book, "--dry-run")
    assert status == 1 and "try:" in errors


@pytest.mark.parametrize(
    "data, said",
    [
        (workbooks.archive({"readme.txt": "hello"}), "is a ZIP archive and no workbook"),
        (workbooks.archive({"content.xml": "x", "mimetype": "x"}), "is an OpenDocument file"),
        (workbooks.archive({"xl/workbook.bin": "x"}), "is a binary workbook (.xlsb)"),
        (workbooks.everyday()[:-60], "is a damaged ZIP archive or workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a workbook of before 2007"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(80),
         "is locked with a password"),
    ],
)
def test_what_is_no_workbook_is_named(world, data, said):
    result = world.run("import", world.write("book.xlsx", data), *VISITS)
    assert result.status == 1 and said in result.errors and result.errors.count("error:") == 1


def test_damaged_bytes_are_told(world):
    data = bytearray(workbooks.everyday())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as zipped:
        info = zipped.getinfo("xl/worksheets/sheet2.xml")
    start = info.header_offset + 30 + len(info.filename)
    for place in range(start + 20, start + 60):
        data[place] ^= 0x55
    result = world.run("import", world.write("book.xlsx", bytes(data)), *VISITS)
    assert result.status == 1 and "book.xlsx" in result.errors
