"""A real HTTP server on loopback that speaks the OpenAI protocol as it is told to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Script = Callable[["Reply"], None]


@dataclass
class ModelServer:
    """What the server was asked, and how it answers: one script a request, the last one stays."""

    scripts: list[Script]
    models: tuple[str, ...] = ("base",)
    key: str | None = None
    lists_models: bool = True
    url: str = ""
    requests: list[dict[str, Any]] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)
    arrived: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    def next_script(self) -> Script:
        return self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]


class Reply:
    """One request being answered."""

    def __init__(self, server: ModelServer, handler: BaseHTTPRequestHandler) -> None:
        self.server = server
        self.body = server.requests[-1]
        self._handler = handler

    def status(self, status: int, body: str = "{}", **headers: str) -> None:
        self._handler.send_response(status)
        for name, value in {"Content-Type": "application/json", **headers}.items():
            self._handler.send_header(name.replace("_", "-"), value)
        self._handler.send_header("Content-Length", str(len(body.encode())))
        self._handler.end_headers()
        self._handler.wfile.write(body.encode())

    def begin(self) -> None:
        self._handler.send_response(200)
        self._handler.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._handler.send_header("Connection", "close")
        self._handler.end_headers()

    def raw(self, text: str) -> None:
        """Write as it stands; notes when the other side has gone."""
        try:
            self._handler.wfile.write(text.encode())
            self._handler.wfile.flush()
        except OSError:
            self.server.hung_up.set()
            raise

    def event(self, **chunk: object) -> None:
        self.raw(f"data: {json.dumps(chunk)}\n\n")

    def say(self, text: str) -> None:
        self.event(choices=[{"index": 0, "delta": {"content": text}, "finish_reason": None}])

    def end(self, reason: str = "stop") -> None:
        self.event(choices=[{"index": 0, "delta": {}, "finish_reason": reason}])
        self.event(choices=[], usage={"prompt_tokens": 321, "completion_tokens": 45})
        self.raw("data: [DONE]\n\n")


def answer(text: str, reason: str = "stop", pause: float = 0.0) -> Script:
    """Say a text in pieces of three characters."""

    def script(reply: Reply) -> None:
        reply.begin()
        reply.event(choices=[{"index": 0, "delta": {"role": "assistant", "content": ""}}])
        reply.raw(": keep-alive\n\n")
        for place in range(0, len(text), 3):
            time.sleep(pause)
            reply.say(text[place : place + 3])
        reply.end(reason)

    return script


def refuse(status: int, **headers: str) -> Script:
    """Answer with a status, and a body that repeats the visitor's words as some servers do."""
    return lambda reply: reply.status(status, json.dumps(reply.body), **headers)


def drop(after: str = "") -> Script:
    """Say something and close the connection."""

    def script(reply: Reply) -> None:
        reply.begin()
        if after:
            reply.say(after)

    return script


def hang(after: str = "", seconds: float = 20.0) -> Script:
    """Say something and then nothing, with the connection open."""

    def script(reply: Reply) -> None:
        reply.begin()
        if after:
            reply.say(after)
        reply.server.release.wait(seconds)

    return script


def trickle(comments: bool) -> Script:  # noqa: FBT001
    """Keep the connection alive for ever, with comments or with words."""

    def script(reply: Reply) -> None:
        reply.begin()
        with suppress(OSError):
            while not reply.server.release.wait(0.02):
                reply.raw(": ping\n\n") if comments else reply.say("слово ")

    return script


@contextmanager
def serving(*scripts: Script, **options: Any) -> Iterator[ModelServer]:  # noqa: ANN401
    """Run a server on a port of its own."""
    state = ModelServer(list(scripts), **options)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_known = self.path == "/v1/models" and state.lists_models
            body = json.dumps({"object": "list", "data": [{"id": id_} for id_ in state.models]})
            self._plain(200 if is_known else 404, body if is_known else "{}")

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            state.requests.append(body | {"_path": self.path})
            state.arrived.set()
            given = self.headers.get("Authorization")
            if state.key and given != f"Bearer {state.key}":
                self._plain(401, json.dumps(body))
            elif body["model"] not in state.models:
                self._plain(404, json.dumps(body))
            else:
                with suppress(OSError):
                    state.next_script()(Reply(state, self))

        def _plain(self, status: int, body: str) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield state
    finally:
        state.release.set()
        server.shutdown()
        server.server_close()
        thread.join()
