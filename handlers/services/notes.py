"""Private notes: kept in PostgreSQL, shown to the operators who have the conversation open.

They pass through the conversation's channel for operators alone and are never kept in its stream
of facts: what agents remember and what visitors resume from is read there.
"""

from collections.abc import Sequence
from uuid import UUID

import orjson
from pydantic import BaseModel
from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller
from handlers.services.live import LiveConversations
from handlers.services.messages import checked_text
from handlers.services.pages import name_place, read_place
from shared.contracts.notes import (
    Mention,
    MentionPage,
    Note,
    NoteAdd,
    NoteAdded,
    NoteDelete,
    NoteDeleted,
    NoteEdit,
    NoteEdited,
    NoteMentioned,
    NotePage,
    PersonList,
    UnseenCount,
)
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotFound,
    OtvetError,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.realtime.events import Fact
from shared.storage import notes as rows
from shared.storage.keys import operator_channel
from shared.storage.pool import AsyncDatabase, using

_PEOPLE = 500


class NoteService:
    """Keeps notes and tells who is concerned."""

    def __init__(
        self,
        database: AsyncDatabase,
        redis: Redis,
        live: LiveConversations,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._live = live
        self._clock = clock

    async def add(self, operator: OperatorCaller, site_id: UUID, command: NoteAdd) -> Note:
        """Keep a note behind the newest message; a repeated command finds the note it made.

        Raises:
            InvalidInput, TooLarge: the text is empty or too long, or a mention is of nobody here.
        """
        text, now = checked_text(command.text), self._clock()
        _, after_seq = await self._live.run(
            command.conversation_id,
            lambda: self._live.conversations.standing(command.conversation_id),
        )
        new = rows.NewNote(
            id=uuid7(),
            conversation_id=command.conversation_id,
            after_seq=after_seq,
            author_id=operator.operator_id,
            author_name=operator.name,
            client_message_id=command.client_message_id,
            text=text,
            at=now,
        )
        mentioned: set[UUID] = set()
        async with using(self._database) as connection, connection.transaction():
            is_new = await rows.add_note(connection, new)
            if is_new:
                _require_known(await rows.all_work_for(connection, site_id, command.mentions))
                mentioned = await rows.mention(connection, new.id, command.mentions, now)
            note = await rows.note_by_client(connection, new)
        if is_new:
            added = NoteAdded(conversation_id=note.conversation_id, note=note)
            await self._tell(Fact.NOTE_ADDED, added)
            await self._tell_mentioned(note, mentioned - {operator.operator_id})
            get_logger().info("note.added", note_id=str(note.id), mentions=len(mentioned))
        return note

    async def edit(self, operator: OperatorCaller, site_id: UUID, command: NoteEdit) -> Note:
        """Change the author's own note; who is mentioned newly is told.

        Raises:
            NotFound: there is no such note here.
            Forbidden: somebody else wrote it.
        """
        text, now = checked_text(command.text), self._clock()
        async with using(self._database) as connection, connection.transaction():
            known = await rows.note_of(
                connection, command.conversation_id, command.note_id, hold=True
            )
            _require_author(known, operator)
            _require_known(await rows.all_work_for(connection, site_id, command.mentions))
            await rows.edit_note(connection, command.note_id, text, now)
            mentioned = await rows.mention(connection, command.note_id, command.mentions, now)
            note = await rows.note_of(connection, command.conversation_id, command.note_id)
        if note is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        await self._tell(
            Fact.NOTE_EDITED, NoteEdited(conversation_id=note.conversation_id, note=note)
        )
        await self._tell_mentioned(note, mentioned - {operator.operator_id})
        return note

    async def delete(self, operator: OperatorCaller, command: NoteDelete) -> None:
        """Take the author's own note away.

        Raises:
            NotFound: there is no such note here (any more).
            Forbidden: somebody else wrote it.
        """
        async with using(self._database) as connection, connection.transaction():
            known = await rows.note_of(
                connection, command.conversation_id, command.note_id, hold=True
            )
            _require_author(known, operator)
            await rows.delete_note(connection, command.note_id, self._clock())
        deleted = NoteDeleted(conversation_id=command.conversation_id, note_id=command.note_id)
        await self._tell(Fact.NOTE_DELETED, deleted)

    async def page(self, conversation_id: UUID, before: str | None, limit: int) -> NotePage:
        """Return notes of a conversation, oldest first; ``next`` names older ones."""
        place = read_place(before)
        async with using(self._database) as connection:
            found = await rows.list_notes(connection, conversation_id, place, limit + 1)
        shown = found[:limit]
        following = name_place((shown[-1].at, shown[-1].id)) if len(found) > limit else None
        return NotePage(items=tuple(reversed(shown)), next=following)

    async def people(self, site_id: UUID) -> PersonList:
        """Return who works for a site."""
        async with using(self._database) as connection:
            return PersonList(items=tuple(await rows.people_of(connection, site_id, _PEOPLE)))

    async def mentions(
        self, operator: OperatorCaller, before: str | None, limit: int
    ) -> MentionPage:
        """Return the notes that mention the operator, newest first."""
        place, sites = read_place(before), list(operator.sites)
        async with using(self._database) as connection:
            found = await rows.list_mentions(
                connection, operator.operator_id, sites, place, limit + 1
            )
            unseen = await rows.unseen_mentions(connection, operator.operator_id, sites)
        shown = found[:limit]
        return MentionPage(
            items=tuple(one for one, _ in shown),
            unseen=unseen,
            next=name_place(shown[-1][1]) if len(found) > limit else None,
        )

    async def see(self, operator: OperatorCaller, notes: Sequence[UUID]) -> UnseenCount:
        """Keep that the operator has looked at mentions; returns how many are left."""
        async with using(self._database) as connection:
            await rows.see_mentions(connection, operator.operator_id, notes, self._clock())
            left = await rows.unseen_mentions(
                connection, operator.operator_id, list(operator.sites)
            )
        return UnseenCount(unseen=left)

    async def _tell(self, event: Fact, payload: BaseModel) -> None:
        """Show it to whoever has the conversation open; it is kept, whether or not that works."""
        body = payload.model_dump(mode="json")
        try:
            await self._live.run(
                UUID(body["conversation_id"]),
                lambda: self._live.conversations.tell(event, body, to="operator", is_fact=False),
            )
        except OtvetError as error:
            get_logger().warning("note.not_told", code=error.code)

    async def _tell_mentioned(self, note: Note, people: set[UUID]) -> None:
        if not people:
            return
        async with using(self._database) as connection:
            names = await rows.names_of(connection, note.conversation_id)
        if names is None:
            return
        mention = Mention(note=note, site_name=names[0], visitor_name=names[1], seen=False)
        told = NoteMentioned(conversation_id=note.conversation_id, mention=mention)
        frame = orjson.dumps({"event": Fact.NOTE_MENTIONED, "data": told.model_dump(mode="json")})
        try:
            for person in people:
                await self._redis.publish(operator_channel(person), frame)
        except (RedisError, OSError) as error:
            # They find it in their mentions.
            get_logger().warning("mention.not_told", error=type(error).__name__)


def _require_known(all_known: bool) -> None:  # noqa: FBT001 (what was found out)
    if not all_known:
        raise InvalidInput(ErrorCode.MENTION_UNKNOWN)


def _require_author(note: Note | None, operator: OperatorCaller) -> None:
    if note is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    if note.author_id != operator.operator_id:
        raise Forbidden(ErrorCode.NOTE_NOT_YOURS)
