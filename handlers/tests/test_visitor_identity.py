"""The same person on every device, if the site's server says so; a bare claim opens nothing."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import jwt
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.test_sites import HOURS, NOBODY, ask, change, own
from handlers.tests.wire import Socket, client_id

pytestmark = pytest.mark.services

__all__ = ["own"]
PATH = "/api/v1/visitor/sessions"


@pytest.fixture
def secret(door: Door, own: Place) -> str:
    """The site's identity secret."""
    reply = ask(door, "POST", f"/{own.id}/identity-secret", own.admin, grace_hours=1)
    assert reply.status_code == 200, reply.text
    made: str = reply.json()["secret"]
    return made


def signed(secret: str, sub: str = "u-1", **claims: Any) -> str:  # noqa: ANN401
    good = {"sub": sub, "aud": "otvet", "exp": int(time.time()) + 600}
    return jwt.encode(good | claims, secret, algorithm="HS256")


def session(door: Door, own: Place, token: str | None = None, **body: Any) -> httpx.Response:  # noqa: ANN401
    return door.request("POST", PATH, token=token, json={"site_key": own.key} | body)


def opened(door: Door, own: Place, token: str | None = None, **body: Any) -> Any:  # noqa: ANN401
    reply = session(door, own, token, **body)
    assert reply.status_code == 200, reply.text
    return reply.json()


def visitor(connection: Connection[Any], visitor_id: str) -> Any:  # noqa: ANN401
    return connection.execute(
        "SELECT external_id, name, email, attributes FROM visitors WHERE id = %s", (visitor_id,)
    ).fetchone()


def test_a_known_person_is_one_visitor_with_one_conversation_on_every_device(
    door: Door, own: Place, secret: str, connection: Connection[Any]
) -> None:
    laptop = opened(
        door, own, identity=signed(secret, name="Анна", email="a@b.ru", attributes={"plan": "pro"})
    )
    phone = opened(door, own, identity=signed(secret, name="Анна К.", email="a@b.ru"))
    assert phone["visitor_id"] == laptop["visitor_id"]
    assert phone["conversation_id"] == laptop["conversation_id"]
    assert phone["expires_in"] == 24 * 3600
    assert visitor(connection, laptop["visitor_id"]) == ("u-1", "Анна К.", "a@b.ru", {})
    other = opened(door, own, identity=signed(secret, "u-2"))
    assert other["conversation_id"] != laptop["conversation_id"]


def test_many_devices_at_once_find_one_conversation(door: Door, own: Place, secret: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: opened(door, own, identity=signed(secret)), range(8)))
    assert len({one["conversation_id"] for one in found}) == 1


def test_what_was_written_before_signing_in_is_theirs(
    door: Door, own: Place, secret: str, connection: Connection[Any]
) -> None:
    before = opened(door, own)
    after = opened(door, own, before["token"], identity=signed(secret, "u-3", name="Вера"))
    assert after["visitor_id"] == before["visitor_id"]
    assert after["conversation_id"] == before["conversation_id"]
    assert visitor(connection, after["visitor_id"])[:2] == ("u-3", "Вера")


async def test_operators_see_the_name_as_soon_as_it_is_known(
    door: Door, own: Place, secret: str
) -> None:
    before = opened(door, own)
    async with await Socket.visitor(door, before["token"]) as visitor:
        sent = {"client_message_id": client_id(), "text": "Вопрос"}
        assert (await visitor.ask("/visitor", "message.send", sent))["ok"]
    async with await Socket.operator(door, door.token(own.admin)) as operator:
        opened(door, own, before["token"], identity=signed(secret, "u-7", name="Вера"))
        told = await operator.until("inbox.updated")
        while told["conversation"]["id"] != before["conversation_id"]:
            told = await operator.until("inbox.updated")
        assert told["conversation"]["visitor_name"] == "Вера"


def test_at_a_shared_device_the_next_person_gets_nothing_of_the_one_before(
    door: Door, own: Place, secret: str
) -> None:
    first = opened(door, own, identity=signed(secret, "u-4"))
    second = opened(door, own, first["token"], identity=signed(secret, "u-5"))
    assert second["visitor_id"] != first["visitor_id"]
    assert second["conversation_id"] != first["conversation_id"]
    # Signed out: the token that is left on the device opens no conversation of theirs.
    refused(session(door, own, first["token"]), 401, "token_invalid")
    assert opened(door, own)["visitor_id"] not in (first["visitor_id"], second["visitor_id"])


def test_a_closed_conversation_goes_on_only_where_it_was(
    door: Door, own: Place, secret: str, connection: Connection[Any]
) -> None:
    first = opened(door, own, identity=signed(secret, "u-6"))
    connection.execute(
        "UPDATE conversations SET status = 'closed' WHERE id = %s", (first["conversation_id"],)
    )
    here = opened(door, own, first["token"], identity=signed(secret, "u-6"))
    assert here["conversation_id"] == first["conversation_id"]
    elsewhere = opened(door, own, identity=signed(secret, "u-6"))
    assert elsewhere["visitor_id"] == first["visitor_id"]
    assert elsewhere["conversation_id"] != first["conversation_id"]


def test_the_same_name_on_another_site_is_somebody_else(
    door: Door, own: Place, shop: Place, secret: str
) -> None:
    reply = door.request("POST", PATH, json={"site_key": shop.key, "identity": signed(secret)})
    refused(reply, 403, "identity_invalid")


def test_a_bare_claim_is_never_believed_and_a_secret_never_told_twice(
    door: Door, own: Place, secret: str, connection: Connection[Any]
) -> None:
    refused(session(door, own, external_id="u-1"), 400, "invalid_payload")
    refused(session(door, own, identity="u-1"), 403, "identity_invalid")
    refused(session(door, own, identity=signed("x" * 40)), 403, "identity_invalid")
    past = int(time.time()) - 600
    refused(session(door, own, identity=signed(secret, exp=past)), 403, "identity_expired")
    site = ask(door, "GET", f"/{own.id}", own.admin)
    assert len(site.json()["identity_secrets"]) == 1
    assert secret not in site.text
    kept = connection.execute(
        "SELECT s::text FROM sites s WHERE id = %s"
        " UNION ALL SELECT a::text FROM audit_log a WHERE subject = %s",
        (own.id, str(own.id)),
    ).fetchall()
    salts = connection.execute(
        "SELECT identity_salts->0->>'salt' FROM sites WHERE id = %s", (own.id,)
    ).fetchone()
    assert salts
    assert all(secret not in row[0] for row in kept)
    assert all(salts[0] not in row[0] for row in kept[1:])
    assert secret not in door.logged()
    assert salts[0] not in door.logged()


def test_two_secrets_are_good_during_a_rotation(door: Door, own: Place, secret: str) -> None:
    second = ask(door, "POST", f"/{own.id}/identity-secret", own.admin, grace_hours=1).json()
    assert len(second["site"]["identity_secrets"]) == 2
    for each in (secret, second["secret"]):
        assert session(door, own, identity=signed(each)).status_code == 200
    ask(door, "POST", f"/{own.id}/identity-secret", own.admin, grace_hours=0)
    for each in (secret, second["secret"]):
        refused(session(door, own, identity=signed(each)), 403, "identity_invalid")


async def test_where_identity_is_required_nobody_else_is_let_in(door: Door, own: Place) -> None:
    reply = ask(door, "PATCH", f"/{own.id}", own.admin, identity_required=True)
    refused(reply, 400, "identity_required")  # there is no secret yet: it would shut all out
    made = ask(door, "POST", f"/{own.id}/identity-secret", own.admin).json()["secret"]
    token = opened(door, own)["token"]
    change(door, own, identity_required=True)
    refused(session(door, own), 403, "identity_required")
    refused(session(door, own, token), 403, "identity_required")
    # Nor by a token from before, whichever door it is shown at.
    messages = door.request("GET", "/api/v1/visitor/messages", token=token)
    refused(messages, 403, "identity_required")
    async with await Socket.open(door) as socket:
        assert "identity_required" in await socket.join("/visitor", {"token": token})
    known = opened(door, own, token, identity=signed(made))["token"]
    async with await Socket.visitor(door, known) as visitor:
        assert await visitor.until("conversation.snapshot")


def test_where_the_visitor_writes_from_is_kept(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    page = {"url": SHOP + "/cart", "title": "Корзина\n  и всё", "referrer": "https://ya.ru/",
            "browser": "Chrome 130, Windows", "locale": "ru-RU"}  # fmt: skip
    made = opened(door, own, page=page)
    query = "SELECT page FROM conversations WHERE id = %s"
    kept = connection.execute(query, (made["conversation_id"],)).fetchone()
    assert kept == (page | {"title": "Корзина и всё"},)
    opened(door, own, made["token"], page={"url": SHOP + "/pay"})
    kept = connection.execute(query, (made["conversation_id"],)).fetchone()
    assert kept == ({"url": SHOP + "/pay"},)


@pytest.mark.parametrize(
    "page",
    [
        {"url": "javascript:alert(1)"}, {"url": "https://a:b@shop.example.com/"}, {"url": "x"},
        {"url": "https://a.example/" + "x" * 2_000}, {"title": "x" * 301}, {"locale": "ru_RU!"},
        {"cookies": "a=b"}, {"url": 5}, "https://shop.example.com",
    ],
    ids=lambda page: str(page)[:40],
)  # fmt: skip
def test_a_page_that_is_none_is_refused(door: Door, own: Place, page: object) -> None:
    refused(session(door, own, page=page), 400, "invalid_payload")


async def test_outside_the_hours_a_contact_is_taken_and_the_conversation_waits(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    change(door, own, hours=NOBODY)
    made = opened(door, own)
    assert made["settings"]["hours"] == {"zone": "UTC", "zone_name": "UTC", "periods": []}
    body = {"client_message_id": client_id(), "email": "anna@example.com", "text": "Верните товар"}
    path = "/api/v1/visitor/contact"
    early = door.request("POST", path, token=made["token"], json=body)
    refused(early, 409, "conversation_taken")
    async with (
        await Socket.visitor(door, made["token"]) as socket,
        await Socket.operator(door, door.token(own.operator)) as _,
    ):
        assert (await socket.ask("/visitor", "handoff.request", {}))["ok"]
        first = door.request("POST", path, token=made["token"], json=body)
        assert first.status_code == 200, first.text
        again = door.request("POST", path, token=made["token"], json=body)
        assert again.json() == first.json()
        seen = await socket.until("message.created")
        while seen["message"]["sender"] != "visitor":
            seen = await socket.until("message.created")
    assert seen["message"]["text"] == ("Верните товар\n\nСвязаться со мной: anna@example.com")
    kept = connection.execute(
        "SELECT contact FROM conversations WHERE id = %s", (made["conversation_id"],)
    ).fetchone()
    assert kept
    assert kept[0]["email"] == "anna@example.com"
    async with await Socket.visitor(door, made["token"]) as socket:
        snapshot = await socket.until("conversation.snapshot")
        assert snapshot["conversation"]["status"] == "waiting"


@pytest.mark.parametrize(
    "body",
    [
        {}, {"email": "nobody"}, {"email": "a@b"}, {"email": "a@b.ru,c@d.ru"}, {"phone": "911 x"},
        {"phone": "1"}, {"email": "a@b.ru\nBcc: c@d.ru"}, {"email": "a@b.ru", "text": ""},
        {"email": "a@b.ru", "site": "x"},
    ],
    ids=str,
)  # fmt: skip
def test_a_contact_that_reaches_nobody_is_refused(
    door: Door, own: Place, body: dict[str, str]
) -> None:
    token = opened(door, own)["token"]
    sent = {"client_message_id": client_id(), "text": "x"} | body
    reply = door.request("POST", "/api/v1/visitor/contact", token=token, json=sent)
    refused(reply, 400, "invalid_payload")


async def test_a_hand_off_outside_the_hours_says_when_somebody_is_back(
    door: Door, own: Place
) -> None:
    week: list[list[dict[str, str]]] = [[] for _ in range(7)]
    week[(time.gmtime().tm_wday + 2) % 7] = [{"start": "09:00", "end": "18:00"}]
    change(door, own, hours=HOURS | {"week": week})
    made = opened(door, own)
    periods = made["settings"]["hours"]["periods"]
    assert len(periods) >= 4
    async with await Socket.visitor(door, made["token"]) as socket:
        assert (await socket.ask("/visitor", "handoff.request", {}))["ok"]
        told = await socket.until("message.created")
        assert "Операторы ответят " in told["message"]["text"]
        assert " с 9:00 (МСК)." in told["message"]["text"]
