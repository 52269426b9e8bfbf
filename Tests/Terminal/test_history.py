"""What was typed is there again, in this session and later ones."""

import os
import stat
import threading

import pytest

from prompt import BACKSPACE, DOWN, ENTER, UP, control, plain

HEADER = b"_HiStOrY_V2_\n"


def entries(world):
    """The lines of the history file after its first."""
    contents = world.history.read_bytes()
    assert contents.startswith(HEADER)
    return contents.removeprefix(HEADER).decode().splitlines()


def put(world, contents):
    """Lays a history in its place."""
    world.history.parent.mkdir(parents=True)
    world.history.write_bytes(contents)


def recalled(prompt, keys=UP):
    """What keys bring back, as the program reads it."""
    return prompt.line_after(keys)


def test_kept_across_sessions(world):
    """A question of one session is the next one's newest entry."""
    first = world.prompt()
    first.ask("removals in fy2012")
    assert first.leave() == 0
    assert "415,579" in world.prompt().ask(UP)


def test_for_this_user_only(world):
    """Nobody else may read the file or the folders made for it."""
    world.prompt().ask("returns in fy2012")
    assert stat.S_IMODE(world.history.stat().st_mode) == 0o600
    assert stat.S_IMODE(world.history.parent.stat().st_mode) == 0o700


def test_without_xdg_folder_below_home(world):
    """Without XDG_STATE_HOME it is ~/.local/state/tally/history."""
    world.prompt(changes={"XDG_STATE_HOME": None}).ask("returns in fy2012")
    assert (world.home / ".local/state/tally/history").exists()


def test_no_history(world):
    """`--no-history` writes none and reads none, and arrows still walk through this session."""
    put(world, HEADER + b"of\\040old\n")
    prompt = world.prompt("--no-history")
    prompt.ask("nothing new")
    assert recalled(prompt) == "nothing new"
    assert recalled(prompt, UP * 9) == "nothing new"
    assert entries(world) == ["of\\040old"]


def test_written_at_once(world):
    """A session that dies has lost nothing of what was asked."""
    prompt = world.prompt()
    prompt.ask("returns in fy2012")
    prompt.close()
    assert entries(world) == ["returns\\040in\\040fy2012"]


def test_no_entry_twice_in_a_row(world):
    """What is asked again and again is one entry; nothing typed is none."""
    prompt = world.prompt()
    for line in ("one", "one", "", "  ", "two", "one"):
        prompt.ask(line)
    assert entries(world) == ["one", "two", "one"]


def test_arrows_walk(world):
    """Up goes back, down comes forward."""
    prompt = world.prompt()
    for line in ("one", "two", "three"):
        prompt.ask(line)
    assert recalled(prompt, UP * 3 + DOWN) == "two"


def test_arrows_search_what_begins_as_typed(world):
    """Up and down keep to the entries that begin as the line does, and come back to the line itself."""
    prompt = world.prompt()
    for line in ("alpha 1", "beta 1", "alpha 2", "beta 2", "alphabet"):
        prompt.ask(line)
    assert recalled(prompt, "alpha " + UP) == "alpha 2"
    assert recalled(prompt, "alpha " + UP * 2) == "alpha 1"
    assert recalled(prompt, "alpha " + UP * 5) == "alpha 1"
    assert recalled(prompt, "alpha " + UP * 2 + DOWN) == "alpha 2"
    assert recalled(prompt, "alpha " + UP * 2 + DOWN * 2) == "alpha"
    assert recalled(prompt, "gamma" + UP) == "gamma"


def test_arrows_after_a_change(world):
    """A recalled entry that is changed is a line like any other."""
    prompt = world.prompt()
    for line in ("removals 1", "removals 2", "other"):
        prompt.ask(line)
    assert recalled(prompt, "rem" + UP + BACKSPACE + UP * 2) == "removals 1"


def test_plain_walk_of_control_keys(world):
    """Ctrl-P and Ctrl-N walk through everything."""
    prompt = world.prompt()
    for line in ("one", "two", "three"):
        prompt.ask(line)
    assert recalled(prompt, control("p") * 3 + control("n")) == "two"


def test_search(world):
    """Ctrl-R finds what holds the letters typed."""
    prompt = world.prompt()
    for line in ("removals in fy2012", "returns in fy2012 | csv", "nothing"):
        prompt.ask(line)
    prompt.type(control("r"))
    prompt.expect_text("bck:")
    prompt.type("mov")
    prompt.expect_text("removals")
    prompt.type(ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    assert "415,579" in prompt.next_prompt()


def test_two_sessions_keep_both(world):
    """Sessions that run at once lose nothing of each other."""
    prompts = [world.prompt() for _ in range(3)]

    def type_all(number):
        for line in range(10):
            prompts[number].ask(f"{number}_{line}")

    threads = [threading.Thread(target=type_all, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    typed = [f"{number}_{line}" for number in range(3) for line in range(10)]
    assert sorted(entries(world)) == typed


def test_utf8_entries(world):
    """An entry in any script comes back as it was."""
    first = world.prompt()
    first.ask("é中👍")
    first.leave()
    assert recalled(world.prompt()) == "é中👍"


def test_large_history_does_not_delay(world):
    """A history of many megabytes is read from its end and left as it is."""
    contents = HEADER + b"".join(b"entry\\040%d\\040%s\n" % (number, b"x" * 100) for number in range(20000))
    put(world, contents)
    prompt = world.prompt()
    prompt.type(UP)
    prompt.expect_text("entry 19999")
    prompt.type(control("c"))
    prompt.next_prompt()
    prompt.leave()
    assert world.history.read_bytes() == contents


@pytest.mark.parametrize("contents", [b"my own\nnotes\n", HEADER + b"good\n\0\0\0\n\xff\xfe\n", b"_HiSt"])
def test_damaged_history_is_kept_aside(world, contents):
    """A file that is no history is put aside and said once; the session goes on with a new one."""
    put(world, contents)
    prompt = world.prompt()
    said = plain(prompt.ask("returns in fy2012"))
    assert said.count("note:") == 1
    assert "history.damaged" in said.replace("\n", "")
    assert "note:" not in prompt.ask("removals in fy2012")
    assert world.history.with_name("history.damaged").read_bytes() == contents
    assert entries(world)[-1] == "removals\\040in\\040fy2012"


@pytest.mark.parametrize("kind", ["folder", "pipe", "unwritable"])
def test_unusable_history_is_said_once(world, kind):
    """Where none can be kept it is said once, and everything else works."""
    changes = {}
    if kind == "folder":
        world.history.mkdir(parents=True)
    elif kind == "pipe":
        world.history.parent.mkdir(parents=True)
        os.mkfifo(world.history)
    else:
        changes["XDG_STATE_HOME"] = "/proc/nowhere"
    prompt = world.prompt(changes=changes)
    said = "".join(prompt.ask(f"{name} in fy2022") for name in ("returns", "removals", "refugees"))
    assert said.count("note:") == 1
    assert "108,733" in said and "25,465" in said


def test_history_is_searched(world):
    """`.history` shows what was typed, the newest last; with words, what holds them; also in a later session."""
    prompt = world.prompt(columns=120)
    for question in ("removals in fy2012", "returns in fy2012", "removals in fy2013"):
        prompt.ask(question)
    shown = plain(prompt.ask(".history")).split("\n")
    typed = [line.strip() for line in shown if line.strip()]
    assert typed[:3] == ["removals in fy2012", "returns in fy2012", "removals in fy2013"]
    prompt.leave()
    later = plain(world.prompt(columns=120).ask(".history REMOVALS 2012"))
    assert "removals in fy2012" in later and "returns" not in later
    assert "no earlier entry" in plain(world.prompt().ask(".history nowhere to be found"))


def test_without_a_prompt_there_is_no_history(world):
    """A script has typed nothing."""
    result = world.run("-c", ".history")
    assert result.status == 1
    assert "at the prompt only" in result.errors
