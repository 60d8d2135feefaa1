"""Web origins, compared as what they are: a scheme, a host and a port.

A site lists the origins its widget may run on. Matching text would let
``https://example.com.evil.test`` pass for ``https://example.com``, so an origin is parsed once,
strictly, and compared field by field.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_LENGTH = 300
# Lower-case LDH labels or an IPv6 literal: browsers send IDN hosts as punycode and hosts in
# lower case, so anything else was not written by a browser.
_HOST = re.compile(
    r"^(?:(?!-)[a-z0-9_-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9_-]{1,63}(?<!-))*|\[[0-9a-f:.]+\])$"
)


class OriginError(ValueError):
    """The text is not a serialised web origin."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A scheme, a host and a port (RFC 6454, section 4)."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        """Serialise as a browser would: the default port is left out."""
        suffix = "" if _DEFAULT_PORTS[self.scheme] == self.port else f":{self.port}"
        return f"{self.scheme}://{self.host}{suffix}"


def parse_origin(text: str) -> Origin:
    """Parse a serialised origin such as ``https://example.com:8443``.

    Raises:
        OriginError: anything but ``scheme://host[:port]`` with http or https.
    """
    if len(text) > _MAX_LENGTH or not text.isascii() or any(mark in text for mark in "\\@?# ,"):
        raise OriginError("not a web origin")
    scheme, separator, authority = text.partition("://")
    if scheme not in _DEFAULT_PORTS or not separator or "/" in authority.removesuffix("/"):
        raise OriginError("not a web origin")
    if authority.endswith("/"):
        raise OriginError("an origin has no path")
    host, port = _split_authority(text)
    if not _HOST.match(host):
        raise OriginError("not a host name")
    return Origin(scheme, host, port or _DEFAULT_PORTS[scheme])


def _split_authority(text: str) -> tuple[str, int | None]:
    try:
        port = urlsplit(text).port
    except ValueError as error:
        raise OriginError("not a port") from error
    authority = text.partition("://")[2]
    host, colon, digits = authority.rpartition(":")
    if authority.endswith("]") or not colon:
        return authority, None
    if not re.fullmatch(r"[1-9][0-9]{0,4}", digits) or port is None:
        raise OriginError("not a port")
    return host, port
