"""After an answer, at most one line about what could be asked next."""

import re

from prompt import plain

HINT = re.compile(r"^try: (.*?)(?:  # .*)?$", re.MULTILINE)
QUESTIONS = [
    "removals by fy", "encounters by citizenship in fy2023", "encounters by month in fy2023", "returns by fy since 2010",
    "removals by fy since 2015", "refugees by fy", "encounters by citizenship top 5 in fy2023", "removals in fy2022",
    "encounters by border in fy2023", "returns in fy2012", "removals by fy | chart", "apprehensions by fy", "removals",
]


def hints(world, prompt):
    return [HINT.findall(plain(prompt.ask(question))) for question in QUESTIONS]


def test_at_most_one_and_none_twice(world):
    """One line at most, each kind once in a session, and every one can be answered as it is."""
    prompt = world.prompt(columns=120)
    given = hints(world, prompt)
    assert all(len(lines) <= 1 for lines in given)
    questions = [line for lines in given for line in lines]
    assert len(questions) == len(set(questions)) > 5
    for question in questions:
        result = world.run("-c", question)
        assert result.status == 0, question + "\n" + result.errors
    assert given[-1] == []


def test_the_next_session_begins_anew(world):
    """What was said in one session may be said in the next."""
    first = HINT.findall(plain(world.prompt().ask("removals by fy since 2019")))
    assert first == HINT.findall(plain(world.prompt().ask("removals by fy since 2019"))) != []


def test_hints_off(world):
    """`.hints off` ends them, `.hints` alone says how it is."""
    prompt = world.prompt()
    prompt.ask(".hints off")
    assert not any(hints(world, prompt))
    assert ".hints is off" in plain(prompt.ask(".hints"))


def test_only_where_somebody_reads(world):
    """No hint in data for programs, in files, in scripts, after mistakes or statements."""
    prompt = world.prompt()
    for statement in ("removals by fy | json", 'removals by fy > "a.txt"', "remuvls", "show measures", "help"):
        assert HINT.findall(plain(prompt.ask(statement))) == [] or statement == "remuvls"
    prompt.ask(".mode csv")
    assert HINT.findall(plain(prompt.ask("removals by fy"))) == []
    assert "try: " not in world.run("removals by fy").output
    path = world.write("a.tally", "removals by fy\n")
    assert "try: " not in world.run("-f", path).output
