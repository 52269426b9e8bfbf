"""What the benchmarks rely on: scripts that fit the shipped data, and terminals that leave nothing running."""

import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks"))

import long_answers  # noqa: E402
from terminal import Terminal  # noqa: E402


def test_the_invented_rows_fit_the_shipped_tables(database, tmp_path):
    """One year of visas is enough to see that the script can be run, and that its sums are those of its rows."""
    path = tmp_path / "long.db"
    shutil.copy(database, path)
    shipped = sqlite3.connect(path)
    with shipped:
        shipped.execute("DELETE FROM visas WHERE period <> (SELECT max(period) FROM visas)")
    counted = shipped.execute("SELECT count(*) FROM visas").fetchone()[0]
    shipped.executescript(long_answers.INVENTED)
    parts = "SELECT key, sum(visas_issued) FROM visas JOIN dataset ON id = dataset WHERE {} = 'state-visas' GROUP BY 1"
    sums = shipped.execute(parts.format("(SELECT key FROM dataset AS whole WHERE whole.id = dataset.rollup_of)"))
    whole = shipped.execute(parts.format("key")).fetchone()[1]
    found = sums.fetchall()
    assert found and {total for _, total in found} == {whole}
    assert shipped.execute("SELECT count(*) FROM visas").fetchone()[0] > 2 * counted
    unlisted = """SELECT count(*) FROM visas WHERE visa_class > 0 AND NOT EXISTS (
        SELECT 1 FROM dataset_member WHERE dataset_member.dataset =
          (SELECT id FROM dataset WHERE key = 'state-visas') AND member = visa_class AND first_fy > 0)"""
    assert shipped.execute(unlisted).fetchone()[0] == 0


def runs(process):
    """Whether a process is there and has not ended."""
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True).stdout.strip()
    return state != "" and not state.startswith("Z")


def test_a_terminal_ends_what_a_program_started(tmp_path):
    """A peer may be a script that starts the program: left running, it takes the time of all that follow."""
    script = tmp_path / "peer"
    script.write_text("#!/bin/sh\nsleep 600 &\necho started $!\nwait\n")
    script.chmod(0o700)
    with Terminal([str(script)], {"PATH": "/usr/bin:/bin"}) as terminal:
        terminal.wait_for(b"\n")
        child = int(terminal.written.split()[1])
        assert runs(child)
    until = time.monotonic() + 10
    while runs(child) and time.monotonic() < until:
        time.sleep(0.01)
    assert not runs(child)
