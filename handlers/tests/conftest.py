"""Real handlers processes and two sites that know nothing of each other."""

import secrets
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import pytest
from psycopg import Connection

from handlers.tests.door import SHOP, Door
from ops.tests.fake_platform import SECRET
from shared.storage.sites import all_origins  # noqa: F401 (what the process reads at its start)
from shared.tests.rows import new_operator, new_site


@dataclass(frozen=True, slots=True)
class Place:
    """A site with its operators."""

    id: UUID
    key: str
    origin: str
    admin: str
    operator: str
    colleague: str


def _place(connection: Connection[tuple[object, ...]], name: str, origin: str) -> Place:
    key, mark = f"{name}-{secrets.token_hex(6)}", secrets.token_hex(4)
    site_id = new_site(connection, site_key=key, origins=(origin,), name=name)
    emails = [f"{role}-{mark}@{name}.example" for role in ("admin", "anna", "boris")]
    for email, role, called, locale in (
        (emails[0], "admin", "Админ", "ru"),
        (emails[1], "operator", "Анна", "ru"),
        (emails[2], "operator", "Борис", "en"),
    ):
        new_operator(connection, site_id, email=email, role=role, name=called, locale=locale)
    return Place(site_id, key, origin, *emails)


@pytest.fixture(scope="session")
def shop(database_url: str) -> Place:
    """The site that most tests are about."""
    with Connection.connect(database_url, autocommit=True) as connection:
        return _place(connection, "shop", SHOP)


@pytest.fixture(scope="session")
def bank(database_url: str) -> Place:
    """Another site, of other people."""
    with Connection.connect(database_url, autocommit=True) as connection:
        return _place(connection, "bank", "https://bank.example.com")


@pytest.fixture(scope="session")
def stores_settings(database_url: str, redis_url: str, embedded_broker_url: str) -> dict[str, str]:
    """Where the parts are, with the embedded broker."""
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
    }


@pytest.fixture(scope="session")
def door(
    services_folder: Path, stores_settings: dict[str, str], shop: Place, bank: Place
) -> Iterator[Door]:
    """One process on the embedded broker, which knows where logs are shown."""
    logs = "https://logs.example/?of={request_id}&by={message_id}&in={conversation_id}&{from}-{to}"
    settings = stores_settings | {"LOGS_URL": logs}
    with closing(Door(services_folder / "door.log", settings)) as opened:
        yield opened


@pytest.fixture(scope="session")
def second_door(
    services_folder: Path, stores_settings: dict[str, str], door: Door
) -> Iterator[Door]:
    """Another process behind the same Redis."""
    settings = stores_settings | {"PUBLIC_URL": door.url}
    with closing(Door(services_folder / "second-door.log", settings)) as opened:
        yield opened


@pytest.fixture(scope="session")
def guarded(
    services_folder: Path, stores_settings: dict[str, str], shop: Place, bank: Place
) -> Iterator[Door]:
    """A process that stands behind a gateway, with files of its own."""
    files = services_folder / "files"
    files.mkdir()
    for name in ("widget.js", "index.html"):
        (files / name).write_text("0", encoding="utf-8")
    settings = stores_settings | {
        "GATEWAY_SECRET": SECRET,
        "PUBLIC_URL": "https://help.example.net",
        "WIDGET_DIR": str(files),
        "ADMIN_DIR": str(files),
    }
    with closing(Door(services_folder / "guarded.log", settings)) as opened:
        yield opened
