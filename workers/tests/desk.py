"""A site with people who may be here, conversations that wait, and who finds somebody for them."""

from typing import Any
from uuid import UUID

from psycopg import Connection
from redis import Redis

from shared.config import Settings
from shared.domain.words import Availability
from shared.kernel.clock import Clock, utc_now
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers
from shared.storage.assignments import Assignment, Unmirrored
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.offers import Offers
from shared.storage.presence import Desks, Here
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.talk import NAMES, Talk
from workers.services.assigner import Assigner
from workers.services.database import Database


class Make:
    """Makes assigners, each with a connection of its own as in processes of their own."""

    def __init__(self, settings: Settings, redis: Redis) -> None:
        self._settings = settings
        self._redis = redis
        self._opened: list[Database] = []

    def __call__(self, clock: Clock = utc_now) -> Assigner:
        redis = self._redis
        return Assigner(Offers(redis), Unmirrored(redis), Answers(redis), self.database(), clock)

    def database(self) -> Database:
        """Another way to PostgreSQL."""
        self._opened.append(Database(self._settings))
        return self._opened[-1]

    def close(self) -> None:
        """Close what this thread has opened."""
        for database in self._opened:
            database.drop()


class Desk:
    """A site with people who may be here, and conversations that wait."""

    def __init__(self, connection: Connection[Any], talk: Talk, *, automatic: bool = True) -> None:
        self.connection = connection
        self.talk = talk
        self.desks = Desks(talk.async_redis)
        self.site = new_site(connection)
        self.rules(automatic=automatic)

    def rules(self, *, automatic: bool, take_seconds: int = 120) -> None:
        """Choose how it assigns."""
        self.connection.execute(
            "INSERT INTO assignment_rules VALUES (%s, %s, %s) ON CONFLICT (site_id) DO UPDATE"
            " SET automatic = EXCLUDED.automatic, take_seconds = EXCLUDED.take_seconds",
            (self.site, automatic, take_seconds),
        )

    def operator(self, name: str) -> UUID:
        """Employ somebody."""
        operator = new_operator(self.connection, self.site, name=name, role="operator")
        NAMES[operator] = name
        return operator

    def team(self, *members: UUID, automatic: bool = True) -> UUID:
        """Make a team."""
        team = uuid7()
        self.connection.execute(
            "INSERT INTO teams (id, site_id, name, automatic) VALUES (%s, %s, %s, %s)",
            (team, self.site, f"Команда {team}", automatic),
        )
        for member in members:
            self.connection.execute("INSERT INTO team_members VALUES (%s, %s)", (team, member))
        return team

    async def arrives(self, *operators: UUID, as_: Availability = Availability.AVAILABLE) -> None:
        """Come to work."""
        for operator in operators:
            desk = Here(operator, NAMES[operator], str(operator))
            await self.desks.join(desk, as_, [self.site])
            self.connection.execute(
                "UPDATE operators SET availability = %s WHERE id = %s", (as_, operator)
            )

    async def leaves(self, operator: UUID) -> None:
        """Go home."""
        await self.desks.leave(Here(operator, NAMES[operator], str(operator)))

    async def waits(self, team: UUID | None = None) -> Talk:
        """A conversation that waits, in Redis and in PostgreSQL."""
        conversation = new_conversation(self.connection, self.site)
        seed = {"id": str(conversation), "site": str(self.site)}
        talk = await Talk(self.talk.async_redis, self.talk.redis, **seed).begin()
        await talk.say()
        moved = await talk.move(FloorCommand.HANDOFF)
        self.connection.execute(
            "UPDATE conversations SET status = 'waiting', change = %s, waiting_since = now(),"
            " team_id = %s, last_seq = 2, epoch = 2 WHERE id = %s",
            (moved.state.n, team, conversation),
        )
        if team:
            key = conversation_key(conversation)
            talk.redis.hset(key, mapping={"team": str(team), "team_name": "Команда"})
        return talk

    async def gives(self, talk: Talk, to: UUID, by: UUID, team: UUID | None = None) -> None:
        """Somebody gives it to somebody by hand."""
        wanted = Assignment(
            talk.id,
            asked_by=by,
            operator_id=to,
            operator_name=NAMES[to],
            team_id=team,
            team_name="Команда" if team else "",
        )
        await talk.handlers.assign(wanted, utc_now())
        for state in Unmirrored(talk.redis).states():
            Unmirrored(talk.redis).mirror(self.connection, state)

    def goes(self, operator: UUID, how: str) -> None:
        """Be disabled, or leave the site."""
        self.connection.execute(
            {
                "disabled": "UPDATE operators SET disabled_at = now() WHERE id = %s",
                "left": "DELETE FROM operator_sites WHERE operator_id = %s",
            }[how],
            (operator,),
        )

    def stored(self, talk: Talk) -> UUID | None:
        """Whose PostgreSQL says it is."""
        row = self.connection.execute(
            "SELECT assignee_id FROM conversations WHERE id = %s", (talk.id,)
        ).fetchone()
        assert row is not None
        assignee: UUID | None = row[0]
        return assignee


async def owner(talk: Talk) -> UUID | None:
    """Whose Redis says it is."""
    return (await talk.state()).assignee
