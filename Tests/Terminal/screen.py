"""The program in tmux: what a screen really shows, after wrapping, scrolling and resizing."""

import itertools
import os
import pathlib
import re
import subprocess
import time

PATIENCE = 15
NUMBERS = itertools.count()


class Screen:
    """A terminal of a given size on a tmux server of its own."""

    def __init__(self, command, environment, folder, columns, rows):
        self.server = f"tally-test-{os.getpid()}-{next(NUMBERS)}"
        variables = [f"{name}={value}" for name, value in environment.items()]
        self.tmux(
            "-f", "/dev/null", "new-session", "-d", "-s", "main", "-x", str(columns), "-y", str(rows),
            "-c", str(folder), "env", "-i", "TERM=screen-256color", *variables, *command,
        )

    def tmux(self, *arguments):
        command = ["tmux", "-u", "-L", self.server, *arguments]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=PATIENCE
        ).stdout

    def press(self, *keys):
        """Presses keys by their names: `C-c`, `Tab`, `Enter`."""
        self.tmux("send-keys", "-t", "main", *keys)

    def type(self, text):
        self.tmux("send-keys", "-t", "main", "-l", text)

    def paste(self, text):
        """Pastes as a terminal does, bracketed when the program asked for it."""
        self.tmux("set-buffer", "-b", "pasted", text)
        self.tmux("paste-buffer", "-p", "-b", "pasted", "-t", "main")

    def resize(self, columns, rows):
        self.tmux("resize-window", "-t", "main", "-x", str(columns), "-y", str(rows))

    @property
    def lines(self):
        """The rows on the screen, without the empty ones below."""
        return self.tmux("capture-pane", "-p", "-t", "main").rstrip("\n").split("\n")

    @property
    def cursor(self):
        column, row = self.tmux("display", "-p", "-t", "main", "#{cursor_x} #{cursor_y}").split()
        return int(column), int(row)

    def wait(self, condition, what="the screen expected"):
        """Waits until the rows satisfy a condition; answers them."""
        end = time.monotonic() + PATIENCE
        while True:
            lines = self.lines
            if condition(lines):
                return lines
            assert time.monotonic() < end, f"never came: {what}\n" + "\n".join(lines)
            time.sleep(0.02)

    def wait_for_last(self, *lines):
        """Waits until the screen ends with these rows; spaces at their ends do not count."""
        wanted = [line.rstrip() for line in lines]

        def is_there(rows):
            return [row.rstrip() for row in rows[-len(wanted):]] == wanted

        return self.wait(is_there, "\n".join(wanted))

    def wait_for_cursor(self, column):
        """Waits until the cursor is in a column: a screen is read while it is still being drawn."""
        return self.wait(lambda rows: self.cursor[0] == column, f"the cursor in column {column}")

    def wait_for(self, pattern):
        """Waits until a row matches a pattern."""
        return self.wait(lambda rows: any(re.search(pattern, row) for row in rows), pattern)

    def press_until(self, key, pattern):
        """Presses a key, again after each second, until a row matches a pattern."""
        end = time.monotonic() + PATIENCE
        while True:
            self.press(key)
            again = time.monotonic() + 1
            while time.monotonic() < again:
                if any(re.search(pattern, row) for row in self.lines):
                    return
                time.sleep(0.02)
            assert time.monotonic() < end, f"never came: {pattern}\n" + "\n".join(self.lines)

    def close(self):
        """Ends the server and takes away its socket, which tmux leaves behind."""
        socket = self.tmux("display", "-p", "-t", "main", "#{socket_path}").strip()
        self.tmux("kill-server")
        if socket:
            pathlib.Path(socket).unlink(missing_ok=True)
