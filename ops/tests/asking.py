"""Requests to a gateway, as pages of sites send them."""

from typing import Any

import httpx

from ops.tests.gateway import Gateway
from tests.plain_http import no_authorities

SHOP = "https://shop.example.com"
SHOP_KEY, BANK_KEY, WILD_KEY, TABLE_KEY = "shop-0001", "bank-0001", "wild-0001", "table-0001"
SESSIONS = "/api/v1/visitor/sessions"
LOOK = "/api/v1/visitor/look"


def ask(gateway: Gateway, method: str, path: str, origin: str | None = SHOP, **more: Any) -> Any:  # noqa: ANN401
    """Send a request, from a page of ``origin``."""
    headers = dict(more.pop("headers", {})) | ({} if origin is None else {"Origin": origin})
    return httpx.request(
        method, gateway.url + path, headers=headers, verify=no_authorities(), timeout=20, **more
    )


def begin(gateway: Gateway, key: object = SHOP_KEY, origin: str | None = SHOP, **more: Any) -> Any:  # noqa: ANN401
    """Open a visitor's session."""
    return ask(gateway, "POST", SESSIONS, origin, json={"site_key": key}, **more)


def verdict(reply: httpx.Response) -> str:
    """The status, with the error's code if it is one of the gateway's."""
    return str(reply.status_code) if reply.status_code == 200 else (
        f"{reply.status_code} {reply.json()['code']}"
    )  # fmt: skip
