"""Colleagues, teams and assignments of one site are nothing to the people of another."""

import json
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_desk import open_for, operator_id, until_state
from handlers.tests.test_http import refused
from handlers.tests.test_two_sites import bank_conversation
from handlers.tests.wire import Socket
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services


async def test_nobody_hears_who_is_here_at_another_site(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    theirs = [operator_id(connection, mail) for mail in (bank.admin, bank.operator, bank.colleague)]
    async with await Socket.operator(door, door.token(shop.admin)) as ours:
        async with await Socket.operator(door, door.token(bank.operator)) as socket:
            await until_state(socket, theirs[1], "available")
            await socket.ask("/operator", "availability.set", {"availability": "away"})
            await socket.ask("/operator", "availability.set", {"availability": "available"})
        heard = json.dumps(await ours.quiet(0.5))
    assert str(shop.id) in heard
    assert [one for one in (*theirs, str(bank.id)) if one in heard] == []


async def test_who_works_for_two_sites_is_told_to_each_without_a_word_of_the_other(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    boris = operator_id(connection, bank.colleague)
    connection.execute("INSERT INTO operator_sites VALUES (%s, %s)", (boris, shop.id))
    try:
        async with await Socket.operator(door, door.token(shop.operator)) as ours:
            await ours.quiet(0.3)
            async with await Socket.operator(door, door.token(bank.colleague)):
                await until_state(ours, boris, "available")
            assert str(bank.id) not in json.dumps(await ours.quiet(0.3))
    finally:
        connection.execute(
            "DELETE FROM operator_sites WHERE operator_id = %s AND site_id = %s", (boris, shop.id)
        )


async def test_who_looks_at_a_conversation_is_told_to_nobody_of_another_site(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    foreign = (await bank_conversation(door, bank, connection))["conversation_id"]
    async with (
        await Socket.operator(door, door.token(bank.operator)) as theirs,
        await Socket.operator(door, door.token(shop.operator)) as ours,
    ):
        assert (await theirs.ask("/operator", "conversation.open", open_for(foreign)))["ok"]
        await theirs.until("viewers.updated")
        await theirs.quiet(0.3)
        for event in ("conversation.open", "typing.start"):
            reply = await ours.ask("/operator", event, open_for(foreign))
            assert reply["error"]["code"] == "conversation_not_found"
        told = await theirs.quiet(0.3)
        assert [event for event, _ in told if event == "viewers.updated"] == []
        assert foreign not in json.dumps(await ours.quiet(0.3))


async def test_nothing_is_assigned_across_sites(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    foreign = (await bank_conversation(door, bank, connection))["conversation_id"]
    anna = operator_id(connection, shop.operator)
    team = door.request(
        "POST",
        "/api/v1/teams",
        origin=door.console,
        token=door.token(shop.admin),
        json={"site_id": str(shop.id), "name": f"Наша {uuid7()}"},
    ).json()["id"]
    async with (
        await Socket.operator(door, door.token(shop.admin)) as ours,
        await Socket.operator(door, door.token(bank.admin)) as theirs,
    ):
        for target in (foreign, str(uuid7())):
            payload = open_for(target, operator_id=anna)
            reply = await ours.ask("/operator", "conversation.assign", payload)
            assert reply["error"]["code"] == "conversation_not_found"
        for stranger in ({"operator_id": anna}, {"team_id": team}):
            payload = open_for(foreign, **stranger)
            reply = await theirs.ask("/operator", "conversation.assign", payload)
            assert reply["error"]["code"] == "assignee_not_found"


def test_teams_and_rules_of_another_site_do_not_exist(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    own, theirs = door.token(shop.admin), door.token(bank.admin)
    made = door.request(
        "POST",
        "/api/v1/teams",
        origin=door.console,
        token=theirs,
        json={"site_id": str(bank.id), "name": f"Банк {uuid7()}"},
    ).json()

    def ask(method: str, path: str, body: object = None) -> Any:  # noqa: ANN401
        more: dict[str, Any] = {} if body is None else {"json": body}
        return door.request(method, path, origin=door.console, token=own, **more)

    for team in (made["id"], str(uuid7())):
        path = f"/api/v1/teams/{team}"
        refused(ask("PATCH", path, {"name": "x"}), 404, "not_found")
        refused(ask("DELETE", path), 404, "not_found")
    for site in (bank.id, uuid7()):
        body = {"site_id": str(site), "name": "x"}
        refused(ask("POST", "/api/v1/teams", body), 404, "site_unknown")
        reply = ask("PUT", f"/api/v1/teams/rules/{site}", {"automatic": True})
        refused(reply, 404, "site_unknown")
    seen = ask("GET", "/api/v1/teams").text
    known = (str(bank.id), made["id"], operator_id(connection, bank.operator))
    assert [one for one in known if one in seen] == []
