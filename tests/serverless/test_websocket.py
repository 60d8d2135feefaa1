"""The WebSocket API: frames become invocations, acks and facts come by the management API."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from redis import Redis
from websockets.exceptions import InvalidStatus

from handlers.tests.conftest import Place, _place
from handlers.tests.door import SECRET, SHOP, Door
from handlers.tests.poller import Screen, Worker
from handlers.tests.wire import Socket, client_id
from shared.storage.erasure import erase_visitor
from shared.storage.traces import Traces
from tests.serverless.cloud import cloud, relay_settings
from tests.serverless.emulator import Emulator
from tests.serverless.relays import AWS, RelayProcess, Widget

pytestmark = pytest.mark.services

SETTINGS = {
    "SECRET_KEY": SECRET,
    "SESSIONS_PER_MINUTE": "100000",
    "MESSAGES_PER_MINUTE": "100000",
    "LOG_LEVEL": "DEBUG",
}


@pytest.fixture(scope="module")
def place(database_url: str) -> Place:
    """A site."""
    with Connection.connect(database_url, autocommit=True) as connection:
        return _place(connection, "cloud", SHOP)


@pytest.fixture(scope="module")
def where(database_url: str, redis_url: str, embedded_broker_url: str) -> dict[str, str]:
    """Where the parts are."""
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
    }


@pytest.fixture(scope="module")
def gateway(services_folder: Path, where: dict[str, str], place: Place) -> Iterator[Emulator]:
    """A gateway with its functions and a relay."""
    with cloud(where | SETTINGS, services_folder, "websocket") as opened:
        yield opened


@pytest.fixture(scope="module")
def office(services_folder: Path, where: dict[str, str], place: Place) -> Iterator[Door]:
    """The handlers of the operators, who have sockets; widgets get their tokens here, too."""
    with closing(Door(services_folder / "office.log", where)) as opened:
        yield opened


async def test_a_visitor_asks_and_is_told_everything_in_its_order(
    gateway: Emulator, office: Door, place: Place, redis: Redis
) -> None:
    session = office.open_session(place.key)
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        snapshot = await widget.told("conversation.snapshot")
        assert (snapshot["full"], snapshot["messages"]) == (True, [])
        ack = await widget.say("Не работает принтер")
        assert (ack["ok"], ack["seq"]) == (True, 1)
        screen = Screen()
        worker = Worker(redis, session, place.id)
        worker.begin()
        for number in range(20):
            worker.write(f"слово {number} ")
            await asyncio.sleep(0.02)
        text = "".join(f"слово {number} " for number in range(20))
        worker.finish(text)
        await widget.told("message.completed")
        for event, data in widget.facts:
            screen.take(event, data)
        assert screen.order == ["Не работает принтер", text]
        assert screen.names[0] == "conversation.snapshot"
        assert await widget.ask("message.rate", {"message_id": ack["message_id"], "rating": "up"})
        assert (await widget.told("message.rated"))["rating"] == "up"
        assert await widget.ask("generation.stop") == {"ok": True}
        await widget.send({"event": "ping"})
        assert await widget.ask("ping") == {"ok": True}
        assert widget.strays == []


async def test_an_operator_and_the_visitor_talk_and_notes_stay_among_operators(
    gateway: Emulator, office: Door, place: Place
) -> None:
    session = office.open_session(place.key)
    here = {"conversation_id": session["conversation_id"]}
    async with (
        await Widget.enter(gateway.websocket_url, session["token"]) as widget,
        await Socket.operator(office, office.token(place.operator)) as operator,
    ):
        assert (await operator.ask("/operator", "conversation.open", here))["ok"]
        assert (await widget.ask("handoff.request", {}))["ok"]
        assert (await widget.told("handoff.started"))["position"] >= 1
        assert (await operator.ask("/operator", "conversation.take", here))["ok"]
        assert (await widget.told("operator.joined"))["name"] == "Анна"
        note = here | {"text": "между нами", "client_note_id": client_id()}
        await operator.ask("/operator", "note.add", note)
        await widget.ask("typing.start", {})
        await operator.until("typing.started", 10)
        said = here | {"client_message_id": client_id(), "text": "Добрый день"}
        assert (await operator.ask("/operator", "message.send", said))["ok"]
        await widget.until(
            lambda facts: any("Добрый день" in json.dumps(f, ensure_ascii=False) for f in facts)
        )
        assert not any(name.startswith("note.") for name, _ in widget.facts)
        assert "между нами" not in json.dumps(widget.facts, ensure_ascii=False)


async def test_a_cursor_brings_what_was_missed_and_no_more(
    gateway: Emulator, office: Door, place: Place
) -> None:
    session = office.open_session(place.key)
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        await widget.say("раз")
        await widget.until(lambda facts: any(name == "generation.stage" for name, _ in facts))
        cursor = widget.cursor
    async with await Widget.enter(gateway.websocket_url, session["token"]) as other:
        await other.say("два")
    async with await Widget.enter(gateway.websocket_url, session["token"], cursor) as again:
        created = await again.told("message.created")
        assert created["message"]["text"] == "два"
        assert [name for name, _ in again.facts if name == "conversation.snapshot"] == []
    async with await Widget.enter(gateway.websocket_url, session["token"], "beef:1") as fresh:
        snapshot = await fresh.told("conversation.snapshot")
        assert [one["text"] for one in snapshot["messages"]] == ["раз", "два"]


def _said(facts: list[tuple[str, dict[str, Any]]]) -> dict[str, str]:
    """Texts of the messages in their order, each with its id."""
    told = [data["message"] for name, data in facts if name == "message.created"]
    assert len({one["id"] for one in told}) == len({one["text"] for one in told})
    return {one["text"]: one["id"] for one in told}


async def _say_everywhere(widgets: list[Widget], text: str) -> None:
    for widget in widgets:
        assert (await widget.say(text))["ok"]
    for widget in widgets:
        await widget.until(lambda facts: text in _said(facts), seconds=60)


async def test_relays_share_the_connections_and_go_on_where_a_killed_one_ended(
    gateway: Emulator,
    office: Door,
    place: Place,
    where: dict[str, str],
    services_folder: Path,
) -> None:
    """Three relays write each fact once; two of them are killed, and the third tells the rest.

    What a killed one had written and not noted comes again, to be known by its id.
    """
    sessions = [office.open_session(place.key) for _ in range(4)]
    told = AWS | where | SETTINGS | relay_settings(gateway)
    extra = [RelayProcess(told, services_folder / f"relay-{number}.log") for number in (2, 3)]
    try:
        widgets = [await Widget.enter(gateway.websocket_url, one["token"]) for one in sessions]
        await _say_everywhere(widgets, "раз")
        await asyncio.sleep(1)
        for widget in widgets:
            assert [name for name, _ in widget.facts].count("message.created") == 1
        for one in extra:
            one.kill()
        await _say_everywhere(widgets, "два")
        assert all(list(_said(widget.facts)) == ["раз", "два"] for widget in widgets)
        for widget in widgets:
            await widget.close()
    finally:
        for one in extra:
            one.kill()


async def test_who_is_refused_is_told_why_and_put_out(
    gateway: Emulator, office: Door, place: Place
) -> None:
    for data, code in (
        ({"token": "nonsense"}, "token_invalid"),
        ({}, "token_missing"),
        ({"token": "x", "more": 1}, "invalid_payload"),
        (None, "token_missing"),
    ):
        async with await Widget.open(gateway.websocket_url) as widget:
            ack = await widget.ask("connect", data)
            assert (ack["ok"], ack["error"]["code"]) == (False, code)
            await widget.closed()
    for origin in (None, "https://evil.example", "null"):
        with pytest.raises(InvalidStatus) as refused:
            await Widget.open(gateway.websocket_url, origin)
        assert refused.value.response.status_code == 403
    session = office.open_session(place.key)
    async with await Widget.open(gateway.websocket_url) as widget:
        assert (await widget.ask("connect", {"token": session["token"]}))["ok"]
        again = await widget.ask("connect", {"token": session["token"]})
        assert again["error"]["code"] == "unknown_event"
    async with await Widget.open(gateway.websocket_url) as stranger:
        await stranger.send({"id": 1, "event": "message.send", "data": {}})
        await stranger.closed()
        assert stranger.strays == []


async def test_frames_that_cannot_be_read_are_answered_and_lose_nothing(
    gateway: Emulator, office: Door, place: Place
) -> None:
    session = office.open_session(place.key)
    deep = "[" * 40 + "]" * 40
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        for frame in (
            "x",
            "[]",
            "{}",
            '{"id": "1", "event": "ping"}',
            '{"id": 1}',
            '{"id": 7, "event": "typing.start", "data": {}, "more": 1}',
            f'{{"id": 7, "event": "typing.start", "data": {deep}}}',
            '{"id": -1, "event": "typing.start"}',
        ):
            await widget.send(frame)
            answer = await widget.stray()
            assert answer["id"] is None
            assert answer["ack"]["error"]["code"] == "malformed_frame", frame
        refused = await widget.ask("conversation.take", {})
        assert refused["error"]["code"] == "unknown_event"
        refused = await widget.ask("message.send", {"text": "x"})
        assert refused["error"]["code"] == "invalid_payload"
        assert (await widget.say("после всего"))["ok"]


async def test_commands_too_fast_are_refused_and_of_connections_too_many_the_oldest_is_closed(
    gateway: Emulator, office: Door, place: Place
) -> None:
    session = office.open_session(place.key)
    widgets = [await Widget.enter(gateway.websocket_url, session["token"]) for _ in range(5)]
    async with await Widget.enter(gateway.websocket_url, session["token"]):
        await widgets.pop(0).closed()
    acks = [await widgets[0].ask("typing.start", {}) for _ in range(60)]
    refused = [ack["error"] for ack in acks if not ack["ok"]]
    assert all(error["code"] == "rate_limited" for error in refused)
    for widget in widgets:
        await widget.close()


async def test_busy_gateways_are_asked_again_and_what_is_gone_is_forgotten(
    gateway: Emulator, office: Door, place: Place, redis: Redis
) -> None:
    session = office.open_session(place.key)
    before = set(gateway.connections)
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        await widget.told("conversation.snapshot")
        (connection_id,) = set(gateway.connections) - before
        async with await Widget.enter(gateway.websocket_url, session["token"]) as other:
            await other.told("conversation.snapshot")
            gateway.refuse_posts = 3
            async with await Socket.visitor(office, session["token"]) as tab:
                said = {"client_message_id": client_id(), "text": "через сокет"}
                await tab.ask("/visitor", "message.send", said)
            assert (await widget.told("message.created"))["message"]["text"] == "через сокет"
            assert (await other.told("message.created"))["message"]["text"] == "через сокет"
            gateway.vanish(connection_id)
            assert (await other.say("ещё"))["ok"]
            async with asyncio.timeout(20):
                while redis.exists(f"connection:{connection_id}"):  # noqa: ASYNC110
                    await asyncio.sleep(0.05)
            assert redis.zscore("connections", connection_id) is None


async def test_an_erased_visitor_is_put_out(
    gateway: Emulator,
    office: Door,
    place: Place,
    connection: Connection[Any],
    redis: Redis,
) -> None:
    session = office.open_session(place.key)
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        assert (await widget.say("секрет"))["ok"]
        await widget.told("message.created")
        with connection.transaction():
            erased = erase_visitor(connection, UUID(session["visitor_id"]))
        assert erased is not None
        Traces(redis).remove(place.id, erased.conversations)
        await widget.closed()
        assert json.dumps(widget.facts, ensure_ascii=False).count("секрет") == 1


async def test_a_snapshot_that_is_too_large_for_the_gateway_comes_with_its_newest_messages(
    gateway: Emulator, office: Door, place: Place
) -> None:
    session = office.open_session(place.key)
    async with await Socket.visitor(office, session["token"]) as tab:
        for number in range(24):
            said = {"client_message_id": client_id(), "text": f"{number} " + "я" * 3_900}
            while not (await tab.ask("/visitor", "message.send", said))["ok"]:  # noqa: ASYNC110
                await asyncio.sleep(0.3)
    async with await Widget.enter(gateway.websocket_url, session["token"]) as widget:
        snapshot = await widget.told("conversation.snapshot")
        assert snapshot["full"]
        assert snapshot["has_more"]
        assert 0 < len(snapshot["messages"]) < 24
        assert snapshot["messages"][-1]["text"].startswith("23 ")
