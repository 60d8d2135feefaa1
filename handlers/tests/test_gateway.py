"""Behind a gateway, handlers answer what it has signed and nothing else."""

import time

import httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from handlers.services.directory import SiteDirectory
from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from ops.tests.fake_platform import SECRET
from shared.auth import gateway
from shared.auth.gateway import GatewaySignatures, Purpose
from shared.kernel.errors import Unavailable

pytestmark = pytest.mark.services

SIGNED = GatewaySignatures(SECRET)
SESSIONS = "/api/v1/visitor/sessions"
HANDSHAKE = "/socket.io/"


def signed(method: str, path: str, **values: str) -> dict[str, str]:
    """Sign as the gateway does."""
    return SIGNED.headers(Purpose.REQUEST, method, path, **values)


def code(reply: httpx.Response) -> str:
    """The error's code."""
    return f"{reply.status_code} {reply.json()['code']}"


def begin(door: Door, key: str, headers: dict[str, str]) -> httpx.Response:
    """Open a visitor's session."""
    return door.request("POST", SESSIONS, json={"site_key": key}, headers=headers)


def test_a_signed_request_passes_and_one_without_a_signature_does_not(
    guarded: Door, shop: Place
) -> None:
    assert begin(guarded, shop.key, signed("POST", SESSIONS, origin=SHOP)).status_code == 200
    assert code(begin(guarded, shop.key, {})) == "403 gateway_required"
    assert "gateway.refused" in guarded.logged()


@pytest.mark.parametrize(
    "headers",
    [
        # Method, path, origin, site, time; no time, no signature, no ASCII, key, purpose.
        signed("GET", SESSIONS, origin=SHOP),
        signed("POST", SESSIONS + "/", origin=SHOP),
        signed("POST", SESSIONS, origin=SHOP) | {gateway.ORIGIN_HEADER: "https://evil.test"},
        signed("POST", SESSIONS, origin=SHOP) | {gateway.SITE_HEADER: "another"},
        signed("POST", SESSIONS, origin=SHOP) | {gateway.TIME_HEADER: str(int(time.time()) + 1)},
        signed("POST", SESSIONS, origin=SHOP) | {gateway.TIME_HEADER: "soon"},
        signed("POST", SESSIONS, origin=SHOP) | {gateway.SIGNATURE_HEADER: "0" * 64},
        signed("POST", SESSIONS, origin=SHOP) | {gateway.SIGNATURE_HEADER: "\u00e9"},
        GatewaySignatures(SECRET[::-1]).headers(Purpose.REQUEST, "POST", SESSIONS, origin=SHOP),
        SIGNED.headers(Purpose.LOOKUP, "POST", SESSIONS, origin=SHOP),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_signature_of_anything_else_is_refused(
    guarded: Door, shop: Place, headers: dict[str, str]
) -> None:
    sent = {"Origin": SHOP} | headers
    raw = [(name.encode(), value.encode("latin-1")) for name, value in sent.items()]
    reply = httpx.post(guarded.url + SESSIONS, json={"site_key": shop.key}, headers=raw)
    assert code(reply) == "403 gateway_required"


def test_a_signature_is_good_for_a_minute(
    guarded: Door, shop: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    for age, status in ((50, 200), (70, 403), (-50, 200), (-70, 403)):
        with monkeypatch.context() as patch:
            patch.setattr(time, "time", lambda age=age: now - age)
            headers = signed("POST", SESSIONS, origin=SHOP)
        assert begin(guarded, shop.key, headers).status_code == status, age


async def test_a_handshake_is_judged_like_a_request(guarded: Door) -> None:
    url = f"ws://127.0.0.1:{guarded.port}{HANDSHAKE}?EIO=4&transport=websocket"
    with pytest.raises(InvalidStatus) as refused:
        await connect(url, origin=SHOP, proxy=None)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403
    assert b"gateway_required" in (refused.value.response.body or b"")
    headers = signed("GET", HANDSHAKE, origin=SHOP)
    async with connect(url, origin=SHOP, additional_headers=headers, proxy=None) as socket:  # type: ignore[arg-type]
        assert str(await socket.recv()).startswith("0{")
    polling = guarded.request("GET", f"{HANDSHAKE}?EIO=4&transport=polling")
    assert code(polling) == "403 gateway_required"


def test_health_needs_no_signature_and_files_do(guarded: Door) -> None:
    for path in ("/healthz", "/readyz", "/metrics"):
        assert guarded.request("GET", path, origin=None).status_code == 200
    assert code(guarded.request("GET", "/widget.js", origin=None)) == "403 gateway_required"
    assert code(guarded.request("GET", "/healthz/../admin/")) == "403 gateway_required"


def test_the_gateway_learns_a_site_s_origins_by_its_key(guarded: Door, shop: Place) -> None:
    def ask(path: str, purpose: Purpose = Purpose.LOOKUP) -> httpx.Response:
        headers = SIGNED.headers(purpose, "GET", path)
        return guarded.request("GET", path, origin=None, headers=headers)

    found = ask(f"/internal/v1/sites/{shop.key}")
    assert found.json() == {"site_id": str(shop.id), "origins": [SHOP]}
    assert code(ask("/internal/v1/sites/nobody-has-this")) == "404 site_unknown"
    known = ask("/internal/v1/origins").json()
    assert SHOP in known["origins"]
    assert known["console"] == [guarded.console]
    # What the gateway passes on for somebody opens nothing here.
    passed_on = ask("/internal/v1/origins", Purpose.REQUEST)
    assert code(passed_on) == "403 gateway_required"
    assert code(guarded.request("GET", "/internal/v1/origins")) == "403 gateway_required"


def test_without_a_gateway_its_questions_lead_nowhere(door: Door, shop: Place) -> None:
    path = f"/internal/v1/sites/{shop.key}"
    headers = SIGNED.headers(Purpose.LOOKUP, "GET", path)
    assert door.request("GET", path, headers=headers).status_code == 404


def test_before_all_origins_were_read_the_gateway_is_not_told_that_there_are_none() -> None:
    directory = SiteDirectory(None, frozenset())  # type: ignore[arg-type]  # it asks nothing here
    assert not directory.allows_somewhere(SHOP)
    with pytest.raises(Unavailable):
        directory.origins()
