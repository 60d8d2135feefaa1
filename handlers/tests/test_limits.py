"""Limits: the excess is refused with the time to wait, whatever transport it comes by."""

import asyncio
import json
import time
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import ERROR_KEYS, SHOP, Door
from handlers.tests.test_sockets import HANDSHAKE, message
from handlers.tests.wire import Socket, client_id
from shared.tests.rows import new_site

pytestmark = pytest.mark.services


async def test_too_many_events_a_second_are_refused_with_the_time_to_wait(
    door: Door, shop: Place
) -> None:
    async with await Socket.visitor(door, door.open_session(shop.key)["token"]) as socket:
        replies = await asyncio.gather(
            *(socket.ask("/visitor", "typing.start", {}, 10) for _ in range(40))
        )
        refused = [reply["error"] for reply in replies if not reply["ok"]]
        assert 15 <= len(refused) <= 30
        assert {error["code"] for error in refused} == {"rate_limited"}
        assert all(error["retryable"] and error["retry_after"] >= 1 for error in refused)
        await asyncio.sleep(refused[0]["retry_after"] + 0.2)
        assert (await socket.ask("/visitor", "typing.start", {}))["ok"]


async def test_too_many_messages_a_minute_are_refused_with_the_time_to_wait(
    door: Door, connection: Connection[Any]
) -> None:
    site_id = new_site(connection, site_key=f"slow-{client_id()}", origins=(SHOP,))
    connection.execute("UPDATE sites SET messages_per_minute = 3 WHERE id = %s", (site_id,))
    key = connection.execute("SELECT site_key FROM sites WHERE id = %s", (site_id,)).fetchone()
    assert key
    if (left := 60 - time.time() % 60) < 5:
        await asyncio.sleep(left + 0.1)
    session = door.open_session(key[0])
    async with await Socket.visitor(door, session["token"]) as socket:
        sent = [message(str(number)) for number in range(4)]
        replies = [await socket.ask("/visitor", "message.send", one) for one in sent]
        assert [reply["ok"] for reply in replies] == [True, True, True, False]
        assert replies[-1]["error"]["code"] == "rate_limited"
        assert 0 < replies[-1]["error"]["retry_after"] <= 60
        assert (await socket.ask("/visitor", "message.send", sent[0])) == replies[0]


async def test_a_visitor_has_five_sockets_and_not_a_sixth_even_if_all_come_at_once(
    door: Door, shop: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    sockets = [await Socket.open(door) for _ in range(9)]
    try:
        frames = await asyncio.gather(
            *(socket.join("/visitor", {"token": token}) for socket in sockets)
        )
        admitted = [frame for frame in frames if frame.startswith("40/")]
        assert len(admitted) == 5
        assert all("too_many_connections" in frame for frame in frames if frame not in admitted)
    finally:
        await asyncio.gather(*(socket.close() for socket in sockets))
    async with await Socket.visitor(door, token):
        pass


def test_polling_works_as_the_websocket_does(door: Door, shop: Place) -> None:
    session = door.open_session(shop.key)
    with httpx.Client(base_url=door.url, headers={"Origin": SHOP}, timeout=10) as client:
        opened = client.get(HANDSHAKE)
        assert opened.status_code == 200
        place = f"{HANDSHAKE}&sid={json.loads(opened.text[1:])['sid']}"
        heard = ""

        def say(frame: str) -> httpx.Response:
            return client.post(place, content=frame.encode())

        def hear(until: str) -> str:
            nonlocal heard
            while until not in heard:
                heard += client.get(place).text + "\x1e"
            return heard

        assert say("40/visitor," + json.dumps({"token": session["token"]})).text == "OK"
        hear("conversation.snapshot")
        say('42/visitor,1["message.send",' + json.dumps(message()) + "]")
        assert '"ok":true' in hear("43/visitor,1[").partition("43/visitor,1[")[2]
        hear("message.created")
        bad = say("42/visitor,2[]")
        assert bad.status_code == 400
        assert set(bad.json()) >= ERROR_KEYS
        assert say("42/visitor,3" + "x" * 70_000).status_code == 413


def test_polling_is_no_way_around_the_rate(door: Door, shop: Place) -> None:
    session = door.open_session(shop.key)
    with httpx.Client(base_url=door.url, headers={"Origin": SHOP}, timeout=10) as client:
        opened = client.get(HANDSHAKE)
        place = f"{HANDSHAKE}&sid={json.loads(opened.text[1:])['sid']}"
        client.post(place, content="40/visitor," + json.dumps({"token": session["token"]}))
        refused = 0
        for number in range(60):
            reply = client.post(place, content=f'42/visitor,{number}["typing.start",{{}}]')
            refused += reply.status_code == 429
        heard = client.get(place).text
    assert refused + heard.count("rate_limited") > 20
