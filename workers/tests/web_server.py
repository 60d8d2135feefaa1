"""A real web server on this machine, and a DNS in which its names are."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx

from workers.web.addresses import AddressBook
from workers.web.fetch import Fetcher, Manners, Time
from workers.web.urls import parse_url

HOST = "docs.test"


@dataclass(slots=True)
class Answer:
    """What the server says at a path."""

    body: bytes | str = b""
    type: str = "text/html"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Site:
    """The pages of the server; those it was asked for, with what it was told."""

    port: int
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = HOST) -> httpx.URL:
        """An address on the server."""
        return parse_url(f"http://{host}:{self.port}{path}")

    def addresses(self, **names: str) -> AddressBook:
        """A DNS with the server's name in it; tests allow the server's own address."""
        known = {HOST: "127.0.0.1", f"www.{HOST}": "127.0.0.1", **names}

        def resolve(host: str, _: int) -> list[str]:
            if host not in known:
                raise socket.gaierror(host)
            return [known[host]]

        return AddressBook(resolve, lambda address: address == "127.0.0.1", (80, 443, self.port))

    def fetcher(self, manners: Manners | None = None, clock: Time | None = None) -> Fetcher:
        """A fetcher that reaches the server, without pauses."""
        return Fetcher(self.addresses(), manners or Manners(delay=0), clock, "https://help.test")


@contextmanager
def serving() -> Iterator[Site]:
    """Serve until the test ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            answer = site.pages.get(self.path, Answer(status=404))
            body = answer.body.encode() if isinstance(answer.body, str) else answer.body
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Be quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
