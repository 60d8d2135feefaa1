"""Webhooks are managed by administrators; a secret is shown once; the log tells what was sent."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services

HOOKS = "/api/v1/webhooks"
URL = "https://crm.example.com/hooks/otvet"


def make(door: Door, place: Place, **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """A webhook of a place."""
    body = {"site_id": str(place.id), "url": URL, "events": ["message.created"]} | changes
    reply = door.call("POST", HOOKS, place.admin, json=body)
    assert reply.status_code == httpx.codes.CREATED, reply.text
    made: dict[str, Any] = reply.json()
    return made


def stored(connection: Connection[Any], webhook_id: str) -> tuple[Any, ...]:
    row = connection.execute(
        "SELECT secret, previous_secret, previous_until > now() + interval '23 hours'"
        " FROM webhooks WHERE id = %s",
        (webhook_id,),
    ).fetchone()
    assert row is not None
    return tuple(row)


def actions(connection: Connection[Any], subject: str) -> list[str]:
    rows = connection.execute(
        "SELECT action FROM audit_log WHERE subject = %s ORDER BY at, id", (subject,)
    )
    return [row[0] for row in rows]


def test_a_webhook_is_made_changed_rotated_and_deleted_and_each_is_audited(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    made = make(door, shop, events=["message.created", "conversation.created"])
    webhook_id, secret = made["webhook"]["id"], made["secret"]
    assert secret.startswith("whsec_")
    assert made["webhook"]["events"] == ["conversation.created", "message.created"]
    listed = door.call("GET", HOOKS, shop.admin)
    assert secret not in listed.text
    assert webhook_id in {item["id"] for item in listed.json()["items"]}
    path = f"{HOOKS}/{webhook_id}"
    changed = door.call("PATCH", path, shop.admin, json={"enabled": False})
    assert changed.json()["enabled"] is False
    assert changed.json()["disabled_reason"] == "by_hand"
    again = door.call("PATCH", path, shop.admin, json={"enabled": False})
    assert again.status_code == httpx.codes.OK
    enabled = door.call("PATCH", path, shop.admin, json={"enabled": True, "url": URL + "/2"})
    assert enabled.json()["url"] == URL + "/2"
    assert enabled.json()["disabled_reason"] is None
    rotated = door.call("POST", f"{path}/secret", shop.admin).json()
    assert stored(connection, webhook_id) == (rotated["secret"], secret, True)
    assert rotated["webhook"]["previous_secret_until"] is not None
    assert door.call("DELETE", path, shop.admin).status_code == httpx.codes.NO_CONTENT
    refused(door.call("DELETE", path, shop.admin), 404, "not_found")
    assert actions(connection, webhook_id) == [
        "webhook.created",
        "webhook.changed",
        "webhook.changed",
        "webhook.rotated",
        "webhook.deleted",
    ]
    told = connection.execute(
        "SELECT string_agg(before::text || after::text, '') FROM audit_log WHERE subject = %s",
        (webhook_id,),
    ).fetchone()
    assert told is not None
    assert "whsec_" not in told[0]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"url": "http://crm.example.com"}, "webhook_url_refused"),
        ({"url": "https://user:secret@crm.example.com"}, "webhook_url_refused"),
        ({"url": "https://169.254.169.254/latest/meta-data"}, "webhook_url_refused"),
        ({"url": "ftp://crm.example.com"}, "invalid_payload"),
        ({"url": "https://" + "x" * 2_000}, "invalid_payload"),
        ({"events": []}, "invalid_payload"),
        ({"events": ["webhook.tested"]}, "invalid_payload"),
        ({"events": ["conversation.exploded"]}, "invalid_payload"),
        ({"secret": "mine"}, "invalid_payload"),
    ],
)
def test_what_cannot_be_a_webhook_is_refused(
    door: Door, shop: Place, changes: dict[str, Any], code: str
) -> None:
    body = {"site_id": str(shop.id), "url": URL, "events": ["message.created"]} | changes
    refused(door.call("POST", HOOKS, shop.admin, json=body), 400, code)


def test_a_site_has_twenty_at_most(door: Door, shop: Place, connection: Connection[Any]) -> None:
    made = []
    while True:
        body = {"site_id": str(shop.id), "url": URL, "events": ["message.created"]}
        reply = door.call("POST", HOOKS, shop.admin, json=body)
        if reply.status_code != httpx.codes.CREATED:
            break
        made.append(reply.json()["webhook"]["id"])
    refused(reply, 409, "too_many_things")
    assert len(made) <= 20
    connection.execute("DELETE FROM webhooks WHERE site_id = %s", (shop.id,))


def test_a_test_and_a_redelivery_are_in_the_log(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    webhook_id = make(door, shop)["webhook"]["id"]
    path = f"{HOOKS}/{webhook_id}"
    tested = [door.call("POST", f"{path}/test", shop.admin) for _ in range(3)]
    assert [reply.status_code for reply in tested] == [202, 202, 202]
    assert tested[0].json()["type"] == "webhook.tested"
    event_id = tested[0].json()["event_id"]
    connection.execute(
        "UPDATE webhook_deliveries SET state = 'failed', attempts = 10 WHERE event_id = %s",
        (event_id,),
    )
    connection.execute(
        "INSERT INTO webhook_attempts (webhook_id, event_id, at, status, latency_ms, excerpt)"
        " VALUES (%s, %s, now(), 500, 12, 'boom')",
        (webhook_id, event_id),
    )
    page = door.call("GET", f"{path}/deliveries?limit=2", shop.admin).json()
    assert [item["event_id"] for item in page["items"]] == [
        tested[2].json()["event_id"],
        tested[1].json()["event_id"],
    ]
    rest = door.call("GET", f"{path}/deliveries?before={page['next']}", shop.admin).json()
    assert rest["next"] is None
    (only,) = rest["items"]
    assert (only["state"], only["tries"][0]["status"], only["tries"][0]["excerpt"]) == (
        "failed",
        500,
        "boom",
    )
    failed = door.call("GET", f"{path}/deliveries?state=failed", shop.admin).json()
    assert len(failed["items"]) == 1
    again = door.call("POST", f"{path}/deliveries/{event_id}", shop.admin)
    assert again.status_code == httpx.codes.NO_CONTENT
    (due,) = door.call("GET", f"{path}/deliveries?before={page['next']}", shop.admin).json()[
        "items"
    ]
    assert (due["state"], due["attempts"]) == ("pending", 0)
    refused(door.call("POST", f"{path}/deliveries/{uuid7()}", shop.admin), 404, "not_found")
    door.call("PATCH", path, shop.admin, json={"enabled": False})
    for target in (f"{path}/test", f"{path}/deliveries/{event_id}"):
        refused(door.call("POST", target, shop.admin), 409, "webhook_disabled")


def test_nobody_but_the_site_s_administrators_sees_or_touches_one(
    door: Door, shop: Place, bank: Place
) -> None:
    theirs = make(door, bank)["webhook"]["id"]
    event_id = door.call("POST", f"{HOOKS}/{theirs}/test", bank.admin).json()["event_id"]
    assert theirs not in door.call("GET", HOOKS, shop.admin).text
    body = {"site_id": str(bank.id), "url": URL, "events": ["message.created"]}
    refused(door.call("POST", HOOKS, shop.admin, json=body), 404, "site_unknown")
    for webhook_id in (theirs, str(uuid7())):
        path = f"{HOOKS}/{webhook_id}"
        for method, target, sent in (
            ("PATCH", path, {"enabled": False}),
            ("POST", f"{path}/secret", None),
            ("POST", f"{path}/test", None),
            ("GET", f"{path}/deliveries", None),
            ("POST", f"{path}/deliveries/{event_id}", None),
            ("DELETE", path, None),
        ):
            refused(door.call(method, target, shop.admin, json=sent), 404, "not_found")
            refused(door.call(method, target, bank.operator, json=sent), 403, "forbidden")
    assert UUID(theirs)
    still = door.call("GET", HOOKS, bank.admin).json()["items"]
    assert [item["enabled"] for item in still if item["id"] == theirs] == [True]


async def test_a_visitor_s_session_tells_nothing_before_a_word_is_said(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    make(door, shop, events=["conversation.created"])
    door.open_session(shop.key)
    kept = connection.execute(
        "SELECT count(*) FROM webhook_events WHERE site_id = %s AND type = 'conversation.created'",
        (shop.id,),
    ).fetchone()
    assert kept == (0,)
