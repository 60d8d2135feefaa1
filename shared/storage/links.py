"""Single-use links: invitations, and links that set a new password. Only hashes are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

from shared.domain.words import Locale, Role

_MOST = 200
_INVITATION = """
SELECT i.id, i.email, i.role, i.locale, i.created_at, i.expires_at, o.name AS invited_by,
       ARRAY(SELECT site_id FROM invitation_sites m WHERE m.invitation_id = i.id) AS sites
FROM invitations i JOIN operators o ON o.id = i.invited_by
WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL AND {condition}
"""
# Whoever sees an invitation could have made it: all of its sites are theirs.
_OURS = """
NOT EXISTS (SELECT FROM invitation_sites m
            WHERE m.invitation_id = i.id AND NOT m.site_id = ANY(%(sites)s))
AND EXISTS (SELECT FROM invitation_sites m WHERE m.invitation_id = i.id)
"""
_LIST = f"{_OURS} ORDER BY i.created_at DESC, i.id DESC LIMIT {_MOST}"
_ONE = f"i.id = %(invitation_id)s AND {_OURS}"
_BY_LINK = "i.token_hash = %(token_hash)s AND i.expires_at > now() FOR UPDATE OF i"
_ADD = """
INSERT INTO invitations (id, email, role, locale, token_hash, invited_by, expires_at)
VALUES (%(id)s, %(email)s, %(role)s, %(locale)s, %(token_hash)s, %(invited_by)s, %(expires_at)s)
"""
_ADD_SITES = """
INSERT INTO invitation_sites (invitation_id, site_id) SELECT %(id)s, unnest(%(sites)s::uuid[])
"""
_RENEW = """
UPDATE invitations SET token_hash = %(token_hash)s, expires_at = %(expires_at)s WHERE id = %(id)s
"""
_REVOKE = "UPDATE invitations SET revoked_at = now() WHERE id = %(id)s"
_REPLACE = """
UPDATE invitations i SET revoked_at = now()
WHERE i.accepted_at IS NULL AND i.revoked_at IS NULL
  AND lower(i.email) = lower(%(email)s) AND {condition}
"""
_REVOKE_OF = """
UPDATE invitations SET revoked_at = now()
WHERE accepted_at IS NULL AND revoked_at IS NULL AND invited_by = %(id)s
"""
_ACCEPT = "UPDATE invitations SET accepted_at = now() WHERE id = %(id)s"
_ADD_RESET = """
INSERT INTO password_links (token_hash, operator_id, expires_at)
VALUES (%(token_hash)s, %(operator_id)s, %(expires_at)s)
"""
_RESET = """
SELECT operator_id, expires_at FROM password_links
WHERE token_hash = %(token_hash)s AND used_at IS NULL AND expires_at > now() FOR UPDATE
"""
_USE_RESET = """
UPDATE password_links SET used_at = now() WHERE operator_id = %(operator_id)s AND used_at IS NULL
"""
_DELETE_OLD = (
    "DELETE FROM password_links WHERE expires_at < %(before)s",
    "DELETE FROM invitations WHERE expires_at < %(before)s",
)


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation that was neither accepted nor revoked; it may have expired."""

    id: UUID
    email: str
    role: Role
    locale: Locale
    created_at: datetime
    expires_at: datetime
    invited_by: str
    sites: list[UUID]

    def __post_init__(self) -> None:
        """Turn text from the database into members of the closed sets."""
        object.__setattr__(self, "role", Role(self.role))
        object.__setattr__(self, "locale", Locale(self.locale))


async def list_invitations(
    connection: AsyncConnection[Any], sites: Sequence[UUID]
) -> list[Invitation]:
    """Return open invitations to some of ``sites`` and to no other, newest first."""
    cursor = connection.cursor(row_factory=class_row(Invitation))
    await cursor.execute(_INVITATION.format(condition=_LIST), {"sites": list(sites)})
    return await cursor.fetchall()


async def invitation_by_id(
    connection: AsyncConnection[Any], invitation_id: UUID, sites: Sequence[UUID]
) -> Invitation | None:
    """Return an open invitation to some of ``sites`` and to no other."""
    cursor = connection.cursor(row_factory=class_row(Invitation))
    values = {"invitation_id": invitation_id, "sites": list(sites)}
    await cursor.execute(_INVITATION.format(condition=_ONE), values)
    return await cursor.fetchone()


async def invitation_by_token(
    connection: AsyncConnection[Any], token_hash: bytes
) -> Invitation | None:
    """Return the invitation of a link that is still good, and lock it."""
    cursor = connection.cursor(row_factory=class_row(Invitation))
    await cursor.execute(_INVITATION.format(condition=_BY_LINK), {"token_hash": token_hash})
    return await cursor.fetchone()


async def add_invitation(
    connection: AsyncConnection[Any],
    *,
    invitation_id: UUID,
    email: str,
    role: Role,
    locale: Locale,
    sites: Sequence[UUID],
    invited_by: UUID,
    token_hash: bytes,
    expires_at: datetime,
    ours: Sequence[UUID],
) -> None:
    """Keep an invitation; an open one to the same address, of sites within ``ours``, ends."""
    await connection.execute(
        _REPLACE.format(condition=_OURS), {"email": email, "sites": list(ours)}
    )
    values = {
        "id": invitation_id,
        "email": email,
        "role": role,
        "locale": locale,
        "token_hash": token_hash,
        "invited_by": invited_by,
        "expires_at": expires_at,
        "sites": list(sites),
    }
    await connection.execute(_ADD, values)
    await connection.execute(_ADD_SITES, values)


async def renew_invitation(
    connection: AsyncConnection[Any], invitation_id: UUID, token_hash: bytes, expires_at: datetime
) -> None:
    """Put a new link in the place of the one that was given out."""
    values = {"id": invitation_id, "token_hash": token_hash, "expires_at": expires_at}
    await connection.execute(_RENEW, values)


async def revoke_invitation(connection: AsyncConnection[Any], invitation_id: UUID) -> None:
    """Make an invitation worthless."""
    await connection.execute(_REVOKE, {"id": invitation_id})


async def revoke_invitations_of(connection: AsyncConnection[Any], operator_id: UUID) -> None:
    """Make worthless what somebody gave out who may not any more."""
    await connection.execute(_REVOKE_OF, {"id": operator_id})


async def accept_invitation(connection: AsyncConnection[Any], invitation_id: UUID) -> None:
    """Use an invitation up."""
    await connection.execute(_ACCEPT, {"id": invitation_id})


async def add_password_link(
    connection: AsyncConnection[Any], operator_id: UUID, token_hash: bytes, expires_at: datetime
) -> None:
    """Keep a link for a new password; earlier ones of the same operator end."""
    values = {"operator_id": operator_id, "token_hash": token_hash, "expires_at": expires_at}
    await connection.execute(_USE_RESET, values)
    await connection.execute(_ADD_RESET, values)


async def password_link(
    connection: AsyncConnection[Any], token_hash: bytes
) -> tuple[UUID, datetime] | None:
    """Return whose password a good link sets and until when, and lock it."""
    cursor = await connection.execute(_RESET, {"token_hash": token_hash})
    row = await cursor.fetchone()
    return (row[0], row[1]) if row else None


async def use_password_links(connection: AsyncConnection[Any], operator_id: UUID) -> None:
    """Use up all links of an operator."""
    await connection.execute(_USE_RESET, {"operator_id": operator_id})


def delete_old_links(connection: Connection[Any], before: datetime) -> int:
    """Delete links that expired ``before`` that moment; returns how many."""
    return sum(connection.execute(sql, {"before": before}).rowcount for sql in _DELETE_OLD)
