"""Addresses of services, checked before a client library reads them.

Client libraries find a wrong address when they first connect, and some of them quote it, with the
password in it. What is said here names what is wrong and never quotes.
"""

import re
from collections.abc import Collection
from urllib.parse import SplitResult, urlsplit

_REDIS = frozenset({"redis", "rediss"})
_POSTGRES = frozenset({"postgresql", "postgres"})


def check_service_url(url: str, schemes: Collection[str]) -> None:
    """Check the address of a store or a broker.

    Raises:
        ValueError: the scheme is another, host, port or (PostgreSQL) something else of it cannot be
            read, or a Redis database is no number; the message is for people and does not quote the
            address.
    """
    if url.partition("://")[0] not in schemes:
        raise ValueError("must begin with " + " or ".join(f"{name}://" for name in schemes))
    try:
        parts = urlsplit(url)
        host = parts.hostname
        is_torn = parts.port is None and "@" in parts.path
    except ValueError:
        is_torn, host = True, None
    if is_torn:  # by a password with characters that end the host's part
        raise ValueError(
            "host and port cannot be read; write / : @ # ? in a password as %2F %3A %40 %23 %3F"
        )
    if parts.scheme == "unix":
        _require(parts.path, "names no socket file")
    elif not (parts.scheme in _POSTGRES and _has_host_option(parts)):
        _require(host, "names no host")
    if parts.scheme in _POSTGRES:
        _require(not re.search("%(?![0-9A-Fa-f]{2})", url), "write % in a password as %25")
        options = parts.query.split("&") if parts.query else []
        _require(all("=" in option for option in options), "an option after ? has no =")
    if parts.scheme in _REDIS:
        database = parts.path.strip("/")
        _require(not database or database.isdecimal(), "the database after the host is no number")


def _has_host_option(parts: SplitResult) -> bool:
    """Whether libpq's ``?host=/folder`` stands in for the host."""
    return any(option.startswith("host=") for option in parts.query.split("&"))


def _require(condition: object, sentence: str) -> None:
    if not condition:
        raise ValueError(sentence)
