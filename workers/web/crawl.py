"""All pages of a place, a step at a time: a step ends in time, and what is left is data.

A place is a page with what is below its folder (``https://example.ru/help/``), or a sitemap.
With a sitemap its pages are read, without one the links are followed.

Pages of earlier readings that vanished are removed: at once where the place says that there is no
such page (404, 410, moved for good), and when a whole sitemap, all of whose pages were asked, no
longer names them. A page that was merely not come to is asked for by itself, and stays if there is
no answer.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

import httpx

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Note
from workers.web.errors import AddressRefused, PageGone, PageRefused, Unreachable, WebError
from workers.web.fetch import Fetched, Fetcher
from workers.web.robots import Robots, read_robots
from workers.web.sitemap import Listing, read_sitemaps
from workers.web.urls import folder_of, is_same_place, links_of, parse_url

_MOST_WAITING = 2_000
_MOST_NOTES = 20
_MOST_FAILURES = 50
"""Pages in a row that fail; then the place is left alone."""
_MOST_REMOVED = 100
"""Addresses of removed pages that are kept for people."""


class Pages(Protocol):
    """What is known of a place's pages."""

    def known(self) -> Collection[str]:
        """Return the addresses of the pages that earlier readings have stored."""

    def store(self, page: Fetched) -> None:
        """Store a page as it is now."""

    def remove(self, address: str, *, is_gone: bool) -> bool:
        """Have a page removed; return whether it goes.

        One that ``is_gone`` goes from everywhere, another only if no other place has it.
        """


@dataclass(slots=True)
class Frontier:
    """How far the reading of a place has come; kept between steps."""

    waiting: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    pages: int = 0
    failures: int = 0
    follows_links: bool = False
    has_begun: bool = False
    is_listed: bool = False
    """Whether a whole sitemap was read, and all its pages wait or were asked for."""
    has_missed: bool = False
    """Whether a page was not read that may be there."""
    checked: int = 0
    """Pages of earlier readings that were asked for by themselves."""
    removed: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @classmethod
    def restored(cls, kept: Mapping[str, Any]) -> "Frontier":
        """Return what ``kept`` returned, from wherever it was kept."""
        notes = [Note(DocumentTrouble(code), detail) for code, detail in kept.get("notes", [])]
        return cls(**{**kept, "notes": notes})

    def kept(self) -> dict[str, Any]:
        """Return this as JSON has it."""
        return asdict(self) | {"notes": [(note.trouble, note.detail) for note in self.notes]}

    def note(self, error: WebError, url: str) -> None:
        """Keep what went wrong with a page, for the first ones."""
        if len(self.notes) < _MOST_NOTES:
            self.notes.append(Note(error.trouble, url))


class Crawl:
    """Reads the pages of one place; used for one step."""

    def __init__(self, fetcher: Fetcher, start: str, limit: int, frontier: Frontier) -> None:
        """Go on from ``frontier``, to at most ``limit`` pages.

        Raises:
            AddressRefused: ``start`` is no address that is taken.
        """
        self._fetcher = fetcher
        self._start = parse_url(start)
        self._limit = limit
        self._frontier = frontier
        self._folder = folder_of(self._start)

    def step(self, pages: Pages, goes_on: Callable[[], bool]) -> bool:
        """Read pages while ``goes_on`` says so; return whether all are read.

        Raises:
            WebError: the place cannot be read at all.
        """
        robots = read_robots(self._fetcher, self._start)
        self._fetcher.slow_down(robots.delay)
        frontier = self._frontier
        if not frontier.has_begun:
            self._begin(robots, goes_on)
            frontier.has_begun = True
        visit = _Visit(self._fetcher, robots, pages, frontier)
        while frontier.waiting and frontier.pages < self._limit and not visit.is_hopeless:
            if not goes_on():
                return False
            fetched = visit.page(frontier.waiting.pop(0))
            if fetched is not None and frontier.follows_links and "html" in fetched.type:
                self._follow(fetched)
        if not self._look_after(visit, goes_on):
            return False
        if not frontier.pages:
            raise self._nothing()
        return True

    def _look_after(self, visit: "_Visit", goes_on: Callable[[], bool]) -> bool:
        """Look after the pages of earlier readings that were not come to; return whether all are.

        At most as many are asked for as may be read.
        """
        frontier = self._frontier
        is_whole = frontier.is_listed and not frontier.has_missed and not frontier.waiting
        for address in visit.left():
            if is_whole and not visit.is_hopeless:
                visit.remove(address, is_gone=False)
            elif visit.is_hopeless or frontier.checked >= self._limit:
                break
            elif not goes_on():
                return False
            else:
                frontier.checked += 1
                visit.page(address)
        return True

    def _begin(self, robots: Robots, goes_on: Callable[[], bool]) -> None:
        """Find out which pages there are.

        Raises:
            WebError: the place is a sitemap that cannot be read.
        """
        start = self._start
        if start.path.lower().endswith((".xml", ".xml.gz")):
            self._folder = "/"
            listing = read_sitemaps(self._fetcher, [str(start)], start, goes_on)
            self._frontier.is_listed = self._wait(listing.pages) and listing.is_whole
            return
        self._wait([start])
        sitemaps = robots.sitemaps or [str(start.copy_with(path="/sitemap.xml", query=None))]
        try:
            listing = read_sitemaps(self._fetcher, sitemaps, start, goes_on)
        except WebError:
            listing = Listing([], is_whole=False)
        is_room = self._wait([url for url in listing.pages if url.path.startswith(self._folder)])
        self._frontier.follows_links = len(self._frontier.waiting) < 2
        self._frontier.is_listed = listing.is_whole and is_room and not self._frontier.follows_links

    def _follow(self, page: Fetched) -> None:
        """Have the pages wait that a page links to."""
        self._wait(
            [
                link
                for link in links_of(page.content, page.url)
                if is_same_place(link, self._start) and link.path.startswith(self._folder)
            ]
        )

    def _wait(self, pages: list[httpx.URL]) -> bool:
        """Have pages wait to be read; return whether there was room for all."""
        waiting = self._frontier.waiting
        known = {*waiting, *self._frontier.seen}
        for url in pages:
            if str(url) in known:
                continue
            if len(waiting) >= _MOST_WAITING:
                return False
            known.add(str(url))
            waiting.append(str(url))
        return True

    def _nothing(self) -> WebError:
        """Return why there is not one page: its first page's reason, if there was one."""
        if self._frontier.notes:
            first = self._frontier.notes[0]
            return PageRefused(first.trouble, first.detail)
        return PageRefused(DocumentTrouble.SITE_EMPTY, str(self._start))


class _Visit:
    """Asks for one page after another, and keeps in the frontier what became of each."""

    def __init__(self, fetcher: Fetcher, robots: Robots, pages: Pages, frontier: Frontier) -> None:
        self._fetcher = fetcher
        self._robots = robots
        self._pages = pages
        self._frontier = frontier
        self._seen = set(frontier.seen)
        self._known = frozenset(pages.known())

    @property
    def is_hopeless(self) -> bool:
        """Whether so much has failed that the place is left alone."""
        return self._frontier.failures > _MOST_FAILURES

    def left(self) -> list[str]:
        """Return the pages of earlier readings that were not come to."""
        return sorted(self._known - self._seen)

    def page(self, address: str) -> Fetched | None:
        """Ask for a page and store it; nothing when there is none, or it is known by now."""
        if address in self._seen:
            return None
        self._see(address)
        try:
            fetched = self._fetched(parse_url(address))
        except PageGone as error:
            if address in self._known:
                self.remove(address, is_gone=True)
            else:
                self._failed(error, address)
            return None
        except WebError as error:
            self._failed(error, address)
            return None
        arrived = str(fetched.url)
        if arrived != address:
            if fetched.has_moved and address in self._known:
                self.remove(address, is_gone=True)
            if arrived in self._seen:
                return None  # a redirect to what is known
        self._see(arrived)
        self._pages.store(fetched)
        self._frontier.pages += 1
        self._frontier.failures = 0
        return fetched

    def remove(self, address: str, *, is_gone: bool) -> None:
        """Have a page removed, and remember it for people."""
        removed = self._frontier.removed
        if self._pages.remove(address, is_gone=is_gone) and len(removed) < _MOST_REMOVED:
            removed.append(address)

    def _fetched(self, url: httpx.URL) -> Fetched:
        if not self._robots.allows(url):
            raise PageRefused(DocumentTrouble.SITE_FORBIDS, str(url))
        fetched = self._fetcher.get(url)
        if not self._robots.allows(fetched.url):
            raise PageRefused(DocumentTrouble.SITE_FORBIDS, str(fetched.url))
        return fetched

    def _failed(self, error: WebError, address: str) -> None:
        frontier = self._frontier
        frontier.note(error, address)
        frontier.failures += not isinstance(error, AddressRefused)
        is_there = error.trouble is DocumentTrouble.PAGE_REFUSED and not isinstance(error, PageGone)
        frontier.has_missed |= is_there or isinstance(error, Unreachable)

    def _see(self, address: str) -> None:
        if address not in self._seen:
            self._seen.add(address)
            self._frontier.seen.append(address)
