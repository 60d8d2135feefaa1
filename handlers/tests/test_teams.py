"""Teams and rules over HTTP: made, changed and deleted by supervisors, with an audit of each."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_desk import operator_id
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7
from shared.tests.rows import new_operator

pytestmark = pytest.mark.services

PATH = "/api/v1/teams"
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(door: Door, shop: Place) -> Ask:
    """Ask as the shop's administrator, or whoever ``email`` is."""

    def asked(
        method: str, path: str = PATH, body: object = None, email: str = shop.admin
    ) -> httpx.Response:
        more: dict[str, Any] = {} if body is None else {"json": body}
        return door.request(method, path, origin=door.console, token=door.token(email), **more)

    return asked


def name() -> str:
    """A team's name that no other test has."""
    return f"Линия {uuid7().hex[-8:]}"


def entries(connection: Connection[Any], subject: str) -> list[tuple[Any, ...]]:
    """What the audit log holds of a thing, oldest first."""
    return connection.execute(
        "SELECT action, before, after FROM audit_log WHERE subject = %s ORDER BY at, id",
        (subject,),
    ).fetchall()


def test_a_team_s_life_is_in_the_audit_log(
    ask: Ask,
    shop: Place,
    connection: Connection[Any],
) -> None:
    anna, boris = (operator_id(connection, email) for email in (shop.operator, shop.colleague))
    called = name()
    made = ask("POST", body={"site_id": str(shop.id), "name": called, "members": [anna]})
    assert made.status_code == 201
    team = made.json()
    assert (team["name"], team["automatic"]) == (called, False)
    assert team["members"] == [{"id": anna, "name": "Анна"}]
    path = f"{PATH}/{team['id']}"
    changed = ask("PATCH", path, {"automatic": True, "members": [boris, anna]}).json()
    assert (changed["name"], changed["automatic"]) == (called, True)
    assert [one["name"] for one in changed["members"]] == ["Анна", "Борис"]
    assert ask("PATCH", path, {"automatic": True}).json() == changed  # nothing new: no entry
    assert ask("DELETE", path).status_code == 204
    refused(ask("DELETE", path), 404, "not_found")
    refused(ask("PATCH", path, {"name": "x"}), 404, "not_found")
    log = entries(connection, team["id"])
    assert [action for action, _, _ in log] == ["team.created", "team.changed", "team.deleted"]
    assert log[1][1:] == (
        {"automatic": False, "members": ["Анна"]},
        {"automatic": True, "members": ["Анна", "Борис"]},
    )


def test_a_name_is_taken_once_a_site_whatever_its_case(ask: Ask, shop: Place) -> None:
    called = name()
    body = {"site_id": str(shop.id), "name": called}
    assert ask("POST", body=body).status_code == 201
    refused(ask("POST", body=body | {"name": called.upper()}), 409, "team_name_taken")
    other = ask("POST", body=body | {"name": name()}).json()
    refused(ask("PATCH", f"{PATH}/{other['id']}", {"name": called}), 409, "team_name_taken")


@pytest.mark.parametrize(
    "change",
    [{"name": ""}, {"name": " x"}, {"name": "x" * 61}, {"members": ["x"]}, {"more": 1},
     {"automatic": "maybe"}],
)  # fmt: skip
def test_what_makes_no_team_is_refused(ask: Ask, shop: Place, change: dict[str, Any]) -> None:
    body = {"site_id": str(shop.id), "name": name()} | change
    refused(ask("POST", body=body), 400, "invalid_payload")


def test_only_who_works_for_the_site_can_be_a_member(
    ask: Ask,
    shop: Place,
    bank: Place,
    connection: Connection[Any],
) -> None:
    body = {"site_id": str(shop.id), "name": name()}
    for foreign in (operator_id(connection, bank.operator), str(uuid7())):
        reply = ask("POST", body=body | {"members": [foreign]})
        refused(reply, 404, "assignee_not_found")
    team = ask("POST", body=body).json()  # nothing is left of the tries above
    reply = ask("PATCH", f"{PATH}/{team['id']}", {"name": "y", "members": [foreign]})
    refused(reply, 404, "assignee_not_found")
    assert team in listed(ask, shop)["teams"]


def listed(ask: Ask, shop: Place) -> dict[str, Any]:
    """The shop as the list shows it."""
    sites = ask("GET").json()["items"]
    assert [site["site_id"] for site in sites] == [str(shop.id)]
    found: dict[str, Any] = sites[0]
    return found


def test_who_left_the_site_is_no_member_any_more(
    ask: Ask,
    shop: Place,
    connection: Connection[Any],
) -> None:
    gone: UUID = new_operator(connection, shop.id, name="Уходящий", role="operator")
    team = ask(
        "POST", body={"site_id": str(shop.id), "name": name(), "members": [str(gone)]}
    ).json()
    assert [one["name"] for one in team["members"]] == ["Уходящий"]
    connection.execute("DELETE FROM operator_sites WHERE operator_id = %s", (gone,))
    found = [one for one in listed(ask, shop)["teams"] if one["id"] == team["id"]]
    assert found[0]["members"] == []


def test_operators_see_teams_and_change_nothing(ask: Ask, shop: Place) -> None:
    team = ask("POST", body={"site_id": str(shop.id), "name": name()}).json()
    seen = ask("GET", email=shop.operator)
    assert seen.status_code == 200
    assert team["id"] in seen.text
    rules = {"automatic": True}
    for method, path, body in (
        ("POST", PATH, {"site_id": str(shop.id), "name": name()}),
        ("PATCH", f"{PATH}/{team['id']}", {"name": "x"}),
        ("DELETE", f"{PATH}/{team['id']}", None),
        ("PUT", f"{PATH}/rules/{shop.id}", rules),
    ):
        refused(ask(method, path, body, email=shop.operator), 403, "forbidden")


def test_rules_are_kept_and_a_change_is_in_the_audit_log(
    ask: Ask,
    shop: Place,
    connection: Connection[Any],
) -> None:
    path = f"{PATH}/rules/{shop.id}"
    assert listed(ask, shop)["rules"] == {"automatic": False, "take_seconds": 120}
    wanted = {"automatic": True, "take_seconds": 60}
    assert ask("PUT", path, wanted).json() == wanted
    assert ask("PUT", path, wanted).json() == wanted
    assert listed(ask, shop)["rules"] == wanted
    log = entries(connection, str(shop.id))
    assert [one for one in log if one[0] == "assignment_rules.changed"] == [
        ("assignment_rules.changed", {"automatic": False, "take_seconds": 120}, wanted)
    ]
    for seconds in (14, 3_601, "x"):
        refused(ask("PUT", path, wanted | {"take_seconds": seconds}), 400, "invalid_payload")
    assert ask("PUT", path, {"automatic": False}).status_code == 200
