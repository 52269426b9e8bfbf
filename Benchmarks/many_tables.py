"""Whether a question costs more the more tables there are: the shipped data beside the same with thousands more."""

import csv
import os
import re
import shutil
import subprocess
from functools import partial

TABLES = 3000
# Two that the generated tables could answer in part, and one that has nothing to do with them.
QUESTIONS = ["encounters by fy", "encounters for venezuela, southwest by fy", "removals by fy since 2010"]
# Each has figures of one value of each of these, so that a question of all is answered from none of them.
MEASURE, LIMITS = "encounters", ("sector", "citizenship", "demographic")


def measure(bench, project, heading, report):
    folder = bench.folder / "many"
    seed = folder / "seed"
    shutil.copytree(project / "seed", seed)
    shutil.copy(project / "schema.sql", folder)
    add_tables(seed)
    program = folder / "tally"
    shutil.copy(bench.tally, program)
    subprocess.run(
        [program, "build-database", "--seed", seed, "--output", folder / "tally.db"],
        env=bench.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    heading(f"with {TABLES:,} more tables (sqlite3: with those that are shipped), {bench.pairs} pairs")
    for question in QUESTIONS:
        more = partial(bench.process, [str(program), question], os.devnull)
        shipped = partial(bench.process, [bench.tally, question], os.devnull)
        report(question, *bench.side_by_side(more, shipped))
        if shutil.which("valgrind"):
            counts = [instructions(bench, path, question) for path in (str(program), bench.tally)]
            print(f"  instructions {counts[0]:>14,} {counts[1]:>14,} {counts[0] / counts[1]:12.3f}")
    shutil.rmtree(folder)


def instructions(bench, program, question):
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, question],
        env=bench.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
    )
    return int(re.search(r"Collected : (\d+)", run.stderr)[1])


def add_tables(seed):
    values = {name: [] for name in LIMITS}
    with open(seed / "catalog/members.csv", newline="") as file:
        for row in csv.DictReader(file):
            if row["dimension"] in values and row["id"] not in ("other", "unknown"):
                values[row["dimension"]].append(row["id"])
    with open(seed / "catalog/datasets.csv", newline="") as file:
        reader = csv.DictReader(file)
        columns, source = reader.fieldnames, next(reader)["source"]
    data = seed / "datasets/generated"
    data.mkdir()
    with open(seed / "catalog/datasets.csv", "a", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        for number in range(TABLES):
            key = f"generated-{number}"
            limits = {name: values[name][number // 7**place % len(values[name])] for place, name in enumerate(LIMITS)}
            writer.writerow({
                "id": key, "source": source, "title": f"Generated {number}", "time": "month", "measures": MEASURE,
                "scope": "; ".join(f"{name}={value}" for name, value in limits.items()),
                "from": "2024-01", "to": "2024-12", "rounding": 1, "absent": "unknown", "complete": "yes",
                "rank": 900, "status": "current",
            })
            rows = [f"2024-{month:02},{number + month}" for month in range(1, 13)]
            (data / f"{key}.csv").write_text("\n".join([f"month,{MEASURE}", *rows]) + "\n")
