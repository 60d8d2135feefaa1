"""Sites' origins: the column refuses what has not their form; what is there already is left out."""

import secrets
from pathlib import Path
from typing import Any

import pytest
from psycopg import AsyncConnection, Connection
from psycopg.errors import CheckViolation

from shared.domain.origins import parse_origin
from shared.storage.sites import all_origins, site_by_id, site_by_key
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

_CHECK = "sites_origins_look_like_origins"
_MIGRATION = Path(__file__).parents[1] / "storage/migrations/0002_site_origins.sql"


@pytest.mark.parametrize(
    "origins",
    [
        ("https://shop.example.com/",),
        ("https://shop.example.com", "https://shop.example.com/help"),
        ("shop.example.com",),
        ("ftp://shop.example.com",),
        ("https://a.example.com https://b.example.com",),
        ("https://shop.example.com\n",),
        ("",),
        ("*",),
        (None,),
    ],
)
def test_what_has_not_the_form_of_an_origin_is_not_stored(
    connection: Connection[Any], origins: tuple[str, ...]
) -> None:
    with pytest.raises(CheckViolation):
        new_site(connection, origins=origins)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_any_number_of_origins_is_stored(connection: Connection[Any], count: int) -> None:
    new_site(connection, origins=tuple(f"https://{n}.example.com:8443" for n in range(count)))


async def test_rows_from_before_stay_and_only_what_is_unreadable_in_them_is_left_out(
    database_url: str,
) -> None:
    good, bad = "https://old.example.com", "https://old.example.com/"
    async with await AsyncConnection.connect(database_url) as connection:
        await connection.execute(f"ALTER TABLE sites DROP CONSTRAINT {_CHECK}")
        cursor = await connection.execute(
            "INSERT INTO sites (id, site_key, name, origins)"
            " VALUES (gen_random_uuid(), 'old', 'Old', %s) RETURNING id",
            ([good, bad],),
        )
        row = await cursor.fetchone()
        await connection.execute(_MIGRATION.read_bytes())
        assert row
        site = await site_by_id(connection, row[0])
        assert site
        assert site.origins == {parse_origin(good)}
        assert parse_origin(good) in await all_origins(connection)
        with pytest.raises(CheckViolation):
            await connection.execute("UPDATE sites SET name = 'New' WHERE id = %s", (row[0],))
        await connection.rollback()


@pytest.mark.parametrize("written_last", ["own", "other"])
async def test_a_key_is_its_own_site_s_before_it_is_the_past_one_of_another(
    database_url: str, connection: Connection[Any], written_last: str
) -> None:
    key = f"test-{secrets.token_hex(8)}"
    sites = {name: new_site(connection, site_key=name) for name in (key, f"{key}-2")}
    rotated = "UPDATE sites SET previous_key = %s, previous_key_until = now() + '1 day'"
    connection.execute(rotated + " WHERE site_key = %s", (key, f"{key}-2"))
    if written_last == "own":
        connection.execute("UPDATE sites SET name = 'x' WHERE site_key = %s", (key,))
    async with await AsyncConnection.connect(database_url) as link:
        found = await site_by_key(link, key)
    assert found is not None
    assert found.id == sites[key]
