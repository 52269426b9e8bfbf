"""Installing, packing, and what is said about packages that are missing."""

import hashlib
import os
import shutil
import stat
import subprocess
import tarfile

import pytest

from conftest import PROJECT


@pytest.fixture
def built(world):
    """A folder as `make database` leaves it."""
    folder = world.folder / "built"
    folder.mkdir()
    (folder / "tally").symlink_to(world.tally)
    (folder / "tally.db").symlink_to(world.database)
    return folder


def run(world, command, **variables):
    return subprocess.run(
        command, cwd=PROJECT, env=world.environment(variables), capture_output=True, text=True, timeout=300
    )


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


INSTALLED = {
    "bin/tally", "share/tally/tally.db", "share/man/man1/tally.1", "share/bash-completion/completions/tally",
    "share/zsh/site-functions/_tally", "share/fish/vendor_completions.d/tally.fish", "share/doc/tally/LICENSE",
    "share/doc/tally/CHANGELOG.md", "share/doc/tally/for-programs.md",
    *(f"share/tally/{name}.schema.json" for name in ("report", "check", "read", "error")),
}


@pytest.mark.parametrize("name", ["prefix", "mis proyectos/Tálly (1)"])
def test_install_and_uninstall(world, built, name):
    """What is installed answers from where it lies; taking it away leaves nothing of it, and what others have."""
    prefix = world.folder / name
    done = run(world, ["scripts/install"], BUILT=built, PREFIX=prefix)
    assert (done.returncode, done.stderr) == (0, "")
    assert files(prefix) == INSTALLED
    assert stat.S_IMODE((prefix / "bin/tally").stat().st_mode) == 0o755
    assert stat.S_IMODE((prefix / "share/tally/tally.db").stat().st_mode) == 0o644
    # What is tried in a bare Debian works here too.
    tried = subprocess.run(
        [PROJECT / "scripts/try-installed"], cwd=world.folder, capture_output=True, text=True, timeout=300,
        env={"HOME": str(world.folder), "PATH": f"{prefix}/bin:/usr/bin:/bin"},
    )
    assert (tried.returncode, tried.stdout + tried.stderr) == (0, "")
    # A link to it works as well.
    link = world.folder / "link"
    link.symlink_to(prefix / "bin/tally")
    for program in (prefix / "bin/tally", link):
        result = world.run("removals in fy2022 | csv", program=program, changes={"TALLY_DATABASE": None})
        assert (result.status, result.output) == (0, "removals\n108733\n"), result.errors
    (prefix / "bin/other").write_text("")
    assert run(world, ["scripts/install", "uninstall"], PREFIX=prefix).returncode == 0
    assert files(prefix) == {"bin/other"}


def test_make_install(world, built):
    """The variables of make are those of other projects: DESTDIR is before PREFIX."""
    stage = world.folder / "stage"
    done = run(world, ["make", "-s", "--assume-old=database", "install", f"DESTDIR={stage}", "PREFIX=/usr"], BUILT=built)
    if (PROJECT / ".build/release/tally.db").exists():
        assert done.returncode == 0, done.stderr
        assert files(stage / "usr") == INSTALLED
        run(world, ["make", "-s", "uninstall", f"DESTDIR={stage}", "PREFIX=/usr"])
        assert files(stage) == set()


def test_nothing_to_install(world):
    done = run(world, ["scripts/install"], BUILT=world.folder / "nowhere", PREFIX=world.folder / "prefix")
    assert done.returncode == 1
    assert done.stderr.startswith("error: nothing is built yet") and "hint: make database && make install" in done.stderr
    assert not (world.folder / "prefix").exists()


def test_packages(world, built):
    """A tarball whose checksums are right, and a .deb with the same program."""
    out = world.folder / "out"
    done = run(world, ["scripts/package"], BUILT=built, OUT=out, LINTIAN="no", LEVEL="1")
    assert done.returncode == 0, done.stderr
    sums = dict(reversed(line.split()) for line in (out / "SHA256SUMS").read_text().splitlines())
    for name, digest in sums.items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    [tarball] = out.glob("tally-*.tar.gz")
    with tarfile.open(tarball) as tar:
        tar.extractall(world.folder / "unpacked", filter="data")
    [folder] = (world.folder / "unpacked").iterdir()
    assert files(folder) == INSTALLED | {"SHA256SUMS"}
    checked = subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, capture_output=True, text=True)
    assert (checked.returncode, checked.stdout) == (0, "")
    result = world.run("removals in fy2022 | csv", program=folder / "bin/tally", changes={"TALLY_DATABASE": None})
    assert result.output == "removals\n108733\n"
    if shutil.which("dpkg-deb"):
        [package] = out.glob("tally_*.deb")
        fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True).stdout
        assert "Package: tally\n" in fields and "@" not in fields.replace("Maintainer", "").split("\n", 4)[2]
        assert "Depends:" not in fields
        subprocess.run(["dpkg-deb", "-x", package, world.folder / "deb"], check=True)
        usr = world.folder / "deb/usr"
        assert {"bin/tally", "share/man/man1/tally.1.gz", "share/zsh/vendor-completions/_tally"} <= files(usr)
        result = world.run("removals in fy2022 | csv", program=usr / "bin/tally", changes={"TALLY_DATABASE": None})
        assert result.output == "removals\n108733\n"


@pytest.fixture
def tools(world):
    """A path with the tools of a Debian where nothing is installed, for somebody who is not root."""
    folder = world.folder / "tools"
    folder.mkdir()
    for tool in ("sh", "grep", "uname", "git"):
        (folder / tool).symlink_to(shutil.which(tool))
    for tool, text in {"id": "echo 1000", "dpkg-query": "exit 1", "uname": "echo Linux"}.items():
        path = folder / tool
        path.unlink(missing_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)
    return folder


def test_missing_packages_are_named(world, tools):
    """Where neither root nor sudo is there to install them."""
    done = run(world, [str(PROJECT / "scripts/install-packages"), "tmux"], PATH=tools)
    assert done.returncode == 1
    assert done.stderr.startswith("error: packages are missing, and only root can install them: libsqlite3-dev ")
    assert "hint: as root: apt-get install libsqlite3-dev " in done.stderr
    assert " tmux" in done.stderr and " libstdc++-12-dev" in done.stderr and " git" not in done.stderr


def test_what_is_installed_is_said(world, tools):
    """With sudo, and only what is missing."""
    log = world.folder / "log"
    (tools / "sudo").write_text(f'#!/bin/sh\necho "$*" >>"{log}"\n')
    (tools / "sudo").chmod(0o755)
    installed = 'case "$3" in *libedit*) exit 1 ;; *) echo "install ok installed" ;; esac'
    (tools / "dpkg-query").write_text(f"#!/bin/sh\n{installed}\n")
    done = run(world, [str(PROJECT / "scripts/install-packages"), "tmux"], PATH=tools)
    assert (done.returncode, done.stderr) == (0, "installing libedit-dev\n")
    update, install = log.read_text().splitlines()
    assert update == "apt-get update -qq" and install.endswith("--no-install-recommends libedit-dev")


def test_continuous_integration_runs_make_test():
    """And nothing else, with a browser."""
    lines = [line for line in (PROJECT / ".ci/run").read_text().splitlines() if line and not line.startswith("#")]
    assert lines == ["exec make test BROWSER=1"]
    assert os.access(PROJECT / ".ci/run", os.X_OK)


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
def test_scripts_are_clean():
    scripts = ["install", "install-packages", "package", "test", "try-installed", "try-packages"]
    done = subprocess.run(
        ["shellcheck", *(PROJECT / "scripts" / name for name in scripts), PROJECT / "completions/tally.bash"],
        capture_output=True, text=True,
    )
    assert done.stdout == ""


@pytest.mark.skipif(shutil.which("ruby") is None, reason="ruby is not installed")
def test_formula_is_ruby():
    done = subprocess.run(["ruby", "-c", PROJECT / "packaging/homebrew/tally.rb"], capture_output=True, text=True)
    assert done.stdout == "Syntax OK\n"
