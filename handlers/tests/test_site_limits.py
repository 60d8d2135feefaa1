"""What a site allows its visitors is enforced for each of them, and for all together."""

import time
from typing import Any

import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_sites import change, own
from handlers.tests.wire import Socket, client_id

pytestmark = pytest.mark.services

__all__ = ["own"]


async def test_the_limits_of_a_site_are_enforced(door: Door, own: Place) -> None:
    change(door, own, limits={"text_limit": 500, "sockets_per_visitor": 1, "uploads": False})
    session = door.open_session(own.key)
    assert session["settings"]["text_limit"] == 500
    assert session["settings"]["uploads"] is False
    async with await Socket.visitor(door, session["token"]) as first:
        for length, code in ((501, "text_too_long"), (500, None)):
            sent = {"client_message_id": client_id(), "text": "x" * length}
            reply = await first.ask("/visitor", "message.send", sent)
            assert reply.get("error", {}).get("code") == code
        async with await Socket.open(door) as second:
            frame = await second.join("/visitor", {"token": session["token"]})
            assert "too_many_connections" in frame


async def test_a_visitor_s_messages_and_the_site_s_answers_are_counted_apart(
    door: Door, own: Place
) -> None:
    change(door, own, limits={"messages_per_minute": 5, "answers_per_minute": 2})
    sessions = [door.open_session(own.key) for _ in range(2)]

    async def send(socket: Socket, mark: str | None = None) -> Any:  # noqa: ANN401
        sent = {"client_message_id": mark or client_id(), "text": "Вопрос"}
        return await socket.ask("/visitor", "message.send", sent)

    async with (
        await Socket.visitor(door, sessions[0]["token"]) as anna,
        await Socket.visitor(door, sessions[1]["token"]) as boris,
    ):
        _avoid_the_turn_of_a_minute()
        mark = client_id()
        assert (await send(anna, mark))["ok"]
        assert (await send(anna, mark))["ok"]  # the same one, told again
        assert (await send(boris))["ok"]
        for socket in (anna, boris):
            error = (await send(socket))["error"]
            assert error["code"] == "rate_limited"
            assert 1 <= error["retry_after"] <= 60
        # A person generates nothing: what is for them is not counted.
        assert (await anna.ask("/visitor", "handoff.request", {}))["ok"]
        for _ in range(4):
            assert (await send(anna))["ok"]
        assert (await send(anna))["error"]["code"] == "rate_limited"


def _avoid_the_turn_of_a_minute() -> None:
    if time.time() % 60 > 55:
        time.sleep(60 - time.time() % 60)
