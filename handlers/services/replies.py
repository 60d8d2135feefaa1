"""Canned replies: the site's, kept by supervisors, and each operator's own."""

from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.contracts.replies import Reply, ReplyPage, ReplyPut
from shared.domain.audit import AuditAction
from shared.domain.replies import MOST_REPLIES, unknown_variables
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.kernel.text import clean, preview
from shared.storage.audit import Value, record
from shared.storage.pool import AsyncDatabase, using
from shared.storage.replies import (
    Owner,
    count_replies,
    delete_reply,
    list_replies,
    put_reply,
    reply_for_change,
)


class ReplyService:
    """Keeps canned replies; what is changed of a site's is in the audit log."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Compose the service."""
        self._database = database

    async def page(
        self, operator: OperatorCaller, site_id: UUID | None, after: UUID | None, limit: int
    ) -> ReplyPage:
        """Return the replies of a site, or of all the operator's, and their own among them.

        Raises:
            NotFound: it is none of the operator's sites.
        """
        if site_id is not None and site_id not in operator.sites:
            raise NotFound(ErrorCode.NOT_FOUND)
        sites = list(operator.sites) if site_id is None else [site_id]
        async with using(self._database) as connection:
            found = await list_replies(connection, sites, operator.operator_id, after, limit + 1)
        shown = found[:limit]
        return ReplyPage(items=tuple(shown), next=shown[-1].id if len(found) > limit else None)

    async def put(
        self, operator: OperatorCaller, site_id: UUID | None, reply_id: UUID, put: ReplyPut
    ) -> Reply:
        """Make or replace a reply: the site's, or without one the operator's own.

        Raises:
            NotFound: it is none of the operator's sites, or the id is somebody else's.
            InvalidInput: it is empty or names a variable that does not exist.
            Conflict: the shortcut is taken, or there are too many.
        """
        owner, put = _owner(operator, site_id), _checked(put)
        async with using(self._database) as connection, connection.transaction():
            known = await reply_for_change(connection, owner, reply_id)
            if known is None and await count_replies(connection, owner) >= MOST_REPLIES:
                raise Conflict(ErrorCode.TOO_MANY_REPLIES)
            kept = await put_reply(connection, owner, reply_id, put)
            if kept is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            if site_id is not None and (known is None or _said(known) != _said(kept)):
                action = AuditAction.REPLY_CHANGED if known else AuditAction.REPLY_CREATED
                await record(
                    connection,
                    entry(
                        operator,
                        action,
                        [site_id],
                        str(reply_id),
                        name=kept.title,
                        before=_told(known) if known else {},
                        after=_told(kept),
                    ),
                )
        return kept

    async def delete(self, operator: OperatorCaller, site_id: UUID | None, reply_id: UUID) -> None:
        """Take a reply away.

        Raises:
            NotFound: there is none of this owner.
        """
        owner = _owner(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            known = await reply_for_change(connection, owner, reply_id)
            if known is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            await delete_reply(connection, reply_id)
            if site_id is not None:
                await record(
                    connection,
                    entry(
                        operator,
                        AuditAction.REPLY_DELETED,
                        [site_id],
                        str(reply_id),
                        name=known.title,
                        before=_told(known),
                    ),
                )


def _owner(operator: OperatorCaller, site_id: UUID | None) -> Owner:
    if site_id is None:
        return Owner(operator_id=operator.operator_id)
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)
    return Owner(site_id=site_id)


def _checked(put: ReplyPut) -> ReplyPut:
    texts = {locale: clean(text) for locale, text in put.texts.items()}
    title, shortcut = clean(put.title), clean(put.shortcut)
    if not title or not shortcut or not all(texts.values()):
        raise InvalidInput(ErrorCode.TEXT_EMPTY)
    unknown = [name for text in texts.values() for name in unknown_variables(text)]
    if unknown:
        raise InvalidInput(ErrorCode.VARIABLE_UNKNOWN, detail=", ".join(unknown))
    return ReplyPut(shortcut=shortcut, title=title, texts=texts)


def _said(reply: Reply) -> ReplyPut:
    return ReplyPut(shortcut=reply.shortcut, title=reply.title, texts=reply.texts)


def _told(reply: Reply) -> dict[str, Value]:
    texts = {f"text_{locale}": preview(text, 300) for locale, text in reply.texts.items()}
    return {"shortcut": reply.shortcut, "title": reply.title, **texts}
