"""Imports of ten million rows and questions about them, beside sqlite3 and DuckDB."""

import pathlib
import shutil
import subprocess
import sys
from functools import partial

PROJECT = pathlib.Path(__file__).resolve().parents[1]
GENERATOR = PROJECT.parent / "shared/bench/gen.py"
ROWS = 10_000_000
PAIRS = 3
QUESTION_PAIRS = 15
TRIVIAL = "removals by fy"

# Each with what DuckDB and sqlite3 are asked of the rows as they are in the file.
QUESTIONS = [
    (
        "encounters by fy",
        "SELECT fiscal_year, sum(encounter_count) FROM rows GROUP BY 1 ORDER BY 1",
    ),
    (
        "encounters by month, citizenship for southwest top 20 in 2015..2024 | csv",
        """
        WITH kept AS (
          SELECT fiscal_year, month, citizenship, sum(encounter_count) AS n FROM rows
          WHERE border_region = 'Southwest Land Border' AND fiscal_year BETWEEN 2015 AND 2024 GROUP BY 1, 2, 3),
        most AS (SELECT citizenship FROM kept GROUP BY 1 ORDER BY sum(n) DESC LIMIT 20)
        SELECT * FROM kept WHERE citizenship IN (SELECT citizenship FROM most) ORDER BY 1, 2, 4 DESC
        """,
    ),
    (
        "encounters by sector, citizenship for between ports where demographic = single_adults and authority = title_42 | csv",
        """
        SELECT sector, citizenship, sum(encounter_count) FROM rows
        WHERE component = 'U.S. Border Patrol' AND demographic = 'Single Adults' AND title = 'Title 42' GROUP BY 1, 2
        """,
    ),
    (
        "encounters by fy, citizenship, demographic, authority, component | csv",
        """
        SELECT fiscal_year, citizenship, demographic, title, component, sum(encounter_count) FROM rows
        GROUP BY 1, 2, 3, 4, 5 ORDER BY 1
        """,
    ),
]


def measure(bench, heading, report, sizes, rows=ROWS):
    """The file of a generator that the project does not have; nothing where it is not there."""
    if not GENERATOR.exists():
        print(f"\nimports are not measured: no {GENERATOR.name} beside the project")
        return
    file = bench.folder / "rows.csv"
    subprocess.run([sys.executable, GENERATOR, str(rows), file], check=True)
    bench.environment["XDG_DATA_HOME"] = str(bench.folder / "data")
    importing(bench, file, heading, report, sizes, rows)
    asking(bench, heading, report, sizes)
    # What is measured next is measured without them.
    del bench.environment["XDG_DATA_HOME"]


def importing(bench, file, heading, report, sizes, rows):
    heading(f"{rows:,} rows ({file.stat().st_size / 1e6:,.0f} MB) imported, {PAIRS} pairs")
    ours = partial(imported, bench, file)
    for name, peer in importers(bench, file).items():
        report(f"beside {name}", *bench.side_by_side(ours, peer, PAIRS))
        print(f"peak memory of {name:<41}{'':10}{sizes(peer.peak)}")
    ours()
    print(f"{'peak memory of tally':<56}{sizes(bench.peak)}")


def imported(bench, file):
    """Into nothing, every time."""
    shutil.rmtree(bench.folder / "data", ignore_errors=True)
    return bench.process([bench.tally, "import", str(file)], "/dev/null")


class Importer:
    """What a peer does to have the rows in a table of its own."""

    def __init__(self, bench, command, target):
        self.bench, self.command, self.target = bench, command, target
        self.peak = 0

    def __call__(self):
        self.target.unlink(missing_ok=True)
        seconds = self.bench.process(self.command, "/dev/null")
        self.peak = max(self.peak, self.bench.peak)
        return seconds


def importers(bench, file):
    found = {}
    if duckdb := shutil.which("duckdb"):
        target = bench.folder / "rows.duckdb"
        found["DuckDB, CREATE TABLE AS"] = Importer(
            bench, [duckdb, str(target), f"CREATE TABLE rows AS FROM read_csv('{file}')"], target
        )
    target = bench.folder / "rows.sqlite"
    found["sqlite3, .import"] = Importer(
        bench, [bench.sqlite3, str(target), f".import --csv {file} rows"], target
    )
    return found


def asking(bench, heading, report, sizes):
    heading(f"questions of them, {QUESTION_PAIRS} pairs")
    shells = {}
    if duckdb := shutil.which("duckdb"):
        shells["DuckDB"] = [duckdb, "-readonly", str(bench.folder / "rows.duckdb")]
    for question, sql in QUESTIONS:
        ours = partial(bench.process, [bench.tally, question], "/dev/null")
        trivial = partial(bench.process, [bench.tally, TRIVIAL], "/dev/null")
        report(f"beside `{TRIVIAL}`: {question[:36]}", *bench.side_by_side(ours, trivial, QUESTION_PAIRS))
        for name, command in shells.items():
            peer = partial(bench.process, command + [sql], "/dev/null")
            report(f"beside {name}: {question[:36]}", *bench.side_by_side(ours, peer, QUESTION_PAIRS))
        ours()
        print(f"{'peak memory of tally':<56}{sizes(bench.peak)}")
