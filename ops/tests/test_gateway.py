"""The gateway's plugin, in a real nginx: who is let through, and what is signed."""

import json
import socket
import time
from contextlib import closing
from pathlib import Path

import pytest

from handlers.tests.door import ERROR_KEYS
from ops.tests.asking import (
    BANK_KEY,
    LOOK,
    SESSIONS,
    SHOP,
    SHOP_KEY,
    TABLE_KEY,
    WILD_KEY,
    ask,
    begin,
    verdict,
)
from ops.tests.conftest import Start
from ops.tests.fake_platform import CONSOLE, ORIGINS, SECRET, SITES, FakePlatform, site_id
from ops.tests.gateway import Gateway
from shared.contracts.wire import ErrorBody
from shared.domain.error_sentences import error_sentence
from shared.domain.scopes import KEY_PREFIX
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode
from shared.tests.test_origins import HOSTILE

pytestmark = pytest.mark.services

_MOST = 64 * 1024
"""Bytes of a body to sessions, as kong.yml has it."""


def test_a_site_s_own_pages_pass_and_nobody_else_s(start: Start) -> None:
    gateway = start()
    assert verdict(begin(gateway)) == "200"
    assert verdict(begin(gateway, BANK_KEY, "https://bank.example.com:8443")) == "200"
    assert verdict(begin(gateway, WILD_KEY, "https://a.b.wild.example.org")) == "200"
    # Origins of the platform, but of other sites.
    assert verdict(begin(gateway, BANK_KEY)) == "403 origin_forbidden"
    assert verdict(begin(gateway, SHOP_KEY, CONSOLE)) == "403 origin_forbidden"
    assert verdict(begin(gateway, WILD_KEY, "https://wild.example.org")) == "403 origin_forbidden"
    assert verdict(begin(gateway, origin=None)) == "403 origin_missing"
    assert verdict(begin(gateway, "nobody-0001")) == "404 site_unknown"
    for key in (None, 7, "short", "a/../../origins", "a" * 65, ["shop-0001"]):
        assert verdict(begin(gateway, key)) == "400 invalid_payload", key
    for body in (b"", b"[]", b"{", b"\xff", b"null"):
        reply = ask(gateway, "POST", SESSIONS, content=body)
        assert verdict(reply) == "400 invalid_payload", body
    assert verdict(ask(gateway, "GET", f"{LOOK}?site_key={SHOP_KEY}")) == "200"
    assert verdict(ask(gateway, "GET", f"{LOOK}?site_key={BANK_KEY}")) == "403 origin_forbidden"
    assert verdict(ask(gateway, "GET", LOOK)) == "400 invalid_payload"


@pytest.mark.parametrize("piece", [7, 4096, 65_536], ids="pieces of {}".format)
def test_a_body_is_measured_without_its_framing(start: Start, piece: int) -> None:
    """A chunked one of 64 KiB does not fit into nginx's buffer of 64 KiB: it lies in a file."""
    gateway, said = start(), json.dumps({"site_key": SHOP_KEY, "identity": ""}).encode()

    def send(size: int, *, is_chunked: bool) -> str:
        body = said[:-2] + b"i" * (size - len(said)) + said[-2:]
        pieces = (body[at : at + piece] for at in range(0, size, piece))
        reply = ask(gateway, "POST", SESSIONS, content=pieces if is_chunked else body)
        if reply.status_code == 200:
            assert reply.json()["headers"]["x-widget-site"] == site_id(SHOP_KEY)
            assert reply.json()["body"].encode() == body
        return verdict(reply)

    for is_chunked in (False, True):
        for size in (1000, _MOST - 20, _MOST - 1, _MOST):
            assert send(size, is_chunked=is_chunked) == "200", (size, is_chunked)
        for size in (_MOST + 1, 3 * _MOST):
            assert send(size, is_chunked=is_chunked) == "413 payload_too_large", (size, is_chunked)


def test_each_route_asks_for_what_its_callers_have(start: Start) -> None:
    gateway = start()
    messages, inbox, sockets = (
        "/api/v1/visitor/messages",
        "/api/v1/conversations",
        "/socket.io/?E=4",
    )
    key = {"Authorization": f"Bearer {KEY_PREFIX}whatever"}
    for path, origin, headers, expected in (
        (messages, SHOP, {}, "200"),
        (messages, CONSOLE, {}, "200"),  # the demo page
        (messages, "https://evil.test", {}, "403 origin_forbidden"),
        (messages, None, {}, "403 origin_missing"),
        (messages, None, key, "403 origin_missing"),
        (sockets, SHOP, {}, "200"),
        (sockets, CONSOLE, {}, "200"),
        (sockets, "https://evil.test", {}, "403 origin_forbidden"),
        (sockets, None, {}, "403 origin_missing"),
        (inbox, CONSOLE, {}, "200"),
        (inbox, SHOP, {}, "403 origin_forbidden"),
        (inbox, None, {}, "403 origin_missing"),
        (inbox, None, key, "200"),
        (inbox, "https://evil.test", key, "403 origin_forbidden"),
        ("/widget.js", None, {}, "200"),
        ("/widget/panel.js", "https://evil.test", {}, "200"),
        ("/demo/", None, {}, "200"),
        ("/admin/inbox", None, {}, "200"),
        ("/", None, {}, "200"),
    ):
        reply = ask(gateway, "GET", path, origin, headers=headers)
        assert verdict(reply) == expected, (path, origin, headers)
    for path in ("/healthz", "/readyz", "/metrics", ORIGINS, "/widget/../metrics", "/widget.jsx"):
        assert ask(gateway, "GET", path, CONSOLE).status_code == 404, path


def test_a_page_of_our_own_says_no_origin_when_it_reads(start: Start) -> None:
    gateway = start()
    own = {"Host": "help.example.net", "Sec-Fetch-Site": "same-origin"}
    reply = ask(gateway, "GET", "/api/v1/conversations", None, headers=own)
    assert reply.json()["headers"]["x-widget-origin"] == CONSOLE
    for changed in ({"Host": "evil.test"}, {"Sec-Fetch-Site": "cross-site"}, {"Host": "a b"}):
        reply = ask(gateway, "GET", "/api/v1/conversations", None, headers=own | changed)
        assert reply.status_code in (400, 403), changed


def test_a_preflight_is_judged_by_its_origin_alone(start: Start) -> None:
    gateway = start()
    asked = {"Access-Control-Request-Method": "POST"}
    for origin, expected in ((SHOP, "200"), ("https://evil.test", "403 origin_forbidden")):
        assert verdict(ask(gateway, "OPTIONS", SESSIONS, origin, headers=asked)) == expected


def test_what_only_a_gateway_may_say_is_dropped_and_set_anew(start: Start) -> None:
    gateway = start()
    spoofed = {
        "X-Widget-Site": "another", "X-Widget-Anything": "1", "X_Widget_Origin": "https://evil.test",
        "X-Forwarded-For": "6.6.6.6", "X-Forwarded-Host": "evil.test", "X-Forwarded-Server": "evil",
        "X_Forwarded_For": "6.6.6.6", "Forwarded": "for=6.6.6.6", "X-Real-IP": "6.6.6.6",
        "X-Widget-Signature": "0" * 64,
    }  # fmt: skip
    seen = begin(gateway, headers=spoofed).json()["headers"]
    assert (seen["x-widget-site"], seen["x-widget-origin"]) == (site_id(SHOP_KEY), SHOP)
    assert abs(int(seen["x-widget-time"]) - time.time()) < 5
    told = {name: value for name, value in seen.items() if "forwarded" in name}
    host = gateway.url.removeprefix("http://")
    assert told == {
        "x-forwarded-for": "127.0.0.1", "x-forwarded-host": host, "x-forwarded-proto": "http",
        "x-forwarded-port": str(gateway.port),
    }  # fmt: skip
    assert not set(seen) & {"x-widget-anything", "x_widget_origin", "x_forwarded_for", "x-real-ip"}
    seen = ask(gateway, "GET", "/widget.js", headers=spoofed).json()["headers"]
    assert not set(seen) & {"x-widget-site", "x-widget-origin", "x-widget-anything"}
    # More than can be looked at.
    many = {f"X-Widget-{n}": "1" for n in range(250)}
    assert verdict(begin(gateway, headers=many)) == "413 payload_too_large"


def test_nobody_has_a_header_dropped_after_it_was_judged(start: Start) -> None:
    """Kong drops what ``Connection`` names; before 3.9.4 the length of a body too."""
    gateway = start()
    for named in ("close", "keep-alive", "Upgrade", "keep-alive, upgrade", "TE", ""):
        assert verdict(begin(gateway, headers={"Connection": named})) == "200", named
    for named in ("Content-Length", "close, content-length", "X-Widget-Signature,close", "Cookie"):
        reply = begin(gateway, headers={"Connection": named})
        assert verdict(reply) == "400 invalid_payload", named
        reply = ask(gateway, "GET", "/widget.js", headers={"Connection": named})
        assert verdict(reply) == "400 invalid_payload", named


def test_what_is_signed_is_the_path_as_it_is_sent(start: Start) -> None:
    gateway = start()
    for path in (
        "/admin/%D0%B0%20b",
        "/admin/x/../y",
        "/admin//z",
        "/admin/a%2Fb?q=%20",
        "/admin/a%3Fb",
    ):
        # The platform answers 403 where the signature does not fit.
        assert ask(gateway, "GET", path).status_code == 200, path


def test_a_hostile_origin_does_not_get_through(start: Start, platform: FakePlatform) -> None:
    gateway = start()
    # White space around a value, and a line's end, are not the value's: such a header is another.
    sendable = [text for text in HOSTILE if text == text.strip() and "\r\n" not in text]
    assert len(sendable) >= 60
    assert raw_status(gateway, "https://example.com") == 200
    assert raw_status(gateway, "https://example.com:443") == 200
    passed = [text for text in sendable if raw_status(gateway, text) not in (400, 403)]
    assert passed == []
    assert raw_status(gateway, "https://example.com\r\nOrigin: https://example.com") == 403
    assert platform.asked[SITES + TABLE_KEY] == 1


def raw_status(gateway: Gateway, origin: str) -> int:
    """The status of a request whose Origin is these very bytes."""
    with socket.create_connection(("127.0.0.1", gateway.port), 10) as connection:
        head = f"GET {LOOK}?site_key={TABLE_KEY} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        connection.sendall(f"{head}Origin: {origin}\r\n\r\n".encode())
        return int(connection.recv(64).split()[1])


def test_a_refusal_is_an_error_of_the_platform_s_own(start: Start) -> None:
    gateway = start()
    asked = {"X-Request-ID": "0193-my-own-id", "Accept-Language": "en-GB,en;q=0.9"}
    reply = begin(gateway, origin=None, headers=asked)
    body = ErrorBody.model_validate(reply.json())
    assert set(reply.json()) >= ERROR_KEYS
    assert body.request_id == "0193-my-own-id"
    assert body.message == error_sentence(ErrorCode.ORIGIN_MISSING, Locale.EN)
    assert reply.headers["cache-control"] == "no-store"
    russian = begin(gateway, origin=None).json()
    assert russian["message"] == error_sentence(ErrorCode.ORIGIN_MISSING, Locale.RU)
    assert len(russian["request_id"]) == 32


def test_a_refusal_is_numbered_as_handlers_number_theirs(start: Start) -> None:
    """A usable number stays, another is replaced; header and body say the same."""
    gateway = start()
    for given, kept in (("0193-my-own-id", True), ("x", False), ("a b" * 9, False)):
        reply = begin(gateway, origin=None, headers={"X-Request-ID": given})
        assert reply.headers["x-request-id"] == reply.json()["request_id"]
        assert (reply.headers["x-request-id"] == given) == kept


def test_with_a_wrong_secret_nobody_gets_in(services_folder: Path, platform: FakePlatform) -> None:
    folder = services_folder / "gateway-wrong"
    with closing(Gateway(folder, platform.address, SECRET[::-1])) as gateway:
        assert verdict(begin(gateway)) == "503 store_unavailable"
        assert verdict(begin(gateway, "nobody-0001")) == "503 store_unavailable"
        assert "the platform answered 403" in gateway.logged()
        assert json.loads(ask(gateway, "GET", "/widget.js").text)["code"] == "gateway_required"
