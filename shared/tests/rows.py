"""Rows that tests stand on: sites, operators, conversations."""

import secrets
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.auth.passwords import hash_password
from shared.kernel.ids import uuid7
from shared.storage.demo import upsert_agent, upsert_operator, upsert_site

PASSWORD = "correct horse battery staple"
# Cheap, for it is hashed often; the cost of the real ones has a test of its own.
_HASH = hash_password(PASSWORD, 4)


def new_site(
    connection: Connection[Any],
    *,
    site_key: str | None = None,
    origins: tuple[str, ...] = ("https://shop.example.com",),
    name: str = "Магазин",
    locale: str = "ru",
) -> UUID:
    """Make a site with two agents; returns its id."""
    site_id = upsert_site(
        connection,
        site_key=site_key or f"test-{secrets.token_hex(8)}",
        name=name,
        locale=locale,
        origins=list(origins),
        greeting=Jsonb({"ru": "Здравствуйте!", "en": "Hello!"}),
    )
    for position, slug in enumerate(("network", "access")):
        texts = {"ru": slug, "en": slug}
        agent = {"slug": slug, "name": texts, "subject": texts, "examples": {"ru": ["Пример?"]}}
        upsert_agent(connection, site_id, position, agent)
    return site_id


def new_operator(
    connection: Connection[Any],
    site_id: UUID,
    *,
    email: str | None = None,
    name: str = "Анна",
    role: str = "admin",
    locale: str = "ru",
) -> UUID:
    """Make an operator of a site, signed in by ``PASSWORD``; returns their id."""
    return upsert_operator(
        connection,
        site_id,
        email=email or f"{secrets.token_hex(6)}@example.com",
        name=name,
        password_hash=_HASH,
        role=role,
        locale=locale,
    )


def new_conversation(connection: Connection[Any], site_id: UUID) -> UUID:
    """Make a visitor with an empty conversation; returns the conversation's id."""
    visitor_id, conversation_id = uuid7(), uuid7()
    connection.execute(
        "INSERT INTO visitors (id, site_id, name) VALUES (%s, %s, 'Посетитель')",
        (visitor_id, site_id),
    )
    connection.execute(
        "INSERT INTO conversations (id, site_id, visitor_id) VALUES (%s, %s, %s)",
        (conversation_id, site_id, visitor_id),
    )
    return conversation_id
