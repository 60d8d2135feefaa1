"""What a place allows robots to read."""

from urllib.robotparser import RobotFileParser

import httpx

from shared.domain.documents import DocumentTrouble
from workers.web.errors import AddressRefused, PageRefused, Unreachable
from workers.web.fetch import ROBOT, Fetcher

_TYPES = ("text/plain", "text/html", "application/octet-stream", "")
_MOST = 500_000
_MOST_LINES = 5_000
_LONGEST_DELAY = 86_400


class Robots:
    """The rules of a host's ``robots.txt`` for us."""

    def __init__(self, text: str) -> None:
        """Read the rules; without any all is allowed."""
        self._rules = RobotFileParser()
        lines = text[:_MOST].splitlines()[:_MOST_LINES]
        self._rules.parse([line for line in lines if _is_sound(line)])

    def allows(self, url: httpx.URL) -> bool:
        """Whether we may read a page."""
        return self._rules.can_fetch(ROBOT, str(url))

    @property
    def delay(self) -> float:
        """Seconds that the host wants between two requests."""
        delay = self._rules.crawl_delay(ROBOT)
        return float(min(int(delay), _LONGEST_DELAY)) if delay else 0.0

    @property
    def sitemaps(self) -> list[str]:
        """Addresses of the host's sitemaps."""
        return self._rules.site_maps() or []


def _is_sound(line: str) -> bool:
    """Whether the parser can read a line at all: «Crawl-delay: ²» and «Disallow: //[» fail it."""
    try:
        RobotFileParser().parse(["User-agent: *", line])
    except ValueError:
        return False
    return True


def read_robots(fetcher: Fetcher, place: httpx.URL) -> Robots:
    """Fetch the rules of a place (RFC 9309): none if there is no such file.

    Raises:
        Unreachable: the host does not answer, or with an error; then nothing may be read.
        AddressRefused: the place is one that is never asked.
    """
    url = place.copy_with(path="/robots.txt", query=None)
    try:
        found = fetcher.get(url, _TYPES)
    except PageRefused as error:
        if error.trouble is DocumentTrouble.PAGE_REFUSED and error.detail.startswith("5"):
            raise Unreachable(DocumentTrouble.SITE_UNREACHABLE, error.detail) from error
        return Robots("")
    except AddressRefused as error:
        if error.trouble is not DocumentTrouble.HOST_OTHER:
            raise
        return Robots("")  # its rules are another host's
    is_page = found.type == "text/html"  # a home page for every address
    return Robots("" if is_page else found.content.decode("utf-8", errors="replace"))
