"""Files, pages and removals on their way from the table to the index."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast
from uuid import UUID

import pytest
from psycopg import Connection

from shared.contracts.queues import PassageBatch
from shared.domain.documents import DocumentTrouble
from shared.kernel.ids import uuid7
from shared.queues.delivery import BrokerUnavailable
from shared.queues.envelope import unwrap
from shared.queues.names import Route
from shared.queues.producers import Producer
from shared.storage import removals
from shared.storage.documents import settle_document
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.storage.removals import settle_removal
from shared.tests.rows import new_site
from workers.consumers.step import RetryLater
from workers.documents.document import Document, Kind
from workers.documents.process import DocumentReader
from workers.services.database import Database
from workers.services.ingestion import IngestionService
from workers.services.web_sources import WebSourceService
from workers.tests.files import docx, xlsx
from workers.tests.web_server import Answer, Site, serving
from workers.web.fetch import Fetcher

pytestmark = pytest.mark.services


@dataclass
class Outbox:
    """What went to the broker, which may be away."""

    batches: list[PassageBatch] = field(default_factory=list)
    is_away: bool = False

    def publish(self, route: Route, body: bytes) -> None:
        if self.is_away:
            raise BrokerUnavailable("away")
        assert route is Route.EMBED
        self.batches.append(PassageBatch.model_validate(unwrap(body)))

    def close(self) -> None:
        """Nothing is open."""


@dataclass
class Desk:
    """A site's documents, and the services that work on them."""

    connection: Connection[Any]
    site_id: UUID
    outbox: Outbox
    service: IngestionService

    def put(self, content: str | bytes, name: str = "a.md", agent: str = "network") -> UUID:
        put_document_blocking(self.connection, self.site_id, NewDocument(agent, name, content))
        query = "SELECT id FROM documents WHERE site_id = %s AND agent = %s AND name = %s"
        row = self.connection.execute(query, (self.site_id, agent, name)).fetchone()
        assert row is not None
        found: UUID = row[0]
        return found

    def row(self, document_id: UUID) -> dict[str, Any] | None:
        query = (
            "SELECT state, version, text, title, error, language, notes, url,"
            " EXISTS (SELECT FROM document_originals o WHERE o.document_id = d.id) AS has_file"
            " FROM documents d WHERE id = %s"
        )
        cursor = self.connection.execute(query, (document_id,))
        row = cursor.fetchone()
        names = [column.name for column in cursor.description or ()]
        return None if row is None else dict(zip(names, row, strict=True))

    def state(self, document_id: UUID) -> str | None:
        row = self.row(document_id)
        return None if row is None else row["state"]

    def age(self, document_id: UUID, minutes: int) -> None:
        self.connection.execute(
            "UPDATE documents SET updated_at = updated_at - make_interval(mins => %s)"
            " WHERE id = %s",
            (minutes, document_id),
        )

    def remove(self, document_id: UUID) -> None:
        values = {"id": document_id, "sites": [self.site_id]}
        self.connection.execute(removals._REMOVE, values)

    def removed(self, document_id: UUID) -> list[PassageBatch]:
        """What the index was told of the document since the last look."""
        self.outbox.batches.clear()
        self.service.remove_due()
        return [batch for batch in self.outbox.batches if batch.document_id == document_id]


@pytest.fixture
def desk(database: Database, connection: Connection[Any]) -> Iterator[Desk]:
    outbox = Outbox()
    service = IngestionService(database, Producer(outbox))
    yield Desk(connection, new_site(connection), outbox, service)
    database.drop()


def test_a_file_is_parsed_once_and_its_passages_are_sent(desk: Desk) -> None:
    document = desk.put(docx(), "Регламент.docx")
    before = desk.row(document)
    assert before is not None
    assert before["has_file"]
    desk.service.ingest(document)
    row = desk.row(document)
    assert row is not None
    assert row["text"].startswith("# Регламент доступа\n")
    assert (row["state"], row["title"], row["language"], row["has_file"]) == (
        "indexing", "Регламент доступа", "ru", False,
    )  # fmt: skip
    (batch,) = desk.outbox.batches
    assert [passage.title for passage in batch.passages] == [
        "Регламент доступа › Пароли",
        "Регламент доступа › Сети",
    ]
    assert batch.is_last
    # Delivered again it is claimed by nobody; due again, it is the same passages.
    desk.service.ingest(document)
    desk.age(document, 2)
    desk.service.ingest(document)
    first, again = desk.outbox.batches
    assert first.passages == again.passages


def test_rows_go_to_the_agents_they_name_and_keep_their_addresses(desk: Desk) -> None:
    rows = [
        ("Вопрос", "Ответ", "Агент", "Ссылка"),
        ("Первый?", "Ответ один", "ACCESS", "https://kb.test/1"),
        ("Второй?", "Ответ два", "", ""),
        ("Третий?", "Ответ три", "никто", ""),
        ("Пустой?", "", "", ""),
    ]
    document = desk.put(xlsx(*rows), "faq.xlsx")
    desk.service.ingest(document)
    (batch,) = desk.outbox.batches
    assert [(passage.agent, passage.url) for passage in batch.passages] == [
        ("access", "https://kb.test/1"),
        ("network", None),
        ("network", None),
    ]
    row = desk.row(document)
    assert row is not None
    assert row["notes"] == [["rows_skipped", "5"], ["agent_unknown", "никто"]]


def test_a_file_that_cannot_be_read_says_why_and_may_be_brought_again(desk: Desk) -> None:
    document = desk.put(docx()[:1000], "a.docx")
    desk.service.ingest(document)
    row = desk.row(document)
    assert row is not None
    assert (row["state"], row["has_file"]) == ("failed", False)
    assert row["error"].startswith(DocumentTrouble.BROKEN)
    assert desk.outbox.batches == []
    assert desk.put(docx()[:1000], "a.docx") == document
    row = desk.row(document)
    assert row is not None
    assert (row["state"], row["version"], row["has_file"]) == ("pending", 2, True)


def test_a_text_without_text_fails_and_a_new_text_replaces_a_waiting_file(desk: Desk) -> None:
    empty = desk.put("# Только заголовок\n", "empty.md")
    desk.service.ingest(empty)
    row = desk.row(empty)
    assert row is not None
    assert row["error"] == DocumentTrouble.EMPTY
    document = desk.put(docx(), "b")
    desk.put("# T\n## S\nТекст.", "b")
    row = desk.row(document)
    assert row is not None
    assert not row["has_file"]
    desk.service.ingest(document)
    assert [passage.text for passage in desk.outbox.batches[-1].passages] == ["Текст."]


def test_a_removed_document_leaves_the_index_and_then_the_table(desk: Desk) -> None:
    document = desk.put("# T\n## S\nТекст.")
    desk.service.ingest(document)
    settle_document(desk.connection, document, 1, None)
    desk.remove(document)
    (batch,) = desk.removed(document)
    assert (batch.passages, batch.is_last, batch.document_version) == ((), True, 2)
    assert desk.removed(document) == [], "it is on its way"
    desk.age(document, 2)
    assert len(desk.removed(document)) == 1, "nobody confirmed it: it is sent again"
    assert settle_removal(desk.connection, document, 2)
    assert desk.state(document) == "removed"
    assert desk.removed(document) == []
    desk.age(document, 6)
    assert len(desk.removed(document)) == 1, "once more, for a batch that came late"
    assert settle_removal(desk.connection, document, 2)
    assert desk.state(document) is None
    assert not settle_removal(desk.connection, document, 2)


def test_a_document_that_is_put_again_is_no_longer_removed(desk: Desk) -> None:
    text = "# T\n## S\nТекст."
    document = desk.put(text)
    desk.remove(document)
    assert len(desk.removed(document)) == 1
    assert desk.put(text) == document
    assert not settle_removal(desk.connection, document, 2), "a late confirmation"
    row = desk.row(document)
    assert row is not None
    assert (row["state"], row["version"], row["text"]) == ("pending", 3, text)


def test_a_removal_waits_for_a_broker_that_is_away(desk: Desk) -> None:
    document = desk.put("# T\n## S\nТекст.")
    desk.remove(document)
    desk.outbox.is_away = True
    with pytest.raises(RetryLater):
        desk.service.remove_due()
    desk.outbox.is_away = False
    desk.age(document, 2)
    assert len(desk.removed(document)) == 1


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def source(desk: Desk, url: str, limit: int = 10) -> UUID:
    source_id = uuid7()
    desk.connection.execute(
        "INSERT INTO web_sources (id, site_id, agent, url, page_limit)"
        " VALUES (%s, %s, 'network', %s, %s)",
        (source_id, desk.site_id, url, limit),
    )
    return source_id


def test_pages_of_a_site_become_documents_with_their_addresses(
    desk: Desk, database: Database, site: Site
) -> None:
    page = (
        "<html><body><main><h1>{}</h1><p>Текст страницы.</p><a href='/b'>b</a></main></body></html>"
    )
    site.pages = {"/": Answer(page.format("Первая")), "/b": Answer(page.format("Вторая"))}
    web = WebSourceService(database, site.fetcher)
    source_id = source(desk, str(site.url()))
    assert source_id in web.due()
    for _ in range(2):
        web.read(source_id)
    query = "SELECT state, pages, error FROM web_sources WHERE id = %s"
    assert desk.connection.execute(query, (source_id,)).fetchone() == ("ready", 2, None)
    rows = desk.connection.execute(
        "SELECT id, name, url FROM documents WHERE site_id = %s ORDER BY name", (desk.site_id,)
    ).fetchall()
    assert [row[1:] for row in rows] == [(str(site.url("/")),) * 2, (str(site.url("/b")),) * 2]
    desk.service.ingest(rows[1][0])
    (batch,) = desk.outbox.batches
    assert batch.url == str(site.url("/b"))
    assert [passage.title for passage in batch.passages] == ["Вторая"]


def test_a_site_that_cannot_be_read_says_why(desk: Desk, database: Database, site: Site) -> None:
    web = WebSourceService(database, site.fetcher)
    for url, error in (
        ("http://10.0.0.1/", "host_unknown: 10.0.0.1"),
        (str(site.url("/none")), f"page_refused: {site.url('/none')}"),
    ):
        source_id = source(desk, url)
        web.read(source_id)
        query = "SELECT state, error FROM web_sources WHERE id = %s"
        assert desk.connection.execute(query, (source_id,)).fetchone() == ("failed", error)


def test_a_step_that_ran_out_of_time_is_gone_on_with(
    desk: Desk, database: Database, site: Site
) -> None:
    site.pages = {f"/{n}": Answer(f"<a href='/{n + 1}'>x</a>") for n in range(3)}
    clock = iter(range(0, 10_000, 15))
    web = WebSourceService(database, site.fetcher, lambda: float(next(clock)))
    source_id = source(desk, str(site.url("/0")))
    states = []
    for _ in range(8):
        web.read(source_id)
        row = desk.connection.execute(
            "SELECT state, pages FROM web_sources WHERE id = %s", (source_id,)
        ).fetchone()
        states.append(row)
    assert ("pending", 1) in states or ("pending", 0) in states
    assert states[-1] == ("ready", 3)


@dataclass
class Meanwhile:
    """A reader during whose work something else happens."""

    happens: Callable[[], object]

    def read(self, content: bytes, name: str, _: str | None = None) -> Document:
        self.happens()
        return Document(Kind.MARKDOWN, name, f"# T\n## S\n{content.decode()}", None)


def _slow(desk: Desk, database: Database, happens: Callable[[], object]) -> IngestionService:
    reader = cast("DocumentReader", Meanwhile(happens))
    return IngestionService(database, Producer(desk.outbox), reader)


def test_what_is_overtaken_while_it_is_read_changes_nothing(desk: Desk, database: Database) -> None:
    document = desk.put(b"old")

    def overtaken() -> None:
        desk.put("# New\n## S\nnew")
        desk.service.ingest(document)

    _slow(desk, database, overtaken).ingest(document)
    rows = desk.connection.execute(
        "SELECT version, text FROM passages WHERE document_id = %s", (document,)
    ).fetchall()
    assert rows == [(2, "new")]
    row = desk.row(document)
    assert row is not None
    assert (row["title"], row["version"]) == ("New", 2)
    assert [batch.document_version for batch in desk.outbox.batches] == [2]


def test_what_is_removed_while_it_is_read_is_not_sent(desk: Desk, database: Database) -> None:
    document = desk.put(b"old")
    _slow(desk, database, lambda: desk.remove(document)).ingest(document)
    assert (desk.state(document), desk.outbox.batches) == ("removing", [])


def test_a_long_document_is_not_sent_again_while_it_may_still_be_embedded(desk: Desk) -> None:
    document = desk.put("# T\n" + "".join(f"## S{n}\nТекст номер {n}.\n" for n in range(320)))
    desk.service.ingest(document)
    desk.age(document, 4)
    desk.service.ingest(document)
    assert len(desk.outbox.batches) == 10, "each batch once"
    desk.age(document, 3)
    desk.service.ingest(document)
    assert len(desk.outbox.batches) == 20, "one was lost"


def test_a_document_waits_for_a_broker_that_is_away(desk: Desk) -> None:
    document = desk.put("# T\n## S\nТекст.")
    desk.outbox.is_away = True
    with pytest.raises(RetryLater):
        desk.service.ingest(document)
    desk.outbox.is_away = False
    desk.service.ingest(document)
    assert len(desk.outbox.batches) == 1


def test_a_bug_is_met_once_and_told(desk: Desk, database: Database) -> None:
    def breaks() -> None:
        raise TypeError("what nobody thought of")

    document = desk.put(b"old")
    _slow(desk, database, breaks).ingest(document)
    row = desk.row(document)
    assert row is not None
    assert (row["state"], row["error"], row["has_file"]) == (
        "failed", "reading_failed: TypeError", False,
    )  # fmt: skip
    fetcher = Fetcher()
    fetcher.get = lambda *_: breaks()  # type: ignore[method-assign, assignment]
    source_id = source(desk, "http://docs.test/")
    WebSourceService(database, lambda: fetcher).read(source_id)
    query = "SELECT state, error FROM web_sources WHERE id = %s"
    assert desk.connection.execute(query, (source_id,)).fetchone() == (
        "failed", "reading_failed: TypeError",
    )  # fmt: skip
