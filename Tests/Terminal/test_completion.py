"""Tab offers what may come next."""

import pytest

from prompt import ENTER, TAB, control, plain


def completed(prompt, keys):
    """The line after keys, as the program reads it."""
    prompt.type(keys + control("e"))
    return prompt.line_after("")


@pytest.mark.parametrize(
    "typed, line",
    [
        ("remo", "removals "),
        ("REMO", "removals "),
        ("border patrol ag", "border patrol agents "),
        ("H-2A v", "H-2A visas "),
        ("removals by fy sin", "removals by fy since "),
        ("removals for mex", "removals for Mexico "),
        ("encounters for el sal", "encounters for El Salvador "),
        ("removals | js", "removals | json"),
        ("removals | cs", "removals | csv "),
        ("nothing like it", "nothing like it"),
    ],
)
def test_tab_completes(world, typed, line):
    """The only candidate is put in with a space, what several share without; else nothing changes."""
    prompt = world.prompt()
    assert completed(prompt, typed + TAB) == line.rstrip()


@pytest.mark.parametrize("typed, line", [(".m", ".mode "), (".q", ".quit "), (".h", ".help ")])
def test_commands_are_completed(world, typed, line):
    """A dot and a letter become a command."""
    prompt = world.prompt()
    prompt.type(typed + TAB)
    assert line in typed + plain(prompt.written_within(0.3)).replace(typed, "", 1)


def listed(world, typed, wanted):
    """The screen after two Tabs behind `typed`, once it shows `wanted`."""
    screen = world.screen(rows=50)
    screen.wait_for_last("tally>")
    screen.type(typed)
    screen.wait(lambda lines: lines[-1].rstrip() == "tally> " + typed.rstrip())
    screen.press("Tab", "Tab")
    return screen, screen.wait_for(wanted)


@pytest.mark.parametrize(
    "typed, wanted",
    [
        ("re", "returns"),
        ("removals by c", "citizenship"),
        ("removals by fy, ", "citizenship"),
        ("removals in fy20", "fy2024"),
        ("removals where citizenship = m", "Mexico"),
        ("removals by ", "citizenship"),
        ("removals in ", "fy2024"),
        ("removals | ", "jsonl"),
        ("removals for mexico ", "since"),
    ],
)
def test_second_tab_lists(world, monkeypatch, typed, wanted):
    """Two Tabs list what may come next, below the line, which is then drawn again."""
    monkeypatch.setattr("screen.PATIENCE", 1.5)
    screen, lines = listed(world, typed, wanted)
    screen.wait_for_last("tally> " + typed.rstrip())
    assert screen.cursor[0] == len("tally> " + typed)


def test_list_is_cut_to_the_screen(world):
    """A long list leaves room for the line and says how much is not shown."""
    screen = world.screen(rows=10, columns=50)
    screen.wait_for_last("tally>")
    screen.type("encounters for m")
    screen.press("Tab", "Tab")
    lines = screen.wait_for(r"… and \d+ more")
    assert len(lines) <= 10
    screen.wait_for_last("tally> encounters for m")


def test_typing_goes_on_after_a_list(world):
    """The list is only shown: the line goes on where it was."""
    prompt = world.prompt()
    prompt.type("re" + TAB + TAB)
    prompt.expect_text("returns")
    prompt.type("movals in fy2012" + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "415,579" in prompt.next_prompt()


def test_completion_amid_a_line(world):
    """What stands behind the cursor stays."""
    prompt = world.prompt()
    prompt.type(" in fy2012" + control("a") + "remo" + TAB + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "415,579" in prompt.next_prompt()
