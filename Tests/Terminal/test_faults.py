"""Faults that were found once, and what they have in common: names, pipes, links, locks, statuses.

Those of imports and exports are in test_import.py, those of odd questions in test_hostile.py.
"""

import contextlib
import os
import pathlib
import random
import re
import resource
import signal
import sqlite3
import subprocess
import threading
import time
import xml.dom.minidom

import pytest

from pages import PAGE, page_sum, seal
from prompt import TAB

SMALL = "Month,Country,Count\n2024-05,Mexico,999\n"
BY = ("--measure", "removals=Count", "--by", "month=Month,citizenship=Country", "--partial")
HEARINGS = (
    "--new-dimension", "court", "--new-measure", "bond hearings:cases:flow", "--measure", "bond hearings=Count",
    "--by", "month=Month,court=Court", "--add-values",
)
QUESTION = ("--format", "csv", "removals in fy2022")
ANSWER = "removals\n108733\n"


def court(world, *labels):
    """Imports one row for each label."""
    rows = "".join(f"2024-05,{label},{place + 1}\n" for place, label in enumerate(labels))
    path = world.write("court.csv", "Month,Court,Count\n" + rows)
    result = world.run("import", path, *HEARINGS)
    assert result.status == 0, result.errors


# MARK: Exit statuses


def test_one_table_of_statuses(world, project):
    """The help, the manual, the README and the page of scripts list the statuses of the program, and no others."""
    helped = world.run("--help").output
    told = re.search(r"Exit status: (.*?)\.\n", helped, re.DOTALL)[1].replace("\n", " ")
    statuses = dict(re.findall(r"(\d+) ([^;]+)", re.sub(r" +", " ", told)))
    assert sorted(map(int, statuses)) == [0, 1, 2, 3, 74, 130, 141]
    manual = (project / "docs/tally.1").read_text().split(".Sh EXIT STATUS")[1].split(".Sh ")[0]
    assert re.findall(r"\.It (\d+)", manual) == list(statuses)
    readme = (project / "README.md").read_text().split("Exit status:")[1].split("\n\n")[0]
    assert re.findall(r"(?<!\d)(\d+) [a-z]", readme) == list(statuses)
    page = (project / "docs/scripts.md").read_text().split("## Exit status")[1].split("\n## ")[0]
    assert re.findall(r"^\| (\d+) \|", page, re.MULTILINE) == list(statuses)


@pytest.mark.parametrize(
    "arguments, status",
    [
        (["removals in fy2022"], 0),
        (["remuvls"], 1),
        (["check removals in fy2022 > 1,000,000"], 1),
        (["import", "nowhere.csv"], 1),
        (["read", "nowhere.txt"], 1),
        (["drop", "nothing"], 1),
        (["import", "small.csv", *BY, "--map", "nowhere.csv"], 1),
        (["--no-such-option"], 2),
        (["-f", "nowhere.tally"], 2),
        (["--database", "nowhere.db", "removals"], 3),
        (["build-database", "--seed", "nowhere"], 3),
        (['removals > "nowhere/x.csv"'], 74),
        (["export", "nowhere/x", "removals"], 74),
        (["build-database", "--output", "nowhere/x.db"], 74),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else str(value),
)
def test_statuses(world, project, arguments, status):
    """Each is what the table says of it."""
    world.write("small.csv", SMALL)
    if arguments[0] == "build-database":
        arguments = [*arguments, "--schema", project / "schema.sql"]
        if "--seed" not in arguments:
            arguments = [*arguments, "--seed", project / "seed"]
    result = world.run(*arguments)
    assert result.status == status, result


def test_output_that_cannot_be_kept(world):
    """The file of `.output` is written at the end, which is too late for a statement to fail."""
    for command in (".output", ".once"):
        result = world.run(given=f"{command} {'a' * 300}\nremovals in fy2022\n".encode())
        assert result.status == 74 and result.errors.startswith("error: aaa"), result


def test_database_on_a_full_disk(world, project):
    """A database that cannot be written is no damaged one, and its place is named, not that of its draft."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    arguments = ("build-database", "--seed", project / "seed", "--schema", project / "schema.sql", "--output", "new.db")
    result = world.run(*arguments, preexec_fn=limit, timeout=120)
    assert result.status == 74 and result.errors.startswith("error: new.db: cannot be written"), result
    assert "building" not in result.errors and [path.name for path in world.folder.iterdir()] == ["home"]


# MARK: Names


NAMES = [b"plain", b"\xff", b"a\xe2\x80\xaeb", b"\x1b]0;t\x07", b"\xc2\x9b1m", b"a\nb", b"\xf4\x8f\xbf\xbf", b"a'b\"c", b"%3f?#"]


@pytest.mark.parametrize("name", NAMES, ids=repr)
def test_names_of_files(world, name):
    """Any name that the system allows is read and written as it is, and none moves the screen."""
    folder = os.fsencode(world.folder) + b"/" + name
    os.mkdir(folder)
    (table, script, answer) = (folder + b"/" + name + ending for ending in (b".csv", b".tally", b".out"))
    pathlib.Path(os.fsdecode(table)).write_text(SMALL)
    pathlib.Path(os.fsdecode(script)).write_text("removals in fy2022\n")
    runs = [
        world.run("import", table, *BY), world.run("datasets"), world.run("datasets", "--long"),
        world.run("-f", script), world.run("read", script),
        world.run("export", folder + b"/" + name, "removals in fy2022"),
        world.run("import", folder + b"/" + name, "--dry-run"),
        world.run("--database", folder + b"/" + name + b".db", "removals"),
    ]
    if b'"' not in name and b"\n" not in name:
        runs.append(world.run(b'removals in fy2022 | csv > "' + answer + b'"'))
        assert pathlib.Path(os.fsdecode(answer)).read_text() == ANSWER
    assert [run.status for run in runs] == [0, 0, 0, 0, 0, 0, 0, 3] + [0] * (len(runs) - 8), runs
    for run in runs:
        said = run.output + run.errors
        assert not any(sign in said for sign in "\x1b\x07\x9b\u202e\U0010ffff"), said
    assert len(runs[1].output.splitlines()) == 1
    assert pathlib.Path(os.fsdecode(folder + b"/" + name + b"/datapackage.json")).exists()


def test_imported_data_in_a_folder_of_any_name(world):
    """The folders that the environment names may be called anything."""
    for name in (b"\xff", b"a?b#c%41", b"a'b"):
        here = os.fsencode(world.folder) + b"/" + name
        path = world.write("small.csv", SMALL)
        environment = {os.fsencode(key): os.fsencode(value) for key, value in world.environment().items()}
        environment[b"XDG_DATA_HOME"] = here
        for arguments in (["import", path, *BY], ["datasets"], ["removals in fy2024"]):
            done = subprocess.run([world.tally, *arguments], env=environment, cwd=world.folder, capture_output=True)
            assert done.returncode == 0, done.stderr
        assert os.listdir(here + b"/tally") == [b"imported.db"]


def test_names_on_a_screen(world):
    """On a terminal nothing changes the direction of text; in a file a name stays what it is."""
    court(world, "a\u202eevil", "b\u2066")
    for form in ("csv", "tsv", "json", "jsonl", "vega", "report", "table", "markdown", "html", "svg", "chart"):
        prompt = world.prompt("--no-history", columns=200, rows=100)
        shown = prompt.ask(f"bond hearings by court | {form}")
        assert "\u202e" not in shown and "\u2066" not in shown, form
        prompt.leave()
    prompt = world.prompt("--no-history", columns=200, rows=100)
    prompt.type("bond hearings for a" + TAB + TAB)
    listed = prompt.written_within(1.5)
    assert "evil" in listed and "\u202e" not in listed and "\u2066" not in listed, listed
    assert "a\u202eevil" in world.run("--format", "csv", "bond hearings by court").output


def test_characters_that_xml_does_not_have(world):
    """A picture can be read by every program, whatever its labels hold."""
    court(world, "a\ufffe", "b\uffff", "d&<>")
    for form in ("svg", "html"):
        drawn = world.run(f"bond hearings by court | {form}").output
        assert "\ufffe" not in drawn and "\uffff" not in drawn
        if form == "svg":
            xml.dom.minidom.parseString(drawn.encode())


def test_long_words(world):
    """A word that is no name is refused before it is compared with every name, however it is written."""
    for word in ("e" + "\u0301" * 400_000, "👩\u200d" * 100_000, "x" * 1_000_000, '"' + "y" * 1_000_000 + '"'):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = world.run(given=word.encode() + b" by fy\n")
        assert result.status == 1 and "4096 bytes at most" in result.errors, result.errors[:200]
        assert len(result.errors.encode()) < 8_000
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert after.ru_utime - before.ru_utime < 5


# MARK: Links and pipes


def test_links_to_files(world):
    """An answer goes where a link leads, also where nothing lies there yet."""
    (world.folder / "to").mkdir()
    for link, target in (("a", "to/file"), ("b", "a"), ("c", str(world.folder / "to/other"))):
        (world.folder / link).symlink_to(target)
        assert world.run(f'removals in fy2022 | csv > "{link}"').status == 0
        assert (world.folder / link).is_symlink() and (world.folder / link).read_text() == ANSWER
    (world.folder / "loop").symlink_to("loop")
    result = world.run('removals in fy2022 > "loop"')
    assert result.status == 74 and "Too many levels" in result.errors
    assert (world.folder / "loop").is_symlink()


def test_pipes_with_both_ends(world):
    """A pipe that has a name is waited for, and read and written like every other."""
    os.mkfifo(world.folder / "pipe")
    reader = subprocess.Popen(["cat", "pipe"], cwd=world.folder, stdout=subprocess.PIPE, text=True)
    assert world.run('removals in fy2022 | csv > "pipe"').status == 0
    assert reader.communicate(timeout=10)[0] == ANSWER

    def write_late():
        time.sleep(0.5)
        (world.folder / "pipe").write_text("removals in fy2022 | csv\n")

    writer = threading.Thread(target=write_late)
    writer.start()
    assert world.run("-f", "pipe").output == ANSWER
    writer.join()
    shell = subprocess.run(
        ["bash", "-c", f"{world.tally} -f <(echo 'removals in fy2022 | csv')"], env=world.environment(),
        capture_output=True, text=True,
    )
    assert shell.stdout == ANSWER, shell.stderr


def test_pipes_with_one_end(world):
    """A pipe with nobody at its other end is given up, and told."""
    os.mkfifo(world.folder / "pipe")
    runs = [
        subprocess.Popen([world.tally, *arguments], env=world.environment(), cwd=world.folder, stderr=subprocess.PIPE, text=True)
        for arguments in (['removals > "pipe"'], ["-f", "pipe"])
    ]
    errors = [run.communicate(timeout=30)[1] for run in runs]
    # What the first one waits for may be the second one.
    assert all("nobody" in error for error in errors) or runs[0].returncode == 0, errors


# MARK: Locks


def test_locks_are_told(world):
    """Who is waited for is told after a second; a question gives up after ten, with a status of its own."""
    assert world.run("import", world.write("small.csv", SMALL), *BY).status == 0
    path = world.home / "data/tally/imported.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    begin = time.monotonic()
    process = subprocess.Popen([world.tally, *QUESTION], env=world.environment(), stderr=subprocess.PIPE, text=True)
    changes = world.run("drop", "small")
    assert changes.status == 1 and "another import" in changes.errors
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1 and 9 < time.monotonic() - begin < 14
    assert errors.splitlines()[0] == f"waiting for {path}: another program has locked it"
    assert errors.splitlines()[1].startswith(f"error: {path}: another program has locked it for 10 seconds")
    other.execute("ROLLBACK")
    assert world.run(*QUESTION).output == ANSWER


def test_a_lock_that_goes_away(world):
    """Nothing is told of a lock that lasts a moment."""
    assert world.run("import", world.write("small.csv", SMALL), *BY).status == 0
    other = sqlite3.connect(world.home / "data/tally/imported.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    process = subprocess.Popen(
        [world.tally, *QUESTION], env=world.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    time.sleep(0.4)
    other.execute("ROLLBACK")
    assert process.communicate(timeout=10) == (ANSWER, "")


# MARK: Leftovers


def test_leftovers_are_removed(world):
    """What a process left that was killed while it made a file goes with the next one that makes it."""
    data = world.home / "data/tally"
    data.mkdir(parents=True)
    gone = subprocess.Popen(["true"])
    gone.wait()
    running = subprocess.Popen(["sleep", "60"])
    try:
        for ending in ("", "-wal", "-shm", "-journal"):
            (data / f"imported.db.building-{gone.pid}-0{ending}").write_text("x")
        kept = data / f"imported.db.building-{running.pid}-0"
        kept.write_text("x")
        foreign = data / f"imported.db.building-{gone.pid}-mine.txt"
        foreign.write_text("x")
        assert world.run("import", world.write("small.csv", SMALL), *BY).status == 0
        assert {path.name for path in data.iterdir()} == {"imported.db", kept.name, foreign.name}
    finally:
        running.kill()


# MARK: The database is what was shipped


def test_verify(world):
    """`tally verify` says that nothing was changed, with the checksum that `--version` names."""
    result = world.run("verify")
    assert result.status == 0 and "as it was built" in result.output, result
    checksum = re.search(r"checksum (\w{16})$", world.run("--version").output, re.MULTILINE)[1]
    assert checksum in result.output
    assert world.run("import", world.write("small.csv", SMALL), *BY).status == 0
    assert "imported.db: whole" in world.run("verify").output


def test_changed_figure(world):
    """A figure that was changed is not answered, and its table is named; other tables answer."""
    path = world.folder / "changed.db"
    whole = world.database.read_bytes()
    path.write_bytes(whole)
    other = sqlite3.connect(path, isolation_level=None)
    dataset, key = other.execute(
        "SELECT dataset.id, key FROM dataset JOIN departures ON dataset = dataset.id "
        "WHERE key = 'yearbook-2022-table-39' LIMIT 1"
    ).fetchone()
    other.execute(f"UPDATE departures SET removals = removals + 1 WHERE dataset = {dataset} AND period = 2022")
    other.close()
    # SQLite notes in the first page that the file was changed; an accident does not.
    path.write_bytes(whole[:PAGE] + path.read_bytes()[PAGE:])
    result = world.run("--database", path, *QUESTION)
    assert (result.status, result.output) == (3, "") and "checksum of a page fails" in result.errors, result
    result = world.run("verify", "--database", path)
    assert result.status == 3 and f"`{key}`" in result.errors, result
    assert world.run("--database", path, "refugees in fy2022").status == 0
    # With sums that fit, only the checksum of the table is left to tell it.
    seal(path, world.database)
    assert world.run("--database", path, *QUESTION).output == ANSWER.replace("733", "734")
    result = world.run("verify", "--database", path)
    assert result.status == 3 and f"1 table is not as built: `{key}`" in result.errors, result


def test_imports_beside_damaged_data(world):
    """Whatever bit of the shipped file is turned over: an import is as without it, or the shipped file is named."""
    path = world.write("t.csv", "Country,FY,Count\nMexico,2022,5\nCuba,2022,7\n")
    arguments = (path, "--measure", "removals=Count", "--by", "citizenship=Country,fy=FY")
    whole = world.database.read_bytes()
    dice = random.Random(29)
    held = world.home / "data/tally/imported.db"

    def state():
        if not held.exists():
            return []
        with contextlib.closing(sqlite3.connect(held)) as connection:
            # A file that is made for the first import, and stays empty, may be left.
            return [line for line in connection.iterdump() if re.match('INSERT INTO "(import|facts_)', line)]

    refused = 0
    # The schema and the catalog lie first; with imports that are there, and without.
    for page in [*range(24), *dice.sample(range(24, len(whole) // PAGE), 6)]:
        damaged = bytearray(whole)
        damaged[page * PAGE + dice.randrange(100, PAGE)] ^= 1 << dice.randrange(8)
        shipped = world.write("shipped.db", bytes(damaged))
        before = state()
        result = world.run("import", "--database", shipped, *arguments)
        if result.status == 0:
            continue
        refused += 1
        assert result.status == 3, (page, result)
        assert result.errors.startswith(f"error: {shipped}: is not as it was built"), (page, result)
        assert state() == before, page
    assert refused > 3


def test_no_damage_of_imports_gives_another_figure(world):
    """Whatever bit of the imported data is turned over: the same answer, or none, and the file is named."""
    rows = "".join(f"2024-{month:02},{country},{month}\n" for month in range(1, 13) for country in ("Mexico", "Cuba", "Peru"))
    assert world.run("import", world.write("t.csv", "Month,Country,Count\n" + rows), *BY, "--prefer").status == 0
    path = world.home / "data/tally/imported.db"
    whole = path.read_bytes()
    questions = ("removals for mexico by month in cy2024 | csv", "removals in fy2022 | csv")
    answers = {question: world.run(question).output for question in questions}
    dice = random.Random(23)
    refused = 0
    for page in range(len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE + dice.randrange(PAGE)] ^= 1 << dice.randrange(8)
        path.write_bytes(damaged)
        for question in questions:
            result = world.run(question)
            if result.status == 0:
                assert result.output == answers[question], page
                continue
            refused += 1
            assert result.status == 3 and result.output == "", (page, result)
            assert result.errors.startswith(f"error: {path}: imported data that are damaged"), (page, result)
    assert refused
    result = world.run("verify")
    assert result.status == 3 and f"{path}: imported data that are damaged" in result.errors, result
    path.write_bytes(whole)
    assert world.run("verify").status == 0


def test_sums_of_imports_are_kept(world):
    """Pages have their sums whatever is done to the imported data: imported, dropped, and made smaller."""
    path = world.home / "data/tally/imported.db"
    for number in range(3):
        rows = "".join(f"20{number}{place % 10}-05,v{place},5\n" for place in range(2_000))
        table = world.write(f"t{number}.csv", "Month,Country,Count\n" + rows)
        assert world.run("import", table, *BY, "--add-values", "--as", f"t{number}", "--published", "2030-01").status == 0
        check_sums(path)
    assert world.run("drop", "t1").status == 0
    check_sums(path)
    assert "whole" in world.run("verify").output


def check_sums(path):
    data = path.read_bytes()
    for offset in range(0, len(data), PAGE):
        page = data[offset : offset + PAGE]
        assert int.from_bytes(page[-8:], "little") == page_sum(page, offset), offset // PAGE


def test_no_damage_gives_another_figure(world):
    """Whatever bit is turned over: the same answer, or none."""
    questions = ("removals in fy2022 | csv", "encounters by citizenship top 5 in fy2023 | csv", "refugees by fy | csv")
    answers = {question: world.run(question).output for question in questions}
    whole = world.database.read_bytes()
    path = world.folder / "damaged.db"
    path.write_bytes(whole)
    dice = random.Random(23)
    with open(path, "r+b") as file:
        for _ in range(40):
            place, bit = dice.randrange(100, len(whole)), 1 << dice.randrange(8)
            file.seek(place)
            file.write(bytes([whole[place] ^ bit]))
            file.flush()
            for question in questions:
                result = world.run("--database", path, question)
                assert result.status == 3 or (result.status, result.output) == (0, answers[question]), (place, bit)
            file.seek(place)
            file.write(whole[place : place + 1])
            file.flush()
