"""How much a run of the program takes: memory, and time of processors."""

import dataclasses
import sys

# Children of the tests themselves begin with the memory that the tests have; those of a small program do not.
MEASURE = """
import os, sys
child = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
open(sys.argv[1], "w").write(f"{memory} {usage.ru_utime + usage.ru_stime}")
sys.exit(os.waitstatus_to_exitcode(status))
"""


@dataclasses.dataclass
class Use:
    """The most memory that a run had, in bytes, and how long processors worked, in seconds."""

    memory: int
    seconds: float


def run_measured(world, *arguments, timeout=20):
    """Runs the program; answers its result and what it took."""
    report = world.folder / "use"
    command = ["-S", "-E", "-c", MEASURE, report, world.tally, *arguments]
    result = world.run(*command, program=sys.executable, timeout=timeout)
    memory, seconds = report.read_text().split()
    report.unlink()
    return result, Use(int(memory), float(seconds))
