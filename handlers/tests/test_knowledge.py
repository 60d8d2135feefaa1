"""Files and sites come in by HTTP, say what is wrong with them, and go again."""

import itertools
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services

DOCUMENTS = "/api/v1/knowledge/documents"
SITES = "/api/v1/knowledge/sites"
MB = 1024 * 1024


def upload(door: Door, shop: Place, content: Any, **query: str) -> Any:  # noqa: ANN401
    """Send a file as an administrator."""
    asked = {"site_key": shop.key, "agent": "network", "name": "a.pdf", **query}
    return door.request(
        "POST",
        f"{DOCUMENTS}/upload",
        origin=door.console,
        token=door.token(shop.admin),
        params=asked,
        content=content,
    )


def listed(door: Door, shop: Place, path: str = DOCUMENTS, language: str = "ru") -> Any:  # noqa: ANN401
    reply = door.request(
        "GET",
        f"{path}?site_key={shop.key}",
        origin=door.console,
        token=door.token(shop.operator),
        headers={"Accept-Language": language},
    )
    return reply.json()["items"]


def test_a_file_is_kept_as_it_came(door: Door, shop: Place, connection: Connection[Any]) -> None:
    content = bytes(range(256)) * 100
    reply = upload(door, shop, content, name="Отчёт за май.pdf")
    assert reply.status_code == 200, reply.text
    info = reply.json()
    assert (info["state"], info["name"], info["version"]) == ("pending", "Отчёт за май.pdf", 1)
    kept = connection.execute(
        "SELECT content FROM document_originals WHERE document_id = %s", (info["id"],)
    ).fetchone()
    assert kept == (content,)
    assert upload(door, shop, content, name="Отчёт за май.pdf").json() == info, "nothing changed"
    again = upload(door, shop, content + b"!", name="Отчёт за май.pdf").json()
    assert (again["id"], again["version"]) == (info["id"], 2)


def test_a_file_of_twenty_megabytes_is_taken_and_a_larger_one_is_not(
    door: Door, shop: Place
) -> None:
    assert upload(door, shop, b"x" * (20 * MB), name="large.txt").status_code == 200
    refused(upload(door, shop, b"x" * (20 * MB + 1)), 413, "payload_too_large")
    pieces: Iterator[bytes] = itertools.repeat(b"x" * MB, 21)
    refused(upload(door, shop, pieces), 413, "payload_too_large")


@pytest.mark.parametrize(
    ("content", "query"),
    [
        (b"", {}),
        (b"x", {"agent": "nobody"}),
        (b"x", {"agent": "N"}),
        (b"x", {"name": ""}),
        (b"x", {"name": "../x"}),
        (b"x", {"name": "x" * 201}),
        (b"x", {"name": "a\x00b"}),
    ],
)
def test_a_file_without_content_a_name_or_an_agent_is_refused(
    door: Door, shop: Place, content: bytes, query: dict[str, str]
) -> None:
    refused(upload(door, shop, content, **query), 400, "invalid_payload")


def test_an_operator_reads_the_knowledge_and_does_not_change_it(door: Door, shop: Place) -> None:
    info = upload(door, shop, b"text", name="keep.txt").json()
    token = door.token(shop.operator)
    for method, path, more in (
        ("POST", f"{DOCUMENTS}/upload?site_key={shop.key}&agent=network&name=b", {"content": b"x"}),
        ("DELETE", f"{DOCUMENTS}/{info['id']}", {}),
        ("POST", SITES, {"json": {"site_key": shop.key, "agent": "network", "url": "https://a.b"}}),
    ):
        reply = door.request(method, path, origin=door.console, token=token, **more)
        refused(reply, 403, "forbidden")


def test_what_is_wrong_with_a_document_is_said_in_the_caller_s_language(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    info = upload(door, shop, b"bad", name="bad.pdf").json()
    connection.execute(
        "UPDATE documents SET state = 'failed', error = 'document_broken: BadZipFile',"
        ' notes = \'[["rows_skipped", "3, 5"]]\' WHERE id = %s',
        (info["id"],),
    )
    for language, word in (("ru", "повреждён"), ("en", "damaged")):
        (item,) = [
            each for each in listed(door, shop, language=language) if each["id"] == info["id"]
        ]
        assert item["state"] == "failed"
        first, second = item["errors"]
        assert (first["code"], first["detail"]) == ("document_broken", "BadZipFile")
        assert word in first["message"]
        assert (second["code"], second["detail"]) == ("rows_skipped", "3, 5")


def test_a_removed_document_is_listed_no_more(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    info = upload(door, shop, b"text", name="gone.txt").json()
    path, token = f"{DOCUMENTS}/{info['id']}", door.token(shop.admin)
    reply = door.request("DELETE", path, origin=door.console, token=token)
    assert (reply.status_code, reply.content) == (204, b"")
    assert info["id"] not in {item["id"] for item in listed(door, shop)}
    refused(door.request("DELETE", path, origin=door.console, token=token), 404, "not_found")
    refused(
        door.request("DELETE", f"{DOCUMENTS}/x", origin=door.console, token=token),
        400,
        "invalid_payload",
    )
    rows = "SELECT state FROM documents WHERE id = %s"
    assert connection.execute(rows, (info["id"],)).fetchone() == ("removing",)
    back = upload(door, shop, b"text", name="gone.txt").json()
    assert (back["id"], back["state"], back["version"]) == (info["id"], "pending", 3)


def passages(door: Door, shop: Place, document_id: object, **query: object) -> Any:  # noqa: ANN401
    return door.request(
        "GET",
        f"{DOCUMENTS}/{document_id}/passages",
        origin=door.console,
        token=door.token(shop.operator),
        params=query,
    )


def test_a_document_is_listed_with_its_size_and_the_time_of_its_last_change(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    info = upload(door, shop, b"x" * 1234, name="sized.txt").json()
    assert info["size"] == 1234
    assert abs((utc_now() - datetime.fromisoformat(info["updated_at"])).total_seconds()) < 60
    with connection.transaction():
        connection.execute("DELETE FROM document_originals WHERE document_id = %s", (info["id"],))
        connection.execute("UPDATE documents SET text = 'тест' WHERE id = %s", (info["id"],))
    (item,) = [each for each in listed(door, shop) if each["id"] == info["id"]]
    assert item["size"] == 8


def test_the_passages_of_a_document_come_page_by_page(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    info = upload(door, shop, b"text", name="passages.txt").json()
    assert passages(door, shop, info["id"]).json() == {"items": [], "next": None}
    for ordinal in (2, 3, 1):
        connection.execute(
            "INSERT INTO passages (id, document_id, version, ordinal, title, text, phrasings)"
            " VALUES (%s, %s, 1, %s, %s, 'Текст', '{Как?}')",
            (uuid7(), info["id"], ordinal, f"Раздел {ordinal}"),
        )
    page = passages(door, shop, info["id"], limit=2).json()
    assert [item["ordinal"] for item in page["items"]] == [1, 2]
    first = page["items"][0]
    assert (first["title"], first["text"], first["phrasings"]) == ("Раздел 1", "Текст", ["Как?"])
    assert (first["version"], page["next"]) == (1, 2)
    rest = passages(door, shop, info["id"], after=page["next"], limit=2).json()
    assert ([item["ordinal"] for item in rest["items"]], rest["next"]) == ([3], None)

    for query in ({"limit": 0}, {"limit": 201}, {"after": -1}, {"after": 2**31}):
        refused(passages(door, shop, info["id"], **query), 400, "invalid_payload")
    unknown, foreign = passages(door, shop, uuid7()), passages(door, bank, info["id"])
    refused(unknown, 404, "not_found")
    refused(foreign, 404, "not_found")
    # The same words: whether it exists is none of their business.
    assert foreign.json()["message"] == unknown.json()["message"]
    door.request(
        "DELETE",
        f"{DOCUMENTS}/{info['id']}",
        origin=door.console,
        token=door.token(shop.admin),
    )
    refused(passages(door, shop, info["id"]), 404, "not_found")


def test_a_site_is_read_once_however_often_it_is_asked_for(door: Door, shop: Place) -> None:
    token = door.token(shop.admin)
    body = {"site_key": shop.key, "agent": "network", "url": "https://docs.example/help/"}
    first, second = (
        door.request("POST", SITES, origin=door.console, token=token, json=body | {"limit": limit})
        for limit in (10, 20)
    )
    assert first.status_code == 200, first.text
    assert (first.json()["state"], first.json()["errors"]) == ("pending", [])
    assert first.json()["updated_at"] <= second.json()["updated_at"]
    assert second.json()["id"] == first.json()["id"]
    (item,) = listed(door, shop, SITES)
    assert item["limit"] == 20
    for wrong in (
        {"url": "ftp://a.example/"},
        {"url": "https://user@a.example/"},
        {"url": "https://a b"},
        {"url": f"https://a.example/{''.join(map(chr, range(0x4E00, 0x5400)))}"},
        {"site_key": "x" * 65},
        {"limit": 0},
        {"limit": 501},
        {"agent": "nobody"},
    ):
        reply = door.request("POST", SITES, origin=door.console, token=token, json=body | wrong)
        refused(reply, 400, "invalid_payload")


@pytest.mark.parametrize(("method", "path"), [("PUT", DOCUMENTS), ("POST", SITES)])
def test_half_a_character_in_a_key_is_the_caller_s_mistake(
    door: Door, shop: Place, method: str, path: str
) -> None:
    body = {
        "site_key": "\ud800",
        "agent": "network",
        "name": "a",
        "text": "a",
        "url": "http://a.ru",
    }
    body.pop("url" if method == "PUT" else "name")
    if method == "POST":
        body.pop("text")
    reply = door.request(
        method,
        path,
        origin=door.console,
        token=door.token(shop.admin),
        content=json.dumps(body),
        headers={"Content-Type": "application/json"},
    )
    refused(reply, 400, "invalid_payload")
