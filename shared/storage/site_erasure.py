"""What there is of a deleted site, erased in batches, and its row when nothing is left.

Each step may be done twice. Conversations leave the notes that an erasure leaves, and documents go
as those do that somebody deletes: out of the index first. The audit log of the site goes with it;
what the logs of other sites say of it stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

_DELETED = """
SELECT id, name, told_sites FROM sites WHERE deleted_at IS NOT NULL ORDER BY deleted_at, id
"""
_BATCHES = (
    "DELETE FROM web_sources WHERE site_id = %(site_id)s",
    "DELETE FROM cases WHERE site_id = %(site_id)s",
    """
    DELETE FROM case_runs WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM case_runs WHERE site_id = %(site_id)s LIMIT %(most)s))
    """,
    """
    DELETE FROM webhook_events WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM webhook_events WHERE site_id = %(site_id)s LIMIT %(most)s))
    """,
    """
    DELETE FROM visitors WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM visitors v WHERE v.site_id = %(site_id)s
          AND NOT EXISTS (SELECT FROM conversations c WHERE c.visitor_id = v.id)
        LIMIT %(most)s))
    """,
    """
    DELETE FROM visitor_requests WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM visitor_requests WHERE site_id = %(site_id)s LIMIT %(most)s))
    """,
    """
    DELETE FROM audit_log WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM audit_log
        WHERE site_ids && ARRAY[%(site_id)s]::uuid[] AND site_ids <@ ARRAY[%(site_id)s]::uuid[]
        LIMIT %(most)s))
    """,
    # What is of other sites, too, stays with those.
    """
    UPDATE audit_log SET site_ids = array_remove(site_ids, %(site_id)s)
    WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM audit_log
        WHERE site_ids && ARRAY[%(site_id)s]::uuid[]
          AND NOT site_ids <@ ARRAY[%(site_id)s]::uuid[]
        LIMIT %(most)s))
    """,
    """
    DELETE FROM document_originals WHERE ctid = ANY(ARRAY(
        SELECT o.ctid FROM documents d JOIN document_originals o ON o.document_id = d.id
        WHERE d.site_id = %(site_id)s LIMIT %(most)s))
    """,
    """
    DELETE FROM document_versions WHERE ctid = ANY(ARRAY(
        SELECT v.ctid FROM documents d JOIN document_versions v ON v.document_id = d.id
        WHERE d.site_id = %(site_id)s LIMIT %(most)s))
    """,
    """
    DELETE FROM documents WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM documents WHERE site_id = %(site_id)s AND state = 'deleted'
        LIMIT %(most)s))
    """,
    # Out of the index like any that goes for good; also those that somebody might have wanted back.
    """
    UPDATE documents SET state = 'removing', version = version + 1, text = '', content_hash = '',
        error = NULL, notes = '[]', updated_at = now() - interval '1 hour', deleted_at = NULL,
        deleted_by = ''
    WHERE ctid = ANY(ARRAY(
        SELECT ctid FROM documents
        WHERE site_id = %(site_id)s
          AND (state NOT IN ('removing', 'removed') OR deleted_at IS NOT NULL)
        LIMIT %(most)s))
    """,
)
_IS_EMPTY = """
SELECT NOT EXISTS (SELECT FROM conversations WHERE site_id = %(site_id)s)
   AND NOT EXISTS (SELECT FROM visitors WHERE site_id = %(site_id)s)
   AND NOT EXISTS (SELECT FROM documents WHERE site_id = %(site_id)s)
   AND NOT EXISTS (SELECT FROM erased_conversations WHERE site_id = %(site_id)s AND NOT is_swept)
   AND NOT EXISTS (SELECT FROM audit_log WHERE site_ids && ARRAY[%(site_id)s]::uuid[])
"""
_DELETE = "DELETE FROM sites WHERE id = %(site_id)s AND deleted_at IS NOT NULL"
# Their rows are referred to by what they wrote for sites that they left before: those would have
# to be read whole to find out.
_LEFT_OUT = """
SELECT id FROM operators o WHERE disabled_at IS NOT NULL AND email NOT LIKE 'deleted-%@invalid'
  AND NOT EXISTS (SELECT FROM operator_sites m WHERE m.operator_id = o.id)
"""
_FORGET = (
    """
    UPDATE operators SET email = 'deleted-' || id || '@invalid', name = '–', password_hash = '',
        totp_secret = NULL, totp_pending = NULL, totp_at = NULL
    WHERE id = ANY(%(ids)s)
    """,
    "DELETE FROM operator_sessions WHERE operator_id = ANY(%(ids)s)",
    "DELETE FROM recovery_codes WHERE operator_id = ANY(%(ids)s)",
    "DELETE FROM password_links WHERE operator_id = ANY(%(ids)s)",
    "DELETE FROM invitations WHERE invited_by = ANY(%(ids)s)",
    "DELETE FROM inbox_views WHERE owner_id = ANY(%(ids)s)",
    "DELETE FROM replies WHERE operator_id = ANY(%(ids)s)",
)


@dataclass(frozen=True, slots=True)
class DeletedSite:
    """A site of which something may be left."""

    id: UUID
    name: str
    told_sites: list[UUID]


def deleted_sites(connection: Connection[Any]) -> list[DeletedSite]:
    """Return the sites that are to be erased, the first deleted first."""
    cursor = connection.cursor(row_factory=class_row(DeletedSite))
    return cursor.execute(_DELETED).fetchall()


def erase_batch(connection: Connection[Any], site_id: UUID, most: int) -> int:
    """Erase up to ``most`` rows of each table of a site, beside its conversations; how many."""
    values = {"site_id": site_id, "most": most}
    return sum(connection.execute(statement, values).rowcount for statement in _BATCHES)


def erase_site(connection: Connection[Any], site_id: UUID) -> bool:
    """Delete the row of a site of which nothing large is left; false when something is.

    In the caller's transaction. Who worked for no other site is forgotten with it.
    """
    values: dict[str, Any] = {"site_id": site_id}
    row = connection.execute(_IS_EMPTY, values).fetchone()
    if row is None or not row[0]:
        return False
    if not connection.execute(_DELETE, values).rowcount:
        return False
    _forget(connection, [found[0] for found in connection.execute(_LEFT_OUT)])
    return True


def _forget(connection: Connection[Any], operators: Sequence[UUID]) -> None:
    for statement in _FORGET if operators else ():
        connection.execute(statement, {"ids": list(operators)})
