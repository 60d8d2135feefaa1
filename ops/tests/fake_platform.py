"""A platform for the gateway's tests: answers its questions, counts them, and can be away."""

import json
import threading
import time
from collections import Counter
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from shared.auth.gateway import GatewaySignatures, Purpose

SECRET = "g4Tq9-gateway-test-P2nR7yZ1wB5mK8v"
SITES = "/internal/v1/sites/"
ORIGINS = "/internal/v1/origins"
CONSOLE = "https://help.example.net"


class FakePlatform:
    """Knows ``sites`` (key to origins); ``trouble`` is what its answers to the gateway are like."""

    def __init__(self, sites: dict[str, list[str]]) -> None:
        """Serve on a port of its own."""
        self.sites = sites
        self.asked: Counter[str] = Counter()
        self.trouble: str | None = None
        """``refusing``, ``hanging`` or none."""
        self.signatures = GatewaySignatures(SECRET)
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.address = f"127.0.0.1:{self._server.server_port}"
        serving = partial(self._server.serve_forever, poll_interval=0.02)
        threading.Thread(target=serving, daemon=True).start()

    def close(self) -> None:
        """Stop it."""
        self.trouble = None
        self._server.shutdown()
        self._server.server_close()

    def answer(self, path: str) -> tuple[int, dict[str, Any]]:
        """Answer a question of the gateway's."""
        with self._lock:
            self.asked[path] += 1
        if self.trouble == "hanging":
            time.sleep(2)
        if self.trouble:
            return 503, {"code": "store_unavailable"}
        if path == ORIGINS:
            every = sorted({one for origins in self.sites.values() for one in origins})
            return 200, {"origins": every, "console": [CONSOLE]}
        key = path.removeprefix(SITES)
        if key not in self.sites:
            return 404, {"code": "site_unknown"}
        return 200, {"site_id": site_id(key), "origins": self.sites[key]}


def site_id(key: str) -> str:
    """The id of a site, made of its key."""
    return str(uuid5(NAMESPACE_URL, key))


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 512


def _handler(platform: FakePlatform) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            path = self.path.partition("?")[0]
            is_question = path.startswith("/internal/")
            purpose = Purpose.LOOKUP if is_question else Purpose.REQUEST
            headers = {name.lower(): value for name, value in self.headers.items()}
            trouble = platform.signatures.trouble(purpose, self.command, path, headers)
            if trouble:
                self._say(403, {"code": "gateway_required", "message": trouble})
            elif is_question:
                self._say(*platform.answer(path))
            else:  # what came through, to be looked at
                seen = {"path": self.path, "headers": headers, "body": body.decode()}
                self._say(200, seen)

        do_POST = do_GET  # noqa: N815 (the name is the library's)
        do_OPTIONS = do_GET  # noqa: N815

        def _say(self, status: int, body: dict[str, Any]) -> None:
            content = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler
