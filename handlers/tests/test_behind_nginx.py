"""The gateway's plugin and the real handlers together: what each side signs and reads is one."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import socketio
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.wire import client_id
from ops.embedded.errors import EmbeddedError
from ops.tests.fake_platform import SECRET
from ops.tests.gateway import Gateway
from shared.tests.rows import PASSWORD
from tests.plain_http import no_authorities
from tests.services import service_missing

pytestmark = pytest.mark.services

SESSIONS = "/api/v1/visitor/sessions"


@pytest.fixture(scope="module")
def behind(services_folder: Path, guarded: Door) -> Iterator[tuple[Door, Gateway]]:
    """A process, and the gateway before it."""
    try:
        gateway = Gateway(services_folder / "front", f"127.0.0.1:{guarded.port}", SECRET)
    except EmbeddedError as error:
        service_missing(error)
    with closing(gateway):
        yield guarded, gateway


def ask(gateway: Gateway, method: str, path: str, origin: str | None = SHOP, **more: Any) -> Any:  # noqa: ANN401
    """Ask through the gateway."""
    headers = dict(more.pop("headers", {})) | ({} if origin is None else {"Origin": origin})
    return httpx.request(
        method, gateway.url + path, headers=headers, verify=no_authorities(), timeout=20, **more
    )


def test_what_the_gateway_lets_through_the_handler_takes(
    behind: tuple[Door, Gateway], shop: Place, bank: Place
) -> None:
    door, gateway = behind
    spoofed = {"X-Widget-Site": "another", "X-Widget-Signature": "0", "X-Forwarded-For": "6.6.6.6"}
    body = {"site_key": shop.key}
    opened = ask(gateway, "POST", SESSIONS, json=body, headers=spoofed)
    assert opened.status_code == 200, opened.text
    mine = {"Authorization": f"Bearer {opened.json()['token']}"}
    assert ask(gateway, "GET", "/api/v1/visitor/messages", headers=mine).status_code == 200
    asked = {"Access-Control-Request-Method": "POST"}
    preflight = ask(gateway, "OPTIONS", SESSIONS, headers=asked)
    assert preflight.headers["access-control-allow-origin"] == SHOP
    for origin, key, code in (
        ("https://evil.test", shop.key, "origin_forbidden"),
        (bank.origin, shop.key, "origin_forbidden"),
        (None, shop.key, "origin_missing"),
        (SHOP, "nobody-has-this", "site_unknown"),
    ):
        refused = ask(gateway, "POST", SESSIONS, origin, json={"site_key": key})
        assert refused.json()["code"] == code
    for path in ("/widget.js", f"/widget.js?site_key={shop.key}", "/admin/"):
        assert ask(gateway, "GET", path, None).status_code == 200
    assert ask(gateway, "GET", "/readyz").status_code == 404
    # Past the gateway nobody is answered.
    assert door.request("POST", SESSIONS, json=body).json()["code"] == "gateway_required"


def test_the_console_signs_in_through_the_gateway(
    behind: tuple[Door, Gateway], shop: Place
) -> None:
    _, gateway = behind
    signing = {"email": shop.operator, "password": PASSWORD}
    login = "/api/v1/auth/login"
    signed = ask(gateway, "POST", login, "https://help.example.net", json=signing)
    assert signed.status_code == 200, signed.text
    token = {"Authorization": f"Bearer {signed.json()['access_token']}"}
    # As the browser reads from the page's own origin: without saying it.
    own = token | {"Host": "help.example.net", "Sec-Fetch-Site": "same-origin"}
    assert ask(gateway, "GET", "/api/v1/conversations", None, headers=own).status_code == 200
    assert ask(gateway, "POST", login, SHOP, json=signing).json()["code"] == "origin_forbidden"


@pytest.mark.parametrize("transports", [["websocket"], ["polling", "websocket"]])
async def test_a_socket_goes_through_the_gateway_by_websocket_and_by_polling(
    behind: tuple[Door, Gateway], shop: Place, transports: list[str]
) -> None:
    _, gateway = behind
    token = ask(gateway, "POST", SESSIONS, json={"site_key": shop.key}).json()["token"]
    client, shown = socketio.AsyncClient(reconnection=False), asyncio.Event()
    client.on("message.created", lambda _: shown.set(), namespace="/visitor")
    await client.connect(
        gateway.url, {"Origin": SHOP}, {"token": token}, transports, namespaces=["/visitor"]
    )
    try:
        assert client.transport() == "websocket"
        message = {"client_message_id": client_id(), "text": "Не работает VPN"}
        ack = await client.call("message.send", message, namespace="/visitor", timeout=10)
        assert ack["ok"], ack
        await asyncio.wait_for(shown.wait(), 10)
    finally:
        await client.disconnect()


@pytest.mark.parametrize("origin", ["https://evil.test", None])
async def test_a_foreign_socket_stops_at_the_gateway(
    behind: tuple[Door, Gateway], origin: str | None
) -> None:
    door, gateway = behind
    before = door.logged().count("handshake.refused")
    url = f"ws://127.0.0.1:{gateway.port}/socket.io/?EIO=4&transport=websocket"
    with pytest.raises(InvalidStatus) as refused:
        await connect(url, origin=origin, proxy=None)  # type: ignore[arg-type]
    assert refused.value.response.status_code == 403
    status = ask(gateway, "GET", "/socket.io/?EIO=4&transport=polling", origin).status_code
    assert status == 403
    assert door.logged().count("handshake.refused") == before


def test_when_the_platform_dies_its_known_sites_are_served_by_what_is_left(
    services_folder: Path,
    stores_settings: dict[str, str],
    behind: tuple[Door, Gateway],
    shop: Place,
    bank: Place,
) -> None:
    """Two processes; the one that the gateway asks is killed."""
    left, _ = behind
    settings = stores_settings | {"GATEWAY_SECRET": SECRET}
    with closing(Door(services_folder / "asked.log", settings)) as asked:
        changed = {"platform_url": asked.url, "ttl": 1, "retry": 1, "max_stale": 5}
        folder = services_folder / "front-of-two"
        with closing(Gateway(folder, f"127.0.0.1:{left.port}", SECRET, changed)) as gateway:

            def begin(place: Place) -> int:
                body = {"site_key": place.key}
                status: int = ask(gateway, "POST", SESSIONS, place.origin, json=body).status_code
                return status

            began = time.monotonic()
            assert begin(shop) == 200
            asked.kill()
            while time.monotonic() < began + 4:
                assert begin(shop) == 200
                assert begin(bank) == 503
                time.sleep(0.3)
            time.sleep(began + 5.2 - time.monotonic())
            assert begin(shop) == 503
