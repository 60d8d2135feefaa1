"""Secrets that lie in the database and are read back: sealed, with a key made of ``SECRET_KEY``.

Fernet is AES-128-CBC under an HMAC. What it is about is sealed in with it, so that nobody who can
write to a table can put one person's secret in the place of another's.
"""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

SECOND_FACTOR = "two-factor"
"""What operators' secrets of the second factor are sealed for."""


class SealBroken(Exception):
    """Sealed with another ``SECRET_KEY``, about something else, or changed since."""


class Sealer:
    """Seals and opens the secrets of one purpose."""

    def __init__(self, secret: str, purpose: str, previous: str | None = None) -> None:
        """Derive the key of ``purpose``; what one of ``previous`` has sealed is opened, too."""
        self._newest = _fernet(secret, purpose)
        older = [_fernet(previous, purpose)] if previous else []
        self._fernet = MultiFernet([self._newest, *older])

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

    def renewed(self, about: str, sealed: bytes) -> bytes:
        """Return a secret sealed with the newest key: as it is, where it was already.

        Raises:
            SealBroken: it cannot be read.
        """
        secret = self.open(about, sealed)
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return self.seal(about, secret)
        return sealed


def _fernet(secret: str, purpose: str) -> Fernet:
    key = hmac.digest(secret.encode(), f"otvet {purpose} v1".encode(), hashlib.sha256)
    return Fernet(base64.urlsafe_b64encode(key))
