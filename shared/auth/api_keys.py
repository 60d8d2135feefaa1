"""Keys of the API: 256 random bits behind a prefix; a hash of them is all that is stored."""

import hashlib
import secrets
from dataclasses import dataclass

from shared.domain.scopes import KEY_PREFIX

_SHOWN = len(KEY_PREFIX) + 6
_LONGEST = 128


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key: shown once, then known by its hash alone."""

    key: str
    prefix: str
    key_hash: bytes


def new_key() -> NewKey:
    """Make a key."""
    key = KEY_PREFIX + secrets.token_urlsafe(32)
    return NewKey(key, key[:_SHOWN], key_hash(key))


def is_key(token: str | None) -> bool:
    """Whether a bearer token is meant to be a key."""
    return token is not None and token.startswith(KEY_PREFIX)


def key_hash(key: str) -> bytes:
    """Return what is stored of a key: it is random, so nothing slow or salted is needed."""
    return hashlib.sha256(key[:_LONGEST].encode()).digest()
