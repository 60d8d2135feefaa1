"""Operators' second factor: sealed secrets, the codes that were used, recovery codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_STATE = """
SELECT totp_secret AS secret, totp_pending AS pending, totp_at AS enabled_at,
       (SELECT count(*) FROM recovery_codes r
        WHERE r.operator_id = operators.id AND r.used_at IS NULL) AS recovery_codes
FROM operators WHERE id = %(operator_id)s
"""
_BEGIN = """
UPDATE operators SET totp_pending = %(sealed)s WHERE id = %(operator_id)s AND totp_at IS NULL
"""
# Only the very secret whose code was shown, and only once.
_ENABLE = """
UPDATE operators SET totp_secret = totp_pending, totp_pending = NULL, totp_at = now(),
                     totp_step = %(step)s
WHERE id = %(operator_id)s AND totp_at IS NULL AND totp_pending = %(sealed)s
"""
_DISABLE = """
UPDATE operators SET totp_secret = NULL, totp_pending = NULL, totp_at = NULL
WHERE id = %(operator_id)s AND totp_at IS NOT NULL
"""
_USE_STEP = """
UPDATE operators SET totp_step = %(step)s
WHERE id = %(operator_id)s AND totp_at IS NOT NULL AND totp_step < %(step)s
"""
_USE_RECOVERY = """
UPDATE recovery_codes SET used_at = now()
WHERE operator_id = %(operator_id)s AND code_hash = %(code_hash)s AND used_at IS NULL
"""
_FORGET_RECOVERY = "DELETE FROM recovery_codes WHERE operator_id = %(operator_id)s"
_ADD_RECOVERY = """
INSERT INTO recovery_codes (operator_id, code_hash)
SELECT %(operator_id)s, unnest(%(hashes)s::bytea[])
"""
_SEALED = """
SELECT id, totp_secret, totp_pending FROM operators
WHERE totp_secret IS NOT NULL OR totp_pending IS NOT NULL ORDER BY id
"""
# Whoever turned it off or on meanwhile has the last word.
_RESEAL = """
UPDATE operators SET totp_secret = CASE totp_secret WHEN %(old)s THEN %(new)s ELSE totp_secret END,
    totp_pending = CASE totp_pending WHEN %(old)s THEN %(new)s ELSE totp_pending END
WHERE id = %(operator_id)s AND (totp_secret = %(old)s OR totp_pending = %(old)s)
"""


@dataclass(frozen=True, slots=True)
class SecondFactor:
    """What is kept of an operator's second factor."""

    secret: bytes | None
    pending: bytes | None
    enabled_at: datetime | None
    recovery_codes: int


async def second_factor(connection: AsyncConnection[Any], operator_id: UUID) -> SecondFactor | None:
    """Return an operator's second factor as it stands; None: there is no such operator."""
    cursor = connection.cursor(row_factory=class_row(SecondFactor))
    await cursor.execute(_STATE, {"operator_id": operator_id})
    return await cursor.fetchone()


async def keep_pending(connection: AsyncConnection[Any], operator_id: UUID, sealed: bytes) -> bool:
    """Keep a secret that no code was shown of yet; false when the second factor is on."""
    values = {"operator_id": operator_id, "sealed": sealed}
    return (await connection.execute(_BEGIN, values)).rowcount == 1


async def enable(
    connection: AsyncConnection[Any], operator_id: UUID, sealed: bytes, step: int
) -> bool:
    """Turn it on with the pending secret, whose code of ``step`` was shown and is used up."""
    values = {"operator_id": operator_id, "sealed": sealed, "step": step}
    return (await connection.execute(_ENABLE, values)).rowcount == 1


async def disable(connection: AsyncConnection[Any], operator_id: UUID) -> bool:
    """Turn it off and forget the recovery codes; false when it was off."""
    values = {"operator_id": operator_id}
    await connection.execute(_FORGET_RECOVERY, values)
    return (await connection.execute(_DISABLE, values)).rowcount == 1


async def use_step(connection: AsyncConnection[Any], operator_id: UUID, step: int) -> bool:
    """Use a code up; false when it, or a later one, was used before."""
    values = {"operator_id": operator_id, "step": step}
    return (await connection.execute(_USE_STEP, values)).rowcount == 1


async def use_recovery(
    connection: AsyncConnection[Any], operator_id: UUID, code_hash: bytes
) -> bool:
    """Use a recovery code up; false when there is none such, or it was used before."""
    values = {"operator_id": operator_id, "code_hash": code_hash}
    return (await connection.execute(_USE_RECOVERY, values)).rowcount == 1


async def sealed_secrets(connection: AsyncConnection[Any]) -> list[tuple[UUID, bytes]]:
    """Return every sealed secret with its operator, pending ones too."""
    rows = await (await connection.execute(_SEALED)).fetchall()
    return [(row[0], bytes(sealed)) for row in rows for sealed in row[1:] if sealed is not None]


async def reseal(
    connection: AsyncConnection[Any], operator_id: UUID, old: bytes, new: bytes
) -> bool:
    """Put a secret sealed anew in the place of the very one that was read."""
    values = {"operator_id": operator_id, "old": old, "new": new}
    return (await connection.execute(_RESEAL, values)).rowcount == 1


async def replace_recovery(
    connection: AsyncConnection[Any], operator_id: UUID, hashes: Sequence[bytes]
) -> None:
    """Put new recovery codes in the place of all earlier ones."""
    values = {"operator_id": operator_id, "hashes": list(hashes)}
    await connection.execute(_FORGET_RECOVERY, values)
    await connection.execute(_ADD_RECOVERY, values)
