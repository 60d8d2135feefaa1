"""A visitor's rows are deleted, and nothing that is still on its way brings them back.

Everything about a visitor hangs on their row by references that cascade (a house test sees to
it), so PostgreSQL forgets them in one transaction. It also notes which conversations those were:
what is kept elsewhere is removed after the commit, and what is still on its way finds the note.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, LiteralString
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from shared.contracts.webhooks import ErasureTold
from shared.domain.webhooks import WebhookEventType
from shared.storage.outbox import Happened, tell_blocking

_LOCK_VISITOR = "SELECT site_id FROM visitors WHERE id = %(visitor_id)s FOR UPDATE"
_CONVERSATIONS = "SELECT id FROM conversations WHERE visitor_id = %(visitor_id)s FOR UPDATE"
_NOTE = """
INSERT INTO erased_conversations (id, site_id) SELECT unnest(%(ids)s::uuid[]), %(site_id)s
ON CONFLICT DO NOTHING
"""
_UNSWEPT = """
SELECT id FROM erased_conversations WHERE site_id = %(site_id)s AND NOT is_swept
ORDER BY id LIMIT %(most)s
"""
_SWEPT = "UPDATE erased_conversations SET is_swept = true WHERE id = ANY(%(ids)s)"
_COUNT = "SELECT count(*) FROM messages WHERE conversation_id = ANY(%(ids)s)"
_IDLE = """
SELECT c.id, c.visitor_id, c.last_seq FROM conversations c
WHERE c.site_id = %(site_id)s AND c.status IN ('agent', 'closed')
  AND c.updated_at < now() - make_interval(days => %(days)s) AND NOT c.id = ANY(%(spared)s)
ORDER BY c.updated_at LIMIT %(most)s FOR UPDATE SKIP LOCKED
"""
_ANY = """
SELECT c.id, c.visitor_id, c.last_seq FROM conversations c
WHERE c.site_id = %(site_id)s LIMIT %(most)s FOR UPDATE SKIP LOCKED
"""
_DELETE = "DELETE FROM conversations WHERE id = ANY(%(ids)s)"
# Who has nothing else here has nothing here.
_DELETE_VISITORS = """
DELETE FROM visitors v WHERE v.id = ANY(%(visitors)s)
  AND NOT EXISTS (SELECT FROM conversations c WHERE c.visitor_id = v.id)
"""
_FORGET_NOTES = """
DELETE FROM erased_conversations WHERE ctid = ANY(ARRAY(
    SELECT ctid FROM erased_conversations
    WHERE is_swept AND at < now() - %(age)s LIMIT %(most)s))
"""

KEEP_NOTES = timedelta(days=90)
"""Nothing is on its way for so long; after it a dead letter of an erased conversation is one of
an unknown one."""


@dataclass(frozen=True, slots=True)
class Erased:
    """What is gone from PostgreSQL."""

    conversations: tuple[UUID, ...]
    messages: int
    spared: tuple[UUID, ...] = ()
    """Idle by what PostgreSQL knows, and something is on its way to it."""


@dataclass(frozen=True, slots=True)
class _Idle:
    id: UUID
    visitor_id: UUID
    last_seq: int


Condemn = Callable[[Mapping[UUID, int]], Collection[UUID]]
"""Lets nothing be said any more in conversations, and returns those in which that is so; see
``Traces.condemn``."""


def erase_visitor(connection: Connection[Any], visitor_id: UUID) -> Erased | None:
    """Delete a visitor with all there is of them; nothing when they are gone already.

    In the caller's transaction. Their row is locked, so nothing is added meanwhile.
    """
    values: dict[str, Any] = {"visitor_id": visitor_id}
    row = connection.execute(_LOCK_VISITOR, values).fetchone()
    if row is None:
        return None
    found = connection.execute(_CONVERSATIONS, values).fetchall()
    ids = tuple(one[0] for one in found)
    erased = _note(connection, row[0], ids)
    connection.execute("DELETE FROM visitors WHERE id = %(visitor_id)s", values)
    told = ErasureTold(visitor_id=visitor_id, conversation_ids=ids)
    tell_blocking(connection, [Happened(WebhookEventType.VISITOR_ERASED, row[0], told)])
    return erased


def erase_idle(
    connection: Connection[Any],
    site_id: UUID,
    days: int,
    most: int,
    *,
    condemn: Condemn,
    spared: Collection[UUID] = (),
) -> Erased:
    """Delete a batch of conversations in which nothing happened for ``days``, the oldest first.

    In a transaction of its own. One that is being written to is left for another time; so is one
    that ``condemn`` does not return, for a message of it was accepted and is not stored yet, and
    what was ``spared`` before.
    """
    values = {"days": days, "most": most, "spared": list(spared)}
    return _erase_found(connection, site_id, _IDLE, values, condemn)


def erase_any(connection: Connection[Any], site_id: UUID, most: int) -> Erased:
    """Delete a batch of a site's conversations, in a transaction of its own."""
    return _erase_found(connection, site_id, _ANY, {"most": most}, condemn=set)


def _erase_found(
    connection: Connection[Any],
    site_id: UUID,
    query: LiteralString,
    values: dict[str, Any],
    condemn: Condemn,
) -> Erased:
    with connection.transaction():
        cursor = connection.cursor(row_factory=class_row(_Idle))
        found = cursor.execute(query, {"site_id": site_id, **values}).fetchall()
        condemned = condemn({one.id: one.last_seq for one in found})
        doomed = [one for one in found if one.id in condemned]
        left = tuple(one.id for one in found if one.id not in condemned)
        if not doomed:
            return Erased((), 0, left)
        ids = tuple(one.id for one in doomed)
        erased = _note(connection, site_id, ids)
        connection.execute(_DELETE, {"ids": list(ids)})
        visitors = list({one.visitor_id for one in doomed})
        connection.execute(_DELETE_VISITORS, {"visitors": visitors})
    return replace(erased, spared=left)


def forget_notes(connection: Connection[Any], most: int) -> int:
    """Delete a batch of notes that nothing needs any more; returns how many."""
    return connection.execute(_FORGET_NOTES, {"age": KEEP_NOTES, "most": most}).rowcount


def unswept(connection: Connection[Any], site_id: UUID, most: int) -> tuple[UUID, ...]:
    """Return conversations whose rows are gone and whose traces elsewhere may not be."""
    rows = connection.execute(_UNSWEPT, {"site_id": site_id, "most": most}).fetchall()
    return tuple(row[0] for row in rows)


def mark_swept(connection: Connection[Any], conversations: Sequence[UUID]) -> None:
    """Note that nothing is left of some conversations anywhere."""
    connection.execute(_SWEPT, {"ids": list(conversations)})


def _note(connection: Connection[Any], site_id: UUID, ids: Sequence[UUID]) -> Erased:
    values = {"ids": list(ids), "site_id": site_id}
    row = connection.execute(_COUNT, values).fetchone()
    connection.execute(_NOTE, values)
    return Erased(tuple(ids), row[0] if row else 0)
