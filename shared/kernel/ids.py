"""UUIDv7 identifiers, sortable by the time they were minted, and the public keys of sites."""

import hashlib
import os
import secrets
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last_ms = 0
_sequence = 0


def uuid7() -> UUID:
    """Mint a UUIDv7 that sorts after every earlier one of this process.

    Layout: RFC 9562 section 5.7, with ``rand_a`` used as the 12-bit counter of its section
    6.2 method 1, so that ids minted within one millisecond keep their order.
    """
    global _last_ms, _sequence  # noqa: PLW0603 (the clock of this process)
    with _lock:
        now_ms = time.time_ns() // 1_000_000
        if now_ms > _last_ms:
            _last_ms, _sequence = now_ms, int.from_bytes(os.urandom(1)) & 0x7F
        else:
            _sequence += 1
            if _sequence > 0xFFF:
                _last_ms, _sequence = _last_ms + 1, 0
        stamp, sequence = _last_ms, _sequence
    random_tail = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    return UUID(int=stamp << 80 | 0x7 << 76 | sequence << 64 | 0b10 << 62 | random_tail)


def derived_id(*parts: object) -> UUID:
    """Return the id that follows from ``parts``: the same for the same.

    UUIDv8: the layout for ids that are made from something else (RFC 9562, section 5.8).
    """
    digest = hashlib.sha256(":".join(map(str, parts)).encode()).digest()
    value = int.from_bytes(digest[:16]) & ~(0xF << 76) & ~(0b11 << 62)
    return UUID(int=value | 0x8 << 76 | 0b10 << 62)


def new_site_key(prefix: str = "site") -> str:
    """Mint a public key of a site; ``prefix`` is the old one's beginning, for people to know it."""
    return f"{prefix[:20]}-{secrets.token_urlsafe(12)}"
