#!/usr/bin/env python3
"""Each question of the benchmark beside `sqlite3` with every statement that the program runs for it.

    make build database test
    Benchmarks/statements.py

`make bench` gives sqlite3 the one statement that answers. The program runs more of them: they read what the catalog says of the
words, measures, tables and sources of the question. Here sqlite3 runs those, too.
"""

import os
import pathlib
import re
import runpy
import statistics
import subprocess
import tempfile
import time

FOLDER = pathlib.Path(__file__).parent
QUESTIONS = runpy.run_path(FOLDER / "run", run_name="questions")["QUESTIONS"]
PAIRS = 60


def built(*flags):
    """The program of a build; the one for tests takes SQLite from the system, so that its statements can be seen."""
    command = ["swift", "build", *flags, "--show-bin-path"]
    return pathlib.Path(subprocess.check_output(command, cwd=FOLDER.parent, text=True).strip(), "tally")


def main():
    program, watched = built("-c", "release"), built("--scratch-path", ".build/whole")
    with tempfile.TemporaryDirectory() as folder:
        # No imports, and no names for Valgrind to stumble over.
        os.environ["XDG_DATA_HOME"] = folder
        tally = pathlib.Path(folder, "tally")
        subprocess.run(["strip", "-g", "-o", tally, program], check=True)
        database = program.resolve().with_name("tally.db")
        pathlib.Path(folder, "tally.db").symlink_to(database)
        library = pathlib.Path(folder, "statements.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, FOLDER / "statements.c", "-ldl"], check=True)
        times, counts = [], []
        print(f"{'':52}{'instructions: tally':>20}{'sqlite3':>12}{'ratio':>7}{'time':>7}")
        for question in QUESTIONS:
            sql = statements(watched, library, database, question, pathlib.Path(folder, "sql"))
            ours, theirs = [tally, question], ["sqlite3", database, sql]
            counted = instructions(ours), instructions(theirs)
            counts.append(counted[0] / counted[1])
            times.append(ratio(ours, theirs))
            print(f"{question:52}{counted[0]:>20,}{counted[1]:>12,}{counts[-1]:7.2f}{times[-1]:7.2f}", flush=True)
        print(f"{'median':84}{statistics.median(counts):7.2f}{statistics.median(times):7.2f}")


def statements(program, library, database, question, file):
    """What the program has SQLite run for a question."""
    changes = {"LD_PRELOAD": library, "STATEMENTS": file, "TALLY_DATABASE": database}
    run([program, question], env={**os.environ, **changes})
    return file.read_text()


def run(command, **options):
    return subprocess.run(command, check=True, text=True, stdin=subprocess.DEVNULL, capture_output=True, **options)


def instructions(command):
    ran = run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command])
    return int(re.search(r"Collected : (\d+)", ran.stderr)[1])


def ratio(ours, theirs):
    """The median of pairs that run one after the other."""

    def seconds(command):
        begin = time.perf_counter()
        run(command)
        return time.perf_counter() - begin

    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(PAIRS))


if __name__ == "__main__":
    main()
