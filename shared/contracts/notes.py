"""Private notes: what operators write to each other beside a conversation.

Commands and facts of the namespace ``/operator``, and the bodies under ``/conversations`` and
``/mentions``. No visitor, no agent and nothing that reads messages ever meets one.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.visitor import Event
from shared.contracts.wire import ClientMessageId, Contract
from shared.domain.words import Role

MENTION_LIMIT = 20
"""People whom one note may mention."""

Mentions = Annotated[tuple[UUID, ...], Field(max_length=MENTION_LIMIT)]


class Person(Contract):
    """Somebody who works for a site and can be mentioned."""

    id: UUID
    name: Annotated[str, Field(examples=["Анна"])]
    role: Role


class PersonList(Contract):
    """``GET /conversations/{conversation_id}/people``: by name."""

    items: tuple[Person, ...]


class NoteMention(Contract):
    """Whom a note mentions; ``@name`` stands in its text."""

    operator_id: UUID
    name: Annotated[str, Field(examples=["Анна"])]


class Note(Contract):
    """A note. Its place is behind the message ``after_seq``; among its like order by ``at``."""

    id: UUID
    conversation_id: UUID
    after_seq: int
    author_id: UUID
    author_name: Annotated[str, Field(examples=["Борис"])]
    text: Annotated[str, Field(examples=["@Анна, договор у них до марта."])]
    mentions: tuple[NoteMention, ...] = ()
    client_message_id: str
    at: datetime
    edited_at: datetime | None = None


class NoteAdd(Contract):
    """``note.add``; acked with ``NoteAck``. The same ``client_message_id`` is the same note."""

    conversation_id: UUID
    client_message_id: ClientMessageId
    text: str
    mentions: Mentions = ()


class NoteEdit(Contract):
    """``note.edit`` by its author; acked with ``NoteAck``. ``mentions`` replace those it had."""

    conversation_id: UUID
    note_id: UUID
    text: str
    mentions: Mentions = ()


class NoteDelete(Contract):
    """``note.delete`` by its author."""

    conversation_id: UUID
    note_id: UUID


class NoteAck(Contract):
    """The note as it is kept."""

    ok: Literal[True] = True
    note: Note


class NotePage(Contract):
    """``GET /conversations/{conversation_id}/notes``: oldest first; ``next`` names older ones."""

    items: tuple[Note, ...]
    next: str | None = None


class NoteAdded(Event):
    """``note.added``; passes by without a cursor, so ask for the notes after a snapshot."""

    note: Note


class NoteEdited(Event):
    """``note.edited``."""

    note: Note


class NoteDeleted(Event):
    """``note.deleted``."""

    note_id: UUID


class Mention(Contract):
    """A note that mentions the reader."""

    note: Note
    site_name: str
    visitor_name: str
    seen: bool


class NoteMentioned(Event):
    """``note.mentioned``: to the mentioned alone, whatever they have open."""

    mention: Mention


class MentionPage(Contract):
    """``GET /mentions``: newest first; ``unseen`` counts all that were not looked at yet."""

    items: tuple[Mention, ...]
    unseen: Annotated[int, Field(ge=0)]
    next: str | None = None


class MentionsSeen(Contract):
    """``POST /mentions/seen``: these were looked at."""

    note_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]


class UnseenCount(Contract):
    """How many mentions were not looked at yet."""

    unseen: Annotated[int, Field(ge=0)]
