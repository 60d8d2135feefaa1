"""Pages that vanish from a site go; pages that were merely not come to stay."""

from collections.abc import Iterator

import pytest

from workers.tests.test_web_crawl import Kept, crawl, sitemap
from workers.tests.web_server import Answer, Site, serving
from workers.web.crawl import Crawl, Frontier
from workers.web.errors import WebError
from workers.web.urls import parse_url


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def known(site: Site, *paths: str) -> Kept:
    """Pages that an earlier reading has stored."""
    return Kept({str(site.url(path)) for path in paths})


def removed(kept: Kept) -> dict[str, bool]:
    """The paths that were removed, and whether the place said that they are gone."""
    return {parse_url(one).path: is_gone for one, is_gone in kept.removed.items()}


def listing(site: Site, *paths: str) -> Answer:
    return Answer(sitemap(*(str(site.url(path)) for path in paths)), "text/xml")


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone_goes_at_once(site: Site, status: int) -> None:
    site.pages = {
        "/": Answer('<a href="/linked">x</a>'),
        "/linked": Answer(status=status),
        "/unlinked": Answer(status=status),
        "/there": Answer("x"),
    }
    kept = known(site, "/", "/linked", "/unlinked", "/there")
    stored, frontier = crawl(site, kept=kept)
    assert removed(kept) == {"/linked": True, "/unlinked": True}
    assert stored == ["/", "/there"], "what nobody links to any more is still a page"
    assert sorted(frontier.removed) == sorted(kept.removed)
    assert frontier.notes == [], "that is no trouble"


def test_a_page_that_a_whole_sitemap_no_longer_names_goes(site: Site) -> None:
    site.pages = {
        "/sitemap.xml": listing(site, "/a", "/b"),
        "/": Answer("x"), "/a": Answer("x"), "/b": Answer("x"), "/old": Answer("x"),
    }  # fmt: skip
    for start in ("/", "/sitemap.xml"):
        kept = known(site, "/a", "/old")
        crawl(site, start, kept=kept)
        assert removed(kept) == {"/old": False}
        assert "/old" not in site.asked


@pytest.mark.parametrize("status", [403, 429, 500, 503])
def test_a_page_that_answers_with_an_error_stays(site: Site, status: int) -> None:
    """Given a sitemap as well: what failed might have led to what seems to be missing."""
    site.pages = {
        "/sitemap.xml": listing(site, "/a", "/b"),
        "/": Answer("x"), "/a": Answer("x"), "/b": Answer(status=status),
        "/old": Answer("x"), "/slow": Answer(status=status),
    }  # fmt: skip
    kept = known(site, "/a", "/b", "/old", "/slow")
    stored, _ = crawl(site, kept=kept)
    assert kept.removed == {}
    assert stored == ["/", "/a", "/old"]


def test_pages_beyond_the_limit_stay(site: Site) -> None:
    paths = [f"/{n}" for n in range(20)]
    site.pages = {path: Answer("x") for path in ("/", *paths)}
    site.pages["/sitemap.xml"] = listing(site, *paths[:10])
    kept = known(site, *paths)
    stored, _ = crawl(site, limit=3, kept=kept)
    assert kept.removed == {}
    assert len(stored) <= 6, "as many again are looked after"


@pytest.mark.parametrize(
    "sitemaps",
    [
        {"/sitemap.xml": Answer(status=503)},
        {"/sitemap.xml": Answer(status=404)},
        {"/sitemap.xml": Answer("<urlset/>", "text/xml")},
        {"/sitemap.xml": Answer("<html>", "text/html")},
    ],
)
def test_pages_stay_when_the_sitemap_is_away(site: Site, sitemaps: dict[str, Answer]) -> None:
    site.pages = {"/": Answer("x"), "/old": Answer("x"), **sitemaps}
    kept = known(site, "/", "/old")
    crawl(site, kept=kept)
    assert kept.removed == {}


def test_pages_stay_when_a_part_of_the_sitemap_is_away_or_broken_off(site: Site) -> None:
    parts = [str(site.url(f"/part{n}.xml")) for n in (1, 2)]
    site.pages = {
        "/sitemap.xml": Answer(sitemap(*parts, kind="sitemapindex"), "text/xml"),
        "/part1.xml": listing(site, "/a", "/b"),
        "/": Answer("x"), "/a": Answer("x"), "/b": Answer("x"), "/old": Answer("x"),
    }  # fmt: skip
    whole = listing(site, "/c")
    assert isinstance(whole.body, str)
    broken = Answer(whole.body[:-9], "text/xml")
    for second in (Answer(status=500), Answer(status=404), broken):
        site.pages["/part2.xml"] = second
        kept = known(site, "/old")
        crawl(site, kept=kept)
        assert kept.removed == {}
    site.pages["/part2.xml"] = whole
    kept = known(site, "/old")
    crawl(site, kept=kept)
    assert removed(kept) == {"/old": False}


def test_a_site_that_is_down_loses_nothing(site: Site) -> None:
    paths = [f"/{n}" for n in range(70)]
    site.pages = {path: Answer(status=502) for path in ("/", *paths)}
    kept = known(site, *paths)
    with pytest.raises(WebError):
        crawl(site, limit=500, kept=kept)
    site.pages["/robots.txt"] = Answer(status=500)
    with pytest.raises(WebError):
        crawl(site, limit=500, kept=kept)
    assert kept.removed == {}


def test_a_page_that_moved_for_good_goes_and_one_that_moved_for_now_stays(site: Site) -> None:
    site.pages = {
        "/": Answer('<a href="/one">1</a><a href="/two">2</a>'),
        "/one": Answer(status=301, headers={"Location": "/new"}),
        "/two": Answer(status=302, headers={"Location": "/"}),
        "/three": Answer(status=301, headers={"Location": "/two"}),
        "/new": Answer("x"),
    }
    kept = known(site, "/", "/one", "/two", "/three")
    stored, _ = crawl(site, kept=kept)
    assert removed(kept) == {"/one": True}
    assert stored == ["/", "/new"]


def test_a_page_that_a_listed_one_redirects_to_is_not_missed(site: Site) -> None:
    site.pages = {
        "/sitemap.xml": listing(site, "/a", "/b"),
        "/": Answer("x"), "/a": Answer(status=302, headers={"Location": "/a/index"}),
        "/a/index": Answer("x"), "/b": Answer("x"),
    }  # fmt: skip
    kept = known(site, "/a/index")
    crawl(site, kept=kept)
    assert kept.removed == {}


def test_looking_after_pages_goes_on_where_a_step_has_ended(site: Site) -> None:
    paths = [f"/{n}" for n in range(4)]
    site.pages = {"/": Answer("x")}
    kept, frontier, turns = known(site, "/", *paths), Frontier(), 0
    is_over = False
    while not is_over:
        turns += 1
        left = iter((True, True, True, True))
        restored = Frontier.restored(frontier.kept())
        one = Crawl(site.fetcher(), str(site.url()), 50, restored)
        is_over = one.step(kept, lambda left=left: next(left, False))  # type: ignore[misc]
        frontier = restored
    assert turns > 1
    assert sorted(removed(kept)) == paths
    assert len(frontier.removed) == 4
