"""Private notes and mentions, in tables of their own: what reads messages never sees one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row, dict_row

from shared.contracts.notes import Mention, Note, Person

_NOTE = """
SELECT n.id, n.conversation_id, n.after_seq, n.operator_id AS author_id,
       n.operator_name AS author_name, n.text, n.client_message_id, n.at, n.edited_at,
       coalesce((SELECT jsonb_agg(jsonb_build_object('operator_id', o.id, 'name', o.name)
                                  ORDER BY o.name, o.id)
                 FROM note_mentions m JOIN operators o ON o.id = m.operator_id
                 WHERE m.note_id = n.id), '[]') AS mentions
FROM notes n
"""
_ADD = """
INSERT INTO notes (id, conversation_id, after_seq, operator_id, operator_name, client_message_id,
                   text, at)
VALUES (%(id)s, %(conversation_id)s, %(after_seq)s, %(author_id)s, %(author_name)s,
        %(client_message_id)s, %(text)s, %(at)s)
ON CONFLICT (conversation_id, operator_id, client_message_id) DO NOTHING
RETURNING id
"""
_BY_CLIENT = (
    _NOTE
    + """
WHERE n.conversation_id = %(conversation_id)s AND n.operator_id = %(author_id)s
  AND n.client_message_id = %(client_message_id)s
"""
)
_BY_ID = (
    _NOTE
    + """
WHERE n.id = %(note_id)s AND n.conversation_id = %(conversation_id)s AND n.deleted_at IS NULL
"""
)
_PAGE = (
    _NOTE
    + """
WHERE n.conversation_id = %(conversation_id)s AND n.deleted_at IS NULL
  AND (%(before_at)s::timestamptz IS NULL OR (n.at, n.id) < (%(before_at)s, %(before_id)s))
ORDER BY n.at DESC, n.id DESC LIMIT %(limit)s
"""
)
_EDIT = "UPDATE notes SET text = %(text)s, edited_at = %(now)s WHERE id = %(note_id)s"
_DELETE = "UPDATE notes SET text = '', deleted_at = %(now)s WHERE id = %(note_id)s"
_FORGET = "DELETE FROM note_mentions WHERE note_id = %(note_id)s AND operator_id <> ALL(%(kept)s)"
_MENTION = """
INSERT INTO note_mentions (note_id, operator_id, at)
SELECT %(note_id)s, id, %(now)s FROM unnest(%(people)s::uuid[]) AS person(id)
ON CONFLICT DO NOTHING RETURNING operator_id
"""
_PEOPLE = """
SELECT o.id, o.name, o.role FROM operators o
JOIN entered_sites s ON s.operator_id = o.id
WHERE s.site_id = %(site_id)s AND o.disabled_at IS NULL
ORDER BY o.name, o.id LIMIT %(limit)s
"""
_KNOWN = """
SELECT count(*) FROM operators o JOIN entered_sites s ON s.operator_id = o.id
WHERE s.site_id = %(site_id)s AND o.disabled_at IS NULL AND o.id = ANY(%(people)s)
"""
# Only of sites that the reader still works for.
_MINE = """
FROM note_mentions m
JOIN notes n ON n.id = m.note_id
JOIN conversations c ON c.id = n.conversation_id
WHERE m.operator_id = %(operator_id)s AND n.deleted_at IS NULL AND c.site_id = ANY(%(sites)s)
"""
_MENTIONS = f"""
WITH mine AS (
    SELECT m.note_id, m.at, m.seen_at {_MINE}
      AND (%(before_at)s::timestamptz IS NULL OR (m.at, m.note_id) < (%(before_at)s, %(before_id)s))
    ORDER BY m.at DESC, m.note_id DESC LIMIT %(limit)s
)
SELECT note.*, mine.at AS mentioned_at, mine.seen_at, s.name AS site_name, v.name AS visitor_name
FROM mine JOIN ({_NOTE}) AS note ON note.id = mine.note_id
JOIN conversations c ON c.id = note.conversation_id
JOIN sites s ON s.id = c.site_id
JOIN visitors v ON v.id = c.visitor_id
ORDER BY mine.at DESC, mine.note_id DESC
"""  # noqa: S608 (put together of the constants above)
_UNSEEN = "SELECT count(*)" + _MINE + "AND m.seen_at IS NULL"
_SEE = """
UPDATE note_mentions SET seen_at = coalesce(seen_at, %(now)s)
WHERE operator_id = %(operator_id)s AND note_id = ANY(%(notes)s)
"""
_NAMES = """
SELECT s.name, v.name FROM conversations c
JOIN sites s ON s.id = c.site_id JOIN visitors v ON v.id = c.visitor_id
WHERE c.id = %(conversation_id)s
"""

Place = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class NewNote:
    """A note about to be kept."""

    id: UUID
    conversation_id: UUID
    after_seq: int
    author_id: UUID
    author_name: str
    client_message_id: str
    text: str
    at: datetime


async def add_note(connection: AsyncConnection[Any], note: NewNote) -> bool:
    """Keep a note; false when its client id is known, be it of one that was deleted since."""
    values = {name: getattr(note, name) for name in NewNote.__slots__}
    return await (await connection.execute(_ADD, values)).fetchone() is not None


async def note_by_client(connection: AsyncConnection[Any], note: NewNote) -> Note:
    """Return the note that has this one's client id."""
    cursor = connection.cursor(row_factory=class_row(Note))
    values = {
        "conversation_id": note.conversation_id,
        "author_id": note.author_id,
        "client_message_id": note.client_message_id,
    }
    await cursor.execute(_BY_CLIENT, values)
    found = await cursor.fetchone()
    assert found is not None  # noqa: S101 (it was kept, or known, a moment ago)
    return found


async def note_of(
    connection: AsyncConnection[Any], conversation_id: UUID, note_id: UUID, *, hold: bool = False
) -> Note | None:
    """Return a note of a conversation, if it is there; held until the transaction ends if asked."""
    cursor = connection.cursor(row_factory=class_row(Note))
    values = {"conversation_id": conversation_id, "note_id": note_id}
    await cursor.execute(_BY_ID + ("FOR UPDATE OF n" if hold else ""), values)
    return await cursor.fetchone()


async def list_notes(
    connection: AsyncConnection[Any], conversation_id: UUID, before: Place | None, limit: int
) -> list[Note]:
    """Return notes of a conversation, newest first."""
    cursor = connection.cursor(row_factory=class_row(Note))
    await cursor.execute(
        _PAGE, {"conversation_id": conversation_id, "limit": limit, **_before(before)}
    )
    return await cursor.fetchall()


async def edit_note(
    connection: AsyncConnection[Any], note_id: UUID, text: str, now: datetime
) -> None:
    """Change what a note says."""
    await connection.execute(_EDIT, {"note_id": note_id, "text": text, "now": now})


async def delete_note(connection: AsyncConnection[Any], note_id: UUID, now: datetime) -> None:
    """Take a note and its mentions away."""
    await connection.execute(_FORGET, {"note_id": note_id, "kept": []})
    await connection.execute(_DELETE, {"note_id": note_id, "now": now})


async def mention(
    connection: AsyncConnection[Any], note_id: UUID, people: Sequence[UUID], now: datetime
) -> set[UUID]:
    """Let a note mention just these people; returns those whom it did not mention before."""
    values = {"note_id": note_id, "people": list(people), "kept": list(people), "now": now}
    await connection.execute(_FORGET, values)
    cursor = await connection.execute(_MENTION, values)
    return {row[0] for row in await cursor.fetchall()}


async def people_of(connection: AsyncConnection[Any], site_id: UUID, limit: int) -> list[Person]:
    """Return who works for a site, by name."""
    cursor = connection.cursor(row_factory=class_row(Person))
    await cursor.execute(_PEOPLE, {"site_id": site_id, "limit": limit})
    return await cursor.fetchall()


async def all_work_for(
    connection: AsyncConnection[Any], site_id: UUID, people: Sequence[UUID]
) -> bool:
    """Whether each of these people works for a site."""
    asked = set(people)
    cursor = await connection.execute(_KNOWN, {"site_id": site_id, "people": list(asked)})
    row = await cursor.fetchone()
    return bool(row and row[0] == len(asked))


async def list_mentions(
    connection: AsyncConnection[Any],
    operator_id: UUID,
    sites: Sequence[UUID],
    before: Place | None,
    limit: int,
) -> list[tuple[Mention, Place]]:
    """Return the notes that mention somebody, newest first, each with its place in the list."""
    cursor = connection.cursor(row_factory=dict_row)
    values = {"operator_id": operator_id, "sites": list(sites), "limit": limit, **_before(before)}
    await cursor.execute(_MENTIONS, values)
    found = []
    for row in await cursor.fetchall():
        at, seen_at = row.pop("mentioned_at"), row.pop("seen_at")
        names = {"site_name": row.pop("site_name"), "visitor_name": row.pop("visitor_name")}
        note = Note.model_validate(row)
        found.append((Mention(note=note, seen=seen_at is not None, **names), (at, note.id)))
    return found


async def unseen_mentions(
    connection: AsyncConnection[Any], operator_id: UUID, sites: Sequence[UUID]
) -> int:
    """Count the mentions that somebody has not looked at."""
    cursor = await connection.execute(_UNSEEN, {"operator_id": operator_id, "sites": list(sites)})
    row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def see_mentions(
    connection: AsyncConnection[Any], operator_id: UUID, notes: Sequence[UUID], now: datetime
) -> None:
    """Keep that somebody has looked at mentions of theirs."""
    values = {"operator_id": operator_id, "notes": list(notes), "now": now}
    await connection.execute(_SEE, values)


async def names_of(
    connection: AsyncConnection[Any], conversation_id: UUID
) -> tuple[str, str] | None:
    """Return what a conversation's site and its visitor are called."""
    cursor = await connection.execute(_NAMES, {"conversation_id": conversation_id})
    row = await cursor.fetchone()
    return (row[0], row[1]) if row else None


def _before(before: Place | None) -> dict[str, Any]:
    return {"before_at": before and before[0], "before_id": before and before[1]}
