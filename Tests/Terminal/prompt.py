"""The program on a pseudo-terminal, as somebody who types sees it."""

import re
import signal
import time

import pexpect

# What moves the cursor or styles, and what says where words lead to.
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
# Bracketed paste is switched on when a line begins to be read: only then is the program ready.
READY = r"\x1b\[\?2004h(tally> |  \.\.\.> )"
PATIENCE = 15

ENTER = "\r"
TAB = "\t"
UP = "\x1b[A"
DOWN = "\x1b[B"
LEFT = "\x1b[D"
RIGHT = "\x1b[C"
DELETE = "\x1b[3~"
BACKSPACE = "\x7f"
ESCAPE = "\x1b"


def control(letter):
    """The key of Ctrl and a letter."""
    return chr(ord(letter.upper()) - 64)


def plain(text):
    """Text without its escape sequences and carriage returns."""
    return CONTROL.sub("", text).replace("\r", "")


class Prompt:
    """What is typed goes in, what is written comes out."""

    def __init__(self, command, environment, folder, columns, rows, is_plain):
        self.child = pexpect.spawn(
            command[0], command[1:], env=environment, cwd=str(folder), encoding="utf-8",
            dimensions=(rows, columns), timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0
        self.first = None if is_plain else self.next_prompt()

    def type(self, keys):
        """Presses keys and waits for nothing."""
        self.child.send(keys)

    def next_prompt(self):
        """Waits until the next line is read; answers everything written until then."""
        self.child.expect(READY)
        self.shown = self.child.match.group(1)
        return self.child.before

    def ask(self, question):
        """Types a question; answers what was written after its line."""
        self.type(question + ENTER)
        self.expect(r"\x1b\[\?2004l")
        return self.next_prompt()

    def expect(self, pattern, timeout=PATIENCE):
        """Waits for a pattern; answers what was written before it."""
        self.child.expect(pattern, timeout=timeout)
        return self.child.before

    def expect_text(self, text):
        return self.expect(re.escape(text))

    def line_after(self, keys):
        """The line that keys leave, as the history keeps it; Ctrl-A and `.` make it an unknown command.

        That is how the program itself says what it read, whatever the screen shows.
        """
        self.type(keys + control("a") + ".x" + ENTER)
        self.expect(r"\x1b\[\?2004l")
        reply = plain(self.next_prompt())
        match = re.search(r"^  \.x(.*)$", reply, re.MULTILINE)
        assert match, reply
        return match.group(1)

    def written_within(self, seconds):
        """All that is written in a time: for claims about what does not happen."""
        written, end = "", time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                written += self.child.read_nonblocking(65536, timeout=0.02)
            except pexpect.TIMEOUT:
                continue
            except pexpect.EOF:
                break
        return written

    def leave(self, keys=control("d")):
        """Leaves with Ctrl-D; answers the exit status."""
        self.type(keys)
        return self.end()

    def end(self):
        """Waits for the end; answers the exit status."""
        self.rest = self.expect(pexpect.EOF)
        self.child.wait()
        self.child.close()
        return self.child.exitstatus

    def close(self):
        """Ends the program if it still runs, at once."""
        if not self.child.closed and self.child.isalive():
            self.child.kill(signal.SIGKILL)
            self.child.wait()
        self.child.close()
