"""Canned replies."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.contracts.replies import Reply, ReplyPut
from shared.kernel.errors import Conflict, ErrorCode

_REPLY = "SELECT id, site_id, shortcut, title, texts, updated_at FROM replies"
_LIST = """
SELECT id, site_id, shortcut, title, texts, updated_at FROM replies
WHERE (site_id = ANY(%(sites)s) OR operator_id = %(operator_id)s)
  AND (%(after)s::uuid IS NULL OR (lower(shortcut), id) > (
      SELECT lower(shortcut), id FROM replies WHERE id = %(after)s))
ORDER BY lower(shortcut), id LIMIT %(limit)s
"""
# Of the same owner alone: somebody else's id is neither found nor overwritten.
_OWNED = """
WHERE replies.site_id IS NOT DISTINCT FROM %(site_id)s
  AND replies.operator_id IS NOT DISTINCT FROM %(operator_id)s
"""
_HELD = _REPLY + _OWNED + "AND id = %(id)s FOR UPDATE"
_COUNT = f"SELECT count(*) FROM replies {_OWNED}"  # noqa: S608 (a constant)
_PUT = (
    """
INSERT INTO replies (id, site_id, operator_id, shortcut, title, texts)
VALUES (%(id)s, %(site_id)s, %(operator_id)s, %(shortcut)s, %(title)s, %(texts)s)
ON CONFLICT (id) DO UPDATE SET shortcut = EXCLUDED.shortcut, title = EXCLUDED.title,
    texts = EXCLUDED.texts, updated_at = now()
"""
    + _OWNED
    + "RETURNING id, site_id, shortcut, title, texts, updated_at"
)
_DELETE = "DELETE FROM replies WHERE id = %(id)s"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a reply is: a site's or an operator's own, one of the two."""

    site_id: UUID | None = None
    operator_id: UUID | None = None

    def values(self) -> dict[str, UUID | None]:
        """Return it as parameters."""
        return {"site_id": self.site_id, "operator_id": self.operator_id}


async def list_replies(
    connection: AsyncConnection[Any],
    sites: list[UUID],
    operator_id: UUID,
    after: UUID | None,
    limit: int,
) -> list[Reply]:
    """Return replies of sites and the operator's own, by shortcut, those behind ``after``."""
    cursor = connection.cursor(row_factory=class_row(Reply))
    values = {"sites": sites, "operator_id": operator_id, "after": after, "limit": limit}
    await cursor.execute(_LIST, values)
    return await cursor.fetchall()


async def reply_for_change(
    connection: AsyncConnection[Any], owner: Owner, reply_id: UUID
) -> Reply | None:
    """Return a reply of this owner and hold it until the transaction ends."""
    cursor = connection.cursor(row_factory=class_row(Reply))
    await cursor.execute(_HELD, {"id": reply_id, **owner.values()})
    return await cursor.fetchone()


async def count_replies(connection: AsyncConnection[Any], owner: Owner) -> int:
    """Count an owner's replies."""
    row = await (await connection.execute(_COUNT, owner.values())).fetchone()
    return int(row[0]) if row else 0


async def put_reply(
    connection: AsyncConnection[Any], owner: Owner, reply_id: UUID, put: ReplyPut
) -> Reply | None:
    """Keep a reply; nothing when the id is somebody else's.

    Raises:
        Conflict: the owner has another reply with this shortcut.
    """
    cursor = connection.cursor(row_factory=class_row(Reply))
    values = {
        "id": reply_id,
        "shortcut": put.shortcut,
        "title": put.title,
        "texts": Jsonb(dict(put.texts)),
        **owner.values(),
    }
    try:
        await cursor.execute(_PUT, values)
    except psycopg.errors.UniqueViolation as error:
        raise Conflict(ErrorCode.SHORTCUT_TAKEN) from error
    return await cursor.fetchone()


async def delete_reply(connection: AsyncConnection[Any], reply_id: UUID) -> None:
    """Take a reply away that is held."""
    await connection.execute(_DELETE, {"id": reply_id})
