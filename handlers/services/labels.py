"""Labels: made by supervisors, put on conversations by operators, seen by all at once."""

from dataclasses import replace
from uuid import UUID

from handlers.services.access import AccessService
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.live import LiveConversations
from shared.contracts.inbox import MOST_LABELS, LabelInfo, LabelList, LabelPatch, LabelPost
from shared.domain.audit import AuditAction
from shared.domain.words import LabelColour
from shared.kernel.errors import Conflict, ErrorCode, NotFound
from shared.kernel.ids import uuid7
from shared.storage.audit import Value, record
from shared.storage.labels import (
    LabelRow,
    add_label,
    change_label,
    count_labels,
    delete_label,
    has_label,
    label_for_change,
    list_labels,
    set_label,
)
from shared.storage.pool import AsyncDatabase, using


class LabelService:
    """Keeps the labels of sites, and which conversations carry them."""

    def __init__(
        self, database: AsyncDatabase, access: AccessService, live: LiveConversations
    ) -> None:
        """Compose the service."""
        self._database = database
        self._access = access
        self._live = live

    async def all(self, operator: OperatorCaller) -> LabelList:
        """Return the labels of the operator's sites."""
        async with using(self._database) as connection:
            rows = await list_labels(connection, operator.sites)
        return LabelList(items=tuple(_info(row) for row in rows))

    async def add(self, operator: OperatorCaller, post: LabelPost) -> LabelInfo:
        """Make a label.

        Raises:
            NotFound: the site is none of this operator's.
            Conflict: the site has one of this name, or too many.
        """
        if post.site_id not in operator.sites:
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        row = LabelRow(uuid7(), post.site_id, post.name, post.colour)
        async with using(self._database) as connection, connection.transaction():
            if await count_labels(connection, post.site_id) >= MOST_LABELS:
                raise Conflict(ErrorCode.TOO_MANY)
            await add_label(connection, row)
            await record(
                connection,
                entry(
                    operator, AuditAction.LABEL_CREATED, [row.site_id], str(row.id),
                    name=row.name, after=_values(row),
                ),
            )  # fmt: skip
        return _info(row)

    async def change(
        self, operator: OperatorCaller, label_id: UUID, patch: LabelPatch
    ) -> LabelInfo:
        """Call a label something else, or give it another colour.

        Raises:
            NotFound: there is no such label on the operator's sites.
            Conflict: the site has another one of this name.
        """
        async with using(self._database) as connection, connection.transaction():
            was = await label_for_change(connection, label_id, operator.sites)
            if was is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            row = replace(was, name=patch.name, colour=patch.colour)
            if row != was:
                await change_label(connection, row)
                await record(
                    connection,
                    entry(
                        operator, AuditAction.LABEL_CHANGED, [row.site_id], str(row.id),
                        name=row.name, before=_values(was), after=_values(row),
                    ),
                )  # fmt: skip
        return _info(row)

    async def delete(self, operator: OperatorCaller, label_id: UUID) -> None:
        """Delete a label; conversations lose it.

        Raises:
            NotFound: there is no such label on the operator's sites.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await label_for_change(connection, label_id, operator.sites)
            if row is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            await delete_label(connection, label_id)
            await record(
                connection,
                entry(
                    operator, AuditAction.LABEL_DELETED, [row.site_id], str(row.id),
                    name=row.name, before=_values(row),
                ),
            )  # fmt: skip

    async def put(
        self, operator: OperatorCaller, conversation_id: UUID, label_id: UUID, *, on: bool
    ) -> None:
        """Put a label on a conversation or take it off, and tell every console.

        Raises:
            NotFound: the conversation is none of the operator's, or its site has no such label.
            Unavailable: it may be stored without being told; doing it again mends that.
        """
        site_id = await self._access.site_of(operator, conversation_id)
        async with using(self._database) as connection, connection.transaction():
            if not await has_label(connection, site_id, label_id):
                raise NotFound(ErrorCode.NOT_FOUND)
            labels = await set_label(connection, conversation_id, label_id, on=on)
        await self._live.run(
            conversation_id, lambda: self._live.conversations.label(conversation_id, labels)
        )


def _info(row: LabelRow) -> LabelInfo:
    return LabelInfo(
        id=row.id,
        site_id=row.site_id,
        name=row.name,
        colour=LabelColour(row.colour),
        conversations=row.conversations,
    )


def _values(row: LabelRow) -> dict[str, Value]:
    return {"name": row.name, "colour": row.colour}
