"""How long a site keeps what; deleted in batches, so that nobody waits for a lock."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

_SELECT = """
SELECT s.id AS site_id, s.name AS site_name, p.conversation_days,
       coalesce(p.delivery_days, 30) AS delivery_days, p.audit_days
FROM sites s LEFT JOIN retention_policies p ON p.site_id = s.id
WHERE s.id = ANY(%(sites)s) ORDER BY s.name, s.id
"""
_ALL = """
SELECT p.site_id, '' AS site_name, p.conversation_days, p.delivery_days, p.audit_days
FROM retention_policies p ORDER BY p.site_id
"""
_PUT = """
INSERT INTO retention_policies (site_id, conversation_days, delivery_days, audit_days)
VALUES (%(site_id)s, %(conversation_days)s, %(delivery_days)s, %(audit_days)s)
ON CONFLICT (site_id) DO UPDATE SET conversation_days = EXCLUDED.conversation_days,
    delivery_days = EXCLUDED.delivery_days, audit_days = EXCLUDED.audit_days
"""
# What is counted is what ``erase_idle`` would delete.
_COUNT_CONVERSATIONS = """
SELECT count(*) FROM conversations
WHERE site_id = %(site_id)s AND status IN ('agent', 'closed')
  AND updated_at < now() - make_interval(days => %(days)s)
"""
_COUNT_EVENTS = """
SELECT count(*) FROM webhook_events
WHERE site_id = %(site_id)s AND at < now() - make_interval(days => %(days)s)
"""
# An entry about several sites is kept as long as any of them wants it.
_OLD_ENTRIES = """
a.at < now() - make_interval(days => %(days)s) AND a.site_ids && ARRAY[%(site_id)s]::uuid[]
AND NOT EXISTS (
    SELECT FROM unnest(a.site_ids) other LEFT JOIN retention_policies p ON p.site_id = other
    WHERE other <> %(site_id)s
      AND (p.audit_days IS NULL OR a.at >= now() - make_interval(days => p.audit_days)))
"""
_COUNT_ENTRIES = f"SELECT count(*) FROM audit_log a WHERE {_OLD_ENTRIES}"  # noqa: S608 (ours)
_DELETE_ENTRIES = f"""
DELETE FROM audit_log WHERE ctid = ANY(ARRAY(
    SELECT a.ctid FROM audit_log a WHERE {_OLD_ENTRIES} LIMIT %(most)s))
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Policy:
    """How many days a site keeps things; None: for ever."""

    site_id: UUID
    site_name: str
    conversation_days: int | None
    delivery_days: int
    audit_days: int | None


@dataclass(frozen=True, slots=True)
class Doomed:
    """How much a policy would delete now."""

    conversations: int
    deliveries: int
    audit_entries: int


async def list_policies(connection: AsyncConnection[Any], sites: Collection[UUID]) -> list[Policy]:
    """Return the policies of some sites; a site without one keeps by default."""
    cursor = connection.cursor(row_factory=class_row(Policy))
    await cursor.execute(_SELECT, {"sites": list(sites)})
    return await cursor.fetchall()


async def put_policy(connection: AsyncConnection[Any], policy: Policy) -> None:
    """Store a site's policy."""
    await connection.execute(
        _PUT,
        {
            "site_id": policy.site_id,
            "conversation_days": policy.conversation_days,
            "delivery_days": policy.delivery_days,
            "audit_days": policy.audit_days,
        },
    )


async def count_doomed(connection: AsyncConnection[Any], policy: Policy) -> Doomed:
    """Return how much a policy would delete if it held now; nothing is deleted."""
    counts = []
    for query, days in (
        (_COUNT_CONVERSATIONS, policy.conversation_days),
        (_COUNT_EVENTS, policy.delivery_days),
        (_COUNT_ENTRIES, policy.audit_days),
    ):
        if days is None:
            counts.append(0)
            continue
        cursor = await connection.execute(query, {"site_id": policy.site_id, "days": days})
        row = await cursor.fetchone()
        counts.append(row[0] if row else 0)
    return Doomed(*counts)


def policies_in_force(connection: Connection[Any]) -> list[Policy]:
    """Return what was decided of sites."""
    return connection.cursor(row_factory=class_row(Policy)).execute(_ALL).fetchall()


def delete_entries(connection: Connection[Any], site_id: UUID, days: int, most: int) -> int:
    """Delete a batch of old entries of the audit log; returns how many."""
    values = {"site_id": site_id, "days": days, "most": most}
    return connection.execute(_DELETE_ENTRIES, values).rowcount
