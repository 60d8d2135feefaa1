"""What the gateway asks the platform: seldom, whoever asks for it, and what it does without."""

import asyncio
import secrets
import selectors
import socket
import time
from contextlib import ExitStack

import httpx
import pytest

from ops.tests.asking import LOOK, SHOP, SHOP_KEY, ask, begin, verdict
from ops.tests.conftest import Start
from ops.tests.fake_platform import ORIGINS, SITES, FakePlatform
from ops.tests.gateway import Gateway
from tests.plain_http import no_authorities

pytestmark = pytest.mark.services


async def test_many_at_once_ask_once_and_so_does_what_nobody_has(
    start: Start, platform: FakePlatform
) -> None:
    gateway = start()
    limits = httpx.Limits(max_connections=40)
    async with httpx.AsyncClient(
        base_url=gateway.url, headers={"Origin": SHOP}, limits=limits, verify=no_authorities()
    ) as client:
        for key, status in ((SHOP_KEY, 200), ("nobody-0001", 404)):
            path = f"{LOOK}?site_key={key}"
            replies = await asyncio.gather(*(client.get(path) for _ in range(100)))
            assert {reply.status_code for reply in replies} == {status}
        replies = await asyncio.gather(*(client.get("/socket.io/") for _ in range(100)))
        assert {reply.status_code for reply in replies} == {200}
    assert platform.asked == {SITES + SHOP_KEY: 1, SITES + "nobody-0001": 1, ORIGINS: 1}


def test_an_answer_is_asked_for_again_once_it_is_old(start: Start, platform: FakePlatform) -> None:
    gateway = start(ttl=1, retry=1)
    began = time.monotonic()
    assert verdict(begin(gateway, "later-0001")) == "404 site_unknown"
    platform.sites["later-0001"] = [SHOP]
    while time.monotonic() < began + 3.5:
        begin(gateway)
    assert 3 <= platform.asked[SITES + SHOP_KEY] <= time.monotonic() - began + 1
    assert verdict(begin(gateway, "later-0001")) == "200"
    platform.sites[SHOP_KEY] = []
    time.sleep(1.1)
    assert verdict(begin(gateway)) == "403 origin_forbidden"


def flood(gateway: Gateway) -> bytes:
    """Ask for 4,000 keys that nobody has, 40 at a time; returns what came back in 0.3 s."""
    with ExitStack() as stack, selectors.DefaultSelector() as ready:
        for _ in range(40):
            connection = socket.create_connection(("127.0.0.1", gateway.port), 10)
            ready.register(stack.enter_context(connection), selectors.EVENT_READ)
            asked = (
                f"GET {LOOK}?site_key={secrets.token_hex(8)} HTTP/1.1\r\n"
                f"Host: x\r\nOrigin: {SHOP}\r\n\r\n"
                for _ in range(100)
            )
            connection.sendall("".join(asked).encode())
        answered, until = b"", time.monotonic() + 0.3
        while time.monotonic() < until:
            for key, _ in ready.select(0.05):
                answered += key.fileobj.recv(65536)  # type: ignore[union-attr]
    return answered


def test_made_up_keys_are_looked_up_ten_a_second_and_shut_no_site_out(
    start: Start, platform: FakePlatform
) -> None:
    gateway = start(ttl=1)
    assert verdict(begin(gateway)) == "200"
    began, replies, answered = time.monotonic(), [], b""
    while time.monotonic() < began + 3:
        answered += flood(gateway)
        replies.append(verdict(begin(gateway)))
    assert set(replies) == {"200"}
    refused = answered.count(b"HTTP/1.1 503")
    assert refused > 100
    assert answered.count(b"\r\nRetry-After: 2\r\n") in (refused, refused - 1)
    lasted = time.monotonic() - began
    known = platform.asked.pop(SITES + SHOP_KEY)
    assert 10 <= platform.asked.total() <= 10 * lasted + 2  # the first was before
    assert known <= lasted + 2


@pytest.mark.parametrize("trouble", ["refusing", "hanging"])
def test_while_the_platform_is_away_known_sites_go_on_for_a_while_and_others_do_not(
    start: Start, platform: FakePlatform, trouble: str
) -> None:
    gateway = start(ttl=1, retry=1, max_stale=4, read_timeout=300)
    assert verdict(begin(gateway)) == "200"
    assert verdict(ask(gateway, "GET", "/socket.io/")) == "200"
    began = time.monotonic()
    platform.trouble = trouble
    platform.asked.clear()
    while time.monotonic() < began + 3:
        assert verdict(begin(gateway)) == "200"
        assert verdict(ask(gateway, "GET", "/socket.io/")) == "200"
        assert verdict(begin(gateway, origin="https://evil.test")) == "403 origin_forbidden"
        assert verdict(begin(gateway, "nobody-0001")) == "503 store_unavailable"
        time.sleep(0.05)
    # It is not hammered: one attempt a second, of whatever key.
    assert platform.asked.total() <= time.monotonic() - began + 1
    time.sleep(began + 4.1 - time.monotonic())
    assert verdict(begin(gateway)) == "503 store_unavailable"
    assert verdict(ask(gateway, "GET", "/socket.io/")) == "503 store_unavailable"
    assert verdict(ask(gateway, "GET", "/widget.js", None)) == "200"
    platform.trouble = None
    until = time.monotonic() + 6
    while verdict(begin(gateway)) != "200":
        assert time.monotonic() < until, "it does not come back"
        time.sleep(0.1)
