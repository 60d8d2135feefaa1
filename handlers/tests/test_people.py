"""Administrators change people: at once, on open sockets too, and never the last of themselves."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.app import NEW_PASSWORD, as_console, as_operator, first_step, granted
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator, new_site

pytestmark = pytest.mark.services

PEOPLE = "/api/v1/people"
DOCUMENTS = "/api/v1/knowledge/documents"


@dataclass(frozen=True, slots=True)
class Crew:
    """A site of a test's own with two administrators and an operator."""

    site_id: UUID
    emails: tuple[str, str, str]
    ids: tuple[UUID, UUID, UUID]


@pytest.fixture
def crew(connection: Connection[Any]) -> Crew:
    """People whom the test may demote and disable."""
    site_id = new_site(connection, origins=("https://crew.example",), name="crew")
    mark = uuid7()
    emails = (f"a-{mark}@crew.example", f"b-{mark}@crew.example", f"c-{mark}@crew.example")
    roles = ("admin", "admin", "operator")
    ids = [
        new_operator(connection, site_id, email=email, role=role, name=email[0])
        for email, role in zip(emails, roles, strict=True)
    ]
    return Crew(site_id, emails, (ids[0], ids[1], ids[2]))


def change(door: Door, email: str, operator_id: UUID, **patch: Any) -> httpx.Response:  # noqa: ANN401
    """Change somebody."""
    return door.call("PATCH", f"{PEOPLE}/{operator_id}", email, json=patch)


def active_admins(connection: Connection[Any], site_id: UUID) -> int:
    """How many administrators a site has left."""
    row = connection.execute(
        "SELECT count(*) FROM operators o JOIN operator_sites m ON m.operator_id = o.id"
        " WHERE m.site_id = %s AND o.role = 'admin' AND o.disabled_at IS NULL",
        (site_id,),
    ).fetchone()
    assert row is not None
    return int(row[0])


def test_people_are_listed_by_name_in_pages_and_found_by_name_or_e_mail(
    door: Door, crew: Crew
) -> None:
    first = door.call("GET", PEOPLE, crew.emails[0], params={"limit": 2}).json()
    assert [one["name"] for one in first["items"]] == ["a", "b"]
    assert [site["name"] for site in first["sites"]] == ["crew"]
    rest = {"limit": 2, "after": first["next"]}
    second = door.call("GET", PEOPLE, crew.emails[0], params=rest).json()
    assert ([one["name"] for one in second["items"]], second["next"]) == (["c"], None)
    for text, names in (
        (crew.emails[2].upper(), ["c"]),
        ("CREW.example", ["a", "b", "c"]),
        ("%", []),
        ("nobody", []),
    ):
        found = door.call("GET", PEOPLE, crew.emails[0], params={"text": text}).json()["items"]
        assert [one["name"] for one in found] == names, text


@pytest.mark.parametrize("body", [{"role": "owner"}, {"name": ""}, {"name": "  "}, {"sites": []}])
def test_a_change_of_wrong_types_is_refused(door: Door, crew: Crew, body: dict[str, Any]) -> None:
    refused(change(door, crew.emails[0], crew.ids[2], **body), 400, "invalid_payload")


def test_only_administrators_manage_people(door: Door, crew: Crew) -> None:
    for role in ("operator", "supervisor"):
        assert change(door, crew.emails[0], crew.ids[2], role=role).status_code == 200
        for method, path in (
            ("GET", PEOPLE),
            ("PATCH", f"{PEOPLE}/{crew.ids[2]}"),
            ("GET", f"{PEOPLE}/invitations"),
            ("POST", f"{PEOPLE}/{crew.ids[0]}/password-link"),
        ):
            body = {"json": {"role": "admin"}} if method == "PATCH" else {}
            refused(door.call(method, path, crew.emails[2], **body), 403, "forbidden")


def test_a_supervisor_keeps_the_knowledge_and_configures_nothing(
    door: Door, crew: Crew, connection: Connection[Any]
) -> None:
    assert change(door, crew.emails[0], crew.ids[2], role="supervisor").status_code == 200
    document = {"site_key": _key(connection, crew.site_id), "agent": "network", "name": "a.md"}
    put = door.call("PUT", DOCUMENTS, crew.emails[2], json=document | {"text": "# VPN"})
    assert put.status_code == 200
    assert door.call("DELETE", f"{DOCUMENTS}/{put.json()['id']}", crew.emails[2]).status_code == 204
    for method, path, more in (
        ("PATCH", f"/api/v1/agents/{crew.site_id}/network", {"json": {"wrong_share": None}}),
        ("GET", "/api/v1/audit", {}),
    ):
        refused(door.call(method, path, crew.emails[2], **more), 403, "forbidden")


def test_a_role_holds_at_once_for_tokens_that_were_issued_before(door: Door, crew: Crew) -> None:
    token = door.sign_in(crew.emails[2]).token
    refused(as_operator(door, token, "GET", "/people"), 403, "forbidden")
    assert change(door, crew.emails[0], crew.ids[2], role="admin").json()["role"] == "admin"
    assert as_operator(door, token, "GET", "/people").status_code == 200
    assert change(door, crew.emails[0], crew.ids[2], role="operator").status_code == 200
    refused(as_operator(door, token, "GET", "/people"), 403, "forbidden")


def test_the_last_administrator_of_a_site_stays(door: Door, crew: Crew) -> None:
    a, b, c = crew.ids
    assert change(door, crew.emails[0], b, disabled=True).status_code == 200
    for patch in ({"role": "supervisor"}, {"disabled": True}):
        refused(change(door, crew.emails[0], a, **patch), 409, "last_administrator")
    refused(change(door, crew.emails[0], a, site_ids=[]), 400, "site_required")
    assert change(door, crew.emails[0], c, role="admin").status_code == 200
    assert change(door, crew.emails[0], a, role="operator").status_code == 200


def test_an_administrator_who_never_chose_a_password_is_none_to_leave_a_site_to(
    door: Door, crew: Crew, connection: Connection[Any]
) -> None:
    a, b, _ = crew.ids
    connection.execute("UPDATE operators SET password_hash = '' WHERE id = %s", (b,))
    for patch in ({"role": "supervisor"}, {"disabled": True}):
        refused(change(door, crew.emails[0], a, **patch), 409, "last_administrator")
    assert change(door, crew.emails[0], b, disabled=True).status_code == 200


def test_of_two_administrators_who_demote_each_other_one_stays(
    door: Door, second_door: Door, crew: Crew, connection: Connection[Any]
) -> None:
    """Through two processes at once, again and again; nobody locks anybody out."""
    doors, tokens = (door, second_door), [door.token(email) for email in crew.emails[:2]]

    def demote(number: int) -> int:
        return as_operator(
            doors[number],
            tokens[number],
            "PATCH",
            f"/people/{crew.ids[1 - number]}",
            json={"role": "operator"} if number else {"disabled": True},
        ).status_code

    for _ in range(10):
        with ThreadPoolExecutor(2) as pool:
            statuses = sorted(pool.map(demote, (0, 1)))
        # The other was demoted (403), disabled (401), or saw that they would be the last (409).
        assert statuses[0] == 200
        assert statuses[1] in (401, 403, 409)
        assert active_admins(connection, crew.site_id) == 1
        connection.execute(
            "UPDATE operators SET role = 'admin', disabled_at = NULL WHERE id = ANY(%s)",
            (list(crew.ids[:2]),),
        )
        tokens = [door.sign_in(email).token for email in crew.emails[:2]]


async def test_a_revoked_operator_s_socket_closes_within_5_seconds_on_any_process(
    door: Door, second_door: Door, crew: Crew
) -> None:
    signed_in = door.sign_in(crew.emails[2])
    async with (
        await Socket.operator(door, signed_in.token) as here,
        await Socket.operator(second_door, signed_in.token) as there,
    ):
        began = time.monotonic()
        reply = door.call("DELETE", f"{PEOPLE}/{crew.ids[2]}/sessions", crew.emails[0])
        assert reply.status_code == 204
        await here.closed(5)
        await there.closed(5)
        assert time.monotonic() - began < 5
    refused(as_operator(door, signed_in.token, "GET", "/auth/me"), 401, "session_revoked")
    refused(door.refresh(signed_in.cookie), 401, "session_revoked")


async def test_other_sites_or_another_role_reach_an_open_socket_within_5_seconds(
    door: Door, second_door: Door, crew: Crew, connection: Connection[Any]
) -> None:
    other = new_site(connection, origins=(SHOP,), name="other")
    connection.execute("INSERT INTO operator_sites VALUES (%s, %s)", (crew.ids[0], other))
    token = door.sign_in(crew.emails[2]).token
    async with await Socket.operator(second_door, token) as socket:
        both = [str(crew.site_id), str(other)]
        assert change(door, crew.emails[0], crew.ids[2], site_ids=both).status_code == 200
        await socket.closed(5)
    async with await Socket.operator(second_door, token) as socket:  # the sign-in is as good
        session = door.open_session(_key(connection, other))
        message = {"client_message_id": str(uuid7()), "text": "слышно?"}
        async with await Socket.visitor(door, session["token"]) as visitor:
            assert (await visitor.ask("/visitor", "message.send", message))["ok"]
        update = await socket.until("inbox.updated", 5)
        assert update["conversation"]["id"] == session["conversation_id"]
        changed = change(
            door, crew.emails[0], crew.ids[2], site_ids=[str(other)], role="supervisor"
        )
        assert changed.status_code == 200
        await socket.closed(5)


def _key(connection: Connection[Any], site_id: UUID) -> str:
    row = connection.execute("SELECT site_key FROM sites WHERE id = %s", (site_id,)).fetchone()
    assert row is not None
    return str(row[0])


def test_the_disabled_are_out_and_come_back_only_by_signing_in(door: Door, crew: Crew) -> None:
    signed_in = door.sign_in(crew.emails[2])
    done = change(door, crew.emails[0], crew.ids[2], disabled=True)
    assert done.json()["disabled_at"]
    assert as_operator(door, signed_in.token, "GET", "/auth/me").status_code == 401
    login = {"email": crew.emails[2], "password": PASSWORD}
    refused(as_console(door, "login", login), 401, "credentials_wrong")
    path = f"{PEOPLE}/{crew.ids[2]}/password-link"
    refused(door.call("POST", path, crew.emails[0]), 403, "forbidden")
    assert change(door, crew.emails[0], crew.ids[2], disabled=False).json()["disabled_at"] is None
    assert as_operator(door, signed_in.token, "GET", "/auth/me").status_code == 401
    assert "access_token" in first_step(door, crew.emails[2])


def test_a_link_sets_a_new_password_once_and_ends_what_was_open(door: Door, crew: Crew) -> None:
    before = door.sign_in(crew.emails[2])
    path = f"{PEOPLE}/{crew.ids[2]}/password-link"
    links = [door.call("POST", path, crew.emails[0]).json()["link"] for _ in range(2)]
    old, token = (link.partition("#")[2] for link in links)
    assert links[0].startswith(f"{door.console}/admin/new-password#")
    refused(as_console(door, "password-link", {"token": old}), 404, "link_invalid")
    seen = as_console(door, "password-link", {"token": token}).json()
    assert seen["email"] == crew.emails[2]
    use = "password-link/use"
    weak = {"token": token, "password": "qwertyuiop12"}
    refused(as_console(door, use, weak), 400, "password_common")
    assert as_operator(door, before.token, "GET", "/auth/me").status_code == 200
    granted(as_console(door, use, {"token": token, "password": NEW_PASSWORD}))
    assert as_operator(door, before.token, "GET", "/auth/me").status_code == 401
    again = {"token": token, "password": NEW_PASSWORD}
    refused(as_console(door, use, again), 404, "link_invalid")
    login = {"email": crew.emails[2], "password": PASSWORD}
    refused(as_console(door, "login", login), 401, "credentials_wrong")
    assert "access_token" in first_step(door, crew.emails[2], NEW_PASSWORD)
    assert token not in door.logged()


def test_every_change_is_in_the_audit_log_with_what_was_and_what_is(door: Door, crew: Crew) -> None:
    assert (
        change(door, crew.emails[0], crew.ids[2], role="supervisor", name="Вера").status_code == 200
    )
    assert change(door, crew.emails[0], crew.ids[2], disabled=True).status_code == 200
    assert change(door, crew.emails[0], crew.ids[2], disabled=True).status_code == 200  # a retry
    asked = {"subject": str(crew.ids[2])}
    items = door.call("GET", "/api/v1/audit", crew.emails[0], params=asked).json()["items"]
    assert [(item["action"], item["before"], item["after"]) for item in items] == [
        ("operator.disabled", {"disabled": False}, {"disabled": True}),
        (
            "operator.changed",
            {"name": "c", "role": "operator"},
            {"name": "Вера", "role": "supervisor"},
        ),
    ]
