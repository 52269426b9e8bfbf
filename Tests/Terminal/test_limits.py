"""The bounds of docs/limits.md: each works at its number, and one above is told in the words of the page."""

import os
import re

import pytest

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
    """Names that stand for so many numbers, each of at most 200, and one measure."""
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


BOUNDS = {
    "columns": (30, asked(lambda n: names(n) + " in fy2022")),
    "operands": (200, asked(lambda n: "removals" + " + 1" * (n - 1) + " in fy2022")),
    "operands behind names": (400, named),
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
    "columns of a file": (1_000, imported(header)),
    "columns to break down by": (24, wide_run),
    "bytes of a value": (4_096, imported(lambda n: HEADER + "2024-05," + "x" * n + ",1\n", *BY, "--add-values")),
    "different values": (
        1_048_576,
        imported(lambda n: HEADER + "".join(f"2024-05,{place:x},1\n" for place in range(n)), *BY, "--add-values"),
    ),
    "lines to skip": (1_000, lambda world, n: world.run(
        "import", world.write("t.csv", "#\n" * n + HEADER + "2024-05,Mexico,1\n"), *BY, "--skip", str(n))),
    "rows of a header": (9, headed),
}

# These pass the bound and may then be refused for another reason.
ONLY_ABOVE = {"bytes of a word", "brackets"}
SLOW = {"different values", "bytes of a script"}


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
