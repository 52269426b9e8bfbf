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


def wait_until_open(process, path):
    """Until the program has a file open."""
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        for entry in pathlib.Path(f"/proc/{process.pid}/fd").glob("*"):
            try:
                if entry.resolve() == pathlib.Path(path).resolve():
                    return
            except OSError:
                pass
        time.sleep(0.002)
