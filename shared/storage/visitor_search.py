"""Visitors, found by what people know of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from shared.domain.search import parse_query, query_id
from shared.storage.search import text_query

_MOST_ID = UUID(int=2**128 - 1)
_HIGHEST = "\U0010ffff"
"""In bytes no other character comes after it."""

# Theirs, that of a conversation of theirs, or what their site knows them by.
_BY_ID = """
SELECT %(id)s AS id UNION SELECT c.visitor_id FROM conversations c WHERE c.id = %(id)s
UNION SELECT v.id FROM visitors v WHERE v.site_id = ANY(%(sites)s) AND v.external_id = %(text)s
"""
# Each part has an index. Whom their site knows has an e-mail; others may have left one to be
# reached by. The one with this very id at the site comes first, and on the first page alone.
_BY_TEXT = """
SELECT v.id FROM visitors v WHERE v.site_id = ANY(%(sites)s) AND v.words @@ %(query)s::tsquery
UNION SELECT v.id FROM visitors v
WHERE v.site_id = ANY(%(sites)s) AND v.email IS NOT NULL
  AND lower(v.email) COLLATE "C" >= %(email)s AND lower(v.email) COLLATE "C" < %(beyond)s
UNION SELECT c.visitor_id FROM conversations c
WHERE c.site_id = ANY(%(sites)s) AND c.contact IS NOT NULL
  AND lower(c.contact->>'email') COLLATE "C" >= %(email)s
  AND lower(c.contact->>'email') COLLATE "C" < %(beyond)s
UNION SELECT v.id FROM visitors v WHERE v.site_id = ANY(%(sites)s) AND v.external_id = %(text)s
"""
_FIND = """
WITH found AS (
    SELECT v.*, coalesce(v.external_id = %(text)s, false) AS is_exact FROM visitors v
    WHERE v.site_id = ANY(%(sites)s)
      AND (%(before)s::uuid IS NULL
           OR v.id < %(before)s AND coalesce(v.external_id <> %(text)s, true))
      {condition}
      AND EXISTS (SELECT FROM conversations c WHERE c.visitor_id = v.id AND c.last_seq > 0)
    ORDER BY is_exact DESC, v.id DESC LIMIT %(limit)s
)
SELECT f.id, f.site_id, s.name AS site_name, f.name, coalesce(f.email, spoken.email) AS email,
       f.external_id, f.is_exact, f.created_at, spoken.last_at, spoken.conversations,
       spoken.messages
FROM found f JOIN sites s ON s.id = f.site_id
CROSS JOIN LATERAL (
    SELECT max(c.updated_at) AS last_at, max(c.contact->>'email') AS email,
           count(*) AS conversations,
           coalesce(sum((SELECT count(*) FROM messages m WHERE m.conversation_id = c.id)), 0)::int
               AS messages
    FROM conversations c WHERE c.visitor_id = f.id) spoken
ORDER BY f.is_exact DESC, f.id DESC
"""


@dataclass(frozen=True, slots=True)
class VisitorRow:
    """A visitor with how much there is of them."""

    id: UUID
    site_id: UUID
    site_name: str
    name: str
    email: str | None
    """What their site says, or what they left to be reached by."""
    external_id: str | None
    is_exact: bool
    created_at: datetime
    last_at: datetime | None
    conversations: int
    messages: int


async def find_visitors(
    connection: AsyncConnection[Any],
    sites: Collection[UUID],
    text: str | None,
    before: UUID | None,
    limit: int,
) -> tuple[list[VisitorRow], UUID | None]:
    """Return visitors who said something, newest first, and ``before`` of the next page.

    ``text`` is words of their name or beginnings of those, the beginning of their e-mail, the id
    that their site knows them by, their own or that of a conversation of theirs.
    """
    text = None if text is None else text.strip()
    values: dict[str, Any] = {
        "sites": list(sites),
        "text": text,
        "before": before,
        "limit": limit + 1,
    }
    condition = ""
    if text is not None:
        found_id = query_id(text)
        matches = _BY_TEXT if found_id is None else _BY_ID
        condition = f"AND v.id IN ({matches})"
        terms = parse_query(text)
        values |= {
            "id": found_id,
            "query": await text_query(connection, terms) if terms else None,
            "email": text.lower(),
            "beyond": text.lower() + _HIGHEST,
        }
    cursor = connection.cursor(row_factory=class_row(VisitorRow))
    await cursor.execute(_FIND.format(condition=condition), values)
    rows = await cursor.fetchall()
    shown = rows[:limit]
    if len(rows) <= limit:
        return shown, None
    return shown, _MOST_ID if shown[-1].is_exact else shown[-1].id
