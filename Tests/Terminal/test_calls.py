"""Wrong calls: one voice with all other mistakes, and a hint that is a whole command line."""

import re
import shlex

import pytest

COMMANDS = ["", "export", "import", "datasets", "drop", "build-database", "read", "serve", "schema"]
QUESTION = "removals by fy since 2010"


def refusal(world, *arguments):
    """The message and the hint of a wrong call."""
    result = world.run(*arguments)
    assert (result.status, result.output) == (2, ""), result.errors
    lines = result.errors.split("\n")
    assert len(lines) == 3 and lines[2] == "", result.errors
    assert lines[0].startswith("error: ") and lines[1].startswith("hint: ")
    return lines[0].removeprefix("error: "), lines[1].removeprefix("hint: ")


@pytest.mark.parametrize(
    "arguments, message, hint",
    [
        (
            ["--format", "jsn", QUESTION],
            "no format is called `jsn`; formats are table, json, ",
            f"tally --format json '{QUESTION}'",
        ),
        (
            [QUESTION, "--format=jsn"],
            "no format is called `jsn`; formats are table, json, ",
            f"tally '{QUESTION}' --format=json",
        ),
        (["--format", "xml", "x"], "no format is called `xml`; formats are table, ", "tally --format json 'encounters "),
        (["--formt", "csv", "x"], "there is no option `--formt`", "tally --format csv x"),
        (["--formt=csv", "x"], "there is no option `--formt`", "tally --format=csv x"),
        (["--width", "abc"], "there is no option `--width`", "tally --help"),
        (["-z"], "there is no option `-z`", "tally --help"),
        (["--format"], "expected a value for `--format <format>`", "tally --format json '"),
        (["-c"], "expected a value for `-c <question>`", "tally -c '"),
        (["--color", "red"], "the value `red` is invalid for `--color <color>`; please provide one of `auto`, ", "tally --color never '"),
        (["--quiet=yes"], "the option `--quiet` does not take any value, but `yes` was specified", "tally removals by fy"),
        (["--parameters"], "`--parameters` goes with `-f`", "tally --file story.tally --parameters"),
        (["-c", "x", "-f", "y"], "a question, `-c` and `-f` exclude one another", "tally -c '"),
        (["import"], "expected `<files> ...`", "tally import nationwide-"),
        (["import", "--by"], "expected a value for `--by <dimension=column,…>`", "tally import table.csv --measure "),
        (["import", "x.csv", "--dryrun"], "there is no option `--dryrun`", "tally import x.csv --dry-run"),
        (["import", "x.csv", "--published", "May"], "`--published` takes 2026-01-15, ", "tally import table.csv --measure "),
        (["imprt", "x.csv", "--dry-run"], "there is no option `--dry-run`", "tally import x.csv --dry-run"),
        (["drop"], "expected `<names> ...`", "tally datasets"),
        (["datasets", "extra"], "unexpected argument `extra`", "tally datasets --long"),
        (["export"], "expected `<folder>`", "tally export border '"),
        (["export", "folder"], "a question, or `--dataset`, says what to export", "tally export border '"),
        (["build-database", "extra"], "unexpected argument `extra`", "tally build-database --output tally.db"),
        (["build-database", "it's", "two"], "2 unexpected arguments: `it's`, `two`", "tally build-database --output"),
    ],
)
def test_wrong_calls(world, arguments, message, hint):
    """Each says what is wrong in lower case and backticks, and shows a line that works."""
    said, shown = refusal(world, *arguments)
    assert said.startswith(message)
    assert shown.startswith(hint)
    assert not said.endswith(".") and "'-" not in said and "Usage" not in said


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_an_example(world, command):
    """A missing value is shown by a line with that option, which is no wrong call itself."""
    world.write("story.tally", "removals in $year | csv\n")
    words = command.split()
    rows = re.findall(r"^  (-.*?) <", world.run(*words, "--help").output, re.MULTILINE)
    assert rows
    for option in [name for row in rows for name in row.split(", ")]:
        said, shown = refusal(world, *words, option)
        assert f"expected a value for `{option} <" in said
        parts = shlex.split(shown)
        assert parts[: len(words) + 1] == ["tally", *words] and (option in parts or option == "-o")
        # Nothing is built: that would take longer than all the rest.
        more = ["--seed", "/nowhere"] if command == "build-database" else []
        assert world.run(*parts[1:], *more).status != 2, shown


def test_slip_of_a_subcommand(world):
    """Words that are no question are answered as one; what they may have meant is added."""
    result = world.run("imprt", "x.csv")
    assert (result.status, result.output) == (1, "")
    assert result.errors.startswith("error: ") and result.errors.endswith("\nhint: tally import x.csv\n")
    assert "hint: tally" not in world.run("remuvls", "in", "fy2022").errors


@pytest.mark.parametrize(
    "odd", [b"--\xff\xfe", b"--\x1b[31mred\x1b]0;title\x07", "--\u202eevil".encode(), b"--a\nerror: forged", b"--" + b"x" * 90_000]
)
@pytest.mark.parametrize("command", COMMANDS)
def test_odd_arguments(world, odd, command):
    """Nothing in an argument is obeyed by a terminal, forges a line, or fills the screen."""
    result = world.run(*[word.encode() for word in command.split()], odd)
    assert (result.status, result.output) == (2, "")
    assert result.errors.startswith("error: ") and result.errors.count("\n") == 2
    assert not any(sign in result.errors for sign in "\x1b\x07\u202e")
    assert len(result.errors.encode()) < 8_000


def test_help_lists_the_formats(world):
    """The formats of the program, however many there are."""
    listed = re.search(r"formats are (.*)", world.run("--format", "nothing").errors)[1].split(", ")
    helped = re.sub(r"\s+", " ", world.run("--help").output)
    assert ", ".join(name for name in listed if name not in ("sql", "claimreview", "junit")) + " or sql" in helped
