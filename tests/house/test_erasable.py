"""Whatever is kept of a visitor goes with them: a new table that forgets this fails here."""

from typing import Any

import pytest
from psycopg import Connection

from shared.storage.everything import ROOT, belonging, references

pytestmark = pytest.mark.services

# Ids of visitors' things that are no references, and why they may stay when those go.
LOOSE = {
    ("messages", "in_reply_to"): "an id within the same conversation",
    ("visitor_requests", "visitor_id"): "the fact that somebody was erased outlives them",
}
_LOOSE_COLUMNS = """
SELECT c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
  AND a.attname ~ '(visitor|conversation|message)_id$|^in_reply_to$'
  AND a.attname <> 'client_message_id'  -- minted by a browser, names a command
"""


def test_everything_that_refers_to_a_visitor_s_things_goes_with_them(
    connection: Connection[Any],
) -> None:
    theirs = {ROOT, *(one.table for one in belonging(connection))}
    assert {"conversations", "messages", "ratings"} <= theirs
    left = {
        (one.table, one.column): one.on_delete
        for one in references(connection)
        if one.of in theirs and one.on_delete != "c"
    }
    assert left == {}, "refers to a visitor's row and does not cascade: an erasure would leave it"


def test_an_id_of_a_visitor_s_thing_is_a_reference_or_has_its_reason(
    connection: Connection[Any],
) -> None:
    known = {(one.table, one.column) for one in references(connection)}
    loose = {tuple(row) for row in connection.execute(_LOOSE_COLUMNS)} - known - set(LOOSE)
    assert loose == set()


def test_everything_that_refers_to_a_site_goes_with_it(connection: Connection[Any]) -> None:
    """What names one without referring to it is found by ``workers/tests/test_site_eraser.py``."""
    left = {
        (one.table, one.column): one.on_delete
        for one in references(connection)
        if one.of == "sites" and one.on_delete != "c"
    }
    assert left == {}, "refers to a site and does not cascade: the site could never be deleted"
