"""Styles, colors, and answers to be listened to."""

import re

import pytest

from prompt import plain

RED, GREEN, MAGENTA = "\x1b[1;31m", "\x1b[1;32m", "\x1b[1;35m"
BOXES = re.compile("[\u2500-\u259f\u2800-\u28ff≈◐–…·]")


@pytest.mark.parametrize(
    "statement, color",
    [
        ("check removals in fy2022 = 108,733", GREEN + "holds"),
        ("check removals in fy2022 = 208,734", RED + "fails"),
        ("check removals in fy2024 is highest since fy2010", MAGENTA + "undecided"),
        ("check removals in fy2022 = 108,734", "\x1b[32mclose"),
        ("remuvls in fy2022", RED + "error: "),
    ],
)
def test_colors_say_what_the_words_say(world, statement, color):
    """Verdicts and mistakes are colored, each with its word, and the color ends with it."""
    answer = world.prompt().ask(statement)
    assert color in answer
    assert answer.count("\x1b[1;3") == answer.count("\x1b[22;39m")


def test_list_of_statements_is_colored(world):
    """In a list each verdict has its color, and the columns are as without."""
    prompt = world.prompt(columns=100)
    answer = prompt.ask(".rows all") + prompt.ask("check claims")
    assert GREEN + "holds" in answer and RED + "fails" in answer
    bare = world.prompt("--color", "never", columns=100)
    bare.ask(".rows all")
    assert plain(answer).strip() == plain(bare.ask("check claims")).strip()


def test_color_option(world):
    """`never` takes all styles away, `always` keeps them in a pipe, and it is said what there is."""
    assert "\x1b[1" not in world.prompt("--color", "never").ask("removals by sinse")
    piped = world.run("--color", "always", "removals by fy since 2020")
    assert "\x1b[1m" in piped.output
    assert "\x1b" not in world.run("removals by fy since 2020").output
    assert "\x1b" not in world.run("--color", "always", "--format", "csv", "removals by fy").output
    wrong = world.run("--color", "sometimes", "removals")
    assert wrong.status == 2 and "always" in wrong.errors


def test_no_color_holds_for_mistakes(world):
    """`NO_COLOR` holds for messages too."""
    assert "\x1b[" not in plain(world.prompt(changes={"NO_COLOR": "1"}).ask("remuvls"))
    assert RED not in world.prompt(changes={"NO_COLOR": "1"}).ask("remuvls")


LISTENED = [
    "removals, returns for mexico by fy since 2021",
    "encounters by citizenship top 3 in fy2023 with share, others",
    "encounters by month, citizenship top 2 in fy2024 | chart",
    "check encounters for southwest in nov 2024 is lowest since jul 2020",
    "check document dhs-fact-sheet-2024-06-04",
    "show programs",
    "describe removals",
]


@pytest.mark.parametrize("statement", LISTENED)
def test_accessible(world, statement):
    """No boxes, bars or signs; nothing aligned by spaces in the middle of a line."""
    result = world.run("--accessible", statement)
    rows = result.output.split("\n\n")[1]
    assert not re.search("[\u2500-\u259f\u2800-\u28ff≈◐]", result.output), result.output
    if not statement.startswith("describe"):
        assert all("  " not in row.strip() for row in rows.split("\n")), rows


def test_accessible_names_everything_a_figure_is_of(world):
    """Each line can be understood alone, and what is missing says why."""
    result = world.run("--accessible", LISTENED[0])
    assert " FY2024 (partial), removals: about 137,800\n" in result.output
    assert " FY2023, returns: no figure is held\n" in result.output
    shares = world.run("--accessible", LISTENED[1])
    assert re.search(r"^ Mexico, share in percent: 22\.\d+$", shares.output, re.MULTILINE)


@pytest.mark.parametrize("statement", ["show values of region", "show values of criminality", "show values of border"])
def test_accessible_lists_are_whole(world, statement):
    """Everything that the table names is named, and no line is empty."""
    table = world.run(statement).output
    lines = world.run("--accessible", statement).output
    names = [line[1:].split("  ")[0] for line in table.split("\n")[3:] if line.strip()]
    for name in names[:-1]:
        assert f"\n {name}" in lines, name
    assert "\n \n" not in lines


def test_accessible_tells_change_from_its_percent(world):
    """No two facts of a row have the same name."""
    output = world.run("--accessible", "removals by fy since 2019 with change").output
    facts = [line.split(":")[0] for line in output.split("\n") if line.startswith(" FY20")]
    assert len(facts) == len(set(facts)) > 10


@pytest.mark.parametrize("statement", ["describe removals", "help formats", "help periods", ".help"])
def test_accessible_pages_are_not_aligned(world, statement):
    """Texts have no columns either."""
    lines = world.run("--accessible", "-c", statement).output.split("\n")
    assert not [line for line in lines if "  " in line.strip()]


def test_accessible_mistakes(world):
    """The place of a mistake is named, not drawn."""
    result = world.run("--accessible", "removals by fy sinse 2010")
    assert "place: `sinse`, column 16" in result.errors and "^" not in result.errors


def test_accessible_at_the_prompt(world):
    """The start file can ask for it, for every prompt."""
    world.write("home/.config/tally/start.tally", ".accessible on\n")
    assert "FY2022, removals: 108,733" in plain(world.prompt().ask("removals by fy in fy2022"))


def test_accessible_is_for_the_screen(world):
    """Formats for programs stay as they are."""
    assert world.run("--accessible", "removals in fy2022 | csv").output == "removals\n108733\n"


def test_numbers_are_never_cut(world):
    """On the narrowest screen text gives way, figures stay whole, and hidden columns are named."""
    prompt = world.prompt(columns=34)
    answer = plain(prompt.ask("encounters by citizenship top 3 in fy2023 with share, rank, others"))
    assert "735,937" in answer and "1,908,444" in answer
    assert "not shown for lack of room: " in answer.replace("\n ", " ")


@pytest.mark.parametrize("changes", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}])
def test_ascii_holds_for_cuts_and_hints(world, changes):
    """Lines about rows that are left out, and hints, are plain ASCII too."""
    prompt = world.prompt(changes=changes, columns=100)
    answer = prompt.ask("removals by fy")
    assert "more rows" in answer and "try: " in answer
    assert answer.isascii(), answer
