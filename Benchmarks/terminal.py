"""A program on a pseudo-terminal, with a clock."""

import os
import pty
import re
import select
import signal
import time

PATIENCE = 20
ESCAPES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\x1b\][^\x07]*\x07|\r")
# What some programs ask of a terminal, and what one that is black and whose cursor is at the top says.
ANSWERS = {
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?1;2c",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x07",
}


class Terminal:
    """Started by `fork`, so that the time from `exec` on can be told."""

    def __init__(self, command, environment):
        reading, writing = os.pipe()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            # The clock is the system's, so that the fork is not counted.
            # What was started in the background ignores Ctrl-C, and would hand that on.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.write(writing, time.perf_counter_ns().to_bytes(8, "big"))
            os.execve(command[0], command, environment)
        self.started = int.from_bytes(os.read(reading, 8), "big")
        for descriptor in (reading, writing):
            os.close(descriptor)
        self.written = b""

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        # Some programs are started by another one, which is all that `kill` would end.
        os.killpg(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)

    def type(self, keys):
        self.written = b""
        os.write(self.terminal, keys)

    def wait_for(self, text):
        """Waits until a text has been written; answers when, in nanoseconds."""
        end = time.monotonic() + PATIENCE
        while text not in ESCAPES.sub(b"", self.written):
            ready, _, _ = select.select([self.terminal], [], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError(f"{text!r} never came: {self.written!r}")
            chunk = os.read(self.terminal, 65536)
            self.written += chunk
            for question, answer in ANSWERS.items():
                if question in chunk:
                    os.write(self.terminal, answer)
        return time.perf_counter_ns()

    def seconds_until(self, keys, text):
        """The time from pressing keys until a text is on the screen."""
        self.type(keys)
        start = time.perf_counter_ns()
        return (self.wait_for(text) - start) / 1e9
