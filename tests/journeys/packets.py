"""What an IP packet that wants to leave a machine says of whom it is for."""

from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

_TCP, _UDP, _ICMP6 = 6, 17, 58
_NAMES = {1: "icmp", 2: "igmp", _TCP: "tcp", _UDP: "udp", _ICMP6: "icmp6"}
_DNS = 53
_QUESTION_AT = 12
# What the kernel says by itself of neighbours, routers and groups (RFC 4861, RFC 3810).
_OF_THE_KERNEL = {*range(130, 138), 143}


class Attempt(NamedTuple):
    """Whom somebody tried to reach."""

    protocol: str
    address: str
    port: int
    """0 where the protocol has none."""
    name: str
    """What a DNS question asked for; else empty."""

    def __str__(self) -> str:
        asked = f" to look up {self.name}" if self.name else ""
        return f"{self.protocol} {self.address} port {self.port}{asked}"


def attempt_of(packet: bytes) -> Attempt | None:
    """Read one IP packet; ``None``: it is the kernel's own housekeeping, or no IP at all."""
    version = packet[0] >> 4 if packet else 0
    if version == 4 and len(packet) >= 20:
        protocol, address = packet[9], str(IPv4Address(packet[16:20]))
        body = packet[(packet[0] & 15) * 4 :]
    elif version == 6 and len(packet) >= 40:
        protocol, address = packet[6], str(IPv6Address(packet[24:40]))
        body = packet[40:]
        # Group memberships come behind a hop-by-hop header.
        if protocol == 0 and len(body) >= 8:
            protocol, body = body[0], body[(body[1] + 1) * 8 :]
    else:
        return None
    if protocol == _ICMP6 and body[:1] and body[0] in _OF_THE_KERNEL:
        return None
    port = int.from_bytes(body[2:4]) if protocol in (_TCP, _UDP) else 0
    name = _asked(body[8:]) if protocol == _UDP and port == _DNS else ""
    return Attempt(_NAMES.get(protocol, str(protocol)), address, port, name)


def _asked(question: bytes) -> str:
    """Return the name that a DNS message asks for."""
    labels, at = [], _QUESTION_AT
    while at < len(question) and question[at]:
        length = question[at]
        labels.append(question[at + 1 : at + 1 + length].decode("ascii", "replace"))
        at += 1 + length
    return ".".join(labels)
