"""A site is deleted: from this transaction on nothing opens it; a worker erases what there is.

Whatever lets somebody in goes at once: memberships, invitations, keys. Who has no other site is
disabled with it. The rest may be millions of rows, and goes in batches (``site_erasure``).
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

_CLOSE = """
UPDATE sites SET deleted_at = now(), disabled_at = coalesce(disabled_at, now()), origins = '{}',
    wildcards = false, told_sites = %(told)s
WHERE id = %(site_id)s
"""
_MEMBERS = "DELETE FROM operator_sites WHERE site_id = %(site_id)s RETURNING operator_id"
_DISABLE = """
UPDATE operators o SET disabled_at = now()
WHERE o.id = ANY(%(members)s) AND o.disabled_at IS NULL
  AND NOT EXISTS (SELECT FROM operator_sites m WHERE m.operator_id = o.id)
RETURNING o.id
"""
_KEYS = """
WITH shut AS (DELETE FROM api_key_sites WHERE site_id = %(site_id)s RETURNING key_id)
DELETE FROM api_keys k USING shut
WHERE k.id = shut.key_id AND NOT EXISTS (
    SELECT FROM api_key_sites s WHERE s.key_id = k.id AND s.site_id <> %(site_id)s)
"""
_INVITATIONS = """
WITH shut AS (DELETE FROM invitation_sites WHERE site_id = %(site_id)s RETURNING invitation_id)
DELETE FROM invitations i USING shut
WHERE i.id = shut.invitation_id AND NOT EXISTS (
    SELECT FROM invitation_sites s WHERE s.invitation_id = i.id AND s.site_id <> %(site_id)s)
"""
_WEBHOOKS = """
UPDATE webhooks SET disabled_at = now(), disabled_reason = 'by_hand'
WHERE site_id = %(site_id)s AND disabled_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Closed:
    """Who worked for a site that is closed, and who of them has no site any more."""

    members: tuple[UUID, ...]
    left_out: tuple[UUID, ...]


async def close_site(
    connection: AsyncConnection[Any], site_id: UUID, told: Collection[UUID]
) -> Closed:
    """Shut everybody out of a site and have it erased, in the caller's transaction.

    ``told`` are the sites in whose audit logs it is to stand when nothing is left. The sign-ins of
    those who are left out are the caller's to end.
    """
    values: dict[str, Any] = {"site_id": site_id, "told": list(told)}
    await connection.execute(_CLOSE, values)
    for statement in (_KEYS, _INVITATIONS, _WEBHOOKS):
        await connection.execute(statement, values)
    members = await (await connection.execute(_MEMBERS, values)).fetchall()
    ids = tuple(row[0] for row in members)
    disabled = await (await connection.execute(_DISABLE, {"members": list(ids)})).fetchall()
    return Closed(ids, tuple(row[0] for row in disabled))
