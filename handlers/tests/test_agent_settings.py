"""Administrators edit agents whole; what they change holds for the next message."""

import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any, cast

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.contracts.adapters import (
    AdapterVersionInfo,
    AgentAdapters,
    AgentRules,
    WritingInventory,
)
from shared.contracts.queues import AgentProfile, DbMessage
from shared.domain.words import Locale
from shared.kernel.clock import utc_now
from shared.queues.envelope import unwrap
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.adapters import keep_inventory
from shared.storage.keys import INVENTORIES_KEY
from shared.tests.rows import new_conversation

pytestmark = pytest.mark.services

AGENTS = "/api/v1/agents"
FIELDS = {"name": {"ru": "Бухгалтерия", "en": "Payroll"}, "subject": {"ru": "Зарплата и отпуска"}}


def call(door: Door, shop: Place, method: str, path: str = "", **more: Any) -> httpx.Response:  # noqa: ANN401
    """Ask about the shop's agents as its administrator unless said otherwise."""
    sent = {"token": door.token(shop.admin)} | more
    return door.request(method, f"{AGENTS}/{shop.id}{path}", origin=door.console, **sent)


def slugs(door: Door, shop: Place) -> list[str]:
    return [item["slug"] for item in call(door, shop, "GET").json()["items"]]


@pytest.fixture
def payroll(door: Door, shop: Place, connection: Connection[Any]) -> Iterator[dict[str, Any]]:
    """An agent that the test may do anything to."""
    reply = call(door, shop, "POST", json=FIELDS | {"slug": "payroll"})
    assert reply.status_code == 201, reply.text
    yield reply.json()
    connection.execute("DELETE FROM agents WHERE site_id = %s AND slug = 'payroll'", (shop.id,))


@pytest.fixture
def told(redis: Redis) -> Iterator[None]:
    """A worker that has two adapters of the agent and knows the rules."""
    rules = AgentRules(
        slug="", language=Locale.RU, template="default.2", extra="",
        rules="Ты агент «{name}». Тема: {subject}.\n{extra}", instructions="Указания:\n{text}",
    )  # fmt: skip
    versions = (
        AdapterVersionInfo(version="20261125T1", loss_before=2.0, loss_after=1.0),
        AdapterVersionInfo(version="20261124T1"),
    )
    adapters = (AgentAdapters(slug="payroll", active="20261124T1", versions=versions),)
    keep_inventory(
        redis,
        "test",
        WritingInventory(
            backend="local", model="m@1", adapters=adapters, rules=(rules,), told_at=utc_now()
        ),
    )
    yield
    redis.delete(INVENTORIES_KEY)


def body(agent: dict[str, Any], **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """What a form sends of an agent."""
    names = ("name", "subject", "examples", "instructions", "knowledge", "adapter", "version")
    return {name: agent[name] for name in names} | changes


def logged(connection: Connection[Any], shop: Place, action: str) -> list[Any]:
    rows = connection.execute(
        "SELECT before, after FROM audit_log WHERE action = %s AND %s = ANY(site_ids) ORDER BY at",
        (action, shop.id),
    )
    return rows.fetchall()


def test_an_agent_is_made_the_last_of_its_site(
    door: Door, shop: Place, payroll: dict[str, Any], connection: Connection[Any]
) -> None:
    assert slugs(door, shop) == ["network", "access", "payroll"]
    assert (payroll["enabled"], payroll["knowledge"], payroll["adapter"]) == (True, "own", None)
    assert payroll["name"] == FIELDS["name"]
    assert payroll["subject"] == {"ru": "Зарплата и отпуска", "en": ""}
    again = call(door, shop, "POST", json=FIELDS | {"slug": "payroll"})
    refused(again, 409, "agent_exists")
    assert logged(connection, shop, "agent.created")[-1][1]["name.ru"] == "Бухгалтерия"


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "N"}, {"name": {}}, {"name": {"ru": " \n "}}, {"name": {"ru": "x" * 61}},
        {"subject": {"en": ""}}, {"subject": {"ru": "x" * 301}}, {"examples": {"ru": ["x"] * 11}},
        {"examples": {"ru": ["x" * 201]}}, {"instructions": {"en": "x" * 2001}},
        {"knowledge": "everything"}, {"adapter": "../../etc"}, {"version": 1}, {"colour": "red"},
        {"name": {"de": "x", "ru": "x"}},
    ],
)  # fmt: skip
def test_an_agent_that_breaks_a_bound_is_refused(
    door: Door, shop: Place, change: dict[str, Any]
) -> None:
    reply = call(door, shop, "POST", json=FIELDS | {"slug": "broken"} | change)
    refused(reply, 400, "invalid_payload")
    assert "broken" not in slugs(door, shop)


def test_what_is_edited_is_kept_once_and_logged_as_it_differs(
    door: Door, shop: Place, payroll: dict[str, Any], connection: Connection[Any]
) -> None:
    changed = body(
        payroll,
        name={"ru": "  Зарплата\n", "en": ""},
        examples={"ru": ["Когда аванс?", "Когда аванс?", ""], "en": []},
        instructions={"ru": "Говори\u200b коротко.\x07", "en": ""},
        knowledge="all",
    )
    reply = call(door, shop, "PUT", "/payroll", json=changed)
    assert reply.status_code == 200, reply.text
    now = reply.json()
    assert now["name"] == {"ru": "Зарплата", "en": ""}
    assert now["examples"] == {"ru": ["Когда аванс?"], "en": []}
    assert "\x07" not in now["instructions"]["ru"]
    assert (now["version"], now["instructions_version"]) == (payroll["version"] + 1, 1)
    before, after = logged(connection, shop, "agent.changed")[-1]
    assert before == {
        "name.ru": "Бухгалтерия", "name.en": "Payroll", "knowledge": "own",
    }  # fmt: skip
    assert after["name.ru"] == "Зарплата"
    assert after["knowledge"] == "all"
    # Sent again it is what is there already, though its version has passed.
    assert call(door, shop, "PUT", "/payroll", json=changed).json() == now
    refused(
        call(door, shop, "PUT", "/payroll", json=changed | {"knowledge": "own"}),
        409,
        "agent_changed",
    )
    assert call(door, shop, "GET", "/payroll").json() == now


def test_an_adapter_is_chosen_among_those_that_a_worker_has(
    door: Door, shop: Place, payroll: dict[str, Any], told: None
) -> None:
    listed = call(door, shop, "GET").json()
    (options,) = [each for each in listed["adapters"] if each["slug"] == "payroll"]
    assert options["active"] == "20261124T1"
    assert [each["version"] for each in options["versions"]] == ["20261125T1", "20261124T1"]
    assert (listed["workers"], listed["models"]) == (1, ["m@1"])
    unknown = call(door, shop, "PUT", "/payroll", json=body(payroll, adapter="20269999T1"))
    refused(unknown, 400, "adapter_unknown")
    chosen = call(door, shop, "PUT", "/payroll", json=body(payroll, adapter="20261125T1")).json()
    assert chosen["adapter"] == "20261125T1"
    bare = call(door, shop, "PUT", "/payroll", json=body(chosen, adapter="")).json()
    assert bare["adapter"] == ""


def test_the_rules_are_shown_as_the_model_would_read_them(
    door: Door, shop: Place, payroll: dict[str, Any], told: None, redis: Redis
) -> None:
    draft = {
        "name": {"ru": "Сеть <|im_end|>"},
        "subject": {"ru": "VPN"},
        "instructions": {"en": "Be brief."},
        "language": "ru",
    }
    shown = call(door, shop, "POST", "/payroll/preview", json=draft).json()
    assert shown["template"] == "default.2"
    assert shown["text"].startswith("Ты агент «Сеть ‹¦im_end¦›». Тема: VPN.")
    assert shown["text"].endswith("Указания:\nBe brief.")
    redis.delete(INVENTORIES_KEY)
    nothing = call(door, shop, "POST", "/payroll/preview", json=draft).json()
    assert nothing == {"template": None, "text": None}
    refused(call(door, shop, "POST", "/nobody/preview", json=draft), 404, "not_found")


def test_the_order_is_kept_when_each_agent_is_named_once(
    door: Door, shop: Place, payroll: dict[str, Any], connection: Connection[Any]
) -> None:
    for wrong in (["network", "access"], ["network", "access", "nobody"], ["network"] * 3):
        refused(call(door, shop, "PUT", json={"order": wrong}), 409, "agent_changed")
    moved = call(door, shop, "PUT", json={"order": ["payroll", "network", "access"]})
    assert [item["slug"] for item in moved.json()["items"]] == ["payroll", "network", "access"]
    session = door.open_session(shop.key)
    assert session["settings"]["agents"][0]["slug"] == "payroll"
    assert logged(connection, shop, "agents.ordered")[-1][1] == {
        "order": ["payroll", "network", "access"]
    }
    back = call(door, shop, "PUT", json={"order": ["network", "access", "payroll"]})
    assert back.status_code == 200


def test_an_agent_with_something_on_it_is_not_deleted_and_another_by_its_name_alone(
    door: Door, shop: Place, payroll: dict[str, Any], connection: Connection[Any]
) -> None:
    put = {"site_key": shop.key, "agent": "payroll", "name": "a.md", "text": "# A\n\n## B\n\nc"}
    path = "/api/v1/knowledge/documents"
    info = door.request(
        "PUT", path, origin=door.console, token=door.token(shop.admin), json=put
    ).json()
    conversation = new_conversation(connection, shop.id)
    connection.execute("UPDATE conversations SET agent = 'payroll' WHERE id = %s", (conversation,))

    def delete(confirm: str = "Бухгалтерия") -> httpx.Response:
        return call(door, shop, "DELETE", "/payroll", params={"confirm": confirm})

    refused(delete("Сеть"), 400, "invalid_payload")
    refused(call(door, shop, "DELETE", "/payroll"), 400, "invalid_payload")
    refused(delete(), 409, "agent_in_use")
    connection.execute("DELETE FROM documents WHERE id = %s", (info["id"],))
    assert call(door, shop, "GET", "/payroll").json()["conversations"] == 1
    refused(delete(), 409, "agent_in_use")
    connection.execute("UPDATE conversations SET status = 'closed' WHERE id = %s", (conversation,))
    assert delete().status_code == 204
    refused(delete(), 404, "not_found")
    assert slugs(door, shop) == ["network", "access"]
    assert logged(connection, shop, "agent.deleted")[-1][0]["name.ru"] == "Бухгалтерия"


def test_an_agent_is_copied_to_another_site_of_the_same_administrator(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    connection.execute(
        "INSERT INTO operator_sites SELECT id, %s FROM operators WHERE email = %s",
        (bank.id, shop.admin),
    )
    token = door.sign_in(shop.admin).token
    for name, text in (("one.md", "# A\n\n## B\n\nодин"), ("page", "x")):
        put = {"site_key": shop.key, "agent": "network", "name": name, "text": text}
        path = "/api/v1/knowledge/documents"
        door.request("PUT", path, origin=door.console, token=token, json=put)
    connection.execute(
        "UPDATE documents SET url = name WHERE site_id = %s AND name = 'page'", (shop.id,)
    )
    sent = {"site_id": str(bank.id), "slug": "copied", "documents": True}
    reply = call(door, shop, "POST", "/network/copy", token=token, json=sent)
    assert reply.status_code == 201, reply.text
    assert (reply.json()["site_id"], reply.json()["slug"]) == (str(bank.id), "copied")
    rows = connection.execute(
        "SELECT name, text, state, how FROM documents WHERE site_id = %s AND agent = 'copied'",
        (bank.id,),
    ).fetchall()
    assert ("one.md", "# A\n\n## B\n\nодин", "pending", "copy") in rows
    assert "page" not in {row[0] for row in rows}, "pages come when their place is read"
    again = call(door, shop, "POST", "/network/copy", token=token, json=sent)
    refused(again, 409, "agent_exists")
    connection.execute(
        "DELETE FROM operator_sites WHERE site_id = %s AND operator_id ="
        " (SELECT id FROM operators WHERE email = %s)",
        (bank.id, shop.admin),
    )
    connection.execute("DELETE FROM agents WHERE site_id = %s AND slug = 'copied'", (bank.id,))


async def test_the_next_message_is_answered_as_was_edited_whichever_process_takes_it(
    door: Door,
    second_door: Door,
    shop: Place,
    payroll: dict[str, Any],
    embedded_broker_url: str,
) -> None:
    changed = body(
        payroll, instructions={"ru": "Коротко.", "en": ""}, knowledge="shared", adapter=""
    )
    session = door.open_session(shop.key)
    async with await Socket.visitor(second_door, session["token"]) as visitor:
        assert "payroll" in await _asked(embedded_broker_url, visitor)
        assert call(door, shop, "PUT", "/payroll", json=changed).status_code == 200
        profile = await _until(
            embedded_broker_url, visitor, lambda found: found["payroll"].instructions_version == 1
        )
        assert profile["payroll"] == AgentProfile(
            slug="payroll", name="Бухгалтерия", subject="Зарплата и отпуска", knowledge="shared",
            instructions={"ru": "Коротко."}, instructions_version=1, adapter="",
        )  # fmt: skip
        off = call(door, shop, "PUT", "/payroll/enabled", json={"enabled": False})
        assert off.json()["enabled"] is False
        await _until(embedded_broker_url, visitor, lambda found: "payroll" not in found)
    assert slugs(door, shop) == ["network", "access", "payroll"], "it is still there to be edited"
    path = f"{AGENTS}?off=true"
    listed = door.request("GET", path, origin=door.console, token=door.token(shop.operator))
    assert {one["slug"]: one["enabled"] for one in listed.json()["items"]}["payroll"] is False


async def _until(broker_url: str, visitor: Socket, holds: Any) -> dict[str, AgentProfile]:  # noqa: ANN401
    """Ask until the other process has heard; unheard, it would take 15 seconds."""
    until = time.monotonic() + 5
    while True:
        found = await _asked(broker_url, visitor)
        if holds(found):
            return found
        assert time.monotonic() < until, found


async def _asked(broker_url: str, visitor: Socket) -> dict[str, AgentProfile]:
    """Send a message; returns what the workers are told of the agents with it."""
    sent = {"client_message_id": client_id(), "text": "Когда зарплата?"}
    message_id = (await visitor.ask("/visitor", "message.send", sent))["message_id"]
    with closing(Redis.from_url(broker_url)) as broker:
        entries = cast(
            "list[tuple[bytes, dict[bytes, bytes]]]",
            broker.xrevrange(stream_key(Queue.AI_REQUESTS), count=10),
        )
    for _, fields in entries:
        accepted = DbMessage.validate_python(unwrap(fields[b"body"]))
        if accepted.kind == "message" and str(accepted.record.message.id) == message_id:
            assert accepted.request
            return {agent.slug: agent for agent in accepted.request.agents}
    raise AssertionError("the message asked for no answer")
