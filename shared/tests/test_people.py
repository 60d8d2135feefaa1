"""A refresh token is worth one new one; used twice, the whole family is worth nothing."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection, Connection

from shared.auth.tokens import refresh_hash
from shared.kernel.ids import uuid7
from shared.storage.people import (
    delete_expired_sessions,
    end_session,
    operator_by_email,
    operator_by_id,
    operator_of_session,
    rotate,
    start_session,
)
from shared.tests.rows import new_operator, new_site

pytestmark = pytest.mark.services

NOW = datetime.now(UTC)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[AsyncConnection[Any]]:
    async with await AsyncConnection.connect(database_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def operator_id(connection: Connection[Any]) -> UUID:
    return new_operator(connection, new_site(connection))


async def begin(
    database: AsyncConnection[Any], operator_id: UUID, *, ttl: timedelta = timedelta(days=1)
) -> tuple[UUID, str]:
    session_id, token = uuid7(), f"refresh-{uuid7()}"
    await start_session(
        database,
        session_id=session_id,
        operator_id=operator_id,
        expires_at=NOW + ttl,
        token_hash=refresh_hash(token),
    )
    return session_id, token


async def trade(database: AsyncConnection[Any], old: str, new: str) -> tuple[bool, bool] | None:
    rotation = await rotate(
        database, old_hash=refresh_hash(old), new_hash=refresh_hash(new), now=NOW
    )
    return (rotation.is_valid, rotation.was_reused) if rotation else None


async def test_a_chain_of_rotations_goes_on(
    database: AsyncConnection[Any], operator_id: UUID
) -> None:
    session_id, token = await begin(database, operator_id)
    for number in range(4):
        following = f"{session_id}-{number}"
        assert await trade(database, token, following) == (True, False)
        token = following


async def test_a_token_used_twice_ends_the_family_the_newest_token_included(
    database: AsyncConnection[Any], operator_id: UUID
) -> None:
    session_id, token = await begin(database, operator_id)
    assert await trade(database, token, f"{session_id}-1") == (True, False)
    assert await trade(database, token, f"{session_id}-2") == (False, True)
    assert await trade(database, f"{session_id}-1", f"{session_id}-3") == (False, False)
    assert await trade(database, f"{session_id}-2", f"{session_id}-4") is None


async def test_another_sign_in_of_the_same_operator_is_not_touched_by_it(
    database: AsyncConnection[Any], operator_id: UUID
) -> None:
    session_id, token = await begin(database, operator_id)
    _, other = await begin(database, operator_id)
    await trade(database, token, f"{session_id}-1")
    await trade(database, token, f"{session_id}-2")
    assert await trade(database, other, f"{session_id}-3") == (True, False)


async def test_an_unknown_expired_or_revoked_token_is_worth_nothing(
    database: AsyncConnection[Any], operator_id: UUID
) -> None:
    assert await trade(database, "nobody's", "x") is None
    _, expired = await begin(database, operator_id, ttl=timedelta(seconds=-1))
    assert await trade(database, expired, "y") == (False, False)
    session_id, token = await begin(database, operator_id)
    await end_session(database, session_id)
    assert await trade(database, token, "z") == (False, False)


async def test_of_two_trades_of_one_token_at_once_one_is_a_reuse(
    database_url: str, database: AsyncConnection[Any], operator_id: UUID
) -> None:
    for number in range(10):
        session_id, token = await begin(database, operator_id)
        async with await AsyncConnection.connect(database_url, autocommit=True) as second:
            found = await asyncio.gather(
                trade(database, token, f"{session_id}-a{number}"),
                trade(second, token, f"{session_id}-b{number}"),
            )
        assert sorted(found, key=str) == [(False, True), (True, False)]


async def test_old_sign_ins_are_deleted_with_their_tokens_and_living_ones_stay(
    database: AsyncConnection[Any], connection: Connection[Any], operator_id: UUID
) -> None:
    _, old = await begin(database, operator_id, ttl=timedelta(seconds=-1))
    session_id, living = await begin(database, operator_id)
    assert delete_expired_sessions(connection, NOW) >= 1
    assert await trade(database, old, "x") is None
    assert await trade(database, living, f"{session_id}-1") == (True, False)


async def test_an_operator_is_found_by_e_mail_in_any_case_until_disabled(
    database: AsyncConnection[Any], connection: Connection[Any]
) -> None:
    site_id = new_site(connection)
    operator_id = new_operator(connection, site_id, email=f"Anna.{site_id}@Example.com")
    found = await operator_by_email(database, f"aNNA.{site_id}@example.COM")
    assert found
    assert (found.id, found.sites) == (operator_id, [site_id])
    connection.execute("UPDATE operators SET disabled_at = now() WHERE id = %s", (operator_id,))
    assert await operator_by_email(database, f"Anna.{site_id}@Example.com") is None
    assert await operator_by_id(database, operator_id) is None


async def test_a_sign_in_is_worth_something_to_its_operator_until_it_ends(
    database: AsyncConnection[Any], connection: Connection[Any], operator_id: UUID
) -> None:
    session_id, _ = await begin(database, operator_id)
    expired, _ = await begin(database, operator_id, ttl=timedelta(seconds=-1))
    living, _ = await begin(database, operator_id)
    somebody = new_operator(connection, new_site(connection))

    found = await operator_of_session(database, operator_id, session_id)
    assert found
    assert found.id == operator_id
    assert await operator_of_session(database, somebody, session_id) is None
    assert await operator_of_session(database, operator_id, expired) is None
    await end_session(database, session_id)
    assert await operator_of_session(database, operator_id, session_id) is None
    assert await operator_of_session(database, operator_id, living)
    connection.execute("UPDATE operators SET disabled_at = now() WHERE id = %s", (operator_id,))
    assert await operator_of_session(database, operator_id, living) is None
