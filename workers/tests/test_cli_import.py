"""An archive comes into a site that lives, whatever is the matter with either."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_conversation, new_operator, new_site
from workers.cli.site_import import SiteImport
from workers.tests.archived import id_of, new_full_site
from workers.tests.shell import Shell

pytestmark = pytest.mark.services


@pytest.fixture
def key(connection: Connection[Any]) -> str:
    """A site with something of everything."""
    return new_full_site(connection)


@pytest.fixture
def exported(shell: Shell, key: str) -> Path:
    """Its archive."""
    shell.done("export", "--site", key, "--out", "site.zip")
    return shell.folder / "site.zip"


@pytest.fixture
def owner(connection: Connection[Any]) -> str:
    """An administrator."""
    email = f"{secrets.token_hex(6)}@example.com"
    new_operator(connection, new_site(connection), email=email)
    return email


@pytest.fixture
def impatient(database_url: str) -> Iterator[Connection[Any]]:
    """A connection that waits for nobody."""
    with psycopg.connect(database_url, autocommit=True, options="-c lock_timeout=500") as opened:
        yield opened


def test_visitors_and_documents_come_in_while_an_import_lasts(
    shell: Shell,
    connection: Connection[Any],
    impatient: Connection[Any],
    key: str,
    exported: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site_id = id_of(connection, key)
    came: list[str] = []
    last = SiteImport._corrections

    async def meanwhile(work: SiteImport) -> None:
        new_conversation(impatient, site_id)
        put_document_blocking(impatient, site_id, NewDocument("access", "new.md", "# New"))
        came.append("all")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            impatient.execute("UPDATE sites SET name = 'Other' WHERE id = %s", (site_id,))
        await last(work)

    monkeypatch.setattr(SiteImport, "_corrections", meanwhile)
    connection.execute("UPDATE sites SET name = 'Before' WHERE id = %s", (site_id,))
    connection.execute("UPDATE agents SET wrong_share = 0.01 WHERE site_id = %s", (site_id,))
    shell.done("import", exported.name, "--site", key)
    assert came == ["all"]


@pytest.mark.parametrize(
    "change",
    [
        "site_key = 'k-' || id, previous_key = site_key, previous_key_until = now() + '7 days'",
        "site_key = 'k-' || id, previous_key = site_key, previous_key_until = now()",
        "deleted_at = now(), disabled_at = now()",
    ],
)
def test_a_key_that_leads_or_has_led_to_another_site_is_not_taken_for_a_new_one(
    shell: Shell,
    connection: Connection[Any],
    key: str,
    exported: Path,
    owner: str,
    change: str,
) -> None:
    connection.execute(f"UPDATE sites SET {change} WHERE site_key = %s", (key,))  # noqa: S608
    out = shell.done("import", exported.name, "--new", "--administrator", owner)
    made = out.split(":")[0]
    assert made != key
    assert id_of(connection, made)
