"""When a program has come so far that a signal means something."""

import pathlib
import re
import time

PATIENCE = 20


def wait_until_caught(process, number):
    """Until the program has begun to listen to a signal: on a busy machine that takes longer."""
    status = pathlib.Path(f"/proc/{process.pid}/status")
    end = time.monotonic() + PATIENCE
    while status.exists() and process.poll() is None and time.monotonic() < end:
        caught = re.search(r"SigCgt:\s*(\w+)", status.read_text())
        if caught and int(caught[1], 16) >> (number - 1) & 1:
            return
        time.sleep(0.002)
