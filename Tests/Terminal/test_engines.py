"""What PostgreSQL and DuckDB answer, once an export was loaded there: the same rows as here."""

import csv
import fcntl
import glob
import io
import json
import math
import os
import pathlib
import pwd
import re
import shutil
import sqlite3
import subprocess
import tempfile

import pytest

from random_questions import RandomQuestions

NUMBER = 300


def number(text):
    return re.fullmatch(r"-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", text, re.IGNORECASE) is not None


def same(one, other):
    """Whether two values are the same, as far as floating point is exact."""
    one, other = ("" if value is None else str(value) for value in (one, other))
    if number(one) and number(other):
        return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-9)
    return one == other


def assert_same_rows(question, expected, found):
    assert len(expected) == len(found), question
    for row, other in zip(expected, found):
        assert len(row) == len(other) and all(map(same, row, other)), (question, row, other)


@pytest.fixture(scope="module")
def questions(tally, database, tmp_path_factory, worker_folder):
    """Questions that can be answered, each with the SQL for SQLite, PostgreSQL and DuckDB, and with its answer: made
    once for all workers."""
    path = worker_folder / "questions.json"
    with open(worker_folder / "questions.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_text(json.dumps(asked_of(tally, database, tmp_path_factory.mktemp("questions"))))
    return json.loads(path.read_text())


def asked_of(tally, database, folder):
    asked = RandomQuestions(database)
    environment = {"TALLY_DATABASE": str(database), "HOME": str(folder), "PATH": os.environ["PATH"]}

    def write(statements):
        (folder / "all.tally").write_text("\n".join(statements) + "\n")
        call = [tally, "--keep-going", "-f", "all.tally"]
        subprocess.run(call, capture_output=True, env=environment, cwd=folder)

    found = []
    while len(found) < NUMBER:
        some = [asked.next() for _ in range(1000)]
        write(f'{question} | sql > "{place}.sql"' for place, question in enumerate(some))
        able = [place for place in range(len(some)) if (folder / f"{place}.sql").exists()]
        kinds = {"postgres": "sql postgres", "duckdb": "sql duckdb", "csv": "csv"}
        write(f'{some[place]} | {kinds[kind]} > "{place}.{kind}"' for place in able for kind in kinds)
        for place in able:
            texts = [folder / f"{place}.{kind}" for kind in ("sql", "postgres", "duckdb", "csv")]
            found.append((some[place], *(text.read_text() for text in texts)))
            for text in texts:
                text.unlink()
    return found[:NUMBER]


def own_rows(database, sql):
    return sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True).execute(sql).fetchall()


def assert_same_answer(question, answer, found):
    """The first columns of the rows are those of the answer: periods, sources and values have their names."""
    rows = list(csv.reader(io.StringIO(answer)))[1:]
    if " across " not in question:
        assert_same_rows(question, rows, [row[: len(rows[0])] if rows else row for row in found])


def test_there_are_as_many_questions_as_the_page_says(questions):
    """Of all kinds: by months, quarters, administrations, in columns, with totals and windows."""
    asked = [question for question, *_ in questions]
    assert len(asked) == NUMBER == 300
    for word in ["by month", "by quarter", "by administration", " across ", "with total", "with rolling", "top ", "where "]:
        assert sum(word in question for question in asked) > 3, word


def test_sqlite_gives_the_same_answer(database, questions):
    """`| sql` of random questions, in another program that opens the database, row by row."""
    for question, own, *_, answer in questions:
        assert_same_answer(question, answer, own_rows(database, own))


class Server:
    """A PostgreSQL of its own in a temporary folder, run by a user who is not root."""

    def __init__(self, programs):
        self.programs = programs
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tally-postgres-"))
        self.user = None
        if os.geteuid() == 0:
            self.user = next(name for name in ("postgres", "nobody") if self.known(name))
            shutil.chown(self.folder, self.user)
        self.run("initdb", "-D", self.folder / "data", "-U", "tally", "-A", "trust", "-E", "UTF8", "--locale=C")
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        self.run("pg_ctl", "-D", self.folder / "data", "-w", "-o", options, "-l", self.folder / "log", "start")
        self.psql("-c", "CREATE DATABASE tally", base="postgres")

    @staticmethod
    def known(name):
        try:
            return pwd.getpwnam(name) is not None
        except KeyError:
            return False

    def run(self, program, *arguments):
        call = [str(self.programs / program), *map(str, arguments)]
        if self.user:
            call = ["runuser", "-u", self.user, "--", *call]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd="/")

    def psql(self, *arguments, base="tally", given=None):
        call = [shutil.which("psql") or self.programs / "psql", "-X", "-q", "-h", self.folder, "-U", "tally", "-d", base,
                "-v", "ON_ERROR_STOP=1", *arguments]
        return subprocess.run(call, capture_output=True, text=True, input=given)

    def rows(self, sql):
        done = self.psql("--csv", "-t", given=sql)
        assert done.returncode == 0, done.stderr + sql
        return list(csv.reader(io.StringIO(done.stdout)))

    def stop(self):
        self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)


@pytest.fixture(scope="module")
def postgres(tally, database, tmp_path_factory):
    """A server into which everything that is shipped was loaded."""
    programs = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"))
    found = programs[-1] if programs else shutil.which("initdb")
    if not found:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    folder = tmp_path_factory.mktemp("postgres") / "export"
    environment = {"HOME": str(folder.parent), "PATH": os.environ["PATH"], "TALLY_DATABASE": str(database)}
    subprocess.run([tally, "export", "--postgres", folder], check=True, env=environment)
    server = Server(pathlib.Path(found).parent)
    try:
        loaded = server.psql("-f", folder / "load.sql")
        assert loaded.returncode == 0, loaded.stderr
        yield server
    finally:
        server.stop()


def test_postgres_gives_the_same_rows(postgres, database, questions):
    """`| sql --dialect postgres` of random questions, row by row."""
    for question, own, sql, _, answer in questions:
        found = postgres.rows(sql)
        assert_same_rows(question, own_rows(database, own), found)
        assert_same_answer(question, answer, found)


def test_postgres_has_the_views(postgres, world):
    """The views with every name spelled out are the same in both."""
    ask = 'SELECT "period", "citizenship", "removals" FROM departures_named WHERE dataset = \'%s\' ORDER BY 1, 2 LIMIT 50'
    name = "yearbook-2022-table-42"
    rows = world.run("--format", "csv", "sql " + ask % name)
    assert rows.status == 0, rows.errors
    assert_same_rows(name, list(csv.reader(io.StringIO(rows.output)))[1:], postgres.rows(ask % name))
    count = 'SELECT count(*), sum("rows") FROM datasets_named'
    rows = world.run("--format", "csv", "sql " + count)
    assert rows.output.splitlines()[1].split(",") == postgres.rows(count)[0]


@pytest.fixture(scope="module")
def duckdb(tally, database, tmp_path_factory):
    """A DuckDB into which everything that is shipped was loaded."""
    engine = pytest.importorskip("duckdb", reason="DuckDB is not installed (PyPI: duckdb)")
    folder = tmp_path_factory.mktemp("duckdb") / "export"
    environment = {"HOME": str(folder.parent), "PATH": os.environ["PATH"], "TALLY_DATABASE": str(database)}
    subprocess.run([tally, "export", "--duckdb", folder], check=True, env=environment)
    connection = engine.connect()
    before = os.getcwd()
    os.chdir(folder)
    try:
        connection.execute((folder / "load.sql").read_text())
    finally:
        os.chdir(before)
    return connection


def test_duckdb_gives_the_same_rows(duckdb, database, questions):
    """`| sql --dialect duckdb` of random questions, row by row."""
    for question, own, _, sql, answer in questions:
        found = duckdb.execute(sql).fetchall()
        assert_same_rows(question, own_rows(database, own), found)
        assert_same_answer(question, answer, found)


SOURCES = "removals by source in fy2022"


def test_sources_have_their_names(world, database, postgres, duckdb):
    """As an answer writes them, also where a name has a quote."""
    sql, for_postgres, for_duckdb, answer = (
        world.run("-c", f"{SOURCES} | {form}").output for form in ("sql", "sql postgres", "sql duckdb", "csv")
    )
    assert "OHSS (Nov 2023): 2022 Yearbook" in answer
    for found in (own_rows(database, sql), postgres.rows(for_postgres), duckdb.execute(for_duckdb).fetchall()):
        assert_same_answer(SOURCES, answer, found)
