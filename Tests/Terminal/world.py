"""One user's surroundings, and the three ways to meet the program in them."""

import dataclasses
import os
import shutil
import subprocess

from prompt import Prompt
from screen import Screen

# No question, however odd, takes longer; and a machine that is busy takes its time.
PATIENCE = 20


@dataclasses.dataclass
class Result:
    status: int
    output: str
    errors: str


class World:
    """A home, an environment with nothing else in it, and whatever was started there."""

    def __init__(self, folder, tally, database):
        self.folder = folder
        self.tally = tally
        self.database = database
        self.home = folder / "home"
        self.history = self.home / "state/tally/history"
        self.cache = self.home / "cache/tally"
        self.home.mkdir()
        self.started = []

    def environment(self, changes=None):
        """The variables the program sees; a change to `None` takes one away."""
        variables = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_STATE_HOME": str(self.home / "state"),
            "XDG_CACHE_HOME": str(self.home / "cache"),
            "XDG_DATA_HOME": str(self.home / "data"),
            "TALLY_DATABASE": str(self.database),
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            # An answer that does not fit waits for nobody; test_pager.py has real ones.
            "PAGER": "cat",
            # A crash shall end at once instead of drawing a picture of itself.
            "SWIFT_BACKTRACE": "enable=no",
        }
        variables.update(changes or {})
        return {name: str(value) for name, value in variables.items() if value is not None}

    def run(self, *arguments, given=b"", changes=None, program=None, timeout=PATIENCE, **more):
        """Runs the program without a terminal."""
        done = subprocess.run(
            [program or self.tally, *arguments],
            input=None if "stdin" in more else given,
            stdout=more.pop("stdout", subprocess.PIPE),
            stderr=subprocess.PIPE,
            env=self.environment(changes),
            cwd=more.pop("cwd", self.folder),
            timeout=timeout,
            **more,
        )
        return Result(done.returncode, (done.stdout or b"").decode(), done.stderr.decode())

    def prompt(self, *arguments, changes=None, columns=80, rows=24, is_plain=False):
        """Opens the program on a terminal and waits for its prompt."""
        command = [str(self.tally), *map(str, arguments)]
        prompt = Prompt(command, self.environment(changes), self.folder, columns, rows, is_plain)
        self.started.append(prompt)
        return prompt

    def screen(self, command=None, changes=None, columns=80, rows=24):
        """Opens the program, or another command, in tmux, whose screen can be read."""
        changes = {"TERM": None, **(changes or {})}
        command = command or [str(self.tally)]
        screen = Screen(command, self.environment(changes), self.folder, columns, rows)
        self.started.append(screen)
        return screen

    def write(self, name, contents):
        """Writes a file into the folder of the test."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
        return path

    def copy_program(self, folder):
        """Copies the program alone into a folder, away from the clone."""
        folder.mkdir(parents=True, exist_ok=True)
        return shutil.copy(self.tally, folder / "tally")

    def close(self):
        for started in self.started:
            started.close()
