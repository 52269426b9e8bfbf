"""The bounds of docs/limits.md: each works at its number, and one above is told in the words of the page."""

import contextlib
import fcntl
import os
import pty
import re
import sqlite3
import struct
import subprocess
import termios

import pytest

from measured import run_measured
from prompt import TAB, UP, plain

MEBIBYTE = 1 << 20
BY = ("--measure", "removals=Count", "--by", "month=Month,citizenship=Country", "--partial", "--dry-run")
HEADER = "Month,Country,Count\n"


def asked(question):
    """A question as a script: an argument may not be as long."""
    return lambda world, number: world.run(given=question(number).encode() + b"\n", timeout=60)


def imported(contents, *options):
    """A table that is imported on trial."""

    def run(world, number):
        path = world.write("table.csv", contents(number))
        return world.run("import", path, *(options or BY), timeout=600)

    return run


def script(world, number):
    path = world.folder / "script.tally"
    path.write_bytes(b"removals in fy2022\n#")
    os.truncate(path, number)
    with open(path, "r+b") as file:
        file.seek(number - 1)
        file.write(b"#")
    return world.run("-f", path, timeout=60)


def text(world, number):
    path = world.write("text.txt", b"Removals rose.\n" + b" " * (number - 15))
    return world.run("read", path, timeout=60)


def chain(world, number):
    """Scripts that read one another."""
    for place in range(1, number + 1):
        world.write(f"{place}.tally", f".read {place + 1}.tally\n" if place < number else "removals in fy2022\n")
    return world.run(given=b".read 1.tally\n")


def names(count):
    return ", ".join(f"removals as a{place}" for place in range(count))


def wide(count):
    """A table of as many columns to break down by, one of them the month."""
    columns = ["Month"] + [f"d{place}" for place in range(count - 1)]
    return ",".join(columns) + ",Count\n2024-05" + ",x" * (count - 1) + ",1\n"


def wide_run(world, number):
    dimensions = [f"d{place}" for place in range(number - 1)]
    options = [part for name in dimensions for part in ("--new-dimension", name)]
    path = world.write("wide.csv", wide(number))
    return world.run(
        "import", path, *options, "--new-measure", "visits:visits", "--measure", "visits=Count", "--by",
        ",".join(["month=Month", *(f"{name}={name}" for name in dimensions)]), "--add-values", "--dry-run",
    )


def header(count):
    return HEADER.strip() + "".join(f",c{place}" for place in range(count - 3)) + "\n2024-05,Mexico,1" + "," * (count - 3) + "\n"


def named(world, number):
    """Names that mean so many numbers, each of at most 200, and one measure."""
    # The two names count as well.
    number -= 2
    half = (number - 1) // 2
    lines = [
        "let a = removals" + " + 1" * (half - 1),
        "let b = removals" + " + 1" * (number - 1 - half - 1),
        "a / b + 1 in fy2022",
    ]
    return world.run(given="\n".join(lines).encode() + b"\n")


def headed(world, number):
    """A header of so many rows, whose first column has them all as its name."""
    titles = [f"r{place}" for place in range(number - 1)]
    path = world.write("t.csv", "".join(title + ",,\n" for title in titles) + HEADER + "2024-05,Mexico,1\n")
    options = ("--measure", "removals=Count", "--by", f"month={' '.join(titles)} Month,citizenship=Country", "--partial")
    return world.run("import", path, *options, "--dry-run", "--header", str(number))


def nested(number, inner, outer, operators):
    """A part inside another of another kind, so many times."""
    text = inner
    for place in range(number):
        text = f"({text} {operators[place % 2]} {outer})"
    return text


def names_of(sql):
    """The first names of a kind that the shipped data have."""
    return lambda world, count: [row[0] for row in sqlite3.connect(world.database).execute(f"{sql} ORDER BY id LIMIT {count}")]


def by_dimensions(world, number):
    dimensions = names_of("SELECT name FROM dimension")(world, number)
    return world.run("encounters by " + ", ".join(f'"{name}"' for name in dimensions))


def parts(world, number):
    of_countries = "dimension = (SELECT id FROM dimension WHERE key = 'citizenship') AND rest = 0"
    countries = names_of(f"SELECT name FROM member WHERE {of_countries}")(world, number)
    return world.run(" + ".join(f'removals("{name}")' for name in countries) + " in fy2022")


def with_windows(world, number):
    """Each column has four more; the first number above that can be written is 125."""
    columns = -(-number // 5)
    return world.run(names(columns) + " by fy since 2020 with running, rolling 3, rank, share")


def texts_of(world, number):
    """A file whose different texts take so many bytes, with the 48 of each."""
    most, beside, month = 4_096, 48, 8 + 48
    whole, rest = divmod(number - month, most + beside)
    texts = [f"{place:08}" + "x" * (most - 8) for place in range(whole)]
    if rest > beside:
        texts.append("y" * (rest - beside))
    path = world.write("texts.csv", HEADER + "".join(f"2024-05,{text},1\n" for text in texts))
    return world.run("import", path, *BY, "--add-values", timeout=600)


BOUNDS = {
    "columns": (30, asked(lambda n: names(n) + " in fy2022")),
    "operands": (200, asked(lambda n: "removals" + " + 1" * (n - 1) + " in fy2022")),
    "operands of names": (400, named),
    "operations inside one another": (8, asked(lambda n: nested(n, "removals", "2", "/+") + " in fy2022")),
    "`and` and `or` inside one another": (
        16, asked(lambda n: "removals where " + nested(n + 1, *["citizenship = mexico"] * 2, ("or", "and")) + " in fy2022")),
    "dimensions": (12, by_dimensions),
    "measures and parts of measures": (50, parts),
    "columns with what `with` adds": (120, with_windows),
    "brackets": (99, asked(lambda n: "(" * n + "removals" + ")" * n + " in fy2022")),
    "conditions": (200, asked(lambda n: "removals where " + " or ".join(["citizenship = mexico"] * n) + " in fy2022")),
    "bytes of a name": (200, asked(lambda n: "removals as " + "x" * n + " in fy2022")),
    "bytes of a word": (4_096, asked(lambda n: "x" * n)),
    "periods back": (10_000, asked(lambda n: f"removals last {n} fy")),
    "bytes of a script": (64 * MEBIBYTE, script),
    "scripts in scripts": (16, chain),
    "bytes of a text": (10 * MEBIBYTE, text),
    "bytes of a record": (
        4 * MEBIBYTE,
        imported(lambda n: HEADER.strip() + ",Note\n2024-05,Mexico,1," + "x" * (n - 18) + "\n"
                 + "2024-05,Mexico,1,x\n" * 300_000, *BY),
    ),
    "columns of a file": (16_384, imported(header)),
    "columns to break down by": (24, wide_run),
    "bytes of a value": (4_096, imported(lambda n: HEADER + "2024-05," + "x" * n + ",1\n", *BY, "--add-values")),
    "different values": (
        1_048_576,
        imported(lambda n: HEADER + "".join(f"2024-05,{place:x},1\n" for place in range(n)), *BY, "--add-values"),
    ),
    "bytes of all values": (80 * MEBIBYTE, texts_of),
    "lines to skip": (1_000, lambda world, n: world.run(
        "import", world.write("t.csv", "#\n" * n + HEADER + "2024-05,Mexico,1\n"), *BY, "--skip", str(n))),
    "rows of a header": (9, headed),
}

# These pass the bound and may then be refused for another reason.
ONLY_ABOVE = {"bytes of a word", "brackets", "dimensions", "measures and parts of measures"}
SLOW = {"different values", "bytes of a script", "bytes of all values"}


def rows_of_page(project):
    """The rows of the page, by what they bound: the number, and the words that are said beyond it."""
    text = (project / "docs/limits.md").read_text()
    found = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]*?) \|$", text, re.MULTILINE)
    return {name: (number, re.findall(r"`([^`]+)`", said)) for name, number, said in found}


def written(number):
    """As the page writes it: `64 MiB`, `1,048,576`."""
    return f"{number // MEBIBYTE} MiB" if number % MEBIBYTE == 0 and number > MEBIBYTE else f"{number:,}"


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.torture] if name in SLOW else []) for name in BOUNDS]
)
def test_bound(world, project, name):
    """At the number it works; one above is refused, with status 1 or 2, in the words of the page."""
    number, run = BOUNDS[name]
    told, words = rows_of_page(project)[name]
    assert told == written(number), (name, told)
    assert words, name
    at = run(world, number)
    above = run(world, number + 1)
    assert words[0] not in at.errors, at.errors[:400]
    assert at.status == 0 or name in ONLY_ABOVE, at.errors[:400]
    assert above.status in (1, 2) and words[0] in above.errors, (words, above.errors[:400])


def test_every_bound_is_tested(project):
    """No row of the page is without a test: those without a number that one can pass say so by an empty last cell."""
    rows = {name for name, (_, words) in rows_of_page(project).items() if words}
    assert rows == set(BOUNDS)


# MARK: Bounds beyond which nothing is said


def number_of(project, name):
    """Of a row without words in its last cell."""
    page = (project / "docs/limits.md").read_text()
    return int(re.search(rf"^\| {name} \| ([\d,]+) \| \|$", page, re.MULTILINE)[1].replace(",", ""))


def test_entries_of_the_history(world, project):
    """The newest entries are there, as many as the page says; of one more the oldest is not."""
    number = number_of(project, "entries of the history")
    world.history.parent.mkdir(parents=True)
    for count in (number - 1, number, number + 1):
        lines = "".join(f"removals\\040as\\040a{place}\n" for place in range(count))
        world.history.write_text("_HiStOrY_V2_\n" + lines)
        said = plain(world.prompt().ask(".history"))
        shown = re.findall(r"removals as a(\d+)", said)
        earlier = int(re.search(r"\((\d+) earlier\)", said)[1])
        # The command itself is the newest entry.
        assert (len(shown) + earlier, int(shown[-1])) == (min(count, number - 1), count - 1), said


def test_candidates_that_are_listed(world, project):
    """As many candidates as the page says are listed; with more, how many there are is said."""
    number = number_of(project, "candidates that are listed")
    prompt = world.prompt(rows=60)
    for count in (number, number + 1):
        for place in range(count if count == number else 1):
            prompt.ask(f"let limitprobe{chr(97 + (place if count == number else number))} = removals")
        prompt.type("limitprobe" + TAB + TAB)
        listed = plain(prompt.written_within(1.5))
        found = set(re.findall(r"limitprobe[a-z]\b", listed))
        assert len(found) == (number if count == number else number - 1), (count, listed)
        assert ("more" in listed) == (count > number), listed
        prompt.type("\x15")


def drawn(world, columns, rows):
    """The widest line of a table that is too wide for any terminal."""
    question = ", ".join(f"removals as column{place}{'x' * 60}" for place in range(30)) + " in fy2022"
    primary, secondary = pty.openpty()
    fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen([world.tally, question], env=world.environment(), stdout=secondary)
    os.close(secondary)
    shown = b""
    # The end of a terminal is an error on Linux.
    with contextlib.suppress(OSError):
        while part := os.read(primary, 65_536):
            shown += part
    os.close(primary)
    assert process.wait() == 0
    return max(map(len, plain(shown.decode()).splitlines()))


def test_size_of_a_terminal(world, project):
    """A terminal that claims more than is believed is drawn for what is."""
    number = number_of(project, "columns and rows that are believed")
    widths = [drawn(world, columns, 24) for columns in (number // 2, number, number + 1, 65_535)]
    assert widths[0] <= number // 2 < widths[1] <= number, widths
    assert widths[1] == widths[2] == widths[3], widths
    assert drawn(world, 80, number) == drawn(world, 80, 65_535) <= 80


# MARK: Memory

# What an import takes in all, in bytes, whatever it holds.
MOST_MEMORY = 256 * MEBIBYTE


def used(world, *arguments):
    """What a run takes that succeeds."""
    result, use = run_measured(world, *arguments, timeout=1_200)
    assert result.status == 0, result.errors
    return use


NEW = ("--measure", "removals=Count", "--by", "month=Month,citizenship=Country", "--partial", "--add-values")
KEYS = [part for name in "abc" for part in ("--new-dimension", f"court {name}")]
WIDE = (
    *KEYS, "--new-measure", "hearings:cases", "--measure", "hearings=Count",
    "--by", "month=Month,court a=A,court b=B,court c=C", "--add-values",
)


def values(count, label):
    return HEADER + "".join(f"2024-05,{label(place)},5\n" for place in range(count))


MEMORY = {
    "a million labels": (lambda: values(1_000_000, lambda place: f"v{place}"), NEW),
    "900,000 long labels": (lambda: values(900_000, lambda place: f"日本語{place:023}"), NEW),
    "20,000 labels of 4,000 bytes": (lambda: values(20_000, lambda place: f"{place:06}" + "x" * 3_990), NEW),
    "a million labels in two columns": (
        lambda: "Month,A,B,C,Count\n" + "".join(f"2024-05,a{place},b{place},0,5\n" for place in range(700_000)), WIDE),
    "a million labels of signs": (
        lambda: values(1_000_000, lambda place: "".join("*+#-=<>%"[place >> 3 * digit & 7] for digit in range(7))), NEW),
    "half a million pairs that are alike": (
        lambda: values(1_000_000, lambda place: f"{'A' if place % 2 else 'a!'}{place // 2}{'' if place % 2 else '?'}"), NEW),
    "four million rows of one month": (
        lambda: "Month,A,B,C,Count\n"
        + "".join(f"2024-05,{place % 190},{place // 190 % 500},{place // 95_000},5\n" for place in range(4_000_000)), WIDE),
}


@pytest.mark.torture
@pytest.mark.parametrize("name", MEMORY)
def test_memory_of_imports(world, name):
    """However many values and rows there are, and however long: an import and its rehearsal take 256 MiB in all."""
    contents, options = MEMORY[name]
    path = world.write("large.csv", contents())
    for more in (("--dry-run",), ()):
        use = used(world, "import", path, *options, *more)
        print(f"{name} {' '.join(more)}: {use.memory / MEBIBYTE:.0f} MiB, {use.seconds:.1f} s of processors")
        assert use.memory <= MOST_MEMORY, f"{use.memory / MEBIBYTE:.0f} MiB"


def test_new_values_take_their_share(world):
    """Four times as many new values take about four times as long, and little memory each."""
    small, large = (
        used(world, "import", world.write(f"t{count}.csv", values(count, lambda place: f"{count} {place}")), *NEW)
        for count in (20_000, 80_000)
    )
    assert large.seconds / small.seconds < 7, (small, large)
    # The caches of SQLite fill meanwhile.
    assert (large.memory - small.memory - 16 * MEBIBYTE) / 60_000 < 700, (small, large)
