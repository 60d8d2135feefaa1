"""A visitor finds their own thumbs and score again: in other tabs, after a reload, for ever."""

import asyncio
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_context import Story
from handlers.tests.wire import Socket, client_id
from shared.contracts.queues import FeedbackRecord
from shared.kernel.ids import uuid7
from shared.storage.records import write_feedback

pytestmark = pytest.mark.services

UP = {"rating": "up", "comment": "помогло"}


async def test_what_was_rated_a_moment_ago_is_known_in_every_tab_and_after_a_reload(
    door: Door, shop: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    async with await Socket.visitor(door, token) as tab:
        said = {"client_message_id": client_id(), "text": "вопрос"}
        sent = await tab.ask("/visitor", "message.send", said)
        before = (await tab.until("message.created"))["cursor"]
        async with await Socket.visitor(door, token) as other:
            rated = {"message_id": sent["message_id"]} | UP
            assert (await tab.ask("/visitor", "message.rate", rated | {"rating": "down"}))["ok"]
            assert (await tab.ask("/visitor", "message.rate", rated))["ok"]
            scored = {"score": 4, "comment": None}
            assert (await tab.ask("/visitor", "conversation.rate", scored))["ok"]
            assert (await other.until("message.rated"))["rating"] == "down"
            assert (await other.until("message.rated"))["rating"] == "up"
            assert (await other.until("conversation.rated"))["score"] == 4
    # Nothing of it is stored here: no worker runs.
    for cursor in (None, before):
        async with await Socket.visitor(door, token, cursor=cursor) as again:
            snapshot = await again.until("conversation.snapshot")
            assert snapshot["full"] is (cursor is None)
            assert snapshot["ratings"] == [rated]
            assert snapshot["score"] == scored


async def test_what_was_rated_long_ago_is_known_from_the_store(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    session = door.open_session(shop.key)
    here = UUID(session["conversation_id"])
    story = Story(connection, shop.id)
    story.id = here
    answers = [story.say("agent", f"ответ {number}", agent="network") for number in range(3)]

    def rate(**more: Any) -> None:  # noqa: ANN401
        record = FeedbackRecord(
            request_id="r", site_id=shop.id, conversation_id=here, at=datetime.now(UTC), **more
        )
        write_feedback(connection, [record])

    rate(message_id=answers[0], rating="down")
    rate(message_id=answers[2], rating="up", comment="помогло")
    rate(score=5, comment="Спасибо")
    kept = [
        {"message_id": str(answers[0]), "rating": "down", "comment": None},
        {"message_id": str(answers[2])} | UP,
    ]
    page = "/api/v1/visitor/messages"
    all_of_it = door.request("GET", page, token=session["token"]).json()
    assert all_of_it["ratings"] == kept
    older = door.request("GET", f"{page}?before_seq=3", token=session["token"]).json()
    assert older["ratings"] == kept[:1]
    async with await Socket.visitor(door, session["token"]) as socket:
        snapshot = await socket.until("conversation.snapshot")
        assert snapshot["ratings"] == kept
        assert snapshot["score"] == {"score": 5, "comment": "Спасибо"}
        # What is said now counts more than what is stored.
        changed = {"message_id": str(answers[0]), "rating": "up", "comment": None}
        assert (await socket.ask("/visitor", "message.rate", changed))["ok"]
    async with await Socket.visitor(door, session["token"]) as socket:
        snapshot = await socket.until("conversation.snapshot")
        assert snapshot["ratings"] == [changed, kept[1]]


async def test_a_thumb_for_what_is_not_there_is_shown_to_nobody_after_a_reload(
    door: Door, shop: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    async with await Socket.visitor(door, token) as socket:
        assert (await socket.ask("/visitor", "message.rate", {"message_id": str(uuid7())} | UP))[
            "ok"
        ]
    async with await Socket.visitor(door, token) as socket:
        assert (await socket.until("conversation.snapshot"))["ratings"] == []


async def test_what_cannot_be_stored_is_not_said_to_be_kept(door: Door, shop: Place) -> None:
    token = door.open_session(shop.key)["token"]
    typed = " да,\x00 помо\ue000гло\r\nспасибо "
    async with await Socket.visitor(door, token) as tab:
        scored = {"score": 4, "comment": typed}
        assert (await tab.ask("/visitor", "conversation.rate", scored))["ok"]
        assert (await tab.until("conversation.rated"))["comment"] == "да, помогло\nспасибо"
        rated = {"message_id": str(uuid7()), "rating": "up", "comment": typed}
        assert (await tab.ask("/visitor", "message.rate", rated))["ok"]
        assert (await tab.until("message.rated"))["comment"] == "да, помогло\nспасибо"


async def test_the_same_thumb_again_is_no_news(door: Door, shop: Place) -> None:
    token = door.open_session(shop.key)["token"]
    thumb = {"message_id": str(uuid7())} | UP
    score = {"score": 4, "comment": None}
    async with await Socket.visitor(door, token) as tab, await Socket.visitor(door, token) as other:
        for _ in range(3):
            assert (await tab.ask("/visitor", "message.rate", thumb))["ok"]
            assert (await tab.ask("/visitor", "conversation.rate", score))["ok"]
        # Another comment is another opinion.
        assert (await tab.ask("/visitor", "message.rate", thumb | {"comment": None}))["ok"]
        told = [name for name, _ in await other.quiet() if name.endswith(".rated")]
    assert told == ["message.rated", "conversation.rated", "message.rated"]


async def test_thumbs_pressed_for_ever_do_not_crowd_out_what_a_socket_resumes_from(
    door: Door, shop: Place, redis: Redis
) -> None:
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as tab:
        said = {"client_message_id": client_id(), "text": "вопрос"}
        sent = await tab.ask("/visitor", "message.send", said)
        refused = []
        for number in range(26):
            thumb = {"message_id": sent["message_id"], "rating": ("up", "down")[number % 2]}
            while True:
                reply = await tab.ask("/visitor", "message.rate", thumb)
                error = reply.get("error", {})
                if error.get("retry_after") != 1:
                    break
                await asyncio.sleep(0.3)  # the socket's own rate, which is no limit in the end
            if error:
                refused.append(error)
    assert refused
    assert {error["code"] for error in refused} == {"rate_limited"}
    assert all(error["retryable"] and 1 < error["retry_after"] <= 60 for error in refused)
    kept = cast("list[Any]", redis.xrange(f"conv:{session['conversation_id']}:events"))
    frames = [entry[b"f"] for _, entry in kept]
    assert sum(b"message.rated" in frame for frame in frames) == 26 - len(refused)
    assert b"message.created" in frames[0]
