"""Runs the program while one call to the system fails: failing.c, compiled once."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

SOURCE = pathlib.Path(__file__).with_name("failing.c")
# All moments instead of some: `make torture`.
IS_TORTURE = "TORTURE" in os.environ


def library(folder):
    """The compiled library, or none where that cannot be."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("calls are made to fail on Linux with a C compiler")
    path = folder / "failing.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", path, SOURCE, "-ldl"]
    if not path.exists():
        subprocess.run(command, check=True)
    return path


class Failing:
    """One user whose program meets a failure."""

    def __init__(self, world, folder):
        self.world = world
        self.library = library(folder)

    def variables(self, call, at):
        return {
            "LD_PRELOAD": self.library,
            "FAILING_CALL": call,
            "FAILING_AT": at,
            "FAILING_COUNT": self.world.folder / "count",
        }

    def run(self, call, at, *arguments, **more):
        return self.world.run(*arguments, changes=self.variables(call, at), **more)

    def number(self, call, *arguments, **more):
        """How many calls a run makes that meets no failure."""
        result = self.run(call, 0, *arguments, **more)
        assert result.status == 0, result.errors
        count = self.world.folder / "count"
        if not count.exists():
            pytest.skip("the program takes no libraries before it: it is static")
        return int(count.read_text())


def moments(count, most):
    """From 1 to a number: all of them, or some that are spread evenly, with both ends."""
    if IS_TORTURE or count <= most:
        return range(1, count + 1)
    return sorted({1 + place * (count - 1) // (most - 1) for place in range(most)})
