"""Chromium by its pipe, for what it tells screen readers of a page."""

import dataclasses
import json
import os
import subprocess
import time


@dataclasses.dataclass
class Told:
    """One thing that a screen reader is told of, with the words inside of it."""

    role: str
    name: str
    level: int | None
    expanded: bool | None
    words: str


@dataclasses.dataclass
class Page:
    language: str
    nodes: list[Told]


class Browser:
    """A browser without a window, closed at the end of `with`."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.received, self.count = b"", 0

    def __enter__(self):
        asked, self.asking = os.pipe()
        self.answers, answering = os.pipe()

        def pipes():
            # What a process was given as 3 and 4 may be one of the pipes themselves.
            first, second = os.dup(asked), os.dup(answering)
            os.dup2(first, 3)
            os.dup2(second, 4)

        self.process = subprocess.Popen(
            [self.path, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
             f"--user-data-dir={self.folder}", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(asked)
        os.close(answering)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        os.close(self.asking)
        os.close(self.answers)

    def call(self, method, session=None, **parameters):
        """The result of a method of the protocol; events before it are passed over."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.asking, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.received:
                part = os.read(self.answers, 1 << 16)
                if not part:
                    raise EOFError("the browser ended")
                self.received += part
            one, self.received = self.received.split(b"\0", 1)
            answer = json.loads(one)
            if answer.get("id") == self.count:
                if "error" in answer:
                    raise ValueError(answer["error"])
                return answer["result"]

    def told(self, address):
        """What a screen reader is told of a page, in the order in which it is read."""
        target = self.call("Target.createTarget", url=address)["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        end = time.monotonic() + 20
        loaded = f"document.readyState == 'complete' && location.href == {json.dumps(address)}"
        while not self.value(loaded, session) and time.monotonic() < end:
            time.sleep(0.05)
        language = self.value("document.documentElement.lang", session)
        self.call("Accessibility.enable", session)
        nodes = self.call("Accessibility.getFullAXTree", session)["nodes"]
        return Page(language, list(self.listed(nodes)))

    def value(self, expression, session):
        return self.call("Runtime.evaluate", session, expression=expression)["result"].get("value")

    def listed(self, nodes):
        known = {node["nodeId"]: node for node in nodes}

        def words(node):
            if node.get("role", {}).get("value") == "StaticText":
                return node.get("name", {}).get("value", "")
            return " ".join(filter(None, (words(known[id]).strip() for id in node.get("childIds", []) if id in known)))

        def visit(node):
            role = node.get("role", {}).get("value", "")
            if not node.get("ignored") and role not in ("InlineTextBox", "StaticText", "ListMarker"):
                properties = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
                name = node.get("name", {}).get("value", "")
                yield Told(role, name, properties.get("level"), properties.get("expanded"), words(node))
            for id in node.get("childIds", []):
                if id in known:
                    yield from visit(known[id])

        yield from visit(nodes[0])
