"""Lines in people's own words, with what the prompt and other programs make of them."""

import json

import pytest

from prompt import plain

LINE = "how many people were removed in 2019"


def test_what_is_offered_comes_with_tab_and_with_the_arrow(world):
    """Tab on an empty line puts in the first line offered; the arrow down passes through all."""
    prompt = world.prompt()
    told = plain(prompt.ask("border numbers 2024"))
    offered = [line[6:] for line in told.splitlines() if line.startswith("try:  ")]
    assert offered == ["encounters in fy2024", "apprehensions in fy2024"]
    prompt.type("\t")
    prompt.expect_text("encounters in fy2024")
    prompt.type("\r")
    assert "2,901,142" in plain(prompt.next_prompt())


def test_strict_shows_the_line_of_the_language(world):
    """Under an answer is the line of the language; `.strict on` offers it behind `try:`."""
    prompt = world.prompt()
    assert "in the language: removals in fy2019" in plain(prompt.ask(LINE))
    prompt.ask(".strict on")
    told = plain(prompt.ask(LINE))
    assert "try:  removals in fy2019" in told and "347,090" not in told
    prompt.type("\t")
    prompt.expect_text("removals in fy2019")
    prompt.type("\r")
    assert "347,090" in plain(prompt.next_prompt())
    prompt.ask(".strict off")
    assert "347,090" in plain(prompt.ask(LINE))


@pytest.mark.parametrize("format, written", [("csv", "removals\n347090\n"), ("json", '[\n  {"removals": 347090}\n]\n')])
def test_formats_follow_as_in_the_language(world, format, written):
    """What follows the line as the language has it is kept: `| csv`."""
    result = world.run("--free", f"{LINE} | {format}")
    assert (result.status, result.output) == (0, written)
    assert result.errors.startswith(f"read as: removals in fy2019 | {format}\n")


def test_report_has_what_was_typed(world):
    """`asked` is the line, `question` the one of the language."""
    result = world.run("--free", f"{LINE} | report")
    answer = json.loads(result.output)
    assert answer["asked"].startswith(LINE)
    assert answer["question"].startswith("removals in fy2019")


def test_files_are_written_as_in_the_language(world):
    """A file may be named after the line."""
    result = world.run("--free", f'{LINE} > "removed.csv"')
    assert result.status == 0
    assert (world.folder / "removed.csv").read_text() == "removals\n347090\n"


@pytest.mark.parametrize("line", ["laredo field office encounters ytd", "border deaths in the tucson sector right now"])
def test_old_news_is_said(world, line):
    """Who asks for what is newest is told where it is more than a year old."""
    assert "nothing newer is held than Sep 20" in world.run("--free", line).output
    assert "nothing newer" not in world.run("--free", "southwest encounters ytd").output


@pytest.mark.parametrize(
    "line, reason",
    [
        ("add encounters to apprehensions for 2023", "`apprehensions` is a part of `encounters`"),
        ("combine drug seizures and firearms seized", "they do not add up"),
        ("sum ICE removals and removals 2019 = everyone kicked out", "do not add up"),
    ],
)
def test_wrong_sums_are_refused_with_the_reason(world, line, reason):
    """However a sum is said, what it would count twice is named."""
    result = world.run("--free", line)
    assert result.status == 1 and result.output.startswith("read as: ") and result.output.count("\n") == 1
    assert reason in result.errors
