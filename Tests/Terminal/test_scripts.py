"""Scripts: what they leave open, what they write, and how they end."""

import os
import shutil
import stat
import subprocess

import pytest

from prompt import plain
from test_import import DECLARED, REMOVALS, bring

STORY = """\
# ## Removals of $who
removals for $who by fy in 2020..2022
let mine = removals(guatemala)
check removals in $year = 108,733
"""
VALUES = ["--set", "who=mexico", "--set", "year=fy2022"]


def test_values_stand_for_names_numbers_and_periods(world):
    """Each is taken as what it is, in questions, checks and headings."""
    path = world.write("story.tally", STORY + "removals by fy where removals > $least since 2018\n")
    result = world.run("-f", path, *VALUES, "--set", "least=300,000")
    assert result.status == 0, result.errors
    assert " Removals of mexico\n" in result.output and "62,047" in result.output
    assert "holds  removals in fy2022 = 108,733" in result.output
    assert "347,090" in result.output and "237,364" not in result.output


@pytest.mark.parametrize("value", ["mexico by fy", "mexico, cuba", "mexico | json", 'x" > "y', "mexico; returns"])
def test_values_are_never_clauses(world, value):
    """Nothing that is typed as a value becomes more than one name."""
    path = world.write("story.tally", "removals for $who in fy2022\n")
    result = world.run("-f", path, "--set", "who=" + value)
    assert result.status == 1 and result.output == "" and "story.tally:1: error: " in result.errors
    assert sorted(child.name for child in world.folder.iterdir()) == ["home", "story.tally"]


def test_missing_values_are_named_before_anything_runs(world):
    """All of them at once, with their lines, and nothing is written."""
    path = world.write("story.tally", 'returns in fy2012 > "r.csv"\n' + STORY)
    result = world.run("-f", path, "--set", "year=fy2022")
    assert result.status == 2 and result.output == ""
    assert "needs `$who` (line 2)" in result.errors and "--set who=VALUE" in result.errors
    assert not (world.folder / "r.csv").exists()


@pytest.mark.parametrize(
    "arguments, said",
    [
        (["--set", "yaer=2020", *VALUES], "has no `$yaer`"),
        (["--set", "who"], "`--set` takes NAME=VALUE"),
        (["--set", "=x"], "`--set` takes NAME=VALUE"),
        (["--set", "who="], "`--set` takes NAME=VALUE"),
    ],
)
def test_wrong_values(world, arguments, said):
    """A value for nothing, or no value, is a wrong call."""
    result = world.run("-f", world.write("story.tally", STORY), *arguments)
    assert result.status == 2 and said in result.errors


def test_parameters_are_listed(world):
    """Each with its line, and what its value is taken for."""
    result = world.run("-f", world.write("story.tally", STORY), "--parameters", *VALUES)
    assert result.output.split("\n")[:2] == ["$who   line 1  mexico (name)", "$year  line 4  fy2022 (period)"]
    assert world.run("-f", world.write("b.tally", "removals\n"), "--parameters").output.endswith("has no parameters\n")


def test_set_at_the_prompt(world):
    """`.set` gives values there, and a script that is read has them."""
    world.write("story.tally", "removals for $who in fy2022\n")
    prompt = world.prompt()
    assert "has no value" in plain(prompt.ask("removals for $who in fy2022"))
    prompt.ask(".set who=mexico")
    assert "62,047" in prompt.ask("removals for $who in fy2022")
    assert "62,047" in prompt.ask(".read story.tally")
    assert "$who = mexico" in plain(prompt.ask(".set"))


def test_dollars_in_quotes_and_comments_are_words(world):
    """Only what is in the open is a parameter."""
    path = world.write("a.tally", '# $nothing\nremovals in fy2012 as "in $"\n')
    assert "in $" in world.run("-f", path).output


@pytest.mark.parametrize("form, heading", [("table", "\n Second part\n"), ("markdown", "### Second part\n\n")])
def test_headings(world, form, heading):
    """A heading in a comment is shown where somebody reads, and nowhere else."""
    path = world.write("a.tally", "# A comment\n# ### Second part\nremovals in fy2012\n")
    result = world.run("--format", form, "-f", path)
    assert heading in result.output and "A comment" not in result.output
    for other in ("json", "csv", "tsv", "jsonl"):
        assert "Second" not in world.run("--format", other, "-f", path).output


def test_keep_going(world):
    """Every statement is tried, every mistake told with its line, and the status is that of the first."""
    path = world.write("a.tally", "remuvls\nremovals in fy2012\ncheck removals in fy2012 = 1\nreturns in fy2012\n")
    stopped = world.run("-f", path)
    assert stopped.status == 1 and stopped.output == ""
    result = world.run("-f", path, "--keep-going")
    assert result.status == 1 and "415,579" in result.output and "231,105" in result.output
    assert "a.tally:1: error" in result.errors and "1 checked: 1 fails" in result.errors


def test_quiet(world):
    """Only what went wrong is shown; files are written all the same."""
    path = world.write(
        "a.tally",
        '# ## Heading\nremovals in fy2012\ncheck removals in fy2012 = 415,579\nreturns in fy2012 > "r.csv"\n',
    )
    result = world.run("-f", path, "--quiet")
    assert (result.status, result.output) == (0, "")
    assert (world.folder / "r.csv").read_text() == "returns\n231105\n"
    path = world.write("b.tally", "check removals in fy2012 = 415,579\ncheck removals in fy2012 = 1\n")
    result = world.run("-f", path, "--quiet")
    assert result.status == 1 and "fails  removals in fy2012 = 1" in result.output and "holds  " not in result.output


def test_running_twice_gives_the_same_bytes(world):
    """Whatever is written."""
    path = world.write(
        "a.tally",
        "".join(
            f'encounters by month, citizenship top 3 in fy2023 > "out.{form}"\n'
            for form in ("json", "csv", "md", "html", "svg", "vl", "jsonl", "tsv", "txt")
        )
        + 'encounters by fy | report > "report.json"\n',
    )
    seen = []
    for _ in range(2):
        assert world.run("-f", path).status == 0
        seen.append({child.name: child.read_bytes() for child in world.folder.glob("[or]*.*")})
    assert seen[0] == seen[1] and len(seen[0]) == 10


def test_scripts_run_by_their_first_line(world):
    """`#!/usr/bin/env -S tally -f`, with values after."""
    path = world.write("story", "#!/usr/bin/env -S tally -f\n" + STORY)
    os.chmod(path, 0o755)
    tools = world.folder / "tools"
    tools.mkdir()
    (tools / "tally").symlink_to(world.tally)
    environment = world.environment({"PATH": f"{tools}:{os.environ['PATH']}"})
    done = subprocess.run([path, *VALUES], env=environment, capture_output=True, text=True, cwd=world.folder)
    assert done.returncode == 0, done.stderr
    assert "62,047" in done.stdout


# MARK: The examples of the documentation


@pytest.mark.parametrize("month, before", [("nov 2024", "oct 2024"), ("2024-06", "2024-05")])
def test_monthly_update(world, project, month, before):
    """The update is a page of Markdown with its headings."""
    result = world.run(
        "--format", "markdown", "-f", project / "docs/examples/monthly-update.tally",
        "--set", f"month={month}", "--set", f"before={before}", "--set", "since=nov 2023",
    )
    assert result.status == 0, result.errors
    assert result.output.startswith(f"## Border encounters, {month}\n")
    assert result.output.count("| change from ") == 1 and result.output.count("Source: ") >= 3


def test_fact_check(world, project):
    """What does not hold is listed, and the status says that there is something."""
    result = world.run("--quiet", "--keep-going", "-f", project / "docs/examples/fact-check.tally")
    assert result.status == 1 and "fails" in result.output and "hold, " in result.errors


def test_article(world, project):
    """Three files, whole."""
    assert world.run("-f", project / "docs/examples/article.tally").status == 0
    names = sorted(path.suffix for path in world.folder.glob("encounters-by-citizenship.*"))
    assert names == [".csv", ".md", ".svg"]


# MARK: Faults


@pytest.fixture
def small_disk(world):
    """A file system of a few pages; who may not mount one cannot run these tests."""
    folder = world.folder / "small"
    folder.mkdir()
    if os.geteuid() != 0 or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder]).returncode != 0:
        pytest.skip("mounting needs root")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.html", "a.txt"])
def test_full_disk(world, small_disk, name):
    """It is told once, by the name of the file, and nothing is left of it."""
    result = world.run("-c", f'encounters by month, citizenship > "{small_disk}/{name}"')
    assert result.status == 74
    assert result.errors == f"error: {small_disk}/{name}: cannot be written: No space left on device\n"
    assert list(small_disk.iterdir()) == []


def test_full_disk_of_a_package(world, small_disk):
    """A package that does not fit is not there."""
    result = world.run("export", str(small_disk / "package"), "encounters by month, citizenship")
    assert result.status == 74 and "No space left" in result.errors
    assert list(small_disk.iterdir()) == []


def test_interrupted_export(world):
    """SIGTERM amid a long answer leaves nothing behind."""
    running = subprocess.Popen(
        [world.tally, "-c", '; '.join(['encounters by month, citizenship > "a.csv"'] * 50) + '; removals > "b.csv"'],
        env=world.environment(), cwd=world.folder,
    )
    while running.poll() is None and not (world.folder / "a.csv").exists():
        pass
    running.terminate()
    running.wait(timeout=10)
    assert {path.name for path in world.folder.iterdir()} <= {"home", "a.csv", "b.csv"}


def test_scripts_are_read_beside_imports(world):
    """At the prompt, in a script and at the start, with imported figures and shipped ones."""
    bring(world, REMOVALS, *DECLARED)
    inner = "removals in fy2022\nremovals in 2026-02 | csv\n"
    world.write("inner.tally", inner)
    outer = world.write("outer.tally", ".read inner.tally\nremovals in 2026-01 | csv\n")
    for arguments, given in ((("-f", outer), b""), ((), b".read inner.tally\nremovals in 2026-01 | csv\n")):
        result = world.run(*arguments, given=given)
        assert (result.status, result.errors) == (0, "")
        assert all(figure in result.output for figure in ("108,733", "1208", "5\n"))
    world.write("home/.config/tally/start.tally", "let twice = removals * 2\nremovals in fy2012\n")
    prompt = world.prompt("--no-history")
    assert "415,579" in prompt.first
    assert "217,466" in prompt.ask("twice in fy2022")
    assert "108,733" in prompt.ask(".read inner.tally")


def test_scripts_see_what_is_imported_meanwhile(world):
    """Each statement of a script that is read sees the newest data, as if it were typed."""
    bring(world, REMOVALS, *DECLARED)
    world.write("inner.tally", "removals in 2026-02 | csv\n")
    prompt = world.prompt("--no-history")
    assert "1208" in prompt.ask(".read inner.tally")
    later = [*DECLARED[:-1], "2026-08-16"]
    bring(world, REMOVALS.replace("1,208", "1,209"), *later, name="later.csv")
    assert "1209" in prompt.ask(".read inner.tally")
