"""How far each operator has seen each conversation."""

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

_MARK = """
INSERT INTO operator_reads (conversation_id, operator_id, seq)
VALUES (%(conversation_id)s, %(operator_id)s, %(seq)s)
ON CONFLICT (conversation_id, operator_id) DO UPDATE SET seq = EXCLUDED.seq
WHERE operator_reads.seq < EXCLUDED.seq
"""


async def mark_read(
    connection: AsyncConnection[Any], conversation_id: UUID, operator_id: UUID, seq: int
) -> bool:
    """Note that an operator has seen all up to ``seq``; false when that was known already."""
    cursor = await connection.execute(
        _MARK, {"conversation_id": conversation_id, "operator_id": operator_id, "seq": seq}
    )
    return cursor.rowcount > 0
