"""A client that does not read costs little memory, for a short time, and nobody else anything."""

import asyncio
import json
import re
import secrets
import time

import pytest
from engineio import packet
from redis import Redis

from handlers.sockets.outgoing import MOST_BYTES, MOST_PACKETS, Outgoing
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_sockets import message
from handlers.tests.wire import Socket

CLOSED_SECONDS = 10.0
MOST_KEPT = 0.5 * 1024 * 1024


def delta(conversation_id: str, text: str) -> str:
    """A frame as the GPU worker publishes it."""
    data = {"conversation_id": conversation_id, "message_id": conversation_id}
    event = {"event": "message.delta", "to": "all", "data": data | {"offset": 0, "text": text}}
    return json.dumps({"n": 0, "inc": ""} | event)


async def flood(redis: Redis, conversation_id: str, most_bytes: int) -> int:
    """Publish frames until nobody listens; returns how many bytes went out."""
    frame, sent, until = delta(conversation_id, "x" * 4000), 0, time.monotonic() + CLOSED_SECONDS
    while sent < most_bytes and time.monotonic() < until:
        for _ in range(50):
            listeners = redis.publish(f"conv:{conversation_id}", frame)
            sent += len(frame)
        if not listeners:
            break
        await asyncio.sleep(0.01)
    return sent


@pytest.mark.services
async def test_a_socket_that_does_not_read_is_closed_within_ten_seconds_and_keeps_little(
    door: Door, shop: Place, redis: Redis
) -> None:
    session = door.open_session(shop.key)
    memory, socket = door.memory(), await Socket.visitor(door, session["token"])
    try:
        socket.stop_reading()
        began = time.monotonic()
        sent = await flood(redis, session["conversation_id"], 80 * 1024 * 1024)
        # The kernel's buffers take some megabytes; the process may not keep the rest.
        kept = door.memory() - memory
        while door.holds(socket.port):
            assert time.monotonic() - began < CLOSED_SECONDS, "still connected"
            await asyncio.sleep(0.1)
        assert sent > MOST_KEPT * 4
        # The allocator has noise of its own; unlimited, it is all that was sent.
        assert kept < min(MOST_KEPT + 6 * 1024 * 1024, sent / 2), (kept, sent)
    finally:
        socket.vanish()
    assert "socket.too_slow" in door.logged()
    told = door.request("GET", "/metrics").text
    assert re.search(r'^otvet_sockets_cut_total\{reason="too_slow"\} [1-9]', told, re.MULTILINE)


@pytest.mark.services
async def test_a_console_that_does_not_read_makes_nobody_else_wait(
    door: Door, shop: Place, redis: Redis
) -> None:
    session = door.open_session(shop.key)
    here = {"conversation_id": session["conversation_id"]}
    other = door.open_session(shop.key)
    operator = await Socket.operator(door, door.token(shop.operator))
    try:
        assert (await operator.ask("/operator", "conversation.open", here))["ok"]
        operator.stop_reading()
        await flood(redis, session["conversation_id"], 24 * 1024 * 1024)
        # Listening anew hangs up every console, for the inbox keeps nothing of what it was told.
        redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub")  # type: ignore[no-untyped-call]
        await asyncio.sleep(1.5)
        async with await Socket.visitor(door, other["token"]) as visitor:
            assert (await visitor.ask("/visitor", "message.send", message("слышно?")))["ok"]
            assert (await visitor.until("message.created"))["message"]["text"] == "слышно?"
    finally:
        operator.vanish()


async def test_what_waits_is_measured_by_number_and_by_size() -> None:
    many, large = Outgoing(), Outgoing()
    one_by_one = packet.Packet(packet.MESSAGE, data="x")
    while not many.is_over():
        many.put_nowait(one_by_one)
    assert many.qsize() == MOST_PACKETS
    size = 1000 + secrets.randbelow(9000)
    while not large.is_over():
        large.put_nowait(packet.Packet(packet.MESSAGE, data="x" * size))
    assert MOST_BYTES < large.waiting_bytes <= MOST_BYTES + size
    assert 2 * large.waiting_bytes < MOST_KEPT, "the writer may hold as much as may wait"
    # Whoever reads on is not over any more, and nothing is left to be counted.
    await large.get()
    await large.get()
    assert not large.is_over()
    large.clear()
    assert (large.waiting_bytes, large.empty()) == (0, True)


async def test_one_packet_of_any_size_may_wait() -> None:
    queue = Outgoing()
    queue.put_nowait(packet.Packet(packet.MESSAGE, data="x" * (MOST_BYTES * 3)))
    assert not queue.is_over(), "a snapshot must come through"
