"""The line while it is typed: keys, scripts, pastes, resizing, suspending."""

import os
import signal
import subprocess
import termios
import time

import pytest

from prompt import BACKSPACE, DELETE, ENTER, ESCAPE, LEFT, PATIENCE, RIGHT, TAB, UP, control, plain

HOME = ["\x1b[H", "\x1b[1~", "\x1bOH", control("a")]
END = ["\x1b[F", "\x1b[4~", "\x1bOF", control("e")]
WORD_LEFT = "\x1b[1;5D"
WORD_RIGHT = "\x1b[1;5C"


@pytest.mark.parametrize(
    "keys, line",
    [
        ("é中👍🏽", "é中👍🏽"),
        ("aé中b" + BACKSPACE * 2 + "Z", "aéZ"),
        ("aé中b" + LEFT * 2 + DELETE + "x", "aéxb"),
        ("one two three" + WORD_LEFT * 2 + "X" + WORD_RIGHT + "Y", "one XtwoY three"),
        ("one two three" + control("w") * 2 + "X", "one X"),
        ("one two" + control("u") + "three", "three"),
        ("one two" + WORD_LEFT + control("k") + "three", "one three"),
        ("ab" + LEFT + RIGHT + LEFT * 2 + control("d"), "b"),
    ],
)
def test_keys(world, keys, line):
    """Keys do what they do everywhere, by characters and not by bytes."""
    assert world.prompt().line_after(keys) == line


def test_keys_before_the_prompt_is_shown(world):
    """Keys are taken singly before the prompt is out: a Ctrl-D typed as soon as it is seen is a key."""
    ours, theirs = os.openpty()
    termios.tcflow(theirs, termios.TCOOFF)  # Nothing can be shown: the program waits with its prompt.
    with subprocess.Popen(
        [world.tally, "--no-history"], stdin=theirs, stdout=theirs, stderr=theirs, env=world.environment(),
    ) as process:
        end = time.monotonic() + PATIENCE
        while termios.tcgetattr(ours)[3] & termios.ICANON and time.monotonic() < end:
            time.sleep(0.01)
        process.kill()
    assert time.monotonic() < end
    for terminal in (ours, theirs):
        os.close(terminal)


@pytest.mark.parametrize("start, end", list(zip(HOME, END)))
def test_start_and_end(world, start, end):
    """Home and End work in all their spellings."""
    assert world.prompt().line_after(f"mid{start}<{end}>") == "<mid>"


@pytest.mark.parametrize(
    "locale, shown",
    [("C", "aeb"), (None, "aeb"), ("xx_XX.UTF-8", "aéb")],
)
def test_utf8_in_any_locale(world, locale, shown):
    """Letters are typed and deleted whole, whatever the locale; the message writes what it can show."""
    prompt = world.prompt(changes={"LC_ALL": locale})
    assert prompt.line_after("aé中" + BACKSPACE + "b") == shown


def test_utf8_question(world):
    """An accent makes no difference to a name."""
    assert plain(world.prompt().ask("rémovals in fy2012 | csv")) == "removals\n415579\n"


def test_long_line(world):
    """A line of several thousand characters is read whole."""
    prompt = world.prompt()
    prompt.type("removals in fy2012 | csv #" + "x" * 3000 + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert plain(prompt.next_prompt()) == "removals\n415579\n"


def test_typed_ahead(world):
    """What is typed while an answer is worked out is not lost."""
    prompt = world.prompt()
    prompt.type("removals in fy2012 | csv" + ENTER + "returns in fy2012 | csv" + ENTER)
    prompt.expect("415579")
    prompt.expect("231105")


def test_editrc_has_the_last_word(world):
    """~/.editrc rebinds keys."""
    world.write("home/.editrc", "bind ^T ed-move-to-beg\n")
    assert world.prompt().line_after("abc" + control("t") + "x") == "xabc"


def test_vi_keys(world):
    """`bind -v` in ~/.editrc gives vi's keys, with Tab, Ctrl-C and Ctrl-D as they were."""
    world.write("home/.editrc", "bind -v\n")
    prompt = world.prompt(is_plain=True)
    prompt.expect_text("tally> ")
    prompt.type("emovals in fy2012" + ESCAPE)
    prompt.written_within(0.1)
    prompt.type("0ir" + ENTER)
    prompt.expect_text("415,579")
    prompt.expect_text("tally> ")
    prompt.type("remo" + TAB)
    prompt.expect_text("vals ")
    prompt.type(control("c"))
    prompt.expect_text("tally> ")
    assert prompt.leave() == 0


# MARK: Pastes


def pasted(text):
    return f"\x1b[200~{text}\x1b[201~"


def test_paste_waits_for_enter(world):
    """A paste is put in as it is, several lines and their last end; nothing of it runs."""
    prompt = world.prompt()
    prompt.type(pasted("removals in fy2012 | csv\rreturns in fy2012 | csv\r"))
    assert "415579" not in prompt.written_within(0.2)
    assert plain(prompt.ask("")) == "removals\n415579\nreturns\n231105\n"


def test_pasted_lines_are_one_entry(world):
    """What was pasted together comes back together."""
    prompt = world.prompt()
    prompt.type(pasted("removals in fy2012 | csv\nreturns in fy2012 | csv"))
    prompt.ask("")
    assert world.history.read_bytes().count(b"\n") == 2
    assert plain(prompt.ask(UP)).endswith("415579\nreturns\n231105\n")


def test_paste_of_an_indented_question(world):
    """In a paste as in a script an indented line goes on with the one before."""
    prompt = world.prompt()
    prompt.type(pasted("removals\n  in fy2012\n  | csv\nreturns in fy2012 | csv\n"))
    assert plain(prompt.ask("")) == "removals\n415579\nreturns\n231105\n"


def test_paste_drops_control_characters(world):
    """A paste cannot press keys: escapes and controls in it are dropped."""
    prompt = world.prompt()
    prompt.type(pasted("removals in fy2012\x01\x04\x15 | csv\x1b\x7f"))
    assert plain(prompt.ask("")) == "removals\n415579\n"


def test_large_paste(world):
    """A script of 10 KB can be pasted."""
    prompt = world.prompt()
    prompt.type(pasted("# a comment as long as this line is\n" * 300 + "removals in fy2012 | csv"))
    prompt.type(ENTER)
    prompt.expect("removals\r\n415579\r\n")


# MARK: What the screen shows


def test_paste_on_the_screen(world):
    """Pasted lines are below one another and can be edited."""
    screen = world.screen()
    screen.wait_for_last("tally>")
    screen.paste("first\nsecond\nthird é中\n")
    screen.wait_for_last("tally> first", "second", "third é中")
    screen.type("!")
    screen.press("Home")
    screen.type(">")
    screen.wait_for_last("tally> >first", "second", "third é中!")


def test_resizing_draws_the_line_once(world):
    """After each change of width the line is there once and whole.

    There is text above it: what is at the top of the screen, tmux moves into its history.
    """
    line = "removals by month for mexico, guatemala, honduras since 2020 where sex = male"
    screen = world.screen(columns=60, rows=16)
    screen.wait_for_last("tally>")
    screen.type(".help\n")
    screen.wait(lambda lines: len(lines) > 4 and lines[-1].rstrip() == "tally>")
    screen.type(line)
    screen.wait(lambda lines: lines[-1].endswith("sex = male"))
    for columns in (30, 45, 100, 25, 60):
        screen.resize(columns, 16)
        whole = "tally> " + line
        rows = [whole[start:start + columns] for start in range(0, len(whole), columns)]
        shown = screen.wait_for_last(*rows)
        assert sum(row.startswith("tally> rem") for row in shown) == 1


def test_line_over_two_rows_is_cleared(world):
    """Ctrl-C shows `^C` after a line of several rows and prompts below it."""
    screen = world.screen(columns=40)
    screen.wait_for_last("tally>")
    screen.type("x" * 70)
    # A terminal drops what nobody has read when Ctrl-C is typed.
    screen.wait_for_last("tally> " + "x" * 33, "x" * 37)
    screen.press("Home")
    screen.wait_for_cursor(len("tally> "))
    screen.press("C-c")
    screen.wait_for_last("tally> " + "x" * 33, "x" * 37 + "^C", "tally>")


def test_suspending(world):
    """Ctrl-Z gives the terminal to the shell; `fg` brings the line back as it was."""
    screen = world.screen(["bash", "--norc", "-i"], changes={"PS1": "shell$ "})
    screen.wait_for_last("shell$")
    screen.type(f"{world.tally}\n")
    screen.wait_for_last("tally>")
    screen.type("removals in")
    # A terminal drops what nobody has read when Ctrl-Z is typed.
    screen.wait_for_last("tally> removals in")
    screen.press("C-z")
    screen.wait(lambda lines: any("Stopped" in line for line in lines) and lines[-1].startswith("shell$"))
    screen.type("stty -a | grep -c '[ ]icanon'\n")
    screen.wait_for("^1$")
    screen.type("fg\n")
    screen.wait_for_last("tally> removals in")
    screen.type(" fy2012\n")
    screen.wait_for("415,579")


@pytest.mark.parametrize("deadly", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT])
def test_deadly_signals_leave_the_terminal_whole(world, deadly):
    """A signal that ends the program ends it by that signal, pastes switched off before."""
    prompt = world.prompt()
    prompt.type("removals")
    prompt.expect_text("removals")
    prompt.child.kill(deadly)
    assert prompt.end() is None
    assert prompt.child.signalstatus == deadly
    assert "\x1b[?2004l" in prompt.rest
