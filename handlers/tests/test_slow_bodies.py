"""A body that stops coming, or comes a byte at a time, is answered with 408 and forgotten."""

import asyncio
import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from starlette.types import Message, Receive

from handlers.bodies import Patience, read_body
from handlers.tests.conftest import Place
from handlers.tests.door import ERROR_KEYS, SHOP, Door
from handlers.tests.test_http import SESSIONS
from handlers.tests.test_knowledge import DOCUMENTS
from shared.kernel.errors import TooSlow

SILENCE, WHOLE = 1.0, 3.0


@pytest.fixture(scope="module")
def impatient(services_folder: Path, stores_settings: dict[str, str]) -> Iterator[Door]:
    """A process that waits for a shorter time than others, so that the tests need not."""
    patience = {"BODY_SILENCE": f"PT{SILENCE}S", "BODY_TIMEOUT": f"PT{WHOLE}S"}
    with closing(Door(services_folder / "impatient.log", stores_settings | patience)) as opened:
        yield opened


def send(
    door: Door, path: str, first: bytes, headers: dict[str, str], *, drips: bool
) -> tuple[int, dict[str, str], Any, float]:
    """Begin a body, then drip or be silent; the reply, and how long it took."""
    sent = {"Host": "x", "Content-Length": "5000", "Connection": "keep-alive", **headers}
    head = f"POST {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in sent.items())
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", door.port), timeout=20) as peer:
        peer.sendall(head.encode() + b"\r\n" + first)
        reply = b""
        peer.settimeout(0.2 if drips else 20)
        while time.monotonic() - began < 20:
            try:
                piece = peer.recv(65536)
            except TimeoutError:
                peer.sendall(b"x")
                continue
            if not piece:
                break  # it closes the connection: nothing more of this body is read
            reply += piece
    status, _, rest = reply.partition(b"\r\n")
    lines, _, body = rest.partition(b"\r\n\r\n")
    named = dict(line.lower().split(": ", 1) for line in lines.decode().split("\r\n"))
    return int(status.split()[1]), named, json.loads(body), time.monotonic() - began


@pytest.mark.services
@pytest.mark.parametrize(
    ("drips", "least", "most"), [(False, SILENCE, WHOLE - 0.5), (True, WHOLE, WHOLE + 3)]
)
@pytest.mark.parametrize("path", [SESSIONS, "/socket.io/?EIO=4&transport=polling&sid=x"])
def test_a_body_that_does_not_come_is_answered_and_its_connection_closed(
    impatient: Door, shop: Place, path: str, *, drips: bool, least: float, most: float
) -> None:
    headers = {"Origin": SHOP, "Content-Type": "application/json"}
    status, named, body, took = send(impatient, path, b"{", headers, drips=drips)
    assert status == 408
    assert set(body) >= ERROR_KEYS
    assert (body["code"], body["retryable"]) == ("body_timeout", True)
    assert named["connection"] == "close"
    assert least - 0.3 < took < most
    if path == SESSIONS:
        assert named["access-control-allow-origin"] in (SHOP, "*")
    again = impatient.request("POST", SESSIONS, json={"site_key": shop.key})
    assert again.status_code == 200


@pytest.mark.services
@pytest.mark.parametrize("drips", [False, True])
def test_half_a_file_is_not_stored(
    impatient: Door, shop: Place, connection: Connection[Any], *, drips: bool
) -> None:
    name = f"half-{drips}.txt"
    query = f"site_key={shop.key}&agent=network&name={name}"
    headers = {
        "Origin": impatient.console,
        "Authorization": f"Bearer {impatient.token(shop.admin)}",
        "Accept-Language": "ru",
    }
    path = f"{DOCUMENTS}/upload?{query}"
    status, _, body, _ = send(impatient, path, b"half a file", headers, drips=drips)
    assert (status, body["code"]) == (408, "body_timeout")
    assert "медленно" in body["message"]
    rows = "SELECT count(*) FROM documents WHERE site_id = %s AND name = %s"
    assert connection.execute(rows, (shop.id, name)).fetchone() == (0,)
    assert "request.failed" not in impatient.logged()


def pieces(*waits: tuple[float, bytes]) -> Receive:
    """A body whose pieces come after so many seconds each."""
    left = list(waits)

    async def receive() -> Message:
        wait, piece = left.pop(0)
        await asyncio.sleep(wait)
        return {"type": "http.request", "body": piece, "more_body": bool(left)}

    return receive


async def test_a_slow_line_has_the_time_that_its_bytes_take() -> None:
    patience = Patience(silence=0.2, whole=0.3, rate=1_000)
    slow = [(0.1, b"x" * 200)] * 8
    assert len(await read_body(pieces(*slow), 5_000, patience)) == 1_600
    for waits in ([(0.1, b"x")] * 8, [(0.0, b"x" * 900), (0.5, b"x")]):
        with pytest.raises(TooSlow):
            await read_body(pieces(*waits), 5_000, patience)


async def test_what_is_there_is_taken_however_late_it_is_looked_for() -> None:
    """Given a process that was held up: the body is not to blame."""
    patience = Patience(silence=0, whole=0, rate=1_000)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"x", "more_body": False}

    assert await read_body(receive, 10, patience) == b"x"
