"""Ctrl-C during a question that would never end."""

import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

from pages import seal

from prompt import ENTER, control, plain

QUESTION = "removals by fy"


@pytest.fixture
def endless(world):
    """The shipped data with departures that have no last row: every question of them runs for ever."""
    path = shutil.copy(world.database, world.folder / "endless.db")
    connection = sqlite3.connect(path)
    connection.executescript(
        """
        PRAGMA journal_mode = OFF;
        ALTER TABLE "departures" RENAME TO "departures held";
        CREATE VIEW "departures" AS
          WITH RECURSIVE "again"("number") AS (SELECT 1 UNION ALL SELECT "number" + 1 FROM "again")
          SELECT "departures held".* FROM "again" CROSS JOIN "departures held";
        """
    )
    connection.close()
    seal(path, world.database)
    return path


def test_interrupt_stops_the_question(world, endless):
    """Ctrl-C stops what runs, says so, and the prompt is there again; the next question is answered."""
    prompt = world.prompt("--database", endless)
    for _ in range(3):
        prompt.type(QUESTION + ENTER)
        prompt.expect(r"\x1b\[\?2004l")
        assert prompt.written_within(0.3) == ""
        pressed = time.monotonic()
        prompt.type(control("c"))
        assert plain(prompt.next_prompt()).endswith("interrupted\n")
        assert time.monotonic() - pressed < 2
        assert "25,465" in prompt.ask("refugees in fy2022")
    assert prompt.leave() == 0


def test_interrupt_ends_the_whole_line(world, endless):
    """After Ctrl-C nothing else of the line is asked."""
    prompt = world.prompt("--database", endless)
    prompt.type(f"{QUESTION}; refugees in fy2022" + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    prompt.written_within(0.3)
    prompt.type(control("c"))
    assert "25,465" not in prompt.next_prompt()


def test_interrupt_without_a_prompt(world, endless):
    """SIGINT ends a question on the command line as a shell expects: by the signal, with nothing written."""
    running = subprocess.Popen(
        [world.tally, "--database", endless, QUESTION],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=world.environment(),
    )
    time.sleep(0.3)
    assert running.poll() is None
    running.send_signal(signal.SIGINT)
    output, errors = running.communicate(timeout=5)
    assert running.returncode in (-signal.SIGINT, 130)
    assert output == b""


def test_end_of_terminal_during_a_question(world, endless):
    """When the terminal goes away amid a question, so does the program."""
    prompt = world.prompt("--database", endless)
    prompt.type(QUESTION + ENTER)
    prompt.expect(r"\x1b\[\?2004l")
    prompt.written_within(0.2)
    prompt.child.kill(signal.SIGHUP)
    assert prompt.end() is None
    assert prompt.child.signalstatus == signal.SIGHUP
