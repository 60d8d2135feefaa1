"""Sitemaps: lists of a place's pages, and lists of such lists."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers import expat

import httpx

from shared.domain.documents import DocumentTrouble
from workers.web.errors import PageRefused, WebError
from workers.web.fetch import XML, Fetcher, Unpacker
from workers.web.urls import is_same_place, parse_url

_MOST_BYTES = 10 * 1024 * 1024
_MOST_FILES = 20
_MOST_ADDRESSES = 5_000
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Listing:
    """Pages that sitemaps name, each once; without ``is_whole`` there may be more."""

    pages: list[httpx.URL]
    is_whole: bool


def parse_sitemap(content: bytes) -> tuple[list[str], list[str], bool]:
    """Return the pages and the further sitemaps that a sitemap names, and whether it is whole.

    Raises:
        PageRefused: it is no sitemap, or declares a document type, which none has.
    """
    if content.startswith(_GZIP):
        content = Unpacker(_MOST_BYTES).take(content)
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reader.refuse
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    is_whole = True
    try:
        parser.Parse(content, True)  # noqa: FBT003 (expat's own form)
    except expat.ExpatError as error:
        # A sitemap that breaks off still names the pages it has named.
        if not (reader.pages or reader.sitemaps):
            raise PageRefused(DocumentTrouble.SITEMAP_BROKEN, "XML") from error
        is_whole = False
    if not reader.is_sitemap:
        raise PageRefused(DocumentTrouble.SITEMAP_BROKEN, "another XML")
    is_cut = _MOST_ADDRESSES in (len(reader.pages), len(reader.sitemaps))
    return reader.pages, reader.sitemaps, is_whole and not is_cut


class _Reader:
    def __init__(self) -> None:
        self.pages: list[str] = []
        self.sitemaps: list[str] = []
        self.is_sitemap = False
        self._path: list[str] = []
        self._address = ""

    def refuse(self, *_: object) -> None:
        """Take no document type: that is where entities come from."""
        raise PageRefused(DocumentTrouble.UNSAFE, "a document type")

    def begin(self, name: str, _: object) -> None:
        """Go into an element."""
        self._path.append(name.rpartition(" ")[2].lower())
        self.is_sitemap |= self._path in (["urlset"], ["sitemapindex"])
        if len(self._path) > 50:
            raise PageRefused(DocumentTrouble.SITEMAP_BROKEN, "too deep")

    def text(self, text: str) -> None:
        """Take text, if it is of an address."""
        if self._path[-1:] == ["loc"] and len(self._address) < 4_000:
            self._address += text

    def end(self, _: str) -> None:
        """Leave an element."""
        named = {"url": self.pages, "sitemap": self.sitemaps}.get(
            self._path[-2] if len(self._path) > 1 else ""
        )
        if self._path.pop() == "loc":
            if named is not None and len(named) < _MOST_ADDRESSES:
                named.append(self._address.strip())
            self._address = ""


def read_sitemaps(
    fetcher: Fetcher,
    starts: list[str],
    place: httpx.URL,
    goes_on: Callable[[], bool] = lambda: True,
) -> Listing:
    """Return the pages of a place that its sitemaps name in time.

    Raises:
        WebError: none of the sitemaps could be read.
    """
    waiting, seen = list(starts), set[str]()
    pages: dict[str, httpx.URL] = {}
    failure: WebError | None = None
    is_whole = True
    while waiting and len(seen) < _MOST_FILES and len(pages) < _MOST_ADDRESSES and goes_on():
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        try:
            url = parse_url(address)
            if not is_same_place(url, place):
                is_whole = False  # it may name pages of this place all the same
                continue
            found, further, is_read = parse_sitemap(fetcher.get(url, XML).content)
        except WebError as error:
            failure = error
            continue
        is_whole &= is_read
        waiting += further
        _add(pages, found, place)
    if not pages and failure is not None:
        raise failure
    is_over = set(waiting) <= seen and len(pages) < _MOST_ADDRESSES
    return Listing(list(pages.values()), is_whole and is_over and failure is None)


def _add(pages: dict[str, httpx.URL], found: list[str], place: httpx.URL) -> None:
    for address in found:
        try:
            url = parse_url(address)
        except WebError:
            continue
        if is_same_place(url, place) and len(pages) < _MOST_ADDRESSES:
            pages.setdefault(str(url), url)
