"""The Runtime API of one container, asked by AWS's own runtime client (``awslambdaric``).

``next`` waits for an invocation and hands it out; ``response``, ``error`` and ``init/error`` bring
what became of it. One invocation at a time, as in AWS Lambda. Standard library alone.
"""

import json
import queue
import re
import threading
import time
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_VERSION = "/2018-06-01/runtime"
_ANSWER = re.compile(rf"{_VERSION}/invocation/([^/]+)/(response|error)")


@dataclass(frozen=True, slots=True)
class Invocation:
    """What a function is to do: ``seconds`` at most, as its timeout says."""

    request_id: str
    arn: str
    trace: str
    payload: bytes
    seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it; an error's payload is JSON with ``errorType`` and ``errorMessage``."""

    payload: bytes
    is_error: bool


@dataclass(frozen=True, slots=True)
class Begun:
    """The function's module is imported: it has asked for work."""


def failure(kind: str, message: str) -> Outcome:
    """Return what AWS answers when the function did not come to an answer of its own."""
    said = {"errorType": kind, "errorMessage": message}
    return Outcome(json.dumps(said).encode(), is_error=True)


class RuntimeApi:
    """The server, on a port of this machine; ``address`` is for ``AWS_LAMBDA_RUNTIME_API``."""

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self.address = f"127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def start(self) -> None:
        """Listen."""
        self._thread.start()

    def stop(self) -> None:
        """Listen no more; a function that asks now ends, and who has asked gets nothing."""
        self._server.invocations.put(None)
        self._server.shutdown()
        self._server.server_close()

    def beginning(self, seconds: float) -> Begun | Outcome | None:
        """Wait until the function's module is imported, or it was said why it cannot be."""
        try:
            return self._server.beginnings.get(timeout=seconds)
        except queue.Empty:
            return None

    def put(self, invocation: Invocation) -> None:
        """Hand an invocation out to who asks next."""
        self._server.waited_for = invocation.request_id
        self._server.invocations.put(invocation)

    def outcome(self, seconds: float) -> Outcome | None:
        """Wait for what became of it."""
        try:
            return self._server.outcomes.get(timeout=seconds)
        except queue.Empty:
            return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, *told: object) -> None:
        super().__init__(*told)  # type: ignore[arg-type]
        self.invocations: queue.Queue[Invocation | None] = queue.Queue()
        self.outcomes: queue.Queue[Outcome] = queue.Queue()
        self.beginnings: queue.Queue[Begun | Outcome] = queue.Queue()
        self.waited_for = ""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        if self.path != f"{_VERSION}/invocation/next":
            self._say(404)
            return
        self.server.beginnings.put(Begun())
        told = self.server.invocations.get()
        if told is None:
            self.close_connection = True
            return
        deadline = int((time.time() + told.seconds) * 1000)
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told.payload)))
        self.send_header("Lambda-Runtime-Aws-Request-Id", told.request_id)
        self.send_header("Lambda-Runtime-Deadline-Ms", str(deadline))
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", told.arn)
        self.send_header("Lambda-Runtime-Trace-Id", told.trace)
        self.end_headers()
        self.wfile.write(told.payload)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        if self.path == f"{_VERSION}/init/error":
            self.server.beginnings.put(Outcome(body, is_error=True))
            self._say(202)
        elif (found := _ANSWER.fullmatch(self.path)) and found[1] == self.server.waited_for:
            self.server.waited_for = ""
            self.server.outcomes.put(Outcome(body, is_error=found[2] == "error"))
            self._say(202)
        else:  # of an invocation that nobody waits for: AWS refuses it, too
            self._say(400)

    def _say(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing; the function's own log is what matters."""
