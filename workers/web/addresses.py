"""Names to network addresses. Only public ones are ever connected to.

A name is resolved once, every address it has is checked, and the connection goes to the one that
was checked: between a look and a second one the answer of a DNS may change (rebinding). Numbers
in other forms (``2130706433``, ``0x7f.1``) are resolved like names, so what they mean is checked.

The system's resolver has no time limit and cannot be interrupted, so it is asked in a thread that
is left behind when the time is over.
"""

import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Sequence

from shared.domain.documents import DocumentTrouble
from workers.web.errors import AddressRefused, Unreachable

Resolver = Callable[[str, int], Sequence[str]]

_LONGEST = 10.0
"""Seconds for a name, where the caller has no closer limit."""
_MOST_LOOKUPS = 8
"""At once in a process, those that were left behind among them."""
_lookups = threading.BoundedSemaphore(_MOST_LOOKUPS)

_IPV6_PUBLIC = ipaddress.ip_network("2000::/3")
# Forms that carry an IPv4 address to somebody who unpacks it: Teredo, 6to4; documentation.
_IPV6_REFUSED = [
    ipaddress.ip_network(text) for text in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
]
# Python calls them global: protocol assignments, where one cloud has its metadata; and the address
# at which another answers the machines it hosts.
_IPV4_REFUSED = [ipaddress.ip_network(text) for text in ("192.0.0.0/24", "168.63.129.16/32")]


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses of a host as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an address is of the internet and not of this machine or a network around it."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        if parsed.ipv4_mapped is not None:
            return is_public(str(parsed.ipv4_mapped))
        return parsed in _IPV6_PUBLIC and not any(parsed in net for net in _IPV6_REFUSED)
    is_special = parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified
    is_refused = any(parsed in net for net in _IPV4_REFUSED)
    return parsed.is_global and not (is_special or is_refused)


class AddressBook:
    """Returns the address to connect to, or refuses."""

    def __init__(
        self,
        resolver: Resolver = resolve,
        allows: Callable[[str], bool] = is_public,
        ports: Sequence[int] = (80, 443),
    ) -> None:
        """Resolve with ``resolver``; ``allows`` and ``ports`` say what may be connected to."""
        self._resolver = resolver
        self._allows = allows
        self._ports = frozenset(ports)

    def address(self, host: str, port: int, seconds: float = _LONGEST) -> str:
        """Return a checked address of ``host``, within ``seconds``.

        Raises:
            AddressRefused: the port is not one of the web, or one of its addresses is private.
            Unreachable: nobody knows the host, or DNS is too slow.
        """
        if port not in self._ports:
            raise AddressRefused(DocumentTrouble.URL_REFUSED, f"port {port}")
        found = _Lookup(self._resolver, host.strip("[]"), port).result(seconds)
        if not found:
            raise Unreachable(DocumentTrouble.HOST_UNKNOWN, host)
        # One private address among public ones is a trap, or a mistake that helps nobody.
        if not all(self._allows(address) for address in found):
            raise AddressRefused(DocumentTrouble.ADDRESS_PRIVATE, host)
        return min(found, key=lambda address: ":" in address)  # an old network knows IPv4 alone


class _Lookup:
    """One question to the resolver, in a thread of its own."""

    def __init__(self, resolver: Resolver, host: str, port: int) -> None:
        self._resolver = resolver
        self._host = host
        self._port = port
        self._found: Sequence[str] = ()
        self._failure: Exception | None = None
        # A daemon: a name server that never answers must not keep the process from ending.
        self._thread = threading.Thread(target=self._run, name="lookup", daemon=True)

    def result(self, seconds: float) -> Sequence[str]:
        """Return the addresses, at most ``seconds`` later.

        Raises:
            Unreachable: nobody knows the host, or DNS is too slow.
        """
        until = time.monotonic() + seconds
        if not _lookups.acquire(timeout=max(0.0, seconds)):
            raise Unreachable(DocumentTrouble.SITE_UNREACHABLE, "DNS: too many lookups")
        self._thread.start()
        self._thread.join(max(0.0, until - time.monotonic()))
        if self._thread.is_alive():
            raise Unreachable(DocumentTrouble.SITE_UNREACHABLE, f"DNS: {self._host}")
        if isinstance(self._failure, OSError | UnicodeError):
            raise Unreachable(DocumentTrouble.HOST_UNKNOWN, self._host) from self._failure
        if self._failure is not None:
            raise self._failure
        return self._found

    def _run(self) -> None:
        try:
            self._found = self._resolver(self._host, self._port)
        except Exception as error:  # noqa: BLE001 (raised again where the answer is waited for)
            self._failure = error
        finally:
            _lookups.release()
