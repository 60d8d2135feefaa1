"""A visitor finds what they said before, and begins anew; nobody else finds it."""

import asyncio
import time
from itertools import cycle
from typing import Any, cast
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_context import Story
from handlers.tests.test_http import refused
from handlers.tests.test_sites import change, own
from handlers.tests.test_visitor_identity import opened, secret, session, signed
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services

__all__ = ["own", "secret"]
PATH = "/api/v1/visitor/conversations"


def begin(door: Door, token: str, **body: Any) -> httpx.Response:  # noqa: ANN401
    return door.request("POST", PATH, token=token, json=body)


def begun(door: Door, token: str, **body: Any) -> Any:  # noqa: ANN401
    reply = begin(door, token, **body)
    assert reply.status_code == httpx.codes.CREATED, reply.text
    return reply.json()


def listed(door: Door, token: str, query: str = "") -> Any:  # noqa: ANN401
    reply = door.request("GET", PATH + query, token=token)
    assert reply.status_code == httpx.codes.OK, reply.text
    return reply.json()


def story(connection: Connection[Any], place: Place, opening: Any, *texts: str) -> Story:  # noqa: ANN401
    """Let the visitor of a session have said something, and have it stored."""
    told = Story(connection, place.id)
    told.id = UUID(opening["conversation_id"])
    for text in texts:
        told.say("visitor", text)
    connection.execute("UPDATE conversations SET updated_at = now() WHERE id = %s", (told.id,))
    return told


async def say(door: Door, token: str, text: str) -> None:
    """Say something that nobody stores, for no worker runs here."""
    async with await Socket.visitor(door, token) as socket:
        said = {"client_message_id": client_id(), "text": text}
        assert (await socket.ask("/visitor", "message.send", said))["ok"]


def test_a_visitor_pages_through_what_they_said_newest_first(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    first = opened(door, own)
    story(connection, own, first, "Первый вопрос", "И ещё")
    connection.execute(
        "UPDATE conversations SET score = 4, status = 'closed' WHERE id = %s",
        (first["conversation_id"],),
    )
    second = begun(door, first["token"])
    story(connection, own, second, "Второй вопрос")
    third = begun(door, second["token"])
    page = listed(door, third["token"], "?limit=1")
    (newest,) = page["items"]
    assert newest["question"] == "Второй вопрос"
    assert (newest["id"], newest["is_current"]) == (second["conversation_id"], False)
    rest = listed(door, third["token"], f"?limit=1&before={page['next']}")
    (oldest,) = rest["items"]
    assert rest["next"] is None
    assert (oldest["question"], oldest["score"]) == ("Первый вопрос", 4)
    assert oldest["status"] == "closed"
    # The new one is empty, and is listed once something is said in it.
    story(connection, own, third, "Третий")
    assert [one["is_current"] for one in listed(door, third["token"])["items"]] == [
        True, False, False,
    ]  # fmt: skip
    refused(door.request("GET", PATH + "?before=x", token=third["token"]), 400, "invalid_payload")


def test_messages_and_files_of_an_earlier_conversation_are_read_page_by_page(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    first = opened(door, own)
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde"
    kept = door.request(
        "POST", "/api/v1/visitor/attachments?name=a.png", token=first["token"], content=picture
    ).json()
    told = story(connection, own, first, "один", "два", "три")
    answer = told.say("agent", "ответ", agent="network")
    connection.execute("INSERT INTO ratings VALUES (%s, 'up', NULL, now())", (answer,))
    token = begun(door, first["token"])["token"]
    path = f"{PATH}/{first['conversation_id']}"
    newest = door.request("GET", f"{path}/messages?limit=2", token=token).json()
    assert [one["text"] for one in newest["items"]] == ["три", "ответ"]
    assert newest["ratings"] == [{"message_id": str(answer), "rating": "up", "comment": None}]
    assert newest["has_more"]
    before = newest["items"][0]["seq"]
    older = door.request("GET", f"{path}/messages?limit=2&before_seq={before}", token=token).json()
    assert [one["text"] for one in older["items"]] == ["один", "два"]
    assert (older["has_more"], older["ratings"]) == (False, [])
    file = door.request("GET", f"{path}/attachments/{kept['id']}", token=token)
    assert file.content == picture
    # Nor is it a file of the present conversation.
    here = f"/api/v1/visitor/attachments/{kept['id']}"
    refused(door.request("GET", here, token=token), 404, "not_found")


def test_a_person_whom_the_site_knows_finds_everything_on_every_device(
    door: Door, own: Place, secret: str, connection: Connection[Any]
) -> None:
    laptop = opened(door, own, identity=signed(secret, "h-1"))
    story(connection, own, laptop, "С ноутбука")
    new = begun(door, laptop["token"])
    story(connection, own, new, "Новый")
    phone = opened(door, own, identity=signed(secret, "h-1"))
    assert phone["conversation_id"] == new["conversation_id"], "the newest goes on"
    questions = [one["question"] for one in listed(door, phone["token"])["items"]]
    assert questions == ["Новый", "С ноутбука"]
    other = opened(door, own, identity=signed(secret, "h-2"))
    assert listed(door, other["token"])["items"] == []


def test_a_new_conversation_makes_a_signed_token_last_no_longer(
    door: Door, own: Place, secret: str
) -> None:
    known = opened(door, own, identity=signed(secret, "h-3"))
    time.sleep(1.1)
    new = begun(door, known["token"])
    assert new["expires_in"] < known["expires_in"]
    anonymous = opened(door, own)
    assert begun(door, anonymous["token"])["expires_in"] == anonymous["expires_in"]


async def test_a_conversation_in_which_nothing_was_said_is_not_begun_twice(
    door: Door, own: Place
) -> None:
    first = opened(door, own)
    assert begun(door, first["token"])["conversation_id"] == first["conversation_id"]
    await say(door, first["token"], "вопрос")
    replies = await asyncio.gather(
        *(asyncio.to_thread(begun, door, first["token"]) for _ in range(4))
    )
    (new,) = {one["conversation_id"] for one in replies}
    assert new != first["conversation_id"]
    assert {one["visitor_id"] for one in replies} == {first["visitor_id"]}
    # The widget comes back with the new token, to the new conversation.
    assert opened(door, own, replies[0]["token"])["conversation_id"] == new


async def test_whoever_waits_for_a_person_does_not_begin_anew(door: Door, own: Place) -> None:
    token = opened(door, own)["token"]
    async with await Socket.visitor(door, token) as socket:
        said = {"client_message_id": client_id(), "text": "вопрос"}
        assert (await socket.ask("/visitor", "message.send", said))["ok"]
        assert (await socket.ask("/visitor", "handoff.request"))["ok"]
    refused(begin(door, token), 409, "conversation_taken")
    state = door.request("GET", "/api/v1/visitor/conversation", token=token).json()
    assert (state["status"], state["position"]) == ("waiting", 1)


async def test_the_place_in_the_queue_costs_nothing_of_what_was_said(
    door: Door, own: Place, redis: Redis
) -> None:
    session = opened(door, own)
    await say(door, session["token"], "вопрос")
    events = f"conv:{session['conversation_id']}:events"
    ((newest, fields),) = cast("list[Any]", redis.xrevrange(events, count=1))
    long = fields[b"f"].replace("вопрос".encode(), "вопрос".encode() * 600)
    for number in range(100):
        redis.xadd(events, {"f": long}, id=f"{int(newest.split(b'-')[0]) + 1 + number}-0")
    before = redis.info("stats")["total_net_output_bytes"]
    reply = door.request("GET", "/api/v1/visitor/conversation", token=session["token"])
    assert reply.json()["status"] == "agent"
    # Others are on this Redis, too; all of the stream is more than 700 kB.
    assert redis.info("stats")["total_net_output_bytes"] - before < 300_000


async def test_a_sign_in_shuts_every_conversation_of_the_tokens_from_before(
    door: Door, own: Place, secret: str, redis: Redis
) -> None:
    first = opened(door, own)
    await say(door, first["token"], "раньше")
    second = begun(door, first["token"])
    await say(door, second["token"], "теперь")
    # Nobody has looked at the first for a week.
    redis.delete(f"conv:{first['conversation_id']}")
    async with await Socket.visitor(door, first["token"]) as spy:
        victim = opened(door, own, second["token"], identity=signed(secret, "h-4"))
        assert victim["visitor_id"] == first["visitor_id"]
        await spy.closed(5)
    for copy in (first["token"], second["token"]):
        refused(door.request("GET", PATH, token=copy), 401, "token_invalid")
        refused(begin(door, copy), 401, "token_invalid")
        refused(session(door, own, copy), 401, "token_invalid")
    assert door.request("GET", PATH, token=victim["token"]).status_code == httpx.codes.OK


def test_a_sign_in_that_this_process_has_not_heard_of_ends_beginning_too(
    door: Door, own: Place, connection: Connection[Any], redis: Redis
) -> None:
    stranger = opened(door, own)
    # Redis says that nobody knows them; PostgreSQL, which is asked last, knows better.
    key = f"conv:{stranger['conversation_id']}"
    redis.hset(key, mapping={"known": 0, "status": "agent", "seq": 1})
    connection.execute(
        "UPDATE visitors SET external_id = 'h-5' WHERE id = %s", (stranger["visitor_id"],)
    )
    refused(begin(door, stranger["token"]), 401, "token_invalid")
    (count,) = connection.execute(
        "SELECT count(*) FROM conversations WHERE visitor_id = %s", (stranger["visitor_id"],)
    ).fetchone() or (None,)
    assert count == 1


def test_a_sign_in_that_redis_has_not_heard_of_ends_reading_too(
    door: Door, own: Place, connection: Connection[Any], redis: Redis
) -> None:
    stranger = opened(door, own)
    said = story(connection, own, stranger, "мой адрес")
    token, path = stranger["token"], f"{PATH}/{said.id}/messages"
    assert listed(door, token)["items"]
    assert door.request("GET", path, token=token).status_code == httpx.codes.OK
    connection.execute(
        "UPDATE visitors SET external_id = 'h-6' WHERE id = %s", (stranger["visitor_id"],)
    )
    redis.hset(f"conv:{stranger['conversation_id']}", "known", 0)
    assert listed(door, token)["items"] == []
    refused(door.request("GET", path, token=token), 404, "conversation_not_found")


def test_what_a_strangers_token_may_begin_has_an_end(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    first = opened(door, own)
    connection.execute(
        "INSERT INTO conversations (id, site_id, visitor_id, last_seq)"
        " SELECT gen_random_uuid(), site_id, visitor_id, 1 FROM conversations,"
        " generate_series(1, 29) WHERE id = %s",
        (first["conversation_id"],),
    )
    connection.execute(
        "UPDATE conversations SET last_seq = 1 WHERE id = %s", (first["conversation_id"],)
    )
    refused(begin(door, first["token"]), 409, "too_many")
    for _ in range(9):
        begin(door, first["token"])
    refused(begin(door, first["token"]), 429, "rate_limited", retryable=True)


def test_reading_is_limited(door: Door, own: Place) -> None:
    token = opened(door, own)["token"]
    with httpx.Client() as quick:
        headers = {"Origin": own.origin, "Authorization": f"Bearer {token}"}
        for paths, most, usual in (
            ((PATH, "/api/v1/visitor/messages"), 120, httpx.codes.OK),
            (("/api/v1/visitor/conversation",), 60, httpx.codes.OK),
            ((f"/api/v1/visitor/attachments/{uuid7()}",), 240, httpx.codes.NOT_FOUND),
        ):
            codes = [
                quick.get(door.url + path, headers=headers).status_code
                for path, _ in zip(cycle(paths), range(most), strict=False)
            ]
            assert set(codes) == {usual}, paths
            for path in paths:
                reply = quick.get(door.url + path, headers=headers)
                refused(reply, 429, "rate_limited", retryable=True)


def test_nothing_of_another_visitor_or_site_is_found(
    door: Door, shop: Place, bank: Place, own: Place, connection: Connection[Any]
) -> None:
    mine = opened(door, own)
    theirs = opened(door, own)
    other = door.open_session(bank.key, origin=bank.origin)
    story(connection, own, theirs, "чужое")
    story(connection, bank, other, "банковское")
    for foreign in (theirs["conversation_id"], other["conversation_id"], str(uuid7())):
        for rest in ("messages", f"attachments/{uuid7()}"):
            reply = door.request("GET", f"{PATH}/{foreign}/{rest}", token=mine["token"])
            refused(reply, 404, "conversation_not_found")
    assert listed(door, mine["token"])["items"] == []
    # A token of one site is worth nothing on another's page.
    away = door.request("GET", PATH, token=other["token"], origin=shop.origin)
    refused(away, 403, "origin_forbidden")


def test_a_site_that_asks_for_identities_shows_a_stranger_nothing(
    door: Door, own: Place, secret: str
) -> None:
    stranger = opened(door, own)
    change(door, own, identity_required=True)
    refused(door.request("GET", PATH, token=stranger["token"]), 403, "identity_required")
    refused(begin(door, stranger["token"]), 403, "identity_required")
