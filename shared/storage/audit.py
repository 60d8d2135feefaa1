"""The audit log: written in the transaction of the change it tells of, never changed after.

A change without its entry, or an entry without its change, cannot be: both are there after the
commit or neither is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.domain.audit import AuditAction, AuditActor
from shared.kernel.ids import uuid7

_WRITE = """
INSERT INTO audit_log (id, site_ids, actor, actor_id, actor_name, action, subject, name,
                       before, after, request_id)
VALUES (%(id)s, %(site_ids)s, %(actor)s, %(actor_id)s, %(actor_name)s, %(action)s, %(subject)s,
        %(name)s, %(before)s, %(after)s, %(request_id)s)
"""
_LIST = """
SELECT id, at, site_ids, actor, actor_id, actor_name, action, subject, name, before, after
FROM audit_log
WHERE site_ids && %(sites)s {conditions}
ORDER BY at DESC, id DESC LIMIT %(limit)s
"""
_CONDITIONS = {
    "action": "AND action = %(action)s",
    "actor_id": "AND actor_id = %(actor_id)s",
    "subject": "AND subject = %(subject)s",
    "before_at": "AND (at, id) < (%(before_at)s, %(before_id)s)",
}

Value = str | int | float | bool | list[str] | None
"""What an entry may hold of a thing: short plain values, never secrets or visitors' words."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, and within which request; ``name`` as people read it."""

    kind: AuditActor
    id: UUID | None
    name: str
    request_id: str | None = None


NOBODY = Actor(AuditActor.SYSTEM, None, "")
"""Of what happens by itself: by a rule, or because a visitor asked."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A change as it is kept; made by ``entry_of`` alone."""

    actor: Actor
    action: AuditAction
    site_ids: Sequence[UUID]
    subject: str
    name: str
    before: dict[str, Value]
    after: dict[str, Value]


def entry_of(
    actor: Actor,
    action: AuditAction,
    site_ids: Sequence[UUID],
    subject: str,
    *,
    name: str = "",
    before: dict[str, Value] | None = None,
    after: dict[str, Value] | None = None,
) -> AuditEntry:
    """Return what ``record`` keeps: of ``before`` and ``after`` only what differs.

    ``subject`` is the id or slug of what was changed, ``name`` what people call it.
    """
    was, now = differences(before or {}, after or {})
    return AuditEntry(actor, action, site_ids, subject, name, was, now)


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry as it was kept."""

    id: UUID
    at: datetime
    site_ids: list[UUID]
    actor: str
    actor_id: UUID | None
    actor_name: str
    action: str
    subject: str
    name: str
    before: dict[str, Value]
    after: dict[str, Value]


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which entries are asked for; None: all."""

    action: AuditAction | None = None
    actor_id: UUID | None = None
    subject: str | None = None
    before: tuple[datetime, UUID] | None = None


async def record(connection: AsyncConnection[Any], entry: AuditEntry) -> None:
    """Keep an entry, in the transaction that makes the change."""
    await connection.execute(_WRITE, _values(entry))


def record_blocking(connection: Connection[Any], entry: AuditEntry) -> None:
    """Keep an entry from a worker, in the transaction that makes the change."""
    connection.execute(_WRITE, _values(entry))


async def list_entries(
    connection: AsyncConnection[Any], sites: Sequence[UUID], asked: AuditFilter, limit: int
) -> list[AuditRow]:
    """Return entries about any of ``sites``, newest first."""
    values = {
        "sites": list(sites),
        "action": asked.action,
        "actor_id": asked.actor_id,
        "subject": asked.subject,
        "before_at": asked.before and asked.before[0],
        "before_id": asked.before and asked.before[1],
        "limit": limit,
    }
    wanted = [text for name, text in _CONDITIONS.items() if values[name] is not None]
    cursor = connection.cursor(row_factory=class_row(AuditRow))
    await cursor.execute(_LIST.format(conditions=" ".join(wanted)), values)
    return await cursor.fetchall()


def differences(
    before: dict[str, Value], after: dict[str, Value]
) -> tuple[dict[str, Value], dict[str, Value]]:
    """Return only the values that differ, as they were and as they are."""
    names = [name for name in before | after if before.get(name) != after.get(name)]
    return (
        {name: before[name] for name in names if name in before},
        {name: after[name] for name in names if name in after},
    )


def _values(entry: AuditEntry) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "site_ids": list(entry.site_ids),
        "actor": entry.actor.kind,
        "actor_id": entry.actor.id,
        "actor_name": entry.actor.name,
        "action": entry.action,
        "subject": entry.subject,
        "name": entry.name,
        "before": Jsonb(entry.before),
        "after": Jsonb(entry.after),
        "request_id": entry.actor.request_id,
    }
