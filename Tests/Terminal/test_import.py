"""Files that are imported: what is known of them, what they answer, and what nothing may spoil."""

import collections
import contextlib
import csv
import gzip
import io
import json
import os
import pathlib
import pty
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import zipfile

import pytest

from conftest import PROJECT
from measured import run_measured
from moments import wait_until_caught
from pages import seal
from test_databases import keep_datasets
from world import World

# Files as their publishers offer them: those that every clone has, and others where there is a folder of them.
FILES = PROJECT / "Tests/Terminal/Files"
OFFICIAL = PROJECT.parent / "shared" / "official"

STATE = [
    "Fiscal Year", "Month Grouping", "Month (abbv)", "Land Border Region", "State", "Demographic",
    "Citizenship", "Title of Authority", "Encounter Count",
]
AREA = [
    "Fiscal Year", "Month Grouping", "Month (abbv)", "Component", "Land Border Region",
    "Area of Responsibility", "AOR (Abbv)", "Demographic", "Citizenship", "Title of Authority",
    "Encounter Type", "Encounter Count",
]
SOUTHWEST = [
    "Fiscal Year", "Month Grouping", "Month (abbv)", "Component", "Demographic",
    "Citizenship Grouping", "Title of Authority", "Encounter Type", "Encounter Count",
]
DRUGS = [
    "FY", "Month (abbv)", "Component", "Region", "Land Filter", "Area of Responsibility",
    "Drug Type", "Count of Event", "Sum Qty (lbs)",
]
MONTHS = ["OCT", "NOV", "DEC", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP"]

# Later than every shipped release, so that nothing else answers.
NEWEST = ["--published", "2026-08-15"]
DECLARED = [
    "--measure", "removals=Count", "--by", "citizenship=Country,month=Month", "--source",
    "ICE: Removals by country", *NEWEST,
]
REMOVALS = "Country,Month,Count\nMexico,2026-01,5\nGuatemala,2026-02,\"1,208\"\n"
REMOVALS_QUESTION = "removals by month, citizenship from 2026-01 to 2026-03"
BOTH_YEARS = "encounters by fy from fy2024 to fy2025"
BEDS = "Country,Year,Kind,Beds\nMexico,2021,Blue,5\nMexico,2022,Red,6\n"
NEW_NAMES = ["--new-measure", "guest beds:beds:flow", "--new-dimension", "color"]
BEDS_COLUMNS = ["--measure", "guest beds=Beds", "--by", "fy=Year,color=Kind", "--add-values"]

MEBIBYTE = 1 << 20
MOST_MEMORY = 100 * MEBIBYTE
SECONDS = 10


# MARK: Tables


def state_row(year=2025, month="OCT", count=10, **cells):
    """A row of the file of encounters by state."""
    cells = {
        "Fiscal Year": year, "Month Grouping": "FYTD", "Month (abbv)": month,
        "Land Border Region": "Southwest Land Border", "State": "TX",
        "Demographic": "Single Adults", "Citizenship": "MEXICO",
        "Title of Authority": "Title 8", "Encounter Count": count, **cells,
    }
    return [cells[name] for name in STATE]


def table(header, rows, end="\n"):
    """A CSV file as bytes."""
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows([header, *rows])
    return text.getvalue().encode()


def states(*rows, end="\n"):
    return table(STATE, rows, end)


def whole_years(years, step):
    """Every month of some fiscal years, each with another figure."""
    return states(
        *(
            state_row(year, month, step * (place + 1))
            for year in years for place, month in enumerate(MONTHS)
        )
    )


def random_rows(count, seed=7):
    """Rows of two fiscal years as a publisher could write them."""
    chance = random.Random(seed)
    for place in range(count):
        yield state_row(
            2024 + place % 2, chance.choice(MONTHS), chance.randrange(2000),
            State=chance.choice(["TX", "CA", "AZ", "NM"]),
            Demographic=chance.choice(["Single Adults", "FMUA", "UC / Single Minors", "UAC"]),
            Citizenship=chance.choice(["MEXICO", "CUBA", "INDIA", "CHINA, PEOPLES REPUBLIC OF"]),
        )


def calendar_month(row):
    """`2024-10` for October of the fiscal year 2025, by the header's own names."""
    year = int((row.get("Fiscal Year") or row["FY"]).split()[0])
    place = MONTHS.index(row["Month (abbv)"])
    return f"{year - 1}-{place + 10}" if place < 3 else f"{year}-{place - 2:02}"


def sums(contents, key, figure="Encounter Count"):
    """The sums of a file by whatever `key` makes of a row, computed without the program."""
    totals = collections.Counter()
    for row in csv.DictReader(io.StringIO(contents.decode("utf-8-sig"))):
        totals[key(row)] += float(row[figure].replace(",", ""))
    return totals


# MARK: The program


def bring(world, contents, *options, name="table.csv"):
    """Imports a table that is fine, and answers what was said."""
    result = world.run("import", world.write(name, contents), *options)
    assert result.status == 0, result.errors
    return result.output


def key_of(said):
    """The name that an import was given."""
    return said.rsplit("imported as `", 1)[1].split("`")[0]


def ask(world, question, *options):
    """The rows of an answer."""
    result = world.run(*options, "--format", "json", question)
    assert result.status == 0, result.errors
    return json.loads(result.output)


def values(world, question, key, value="encounters"):
    """One column of an answer by another one."""
    return {row[key]: row[value] for row in ask(world, question)}


def assert_refused(result, *parts):
    """Status 1 and one clear message."""
    assert result.status == 1, (result.status, result.output, result.errors)
    assert result.errors.startswith("error: ")
    for part in parts:
        assert part in result.errors


def listing(world):
    result = world.run("datasets")
    assert result.status == 0, result.errors
    return result.output


def has_nothing(world):
    """Whether nothing imported is listed."""
    said = listing(world)
    return said.startswith("nothing ") and "rows" not in said


def data_file(world):
    return world.home / "data/tally/imported.db"


# MARK: Formats that are known


AREA_ROWS = [
    [2025, "FYTD", "OCT", "U.S. Border Patrol", "Southwest Land Border", "El Paso Sector",
     "El Paso", "Single Adults", "MEXICO", "Title 8", "Apprehensions", 11],
    [2025, "FYTD", "SEP", "Office of Field Operations", "Northern Land Border",
     "Boston Field Office", "Boston", "FMUA", "CANADA", "Title 8", "Inadmissibles", 3],
]
SOUTHWEST_ROWS = [
    [2019, "FYTD", "AUG", "Office of Field Operations", "Accompanied Minors", "Guatemala",
     "Title 8", "Inadmissibles", "0.0"],
    [2019, "FYTD", "DEC", "U.S. Border Patrol", "FMUA", "Honduras", "Title 8", "Apprehensions",
     "9584.0"],
]
DRUG_ROWS = [
    ["2026 (FYTD)", "DEC", "Office of Field Operations", "Coastal/Interior", "Other",
     "ATLANTA FIELD OFFICE", "Methamphetamine", 2, "147.04832875399998"],
    ["2026 (FYTD)", "DEC", "Office of Field Operations", "Coastal/Interior", "Other",
     "ATLANTA FIELD OFFICE", "Other Drugs**", 1, "1.5E+03"],
    ["2026 (FYTD)", "OCT", "U.S. Border Patrol", "Southwest Land Border", "Land Only",
     "EL PASO SECTOR", "Cocaine", 2, "4.4e-05"],
]


@pytest.mark.parametrize(
    "contents, words, rows",
    [
        (states(state_row()), "encounters by state", "1 rows"),
        (table(AREA, AREA_ROWS), "encounters by area of responsibility", "2 rows"),
        (table(SOUTHWEST, SOUTHWEST_ROWS), "southwest", "2 rows"),
        (table(DRUGS, DRUG_ROWS), "drug seizures", "3 rows"),
    ],
    ids=["state", "area", "southwest", "drugs"],
)
def test_known_by_header(world, contents, words, rows):
    """What a file is, is read from its header, and not from its name."""
    said = bring(world, contents, name="download (3).txt")
    assert words in said.splitlines()[0] and "download (3).txt" in said
    assert rows.replace("1 rows", "1 row") in said
    assert key_of(said) in listing(world)


def test_months_belong_to_calendar_years(world):
    """October to December of a fiscal year lie in the calendar year before."""
    bring(world, whole_years([2025], 1), *NEWEST)
    figures = values(world, "encounters by month in fy2025", "month")
    autumn = [f"2024-{month}" for month in (10, 11, 12)]
    expected = autumn + [f"2025-{month:02}" for month in range(1, 10)]
    assert figures == {month: place + 1 for place, month in enumerate(expected)}


def test_fiscal_year_to_date(world):
    """`2026 (FYTD)` is the fiscal year 2026."""
    bring(world, states(state_row("2026 (FYTD)", "OCT", 7)), *NEWEST)
    assert ask(world, "encounters in oct 2025") == [{"encounters": 7}]


@pytest.mark.parametrize(
    "written, figure", [("9584.0", 9584), ("1,208", 1208), ("0", 0), ("0.0", 0), ("7", 7)]
)
def test_counts_as_they_are_written(world, written, figure):
    """Fractions that are none, separators of thousands, and zeros."""
    said = bring(world, states(state_row(count=written)), *NEWEST)
    assert f"{figure:,}" in said
    assert ask(world, "encounters in oct 2024") == [{"encounters": figure}]


def test_unaccompanied_children(world):
    """Both labels of them are one value, and rows of one combination add up."""
    labels = {"UC / Single Minors": 3, "UAC": 4}
    rows = [state_row(count=count, Demographic=label) for label, count in labels.items()]
    bring(world, states(*rows), *NEWEST)
    answer = ask(world, "encounters by demographic in oct 2024")
    assert answer == [{"demographic": "Unaccompanied children", "encounters": 7}]


def test_quoted_commas(world):
    """A comma in quotes is a part of the name."""
    bring(world, states(state_row(Citizenship="CHINA, PEOPLES REPUBLIC OF")), *NEWEST)
    assert ask(world, "encounters for china in oct 2024") == [{"encounters": 10}]


@pytest.mark.parametrize(
    "contents",
    [
        states(state_row(), state_row(2026, "NOV", 4), end="\r\n"),
        b"\xef\xbb\xbf" + states(state_row(), state_row(2026, "NOV", 4)),
        b"\xef\xbb\xbf" + states(state_row(), state_row(2026, "NOV", 4), end="\r\n"),
        states(state_row(), state_row(2026, "NOV", 4)).rstrip(b"\n"),
    ],
    ids=["CRLF", "mark", "mark and CRLF", "no end"],
)
def test_line_ends_and_byte_order_mark(world, contents):
    """How lines end, and a mark at the beginning, change no figure."""
    bring(world, contents, *NEWEST)
    figures = values(world, "encounters by month from oct 2024 to nov 2025", "month")
    assert (figures["2024-10"], figures["2025-11"]) == (10, 4)


def test_pounds_in_scientific_notation(world):
    """Pounds are decimal numbers, also with an exponent; events are counted beside them."""
    bring(world, table(DRUGS, DRUG_ROWS), *NEWEST)
    pounds = values(world, "drug seizures by drug in dec 2025", "drug", "drug_seizures")
    assert pounds == pytest.approx({"Methamphetamine": 147.048, "Other drugs": 1500}, abs=0.001)
    assert ask(world, "drug seizure events in dec 2025") == [{"drug_seizure_events": 3}]
    assert ask(world, "drug seizure events in oct 2025") == [{"drug_seizure_events": 2}]


def test_areas_of_responsibility(world):
    """Sectors and field offices are asked apart, with their components."""
    bring(world, table(AREA, AREA_ROWS), *NEWEST)
    sectors = ask(world, "encounters by sector in oct 2024 for border patrol")
    assert sectors == [{"sector": "El Paso", "encounters": 11}]
    offices = ask(world, "encounters by field office in sep 2025 for office of field operations")
    assert offices == [{"field_office": "Boston", "encounters": 3}]


def test_southwest_is_a_part_of_the_border(world):
    """A file of the southwest answers for the southwest, and not for all borders."""
    before = ask(world, "encounters in dec 2018")
    bring(world, table(SOUTHWEST, SOUTHWEST_ROWS), *NEWEST)
    assert ask(world, "encounters for southwest border in dec 2018") == [{"encounters": 9584}]
    assert ask(world, "encounters in dec 2018") == before


@pytest.mark.parametrize(
    "header, rows, wrong, right",
    [
        (STATE, [state_row()], "Encounter Cuont", "Encounter Count"),
        (STATE, [state_row()], "Citizenships", "Citizenship"),
        (AREA, AREA_ROWS, "Area of Responsability", "Area of Responsibility"),
        (SOUTHWEST, SOUTHWEST_ROWS, "Citizenship Groups", "Citizenship Grouping"),
        (DRUGS, DRUG_ROWS, "Sum Qty (kg)", "Sum Qty (lbs)"),
    ],
    ids=["state", "plural", "area", "southwest", "drugs"],
)
def test_header_with_another_name(world, header, rows, wrong, right):
    """One name that differs is no format: it is named with the nearest one."""
    changed = [wrong if name == right else name for name in header]
    path = world.write("changed.csv", table(changed, rows))
    assert_refused(world.run("import", path), "changed.csv", wrong, right)
    assert has_nothing(world)


# MARK: What is said


def test_report(world):
    """The kind of file, its rows, periods and publication, and each year beside what is held."""
    held, = ask(world, "encounters in fy2024")
    said = bring(world, whole_years([2024, 2025], 1000), *NEWEST)
    for part in ("encounters by state", "24 rows", "Oct 2023", "Sep 2025", "published 2026-08-15"):
        assert part in said
    line, = (line for line in said.splitlines() if "FY2024" in line)
    assert line.split()[:3] == ["FY2024", "78,000", f"{held['encounters']:,}"]
    assert line.endswith("12 changed of 12")
    assert "156,000" in said
    assert said.splitlines()[-1] == f"imported as `{key_of(said)}`"


def test_report_of_the_same_figures(world):
    """A year that holds the same figures says so, and not that it changed."""
    bring(world, whole_years([2025], 1), *NEWEST)
    said = bring(world, whole_years([2025], 1).replace(b",FYTD,", b",,"), *NEWEST, name="again.csv")
    line, = (line for line in said.splitlines() if "FY2025" in line)
    assert line.split()[:3] == ["FY2025", "78", "78"] and "changed" not in line


def test_publication_is_guessed_and_said(world):
    """Without --published the month after the last one is taken, and the option named."""
    said = bring(world, states(state_row(2025, "DEC")))
    assert "published 2025-01" in said and "--published" in said


def test_dry_run_changes_nothing(world):
    """A rehearsal says what there is, and leaves no file, no figure and no name behind."""
    before = ask(world, BOTH_YEARS)
    said = bring(world, whole_years([2024, 2025], 1000), "--dry-run", *NEWEST)
    assert "78,000" in said and "imported as" not in said
    assert not data_file(world).exists()
    assert ask(world, BOTH_YEARS) == before


def test_dry_run_keeps_declarations_to_itself(world):
    """What a rehearsal declares is not known afterwards."""
    path = world.write("beds.csv", BEDS)
    options = [*NEW_NAMES, *BEDS_COLUMNS, "--source", "X: Beds"]
    assert world.run("import", path, *options, "--dry-run").status == 0
    assert world.run("guest beds by fy").status == 1
    assert_refused(world.run("import", path), "beds.csv")


def test_same_file_again(world):
    """The very same file is told as imported before, whatever its name, with status 0."""
    key = key_of(bring(world, states(state_row()), *NEWEST))
    before = listing(world)
    for name in ("table.csv", "copy.csv"):
        said = bring(world, states(state_row()), *NEWEST, name=name)
        assert "was imported before" in said and key in said
    assert listing(world) == before


def test_several_files(world):
    """One call imports several files, each with its own name."""
    paths = [
        world.write("a.csv", states(state_row())),
        world.write("b.csv", table(SOUTHWEST, SOUTHWEST_ROWS)),
    ]
    result = world.run("import", *paths)
    assert result.status == 0 and result.output.count("imported as `") == 2
    assert len(listing(world).splitlines()) == 2


def test_place_of_the_data(world):
    """Imported data live in the data folder: the shipped database stays as it is."""
    before = world.database.stat()
    bring(world, states(state_row()), *NEWEST)
    assert data_file(world).exists()
    after = world.database.stat()
    assert (after.st_mtime_ns, after.st_size) == (before.st_mtime_ns, before.st_size)


def test_what_is_told_of_it(world):
    """`datasets`, `describe`, `show datasets` and the sources of answers name an import."""
    key = key_of(bring(world, whole_years([2025], 1), *NEWEST, "--url", "https://example.org/file"))
    assert key in listing(world) and "12 rows" in listing(world)
    long = world.run("datasets", "--long").output
    assert "Month (abbv): month of the fiscal year" in long and "SHA-256 " in long
    described = world.run("describe " + key)
    assert described.status == 0
    assert "https://example.org/file" in described.output and "15 Aug 2026" in described.output
    assert key in world.run("show datasets").output
    answer = world.run("encounters in fy2025").output
    assert "CBP, Nationwide Encounters by State" in answer and "(Aug 2026)" in answer


# MARK: Figures


def test_sums_are_those_of_the_file(world):
    """Months, values of every dimension and years add up to what the file adds up to."""
    contents = states(*random_rows(2000))
    bring(world, contents, *NEWEST)
    period = "from fy2024 to fy2025"
    assert values(world, f"encounters by month {period}", "month") == sums(contents, calendar_month)
    years = sums(contents, lambda row: int(row["Fiscal Year"]))
    assert values(world, f"encounters by fy {period}", "fy") == years
    for dimension, column in (("citizenship", "Citizenship"), ("state", "State")):
        answer = values(world, f"encounters by {dimension} {period}", dimension)
        assert sorted(answer.values()) == sorted(sums(contents, lambda row: row[column]).values())
    children = sums(contents, lambda row: row["Demographic"] in ("UAC", "UC / Single Minors"))
    answer = values(world, f"encounters by demographic {period}", "demographic")
    assert answer["Unaccompanied children"] == children[True]


def official(name):
    """A file as its publisher offers it; `None` where it is not there."""
    return next((path for path in (FILES / name, OFFICIAL / name) if path.exists()), None)


def there(*names):
    """Those of some files that are there."""
    return [name for name in names if official(name)]


def months_and_countries(world, contents, period):
    """Encounters add up month by month and country by country."""
    assert values(world, f"encounters by month {period}", "month") == sums(contents, calendar_month)
    countries = values(world, f"encounters by citizenship {period}", "citizenship")
    expected = sums(contents, lambda row: row["Citizenship"]).values()
    assert sorted(countries.values()) == sorted(expected)


def rows_of_export(world, contents, key):
    """Encounters add up row by row of the table that is exported."""
    assert world.run("export", "package", "--dataset", key).status == 0
    file, = (world.folder / "package/data").iterdir()
    expected = sums(contents, calendar_month)
    assert sums(file.read_bytes(), lambda row: row["month"], "encounters") == expected


def events_and_pounds(world, contents, span):
    """Drugs add up in events exactly, in pounds as near as it is kept."""
    events = values(world, f"drug seizure events by month {span}", "month", "drug_seizure_events")
    assert events == sums(contents, calendar_month, "Count of Event")
    pounds = values(world, f"drug seizures by month {span}", "month", "drug_seizures")
    # A thousandth of a pound in each row.
    assert pounds == pytest.approx(dict(sums(contents, calendar_month, "Sum Qty (lbs)")), abs=0.05)


def each_month(world, contents, _):
    """Every month is what the rows of it add up to."""
    for month, figure in sums(contents, calendar_month).items():
        assert ask(world, f"encounters in {month}") == [{"encounters": figure}]


# What a published file must add up to; without a period it is the name of the table.
ADDING_UP = {
    "nationwide-encounters-fy22-fy25-state.csv": (months_and_countries, "from fy2022 to fy2025"),
    "nationwide-encounters-fy23-fy26-nov-state.csv": (months_and_countries, "from oct 2022 to nov 2025"),
    "sbo-encounters-fy19-fy22.csv": (rows_of_export, None),
    "sbo-encounters-fy22-fy25-aug.csv": (rows_of_export, None),
    "nationwide-drugs-fy23-fy26-dec.csv": (events_and_pounds, "from oct 2022 to dec 2025"),
    "nationwide-encounters-aor-sample.csv": (each_month, None),
}


@pytest.mark.parametrize("name", there(*ADDING_UP))
def test_official_file_adds_up(world, name):
    """What is answered of a published file is what its rows add up to, computed without the program."""
    path = official(name)
    result = world.run("import", path, *NEWEST)
    assert result.status == 0, result.errors
    check, period = ADDING_UP[name]
    check(world, path.read_bytes(), period or key_of(result.output))


@pytest.mark.parametrize(
    "question",
    [
        BOTH_YEARS,
        "encounters by state in fy2024",
        "encounters by citizenship, fy from fy2024 to fy2025",
        "encounters for mexico by demographic in fy2025",
    ],
)
def test_sql_runs_elsewhere(world, question):
    """The SQL of an answer attaches the imported data, and runs unchanged on shipped data."""
    bring(world, states(*random_rows(500)), *NEWEST)
    sql = world.run("-c", ".sql " + question).output
    assert sql.startswith("ATTACH ") and str(data_file(world)) in sql.splitlines()[0]
    with sqlite3.connect(world.database) as connection:
        rows = [list(row) for row in last_rows(connection, sql)]
    assert rows == [list(row.values()) for row in ask(world, question)]


def last_rows(connection, sql):
    """The rows of the last statement of several."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            rows = connection.execute(statement).fetchall()
            statement = ""
    return rows


# MARK: Tables that are declared


def test_declared_table(world):
    """Any table can be asked once its columns are named."""
    said = bring(world, REMOVALS, *DECLARED)
    assert "2 rows" in said and "1,213" in said
    assert ask(world, REMOVALS_QUESTION) == [
        {"month": "2026-01", "citizenship": "Mexico", "removals": 5},
        {"month": "2026-02", "citizenship": "Guatemala", "removals": 1208},
    ]
    answer = world.run("removals in feb 2026").output
    assert "ICE, Removals by country" in answer and "(Aug 2026)" in answer


def test_undeclared_table(world):
    """A table that nobody knows is refused, and it is said how to declare it."""
    path = world.write("table.csv", REMOVALS)
    assert_refused(world.run("import", path), "table.csv", "--measure", "--by")


def test_next_file_needs_no_options(world):
    """A header that was declared is known from then on, under any name of a file."""
    bring(world, REMOVALS, *DECLARED)
    bring(world, "Country,Month,Count\nCuba,2026-03,9\n", name="march.csv")
    answer = ask(world, "removals by citizenship in mar 2026")
    assert answer == [{"citizenship": "Cuba", "removals": 9}]


def test_rows_are_counted(world):
    """With --count, or where no column is left for figures, every row counts one, and that is told."""
    rows = "Country,Month\n" + "Mexico,2026-01\n" * 3 + "Cuba,2026-01\n"
    by = ["--by", "citizenship=Country,month=Month", "--source", "ICE: Removals", *NEWEST]
    for options in (["--count"], []):
        said = bring(world, rows, "--measure", "removals", *options, *by)
        assert "every row counts one: removals" in said
        answer = values(world, "removals by citizenship in jan 2026", "citizenship", "removals")
        assert answer == {"Mexico": 3, "Cuba": 1}
        assert world.run("drop", key_of(said)).status == 0


UNKNOWN = "Country,Month,Count\nAtlantis,2026-01,5\nMexico,2026-01,7\nGautemala,2026-01,1\n"


def test_unknown_values_are_listed(world):
    """Every value that is not known is told with line, column and the nearest one."""
    path = world.write("table.csv", UNKNOWN)
    result = world.run("import", path, *DECLARED)
    assert_refused(result, "table.csv", "--map", "--add-values")
    lines = [line for line in result.errors.splitlines() if "column Country" in line]
    assert len(lines) == 2
    assert "line 2" in lines[0] and "Atlantis" in lines[0]
    assert "line 4" in lines[1] and "Gautemala" in lines[1] and "Guatemala" in lines[1]
    assert has_nothing(world)


def test_map_says_what_values_mean(world):
    """A map gives a value its meaning, or makes it a new one."""
    mapped = "column,value,meaning\nCountry,Atlantis,new\nCountry,Gautemala,guatemala\n"
    bring(world, UNKNOWN, *DECLARED, "--map", world.write("map.csv", mapped))
    answer = values(world, "removals by citizenship in jan 2026", "citizenship", "removals")
    assert answer == {"Mexico": 7, "Atlantis": 5, "Guatemala": 1}
    assert ask(world, "removals for atlantis in jan 2026") == [{"removals": 5}]


@pytest.mark.parametrize(
    "mapped, parts",
    [
        ("value,meaning\nAtlantis,new\n", ["map.csv:1"]),
        ("column,value,meaning\nCuontry,Atlantis,new\n", ["map.csv:2", "nearest: Country"]),
        ("column,value,meaning\nCountry,Atlantis\n", ["map.csv:2"]),
        ("column,value,meaning\nCountry,Atlantis,new\nCountry,Gautemala,nowhere\n", ["map.csv:3", "nowhere"]),
    ],
    ids=["header", "column", "cells", "meaning"],
)
def test_map_with_a_mistake(world, mapped, parts):
    """A map is as strict as a table."""
    path, mapping = world.write("table.csv", UNKNOWN), world.write("map.csv", mapped)
    assert_refused(world.run("import", path, *DECLARED, "--map", mapping), *parts)


def test_values_are_added(world):
    """--add-values takes every unknown value for a new one."""
    bring(world, UNKNOWN, *DECLARED, "--add-values")
    answer = values(world, "removals by citizenship in jan 2026", "citizenship", "removals")
    assert answer == {"Mexico": 7, "Atlantis": 5, "Gautemala": 1}


def test_values_spelled_alike_are_one(world):
    """Case makes no other value, and an empty cell is unknown."""
    text = "Court,Month,N\nFoo,2026-01,1\nfoo,2026-01,2\nFOO,2026-01,4\n,2026-01,8\nUnknown,2026-01,16\n"
    declared = ["--new-measure", "hearings:cases", "--new-dimension", "court"]
    bring(world, text, *declared, "--measure", "hearings=N", "--by", "court=Court,month=Month", "--add-values")
    answer = values(world, "hearings by court", "court", "hearings")
    assert answer == {"Foo": 7, "unknown": 24}


def test_meanings_go_with_their_values(world):
    """What a text was said to mean is not another value that comes later."""
    declared = ["--new-measure", "hearings:cases", "--measure", "hearings=N", "--by", "citizenship=Country,month=Month"]
    bring(world, "Country,Month,N\nAtlantis,2026-01,1\n", *declared, "--add-values", "--as", "one", name="1.csv")
    mapping = world.write("map.csv", "column,value,meaning\nCountry,ATLNTZ,Atlantis\n")
    bring(world, "Country,Month,N\nATLNTZ,2026-02,2\n", "--map", mapping, "--as", "two", name="2.csv")
    assert world.run("drop", "one", "two").status == 0
    bring(world, "Country,Month,N\nLemuria,2026-03,3\n", "--add-values", "--as", "three", name="3.csv")
    late = world.write("4.csv", "Country,Month,N\nATLNTZ,2026-04,4\n")
    assert_refused(world.run("import", late), "ATLNTZ")


def test_scope_keeps_its_value(world):
    """A value that a table is limited to stays when the table that brought it goes."""
    declared = ["--new-measure", "hearings:cases", "--measure", "hearings=N"]
    by = ["--by", "citizenship=Country,month=Month", "--add-values"]
    bring(world, "Country,Month,N\nAtlantis,2026-01,5\n", *declared, *by, "--as", "one", name="1.csv")
    scope = ["--by", "month=Month", "--scope", "citizenship=atlantis", "--as", "two"]
    bring(world, "Month,N\n2026-02,6\n", *declared, *scope, name="2.csv")
    assert world.run("drop", "one").status == 0
    bring(world, "Country,Month,N\nLemuria,2026-03,7\n", *declared, *by, "--as", "three", name="3.csv")
    assert ask(world, "hearings for lemuria by month") == [{"month": "2026-03", "hearings": 7}]
    assert ask(world, "hearings for atlantis by month") == [{"month": "2026-02", "hearings": 6}]


def test_empty_cells_outside_the_figures(world):
    """Before the first figure and after the last one nothing is missing; between them it is."""
    cells = ["", "", "5", "", "7", "", "9", "", ""]
    rows = "".join(f"{2010 + place},Blue,{cell}\n" for place, cell in enumerate(cells))
    bring(world, "Year,Kind,Beds\n" + rows, *NEW_NAMES, *BEDS_COLUMNS)
    with sqlite3.connect(data_file(world)) as connection:
        assert connection.execute("SELECT unpublished FROM dataset_measure").fetchall() == [(2,)]
        runs = connection.execute("SELECT first, last FROM coverage ORDER BY first").fetchall()
        assert runs == [(2012, 2012), (2014, 2014), (2016, 2016)]


@pytest.mark.parametrize(
    "text, declared, part",
    [
        ("Month,Room,N\n2026-01,1,5\n2026-01,2,\n", ["--new-measure", "h:cases"], "some are empty"),
        ("Month,Room,N\n2026-01-05,1,5\n2026-01-20,1,6\n", ["--new-measure", "h:beds:stock"], "levels"),
        (f"Month,Room,N\n2026-01,1,{9 * 10**18}\n2026-02,1,{9 * 10**18}\n", ["--new-measure", "h:cases"], "64 bits"),
    ],
    ids=["empty", "levels", "large"],
)
def test_what_makes_no_figure(world, text, declared, part):
    """Sums that would say something else than they seem to are refused."""
    path = world.write("table.csv", text)
    assert_refused(world.run("import", path, *declared, "--measure", "h=N", "--by", "month=Month"), part)


@pytest.mark.parametrize("name", ["withheld", "period", "dataset", "hedge"])
def test_names_of_columns_are_free(world, name):
    """A measure may be called as a column of the database is."""
    declared = ["--new-measure", f"{name}:cases", "--measure", f"{name}=N", "--by", "month=Month"]
    bring(world, "Month,N\n2026-01,5\n", *declared)
    assert [list(row.values())[-1] for row in ask(world, f"{name} by month")] == [5]


def test_one_file_for_two_measures(world):
    """The same file, taken for something else, is another import."""
    text = "Month,A,B\n2026-01,5,6\n"
    for measure, column in (("first", "A"), ("second", "B")):
        declared = ["--new-measure", f"{measure}:cases", "--measure", f"{measure}={column}"]
        bring(world, text, *declared, "--by", "month=Month", "--as", measure)
    assert ask(world, "first, second by month") == [{"month": "2026-01", "first": 5, "second": 6}]


def test_control_characters_are_not_shown(world):
    """What is in a file never reaches the terminal raw."""
    path = world.write("table.csv", "Court,Month,N\n\x9b31mRED,2026-01,1\n")
    declared = ["--new-measure", "h:cases", "--new-dimension", "court", "--measure", "h=N"]
    result = world.run("import", path, *declared, "--by", "court=Court,month=Month")
    assert_refused(result, "31mRED")
    assert "\x9b" not in result.errors


def test_new_measure_and_dimension(world):
    """What the catalog lacks can be declared, and is asked like everything else."""
    bring(world, BEDS, *NEW_NAMES, *BEDS_COLUMNS, "--source", "X: Beds")
    assert values(world, "guest beds by color", "color", "guest_beds") == {"Blue": 5, "Red": 6}
    assert values(world, "guest beds by fy", "fy", "guest_beds") == {2021: 5, 2022: 6}
    assert "guest beds" in world.run("show measures").output


def test_scope_holds_for_all_rows(world):
    """What --scope says is true of every row."""
    scope = ["--scope", "citizenship=Mexico"]
    columns = ["--measure", "removals=Count", "--by", "month=Month", "--source", "ICE: Removals"]
    bring(world, "Month,Count\n2026-01,5\n", *columns, *scope, *NEWEST)
    assert ask(world, "removals for mexico in jan 2026") == [{"removals": 5}]
    assert world.run("removals for cuba in jan 2026").status == 1


def test_name_of_the_table(world):
    """--as names the table."""
    key = key_of(bring(world, REMOVALS, *DECLARED, "--as", "My Removals"))
    assert key.startswith("my-removals") and key in listing(world)


@pytest.mark.parametrize(
    "options, parts",
    [
        (["--measure", "remvals=Count", "--by", "month=Month"], ["remvals", "nearest: removals"]),
        (["--measure", "removals=Cuont", "--by", "month=Month"], ["Cuont", "nearest: Count"]),
        (["--measure", "removals=Count", "--by", "mnth=Month"], ["mnth", "nearest: month"]),
        (["--measure", "removals=Count", "--by", "month=Mouth"], ["Mouth", "nearest: Month"]),
        (
            ["--measure", "removals=Count", "--by", "month=Month", "--scope", "sex=femal"],
            ["femal", "nearest: Female"],
        ),
        (["--new-measure", "beds:beds:heap", "--measure", "beds=Count"], ["heap", "flow, stock"]),
    ],
    ids=["measure", "column", "dimension", "column of a dimension", "scope", "kind"],
)
def test_declarations_with_mistakes(world, options, parts):
    """A name that is none is told with the nearest one, and nothing is imported."""
    path = world.write("table.csv", REMOVALS)
    assert_refused(world.run("import", path, *options), *parts)
    assert has_nothing(world)


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["import", "table.csv", "--frobnicate"],
        ["import", "table.csv", "--published", "yesterday"],
        ["import", "table.csv", "--published", "2026-13-01"],
        ["drop"],
        ["datasets", "table.csv"],
        ["export", "package"],
    ],
    ids=" ".join,
)
def test_wrong_calls(world, arguments):
    """A wrong call has status 2 and changes nothing."""
    world.write("table.csv", states(state_row()))
    result = world.run(*arguments)
    assert (result.status, result.output) == (2, ""), result.errors
    assert not data_file(world).exists()


def test_database_that_is_none(world):
    """Without the shipped data nothing can be imported: status 3."""
    path = world.write("table.csv", states(state_row()))
    for database in ("missing.db", path):
        result = world.run("import", path, "--database", database)
        assert (result.status, result.output) == (3, ""), result.errors


@pytest.mark.parametrize("folder", ["/dev/null", "/proc/nowhere"])
def test_data_folder_that_cannot_be_written(world, folder):
    """Where nothing can be kept, an import fails with status 74, and questions are answered."""
    changes = {"XDG_DATA_HOME": folder}
    result = world.run("import", world.write("table.csv", states(state_row())), changes=changes)
    assert result.status == 74 and folder in result.errors and "imported as" not in result.output
    assert world.run("encounters in fy2024", changes=changes).status == 0


# MARK: Data packages


def test_answer_comes_back(world):
    """An answer that was exported as a data package can be imported without a word more."""
    bring(world, REMOVALS, *DECLARED)
    question = "removals by month, citizenship from 2026-01 to 2026-02"
    before = ask(world, question)
    assert world.run("export", "package", question).status == 0
    assert world.run("drop", "table-2026-02").status == 0
    result = world.run("import", "package")
    assert result.status == 0, result.errors
    assert ask(world, question) == before


def test_table_comes_back(world):
    """A table that was exported whole brings back all its figures."""
    contents = states(*random_rows(300))
    key = key_of(bring(world, contents, *NEWEST))
    question = "encounters by month, citizenship from fy2024 to fy2025"
    before = ask(world, question)
    assert world.run("export", "package", "--dataset", key).status == 0
    assert world.run("drop", key).status == 0
    assert ask(world, question) != before
    result = world.run("import", "package", *NEWEST, "--prefer")
    assert result.status == 0, result.errors
    assert ask(world, question) == before


def test_package_of_several_tables(world):
    """Each table of a package is imported."""
    bring(world, REMOVALS, *DECLARED)
    questions = ["removals by month in 2026", "removals by citizenship, month in 2026"]
    assert world.run("export", "package", *questions).status == 0
    result = world.run("import", "package/datapackage.json")
    assert result.status == 0, result.errors
    assert result.output.count("imported as `") == 2


def test_package_is_imported_whole_or_not_at_all(world):
    """A mistake in one table of a package leaves the others out too."""
    questions = ["removals by fy in fy2020..2022", "removals by month in 2023"]
    assert world.run("export", "package", *questions).status == 0
    last = world.folder / "package" / json.loads(
        (world.folder / "package/datapackage.json").read_text()
    )["resources"][-1]["path"]
    last.write_text(last.read_text().rstrip("\n") + "x\n")
    assert_refused(world.run("import", "package"), last.name)
    assert has_nothing(world)


def test_table_of_a_part_comes_back_as_one(world):
    """What holds for a whole table is in each row of its export, and holds again when it is read."""
    dataset = "cbp-encounters-southwest-fy2022-2025"
    assert world.run("export", "package", "--dataset", dataset).status == 0
    file, = (world.folder / "package/data").iterdir()
    assert {row["border"] for row in csv.DictReader(file.open())} == {"Southwest border"}
    before = ask(world, "encounters by fy in fy2022..2024")
    assert world.run("import", "package", "--prefer", "--partial").status == 0
    assert ask(world, "encounters by fy in fy2022..2024") == before


def test_export_of_an_unknown_table(world):
    """A table that is not there is no package, and leaves no folder."""
    assert_refused(world.run("export", "package", "--dataset", "nothing-2026"), "nothing-2026")
    assert not (world.folder / "package").exists()


# MARK: Taking away


def test_drop(world):
    """What is taken away answers no longer: the shipped figures are back."""
    before = ask(world, BOTH_YEARS)
    key = key_of(bring(world, whole_years([2024, 2025], 1), *NEWEST))
    assert values(world, BOTH_YEARS, "fy") == {2024: 78, 2025: 78}
    assert world.run("drop", key).status == 0
    assert ask(world, BOTH_YEARS) == before
    assert has_nothing(world)
    assert world.run("describe " + key).status == 1


def test_drop_of_an_unknown_name(world):
    """A name that is none is told with the nearest, and nothing at all is taken away."""
    keys = [
        key_of(bring(world, REMOVALS, *DECLARED)),
        key_of(bring(world, states(state_row()), *NEWEST, name="other.csv")),
    ]
    before = listing(world)
    assert_refused(world.run("drop", keys[0], keys[1][:-1]), keys[1][:-1] + "`", keys[1])
    assert listing(world) == before


# MARK: Releases


FIRST = ("first.csv", whole_years([2023, 2024], 100), "2026-02-10")
SECOND = ("second.csv", whole_years([2024, 2025], 1000), "2026-04-10")


@pytest.mark.parametrize("releases", [(FIRST, SECOND), (SECOND, FIRST)], ids=["in order", "late"])
def test_newest_release_answers(world, releases):
    """Each fiscal year is answered from the newest release, in whatever order they came."""
    for name, contents, published in releases:
        bring(world, contents, "--published", published, name=name)
    figures = values(world, "encounters by fy from fy2023 to fy2025", "fy")
    assert figures == {2023: 7800, 2024: 78000, 2025: 78000}


def test_as_of(world):
    """As of a day, only what was published by then answers."""
    question = "encounters by fy from fy2024 to fy2025 as of "
    shipped = ask(world, question + "2025-11-30")
    for name, contents, published in (FIRST, SECOND):
        bring(world, contents, "--published", published, name=name)
    assert ask(world, question + "2025-11-30") == shipped
    between = values(world, question + "2026-03-01", "fy")
    assert between == {2024: 7800, 2025: shipped[1]["encounters"]}
    assert values(world, question + "2026-04-10", "fy") == {2024: 78000, 2025: 78000}


# MARK: Corrections


ARRESTS = ["--new-measure", "arrests here:events", "--measure", "arrests here=N", "--by", "month=Month"]


@pytest.mark.parametrize("published", [[], ["--published", "2024-04-10"]], ids=["guessed", "said"])
def test_last_import_of_a_day_answers(world, published):
    """Of imports that were published on one day the last one answers, and all are kept apart."""
    for figure in (100, 250, 30):
        path = f"Month,N\n2024-03,{figure}\n"
        said = bring(world, path, *ARRESTS, *published, name=f"{figure}.csv")
    assert "arrests here in fy2024: 250 (partial) -> 30 (partial)" in said
    assert ask(world, "arrests here by month") == [{"month": "2024-03", "arrests_here": 30}]
    assert ask(world, "arrests here by month as of 2024-12-31")[0]["arrests_here"] == 30


def test_twins_are_told_apart(world):
    """Sources that differ in nothing else are kept apart by the number of their import."""
    source = ["--source", "Me: mine", "--published", "2024-04-10"]
    for figure in (100, 250):
        bring(world, f"Month,N\n2024-03,{figure}\n", *ARRESTS, *source)
    rows = {row["source"]: row["arrests_here"] for row in ask(world, "arrests here by month by source")}
    assert sorted(rows.values()) == [100, 250] and len(rows) == 2
    second, = (name for name in rows if rows[name] == 250)
    assert "import 2" in second


def test_corrected_release_of_a_publisher(world):
    """A month that is issued once more in the publisher's format answers as it was issued last."""
    for figure in ("100.0", "250.0"):
        row = [2030, "FYTD", "OCT", *SOUTHWEST_ROWS[1][3:8], figure]
        said = bring(world, table(SOUTHWEST, [row]), "--published", "2029-11-20")
    assert ask(world, "encounters for southwest border in oct 2029") == [{"encounters": 250}]
    assert "encounters for Southwest border in fy2030: 100 (partial) -> 250 (partial)" in said


# MARK: Whose word counts


TWO = "Country,FY,Count\nMexico,2022,5\nGuatemala,2022,7\n"
MINE = ["--measure", "removals=Count", "--by", "citizenship=Country,fy=FY", "--source", "Me: mine"]


def test_declared_table_stands_behind(world):
    """A table of one's own changes nothing that a publisher holds, and that is said."""
    before = ask(world, "removals by fy from fy2020 to fy2024")
    for published in ("2010-01-01", "2026-08-15"):
        text = TWO + f"Cuba,2022,{published[:4]}\n"
        said = bring(world, text, *MINE, "--published", published)
        assert "removals in fy2022: stays 108,733" in said and "--prefer" in said
        assert "->" not in said
    assert ask(world, "removals by fy from fy2020 to fy2024") == before
    sources = [row["source"] for row in ask(world, "removals in fy2022 by source")]
    assert sum("mine" in source for source in sources) == 2


def test_preferred_table_goes_first(world):
    """With --prefer it answers first, and the report says what changes from what to what."""
    bring(world, TWO, *MINE, "--as", "behind")
    said = bring(world, TWO, *MINE, "--prefer", "--as", "first")
    assert "removals in fy2022: 108,733 -> 12" in said and "--prefer" in said
    assert ask(world, "removals in fy2022") == [{"removals": 12}]
    assert world.run("drop", "first").status == 0
    assert ask(world, "removals in fy2022") == [{"removals": 108733}]


def test_preference_is_kept(world):
    """The next file with the header goes first too."""
    bring(world, TWO, *MINE, "--prefer")
    bring(world, "Country,FY,Count\nCuba,2022,8\n", name="next.csv")
    assert ask(world, "removals in fy2022") == [{"removals": 8}]


def test_declared_table_fills_what_is_not_held(world):
    """Months that no publisher holds are answered by one's own table, for every cut."""
    last = ask(world, "removals by month")[-1]["month"]
    year, month = map(int, last.split("-"))
    after = [f"{year + (month + n) // 12}-{(month + n) % 12 + 1:02}" for n in range(2)]
    text = f"Month,N\n{last},1\n{after[0]},20\n{after[1]},300\n"
    bring(world, text, "--measure", "removals=N", "--by", "month=Month", *NEWEST)
    answer = values(world, f"removals by month from {last} to {after[1]}", "month", "removals")
    held, = {row["removals"] for row in ask(world, f"removals by month in {last}")}
    assert answer == {last: held, after[0]: 20, after[1]: 300} and held != 1
    assert ask(world, f"removals from {last} to {after[1]}") == [{"removals": held + 320}]


def test_nothing_is_said_where_nothing_changes(world):
    """A file with the same figures names no answer that changes."""
    bring(world, whole_years([2025], 1), *NEWEST)
    said = bring(world, whole_years([2025], 1).replace(b",FYTD,", b",,"), *NEWEST, name="again.csv")
    assert "->" not in said and "stays" not in said


def test_year_to_date_needs_its_day(world):
    """A year that the file calls one to date is no whole one, however long ago it was."""
    yearly = table(["fy", "removals"], [["2019 (FYTD)", 100], [2018, 400]])
    declared = ["--measure", "removals", "--by", "fy", "--source", "Me: mine", "--prefer"]
    assert_refused(
        world.run("import", world.write("table.csv", yearly), *declared), "2019 (FYTD)", "--published"
    )
    assert has_nothing(world)
    before = ask(world, "removals in fy2019")
    assert "not over" in bring(world, yearly, *declared, "--published", "2019-05-01")
    # The part of a year takes no whole one's place.
    assert ask(world, "removals in fy2019") == before
    assert values(world, "removals by fy in fy2018", "fy", "removals") == {2018: 400}


def test_a_level_comes_from_the_table_that_names_more(world):
    """Broken down, a later reading that is mostly other does not take the place of one that names values."""
    declared = ["--measure", "beds", "--by", "date,citizenship", "--source", "Me: mine"]
    header = ["date", "citizenship", "beds"]
    full = [["2024-06-30", *row] for row in (["mexico", 50], ["cuba", 40], ["haiti", 30], ["other", 5])]
    rough = [["2024-09-30", "mexico", 55], ["2024-09-30", "other", 80]]
    bring(world, table(header, full), "--new-measure", "beds:people:stock", *declared)
    bring(world, table(header, rough), *declared, name="rough.csv")
    assert values(world, "beds by citizenship in fy2024", "citizenship", "beds") == {
        "Mexico": 50, "Cuba": 40, "Haiti": 30, "Other": 5,
    }
    # A value that both name is the last reading of it.
    assert ask(world, "beds for mexico in fy2024") == [{"beds": 55}]


def test_rows_that_stand_twice_are_told(world):
    """What is added up is said before it is."""
    rows = [[2018, 5], [2018, 5], [2019, 7]]
    declared = ["--measure", "removals", "--by", "fy", "--source", "Me: mine"]
    said = bring(world, table(["fy", "removals"], rows), *declared)
    assert "1 sum is of several rows" in said
    assert "several rows" not in bring(
        world, table(["fy", "removals"], rows[1:]), *declared, name="once.csv"
    )


def test_older_release_says_who_answers(world):
    """A release that comes after a newer one changes nothing, and names the table that answers."""
    key = key_of(bring(world, whole_years([2025], 10), "--published", "2026-04-10"))
    said = bring(world, whole_years([2025], 1), "--published", "2026-02-10", name="old.csv")
    assert f"encounters in fy2025: stays 780, `{key}` answers" in said


@pytest.mark.parametrize(
    "name", ["yearbook-2022-table-39", "cbp-aor-encounters-month"]
)
def test_shipped_table_changes_nothing(world, name):
    """A shipped table that is exported and imported to go first answers as it did."""
    result = world.run("export", "package", "--dataset", name)
    assert result.status == 0, result.errors
    description = json.loads((world.folder / "package/datapackage.json").read_text())
    question = description["resources"][0]["question"]
    before = ask(world, question)
    result = world.run("import", "package", "--prefer", "--published", "2026-08-15")
    assert result.status == 0, result.errors
    assert "->" not in result.output
    assert sorted(map(str, ask(world, question))) == sorted(map(str, before))


@pytest.mark.parametrize(
    "name",
    there(
        "nationwide-encounters-fy23-fy26-nov-state.csv", "nationwide-drugs-fy23-fy26-dec.csv",
        "sbo-encounters-fy22-fy25-aug.csv",
    ),
)
def test_official_file_changes_nothing(world, name):
    """A file that the shipped tables were made of changes no figure."""
    path = official(name)
    questions = [
        "encounters by fy from fy2023 to fy2025", "encounters by month from oct 2022 to nov 2025",
        "drug seizure events by fy from fy2023 to fy2025",
    ]
    before = [ask(world, question) for question in questions]
    result = world.run("import", path)
    assert result.status == 0, result.errors
    assert [ask(world, question) for question in questions] == before


# MARK: Columns by their names


def test_column_called_like_the_measure(world):
    """A column that is called like the measure has its figures; rows are counted when that is said."""
    text = "fy,Removals\n2031,108\n2032,7\n"
    by = ["--by", "fy", "--published", "2033-01"]
    for options, figures in (([], {2031: 108, 2032: 7}), (["--count"], {2031: 1, 2032: 1})):
        bring(world, text, "--measure", "removals", *options, *by)
        assert values(world, "removals by fy from fy2031 to fy2032", "fy", "removals") == figures


def test_measure_without_a_column(world):
    """A measure that no column is called like is refused, with lines that work."""
    path = world.write("table.csv", "Country,Month,Cases\nMexico,2026-01,5\n")
    by = ["--by", "citizenship=Country,month=Month"]
    result = world.run("import", path.name, "--measure", "removals", *by)
    assert_refused(result, "Country, Month, Cases", "--measure removals=Cases", "--count")
    lines = [line.split() for line in result.errors.splitlines() if line.startswith("try:  tally import")]
    assert len(lines) == 2
    for line in lines:
        assert world.run(*line[2:], "--dry-run").status == 0, line


def test_count_without_use(world):
    """--count beside a column for every measure would do nothing."""
    assert_refused(world.run("import", world.write("t.csv", REMOVALS), *DECLARED, "--count"), "--count")


def test_two_columns_of_one_name(world):
    """A name that two columns have is refused where it is used, and only there."""
    path = world.write("table.csv", "Month,Count,Country,Count\n2026-01,1,Mexico,999\n")
    by = ["--by", "citizenship=Country,month=Month"]
    assert_refused(world.run("import", path, "--measure", "removals=Count", *by), "`Count`", "2 and 4")
    assert world.run("import", path, "--measure", "removals", "--count", *by).status == 0
    said = world.run("import", path, "--measure", "removals=Count (2)", *by, "--dry-run")
    assert said.status == 0 and "999" in said.output
    beyond = world.run("import", path, "--measure", "removals=Count (3)", *by, "--dry-run")
    assert beyond.status == 1 and "there is no column `Count (3)`" in beyond.errors


# MARK: Periods that are not over


VISITS = ["--new-measure", "visits:events", "--measure", "visits=N"]


@pytest.mark.parametrize(
    "header, periods, published, unit",
    [
        ("fy", ("2024", "2025"), "2025-01-15", "fy"),
        ("cy", ("2024", "2025"), "2025-03-01", "cy"),
        ("month", ("2025-05", "2025-06"), "2025-06-10", "month"),
    ],
    ids=["fiscal year", "calendar year", "month"],
)
def test_period_that_was_not_over(world, header, periods, published, unit):
    """A period that ends after the day of publication is partial, and set beside no whole one."""
    text = f"{header},N\n{periods[0]},1200\n{periods[1]},300\n"
    said = bring(world, text, *VISITS, "--by", header, "--published", published)
    assert "was not over on that day" in said
    answer = ask(world, f"visits by {unit}")
    assert [row["visits"] for row in answer] == [1200, 300]
    marked = [line for line in world.run(f"visits by {unit}").output.splitlines() if " ◐ " in line]
    assert len(marked) == 2 and marked[0].split()[-1] == "300", marked
    changes = world.run("--format", "csv", f"visits by {unit} with change").output.splitlines()
    assert changes[-1].endswith(",300,,"), changes
    assert world.run(f"visits in {unit} {periods[1]} vs {periods[0]}").status == 1


@pytest.mark.parametrize("published", ["2025-09-30", "2025-09", "2025-10-01"])
def test_period_that_was_over(world, published):
    """A fiscal year is whole from its last day on."""
    said = bring(world, "fy,N\n2025,300\n", *VISITS, "--by", "fy", "--published", published)
    assert "not over" not in said
    assert "◐" not in world.run("visits by fy").output


# MARK: Labels


COURT = ["--new-measure", "hearings:cases", "--new-dimension", "court", "--measure", "hearings=N"]
BY_COURT = ["--by", "month=Month,court=Court", "--add-values"]
LABELS = ["<18", "18", "18+", "18-", ">18", "A", "A-", "*", "-", "€", "18–24", "1824", "H-2A", "H2A"]


def test_labels_that_signs_tell_apart(world):
    """Labels that differ in a sign only are different values, and each is found as it is written."""
    figures = {label: 2 ** place for place, label in enumerate(LABELS)}
    rows = [["2026-01", label, figure] for label, figure in figures.items()]
    bring(world, table(["Month", "Court", "N"], rows), *COURT, *BY_COURT)
    assert values(world, "hearings by court", "court", "hearings") == figures
    for label, figure in figures.items():
        assert ask(world, f'hearings for "{label}" in jan 2026') == [{"hearings": figure}], label
        assert ask(world, f'hearings where court = "{label}" in jan 2026') == [{"hearings": figure}]


def test_labels_of_many_rows(world):
    """Threads that meet labels in any order make the same values of them."""
    chance = random.Random(3)
    rows = [["2026-01", chance.choice(LABELS), 1] for _ in range(60_000)]
    expected = collections.Counter(row[1] for row in rows)
    answers = []
    for place in range(3):
        said = bring(world, table(["Month", "Court", "N"], rows), *COURT, *BY_COURT)
        answers.append(world.run("--format", "csv", "hearings by court").output)
        assert values(world, "hearings by court", "court", "hearings") == expected
        assert world.run("drop", key_of(said)).status == 0
    assert answers[0] == answers[1] == answers[2]


def test_label_of_a_later_file(world):
    """A label that only a sign tells from one that is known by now is another value."""
    bring(world, "Month,Court,N\n2026-01,18,1\n", *COURT, *BY_COURT)
    bring(world, "Month,Court,N\n2026-02,<18,2\n2026-02,18,4\n", "--add-values", name="next.csv")
    assert values(world, "hearings by court", "court", "hearings") == {"18": 5, "<18": 2}


def test_labels_are_asked_back(world):
    """A spelling that several labels have is asked back, and names none that signs make another."""
    bring(world, "Month,Court,N\n2026-01,<18,1\n2026-01,>18,2\n", *COURT, *BY_COURT)
    for question in ("hearings for 18", "hearings where court = 18"):
        result = world.run(question)
        assert result.status == 1 and '"<18"' in result.errors and '">18"' in result.errors
    assert world.run('hearings for "18"').status == 1


def test_footnotes_are_no_merger(world):
    """A footnote after a known name is left out, unless the column has the name without it as well."""
    by = ["--measure", "removals=N", "--by", "month=Month,citizenship=Country", "--published", "2031-03"]
    bring(world, "Month,Country,N\n2031-01,China*,1\n", *by)
    assert ask(world, "removals for china in jan 2031") == [{"removals": 1}]
    path = world.write("both.csv", "Month,Country,N\n2031-02,China*,1\n2031-02,China,2\n")
    assert_refused(world.run("import", path, *by), "China*", "nearest: China")


def many_labels(count, label):
    return table(["Month", "Court", "N"], ([f"2026-01", label(n), 1] for n in range(count)))


@pytest.mark.parametrize(
    "label", [lambda n: f"v{n}", lambda n: chr(0x4E00 + n % 20000) + chr(0x4E00 + n // 20000),
              lambda n: chr(0x2200 + n % 256) + chr(0x2200 + n // 256)],
    ids=["Latin", "Chinese", "signs"],
)
def test_many_new_values(world, label):
    """Four times as many new values take about four times as long."""
    seconds = []
    for count in (4_000, 16_000):
        path = world.write("many.csv", many_labels(count, label))
        begin = time.monotonic()
        result = world.run("import", path, *COURT, *BY_COURT, "--partial")
        seconds.append(time.monotonic() - begin)
        assert result.status == 0, result.errors
        assert world.run("drop", key_of(result.output)).status == 0
    assert seconds[1] < 9 * seconds[0] + 1, seconds


def test_interrupted_among_new_values(world):
    """Ctrl-C ends an import at once also while it takes up new values."""
    path = world.write("many.csv", many_labels(500_000, lambda n: f"v{n}"))
    process = subprocess.Popen(
        [world.tally, "import", path, *COURT, *BY_COURT, "--partial"], env=world.environment(),
        cwd=world.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )
    time.sleep(1.5)
    wait_until_caught(process, signal.SIGINT)
    begin = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 130 and "nothing was changed" in errors
    assert time.monotonic() - begin < 3
    assert has_nothing(world)


def test_progress_of_phases(world):
    """On a terminal a long import says what it is doing, and how far it is."""
    path = world.write("many.csv", many_labels(500_000, lambda n: f"v{n}"))
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        [world.tally, "import", path, *COURT, *BY_COURT, "--partial"], env=world.environment(),
        cwd=world.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=secondary,
    )
    os.close(secondary)
    shown = b""
    # The end of a terminal is an error on Linux.
    with contextlib.suppress(OSError):
        while part := os.read(primary, 65_536):
            shown += part
    os.close(primary)
    assert process.wait(SECONDS) == 0
    percents = collections.defaultdict(list)
    for phase, percent in re.findall(r"\r\x1b\[K([a-z ]+) many\.csv(?: on the disk)?: (\d+) %", shown.decode()):
        percents[phase].append(int(percent))
    for phase, told in percents.items():
        assert told == sorted(told), (phase, told)
    # A fast disk takes what is written between two drawings.
    assert len(set(percents["values of"])) > 1 and percents["writing"], percents


def test_values_beyond_memory(world):
    """Different values of more than 80 MiB in all are refused, in bounded memory."""
    with open(world.folder / "long.csv", "w") as file:
        file.write("Month,Court,N\n")
        for number in range(90_000):
            file.write(f"2026-01,{number:03990},1\n")
    result, use = run_measured(world, "import", "long.csv", *COURT, *BY_COURT, timeout=6 * SECONDS)
    os.truncate(world.folder / "long.csv", 0)
    assert_refused(result, "80 MiB", "Court")
    assert use.memory < 256 * MEBIBYTE


# MARK: Folders of exports


def everything(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def export(world, folder, question="removals in fy2022"):
    return world.run("export", folder, question)


@pytest.mark.parametrize(
    "files",
    [
        {"datapackage.json": "{}", "src/work.py": "work", ".git/HEAD": "ref"},
        {"datapackage.json": '{"resources": [{"path": "src/work.csv"}]}', "src/work.csv": "1"},
        {"datapackage.json": '{"generator": "Tally 9", "resources": [{"path": "src/work.csv"}]}',
         "src/work.csv": "1"},
        {"data/work.csv": "1"},
        {"notes.md": "mine"},
    ],
    ids=["any package", "own table", "own generator", "data alone", "no package"],
)
def test_export_leaves_other_files_alone(world, files):
    """A folder with anything that no export wrote is refused, and stays as it is."""
    for name, contents in files.items():
        world.write("p/" + name, contents)
    before = everything(world.folder / "p")
    result = export(world, "p")
    assert result.status == 74 and "no export wrote" in result.errors, result
    assert everything(world.folder / "p") == before


def test_export_is_replaced(world):
    """What an export wrote is replaced whole, but not together with what was put beside it."""
    assert export(world, "p").status == 0
    assert export(world, "p", "removals in fy2021").status == 0
    after = everything(world.folder / "p")
    assert sorted(after) == ["data/removals-fy2021.csv", "datapackage.json"]
    for name in ("notes.md", "data/mine.csv", ".hidden", "data/deep/er.csv"):
        world.write("p/" + name, "mine")
        before = everything(world.folder / "p")
        assert export(world, "p").status == 74
        assert everything(world.folder / "p") == before
        (world.folder / "p" / name).unlink()
        if "deep" in name:
            (world.folder / "p/data/deep").rmdir()
    assert export(world, "p").status == 0


def test_export_through_links(world):
    """A link to a folder is followed; one that leads nowhere, or lies in the folder, is refused."""
    assert export(world, "p").status == 0
    os.symlink("p", world.folder / "link")
    assert export(world, "link", "removals in fy2021").status == 0
    assert os.readlink(world.folder / "link") == "p"
    assert "data/removals-fy2021.csv" in everything(world.folder / "p")
    os.symlink("nowhere", world.folder / "dangling")
    assert export(world, "dangling").status == 74
    assert not (world.folder / "nowhere").exists()
    world.write("mine/keep.csv", "mine")
    shutil.rmtree(world.folder / "p/data")
    os.symlink("../mine", world.folder / "p/data")
    assert export(world, "p").status == 74
    assert (world.folder / "mine/keep.csv").read_text() == "mine"


def test_leftovers_of_killed_exports(world):
    """What a killed export leaves is taken away by the next one, and nothing else is."""
    gone = subprocess.Popen(["true"])
    gone.wait()
    world.write(f"p.building-{gone.pid}/data/x.csv", "1")
    world.write(f"p.replaced-{gone.pid}/mine.txt", "mine")
    world.write(f"p.building-{os.getpid()}/data/x.csv", "1")
    world.write("p.building-mine/data/x.csv", "1")
    assert export(world, "p").status == 0
    left = sorted(path.name for path in world.folder.glob("p.*"))
    assert left == sorted(
        [f"p.replaced-{gone.pid}", f"p.building-{os.getpid()}", "p.building-mine"]
    )


# MARK: Files that cannot be read or written


def test_line_breaks_in_names(world):
    """The name of a file cannot forge a line."""
    path = world.write("ev\nname.csv", REMOVALS)
    said = world.run("import", path, *DECLARED)
    assert said.status == 0, said.errors
    for text in (said.output, listing(world), world.run("datasets", "--long").output):
        assert not any(line.startswith("name.csv") for line in text.splitlines()), text
    refused = world.run("import", world.write("no\nfile.csv", "x\n1\n"))
    assert not any(line.startswith("file.csv") for line in refused.errors.splitlines())


def test_other_database_in_the_place_of_imports(world):
    """A file that is none of imported data is named, with what helps."""
    data_file(world).parent.mkdir(parents=True)
    shutil.copy(world.database, data_file(world))
    path = world.write("table.csv", REMOVALS)
    for call in (["removals in fy2022"], ["datasets"], ["import", path, *DECLARED]):
        result = world.run(*call)
        assert result.status == 3 and str(data_file(world)) in result.errors, result
        assert "move the file away" in result.errors and "while running" not in result.errors


def test_locked_data(world):
    """Questions wait ten seconds for who has locked the data, and then say so."""
    bring(world, REMOVALS, *DECLARED)
    with sqlite3.connect(data_file(world), isolation_level=None) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        begin = time.monotonic()
        result = world.run("removals in fy2022", timeout=40)
        assert time.monotonic() - begin < 20
        connection.execute("COMMIT")
    assert result.status == 1 and "imported.db" in result.errors and "locked" in result.errors


def test_log_that_is_of_no_use(world):
    """What a failed import leaves beside the data keeps no question from its answer."""
    bring(world, REMOVALS, *DECLARED)
    before = ask(world, REMOVALS_QUESTION)
    original = world.write("original.db", data_file(world).read_bytes())
    with sqlite3.connect(data_file(world)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    file = bytearray(data_file(world).read_bytes())
    file[18:20] = b"\2\2"
    data_file(world).write_bytes(file)
    seal(data_file(world), original)
    # In the place of the index of the log, something that cannot be one.
    for ending in ("-wal", "-shm"):
        pathlib.Path(str(data_file(world)) + ending).unlink(missing_ok=True)
    pathlib.Path(str(data_file(world)) + "-shm").mkdir()
    assert ask(world, REMOVALS_QUESTION) == before


def test_log_on_a_disk_that_cannot_be_written(world):
    """A change that is only in a log, which cannot be read there, is told by the name of the right file."""
    bring(world, REMOVALS, *DECLARED)
    original = world.write("original.db", data_file(world).read_bytes())
    connection = sqlite3.connect(data_file(world), isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("DELETE FROM declaration")
    # As a program leaves them that was killed once it had committed.
    file = world.write("disk/tally/imported.db", data_file(world).read_bytes())
    log = world.write("disk/tally/imported.db-wal", pathlib.Path(f"{data_file(world)}-wal").read_bytes())
    connection.close()
    seal(file, original)
    disk = world.folder / "disk"
    if os.geteuid() != 0 or subprocess.run(["mount", "--bind", "-o", "ro", disk, disk]).returncode != 0:
        pytest.skip("mounting needs root")
    try:
        result = world.run("removals in fy2022", changes={"XDG_DATA_HOME": disk})
    finally:
        subprocess.run(["umount", disk], check=True)
    assert result.status == 3 and result.output == "", result
    assert result.errors.startswith(f"error: {file}: an import that was stopped left a log beside it"), result
    assert "XDG_DATA_HOME" in result.errors and log.exists()
    # Where it can be written, the log is read.
    assert world.run("removals in fy2022", changes={"XDG_DATA_HOME": disk}).status == 0


# MARK: Hostile files


def zipped(contents):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("table.csv", contents)
    return file.getvalue()


GOOD = states(state_row())
LINE = GOOD.splitlines(keepends=True)[1]
HOSTILE = {
    "NUL in a cell": (GOOD + LINE.replace(b"TX", b"T\0X"), [":3", "State"]),
    "NUL in the header": (GOOD.replace(b"State", b"St\0te", 1), [":1"]),
    "broken UTF-8": (GOOD + LINE.replace(b"MEXICO", b"M\xff\xfeXICO"), [":3", "Citizenship"]),
    "broken UTF-8 in the header": (GOOD.replace(b"State", b"St\xffte", 1), [":1"]),
    "ZIP": (zipped(GOOD), ["ZIP"]),
    "beginning of a ZIP": (b"PK\x03\x04", ["ZIP"]),
    "zstd": (b"\x28\xb5\x2f\xfd" + GOOD, ["zstd"]),
    "damaged gzip": (gzip.compress(GOOD)[:40], ["cannot be unpacked"]),
    "a workbook in gzip": (gzip.compress(zipped(GOOD)), ["compressed archive"]),
    "UTF-16 without a mark": (GOOD.decode().encode("utf-16-le"), ["utf-16le"]),
    "UTF-16 that ends in half a letter": (b"\xfe\xff" + GOOD.decode().encode("utf-16-be") + b"\0", [":3", "utf-16be"]),
    "UTF-16 that is none": (b"\xff\xfe" + GOOD.decode().encode("utf-16-le") + b"\0\xd8x", [":3", "utf-16le"]),
    "open quote": (GOOD + LINE.replace(b"MEXICO", b'"MEXICO') + LINE, [":3", "Citizenship"]),
    "100,000 columns": (b",".join(b"c%d" % place for place in range(100_000)) + b"\n1\n", [":1"]),
    "too few cells": (GOOD + LINE.rsplit(b",", 1)[0] + b"\n", [":3"]),
    "too many cells": (GOOD + LINE.strip() + b",1\n", [":3"]),
    "empty": (b"", ["empty"]),
    "byte order mark alone": (b"\xef\xbb\xbf", []),
    "header alone": (GOOD.splitlines(keepends=True)[0], ["no rows"]),
    "half a person": (GOOD + LINE.replace(b",10", b",10.5"), [":3", "Encounter Count"]),
    "no number": (GOOD + LINE.replace(b",10", b",ten"), [":3", "Encounter Count"]),
    "not a number": (GOOD + LINE.replace(b",10", b",nan"), [":3", "Encounter Count"]),
    "beyond numbers": (GOOD + LINE.replace(b",10", b"," + b"9" * 30), [":3", "Encounter Count"]),
    "no month": (GOOD + LINE.replace(b"OCT", b"OKT"), [":3", "Month (abbv)"]),
    "no year": (GOOD + LINE.replace(b"2025", b"20255"), [":3", "Fiscal Year"]),
}


@pytest.mark.parametrize("contents, parts", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files(world, contents, parts):
    """A file that is no table is refused by name, line and column, quickly and in little memory."""
    world.write("odd.csv", contents)
    result, use = run_measured(world, "import", "odd.csv")
    assert_refused(result, "odd.csv", *parts)
    assert not any(sign in result.errors for sign in "\0\x1b")
    assert len(result.errors) < 2000
    assert use.memory < MOST_MEMORY
    assert has_nothing(world)


@pytest.mark.parametrize(
    "start", [b"", GOOD + b'2025,FYTD,OCT,"'], ids=["header", "quoted cell"]
)
def test_field_without_an_end(world, start):
    """A field of 64 MiB is refused long before its end, without being kept."""
    with open(world.folder / "odd.csv", "wb") as file:
        file.write(start)
        for _ in range(64):
            file.write(b"x" * MEBIBYTE)
    result, use = run_measured(world, "import", "odd.csv")
    os.truncate(world.folder / "odd.csv", 0)
    assert_refused(result, f"odd.csv:{3 if start else 1}")
    assert use.memory < MOST_MEMORY


def test_no_ordinary_files(world):
    """A folder, a pipe that nobody writes and a file that is missing are named at once."""
    (world.folder / "folder.csv").mkdir()
    os.mkfifo(world.folder / "pipe.csv")
    for name in ("folder.csv", "pipe.csv", "missing.csv", "/dev/null"):
        assert_refused(world.run("import", name, timeout=SECONDS), name)
    assert has_nothing(world)


def test_file_with_a_mistake_at_its_end(world):
    """All of a file or nothing: what came before a mistake is not kept either."""
    bring(world, whole_years([2024], 1), *NEWEST)
    before = listing(world), ask(world, BOTH_YEARS)
    path = world.write("odd.csv", whole_years([2024, 2025], 1000) + LINE.replace(b",10", b",ten"))
    assert_refused(world.run("import", path, *NEWEST), "odd.csv:26", "Encounter Count")
    assert (listing(world), ask(world, BOTH_YEARS)) == before


@pytest.mark.parametrize(
    "description",
    [
        b"", b"{", b"[]", b"{}", b'{"resources": 1}', b'{"resources": [{"path": "missing.csv"}]}',
        b'{"resources": [{"name": "x", "path": "../outside.csv", "schema": '
        b'{"fields": [{"name": "removals"}, {"name": "month"}]}}]}',
        b"[" * 100_000,
    ],
    ids=["empty", "half", "list", "nothing", "number", "missing table", "outside", "deep"],
)
def test_hostile_packages(world, description):
    """A description of a data package that is none is refused, with nothing but a message."""
    world.write("package/datapackage.json", description)
    world.write("outside.csv", "removals,month\n1,2026-01\n")
    assert_refused(world.run("import", "package", timeout=SECONDS))
    assert has_nothing(world)


# MARK: Interruptions


HELD = whole_years([2023, 2024], 1)


class Large:
    """A file that takes a while, and how long it takes."""

    ROWS = 50_000

    def __init__(self, folder, tally, database):
        self.path = folder / "large.csv"
        with open(self.path, "w", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([STATE, *random_rows(self.ROWS)])
        world = World(folder, tally, database)
        # The first time, nothing of it is in memory yet.
        self.seconds = min(self.timed(world), self.timed(world))
        self.listed, self.answer = state_of(world)

    def timed(self, world):
        """Imports it anew; answers how long that took."""
        world.run("drop", "cbp-encounters-state-2025-09")
        begin = time.monotonic()
        result = world.run("import", self.path, *NEWEST)
        assert result.status == 0, result.errors
        self.key = key_of(result.output)
        return time.monotonic() - begin


@pytest.fixture(scope="module")
def large(tally, database, tmp_path_factory):
    return Large(tmp_path_factory.mktemp("large"), tally, database)


@pytest.fixture
def held(world):
    """A world with something imported; answers what is listed and answered."""
    bring(world, HELD, "--published", "2026-02-10", name="held.csv")
    return state_of(world)


def state_of(world):
    """What is listed, without its layout, and what is answered."""
    return [line.split() for line in listing(world).splitlines()], ask(world, BOTH_YEARS)


def begin_import(world, path):
    """Begins an import and does not wait for its end."""
    return subprocess.Popen(
        [world.tally, "import", path, *NEWEST], env=world.environment(), cwd=world.folder,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        # A group of its own, as a shell makes one: only such a group can be stopped by Ctrl-Z.
        process_group=0,
    )


def begin_and_signal(world, large, moment, number):
    """Sends a signal to an import after a part of the time that it takes."""
    process = begin_import(world, large.path)
    time.sleep(large.seconds * moment)
    if number == signal.SIGTSTP:
        wait_for_change(world, process)
    if number == signal.SIGINT:
        wait_until_caught(process, number)
    process.send_signal(number)
    while number == signal.SIGTSTP and process.poll() is None and not is_stopped(process):
        # Ignored for the moment in which the file is locked: whoever types it types it again.
        process.send_signal(number)
        time.sleep(0.002)
    return process


def wait_for_change(world, process):
    """Until the import has begun to change its file: on a busy machine that takes longer."""
    log = pathlib.Path(f"{data_file(world)}-wal")
    end = time.monotonic() + SECONDS
    while not log.exists() and process.poll() is None and time.monotonic() < end:
        time.sleep(0.002)


def stopped_import(world, large):
    """An import that stands still in the middle; one that was done before it could be stopped is begun again."""
    for _ in range(10):
        process = begin_and_signal(world, large, 0.3, signal.SIGTSTP)
        if process.poll() is None:
            return process
        process.communicate()
        world.run("drop", large.key)
    pytest.fail("no import could be stopped")


def is_stopped(process):
    """Whether a process is stopped; it stays as it is."""
    return os.waitid(os.P_PID, process.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT) is not None


def state_with(before, large):
    """What is listed and answered when the large file was imported beside what was held."""
    return before[0] + large.listed, large.answer


def test_killed(world, held, large):
    """An import that is killed at any moment leaves everything as it was, or was done."""
    unchanged = 0
    for moment in (0.02, 0.15, 0.3, 0.45, 0.6, 0.75, 0.85, 0.95):
        process = begin_and_signal(world, large, moment, signal.SIGKILL)
        process.communicate()
        after = state_of(world)
        assert after in (held, state_with(held, large)), moment
        unchanged += after == held
        if after != held:
            world.run("drop", large.key)
    assert unchanged >= 2
    result = world.run("import", large.path, *NEWEST)
    assert result.status == 0, result.errors
    assert state_of(world) == state_with(held, large)


def test_interrupted(world, held, large):
    """Ctrl-C stops an import with status 130 and the word that nothing was changed, also while formats are compared."""
    interrupted = 0
    for moment in (0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.25, 0.4, 0.55):
        process = begin_and_signal(world, large, moment, signal.SIGINT)
        output, errors = process.communicate(timeout=SECONDS)
        if process.returncode == 0:
            world.run("drop", large.key)
            continue
        interrupted += 1
        assert process.returncode == 130, (process.returncode, errors)
        assert "nothing was changed" in errors and "imported as" not in output
        assert state_of(world) == held
    assert interrupted


def test_questions_while_an_import_runs(world, held, large):
    """Nobody waits for an import, even one stopped by Ctrl-Z: the old figures are answered."""
    unchanged = 0
    for moment in (0.2, 0.4, 0.6, 0.8):
        process = begin_and_signal(world, large, moment, signal.SIGTSTP)
        begin = time.monotonic()
        answer = ask(world, BOTH_YEARS)
        assert time.monotonic() - begin < 2
        process.kill()
        process.communicate()
        after = state_of(world)
        # A signal that came while the file was locked did not stop the import: it went on.
        assert answer in (held[1], after[1]), moment
        assert after in (held, state_with(held, large)), moment
        unchanged += after == held
        if after != held:
            world.run("drop", large.key)
    assert unchanged


def test_questions_until_an_import_is_done(world, held, large):
    """While an import comes to its end, every answer is the old one or the new one."""
    for _ in range(2):
        process = begin_import(world, large.path)
        answers = []
        while process.poll() is None:
            answers.append(ask(world, BOTH_YEARS))
        _, errors = process.communicate()
        assert process.returncode == 0, errors
        answers.append(ask(world, BOTH_YEARS))
        change = answers.index(large.answer)
        assert all(answer == held[1] for answer in answers[:change])
        assert all(answer == large.answer for answer in answers[change:])
        world.run("drop", large.key)


def test_two_imports_at_once(world, large):
    """Both are done, or one says that another is being made: the data are whole in every case."""
    small = world.write("small.csv", table(SOUTHWEST, SOUTHWEST_ROWS))
    processes = [begin_import(world, path) for path in (large.path, small, large.path)]
    said = [process.communicate(timeout=2 * SECONDS) for process in processes]
    for process, (_, errors) in zip(processes, said):
        status = process.returncode
        assert status == 0 or status == 1 and "another import" in errors, (status, errors)
    done = [output for output, _ in said if "imported as" in output]
    assert len(listing(world).splitlines()) == len(done)
    assert any(str(large.path) in output for output in done)
    assert ask(world, BOTH_YEARS) == large.answer


def test_import_beside_one_that_stands_still(world, held, large):
    """An import does not wait forever for another one: it says so with status 1."""
    process = stopped_import(world, large)
    small = world.write("small.csv", table(SOUTHWEST, SOUTHWEST_ROWS))
    result = world.run("import", small)
    process.kill()
    process.communicate()
    assert result.status == 1 and "another import" in result.errors, result
    assert state_of(world) == held


# MARK: Full disks


def without_room(size):
    """Makes every file of a program end at a size, with an error instead of a signal."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("has_data", [False, True], ids=["first", "second"])
def test_full_disk(world, has_data):
    """An import without room fails with status 74, and what was there stays whole."""
    path = world.write("table.csv", states(*random_rows(1500)))
    if has_data:
        bring(world, HELD, "--published", "2026-02-10", name="held.csv")
    before = state_of(world)
    for size in (0, 4096, 60_000, 90_000, 120_000, 150_000, 200_000):
        result = world.run("import", path, *NEWEST, preexec_fn=without_room(size))
        after = state_of(world)
        if result.status == 0:
            assert after != before, size
            world.run("drop", "cbp-encounters-state-2025-09")
            continue
        assert result.status == 74 and result.errors.startswith("error: "), (size, result)
        assert "while running" not in result.errors and result.errors.count("\n") == 1, result
        assert after == before, size
    result = world.run("import", path, *NEWEST)
    assert result.status == 0, result.errors


def test_full_disk_is_not_told_as_done(world):
    """What could not be kept is not told as imported."""
    bring(world, HELD, "--published", "2026-02-10", name="held.csv")
    path = world.write("table.csv", states(*random_rows(1500)))
    result = world.run("import", path, *NEWEST, preexec_fn=without_room(60_000))
    assert result.status == 74 and "imported as" not in result.output, result.output


# MARK: Other editions of the shipped data


def small_edition(tally, folder, change):
    """A small shipped database, of a seed and a schema that were changed in a folder before."""
    for part in (PROJECT / "seed").iterdir():
        if part.name != "datasets" and part.is_dir():
            shutil.copytree(part, folder / "seed" / part.name)
    shutil.copy(PROJECT / "schema.sql", folder)
    keep_datasets(folder / "seed/catalog/datasets.csv", "border-patrol-agents")
    change(folder)
    command = ["build-database", "--seed", folder / "seed", "--schema", folder / "schema.sql"]
    subprocess.run([tally, *command, "--output", folder / "other.db"], check=True)
    return folder / "other.db"


@pytest.fixture(scope="module")
def other_edition(tally, tmp_path_factory):
    """One that knows one citizenship more, near the beginning of the list."""
    def change(folder):
        members = folder / "seed/catalog/members.csv"
        lines = members.read_text().splitlines(keepends=True)
        first = next(place for place, line in enumerate(lines) if line.startswith("citizenship,"))
        lines.insert(first, "citizenship,atlantis,Atlantis,europe,\n")
        members.write_text("".join(lines))

    return small_edition(tally, tmp_path_factory.mktemp("edition"), change)


EDITION_QUESTIONS = [
    "encounters by month, state, citizenship, demographic from fy2024 to fy2025",
    REMOVALS_QUESTION,
    "guest beds by color, fy",
]


def test_other_edition(world, other_edition):
    """Imported data keep their figures under shipped data of other numbers, and on the way back."""
    bring(world, states(*random_rows(400)), *NEWEST, name="states.csv")
    bring(world, REMOVALS, *DECLARED, name="removals.csv")
    bring(world, BEDS, *NEW_NAMES, *BEDS_COLUMNS, "--source", "X: Beds", name="beds.csv")
    answers = [ask(world, question) for question in EDITION_QUESTIONS]
    listed = listing(world)
    for database in (other_edition, world.database, other_edition):
        first = world.run("--database", database, "--format", "json", EDITION_QUESTIONS[0])
        assert first.status == 0 and "adapting" in first.errors, first.errors
        again = [ask(world, question, "--database", database) for question in EDITION_QUESTIONS]
        assert again == answers
        assert "adapting" not in world.run("--database", database, EDITION_QUESTIONS[0]).errors
    assert listing(world) == listed


@pytest.fixture(scope="module")
def other_columns(tally, tmp_path_factory):
    """One whose tables, those that imported data have too, have two columns more."""
    def change(folder):
        schema = (folder / "schema.sql").read_text()
        for table in COMMON_TABLES:
            start = f"CREATE TABLE {table} (\n"
            assert start in schema, table
            schema = schema.replace(start, start + "    later_number INTEGER,\n    later_words TEXT,\n")
        (folder / "schema.sql").write_text(schema)

    return small_edition(tally, tmp_path_factory.mktemp("columns"), change)


# Tables of the catalog that shipped and imported data have alike.
COMMON_TABLES = [
    "source", "measure", "dimension", "member", "spelling", "dataset", "dataset_text", "dataset_measure", "coverage",
    "dataset_member", "dataset_dimension", "dataset_other",
]


def columns_of(path):
    """The columns of those tables in a file."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in COMMON_TABLES
        }


def test_new_columns(world, other_columns):
    """A column that a version of the schema brings is in imported data too, without a value; and gone again after it."""
    bring(world, states(*random_rows(400)), *NEWEST, name="states.csv")
    bring(world, REMOVALS, *DECLARED, name="removals.csv")
    bring(world, BEDS, *NEW_NAMES, *BEDS_COLUMNS, "--source", "X: Beds", name="beds.csv")
    bring(world, UNKNOWN, *DECLARED, "--add-values", name="unknown.csv")
    answers = [ask(world, question) for question in EDITION_QUESTIONS]
    for database in (other_columns, world.database):
        first = world.run("--database", database, EDITION_QUESTIONS[0])
        assert first.status == 0 and "adapting" in first.errors, first.errors
        assert columns_of(data_file(world)) == columns_of(database)
        if database == other_columns:
            with contextlib.closing(sqlite3.connect(data_file(world))) as connection:
                found = connection.execute("SELECT DISTINCT later_number, later_words FROM measure").fetchall()
                assert found == [(0, "")]
        assert [ask(world, question, "--database", database) for question in EDITION_QUESTIONS] == answers
        assert "adapting" not in world.run("--database", database, EDITION_QUESTIONS[0]).errors


def test_value_that_an_edition_brings(world, other_edition):
    """A value that was added by an import, and that another edition knows, stays one value."""
    bring(world, UNKNOWN, *DECLARED, "--add-values")
    question = "removals by citizenship in jan 2026"
    answer = ask(world, question)
    for database in (other_edition, world.database):
        assert ask(world, question, "--database", database) == answer
        own = ask(world, "removals for atlantis in jan 2026", "--database", database)
        assert own == [{"removals": 5}]


def test_import_into_another_edition(world, other_edition):
    """What is imported under one edition and the next under another is answered together."""
    bring(world, REMOVALS, *DECLARED)
    later = "Country,Month,Count\nMexico,2026-03,9\nAtlantis,2026-03,4\n"
    bring(world, later, "--database", other_edition, name="march.csv")
    expected = {"2026-01": 5, "2026-02": 1208, "2026-03": 13}
    question = "removals by month from 2026-01 to 2026-03"
    for database in (other_edition, world.database):
        answer = ask(world, question, "--database", database)
        assert {row["month"]: row["removals"] for row in answer} == expected
        march = ask(world, "removals by citizenship in mar 2026", "--database", database)
        assert {row["citizenship"]: row["removals"] for row in march} == {"Mexico": 9, "Atlantis": 4}


# MARK: How it is called, and what it is given


def test_options_may_stand_before_a_command(world):
    bring(world, REMOVALS, *DECLARED)
    assert "table-" in world.run("--database", str(world.database), "datasets").output
    assert world.run("--errors", "json", "datasets", "--long").status == 0
    said = world.run("--accessible", "import", world.write("b.csv", REMOVALS), *DECLARED, "--dry-run")
    assert said.status in (0, 1) and "no option" not in said.errors
    wrong = world.run("--dry-run", "import")
    assert wrong.status == 2 and "import" in wrong.errors
    assert world.run("--strict", "removals in fy2022").status == 0


def test_months_in_spanish(world):
    table = REMOVALS.replace("2026-01", "enero 2026").replace("2026-02", "Febrero 2026")
    bring(world, table, *DECLARED)
    asked = [world.run("--format", "csv", f"removals in {month} 2026").output for month in ("enero", "febrero")]
    assert asked == ["removals\n5\n", "removals\n1208\n"]


def test_readings_of_many_days_are_previewed_in_a_dozen_lines(world):
    days = "".join(f"2026-0{month}-{day:02},{day}\n" for month in (3, 4) for day in range(1, 31))
    options = ["--new-measure", "held here:people:stock", "--measure", "held here=n", "--by", "date=d", *NEWEST]
    said = bring(world, "d,n\n" + days, *options)
    assert "… 48 before" in said and said.count(" 2026  ") == 12
    again = bring(world, "d,n\n" + days.replace("2026-03-05,5", "2026-03-05,6"), *options, name="next.csv")
    assert re.search("… 48 before +1 changed of 48", again), again


def test_an_address_is_told_as_such(world):
    result = world.run("import", "https://www.cbp.gov/a.csv")
    assert result.status == 1 and "is an address" in result.errors
    assert "try:  curl --location --output a.csv https://www.cbp.gov/a.csv && tally import a.csv" in result.errors


@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="only root can make a first process")
def test_the_first_process_of_a_container_ends_when_it_is_told(world):
    command = ["unshare", "--fork", "--pid", "--mount-proc", str(world.tally), "serve", "--stdio"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=world.environment())
    process.stdin.write(b'{"id": 1, "method": "ping"}\n')
    process.stdin.flush()
    assert process.stdout.readline()
    children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(children[0]), signal.SIGTERM)
    assert process.wait(10) == 128 + signal.SIGTERM
    process.stdin.close()
    process.stdout.close()


# MARK: What must not pass unseen


def test_declared_year_beside_a_publishers_part(world):
    """A few rows of one's own for a year do not take the place of the official part of it."""
    before = ask(world, "removals in fy2024")
    said = bring(world, "Country,FY,Count\nMexico,2024,5\nGuatemala,2024,7\n",
                 "--measure", "removals=Count", "--by", "citizenship=Country,fy=FY")
    assert "removals in fy2024: stays" in said
    assert ask(world, "removals in fy2024") == before


def test_means_are_not_added(world):
    """A mean over people of two facilities is none over both, also of a measure that is declared."""
    bring(world, "month,facility,rate\n2026-04,A,5\n2026-04,B,7\n",
          "--new-measure", "wait here:days:mean:1", "--measure", "wait here=rate", "--by", "month,facility",
          "--new-dimension", "facility", "--add-values")
    assert world.run("wait here in apr 2026").status == 1
    assert values(world, "wait here by facility in apr 2026", "facility", "wait_here") == {"A": 5.0, "B": 7.0}


def test_columns_that_are_not_read_across_are_named(world):
    """Columns of a wide table whose header is no period are told."""
    said = bring(world, "Country,2020,2021,2022 (est.),FY2O23,Total\nMexico,1,2,3,4,10\n",
                 "--new-measure", "visits:visits:flow", "--measure", "visits", "--across", "fy",
                 "--by", "citizenship=Country", "--dry-run")
    assert "columns left out: `2022 (est.)`, `FY2O23`, `Total`" in said


@pytest.mark.parametrize("name", ["Total, all countries", "All countries", "World", "United States Total", "TOTAL*"])
def test_sums_by_any_name_are_told(world, name):
    """A row that says that it is a sum is not added to the others."""
    path = world.write("t.csv", f'Country,FY,Count\nMexico,2022,5\n"{name}",2022,5\n')
    result = world.run("import", path, "--new-measure", "visits:visits:flow", "--measure", "visits=Count",
                       "--by", "citizenship=Country,fy=FY", "--add-values")
    assert_refused(result, "--leave-out")


def test_periods_that_have_not_begun(world):
    """Figures of a year to come are refused where nobody says when they were published."""
    path = world.write("t.csv", "fy,Removals\n2050,3\n")
    assert_refused(world.run("import", path, "--measure", "removals", "--by", "fy"), "has not begun", "--published")


def test_package_of_a_part(world):
    """What an answer held in part does not come back as whole, nor a choice of rows as all of them."""
    assert world.run("export", "part", "removals by fy since 2022").status == 0
    assert_refused(world.run("import", "part"), "held in part", "by month")
    assert world.run("export", "top", "removals by citizenship top 3 in fy2022").status == 0
    assert world.run("import", "top").status == 0
    assert ask(world, "removals in fy2022") == [{"removals": 108733}]


def test_a_folder_that_another_owns_is_told(world):
    """Whoever may not write where imports lie is told so, with the status of what cannot be written."""
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        folder.chmod(0o755)
        program = folder / "tally"
        shutil.copy(world.tally, program)
        shutil.copy(world.database, folder / "shipped.db")
        (folder / "shipped.db").chmod(0o644)
        (folder / "table.csv").write_text(REMOVALS)
        (folder / "home").mkdir(mode=0o555)
        own = {} if os.geteuid() else {"user": 65534, "group": 65534, "extra_groups": []}
        variables = {"HOME": str(folder / "home"), "TALLY_DATABASE": str(folder / "shipped.db"), "PATH": "/usr/bin"}
        done = subprocess.run(
            [program, "import", "table.csv", *DECLARED], cwd=folder, env=variables, capture_output=True, text=True, **own
        )
        assert (done.returncode, done.stdout) == (74, ""), done.stderr
        assert "Permission denied" in done.stderr and str(folder / "home") in done.stderr
    finally:
        (folder / "home").chmod(0o755)
        shutil.rmtree(folder)
