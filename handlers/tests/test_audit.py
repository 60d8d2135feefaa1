"""The audit log tells administrators who changed what, of their sites and of no other."""

from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.domain.audit import AuditAction, AuditActor
from shared.kernel.ids import uuid7
from shared.storage.audit import Actor, entry_of, record_blocking
from shared.tests.rows import new_operator

pytestmark = pytest.mark.services

AUDIT = "/api/v1/audit"


def page(door: Door, email: str, **asked: str | int) -> dict[str, Any]:
    """What the log tells ``email``."""
    response = door.call("GET", AUDIT, email, params=asked)
    assert response.status_code == httpx.codes.OK, response.text
    body: dict[str, Any] = response.json()
    return body


def keep(connection: Connection[Any], place: Place, subject: str) -> None:
    """An entry about a site, as a worker writes it."""
    beat = Actor(AuditActor.SYSTEM, None, "Beat")
    record_blocking(connection, entry_of(beat, AuditAction.AGENT_CHANGED, [place.id], subject))


def test_a_change_of_policy_is_told_with_what_was_and_what_is(door: Door, shop: Place) -> None:
    for share in (0.02, 0.04):
        changed = door.call(
            "PATCH", f"/api/v1/agents/{shop.id}/network", shop.admin, json={"wrong_share": share}
        )
        assert changed.status_code == httpx.codes.OK
    newest = page(door, shop.admin, subject="network")["items"][0]
    assert newest["action"] == "agent.changed"
    assert newest["actor_name"] == "Админ"
    assert (newest["before"], newest["after"]) == ({"wrong_share": 0.02}, {"wrong_share": 0.04})
    assert newest["sites"] == ["shop"]
    door.call("PATCH", f"/api/v1/agents/{shop.id}/network", shop.admin, json={"wrong_share": None})


def test_pages_follow_each_other_without_gap_or_repetition(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    subject = str(uuid7())
    for _ in range(5):
        keep(connection, shop, subject)
    seen: list[str] = []
    asked: dict[str, str | int] = {"subject": subject, "limit": 2}
    while True:
        got = page(door, shop.admin, **asked)
        seen += [item["id"] for item in got["items"]]
        if got["next"] is None:
            break
        asked["before"] = got["next"]
    assert len(seen) == len(set(seen)) == 5
    assert seen == sorted(seen, reverse=True), "newest first"


def test_another_site_is_not_told_of(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    subject = str(uuid7())
    keep(connection, bank, subject)
    assert page(door, shop.admin, subject=subject)["items"] == []
    assert len(page(door, bank.admin, subject=subject)["items"]) == 1


def test_names_of_sites_are_told_to_those_alone_who_work_there(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    email, new = f"{uuid7()}@both.example", f"{uuid7()}@both.example"
    for place in (shop, bank):
        new_operator(connection, place.id, email=email, role="admin")
    hired = new_operator(connection, shop.id, email=new, role="operator")
    sites = [str(shop.id), str(bank.id)]
    changed = door.call("PATCH", f"/api/v1/people/{hired}", email, json={"site_ids": sites})
    assert changed.status_code == httpx.codes.OK
    whole, part = (page(door, who, subject=str(hired))["items"][0] for who in (email, shop.admin))
    assert (whole["before"], whole["after"]) == ({"sites": ["shop"]}, {"sites": ["bank", "shop"]})
    assert (part["sites"], part["before"]) == (["shop"], {"sites": ["shop"]})
    assert part["after"] == {"sites": ["shop"]}
    assert page(door, bank.admin, subject=str(hired))["items"][0]["before"] == {"sites": []}


def test_it_is_for_administrators(door: Door, shop: Place) -> None:
    refused(door.call("GET", AUDIT, shop.operator), 403, "forbidden")


@pytest.mark.parametrize("asked", [{"before": "yesterday"}, {"action": "x"}, {"limit": "0"}])
def test_what_cannot_be_asked_is_refused(door: Door, shop: Place, asked: dict[str, str]) -> None:
    refused(door.call("GET", AUDIT, shop.admin, params=asked), 400, "invalid_payload")


def test_an_entry_goes_with_its_change(connection: Connection[Any], shop: Place) -> None:
    subject = str(uuid7())
    with connection.transaction(force_rollback=True):
        keep(connection, shop, subject)
    kept = connection.execute("SELECT 1 FROM audit_log WHERE subject = %s", (subject,)).fetchall()
    assert kept == []
