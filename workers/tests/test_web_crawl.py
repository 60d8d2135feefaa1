"""A place is read politely: its robots.txt, its sitemaps, its pages, and no others."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Note
from workers.tests.web_server import HOST, Answer, Site, serving
from workers.web.crawl import Crawl, Frontier
from workers.web.errors import PageRefused, Unreachable, WebError
from workers.web.fetch import Fetched
from workers.web.robots import Robots, read_robots
from workers.web.sitemap import Listing, parse_sitemap, read_sitemaps
from workers.web.urls import parse_url


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as served:
        yield served


def sitemap(*pages: str, kind: str = "urlset") -> str:
    item = "url" if kind == "urlset" else "sitemap"
    listed = "".join(f"<{item}><loc> {page} </loc><lastmod>x</lastmod></{item}>" for page in pages)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0"?><{kind} xmlns="{space}">{listed}</{kind}>'


@dataclass
class Kept:
    """Pages of earlier readings, by their addresses, and what becomes of them."""

    addresses: set[str] = field(default_factory=set)
    stored: list[str] = field(default_factory=list)
    removed: dict[str, bool] = field(default_factory=dict)

    def known(self) -> set[str]:
        return self.addresses - set(self.removed)

    def store(self, page: Fetched) -> None:
        self.stored.append(page.url.path)
        self.addresses.add(str(page.url))

    def remove(self, address: str, *, is_gone: bool) -> bool:
        self.removed[address] = is_gone
        return True


def crawl(
    site: Site,
    path: str = "/",
    limit: int = 50,
    frontier: Frontier | None = None,
    kept: Kept | None = None,
) -> tuple[list[str], Frontier]:
    """Read a place to its end; the paths of its pages."""
    frontier, kept = frontier or Frontier(), kept or Kept()
    Crawl(site.fetcher(), str(site.url(path)), limit, frontier).step(kept, lambda: True)
    return kept.stored, frontier


def test_without_a_sitemap_links_of_the_host_are_followed_below_the_folder(site: Site) -> None:
    site.pages = {
        "/help/": Answer('<a href="a">1</a><a href="/other">2</a><a href="http://evil.test/help/">'),
        "/help/a": Answer('<a href="./">up</a><a href="b?x=1#y">b</a><a href="gone">g</a>'),
        "/help/b?x=1": Answer("x"),
        "/other": Answer("x"),
    }  # fmt: skip
    paths, frontier = crawl(site, "/help/")
    assert paths == ["/help/", "/help/a", "/help/b"]
    assert frontier.notes == [Note(DocumentTrouble.PAGE_REFUSED, str(site.url("/help/gone")))]
    assert "/other" not in site.asked


def test_with_a_sitemap_its_pages_are_read_and_no_links(site: Site) -> None:
    first, second = (str(site.url(f"/map{n}.xml")) for n in (1, 2))
    site.pages = {
        "/robots.txt": Answer(f"User-agent: *\nDisallow: /private\nSitemap: {first}", "text/plain"),
        "/map1.xml": Answer(sitemap(second, first, "http://evil.test/m", kind="sitemapindex"),
                            "text/xml"),
        "/map2.xml": Answer(
            gzip.compress(sitemap(*map(str, map(site.url, ("/a", "/private/b", "/c"))),
                                  "http://evil.test/").encode()),
            "application/x-gzip"),
        "/": Answer('<a href="/linked">x</a>'), "/a": Answer("a"), "/c": Answer("c"),
        "/linked": Answer("x"),
        "/private/b": Answer("тайна"),
    }  # fmt: skip
    paths, frontier = crawl(site)
    assert paths == ["/", "/a", "/c"]
    assert not {"/private/b", "/linked"} & set(site.asked)
    assert [note.trouble for note in frontier.notes] == [DocumentTrouble.SITE_FORBIDS]


def test_a_sitemap_may_be_given_itself(site: Site) -> None:
    site.pages = {
        "/maps/help.xml": Answer(sitemap(str(site.url("/a")), str(site.url("/b"))), "text/xml"),
        "/a": Answer("a"), "/b": Answer("b"),
    }  # fmt: skip
    assert crawl(site, "/maps/help.xml")[0] == ["/a", "/b"]
    assert crawl(site, "/maps/help.xml", limit=1)[0] == ["/a"]


def test_reading_goes_on_where_a_step_has_ended(site: Site) -> None:
    site.pages = {f"/{n}": Answer(f'<a href="/{n + 1}">x</a>') for n in range(5)}
    frontier, kept = Frontier(), Kept()

    def step(most: int) -> bool:
        until = len(kept.stored) + most
        one = Crawl(site.fetcher(), str(site.url("/0")), 50, frontier)
        return one.step(kept, lambda: len(kept.stored) < until)

    assert [step(2), step(2), step(2)] == [False, False, True]
    assert kept.stored == ["/0", "/1", "/2", "/3", "/4"]


def test_a_redirect_to_a_page_that_is_known_is_no_page(site: Site) -> None:
    site.pages = {
        "/": Answer('<a href="/index">x</a>'),
        "/index": Answer(status=301, headers={"Location": "/"}),
    }
    assert crawl(site)[0] == ["/"]


@pytest.mark.parametrize(
    ("pages", "trouble"),
    [
        ({}, DocumentTrouble.PAGE_REFUSED),
        ({"/robots.txt": Answer("User-agent: *\nDisallow: /", "text/plain"), "/": Answer("x")},
         DocumentTrouble.SITE_FORBIDS),
        ({"/robots.txt": Answer("User-agent: otvetbot\nDisallow: /", "text/plain"), "/": Answer()},
         DocumentTrouble.SITE_FORBIDS),
        ({"/robots.txt": Answer(status=503), "/": Answer("x")}, DocumentTrouble.SITE_UNREACHABLE),
        ({"/": Answer("x", "video/mp4")}, DocumentTrouble.PAGE_TYPE),
    ],
)  # fmt: skip
def test_a_place_without_one_page_says_why(
    site: Site, pages: dict[str, Answer], trouble: DocumentTrouble
) -> None:
    site.pages = pages
    with pytest.raises(WebError) as caught:
        crawl(site)
    assert caught.value.trouble is trouble


def test_a_sitemap_that_is_none_says_so(site: Site) -> None:
    for body in ("<html><p>x", "<feed/>", "not XML"):
        site.pages["/sitemap.xml"] = Answer(body, "text/xml")
        with pytest.raises(PageRefused) as caught:
            crawl(site, "/sitemap.xml")
        assert caught.value.trouble is DocumentTrouble.SITEMAP_BROKEN


def test_rules_are_those_of_robots_txt(site: Site) -> None:
    site.pages["/robots.txt"] = Answer(
        "User-agent: *\nCrawl-delay: 7\nDisallow: /a\nAllow: /\n", "text/plain"
    )
    robots = read_robots(site.fetcher(), site.url("/x?y"))
    assert robots.delay == 7
    assert robots.allows(site.url("/b"))
    assert not robots.allows(site.url("/a/x"))
    assert Robots("").allows(site.url("/a"))
    site.pages["/robots.txt"] = Answer("<html>User-agent: *\nDisallow: /", "text/html")
    assert read_robots(site.fetcher(), site.url()).allows(site.url("/a"))
    with pytest.raises(Unreachable):
        read_robots(site.fetcher(), parse_url(f"http://{HOST}/"))


def test_a_sitemap_with_entities_is_refused_and_one_that_breaks_off_is_used() -> None:
    hostile = (
        '<!DOCTYPE u [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + "<urlset><url><loc>&a;</loc></url></urlset>"
    )
    with pytest.raises(PageRefused) as caught:
        parse_sitemap(hostile.encode())
    assert caught.value.trouble is DocumentTrouble.UNSAFE
    listed = sitemap("http://a.ru/x").encode()
    assert parse_sitemap(listed) == (["http://a.ru/x"], [], True)
    assert parse_sitemap(listed[:-9]) == (["http://a.ru/x"], [], False)


def test_sitemaps_that_name_each_other_end(site: Site) -> None:
    loops = [str(site.url(f"/{n}.xml")) for n in range(40)]
    for n in range(40):
        site.pages[f"/{n}.xml"] = Answer(sitemap(*loops, kind="sitemapindex"), "text/xml")
    assert read_sitemaps(site.fetcher(), loops[:1], site.url()) == Listing([], is_whole=False)
    assert len(site.asked) == 20


def test_addresses_with_signs_in_them_are_read_and_too_long_ones_left(site: Site) -> None:
    listed = ["/a%3Fb", "/c%2520d", "/e%2Ff", "/%00", f"/{'я' * 400}", "/last"]
    site.pages = {
        "/sitemap.xml": Answer(sitemap(*(f"http://{HOST}:{site.port}{path}" for path in listed)),
                               "text/xml"),
        **{path: Answer("x") for path in ("/", *listed)},
    }  # fmt: skip
    crawl(site)
    assert [path for path in site.asked if path not in ("/robots.txt", "/sitemap.xml")] == [
        "/", "/a%3Fb", "/c%2520d", "/e%2Ff", "/%00", "/last",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["Crawl-delay: ²", f"Crawl-delay: {'9' * 5_000}", f"Crawl-delay: {'9' * 400}",
     "Request-rate: ²/1", "Disallow: //["],
)  # fmt: skip
def test_a_line_of_robots_txt_that_nobody_can_read_is_no_line(line: str) -> None:
    robots = Robots(f"User-agent: *\n{line}\nDisallow: /private")
    assert not robots.allows(parse_url("https://a.test/private"))
    assert robots.allows(parse_url("https://a.test/open"))
    assert robots.delay in (0, 86_400)
