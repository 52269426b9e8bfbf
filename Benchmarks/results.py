"""The ratios of earlier releases, so that a loss is seen: Benchmarks/results/RELEASE.json, with machine and date."""

import datetime
import json
import pathlib
import platform

FOLDER = pathlib.Path(__file__).parent / "results"


class Results:
    """The ratios of this run beside those of the newest release that was kept."""

    def __init__(self, folder=FOLDER):
        self.folder = folder
        self.heading = ""
        self.ratios = {}
        kept = [json.loads(path.read_text()) for path in folder.glob("*.json")]
        self.last = max(kept, key=lambda one: one["date"], default=None)

    def begin(self, heading):
        """The rows that follow belong to a heading; numbers of pairs may differ from run to run."""
        self.heading = heading.split(", ")[0]

    def add(self, row, ratio):
        """Remembers a ratio, and gives the one of the last release; `None` where there is none."""
        name = f"{self.heading}: {row}"
        self.ratios[name] = round(ratio, 3)
        return self.last and self.last["ratios"].get(name)

    def keep(self, release):
        """Writes this run as that of a release."""
        self.folder.mkdir(exist_ok=True)
        path = self.folder / f"{release}.json"
        kept = {"release": release, "date": f"{datetime.date.today()}", "machine": machine(), "ratios": self.ratios}
        path.write_text(json.dumps(kept, indent=2) + "\n")
        return path


def machine():
    """The processor, where the system tells it, and the system."""
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        processor = next(line.split(": ")[1] for line in lines if line.startswith("model name"))
        count = sum(line.startswith("processor") for line in lines)
        return f"{count} × {processor}, {platform.system()} {platform.release()}"
    except (OSError, StopIteration):
        return platform.platform()
