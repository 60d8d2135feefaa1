"""Web origins, compared as what they are: a scheme, a host and a port.

A site lists the origins its widget may run on. Matching text would let
``https://example.com.evil.test`` pass for ``https://example.com``, so an origin is parsed once,
strictly, and compared field by field. A wildcard, ``https://*.example.com``, stands for every host
with one or more labels before ``.example.com``, with this scheme and port; never for
``example.com`` itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_LENGTH = 300
_LOOPBACK = {"127.0.0.1": "localhost", "localhost": "127.0.0.1"}
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


def with_other_name(origin: Origin) -> tuple[Origin, ...]:
    """Return an origin, and with it the same address by this machine's other name if it has one."""
    other = _LOOPBACK.get(origin.host)
    return (origin,) if other is None else (origin, replace(origin, host=other))


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


@dataclass(frozen=True, slots=True)
class AllowedOrigins:
    """A list of origins, some of them for all their subdomains."""

    exact: frozenset[Origin] = frozenset()
    parents: frozenset[Origin] = frozenset()
    """Of wildcards, without the ``*.``."""

    def __contains__(self, origin: object) -> bool:
        """Whether a page of ``origin`` is on the list."""
        if not isinstance(origin, Origin):
            return False
        return origin in self.exact or (bool(self.parents) and self._is_below(origin))

    def _is_below(self, origin: Origin) -> bool:
        host = origin.host
        # A literal address has no subdomains, and its last number is no domain.
        while not is_address(origin.host) and (host := host.partition(".")[2]):
            if Origin(origin.scheme, host, origin.port) in self.parents:
                return True
        return False

    def texts(self) -> list[str]:
        """Serialise the list, sorted; what is for subdomains as wildcards."""
        wildcards = (str(parent).replace("://", "://*.", 1) for parent in self.parents)
        return sorted([*map(str, self.exact), *wildcards])

    @classmethod
    def of(cls, origins: Iterable[Origin], parents: Iterable[Origin] = ()) -> "AllowedOrigins":
        """Make the list."""
        return cls(frozenset(origins), frozenset(parents))


def parse_wildcard(text: str) -> Origin | None:
    """Return what stands below the ``*.`` of a wildcard; None when the text has none.

    Raises:
        OriginError: a star elsewhere, or one that stands for subdomains of an address.
    """
    scheme, separator, rest = text.partition("://")
    if not rest.startswith("*."):
        return None
    parent = parse_origin(f"{scheme}{separator}{rest.removeprefix('*.')}")
    if is_address(parent.host):
        raise OriginError("an address has no subdomains")
    return parent


def is_address(host: str) -> bool:
    """Whether the host is a literal IP address: no name ends in a number."""
    return host.startswith("[") or host.rpartition(".")[2].isdigit()
