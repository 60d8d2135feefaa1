"""Changes of what agents know: each with its entry in the audit log, and told to the consoles."""

from uuid import UUID

from redis.asyncio import Redis

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.site_news import tell_knowledge_changed
from shared.domain.audit import AuditAction
from shared.domain.site import Site
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.storage.agent_settings import agent_settings
from shared.storage.audit import record
from shared.storage.deleted_documents import (
    DeletedRow,
    forget_document,
    list_deleted,
    restore_document,
)
from shared.storage.document_versions import share_document
from shared.storage.documents import DocumentRow, document_by_id, find_document
from shared.storage.pool import AsyncDatabase, AsyncLink, using
from shared.storage.put_documents import NewDocument, put_document
from shared.storage.removals import Deleted, delete_document
from shared.storage.web_pages import RemovedSource, remove_source
from shared.storage.web_sources import WebSourceRow, put_web_source

_MOST_DELETED = 500


class DocumentService:
    """Stores, shares, deletes and brings back documents, and removes places on the web."""

    def __init__(
        self, database: AsyncDatabase, redis: Redis, directory: SiteDirectory, keep: int
    ) -> None:
        """Compose the service; ``keep`` earlier versions of a document stay."""
        self._database = database
        self._redis = redis
        self._directory = directory
        self._keep = keep

    async def own_site(
        self, operator: OperatorCaller, site_key: str, agent: str | None = None
    ) -> Site:
        """Return the operator's site, which has the agent if one is named, switched on or off.

        Raises:
            NotFound: there is no such site, or it is none of this operator's business.
            InvalidInput: it has no such agent.
        """
        site = await self._directory.by_key(site_key)
        if site.id not in operator.sites:
            # The same words as for a key that nobody has: it is none of their business.
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        if agent is not None and agent not in {known.slug for known in site.agents}:
            async with using(self._database) as connection:
                if await agent_settings(connection, site.id, agent) is None:
                    raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="agent: unknown")
        return site

    async def put(self, operator: OperatorCaller, site_id: UUID, new: NewDocument) -> DocumentRow:
        """Store a document; the same one again changes nothing.

        Raises:
            Conflict: it is no longer at the version that ``new`` is based on.
        """
        async with using(self._database) as connection, connection.transaction():
            was = await find_document(connection, site_id, new.agent, new.name)
            now = await put_document(connection, site_id, new, self._keep)
            is_changed = was is None or was.version != now.version
            if is_changed:
                await self._record_put(connection, operator, was, now)
        if is_changed:
            await tell_knowledge_changed(self._redis, site_id)
        return now

    async def document(self, operator: OperatorCaller, document_id: UUID) -> DocumentRow:
        """Return a document.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection:
            row = await document_by_id(connection, document_id, operator.sites)
        if row is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        return row

    async def share(
        self, operator: OperatorCaller, document_id: UUID, *, is_shared: bool
    ) -> DocumentRow:
        """Let agents of the scope ``shared`` answer from a document, or no longer.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            is_changed = await share_document(
                connection, document_id, operator.sites, is_shared=is_shared
            )
            row = await document_by_id(connection, document_id, operator.sites)
            if row is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            if is_changed:
                await record(
                    connection,
                    entry(
                        operator,
                        AuditAction.DOCUMENT_SHARED,
                        [row.site_id],
                        str(document_id),
                        name=row.name,
                        before={"agent": row.agent, "is_shared": not is_shared},
                        after={"agent": row.agent, "is_shared": is_shared},
                    ),
                )
        if is_changed:
            await tell_knowledge_changed(self._redis, row.site_id)
        return row

    async def delete(self, operator: OperatorCaller, document_id: UUID) -> None:
        """Have a document leave the index; for a while it can be brought back.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            gone = _there(
                await delete_document(connection, document_id, operator.sites, operator.name)
            )
            await _record(connection, operator, AuditAction.DOCUMENT_DELETED, document_id, gone)
        await tell_knowledge_changed(self._redis, gone.site_id)

    async def deleted(self, site_id: UUID) -> list[DeletedRow]:
        """Return what was deleted of a site and can be brought back."""
        async with using(self._database) as connection:
            return await list_deleted(connection, site_id, _MOST_DELETED)

    async def restore(self, operator: OperatorCaller, document_id: UUID) -> DocumentRow:
        """Bring a deleted document back; one that is there already stays.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            back = await restore_document(
                connection, document_id, operator.sites, operator.operator_id, operator.name
            )
            row = await document_by_id(connection, document_id, operator.sites)
            if row is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            if back is not None:
                action = AuditAction.DOCUMENT_RESTORED
                await _record(connection, operator, action, document_id, back)
        await tell_knowledge_changed(self._redis, row.site_id)
        return row

    async def forget(self, operator: OperatorCaller, document_id: UUID) -> None:
        """Forget a deleted document for good.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            gone = _there(await forget_document(connection, document_id, operator.sites))
            await _record(connection, operator, AuditAction.DOCUMENT_FORGOTTEN, document_id, gone)
        await tell_knowledge_changed(self._redis, gone.site_id)

    async def read_source(
        self, operator: OperatorCaller, site_id: UUID, agent: str, url: str, limit: int
    ) -> WebSourceRow:
        """Have a place on the web read, for the first time or again."""
        async with using(self._database) as connection, connection.transaction():
            row = await put_web_source(connection, site_id, agent, url, limit)
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.SOURCE_READ,
                    [site_id],
                    str(row.id),
                    name=url,
                    after={"agent": agent, "limit": limit},
                ),
            )
        await tell_knowledge_changed(self._redis, site_id)
        return row

    async def remove_source(self, operator: OperatorCaller, source_id: UUID) -> RemovedSource:
        """Remove a place on the web, with the pages that no other place has.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            gone = await remove_source(connection, source_id, operator.sites)
            if gone is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.SOURCE_REMOVED,
                    [gone.site_id],
                    str(source_id),
                    name=gone.url,
                    before={"agent": gone.agent, "pages": gone.pages},
                ),
            )
        await tell_knowledge_changed(self._redis, gone.site_id)
        return gone

    async def _record_put(
        self,
        connection: AsyncLink,
        operator: OperatorCaller,
        was: DocumentRow | None,
        now: DocumentRow,
    ) -> None:
        await record(
            connection,
            entry(
                operator,
                AuditAction.DOCUMENT_CHANGED,
                [now.site_id],
                str(now.id),
                name=now.name,
                before={"version": was.version} if was else {},
                after={"version": now.version, "agent": now.agent, "how": now.how},
            ),
        )


def _there(gone: Deleted | None) -> Deleted:
    if gone is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return gone


async def _record(
    connection: AsyncLink,
    operator: OperatorCaller,
    action: AuditAction,
    document_id: UUID,
    what: Deleted,
) -> None:
    await record(
        connection,
        entry(
            operator,
            action,
            [what.site_id],
            str(document_id),
            name=what.name,
            after={"agent": what.agent},
        ),
    )
