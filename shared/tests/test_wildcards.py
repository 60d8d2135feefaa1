"""A wildcard stands for subdomains, with its scheme and port, and for nothing else."""

from typing import Any

import pytest
from psycopg import AsyncConnection, Connection
from psycopg.errors import CheckViolation

from shared.domain.origins import (
    AllowedOrigins,
    OriginError,
    parse_origin,
    parse_wildcard,
)
from shared.storage.sites import all_origins, site_by_id
from shared.tests.rows import new_site
from shared.tests.test_origins import HOSTILE

PARENT = parse_origin("https://example.com")
BELOW = AllowedOrigins.of((), (PARENT,))
GOOD = {"https://sub.example.com", "https://www.example.com"}


def allows(text: str) -> bool:
    try:
        return parse_origin(text) in BELOW
    except OriginError:
        return False


@pytest.mark.parametrize("text", [*GOOD, "https://a.b.c.example.com", "https://x.example.com:443"])
def test_one_or_more_labels_pass(text: str) -> None:
    assert allows(text)


@pytest.mark.parametrize("text", [text for text in HOSTILE if text not in GOOD], ids=ascii)
def test_a_hostile_origin_is_refused_by_a_wildcard_too(text: str) -> None:
    assert not allows(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.com",
        "http://sub.example.com",
        "https://sub.example.com:8443",
        "https://subexample.com",
        "https://sub.example.com.evil.test",
        "https://example.com.example.co",
        "https://*.example.com",
    ],
)
def test_what_only_looks_like_a_subdomain_is_refused(text: str) -> None:
    assert not allows(text)


def test_a_port_is_part_of_the_wildcard() -> None:
    found = parse_wildcard("https://*.example.com:8443")
    assert found == parse_origin("https://example.com:8443")
    assert parse_origin("https://a.example.com:8443") in AllowedOrigins.of((), (found,))
    assert parse_origin("https://a.example.com") not in AllowedOrigins.of((), (found,))


@pytest.mark.parametrize(
    "text",
    [
        "https://*.127.0.0.1", "https://*.[::1]", "https://*.", "https://*.*.example.com",
        "https://*.example.com/", "https://*.example.com/x", "ftp://*.example.com",
        "https://*.exa*mple.com", "https://*.example.com:0", "https://*.user@example.com",
    ],
)  # fmt: skip
def test_a_wildcard_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(OriginError):
        parse_wildcard(text)


@pytest.mark.parametrize("text", ["https://example.com", "https://a*.example.com", "*.example.com"])
def test_what_does_not_begin_with_a_star_and_a_dot_is_no_wildcard(text: str) -> None:
    assert parse_wildcard(text) is None


def test_an_address_is_below_nothing() -> None:
    assert parse_origin("http://10.0.0.1") not in AllowedOrigins.of(
        (), (parse_origin("http://0.0.1"), parse_origin("http://1"))
    )


@pytest.mark.services
def test_a_wildcard_is_stored_only_where_it_was_chosen(connection: Connection[Any]) -> None:
    site_id = new_site(connection)
    # Of its own domain: other tests of this database ask who may come from example.com.
    values = (["https://*.stored.example.net"], site_id)
    with pytest.raises(CheckViolation):
        connection.execute("UPDATE sites SET origins = %s WHERE id = %s", values)
    connection.execute("UPDATE sites SET origins = %s, wildcards = true WHERE id = %s", values)
    with pytest.raises(CheckViolation):
        connection.execute("UPDATE sites SET wildcards = false WHERE id = %s", (site_id,))


@pytest.mark.services
@pytest.mark.parametrize("text", ["https://*", "https://a.*.com", "https://**.a.com", "*"])
def test_a_star_elsewhere_is_stored_nowhere(connection: Connection[Any], text: str) -> None:
    site_id = new_site(connection)
    with pytest.raises(CheckViolation):
        connection.execute(
            "UPDATE sites SET wildcards = true, origins = %s WHERE id = %s", ([text], site_id)
        )


@pytest.mark.services
async def test_a_stored_wildcard_is_read(connection: Connection[Any], database_url: str) -> None:
    site_id = new_site(connection)
    connection.execute(
        "UPDATE sites SET wildcards = true, origins = %s WHERE id = %s",
        (["https://*.wild.example.net", "https://plain.example.net"], site_id),
    )
    async with await AsyncConnection.connect(database_url) as reading:
        site = await site_by_id(reading, site_id)
        assert site
        for text, allowed in (
            ("https://a.wild.example.net", True),
            ("https://plain.example.net", True),
            ("https://wild.example.net", False),
            ("https://a.plain.example.net", False),
        ):
            assert site.allows(parse_origin(text)) is allowed
            assert (parse_origin(text) in await all_origins(reading)) is allowed
