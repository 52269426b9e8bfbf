"""`tally serve`: a thousand plain questions to one process."""

import json
import statistics
import subprocess
import sys
import time

COUNT = 1000
PLACES = ["mexico", "guatemala", "honduras", "el salvador", "cuba", "haiti", "venezuela", "brazil"]
QUESTIONS = (
    [f"removals for {place} in fy{year}" for place in PLACES for year in range(2013, 2023)]
    + [f"removals by fy since {year}" for year in range(2000, 2020)]
    + [f"encounters for southwest in fy{year}" for year in range(2014, 2024)]
)
FORMATS = ["report", "json", "table"]


def measure(bench):
    """The median from a line sent to the line that answers it, and the memory of the process at the end."""
    print(f"\n{f'serve, {COUNT} plain questions':<56}{'median':>10}{'memory':>10}")
    for form in FORMATS:
        with subprocess.Popen(
            [bench.tally, "serve", "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=bench.environment
        ) as process:
            seconds = [answered(process, number, form) for number in range(COUNT)]
            print(f"{form:<56}{statistics.median(seconds) * 1000:7.2f} ms{memory(process):>10}")
            process.stdin.close()


def answered(process, number, form):
    parameters = {"question": QUESTIONS[number % len(QUESTIONS)], "format": form}
    line = json.dumps({"id": number, "method": "ask", "params": parameters}).encode() + b"\n"
    start = time.perf_counter()
    process.stdin.write(line)
    process.stdin.flush()
    answer = process.stdout.readline()
    seconds = time.perf_counter() - start
    if b'"result"' not in answer:
        sys.exit(f"failed: {answer.decode()}")
    return seconds


def memory(process):
    """What is resident, where the system tells it."""
    try:
        with open(f"/proc/{process.pid}/status") as status:
            row = next(row for row in status if row.startswith("VmRSS"))
        return f"{int(row.split()[1]) / 1024:6.1f} MiB"
    except OSError:
        return "–"
