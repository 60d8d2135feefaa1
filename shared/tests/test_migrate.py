"""Migrations wait for a table in turns, so that nobody waits behind them for long."""

import secrets
import threading
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql
from psycopg.errors import LockNotAvailable

from shared.storage import migrate as module
from shared.storage.migrate import migrate
from shared.storage.schema import MIGRATIONS, applied_migrations, known_migrations

pytestmark = pytest.mark.services

_HOLD = "LOCK TABLE sites IN ACCESS SHARE MODE"


@pytest.fixture
def behind(postgres_url: str) -> str:
    """A database of the test's own that lacks the migration of ``sites.identity_keys``."""
    name, last = f"migrate_{secrets.token_hex(6)}", "0022_identity_keys"
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    url = urlunsplit(urlsplit(postgres_url)._replace(path=f"/{name}"))
    migrate(url)
    with psycopg.connect(url) as connection:
        for newer in reversed(known_migrations()):
            connection.execute((MIGRATIONS / f"{newer}.rollback.sql").read_bytes())
            connection.execute("DELETE FROM _yoyo_migration WHERE migration_id = %s", (newer,))
            if newer == last:
                break
    return url


def waits(monkeypatch: pytest.MonkeyPatch, *, tries: int, then: Callable[[], None]) -> None:
    monkeypatch.setattr(module, "_LOCK_WAIT", "100ms")
    monkeypatch.setattr(module, "_TRIES", tries)
    monkeypatch.setattr("shared.storage.migrate.time.sleep", lambda _: then())


def test_a_table_that_is_in_use_is_come_back_to(
    behind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(behind) as report:
        report.execute(_HOLD)
        waits(monkeypatch, tries=3, then=report.rollback)
        assert "0022_identity_keys" in migrate(behind)
    with psycopg.connect(behind) as connection:
        assert applied_migrations(connection) == known_migrations()


def test_a_table_that_stays_in_use_is_left_as_it_is_and_told(
    behind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paused = threading.Event()
    with psycopg.connect(behind) as report:
        report.execute(_HOLD)
        waits(monkeypatch, tries=2, then=paused.set)
        with pytest.raises(LockNotAvailable):
            migrate(behind)
    assert paused.is_set()
    with psycopg.connect(behind) as connection:
        assert "0022_identity_keys" not in applied_migrations(connection)
    assert "0022_identity_keys" in migrate(behind)


def test_a_migration_that_was_killed_keeps_nobody_out(behind: str) -> None:
    with psycopg.connect(behind, autocommit=True) as killed:
        killed.execute(module._ONE_AT_A_TIME)
        # Whoever comes meanwhile waits, and is let in as the connection ends.
        threading.Timer(1, killed.close).start()
        assert "0022_identity_keys" in migrate(behind)
        assert killed.closed
    assert migrate(behind) == []
