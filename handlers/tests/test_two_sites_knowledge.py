"""Agents and documents of one site are for nobody of another, by any route."""

from typing import Any
from uuid import UUID

import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services

TEXT = "# только для банка\n\n## Раздел\n\nтайна"
FIELDS = {"name": {"ru": "Агент"}, "subject": {"ru": "Тема"}}
PREVIEW = FIELDS | {"language": "ru"}


def document_of_the_bank(door: Door, bank: Place) -> str:
    body = {"site_key": bank.key, "agent": "network", "name": "secret.md", "text": TEXT}
    path = "/api/v1/knowledge/documents"
    reply = door.request("PUT", path, origin=door.console, token=door.token(bank.admin), json=body)
    found: str = reply.json()["id"]
    return found


def test_a_document_of_another_site_is_as_unknown_as_one_that_is_none(
    door: Door, shop: Place, bank: Place
) -> None:
    foreign, token = document_of_the_bank(door, bank), door.token(shop.admin)
    pair = {"question": "?", "answer": "!"}
    routes: list[tuple[str, str, dict[str, Any] | None]] = [
        ("GET", "/documents/{}", None),
        ("GET", "/documents/{}/text", None),
        ("GET", "/documents/{}/text?version=1", None),
        ("GET", "/documents/{}/versions", None),
        ("GET", "/documents/{}/diff?before=1&after=1", None),
        ("PUT", "/documents/{}/text", {"text": "x", "base": 1}),
        ("PUT", "/documents/{}/answers", {"pairs": [pair], "base": 1}),
        ("POST", "/documents/{}/roll-back", {"version": 1, "base": 1}),
        ("PUT", "/documents/{}/shared", {"shared": True}),
        ("POST", "/documents/{}/restore", None),
        ("DELETE", "/deleted/{}", None),
        ("DELETE", "/sites/{}", None),
    ]
    for method, path, body in routes:
        words = set()
        for target in (foreign, str(uuid7())):
            reply = door.request(
                method,
                "/api/v1/knowledge" + path.format(target),
                origin=door.console,
                token=token,
                json=body,
            )
            refused(reply, 404, "not_found")
            words.add(reply.json()["message"])
            assert "тайна" not in reply.text
        assert len(words) == 1, "whether it exists is none of their business"
    theirs = f"/api/v1/knowledge/deleted?site_key={bank.key}"
    refused(door.request("GET", theirs, origin=door.console, token=token), 404, "site_unknown")


def test_an_agent_of_another_site_is_as_unknown_as_one_that_is_none(
    door: Door, shop: Place, bank: Place
) -> None:
    token = door.token(shop.admin)

    def routes(site_id: UUID) -> list[tuple[str, str, dict[str, Any] | None]]:
        return [
            ("GET", f"/{site_id}", None),
            ("POST", f"/{site_id}", FIELDS | {"slug": "intruder"}),
            ("PUT", f"/{site_id}", {"order": ["network", "access"]}),
            ("GET", f"/{site_id}/network", None),
            ("PUT", f"/{site_id}/network", FIELDS | {"version": 0}),
            ("PUT", f"/{site_id}/network/enabled", {"enabled": False}),
            ("DELETE", f"/{site_id}/network?confirm=network", None),
            ("POST", f"/{site_id}/network/copy", {"site_id": str(shop.id), "slug": "stolen"}),
            ("POST", f"/{site_id}/network/preview", PREVIEW),
            ("POST", f"/{shop.id}/network/copy", {"site_id": str(site_id), "documents": True}),
        ]

    for foreign, unknown in zip(routes(bank.id), routes(uuid7()), strict=True):
        words = set()
        for method, path, body in (foreign, unknown):
            reply = door.request(
                method, f"/api/v1/agents{path}", origin=door.console, token=token, json=body
            )
            refused(reply, 404, "not_found")
            words.add(reply.json()["message"])
        assert len(words) == 1
    own = door.request(
        "GET", f"/api/v1/agents/{bank.id}", origin=door.console, token=door.token(bank.admin)
    )
    assert [(one["slug"], one["enabled"]) for one in own.json()["items"]] == [
        ("network", True), ("access", True),
    ]  # fmt: skip
