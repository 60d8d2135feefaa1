"""A conversation that is stored, with its live state."""

import itertools
from typing import Any

from psycopg import Connection

from shared.contracts.queues import MessageRecord
from shared.queues.delivery import Delivery
from shared.queues.envelope import wrap
from shared.storage.records import write_messages
from shared.storage.state import Accepted
from shared.tests.rows import new_conversation
from shared.tests.talk import Talk

_numbers = itertools.count(1)


class Stage:
    """A stored conversation with its live state."""

    def __init__(self, connection: Connection[Any], talk: Talk) -> None:
        self.connection = connection
        self.talk = talk

    async def ask(self, text: str = "вопрос", request_id: str | None = None) -> Accepted:
        """The visitor asks; the message is stored as the persistence worker does."""
        accepted = await self.talk.say(text)
        entry, talk = accepted.entry, self.talk
        resumed = await talk.resume()
        record = MessageRecord(
            site_id=talk.site,
            message=resumed.messages()[entry.message_id],
            state=accepted.state.mirror(),
        )
        requests = {} if request_id is None else {record.message.id: request_id}
        write_messages(self.connection, [record], requests)
        return accepted

    def deliver(self, accepted: Accepted, **changes: Any) -> Delivery:  # noqa: ANN401
        """A result on its way."""
        return Delivery(str(next(_numbers)), wrap(self.talk.result(accepted, **changes)))

    def rows(self) -> list[tuple[Any, ...]]:
        """What is stored of the conversation."""
        return self.connection.execute(
            "SELECT seq, sender, text FROM messages WHERE conversation_id = %s ORDER BY seq",
            (self.talk.id,),
        ).fetchall()

    def requests(self) -> list[str | None]:
        """Which request wrote each of the messages."""
        rows = self.connection.execute(
            "SELECT request_id FROM messages WHERE conversation_id = %s ORDER BY seq",
            (self.talk.id,),
        )
        return [row[0] for row in rows]

    def status(self) -> str:
        """Who has the floor, as the console's list knows it."""
        row = self.connection.execute(
            "SELECT status FROM conversations WHERE id = %s", (self.talk.id,)
        ).fetchone()
        assert row is not None
        return str(row[0])

    async def another(self) -> "Stage":
        """Return another conversation of the same site."""
        talk = self.talk
        other_id = new_conversation(self.connection, talk.site)
        other = Talk(talk.async_redis, talk.redis, id=str(other_id), site=str(talk.site))
        return Stage(self.connection, await other.begin())
