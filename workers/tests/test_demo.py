"""The demo is loaded once and for all, and waits until its documents can be found."""

import json
import threading
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from shared.storage.documents import documents_on_their_way
from shared.tests.rows import new_site
from workers.demo import await_indexed, load

pytestmark = pytest.mark.services

URL = "https://demo.example.com"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A demo of one agent and two documents."""
    words = {"ru": "Сеть", "en": "Network"}
    agent = {"slug": "network", "name": words, "subject": words, "examples": {"ru": ["Wi-Fi?"]}}
    site = {"name": "Демо", "greeting": words, "agents": [agent]}
    (tmp_path / "site.json").write_text(json.dumps(site), encoding="utf-8")
    folder = tmp_path / "knowledge" / "network"
    folder.mkdir(parents=True)
    for name in ("wifi", "vpn"):
        (folder / f"{name}.md").write_text(f"# {name}\n\nШаги.", encoding="utf-8")
    return tmp_path


def settle(database_url: str, site_key: str) -> None:
    """Do what the workers do, a moment later."""
    time.sleep(0.3)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "UPDATE documents SET state = 'ready' FROM sites s WHERE site_id = s.id"
            " AND s.site_key = %s",
            (site_key,),
        )


def test_loading_waits_for_the_documents_and_no_longer_than_it_may(
    connection: Connection[Any], database_url: str, data: Path
) -> None:
    out = data / "demo.json"
    made = load(connection, data, out, URL)
    key = made["site_key"]
    assert documents_on_their_way(connection, key) == 2
    assert not await_indexed(connection, key, 0.1)

    worker = threading.Thread(target=settle, args=(database_url, key))
    worker.start()
    assert await_indexed(connection, key, 20)
    worker.join()
    assert documents_on_their_way(connection, key) == 0

    assert load(connection, data, out, URL) == made, "the key and the password are kept"
    assert await_indexed(connection, key, 0), "what did not change is not indexed again"


def test_what_an_administrator_made_of_the_site_stays_and_a_new_key_is_told(
    connection: Connection[Any], data: Path
) -> None:
    out = data / "demo.json"
    made = load(connection, data, out, URL)
    connection.execute(
        "UPDATE sites SET name = 'Своё', site_key = 'demo-made-anew', previous_key = site_key,"
        " origins = ARRAY['https://own.example.com'] WHERE site_key = %s",
        (made["site_key"],),
    )
    again = load(connection, data, out, "https://moved.example.com")
    assert again == made | {
        "site_key": "demo-made-anew",
        "base_url": "https://moved.example.com",
        "origin": "https://moved.example.com",
    }
    kept = connection.execute(
        "SELECT name, origins FROM sites WHERE site_key = 'demo-made-anew'"
    ).fetchone()
    assert kept == ("Своё", ["https://own.example.com", "https://moved.example.com"])
    left = connection.execute(
        "SELECT count(*) FROM sites WHERE site_key = %s", (made["site_key"],)
    ).fetchone()
    assert left == (0,)


def test_a_demo_site_that_an_administrator_has_deleted_does_not_come_back(
    connection: Connection[Any], data: Path
) -> None:
    connection.execute("DELETE FROM sites WHERE starts_with(site_key, 'demo-')")
    out = data / "demo.json"
    made = load(connection, data, out, URL)
    new_site(connection)

    def there() -> object:
        return connection.execute(
            "SELECT count(*), count(deleted_at) FROM sites WHERE starts_with(site_key, 'demo-')"
        ).fetchone()

    connection.execute(
        "UPDATE sites SET deleted_at = now() WHERE site_key = %s", (made["site_key"],)
    )
    assert load(connection, data, out, URL) == made
    assert there() == (1, 1), "while it is being erased"
    connection.execute("DELETE FROM sites WHERE site_key = %s", (made["site_key"],))
    assert load(connection, data, out, URL) == made
    assert there() == (0, 0)
