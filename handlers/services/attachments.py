"""Files of messages: taken, checked by their content, and given back to who may see them."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.limits import Limits
from shared.config import Settings
from shared.contracts.wire import Attachment
from shared.domain.files import FileType, recognise, safe_name
from shared.kernel.errors import ErrorCode, Forbidden, InvalidInput, NotFound, TooLarge
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.attachments import (
    AttachmentFile,
    AttachmentRow,
    NewAttachment,
    Uploader,
    add_attachment,
    attachment_file,
    find_attachments,
)
from shared.storage.pool import AsyncDatabase, using

_UPLOADS = 20
_WINDOW = timedelta(minutes=5)
_HOUR = timedelta(hours=1)
_MEGABYTE = 2**20


class AttachmentService:
    """Keeps files until their message is sent, and finds them again."""

    def __init__(
        self,
        database: AsyncDatabase,
        limits: Limits,
        directory: SiteDirectory,
        allowed: Settings,
    ) -> None:
        """Compose the service; ``allowed`` says how much visitors may upload."""
        self._allowed = allowed
        self._database = database
        self._limits = limits
        self._directory = directory

    async def may_visitor_upload(self, visitor: Visitor, address: str, size: int) -> None:
        """Refuse a visitor's file of up to ``size`` bytes before it is read.

        Conversations are for the asking, so what they may hold alone bounds nothing: the address
        and the site have their limits, too.

        Raises:
            Forbidden: the site takes no files from visitors.
            RateLimited: too many, or too much, in a short time.
        """
        site = await self._directory.by_id(visitor.site_id)
        if not site.limits.uploads:
            raise Forbidden(ErrorCode.UPLOADS_OFF)
        hit, allowed = self._limits.hit, self._allowed
        await hit("upload", str(visitor.conversation_id), _UPLOADS, _WINDOW)
        for what, who, files, megabytes in (
            ("address", address, allowed.uploads_per_hour, allowed.upload_megabytes_per_hour),
            (
                "site",
                str(visitor.site_id),
                allowed.site_uploads_per_hour,
                allowed.site_upload_megabytes_per_hour,
            ),
        ):
            await hit(f"uploads-{what}", who, files, _HOUR)
            await hit(f"upload-bytes-{what}", who, megabytes * _MEGABYTE, _HOUR, size)

    async def may_operator_upload(self, operator: OperatorCaller) -> None:
        """Refuse an operator's file before it is read.

        Raises:
            RateLimited: too many in a short time.
        """
        await self._limits.hit("upload", str(operator.operator_id), _UPLOADS, _WINDOW)

    async def add(
        self, conversation_id: UUID, uploader: Uploader, name: str, content: bytes
    ) -> Attachment:
        """Keep a file; it is seen by nobody else until it is sent with a message.

        Raises:
            InvalidInput: it is none of the kinds that are taken, whatever its name says.
            TooLarge: the conversation holds too much already.
        """
        called = safe_name(name)
        found = recognise(content, called)
        if found is None:
            raise InvalidInput(ErrorCode.FILE_UNSUPPORTED)
        new = NewAttachment(
            uuid7(),
            conversation_id,
            uploader,
            called,
            found.type,
            found.width,
            found.height,
            content,
        )
        async with using(self._database) as connection:
            if not await add_attachment(connection, new):
                raise TooLarge(ErrorCode.PAYLOAD_TOO_LARGE, detail="conversation")
        get_logger().info(
            "attachment.kept",
            attachment_id=str(new.id),
            conversation_id=str(conversation_id),
            type=new.type,
            size=len(content),
        )
        return Attachment(
            id=new.id,
            name=called,
            type=found.type,
            size=len(content),
            width=found.width,
            height=found.height,
        )

    async def to_send(
        self,
        conversation_id: UUID,
        uploader: Uploader,
        ids: Sequence[UUID],
        client_message_id: str,
    ) -> tuple[Attachment, ...]:
        """Return what goes with a message, in its order.

        Raises:
            InvalidInput: one of them is not there, or went with another message.
        """
        if not ids:
            return ()
        async with using(self._database) as connection:
            rows = await find_attachments(connection, conversation_id, uploader, ids)
        # A repeated message finds its own files sent already.
        free = {
            row.id: row
            for row in rows.values()
            if not row.sent or row.client_message_id == client_message_id
        }
        if len(set(ids)) != len(ids) or not free.keys() >= set(ids):
            raise InvalidInput(ErrorCode.ATTACHMENT_UNKNOWN)
        return tuple(_attachment(free[each]) for each in ids)

    async def file(
        self, conversation_id: UUID, reader: Uploader, attachment_id: UUID
    ) -> AttachmentFile:
        """Return a file.

        Raises:
            NotFound: there is none in this conversation that the reader may see.
        """
        async with using(self._database) as connection:
            found = await attachment_file(connection, conversation_id, reader, attachment_id)
        if found is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        return found


def _attachment(row: AttachmentRow) -> Attachment:
    return Attachment(
        id=row.id,
        name=row.name,
        type=FileType(row.type),
        size=row.size,
        width=row.width,
        height=row.height,
    )
