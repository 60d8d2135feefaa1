"""The widget in a real browser behind an emulated API Gateway, where no Socket.IO can live."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place, _place
from handlers.tests.door import SECRET
from handlers.tests.poller import Worker
from tests.journeys.conftest import chromium
from tests.serverless.emulator import LOCALSTACK, REST, Emulator
from tests.serverless.events import http_v2, rest
from tests.serverless.function import Function
from tests.serverless.relays import AWS, RelayProcess

pytestmark = pytest.mark.journey

_PATIENCE_MS = 30_000
"""Functions begin cold, and share two cores with the browser."""
_WORDS = [f"слово{number} 🙂 " for number in range(60)]


class Site(BaseHTTPRequestHandler):
    """A page of somebody else, with the script that ``?script=`` names."""

    def do_GET(self) -> None:
        """Answer with the page."""
        script = parse_qs(urlsplit(self.path).query).get("script", [""])[0]
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        page = f'<!doctype html><html lang="ru"><title>Site</title><script src="{script}"></script>'
        self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield a browser; it ends with this file: the next one's tests may run an event loop."""
    with chromium() as started:
        yield started


@dataclass(frozen=True, slots=True)
class Cloud:
    """A gateway with its functions, and a page with the widget."""

    gateway: Emulator
    place: Place
    page: str


@pytest.fixture(params=["poll", "poll below a stage", "poll in LocalStack", "websocket"])
def cloud(
    request: pytest.FixtureRequest,
    services_folder: Path,
    database_url: str,
    redis_url: str,
    embedded_broker_url: str,
) -> Iterator[Cloud]:
    """Yield the serverless form, which talks with its visitors in one of its ways."""
    way, _, where = request.param.partition(" ")
    below = {"": "", "below a stage": REST, "in LocalStack": LOCALSTACK}[where]
    with ExitStack() as stack:
        site = stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), Site))
        threading.Thread(target=site.serve_forever, daemon=True).start()
        stack.callback(site.shutdown)
        origin = f"http://127.0.0.1:{site.server_port}"
        with Connection.connect(database_url, autocommit=True) as connection:
            place = _place(connection, f"widget-{way}-{len(below)}", origin)
        gateway = stack.enter_context(Emulator(shape=rest if below else http_v2, below=below))
        settings = AWS | {
            "ENVIRONMENT": "development",
            "SECRET_KEY": SECRET,
            "PUBLIC_URL": f"http://127.0.0.1:{gateway.port}",
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "BROKER_URL": embedded_broker_url,
            "VISITOR_TRANSPORT": way,
        }
        if way == "websocket":
            settings["WEBSOCKET_URL"] = gateway.websocket_url
            settings["WEBSOCKET_ENDPOINT"] = gateway.websocket_endpoint
            frames = Function(
                "handlers.lambda_entry.websocket", settings, services_folder / "widget-frames.log"
            )
            gateway.frames = stack.enter_context(frames)
            relay = RelayProcess(settings, services_folder / "widget-relay.log")
            stack.enter_context(closing(relay))
        http = Function("handlers.lambda_entry.http", settings, services_folder / "widget-http.log")
        gateway.http = stack.enter_context(http)
        script = quote(f"{gateway.url}/widget.js?site_key={place.key}", safe="")
        yield Cloud(gateway, place, f"{origin}/?script={script}")


def hook(page: Page, name: str, more: str = "") -> Locator:
    """A part of the widget."""
    return page.locator(f'[data-otvet="{name}"]{more}')


def say(page: Page, text: str) -> None:
    """Write a message."""
    hook(page, "composer").fill(text)
    hook(page, "composer").press("Enter")


def test_a_visitor_asks_reads_while_it_is_written_comes_back_and_calls_a_person(
    browser: Browser,
    cloud: Cloud,
    redis: Redis,
) -> None:
    context = browser.new_context(locale="ru-RU")
    context.set_default_timeout(_PATIENCE_MS)
    page = context.new_page()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(cloud.page)
    hook(page, "launcher").click()
    say(page, "Не работает VPN")
    hook(page, "message", '[data-state="sent"]').wait_for()
    kept: dict[str, str] = page.evaluate("({ ...localStorage })")
    (here,) = (value for key, value in kept.items() if key.endswith(":place"))
    worker = Worker(redis, {"conversation_id": here}, cloud.place.id)
    worker.begin()
    for number, word in enumerate(_WORDS):
        worker.write(word)
        time.sleep(0.03)
        if number == len(_WORDS) // 2:
            hook(page, "message").get_by_text(word.strip()).wait_for()
            page.reload()
    hook(page, "message").get_by_text("".join(_WORDS).strip()).wait_for()
    for connection in cloud.gateway.connections:
        cloud.gateway.vanish(connection)
    worker.finish("Готово")
    hook(page, "message", '[data-state="done"]').get_by_text("Готово").wait_for()
    other = context.new_page()
    other.goto(cloud.page)
    hook(other, "launcher").click()
    say(other, "Спасибо")
    hook(page, "message").get_by_text("Спасибо").wait_for()
    hook(page, "call-human").click()
    hook(other, "queue").wait_for()
    for tab in (page, other):
        texts = hook(tab, "message").locator(".body").all_text_contents()
        assert texts[:3] == ["Не работает VPN", "Готово", "Спасибо"]
    assert len(cloud.gateway.connections) == (cloud.gateway.frames is not None)
    assert [url for url in asked if "socket.io" in url] == []
    assert cloud.gateway.astray == []
    context.close()
