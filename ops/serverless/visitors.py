"""What visitors do behind LocalStack's API Gateway: one by HTTP alone, one in a browser."""

import gzip
import http.server
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Page, expect, sync_playwright

from ops.docker.proof.shell import ProofFailedError
from ops.embedded.layout import ROOT
from ops.embedded.ports import LOOPBACK
from shared.tests.test_files import png
from tests.journeys.conftest import ARGUMENTS, CHROMIUM
from tests.journeys.product import Product
from tests.journeys.widget_page import WidgetPage
from tests.plain_http import no_authorities

_ANSWERED = 60.0
_EXPECT_MS = 30_000
_KNOWN_AFTER = 16.0
"""Seconds until functions see that a site has changed: 15 at most (docs/serverless.md)."""
_GZIP = b"\x1f\x8b"
_VISITOR = "/api/v1/visitor"
_QUESTION = "VPN не подключается из дома"
_PAGE = (
    "<!doctype html><title>A page with functions behind it</title>"
    '<script src="{script}" data-site-key="{key}" async></script>'
)


class Caller:
    """A visitor who has HTTP and nothing else."""

    def __init__(self, base: str, product: Product) -> None:
        """Take the address below which the functions are; the site's page is the demo's."""
        headers = {"Origin": product.origin}
        self._http = httpx.Client(
            base_url=base, timeout=40, headers=headers, verify=no_authorities()
        )
        self._key = product.site_key
        self.conversation_id, self._cursor = "", ""

    def walk(self) -> Iterator[str]:
        """Do all that a widget does, yielding a sentence for each thing that was seen."""
        self._preflight()
        yield "a page of the site may call, one of another site may not"
        self._script()
        yield "widget.js comes as it was built, to who takes gzip and to who does not"
        self.begin()
        yield "a session begins"
        spent = self._waits()
        yield f"a poll with nothing to tell waits: {spent:.1f} s of 3"
        self._says(_QUESTION)
        yield f"{_QUESTION!r} is answered: {self._answer()[:60]!r}"
        self._file()
        yield "a picture goes up and comes back the same"

    def begin(self) -> None:
        """Begin a session."""
        opened = self._ok(self._http.post(f"{_VISITOR}/sessions", json={"site_key": self._key}))
        self._http.headers["Authorization"] = f"Bearer {opened['token']}"
        self.conversation_id = opened["conversation_id"]

    def poll(self, wait: float = 0) -> list[dict[str, Any]]:
        """Return what came since the last poll."""
        told = {"wait": str(wait)} | ({"cursor": self._cursor} if self._cursor else {})
        body = self._ok(self._http.get(f"{_VISITOR}/events", params=told))
        self._cursor = body["cursor"]
        events: list[dict[str, Any]] = body["events"]
        return events

    def _preflight(self) -> None:
        for origin, status in ((self._http.headers["Origin"], 200), ("http://evil.example", 400)):
            asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
            got = self._http.options(f"{_VISITOR}/sessions", headers=asked)
            allowed = got.headers.get("access-control-allow-origin")
            if (got.status_code, allowed) != (status, origin if status == 200 else None):
                raise ProofFailedError(f"{origin} is answered {got.status_code}, {allowed}")

    def _script(self) -> None:
        built = (ROOT / "widget" / "dist" / "widget.js").read_bytes()
        for packing in ("gzip", "identity"):
            with self._http.stream(
                "GET", "/widget.js", headers={"Accept-Encoding": packing}
            ) as got:
                content = b"".join(got.iter_raw())
            is_packed = got.headers.get("content-encoding") == "gzip"
            if is_packed and content.startswith(_GZIP):
                content = gzip.decompress(content)
            if built not in content:
                raise ProofFailedError(f"widget.js, {packing}: {content[:80]!r}")

    def _waits(self) -> float:
        self.poll()
        began = time.monotonic()
        events, spent = self.poll(3), time.monotonic() - began
        if events or not 2.5 < spent < 6:
            raise ProofFailedError(f"a poll of 3 s took {spent:.1f} s and brought {events}")
        return spent

    def _says(self, text: str) -> None:
        said = {"client_message_id": secrets.token_hex(16), "text": text}
        body = {"event": "message.send", "data": said}
        ack = self._ok(self._http.post(f"{_VISITOR}/commands", json=body))
        if not ack["ok"]:
            raise ProofFailedError(f"the message is not taken: {ack}")

    def _answer(self) -> str:
        until = time.monotonic() + _ANSWERED
        while time.monotonic() < until:
            for one in self.poll(20):
                if one["event"] == "message.completed":
                    return str(one["data"]["message"]["text"])
        raise ProofFailedError(f"no answer in {_ANSWERED:.0f} s")

    def _file(self) -> None:
        picture, files = png(32, 20), f"{_VISITOR}/attachments"
        kind = {"Content-Type": "application/octet-stream"}
        told = {"name": "picture.png"}
        kept = self._ok(self._http.post(files, params=told, content=picture, headers=kind))
        wanted = {"Accept": "application/octet-stream"}
        got = self._http.get(f"{files}/{kept['id']}", headers=wanted)
        if got.content != picture:
            raise ProofFailedError(f"the picture comes back as {got.content[:80]!r}")

    @staticmethod
    def _ok(reply: httpx.Response) -> dict[str, Any]:
        if reply.status_code != 200:
            where = f"{reply.request.method} {reply.request.url.path}"
            raise ProofFailedError(f"{where} is answered {reply.status_code}: {reply.text[:500]}")
        body: dict[str, Any] = reply.json()
        return body


def browse(script: str, product: Product, folder: Path) -> Iterator[str]:
    """Open a page of somebody else with the widget in Chromium, ask, and read the answer."""
    expect.set_options(timeout=_EXPECT_MS)
    page = _PAGE.format(script=script, key=product.site_key)
    (folder / "index.html").write_text(page, encoding="utf-8")
    with _served(folder) as origin, product.also_at(origin), sync_playwright() as playwright:
        # Where a container has read the site a moment ago, the page's origin would be refused.
        time.sleep(_KNOWN_AFTER)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        opened = browser.new_context(locale="ru-RU").new_page()
        yield from _asks(opened, origin, product)
        browser.close()


def _asks(page: Page, origin: str, product: Product) -> Iterator[str]:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visitor = WidgetPage(page, origin)
    page.goto(f"{origin}/")
    visitor.open()
    visitor.send(_QUESTION)
    visitor.await_answers(1)
    text = visitor.messages("agent").inner_text().splitlines()[0]
    yield f"the widget of a page at {origin} shows the answer of {text!r} in Chromium"
    elsewhere = [url for url in asked if url.startswith(product.base_url) or "socket.io" in url]
    if elsewhere:
        raise ProofFailedError(f"the widget has asked past the gateway: {elsewhere[:3]}")
    product.await_messages(visitor.conversation_id, ["visitor", "agent"])
    yield "PostgreSQL keeps both messages; nothing went past the gateway, no Socket.IO was tried"


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer((LOOPBACK, 0), handler) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://{LOOPBACK}:{site.server_port}"
        site.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""
