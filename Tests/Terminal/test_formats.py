"""Every form of an answer, read by programs of others."""

import csv
import io
import json
import pathlib
import re
import shutil
import subprocess

import pytest

QUESTIONS = [
    "removals by fy since 2015 with change",
    "encounters by month, citizenship top 3 in fy2023",
    "encounters by citizenship top 5 in fy2023 with share, others",
    "removals, returns by fy since 2018",
    "encounters by quarter in fy2023..2024",
    "encounters(at ports) / encounters for southwest by fy in 2022..2024 as port share",
    "removals in fy2022",
    "removals by citizenship in fy2022",
    "border patrol agents by fy",
    "encounters by citizenship across component for southwest top 3 in fy2023",
    "encounters by citizenship across fy top 3 since 2021 with spark",
    "encounters by month across citizenship top 4 since 2021",
    "encounters by fy across component for southwest since 2014",
]


def rows(world, question):
    """The rows as JSON has them, the numbers as they are spelled."""
    result = world.run("-c", question + " | json")
    assert result.status == 0, result.errors
    return json.loads(result.output, parse_float=str, parse_int=str)


def spelled(value):
    return "" if value is None else "; ".join(value) if isinstance(value, list) else value


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_values_everywhere(world, question):
    """json, jsonl, csv, tsv and report read back give the same values, digit by digit."""
    expected = rows(world, question)
    lines = world.run("-c", question + " | jsonl").output.splitlines()
    assert [json.loads(line, parse_float=str, parse_int=str) for line in lines] == expected
    report = json.loads(world.run("-c", question + " | report").output, parse_float=str, parse_int=str)
    assert report["rows"] == expected
    flat = [{name: spelled(value) for name, value in row.items()} for row in expected]
    for form, dialect in (("csv", "unix"), ("tsv", "excel-tab")):
        output = world.run("-c", f"{question} | {form}").output
        assert list(csv.DictReader(io.StringIO(output), dialect=dialect)) == flat


def shown(number):
    """A whole number of JSON as people read it: 2,766,582."""
    return f"{int(number):,}"


def readable(cell):
    """A cell of a page without the sign of its precision."""
    return re.sub(r"^[≈<>] ", "", cell.strip())


def same_figures(world, question, header, table):
    """A table for readers has each figure of the JSON under its heading, digit by digit, as far as it shows digits."""
    for row, cells in zip(rows(world, question), table, strict=True):
        figures = [value for value in row.values() if isinstance(value, str) and re.fullmatch(r"-?\d{4,}", value)]
        years = [value for name, value in row.items() if name in ("fy", "cy")]
        for value in figures:
            if value not in years:
                assert shown(value) in map(readable, cells), (row, cells)
        assert len(cells) == len(header)


def constants(name):
    raise ValueError(f"{name} is no JSON")


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_is_strict(world, question):
    """No NaN, no Infinity, no name twice."""

    def once(pairs):
        assert len({name for name, _ in pairs}) == len(pairs)
        return dict(pairs)

    for form in ("json", "report", "vega"):
        output = world.run("-c", f"{question} | {form}").output
        json.loads(output, parse_constant=constants, object_pairs_hook=once)


@pytest.mark.parametrize("question", QUESTIONS)
def test_report_says_everything(world, question):
    """Question, title, columns, coverage, notes, sources, tables, SQL and version; the question can be asked again."""
    report = json.loads(world.run("-c", question + " | report").output)
    assert list(report) == [
        "formatVersion", "question", "title", "columns", "rows", "coverage", "notes", "sources", "datasets", "sql", "version",
    ]
    assert [column["name"] for column in report["columns"]] == list(report["rows"][0])
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", report["coverage"]["from"])
    assert report["coverage"]["from"] <= report["coverage"]["to"]
    assert report["sources"] and all(source["id"] and source["publisher"] for source in report["sources"])
    assert report["datasets"] and report["sql"].endswith(";")
    again = json.loads(world.run("-c", report["question"] + " | report").output)
    assert again == report


def test_report_names_partial_periods_and_their_rows(world):
    """Which periods are partial, and which rows a note is about."""
    report = json.loads(world.run("-c", "removals by fy since 2022 | report").output)
    assert report["coverage"]["partial"] == [2024]
    assert [note["rows"] for note in report["notes"] if note["kind"] == "partial"] == [[2]]


def test_sql_runs_as_it_stands(world):
    """`| sql` is what sqlite3 can run on the same file."""
    import sqlite3

    sql = world.run("-c", "removals by fy since 2020 | sql").output
    assert sqlite3.connect(world.database).execute(sql).fetchall()[0][:2] == (2020, 237364)


@pytest.mark.parametrize("statement", ["describe removals", "explain removals by fy", "explain check removals in fy2022 > 5"])
def test_pages_are_rows_for_programs(world, statement):
    """What is read as a page has a row for each of its lines in formats of rows, however they are chosen."""
    rows = json.loads(world.run("--format", "json", statement).output)
    assert rows and rows == json.loads(world.run(statement + " | json").output)
    lines = world.run(statement + " | csv").output.splitlines()
    assert lines[0] == ",".join(rows[0])
    page = world.run(statement).output
    assert all(row["name" if "name" in row else "figure"] in page for row in rows)
    assert world.run(statement + " | svg").status == 1


def test_markdown_is_a_table(world):
    """Cells and columns are as many as they should be, whatever is in them."""
    for question in QUESTIONS:
        table = [line for line in world.run("-c", question + " | markdown").output.split("\n") if line.startswith("|")]
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table}
        assert len(counts) == 1, question
        header, _, *body = [re.split(r" (?<!\\)\| ", line[2:-2]) for line in table]
        same_figures(world, question, header, body)


def test_csv_for_spreadsheets(world):
    """`--excel` marks UTF-8 and keeps texts from being formulas; figures stay figures."""
    result = world.run("--excel", "-c", 'removals by fy since 2019 with change as "=cmd()" | csv')
    plain = world.run("-c", "removals by fy since 2019 with change | csv")
    assert plain.output.startswith("fy,")
    marked = world.run("--excel", "-c", "removals by fy since 2019 with change | csv").output
    assert marked == "\ufeff" + plain.output and "-112870" in marked
    for name in ("=a", "+a", "-a", "@a"):
        path = world.write("a.tally", f'encounters by citizenship top 1 in fy2023 as "{name}" > "a.csv"\n')
        assert world.run("--excel", "-f", path).status == 0
        header = (world.folder / "a.csv").read_text(encoding="utf-8-sig").split("\n")[0]
        assert all(field.strip('"')[:1] not in "=+-@" for field in header.split(",")), header


# MARK: Pages and pictures


@pytest.mark.parametrize("question", QUESTIONS)
def test_html_is_valid(world, question):
    """A strict parser takes it, it needs nothing from elsewhere, and its table has every row."""
    import html5lib

    page = world.run("-c", question + " | html").output
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    header = ["".join(cell.itertext()) for cell in document.findall(".//thead/tr/th")]
    body = [["".join(cell.itertext()) for cell in row] for row in document.findall(".//tbody/tr")]
    same_figures(world, question, header, body)
    assert not re.search(r'<script|<link|@import|src="|url\(', page)
    for link in document.findall(".//a"):
        assert link.get("href").startswith("https://")


def test_points_stand_below_each_other_in_html(world):
    """What a figure lacks of the decimals of its column takes room and is no text."""
    import html5lib

    question = 'drug seizures for usbp by fy, drug for heroin since 2017'
    page = world.run("-c", question + " | html").output
    document = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    cells = [cell for cell in document.findall(".//tbody/tr/td") if cell.get("class") == "figure"]
    decimals = {len(("".join(cell.itertext()) + cell.get("data-fill", "")).partition(".")[2]) for cell in cells}
    assert decimals == {3}
    # 952.75 and 710 have fewer.
    assert {cell.get("data-fill") for cell in cells} >= {"0", ".000"}


@pytest.mark.parametrize("question", QUESTIONS)
def test_svg_is_xml_with_every_figure(world, question):
    """It parses, and its description and tooltips hold figures as the table has them."""
    import xml.etree.ElementTree as tree

    picture = tree.fromstring(world.run("-c", question + " | svg").output)
    space = "{http://www.w3.org/2000/svg}"
    assert picture.find(space + "title").text and picture.find(space + "desc").text
    words = "".join(text or "" for text in picture.itertext())
    assert "Source" in words
    drawn = [value for row in rows(world, question) for name, value in row.items()
             if isinstance(value, str) and name.split()[0] in ("removals", "encounters") and re.fullmatch(r"\d{4,}", value)]
    assert all(shown(value) in words for value in drawn), [value for value in drawn if shown(value) not in words][:3]


@pytest.mark.parametrize("question", QUESTIONS)
def test_vega_is_valid(world, question):
    """The specification is one as its JSON schema has it, with title and sources."""
    import altair
    import jsonschema

    schema = json.loads(next(pathlib.Path(altair.__file__).parent.rglob("vega-lite-schema.json")).read_text())
    specification = json.loads(world.run("-c", question + " | vega").output)
    jsonschema.validate(specification, schema)
    assert specification["title"]["text"] and specification["usermeta"]["sources"]
    values = {str(row["value"]) for row in specification["data"]["values"]}
    drawn = {value for row in rows(world, question) for name, value in row.items()
             if name.split()[0] in ("removals", "encounters", "returns") and isinstance(value, str)}
    assert drawn <= values, drawn - values


OVERLAPS = """
<script>
function boxes(svg) { return [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]); }
addEventListener('load', () => {
  const svg = document.querySelector('svg'), all = boxes(svg), frame = svg.getBoundingClientRect(), found = [];
  all.forEach(([words, a], i) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.bottom > frame.bottom + 1) found.push('outside: ' + words);
    all.slice(i + 1).forEach(([other, b]) => {
      const w = Math.min(a.right, b.right) - Math.max(a.left, b.left), h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (w > 3 && h > 5) found.push('overlap: ' + words + ' / ' + other);
    });
  });
  const ground = getComputedStyle(svg.querySelector('.ground')).fill, ink = getComputedStyle(svg.querySelector('.ink')).fill;
  document.body.innerHTML = '<pre id=result>' + JSON.stringify({found, ground, ink}) + '</pre>';
});
</script>
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_pictures_in_a_browser(world, question, scheme):
    """Nothing overlaps or is cut off, and dark readers get a dark ground."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium")
    picture = world.run("-c", question + " | svg").output
    page = world.folder / "page.html"
    page.write_text("<!DOCTYPE html><meta charset=utf-8><body>" + picture + OVERLAPS)
    flags = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    shown = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=900,1600", *flags,
         f"--user-data-dir={world.folder}/browser", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=60,
    ).stdout
    result = json.loads(re.search(r"<pre id=\"result\">(.*?)</pre>", shown, re.DOTALL).group(1))
    assert result["found"] == []
    dark = scheme == "dark"
    assert (result["ground"] == "rgb(20, 24, 28)") == dark and (result["ink"] == "rgb(238, 241, 244)") == dark


# MARK: Data packages


def test_data_package_is_valid(world):
    """The validator of the standard accepts the package and every table."""
    import frictionless

    result = world.run("export", "package", *[question for question in QUESTIONS if "across" not in question])
    assert result.status == 0, result.errors
    package = frictionless.Package(str(world.folder / "package/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["resourceName", "rowNumber", "fieldName", "type", "message"])
    assert len(package.resources) == 9


def test_example_of_a_data_package(world, project):
    """The example of the documentation writes one that the validator accepts."""
    import frictionless

    (world.folder / "bin").mkdir()
    (world.folder / "bin/tally").symlink_to(world.tally)
    path = {"PATH": f"{world.folder}/bin:/usr/bin:/bin"}
    result = world.run("colleagues", program=project / "docs/examples/data-package.sh", changes=path)
    assert result.status == 0, result.errors
    package = frictionless.Package(str(world.folder / "colleagues/datapackage.json"))
    assert package.validate().valid and len(package.resources) == 4


def test_data_package_holds_the_same_values(world):
    """Its CSV is that of `| csv`, and its schema names the columns."""
    world.run("export", "package", QUESTIONS[0])
    description = json.loads((world.folder / "package/datapackage.json").read_text())
    table = description["resources"][0]
    contents = (world.folder / "package" / table["path"]).read_text()
    assert contents == world.run("-c", QUESTIONS[0] + " | csv").output
    assert [field["name"] for field in table["schema"]["fields"]] == contents.split("\n")[0].split(",")
    assert table["sources"] and table["notes"] and description["licenses"]


def test_data_package_is_whole_or_not_there(world):
    """A question that fails leaves nothing; a folder of something else is never replaced, a package is."""
    assert world.run("export", "package", QUESTIONS[0], "remuvls").status == 1
    assert not (world.folder / "package").exists()
    world.write("mine/notes.txt", "as it was\n")
    refused = world.run("export", "mine", QUESTIONS[0])
    assert refused.status == 74 and "mine: cannot be replaced" in refused.errors
    assert (world.folder / "mine/notes.txt").read_text() == "as it was\n"
    for question in QUESTIONS[:2]:
        assert world.run("export", "package", question).status == 0
    assert len(list((world.folder / "package/data").iterdir())) == 1
    assert sorted(path.name for path in world.folder.iterdir()) == ["home", "mine", "package"]


def test_wrong_calls_of_export(world):
    """Without questions it is told what is missing."""
    assert world.run("export").status == 2
    assert world.run("export", "folder").status == 2
    assert "tally export" in world.run("export", "--help").output


# MARK: Help, and other names


@pytest.mark.parametrize("topic", ["", "formats", "periods", "measures", "dimensions", "by", "export", "check", "removals", "csv"])
def test_help_as_rows(world, topic):
    """What help tells people it tells programs, in any format of lists."""
    words = f"help {topic}".strip()
    page, rows = world.run(words), world.run("-c", words + " | json")
    if page.status:
        assert rows.status == page.status
        return
    found = json.loads(rows.output)
    assert found and all(set(row) == {"section", "name", "text"} for row in found)
    shown = " ".join(page.output.split())
    for row in found[:40]:
        assert row["name"] in page.output or not topic, row
        assert not row["text"] or " ".join(row["text"].split()) in shown or not topic, row
    assert json.loads(world.run("--format", "json", words).output) == found
    assert world.run("-c", words + ' > "help.csv"').status == 0
    assert (world.folder / "help.csv").read_text() == world.run("-c", words + " | csv").output


def test_help_of_commands_as_rows(world):
    """The same of the dot commands."""
    rows = json.loads(world.run("-c", ".help | json").output)
    assert {".copy [FORMAT|QUESTION]", ".quit"} <= {row["name"] for row in rows}
    assert json.loads(world.run("-c", ".help quit | json").output)[0]["text"] in world.run("-c", ".help quit").output


@pytest.mark.parametrize("typed, meant", [
    ("md", "markdown"), ("excel", "xlsx"), ("ods", "xlsx"), ("vega-lite", "vega"), ("ndjson", "jsonl"), ("tex", "latex"),
    ("png", "svg"), ("bibtex", "cite bibtex"), ("cite bib", "cite bibtex"), ("cite csl-json", "cite csl"), ("cite apa", "cite"),
    ("sql postgresql", "sql postgres"), ("sql --dialect pg", "sql postgres"), ("sql --dialect=duck", "sql duckdb"),
    ("sql sqlite", "sql"), ("txt", "table"), ("cvs", "csv"), ("vega - lite", "vega"), ("csv --indent", "csv"), ("json -p", "json"),
])
def test_other_names_of_formats(world, typed, meant):
    """Each is answered with the line that works; `--format` and `.mode` know them too."""
    result = world.run("-c", f"removals in fy2022 | {typed}")
    assert result.status == 1 and f"try:  removals in fy2022 | {meant}\n" in result.errors
    if meant != "xlsx":
        assert world.run("-c", f"removals in fy2022 | {meant}").status == 0
    if " " not in typed:
        assert f"`{meant}`" in world.run("-c", f".mode {typed}").errors
        assert meant in world.run("--format", typed, "removals in fy2022").errors


@pytest.mark.parametrize("name, works", [
    ("> answer.xlsx", '> "answer.xlsx"'), ("> 'my answer.csv'", '> "my answer.csv"'), ('> "a.ods"', '> "a.xlsx"'),
    ('> "a.png"', '> "a.svg"'), ('>> "a.csv"', '>"a.csv"'), ('> "x" | json', '| json > "x"'), ('| csv > "b.xlsx"', '| csv > "b.csv"'), ("> folder/b.json", '> "folder/b.json"'),
])
def test_other_names_of_files(world, name, works):
    """Each is answered with the line that works, and nothing is written."""
    (world.folder / "folder").mkdir()
    result = world.run("-c", f"removals in fy2022 {name}")
    assert result.status == 1 and f"try:  removals in fy2022 {works}\n" in result.errors
    assert not [path for path in world.folder.rglob("*.*")]
    assert world.run("-c", f"removals in fy2022 {works}").status == 0


@pytest.mark.parametrize("page", ["help", "help by", "describe removals", "explain removals by fy", "show measures"])
def test_pages_are_not_written_under_other_names(world, page):
    """A file whose ending is unknown is refused for pages as it is for answers."""
    result = world.run("-c", f'{page} > "a.parquet"')
    assert result.status == 1 and "end in `.parquet`" in result.errors and not (world.folder / "a.parquet").exists()
    assert world.run("-c", f'{page} > "a.txt"').status == 0 and (world.folder / "a.txt").read_text()


def test_two_endings_of_one_file(world):
    """`.vl.json` is how files of Vega-Lite end, and no list of rows."""
    for name in ["a.vl.json", "b.vega", "c.VL.JSON"]:
        assert world.run("-c", f'removals by fy > "{name}"').status == 0
        assert "vega-lite" in json.loads((world.folder / name).read_text())["$schema"]
    assert world.run("-c", 'removals by fy > "d.x.json"').status == 0
    assert json.loads((world.folder / "d.x.json").read_text())[0]["fy"] == 1892


# MARK: SQL


@pytest.mark.parametrize("typed, works", [
    ("sql SELECT sum(removals) FROM removals WHERE fy = 2022", "sql SELECT sum(removals) FROM departures_named WHERE fy = 2022"),
    ("sql SELECT name FROM membr", "sql SELECT name FROM member"),
    ('sql SELECT count(*) FROM member WHERE name > "a" | csv', "sql SELECT count(*) FROM member WHERE name > 'a' | csv"),
    ("select count(*) from member", "sql select count(*) from member"),
    (".tables enconters", ".tables encounters"), (".schema departure", ".schema departures"), (".quit now", ".quit"),
])
def test_slips_in_sql(world, typed, works):
    """Where the mistake is, and the line that works."""
    result = world.run("-c", typed)
    assert result.status == 1 and f"try:  {works}\n" in result.errors, result.errors
    assert world.run("-c", works).status == 0


def test_tables_with_a_word(world):
    """`.tables WORD` lists those that have it; `*` is for anything between."""
    names = lambda word: [row.split()[0] for row in world.run("-c", f".tables {word}").output.splitlines()[3:] if row]
    assert names("encounters") == ["encounters_named", "encounters"]
    assert names('"ENC%named"') == names("enc*named") == ["encounters_named"]
    assert world.run("-c", ".tables named | csv").output.startswith("name,what it is\ndatasets_named,")
    assert set(names("")) > set(names("named")) > set(names("encounters*named"))
