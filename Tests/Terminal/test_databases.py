"""Which database is asked, when it is built, and what happens when it cannot be used."""

import csv
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess

import pytest

from conftest import PROJECT

AGENTS = "border patrol agents in fy2011 | csv"
AGENTS_ANSWER = "border_patrol_agents\n21444\n"
REMOVALS = "removals in fy2012 | csv"
REMOVALS_ANSWER = "removals\n415579\n"
PAGE = 4096


def assert_data_failure(result, *parts):
    """Status 3, nothing on standard output, one clear message."""
    assert (result.status, result.output) == (3, ""), result.errors
    assert result.errors.startswith("error: ")
    for part in parts:
        assert part in result.errors


def files_below(folder):
    return sorted(str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*"))


# MARK: Files that are no database


@pytest.mark.parametrize("name", ["missing.db", "missing/folder.db", "a?b#c%20d.db"])
def test_missing(world, name):
    """A database that is not there is named, and not made."""
    before = files_below(world.folder)
    assert_data_failure(world.run("--database", name, REMOVALS), f"{name}: No such file or directory")
    assert files_below(world.folder) == before


@pytest.mark.parametrize(
    "contents", [b"", b"x", b"fy,removals\n2012,415579\n" * 1000, b"SQLite format 3\0", bytes(8192)]
)
def test_other_files(world, contents):
    """An empty file, text, and the beginning of a database are no database; they stay as they are."""
    path = world.write("other.db", contents)
    assert_data_failure(world.run("--database", path, REMOVALS), "other.db: not a Tally database")
    assert path.read_bytes() == contents
    assert files_below(world.folder) == ["home", "other.db"]


def test_foreign_database(world):
    """Somebody else's SQLite file is recognized."""
    path = world.folder / "foreign.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE removals (fy)")
    assert_data_failure(world.run("--database", path, REMOVALS), "an SQLite database, but not one of Tally")


def test_other_version(world):
    """A database for another version says so and how to get one."""
    path = shutil.copy(world.database, world.folder / "future.db")
    with open(path, "r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    assert_data_failure(world.run("--database", path, REMOVALS), "schema 99", "build-database")


def test_folder_and_unreadable(world):
    """A folder is no database."""
    assert_data_failure(world.run("--database", world.home, REMOVALS), "home")


def test_name_with_signs(world):
    """Signs that mean something in an address may be in a name."""
    path = shutil.copy(world.database, world.folder / "a?b#c%20d é.db")
    result = world.run("--database", path, REMOVALS)
    assert (result.status, result.output) == (0, REMOVALS_ANSWER), result.errors


def test_at_the_prompt(world):
    """A database that cannot be used ends the program before a prompt."""
    prompt = world.prompt("--database", "missing.db", is_plain=True)
    assert prompt.end() == 3
    assert "missing.db: No such file or directory" in prompt.rest
    assert "tally>" not in prompt.rest


def test_empty_script_needs_a_database(world):
    """Also without a question a database that is damaged is told."""
    assert_data_failure(world.run("--database", world.write("other.db", b"x"), given=b""), "other.db")


# MARK: Damage


@pytest.mark.parametrize("size", [PAGE, 50 * PAGE, 1000 * PAGE + 7, -PAGE, -1])
# The size is not compared with the header, and a catalog that is cut looks empty.
def test_truncated(world, size):
    """A database that was cut short is never asked: what is left could pass for the whole."""
    path = world.write("cut.db", world.database.read_bytes()[:size])
    for question in (REMOVALS, "encounters by month | csv", "help measures"):
        assert_data_failure(world.run("--database", path, question), "cut.db")


QUESTIONS = [
    "removals by fy | csv",
    "encounters by citizenship top 5 in fy2023 | csv",
    "encounters by month | csv",
]


@pytest.mark.parametrize("kind", ["zeros", "ones", "noise"])
def test_damaged_pages(world, kind):
    """A page overwritten anywhere gives the right answer or a failure: never another, never a crash."""
    whole = world.database.read_bytes()
    answers = {question: world.run(question).output for question in QUESTIONS}
    chance = random.Random(kind)
    pages = [1, 2, 30, *chance.sample(range(3, len(whole) // PAGE), 5)]
    for page in pages:
        noise = {"zeros": bytes(PAGE), "ones": b"\xff" * PAGE, "noise": chance.randbytes(PAGE)}[kind]
        path = world.write("damaged.db", whole[:page * PAGE] + noise + whole[(page + 1) * PAGE:])
        for question, answer in answers.items():
            result = world.run("--database", path, question)
            assert (result.status, result.output) == (0, answer) or result.status in (1, 3), (page, result)


def damaged(world, table):
    """The shipped data with every page of a table overwritten."""
    whole = bytearray(world.database.read_bytes())
    with sqlite3.connect(f"file:{world.database}?immutable=1", uri=True) as connection:
        root, = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).fetchone()
    whole[(root - 1) * PAGE:root * PAGE] = b"\xa5" * PAGE
    return world.write("damaged.db", bytes(whole))


def test_damaged_facts(world):
    """A damaged table of facts is told with status 3; other tables still answer."""
    path = damaged(world, "departures")
    assert_data_failure(world.run("--database", path, REMOVALS), "damaged.db", "checksum")
    assert world.run("--database", path, AGENTS).output == AGENTS_ANSWER


@pytest.mark.parametrize(
    "table, question",
    [
        ("measure", REMOVALS),
        ("dataset", REMOVALS),
        ("measure", "help measures"),
        ("spelling", REMOVALS),
    ],
)
def test_damaged_catalog(world, table, question):
    """A damaged catalog is told with status 3, not as a mistake of the asker."""
    path = damaged(world, table)
    assert_data_failure(world.run("--database", path, question), "damaged.db")


# MARK: Where it is found


@pytest.fixture
def clone(world):
    """A small clone of the project: program, schema, and a seed of a few tables that builds at once."""
    folder = world.folder / "clone"
    world.copy_program(folder / "bin")
    shutil.copy(PROJECT / "schema.sql", folder)
    for part in ("catalog", "documents", "formats"):
        shutil.copytree(PROJECT / "seed" / part, folder / "seed" / part)
    keep_datasets(folder / "seed/catalog/datasets.csv", "border-patrol-agents")
    return folder


def forget_datasets(path):
    """Breaks of a part of the tables are breaks of all: those tables are not there."""
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, "datasets": ""} for row in rows)


def keep_datasets(path, beginning):
    """Leaves those datasets in the list whose ids begin so, and copies their tables."""
    with open(path, newline="", encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    rows = [row for row in rows if row[0].startswith(beginning)]
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])
    forget_datasets(path.with_name("breaks.csv"))
    seed = path.parents[1]
    for row in rows:
        table, = PROJECT.glob(f"seed/datasets/*/{row[0]}.csv")
        (seed / "datasets" / table.parent.name).mkdir(parents=True, exist_ok=True)
        shutil.copy(table, seed / "datasets" / table.parent.name)


UNNAMED = {"TALLY_DATABASE": None}


def test_variable_names_it(world):
    """TALLY_DATABASE names the database; `--database` goes before it."""
    assert world.run(REMOVALS).output == REMOVALS_ANSWER
    missing = {"TALLY_DATABASE": "missing.db"}
    assert_data_failure(world.run(REMOVALS, changes=missing), "missing.db")
    assert world.run("--database", world.database, REMOVALS, changes=missing).output == REMOVALS_ANSWER


@pytest.mark.parametrize("place", ["bin/tally.db", "share/tally/tally.db"])
def test_found_with_the_program(world, place):
    """The database beside the program, or installed with it, is found from anywhere, also through a link."""
    program = world.copy_program(world.folder / "bin")
    database = world.folder / place
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(world.database, database)
    link = world.folder / "link"
    link.symlink_to(program)
    for called in (program, link):
        result = world.run(REMOVALS, changes=UNNAMED, program=called, cwd="/")
        assert (result.status, result.output) == (0, REMOVALS_ANSWER), result.errors
    assert not world.cache.exists()


def test_no_database_and_no_seed(world):
    """Where there is neither, it is said how to get one."""
    program = world.copy_program(world.folder / "alone")
    result = world.run(REMOVALS, changes=UNNAMED, program=program, cwd="/")
    assert_data_failure(result, "--database", "TALLY_DATABASE", "build-database")
    assert not world.cache.exists()


def test_built_once_into_the_cache(world, clone):
    """The first question builds the database, silently without a terminal; later ones find it."""
    ask = dict(changes=UNNAMED, program=clone / "bin/tally")
    result = world.run(AGENTS, **ask)
    assert (result.status, result.output, result.errors) == (0, AGENTS_ANSWER, "")
    built, = world.cache.iterdir()
    first = built.stat()
    assert world.run(AGENTS, **ask).output == AGENTS_ANSWER
    assert list(world.cache.iterdir()) == [built]
    assert (built.stat().st_ino, built.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)


def test_built_anew_for_another_seed(world, clone):
    """A seed that changed is built again."""
    ask = dict(changes=UNNAMED, program=clone / "bin/tally")
    world.run(AGENTS, **ask)
    table = clone / "seed/datasets/usbp/border-patrol-agents.csv"
    table.write_text(table.read_text().replace("21444", "21445"))
    assert world.run(AGENTS, **ask).output == "border_patrol_agents\n21445\n"


def test_built_from_the_folder_above(world, clone):
    """A program elsewhere finds the seed of the clone it is called in."""
    program = world.copy_program(world.folder / "elsewhere")
    below = clone / "some/folder"
    below.mkdir(parents=True)
    assert world.run(AGENTS, changes=UNNAMED, program=program, cwd=below).output == AGENTS_ANSWER


def test_two_build_at_once(world, clone):
    """Programs that build the same database at once all answer, and leave one file."""
    running = [
        subprocess.Popen(
            [clone / "bin/tally", AGENTS], env=world.environment(UNNAMED), cwd=world.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        for _ in range(4)
    ]
    for process in running:
        assert process.communicate(timeout=20) == (AGENTS_ANSWER, "")
        assert process.returncode == 0
    assert len(list(world.cache.iterdir())) == 1


def test_progress_on_a_terminal(world, clone):
    """On a terminal the first start shows how far the building is, and takes it away for the prompt."""
    world.tally = clone / "bin/tally"
    prompt = world.prompt(changes=UNNAMED)
    assert "building the database [" in prompt.first
    assert prompt.first.endswith("\r\x1b[K")
    assert "21,444" in prompt.ask("border patrol agents in fy2011")


def test_seed_with_a_mistake(world, clone):
    """A mistake in the seed is named by file and line, with status 3, and leaves nothing behind."""
    table = clone / "seed/datasets/usbp/border-patrol-agents.csv"
    table.write_text(table.read_text().replace("21444", "many"))
    result = world.run(AGENTS, changes=UNNAMED, program=clone / "bin/tally")
    assert_data_failure(result, "border-patrol-agents.csv", "many")
    assert list(world.cache.iterdir()) == []


def test_without_home(world, clone):
    """Without a home there is no cache: it is said, not guessed."""
    changes = {**UNNAMED, "HOME": None, "XDG_CACHE_HOME": None}
    assert_data_failure(world.run(AGENTS, changes=changes, program=clone / "bin/tally"), "HOME is not set")


def test_nothing_else_needs_a_home(world):
    """With a database, questions and prompt work without a home, and without a history."""
    changes = {"HOME": None, "XDG_STATE_HOME": None, "XDG_CACHE_HOME": None}
    assert world.run(REMOVALS, changes=changes).output == REMOVALS_ANSWER
    prompt = world.prompt(changes=changes)
    assert "415,579" in prompt.ask("removals in fy2012")
    assert "note:" not in prompt.ask("removals in fy2012")


@pytest.mark.parametrize("home", ["/proc/nowhere", "/dev/null"])
def test_home_that_cannot_be_written(world, clone, home):
    """A home that cannot be written costs the history and the cache, each said, and no answer."""
    changes = {"HOME": home, "XDG_STATE_HOME": None, "XDG_CACHE_HOME": None}
    assert world.run(REMOVALS, changes=changes).output == REMOVALS_ANSWER
    assert "415,579" in world.prompt(changes=changes).ask("removals in fy2012")
    unnamed = {**changes, **UNNAMED}
    result = world.run(AGENTS, changes=unnamed, program=clone / "bin/tally")
    assert result.status == 74 and home in result.errors, result


# MARK: Building on purpose


def test_build_to_a_file(world, clone):
    """`build-database --output` writes there and says nothing."""
    result = world.run("build-database", "--output", "out.db", cwd=clone)
    assert (result.status, result.output, result.errors) == (0, "", "")
    assert world.run("--database", clone / "out.db", AGENTS).output == AGENTS_ANSWER


def test_build_beside_the_program(world, clone):
    """Without `--output` it is written beside the program, where it is found."""
    assert world.run("build-database", program=clone / "bin/tally", cwd=clone).status == 0
    assert sorted(os.listdir(clone / "bin")) == ["tally", "tally.db"]


def test_build_without_a_seed(world):
    """Where there is no seed, the call is wrong: status 2."""
    program = world.copy_program(world.folder / "alone")
    result = world.run("build-database", "--output", "out.db", program=program)
    assert (result.status, result.output) == (2, "")
    assert "--seed" in result.errors


@pytest.mark.parametrize("output", ["/nowhere/out.db", "/dev/null/out.db"])
def test_build_to_a_place_that_is_none(world, clone, output):
    """A place that cannot be written is named, with status 74."""
    result = world.run("build-database", "--output", output, cwd=clone)
    assert result.status == 74 and output in result.errors, result


def test_build_that_fails_leaves_the_old_database(world, clone):
    """All or nothing: the old database stays until the new one is whole."""
    old = world.write("clone/out.db", b"old")
    shutil.rmtree(clone / "seed/datasets/usbp")
    assert_data_failure(world.run("build-database", "--output", "out.db", cwd=clone))
    assert old.read_bytes() == b"old"
    assert sorted(os.listdir(clone)) == ["bin", "out.db", "schema.sql", "seed"]
