"""Whatever is asked, the program explains itself within seconds: it does not crash, hang or obey."""

import pytest

from prompt import plain

SECONDS = 5
DEEP = 100_000

MISTAKES = {
    "NUL": b"removals\0 by fy\n",
    "invalid UTF-8": b"removals \xff\xfe by fy\n",
    "half a character": b"removals by f\xc3\n",
    "half a pair": b"removals by \xed\xa0\x80\n",
    "escapes": b"removals \x1b[31m\x1b]0;title\x07 by fy\n",
    "words for 1 MB": b"removals " * 110_000 + b"\n",
    "a word of 20 KB": b"a" * 20_000 + b"\n",
    "open brackets": b"(" * DEEP + b"\n",
    "brackets after a name": b"removals" + b"(" * DEEP + b"\n",
    "closing brackets": b"removals " + b")" * DEEP + b"\n",
    "commas": b"removals" + b"," * DEEP + b"\n",
    "commas alone": b"," * DEEP + b"\n",
    "dimensions": b"removals by fy" + b", fy" * 5_000 + b"\n",
    "minus signs": b"-" * DEEP + b"1\n",
    "plus signs": b"removals " + b"+ " * DEEP + b"1\n",
    "bars": b"removals" + b"|" * DEEP + b"\n",
    "quotes": b'"' * (DEEP + 1) + b"\n",
    "digits": b"removals top " + b"9" * DEEP + b"\n",
    "digits of a year": b"removals since " + b"9" * DEEP + b"\n",
    "many mistakes": b"remuvls;" * 1000 + b"\n",
    "empty lines": b"\n" * DEEP + b"remuvls\n",
    "families": "👩‍👧".encode() * 10_000 + b"\n",
    "conditions": b"removals where " + b" or ".join([b"sex = male"] * 1000) + b"\n",
    "a command of 1 MB": b"." + b"x" * 1_000_000 + b"\n",
    "a format of 100 KB": b".mode " + b"x" * 100_000 + b"\n",
    "right to left": "removals \u202e by fy\n".encode(),
    "a word of 1 MB": b"a" * 1_000_000 + b"\n",
    "semicolons": b"remuvls\n" + b";" * DEEP + b"\n",
    "an open bracket": b"removals (" + b"\nx" * 50_000,
    "deep conditions": b"encounters where " + b"(" * DEEP + b"\n",
    "nots": b"encounters where " + b"not " * DEEP + b"sex = male\n",
    "products": b"removals" + b" * 2" * DEEP + b" by fy\n",
    "products in a name": b"let halved = removals" + b" / 2" * DEEP + b"\n",
    "products that are checked": b"check removals" + b" * 2" * DEEP + b" in fy2022 > 5\n",
    "products that are explained": b"explain removals" + b" * 2" * DEEP + b"\n",
    "a sum of 250": b"removals" + b" + 1" * 250 + b" by fy\n",
    "order": b"removals by fy order by " + b", ".join([b"fy"] * 2_000) + b"\n",
    "columns": b"removals, " * 5_000 + b"returns\n",
    "values of one measure": b"encounters(" + b"mexico, " * 5_000 + b"cuba)\n",
    "a name of 100 KB": b"removals as " + b"x" * DEEP + b" by fy\n",
    "one letter of 100 KB": "e".encode() + "\u0301".encode() * 50_000 + b"\n",
}


@pytest.mark.parametrize(
    "given",
    [pytest.param(given, id=name) for name, given in MISTAKES.items()],
)
def test_odd_questions_are_mistakes(world, given):
    """An odd question has status 1 and an explanation, in seconds, with nothing that a terminal obeys."""
    result = world.run(given=given, timeout=SECONDS)
    assert (result.status, result.output) == (1, ""), result.errors[:300]
    assert result.errors.startswith("error: ")
    assert not any(sign in result.errors for sign in "\0\x1b\x07\u202e")
    # `many mistakes` ends at the first; no message grows with what was typed.
    assert len(result.errors.encode()) < 8_000


PLAIN = b"removals in fy2012 | csv\n"
ANSWER = "removals\n415579\n"
MEANINGFUL = {
    "a comment of 1 MB": (b"#" * 1_000_000 + b"\n" + PLAIN, ANSWER),
    "spaces for 1 MB": (b" " * 1_000_000 + PLAIN, ANSWER),
    "a comment in Latin-1": (b"# \xe9\n" + PLAIN, ANSWER),
    "a long list": (b"removals in " + b"2012, " * 5000 + b"2012 | csv\n", ANSWER),
    "an accent by itself": (b"re\xcc\x81" + PLAIN[2:], ANSWER),
    "many questions": (PLAIN * 100, ANSWER * 100),
}


@pytest.mark.parametrize("given, output", MEANINGFUL.values(), ids=MEANINGFUL.keys())
def test_odd_questions_that_mean_something(world, given, output):
    """Length alone is no mistake."""
    result = world.run(given=given, timeout=SECONDS)
    assert (result.status, result.output, result.errors[:300]) == (0, output, "")


def test_words_of_sql_stay_words(world):
    """No text of a question becomes SQL."""
    before = world.database.read_bytes()
    for question in (
        'removals for "x\'); DROP TABLE departures; --"',
        "removals in fy2012 as \"a\"\"; DROP TABLE departures\" | csv",
        "removals where citizenship = \"' OR 1=1\"",
    ):
        assert world.run(question).status in (0, 1)
    assert world.database.read_bytes() == before


@pytest.mark.parametrize("argument", [b"removals \xff", b"removals " + b"x" * 20_000], ids=["no text", "long"])
def test_odd_arguments(world, argument):
    """Arguments need not be text, nor short."""
    result = world.run(argument, timeout=SECONDS)
    assert (result.status, result.output) == (1, "")
    assert result.errors.startswith("error: ")


def test_odd_environment(world):
    """Variables that are empty or nonsense change nothing for the worse."""
    changes = {"LC_ALL": "\udcff", "TERM": "", "COLUMNS": "-1", "XDG_STATE_HOME": "not/absolute", "HOME": ""}
    result = world.run("removals in fy2012 | csv", changes=changes)
    assert (result.status, result.output) == (0, ANSWER)


def test_prompt_survives_mistakes(world):
    """After everything odd that can be typed the prompt still answers."""
    prompt = world.prompt("--no-history")
    for question in (")", "((((", "\x16\x1b[31m", "💥" * 50, "-" * 500):
        prompt.type("\x1b[200~" + question + "\x1b[201~")
        prompt.ask("")
        if prompt.shown != "tally> ":
            prompt.type("\x03")
            prompt.next_prompt()
    assert plain(prompt.ask("removals in fy2012 | csv")) == ANSWER


def test_names_of_files_move_no_cursor(world):
    """What the system says of a file goes through the same filter as everything else."""
    name = "\x1b]0;title\x07\u202e" + "a" * 300
    for arguments in ((f'removals in fy2022 > "{name}"',), ("-f", name), ("--database", name, "removals")):
        result = world.run(*arguments)
        assert result.status != 0
        assert not any(sign in result.errors for sign in "\x1b\x07\u202e"), result.errors


def test_scripts_without_end(world):
    """A script that never ends is refused before it takes all memory."""
    result = world.run("-f", "/dev/zero", timeout=SECONDS * 4)
    assert (result.status, result.output) == (2, "")
    assert "64 MiB" in result.errors


def test_terminals_without_end(world):
    """A terminal that claims more places than any has gets a prompt without editing."""
    prompt = world.prompt("--no-history", columns=65_535, rows=65_535, is_plain=True)
    prompt.type("removals in fy2022\r")
    prompt.expect_text("108,733")
