"""Tables as agencies and newsrooms have them: other delimiters, titles, several header rows, years across, words for
figures that are not there."""

import csv
import gzip
import io
import json

import pytest

from test_import import FILES, NEWEST, OFFICIAL, bring, official
from test_workbooks import official as workbook

REMOVALS = ["--measure", "removals=Count", "--by", "citizenship=Country,fy=FY", "--prefer", *NEWEST]


def rows(world, question):
    result = world.run("--format", "csv", question)
    assert result.status == 0, result.errors
    return list(csv.reader(io.StringIO(result.output)))[1:]


def figure(world, question):
    (row,) = rows(world, question)
    return row[0]


def refused(world, text, *options, name="table.csv"):
    result = world.run("import", world.write(name, text), *options)
    assert result.status == 1, result.output
    return result.errors

PLAIN = "Country,FY,Count\nMexico,2021,1208\nCuba,2021,7\n"


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_whatever_stands_between_cells_is_found(world, delimiter):
    bring(world, PLAIN.replace(",", delimiter).encode(), *REMOVALS)
    assert figure(world, "removals for Mexico in fy2021") == "1208"


def test_a_named_delimiter_is_taken(world):
    table = "Country, the;of a|FY|Count\nMexico, x;y|2021|5\n"
    options = ["--measure", "removals=Count", "--by", "fy=FY", "--prefer", "--delimiter", "|", *NEWEST]
    bring(world, table.encode(), *options)
    assert figure(world, "removals in fy2021") == "5"


def test_a_line_that_names_the_delimiter_is_read(world):
    bring(world, b"sep=;\r\nCountry;FY;Count\r\nMexico, the;2021;5\r\n", *REMOVALS[:2], "--by", "fy=FY", "--prefer")
    assert figure(world, "removals in fy2021") == "5"


TITLED = b"United States Border Patrol\n\"FY 2021, all\"\nCountry,FY,Count\nMexico,2021,5\n"


@pytest.mark.parametrize("options", [[], ["--skip", "2"]])
def test_titles_above_the_header_are_found_or_skipped(world, options):
    said = bring(world, TITLED, *REMOVALS, *options)
    assert ("line 3 has the columns that are named: 2 lines above it left out" in said) == (not options)
    assert figure(world, "removals for Mexico in fy2021") == "5"


def test_the_next_table_below_titles_needs_no_options(world):
    bring(world, TITLED, *REMOVALS)
    later = b"Another title\n" + TITLED.split(b"\n", 2)[2].replace(b",5", b",6")
    result = world.run("import", world.write("later.csv", later), *NEWEST)
    assert result.status == 0, result.errors
    assert figure(world, "removals for Mexico in fy2021") == "6"


def test_a_column_that_no_line_has_is_told(world):
    errors = refused(world, TITLED, "--measure", "removals=Number", "--by", "citizenship=Country,fy=FY")
    assert "there is no column `Number`" in errors and "--skip" not in errors


def test_a_publishers_file_with_titles_is_still_known(world):
    file = FILES / "sbo-encounters-fy22-fy25-aug.csv"
    said = bring(world, b"Some title\n\n" + file.read_bytes())
    assert "CBP southwest land border encounters" in said


def test_a_header_of_several_rows(world):
    table = b",Removals,,Returns,\nCountry,2020,2021,2020,2021\nMexico,1,2,3,4\n"
    options = ["--by", "citizenship=Country", "--header", "2", "--prefer", "--scope", "fy=2021", *NEWEST]
    bring(world, table, "--measure", "removals=Removals 2021", *options)
    assert figure(world, "removals for Mexico in fy2021") == "2"


def test_spaces_around_figures(world):
    bring(world, 'Country,FY,Count\nMexico,2021," 43,958 "\nCuba,2021,\u00a07\u202f\n'.encode(), *REMOVALS)
    assert figure(world, "removals in fy2021") == "43965"


def test_words_for_figures_that_are_not_there(world):
    table = b"Country,FY,Count\nMexico,2021,NA\nCuba,2021,(D)\nHaiti,2021,<11\nPeru,2021,5\n"
    errors = refused(world, table, *REMOVALS)
    assert "table.csv:2: column Count: `NA` is not a number" in errors and "--missing NA" in errors
    bring(world, table, *REMOVALS, "--missing", "NA,-", "--withheld", "(D)", "--withheld", "<11")
    found = {row[0]: row[1] for row in rows(world, "removals by citizenship in fy2021 for Mexico, Cuba, Peru")}
    assert found["Peru"] == "5" and found.get("Mexico", "") == "" and found.get("Cuba", "") == ""
    # What was declared is kept.
    bring(world, table.replace(b"5", b"6"), name="next.csv")


def test_a_word_may_look_like_a_number(world):
    bring(world, b"Country,FY,Count\nMexico,2021,-1\nCuba,2021,5\n", *REMOVALS, "--missing", "-1")
    assert figure(world, "removals for Cuba in fy2021") == "5"


def test_years_as_programs_write_them(world):
    bring(world, b"Country,FY,Count\nMexico,2021.0,5\n", *REMOVALS)
    assert figure(world, "removals for Mexico in fy2021") == "5"
    assert "is no month" in refused(
        world, b"M,Count\n2020-010,5\n", "--measure", "removals=Count", "--by", "month=M", name="m.csv"
    )
    errors = refused(world, b"M,Count\n44562,5\n", "--measure", "removals=Count", "--by", "month=M", name="s.csv")
    assert "2022-01-01" in errors


def test_months_with_their_number_in_the_fiscal_year(world):
    table = b"Fiscal Year,Month,Quantity\n2021,01 October,5\n2021,12 September,6\n"
    by = "fiscal year=Fiscal Year,month of fiscal year=Month"
    bring(world, table, "--measure", "removals=Quantity", "--by", by, "--prefer", *NEWEST)
    assert rows(world, "removals by month from oct 2020 to sep 2021")[0] == ["2020-10", "5"]


def test_years_before_the_fiscal_year(world):
    new = ["--new-measure", "new residents:people:flow", "--measure", "new residents=LPR", "--by", "fy=Year"]
    bring(world, b"Year,LPR\n1820,8385\n1821,9127\n", *new)
    assert rows(world, "new residents by fy") == [["1820", "8385"], ["1821", "9127"]]


WIDE = b"Country,2020,2021,Notes\nMexico,5,6,x\nCuba,7,NA,y\nTotal,12,6,\n"


def test_a_wide_table(world):
    options = ["--measure", "removals", "--by", "citizenship=Country", "--across", "fy", "--prefer", *NEWEST]
    errors = refused(world, WIDE, *options, "--missing", "NA")
    assert "`Total`" in errors and "--leave-out Country=Total" in errors
    errors = refused(world, WIDE, *options, "--leave-out", "Country=Total")
    assert "table.csv:3: column C (2021): `NA` is not a number" in errors
    bring(world, WIDE, *options, "--leave-out", "Country=Total", "--missing", "NA")
    assert figure(world, "removals for Mexico in fy2021") == "6"
    assert figure(world, "removals in fy2020") == "12"
    # The next one needs no options.
    bring(world, WIDE.replace(b"5,6", b"5,8"), "--published", "2026-08-16", name="next.csv")
    assert figure(world, "removals for Mexico in fy2021") == "8"


def test_a_wide_table_of_values(world):
    table = b"FY,Mexico,Cuba\n2021,6,8\n"
    bring(world, table, "--measure", "removals", "--by", "fy=FY", "--across", "citizenship", "--prefer", *NEWEST)
    assert figure(world, "removals for Cuba in fy2021") == "8"


def test_a_period_for_all_rows(world):
    table = b"Country,Count\nMexico,5\n"
    errors = refused(world, table, "--measure", "removals=Count", "--by", "citizenship=Country")
    assert "--scope fy=2017" in errors
    bring(
        world, table, "--measure", "removals=Count", "--by", "citizenship=Country", "--scope", "fy=2017", "--prefer"
    )
    assert figure(world, "removals for Mexico in fy2017") == "5"


def test_decimals_and_rounding_of_new_measures(world):
    table = b"Drug,FY,Kilos\nCocaine,2021,0.1\n"
    declared = ["--measure", "kilos=Kilos", "--by", "drug=Drug,fy=FY"]
    assert ":flow:3" in refused(world, table, "--new-measure", "kilos:kg:flow", *declared)
    bring(world, table, "--new-measure", "kilos:kg:flow:3", *declared)
    assert figure(world, "kilos in fy2021") == "0.1"
    bring(world, PLAIN.replace("1208", "1210").encode(), *REMOVALS, "--rounded", "10", name="tens.csv")
    shown = world.run("removals in fy2021").output
    assert "rounded" in shown.lower()


def test_compressed_and_piped(world):
    bring(world, gzip.compress(PLAIN.encode()), *REMOVALS, name="table.csv.gz")
    assert figure(world, "removals for Mexico in fy2021") == "1208"
    piped = world.run("import", "-", *REMOVALS, "--as", "piped", given=PLAIN.replace("1208", "1209").encode())
    assert piped.status == 0 and "standard input" in piped.output, piped.errors
    assert figure(world, "removals for Mexico in fy2021") == "1209"


def test_json_lines(world):
    lines = [{"Country": "Mexico", "FY": 2021, "Count": 5}, {"Country": "Cuba", "FY": 2021, "Count": None}]
    text = "\n".join(json.dumps(line) for line in lines).encode()
    bring(world, text, *REMOVALS, name="table.jsonl")
    assert figure(world, "removals for Mexico in fy2021") == "5"
    errors = refused(world, text + b'\n{"Country": "Haiti", "FY": 2021, "Number": 5}', *REMOVALS, name="b.jsonl")
    assert "b.jsonl:3: the field `Number` is not in the first object" in errors
    errors = refused(world, text + b"\n{", *REMOVALS, name="c.jsonl")
    assert "c.jsonl:3: is not one object of JSON" in errors
    errors = refused(world, b'{"Country": "Haiti", "FY": 2021, "Count": "x"}', *REMOVALS, name="d.jsonl")
    assert "d.jsonl:1: column Count: `x` is not a number" in errors


OBJECTS = [{"Country": "Mexico", "FY": 2021, "Count": 5}, {"Country": "Cuba, {the}]", "FY": 2021, "Count": 7}]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(OBJECTS), json.dumps(OBJECTS, indent=2), "\n\n " + json.dumps(OBJECTS, separators=(",", ":")),
        "\ufeff" + json.dumps(OBJECTS), "\n".join(json.dumps(own, indent=1) for own in OBJECTS),
    ],
)
def test_lists_of_json(world, text):
    bring(world, text.encode(), *REMOVALS, "--add-values", name="table.json")
    assert figure(world, "removals in fy2021") == "12"


@pytest.mark.parametrize(
    "text, said",
    [
        ('[{"Country": "Mexico", "FY": 2021, "Count": 5}', "a.json:1: the list of objects does not end"),
        ('[{"Country": "Mexico", "FY": 2021, "Count": 5}\n{"Country": "Cuba", "FY": 2021, "Count": 5}]',
         "a.json:2: a comma is missing between two objects"),
        ('[{"Country": "Mexico", "FY": 2021, "Count": 5}]\nx', "a.json:2: something follows the list"),
        ('[{"Country": "Mexico", "FY": 2021, "Count": 5},\n\n[1]]', "a.json:3: is not one object of JSON"),
        ('[{"Country": "Mexico", "FY": 2021, "Count": [5]}]', "a.json:1: column Count: holds more than one value"),
        ('[{"Country": "Mexico",\n "FY": 2021, "Count": "x"}]', "a.json:1: column Count: `x` is not a number"),
        ('[{"Country": "Mexico", "FY": 2021, "Count": 5},', "a.json:1: the list of objects does not end"),
    ],
)
def test_broken_lists_of_json(world, text, said):
    assert said in refused(world, text.encode(), *REMOVALS, name="a.json")


def test_an_answer_as_json_comes_back(world):
    text = world.run("--format", "json", "removals by fy from fy2018 to fy2021").output.encode()
    bring(world, text, "--measure", "removals", "--by", "fy", "--prefer", *NEWEST, name="answer.json")
    assert rows(world, "removals by fy from fy2018 to fy2021") == [
        ["2018", "327608"], ["2019", "347090"], ["2020", "237364"], ["2021", "85783"],
    ]


def test_what_an_import_says_as_json(world):
    path = world.write("table.csv", PLAIN)
    result = world.run("import", path, *REMOVALS, "--dry-run", "--format", "json")
    said = json.loads(result.output)
    assert said["rows"] == 2 and said["from"] == "2020-10-01" and said["to"] == "2021-09-30"
    (figure_of_year,) = said["figures"]
    assert figure_of_year["in_file"] == 1215 and figure_of_year["held"] == 85783 and figure_of_year["changed"] == 1
    assert said["changes"] == ["removals in fy2021: 85,783 -> 1,215"]
    again = world.run("import", path, *REMOVALS, "--format", "json").output
    objects = [json.loads(text) for text in again.replace("}\n{", "}\0{").split("\0")]
    assert objects[0] == said and list(objects[1]) == ["imported_as"]
    (listed,) = json.loads(world.run("datasets", "--format", "json").output)
    assert [listed["name"]] == objects[1]["imported_as"] and listed["rows"] == 2
    known = json.loads(world.run("import", path, *REMOVALS, "--format", "json").output)
    assert known["imported_before_as"] == listed["name"]
    outdated = json.loads(world.run("datasets", "--outdated", "--format", "json").output)
    assert {own["by"] for own in outdated["superseded"]} == {listed["name"]} and outdated["newest"][0]["publisher"]


def test_what_an_import_says_in_words(world):
    result = world.run("import", world.write("table.csv", PLAIN), *REMOVALS, "--dry-run", "--accessible")
    lines = result.output.splitlines()
    assert "removals, FY2021: 1,215 in the file, 85,783 held now, 1 changed of 1" in lines
    assert "removals in fy2021: 85,783 becomes 1,215" in lines
    assert all(line == line.strip() and "  " not in line for line in lines)
    wrong = world.run("datasets", "--format", "xml")
    assert wrong.status == 2 and "`--format` takes table or json here" in wrong.errors


def test_figures_of_json_are_not_changed(world):
    text = b'{"FY": 2021, "Kilos": 1234567.123456}\n'
    declared = ["--new-measure", "kilos:kg:flow:6", "--measure", "kilos=Kilos", "--by", "fy=FY"]
    assert "1,234,567.123456" in bring(world, text, *declared, name="table.jsonl")


def test_empty_rows_are_told(world):
    said = bring(world, b"Country,FY,Count,,\nMexico,2021,5,,\n,,,,\n , ,,,\nCuba,2021,6,,,,\n", *REMOVALS)
    assert "2 empty rows are left out" in said
    assert figure(world, "removals in fy2021") == "11"


def test_lines_of_old_macs(world):
    bring(world, PLAIN.replace("\n", "\r").encode(), *REMOVALS)
    assert figure(world, "removals for Mexico in fy2021") == "1208"


def test_rows_that_say_the_same_twice_are_told(world):
    said = bring(world, b"Country,FY,Count\nMexico,2021,5\nMexico,2021,5\nCuba,2021,5\nCuba,2021,6\n", *REMOVALS)
    assert "2 sums are of several rows" in said and "1 of them is of rows that have the same figures too" in said


def test_sums_among_rows_are_refused(world):
    table = b"Country,FY,Count\nTotal,2021,12\nMexico,2021,5\nCuba,2021,7\n"
    errors = refused(world, table, *REMOVALS, "--add-values")
    assert "table.csv:2: column Country: `Total` seems to be the sum of other rows" in errors
    bring(world, table, *REMOVALS, "--add-values", "--leave-out", "Country=Total")
    assert figure(world, "removals in fy2021") == "12"


def test_names_of_the_united_nations_and_in_spanish(world):
    names = [
        "Venezuela (Bolivarian Republic of)", "Syrian Arab Rep.", "Rep. of Korea", "Viet Nam", "Alemania", "Brasil",
        "Estados Unidos", "España",
    ]
    rows_ = "".join(f'"{name}",2021,{place}\n' for place, name in enumerate(names, 1))
    bring(world, ("Country,FY,Count\n" + rows_).encode(), *REMOVALS)
    assert figure(world, "removals for Germany in fy2021") == "5"
    assert figure(world, "removals for Alemania in fy2021") == "5"


def test_a_formula_measure_says_what_to_name(world):
    errors = refused(world, PLAIN.encode(), "--measure", "apprehensions=Count", "--by", "fy=FY")
    assert "--measure encounters=COLUMN --scope component=usbp" in errors


# MARK: Packages, folders, the month's routine


def test_a_package_comes_back_whole(world):
    questions = ["encounters by month for southwest in fy2023", "encounters by citizenship in fy2023"]
    assert world.run("export", "package", *questions).status == 0
    result = world.run("import", "package", "--prefer")
    assert result.status == 0, result.errors
    assert "12 rows" in result.output and "encounters, Southwest border" in result.output
    said = world.run("encounters in fy2023").output
    assert "3,201,144" in said


def test_a_folder_is_every_table_in_it(world):
    folder = world.folder / "downloads"
    folder.mkdir()
    (folder / "a.csv").write_text(PLAIN)
    (folder / "b.csv").write_text("Country,FY\nMexico,x\n")
    (folder / "readme.pdf").write_text("%PDF")
    bring(world, PLAIN.encode(), *REMOVALS)
    result = world.run("import", "downloads")
    assert result.status == 1
    assert "a.csv: was imported before" in result.output
    assert "b.csv" in result.errors and "1 of 2 files were not imported" in result.errors
    assert "downloads: not read: readme.pdf\n" in result.errors
    empty = world.folder / "empty"
    empty.mkdir()
    assert "is a folder without tables" in world.run("import", "empty").errors


def test_newest_files_in_any_order_give_the_same(world):
    names = ["nationwide-encounters-fy22-fy25-state.csv", "nationwide-encounters-fy23-fy26-nov-state.csv"]
    if not all((OFFICIAL / name).exists() for name in names):
        names = ["sbo-encounters-fy22-fy25-aug.csv", "nationwide-encounters-aor-sample.csv"]
    paths = [str(official(name)) for name in names]
    found = []
    for order in [paths, paths[::-1]]:
        result = world.run("import", *order, "--published", "2026-09-01")
        result = world.run("import", *order)
        assert result.status == 0, result.errors
        found.append(rows(world, "encounters by month since oct 2021"))
        for key in [line.split("`")[1] for line in result.output.splitlines() if line.startswith("imported as")]:
            assert world.run("drop", key).status == 0
    assert found[0] == found[1]


def test_what_is_outdated_is_told(world):
    before = world.run("datasets", "--outdated")
    assert before.status == 0 and "no shipped table is superseded" in before.output
    assert "newest figures" in before.output and "CBP" in before.output
    path = workbook("ohss-monthly-tables-2024-08.xlsx")
    assert world.run("import", path, "--published", "2024-12-07").status == 0
    after = world.run("datasets", "--outdated").output
    assert "ohss-2024-08-removals-citizenship" in after and "all of it" in after
