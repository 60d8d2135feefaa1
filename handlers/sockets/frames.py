"""What a client may put into a frame, judged before any library sees it.

python-socketio leaves most malformed frames without a reply and closes the transport on others
(20 of 26 kinds tried); a client that waits for an ack then waits for ever. So frames are judged
here: good ones pass untouched, others get an answer.

Engine.IO 4 packet types: 0 open, 1 close, 2 ping, 3 pong, 4 message, 5 upgrade, 6 noop.
Socket.IO 5 packet types: 0 connect, 1 disconnect, 2 event, 3 ack, 4 error, 5/6 binary.
"""

import re
from dataclasses import dataclass

import orjson

from handlers.services.commands import MAX_COMMAND, is_small
from shared.kernel.errors import ErrorCode
from shared.realtime.events import Namespace

MAX_FRAME = MAX_COMMAND
_CONTROL = frozenset({"1", "2probe", "3", "5", "6"})
_PACKET = re.compile(
    r"4([0-6])(?:(/[^,?]{0,64})(?:\?[^,]{0,64})?(?:,|$))?(\d{1,9})?(.*)", re.DOTALL
)
_NAMESPACES = frozenset(Namespace)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a frame does not pass, and how its sender can be told."""

    code: ErrorCode
    namespace: str | None = None
    ack_id: int | None = None


def judge(frame: str) -> Refusal | None:  # noqa: PLR0911 (a table of cases)
    """Return why ``frame`` must not pass, or nothing if it may."""
    if len(frame) > MAX_FRAME:
        return Refusal(ErrorCode.PAYLOAD_TOO_LARGE)
    if frame in _CONTROL:
        return None
    match = _PACKET.fullmatch(frame)
    if match is None:
        return Refusal(ErrorCode.MALFORMED_FRAME)
    kind, namespace, ack, body = match.groups()
    if namespace not in _NAMESPACES:
        # The main namespace is not used; the server answers a CONNECT to it with an error.
        return None if kind == "0" else Refusal(ErrorCode.MALFORMED_FRAME)
    # Digits that go on are no number that an ack could carry back.
    ack_id = int(ack) if ack and not body[:1].isdigit() else None
    if kind == "1" and not body:
        return None
    if kind == "0":
        return _judge_connect(namespace, body)
    if kind == "2":
        return _judge_event(namespace, ack_id, body)
    return Refusal(ErrorCode.MALFORMED_FRAME, namespace, ack_id)


def is_command(frame: str) -> bool:
    """Whether a frame that passed counts against the sender's rate."""
    return frame.startswith("42")


def _judge_connect(namespace: str, body: str) -> Refusal | None:
    if not body:
        return None
    try:
        auth = orjson.loads(body)
    except orjson.JSONDecodeError:
        return Refusal(ErrorCode.MALFORMED_FRAME, namespace)
    is_good = isinstance(auth, dict) and is_small(auth)
    return None if is_good else Refusal(ErrorCode.MALFORMED_FRAME, namespace)


def _judge_event(namespace: str, ack_id: int | None, body: str) -> Refusal | None:
    try:
        data = orjson.loads(body)
    except orjson.JSONDecodeError:
        return Refusal(ErrorCode.MALFORMED_FRAME, namespace, ack_id)
    if not isinstance(data, list) or not data or not isinstance(data[0], str):
        return Refusal(ErrorCode.MALFORMED_FRAME, namespace, ack_id)
    if len(data) > 2 or not is_small(data):
        return Refusal(ErrorCode.INVALID_PAYLOAD, namespace, ack_id)
    return None
