"""Canned replies: kept once, checked, found by everybody of the site, and in the audit log."""

import httpx
import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services


def body(shortcut: str, text: str = "Здравствуйте, {visitor.name}!") -> dict[str, object]:
    """What is put."""
    return {"shortcut": shortcut, "title": "Приветствие", "texts": {"ru": text, "en": "Hello!"}}


def test_a_site_s_reply_is_made_changed_and_deleted_and_each_is_told_in_the_audit_log(
    door: Door, shop: Place
) -> None:
    reply_id = str(uuid7())
    path = f"/api/v1/sites/{shop.id}/replies/{reply_id}"
    for text in ("Здравствуйте!", "Здравствуйте!", "Добрый день, {visitor.name}!"):
        put = door.call("PUT", path, shop.admin, json=body("привет", text))
        assert put.status_code == httpx.codes.OK, put.text
    seen = door.call("GET", f"/api/v1/replies?site_id={shop.id}", shop.operator).json()["items"]
    assert [one["texts"]["ru"] for one in seen if one["id"] == reply_id] == [
        "Добрый день, {visitor.name}!"
    ]
    refused(door.call("PUT", path, shop.operator, json=body("привет")), 403, "forbidden")
    other = f"/api/v1/sites/{shop.id}/replies/{uuid7()}"
    refused(door.call("PUT", other, shop.admin, json=body("ПРИВЕТ")), 409, "shortcut_taken")
    assert door.call("DELETE", path, shop.admin).status_code == httpx.codes.NO_CONTENT
    refused(door.call("DELETE", path, shop.admin), 404, "not_found")
    told = door.call("GET", f"/api/v1/audit?subject={reply_id}", shop.admin).json()["items"]
    assert [one["action"] for one in told] == ["reply.deleted", "reply.changed", "reply.created"]
    assert told[1]["before"] == {"text_ru": "Здравствуйте!"}


def test_an_operator_s_own_replies_are_theirs_alone_and_in_no_log(door: Door, shop: Place) -> None:
    reply_id = str(uuid7())
    path = f"/api/v1/replies/{reply_id}"
    assert door.call("PUT", path, shop.operator, json=body("моё")).status_code == httpx.codes.OK
    assert reply_id in door.call("GET", "/api/v1/replies", shop.operator).text
    assert reply_id not in door.call("GET", "/api/v1/replies", shop.colleague).text
    told = door.call("GET", f"/api/v1/audit?subject={reply_id}", shop.admin).json()["items"]
    assert told == []
    assert door.call("DELETE", path, shop.operator).status_code == httpx.codes.NO_CONTENT


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"texts": {"ru": "Здравствуйте, {visitor.nmae}!"}}, "variable_unknown"),
        ({"texts": {}}, "invalid_payload"),
        ({"texts": {"ru": "  "}}, "text_empty"),
        ({"texts": {"de": "Hallo"}}, "invalid_payload"),
        ({"texts": {"ru": "x" * 4_001}}, "invalid_payload"),
        ({"shortcut": "с пробелом"}, "invalid_payload"),
        ({"shortcut": "/косая"}, "invalid_payload"),
        ({"title": ""}, "invalid_payload"),
        ({"colour": "red"}, "invalid_payload"),
    ],
)
def test_what_is_not_a_reply_is_refused_with_a_reason(
    door: Door, shop: Place, change: dict[str, object], code: str
) -> None:
    path = f"/api/v1/replies/{uuid7()}"
    refused(door.call("PUT", path, shop.operator, json=body("x") | change), 400, code)


def test_replies_come_in_pages_by_shortcut(door: Door, shop: Place) -> None:
    names = ["а1", "Б2", "в3"]
    for name in names:
        door.call("PUT", f"/api/v1/replies/{uuid7()}", shop.colleague, json=body(name))
    seen: list[str] = []
    after = ""
    while True:
        path = f"/api/v1/replies?limit=2{after}"
        page = door.call("GET", path, shop.colleague).json()
        seen += [one["shortcut"] for one in page["items"] if one["site_id"] is None]
        if page["next"] is None:
            break
        after = f"&after={page['next']}"
    assert seen == names
