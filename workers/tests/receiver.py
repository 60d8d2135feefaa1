"""A real receiver of webhooks on this machine; what it was sent, and what it is to answer."""

import base64
import hashlib
import hmac
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Barrier, BrokenBarrierError, Event, Thread
from typing import Any

import orjson


@dataclass(slots=True)
class Received:
    """One request."""

    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> dict[str, Any]:
        """What it tells."""
        told: dict[str, Any] = orjson.loads(self.body)
        return told

    def is_signed_with(self, secret: str) -> bool:
        """Whether a receiver that knows ``secret`` believes it, as the specification has it."""
        key = base64.b64decode(secret.removeprefix("whsec_"))
        name, stamp = self.headers["webhook-id"], self.headers["webhook-timestamp"]
        digest = hmac.digest(key, f"{name}.{stamp}.".encode() + self.body, hashlib.sha256)
        wanted = "v1," + base64.b64encode(digest).decode()
        is_recent = abs(time.time() - int(stamp)) < 300
        return is_recent and wanted in self.headers["webhook-signature"].split(" ")


@dataclass(slots=True)
class Receiver:
    """The server's memory; ``statuses`` are given one after the other, then ``status``."""

    port: int
    status: int = 200
    statuses: list[int] = field(default_factory=list)
    answer: bytes = b"ok"
    headers: dict[str, str] = field(default_factory=dict)
    received: list[Received] = field(default_factory=list)
    silence: Event | None = None
    """While it is not set nothing is answered."""
    together: Barrier | None = None
    """The first requests are answered when so many are there; broken if they never are."""

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/hook"

    def types(self) -> list[str]:
        """What it was told, in order."""
        return [one.event["type"] for one in self.received]


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Listen until the test ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            receiver.received.append(Received(headers, body))
            if receiver.silence is not None:
                receiver.silence.wait(30)
            if (
                receiver.together is not None
                and len(receiver.received) <= receiver.together.parties
            ):
                with suppress(BrokenBarrierError):
                    receiver.together.wait(0.8)
            self.send_response(receiver.statuses.pop(0) if receiver.statuses else receiver.status)
            for name, value in receiver.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(receiver.answer)

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    receiver = Receiver(server.server_address[1])
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield receiver
    finally:
        if receiver.silence is not None:
            receiver.silence.set()
        server.shutdown()
        server.server_close()
        thread.join()
