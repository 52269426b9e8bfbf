"""Surroundings for the tests of the real program: a folder of its own for each test, one database for all.

`TALLY` names the program; without it, the debug build of this clone is tested.
"""

import fcntl
import os
import pathlib
import signal
import subprocess

import pytest

from world import World

PROJECT = pathlib.Path(__file__).resolve().parents[2]
# Tests of tables that lie beside the project, where they do.
ADDITIONS = PROJECT.parent / "shared/additions"
collect_ignore = [] if ADDITIONS.exists() else ["test_additions.py"]


# Who runs tests in the background may have signals ignored, and what is started there inherits that.
for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
    if signal.getsignal(number) == signal.SIG_IGN:
        signal.signal(number, signal.SIG_DFL)


def status():
    """What git sees changed in the clone; nothing where it is no clone."""
    command = ["git", "status", "--porcelain"]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True).stdout


BEFORE = status()


def pytest_configure(config):
    config.addinivalue_line("markers", "torture: takes minutes, and some of it root; run by `make torture` alone")


def pytest_collection_modifyitems(config, items):
    """Leaves what takes minutes to `make torture`."""
    if "TORTURE" in os.environ:
        return
    left = [item for item in items if item.get_closest_marker("torture")]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if item not in left]


def pytest_sessionfinish(session):
    """Tests write into folders of their own: one that leaves something in the clone fails the run."""
    if status() != BEFORE:
        print(f"\nleft in the working folder by tests:\n{status()}")
        session.exitstatus = 1


def pytest_report_header():
    """Says which tests are not there, since what they ask for is not."""
    return f"not collected: {', '.join(collect_ignore)}, for want of tables beside the project" if collect_ignore else None


@pytest.fixture(scope="session")
def tally():
    """The program under test."""
    path = pathlib.Path(os.environ.get("TALLY", PROJECT / ".build/debug/tally")).resolve()
    assert path.exists(), f"{path} is not there: `swift build` makes it, or TALLY names another"
    return path


@pytest.fixture(scope="session")
def project():
    """The folder of the clone."""
    return PROJECT


@pytest.fixture(scope="session")
def database(tally, tmp_path_factory, worker_folder):
    """The shipped data, built once; parallel workers share it. `TALLY_DATABASE` names one that is there."""
    if "TALLY_DATABASE" in os.environ:
        return pathlib.Path(os.environ["TALLY_DATABASE"]).resolve()
    path = worker_folder / "shipped.db"
    with open(worker_folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            subprocess.run([tally, "build-database", "--output", path], cwd=PROJECT, check=True)
    return path


@pytest.fixture(scope="session")
def worker_folder(tmp_path_factory):
    """The folder that the workers of pytest-xdist have in common, or simply this session's."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture
def world(tmp_path, tally, database):
    """A user with an empty home who has the program and the shipped data."""
    world = World(tmp_path, tally, database)
    yield world
    world.close()
