"""Answers longer than the screen: the pager, and how many rows are shown without one."""

import re

import pytest

from prompt import ENTER, control, plain

LONG = "removals by fy"
SHORT = "removals by fy since 2020"
FIRST, MIDDLE, LAST = "1892         2,801", "1980        18,013", "2024 ◐   ≈ 315,480"


def answered(prompt, question=LONG):
    return plain(prompt.ask(question))


def test_pager_with_arguments(world):
    """`$PAGER` is a command with its arguments; it gets the whole answer, and only one that does not fit."""
    prompt = world.prompt(changes={"PAGER": "sed 's/^/| /'"})
    answer = answered(prompt)
    assert f"|  {FIRST}" in answer and f"|  {LAST}" in answer
    short = answered(prompt, SHORT)
    assert LAST in short and "| " not in short


@pytest.mark.parametrize("pager", ["no-such-pager", "false", "exit 3", "sh -c 'cat >/dev/null; exit 1'"])
def test_pager_that_fails(world, pager):
    """Where the pager fails, the answer is there all the same, and the reason."""
    prompt = world.prompt(changes={"PAGER": pager})
    for _ in range(2):
        answer = answered(prompt)
        assert "the pager" in answer and "failed" in answer
        assert FIRST in answer and LAST in answer
    assert prompt.leave() == 0


def test_pager_left_early(world):
    """A pager that reads no further has shown what was wanted."""
    prompt = world.prompt(changes={"PAGER": "head -4"})
    answer = answered(prompt)
    assert FIRST in answer and LAST not in answer and "failed" not in answer
    assert LAST in answered(prompt, SHORT)


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "markdown", "svg", "report"])
def test_answers_for_programs_are_not_paged(world, form):
    """What is taken from the screen by other programs, or copied, stays on it; what is read is paged."""
    prompt = world.prompt(changes={"PAGER": "wc -l"})
    assert "2003" in answered(prompt, f"removals by fy | {form}")
    assert re.fullmatch(r"\d+\n", answered(prompt, "removals by fy | chart"))


@pytest.mark.parametrize("pager", [None, "less"])
def test_less(world, pager):
    """`less` is the pager where none is named: it shows the beginning, and `q` leads back to the prompt."""
    screen = world.screen(changes={"PAGER": pager}, rows=20)
    screen.wait_for_last("tally>")
    screen.type(LONG)
    screen.press("Enter")
    screen.wait(lambda rows: rows[-1].startswith(":"))
    screen.press("C-c")
    # `less` may throw away what is typed right after an interruption.
    screen.press_until("Space", "19[2-9]. ")
    screen.press("q")
    screen.wait_for_last("tally>")
    screen.type("removals in fy2012")
    screen.press("Enter")
    screen.wait_for("415,579")


def test_pager_gets_the_styles(world):
    """What is bold and dim stays so."""
    prompt = world.prompt(changes={"PAGER": "sed 's/^/| /'"})
    assert "| \x1b[1m" in prompt.ask(LONG).replace("|  \x1b", "| \x1b")


def test_pager_off_and_rows(world):
    """Without a pager a screen shows the first and the last rows and says how to see all."""
    prompt = world.prompt(changes={"PAGER": "sed 's/^/| /'"})
    prompt.ask(".pager off")
    answer = answered(prompt)
    assert FIRST in answer and LAST in answer and MIDDLE not in answer and "| " not in answer
    assert "… 93 more rows: `.rows all` shows them" in answer
    prompt.ask(".rows 6")
    answer = answered(prompt)
    assert "… 127 more rows" in answer
    assert sum(line[1:5].isdigit() for line in answer.split("\n")) == 6
    prompt.ask(".rows all")
    assert MIDDLE in answered(prompt)
    prompt.ask(".rows auto")
    prompt.ask(".pager on")
    assert f"|  {MIDDLE}" in answered(prompt)


def test_bars_are_cut_like_rows(world):
    """A chart of many bars too."""
    prompt = world.prompt()
    answer = answered(prompt, "removals by citizenship in fy2022 | chart")
    assert "more rows" in answer and "Mexico" in answer
    assert answer.count("█") > 0


def test_files_and_pipes_get_everything(world):
    """Nothing is cut that does not go to a screen, and no pager sees it."""
    result = world.run(LONG, changes={"PAGER": "false"})
    assert FIRST in result.output and MIDDLE in result.output and LAST in result.output
    prompt = world.prompt(changes={"PAGER": "false"})
    prompt.ask(LONG + ' > "all.txt"')
    assert MIDDLE in (world.folder / "all.txt").read_text()


def test_question_on_the_command_line(world):
    """A single question on a terminal is shown by pages as well, a script never."""
    changes = {"PAGER": "sed 's/^/| /'"}
    prompt = world.prompt(LONG, changes=changes, is_plain=True)
    assert prompt.end() == 0
    assert f"|  {LAST}" in plain(prompt.rest)
    path = world.write("a.tally", LONG + "\n")
    prompt = world.prompt("-f", path, changes=changes, is_plain=True)
    assert prompt.end() == 0
    assert MIDDLE in plain(prompt.rest) and "| " not in plain(prompt.rest)


def test_interrupt_in_the_pager_is_its_own(world):
    """Ctrl-C while the pager shows something ends neither the program nor the session."""
    prompt = world.prompt(changes={"PAGER": "sh -c 'trap \"\" INT; cat; sleep 0.3; echo shown'"})
    prompt.type(LONG + ENTER)
    prompt.expect_text("2024")
    prompt.type(control("c"))
    assert "shown" in prompt.next_prompt()
    assert "415,579" in answered(prompt, "removals in fy2012")
