"""The HTTP API as a function: real requests become API Gateway's events, and answers come back."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.door import SECRET, SHOP
from handlers.tests.poller import EVENTS, Worker
from handlers.tests.wire import client_id
from shared.tests.rows import new_site
from shared.tests.test_files import png
from tests.plain_http import no_authorities
from tests.serverless.emulator import LOCALSTACK, REST, Emulator
from tests.serverless.events import Asked, Event, http_v1, http_v2, rest
from tests.serverless.function import Function

pytestmark = pytest.mark.services

# What browsers load, made here: a test may run before the widget is built.
_SCRIPT = "globalThis.otvet = 'привет';" * 100
_FILES = "/api/v1/visitor/attachments"
SETTINGS = {
    "SECRET_KEY": SECRET,
    "PUBLIC_URL": "https://help.example.com",
    "VISITOR_TRANSPORT": "poll",
    "SESSIONS_PER_MINUTE": "100000",
    "MESSAGES_PER_MINUTE": "100000",
    "LOG_LEVEL": "DEBUG",
}


@pytest.fixture(scope="module")
def function(
    services_folder: Path, database_url: str, redis_url: str, rabbitmq_url: str
) -> Iterator[Function]:
    """The function of the HTTP API, on RabbitMQ."""
    files = services_folder / "cloud-files"
    files.mkdir()
    (files / "widget.js").write_text(_SCRIPT, encoding="utf-8")
    stores = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "BROKER_URL": rabbitmq_url}
    stores["WIDGET_DIR"] = str(files)
    log = services_folder / "http-function.log"
    with Function("handlers.lambda_entry.http", SETTINGS | stores, log) as made:
        yield made


_GATEWAYS = {
    "payload 2.0": (http_v2, ""),
    "payload 1.0": (http_v1, ""),
    "a REST API's stage": (rest, REST),
    "LocalStack's path": (rest, LOCALSTACK),
}


@pytest.fixture(scope="module", params=_GATEWAYS.values(), ids=[*_GATEWAYS])
def gateway(request: pytest.FixtureRequest, function: Function) -> Iterator[Emulator]:
    """A gateway before it, with each payload format, at the root of a host and below a stage."""
    shape, below = request.param
    with Emulator(shape=shape, below=below) as emulator:
        emulator.http = function
        yield emulator


class Visitor:
    """A widget behind the gateway that polls."""

    def __init__(self, url: str, site_key: str) -> None:
        self._client = httpx.Client(
            base_url=url, timeout=40, verify=no_authorities(), headers={"Origin": SHOP}
        )
        opened = self._client.post("/api/v1/visitor/sessions", json={"site_key": site_key})
        assert opened.status_code == 200, opened.text
        assert opened.headers["access-control-allow-origin"] == SHOP
        self.session: dict[str, Any] = opened.json()
        self._client.headers["Authorization"] = f"Bearer {self.session['token']}"
        self.cursor: str | None = None

    def close(self) -> None:
        self._client.close()

    def send(self, event: str, **data: Any) -> httpx.Response:  # noqa: ANN401
        body = {"event": event, "data": data}
        return self._client.post("/api/v1/visitor/commands", json=body)

    def say(self, text: str) -> httpx.Response:
        return self.send("message.send", client_message_id=client_id(), text=text)

    def upload(self, name: str, content: bytes) -> dict[str, Any]:
        kind = {"Content-Type": "application/octet-stream"}
        reply = self._client.post(_FILES, params={"name": name}, content=content, headers=kind)
        assert reply.status_code == 200, reply.text
        kept: dict[str, Any] = reply.json()
        return kept

    def file(self, number: str) -> bytes:
        kind = {"Accept": "application/octet-stream"}
        return self._client.get(f"{_FILES}/{number}", headers=kind).content

    def poll(self, wait: float) -> list[tuple[str, dict[str, Any]]]:
        params = {"wait": str(wait)} | ({"cursor": self.cursor} if self.cursor else {})
        reply = self._client.get(EVENTS, params=params)
        assert reply.status_code == 200, reply.text
        self.cursor = reply.json()["cursor"]
        return [(one["event"], one["data"]) for one in reply.json()["events"]]


Visit = Callable[[str], Visitor]


@pytest.fixture
def visit(gateway: Emulator) -> Iterator[Visit]:
    """Open widgets, and close what they hold."""
    with ExitStack() as stack:

        def opened(site_key: str) -> Visitor:
            visitor = Visitor(gateway.url, site_key)
            stack.callback(visitor.close)
            return visitor

        yield opened


@pytest.fixture
def site(connection: Connection[Any]) -> tuple[str, Any]:
    """A shop of the test's own: its key and id."""
    key = f"cloud-{client_id()}"
    return key, new_site(connection, site_key=key, origins=(SHOP,))


async def test_a_visitor_asks_and_reads_the_answer_as_it_is_written(
    visit: Visit, site: tuple[str, Any], redis: Redis
) -> None:
    visitor = await asyncio.to_thread(visit, site[0])
    assert visitor.session["settings"]["transport"] == {"kind": "poll"}
    assert [name for name, _ in visitor.poll(0)] == ["conversation.snapshot"]
    waiting = asyncio.create_task(asyncio.to_thread(visitor.poll, 25))
    await asyncio.sleep(0.5)
    ack = await asyncio.to_thread(visitor.say, "Не открывается почта")
    assert ack.status_code == 200, ack.text
    assert ack.json()["seq"] == 1
    assert (await waiting)[0][0] == "message.created"
    worker = Worker(redis, visitor.session, site[1])
    worker.begin()
    told = await asyncio.to_thread(visitor.poll, 25)
    waiting = asyncio.create_task(asyncio.to_thread(visitor.poll, 25))
    worker.write("Перезапустите ")
    told += await waiting
    waiting = asyncio.create_task(asyncio.to_thread(visitor.poll, 25))
    worker.write("приложение 🙂")
    told += await waiting
    pieces = [(data["offset"], data["text"]) for name, data in told if name == "message.delta"]
    assert pieces == [(0, "Перезапустите "), (14, "приложение 🙂")]
    worker.finish("Перезапустите приложение 🙂")
    ((name, data),) = await asyncio.to_thread(visitor.poll, 25)
    assert (name, data["message"]["text"]) == ("message.completed", "Перезапустите приложение 🙂")


def test_a_container_that_was_killed_or_frozen_long_loses_nothing(
    visit: Visit,
    site: tuple[str, Any],
    function: Function,
    redis: Redis,
    connection: Connection[Any],
) -> None:
    """Everything after the frost is done over connections that had died in it."""
    visitor = visit(site[0])
    assert visitor.say("раз").json()["seq"] == 1
    function.kill_all()
    assert visitor.say("два").json()["seq"] == 2
    # The servers hang up on whoever is frozen, who finds closed connections when they wake.
    redis.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")  # type: ignore[no-untyped-call]
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE application_name = 'otvet' AND pid <> pg_backend_pid()"
    )
    assert visitor.say("три").json()["seq"] == 3
    texts = [one["text"] for one in visitor.poll(0)[0][1]["messages"]]
    assert texts == ["раз", "два", "три"]


def test_what_is_not_a_visitor_s_is_answered_too_and_errors_have_their_shape(
    gateway: Emulator, site: tuple[str, Any]
) -> None:
    with httpx.Client(base_url=gateway.url, timeout=40, verify=no_authorities()) as client:
        assert client.get("/healthz").json() == {"ok": True, "parts": {}}
        ready = client.get("/readyz")
        assert set(ready.json()["parts"]) == {"database", "schema", "broker", "redis"}
        assert all(ready.json()["parts"].values())
        refused = client.post("/api/v1/visitor/sessions", json={"site_key": site[0]})
        assert (refused.status_code, refused.json()["code"]) == (403, "origin_missing")
        evil = {"Origin": "https://evil.example"}
        refused = client.post("/api/v1/visitor/sessions", json={"site_key": site[0]}, headers=evil)
        assert (refused.status_code, refused.json()["code"]) == (403, "origin_forbidden")
        assert "access-control-allow-origin" not in refused.headers
        for packing in ("gzip", "identity"):
            script = client.get("/widget.js", headers={"Accept-Encoding": packing})
            assert script.text == _SCRIPT, packing
            # A REST API packs texts itself, and LocalStack's gives bytes back as base64.
            packed = packing == "gzip" and not gateway.is_rest
            assert ("content-encoding" in script.headers) == packed
        preflight = client.options(
            "/api/v1/visitor/commands",
            headers={"Origin": SHOP, "Access-Control-Request-Method": "POST"},
        )
        assert preflight.headers["access-control-allow-origin"] == SHOP
        for path in ("/metrics", "/admin/", "/demo/", "/", "/internal/v1/origins", "/docs"):
            refused = client.get(path, follow_redirects=False)
            assert (refused.status_code, refused.json()["code"]) == (404, "not_found"), path
        assert client.get("/api/v1/visitor/look?site_key=%D1%8F").status_code == 403


def test_a_file_goes_in_and_comes_out_as_it_is(visit: Visit, site: tuple[str, Any]) -> None:
    """As the widget asks for it: LocalStack gives base64 to who accepts just anything."""
    visitor, picture = visit(site[0]), png(32, 20)
    kept = visitor.upload("снимок.png", picture)
    assert (kept["type"], kept["size"]) == ("image/png", len(picture))
    assert visitor.file(kept["id"]) == picture


def test_a_site_that_was_added_a_moment_ago_is_let_in_by_a_container_that_slept(
    gateway: Emulator, visit: Visit, site: tuple[str, Any], connection: Connection[Any]
) -> None:
    """The directory of origins is read by invocations: no task in the background keeps it."""
    visit(site[0])
    origin = f"https://{client_id()}.example.com"
    key = f"new-{client_id()}"
    new_site(connection, site_key=key, origins=(origin,))
    until = time.monotonic() + 40
    body = {"site_key": key}
    while time.monotonic() < until:
        reply = httpx.post(
            f"{gateway.url}/api/v1/visitor/sessions",
            json=body,
            headers={"Origin": origin},
            timeout=40,
            verify=no_authorities(),
        )
        assert reply.status_code == 200, "the site itself is looked up"
        if reply.headers.get("access-control-allow-origin") == origin:
            return
        time.sleep(0.5)
    pytest.fail("the new origin was never let in")


def test_a_wrong_setting_fails_the_invocation_and_is_named(services_folder: Path) -> None:
    event: Event = http_v2(Asked("GET", "/healthz", "", [], b""))
    with (
        Function("handlers.lambda_entry.http", {}, services_folder / "unset.log") as unset,
        pytest.raises(Exception, match="SECRET_KEY"),
    ):
        unset.invoke(event)
