"""Tables with a row for each quarter: of fiscal or of calendar years, with the year beside it or in it."""

import random

import pytest

from test_everyday import figure, refused, rows
from test_import import NEWEST, bring

STOPS = ["--new-measure", "stops here:events", "--measure", "stops here=Count"]
QUARTERS = [("Q1 FY2024", 5), ("Q2 FY2024", 6), ("Q3 FY2024", 1), ("Q4 FY2024", 2), ("Q1 FY2025", 3)]


def table(texts, header="Quarter,Count"):
    return "\n".join([header, *(f"{text},{count}" for text, (_, count) in zip(texts, QUARTERS))]) + "\n"


# The same five quarters, as they are written.
WRITTEN = {
    "a fiscal year in it": (["FY2024 Q1", "FY2024 Q2", "FY2024 Q3", "FY2024 Q4", "FY2025 Q1"], "quarter=Quarter"),
    "a fiscal year after it": (["Q1 FY24", "Q2 FY24", "Q3 FY24", "Q4 FY24", "Q1 FY25"], "quarter=Quarter"),
    "a calendar year": (["CY2023 Q4", "CY2024 Q1", "CY2024 Q2", "CY2024 Q3", "CY2024 Q4"], "quarter=Quarter"),
    "years that options tell": (["2024-Q1", "2024Q2", "2024 3rd quarter", "4Q2024", "2025 Q1"],
                                "fiscal quarter=Quarter"),
    "calendar years that options tell": (["2023 Q4", "2024 Q1", "2024 Q2", "2024 Q3", "2024 Q4"],
                                         "calendar quarter=Quarter"),
    "months": (["Oct-Dec 2023", "Jan–Mar 2024", "April - June 2024", "July-September 2024", "OCT - DEC 2024"],
               "quarter=Quarter"),
    "months of fiscal years": (["FY2024 Oct-Dec", "FY2024 Jan-Mar", "FY2024 Apr-Jun", "FY2024 Jul-Sep",
                                "FY2025 Oct-Dec"], "quarter=Quarter"),
}


@pytest.mark.parametrize("way", WRITTEN)
def test_quarters_are_read_as_they_are_written(world, way):
    texts, by = WRITTEN[way]
    bring(world, table(texts).encode(), *STOPS, "--by", by)
    found = rows(world, "stops here by quarter")
    assert [(f"{q.split()[1]} {q.split()[0]}", int(n)) for q, n in found] == QUARTERS


@pytest.mark.parametrize(
    "rows_of, by",
    [
        (["2024,Q1", "2024,2", "2024,3rd quarter", "2024,Jul-Sep", "2025,Q1"], "fy=Year,quarter=Quarter"),
        (["2023,4", "2024,1", "2024,2", "2024,3", "2024,Oct-Dec"], "cy=Year,quarter=Quarter"),
    ],
)
def test_the_year_is_beside_the_quarter(world, rows_of, by):
    bring(world, table(rows_of, "Year,Quarter,Count").encode(), *STOPS, "--by", by)
    assert [int(count) for _, count in rows(world, "stops here by quarter")] == [5, 6, 1, 2, 3]
    assert figure(world, "stops here in fy2024") == "14"


def test_quarters_are_across_and_of_all_rows(world):
    wide = "Country,Q1,Q2,Q3,Q4\nMexico,5,6,1,2\nCuba,1,1,1,1\n"
    options = ["--new-measure", "stops here:events", "--measure", "stops here", "--by", "citizenship=Country"]
    bring(world, wide.encode(), *options, "--across", "quarter", "--scope", "fy=2024")
    assert figure(world, "stops here in fy2024") == "18"
    one = "Country,Count\nMexico,7\n"
    bring(world, one.encode(), *STOPS, "--by", "citizenship=Country", "--scope", "quarter=FY2025 Q1", name="one.csv")
    assert figure(world, "stops here for Mexico in q1 fy2025") == "7"


def test_years_are_the_sums_of_their_quarters(world):
    """For random quarters of ten years, every year is what its quarters add up to, and one with less is a part."""
    dice = random.Random(4)
    held = {(year, number): dice.randrange(1_000) for year in range(2010, 2020) for number in range(1, 5)}
    del held[2014, 3]
    lines = [f"FY{year} Q{number},{place},{count // 2 + count % 2 * (place == 'Mexico')}"
             for (year, number), count in held.items() for place in ("Mexico", "Cuba")]
    dice.shuffle(lines)
    options = [*STOPS, "--by", "quarter=Quarter,citizenship=Country"]
    said = bring(world, "\n".join(["Quarter,Country,Count", *lines]).encode(), *options)
    assert "FY2014, 3 quarters" in said
    years = {int(year): int(count) for year, count in rows(world, "stops here by fy")}
    assert years == {
        year: sum(count for (own, _), count in held.items() if own == year) for year in range(2010, 2020)
    }
    halves = [held[2015, 4], held[2016, 1]]
    assert figure(world, "stops here in 2015-07..2015-12") == str(sum(halves))
    assert "partial" in world.run("stops here in fy2014").output
    by_place = {(year, place): int(count) for year, place, count in rows(world, "stops here by fy, citizenship")}
    assert sum(by_place.values()) == sum(held.values())


def test_an_average_of_a_year_is_that_of_its_quarters_by_days(world):
    options = ["--new-measure", "people here:people:average:2", "--measure", "people here=Count", "--by"]
    counts = [(92, 100), (91, 200), (91, 300), (92, 400)]
    text = "\n".join(["Quarter,Count", *(f"FY2024 Q{place},{count}" for place, (_, count) in enumerate(counts, 1))])
    bring(world, text.encode(), *options, "quarter=Quarter")
    wanted = sum(days * count for days, count in counts) / 366
    assert abs(float(figure(world, "people here in fy2024")) - wanted) < 0.006
    (row,) = rows(world, "people here by fy")
    assert abs(float(row[1]) - wanted) < 0.006


def test_a_quarter_that_was_not_over_is_a_part(world):
    said = bring(world, table(WRITTEN["a fiscal year in it"][0]).encode(), *STOPS, "--by", "quarter=Quarter",
                 "--published", "2024-11-15")
    assert "Q1 FY2025 was not over on that day: it counts as a part, 1 Oct 2024 – 15 Nov 2024" in said
    assert "◐" in world.run("stops here in q1 fy2025").output


def test_a_package_by_quarter_comes_back(world):
    assert world.run("export", "package", "removals by quarter in fy2022..fy2023").status == 0
    bring_back = world.run("import", "package", "--prefer")
    assert bring_back.status == 0, bring_back.errors
    assert "answers before publishers' tables" in bring_back.output


@pytest.mark.parametrize("text", ["Q5", "Q0 FY2024", "FY2024", "2024", "Jan-Apr 2024", "Feb-Apr 2024", "Q1 Q2 FY2024", ""])
def test_what_is_no_quarter_is_refused(world, text):
    said = refused(world, f"Quarter,Count\n\"{text}\",5\n", *STOPS, "--by", "quarter=Quarter")
    assert "table.csv:2: column Quarter" in said


def test_quarters_of_which_year_are_asked_back(world):
    said = refused(world, "Quarter,Count\n2024 Q1,5\n", *STOPS, "--by", "quarter=Quarter")
    assert "'fiscal quarter=Quarter'" in said and "'calendar quarter=Quarter'" in said
