"""Sign-ins as people see them: which there are, and how they end."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_LIST = """
SELECT id, user_agent, address, created_at, used_at, expires_at FROM operator_sessions
WHERE operator_id = %(operator_id)s AND revoked_at IS NULL AND expires_at > now()
ORDER BY used_at DESC, id LIMIT 100
"""
_IDS = """
SELECT id FROM operator_sessions
WHERE operator_id = %(operator_id)s AND revoked_at IS NULL AND expires_at > now()
"""
_REVOKE = """
UPDATE operator_sessions SET revoked_at = now()
WHERE operator_id = %(operator_id)s AND revoked_at IS NULL AND expires_at > now()
  AND (%(only)s::uuid[] IS NULL OR id = ANY(%(only)s))
  AND id IS DISTINCT FROM %(keep)s
RETURNING id
"""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A sign-in that is still good."""

    id: UUID
    user_agent: str
    address: str
    created_at: datetime
    used_at: datetime
    expires_at: datetime


async def list_sign_ins(connection: AsyncConnection[Any], operator_id: UUID) -> list[SignIn]:
    """Return an operator's open sign-ins, last used first."""
    cursor = connection.cursor(row_factory=class_row(SignIn))
    await cursor.execute(_LIST, {"operator_id": operator_id})
    return await cursor.fetchall()


async def sign_in_ids(connection: AsyncConnection[Any], operator_id: UUID) -> list[UUID]:
    """Return the ids of all open sign-ins of an operator."""
    cursor = await connection.execute(_IDS, {"operator_id": operator_id})
    return [row[0] for row in await cursor.fetchall()]


async def revoke_sign_ins(
    connection: AsyncConnection[Any],
    operator_id: UUID,
    *,
    only: Sequence[UUID] | None = None,
    keep: UUID | None = None,
) -> list[UUID]:
    """End an operator's sign-ins: all of them, ``only`` some, or all but one; returns which."""
    values = {"operator_id": operator_id, "only": only and list(only), "keep": keep}
    cursor = await connection.execute(_REVOKE, values)
    return [row[0] for row in await cursor.fetchall()]
