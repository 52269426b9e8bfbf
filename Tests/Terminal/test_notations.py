"""How figures and periods are written in files of everyday: decimal commas, marks beside figures, signs of other
keyboards, months without their year, digits that are more than can be added up."""

import decimal
import json
import random

import pytest

from test_everyday import figure, rows
from test_import import NEWEST, bring

KILOS = ["--new-measure", "kilos here:kilograms:flow:2", "--measure", "kilos here=Kilos", "--by", "month=Mes", *NEWEST]
STOPS = ["--new-measure", "stops here:events:flow"]
BOOK = ["--new-measure", "bookings here:people:flow", "--measure", "bookings here=n", "--by", "fy", *NEWEST]


# MARK: Decimal commas


def test_a_decimal_comma_is_declared(world):
    table = "\ufeffMes;Kilos\r\nenero 2024;1.234,5\r\nfebrero 2024;987,25\r\nmarzo 2024;1.001\r\n"
    refused = world.run("import", world.write("kilos.csv", table), *KILOS)
    assert refused.status == 1
    assert "kilos.csv:2: column Kilos: `1.234,5` is not a number" in refused.errors
    assert "--decimal , reads a decimal comma" in refused.errors
    bring(world, table.encode(), *KILOS, "--decimal", ",")
    found = {month: decimal.Decimal(own) for month, own in rows(world, "kilos here by month")}
    assert list(found.values()) == [decimal.Decimal("1234.5"), decimal.Decimal("987.25"), 1001]


def test_a_decimal_comma_is_kept_for_the_next_file(world):
    bring(world, b"Mes;Kilos\nenero 2024;1,5\n", *KILOS, "--decimal", ",")
    bring(world, b"Mes;Kilos\nenero 2024;1,5\nfebrero 2024;2.000,25\n", "--published", "2027-02-01")
    assert figure(world, "kilos here in feb 2024") == "2000.25"


def test_groups_are_points_where_decimals_follow_a_comma(world):
    refused = world.run(
        "import", world.write("kilos.csv", "Mes;Kilos\nenero 2024;12.5\n"), *KILOS, "--decimal", ","
    )
    assert refused.status == 1 and "`12.5` is not a number" in refused.errors


def test_numbers_of_json_have_a_point_whatever_texts_have(world):
    table = [{"Mes": "2024-01", "Kilos": 1.5}, {"Mes": "2024-02", "Kilos": 1234.25}]
    bring(world, json.dumps(table).encode(), *KILOS, "--decimal", ",", name="kilos.json")
    assert figure(world, "kilos here in feb 2024") == "1234.25"


def test_other_signs_before_decimals_are_refused(world):
    result = world.run("import", "kilos.csv", "--decimal", ";")
    assert result.status == 2 and "`--decimal` takes a point or a comma" in result.errors


def test_any_figure_is_read_alike_in_both_notations(world):
    """What is written with commas is what is written with points, for figures of every size."""
    dice = random.Random(21)
    figures = [decimal.Decimal(dice.randrange(10 ** dice.randrange(1, 11))).scaleb(-2) for _ in range(60)]
    lines = [f"{1950 + place};{own:,.2f}" for place, own in enumerate(figures)]
    swapped = [line.translate(str.maketrans(",.", ".,")) for line in lines]
    options = ["--new-measure", "own sums:dollars:flow:2", "--measure", "own sums=n", "--by", "fy=y", *NEWEST]
    bring(world, ("y;n\n" + "\n".join(swapped) + "\n").encode(), *options, "--decimal", ",")
    found = {year: decimal.Decimal(own) for year, own in rows(world, "own sums by fy")}
    assert found == {str(1950 + place): own for place, own in enumerate(figures)}


# MARK: Marks beside figures


@pytest.mark.parametrize("cell, mark", [
    ("9[a]", "'[a]'"), ("$1,250", "'$'"), ("859,501p", "p"), ("1,662,167†", "'†'"), ("12.5%", "'%'"), ("405,036 r", "r"),
    ("9 (2)", "'(2)'"), ("-4*", "'*'"),
])
def test_a_mark_beside_a_figure_is_told_with_the_option(world, cell, mark):
    refused = world.run("import", world.write("marks.csv", f'fy,n\n2022,"{cell}"\n'), *BOOK)
    assert refused.status == 1
    assert f"marks.csv:2: column n: `{cell}` is not a number (--marks {mark} where" in refused.errors
    assert "--missing" not in refused.errors


@pytest.mark.parametrize("cell", ["<11", ">500", "~40", "NA", "n/a"])
def test_what_is_no_figure_is_no_mark(world, cell):
    refused = world.run("import", world.write("marks.csv", f"fy,n\n2022,{cell}\n"), *BOOK)
    assert refused.status == 1 and "--marks" not in refused.errors and "--withheld" in refused.errors


@pytest.mark.parametrize("cell", ["12-13", "5 of 9", "($50,000)"])
def test_what_holds_several_numbers_is_told_as_it_is(world, cell):
    refused = world.run("import", world.write("marks.csv", f'fy,n\n2022,"{cell}"\n'), *BOOK)
    assert refused.status == 1 and "is not a number (1208, 1,208 or 1208.5, empty, or D for withheld)" in refused.errors


def test_marks_are_left_out_of_figures_and_periods(world):
    table = 'fy\tn\nFY2021\t12\nFY2022\t9[a]\nFY2023[b]\t$15 *\nFY2024*\t1,007**\n'
    bring(world, table.encode(), *BOOK, "--marks", "[a],[b],*,$", "--marks", "**", name="web.tsv")
    assert rows(world, "bookings here by fy") == [["2021", "12"], ["2022", "9"], ["2023", "15"], ["2024", "1007"]]


def test_marks_are_kept_for_the_next_file(world):
    bring(world, b"fy,n\n2021,12p\n", *BOOK, "--marks", "p")
    bring(world, b"fy,n\n2021,13\n2022,9p\n", "--published", "2027-02-01")
    assert figure(world, "bookings here in fy2022") == "9"


def test_a_cell_that_is_only_a_mark_is_no_figure(world):
    refused = world.run("import", world.write("marks.csv", "fy,n\n2022,p\n"), *BOOK, "--marks", "p")
    assert refused.status == 1 and "`p` is not a number" in refused.errors


def test_words_for_no_figure_go_before_marks(world):
    bring(world, b"fy,n\n2021,4\n2022,*\n", *BOOK, "--marks", "*", "--withheld", "*")
    said = world.run("bookings here in fy2022").output
    assert "withheld" in said


# MARK: Signs of other keyboards


def test_minus_and_groups_as_typesetters_write_them(world):
    table = "fy;n\n2021;−1\u202f200\n2022;1\u00a0500\n2023;12\u2009345\u2009678\n2024;7\n"
    bring(world, table.encode(), *BOOK)
    assert [row[1] for row in rows(world, "bookings here by fy")] == ["-1200", "1500", "12345678", "7"]


@pytest.mark.parametrize("cell", ["1\u00a05", "12\u00a03456", "1 500"])
def test_spaces_that_make_no_groups_are_refused(world, cell):
    refused = world.run("import", world.write("own.csv", f"fy,n\n2022,{cell}\n"), *BOOK)
    assert refused.status == 1 and "is not a number" in refused.errors


# MARK: Months beside their year


@pytest.mark.parametrize("options, months", [
    (["--scope", "fy=2024"], ["2023-10", "2023-12", "2024-01", "2024-09"]),
    (["--scope", "fiscal year=2024"], ["2023-10", "2023-12", "2024-01", "2024-09"]),
    (["--scope", "cy=2024"], ["2024-01", "2024-09", "2024-10", "2024-12"]),
])
def test_months_across_in_one_year(world, options, months):
    table = b"Place,Oct,Dec,Jan,SEP\nlaredo,1,2,4,8\ndel rio,16,32,64,128\n"
    bring(
        world, table, *STOPS, "--measure", "stops here", "--across", "month", "--by", "sector=Place", *options, *NEWEST
    )
    assert [month for month, own in rows(world, "stops here by month") if own] == months
    assert figure(world, "stops here in sep 2024") == "136"


@pytest.mark.parametrize("year, first", [("fy", "2022-10"), ("cy", "2023-10")])
def test_months_across_beside_a_column_of_years(world, year, first):
    table = b"Year,OCT,FEB\n2023,10,20\n2024,1,2\n"
    bring(world, table, *STOPS, "--measure", "stops here", "--across", "month", "--by", f"{year}=Year", *NEWEST)
    found = dict(rows(world, "stops here by month"))
    assert found[first] == "10" and found["2023-02"] == "20" and found["2024-02"] == "2" and len(found) >= 4


def test_months_in_a_column_beside_one_year(world):
    bring(world, b"Month,n\nOctober,3\nmayo,4\n", *STOPS, "--measure", "stops here=n", "--by", "month=Month",
          "--scope", "fy=2024", *NEWEST)
    found = dict(rows(world, "stops here by month"))
    assert found["2023-10"] == "3" and found["2024-05"] == "4"


def test_months_without_a_year_say_what_gives_it(world):
    path = world.write("own.csv", "Place,Oct,Nov\nlaredo,1,2\n")
    refused = world.run("import", path, *STOPS, "--measure", "stops here", "--across", "month", "--by", "sector=Place")
    assert "months without a year are read with --scope fy=2024, --scope cy=2024 or --by fy=COLUMN" in refused.errors


def test_a_year_in_two_places_is_refused(world):
    path = world.write("own.csv", "fy,Oct,Nov\n2024,1,2\n")
    refused = world.run("import", path, *STOPS, "--measure", "stops here", "--across", "month", "--by", "fy",
                        "--scope", "fy=2024")
    assert refused.status == 1 and "a column gives the period, and it is fixed as well" in refused.errors


# MARK: Digits beyond those with which figures are added up


@pytest.mark.parametrize("decimals, kept", [(1, 5), (2, 6), (3, 11), (6, 11)])
def test_digits_that_are_cut_are_told(world, decimals, kept):
    """Whatever follows the last decimal with which figures are added up is told, even where nothing else is rounded."""
    cells = ["1." + "0" * kept + "1", "2.5", "-3." + "0" * (kept - 1) + "4"]
    lines = "".join(f"{2020 + place},{cell}\n" for place, cell in enumerate(cells))
    options = ["--new-measure", f"snow {kept}:kilograms:flow:{decimals}", "--measure", f"snow {kept}=n", "--by", "fy"]
    said = bring(world, b"fy,n\n" + lines.encode(), *options, *NEWEST)
    assert f"2 rows have more decimals than are held (snow {kept}: {decimals}): rounded" in said
    assert f"1 of them has digits beyond the {kept}th decimal, which are cut off before figures are added up" in said


def test_digits_that_are_added_up_are_not_told_as_cut(world):
    said = bring(world, b"fy,n\n2020,1.00000000001\n2021,1.5000000000000000\n",
                 "--new-measure", "rain:kilograms:flow:3", "--measure", "rain=n", "--by", "fy", *NEWEST)
    assert "1 row has more decimals than are held" in said and "cut off" not in said


def test_declared_decimals_are_as_many_as_is_said(world):
    path = world.write("own.csv", "fy,n\n2020,1.00000005\n")
    options = ["--measure", "hail=n", "--by", "fy"]
    said = world.run("import", path, "--new-measure", "hail:kilograms:flow:3", *options, "--dry-run").output
    most = said.split("--new-measure declares up to ")[1].split()[0]
    assert world.run("import", path, "--new-measure", f"hail:kilograms:flow:{most}", *options, "--dry-run").status == 0
    over = world.run("import", path, "--new-measure", f"hail:kilograms:flow:{int(most) + 1}", *options, "--dry-run")
    assert f"is not a number of decimals, which is 0 to {most}" in over.errors


def test_sums_with_withheld_cells_are_marked_in_what_changes(world):
    said = bring(world, b"fy,sex,n\n2021,m,12\n2021,f,D\n", "--new-dimension", "sex", "--new-measure",
                 "guests here:people:flow", "--measure", "guests here=n", "--by", "fy", "--by", "sex", "--add-values",
                 *NEWEST)
    assert "guests here in fy2021: not held -> > 12" in said


def test_a_list_inside_of_an_object_is_told_with_a_way_out(world):
    text = json.dumps({"meta": {"day": "2025-01-01"}, "rows": [{"fy": 2022, "n": 4}]})
    refused = world.run("import", world.write("own.json", text), *BOOK)
    assert refused.status == 1 and "jq -c '.rows[]'" in refused.errors


# MARK: Titles above and notes below


NOTED = "Table 3. Deaths in jail, by year\n\nFiscal year\tDeaths\nFY2021\t12\nFY2022\t9\n\nNote: counted by the county\nSource: County\n"
JAIL = ["--new-measure", "jail deaths:deaths:flow", "--measure", "jail deaths=Deaths", "--by", "fy=Fiscal year", *NEWEST]


def test_a_note_below_a_table_is_told_with_the_option(world):
    """Each refusal names the option for the next note, until the table is read."""
    path = world.write("noted.tsv", NOTED)
    options = []
    for note in ["Note: counted*", "Source: County"]:
        refused = world.run("import", path, *JAIL, *options)
        option = f"Fiscal year={note}"
        assert refused.status == 1 and f"--leave-out '{option}'" in refused.errors, refused.errors
        options += ["--leave-out", option]
    said = world.run("import", path, *JAIL, *options)
    assert said.status == 0, said.errors
    assert rows(world, "jail deaths by fy") == [["2021", "12"], ["2022", "9"]]


@pytest.mark.parametrize("sign", "\t;|,")
@pytest.mark.parametrize("title", ["Deaths", "Deaths in jail, by year", "a | b; c", '"Deaths, ""all""; by year"'])
def test_the_delimiter_is_that_of_the_table_below_its_title(world, sign, title):
    table = title + "\n\n" + "\n".join(sign.join(row) for row in [["Year", "In", "Out"], ["2021", "3", "4"], ["2022", "5", "6"]])
    bring(world, (table + "\n").encode(), "--new-measure", "inmates here:people:flow", "--measure", "inmates here=In",
          "--by", "fy=Year", "--leave-out", "Year=2021", *NEWEST)
    assert rows(world, "inmates here by fy") == [["2022", "5"]]


def test_a_short_row_that_is_no_note_is_told_as_it_is(world):
    refused = world.run("import", world.write("own.csv", 'fy,n,m\n2022,1,2\n"a ""b""",1\n'), *BOOK)
    assert refused.status == 1 and "own.csv:3: 2 cells, but the header has 3" in refused.errors


def test_a_new_dimension_may_follow_a_column_that_is_named(world):
    table = b"day,nationality,gender\n2025-03-01,Mexico,M\n2025-03-02,Cuba,F\n"
    bring(world, table, "--new-measure", "own arrests:arrests:flow", "--measure", "own arrests", "--count",
          "--new-dimension", "gender", "--by", "date=day,citizenship=nationality,gender", "--add-values", *NEWEST)
    assert rows(world, "own arrests by gender") == [["F", "1"], ["M", "1"]]


def test_a_column_that_is_not_there_says_how_several_are_named(world):
    path = world.write("own.csv", "day,nationality,n\n2025-03-01,Mexico,4\n")
    refused = world.run("import", path, *BOOK[:4], "--by", "date=day,citizenship=nationality,sector")
    assert refused.status == 1 and "there is no column `nationality,sector`" in refused.errors
    assert "one of several in it DIMENSION=COLUMN; columns are day, nationality, n" in refused.errors
