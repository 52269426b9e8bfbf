"""Sums by fiscal years of imported months: they answer what the months would, and are read where that is cheaper."""

import collections
import csv
import io
import itertools
import random
import re

import pytest

COURTS = [f"court {number}" for number in range(30)]
STAGES = ["first", "later", "last"]
KINDS = ["oral", "written"]
DECLARED = [
    "--new-measure", "hearings held:cases:flow", "--measure", "hearings held=n", "--new-dimension", "court",
    "--new-dimension", "stage", "--new-dimension", "kind of hearing",
    "--by", "month=month,court=court,stage=stage,kind of hearing=kind", "--add-values",
]


def rows():
    """Months from the middle of fiscal year 2018 to that of 2023; the combinations of a month are some of all."""
    dice = random.Random(23)
    months = [(year, month) for year in range(2018, 2024) for month in range(1, 13)][3:66]
    return [
        (*time, *key, dice.randint(1, 500))
        for time in months
        for key in itertools.product(COURTS, STAGES, KINDS)
        if dice.random() < 0.7
    ]


@pytest.fixture
def imported(world):
    found = rows()
    lines = [f"{year}-{month:02},{court},{stage},{kind},{n}\n" for year, month, court, stage, kind, n in found]
    path = world.write("hearings.csv", "month,court,stage,kind,n\n" + "".join(lines))
    assert world.run("import", path, *DECLARED).status == 0
    return found


def fiscal_year(row):
    return row[0] + (row[1] >= 10)


# What is asked, which rows of the file count, what they are added up by, and whether sums of years can answer.
QUESTIONS = [
    ("by fy", None, lambda row: (fiscal_year(row),), False),
    ("by fy, court", None, lambda row: (fiscal_year(row), row[2]), True),
    ("by fy, court, stage", None, lambda row: (fiscal_year(row), row[2], row[3]), True),
    ("by court, stage, kind of hearing", None, lambda row: row[2:5], True),
    ("by court, stage", lambda row: 2019 <= fiscal_year(row) <= 2022, lambda row: row[2:4], True),
    ("by fy, court where stage = later", lambda row: row[3] == "later", lambda row: (fiscal_year(row), row[2]), True),
    ("by cy, court, stage", None, lambda row: (row[0], *row[2:4]), False),
    ("by month, court, stage", None, lambda row: (f"{row[0]}-{row[1]:02}", *row[2:4]), False),
]


def test_years_are_their_months(world, imported):
    """Whatever the sums are read from, they are those of the file, also where the first and the last year are partial."""
    for asked, keeps, key, _ in QUESTIONS:
        wanted = collections.Counter()
        for row in imported:
            if keeps is None or keeps(row):
                wanted[tuple(map(str, key(row)))] += row[-1]
        period = " from fy2019 to fy2022" if asked == "by court, stage" else ""
        answer = world.run("--format", "csv", f"hearings held {asked}{period}")
        assert answer.status == 0, answer.errors
        found = {tuple(line[:-1]): int(line[-1]) for line in list(csv.reader(io.StringIO(answer.output)))[1:]}
        assert found == wanted, asked


def test_years_are_read_from_their_sums(world, imported):
    """Whole years are read from their sums and the rest from months, in far fewer rows; `.sql` shows both."""
    for asked, _, _, has_sums in QUESTIONS:
        shown = world.run(given=f".sql hearings held {asked}\n".encode()).output
        tables = set(re.findall(r'"dataset" = (\d+)', shown))
        assert len(tables) == (2 if has_sums else 1), (asked, shown)
    explained = world.run("explain hearings held by fy, court, stage").output
    assert int(re.search(r"rows read: ([\d,]+)", explained)[1].replace(",", "")) < len(imported) / 3


def test_dropping_takes_them_along(world, imported):
    name = world.run("datasets").output.split()[0]
    assert world.run("drop", name).status == 0
    assert world.run("hearings held by fy, court").status == 1
