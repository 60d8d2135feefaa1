"""What came after a cursor, looked up: whoever asks holds nothing, and nobody holds it for them.

Facts are in the conversation's stream. Stages and deltas are not, for they are decoration; what
they led to is: the answer being written. So a cursor also says how much of that was told, and what
has been added since is told as one stage and one delta. A cursor is ``inc:n``, as sockets have it,
and while an answer is being written ``inc:n:stage:length:text``: a checksum of the stage, how many
characters were told, and a checksum of these. If they are not the beginning of what there is now
(a worker began anew), all of it is told again, from offset 0.
"""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID
from zlib import crc32

from handlers.services.ears import is_for_visitors
from handlers.services.live import LiveConversations
from shared.contracts.polling import VisitorEvent, VisitorEvents
from shared.contracts.visitor import (
    ConversationSnapshot,
    GenerationStage,
    MessageDelta,
    for_visitors,
)
from shared.contracts.wire import PartialAnswer
from shared.domain.words import Stage
from shared.realtime.events import Fact
from shared.storage.state import Frame, Resumed

_CURSOR = re.compile(r"([0-9a-f]{1,32}:[0-9]{1,15})(?::([0-9a-f]{8}):([0-9]{1,7}):([0-9a-f]{8}))?")


@dataclass(frozen=True, slots=True)
class _Place:
    """A cursor, read."""

    frames: str
    stage: str = ""
    length: int = 0
    text: str = ""

    @classmethod
    def read(cls, cursor: str) -> "_Place | None":
        """Return the place that a cursor names; nothing if it cannot be read."""
        match = _CURSOR.fullmatch(cursor)
        if match is None:
            return None
        frames, stage, length, text = match.groups()
        return cls(frames, stage or "", int(length or 0), text or "")

    @classmethod
    def after(cls, cursor: str, partial: PartialAnswer | None) -> "_Place":
        """Return the place where all of this was told."""
        if partial is None:
            return cls(cursor)
        length = len(partial.text)
        return cls(cursor, _stage_mark(partial), length, _text_mark(partial, length))

    def __str__(self) -> str:
        if not self.stage:
            return self.frames
        return f"{self.frames}:{self.stage}:{self.length}:{self.text}"


class VisitorStream:
    """The facts of a conversation, as its visitor may see them."""

    def __init__(self, live: LiveConversations) -> None:
        """Look at conversations through ``live``."""
        self._live = live

    async def after(self, conversation_id: UUID, cursor: str | None) -> VisitorEvents:
        """Return what came after ``cursor``, or a snapshot where that does not hold.

        Raises:
            NotFound: there is no such conversation.
            Unavailable: Redis, or PostgreSQL where it is needed, is away.
        """
        place = _Place.read(cursor) if cursor else None
        if place is not None:
            resumed = await self._live.run(
                conversation_id,
                lambda: self._live.conversations.resume(conversation_id, place.frames, newest=0),
            )
            if resumed.holds:
                return _since(place, resumed)
        return of_snapshot(await self._live.snapshot(conversation_id, None))


def of_snapshot(snapshot: ConversationSnapshot) -> VisitorEvents:
    """Return a snapshot as the one event, and the cursor after it."""
    event = VisitorEvent(
        event=Fact.CONVERSATION_SNAPSHOT, data=for_visitors(snapshot.model_dump(mode="json"))
    )
    place = _Place.after(snapshot.cursor, snapshot.generation)
    return VisitorEvents(cursor=str(place), events=(event,))


def event_of(frame: Frame) -> VisitorEvent:
    """Return a frame that visitors may see as its event."""
    return VisitorEvent(event=frame.event, data=for_visitors(frame.payload()))


def _since(place: _Place, resumed: Resumed) -> VisitorEvents:
    events = [event_of(frame) for frame in resumed.frames if is_for_visitors(frame)]
    if resumed.partial is not None:
        events += _written(place, resumed, resumed.partial)
    now = _Place.after(resumed.state.cursor, resumed.partial)
    return VisitorEvents(cursor=str(now), events=tuple(events))


def _written(place: _Place, resumed: Resumed, partial: PartialAnswer) -> list[VisitorEvent]:
    """Return what was added to the answer being written."""
    said: dict[str, Any] = {
        "conversation_id": resumed.state.id,
        "message_id": partial.message_id,
    }
    events = []
    if partial.stage and place.stage != _stage_mark(partial):
        stage = GenerationStage(
            **said,
            stage=Stage(partial.stage),
            agent=partial.agent,
            position=partial.position,
            cursor=resumed.state.cursor,
        )
        events.append(VisitorEvent(event=Fact.GENERATION_STAGE, data=stage.model_dump(mode="json")))
    is_beginning = place.text == _text_mark(partial, place.length)
    offset = place.length if is_beginning and place.length <= len(partial.text) else 0
    if text := partial.text[offset:]:
        delta = MessageDelta(**said, offset=offset, text=text)
        events.append(VisitorEvent(event=Fact.MESSAGE_DELTA, data=delta.model_dump(mode="json")))
    return events


def _stage_mark(partial: PartialAnswer) -> str:
    return _checksum(f"{partial.message_id}|{partial.stage}|{partial.agent}")


def _text_mark(partial: PartialAnswer, length: int) -> str:
    return _checksum(f"{partial.message_id}|{partial.text[:length]}")


def _checksum(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
