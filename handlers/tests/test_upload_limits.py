"""What visitors may upload is bounded for an address and for a site, in files and in bytes."""

import secrets
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

_LARGE = b"word " * 140_000
"""Bytes: one goes into a megabyte, two do not."""


@pytest.fixture(scope="module")
def narrow(services_folder: Path, stores_settings: dict[str, str], door: Door) -> Iterator[Door]:
    """A process that allows little."""
    settings = stores_settings | {
        "PUBLIC_URL": door.url,
        "UPLOADS_PER_HOUR": "3",
        "UPLOAD_MEGABYTES_PER_HOUR": "1",
        "SITE_UPLOADS_PER_HOUR": "5",
        "SITE_UPLOAD_MEGABYTES_PER_HOUR": "2",
    }
    with closing(Door(services_folder / "narrow-door.log", settings)) as opened:
        yield opened


@pytest.fixture
def key(connection: Connection[Any]) -> str:
    """A site of its own."""
    made = f"files-{secrets.token_hex(6)}"
    new_site(connection, site_key=made, origins=(SHOP,))
    return made


def upload(door: Door, key: str, address: str, content: Any = b"word") -> httpx.Response:  # noqa: ANN401
    """Upload as somebody new behind an address."""
    return door.request(
        "POST",
        "/api/v1/visitor/attachments",
        token=door.open_session(key)["token"],
        headers={"X-Forwarded-For": address},
        params={"name": "a.txt"},
        content=content,
    )


def anywhere() -> str:
    return f"10.77.{secrets.randbelow(250)}.{secrets.randbelow(250)}"


def limited(reply: httpx.Response) -> None:
    refused(reply, 429, "rate_limited", retryable=True)
    assert 0 < int(reply.headers["retry-after"]) <= 3600


def test_visitors_behind_one_address_upload_so_many_files_an_hour(narrow: Door, key: str) -> None:
    office = anywhere()
    assert [upload(narrow, key, office).status_code for _ in range(3)] == [200] * 3
    limited(upload(narrow, key, office))
    assert upload(narrow, key, anywhere()).status_code == 200


def test_and_so_many_bytes_said_before_they_come(narrow: Door, key: str) -> None:
    office = anywhere()
    assert upload(narrow, key, office, _LARGE).status_code == 200
    limited(upload(narrow, key, office, _LARGE))
    assert upload(narrow, key, office).status_code == 200
    # What does not say how much it is may be as much as any.
    limited(upload(narrow, key, anywhere(), iter([b"word"])))


def test_all_visitors_of_a_site_upload_so_much_an_hour(
    narrow: Door, key: str, connection: Connection[Any]
) -> None:
    assert [upload(narrow, key, anywhere(), _LARGE).status_code for _ in range(2)] == [200] * 2
    limited(upload(narrow, key, anywhere(), _LARGE))
    assert [upload(narrow, key, anywhere()).status_code for _ in range(2)] == [200] * 2
    limited(upload(narrow, key, anywhere()))
    other = f"files-{secrets.token_hex(6)}"
    new_site(connection, site_key=other, origins=(SHOP,))
    assert upload(narrow, other, anywhere()).status_code == 200


def test_a_visitor_asks_to_be_erased_a_few_times_an_hour(door: Door, shop: Place) -> None:
    path = "/api/v1/visitor/erasure"
    token = door.open_session(shop.key)["token"]
    replies = [door.request("POST", path, token=token) for _ in range(6)]
    assert [reply.status_code for reply in replies] == [202] * 5 + [429]
    limited(replies[-1])
    office = {"X-Forwarded-For": anywhere()}
    for _ in range(20):
        other = door.open_session(shop.key)["token"]
        assert door.request("POST", path, token=other, headers=office).status_code == 202
    last = door.open_session(shop.key)["token"]
    limited(door.request("POST", path, token=last, headers=office))
