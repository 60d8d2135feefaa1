"""Documents keep what they were; people compare, edit in place, take back and bring back."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.storage.documents import (
    claim_document,
    settle_document,
    store_parsed,
)
from shared.storage.removals import settle_removal, take_removals

pytestmark = pytest.mark.services

KNOWLEDGE = "/api/v1/knowledge"
FIRST, SECOND = "# VPN\n\n## Код\n\nШесть цифр.", "# VPN\n\n## Код\n\nВосемь цифр."
PAIRS = [
    {"question": "VPN просит код?", "phrasings": ["где код", "код vpn"], "answer": "Шесть цифр."},
    {"question": "А пароль?", "answer": "# не заголовок"},
]


class Desk:
    """The shop's knowledge, in the hands of its administrator."""

    def __init__(self, door: Door, shop: Place) -> None:
        self.door, self.shop = door, shop

    def call(self, method: str, path: str, email: str | None = None, **more: Any) -> httpx.Response:  # noqa: ANN401
        token = self.door.token(email or self.shop.admin)
        return self.door.request(
            method, KNOWLEDGE + path, origin=self.door.console, token=token, **more
        )

    def put(self, text: str, name: str) -> dict[str, Any]:
        sent = {"site_key": self.shop.key, "agent": "network", "name": name, "text": text}
        reply = self.call("PUT", "/documents", json=sent)
        assert reply.status_code == 200, reply.text
        found: dict[str, Any] = reply.json()
        return found

    def edit(self, info: dict[str, Any], text: str, base: int | None = None) -> httpx.Response:
        sent = {"text": text, "base": base or info["version"]}
        return self.call("PUT", f"/documents/{info['id']}/text", json=sent)

    def upload(self, content: bytes, name: str) -> dict[str, Any]:
        query = {"site_key": self.shop.key, "agent": "network", "name": name}
        reply = self.call("POST", "/documents/upload", params=query, content=content)
        found: dict[str, Any] = reply.json()
        return found

    def versions(self, info: dict[str, Any], email: str | None = None) -> list[dict[str, Any]]:
        reply = self.call("GET", f"/documents/{info['id']}/versions", email)
        found: list[dict[str, Any]] = reply.json()["items"]
        return found

    def text(self, info: dict[str, Any], **query: int) -> httpx.Response:
        return self.call("GET", f"/documents/{info['id']}/text", params=query)

    def listed(self) -> set[str]:
        reply = self.call("GET", f"/documents?site_key={self.shop.key}")
        return {item["id"] for item in reply.json()["items"]}


@pytest.fixture
def desk(door: Door, shop: Place) -> Desk:
    return Desk(door, shop)


def test_a_change_keeps_the_version_before_it_with_who_and_how(
    desk: Desk, shop: Place, connection: Connection[Any]
) -> None:
    info = desk.put(FIRST, "versions.md")
    assert (info["kind"], info["how"], info["author"]) == ("text", "edit", "Админ")
    assert desk.put(FIRST, "versions.md")["version"] == 1, "the same text is no change"
    edited = desk.edit(info, SECOND).json()
    assert (edited["version"], edited["state"]) == (2, "pending")
    found = desk.versions(info, shop.operator)
    assert [(one["version"], one["how"], one["is_current"]) for one in found] == [
        (2, "edit", True), (1, "edit", False),
    ]  # fmt: skip
    assert {one["author"] for one in found} == {"Админ"}
    assert desk.text(info).json()["text"] == SECOND
    assert desk.text(info, version=1).json()["text"] == FIRST
    refused(desk.text(info, version=7), 404, "not_found")
    entries = connection.execute(
        "SELECT before, after FROM audit_log WHERE subject = %s ORDER BY at", (info["id"],)
    ).fetchall()
    assert [after["version"] for _, after in entries] == [1, 2]


def test_two_people_who_edit_at_once_do_not_overwrite_each_other(desk: Desk) -> None:
    info = desk.put(FIRST, "conflict.md")
    assert desk.edit(info, SECOND).status_code == 200
    refused(desk.edit(info, "# третий"), 409, "document_changed")
    assert desk.text(info).json()["text"] == SECOND
    assert desk.edit(info, FIRST, base=2).json()["version"] == 3


def test_versions_are_compared_word_by_word(desk: Desk) -> None:
    info = desk.put(FIRST, "diff.md")
    desk.edit(info, SECOND)
    path = f"/documents/{info['id']}/diff"
    diff = desk.call("GET", path, params={"before": 1, "after": 2}).json()
    changed = [
        (line["kind"], part["text"])
        for line in diff["lines"]
        for part in line["parts"]
        if part["changed"]
    ]
    assert changed == [("removed", "Шесть"), ("added", "Восемь")]
    refused(desk.call("GET", path, params={"before": 1, "after": 9}), 404, "not_found")
    refused(desk.call("GET", path, params={"before": 0, "after": 1}), 400, "invalid_payload")


def test_going_back_makes_a_new_version_of_the_old_text(desk: Desk) -> None:
    info = desk.put(FIRST, "back.md")
    desk.edit(info, SECOND)
    path = f"/documents/{info['id']}/roll-back"
    refused(desk.call("POST", path, json={"version": 1, "base": 1}), 409, "document_changed")
    back = desk.call("POST", path, json={"version": 1, "base": 2}).json()
    assert (back["version"], back["how"], back["state"]) == (3, "roll_back", "pending")
    assert desk.text(info).json()["text"] == FIRST
    assert [one["version"] for one in desk.versions(info)] == [3, 2, 1]
    refused(desk.call("POST", path, json={"version": 8, "base": 3}), 404, "not_found")


def test_as_many_earlier_versions_stay_as_the_setting_says(desk: Desk) -> None:
    info = desk.put("# 0\n\n## а\n\nб", "many.md")
    for number in range(1, 24):
        assert desk.edit(info, f"# {number}\n\n## а\n\nб", base=number).status_code == 200
    kept = [one["version"] for one in desk.versions(info)]
    assert kept == list(range(24, 3, -1)), "the present one and twenty before it"


def test_a_file_has_a_text_when_it_is_read_and_a_version_when_it_had_one(
    desk: Desk, connection: Connection[Any]
) -> None:
    info = desk.upload(b"one", "file.pdf")
    refused(desk.text(info), 409, "document_not_read")
    assert [one["is_read"] for one in desk.versions(info)] == [False]
    document = claim_document(connection, info["id"])
    assert document is not None
    store_parsed(connection, document, "# Раз\n\nТекст", None)
    assert desk.text(info).json()["text"] == "# Раз\n\nТекст"
    desk.upload(b"two", "file.pdf")
    third = desk.upload(b"three", "file.pdf")
    assert [one["version"] for one in desk.versions(info)] == [3, 1], "nobody has read the second"
    # What differs in bytes alone is not kept twice.
    document = claim_document(connection, info["id"])
    assert document is not None
    store_parsed(connection, document, "# Раз\n\nТекст", None)
    assert [one["version"] for one in desk.versions(third)] == [3]


def test_a_list_of_questions_is_edited_as_pairs_and_is_one_version(desk: Desk) -> None:
    info = desk.put("## Один вопрос?\n\nОдин ответ.", "faq.md")
    shown = desk.text(info).json()
    assert [pair["question"] for pair in shown["answers"]] == ["Один вопрос?"]
    path = f"/documents/{info['id']}/answers"
    sent = {"title": "Вопросы", "pairs": PAIRS, "base": 1}
    reply = desk.call("PUT", path, json=sent)
    assert reply.status_code == 200, reply.text
    assert (reply.json()["kind"], reply.json()["version"]) == ("answers", 2)
    shown = desk.text(info).json()
    assert [
        {key: value for key, value in pair.items() if value} for pair in shown["answers"]
    ] == PAIRS
    assert shown["text"].startswith("# Вопросы\n\n## VPN просит код?\n<!-- phrasings: где код; ")
    refused(desk.call("PUT", path, json=sent), 409, "document_changed")
    wrongs: tuple[dict[str, Any], ...] = (
        {"pairs": []},
        {"pairs": [{"question": " ", "answer": "x"}]},
        {"pairs": [{"question": "x", "answer": " "}]},
        {"pairs": [{"question": "x", "answer": "y", "url": "javascript:alert(1)"}]},
        {"pairs": [PAIRS[0]] * 2_001},
    )
    for wrong in wrongs:
        refused(desk.call("PUT", path, json=sent | wrong), 400, "invalid_payload")
    whole = {"pairs": [{"question": "x", "answer": "y" * 20_000}] * 51}
    refused(desk.call("PUT", path, json=sent | whole), 413, "payload_too_large")


def test_a_deleted_document_comes_back_as_it_was_or_goes_for_good(
    desk: Desk, shop: Place, connection: Connection[Any]
) -> None:
    info = desk.put(FIRST, "trash.md")
    path = f"/documents/{info['id']}"
    assert desk.call("DELETE", path).status_code == 204
    assert info["id"] not in desk.listed()
    refused(desk.text(info), 404, "not_found")
    deleted = desk.call("GET", f"/deleted?site_key={shop.key}", shop.operator).json()["items"]
    (item,) = [one for one in deleted if one["id"] == info["id"]]
    assert (item["deleted_by"], item["name"]) == ("Админ", "trash.md")
    assert item["until"] > item["deleted_at"]
    back = desk.call("POST", f"{path}/restore").json()
    assert (back["state"], back["how"], back["version"]) == ("pending", "restore", 3)
    assert desk.text(info).json()["text"] == FIRST
    assert desk.call("POST", f"{path}/restore").json() == back, "once more changes nothing"

    assert desk.call("DELETE", path).status_code == 204
    assert desk.call("DELETE", f"/deleted/{info['id']}").status_code == 204
    refused(desk.call("DELETE", f"/deleted/{info['id']}"), 404, "not_found")
    refused(desk.call("POST", f"{path}/restore"), 404, "not_found")
    version = {one.id: one.version for one in take_removals(connection)}
    assert str(info["id"]) in {str(one) for one in version}, "the index is told all the same"
    actions = connection.execute(
        "SELECT action FROM audit_log WHERE subject = %s ORDER BY at", (info["id"],)
    ).fetchall()
    assert [action for (action,) in actions] == [
        "document.changed", "document.deleted", "document.restored", "document.deleted",
        "document.forgotten",
    ]  # fmt: skip


def test_a_deleted_document_that_is_out_of_the_index_comes_back_too(
    desk: Desk, connection: Connection[Any]
) -> None:
    info = desk.put(FIRST, "later.md")
    desk.call("DELETE", f"/documents/{info['id']}")
    assert settle_removal(connection, info["id"], 2)
    assert settle_removal(connection, info["id"], 2), "told twice"
    assert not settle_removal(connection, info["id"], 2)
    state = "SELECT state FROM documents WHERE id = %s"
    assert connection.execute(state, (info["id"],)).fetchone() == ("deleted",)
    back = desk.call("POST", f"/documents/{info['id']}/restore").json()
    assert back["state"] == "pending"
    # Brought anew under its name while it is deleted, it is that, and what it was stays a version.
    desk.call("DELETE", f"/documents/{info['id']}")
    anew = desk.put(SECOND, "later.md")
    assert anew["id"] == info["id"]
    earlier = [one["version"] for one in desk.versions(anew) if not one["is_current"]]
    assert desk.text(anew, version=earlier[0]).json()["text"] == FIRST


def test_a_shared_document_is_indexed_anew_and_stays_what_it_says(
    desk: Desk, connection: Connection[Any]
) -> None:
    info = desk.put(FIRST, "shared.md")
    document = claim_document(connection, info["id"])
    assert document is not None
    settle_document(connection, document.id, 1, None)
    path = f"/documents/{info['id']}/shared"
    shared = desk.call("PUT", path, json={"shared": True}).json()
    assert (shared["shared"], shared["state"], shared["version"]) == (True, "pending", 2)
    assert desk.call("PUT", path, json={"shared": True}).json()["version"] == 2
    assert desk.text(info).json()["text"] == FIRST
    document = claim_document(connection, info["id"])
    assert document is not None
    assert document.is_shared


def test_a_web_source_goes_with_the_pages_that_no_other_place_has(
    desk: Desk, shop: Place, connection: Connection[Any]
) -> None:
    sources = [
        desk.call(
            "POST",
            "/sites",
            json={"site_key": shop.key, "agent": "network", "url": f"https://{host}.example/"},
        ).json()["id"]
        for host in ("one", "two")
    ]
    own, common = (desk.put(f"# {name}\n\nx", name)["id"] for name in ("own-page", "common-page"))
    connection.execute("UPDATE documents SET url = name WHERE id = ANY(%s)", ([own, common],))
    for source_id, document_id in ((0, own), (0, common), (1, common)):
        connection.execute(
            "INSERT INTO web_pages (source_id, document_id) VALUES (%s, %s)",
            (sources[source_id], document_id),
        )
    assert desk.call("DELETE", f"/sites/{sources[0]}").status_code == 204
    refused(desk.call("DELETE", f"/sites/{sources[0]}"), 404, "not_found")
    assert own not in desk.listed()
    assert common in desk.listed()
    left = desk.call("GET", f"/sites?site_key={shop.key}").json()["items"]
    assert sources[0] not in {one["id"] for one in left}
    assert desk.call("DELETE", f"/sites/{sources[1]}").status_code == 204
    assert common not in desk.listed()


def test_operators_read_and_only_administrators_change(desk: Desk, shop: Place) -> None:
    info = desk.put(FIRST, "roles.md")
    path = f"/documents/{info['id']}"
    for part in ("", "/text", "/versions", "/passages", "/diff?before=1&after=1"):
        assert desk.call("GET", path + part, shop.operator).status_code == 200
    for method, part, sent in (
        ("PUT", "/text", {"text": "x", "base": 1}),
        ("PUT", "/answers", {"pairs": PAIRS, "base": 1}),
        ("POST", "/roll-back", {"version": 1, "base": 1}),
        ("PUT", "/shared", {"shared": True}),
        ("POST", "/restore", {}),
    ):
        refused(desk.call(method, path + part, shop.operator, json=sent), 403, "forbidden")
    for gone in (f"/deleted/{info['id']}", f"/sites/{uuid4()}"):
        refused(desk.call("DELETE", gone, shop.operator), 403, "forbidden")


async def test_consoles_of_the_site_hear_of_a_change_at_once_and_others_do_not(
    desk: Desk, door: Door, shop: Place, bank: Place
) -> None:
    async with (
        await Socket.operator(door, door.token(shop.operator)) as ours,
        await Socket.operator(door, door.token(bank.operator)) as theirs,
    ):
        desk.put(FIRST, f"{uuid4()}.md")
        assert await ours.until("knowledge.updated") == {"site_id": str(shop.id)}
        assert "knowledge.updated" not in json.dumps(await theirs.quiet(0.5))
