"""Which addresses are taken, and when two of them are of one place."""

import re
from collections.abc import Iterable

import httpx

from shared.domain.documents import DocumentTrouble
from workers.web.errors import AddressRefused

_SCHEMES = {"http": 80, "https": 443}
_LIMIT = 2_000
# Bounded everywhere: a page may be made to be slow to search.
_LINK = re.compile(
    rb"""<a\s[^<>]{0,500}?href\s{0,9}=\s{0,9}(?:"([^"<>]{1,2000})"|'([^'<>]{1,2000})'|([^\s"'<>]{1,2000}))""",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    r"\.(?:png|jpe?g|gif|svg|webp|ico|css|js|json|xml|zip|rar|7z|gz|exe|dmg|apk|mp[34]|avi|mov|woff2?|ttf)$",
    re.IGNORECASE,
)


def parse_url(text: str) -> httpx.URL:
    """Return an address in its usual form, without a fragment.

    Raises:
        AddressRefused: it is none, not of the web, or names a user.
    """
    try:
        url = httpx.URL(text.strip())
        # As it is written: its path unpacked would ask for another page, or for none.
        url = url.copy_with(raw_path=url.raw_path, fragment=None)
        host = url.host
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise AddressRefused(DocumentTrouble.URL_REFUSED, type(error).__name__) from error
    # What a page is stored by is the form with ``%``, three to six times as long.
    is_long = len(str(url)) > _LIMIT
    if is_long or url.scheme not in _SCHEMES or not host or url.userinfo:
        raise AddressRefused(DocumentTrouble.URL_REFUSED, url.scheme)
    return url


def port_of(url: httpx.URL) -> int:
    """Return the port of an address, named or not."""
    return url.port or _SCHEMES[url.scheme]


def is_same_place(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether both are of one host and of usual ports; ``www.`` is no other place."""
    hosts = {url.host.lower().removeprefix("www.") for url in (one, other)}
    return len(hosts) == 1 and (one.port == other.port or {one.port, other.port} <= {None, 80, 443})


def folder_of(url: httpx.URL) -> str:
    """Return the path whose pages belong to the one given: ``/help/`` of ``/help/start``."""
    return url.path.rpartition("/")[0] + "/"


def links_of(content: bytes, base: httpx.URL) -> list[httpx.URL]:
    """Return where a page's links lead, each once, in their order."""
    found: dict[str, httpx.URL] = {}
    for link in _targets(content):
        try:
            url = parse_url(str(base.join(link)))
        except (AddressRefused, httpx.InvalidURL, ValueError):
            continue
        if not _NO_PAGE.search(url.path):
            found.setdefault(str(url), url)
    return list(found.values())


def _targets(content: bytes) -> Iterable[str]:
    for match in _LINK.finditer(content):
        link = next(group for group in match.groups() if group is not None)
        yield link.decode("utf-8", errors="replace").replace("&amp;", "&").strip()
