"""Statements: their verdicts, the exit status, and scripts of them."""

import json
import pathlib
import xml.etree.ElementTree

import pytest

from prompt import TAB

PROJECT = pathlib.Path(__file__).resolve().parents[2]
HOLDS = "check removals in fy2012 = 415,579"
CLOSE = "check removals in fy2012 = 415,578"
REVISED = "check apprehensions for southwest in mar 2025 = 7,181"
FAILS = "check removals in fy2012 = 515,578"
UNDECIDED = "check removals in fy2024 is highest since fy2010"
NO_DATA = "check removals in fy1850 = 5"
DEPENDS = "check encounters for southwest in 2020 < 500,000"


@pytest.mark.parametrize(
    "statement, status, word",
    [
        (HOLDS, 0, " holds "),
        (FAILS, 1, " fails "),
        (CLOSE, 1, " close "),
        (UNDECIDED, 1, " undecided "),
        (NO_DATA, 1, " no data "),
        (DEPENDS, 1, " depends "),
    ],
)
def test_status_tells_whether_it_holds(world, statement, status, word):
    """Only what holds has status 0; nothing is complained about."""
    result = world.run("-c", statement)
    assert (result.status, result.errors) == (status, "")
    assert word in result.output


def test_a_script_is_a_test_suite(world):
    """Every statement is judged, the count is on standard error, and one that fails gives status 1."""
    path = world.write("story.tally", f"{HOLDS}\n{FAILS}\n{UNDECIDED}\n{HOLDS}\n")
    result = world.run("--format", "jsonl", "-f", path)
    verdicts = [json.loads(line)["verdict"] for line in result.output.splitlines()]
    assert verdicts == ["holds", "fails", "undecided", "holds"]
    assert result.errors == "4 checked: 2 hold, 1 fails, 1 undecided\n"
    assert result.status == 1


def test_a_script_whose_statements_hold(world):
    """Questions may be between them, and the status is 0 when all hold."""
    path = world.write("story.tally", f"{HOLDS}\nremovals in fy2012 | csv\n{HOLDS}\n")
    result = world.run("-f", path)
    assert (result.status, result.errors) == (0, "2 checked: 2 hold\n")


def test_a_slip_in_a_script_is_named_with_its_line(world):
    """A statement that cannot be read ends the script, as a question would."""
    path = world.write("story.tally", f"{HOLDS}\ncheck remuvls in fy2012 = 5\n{HOLDS}\n")
    result = world.run("-f", path)
    assert result.status == 1
    assert f"{path}:2: error: no measure is called `remuvls`" in result.errors
    assert "1 checked: 1 holds" in result.errors


def test_the_story_of_the_documentation_holds(world):
    """docs/stories is what it says it is."""
    result = world.run("-f", str(PROJECT / "docs/stories/november-2024.tally"))
    assert (result.status, result.errors) == (0, "4 checked: 4 hold\n")


def test_one_that_fails_stops_nothing(world):
    """Of several `-c` every statement is judged; the status tells whether all hold."""
    result = world.run("--format", "jsonl", "-c", FAILS, "-c", HOLDS)
    verdicts = [json.loads(line)["verdict"] for line in result.output.splitlines()]
    assert (verdicts, result.status) == (["fails", "holds"], 1)


def test_periods_are_named_for_programs(world):
    """Years, months and spans can be distinguished without reading the statement."""
    statement = "check title 8 repatriations in jun 2023..may 2024 is highest fy since fy2020"
    row = json.loads(world.run("--format", "jsonl", "-c", statement).output)
    assert row["period"] == "2023-06/2024-05"
    assert [(figure["period"], figure["unit"]) for figure in row["compared"]] == [
        (2021, "fy"), (2022, "fy"),
    ]
    assert row["low"] < row["value"] < row["high"]


def test_claimreview_is_json(world):
    """Each review has what the format asks for; what is not rated has a word and no number."""
    reviews = json.loads(world.run("--format", "claimreview", "-c", "check claims").output)
    assert len(reviews) == 45
    for review in reviews:
        assert review["@type"] == "ClaimReview"
        assert review["claimReviewed"] and review["reviewBody"]
        rating = review["reviewRating"]
        expected = {"holds": 5, "close": 4, "depends": 3, "fails": 1}.get(rating["alternateName"])
        assert rating.get("ratingValue") == expected


def test_formats_that_write_no_statements(world):
    """A chart of a verdict, or a review of a question, is refused by name."""
    for arguments, said in [
        (["-c", HOLDS + " | chart"], "`chart` writes answers to questions only"),
        (["--format", "claimreview", "-c", "removals in fy2012"], "`claimreview` writes checked"),
    ]:
        result = world.run(*arguments)
        assert (result.status, result.output) == (1, "")
        assert said in result.errors


def test_at_the_prompt(world):
    """A statement at the prompt, completed with Tab, and one of a document."""
    prompt = world.prompt(columns=120)
    assert "holds" in prompt.ask(HOLDS)
    prompt.type("check claim nov_2024_do" + TAB)
    assert "nov_2024_down_18" in prompt.line_after("check claim ")


def test_close_passes_where_it_is_no_error(world):
    """A revised figure passes with `--close-holds`, a slip does not."""
    assert world.run("--close-holds", "-c", REVISED).status == 0
    assert world.run("-c", REVISED).status == 1
    assert world.run("--close-holds", "-c", CLOSE).status == 1


def test_a_wrong_statement_can_be_a_test(world):
    """The verdict named in a comment is the one wanted; another one is a failure, a slip a mistake."""
    path = world.write("story.tally", f"{FAILS} # expect fails\n{CLOSE} # expect close\n{NO_DATA} # expect no data\n")
    result = world.run("-f", path)
    assert (result.status, result.errors) == (0, "3 checked: 1 close, 1 fails, 1 no data\n")
    assert world.run("-c", f"{HOLDS} # expect fails").status == 1
    slip = world.run("-c", f"{HOLDS} # expect fials")
    assert slip.status == 1 and "did you mean `# expect fails`?" in slip.errors
    assert world.run("-c", f"{HOLDS} # expect the best of it").status == 0
    # A reason may follow; a colon, or another form of the word, does not make it a free comment.
    for comment in ("expect fails, as before", "expect fails because it was revised", "Expect: fails"):
        assert world.run("-c", f"{FAILS} # {comment}").status == 0, comment
    assert "did you mean `# expect fails`?" in world.run("-c", f"{FAILS} # expected fails").errors


def test_expectations_of_what_documents_said(world):
    """A claim, a figure and each statement of a document can be expected to fail, too."""
    assert world.run("-c", "check claim trump_record_levels # expect fails").status == 0
    assert world.run("-c", "check claim trump_record_levels # expect holds").status == 1
    assert "expected" in world.run("-c", "check claim trump_record_levels # expect holds").output


def test_a_table_at_the_end(world):
    """`--summary` lists every statement with its place, on standard error."""
    path = world.write("story.tally", f"{HOLDS}\n{FAILS}\n")
    result = world.run("--summary", "--format", "jsonl", "-f", path)
    assert len(result.output.splitlines()) == 2
    assert f"{path}:1" in result.errors and f"{path}:2" in result.errors
    assert "2 checked: 1 holds, 1 fails" in result.errors
    assert "expected" not in result.errors


def test_a_table_of_what_was_expected(world):
    """Where verdicts are expected, the table has them, marks those that are not met, and has what could not be read."""
    path = world.write("story.tally", f"{HOLDS}\n{FAILS} # expect fails\ncheck remuvls in fy2012 = 5\n{FAILS} # expect close\n")
    result = world.run("--summary", "--keep-going", "--format", "jsonl", "-f", path)
    rows = [line.split()[1:4] for line in result.errors.splitlines() if line.split()[:1] and line.split()[0][-2:-1] == ":"]
    assert rows == [["holds", "holds", "yes"], ["fails", "fails", "yes"], ["error", "holds", "no"], ["fails", "close", "no"]]
    assert "3 checked: 1 holds, 2 fail; 1 not judged; 2 not as expected" in result.errors


def test_what_is_offered_says_what_was_typed(world):
    """A line that loses a number, a place or a word that turns the statement is not offered."""
    for line in (
        "check removals in fy2012 is among the highest ever",
        "check encounters for venezuela in fy2023 is 10 percent of all encounters",
    ):
        result = world.run("-c", line)
        assert result.status == 1 and "try:" not in result.errors, result.errors
    offered = world.run("-c", "check removals in fy2012 + removals in fy2011 = 805,992").errors
    assert "try:  check removals in fy2012, fy2011 = 805,992" in offered


def test_a_report_for_servers(world):
    """`--format junit` writes one document for the run: a case a statement, also for what cannot be read."""
    path = world.write(
        "story.tally", f"{HOLDS}\nremovals in fy2012\n{FAILS}\ncheck remuvls in fy2012 = 5\n{CLOSE} # expect close\n"
    )
    result = world.run("--format", "junit", "--keep-going", "-f", path)
    assert result.status == 1
    suites = xml.etree.ElementTree.fromstring(result.output)
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("4", "1", "1")
    cases = suites.findall("testsuite/testcase")
    assert [case.get("line") for case in cases] == ["1", "3", "4", "5"]
    assert cases[1].find("failure").get("message") == "fails"
    assert cases[2].find("error") is not None
