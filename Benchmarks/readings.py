"""Reading lines in people's own words: what it costs beside the same questions in the language."""

import json
import pathlib
import resource
import subprocess
import sys

ROUNDS = 5
AIM = 2


def measure(bench, project: pathlib.Path):
    """The processor time of a process that answers all lines as they are typed, less that of one that answers what they mean."""
    rows = (project / "Tests/ReadingTests/Pairs/read.tsv").read_text().splitlines()
    pairs = [row.split("\t")[:2] for row in rows]
    pairs = [pair for pair in pairs if all(answers(bench, text) for text in pair)]
    own, language = (
        min(spent(bench, [pair[side] for pair in pairs]) for _ in range(ROUNDS)) for side in (0, 1)
    )
    print(f"\n{f'reading, {len(pairs)} lines in own words':<56}{'each':>10}{'aim':>10}")
    print(f"{'processor time beside the language':<56}{(own - language) / len(pairs) * 1000:7.2f} ms{AIM:>7} ms")


def request(number, text):
    parameters = {"question": text, "format": "json", "free": True}
    return json.dumps({"id": number, "method": "ask", "params": parameters}) + "\n"


def spent(bench, lines):
    """The processor seconds of a process from its start to its end, all lines answered."""
    text = "".join(request(number, line) for number, line in enumerate(lines))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [bench.tally, "serve", "--stdio"], input=text.encode(), stdout=subprocess.DEVNULL, env=bench.environment, check=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def answers(bench, text):
    done = subprocess.run(
        [bench.tally, "serve", "--stdio"], input=request(0, text).encode(), capture_output=True, env=bench.environment
    )
    if done.returncode:
        sys.exit(f"failed: {done.stderr.decode()}")
    return b'"result"' in done.stdout
