"""What a person typed wrong into one site, or has not made yet, shuts no other site out."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.wire import Socket, client_id
from shared.storage.migrate import migrate
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

# Passes the column's check, which looks at the form alone.
UNREADABLE = "https://shop.example.com:99999"


@pytest.fixture
def mistyped(connection: Connection[Any]) -> Iterator[str]:
    """The key of a site with one origin that is none, beside one that is."""
    origins = (UNREADABLE, "https://typo.example.com")
    site_key = f"typo-{client_id()}"
    site_id = new_site(connection, site_key=site_key, origins=origins)
    yield site_key
    connection.execute("UPDATE sites SET disabled_at = now() WHERE id = %s", (site_id,))


@pytest.fixture
def empty_database_url(postgres_url: str) -> Iterator[str]:
    """A database that has no tables yet."""
    name = f"empty_{client_id()}"
    base, slash, rest = postgres_url.rpartition("/")
    with Connection.connect(postgres_url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield f"{base}{slash}{name}" + rest[rest.index("?") :] if "?" in rest else f"{base}/{name}"
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


async def test_one_unreadable_origin_shuts_no_site_out(
    services_folder: Path, stores_settings: dict[str, str], shop: Place, mistyped: str
) -> None:
    with closing(Door(services_folder / "mistyped.log", stores_settings)) as door:
        token = door.open_session(shop.key)["token"]
        async with await Socket.visitor(door, token):
            pass
        asked = {"Access-Control-Request-Method": "POST"}
        preflight = door.request("OPTIONS", "/api/v1/visitor/sessions", headers=asked)
        assert preflight.headers["access-control-allow-origin"] == SHOP
        door.open_session(mistyped, origin="https://typo.example.com")
        assert "origin.unreadable" in door.logged()


async def test_a_process_that_starts_before_the_migrations_serves_when_they_have_run(
    services_folder: Path, stores_settings: dict[str, str], empty_database_url: str
) -> None:
    settings = stores_settings | {"DATABASE_URL": empty_database_url}
    with closing(Door(services_folder / "too-early.log", settings, begun="/healthz")) as door:
        until = time.monotonic() + 10
        while "origins.not_refreshed" not in door.logged():
            assert time.monotonic() < until
            await asyncio.sleep(0.1)
        early = door.request("GET", "/readyz")
        assert (early.status_code, early.json()["parts"]["schema"]) == (503, False)
        migrate(empty_database_url)
        assert door.request("GET", "/readyz").status_code == 200
        key = f"early-{client_id()}"
        with Connection.connect(empty_database_url, autocommit=True) as connection:
            new_site(connection, site_key=key, origins=(SHOP,))
        until, asked = time.monotonic() + 30, {"Access-Control-Request-Method": "POST"}
        while door.request("OPTIONS", "/api/v1/visitor/sessions", headers=asked).status_code != 200:
            assert time.monotonic() < until, "shut out for good"
            await asyncio.sleep(0.2)
        async with await Socket.visitor(door, door.open_session(key)["token"]):
            pass
