"""Earlier versions, lists of questions, deleted documents and removed places, for workers."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from shared.domain.versions import Made
from shared.storage import deleted_documents, removals, web_pages
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.storage.web_sources import WebSource
from shared.tests.rows import new_site
from workers import demo
from workers.services.database import Database
from workers.services.deleted_documents import DocumentCleaner
from workers.services.web_sources import WebSourceService
from workers.tests.files import xlsx
from workers.tests.test_ingestion import Desk, desk, source
from workers.tests.web_server import Answer, serving

__all__ = ["desk"]
pytestmark = pytest.mark.services


def versions(connection: Connection[Any], document_id: UUID) -> list[tuple[Any, ...]]:
    query = (
        "SELECT version, how, text FROM document_versions WHERE document_id = %s ORDER BY version"
    )
    return connection.execute(query, (document_id,)).fetchall()


def page(name: str, text: str) -> bytes:
    return f"<html><body><main><h1>{name}</h1><p>{text}</p></main></body></html>".encode()


def test_a_page_that_changes_keeps_what_it_was_and_one_that_only_looks_changed_does_not(
    desk: Desk,
) -> None:
    for number, text in enumerate(("Первый текст.", "Второй текст.", "Второй текст.")):
        content = page("Страница", text) + b"<!-- %d -->" % number
        new = NewDocument(
            "network", "https://a.test/", content, url="https://a.test/", how=Made.WEB
        )
        put_document_blocking(desk.connection, desk.site_id, new)
        (row,) = desk.connection.execute(
            "SELECT id FROM documents WHERE site_id = %s", (desk.site_id,)
        ).fetchall()
        desk.service.ingest(row[0])
    kept = versions(desk.connection, row[0])
    assert [(version, how) for version, how, _ in kept] == [(1, "web")]
    assert "Первый текст." in kept[0][2]


def test_a_table_of_questions_is_edited_as_one_and_another_table_as_text(desk: Desk) -> None:
    asked = desk.put(xlsx(("Вопрос", "Ответ"), ("Как?", "Так.")), "faq.xlsx")
    desk.service.ingest(asked)
    plain = desk.put("# T\n## S\nТекст.", "b.md")
    kind = "SELECT kind FROM documents WHERE id = %s"
    assert desk.connection.execute(kind, (asked,)).fetchone() == ("answers",)
    assert desk.connection.execute(kind, (plain,)).fetchone() == ("text",)


def test_a_deleted_document_is_forgotten_when_its_time_is_over_and_not_before(
    desk: Desk, database: Database
) -> None:
    document = desk.put("# T\n## S\nТекст.")
    values = {"id": document, "sites": [desk.site_id], "by": "Анна"}
    desk.connection.execute(removals._DELETE, values)
    assert len(desk.removed(document)) == 1
    for _ in range(2):
        assert removals.settle_removal(desk.connection, document, 2)
        desk.age(document, 6)
    DocumentCleaner(database, timedelta(days=1)).clean()
    row = desk.row(document)
    assert row is not None
    assert (row["state"], row["text"]) == ("deleted", "# T\n## S\nТекст.")
    assert desk.removed(document) == [], "the index has forgotten it"
    desk.connection.execute(
        "UPDATE documents SET deleted_at = now() - interval '25 hours' WHERE id = %s", (document,)
    )
    assert deleted_documents.purge_deleted(desk.connection, timedelta(days=1)) >= 1
    assert desk.row(document) is None


def test_a_place_that_is_removed_while_it_is_read_stores_no_page(
    desk: Desk, database: Database
) -> None:
    with serving() as site:
        site.pages = {"/": Answer(page("Первая", "Текст").decode())}
        url = str(site.url())
        source_id = source(desk, url)
        gone = WebSource(source_id, desk.site_id, "network", url, 10, {})
        desk.connection.execute("DELETE FROM web_sources WHERE id = %s", (source_id,))
        new = NewDocument("network", url, b"x", url=url)
        with pytest.raises(web_pages.SourceGone):
            web_pages.put_page(desk.connection, gone, new)
        WebSourceService(database, site.fetcher).read(source_id)
    count = "SELECT count(*) FROM documents WHERE site_id = %s"
    assert desk.connection.execute(count, (desk.site_id,)).fetchone() == (0,)


def test_who_listens_is_told_of_each_state(desk: Desk) -> None:
    told: list[UUID] = []
    desk.service._tell = told.append
    desk.service.ingest(desk.put("# T\n## S\nТекст."))
    desk.service.ingest(desk.put("# T\n", "empty.md"))
    assert told == [desk.site_id] * 3, "taken; taken and refused"


def test_the_demo_leaves_what_was_edited_or_deleted_in_the_console(
    connection: Connection[Any], tmp_path: Path
) -> None:
    texts = {
        "name": "Демо",
        "greeting": {"ru": "Здравствуйте"},
        "agents": [
            {"slug": slug, "name": {"ru": slug}, "subject": {"ru": slug}} for slug in ("a1", "b1")
        ],
    }
    (tmp_path / "site.json").write_text(json.dumps(texts))
    for slug in ("a1", "b1"):
        (tmp_path / "knowledge" / slug).mkdir(parents=True)
        (tmp_path / "knowledge" / slug / "one.md").write_text("# 1")
    out = tmp_path / "out.json"
    # Another test's demo would be taken up, and its agents with it.
    connection.execute("DELETE FROM sites WHERE site_key LIKE 'demo-%'")
    site_id = new_site(connection)  # neighbours stay what they are
    key = demo.load(connection, tmp_path, out, "http://127.0.0.1:1")["site_key"]
    (mine,) = connection.execute("SELECT id FROM sites WHERE site_key = %s", (key,)).fetchall()
    connection.execute(
        'UPDATE agents SET name = \'{"ru": "Мой"}\', version = 1'
        " WHERE site_id = %s AND slug = 'a1'",
        mine,
    )
    connection.execute("DELETE FROM agents WHERE site_id = %s AND slug = 'b1'", mine)
    edited = NewDocument("a1", "one.md", "# моё", how=Made.EDIT)
    put_document_blocking(connection, mine[0], edited)
    (tmp_path / "knowledge" / "a1" / "one.md").write_text("# 2")
    demo.load(connection, tmp_path, out, "http://127.0.0.1:1")
    agents = connection.execute("SELECT slug, name FROM agents WHERE site_id = %s", mine).fetchall()
    assert agents == [("a1", {"ru": "Мой"})]
    found = connection.execute("SELECT text FROM documents WHERE site_id = %s", mine).fetchall()
    assert found == [("# моё",)]
    count = "SELECT count(*) FROM agents WHERE site_id = %s"
    assert connection.execute(count, (site_id,)).fetchone() == (2,)
