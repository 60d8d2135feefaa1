"""Names to network addresses. Only public ones are ever connected to.

A name is resolved once, every address it has is checked, and the connection goes to the one that
was checked: between a look and a second one the answer of a DNS may change (rebinding). Numbers
in other forms (``2130706433``, ``0x7f.1``) are resolved like names, so what they mean is checked.
"""

import ipaddress
import socket
from collections.abc import Callable, Sequence

from shared.domain.documents import DocumentTrouble
from workers.web.errors import AddressRefused, Unreachable

Resolver = Callable[[str, int], Sequence[str]]

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

    def address(self, host: str, port: int) -> str:
        """Return a checked address of ``host``.

        Raises:
            AddressRefused: the port is not one of the web, or one of its addresses is private.
            Unreachable: nobody knows the host.
        """
        if port not in self._ports:
            raise AddressRefused(DocumentTrouble.URL_REFUSED, f"port {port}")
        try:
            found = self._resolver(host.strip("[]"), port)
        except (OSError, UnicodeError) as error:
            raise Unreachable(DocumentTrouble.HOST_UNKNOWN, host) from error
        if not found:
            raise Unreachable(DocumentTrouble.HOST_UNKNOWN, host)
        # One private address among public ones is a trap, or a mistake that helps nobody.
        if not all(self._allows(address) for address in found):
            raise AddressRefused(DocumentTrouble.ADDRESS_PRIVATE, host)
        return min(found, key=lambda address: ":" in address)  # an old network knows IPv4 alone
