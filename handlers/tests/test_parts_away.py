"""While a part is away nothing is accepted that could be lost; all are told to try again."""

import asyncio
import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.wire import Socket, client_id
from ops.embedded.installation import Installation
from ops.embedded.rabbitmq import RabbitMQ
from shared.queues.names import Queue
from shared.storage.schema import known_migrations
from shared.storage.unstored import Unstored, read_entry
from tests.brokers import Broker

pytestmark = pytest.mark.services

# The time-outs of the process under test: two seconds for a confirm, one to connect.
PATIENCE = 8.0


@pytest.fixture(scope="module")
def rabbit_door(
    services_folder: Path, stores_settings: dict[str, str], rabbitmq_url: str, shop: Place
) -> Iterator[Door]:
    """A process on RabbitMQ."""
    settings = stores_settings | {"BROKER_URL": rabbitmq_url}
    with closing(Door(services_folder / "rabbit-door.log", settings)) as opened:
        yield opened


def ready(door: Door) -> tuple[int, dict[str, bool]]:
    """Ask whether the process can do its work."""
    reply = door.request("GET", "/readyz")
    return reply.status_code, reply.json()["parts"]


def test_a_process_that_is_newer_than_the_schema_is_not_ready(
    door: Door, connection: Connection[Any]
) -> None:
    rename = "UPDATE _yoyo_migration SET migration_id = %s WHERE migration_id = %s"
    newest, other = known_migrations()[-1], "9999_of_a_newer_version"
    connection.execute(rename, (other, newest))
    try:
        status, parts = ready(door)
        assert (status, parts["database"], parts["schema"]) == (503, True, False)
    finally:
        connection.execute(rename, (newest, other))
    assert ready(door) == (200, dict.fromkeys(("database", "schema", "broker", "redis"), True))


async def test_a_message_during_a_broker_s_death_is_accepted_with_the_same_id_after_it(
    rabbit_door: Door, shop: Place, rabbitmq: RabbitMQ, rabbitmq_url: str, redis: Redis
) -> None:
    Broker(rabbitmq_url)
    session = rabbit_door.open_session(shop.key)
    async with await Socket.visitor(rabbit_door, session["token"]) as socket:
        first = {"client_message_id": client_id(), "text": "до"}
        assert (await socket.ask("/visitor", "message.send", first, 10))["seq"] == 1
        payload = {"client_message_id": client_id(), "text": "во время"}
        # A quorum queue that is killed within a second of its birth may stay without a leader for
        # minutes (RabbitMQ 3.10); ours are declared when a worker starts, long before.
        await asyncio.sleep(3)
        await asyncio.to_thread(rabbitmq.kill)
        try:
            for _ in range(2):
                began = time.monotonic()
                reply = await socket.ask("/visitor", "message.send", payload, PATIENCE)
                assert time.monotonic() - began < PATIENCE
                assert reply["ok"] is False
                assert reply["error"]["code"] == "broker_unavailable"
                assert reply["error"]["retryable"] is True
            rated = await socket.ask("/visitor", "conversation.rate", {"score": 5}, PATIENCE)
            assert rated["error"]["code"] == "broker_unavailable"
            # The watcher stores it (workers/tests/test_watcher.py); an error would ask for what is
            # done and shown already.
            assert await owed(rabbit_door, shop, redis) == ["handed_off"]
            status, parts = await asyncio.to_thread(ready, rabbit_door)
            assert (status, parts["broker"]) == (503, False)
            shown = [data["message"]["text"] for name, data in await socket.quiet(0.3)
                     if name == "message.created"]  # fmt: skip
            assert shown == ["до"], "shown before it was accepted"
        finally:
            rabbitmq.start()  # here: the node ends with the thread that started it
        reply = await asyncio.wait_for(accepted(socket, payload), 30)
        assert reply["seq"] == 2
        again = await socket.ask("/visitor", "message.send", payload, PATIENCE)
        assert again == reply
        shown = [name for name, _ in await socket.quiet() if name == "message.created"]
        assert shown == ["message.created"]
    assert await owed(rabbit_door, shop, redis) == [], "confirmed, and still owed"
    assert (await asyncio.to_thread(ready, rabbit_door))[0] == 200
    broker = Broker.looking_at(rabbitmq_url)
    assert broker.depth(Queue.DB_MESSAGES) >= 2
    assert broker.depth(Queue.AI_REQUESTS) >= 2


async def accepted(socket: Socket, payload: dict[str, str]) -> dict[str, object]:
    """Repeat a message until it is accepted, as the widget does."""
    while True:
        reply = await socket.ask("/visitor", "message.send", payload, PATIENCE)
        if reply["ok"]:
            return reply
        assert reply["error"]["retryable"], reply
        await asyncio.sleep(0.3)


async def everything_is_refused_for_now(socket: Socket, payload: dict[str, str]) -> None:
    """Each command of a visitor is answered, and may be repeated."""
    commands: list[tuple[str, dict[str, object]]] = [
        ("message.send", dict(payload)),
        ("handoff.request", {}),
        ("generation.stop", {}),
        ("typing.start", {}),
        ("conversation.rate", {"score": 5}),
    ]
    for event, data in commands:
        reply = await socket.ask("/visitor", event, data, PATIENCE)
        assert reply["ok"] is False, event
        assert reply["error"]["code"] in ("store_unavailable", "broker_unavailable"), event
        assert reply["error"]["retryable"] is True, event


async def owed(door: Door, shop: Place, redis: Redis) -> list[str]:
    """Ask for a person, which is done at once; returns what Redis keeps for the database."""
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as socket:
        assert await socket.ask("/visitor", "handoff.request", {}, PATIENCE) == {"ok": True}
        assert (await socket.until("handoff.started"))["position"] >= 1
    messages = [read_entry(entry).message for entry in Unstored(redis).entries().values()]
    mine = [one for one in messages if str(one.conversation_id) == session["conversation_id"]]
    return [str(one.outcome) for one in mine]


def sign_out(door: Door, token: str) -> int:
    """End an operator's sign-in."""
    path = "/api/v1/auth/logout"
    return door.request("POST", path, origin=door.console, token=token).status_code


async def sees(socket: Socket, wanted: str) -> None:
    """Wait until a text comes, as an event or in a snapshot."""
    texts: set[str] = set()
    async with asyncio.timeout(20):
        while wanted not in texts:
            for name, data in await socket.quiet(0.2):
                if name == "message.created":
                    texts.add(data["message"]["text"])
                elif name == "conversation.snapshot":
                    texts |= {message["text"] for message in data["messages"]}


async def test_while_redis_is_away_every_command_is_answered_and_afterwards_nothing_is_missing(
    door: Door, shop: Place, stores: Installation
) -> None:
    session = door.open_session(shop.key)
    operator_token = door.token(shop.operator)
    leaving = door.sign_in(shop.operator).token
    async with (
        await Socket.visitor(door, session["token"]) as socket,
        await Socket.visitor(door, session["token"]) as other,
    ):
        first = {"client_message_id": client_id(), "text": "до"}
        assert (await socket.ask("/visitor", "message.send", first))["ok"]
        payload = {"client_message_id": client_id(), "text": "во время"}
        await asyncio.to_thread(stores.pause, "redis")
        try:
            await everything_is_refused_for_now(socket, payload)
            for namespace, origin, token in (
                ("/visitor", shop.origin, session["token"]),
                ("/operator", door.console, operator_token),
            ):
                async with await Socket.open(door, origin=origin) as late:
                    await late.send(f"40{namespace}," + json.dumps({"token": token}))
                    refused = await late.frame(PATIENCE)
                    assert refused.startswith(f"44{namespace},"), refused
                    assert "store_unavailable" in refused
            status, parts = await asyncio.to_thread(ready, door)
            assert (status, parts["redis"]) == (503, False)
            login = {"email": shop.operator, "password": "x"}
            reply_http = await asyncio.to_thread(
                lambda: door.request("POST", "/api/v1/auth/login", origin=door.console, json=login)
            )
            assert reply_http.status_code == 503
            assert reply_http.json()["code"] == "store_unavailable"
            assert (await asyncio.to_thread(door.request, "GET", "/healthz")).status_code == 200
            assert await asyncio.to_thread(sign_out, door, leaving) == 204
        finally:
            await asyncio.to_thread(stores.launch, "redis")
            await asyncio.to_thread(stores.await_ready, ["redis"])
        reply = await asyncio.wait_for(accepted(socket, payload), 30)
        assert reply["ok"]
        await sees(other, "во время")
        async with await Socket.operator(door, operator_token):
            pass
        async with await Socket.open(door, origin=door.console) as gone:
            assert "session_revoked" in await gone.join("/operator", {"token": leaving})
    for _ in range(100):
        if (await asyncio.to_thread(ready, door))[0] == 200:
            break
        await asyncio.sleep(0.1)
    else:
        pytest.fail("the process did not become ready again")


async def test_junk_on_a_channel_does_not_make_the_process_deaf(
    door: Door, shop: Place, redis_url: str
) -> None:
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as socket:
        with closing(Redis.from_url(redis_url)) as redis:
            for junk in (b"", b"{", b"\xff", b"[]", b'{"n":"x"}', b"null"):
                redis.publish(f"conv:{session['conversation_id']}", junk)
                redis.publish(f"site:{shop.id}:inbox", junk)
            redis.publish("revoked", "not-an-id")
        payload = {"client_message_id": client_id(), "text": "слышно?"}
        assert (await socket.ask("/visitor", "message.send", payload))["ok"]
        assert (await socket.until("message.created"))["message"]["text"] == "слышно?"
