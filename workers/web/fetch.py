"""One page of the web, within bounds of bytes, time, redirects and types."""

import re
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import httpx

from shared.domain.documents import FILE_LIMIT, DocumentTrouble
from workers.web.addresses import AddressBook
from workers.web.errors import AddressRefused, PageGone, PageRefused, Unreachable
from workers.web.transport import Deadline, PinnedTransport
from workers.web.urls import is_same_place, parse_url

ROBOT = "OtvetBot"
_PIECE = 64 * 1024
_CHARSET = re.compile(
    r";\s{0,9}charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.ASCII | re.IGNORECASE
)
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_GONE = (404, 410)
PAGES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
XML = ("application/xml", "text/xml", "application/gzip", "application/x-gzip", "text/plain")


@dataclass(frozen=True, slots=True)
class Manners:
    """How much is asked of a host, and how often."""

    page_bytes: int = 5 * 1024 * 1024
    file_bytes: int = FILE_LIMIT
    """Of what is no HTML."""
    page_seconds: float = 20.0
    """For one page with its redirects, from the first byte asked to the last received."""
    answer_seconds: float = 10.0
    redirects: int = 5
    delay: float = 1.0
    """Between two requests."""
    longest_delay: float = 10.0
    """What a ``Crawl-delay`` is heeded up to."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came, from where it really came."""

    url: httpx.URL
    content: bytes
    type: str
    charset: str | None
    has_moved: bool = False
    """Whether every redirect on the way to it was for good."""


@dataclass(frozen=True, slots=True)
class _Redirect:
    target: httpx.URL
    is_for_good: bool


@dataclass(frozen=True, slots=True)
class Time:
    """The clock, for tests to replace."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Fetcher:
    """Fetches pages of one host, one at a time, with a pause between them."""

    def __init__(
        self,
        addresses: AddressBook | None = None,
        manners: Manners | None = None,
        clock: Time | None = None,
        contact: str = "",
    ) -> None:
        """Connect where ``addresses`` allow; ``contact`` tells hosts who asks."""
        self.manners = manners or Manners()
        self._delay = self.manners.delay
        self._clock = clock or Time()
        self._deadline = Deadline(self._clock.now)
        self._next = 0.0
        self._client = httpx.Client(
            transport=PinnedTransport(addresses or AddressBook(), self._deadline),
            # Compressed pages are unpacked here, where their size can be bounded.
            headers={
                "User-Agent": f"{ROBOT}/1.0 (+{contact})" if contact else f"{ROBOT}/1.0",
                "Accept-Encoding": "gzip, identity;q=0.5",
            },
            timeout=self.manners.answer_seconds,
            follow_redirects=False,
            trust_env=False,
        )

    def close(self) -> None:
        """Close what is open."""
        self._client.close()

    def slow_down(self, delay: float) -> None:
        """Pause at least so many seconds between two requests."""
        self._delay = max(self._delay, min(delay, self.manners.longest_delay))

    def get(self, url: httpx.URL, types: Sequence[str] = PAGES) -> Fetched:
        """Return what is at ``url``, through redirects within its host.

        Raises:
            AddressRefused: it, or a redirect of it, leads where nothing is fetched.
            Unreachable: nobody answers in time.
            PageGone: there is no such page.
            PageRefused: the answer is no page, too large, or of another type.
        """
        self._deadline.until = self._clock.now() + self.manners.page_seconds + self._delay
        start, is_for_good = url, True
        for hop in range(self.manners.redirects + 1):
            found = self._ask(url, types)
            if isinstance(found, Fetched):
                return replace(found, has_moved=hop > 0 and is_for_good)
            if not is_same_place(found.target, start):
                raise AddressRefused(DocumentTrouble.HOST_OTHER, found.target.host)
            url, is_for_good = found.target, is_for_good and found.is_for_good
        raise PageRefused(DocumentTrouble.REDIRECTS, str(start))

    def _ask(self, url: httpx.URL, types: Sequence[str]) -> "Fetched | _Redirect":
        """Return the page, or where it has gone."""
        self._pause()
        try:
            with self._client.stream(
                "GET", url, headers={"Accept": ", ".join(filter(None, types))}
            ) as response:
                if response.status_code in _REDIRECTS:
                    # ``join`` of an address of another scheme is that address, and refused.
                    target = parse_url(str(url.join(response.headers.get("location", ""))))
                    return _Redirect(target, response.status_code in _FOR_GOOD)
                return self._take(url, response, types)
        except (httpx.InvalidURL, ValueError) as error:
            raise AddressRefused(DocumentTrouble.URL_REFUSED, type(error).__name__) from error
        except httpx.HTTPError as error:
            raise Unreachable(DocumentTrouble.SITE_UNREACHABLE, type(error).__name__) from error
        finally:
            self._next = self._clock.now() + self._delay

    def _pause(self) -> None:
        wait = self._next - self._clock.now()
        if wait > 0:
            self._clock.sleep(wait)

    def _take(self, url: httpx.URL, response: httpx.Response, types: Sequence[str]) -> Fetched:
        if response.status_code != 200:
            refusal = PageGone if response.status_code in _GONE else PageRefused
            raise refusal(DocumentTrouble.PAGE_REFUSED, f"{response.status_code} {url}")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind not in types:
            raise PageRefused(DocumentTrouble.PAGE_TYPE, f"{kind or 'no type'} {url}")
        most = self.manners.page_bytes if "html" in kind else self.manners.file_bytes
        content = self._body(response, most)
        return Fetched(url, content, kind, _charset(response))

    def _body(self, response: httpx.Response, most: int) -> bytes:
        encoding = response.headers.get("content-encoding", "identity").strip().lower()
        if encoding not in ("identity", "gzip", "x-gzip", ""):
            raise PageRefused(DocumentTrouble.PAGE_TYPE, encoding)
        unpack = Unpacker(most) if "gzip" in encoding else None
        body = bytearray()
        for piece in response.iter_raw(_PIECE):
            body += unpack.take(piece) if unpack else piece
            if len(body) > most:
                raise PageRefused(DocumentTrouble.TOO_LARGE, str(response.url))
        return bytes(body)


def _charset(response: httpx.Response) -> str | None:
    """Return the encoding that is named, if it may be one.

    The parser of email, which httpx asks, lets a NUL through and fails at parts out of order.
    """
    found = _CHARSET.search(response.headers.get("content-type", ""))
    return None if found is None else found[1]


class Unpacker:
    """Unpacks gzip up to so many bytes: what is packed tightly may be anything but a page."""

    def __init__(self, most: int) -> None:
        """Unpack at most ``most`` bytes, and one more to tell."""
        self._left = most + 1
        self._inner = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    def take(self, piece: bytes) -> bytes:
        """Return what a piece unpacks to.

        Raises:
            PageRefused: it is no gzip.
        """
        if self._left <= 0:
            return b""
        try:
            unpacked = self._inner.decompress(piece, self._left)
        except zlib.error as error:
            raise PageRefused(DocumentTrouble.BROKEN, "gzip") from error
        self._left -= len(unpacked)
        return unpacked
