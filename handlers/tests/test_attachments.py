"""Files travel with messages, are what their content says, and stay in their conversation."""

from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.domain.files import ATTACHMENT_LIMIT, ATTACHMENTS_LIMIT
from shared.kernel.ids import uuid7
from shared.tests.test_files import png

pytestmark = pytest.mark.services

UPLOADS = "/api/v1/visitor/attachments"


@pytest.fixture
def session(door: Door, shop: Place) -> dict[str, Any]:
    """A visitor of the shop."""
    return door.open_session(shop.key)


def upload(
    door: Door,
    session: dict[str, Any],
    content: bytes | None = None,
    name: str = "снимок.png",
    origin: str = SHOP,
) -> httpx.Response:
    """Upload as the visitor of a session."""
    return door.request(
        "POST",
        UPLOADS,
        origin=origin,
        token=session["token"],
        params={"name": name},
        content=png(320, 200) if content is None else content,
    )


def fetch(door: Door, session: dict[str, Any], attachment: str) -> httpx.Response:
    """Fetch as the visitor of a session."""
    return door.request("GET", f"{UPLOADS}/{attachment}", token=session["token"])


async def send(door: Door, session: dict[str, Any], **payload: Any) -> dict[str, Any]:  # noqa: ANN401
    """Send a message as the visitor; returns the ack."""
    async with await Socket.open(door) as socket:
        await socket.join("/visitor", {"token": session["token"]})
        message = {"client_message_id": client_id(), "text": "Вот снимок", **payload}
        reply: dict[str, Any] = await socket.ask("/visitor", "message.send", message)
        return reply


def store(connection: Connection[Any], session: dict[str, Any], ids: list[str]) -> str:
    """Have files sent as the persistence worker leaves them; returns the message's client id."""
    message, sent_as = uuid7(), client_id()
    connection.execute(
        "INSERT INTO messages (id, conversation_id, seq, sender, text, client_message_id, at)"
        " VALUES (%s, %s, 1, 'visitor', '', %s, now())",
        (message, session["conversation_id"], sent_as),
    )
    connection.execute("UPDATE attachments SET message_id = %s WHERE id = ANY(%s)", (message, ids))
    return sent_as


def test_a_file_is_kept_and_given_back_to_who_uploaded_it(
    door: Door, session: dict[str, Any]
) -> None:
    reply = upload(door, session)
    assert reply.status_code == httpx.codes.OK, reply.text
    kept = reply.json()
    assert kept | {"id": None} == {
        "id": None, "name": "снимок.png", "type": "image/png", "size": len(png(320, 200)),
        "width": 320, "height": 200,
    }  # fmt: skip
    given = fetch(door, session, kept["id"])
    assert given.content == png(320, 200)
    assert given.headers["content-type"] == "image/png"
    assert given.headers["x-content-type-options"] == "nosniff"
    assert given.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert given.headers["content-disposition"].startswith("inline; filename*=UTF-8''%D1%81")


def test_a_text_is_downloaded_and_never_shown_as_a_page(
    door: Door, session: dict[str, Any]
) -> None:
    kept = upload(door, session, b"<script>alert(1)</script>", "a.txt").json()
    given = fetch(door, session, kept["id"])
    assert given.headers["content-type"] == "text/plain; charset=utf-8"
    assert given.headers["content-disposition"].startswith("attachment;")


async def test_a_message_carries_its_files_to_all_who_see_it(
    door: Door, shop: Place, session: dict[str, Any]
) -> None:
    first, second = (upload(door, session).json() for _ in range(2))
    async with await Socket.operator(door, door.token(shop.operator)) as operator:
        here = {"conversation_id": session["conversation_id"]}
        assert (await operator.ask("/operator", "conversation.open", here))["ok"]
        ack = await send(door, session, text="", attachments=[second["id"], first["id"]])
        assert ack["ok"], ack
        created = await operator.until("message.created")
    assert created["message"]["text"] == ""
    assert created["message"]["attachments"] == [second, first]


async def test_a_repeated_message_finds_its_files_sent_already(
    door: Door, session: dict[str, Any], connection: Connection[Any]
) -> None:
    file = upload(door, session).json()["id"]
    sent_as = store(connection, session, [file])
    again = await send(door, session, client_message_id=sent_as, attachments=[file])
    assert again["ok"], again
    other = await send(door, session, attachments=[file])
    assert other["error"]["code"] == "attachment_unknown"


async def test_what_is_not_there_or_not_theirs_is_refused(
    door: Door, shop: Place, session: dict[str, Any]
) -> None:
    stranger = upload(door, door.open_session(shop.key)).json()["id"]
    mine = upload(door, session).json()["id"]
    for ids in ([stranger], [str(uuid7())], [mine, mine]):
        reply = await send(door, session, attachments=ids)
        assert reply["error"]["code"] == "attachment_unknown", ids
    many = await send(door, session, attachments=[mine] * (ATTACHMENTS_LIMIT + 1))
    assert many["error"]["code"] == "invalid_payload"
    empty = await send(door, session, text="  ")
    assert empty["error"]["code"] == "text_empty"


@pytest.mark.parametrize(
    ("content", "name", "status", "code"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", 400, "file_unsupported"),
        (b"MZ\x90\x00", "a.png", 400, "file_unsupported"),
        (b"", "a.png", 400, "invalid_payload"),
        (b"%PDF-" + bytes(ATTACHMENT_LIMIT), "a.pdf", 413, "payload_too_large"),
        (b"%PDF-", "", 400, "invalid_payload"),
        (b"%PDF-", "x" * 256, 400, "invalid_payload"),
    ],
)
def test_what_cannot_be_taken_gets_a_clear_refusal(
    door: Door, session: dict[str, Any], content: bytes, name: str, status: int, code: str
) -> None:
    refused(upload(door, session, content, name), status, code)


def test_a_site_may_take_no_files(door: Door, session: dict[str, Any], shop: Place) -> None:
    changed = door.call(
        "PATCH", f"/api/v1/sites/{shop.id}", shop.admin, json={"limits": {"uploads": False}}
    )
    assert changed.status_code == httpx.codes.OK, changed.text
    try:
        refused(upload(door, session), 403, "uploads_off")
    finally:
        door.call("PATCH", f"/api/v1/sites/{shop.id}", shop.admin, json={"limits": {}})


def test_an_unsent_file_is_nobody_else_s(
    door: Door, shop: Place, bank: Place, session: dict[str, Any], connection: Connection[Any]
) -> None:
    file = upload(door, session).json()["id"]
    path = f"/api/v1/conversations/{session['conversation_id']}/attachments/{file}"
    refused(door.call("GET", path, shop.operator), 404, "not_found")
    refused(fetch(door, door.open_session(shop.key), file), 404, "not_found")
    store(connection, session, [file])
    assert door.call("GET", path, shop.operator).content == png(320, 200)
    refused(fetch(door, door.open_session(shop.key), file), 404, "not_found")
    refused(door.call("GET", path, bank.admin), 404, "conversation_not_found")


def test_an_operator_s_file_is_seen_by_the_visitor_once_it_is_sent(
    door: Door, shop: Place, session: dict[str, Any], connection: Connection[Any]
) -> None:
    here = f"/api/v1/conversations/{session['conversation_id']}/attachments"
    kept = door.call("POST", here, shop.operator, params={"name": "a.pdf"}, content=b"%PDF-1.7")
    file = kept.json()["id"]
    refused(fetch(door, session, file), 404, "not_found")
    refused(door.call("GET", f"{here}/{file}", shop.colleague), 404, "not_found")
    store(connection, session, [file])
    assert fetch(door, session, file).content == b"%PDF-1.7"


def test_a_stranger_uploads_nothing_anywhere(
    door: Door, bank: Place, session: dict[str, Any]
) -> None:
    refused(door.request("POST", UPLOADS, params={"name": "a.png"}), 401, "token_missing")
    here = f"/api/v1/conversations/{session['conversation_id']}/attachments"
    reply = door.call("POST", here, bank.admin, params={"name": "a.pdf"}, content=b"%PDF-1.7")
    refused(reply, 404, "conversation_not_found")
    refused(upload(door, session, origin="https://evil.example"), 403, "origin_forbidden")


def test_too_many_uploads_in_a_short_time_are_refused(door: Door, session: dict[str, Any]) -> None:
    codes = {upload(door, session).status_code for _ in range(22)}
    assert codes == {httpx.codes.OK, httpx.codes.TOO_MANY_REQUESTS}
