"""Full-text search in the inbox: conversations in which one message, or the visitor, has it all.

There are two ways, and how many messages are expected to match decides. Few are read from the
index of words and all of them looked at. Of words that are everywhere the index would give half
the table; there the newest conversations are looked through, which soon have enough, and where
they do not, the page ends early and says from where to go on. So no search reads more than some
thousands of rows, however large the installation.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, LiteralString
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from shared.contracts.inbox import ExcerptPart, SearchHit
from shared.domain.search import Stem, Term, excerpt
from shared.storage.inbox import NEWEST, Asked, Place

_FEW = 3_000
"""Expected messages up to which the index is quicker than looking through conversations."""
_SOME = 15_000
"""Up to here the index is still read, if looking through the newest did not find enough."""
_LOOKED_THROUGH = 300
"""Conversations that one page looks through."""
_WORTH_SHOWING = 10
"""Found while looking through: a short page now is better than a full one later."""

_EXPECTED = """
EXPLAIN (FORMAT JSON) SELECT FROM messages WHERE words @@ %(query)s::tsquery
UNION ALL SELECT FROM visitors WHERE words @@ %(query)s::tsquery
"""
_FROM_INDEX = """
WITH said AS MATERIALIZED (
    SELECT conversation_id AS id, max(seq) AS seq FROM messages
    WHERE words @@ %(query)s::tsquery GROUP BY conversation_id
), named AS MATERIALIZED (
    SELECT c.id FROM visitors v JOIN conversations c ON c.visitor_id = v.id
    WHERE v.words @@ %(query)s::tsquery
), found AS (
    SELECT id, max(seq) AS seq
    FROM (SELECT id, seq FROM said UNION ALL SELECT id, NULL FROM named) AS either GROUP BY id
)
SELECT c.id, c.updated_at, found.seq FROM found JOIN conversations c ON c.id = found.id
WHERE c.site_id = ANY(%(sites)s) AND c.last_seq > 0 {conditions}
ORDER BY c.updated_at DESC, c.id DESC LIMIT %(page)s
"""
# By its function, the comparison cannot be looked up in the index, which is what must not happen
# here: it would be read whole for every conversation.
_LOOK_THROUGH = """
SELECT c.id, c.updated_at, said.seq FROM {newest} AS c
JOIN visitors v ON v.id = c.visitor_id
LEFT JOIN LATERAL (
    SELECT m.seq FROM messages m
    WHERE m.conversation_id = c.id AND ts_match_vq(m.words, %(query)s::tsquery)
    ORDER BY m.seq DESC LIMIT 1) AS said ON true
WHERE said.seq IS NOT NULL OR ts_match_vq(v.words, %(query)s::tsquery)
ORDER BY c.updated_at DESC, c.id DESC LIMIT %(page)s
"""
_LAST_LOOKED_THROUGH = """
SELECT c.updated_at, c.id FROM {newest} AS c
ORDER BY c.updated_at DESC, c.id DESC OFFSET %(limit)s - 1
"""
_BY_ID = """
SELECT c.id, c.updated_at, m.seq FROM conversations c
LEFT JOIN messages m ON m.conversation_id = c.id AND m.id = %(id)s
WHERE (c.id = %(id)s OR c.visitor_id = %(id)s
       OR c.id = (SELECT conversation_id FROM messages WHERE id = %(id)s))
  AND c.site_id = ANY(%(sites)s) AND c.last_seq > 0 {conditions}
ORDER BY c.updated_at DESC, c.id DESC LIMIT %(page)s
"""
_MESSAGES = """
SELECT DISTINCT ON (m.conversation_id) m.conversation_id, m.id, m.seq, m.sender, m.text, m.at
FROM unnest(%(ids)s::uuid[], %(seqs)s::bigint[]) AS found(id, seq)
JOIN messages m ON m.conversation_id = found.id AND m.seq = found.seq
ORDER BY m.conversation_id, m.id
"""
_LEXEME = re.compile(r"'((?:[^']|'')*)'(:\*)?")


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation and the ``seq`` of its newest message that matches; none: the visitor does."""

    id: UUID
    place: Place
    seq: int | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """Conversations, newest change first, and from where to go on."""

    items: tuple[Found, ...]
    next: Place | None


async def text_query(connection: AsyncConnection[Any], terms: Sequence[Term]) -> str:
    """Return a search as PostgreSQL compares it: stems, and beginnings of words."""
    parts: list[LiteralString] = []
    values: dict[str, str] = {}
    for number, term in enumerate(terms):
        parts.append(_expression(term, str(number), values))
    cursor = await connection.execute(f"SELECT ({' && '.join(parts)})::text", values)
    row = await cursor.fetchone()
    return str(row[0]) if row else ""


async def search(
    connection: AsyncConnection[Any], query: str, wanted: Asked, page: int
) -> FoundPage:
    """Return the newest conversations that match ``query`` and the filters of ``wanted``."""
    expected = await _expected(connection, query)
    if expected > _FEW:
        through = await _look_through(connection, query, wanted, page)
        enough = min(page, _WORTH_SHOWING)
        if len(through.items) >= enough or through.next is None or expected > _SOME:
            return through
    values = {**wanted.values, "query": query, "page": page + 1}
    return await _page(connection, _FROM_INDEX.format(conditions=wanted.conditions), values)


async def search_id(
    connection: AsyncConnection[Any], wanted_id: UUID, wanted: Asked, page: int
) -> FoundPage:
    """Return the conversations of an id: theirs, their visitor's or that of a message."""
    values = {**wanted.values, "id": wanted_id, "page": page + 1}
    return await _page(connection, _BY_ID.format(conditions=wanted.conditions), values)


async def search_hits(
    connection: AsyncConnection[Any], found: Sequence[Found], query: str
) -> tuple[SearchHit, ...]:
    """Return the messages that were found, each cut around what was looked for."""
    in_messages = [one for one in found if one.seq is not None]
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(
        _MESSAGES,
        {"ids": [one.id for one in in_messages], "seqs": [one.seq for one in in_messages]},
    )
    stems = [
        Stem(text.replace("''", "'"), is_prefix=bool(star)) for text, star in _LEXEME.findall(query)
    ]
    return tuple(
        SearchHit(
            conversation_id=row["conversation_id"],
            message_id=row["id"],
            seq=row["seq"],
            sender=row["sender"],
            at=row["at"],
            excerpt=tuple(
                ExcerptPart(text=part.text, hit=part.hit) for part in excerpt(row["text"], stems)
            ),
        )
        for row in await cursor.fetchall()
    )


def _expression(term: Term, name: str, values: dict[str, str]) -> LiteralString:
    """Return the SQL of one term, whose words go into ``values``."""
    *before, last = term.words
    key: LiteralString = f"last_{name}"
    values[key] = last
    if term.is_phone:
        return f"%({key})s::tsquery"
    expression: LiteralString = f"plainto_tsquery('public.otvet', %({key})s)"
    if term.is_prefix:
        # Words are letters and digits alone: nothing in them ends the quotes.
        values[f"{key}_prefix"] = f"'{last}':*"
        expression = f"({expression} || %({key}_prefix)s::tsquery)"
    if before:
        values[f"{key}_before"] = " ".join(before)
        expression = f"(phraseto_tsquery('public.otvet', %({key}_before)s) <-> {expression})"
    return expression


async def _expected(connection: AsyncConnection[Any], query: str) -> float:
    cursor = await connection.execute(_EXPECTED, {"query": query})
    row = await cursor.fetchone()
    return float(row[0][0]["Plan"]["Plan Rows"]) if row else 0.0


async def _look_through(
    connection: AsyncConnection[Any], query: str, wanted: Asked, page: int
) -> FoundPage:
    newest = NEWEST.format(conditions=wanted.conditions)
    values = {**wanted.values, "query": query, "limit": _LOOKED_THROUGH, "page": page + 1}
    found = await _page(connection, _LOOK_THROUGH.format(newest=newest), values)
    if found.next is not None:
        return found
    cursor = await connection.execute(_LAST_LOOKED_THROUGH.format(newest=newest), values)
    row = await cursor.fetchone()
    return FoundPage(found.items, (row[0], row[1]) if row else None)


async def _page(
    connection: AsyncConnection[Any], statement: str, values: dict[str, Any]
) -> FoundPage:
    cursor = await connection.execute(statement, values)
    rows = [Found(row[0], (row[1], row[0]), row[2]) for row in await cursor.fetchall()]
    shown = rows[: values["page"] - 1]
    more = len(rows) > len(shown)
    return FoundPage(tuple(shown), shown[-1].place if more else None)
