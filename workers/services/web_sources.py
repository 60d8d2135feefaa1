"""Places on the web into documents, a step at a time."""

import time
from collections.abc import Callable
from uuid import UUID

from shared.domain.documents import DocumentTrouble
from shared.domain.versions import KEPT_VERSIONS, Made
from shared.observability.logs import get_logger
from shared.storage.put_documents import NewDocument
from shared.storage.web_pages import SourceGone, page_addresses, put_page, remove_page
from shared.storage.web_sources import (
    WebSource,
    claim_web_source,
    due_web_sources,
    settle_web_source,
)
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.knowledge_news import Tell, tell_nobody
from workers.web.crawl import Crawl, Frontier
from workers.web.errors import PageRefused, WebError
from workers.web.fetch import Fetched, Fetcher

_STEP = 40.0
"""Seconds of a step. With its last page it ends well before the broker asks what became of it."""

MakeFetcher = Callable[[], Fetcher]


class _Pages:
    """A place's pages as documents."""

    def __init__(self, database: Database, source: WebSource, keep: int) -> None:
        self._database = database
        self._source = source
        self._keep = keep

    def known(self) -> set[str]:
        """Return the addresses of the pages that earlier readings have stored."""
        with self._database.connection() as connection:
            return page_addresses(connection, self._source.id)

    def store(self, page: Fetched) -> None:
        """Store a page as it is now."""
        address = str(page.url)
        new = NewDocument(
            self._source.agent, address, page.content, page.charset, address, how=Made.WEB
        )
        with self._database.connection() as connection:
            put_page(connection, self._source, new, self._keep)

    def remove(self, address: str, *, is_gone: bool) -> bool:
        """Have a page removed; see ``remove_page``."""
        with self._database.connection() as connection:
            return remove_page(connection, self._source, address, is_gone=is_gone)


class WebSourceService:
    """Reads places. A step that is run twice fetches some pages twice and stores them once."""

    def __init__(
        self,
        database: Database,
        make_fetcher: MakeFetcher,
        now: Callable[[], float] = time.monotonic,
        *,
        keep: int = KEPT_VERSIONS,
        tell: Tell = tell_nobody,
    ) -> None:
        """Compose the service; every step has a fetcher of its own.

        ``keep`` earlier versions of a page stay; ``tell`` hears of sites whose places changed.
        """
        self._now = now
        self._keep = keep
        self._tell = tell
        self._database = database
        self._make_fetcher = make_fetcher

    def due(self) -> list[UUID]:
        """Return the places that wait."""
        with self._database.connection() as connection:
            return due_web_sources(connection)

    def read(self, source_id: UUID) -> None:
        """Read a place for one step; its pages are documents to be ingested."""
        with self._database.connection() as connection:
            source = claim_web_source(connection, source_id)
        if source is None:
            return
        frontier = Frontier.restored(source.frontier)
        fetcher = self._make_fetcher()
        error: WebError | None = None
        is_over = True
        until = self._now() + _STEP
        try:
            crawl = Crawl(fetcher, source.url, source.page_limit, frontier)
            is_over = crawl.step(
                _Pages(self._database, source, self._keep), lambda: self._now() < until
            )
        except RetryLater:
            raise  # due again when its lease is over
        except SourceGone:
            get_logger().info("web_source.gone", source_id=str(source.id))
            return
        except WebError as refused:
            error = refused
        except Exception as broken:  # noqa: BLE001 (left as it is, it would be met for ever)
            get_logger().exception("web_source.broke", source_id=str(source.id))
            error = PageRefused(DocumentTrouble.READING_FAILED, type(broken).__name__)
        finally:
            fetcher.close()
        self._settle(source, frontier, error, is_over=is_over)

    def _settle(
        self, source: WebSource, frontier: Frontier, error: WebError | None, *, is_over: bool
    ) -> None:
        is_failed = error is not None and not frontier.pages
        with self._database.connection() as connection:
            settle_web_source(
                connection,
                source,
                "failed" if is_failed else "ready" if is_over else "pending",
                frontier={} if is_over else frontier.kept(),
                pages=frontier.pages,
                notes=[(note.trouble, note.detail) for note in frontier.notes],
                removed=frontier.removed,
                error=None if error is None else str(error),
            )
        self._tell(source.site_id)
        get_logger().info(
            "web_source.read",
            source_id=str(source.id),
            pages=frontier.pages,
            removed=len(frontier.removed),
            is_over=is_over,
            trouble=None if error is None else str(error.trouble),
        )
