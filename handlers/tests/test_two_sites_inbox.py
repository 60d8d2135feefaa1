"""Labels, views, filters and bulk actions of one site are nothing to another's people."""

import secrets
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_inbox_api import LIST, talked
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services


def test_nothing_of_the_inbox_crosses_from_one_site_to_the_other(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    def ask(who: str, method: str, path: str, **more: Any) -> httpx.Response:  # noqa: ANN401
        return door.request(method, path, origin=door.console, token=door.token(who), **more)

    mark = secrets.token_hex(6)
    theirs, ours = talked(connection, bank, mark), talked(connection, shop, "x")
    post = {"site_id": str(bank.id), "name": mark, "colour": "red"}
    label = ask(bank.admin, "POST", "/api/v1/labels", json=post).json()["id"]
    shared = {"name": mark, "filters": {"labels": [label]}, "site_id": str(bank.id)}
    view = ask(bank.admin, "POST", "/api/v1/views", json=shared).json()["id"]

    for params in ({"q": mark}, {"q": str(theirs)}, {"labels": label}):
        reply = ask(shop.admin, "GET", LIST, params=params)
        assert (reply.status_code, reply.json()["items"]) == (200, [])
    refused(ask(shop.admin, "GET", LIST, params={"site": str(bank.id)}), 404, "site_unknown")
    for path in ("/api/v1/labels", "/api/v1/views"):
        assert mark not in ask(shop.admin, "GET", path).text
        assert mark in ask(bank.operator, "GET", path).text

    refused(ask(shop.admin, "POST", "/api/v1/labels", json=post), 404, "site_unknown")
    refused(ask(shop.admin, "POST", "/api/v1/views", json=shared), 404, "site_unknown")
    for known in (label, str(uuid7())):
        path = f"/api/v1/labels/{known}"
        patch = {"name": "x", "colour": "red"}
        refused(ask(shop.admin, "PATCH", path, json=patch), 404, "not_found")
        refused(ask(shop.admin, "DELETE", path), 404, "not_found")
        for method in ("PUT", "DELETE"):
            on_ours = ask(shop.admin, method, f"{LIST}/{ours}/labels/{known}")
            refused(on_ours, 404, "not_found")
            on_theirs = ask(shop.admin, method, f"{LIST}/{theirs}/labels/{known}")
            refused(on_theirs, 404, "conversation_not_found")
    for known in (view, str(uuid7())):
        path = f"/api/v1/views/{known}"
        own = {"name": "x", "filters": {}}
        refused(ask(shop.admin, "PUT", path, json=own), 404, "not_found")
        refused(ask(shop.admin, "DELETE", path), 404, "not_found")
    body = {"action": "label", "conversation_ids": [str(theirs)], "label_id": label}
    (one,) = ask(shop.admin, "POST", f"{LIST}/bulk", json=body).json()["items"]
    assert (one["ok"], one["code"]) == (False, "conversation_not_found")
    assert ask(bank.admin, "GET", f"{LIST}/{theirs}").json()["labels"] == []
