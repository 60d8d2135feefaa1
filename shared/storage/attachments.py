"""Files of messages: uploaded first, sent with a message after, deleted when never sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

from shared.domain.words import Sender

_ADD = """
INSERT INTO attachments (id, conversation_id, sender, operator_id, name, type, size, width, height,
                         content)
SELECT %(id)s, %(conversation_id)s, %(sender)s, %(operator_id)s, %(name)s, %(type)s, %(size)s,
       %(width)s, %(height)s, %(content)s
WHERE (SELECT coalesce(sum(size), 0) FROM attachments
       WHERE conversation_id = %(conversation_id)s) + %(size)s <= %(most)s
RETURNING id
"""
_INFO = """
SELECT a.id, a.name, a.type, a.size, a.width, a.height, a.message_id IS NOT NULL AS sent,
       m.client_message_id
FROM attachments a LEFT JOIN messages m ON m.id = a.message_id
WHERE a.id = ANY(%(ids)s) AND a.conversation_id = %(conversation_id)s AND a.sender = %(sender)s
  AND a.operator_id IS NOT DISTINCT FROM %(operator_id)s
"""
_CONTENT = """
SELECT name, type, content FROM attachments
WHERE id = %(id)s AND conversation_id = %(conversation_id)s
  AND (message_id IS NOT NULL
       OR sender = %(sender)s AND operator_id IS NOT DISTINCT FROM %(operator_id)s)
"""
_DELETE_UNSENT = """
DELETE FROM attachments WHERE id IN (
    SELECT id FROM attachments WHERE message_id IS NULL AND created_at < %(before)s
    LIMIT %(most)s FOR UPDATE SKIP LOCKED)
"""
# What is sent stays with its message. Of a message that was stored before, it is so already.
SEND = """
UPDATE attachments a SET message_id = row.message_id
FROM jsonb_to_recordset(%(files)s) AS row (id uuid, message_id uuid, conversation_id uuid)
JOIN messages m ON m.id = row.message_id
WHERE a.id = row.id AND a.conversation_id = row.conversation_id AND a.message_id IS NULL
"""

MOST_OF_A_CONVERSATION = 200 * 1024 * 1024
"""Bytes that all files of a conversation may take."""


@dataclass(frozen=True, slots=True)
class Uploader:
    """Who uploads and sends: the visitor, or an operator."""

    sender: Sender
    operator_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewAttachment:
    """A file that came."""

    id: UUID
    conversation_id: UUID
    uploader: Uploader
    name: str
    type: str
    width: int | None
    height: int | None
    content: bytes


@dataclass(frozen=True, slots=True)
class AttachmentRow:
    """A file without its content; ``client_message_id`` is that of the message it was sent with."""

    id: UUID
    name: str
    type: str
    size: int
    width: int | None
    height: int | None
    sent: bool
    client_message_id: str | None


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    """A file as it is given back."""

    name: str
    type: str
    content: bytes


async def add_attachment(connection: AsyncConnection[Any], new: NewAttachment) -> bool:
    """Keep a file; false when the conversation holds too much already."""
    values = {
        "id": new.id,
        "conversation_id": new.conversation_id,
        "sender": new.uploader.sender,
        "operator_id": new.uploader.operator_id,
        "name": new.name,
        "type": new.type,
        "size": len(new.content),
        "width": new.width,
        "height": new.height,
        "content": new.content,
        "most": MOST_OF_A_CONVERSATION,
    }
    return (await (await connection.execute(_ADD, values)).fetchone()) is not None


async def find_attachments(
    connection: AsyncConnection[Any],
    conversation_id: UUID,
    uploader: Uploader,
    ids: Sequence[UUID],
) -> dict[UUID, AttachmentRow]:
    """Return those of ``ids`` that somebody uploaded to a conversation."""
    cursor = connection.cursor(row_factory=class_row(AttachmentRow))
    await cursor.execute(_INFO, _place(conversation_id, uploader) | {"ids": list(ids)})
    return {row.id: row for row in await cursor.fetchall()}


async def attachment_file(
    connection: AsyncConnection[Any], conversation_id: UUID, reader: Uploader, attachment_id: UUID
) -> AttachmentFile | None:
    """Return a file of a conversation: one that was sent, or one's own."""
    cursor = connection.cursor(row_factory=class_row(AttachmentFile))
    await cursor.execute(_CONTENT, _place(conversation_id, reader) | {"id": attachment_id})
    return await cursor.fetchone()


def delete_unsent(connection: Connection[Any], before: datetime, most: int) -> int:
    """Delete a batch of files uploaded before a time and never sent; returns how many."""
    return connection.execute(_DELETE_UNSENT, {"before": before, "most": most}).rowcount


def _place(conversation_id: UUID, uploader: Uploader) -> dict[str, Any]:
    return {
        "conversation_id": conversation_id,
        "sender": uploader.sender,
        "operator_id": uploader.operator_id,
    }
