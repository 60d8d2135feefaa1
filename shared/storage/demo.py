"""Sites, agents and operators as an installation begins with them."""

from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.kernel.ids import uuid7

_SITE = """
INSERT INTO sites (id, site_key, name, locale, origins, greeting)
VALUES (%(id)s, %(site_key)s, %(name)s, %(locale)s, %(origins)s, %(greeting)s)
ON CONFLICT (site_key) DO UPDATE SET
    origins = sites.origins || ARRAY(SELECT unnest(EXCLUDED.origins)
                                     EXCEPT SELECT unnest(sites.origins) ORDER BY 1)
RETURNING id
"""
_BY_PREFIX = """
SELECT site_key FROM sites WHERE starts_with(site_key, %(prefix)s) AND deleted_at IS NULL
ORDER BY coalesce(%(kept)s IN (site_key, previous_key), false) DESC, created_at LIMIT 1
"""
_AGENT = """
INSERT INTO agents (site_id, slug, name, subject, examples, position)
VALUES (%(site_id)s, %(slug)s, %(name)s, %(subject)s, %(examples)s, %(position)s)
ON CONFLICT (site_id, slug) DO UPDATE SET
    name = EXCLUDED.name, subject = EXCLUDED.subject, examples = EXCLUDED.examples,
    position = EXCLUDED.position
WHERE agents.version = 0
"""
_AGENTS = "SELECT slug FROM agents WHERE site_id = %(site_id)s"
_OPERATOR = """
INSERT INTO operators (id, email, name, role, locale, password_hash)
VALUES (%(id)s, %(email)s, %(name)s, %(role)s, %(locale)s, %(password_hash)s)
ON CONFLICT (lower(email)) DO UPDATE SET password_hash = EXCLUDED.password_hash
RETURNING id
"""
_MEMBER = """
INSERT INTO operator_sites (operator_id, site_id) VALUES (%(operator_id)s, %(site_id)s)
ON CONFLICT DO NOTHING
"""


def demo_site_key(connection: Connection[Any], prefix: str, kept: str | None) -> str | None:
    """Return the present key of the site that had the key ``kept``.

    Is there none, then that of the oldest site whose key begins with ``prefix``: keys that are
    made anew begin as the ones before.
    """
    row = connection.execute(_BY_PREFIX, {"prefix": prefix, "kept": kept or ""}).fetchone()
    return row[0] if row else None


def has_sites(connection: Connection[Any]) -> bool:
    """Whether there is any site."""
    row = connection.execute("SELECT EXISTS (SELECT FROM sites)").fetchone()
    return bool(row and row[0])


def upsert_site(connection: Connection[Any], **values: Any) -> UUID:  # noqa: ANN401
    """Make the site of a key; one that is there keeps what its administrator made of it.

    Only origins are added, for the installation may have got another address. Returns its id.
    """
    row = connection.execute(_SITE, {"id": uuid7(), **values}).fetchone()
    if row is None:
        raise LookupError("INSERT … RETURNING returned nothing")
    site_id: UUID = row[0]
    return site_id


def agents_of(connection: Connection[Any], site_id: UUID) -> set[str]:
    """Return the slugs of a site's agents."""
    return {row[0] for row in connection.execute(_AGENTS, {"site_id": site_id})}


def upsert_agent(
    connection: Connection[Any], site_id: UUID, position: int, agent: dict[str, Any]
) -> None:
    """Make an agent, or refresh its texts, unless somebody has edited them in the console."""
    connection.execute(
        _AGENT,
        {
            "site_id": site_id,
            "slug": agent["slug"],
            "name": Jsonb(agent["name"]),
            "subject": Jsonb(agent["subject"]),
            "examples": Jsonb(agent.get("examples", {})),
            "position": position,
        },
    )


def upsert_operator(
    connection: Connection[Any],
    site_id: UUID,
    *,
    email: str,
    name: str,
    password_hash: str,
    role: str = "admin",
    locale: str = "ru",
) -> UUID:
    """Make an operator of a site, or give them a new password; returns their id."""
    values = {
        "id": uuid7(),
        "email": email,
        "name": name,
        "role": role,
        "locale": locale,
        "password_hash": password_hash,
    }
    row = connection.execute(_OPERATOR, values).fetchone()
    if row is None:
        raise LookupError("INSERT … RETURNING returned nothing")
    operator_id: UUID = row[0]
    connection.execute(_MEMBER, {"operator_id": operator_id, "site_id": site_id})
    return operator_id
