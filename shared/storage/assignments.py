"""Who is responsible for a conversation: given in Redis, mirrored in PostgreSQL (ADR 0016).

Other changes of a conversation's state reach PostgreSQL with a message. An assignment has none,
so whoever made it writes the mirror. Until that is done the conversation stands in ``unmirrored``
with the number of the change, and the watcher does it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg import AsyncConnection, Connection
from pydantic import BaseModel, ConfigDict
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.storage.keys import UNMIRRORED_KEY, conversation_key
from shared.storage.state import LiveState

_MIRROR = """
UPDATE conversations SET status = %(status)s, epoch = greatest(epoch, %(epoch)s),
    change = %(change)s, operator_id = %(operator_id)s, assignee_id = %(assignee_id)s,
    team_id = %(team_id)s, assigned_at = %(assigned_at)s, assigned_by_rule = %(assigned_by_rule)s,
    waiting_since = %(waiting_since)s, visitor_seq = greatest(visitor_seq, %(visitor_seq)s),
    answered_seq = greatest(answered_seq, %(answered_seq)s)
WHERE id = %(id)s AND change < %(change)s
"""
_OPERATOR = """
SELECT name FROM operators o JOIN entered_sites s ON s.operator_id = o.id
WHERE o.id = %(id)s AND s.site_id = %(site_id)s AND o.disabled_at IS NULL
"""
_TEAM = "SELECT name FROM teams WHERE id = %(id)s AND site_id = %(site_id)s"
# Only what is still of the change that was mirrored: a later one is owed by itself.
SETTLE = """
if redis.call('HGET', KEYS[1], ARGV[1]) == ARGV[2] then redis.call('HDEL', KEYS[1], ARGV[1]) end
"""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What an operator asks for; without an operator and a team, nobody is responsible."""

    conversation_id: UUID
    asked_by: UUID
    may_dispose: bool = False
    """Of a conversation in which somebody else has the floor."""
    operator_id: UUID | None = None
    operator_name: str = ""
    team_id: UUID | None = None
    team_name: str = ""


class Assigned(BaseModel):
    """Reply of ``assign.lua``; ``same`` when it was so already."""

    model_config = ConfigDict(frozen=True)

    result: Literal["done", "same"]
    state: LiveState


async def operator_name(
    connection: AsyncConnection[Any], operator_id: UUID, site_id: UUID
) -> str | None:
    """Return the name of an active operator who works for a site."""
    return await _name(connection, _OPERATOR, operator_id, site_id)


async def team_name(connection: AsyncConnection[Any], team_id: UUID, site_id: UUID) -> str | None:
    """Return the name of a site's team."""
    return await _name(connection, _TEAM, team_id, site_id)


async def mirror(connection: AsyncConnection[Any], redis: AsyncRedis, state: LiveState) -> None:
    """Write the state of an assignment, unless PostgreSQL knows a newer one."""
    await connection.execute(_MIRROR, _values(state))
    script = redis.register_script(SETTLE)
    await script(keys=[UNMIRRORED_KEY], args=[str(state.id), state.n])


class Unmirrored:
    """The assignments that are owed to PostgreSQL (blocking clients)."""

    def __init__(self, redis: Redis) -> None:
        """Look through ``redis``; nothing is sent yet."""
        self._redis = redis
        self._settle = redis.register_script(SETTLE)

    def states(self) -> list[LiveState]:
        """Return the present state of each conversation that stands there.

        What Redis has forgotten meanwhile is struck off: there is nothing left to mirror.
        """
        found = []
        for field, number in self._redis.hscan_iter(UNMIRRORED_KEY, count=500):
            key = conversation_key(UUID(field.decode()))
            values: dict[bytes, bytes] = self._redis.hgetall(key)  # type: ignore[assignment]
            if values:
                plain = {name.decode(): value.decode() for name, value in values.items()}
                found.append(LiveState.model_validate(plain))
            else:
                self._settle(keys=[UNMIRRORED_KEY], args=[field, number])
        return found

    def mirror(self, connection: Connection[Any], state: LiveState) -> None:
        """Write the state, unless PostgreSQL knows a newer one, and strike it off."""
        connection.execute(_MIRROR, _values(state))
        owed = self._redis.hget(UNMIRRORED_KEY, str(state.id))
        if owed is not None and int(owed) <= state.n:
            self._settle(keys=[UNMIRRORED_KEY], args=[str(state.id), owed])


async def _name(
    connection: AsyncConnection[Any], query: str, subject: UUID, site_id: UUID
) -> str | None:
    cursor = await connection.execute(query, {"id": subject, "site_id": site_id})
    row = await cursor.fetchone()
    return row[0] if row else None


def _values(state: LiveState) -> dict[str, Any]:
    waiting: datetime | None = state.waiting_since
    return state.mirror().model_dump() | {"id": state.id, "waiting_since": waiting}
