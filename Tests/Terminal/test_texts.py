"""Texts: their statements, marked and listed, in every format, of files in bulk, at terminals of any width."""

import csv
import io
import json
import re
import shutil
import subprocess

import pytest

from browser import Browser

RELEASE = """Release Date: January 14, 2025

Border Patrol agents made 47,330 apprehensions along the southwest border in December, the second fewest \
since August 2020, and 81 percent fewer than a year earlier.
"""
HOLDS = "In December 2024 there were 47,324 apprehensions at the southwest border.\n"
FAILS = "In December 2024 there were 57,324 apprehensions at the southwest border.\n"
NOTHING = "The shelter has 140 beds.\n"
FORMATS = ["table", "json", "jsonl", "csv", "markdown", "html", "report", "claimreview", "tally"]
SIGNS = re.compile("\x1b")


def test_a_text_is_marked_and_listed(world):
    """The head counts, the text has its statements in brackets, and each is judged below."""
    result = world.run("read", world.write("release.txt", RELEASE))
    assert (result.status, result.errors) == (1, "")
    head = result.output.splitlines()[0]
    assert "14 Jan 2025 (from the text)" in head and "3 statements: 2 hold, 1 close" in head
    assert "[1 Border Patrol agents made 47,330" in " ".join(result.output.split())
    assert "check apprehensions for" in result.output


def test_status_tells_whether_all_hold(world):
    """0 where every judged statement holds, and where there is none; 1 where one does not."""
    for text, status in [(HOLDS, 0), (NOTHING, 0), (FAILS, 1)]:
        assert world.run("read", world.write("a.txt", text)).status == status, text


def test_close_passes_where_that_is_asked(world):
    """A figure that was rounded or revised is no error of the speaker."""
    path = world.write("release.txt", RELEASE)
    assert world.run("read", path).status == 1
    assert world.run("read", "--close-holds", path).status in (0, 1)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same(world, name):
    """Each format has the verdict of the text, and no colors in a pipe."""
    result = world.run("read", world.write("a.txt", HOLDS), "--format", name)
    assert (result.status, result.errors) == (0, "")
    assert not SIGNS.search(result.output)
    assert "47,324" in result.output or "47324" in result.output
    if name in ("json", "jsonl", "claimreview"):
        text = result.output if name != "jsonl" else result.output.splitlines()[0]
        assert json.loads(text)
    if name == "csv":
        rows = list(csv.DictReader(io.StringIO(result.output)))
        assert [row["verdict"] for row in rows] == ["holds"]


def test_places_are_those_of_the_input(world):
    """`start` and `end` count Unicode scalars, whatever is before."""
    text = "“Déjà vu” 👩‍👩‍👧\n\n" + HOLDS
    result = world.run("read", world.write("a.txt", text), "--format", "json")
    (statement,) = json.loads(result.output)
    assert text[statement["start"] : statement["end"]] == HOLDS.strip()[:-1]


def test_a_script_of_a_text_runs_again(world):
    """`--format tally` is a script of the checks; its run gives the text's verdicts."""
    script = world.run("read", world.write("r.txt", RELEASE), "--format", "tally").output
    run = world.run("--format", "jsonl", "-f", world.write("again.tally", script))
    verdicts = [json.loads(line)["verdict"] for line in run.output.splitlines()]
    assert verdicts == ["close", "holds", "holds"]


def test_standard_input_is_a_text(world):
    """`-` reads what is piped in."""
    result = world.run("read", "-", "--format", "jsonl", given=HOLDS.encode())
    assert json.loads(result.output)["verdict"] == "holds"


def test_many_files_make_one_stream(world):
    """A file that cannot be read is told and passed over; the others are read, and the status tells."""
    good, bad = world.write("good.txt", HOLDS), world.write("bad.txt", FAILS)
    result = world.run("read", good, "missing.txt", bad, good, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [row["verdict"] for row in rows] == ["holds", "fails", "holds"]
    assert "missing.txt" in result.errors and result.errors.startswith("error: ")
    assert result.status == 1


def test_a_folder_is_its_texts(world):
    """Texts of a folder come in the order of their names; other files are left alone."""
    folder = world.folder / "texts"
    folder.mkdir()
    (folder / "b.txt").write_text(FAILS)
    (folder / "a.md").write_text(HOLDS)
    (folder / "picture.png").write_bytes(b"\x89PNG")
    result = world.run("read", str(folder), "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.output)))
    assert [row["verdict"] for row in rows] == ["holds", "fails"]


def test_a_text_that_is_too_large_is_refused(world):
    """More than 10 MiB is not read, and what works instead is said."""
    path = world.folder / "large.txt"
    path.write_bytes(b"word " * (11 << 18))
    result = world.run("read", str(path))
    assert (result.status, result.output) == (1, "")
    assert "10 MiB" in result.errors


def test_only_some_verdicts(world):
    """`--only fails` lists those."""
    path = world.write("two.txt", HOLDS + "\n" + FAILS)
    result = world.run("read", path, "--only", "fails", "--format", "csv")
    assert [row["verdict"] for row in csv.DictReader(io.StringIO(result.output))] == ["fails"]


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_narrow_terminals(world, columns):
    """Lines fit the terminal; the text is whole."""
    path = world.write("release.txt", RELEASE)
    screen = world.screen(["sh", "-c", f"{world.tally} read {path}; sleep 20"], columns=columns, rows=60)
    lines = screen.wait(lambda lines: "2nd" in " ".join(lines), "the list")
    assert all(len(line) <= columns for line in lines)
    assert "a year earlier" in " ".join(" ".join(lines).split())


def test_without_colors_and_accessible(world):
    """`NO_COLOR` and `--accessible` write no signs; `--accessible` needs no columns."""
    path = world.write("release.txt", RELEASE)
    for arguments, changes in [(["read", path], {"NO_COLOR": "1"}), (["--accessible", "read", path], {})]:
        result = world.run(*arguments, changes=changes)
        assert not SIGNS.search(result.output)
        assert "close" in result.output and "holds" in result.output


def test_read_at_the_prompt(world):
    """`read "FILE"` shows the same page."""
    path = world.write("release.txt", RELEASE)
    result = world.run("-c", f'read "{path}"')
    assert "3 statements: 2 hold, 1 close" in result.output


def test_a_sentence_behind_check(world):
    """`check` followed by a sentence judges it."""
    result = world.run("--free", "-c", 'check "In December 2024 there were 47,324 apprehensions at the southwest border"')
    assert result.status == 0 and "holds" in result.output


MEASURES = """<script>
addEventListener("load", () => {
  const links = [...document.querySelectorAll("a[href^='#']")];
  const result = {
    wide: document.documentElement.scrollWidth > innerWidth,
    lost: links.filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length,
    links: links.length,
    unlabeled: [...document.querySelectorAll("a, summary, button")].filter(a => !a.textContent.trim()).length,
    scripts: document.scripts.length,
    ground: getComputedStyle(document.body).backgroundColor,
  };
  const shown = document.createElement("pre");
  shown.id = "result";
  shown.textContent = JSON.stringify(result);
  document.body.append(shown);
});
</script>"""


@pytest.mark.parametrize("width", [360, 800, 1400])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_in_a_browser(world, width, scheme):
    """Nothing is wider than the window, every link leads somewhere and has words, and no script is in it."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium")
    hostile = RELEASE + "\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n"
    page = world.run("read", world.write("release.txt", hostile), "--format", "html").output
    assert "<script" not in page and "<img" not in page
    path = world.folder / "page.html"
    path.write_text(page + MEASURES)
    flags = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    shown = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--window-size={width},900", *flags,
         f"--user-data-dir={world.folder}/browser", "--dump-dom", path.as_uri()],
        capture_output=True, text=True, timeout=60,
    ).stdout
    result = json.loads(re.search(r"<pre id=\"result\">(.*?)</pre>", shown, re.DOTALL).group(1))
    ground = result.pop("ground")
    assert result == {**result, "wide": False, "lost": 0, "unlabeled": 0, "scripts": 1}
    dark = [int(part) for part in re.findall(r"\d+", ground)[:3]]
    assert (sum(dark) < 200 and ground != "rgba(0, 0, 0, 0)") == (scheme == "dark")


def browser_or_skip():
    """The path of Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("no Chromium")
    return browser


VERDICTS = """<script>
addEventListener("load", () => {
  const lines = {};
  let unseen = 0;
  for (const mark of document.querySelectorAll("article mark[id]")) {
    const style = getComputedStyle(mark);
    lines[mark.className] = `${style.borderBottomStyle} ${style.borderBottomWidth} ${style.borderTopStyle}`;
    unseen += getComputedStyle(mark.querySelector("a")).color === style.backgroundColor;
  }
  const shown = document.createElement("pre");
  shown.id = "result";
  shown.textContent = JSON.stringify({ lines, unseen, forced: matchMedia("(forced-colors: active)").matches });
  document.body.append(shown);
});
</script>"""


@pytest.mark.parametrize("flags", [[], ["--force-high-contrast"]])
def test_the_page_without_colors(world, flags):
    """Each verdict has a line of its own, and the number of a statement is seen, also where the system sets the colors."""
    browser = browser_or_skip()
    text = RELEASE + "\n" + FAILS + "\nApprehensions will double next year.\n"
    page = world.run("read", world.write("a.txt", text), "--format", "html").output
    path = world.folder / "page.html"
    path.write_text(page + VERDICTS)
    shown = subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", *flags,
         f"--user-data-dir={world.folder}/browser", "--dump-dom", path.as_uri()],
        capture_output=True, text=True, timeout=60,
    ).stdout
    result = json.loads(re.search(r"<pre id=\"result\">(.*?)</pre>", shown, re.DOTALL).group(1))
    assert result["forced"] == bool(flags) and result["unseen"] == 0
    assert set(result["lines"]) == {"holds", "close", "fails", "not-checkable"}
    assert len(set(result["lines"].values())) == 4


def test_the_page_is_printed_whole(world):
    """On paper nothing can be opened: the checks and sources of statements that hold are printed too."""
    browser = browser_or_skip()
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext")
    page = world.run("read", world.write("a.txt", HOLDS), "--format", "html").output
    path = world.folder / "page.html"
    path.write_text(page)
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={world.folder}/browser",
         "--no-pdf-header-footer", f"--print-to-pdf={world.folder}/page.pdf", path.as_uri()],
        capture_output=True, timeout=60, check=True,
    )
    printed = subprocess.run(
        ["pdftotext", f"{world.folder}/page.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    words = " ".join(printed.split())
    assert "check apprehensions for Southwest border in dec 2024 = 47324" in words
    assert "CBP" in words


def test_the_page_for_a_screen_reader(world):
    """Headings skip no level, the language is told, marks have their verdict as words, and each link leads on."""
    text = "Border numbers\n\n" + RELEASE + "\n" + FAILS
    page = world.run("read", world.write("release.md", "# Title\n\n" + text), "--format", "html").output
    assert '<html lang="en">' in page and "<main>" in page
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:]))
    marks = re.findall(r"<mark class=\"[a-z-]+\" id=.*?</mark>", page, re.DOTALL)
    assert marks and all(re.search(r"aria-label=\"statement \d+: (holds|close|fails|not read|depends)", mark) for mark in marks)
    assert page.count("<summary>") == page.count("<details")


def test_what_a_screen_reader_is_told(world):
    """The tree that Chromium gives to screen readers: what each mark, heading, list and link is called, in order."""
    with Browser(browser_or_skip(), world.folder / "browser") as browser:
        text = "# Border numbers\n\n" + RELEASE + "\n" + FAILS + "\n\n## Drugs\n\n- " + HOLDS
        page = world.folder / "page.html"
        page.write_text(world.run("read", world.write("release.md", text), "--format", "html").output)
        statements = json.loads(world.run("read", str(world.folder / "release.md"), "--format", "json").output)
        told = browser.told(page.as_uri())
    assert told.language == "en"
    roles = [one.role for one in told.nodes]
    assert roles[:3] == ["RootWebArea", "main", "article"] and roles.count("main") == 1
    assert told.nodes[0].name == told.nodes[2].name and told.nodes[2].name.endswith("release.md")
    headings = [(one.level, one.name) for one in told.nodes if one.role == "heading"]
    assert headings[0][0] == 1 and all(b[0] - a[0] <= 1 for a, b in zip(headings, headings[1:]))
    assert [name for _, name in headings][-1] == "Statements" and all(name for _, name in headings)

    # In the text: the words of each statement, then a link that tells its number and its verdict.
    links = [one.name for one in told.nodes if one.role == "link" and one.name.startswith("statement ")]
    verdicts = [one["verdict"] for one in statements]
    assert links == [f"statement {number + 1}: {verdict}" for number, verdict in enumerate(verdicts)]
    marks = [one for one in told.nodes if one.role == "mark"]
    words = [f"{one['text']} {number + 1}" for number, one in enumerate(statements)]
    assert [one.words for one in marks if one.words in words] == words

    # Beneath: one item each, a button that begins with the verdict, open but where it holds.
    buttons = [one for one in told.nodes if one.role == "DisclosureTriangle"]
    assert len(buttons) == len(statements)
    for button, statement in zip(buttons, statements):
        assert button.name.startswith(statement["verdict"] + " ") and len(button.name) > len(statement["verdict"]) + 1
        assert button.expanded == (statement["verdict"] != "holds")
    assert all(one.name for one in told.nodes if one.role in ("link", "heading", "button", "DisclosureTriangle"))
