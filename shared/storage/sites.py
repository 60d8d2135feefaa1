"""Sites and their agents."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import dict_row

from shared.domain.hours import WorkingHours
from shared.domain.origins import AllowedOrigins
from shared.domain.site import Agent, Site
from shared.domain.versions import KnowledgeScope
from shared.domain.words import Locale
from shared.storage.site_rows import (
    by_locale,
    read_hours,
    read_keys,
    read_limits,
    read_look,
    read_origins,
    read_salts,
)

_SITE = """
SELECT id, site_key, name, locale, origins, greeting, look, hours, messages_per_minute,
       answers_per_minute, sockets_per_visitor, text_limit, uploads, identity_required,
       identity_salts, identity_keys, previous_key, previous_key_until
FROM sites WHERE disabled_at IS NULL AND {condition}
"""
# A key is its own site's before it is the past one of another.
_BY_KEY = """
(site_key = %(value)s OR previous_key = %(value)s AND previous_key_until > now())
ORDER BY site_key = %(value)s DESC LIMIT 1
"""
_AGENTS = """
SELECT slug, name, subject, examples, wrong_share, knowledge, instructions, instructions_version,
       adapter
FROM agents
WHERE site_id = %(site_id)s AND enabled ORDER BY position, slug
"""
_NAMES = "SELECT slug, name FROM agents WHERE site_id = %(site_id)s AND enabled ORDER BY position"
_HOURS = "SELECT id, hours, locale FROM sites WHERE hours IS NOT NULL"
_FIRST_KEY = "SELECT site_key FROM sites WHERE disabled_at IS NULL ORDER BY created_at LIMIT 1"
_SITE_NAMES = "SELECT id, name FROM sites WHERE id = ANY(%(sites)s)"
_ORIGINS = "SELECT DISTINCT unnest(origins) FROM sites WHERE disabled_at IS NULL"


async def site_by_key(connection: AsyncConnection[Any], site_key: str) -> Site | None:
    """Return the site that a widget's public key names; the one before counts in its grace."""
    return await _site(connection, _BY_KEY, site_key)


async def site_by_id(connection: AsyncConnection[Any], site_id: UUID) -> Site | None:
    """Return a site by its id."""
    return await _site(connection, "id = %(value)s", site_id)


async def all_origins(connection: AsyncConnection[Any]) -> AllowedOrigins:
    """Return every origin that some site allows, for answering CORS preflights."""
    cursor = await connection.execute(_ORIGINS)
    return AllowedOrigins(*read_origins(row[0] for row in await cursor.fetchall()))


async def first_site_key(connection: AsyncConnection[Any]) -> str | None:
    """Return the key of the oldest site, which is the demo one where there is a demo."""
    cursor = await connection.execute(_FIRST_KEY)
    row = await cursor.fetchone()
    return row[0] if row else None


async def site_names(connection: AsyncConnection[Any], sites: Collection[UUID]) -> dict[UUID, str]:
    """Return what some sites are called."""
    cursor = await connection.execute(_SITE_NAMES, {"sites": list(sites)})
    return dict(await cursor.fetchall())


def all_hours(connection: Connection[Any]) -> dict[UUID, tuple[WorkingHours, Locale]]:
    """Return when operators are there, and the language, of each site that has hours."""
    found = connection.execute(_HOURS).fetchall()
    read = ((site_id, read_hours(kept), Locale(locale)) for site_id, kept, locale in found)
    return {site_id: (hours, locale) for site_id, hours, locale in read if hours is not None}


def agent_slugs(connection: Connection[Any], site_id: UUID) -> dict[str, str]:
    """Return the slug of an agent by each of its names and by itself, in small letters."""
    agents = connection.execute(_NAMES, {"site_id": site_id}).fetchall()
    named = {called.casefold(): slug for slug, names in agents for called in names.values()}
    return named | {slug: slug for slug, _ in agents}


async def _site(connection: AsyncConnection[Any], condition: str, value: str | UUID) -> Site | None:
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_SITE.format(condition=condition), {"value": value})
    row = await cursor.fetchone()
    if row is None:
        return None
    await cursor.execute(_AGENTS, {"site_id": row["id"]})
    agents = tuple(
        Agent(
            slug=agent["slug"],
            name=by_locale(agent["name"]),
            subject=by_locale(agent["subject"]),
            examples={Locale(key): tuple(texts) for key, texts in agent["examples"].items()},
            wrong_share=agent["wrong_share"],
            knowledge=KnowledgeScope(agent["knowledge"]),
            instructions=by_locale(agent["instructions"]),
            instructions_version=agent["instructions_version"],
            adapter=agent["adapter"],
        )
        for agent in await cursor.fetchall()
    )
    exact, parents = read_origins(row["origins"])
    return Site(
        id=row["id"],
        site_key=row["site_key"],
        name=row["name"],
        locale=Locale(row["locale"]),
        origins=exact,
        wildcards=parents,
        greeting=by_locale(row["greeting"]),
        look=read_look(row["look"]),
        hours=read_hours(row["hours"]),
        limits=read_limits(row),
        identity_required=row["identity_required"],
        identity_salts=read_salts(row["identity_salts"]),
        identity_keys=read_keys(row["identity_keys"]),
        previous_key=row["previous_key"],
        previous_key_until=row["previous_key_until"],
        agents=agents,
    )
