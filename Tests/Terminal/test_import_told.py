"""What an import does with a file that its user did not say: it is told, and never done silently."""

import csv
import json
import re
import shlex

from conftest import PROJECT
from test_everyday import figure, refused, rows
from test_import import NEWEST, bring
from test_workbooks import official as workbook

OCTOBER = ["--published", "2026-10-02"]
SECTORS = b"month,sector,encounters\n2026-09,Tucson,1000\n2026-09,El Paso,500\n"


def test_a_table_by_sector_is_of_the_border_patrol(world):
    said = bring(world, SECTORS, "--measure", "encounters", "--by", "month,sector", *OCTOBER)
    assert "of Border Patrol only, as every shipped table by sector is" in said
    assert figure(world, "apprehensions in sep 2026") == "1500"
    answer = world.run("encounters in sep 2026")
    assert answer.status == 1 and "only of a part: Border Patrol" in answer.errors


def test_what_a_table_is_of_can_be_said(world):
    options = ["--measure", "encounters", "--by", "month,sector", "--scope", "component=ofo", *OCTOBER]
    said = bring(world, SECTORS, *options)
    assert "as every shipped table" not in said
    assert figure(world, "inadmissibles in sep 2026") == "1500"


def test_decimals_that_are_not_held_are_told(world):
    table = b"fy,weight\n2020,1.25\n2021,2.5\n2022,3.123\n"
    measure = ["--measure", "snow weight=weight", "--by", "fy", *NEWEST]
    said = bring(world, table, "--new-measure", "snow weight:kilograms:flow:1", *measure)
    assert "2 rows have more decimals than are held (snow weight: 1): rounded" in said
    assert figure(world, "snow weight in fy2022") == "3.1"


def test_decimals_that_make_a_whole_are_not_told(world):
    table = b"fy,place,weight\n2020,a,1.25\n2020,b,1.25\n"
    measure = ["--measure", "rain weight=weight", "--by", "fy", *NEWEST]
    said = bring(world, table, "--new-measure", "rain weight:kilograms:flow:1", *measure)
    assert "more decimals" not in said
    assert figure(world, "rain weight in fy2020") == "2.5"


def test_what_goes_before_publishers_says_what_it_replaces(world):
    options = ["--measure", "removals=n", "--by", "fy", "--prefer", "--as", "mine", *NEWEST]
    bring(world, b"fy,n\n2022,12\n", *options)
    answer = world.run("removals in fy2022").output
    assert " 12\n" in answer
    assert "`mine` goes before publishers' tables (--prefer) and replaces 108,733: OHSS" in answer
    by_source = world.run("removals in fy2022 by source").output
    assert "108,733" in by_source and "goes before" not in by_source
    # Where nothing is replaced, nothing is said.
    assert "goes before" not in world.run("removals in fy2021").output


def test_sums_with_withheld_cells_are_marked_in_the_preview(world):
    table = b"fy,country,n\n2022,Mexico,5\n2022,Haiti,D\n"
    options = ["--measure", "removals=n", "--by", "fy", "--by", "citizenship=country", *NEWEST]
    said = bring(world, table, *options)
    assert "> 5" in said
    # Whoever holds back a part says nothing of the whole.
    assert "1 in part of 1" in said and "changed" not in said


def test_a_part_is_not_compared_with_a_whole(world):
    options = ["--measure", "removals=n", "--by", "fy", "--partial", "--dry-run", "--format", "json", *NEWEST]
    said = json.loads(world.run("import", world.write("t.csv", "fy,n\n2022,5\n"), *options).output)
    (figures,) = said["figures"]
    assert figures["in_part"] == 1 and figures["changed"] == 0


def test_rows_that_were_to_be_left_out_and_are_not_there_are_told(world):
    options = ["--measure", "removals=n", "--by", "fy", "--by", "citizenship=country"]
    said = bring(world, b"fy,country,n\n2022,Mexico,5\n", *options, "--leave-out", "country=Totals", *NEWEST)
    assert "--leave-out country=Totals left out nothing" in said
    table = b"fy,country,n\n2022,Mexico,5\n2022,Total,5\n"
    said = bring(world, table, *options, "--leave-out", "country=Tot*", *NEWEST)
    assert "left out nothing" not in said


def test_a_header_of_two_rows_is_read_across_both(world):
    table = b"Country,2020,,2021,,\n,Male,Female,Male,Female,Total\nMexico,1,2,3,4,7\nHaiti,5,6,7,8,15\n"
    options = ["--measure", "snow days", "--new-measure", "snow days:days", "--across", "fy,sex"]
    said = bring(world, table, *options, "--by", "citizenship=Country", "--leave-out", "sex=Total", *NEWEST)
    assert rows(world, "snow days by fy, sex") == [
        ["2020", "Female", "8"], ["2020", "Male", "6"], ["2021", "Female", "12"], ["2021", "Male", "10"],
    ]
    assert "left out nothing" not in said


def test_one_name_for_two_rows_of_a_header_is_told(world):
    table = "Country,2020,\n,Male,Female\nMexico,1,2\n"
    told = refused(world, table, "--header", "2", "--measure", "removals", "--across", "fy", "--by", "citizenship=Country")
    assert "--across fy,DIMENSION reads a header of two rows" in told


def test_what_lies_in_a_folder_and_is_not_read_is_told(world, tmp_path):
    folder = tmp_path / "figures"
    (folder / "older").mkdir(parents=True)
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / "a.csv").write_text("fy,n\n2022,5\n")
    result = world.run("import", str(folder), "--measure", "removals=n", "--by", "fy", "--dry-run")
    assert result.status == 0
    assert "not read: notes.pdf, older/; a folder inside is read where it is named" in result.errors


def test_a_header_as_wide_as_a_sheet_is_read(world):
    names = ",".join(f"column {place}" for place in range(16_382))
    table = f"fy,n,{names}\n2022,5{',' * 16_382}\n"
    said = bring(world, table.encode(), "--measure", "removals=n", "--by", "fy", *NEWEST)
    assert "1 row, " in said
    wider = refused(world, f"fy,n,x,{names}\n2022,5\n", "--measure", "removals=n", "--by", "fy")
    assert "more than 16384 columns in the header" in wider


def test_names_of_the_united_nations_and_spanish_ones_are_countries(world):
    names = [
        "Micronesia (Federated States of)", "Congo", "Taiwan Province of China", "China, Taiwan Province of China",
        "United Republic of Tanzania", "Wallis and Futuna Islands", "Western Sahara",
        "Serbia and Kosovo: S/RES/1244 (1999)", "Birmania", "Yibuti", "Fiyi", "Corea", "Catar", "Botsuana",
        "China, Hong Kong SAR", "Hong Kong SAR, China", "Gambia (Republic of The)", "Libyan Arab Jamahiriya",
        "Venezuela (Bolivarian Rep. of)", "Saint-Pierre-et-Miquelon", "Unknown origin", "Bolivia (Plurinational State of)", "Venezuela (Bolivarian Republic of)",
    ]
    table = "fy,country,n\n" + "".join(f'2022,"{name}",1\n' for name in names)
    options = ["--measure", "removals=n", "--by", "fy", "--by", "citizenship=country", *NEWEST]
    said = bring(world, table.encode(), *options)
    assert f"{len(names)} rows" in said


# What no shipped table lists, nor its publisher in any table here: they are under `Other` there, if anywhere.
WITHOUT_A_VALUE = {
    "British Indian Ocean Territory", "French Southern Territories", "Bonaire, Sint Eustatius and Saba",
    "Saint Barthélemy", "Saint Martin (French Part)", "United States Virgin Islands", "Bouvet Island",
    "South Georgia and the South Sandwich Islands", "Antarctica", "Åland Islands", "Channel Islands", "Guernsey",
    "Isle of Man", "Jersey", "Sark", "Svalbard and Jan Mayen Islands", "Heard Island and McDonald Islands",
    "Norfolk Island", "Northern Mariana Islands", "United States Minor Outlying Islands",
}


def test_every_name_of_the_united_nations_is_a_value_or_told_with_what_works(world):
    """Of the names of the standard M49 those that have no value can be values of their own, or counted as others."""
    names = (PROJECT / "Tests/Terminal/Files/m49.txt").read_text().splitlines()
    path = world.folder / "m49.csv"
    with open(path, "w", newline="") as file:
        csv.writer(file).writerows([["fy", "country", "n"], *([2022, name, 1] for name in names)])
    options = ["--measure", "removals=n", "--by", "fy,citizenship=country", "--prefer"]
    result = world.run("import", "m49.csv", *options)
    assert set(re.findall(r"^  line \d+, column country: `(.*?)`", result.errors, re.MULTILINE)) == WITHOUT_A_VALUE
    own, other = re.findall(r"^try:  (.*)$", result.errors, re.MULTILINE)
    assert own.endswith("--add-values") and other.endswith("--map names.csv")
    for line, question, answer in (
        (own, "removals for jersey in fy2022", 1), (other, "removals for other in fy2022", len(WITHOUT_A_VALUE)),
    ):
        words = shlex.split(line)
        if "&&" in words:
            world.write("names.csv", "\n".join(words[2:words.index(">")]) + "\n")
            words = words[words.index("&&") + 1:]
        assert world.run(*words[1:]).status == 0
        assert world.run(f"{question} | csv").output.split("\n")[1] == str(answer)
        assert world.run("removals in fy2022 | csv").output.split("\n")[1] == str(len(names))
        assert world.run("drop", "m49-2022").status == 0


def test_sums_of_a_declared_table_say_of_which_parts_they_are(world):
    options = ["--new-measure", "stops here:events", "--measure", "stops here=n", "--by", "sector=s,fy"]
    world.write("stops.csv", "s,fy,n\nTucson,2023,5\nEl Paso,2023,7\n")
    said = world.run("import", "stops.csv", *options).output
    assert "taken for the whole: the 2 sectors in it; --partial says that others are missing" in said
    told = "of the 2 sectors in stops.csv, taken for the whole"
    assert told in world.run("stops here in fy2023").output and told in world.run("stops here by fy").output
    assert told not in world.run("stops here by sector").output
    assert told not in world.run("stops here for tucson in fy2023").output
    # With a row for the others, or with all values that there are, the rows are the whole.
    for rows in ("s,fy,n\nmale,2023,5\nfemale,2023,7\n", "s,fy,n\nMexico,2023,5\nOther,2023,7\n"):
        by = "sex=s,fy" if "female" in rows else "citizenship=s,fy"
        world.write("whole.csv", rows)
        said = world.run("import", "whole.csv", *options[:4], "--by", by, "--as", "whole").output
        assert "taken for the whole" not in said
        assert world.run("drop", "whole").status == 0


def test_parts_have_no_total(world):
    world.write("stops.csv", "s,fy,n\nTucson,2023,5\nEl Paso,2023,7\n")
    options = ["--new-measure", "stops here:events", "--measure", "stops here=n", "--by", "sector=s,fy", "--partial"]
    assert "taken for the whole" not in world.run("import", "stops.csv", *options).output
    result = world.run("stops here in fy2023")
    assert result.status == 1 and "do not add up to the whole" in result.errors
    assert "try:  stops here in fy2023 by sector" in result.errors


def test_programs_are_told_which_figures_are_at_least(world):
    world.write("t.csv", "fy,s,n\n2023,Tucson,5\n2023,El Paso,D\n2024,Tucson,7\n")
    options = ["--new-measure", "stops here:events", "--measure", "stops here=n", "--by", "sector=s,fy", "--format", "json"]
    figures = json.JSONDecoder().raw_decode(world.run("import", "t.csv", *options).output)[0]["figures"]
    assert [figure["in_file_at_least"] for figure in figures] == [True, False]


def test_a_year_that_is_withheld_is_not_left_out_of_the_preview(world):
    world.write("t.csv", "fy,s,n\n2022,Tucson,D\n2023,Tucson,5\n2023,El Paso,D\n2024,Tucson,7\n")
    options = ["--new-measure", "stops here:events", "--measure", "stops here=n", "--by", "sector=s,fy"]
    said = world.run("import", "t.csv", *options, "--dry-run").output
    assert [line.split(None, 1)[1] for line in said.splitlines() if re.match(r"  (FY\d+|total) ", line)] == [
        "D", "> 5", "7", "> 12",
    ]
    told = json.loads(world.run("import", "t.csv", *options, "--dry-run", "--format", "json").output)["figures"]
    assert [(figure["in_file"], figure["in_file_at_least"]) for figure in told] == [(None, True), (5, True), (7, False)]


def test_only_what_does_not_answer_any_more_is_called_superseded(world):
    path = workbook("ohss-monthly-tables-2024-08.xlsx")
    assert world.run("import", path, "--published", "2024-12-07").status == 0
    told = json.loads(world.run("datasets", "--outdated", "--format", "json").output)
    assert told["superseded"] and told["still_answering"]
    # Yearbook figures are exact, and go before the rounded ones of a newer workbook.
    beside = {entry["table"] for entry in told["still_answering"]}
    assert "yearbook-2022-table-42" in beside
    assert "yearbook-2022-table-42: answers" in world.run("explain", "removals by citizenship in fy2022").output
    assert not beside & {entry["table"] for entry in told["superseded"]}


def test_a_decimal_comma_is_told_as_one(world):
    told = refused(world, "fy;n\n2022;1,23\n", "--measure", "removals=n", "--by", "fy")
    assert "`1,23` is not a number (decimals follow a point: 1.23; --decimal , reads a decimal comma)" in told
    told = refused(world, 'fy;n\n2022;"1.234,5"\n', "--measure", "removals=n", "--by", "fy")
    assert "decimals follow a point: 1234.5" in told
