"""Pages of a site that is read again: what has vanished leaves the knowledge and is listed."""

from typing import Any
from uuid import UUID

import pytest

from workers.services.database import Database
from workers.services.web_sources import WebSourceService
from workers.tests.test_ingestion import Desk, desk, site, source
from workers.tests.test_web_crawl import sitemap
from workers.tests.web_server import Answer, Site

__all__ = ["desk", "site"]
pytestmark = pytest.mark.services


def read_again(desk: Desk, web: WebSourceService, source_id: UUID) -> tuple[Any, ...]:
    """Have a place read from its beginning; its state, pages and what was removed."""
    desk.connection.execute(
        "UPDATE web_sources SET state = 'pending', frontier = '{}' WHERE id = %s", (source_id,)
    )
    web.read(source_id)
    query = "SELECT state, pages, removed, notes FROM web_sources WHERE id = %s"
    row = desk.connection.execute(query, (source_id,)).fetchone()
    assert row is not None
    return tuple(row)


def states(desk: Desk) -> dict[str, str]:
    rows = desk.connection.execute(
        "SELECT name, state FROM documents WHERE site_id = %s", (desk.site_id,)
    )
    return dict(rows.fetchall())


def test_a_vanished_page_is_removed_listed_and_may_come_back(
    desk: Desk, database: Database, site: Site
) -> None:
    site.pages = {"/": Answer("<a href='/b'>b</a><a href='/c'>c</a>"), "/b": Answer("b"),
                  "/c": Answer("c")}  # fmt: skip
    home, second, third = (str(site.url(path)) for path in ("/", "/b", "/c"))
    web = WebSourceService(database, site.fetcher)
    source_id = source(desk, home)
    assert read_again(desk, web, source_id) == ("ready", 3, [], [])
    site.pages["/b"], site.pages["/c"] = Answer(status=404), Answer(status=500)
    row = read_again(desk, web, source_id)
    assert row == ("ready", 1, [second], [["page_refused", third]])
    assert states(desk) == {home: "pending", second: "removing", third: "pending"}
    desk.service.remove_due()
    sent = [one.document_name for one in desk.outbox.batches if one.site_id == desk.site_id]
    assert sent == [second]
    site.pages["/b"] = Answer("b")
    assert read_again(desk, web, source_id)[:3] == ("ready", 2, [])
    assert states(desk)[second] == "pending"


def test_a_page_that_another_place_has_stays_until_it_is_gone(
    desk: Desk, database: Database, site: Site
) -> None:
    paths = ("/a", "/b", "/c")
    address = {path: str(site.url(path)) for path in paths}

    def listing(*listed: str) -> Answer:
        return Answer(sitemap(*(address[path] for path in listed)), "text/xml")

    site.pages = {path: Answer(path) for path in paths}
    site.pages |= {"/1.xml": listing("/a", "/b"), "/2.xml": listing("/b", "/c")}
    web = WebSourceService(database, site.fetcher)
    first, second = (source(desk, str(site.url(path))) for path in ("/1.xml", "/2.xml"))
    for source_id in (first, second):
        assert read_again(desk, web, source_id)[2] == []
    site.pages["/1.xml"] = listing("/a")
    assert read_again(desk, web, first)[2] == [], "the other place has it"
    site.pages["/2.xml"] = listing("/c")
    assert read_again(desk, web, second)[2] == [address["/b"]]
    assert states(desk)[address["/b"]] == "removing"
    site.pages["/c"] = Answer(status=410)
    with_error = read_again(desk, web, second)
    assert with_error[0] == "failed", "it has no page any more"
    assert with_error[2] == [address["/c"]]


def test_what_was_put_by_hand_under_a_page_s_name_is_no_page(
    desk: Desk, database: Database, site: Site
) -> None:
    site.pages = {"/": Answer("<a href='/b'>b</a>"), "/b": Answer("b")}
    web = WebSourceService(database, site.fetcher)
    source_id = source(desk, str(site.url("/")))
    read_again(desk, web, source_id)
    name = str(site.url("/b"))
    desk.put("# Своё\n## S\nТекст.", name)
    site.pages["/b"] = Answer(status=404)
    assert read_again(desk, web, source_id)[2] == []
    assert states(desk)[name] == "pending"
