"""Signed tokens: a visitor's key to one conversation, an operator's access, tickets to it.

HS256 with a key derived for each audience from ``SECRET_KEY``, so that a token of one kind can
never pass for the other. The algorithm is fixed by the verifier, never read from the token.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import jwt

from shared.domain.words import Role
from shared.kernel.errors import ErrorCode, NotAuthenticated

_ISSUER = "otvet"
_ALGORITHM = "HS256"
_MAX_LENGTH = 4_096
# What claims of a wrong type or size raise when they are read.
_UNREADABLE = (KeyError, ValueError, AttributeError, TypeError, ArithmeticError)
_REQUIRED = ["iss", "aud", "sub", "exp", "iat", "typ"]


@dataclass(frozen=True, slots=True)
class VisitorClaims:
    """Whose conversation a visitor's token opens."""

    visitor_id: UUID
    site_id: UUID
    conversation_id: UUID
    is_known: bool = False
    """It was given to somebody whom the site has vouched for."""
    expires_at: datetime | None = field(default=None, compare=False)
    """When it ends, of one that was read."""


@dataclass(frozen=True, slots=True)
class OperatorClaims:
    """Who an operator is, and in which sign-in."""

    operator_id: UUID
    session_id: UUID
    role: Role
    expires_at: datetime


class Ticket(StrEnum):
    """What somebody whose password was right may do next, and nothing else."""

    CODE = "two-factor-code"
    SETUP = "two-factor-setup"


TICKET_TTL = timedelta(minutes=10)


class Tokens:
    """Issues and verifies all kinds."""

    def __init__(
        self,
        secret: str,
        visitor_ttl: timedelta,
        access_ttl: timedelta,
        previous: str | None = None,
    ) -> None:
        """Derive the keys from ``secret``; what ``previous`` has signed is verified, too."""
        self._keys = _keys(secret)
        self._previous = _keys(previous) if previous else None
        self.visitor_ttl = visitor_ttl
        self.access_ttl = access_ttl

    def for_visitor(
        self, claims: VisitorClaims, now: datetime, ttl: timedelta | None = None
    ) -> str:
        """Issue a token that opens one conversation; for ``ttl``, if not for the usual time."""
        return self._issue(
            "visitor",
            now,
            ttl or self.visitor_ttl,
            sub=str(claims.visitor_id),
            site=str(claims.site_id),
            conv=str(claims.conversation_id),
            **({"known": "1"} if claims.is_known else {}),
        )

    def for_operator(self, operator_id: UUID, session_id: UUID, role: Role, now: datetime) -> str:
        """Issue a short-lived access token of a sign-in."""
        return self._issue(
            "operator", now, self.access_ttl, sub=str(operator_id), sid=str(session_id), role=role
        )

    def visitor(self, token: str) -> VisitorClaims:
        """Verify a visitor's token.

        Raises:
            NotAuthenticated: it is not one of ours, not for visitors, or has expired.
        """
        claims = self._verify("visitor", token)
        try:
            return VisitorClaims(
                UUID(claims["sub"]),
                UUID(claims["site"]),
                UUID(claims["conv"]),
                claims.get("known") == "1",
                datetime.fromtimestamp(claims["exp"], tz=UTC),
            )
        except (*_UNREADABLE, OSError) as error:  # OSError: a time beyond the calendar
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID) from error

    def operator(self, token: str) -> OperatorClaims:
        """Verify an operator's access token.

        Raises:
            NotAuthenticated: it is not one of ours, not for operators, or has expired.
        """
        claims = self._verify("operator", token)
        try:
            return OperatorClaims(
                UUID(claims["sub"]),
                UUID(claims["sid"]),
                Role(claims["role"]),
                datetime.fromtimestamp(claims["exp"], tz=UTC),
            )
        except (*_UNREADABLE, OSError) as error:  # OSError: a time beyond the calendar
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID) from error

    def for_ticket(self, kind: Ticket, operator_id: UUID, password_hash: str, now: datetime) -> str:
        """Issue a ticket for the second step of a sign-in; a new password makes it worthless."""
        return self._issue(kind, now, TICKET_TTL, sub=str(operator_id), pwd=_mark(password_hash))

    def ticket(self, kind: Ticket, token: str) -> tuple[UUID, str]:
        """Verify a ticket; returns whose it is, and the mark that ``is_of`` compares.

        Raises:
            NotAuthenticated: it is not one of ours, of another kind, or has expired.
        """
        claims = self._verify(kind, token)
        try:
            return UUID(claims["sub"]), str(claims["pwd"])
        except _UNREADABLE as error:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID) from error

    def _issue(self, audience: str, now: datetime, ttl: timedelta, **claims: str) -> str:
        return jwt.encode(
            {
                "iss": _ISSUER,
                "aud": audience,
                "typ": audience,
                "iat": int(now.timestamp()),
                "exp": int((now + ttl).timestamp()),
                "jti": secrets.token_urlsafe(16),
                **claims,
            },
            self._keys[audience],
            algorithm=_ALGORITHM,
        )

    def _verify(self, audience: str, token: str) -> dict[str, Any]:
        if not token:
            raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
        if not isinstance(token, str) or len(token) > _MAX_LENGTH:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        try:
            claims = self._decoded(audience, token)
        except jwt.ExpiredSignatureError as error:
            raise NotAuthenticated(ErrorCode.TOKEN_EXPIRED) from error
        except (jwt.InvalidTokenError, RecursionError, *_UNREADABLE) as error:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID) from error
        if claims["typ"] != audience:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        return claims

    def _decoded(self, audience: str, token: str) -> dict[str, Any]:
        try:
            return _decode(audience, token, self._keys[audience])
        except jwt.InvalidSignatureError:
            if self._previous is None:
                raise
        return _decode(audience, token, self._previous[audience])


def _keys(secret: str) -> dict[str, bytes]:
    return {
        audience: hmac.digest(secret.encode(), f"otvet {audience} v1".encode(), hashlib.sha256)
        for audience in ("visitor", "operator", *Ticket)
    }


def _decode(audience: str, token: str, key: bytes) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(
        token,
        key,
        algorithms=[_ALGORITHM],
        audience=audience,
        issuer=_ISSUER,
        options={"require": _REQUIRED},
    )
    return claims


def is_of(mark: str, password_hash: str) -> bool:
    """Whether a ticket's mark was made while this was the operator's password."""
    return hmac.compare_digest(mark.encode(), _mark(password_hash).encode())


def _mark(password_hash: str) -> str:
    return hashlib.sha256(password_hash.encode()).hexdigest()[:32]


def new_refresh_token() -> str:
    """Return 256 random bits, for the refresh cookie or a link."""
    return secrets.token_urlsafe(32)


def refresh_hash(token: str) -> bytes:
    """Return what is stored of such a token: a hash is enough, for it is random."""
    return hashlib.sha256(token.encode()).digest()
