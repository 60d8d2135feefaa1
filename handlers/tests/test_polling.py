"""Long polls: a visitor without a socket is told the same, whole, once, from any process."""

import asyncio
import time
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.poller import COMMANDS, EVENTS, Poller, Worker
from handlers.tests.test_http import refused
from handlers.tests.test_sites import own
from handlers.tests.test_visitor_identity import opened, secret
from handlers.tests.test_visitor_identity import signed as visitor_signed
from handlers.tests.wire import Socket, client_id
from shared.storage.erasure import erase_visitor
from shared.storage.traces import Traces
from shared.tests.rows import new_site
from shared.tests.test_tokens import BAD

pytestmark = pytest.mark.services

__all__ = ["own", "secret"]


def poller(door: Door, place: Place) -> tuple[Poller, dict[str, Any]]:
    session = door.open_session(place.key, place.origin)
    return Poller(door, session["token"], place.origin), session


def test_without_a_cursor_the_first_event_is_the_snapshot_that_a_socket_gets(
    door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    ((event, data),) = visitor.poll()
    assert (event, data["full"], data["messages"]) == ("conversation.snapshot", True, [])
    assert data["conversation"]["id"] == session["conversation_id"]
    for cursor in ("beef:5", "nonsense", "", "9" * 300, "beef:99999999999999999999:a:1:b"):
        visitor.cursor = cursor
        assert [name for name, _ in visitor.poll()] == ["conversation.snapshot"], cursor


async def test_commands_get_the_socket_s_acks_and_are_told_to_sockets_and_polls_alike(
    door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    visitor.say("нуль")
    visitor.poll()
    async with await Socket.visitor(door, session["token"]) as tab:
        key = client_id()
        first = visitor.say("раз", key)
        assert first.status_code == 200
        assert first.json()["ok"] is True
        assert first.json()["seq"] == 2
        payload = {"client_message_id": key, "text": "раз"}
        assert await tab.ask("/visitor", "message.send", payload) == first.json()
        created = await tab.until("message.created")
        told = visitor.poll()
        assert told[0] == ("message.created", created)
        assert [name for name, _ in told] == ["message.created", "generation.stage"]
        assert (await tab.ask("/visitor", "handoff.request", {}))["ok"]
        names = [name for name, _ in visitor.poll()]
        assert "handoff.started" in names
        assert "conversation.status" in names
    rating = {"message_id": first.json()["message_id"], "rating": "up"}
    for event, data in (
        ("typing.start", {}),
        ("typing.start", None),
        ("connection.check", {}),
        ("conversation.read", {"seq": 1}),
        ("message.rate", rating),
        ("conversation.rate", {"score": 5}),
        ("generation.stop", {}),
        ("handoff.request", {}),
    ):
        reply = visitor.send(event, data)
        assert (reply.status_code, reply.json()) == (200, {"ok": True}), event


async def test_a_poll_waits_for_what_is_said_and_ends_empty_when_nothing_is(
    door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    visitor.poll()
    assert visitor.poll() == [], "where nothing was ever said nothing came since"
    visitor.say("раз")
    visitor.poll()
    began = time.monotonic()
    assert await visitor.polls(1) == []
    assert time.monotonic() - began >= 1
    waiting = asyncio.create_task(visitor.polls(20))
    async with await Socket.visitor(door, session["token"]) as tab:
        await tab.ask("/visitor", "message.send", {"client_message_id": client_id(), "text": "да"})
        assert (await asyncio.wait_for(waiting, 10))[0][0] == "message.created"


async def test_an_answer_is_told_as_it_is_written_through_two_processes_one_of_which_is_killed(
    services_folder: Path, stores_settings: dict[str, str], door: Door, shop: Place, redis: Redis
) -> None:
    """Every cursor goes on at every process, and nobody remembers whom it gave one."""
    settings = stores_settings | {"PUBLIC_URL": door.url}
    visitor, session = poller(door, shop)
    visitor.poll()
    with closing(Door(services_folder / "dying-door.log", settings)) as dying:
        visitor.door = dying
        visitor.say("Не работает VPN")
        worker = Worker(redis, session, shop.id)
        worker.begin()
        words = [f"слово{number} 🙂 " for number in range(60)]
        for number, word in enumerate(words[:30]):
            worker.write(word)
            if number % 7 == 0:
                await visitor.polls(0)
        waiting = asyncio.create_task(asyncio.to_thread(visitor.ask, 20))
        await asyncio.sleep(0.3)
        dying.kill()
        # What it told may have been on its way: the cursor is still that from before.
        await asyncio.gather(waiting, return_exceptions=True)
    visitor.door = door
    for number, word in enumerate(words[30:]):
        worker.write(word)
        if number % 5 == 0:
            await visitor.polls(0)
    await visitor.polls(0)
    assert list(visitor.screen.partial.values()) == ["".join(words)]
    worker.finish("".join(words))
    await visitor.polls(0)
    assert visitor.screen.order == ["Не работает VPN", "".join(words)]
    assert visitor.screen.partial == {}
    assert await visitor.polls(0) == []


async def test_whoever_polls_while_messages_stream_misses_none_and_sees_none_twice(
    door: Door, second_door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    visitor.say("нуль")
    visitor.poll()
    texts = [f"сообщение {number}" for number in range(30)]

    async def talk() -> None:
        async with await Socket.visitor(second_door, session["token"]) as tab:
            for text in texts:
                payload = {"client_message_id": client_id(), "text": text}
                while not (await tab.ask("/visitor", "message.send", payload))["ok"]:  # noqa: ASYNC110
                    await asyncio.sleep(0.3)  # it was faster than a socket may be

    talking = asyncio.create_task(talk())
    async with asyncio.timeout(60):
        while len(visitor.screen.order) <= len(texts):
            visitor.door = second_door if visitor.door is door else door
            await visitor.polls(5)
    await talking
    assert visitor.screen.order == ["нуль", *texts]
    assert visitor.screen.names.count("conversation.snapshot") == 1


async def test_an_answer_that_a_second_worker_writes_anew_is_told_from_its_beginning(
    door: Door, shop: Place, redis: Redis
) -> None:
    visitor, session = poller(door, shop)
    visitor.poll()
    visitor.say("вопрос")
    worker = Worker(redis, session, shop.id)
    worker.begin()
    worker.write("Первый ответ")
    visitor.poll()
    worker.again()
    worker.write("Другой ответ, и длиннее")
    events = [(name, data.get("offset")) for name, data in visitor.poll()]
    assert events == [("message.delta", 0)]
    assert list(visitor.screen.partial.values()) == ["Другой ответ, и длиннее"]


async def test_what_passes_and_is_kept_nowhere_is_heard_by_whoever_waits(
    door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    visitor.say("вопрос")
    here = {"conversation_id": session["conversation_id"]}
    async with await Socket.operator(door, door.token(shop.operator)) as operator:
        assert (await operator.ask("/operator", "conversation.take", here))["ok"]
        visitor.poll()
        waiting = asyncio.create_task(visitor.polls(20))
        while not waiting.done():
            await operator.emit("/operator", "typing.start", here)
            await asyncio.wait({waiting}, timeout=0.5)
        ((event, data),) = waiting.result()
        assert (event, data["name"]) == ("typing.started", "Анна")
        note = {"text": "между нами", "client_note_id": client_id()}
        await operator.ask("/operator", "note.add", here | note)
        assert visitor.poll() == []


def test_commands_are_refused_as_a_socket_refuses_them(door: Door, shop: Place) -> None:
    visitor, _ = poller(door, shop)
    deep: list[Any] = []
    for _ in range(12):
        deep = [deep]
    for event, data, status, code in (
        ("message.sent", {}, 400, "unknown_event"),
        ("conversation.take", {}, 400, "unknown_event"),
        ("message.send", {}, 400, "invalid_payload"),
        ("message.send", {"client_message_id": client_id(), "text": " "}, 400, "text_empty"),
        ("message.send", {"client_message_id": client_id(), "text": "x" * 4001}, 413, None),
        ("message.send", [], 400, "invalid_payload"),
        ("typing.start", {"to": "all"}, 400, "invalid_payload"),
        ("typing.start", deep, 400, "invalid_payload"),
        ("conversation.rate", {"score": 9}, 400, "invalid_payload"),
    ):
        refused(visitor.send(event, data), status, code or "text_too_long")
    wrong: tuple[Any, ...] = ({}, {"event": 1}, {"event": "typing.start", "more": 1}, [], "x")
    for body in wrong:
        reply = door.request("POST", COMMANDS, token=visitor.token, json=body)
        refused(reply, 400, "invalid_payload")
    huge = {"event": "message.send", "data": {"text": "x" * 70_000}}
    refused(
        door.request("POST", COMMANDS, token=visitor.token, json=huge), 413, "payload_too_large"
    )


@pytest.mark.parametrize("path", [COMMANDS, EVENTS])
def test_only_the_visitor_from_a_page_of_their_site_is_let_in(
    door: Door, shop: Place, bank: Place, path: str
) -> None:
    visitor, _ = poller(door, shop)
    method = "POST" if path == COMMANDS else "GET"
    body: dict[str, Any] = {}
    if method == "POST":
        body["json"] = {"event": "connection.check"}
    refused(door.request(method, path, **body), 401, "token_missing")
    for origin, code in ((None, "origin_missing"), (bank.origin, "origin_forbidden")):
        reply = door.request(method, path, origin=origin, token=visitor.token, **body)
        refused(reply, 403, code)
    stranger, _ = poller(door, bank)
    refused(door.request(method, path, token=stranger.token, **body), 403, "origin_forbidden")
    operator = door.token(shop.operator)
    assert door.request(method, path, token=operator, **body).status_code == 401
    for name in ("alg none", "two parts"):
        reply = door.request(method, path, token=str(BAD[name]("visitor")), **body)
        refused(reply, 401, "token_invalid")


def test_commands_too_fast_are_refused_with_the_time_to_wait(door: Door, shop: Place) -> None:
    visitor, _ = poller(door, shop)
    replies = [visitor.send("typing.start") for _ in range(40)]
    late = [reply for reply in replies if reply.status_code == 429]
    assert 1 <= len(late) <= 25
    assert replies[14].status_code == 200
    assert {reply.json()["code"] for reply in late} == {"rate_limited"}
    assert late[0].json()["retryable"]
    assert late[0].json()["retry_after"] >= 1


async def test_a_visitor_has_five_polls_at_once_over_all_processes_and_gives_back_what_they_left(
    door: Door, second_door: Door, shop: Place
) -> None:
    visitor, _ = poller(door, shop)
    visitor.poll()
    params = {"cursor": str(visitor.cursor), "wait": "20"}
    headers = {"Origin": SHOP, "Authorization": f"Bearer {visitor.token}"}
    async with httpx.AsyncClient(timeout=30, trust_env=False) as client:

        def wait(at: Door) -> asyncio.Task[httpx.Response]:
            url = at.url + EVENTS
            return asyncio.create_task(client.get(url, params=params, headers=headers))

        waiting = [wait(one) for one in (door, second_door, door, second_door, door)]
        async with asyncio.timeout(20):
            while (reply := visitor.ask()).status_code != 429:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        assert (reply.json()["code"], reply.json()["retryable"]) == ("too_many_connections", True)
        assert 1 <= reply.json()["retry_after"] <= 25
        waiting[0].cancel()  # a page is closed
        async with asyncio.timeout(20):
            while visitor.ask().status_code != 200:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        for one in waiting:
            one.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_whoever_is_erased_while_they_wait_is_told_so_and_nothing_more(
    door: Door, connection: Connection[Any], redis: Redis
) -> None:
    key = f"gone-{client_id()}"
    site_id = new_site(connection, site_key=key, origins=(SHOP,))
    session = door.open_session(key)
    visitor = Poller(door, session["token"])
    visitor.say("секрет")
    visitor.poll()
    assert visitor.poll() == []
    waiting = asyncio.create_task(asyncio.to_thread(visitor.ask, 20))
    await asyncio.sleep(0.3)
    reply = door.request("POST", "/api/v1/visitor/erasure", token=visitor.token)
    assert reply.status_code == 202
    with connection.transaction():
        erased = erase_visitor(connection, UUID(session["visitor_id"]))
    assert erased is not None
    Traces(redis).remove(site_id, erased.conversations)
    refused(await asyncio.wait_for(waiting, 10), 404, "conversation_not_found")
    refused(visitor.ask(), 404, "conversation_not_found")
    refused(visitor.say("ещё"), 404, "conversation_not_found")


async def test_whoever_polls_with_a_token_from_before_the_sign_in_is_put_out_while_they_wait(
    door: Door, own: Place, secret: str
) -> None:
    planted = opened(door, own)
    spy = Poller(door, planted["token"], own.origin)
    spy.say("вопрос")
    spy.poll()
    waiting = asyncio.create_task(asyncio.to_thread(spy.ask, 20))
    await asyncio.sleep(0.3)
    opened(door, own, planted["token"], identity=visitor_signed(secret, "f-1"))
    refused(await asyncio.wait_for(waiting, 10), 401, "token_invalid")
    refused(spy.ask(), 401, "token_invalid")


async def test_a_closed_conversation_is_told_closed_and_opens_again_with_the_next_message(
    door: Door, shop: Place
) -> None:
    visitor, session = poller(door, shop)
    visitor.say("вопрос")
    visitor.poll()
    here = {"conversation_id": session["conversation_id"]}
    async with await Socket.operator(door, door.token(shop.operator)) as operator:
        assert (await operator.ask("/operator", "conversation.close", here))["ok"]
        told = dict(visitor.poll())
        assert told["conversation.status"]["status"] == "closed"
        assert "conversation.closed" not in told
        assert visitor.say("ещё вопрос").status_code == 200
        assert dict(visitor.poll())["conversation.status"]["status"] == "agent"


async def test_a_process_that_ends_answers_those_who_wait_at_once(
    services_folder: Path, stores_settings: dict[str, str], door: Door, shop: Place
) -> None:
    settings = stores_settings | {"PUBLIC_URL": door.url, "DRAIN_TIMEOUT": "PT20S"}
    visitor, _ = poller(door, shop)
    visitor.poll()
    with closing(Door(services_folder / "ending-door.log", settings)) as ending:
        visitor.door = ending
        waiting = asyncio.create_task(visitor.polls(25))
        await asyncio.sleep(0.5)
        began = time.monotonic()
        await asyncio.to_thread(ending.close)
        assert await waiting == []
        assert time.monotonic() - began < 10
    visitor.door = door
    assert visitor.poll() == []


def test_a_session_says_by_which_way_its_widget_speaks_with_the_handlers(
    services_folder: Path, stores_settings: dict[str, str], door: Door, shop: Place
) -> None:
    assert door.open_session(shop.key)["settings"]["transport"] == {"kind": "socket"}
    settings = stores_settings | {"PUBLIC_URL": door.url, "VISITOR_TRANSPORT": "poll"}
    with closing(Door(services_folder / "polled-door.log", settings)) as polled:
        session = polled.open_session(shop.key)
        assert session["settings"]["transport"] == {"kind": "poll"}
