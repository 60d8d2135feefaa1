"""All pages of a place, a step at a time: a step ends in time, and what is left is data.

A place is a page with what is below its folder (``https://example.ru/help/``), or a sitemap.
With a sitemap its pages are read, without one the links are followed.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import httpx

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Note
from workers.web.errors import AddressRefused, PageRefused, WebError
from workers.web.fetch import Fetched, Fetcher
from workers.web.robots import Robots, read_robots
from workers.web.sitemap import read_sitemaps
from workers.web.urls import folder_of, is_same_place, links_of, parse_url

_MOST_WAITING = 2_000
_MOST_NOTES = 20
_MOST_FAILURES = 50
"""Pages in a row that fail; then the place is left alone."""

Store = Callable[[Fetched], None]


@dataclass(slots=True)
class Frontier:
    """How far the reading of a place has come; kept between steps."""

    waiting: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    pages: int = 0
    failures: int = 0
    follows_links: bool = False
    has_begun: bool = False
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

    def step(self, store: Store, goes_on: Callable[[], bool]) -> bool:
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
        seen = set(frontier.seen)
        while frontier.waiting and frontier.pages < self._limit:
            if frontier.failures > _MOST_FAILURES:
                break
            if not goes_on():
                return False
            address = frontier.waiting.pop(0)
            if address not in seen:
                seen.add(address)
                frontier.seen.append(address)
                self._page(parse_url(address), robots, store, seen)
        if not frontier.pages:
            raise self._nothing()
        return True

    def _begin(self, robots: Robots, goes_on: Callable[[], bool]) -> None:
        """Find out which pages there are.

        Raises:
            WebError: the place is a sitemap that cannot be read.
        """
        start = self._start
        if start.path.lower().endswith((".xml", ".xml.gz")):
            self._folder = "/"
            self._wait(read_sitemaps(self._fetcher, [str(start)], start, goes_on))
            return
        self._wait([start])
        sitemaps = robots.sitemaps or [str(start.copy_with(path="/sitemap.xml", query=None))]
        try:
            pages = read_sitemaps(self._fetcher, sitemaps, start, goes_on)
        except WebError:
            pages = []
        self._wait([url for url in pages if url.path.startswith(self._folder)])
        self._frontier.follows_links = len(self._frontier.waiting) < 2

    def _page(self, url: httpx.URL, robots: Robots, store: Store, seen: set[str]) -> None:
        frontier = self._frontier
        try:
            if not robots.allows(url):
                raise PageRefused(DocumentTrouble.SITE_FORBIDS, str(url))
            fetched = self._fetcher.get(url)
            arrived = str(fetched.url)
            if arrived != str(url) and arrived in seen:
                return  # a redirect to what is known
            if not robots.allows(fetched.url):
                raise PageRefused(DocumentTrouble.SITE_FORBIDS, arrived)
        except WebError as error:
            frontier.note(error, str(url))
            frontier.failures += not isinstance(error, AddressRefused)
            return
        if arrived not in seen:
            seen.add(arrived)
            frontier.seen.append(arrived)
        store(fetched)
        frontier.pages += 1
        frontier.failures = 0
        if frontier.follows_links and "html" in fetched.type:
            self._wait(
                [
                    link
                    for link in links_of(fetched.content, fetched.url)
                    if is_same_place(link, self._start) and link.path.startswith(self._folder)
                ]
            )

    def _wait(self, pages: list[httpx.URL]) -> None:
        waiting = self._frontier.waiting
        known = {*waiting, *self._frontier.seen}
        for url in pages:
            if str(url) not in known and len(waiting) < _MOST_WAITING:
                known.add(str(url))
                waiting.append(str(url))

    def _nothing(self) -> WebError:
        """Return why there is not one page: its first page's reason, if there was one."""
        if self._frontier.notes:
            first = self._frontier.notes[0]
            return PageRefused(first.trouble, first.detail)
        return PageRefused(DocumentTrouble.SITE_EMPTY, str(self._start))
