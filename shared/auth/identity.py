"""Identity tokens: a site's own server says who the visitor is.

The site signs a JWT with a secret that it was shown once, or with a key of its own, whose public
half it has set (``identity_keys``). The secret is derived from the installation's ``SECRET_KEY``
and a salt kept with the site, so a copy of the database signs nothing. What a token says of its
algorithm only picks the keys that are made for it: each is tried with its own algorithm and no
other. The audience is fixed here: a token that the site signs for something else of its own is no
identity.
"""

import base64
import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import jwt

from shared.auth.identity_keys import PublicKey, usable
from shared.domain.identity import (
    AttributeValue,
    Identity,
    IdentityKey,
    IdentitySalt,
    SignatureAlgorithm,
)
from shared.kernel.errors import ErrorCode, Forbidden
from shared.kernel.text import clean

AUDIENCE = "otvet"
LONGEST = timedelta(hours=24)
"""From now to ``exp``: a token that lies about must not open a conversation for ever."""
MAX_LENGTH = 4_096
_SECRET_ALGORITHM = "HS256"  # noqa: S105 (its name)
_LEEWAY = timedelta(seconds=60)
"""Clocks of two servers are never the same."""
_MOST_ATTRIBUTES = 20
_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,39}")
_EMAIL = re.compile(r"[^@\s,;<>]{1,64}@[^@\s.,;<>]+(\.[^@\s.,;<>]+)+")
_UNREADABLE = (KeyError, ValueError, AttributeError, TypeError, ArithmeticError, RecursionError)


class IdentitySecrets:
    """Makes the secrets of sites, and reads what was signed with them."""

    def __init__(self, secret_key: str, previous: str | None = None) -> None:
        """Derive from the installation's key; secrets of the one before are good, too."""
        self._keys = [_key(secret_key), *([_key(previous)] if previous else [])]

    def secret(self, site_id: UUID, salt: IdentitySalt) -> str:
        """Return the secret of a salt: what the site's server signs with."""
        return _secret(self._keys[0], site_id, salt)

    def read(
        self,
        token: str,
        site_id: UUID,
        salts: Iterable[IdentitySalt],
        now: datetime,
        keys: Iterable[IdentityKey] = (),
    ) -> Identity:
        """Return who a token is about.

        Raises:
            Forbidden: it is not signed for this site, has expired, or says what cannot be used;
                ``detail`` names the first thing found.
        """
        if not 0 < len(token) <= MAX_LENGTH or not token.isascii():
            raise _refused("not a token")
        algorithm, kid = _header(token)
        secrets_or_keys: Sequence[str | PublicKey]
        if algorithm == _SECRET_ALGORITHM:
            secrets_or_keys = [
                _secret(key, site_id, salt)
                for salt in salts
                if salt.is_valid(now)
                for key in self._keys
            ]
            if not secrets_or_keys:
                raise _refused("the site has no identity secret")
        else:
            secrets_or_keys = usable(keys, SignatureAlgorithm(algorithm), kid)
            if not secrets_or_keys:
                raise _refused(f"the site has no key for {algorithm} with this kid, or without")
        for one in secrets_or_keys:
            try:
                return _identity(_claims(token, one, algorithm, now))
            except jwt.InvalidSignatureError:
                continue
        raise _refused("signed with another secret or key")


def _key(secret_key: str) -> bytes:
    return hmac.digest(secret_key.encode(), b"otvet identity v1", hashlib.sha256)


def _secret(key: bytes, site_id: UUID, salt: IdentitySalt) -> str:
    digest = hmac.digest(key, f"{site_id}:{salt.salt}".encode(), hashlib.sha256)
    return "otvet_" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def new_salt(now: datetime) -> IdentitySalt:
    """Return 256 random bits to derive a secret from."""
    return IdentitySalt(secrets.token_hex(4), secrets.token_urlsafe(32), now)


def _header(token: str) -> tuple[str, str | None]:
    """Return which keys a token asks for; it says nothing else that is believed."""
    try:
        header = jwt.get_unverified_header(token)
    except (jwt.InvalidTokenError, *_UNREADABLE) as error:
        raise _refused(str(error)[:100] or type(error).__name__) from error
    algorithm, kid = header.get("alg"), header.get("kid")
    if not isinstance(algorithm, str) or algorithm not in (_SECRET_ALGORITHM, *SignatureAlgorithm):
        raise _refused("alg is none of HS256, RS256 and ES256")
    return algorithm, kid


def _claims(token: str, key: str | PublicKey, algorithm: str, now: datetime) -> dict[str, Any]:
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[algorithm],
            audience=AUDIENCE,
            leeway=_LEEWAY,
            options={"require": ["aud", "exp", "sub"], "strict_aud": True},
        )
        lasts = int(claims["exp"]) - now.timestamp()
    except jwt.InvalidSignatureError:
        raise
    except jwt.ExpiredSignatureError as error:
        raise Forbidden(ErrorCode.IDENTITY_EXPIRED) from error
    except (jwt.InvalidTokenError, *_UNREADABLE) as error:
        raise _refused(str(error)[:100] or type(error).__name__) from error
    if lasts > (LONGEST + _LEEWAY).total_seconds():
        raise _refused("exp is more than 24 hours away")
    return claims


def _identity(claims: dict[str, Any]) -> Identity:
    return Identity(
        external_id=_text(claims, "sub", 200) or _missing("sub"),
        name=_text(claims, "name", 100),
        email=_email(claims),
        attributes=_attributes(claims.get("attributes", {})),
    )


def _text(claims: dict[str, Any], name: str, most: int) -> str | None:
    value = claims.get(name)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) > most:
        raise _refused(f"{name} is no text of at most {most} characters")
    if name == "sub" and value != clean(value):
        raise _refused("sub has blanks around it or control characters")
    return " ".join(clean(value).split()) or None


def _missing(name: str) -> str:
    raise _refused(f"{name} is empty")


def _email(claims: dict[str, Any]) -> str | None:
    email = _text(claims, "email", 254)
    if email is not None and not _EMAIL.fullmatch(email):
        raise _refused("email is no address")
    return email


def _attributes(value: object) -> dict[str, AttributeValue]:
    if not isinstance(value, dict) or len(value) > _MOST_ATTRIBUTES:
        raise _refused(f"attributes is no object of at most {_MOST_ATTRIBUTES} keys")
    return {key: _attribute(key, item) for key, item in value.items() if item is not None}


def _attribute(key: str, value: object) -> AttributeValue:
    if not _KEY.fullmatch(key):
        raise _refused("an attribute's name is not of its alphabet")
    if isinstance(value, str):
        if len(value) > 200:
            raise _refused(f"attributes.{key} is longer than 200 characters")
        return " ".join(clean(value).split())
    # Neither does JSON know NaN nor any column.
    if not isinstance(value, bool | int | float) or not abs(value) <= 2**53:
        raise _refused(f"attributes.{key} is neither text nor a number nor a truth")
    return value


def _refused(why: str) -> Forbidden:
    return Forbidden(ErrorCode.IDENTITY_INVALID, detail=why)
