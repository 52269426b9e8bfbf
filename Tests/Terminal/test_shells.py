"""Completion in bash, zsh and fish: the lists of the program, tried in the shells themselves."""

import os
import re
import shutil
import subprocess

import pexpect
import pytest

COMMANDS = ["", "build-database", "export", "import", "datasets", "drop", "read", "serve", "schema"]


def needs(shell):
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


def options(world, command):
    """The options that a command has, by its own help."""
    helped = world.run(*command.split(), "--help").output
    rows = re.findall(r"^  (-\S.*?)(?:  |$)", helped, re.MULTILINE)
    return {word for row in rows for word in re.findall(r"(?<![\w<])-{1,2}[a-z][a-z-]*", row.split("<")[0])}


def words(world):
    """What the first word can be, but for questions: subcommands and statements."""
    usage = world.run("--help").output.split("USAGE:")[1].split("\n\n")[0]
    subcommands = set(re.findall(r"tally ([a-z][a-z-]+)", usage))
    listed = set(re.findall(r"^  ([a-z]+)", world.run("help statements").output, re.MULTILINE))
    # A name is of no use to the next call.
    return subcommands, listed - {"let"} | {"help"}


def formats(world, *command):
    """Those that a wrong one is answered with."""
    said = world.run(*command, "--format", "nothing", "x").errors
    return set(re.search(r"formats are (.*)", said)[1].split(", "))


def environment(world):
    return world.environment({"PATH": f"{world.tally.parent}:{os.environ['PATH']}", "TERM": "dumb"})


class Bash:
    def __init__(self, world, project):
        self.world, self.script = world, project / "completions/tally.bash"

    def offers(self, line):
        """What Tab offers at the end of a line."""
        typed = line.split(" ")
        program = f"""
            source {self.script}
            COMP_WORDS=({" ".join(f"'{word}'" for word in typed)})
            COMP_CWORD={len(typed) - 1}
            _tally 2>/dev/null
            printf '%s\\n' "${{COMPREPLY[@]}}"
        """
        done = subprocess.run(
            ["bash", "--norc", "-c", program], cwd=self.world.folder, env=environment(self.world),
            capture_output=True, text=True, timeout=30,
        )
        return {word for word in done.stdout.split("\n") if word}


class Fish:
    def __init__(self, world, project):
        self.world, self.script = world, project / "completions/tally.fish"

    def offers(self, line):
        done = subprocess.run(
            ["fish", "--no-config", "-c", f"source {self.script}; complete -C '{line}'"], cwd=self.world.folder,
            env=environment(self.world), capture_output=True, text=True, timeout=30,
        )
        assert done.stderr == ""
        return {row.split("\t")[0] for row in done.stdout.split("\n") if row}


class Zsh:
    def __init__(self, world, project):
        self.world, self.folder = world, project / "completions"

    def offers(self, line):
        """What a list under the line shows."""
        shell = pexpect.spawn(
            "zsh", ["-f", "-i"], env=environment(self.world), cwd=str(self.world.folder), dimensions=(200, 120),
            encoding="utf-8", timeout=30,
        )
        shell.sendline(
            f"PS1='READY''> '; fpath=({self.folder} $fpath); autoload -Uz compinit; compinit -u -d {self.world.folder}/dump;"
            " zstyle ':completion:*' verbose no; zstyle ':completion:*' list-separator ''; unsetopt auto_menu;"
            " LISTMAX=10000; bindkey '^X^L' list-choices; bindkey '^[[200~' list-choices"
        )
        shell.expect("READY> ")
        shell.send(line + "\x18\x0c")
        shell.expect([pexpect.TIMEOUT, "\0"], timeout=2)
        shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", " ", shell.before)
        shell.close(force=True)
        listed = shown.split("\n", 1)[1] if "\n" in shown else ""
        return {word for word in listed.split("READY")[0].split() if word}


SHELLS = [
    pytest.param(Bash, id="bash", marks=needs("bash")),
    pytest.param(Zsh, id="zsh", marks=needs("zsh")),
    pytest.param(Fish, id="fish", marks=needs("fish")),
]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("command", COMMANDS)
def test_options(world, project, shell, command):
    """Those of each command, and no other."""
    line = f"tally {command} --" if command else "tally --"
    long = {option for option in options(world, command) if option.startswith("--")}
    offered = {word for word in shell(world, project).offers(line) if word.startswith("--")}
    assert offered == long
    short = options(world, command) - long
    offered = {word for word in shell(world, project).offers(line[:-1]) if re.fullmatch(r"-\w", word)}
    assert offered == short


@pytest.mark.parametrize("shell", SHELLS)
def test_first_word(world, project, shell):
    """Subcommands and statements."""
    subcommands, statements = words(world)
    assert subcommands >= {"import", "serve", "schema"} and statements >= {"check", "show", "help"}
    assert shell(world, project).offers("tally ") == subcommands | statements
    assert shell(world, project).offers("tally des") in ({"describe"}, set())


@pytest.mark.parametrize("shell", SHELLS)
def test_kinds(world, project, shell):
    """What can be listed: the first words of the kinds in the reference, which the program writes."""
    table = (project / "docs/reference.md").read_text().split("| after `show` |")[1].split("\n\n")[0]
    kinds = set(re.findall(r"^\| `([a-z]+)", table, re.MULTILINE))
    assert len(kinds) > 9
    assert shell(world, project).offers("tally show ") == kinds
    assert shell(world, project).offers("tally show measures ") == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_values(world, project, shell):
    """Formats as the program lists them, and the words of other options."""
    tab = shell(world, project)
    assert tab.offers("tally --format ") == formats(world)
    assert tab.offers("tally read --format ") == formats(world, "read")
    assert tab.offers("tally --color ") == {"auto", "always", "never"}
    assert tab.offers("tally import --errors ") == {"text", "json"}
    assert tab.offers("tally schema ") == {"report", "check", "read", "error"}


@pytest.mark.parametrize("shell", SHELLS)
def test_names_of_imports(world, project, shell):
    """`drop` knows what can be dropped, and nothing where nothing was imported."""
    tab = shell(world, project)
    assert tab.offers("tally drop ") == set()
    for name in ["one", "two"]:
        month = {"one": 1, "two": 2}[name]
        world.write(f"{name}.csv", f"Country,Month,Count\nMexico,2026-0{month},5\n")
        done = world.run(
            "import", f"{name}.csv", "--measure", "removals=Count", "--by", "citizenship=Country,month=Month", "--as", name
        )
        assert done.status == 0, done.errors
    assert tab.offers("tally drop ") == {"one", "two"}
    # What is typed already is not offered again.
    assert tab.offers("tally drop one ") == {"two"}


@pytest.mark.parametrize("shell", SHELLS)
def test_lists_of_help(world, project, shell):
    """What Tab at the prompt offers first: the lists that help has."""
    rows = world.run("help | csv").output.splitlines()
    lists = {row.split(",")[1].removeprefix("help ") for row in rows if row.startswith("help,")}
    assert len(lists) > 4
    assert shell(world, project).offers("tally help ") == lists
    assert shell(world, project).offers("tally help formats ") == set()


@pytest.mark.parametrize("shell", SHELLS)
def test_names_of_tables(world, project, shell):
    """`export --dataset` knows every table."""
    known = {row.split(",")[0] for row in world.run("show datasets | csv").output.splitlines()[1:]}
    wanted = {name for name in known if name.startswith("yearbook-2022-")}
    assert len(wanted) > 3
    assert shell(world, project).offers("tally export --dataset yearbook-2022-") == wanted


@needs("bash")
def test_bash_at_a_terminal(world, project):
    """Words and files are put in as Tab does; a name with a space is quoted."""
    world.write("my table.csv", "")
    shell = pexpect.spawn(
        "bash", ["--norc", "-i"], env=environment(world), cwd=str(world.folder), encoding="utf-8", timeout=20
    )
    shell.sendline(f"PS1='READY''> '; bind 'set enable-bracketed-paste off'; source {project}/completions/tally.bash")
    shell.expect("READY> ")
    shell.send("tally imp\t")
    shell.expect("tally import ")
    shell.send("my\t")
    shell.expect(re.escape("my\\ table.csv"))
    shell.send("--dr\t")
    shell.expect("--dry-run ")
    shell.send("\x15tally --format=js\t\t\t")
    shell.expect("json +jsonl")
    shell.close(force=True)


@needs("zsh")
def test_zsh_at_a_terminal(world, project):
    world.write("my table.csv", "")
    shell = pexpect.spawn("zsh", ["-f", "-i"], env=environment(world), cwd=str(world.folder), encoding="utf-8", timeout=20)
    shell.sendline(
        f"PS1='READY''> '; fpath=({project}/completions $fpath); autoload -Uz compinit; compinit -u -d {world.folder}/dump"
    )
    shell.expect("READY> ")
    shell.send("tally imp\t")
    shell.expect("ort ")
    shell.send("my\t")
    shell.expect(re.escape("my\\ table.csv"))
    shell.send("--dr\t")
    shell.expect("y-run")
    shell.close(force=True)


def test_no_generated_scripts(world):
    """The argument parser's own are wrong for this program."""
    result = world.run("--generate-completion-script", "zsh")
    assert result.status == 2 and "completions/" in result.errors
