"""`tally serve`, spoken to a line at a time."""

import json
import subprocess


class Served:
    """A running server."""

    def __init__(self, world, *arguments):
        self.process = subprocess.Popen(
            [world.tally, "serve", "--stdio", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=world.environment(),
            cwd=world.folder,
        )
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self.close()

    def send(self, line):
        """Sends a line as it is."""
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def receive(self):
        return json.loads(self.process.stdout.readline())

    def request(self, method, parameters=None):
        """The whole answer to a request."""
        self.count += 1
        message = {"jsonrpc": "2.0", "id": self.count, "method": method}
        if parameters is not None:
            message["params"] = parameters
        self.send(json.dumps(message).encode())
        answer = self.receive()
        assert (answer["jsonrpc"], answer["id"]) == ("2.0", self.count)
        return answer

    def result(self, method, **parameters):
        answer = self.request(method, parameters)
        assert "error" not in answer, answer
        return answer["result"]

    def error(self, method, **parameters):
        answer = self.request(method, parameters)
        assert "result" not in answer, answer
        return answer["error"]

    def memory(self):
        """Resident memory in MiB."""
        with open(f"/proc/{self.process.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024

    def close(self):
        """Ends the input; the status and what was said beside the answers."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        status = self.process.wait(20)
        errors = "" if self.process.stderr.closed else self.process.stderr.read().decode()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()
        return status, errors
