"""Answers that leave the program: workbooks, LaTeX, references, pictures, the clipboard, each opened by a reader of others."""

import base64
import html
import json
import re
import shutil
import subprocess

import pytest

from test_formats import QUESTIONS, rows

YEARS = "removals by fy since 2015 with change"


# MARK: Workbooks


def workbook(world, question, name="answer.xlsx"):
    import openpyxl

    result = world.run("-c", f'{question} > "{name}"')
    assert result.status == 0, result.errors
    return openpyxl.load_workbook(world.folder / name)


def value(cell):
    """A cell as JSON has it."""
    if cell.value is None:
        return None
    if cell.is_date:
        return cell.value.strftime("%Y-%m-%d" if "yyyy-mm-dd" in cell.number_format else "%Y-%m")
    return cell.value


@pytest.mark.parametrize("question", QUESTIONS)
def test_workbook_has_the_same_values(world, question):
    """Numbers are numbers, months are dates, what is missing is empty; and the second sheet says where it is from."""
    figures, notes = workbook(world, question).worksheets
    expected = [list(row.values()) for row in rows(world, question)]
    found = [[value(cell) for cell in row] for row in figures.iter_rows(min_row=2)]
    assert len(found) == len(expected)
    for row, other in zip(expected, found):
        for one, cell in zip(row, other):
            if isinstance(cell, (int, float)):
                assert float(one) == cell
            elif not isinstance(one, list):
                assert one == cell, (row, other)
    words = [str(cell.value) for row in notes.iter_rows() for cell in row if cell.value is not None]
    assert "question" in words and "Definitions" in words and any(word.startswith("Source") for word in words)
    assert any(cell.hyperlink for row in notes.iter_rows() for cell in row)


def test_workbook_shows_signs_without_changing_figures(world):
    """`≈` and the mark of a partial period belong to the format of a number."""
    figures = workbook(world, "removals by fy since 2023").worksheets[0]
    year, figure = figures.cell(3, 1), figures.cell(3, 2)
    assert (year.value, year.number_format) == (2024, '"FY"0" ◐"')
    assert figure.value == 315480 and figure.number_format.startswith('"≈ "#,##0')
    assert figures.freeze_panes == "A2"


def test_workbook_tells_why_a_cell_is_empty(world):
    """An empty cell is no zero, and is named on the second sheet."""
    book = workbook(world, YEARS)
    empty = [cell.coordinate for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value is None]
    told = "\n".join(str(cell.value) for row in book.worksheets[1].iter_rows() for cell in row)
    assert empty and "Empty cells" in told and all(name in told for name in empty)


@pytest.mark.parametrize("question", QUESTIONS[:3])
def test_workbook_opens_in_libreoffice(world, question):
    """It is read without repair, and saved as a page has the figures as people read them."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice (Debian: libreoffice-calc)")
    workbook(world, question)
    call = [office, "--headless", f"-env:UserInstallation=file://{world.folder}/office", "--convert-to", "html",
            "--outdir", str(world.folder), str(world.folder / "answer.xlsx")]
    subprocess.run(call, check=True, capture_output=True, timeout=180, env=world.environment())
    text = (world.folder / "answer.html").read_text(errors="replace")
    figures = [int(one) for row in rows(world, question) for one in row.values()
               if isinstance(one, str) and re.fullmatch(r"\d{5,}", one)]
    assert figures and all(f"{figure:,}" in text for figure in figures)
    assert "FY2015" in text or " by fy " not in question


def test_workbook_can_be_imported_again(world):
    """The program reads its own workbook."""
    workbook(world, "removals by fy in 2018..2020", "own.xlsx")
    result = world.run("import", "own.xlsx", "--sheet", "Figures", "--measure", "removals=removals", "--by", "fy", "--dry-run")
    assert result.status == 0 and "3" in result.output, result.errors


def test_workbook_of_lists_and_statements(world):
    """Lists, checks and rows of SQL are workbooks too."""
    for statement in ("show sources", "check removals in fy2022 = 108,733", "sql SELECT id, name FROM member"):
        figures = workbook(world, statement).worksheets[0]
        assert figures.max_row > 1, statement
    assert [figures.cell(2, 1).value, figures.cell(2, 1).number_format] == [1, "General"]


def test_workbook_goes_to_a_file_of_its_own(world):
    """Not to a screen, not after another answer, not under another name."""
    prompt = world.prompt()
    assert "a screen cannot show" in prompt.ask("removals | xlsx")
    assert "a screen cannot show" in prompt.ask("removals | xlsx")
    prompt.ask('.output "both.xlsx"')
    prompt.ask("removals in fy2020")
    assert "holds one answer" in prompt.ask("removals in fy2021")
    prompt.ask(".output")
    import openpyxl

    assert openpyxl.load_workbook(world.folder / "both.xlsx").worksheets[0].cell(2, 1).value == 237364
    assert world.run("-c", "removals in fy2020", "-c", "removals in fy2020 | xlsx").status == 1
    for wrong in ('removals | csv > "a.xlsx"', 'removals | xlsx > "a.csv"'):
        assert world.run("-c", wrong).status == 1 and not list(world.folder.glob("a.*")), wrong
    # Pages are rows in one, too.
    assert world.run("-c", 'help removals > "help.xlsx"').status == 0
    assert openpyxl.load_workbook(world.folder / "help.xlsx").worksheets[0].cell(2, 2).value == "removals (events)"
    alone = world.run("removals in fy2020 | xlsx", stdout=open(world.folder / "alone.xlsx", "wb"))
    assert alone.status == 0 and openpyxl.load_workbook(world.folder / "alone.xlsx")


@pytest.mark.parametrize("ending, meant", [("parquet", "xlsx"), ("png", "svg"), ("pdf", "svg"), ("xls", "xlsx"), ("foo", "xlsx")])
def test_unknown_endings_are_refused(world, ending, meant):
    """Nothing is filled with a table of text that its name does not promise; what is near is offered, or all are listed."""
    for way in ([f'removals > "a.{ending}"'], [f".once a.{ending}"], [f".output a.{ending}"]):
        result = world.run("-c", *way)
        assert result.status == 1 and f"end in `.{ending}`" in result.errors and f"`.{meant}`" in result.errors
    assert not list(world.folder.glob("a.*"))
    assert world.run("-c", f'removals in fy2020 | csv > "a.{ending}"').status == 0
    assert (world.folder / f"a.{ending}").read_text().startswith("removals\n")
    assert world.run("--format", "json", "-c", f'removals in fy2020 > "b.{ending}"').status == 0


# MARK: LaTeX and references


def typeset(world, text, *packages):
    """What pdfLaTeX says of a page with a text, which it sets without a mistake."""
    if shutil.which("pdflatex") is None:
        pytest.skip("no pdfLaTeX (Debian: texlive-latex-recommended)")
    used = "".join(f"\\usepackage{package}" for package in ("[T1]{fontenc}", *packages, "{booktabs,longtable}"))
    world.write("page.tex", f"\\documentclass{{article}}{used}\\begin{{document}}\n{text}\\end{{document}}\n")
    call = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
    done = subprocess.run(call, cwd=world.folder, capture_output=True, timeout=120, env=world.environment())
    told = done.stdout.decode(errors="replace")
    assert done.returncode == 0, told[-1500:]
    return told


@pytest.mark.parametrize("question", [*QUESTIONS, "removals by citizenship in fy2022", "show sources"])
def test_latex_compiles(world, question):
    """pdfLaTeX sets the table without a mistake."""
    table = world.run("-c", question + " | latex")
    assert table.status == 0, table.errors
    typeset(world, table.output, "[landscape]{geometry}")


def test_latex_fits_a_page(world):
    """Long headings are stacked, and what follows the table is as large as before."""
    short, long = (world.run("-c", question + " | latex").output for question in
                   ("encounters by fy across border since 2021", "removals by fy"))
    # `\\showthe` tells the size of the font after them.
    size = "\\typeout{size \\the\\fontdimen6\\font}"
    told = typeset(world, f"{size}\n{short}\n{long}\n{size}\n")
    assert not [width for width in re.findall(r"Overfull \\hbox \((\d+)", told) if int(width) > 2]
    assert len(set(re.findall(r"size (\S+pt)", told))) == 1


def test_bibtex_is_read(world):
    """biber, or a reader of BibTeX from PyPI, has every source with its author, year and address."""
    result = world.run("-c", YEARS + ' > "sources.bib"')
    assert result.status == 0
    sources = json.loads(world.run("-c", YEARS + " | report").output)["sources"]
    text = (world.folder / "sources.bib").read_text()
    assert text.count("@misc{") == len(sources)
    biber = shutil.which("biber")
    if biber is None:
        pytest.skip("no biber (Debian: biber)")
    done = subprocess.run([biber, "--tool", "--quiet", "--nolog", "sources.bib"], cwd=world.folder, capture_output=True,
                          text=True, timeout=120, env=world.environment())
    assert done.returncode == 0 and "WARN" not in done.stdout and "ERROR" not in done.stdout, done.stdout
    again = (world.folder / "sources_bibertool.bib").read_text()
    assert all(source["id"].lower() in again.lower() and source["url"] in again for source in sources)


def test_csl_is_what_its_schema_says(world):
    """Fields and types of CSL JSON, and every source."""
    items = json.loads(world.run("-c", YEARS + " | cite csl").output)
    sources = json.loads(world.run("-c", YEARS + " | report").output)["sources"]
    assert [item["id"] for item in items] == [source["id"] for source in sources]
    for item, source in zip(items, sources):
        assert set(item) <= {"id", "type", "title", "author", "publisher", "issued", "section", "URL", "note"}
        assert item["author"] == [{"literal": source["publisher"]}] and item["URL"] == source["url"]
        assert item["issued"]["date-parts"] == [[int(part) for part in source["published"].split("-")]]


def test_cite_of_statements(world):
    """The sources of a statement that is checked, each once."""
    result = world.run("-c", "check removals in fy2022 = 108,733 | cite")
    assert result.status == 0 and "(2023, November)" in result.output
    assert len(set(result.output.splitlines())) == len(result.output.splitlines())


# MARK: Pictures


def specification(world, question):
    return json.loads(world.run("-c", question + " | vega").output)


@pytest.mark.parametrize("question", QUESTIONS)
def test_vega_is_drawn(world, question):
    """The renderer of Vega-Lite draws it with its title, its sources and without a warning."""
    convert = pytest.importorskip("vl_convert", reason="no vl-convert-python (PyPI)")
    svg = convert.vegalite_to_svg(json.dumps(specification(world, question)))
    words = re.sub(r"<[^>]+>", " ", svg)
    assert "Source" in words and "NaN" not in svg and "undefined" not in words
    assert re.search(r"[A-Z][a-z]+", words)


def views(spec):
    return [view for view in spec["vconcat"] if view.get("data") is None]


def test_vega_draws_fiscal_years_as_such(world):
    """A fiscal year is a number on the axis, never the day on which it begins."""
    spec = specification(world, "removals by fy since 2005")
    x = views(spec)[0]["encoding"]["x"]
    assert x["type"] == "quantitative" and "'FY'" in x["axis"]["labelExpr"]
    assert [row["time"] for row in spec["data"]["values"]][:2] == [2005, 2006]


def test_vega_has_one_axis_a_unit(world):
    """Pounds and events share no axis, shares are beside their figures, and axes are named for what they measure."""
    spec = specification(world, "drug seizures, encounters by fy since 2014")
    titles = [view["layer"][0]["encoding"].get("y", {}) and view["encoding"]["y"]["axis"]["title"] for view in views(spec)]
    assert len(titles) == 2 and len(set(titles)) == 2
    spec = specification(world, "encounters by citizenship top 5 in fy2023 with share, others")
    assert len(views(spec)) == 1
    assert "(22.99%)" in spec["data"]["values"][0]["figure"]
    spec = specification(world, "encounters by month, citizenship top 3 since 2021")
    assert views(spec)[0]["encoding"]["y"]["axis"]["title"] == "encounters"


def test_vega_marks_partial_periods(world):
    """A partial point is hollow and its line dashed; a partial bar is lighter."""
    spec = specification(world, "removals by fy since 2010")
    layers = views(spec)[0]["layer"]
    assert "strokeDash" in layers[1]["mark"] and layers[4]["mark"]["fill"] == "white"
    # What goes on from a partial period is a line again.
    assert "strokeDash" not in layers[2]["mark"] and "partialBefore" in layers[2]["transform"][0]["filter"]
    assert [row["partial"] for row in spec["data"]["values"]][-1] is True


def test_vega_names_years_on_months(world):
    """A month on an axis has its year."""
    spec = specification(world, "encounters by month since 2021")
    x = views(spec)[0]["encoding"]["x"]
    assert x["axis"]["format"] == "%b %Y" and x["scale"]["type"] == "utc"


def test_svg_tells_sources_from_days(world):
    """The number of a source is in brackets."""
    picture = world.run("-c", "encounters by month since 2021 | svg").output
    words = re.sub(r"<[^>]+>", "", picture)
    assert "Sources: (1) Oct 2020" in words and "◐" not in words.split("</desc>")[-1]


def test_svg_writes_shares_once(world):
    """A bar for each value, with its share after its figure."""
    picture = world.run("-c", "encounters by citizenship top 5 in fy2023 with share, others | svg").output
    assert picture.count('class="bar') == 6 and "735,937 (22.99%)" in picture


PICTURES = [
    "removals by fy since 2010", "removals by fy since 2015 with share", "removals, drug seizures by fy since 2015",
    "removals by fy, citizenship since 2015 top 5", "encounters by month, citizenship for southwest since jan 2023 top 6",
    "detained by date since 1 oct 2023", "encounters by quarter since 2023", "refugees by fy, region since 2010",
    "encounters by fy across border since 2021", "encounters by month since oct 2021", "removals by fy",
    "encounters, removals / encounters by fy since 2019", "visas by fy since 2000",
]


def texts(picture):
    """Each text of a picture with its box, narrower than any font makes it."""
    sizes = {"title": 19, "subtitle": 14, "label": 13, "heading": 13, "small": 12, "end": 12}
    drawn = picture.split("</style>")[1]
    for attributes, words in re.findall(r"<text ([^>]*)>([^<]*)</text>", drawn):
        given = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        size = sizes[given["class"].split()[0]]
        width = 0.42 * size * len(html.unescape(words))
        x, y = float(given["x"]), float(given["y"])
        left = x - {"end": width, "middle": width / 2}.get(given.get("text-anchor"), 0)
        yield words, (left, y - 0.6 * size, left + width, y)


@pytest.mark.parametrize("question", PICTURES)
def test_svg_has_room_for_its_words(world, question):
    """No text lies over another or leaves the picture, and none is cut."""
    picture = world.run("-c", question + " | svg").output
    found = list(texts(picture))
    for place, (words, box) in enumerate(found):
        assert box[0] >= 0 and box[2] <= 760 and "…" not in words, words
        for other, its in found[:place]:
            apart = box[0] >= its[2] or its[0] >= box[2] or box[1] >= its[3] or its[1] >= box[3]
            assert apart, (words, other)


def test_svg_has_times_on_its_axis(world):
    """Lines have at least two times below them, whichever they are made of; fiscal ones are named so."""
    drawn = [(question, world.run("-c", question + " | svg").output) for question in PICTURES]
    lines = [(question, picture) for question, picture in drawn if 'class="line' in picture]
    # The others are bars, each with its time.
    assert len(lines) >= len(PICTURES) - 2
    for question, picture in lines:
        years = re.findall(r'text-anchor="middle"[^>]*>((?:[A-Z][a-z]{2} )?(?:FY)?\d{4})<', picture)
        assert len(years) >= 2, question
        assert all(("FY" in year) == ("by fy" in question or "by quarter" in question) for year in years), question


@pytest.mark.parametrize("form", ["svg", "vega"])
def test_only_partial_figures_are_marked(world, form):
    """Of two figures of one year, the one that covers it whole is drawn whole."""
    question = "encounters, removals / encounters by fy since 2023"
    if form == "svg":
        picture = world.run("-c", question + " | svg").output
        told = re.findall(r'class="bar ([^"]*)"[^>]*><title>(FY\d{4}): ', picture)
        assert [("partial" in style, year) for style, year in told] == [
            (False, "FY2023"), (False, "FY2024"), (False, "FY2025"), (True, "FY2026"), (False, "FY2023"), (True, "FY2024"),
        ]
    else:
        values = specification(world, question)["data"]["values"]
        told = [(row["partial"], row["label"]) for row in values if row["value"] is not None]
        assert told == [
            (False, "FY2023"), (False, "FY2024"), (False, "FY2025"), (True, "FY2026"), (False, "FY2023"), (True, "FY2024"),
        ]


def test_vega_says_where_there_is_no_figure(world):
    """As the picture of `svg` does: a bar that is not there could be zero."""
    convert = pytest.importorskip("vl_convert", reason="no vl-convert-python (PyPI)")
    question = "encounters by fy across border since 2021"
    drawn = re.sub(r"<[^>]+>", "\n", convert.vegalite_to_svg(json.dumps(specification(world, question))))
    assert drawn.count("\nno figure\n") == world.run("-c", question + " | svg").output.count(">no figure</text>") == 9
    # And keeps the years in their order.
    drawn = convert.vegalite_to_svg(json.dumps(specification(world, "removals by fy since 2018 with change")))
    years = re.findall(r">(FY\d{4})</text>", drawn)
    assert years[:7] == sorted(years[:7]) == years[7:]


def drawn_texts(world, question):
    convert = pytest.importorskip("vl_convert", reason="no vl-convert-python (PyPI)")
    return re.findall(r">([^<>]+)</text>", convert.vegalite_to_svg(json.dumps(specification(world, question))))


@pytest.mark.parametrize("question", [
    "removals by fy since 2010", "removals by fy", "encounters by month since oct 2025", "encounters by month since 2022",
    "encounters by quarter since 2023", "refugees by cy since 2010", "detained by date since 1 oct 2023",
])
def test_vega_spreads_times_evenly(world, question):
    """None of the labels of an axis is left out in the middle."""
    words = drawn_texts(world, question)
    months = {name: place for place, name in enumerate("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())}
    times = []
    for word in words:
        if found := re.fullmatch(r"(?:Q(\d) )?(?:FY)?(\d{4})", word):
            times.append(int(found[2]) * 12 + 3 * (int(found[1] or 1) - 1))
        elif found := re.fullmatch(r"(?:1 )?([A-Z][a-z]{2}) (\d{4})", word):
            times.append(int(found[2]) * 12 + months[found[1]])
    assert len(times) > 1 and len({later - one for one, later in zip(times, times[1:])}) == 1, words


def test_vega_names_all_series(world):
    """More than can be told by their colors are in fields of their own."""
    words = drawn_texts(world, "drug seizures by fy, drug since 2019")
    assert {"Marijuana", "Fentanyl", "Heroin"} <= set(words) and words.count("FY2019") >= 5


def test_vega_breaks_lines_where_years_are_missing(world):
    """Also where no row of the answer is about them."""
    values = specification(world, "removals by fy, citizenship since 2000 top 3")["data"]["values"]
    own = [row for row in values if row["series"] == "Mexico"]
    years = [row["time"] for row in own if row["value"] is not None]
    missing = [year + 1 for year, later in zip(years, years[1:]) if later > year + 1]
    assert missing and [row["time"] for row in own if row["value"] is None] == missing


def test_vega_has_one_scale_for_what_is_compared(world):
    """Views one below the other, each of a value, have the same ends."""
    spec = specification(world, "encounters by citizenship, demographic for southwest in fy2024")
    ends = {json.dumps(view["encoding"]["x"]["scale"]["domain"]) for view in views(spec)}
    assert len(views(spec)) > 3 and len(ends) == 1


@pytest.mark.parametrize("form", ["svg", "vega"])
def test_what_is_not_drawn_is_said(world, form):
    """A column that a picture has no room for."""
    assert "not drawn: rolling 5" in world.run("-c", f"removals by fy since 1990 with rolling 5 | {form}").output


def test_svg_has_no_decimals_nobody_reads(world):
    """From a thousand on the label is whole, and the title has all digits."""
    picture = world.run("-c", "drug seizures for usbp by fy, drug for marijuana since 2017 | svg").output
    labels = re.findall(r">([\d,]+\.\d+)</text>", picture)
    assert not [label for label in labels if len(label.partition(".")[0]) > 4]
    assert re.search(r"<title>[^<]*\d,\d{3}\.\d", picture)


# MARK: The terminal


def test_sources_are_links(world):
    """A terminal is told where a source leads, and no file or pipe is."""
    prompt = world.prompt()
    answer = prompt.ask("removals in fy2022")
    assert re.search(r"\x1b\]8;id=\d+;https://ohss.dhs.gov[^\x1b]*\x1b\\OHSS", answer)
    assert "\x1b]8" not in world.prompt("--no-links").ask("removals in fy2022")
    assert "\x1b]8" not in world.prompt("--accessible").ask("removals in fy2022")
    assert "\x1b]8" not in world.run("--color", "always", "removals in fy2022").output


def clipboard(text):
    found = re.findall(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07", text)
    return [base64.b64decode(code).decode() for code in found]


def test_copy(world):
    """The last answer, of whatever kind, or that to a question."""
    prompt = world.prompt(columns=200)
    assert "nothing was answered yet" in prompt.ask(".copy")
    prompt.ask("removals by fy in 2020..2021 | chart")
    answer = prompt.ask(".copy")
    assert clipboard(answer) == ["fy\tremovals\n2020\t237364\n2021\t85783\n"] and "copied 3 lines" in answer
    prompt.ask("sql SELECT 1 AS one")
    assert clipboard(prompt.ask(".copy")) == ["one\n1\n"]
    assert clipboard(prompt.ask(".copy returns in fy2012")) == ["returns\n231105\n"]
    # A format that is named is kept, unless it is drawn for a screen or is a file of its own.
    assert clipboard(prompt.ask(".copy removals by fy in 2021 | csv")) == ["fy,removals\n2021,85783\n"]
    assert clipboard(prompt.ask(".copy removals by fy in 2021 | xlsx")) == ["fy\tremovals\n2021\t85783\n"]
    prompt.ask("removals by fy in 2021 | json")
    [copied] = clipboard(prompt.ask(".copy"))
    assert json.loads(copied) == [{"fy": 2021, "removals": 85783}]
    assert clipboard(prompt.ask(".copy csv")) == clipboard(prompt.ask(".copy | csv")) == ["fy,removals\n2021,85783\n"]
    assert "no clipboard takes" in prompt.ask(".copy xlsx")
    prompt.ask("describe removals")
    assert clipboard(prompt.ask(".copy csv"))[0].startswith("name,kind,section,label,text\nremovals,measure,")
    assert "terminals copy" in prompt.ask(".copy sql SELECT * FROM dataset_text")
    assert "no terminal" in world.run("-c", ".copy removals").errors


# MARK: SQL


def test_sql_reads(world):
    """As an argument, from a script and at the prompt, in every format of rows."""
    query = "sql SELECT name, id FROM member ORDER BY id LIMIT 2"
    assert world.run(query + " | csv").output.splitlines()[0] == "name,id"
    for form in ("table", "json", "jsonl", "tsv", "markdown", "html", "latex", "report", "chart", "svg", "vega"):
        result = world.run("-c", f"{query} | {form}")
        assert result.status == 0 and "Africa" in result.output, form
    for form in ("cite", "sql", "claimreview"):
        assert world.run("-c", f"{query} | {form}").status == 1
    script = world.write("a.tally", "sql SELECT ';' AS a,\n  'it''s' AS b\nremovals in fy2012 | csv\n")
    assert world.run("--format", "csv", "-f", script).output == "a,b\n;,it's\nremovals\n415579\n"
    assert "202405" in world.run("sql SELECT 202405 AS period").output
    assert json.loads(world.run("sql SELECT 1 AS a, 2 AS a, NULL AS b, 1.5 AS c | json").output) == [
        {"a": 1, "a_2": 2, "b": None, "c": 1.5}
    ]


def test_sql_only_reads(world):
    """It cannot write, attach, set or load, and says so in a sentence."""
    for wrong in ("DELETE FROM member", "ATTACH 'x.db' AS x", "PRAGMA user_version = 1", "CREATE TABLE x (y)", "VACUUM",
                  "DROP TABLE member", "INSERT INTO member DEFAULT VALUES", "BEGIN", "PRAGMA table_info(member)"):
        result = world.run("-c", "sql " + wrong)
        assert result.status == 1 and "can only be read" in result.errors, (wrong, result.errors)
    result = world.run("-c", "sql SELECT load_extension('x')")
    assert result.status == 1 and "load_extension" in result.errors
    assert sorted(path.name for path in world.folder.iterdir()) == ["home"]


def test_sql_signs_of_files_and_formats(world):
    """`|` and `>` are signs of SQL unless a format or a file follows the last of them."""
    assert world.run("sql SELECT 'a' || 'b' AS x | csv").output == "x\nab\n"
    assert world.run("sql SELECT 5 | 2 AS x | csv").output == "x\n7\n"
    assert world.run('sql SELECT 1 AS a WHERE 2 > 1 | csv > "b.txt"').status == 0
    assert (world.folder / "b.txt").read_text() == "a\n1\n"
    assert world.run('sql SELECT 1 AS a > "c.csv"').status == 0 and (world.folder / "c.csv").read_text() == "a\n1\n"
    assert world.run('sql SELECT id FROM member WHERE "id" > "dimension" | csv').status == 0


def test_sql_is_stopped_by_control_c(world):
    """A query without end ends."""
    prompt = world.prompt()
    prompt.type("sql WITH RECURSIVE c(x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c\r")
    import time

    time.sleep(0.5)
    prompt.type("\x03")
    assert "interrupted" in prompt.next_prompt()
    assert "108,733" in prompt.ask("removals in fy2022")


def test_sql_has_imported_data(world):
    """Views hold what was imported, also after the first query."""
    prompt = world.prompt(columns=120)
    query = "sql SELECT sum(removals) AS n FROM departures_named WHERE dataset LIKE 'mine%'"
    assert "–" in prompt.ask(query)
    world.write("mine.csv", "Country,FY,Count\nMexico,2022,5\nCuba,2022,7\n")
    prompt.ask(".import mine.csv --measure removals=Count --by citizenship=Country,fy=FY")
    assert "12" in prompt.ask(query)


def test_tables_and_schema(world):
    """What there is to read."""
    assert "encounters_named" in world.run(".tables").output and "member" in world.run("-c", ".tables").output
    assert "CREATE TABLE member" in world.run("-c", ".schema member").output
    import sqlite3

    views = world.run("-c", ".schema encounters_named").output
    rows = sqlite3.connect(f"file:{world.database}?mode=ro", uri=True)
    rows.execute(views.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    assert rows.execute("SELECT count(*) FROM encounters_named").fetchone()[0] > 1000
    assert "did you mean `member`" in world.run("-c", ".schema membre").errors


def test_open(world):
    """Another database answers; one that is none leaves the open one."""
    shutil.copy(world.database, world.folder / "other.db")
    prompt = world.prompt()
    prompt.ask(".open other.db")
    assert "108,733" in prompt.ask("removals in fy2022")
    world.write("none.db", "text")
    assert "none.db" in prompt.ask(".open none.db")
    assert "108,733" in prompt.ask("removals in fy2022")
    assert "No such file" in prompt.ask(".open nothing.db")


def test_metadata_of_datasette(world):
    """What Datasette reads: tables with columns that are there, queries that run."""
    import sqlite3

    assert world.run("export", "--metadata", "meta").status == 0
    metadata = json.loads((world.folder / "meta/metadata.json").read_text())
    (name, described), = metadata["databases"].items()
    assert name == world.database.stem
    rows = sqlite3.connect(f"file:{world.database}?mode=ro", uri=True)
    for table, told in described["tables"].items():
        columns = {row[1] for row in rows.execute(f'PRAGMA table_info("{table}")')}
        assert columns and set(told.get("columns", {})) <= columns
    for query in described["queries"].values():
        rows.execute(query["sql"] + " LIMIT 1").fetchall()
    assert world.run("export", "--metadata", "meta").status == 0
    world.write("mine/notes.txt", "as it was\n")
    assert world.run("export", "--metadata", "mine").status == 74
    assert world.run("export", "--metadata", "meta", "removals").status == 2
