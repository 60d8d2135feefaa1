"""Agents as administrators edit them: all their settings, their order, new ones and old ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

# A document in 'removed' is out of the index and about to go from the table.
_SELECT = """
SELECT a.site_id, a.slug, a.name, a.subject, a.examples, a.instructions, a.instructions_version,
       a.knowledge, a.adapter, a.position, a.enabled, a.wrong_share, a.version,
       (SELECT count(*) FROM documents d WHERE d.site_id = a.site_id AND d.agent = a.slug
            AND (d.state <> 'removed' OR d.deleted_at IS NOT NULL)) AS documents,
       (SELECT count(*) FROM web_sources w WHERE w.site_id = a.site_id AND w.agent = a.slug)
           AS sources,
       (SELECT count(*) FROM conversations c WHERE c.site_id = a.site_id AND c.agent = a.slug
            AND c.status <> 'closed') AS conversations
FROM agents a WHERE a.site_id = %(site_id)s
"""
_ORDER = " ORDER BY a.position, a.slug"
_ONE = " AND a.slug = %(slug)s"
_HOLD = " FOR UPDATE OF a"
# Held, so that positions and the number of agents are what they are until the commit; documents of
# theirs come in meanwhile.
_HOLD_ALL = """
SELECT slug FROM agents WHERE site_id = %(site_id)s ORDER BY position, slug FOR NO KEY UPDATE
"""
_HOLD_SITE = """
SELECT site_key, name FROM sites WHERE id = %(site_id)s AND disabled_at IS NULL FOR NO KEY UPDATE
"""
_SITE = "SELECT site_key, name FROM sites WHERE id = %(site_id)s AND disabled_at IS NULL"
_INSERT = """
INSERT INTO agents (site_id, slug, name, subject, examples, instructions, instructions_version,
                    knowledge, adapter, wrong_share, enabled, version, position)
SELECT %(site_id)s, %(slug)s, %(name)s, %(subject)s, %(examples)s, %(instructions)s,
       (%(instructions)s::jsonb <> '{}')::int, %(knowledge)s, %(adapter)s, %(wrong_share)s,
       %(enabled)s, 1, coalesce(max(position) + 1, 0)
FROM agents WHERE site_id = %(site_id)s
ON CONFLICT (site_id, slug) DO NOTHING
"""
_UPDATE = """
UPDATE agents SET name = %(name)s, subject = %(subject)s, examples = %(examples)s,
    instructions_version = instructions_version + (instructions <> %(instructions)s)::int,
    instructions = %(instructions)s, knowledge = %(knowledge)s, adapter = %(adapter)s,
    version = version + 1
WHERE site_id = %(site_id)s AND slug = %(slug)s
"""
_SWITCH = """
UPDATE agents SET enabled = %(enabled)s, version = version + 1
WHERE site_id = %(site_id)s AND slug = %(slug)s
"""
_PLACE = """
UPDATE agents a SET position = placed.position - 1, version = greatest(version, 1)
FROM unnest(%(order)s::text[]) WITH ORDINALITY AS placed (slug, position)
WHERE a.site_id = %(site_id)s AND a.slug = placed.slug
"""
_DELETE = "DELETE FROM agents WHERE site_id = %(site_id)s AND slug = %(slug)s"


@dataclass(frozen=True, slots=True)
class AgentWords:
    """What of an agent is edited, as it is stored: texts by language."""

    name: dict[str, str]
    subject: dict[str, str]
    examples: dict[str, list[str]]
    instructions: dict[str, str]
    knowledge: str
    adapter: str | None


@dataclass(frozen=True, slots=True)
class AgentSettingsRow:
    """An agent with all its settings, and what hangs on it."""

    site_id: UUID
    slug: str
    name: dict[str, str]
    subject: dict[str, str]
    examples: dict[str, list[str]]
    instructions: dict[str, str]
    instructions_version: int
    knowledge: str
    adapter: str | None
    position: int
    enabled: bool
    wrong_share: float | None
    version: int
    documents: int
    sources: int
    conversations: int


async def site_words(connection: AsyncConnection[Any], site_id: UUID) -> tuple[str, str] | None:
    """Return the key and the name of a site that is not switched off."""
    cursor = await connection.execute(_SITE, {"site_id": site_id})
    row = await cursor.fetchone()
    return None if row is None else (row[0], row[1])


async def list_agent_settings(
    connection: AsyncConnection[Any], site_id: UUID
) -> list[AgentSettingsRow]:
    """Return the agents of a site in their order, those that are switched off included."""
    cursor = connection.cursor(row_factory=class_row(AgentSettingsRow))
    await cursor.execute(_SELECT + _ORDER, {"site_id": site_id})
    return await cursor.fetchall()


async def agent_settings(
    connection: AsyncConnection[Any], site_id: UUID, slug: str, *, hold: bool = False
) -> AgentSettingsRow | None:
    """Return an agent, held until the transaction ends if asked; nothing when there is none."""
    cursor = connection.cursor(row_factory=class_row(AgentSettingsRow))
    query = _SELECT + _ONE + (_HOLD if hold else "")
    await cursor.execute(query, {"site_id": site_id, "slug": slug})
    return await cursor.fetchone()


async def hold_order(connection: AsyncConnection[Any], site_id: UUID) -> list[str] | None:
    """Return the slugs of a site in their order, held; nothing when there is no such site."""
    values = {"site_id": site_id}
    # The site too: an agent that is inserted is not there to be held.
    if await (await connection.execute(_HOLD_SITE, values)).fetchone() is None:
        return None
    return [row[0] for row in await (await connection.execute(_HOLD_ALL, values)).fetchall()]


async def insert_agent(
    connection: AsyncConnection[Any],
    site_id: UUID,
    slug: str,
    words: AgentWords,
    *,
    enabled: bool,
    wrong_share: float | None = None,
) -> bool:
    """Make an agent, the last of its site; false when the slug is taken."""
    values = _values(words) | {
        "site_id": site_id,
        "slug": slug,
        "enabled": enabled,
        "wrong_share": wrong_share,
    }
    return (await connection.execute(_INSERT, values)).rowcount == 1


async def update_agent(
    connection: AsyncConnection[Any], site_id: UUID, slug: str, words: AgentWords
) -> None:
    """Keep what was edited of an agent that is held."""
    await connection.execute(_UPDATE, _values(words) | {"site_id": site_id, "slug": slug})


async def switch_agent(
    connection: AsyncConnection[Any], site_id: UUID, slug: str, *, enabled: bool
) -> None:
    """Switch an agent that is held on or off."""
    values = {"site_id": site_id, "slug": slug, "enabled": enabled}
    await connection.execute(_SWITCH, values)


async def order_agents(
    connection: AsyncConnection[Any], site_id: UUID, order: Sequence[str]
) -> None:
    """Put a site's agents, which are held, into an order."""
    await connection.execute(_PLACE, {"site_id": site_id, "order": list(order)})


async def delete_agent(connection: AsyncConnection[Any], site_id: UUID, slug: str) -> None:
    """Delete an agent that is held."""
    await connection.execute(_DELETE, {"site_id": site_id, "slug": slug})


def _values(words: AgentWords) -> dict[str, Any]:
    return {
        "name": Jsonb(words.name),
        "subject": Jsonb(words.subject),
        "examples": Jsonb(words.examples),
        "instructions": Jsonb(words.instructions),
        "knowledge": words.knowledge,
        "adapter": words.adapter,
    }
