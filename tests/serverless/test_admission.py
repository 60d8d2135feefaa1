"""How the function of websockets lets visitors in, and what it does when that fails half-way."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import orjson
import pytest
from psycopg import Connection
from redis import Redis
from redis.exceptions import RedisError

from handlers.composition import Composition
from handlers.serverless.management import Busy
from handlers.serverless.websocket import WebSocketDoor
from handlers.services.ears import OwnEars
from handlers.tests.conftest import Place, shop
from handlers.tests.door import SECRET, SHOP
from shared.contracts.http import VisitorSession, VisitorSessionRequest
from shared.kernel.errors import RateLimited
from shared.storage.connections import Connections
from shared.storage.erasure import erase_visitor
from shared.storage.traces import Traces
from tests.fixtures import MakeSettings
from tests.serverless.events import websocket

pytestmark = pytest.mark.services
__all__ = ["shop"]


class Posts:
    """A management API that notes what it is asked, and looks around when it writes."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, dict[str, Any]]] = []
        self.closed: list[str] = []
        self.on_post: Callable[[str], Any] | None = None

    async def post(self, connection_id: str, frame: bytes) -> None:
        """Take a frame."""
        self.frames.append((connection_id, orjson.loads(frame)))
        if self.on_post is not None:
            await self.on_post(connection_id)

    async def close(self, connection_id: str) -> None:
        """Close a connection."""
        self.closed.append(connection_id)


class Gateway:
    """The function, its gateway and its stores, in this process."""

    def __init__(self, parts: Composition) -> None:
        self.parts = parts
        self.posts = Posts()
        self.connections = Connections(parts.redis)
        self._door = WebSocketDoor(parts, self.posts)  # type: ignore[arg-type]

    async def tell(self, kind: str, connection_id: str, **more: Any) -> int:  # noqa: ANN401
        """Tell the function of a connection."""
        answer = await self._door.handle(websocket(kind, connection_id, **more))
        return int(answer["statusCode"])

    async def open(self, address: str = "198.51.100.7") -> str:
        """Open a connection."""
        name = f"{uuid4().hex}="
        headers = {"Origin": SHOP}
        assert await self.tell("CONNECT", name, address=address, headers=headers) == 200
        return name

    async def send(self, connection_id: str, frame: object) -> int:
        """Send a frame."""
        return await self.tell("MESSAGE", connection_id, body=orjson.dumps(frame).decode())

    async def connect(self, connection_id: str, token: str) -> dict[str, Any] | None:
        """Say who is there; returns the ack, if there is one."""
        await self.send(connection_id, {"id": 1, "event": "connect", "data": {"token": token}})
        acks = [frame["ack"] for name, frame in self.posts.frames if name == connection_id]
        return acks[0] if acks else None

    async def session(self, place: Place) -> VisitorSession:
        """Begin a session."""
        asked = VisitorSessionRequest(site_key=place.key)
        return await self.parts.services.sessions.open(asked, SHOP, None)


@pytest.fixture
async def gateway(
    make_settings: MakeSettings, database_url: str, redis_url: str, rabbitmq_url: str, shop: Place
) -> AsyncIterator[Gateway]:
    """A function that lives as long as the test."""
    settings = make_settings(
        secret_key=SECRET,
        database_url=database_url,
        redis_url=redis_url,
        broker_url=rabbitmq_url,
        sockets_per_address=3,
        sessions_per_minute=100_000,
    )
    parts = Composition(settings, lambda redis, _: OwnEars(redis))
    await parts.database.open()
    await parts.directory.refresh_origins()
    yield Gateway(parts)
    await parts.producer.close()
    await parts.database.close()
    await parts.redis.aclose()
    parts.passwords.close()


async def test_a_visitor_is_known_before_they_are_told_that_they_are_in(
    gateway: Gateway, shop: Place
) -> None:
    """A widget sends what it has inside the ack, to another container maybe."""
    session = await gateway.session(shop)
    name = await gateway.open()
    seen = []

    async def look(connection_id: str) -> None:
        found = await gateway.connections.find(connection_id)
        seen.append((found and found.visitor and found.visitor.visitor_id, await lease()))

    async def lease() -> float:
        return float(await gateway.parts.redis.zscore("connections", name) or 0)

    gateway.posts.on_post = look
    assert await gateway.connect(name, session.token) == {"ok": True}
    ((visitor_id, offered),) = seen
    assert visitor_id == session.visitor_id
    assert offered > 0, "no relay writes before the ack, and one does if nobody offers it"
    assert await lease() == 0
    await gateway.tell("DISCONNECT", name)


@pytest.mark.parametrize("trouble", [Busy("429"), RedisError("away")])
async def test_a_visitor_who_is_half_let_in_is_put_out_and_counts_no_longer(
    gateway: Gateway, shop: Place, trouble: Exception
) -> None:
    session = await gateway.session(shop)
    name = await gateway.open()

    async def fail(_: str) -> None:
        raise trouble

    gateway.posts.on_post = fail
    await gateway.connect(name, session.token)
    assert gateway.posts.closed == [name]
    assert await gateway.connections.find(name) is None
    assert await gateway.parts.redis.zscore("connections", name) is None


async def test_a_command_of_somebody_unknown_is_hung_up_on_and_not_told_to_drop_its_token(
    gateway: Gateway,
) -> None:
    name = await gateway.open()
    await gateway.send(name, {"id": 1, "event": "typing.start", "data": {}})
    assert (gateway.posts.frames, gateway.posts.closed) == ([], [name])


async def test_whose_conversation_was_erased_is_told_so_and_not_let_in(
    gateway: Gateway, shop: Place, connection: Connection[Any], redis: Redis
) -> None:
    session = await gateway.session(shop)
    with connection.transaction():
        erased = erase_visitor(connection, session.visitor_id)
    assert erased is not None
    Traces(redis).remove(shop.id, erased.conversations)
    name = await gateway.open()
    ack = await gateway.connect(name, session.token)
    assert ack is not None
    assert (ack["ok"], ack["error"]["code"]) == (False, "conversation_not_found")
    assert gateway.posts.closed == [name]


async def test_websockets_and_polls_of_an_address_are_bounded_whoever_they_are_of(
    gateway: Gateway, shop: Place
) -> None:
    """Three are allowed here."""
    address = f"2001:db8::{uuid4().hex[:4]}"
    names = [await gateway.open(address) for _ in range(4)]
    acks = [await gateway.connect(name, (await gateway.session(shop)).token) for name in names]
    refused = acks.pop()
    assert acks == [{"ok": True}] * 3
    assert refused is not None
    assert refused["error"]["code"] == "too_many_connections"
    assert gateway.posts.closed == [names[3]]
    sessions = gateway.parts.services.sessions
    visitor = await sessions.authenticate((await gateway.session(shop)).token, SHOP)
    polls = gateway.parts.services.polls
    with pytest.raises(RateLimited):
        await polls.poll(visitor, address, None, 0)
    assert (await polls.poll(visitor, "2001:db9::1", None, 0)).events
    await gateway.tell("DISCONNECT", names[0])
    assert (await polls.poll(visitor, address, None, 0)).events
    for name in names[1:3]:
        await gateway.send(name, {"event": "ping"})
        await gateway.tell("DISCONNECT", name)
    assert not await gateway.parts.redis.exists(f"visits:{address}")


@pytest.mark.parametrize("frame", [{"event": "ping"}, "x", {"id": 1, "event": "connect"}])
async def test_a_connection_that_floods_is_hung_up_on_whatever_it_sends(
    gateway: Gateway, frame: object
) -> None:
    name = await gateway.open()
    now = int((await gateway.parts.redis.time())[0]) // 60
    for window in (now, now + 1):
        await gateway.parts.redis.set(f"rate:frame:{name}:{window}", 10_000, ex=300)
    await gateway.send(name, frame)
    assert (gateway.posts.frames, gateway.posts.closed) == ([], [name])


async def test_a_stranger_s_connection_is_kept_for_its_minute_whatever_it_sends(
    gateway: Gateway,
) -> None:
    name = await gateway.open()
    await gateway.send(name, {"event": "ping"})
    assert 0 < await gateway.parts.redis.ttl(f"connection:{name}") <= 60


async def test_a_visitor_s_newest_websocket_takes_the_place_of_the_one_heard_of_longest_ago(
    gateway: Gateway, shop: Place
) -> None:
    """Networks that went away told nobody, so dead connections look like those that live."""
    session = await gateway.session(shop)
    names = [await gateway.open(f"2001:db8::{number}") for number in range(7)]
    for name in names[:5]:
        assert await gateway.connect(name, session.token) == {"ok": True}
        await asyncio.sleep(0.002)
    await gateway.send(names[0], {"event": "ping"})
    assert await gateway.connect(names[5], session.token) == {"ok": True}
    assert gateway.posts.closed == [names[1]]
    assert await gateway.connections.find(names[1]) is None
    visitor = await gateway.parts.services.sessions.authenticate(session.token, SHOP)
    assert (await gateway.parts.services.polls.poll(visitor, "local", None, 0)).events

    async def fail(_: str) -> None:
        raise Busy("429")

    gateway.posts.on_post = fail
    await gateway.connect(names[6], session.token)
    assert await gateway.parts.redis.zscore(f"held:{session.visitor_id}", names[6]) is None
    for name in names:
        await gateway.tell("DISCONNECT", name)
    assert not await gateway.parts.redis.exists(f"held:{session.visitor_id}")


async def test_a_ping_with_an_id_is_acked_and_one_without_is_not(
    gateway: Gateway, shop: Place
) -> None:
    name = await gateway.open()
    assert await gateway.connect(name, (await gateway.session(shop)).token) == {"ok": True}
    await gateway.send(name, {"event": "ping"})
    await gateway.send(name, {"id": 7, "event": "ping"})
    assert gateway.posts.frames[1:] == [(name, {"id": 7, "ack": {"ok": True}})]
    await gateway.tell("DISCONNECT", name)
