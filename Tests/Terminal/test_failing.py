"""Whatever fails, and whenever: the old state or the new one, never between, the right status, and nothing is left.

Some moments each in `make test`; every one in `make torture`.
"""

import pathlib
import random
import signal
import subprocess
import sys
import time

import pytest

from failing import Failing, IS_TORTURE, moments
from moments import wait_until_caught

PROJECT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(PROJECT / "Fuzz"))

import seeds  # noqa: E402

CALLS = ("write", "sync", "rename", "open")
# A program without memory cannot go on; what it leaves is that of one that was killed.
CRASHES = {-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGILL, -signal.SIGTRAP, 133, 134}

TABLE = "Month,Country,Count\n" + "".join(
    f"{2014 + month // 12}-{1 + month % 12:02},{country},{month}\n"
    for month in range(120)
    for country in ("Mexico", "Cuba", "Brazil", "Peru", "Haiti")
)
HELD = "Month,Country,Count\n2014-01,Mexico,7\n"
BY = ("--measure", "removals=Count", "--by", "month=Month,citizenship=Country", "--partial", "--prefer")
QUESTION = ("--format", "csv", "removals for mexico in jan 2014")


@pytest.fixture
def failing(world, worker_folder):
    return Failing(world, worker_folder)


def data(world):
    """What lies among the imported data."""
    folder = world.home / "data/tally"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def statuses(call):
    """How a run may end whose call failed: the database cannot be opened, or something not be written."""
    return {1, 2, 3, 74} if call == "open" else {74}


def told_rightly(result, call):
    if result.status == 0:
        return True
    if call == "allocation" and (result.status in CRASHES or result.status in (1, 2, 3, 74)):
        return True
    return (
        result.status in statuses(call)
        and result.errors.startswith("error: ")
        and "while running" not in result.errors
    )


@pytest.mark.parametrize("has_data", [False, True], ids=["first", "second"])
@pytest.mark.parametrize("call", CALLS + ("allocation",))
def test_import(world, failing, call, has_data):
    """An import is done, or nothing has changed; the next one takes away what a failure left."""
    path = world.write("table.csv", TABLE)
    held = world.write("held.csv", HELD)
    if has_data:
        assert world.run("import", held, *BY, "--as", "held").status == 0
    old, clean = world.run(*QUESTION).output, data(world)
    count = failing.number(call, "import", path, *BY, "--as", "new")
    new = world.run(*QUESTION).output
    assert old != new and world.run("drop", "new-2023-12").status + world.run("drop", "new").status == 1
    most = 6 if call != "allocation" or not IS_TORTURE else 200
    spread = moments(count, most) if call != "allocation" else range(1, count, max(1, count // most))
    for at in spread:
        if not has_data:
            for name in data(world):
                (world.home / "data/tally" / name).unlink()
        result = failing.run(call, at, "import", path, *BY, "--as", "new")
        answer = world.run(*QUESTION)
        assert answer.status == 0, (at, answer.errors)
        assert told_rightly(result, call), (at, result)
        assert answer.output in (old, new), at
        assert (answer.output == new) == (result.status == 0) or call == "allocation", (at, result)
        listed = world.run("datasets").output
        if answer.output == new:
            name = next(word.split()[0] for word in listed.splitlines() if word.startswith("new"))
            assert world.run("drop", name).status == 0
        else:
            assert "new" not in listed.replace("nothing was imported", ""), (at, listed)
            assert world.run("import", path, *BY, "--dry-run").status == 0
            assert world.run("import", path, *BY, "--as", "new").status == 0
            name = next(word.split()[0] for word in world.run("datasets").output.splitlines() if word.startswith("new"))
            assert world.run("drop", name).status == 0
        assert data(world) == ["imported.db"], (at, data(world))
    assert clean in ([], ["imported.db"])


@pytest.mark.parametrize("call", CALLS)
def test_answer_into_a_file(world, failing, call):
    """A file is the old one or the new one, whole."""
    question = 'removals by fy, citizenship | csv > "answer.csv"'
    path = world.folder / "answer.csv"
    count = failing.number(call, question)
    new = path.read_bytes()
    before = sorted(entry.name for entry in world.folder.iterdir())
    for at in moments(count, 8):
        path.write_text("old\n")
        result = failing.run(call, at, question)
        assert told_rightly(result, call), (at, result)
        assert path.read_bytes() == (new if result.status == 0 else b"old\n"), at
        assert sorted(entry.name for entry in world.folder.iterdir()) == before, at


@pytest.mark.parametrize("call", CALLS)
def test_export(world, failing, call):
    """A package is the old one or the new one, whole; what was put aside comes back or goes."""
    arguments = ("export", "package", "removals by fy", "returns by fy")
    package = world.folder / "package"

    def contents():
        return {str(path.relative_to(package)): path.read_bytes() for path in package.rglob("*") if path.is_file()}

    assert world.run("export", "package", "refugees by fy").status == 0
    old = contents()
    count = failing.number(call, *arguments)
    new = contents()
    before = sorted(entry.name for entry in world.folder.iterdir())
    for at in moments(count, 8):
        assert world.run("export", "package", "refugees by fy").status == 0
        result = failing.run(call, at, *arguments)
        assert told_rightly(result, call), (at, result)
        assert contents() == (new if result.status == 0 else old), (at, result)
        assert sorted(entry.name for entry in world.folder.iterdir()) == before, at


@pytest.mark.parametrize("call", CALLS)
def test_build(world, failing, call):
    """A database is the old one or the new one, whole."""
    for name, contents in seeds.seed_files():
        world.write(f"seed/{name}", contents)
    arguments = ("build-database", "--seed", "seed", "--schema", PROJECT / "schema.sql", "--output", "new.db")
    path = world.folder / "new.db"
    count = failing.number(call, *arguments)
    new = path.read_bytes()
    before = sorted(entry.name for entry in world.folder.iterdir())
    for at in moments(count, 8):
        path.write_text("old\n")
        result = failing.run(call, at, *arguments)
        assert told_rightly(result, call), (at, result)
        assert path.read_bytes() == (new if result.status == 0 else b"old\n"), (at, result)
        assert sorted(entry.name for entry in world.folder.iterdir()) == before, at


@pytest.mark.parametrize("call", ["write", "sync", "rename"])
def test_history(world, failing, call):
    """A history that cannot be kept keeps nobody from asking, and holds whole entries."""
    world.history.parent.mkdir(parents=True)
    old = "_HiStOrY_V2_\nremovals\\040in\\040fy2020\n"
    new = old + "removals\\040in\\040fy2022\\040|\\040csv\n"
    for at in range(1, 9 if IS_TORTURE else 3):
        world.history.write_text(old)
        prompt = world.prompt(changes=failing.variables(call, at) | {"FAILING_COUNT": None})
        assert "108733" in prompt.ask("removals in fy2022 | csv")
        assert prompt.leave() == 0
        assert world.history.read_text() in (old, new), at


# MARK: Killed


def test_killed_at_many_moments(world):
    """A killed import, export or answer leaves the old state or the new one, and the next run clears away."""
    path = world.write("table.csv", TABLE)
    commands = (
        ("import", path, *BY, "--as", "new"),
        ("export", "package", "removals by fy"),
        ("removals by fy, citizenship | csv > \"answer.csv\"",),
    )
    old = world.run(*QUESTION).output
    dice = random.Random(23)
    kills = 0
    for _ in range(1_000 if IS_TORTURE else 24):
        command = commands[dice.randrange(3)]
        process = subprocess.Popen(
            [world.tally, *command], env=world.environment(), cwd=world.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(dice.random() * 0.06)
        process.kill()
        kills += process.wait() == -signal.SIGKILL
        answer = world.run(*QUESTION)
        assert answer.status == 0, answer.errors
        has_new = "new" in world.run("datasets").output.replace("nothing was imported", "")
        assert (answer.output != old) == has_new
        if has_new:
            name = next(word.split()[0] for word in world.run("datasets").output.splitlines() if word.startswith("new"))
            assert world.run("drop", name).status == 0
    assert kills
    for command in commands:
        assert world.run(*command).status == 0
    assert data(world) == ["imported.db"]
    left = {entry.name for entry in world.folder.iterdir()}
    assert left == {"home", "table.csv", "package", "answer.csv"}, left
    print(f"{kills} killed")


def test_stopped_at_many_moments(world):
    """Ctrl-C ends an import at once whatever it is doing, and nothing was changed."""
    rows = "".join(f"2024-05,v{number},5\n" for number in range(200_000 if IS_TORTURE else 30_000))
    path = world.write("many.csv", "Month,Country,Count\n" + rows)
    command = [world.tally, "import", path, *BY, "--add-values"]
    begin = time.monotonic()
    assert world.run(*command[1:], timeout=120).status == 0
    whole = time.monotonic() - begin
    assert world.run("drop", "many-2024-05").status == 0
    waits = []
    dice = random.Random(23)
    for _ in range(200 if IS_TORTURE else 5):
        process = subprocess.Popen(
            command, env=world.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        wait_until_caught(process, signal.SIGINT)
        time.sleep(dice.random() * whole)
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=20)
        if process.returncode == 0:
            assert "imported as" in output
            assert world.run("drop", "many-2024-05").status == 0
            continue
        waits.append(time.monotonic() - begin)
        assert process.returncode == 130, (process.returncode, errors)
        if "imported; its log" in errors:
            assert world.run("drop", "many-2024-05").status == 0
        else:
            assert errors == "stopped; nothing was changed\n"
            assert world.run("datasets").output.count("\n") <= 1 and "many" not in world.run("datasets").output
    waits.sort()
    # A busy machine takes its time now and then.
    assert waits[len(waits) // 2] < 1 and waits[-1] < 15, waits
    print(f"{len(waits)} stopped, half within {waits[len(waits) // 2] * 1000:.0f} ms, all within {waits[-1] * 1000:.0f} ms")


# MARK: Many at once


def test_imports_beside_questions(world):
    """Five imports at once beside questions: nothing is lost, and no question fails."""
    files = [
        world.write(f"table{number}.csv", HELD.replace("7", str(1_000 + number)).replace("2014", str(2014 + number)))
        for number in range(5)
    ]
    for _ in range(20 if IS_TORTURE else 1):
        processes = [
            subprocess.Popen(
                [world.tally, "import", path, *BY, "--as", path.stem], env=world.environment(), cwd=world.folder,
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            for path in files
        ]
        waits = []
        while any(process.poll() is None for process in processes):
            begin = time.monotonic()
            answer = world.run(*QUESTION)
            waits.append(time.monotonic() - begin)
            assert answer.status == 0, answer.errors
        done = [process.communicate() for process in processes]
        for process, (_, errors) in zip(processes, done):
            assert process.returncode == 0 or process.returncode == 1 and "another import" in errors, errors
        listed = world.run("datasets").output.splitlines()
        assert len(listed) == sum(process.returncode == 0 for process in processes)
        for line in listed:
            assert world.run("drop", line.split()[0]).status == 0
        print(f"{len(waits)} questions, the slowest {max(waits) * 1000:.0f} ms")


# MARK: Full disks


@pytest.mark.torture
def test_disks_of_every_size(world):
    """On a disk of any size an import is done or nothing has changed, and questions are answered."""
    path = world.write("table.csv", TABLE)
    disk = world.folder / "disk"
    disk.mkdir()
    full = 0
    for size in range(64, 4096, 32):
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk], capture_output=True)
        if mounted.returncode != 0:
            pytest.skip("no disk can be mounted here: that needs root")
        try:
            here = {"XDG_DATA_HOME": disk}
            result = world.run("import", path, *BY, changes=here)
            assert told_rightly(result, "write"), (size, result)
            full += result.status == 74
            answer = world.run("--format", "csv", "removals in fy2012", changes=here)
            assert (answer.status, answer.output) == (0, "removals\n415579\n"), (size, answer)
        finally:
            subprocess.run(["umount", disk], check=True)
    assert full
    print(f"{full} too small")
