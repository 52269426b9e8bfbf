"""Random tables are imported, asked, and compared with the sums of their CSV: Fuzz/imports.py SECONDS [SEED].

`TALLY` names the program, beside which its database lies or is built.
"""

import collections
import csv
import io
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

TALLY = os.environ["TALLY"]
LABELS = ["<18", "18", "18+", "A", "a", "A-", "*", "-", "日本", "café", 'a "b"', "a,b", " c", "x\ny", "é", "x" * 300, "Ω", "0", "unknown"]


def table(dice):
    """Rows of a month, a label and a figure, in one of the ways that files are written."""
    labels = dice.sample(LABELS, dice.randint(1, len(LABELS)))
    months = [f"{year}-{month:02}" for year in range(2019, 2025) for month in range(1, 13)]
    months = dice.sample(months, dice.randint(1, len(months)))
    largest = dice.choice([9, 10_000, 10**12])
    rows = [
        (dice.choice(months), dice.choice(labels), dice.randint(0, largest))
        for _ in range(dice.choice([1, 10, 300, 40_000]))
    ]
    if dice.random() < 0.5:
        rows.sort()
    return rows


def written(rows, dice):
    text = io.StringIO()
    writer = csv.writer(
        text,
        delimiter=dice.choice(",;\t|"),
        lineterminator=dice.choice(["\n", "\r\n"]),
        quoting=dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    )
    writer.writerow(["Month", "Court", "N"])
    writer.writerows(rows)
    mark = "\ufeff" if dice.random() < 0.3 else ""
    return (mark + text.getvalue()).encode()


def same_label(label):
    """What the program takes for one label: letters of either case, without spaces around."""
    return label.strip().replace("\n", " ").lower()


def run(home, *arguments):
    environment = dict(os.environ, XDG_DATA_HOME=str(home), LC_ALL="C.UTF-8")
    return subprocess.run([TALLY, *arguments], env=environment, cwd=home, capture_output=True, text=True)


def compare(dice, home):
    rows = table(dice)
    path = home / "table.csv"
    path.write_bytes(written(rows, dice))
    done = run(
        home, "import", str(path), "--new-dimension", "court", "--new-measure", "hearings here:cases:flow", "--measure",
        "hearings here=N", "--by", "month=Month,court=Court", "--add-values", "--as", "fuzz",
    )
    assert done.returncode == 0, done.stderr
    by_month, by_label = collections.Counter(), collections.Counter()
    for month, label, number in rows:
        by_month[month] += number
        by_label[same_label(label)] += number
    asked = run(home, "--format", "csv", "hearings here by month")
    answered = {row[0]: int(row[1]) for row in list(csv.reader(io.StringIO(asked.stdout)))[1:] if row[1] != ""}
    assert answered == dict(by_month), (answered, by_month)
    asked = run(home, "--format", "csv", "hearings here by court")
    sums = sorted(int(row[1]) for row in list(csv.reader(io.StringIO(asked.stdout)))[1:])
    assert sum(sums) == sum(by_label.values()), (asked.stdout[:500], by_label)
    assert sums == sorted(by_label.values()), (asked.stdout[:500], by_label)


def main(seconds, seed):
    end = time.monotonic() + seconds
    count = 0
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as home:
            try:
                compare(random.Random(seed + count), pathlib.Path(home))
            except AssertionError as difference:
                sys.exit(f"tables: Fuzz/imports.py 1 {seed + count}: {difference}")
        count += 1
    print(f"tables: {count} imported and compared, from {seed} on")


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**9))
