"""Who is held out of a site that requires a second factor is offered nothing of it, by any list."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection, Connection

from shared.storage.assignments import operator_name
from shared.storage.notes import people_of
from shared.storage.offers import find_candidates
from shared.storage.people import operator_by_id
from shared.storage.presence import list_colleagues
from shared.tests.rows import new_operator, new_site

pytestmark = pytest.mark.services


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[AsyncConnection[Any]]:
    async with await AsyncConnection.connect(database_url, autocommit=True) as connection:
        yield connection


async def seen_by_lists(
    database: AsyncConnection[Any], connection: Connection[Any], site_id: UUID, person: UUID
) -> list[bool]:
    """Whether each list that work is given out by has somebody of a site."""
    mentionable = await people_of(database, site_id, 10)
    colleagues = await list_colleagues(database, [site_id])
    operator = await operator_by_id(database, person)
    assert operator is not None
    return [
        await operator_name(database, person, site_id) is not None,
        person in {one.id for one in find_candidates(connection, site_id, None)},
        person in {one.id for one in mentionable},
        person in {one.id for one in colleagues},
        site_id in operator.sites,
    ]


async def test_a_site_s_rule_holds_for_the_site_alone_until_there_is_a_second_factor(
    database: AsyncConnection[Any], connection: Connection[Any]
) -> None:
    strict, other = new_site(connection), new_site(connection)
    person = new_operator(connection, strict)
    connection.execute(
        "INSERT INTO operator_sites (operator_id, site_id) VALUES (%s, %s)", (person, other)
    )
    assert all(await seen_by_lists(database, connection, strict, person))
    connection.execute("UPDATE sites SET two_factor_required = true WHERE id = %s", (strict,))
    assert not any(await seen_by_lists(database, connection, strict, person))
    assert all(await seen_by_lists(database, connection, other, person))
    operator = await operator_by_id(database, person)
    assert operator is not None
    assert (operator.is_held_out, operator.held_sites) == (False, [strict])
    connection.execute("UPDATE sites SET two_factor_required = true WHERE id = %s", (other,))
    operator = await operator_by_id(database, person)
    assert operator is not None
    assert operator.is_held_out
    connection.execute(
        "UPDATE operators SET totp_secret = 'x', totp_at = now() WHERE id = %s", (person,)
    )
    for site_id in (strict, other):
        assert all(await seen_by_lists(database, connection, site_id, person))
