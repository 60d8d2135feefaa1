"""Secrets that lie in the database and are read back: sealed, with a key made of ``SECRET_KEY``.

Fernet is AES-128-CBC under an HMAC. What it is about is sealed in with it, so that nobody who can
write to a table can put one person's secret in the place of another's.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken


class SealBroken(Exception):
    """Sealed with another ``SECRET_KEY``, about something else, or changed since."""


class Sealer:
    """Seals and opens the secrets of one purpose."""

    def __init__(self, secret: str, purpose: str) -> None:
        """Derive the key of ``purpose`` from ``secret``."""
        key = hmac.digest(secret.encode(), f"otvet {purpose} v1".encode(), hashlib.sha256)
        self._fernet = Fernet(base64.urlsafe_b64encode(key))

    def seal(self, about: str, secret: str) -> bytes:
        """Return ``secret`` as nobody without the key can read it."""
        return self._fernet.encrypt(f"{about}\n{secret}".encode())

    def open(self, about: str, sealed: bytes) -> str:
        """Return the secret.

        Raises:
            SealBroken: it cannot be read any more; only making a new one helps.
        """
        try:
            found, _, secret = self._fernet.decrypt(sealed).decode().partition("\n")
        except InvalidToken as error:
            raise SealBroken from error
        if found != about:
            raise SealBroken
        return secret
