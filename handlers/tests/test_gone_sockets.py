"""A socket that goes while it comes, or is waiting, leaves nothing behind."""

import asyncio
import json
import time
from typing import Any
from unittest.mock import AsyncMock, Mock
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from redis import Redis
from socketio.exceptions import ConnectionRefusedError as Refused

from handlers.services.caller import OperatorCaller
from handlers.sockets.joining import refusals
from handlers.sockets.operator import OperatorSockets
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_sockets import HANDSHAKE
from handlers.tests.wire import Socket
from shared.domain.words import Locale, Role
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7
from shared.realtime.events import Namespace
from shared.tests.rows import new_conversation


class Poller:
    """A client over long polling: two requests of it may overtake one another."""

    def __init__(self, http: httpx.AsyncClient, place: str) -> None:
        self._http = http
        self._place = place

    @classmethod
    async def open(cls, door: Door, http: httpx.AsyncClient, origin: str) -> "Poller":
        """Begin a session of Engine.IO."""
        http.headers["Origin"] = origin
        opened = await http.get(door.url + HANDSHAKE)
        return cls(http, f"{door.url}{HANDSHAKE}&sid={json.loads(opened.text[1:])['sid']}")

    async def say(self, frame: str) -> None:
        """Send a frame; returns when the process has carried it out."""
        await self._http.post(self._place, content=frame.encode(), timeout=10)

    async def say_and_close(self, redis: Redis, frame: str) -> None:
        """Send a frame and close the session while Redis keeps the frame waiting."""
        redis.execute_command("CLIENT", "PAUSE", "400", "ALL")  # type: ignore[no-untyped-call]
        slow = asyncio.create_task(self.say(frame))
        await asyncio.sleep(0.15)
        await self.say("1")
        assert not slow.done(), "the close did not overtake"
        await slow


async def nobody_listens(redis: Redis, conversations: list[str]) -> None:
    """Wait until the process has given the channels up."""
    until, names = time.monotonic() + 4, [f"conv:{one}" for one in conversations]
    while left := [name for name, count in redis.pubsub_numsub(*names) if count]:
        assert time.monotonic() < until, f"{len(left)} of {len(names)} still subscribed"
        await asyncio.sleep(0.1)


def visitors_counted(door: Door) -> float:
    """Return how many sockets of visitors the process believes to have."""
    text = httpx.get(f"{door.url}/metrics").text
    name = 'otvet_sockets{namespace="/visitor"} '
    return sum(float(line.removeprefix(name)) for line in text.splitlines() if name in line)


@pytest.mark.services
async def test_a_close_that_overtakes_its_own_connect_leaves_no_visitor_behind(
    door: Door, shop: Place, redis: Redis
) -> None:
    session = door.open_session(shop.key)
    before = visitors_counted(door)
    async with httpx.AsyncClient() as http:
        for _ in range(5):
            poller = await Poller.open(door, http, shop.origin)
            connect = "40/visitor," + json.dumps({"token": session["token"]})
            await poller.say_and_close(redis, connect)
    await nobody_listens(redis, [session["conversation_id"]])
    assert visitors_counted(door) <= before
    async with await Socket.visitor(door, session["token"]):
        pass


@pytest.mark.services
async def test_an_operator_who_goes_while_a_conversation_opens_leaves_no_channel_behind(
    door: Door, shop: Place, redis: Redis, connection: Connection[Any]
) -> None:
    logged = len(door.logged())
    opened: list[UUID] = []
    async with httpx.AsyncClient() as http:
        for _ in range(2):
            opened.append(new_conversation(connection, shop.id))
            poller = await Poller.open(door, http, door.console)
            await poller.say("40/operator," + json.dumps({"token": door.token(shop.operator)}))
            command = ["conversation.open", {"conversation_id": str(opened[-1])}]
            await poller.say_and_close(redis, "42/operator,1" + json.dumps(command))
    await nobody_listens(redis, list(map(str, opened)))
    assert "command.failed" not in door.logged()[logged:]


@pytest.mark.services
async def test_whoever_connects_while_the_subscription_comes_back_is_answered(
    door: Door, shop: Place, redis: Redis
) -> None:
    logged, until = len(door.logged()), time.monotonic() + 5
    answers: list[str] = []

    async def come_and_go() -> None:
        while time.monotonic() < until:
            session = await asyncio.to_thread(door.open_session, shop.key)
            async with await Socket.open(door) as socket:
                await socket.send("40/visitor," + json.dumps({"token": session["token"]}))
                async with asyncio.timeout(6):
                    while not (frame := await socket.frame(6)).startswith(("40/", "44/")):
                        pass
                answers.append(frame)

    async def break_links() -> None:
        while time.monotonic() < until:
            redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")  # type: ignore[no-untyped-call]
            await asyncio.sleep(0.1)

    await asyncio.gather(break_links(), *(come_and_go() for _ in range(6)))
    refused = [json.loads(frame.partition(",")[2])["data"] for frame in answers if frame[1] == "4"]
    assert all(error["retryable"] for error in refused), refused
    assert len(answers) > len(refused)
    assert "Traceback" not in door.logged()[logged:]


@pytest.mark.parametrize("bug", [RuntimeError("read() called twice"), AttributeError("None")])
def test_a_bug_while_a_socket_connects_is_a_refusal_that_may_be_tried_again(bug: Exception) -> None:
    with pytest.raises(Refused) as refusal, refusals(Namespace.VISITOR, {}):
        raise bug
    body = refusal.value.error_args["data"]
    assert (body["code"], body["retryable"]) == ("internal", True)


async def test_a_sign_in_that_ends_while_its_socket_is_admitted_is_refused() -> None:
    caller = OperatorCaller(
        uuid7(), uuid7(), "Анна", Role.OPERATOR, Locale.RU, frozenset({uuid7()}), utc_now()
    )

    async def revoked_meanwhile(*_: object) -> None:
        await sockets.shut_out(str(caller.session_id))

    nothing, server = Mock(), AsyncMock()
    server.on = Mock()
    fanout = Mock(watch_inbox=revoked_meanwhile, watch_person=AsyncMock())
    sockets = OperatorSockets(
        sign_in=AsyncMock(authenticate=AsyncMock(return_value=caller)),
        access=nothing,
        messages=nothing,
        notes=nothing,
        floor=nothing,
        live=nothing,
        fanout=fanout,
        directory=nothing,
        presence=AsyncMock(join=AsyncMock(return_value=[])),
        assignment=nothing,
        inbox=nothing,
        public_url="https://help.example.com",
    )
    sockets.install(server)
    connect = server.on.call_args_list[0].args[1]
    with pytest.raises(Refused) as refusal:
        await connect("sid", {}, {"token": "t"})
    assert refusal.value.error_args["message"] == "session_revoked"
    fanout.unwatch_inbox.assert_called_once()
    fanout.unwatch_person.assert_called_once()
