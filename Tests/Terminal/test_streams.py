"""Without a terminal: three ways in, answers on standard output, the rest on standard error, and a status."""

import os
import re
import shutil
import signal
import subprocess

import pytest

REMOVALS = "removals\n415579\n"
BOTH = REMOVALS + "returns\n231105\n"
SLIP = "error: no measure is called `remuvls`\n  remuvls\n  ^^^^^^^\nhint: `help measures` lists what can be counted\n"
MANY_ROWS = "encounters by month, citizenship | csv"


def assert_done(result, output):
    """The answer alone, and status 0."""
    assert (result.status, result.output, result.errors) == (0, output, "")


def assert_refused(result, status, *parts):
    """Nothing on standard output, the parts on standard error."""
    assert (result.status, result.output) == (status, ""), result.errors
    for part in parts:
        assert part in result.errors


# MARK: Arguments


@pytest.mark.parametrize(
    "arguments",
    [
        ["removals in fy2012 | csv"],
        ["removals", "in", "fy2012", "|", "csv"],
        ["-c", "removals in fy2012 | csv"],
        ["--format", "csv", "removals in fy2012"],
        ["--format=csv", "removals", "in", "fy2012"],
        ["removals", "in", "fy2012", "--format", "csv"],
        ["--format", "csv", "-c", "removals in fy2012"],
        ["--format", "json", "removals in fy2012 | csv"],
    ],
)
def test_question_as_arguments(world, arguments):
    """A question may be quoted or not; a format of its own goes before the option."""
    assert_done(world.run(*arguments), REMOVALS)


def test_several_commands(world):
    """Several `-c` are answered in order."""
    result = world.run("--format", "csv", "-c", "removals in fy2012", "-c", "returns in fy2012")
    assert_done(result, BOTH)


def test_first_failure_ends_the_commands(world):
    """After the first `-c` that fails none is asked."""
    questions = ["-c", "removals in fy2012", "-c", "remuvls", "-c", "returns in fy2012"]
    result = world.run("--format", "csv", *questions)
    assert (result.status, result.output, result.errors) == (1, REMOVALS, SLIP)


def test_table_without_a_terminal(world):
    """A table in a pipe is never cut, has no escapes, and its letters follow the locale."""
    result = world.run("removals by fy since 2010", changes={"COLUMNS": "40"})
    assert "\x1b" not in result.output
    assert "Monthly Tables - August 2024 (Dec 2024)" in result.output
    assert "≈" in result.output
    assert world.run("removals by fy since 2010", changes={"LC_ALL": "C"}).output.isascii()


def test_data_formats_are_utf8_in_any_locale(world):
    """What other programs read is UTF-8, whatever the locale."""
    question = "encounters by citizenship in fy2024 | csv"
    assert world.run(question, changes={"LC_ALL": "C"}).output == world.run(question).output


def test_version_and_help(world):
    """`--version` and `--help` answer on standard output, without a database."""
    nowhere = {"TALLY_DATABASE": "/nowhere"}
    assert_done(world.run("--version", changes=nowhere), "tally 0.1.0\n")
    for arguments in (["--help"], ["-h"]):
        result = world.run(*arguments, changes=nowhere)
        assert (result.status, result.errors) == (0, "")
        for option in ("-c", "--file", "--format", "--database", "--no-history", "build-database"):
            assert option in result.output


def test_manual_page(world, project):
    """It names every option, every exit status of the program, and is well formed."""
    page = project / "docs/tally.1"
    text = page.read_text()
    helped = world.run("--help").output
    for option in set(re.findall(r"--([a-z-]+)", helped.split("OPTIONS:")[1])):
        assert f"Fl -{option}" in text, option
    source = (project / "Sources/tally/ExitStatus.swift").read_text()
    for status in re.findall(r"case \w+ = (\d+)", source):
        assert f"\n.It {status}\n" in text
    if shutil.which("mandoc"):
        found = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True).stdout
        assert found == ""


def test_help_of_the_language(world):
    """`tally help` explains the language."""
    result = world.run("help")
    assert (result.status, result.errors) == (0, "")
    assert "removals by fy since 2010" in result.output
    assert "since PERIOD" in world.run("help clauses").output


def test_help_of_build_database(world):
    """`tally build-database --help` says where the database is written."""
    result = world.run("build-database", "--help")
    assert (result.status, result.errors) == (0, "")
    assert "--output" in result.output


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--no-such-option"], "--no-such-option"),
        (["-c"], "-c"),
        (["--format", "xml", "removals"], "table, json, jsonl, csv"),
        (["-c", "removals", "-f", "x"], "exclude one another"),
        (["-f", "/nowhere/story.tally"], "/nowhere/story.tally: No such file or directory"),
        (["-f", "/"], "Is a directory"),
        (["build-database", "--output"], "--output"),
    ],
)
def test_wrong_calls(world, arguments, said):
    """A wrong call has status 2 and says what is wrong with it, and how it is called."""
    assert_refused(world.run(*arguments), 2, said)


def test_usage_names_the_program_as_it_is_called(world):
    """The usage shown in the help can be typed: `ask` is nobody's word."""
    helped = world.run("--help").output
    assert "tally ask" not in helped
    assert "tally QUESTION" in helped


# MARK: Scripts


def test_file(world):
    """`-f` runs a file: comments, blank lines, `;`, indented lines and Windows ends included."""
    script = "# figures\n\nremovals in fy2012\r\n  | csv\n\n\treturns # of aliens\n  in fy2012 | csv;\n"
    for path in (world.write("story.tally", script), world.write("a folder/é.tally", script)):
        assert_done(world.run("-f", path), BOTH)


@pytest.mark.parametrize("arguments", [[], ["-f", "-"], ["--format", "csv"]])
def test_standard_input(world, arguments):
    """Without a question, standard input is a script."""
    given = b"removals in fy2012 | csv\nreturns in fy2012 | csv"
    assert_done(world.run(*arguments, given=given), BOTH)


@pytest.mark.parametrize("given", [b"", b"\n", b"# nothing\n", b";;\n"])
def test_nothing_asked(world, given):
    """No question is no failure."""
    assert_done(world.run(given=given), "")


def test_byte_order_mark(world):
    """A mark at the start of a script, as some editors write it, is passed over."""
    assert_done(world.run(given=b"\xef\xbb\xbfremovals in fy2012 | csv\n"), REMOVALS)


def test_errors_of_a_script_name_the_place(world):
    """An error names the script and the line; what came before was answered, what follows is not asked."""
    world.write("story.tally", "removals in fy2012 | csv\n\nremuvls\nreturns in fy2012 | csv\n")
    result = world.run("-f", "story.tally")
    assert (result.status, result.output, result.errors) == (1, REMOVALS, "story.tally:3: " + SLIP)


def test_errors_of_a_script_name_the_line_of_the_statement(world):
    """A statement of several lines is named by its first."""
    world.write("story.tally", "# one\n# two\n\nremovals,\n  remuvls in fy2012\n")
    assert world.run("-f", "story.tally").errors.startswith("story.tally:4: error: ")


def test_errors_of_standard_input_name_no_place(world):
    """What comes through a pipe has no name to tell."""
    assert_refused(world.run(given=b"\n\nremuvls\n"), 1, SLIP)


def test_closed_input(world):
    """Without any standard input there is nothing to ask and nothing to crash about."""
    command = f'"{world.tally}" <&-'
    result = world.run("-c", command, program="/bin/sh")
    assert result.status in (0, 2)


# MARK: Output that cannot be written


@pytest.mark.parametrize("question", ["removals in fy2012", MANY_ROWS, "help", ".sql removals in fy2012"])
def test_full_device(world, question):
    """A full disk gives status 74 and one message."""
    with open("/dev/full", "w") as full:
        result = world.run(question, stdout=full)
    assert result.status == 74
    assert result.errors == "error: the answer could not be written: No space left on device\n"


def test_full_device_ends_a_script(world):
    """The first answer that cannot be written ends a script."""
    with open("/dev/full", "w") as full:
        result = world.run(given=b"removals in fy2012\n" * 3, stdout=full)
    assert result.status == 74
    assert result.errors.count("\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_full_device_of_the_help(world, arguments):
    """Help and version are output like any other."""
    with open("/dev/full", "w") as full:
        result = world.run(*arguments, stdout=full)
    assert result.status == 74


def test_closed_output(world):
    """A standard output that is closed is a failure to write, not a success."""
    command = f'"{world.tally}" "removals in fy2012" >&-'
    result = world.run("-c", command, program="/bin/sh")
    assert result.status == 74
    assert result.errors.count("\n") == 1


@pytest.mark.parametrize("is_ignored", [False, True])
def test_closed_pipe(world, is_ignored):
    """A reader that has gone ends the program as 141, without a word, also where SIGPIPE is ignored."""
    reading, writing = os.pipe()
    os.close(reading)
    result = world.run(
        MANY_ROWS,
        stdout=writing,
        restore_signals=not is_ignored,
        preexec_fn=lambda: signal.signal(signal.SIGPIPE, signal.SIG_IGN if is_ignored else signal.SIG_DFL),
    )
    os.close(writing)
    assert result.status in (141, -signal.SIGPIPE)
    assert result.errors == ""


def test_head(world):
    """`| head -1` gets its line; the program is gone with 141."""
    command = f'"{world.tally}" "$0" | head -1; echo "${{PIPESTATUS[0]}}"'
    question = "; ".join([MANY_ROWS] * 20)
    result = world.run("-c", command, question, program="/bin/bash")
    assert (result.output, result.errors) == ("month,citizenship,encounters\n141\n", "")


def test_closed_errors(world):
    """When nobody can be told, the status still says it."""
    command = f'"{world.tally}" remuvls 2>&-'
    assert world.run("-c", command, program="/bin/sh").status == 1


def test_answers_in_order_with_errors(world):
    """Answers and errors on one stream are in the order in which they were made."""
    done = subprocess.run(
        [world.tally, "-c", "removals in fy2012 | csv", "-c", "remuvls"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=world.environment(), text=True,
    )
    assert done.stdout == REMOVALS + SLIP


# MARK: Mistakes


@pytest.mark.parametrize(
    "question",
    ["remuvls", "removals by", "select 1", "removals in fy1066", ".nonsense", "removals | xml", "help nothing"],
)
def test_mistakes(world, question):
    """A mistake has status 1 and an explanation on standard error; nothing on standard output."""
    assert_refused(world.run(question), 1, "error: ", "  " + question)
