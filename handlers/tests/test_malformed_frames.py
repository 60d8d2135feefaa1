"""A malformed frame is answered in the error shape, and the socket stays usable or is closed."""

import asyncio
import json
import time
from typing import Any

import pytest

from handlers.sockets.frames import MAX_FRAME, judge
from handlers.tests.conftest import Place
from handlers.tests.door import ERROR_KEYS, Door
from handlers.tests.wire import ANSWER_SECONDS, Socket

DEEP = json.dumps(json.loads("[" * 9 + "]" * 9))
WIDE = json.dumps({f"key{number}": 1 for number in range(33)})
LONG = json.dumps(["message.send", {"text": "x" * 70_000}])

MALFORMED: dict[str, str | bytes] = {
    "empty": "",
    "blank": " ",
    "a word": "hello",
    "JSON without a packet": '{"event": "message.send"}',
    "Engine.IO open": "0",
    "Engine.IO open with data": '0{"sid":"x"}',
    "Engine.IO ping with data": "2hello",
    "Engine.IO pong with data": "3hello",
    "Engine.IO type 7": "7",
    "Engine.IO type 9": "9x",
    "Engine.IO type b": "bSGVsbG8=",
    "Socket.IO type missing": "4",
    "Socket.IO type 7": '47/visitor,["x"]',
    "Socket.IO type 9": "49",
    "Socket.IO type a letter": "4x/visitor,[]",
    "CONNECT_ERROR from a client": '44/visitor,{"message":"x"}',
    "ack for nothing": "43/visitor,5[]",
    "ack without a number": "43/visitor,[]",
    "binary event": '451-/visitor,["x",{"_placeholder":true,"num":0}]',
    "binary event with many attachments": '4599999999-/visitor,["x"]',
    "binary ack": '461-/visitor,5["x"]',
    "binary frame": b"\x00\x01\x02",
    "binary frame of a good text": b'42/visitor,["typing.start"]',
    "event in the main namespace": '42["typing.start"]',
    "event in an unknown namespace": '42/admin,["typing.start"]',
    "event in a namespace with a path": '42/visitor/../operator,["typing.start"]',
    "event in a namespace of 4 kB": "42/" + "x" * 4_096 + ',["typing.start"]',
    "event without data": "42/visitor,",
    "event without a namespace's comma": '42/visitor["typing.start"]',
    "event of broken JSON": '42/visitor,["typing.start"',
    "event of broken JSON with an ack": '42/visitor,7["typing.start"',
    "event of NaN": '42/visitor,8["conversation.read",{"seq":NaN}]',
    "event of a lone surrogate": '42/visitor,9["message.send",{"text":"\\ud800"}]',
    "event that is an object": '42/visitor,10{"event":"typing.start"}',
    "event that is a string": '42/visitor,11"typing.start"',
    "event that is null": "42/visitor,12null",
    "event without a name": "42/visitor,13[]",
    "event named by a number": "42/visitor,14[5]",
    "event named by null": "42/visitor,15[null,{}]",
    "event named by a list": '42/visitor,16[["typing.start"],{}]',
    "event with three arguments": '42/visitor,17["typing.start",{},{}]',
    "event nested too deep": f'42/visitor,18["typing.start",{DEEP}]',
    "event nested beyond all parsers": f'42/visitor,19["x",{"[" * 20_000}{"]" * 20_000}]',
    "event with 33 keys": f'42/visitor,20["typing.start",{WIDE}]',
    "event with 33 items": f'42/visitor,21["typing.start",{list(range(33))}]',
    "event of 70 kB": f"42/visitor,22{LONG}",
    "event with a huge ack number": '42/visitor,99999999999999999999["typing.start"]',
    "event with an ack number of 4 kB": "42/visitor," + "9" * 4_096 + '["typing.start"]',
    "event with a negative ack number": '42/visitor,-5["typing.start"]',
    "event with a huge integer": f'42/visitor,23["conversation.read",{{"seq":{"9" * 5_000}}}]',
    "unknown event": '42/visitor,24["no.such.event",{}]',
    "event that only the server sends": '42/visitor,25["message.completed",{}]',
    "reserved event connect": '42/visitor,26["connect",{}]',
    "reserved event disconnect": '42/visitor,27["disconnect"]',
    "catch-all event": '42/visitor,28["*",{}]',
    "inner event": '42/visitor,29["__class__",{}]',
    "payload a string": '42/visitor,30["message.send","hello"]',
    "payload a list": '42/visitor,31["message.send",[1]]',
    "payload null": '42/visitor,32["message.send",null]',
    "payload missing": '42/visitor,33["message.send"]',
    "payload of wrong types": '42/visitor,34["message.send",{"client_message_id":5,"text":[]}]',
    "payload with a foreign key": '42/visitor,35["typing.start",{"conversation_id":"x"}]',
    "CONNECT again": '40/visitor,{"token":"x"}',
    "CONNECT to the main namespace": "40",
    "CONNECT to an unknown namespace": "40/admin,{}",
    "CONNECT with a list": "40/operator,[]",
    "CONNECT with broken JSON": "40/operator,{",
    "CONNECT without a token": "40/operator,{}",
    "CONNECT with a token of a wrong type": '40/operator,{"token":{"$ne":1}}',
    "event before CONNECT": '42/operator,36["conversation.take",{}]',
    "event before CONNECT without an ack": '42/operator,["conversation.take",{}]',
    "DISCONNECT with data": '41/visitor,{"x":1}',
}


async def answer(socket: Socket, frame: str | bytes) -> str:
    """Return what the server says to a frame: an answer, or why it closed."""
    await socket.send(frame)
    try:
        while True:
            said = await socket.frame(ANSWER_SECONDS)
            if said.startswith(("43/", "44")) or '["error",' in said:
                return said
    except ConnectionError:
        return ""


def error_of(said: str) -> dict[str, Any]:
    """Return the error in an event, an ack or a CONNECT_ERROR."""
    body = said[min(place for place in (said.find("["), said.find("{")) if place >= 0) :]
    decoded = json.loads(body)
    if isinstance(decoded, dict):
        inner: dict[str, Any] = decoded["data"]
        return inner
    found: dict[str, Any] = decoded[1] if decoded[0] == "error" else decoded[0]["error"]
    return found


def wanted_ack(frame: str | bytes) -> str | None:
    """Return the number of the ack that a frame asks for, if it does."""
    if not isinstance(frame, str) or not frame.startswith("42/"):
        return None
    number = frame.partition(",")[2]
    digits = number[: len(number) - len(number.lstrip("0123456789"))]
    return digits if 0 < len(digits) < 10 else None


@pytest.mark.services
@pytest.mark.parametrize("name", MALFORMED)
async def test_a_malformed_frame_is_answered_and_the_socket_stays_usable_or_says_why_not(
    door: Door, shop: Place, name: str
) -> None:
    frame = MALFORMED[name]
    token = door.open_session(shop.key)["token"]
    async with await Socket.visitor(door, token) as socket:
        began = time.monotonic()
        said = await answer(socket, frame)
        assert time.monotonic() - began < ANSWER_SECONDS
        if not said:
            assert socket.close_code in (1008, 1009), name
            assert socket.close_reason, f"closed without a word: {socket.close_code}"
            return
        error = error_of(said)
        assert set(error) >= ERROR_KEYS, said
        assert error["retryable"] is False
        if number := wanted_ack(frame):
            assert said.startswith(f"43/{str(frame)[3:].partition(',')[0]},{number}["), said
        reply = await socket.ask("/visitor", "typing.start", {})
        assert reply == {"ok": True}, "the socket is not usable any more"


def test_there_are_enough_kinds_of_malformed_frames() -> None:
    assert len(MALFORMED) >= 26


@pytest.mark.parametrize(
    "frame",
    ["1", "2probe", "3", "5", "6", "40/visitor,", '40/visitor,{"token":"x"}', "41/visitor,",
     '42/visitor,["typing.start"]', '42/visitor,1["message.send",{"text":"x"}]',
     '42/operator,999999999["conversation.open",{}]', "40", "40/other,"],
)  # fmt: skip
def test_a_well_formed_frame_passes(frame: str) -> None:
    assert judge(frame) is None


@pytest.mark.services
@pytest.mark.parametrize("vandal", ["closes", "floods"])
async def test_a_thousand_malformed_frames_of_one_socket_do_not_touch_another(
    door: Door, shop: Place, vandal: str
) -> None:
    token, other = (door.open_session(shop.key)["token"] for _ in range(2))
    async with (
        await Socket.visitor(door, token) as bad,
        await Socket.visitor(door, other) as good,
    ):
        frames = [frame for frame in MALFORMED.values() if len(frame) < MAX_FRAME]
        if vandal == "floods":
            for number in range(1_000):
                await bad.send(frames[number % len(frames)])
        else:
            await bad.send("\x00" * 1_000)
            await bad.close()
        replies = await asyncio.gather(
            *(good.ask("/visitor", "typing.start", {}) for _ in range(3))
        )
        assert all(reply["ok"] for reply in replies)
