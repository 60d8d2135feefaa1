"""The inbox at the API: filters, search, labels, views, read marks, bulk actions."""

import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation, new_operator

pytestmark = pytest.mark.services

LIST = "/api/v1/conversations"
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(door: Door, shop: Place) -> Ask:
    """Ask as an operator of the shop, unless said otherwise."""

    def send(method: str, path: str, who: str | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401
        token = door.token(who or shop.operator)
        return door.request(method, path, origin=door.console, token=token, **more)

    return send


@pytest.fixture
def supervisor(connection: Connection[Any], shop: Place) -> str:
    email = f"super-{secrets.token_hex(4)}@shop.example"
    new_operator(connection, shop.id, email=email, role="supervisor", name="Ирина")
    return email


def talked(connection: Connection[Any], shop: Place, text: str, status: str = "agent") -> UUID:
    """A conversation as the persistence worker leaves it."""
    made = new_conversation(connection, shop.id)
    connection.execute(
        "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
        " VALUES (%s, %s, 1, 'visitor', %s, now())",
        (uuid7(), made, text),
    )
    connection.execute(
        "UPDATE conversations SET last_seq = 1, spoken_seq = 1, status = %s, last_sender ="
        " 'visitor', last_text = %s, last_at = now(), waiting_since = CASE WHEN %s = 'waiting'"
        " THEN now() - interval '1 hour' END WHERE id = %s",
        (status, text, status, made),
    )
    return made


def ids(reply: httpx.Response) -> list[str]:
    assert reply.status_code == 200, reply.text
    return [item["id"] for item in reply.json()["items"]]


def test_a_search_finds_the_message_and_says_where_it_stands(
    ask: Ask, shop: Place, connection: Connection[Any]
) -> None:
    mark = secrets.token_hex(6)
    made = talked(connection, shop, f"Принтер {mark} всё ещё не печатает")
    body = ask("GET", LIST, params={"q": f"печатает {mark}"}).json()
    assert [item["id"] for item in body["items"]] == [str(made)]
    (hit,) = body["hits"]
    assert (hit["conversation_id"], hit["seq"], hit["sender"]) == (str(made), 1, "visitor")
    assert "".join(part["text"] for part in hit["excerpt"]) == f"Принтер {mark} всё ещё не печатает"
    assert {part["text"] for part in hit["excerpt"] if part["hit"]} == {mark, "печатает"}
    assert ids(ask("GET", LIST, params={"q": str(made)})) == [str(made)]
    assert ids(ask("GET", LIST, params={"q": f"{mark} {secrets.token_hex(6)}"})) == []
    assert ids(ask("GET", LIST, params={"q": "?!"})) == []


def test_filters_are_combined_and_pages_hold_each_conversation_once(
    ask: Ask, shop: Place, connection: Connection[Any]
) -> None:
    mark = secrets.token_hex(6)
    waiting = {str(talked(connection, shop, f"{mark} {n}", "waiting")) for n in range(5)}
    talked(connection, shop, mark, "closed")
    asked = {"q": mark, "status": "waiting", "waiting_over": 600, "unread": "true", "limit": 2}
    seen: list[str] = []
    before: str | None = None
    while True:
        reply = ask("GET", LIST, params=asked | ({"before": before} if before else {}))
        seen += ids(reply)
        before = reply.json()["next"]
        if before is None:
            break
    assert len(seen) == len(set(seen)) == 5
    assert set(seen) == waiting
    both = {"q": mark, "status": ["waiting", "closed"], "assigned": "nobody", "site": str(shop.id)}
    assert len(ids(ask("GET", LIST, params=both))) == 6
    for nothing in ({"waiting_over": 7200}, {"assigned": "me"}, {"scores": 1}, {"rating": "down"}):
        assert ids(ask("GET", LIST, params={"q": mark} | nothing)) == []
    later = {"since": "2999-01-01T00:00:00Z"}
    assert ids(ask("GET", LIST, params={"q": mark} | later)) == []
    earlier = {"until": "2999-01-01T00:00:00Z", "agent": "network"}
    assert ids(ask("GET", LIST, params={"q": mark} | earlier)) == []


@pytest.mark.parametrize(
    "query",
    ["status=asleep", "assigned=perhaps", "since=2026-01-01T00:00:00", "before=x", "mine=true",
     "scores=6", "waiting_over=-1", "limit=101"],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_refused(ask: Ask, query: str) -> None:
    refused(ask("GET", f"{LIST}?{query}"), 400, "invalid_payload")


async def test_a_label_is_put_on_seen_by_all_at_once_filtered_by_and_audited(
    ask: Ask, door: Door, shop: Place, supervisor: str, connection: Connection[Any]
) -> None:
    made = talked(connection, shop, "Здравствуйте")
    post = {"site_id": str(shop.id), "name": secrets.token_hex(4), "colour": "red"}
    refused(ask("POST", "/api/v1/labels", json=post), 403, "forbidden")
    reply = ask("POST", "/api/v1/labels", supervisor, json=post)
    assert reply.status_code == 201, reply.text
    label = reply.json()["id"]
    again = post | {"name": post["name"].upper()}
    refused(ask("POST", "/api/v1/labels", supervisor, json=again), 409, "name_taken")
    on = f"{LIST}/{made}/labels/{label}"
    async with await Socket.operator(door, door.token(shop.colleague)) as socket:
        for _ in range(2):  # twice is once
            assert ask("PUT", on).status_code == 204
        told = (await socket.until("inbox.updated"))["conversation"]
        assert (told["id"], told["labels"]) == (str(made), [label])
        assert ids(ask("GET", LIST, params={"labels": label})) == [str(made)]
        assert ask("GET", f"{LIST}/{made}").json()["labels"] == [label]
        assert ask("DELETE", on).status_code == 204
        told = [await socket.until("inbox.updated") for _ in range(2)][-1]["conversation"]
        assert told["labels"] == []
    assert ids(ask("GET", LIST, params={"labels": label})) == []
    patch = {"name": post["name"], "colour": "blue"}
    assert ask("PATCH", f"/api/v1/labels/{label}", supervisor, json=patch).status_code == 200
    listed = ask("GET", "/api/v1/labels").json()["items"]
    assert [one["colour"] for one in listed if one["id"] == label] == ["blue"]
    assert ask("DELETE", f"/api/v1/labels/{label}", supervisor).status_code == 204
    refused(ask("PUT", on), 404, "not_found")
    query = "SELECT action, before, after FROM audit_log WHERE subject = %s ORDER BY at, id"
    actions = connection.execute(query, (label,)).fetchall()
    assert [row[0] for row in actions] == ["label.created", "label.changed", "label.deleted"]
    assert actions[1][1:] == ({"colour": "red"}, {"colour": "blue"})


def test_a_view_is_kept_for_its_owner_and_shared_by_supervisors_alone(
    ask: Ask, shop: Place, supervisor: str, connection: Connection[Any]
) -> None:
    name = secrets.token_hex(4)
    filters = {"status": ["waiting"], "waiting_over": 600, "q": "vpn"}

    def seen(who: str) -> dict[str, Any]:
        items = ask("GET", "/api/v1/views", who).json()["items"]
        return {item["id"]: item for item in items}

    own = ask("POST", "/api/v1/views", json={"name": f" {name} ", "filters": filters})
    assert own.status_code == 201
    view = own.json()["id"]
    assert seen(shop.operator)[view]["name"] == name
    kept = seen(shop.operator)[view]["filters"]
    assert {key: kept[key] for key in filters} == filters
    assert view not in seen(shop.colleague)
    refused(ask("DELETE", f"/api/v1/views/{view}", supervisor), 404, "not_found")
    shared = {"name": name, "filters": filters, "site_id": str(shop.id)}
    refused(ask("PUT", f"/api/v1/views/{view}", json=shared), 403, "forbidden")
    team = ask("POST", "/api/v1/views", supervisor, json=shared).json()["id"]
    assert seen(shop.colleague)[team]["owner_name"] == "Ирина"
    refused(ask("DELETE", f"/api/v1/views/{team}"), 404, "not_found")
    changed = shared | {"name": "Давно ждут"}
    assert ask("PUT", f"/api/v1/views/{team}", shop.admin, json=changed).status_code == 200
    assert seen(shop.colleague)[team]["name"] == "Давно ждут"
    assert ask("DELETE", f"/api/v1/views/{view}").status_code == 204
    assert ask("DELETE", f"/api/v1/views/{team}", supervisor).status_code == 204
    query = "SELECT action FROM audit_log WHERE subject = ANY(%s) ORDER BY at, id"
    actions = connection.execute(query, ([view, team],)).fetchall()
    assert [row[0] for row in actions] == ["view.shared", "view.changed", "view.deleted"]


async def test_what_was_seen_on_one_device_is_seen_on_the_other_and_by_nobody_else(
    ask: Ask, door: Door, shop: Place, connection: Connection[Any]
) -> None:
    mark = secrets.token_hex(6)
    made = talked(connection, shop, mark, "waiting")
    unread = {"q": mark, "unread": "true"}
    assert ids(ask("GET", LIST, params=unread)) == [str(made)]
    async with (
        await Socket.operator(door, door.token(shop.operator)) as first,
        await Socket.operator(door, door.token(shop.operator)) as second,
        await Socket.operator(door, door.token(shop.colleague)) as colleague,
    ):
        payload = {"conversation_id": str(made), "seq": 1}
        assert (await first.ask("/operator", "conversation.read", payload))["ok"]
        assert await second.until("inbox.read") == payload
        names = [name for name, _ in await colleague.quiet()]
        assert "inbox.read" not in names
    assert ids(ask("GET", LIST, params=unread)) == []
    assert ids(ask("GET", LIST, shop.colleague, params=unread)) == [str(made)]
    (line,) = ask("GET", LIST, params={"q": mark}).json()["items"]
    assert (line["last_seq"], line["read_seq"]) == (1, 1)


async def test_a_bulk_action_goes_the_ordinary_way_and_tells_of_each(
    ask: Ask, door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    free, held = (talked(connection, shop, "x", "waiting") for _ in range(2))
    foreign = talked(connection, bank, "x", "waiting")
    async with await Socket.operator(door, door.token(shop.colleague)) as colleague:
        taken = await colleague.ask(
            "/operator", "conversation.take", {"conversation_id": str(held)}
        )
        assert taken["ok"]
        named = [str(one) for one in (free, held, foreign, free)]
        body = {"action": "close", "conversation_ids": named}
        result = ask("POST", f"{LIST}/bulk", json=body).json()["items"]
        assert [(one["conversation_id"], one["ok"], one["code"]) for one in result] == [
            (str(free), True, None),
            (str(held), False, "conversation_taken"),
            (str(foreign), False, "conversation_not_found"),
        ]
        assert result[1]["message"]
        updates = [payload for name, payload in await colleague.quiet() if name == "inbox.updated"]
        told = {one["conversation"]["id"]: one["conversation"]["status"] for one in updates}
        assert told[str(free)] == "closed"
    # Closed already: the same command again changes nothing and is no error.
    again = ask("POST", f"{LIST}/bulk", json={"action": "close", "conversation_ids": [str(free)]})
    assert again.json()["items"][0]["ok"] is True


@pytest.mark.parametrize(
    "body",
    [
        {"action": "close", "conversation_ids": []},
        {"action": "close", "conversation_ids": [str(uuid7())] * 101},
        {"action": "label", "conversation_ids": [str(uuid7())]},
        {"action": "close", "conversation_ids": [str(uuid7())], "label_id": str(uuid7())},
        {"action": "take", "conversation_ids": [str(uuid7())]},
    ],
)
def test_a_bulk_action_that_makes_no_sense_is_refused(ask: Ask, body: dict[str, Any]) -> None:
    refused(ask("POST", f"{LIST}/bulk", json=body), 400, "invalid_payload")


def test_the_line_of_one_who_waits_shows_what_they_said_last(
    ask: Ask, door: Door, shop: Place, connection: Connection[Any]
) -> None:
    made = talked(connection, shop, "Не открывается папка")
    body = {"action": "close", "conversation_ids": [str(made)]}
    assert ask("POST", f"{LIST}/bulk", json=body).json()["items"][0]["ok"]
    (line,) = ask("GET", LIST, params={"q": str(made)}).json()["items"]
    assert line["last_message"]["preview"] == "Не открывается папка"
