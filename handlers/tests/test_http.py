"""HTTP: what is refused is refused in one shape, in the caller's language."""

import json
import re
from typing import Any

import httpx
import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import ERROR_KEYS, SHOP, Door
from shared.kernel.ids import uuid7
from shared.tests.test_origins import HOSTILE

pytestmark = pytest.mark.services

SESSIONS = "/api/v1/visitor/sessions"


def refused(reply: httpx.Response, status: int, code: str, *, retryable: bool = False) -> None:
    """Check a refusal's status and shape."""
    assert reply.status_code == status, reply.text
    body = reply.json()
    assert set(body) >= ERROR_KEYS, body
    assert body["code"] == code
    assert body["retryable"] is retryable
    assert body["message"]
    assert reply.headers["X-Request-ID"] == body["request_id"]


def test_a_request_without_an_origin_is_refused(door: Door, shop: Place) -> None:
    reply = door.request("POST", SESSIONS, origin=None, json={"site_key": shop.key})
    refused(reply, 403, "origin_missing")


def test_a_request_from_another_site_s_page_is_refused(door: Door, shop: Place) -> None:
    for origin in ("https://bank.example.com", "https://evil.test", door.console):
        reply = door.request("POST", SESSIONS, origin=origin, json={"site_key": shop.key})
        refused(reply, 403, "origin_forbidden")


def test_no_hostile_origin_opens_a_session(door: Door, shop: Place) -> None:
    usable = [
        text.replace("example.com", "shop.example.com")
        for text in HOSTILE
        if text.isascii() and text.isprintable() and text.strip() == text
    ]
    assert len(usable) > 50
    with httpx.Client(base_url=door.url, timeout=20) as client:
        for origin in usable:
            headers = {"Origin": origin}
            reply = client.post(SESSIONS, json={"site_key": shop.key}, headers=headers)
            assert reply.status_code in (403, 400, 431), origin
            assert "token" not in reply.json()
            assert "access-control-allow-origin" not in reply.headers, origin


def test_a_forged_host_or_forwarding_header_opens_nothing(door: Door, shop: Place) -> None:
    for headers in (
        {"Host": "shop.example.com"},
        {"X-Forwarded-Host": "shop.example.com"},
        {"Referer": f"{SHOP}/page"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Host": "evil.test"},
    ):
        reply = door.request(
            "POST", SESSIONS, origin=None, json={"site_key": shop.key}, headers=headers
        )
        assert reply.status_code == 403, headers


def test_an_unknown_site_is_not_found(door: Door) -> None:
    refused(door.request("POST", SESSIONS, json={"site_key": "no-such-site"}), 404, "site_unknown")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"null", b"[]", b'"x"', b"5", b"\xff\xfe", b"[" * 3_000, b'{"site_key": "x"',
     b"site_key=demo", b'{"site_key": NaN}', b'{"site_key": "\\ud800aaaaaaaa"}'],
    ids=lambda content: ascii(content[:12]),
)  # fmt: skip
def test_a_body_that_is_no_good_json_is_refused(door: Door, content: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    refused(
        door.request("POST", SESSIONS, content=content, headers=headers), 400, "invalid_payload"
    )


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"site_key": None},
        {"site_key": 5},
        {"site_key": ["demo-site-key"]},
        {"site_key": {"$ne": 1}},
        {"site_key": "x"},
        {"site_key": "x" * 65},
        {"site_key": "' OR 1=1 --"},
        {"site_key": "demo\x00site"},
        {"site_key": "no-such-site", "locale": "de"},
        {"site_key": "no-such-site", "more": 1},
        {"site_key": "no-such-site", "role": "admin"},
    ],
    ids=lambda body: ascii(json.dumps(body)[:24]),
)
def test_a_body_of_wrong_types_is_refused(door: Door, body: object) -> None:
    refused(door.request("POST", SESSIONS, json=body), 400, "invalid_payload")


def test_a_body_that_is_too_large_is_refused_with_and_without_a_declared_length(
    door: Door,
) -> None:
    huge = b'{"site_key": "' + b"x" * 70_000 + b'"}'
    headers = {"Content-Type": "application/json"}
    refused(door.request("POST", SESSIONS, content=huge, headers=headers), 413, "payload_too_large")
    pieces = (huge[start : start + 8_192] for start in range(0, len(huge), 8_192))
    refused(
        door.request("POST", SESSIONS, content=pieces, headers=headers), 413, "payload_too_large"
    )


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not_found"),
        ("GET", "/nothing", 404, "not_found"),
        ("GET", SESSIONS, 405, "method_not_allowed"),
        ("DELETE", "/api/v1/auth/login", 405, "method_not_allowed"),
        ("POST", "/healthz", 405, "method_not_allowed"),
        ("GET", "/widget/no-such-file.js", 404, "not_found"),
        ("GET", "/widget/../../../etc/passwd", 404, "not_found"),
        ("GET", "/widget/..%2f..%2f..%2fpyproject.toml", 404, "not_found"),
        ("GET", "/widget/%2e%2e/%2e%2e/pyproject.toml", 404, "not_found"),
        ("GET", "/widget/%00", 404, "not_found"),
        ("GET", "/widget/" + "x" * 5_000, 404, "not_found"),
        ("GET", "/admin/assets/%00.js", 404, "not_found"),
        ("GET", "/demo/..%5c..%5cpyproject.toml", 404, "not_found"),
    ],
)
def test_a_path_or_method_that_is_none_is_refused_in_the_error_shape(
    door: Door, method: str, path: str, status: int, code: str
) -> None:
    reply = door.request(method, path)
    refused(reply, status, code)


@pytest.mark.parametrize(
    ("header", "language"),
    [("ru", "ru"), ("en-GB,en;q=0.9", "en"), ("EN", "en"), ("de,ru;q=0.5", "ru"), ("", "ru")],
)
def test_an_error_speaks_the_caller_s_language(door: Door, header: str, language: str) -> None:
    reply = door.request(
        "POST", SESSIONS, json={"site_key": "no-such-site"}, headers={"Accept-Language": header}
    )
    is_russian = any("а" <= letter <= "я" for letter in reply.json()["message"].lower())
    assert is_russian == (language == "ru")


def test_a_usable_request_id_goes_through_and_another_is_replaced(door: Door) -> None:
    for given, kept in (
        ("abc-12345-def", True),
        ("x", False),
        ("a b" * 9, False),
    ):
        reply = door.request(
            "POST",
            SESSIONS,
            json={"site_key": "no-such-site"},
            headers={"X-Request-ID": given},
        )
        assert (reply.headers["X-Request-ID"] == given) == kept
        refused(reply, 404, "site_unknown")


def test_a_session_opens_and_continues_only_with_its_own_token(door: Door, shop: Place) -> None:
    first = door.open_session(shop.key)
    again = door.open_session(shop.key, token=first["token"])
    assert again["conversation_id"] == first["conversation_id"]
    assert again["visitor_id"] == first["visitor_id"]
    assert door.open_session(shop.key)["conversation_id"] != first["conversation_id"]
    for token in ("x", first["token"][:-2], "x" * 5_000):
        reply = door.request("POST", SESSIONS, token=token, json={"site_key": shop.key})
        refused(reply, 401, "token_invalid")


def test_a_session_of_one_site_does_not_continue_on_another(
    door: Door, shop: Place, bank: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    reply = door.request(
        "POST", SESSIONS, origin=bank.origin, token=token, json={"site_key": bank.key}
    )
    refused(reply, 401, "token_invalid")
    reply = door.request("GET", "/api/v1/visitor/messages", origin=bank.origin, token=token)
    refused(reply, 403, "origin_forbidden")


OPERATOR_ROUTES: list[tuple[str, str, dict[str, Any]]] = [
    ("GET", "/api/v1/auth/me", {}),
    ("POST", "/api/v1/auth/logout", {}),
    ("GET", "/api/v1/conversations", {}),
    ("GET", f"/api/v1/conversations/{uuid7()}", {}),
    ("GET", f"/api/v1/conversations/{uuid7()}/messages", {}),
    ("GET", "/api/v1/knowledge/documents?site_key=demo-site", {}),
    ("PUT", "/api/v1/knowledge/documents",
     {"json": {"site_key": "x", "agent": "network", "name": "a.md", "text": "x"}}),
    ("POST", "/api/v1/knowledge/documents/upload?site_key=x&agent=network&name=a.md",
     {"content": b"x"}),
    ("DELETE", f"/api/v1/knowledge/documents/{uuid7()}", {}),
    ("GET", "/api/v1/knowledge/sites?site_key=demo-site", {}),
    ("POST", "/api/v1/knowledge/sites",
     {"json": {"site_key": "x", "agent": "network", "url": "https://a.example"}}),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path", "more"), OPERATOR_ROUTES)
def test_an_operator_s_route_takes_no_missing_wrong_or_visitor_s_token(
    door: Door, shop: Place, method: str, path: str, more: dict[str, Any]
) -> None:
    visitor = door.open_session(shop.key)["token"]
    for token, code in (
        (None, "token_missing"),
        ("x", "token_invalid"),
        (visitor, "token_invalid"),
    ):
        reply = door.request(method, path, origin=door.console, token=token, **more)
        refused(reply, 401, code)
    reply = door.request(method, path, origin=SHOP, token=door.token(shop.admin), **more)
    refused(reply, 403, "origin_forbidden")


def test_a_visitor_s_route_takes_no_operator_s_token(door: Door, shop: Place) -> None:
    token = door.token(shop.admin)
    reply = door.request("GET", "/api/v1/visitor/messages", token=token)
    refused(reply, 401, "token_invalid")


@pytest.mark.parametrize(
    "query",
    ["before_seq=0", "before_seq=-1", "before_seq=x", "limit=0", "limit=101", "limit=1e9",
     "before_seq=1.5"],
)  # fmt: skip
def test_a_wrong_query_is_refused(door: Door, shop: Place, query: str) -> None:
    token = door.open_session(shop.key)["token"]
    reply = door.request("GET", f"/api/v1/visitor/messages?{query}", token=token)
    refused(reply, 400, "invalid_payload")


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/conversations?before=x",
        "/api/v1/conversations?before=2026-01-01~x",
        "/api/v1/conversations?before=~",
        "/api/v1/conversations?status=gone",
        "/api/v1/conversations?assigned=perhaps",
        "/api/v1/conversations/x/messages",
        "/api/v1/conversations/00000000-0000-0000-0000-000000000000'/messages",
    ],
)
def test_an_operator_s_wrong_query_is_refused(door: Door, shop: Place, path: str) -> None:
    token = door.token(shop.admin)
    refused(door.request("GET", path, origin=door.console, token=token), 400, "invalid_payload")


def test_odd_but_valid_queries_break_nothing(door: Door, shop: Place) -> None:
    visitor, operator = door.open_session(shop.key)["token"], door.token(shop.admin)
    for path, token, origin in (
        (f"/api/v1/visitor/messages?before_seq={10**30}", visitor, SHOP),
        ("/api/v1/conversations?before=0001-01-01T00:00:00Z~" + str(uuid7()), operator, None),
        ("/api/v1/conversations?before=9999-12-31T23:59:59~" + str(uuid7()), operator, None),
        ("/api/v1/knowledge/documents?site_key=%00%00%00", operator, None),
        ("/api/v1/knowledge/documents?site_key=%F0%9F%91%8B", operator, None),
    ):
        reply = door.request("GET", path, origin=origin or door.console, token=token)
        assert reply.status_code < 500, (path, reply.text)
    reply = door.request(
        "POST",
        "/api/v1/auth/login",
        origin=door.console,
        json={"email": "a\x00b@example.com", "password": "x"},
    )
    assert reply.status_code in (400, 401), reply.text


def test_requests_of_the_api_are_timed_by_the_class_of_their_status(
    door: Door, shop: Place
) -> None:
    door.open_session(shop.key)
    door.request("GET", "/api/v1/nothing-here")
    told = door.request("GET", "/metrics").text
    for status in ("2xx", "4xx"):
        line = rf'^otvet_http_seconds_count\{{status="{status}"\}} [1-9]'
        assert re.search(line, told, re.MULTILINE), status


def test_rare_trouble_is_shown_before_there_is_any(door: Door) -> None:
    """A series that begins with its first event begins at 1: Prometheus sees no increase."""
    told = door.request("GET", "/metrics").text
    for series in (
        'otvet_commands_refused_total{code="broker_unavailable"}',
        'otvet_commands_refused_total{code="store_unavailable"}',
        'otvet_commands_refused_total{code="internal"}',
        'otvet_sockets_cut_total{reason="stalled"}',
    ):
        assert f"{series} " in told
