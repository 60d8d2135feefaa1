"""A visitor's data on request, and how long it is kept without one."""

from collections.abc import AsyncIterator
from itertools import count
from uuid import UUID

from handlers.services.audit import entry, visitor_entry
from handlers.services.caller import OperatorCaller, Visitor
from shared.contracts.privacy import (
    RequestKind,
    RequestState,
    RetentionInfo,
    RetentionList,
    RetentionPreview,
    RetentionPut,
    VisitorInfo,
    VisitorPage,
    VisitorRequestInfo,
    VisitorRequestPage,
)
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, NotFound
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.audit import Value, record
from shared.storage.pool import AsyncDatabase, using
from shared.storage.retention import Policy, count_doomed, list_policies, put_policy
from shared.storage.visitor_requests import (
    RequestRow,
    archive_piece,
    ask,
    list_requests,
    newest_request,
    request_by_id,
    site_of_visitor,
)
from shared.storage.visitor_search import find_visitors

_ACTIONS = {
    RequestKind.EXPORT: AuditAction.EXPORT_REQUESTED,
    RequestKind.ERASURE: AuditAction.ERASURE_REQUESTED,
}


class PrivacyService:
    """Takes requests about visitors' data; a worker fulfils them."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Note requests in ``database``."""
        self._database = database

    async def find(
        self, operator: OperatorCaller, text: str | None, before: UUID | None, limit: int
    ) -> VisitorPage:
        """Return visitors of the operator's sites, newest first."""
        async with using(self._database) as connection:
            rows, following = await find_visitors(connection, operator.sites, text, before, limit)
        items = tuple(
            VisitorInfo(
                id=row.id,
                site_id=row.site_id,
                site_name=row.site_name,
                name=row.name,
                email=row.email,
                external_id=row.external_id,
                created_at=row.created_at,
                last_at=row.last_at,
                conversations=row.conversations,
                messages=row.messages,
            )
            for row in rows
        )
        return VisitorPage(items=items, next=following)

    async def request(
        self, operator: OperatorCaller, visitor_id: UUID, kind: RequestKind
    ) -> VisitorRequestInfo:
        """Ask for an export or an erasure; one that is under way is not asked for again.

        An erasure of somebody who is erased already is the one that erased them.

        Raises:
            NotFound: there is no such visitor, or they are none of the operator's business.
        """
        async with using(self._database) as connection, connection.transaction():
            known = await site_of_visitor(connection, visitor_id, operator.sites)
            if known is None:
                done = await newest_request(connection, visitor_id, kind, operator.sites)
                if done is None or kind is not RequestKind.ERASURE:
                    raise NotFound
                return _info(done)
            site_id, _ = known
            is_new = await ask(
                connection,
                request_id=uuid7(),
                site_id=site_id,
                visitor_id=visitor_id,
                kind=kind,
                requested_by=operator.name,
            )
            if is_new:
                made = entry(operator, _ACTIONS[kind], [site_id], str(visitor_id))
                await record(connection, made)
            row = await newest_request(connection, visitor_id, kind, operator.sites)
        if row is None:
            raise NotFound
        get_logger().info(f"visitor.{kind}_requested", visitor_id=str(visitor_id))
        return _info(row)

    async def erase_self(self, visitor: Visitor) -> VisitorRequestInfo:
        """Erase the visitor who asks.

        Raises:
            NotFound: they are erased already.
        """
        sites = [visitor.site_id]
        async with using(self._database) as connection, connection.transaction():
            if await site_of_visitor(connection, visitor.visitor_id, sites) is None:
                raise NotFound
            kind = RequestKind.ERASURE
            is_new = await ask(
                connection,
                request_id=uuid7(),
                site_id=visitor.site_id,
                visitor_id=visitor.visitor_id,
                kind=kind,
                requested_by="",
            )
            if is_new:
                made = visitor_entry(
                    AuditAction.ERASURE_REQUESTED,
                    sites,
                    str(visitor.visitor_id),
                    after={"by": "visitor"},
                )
                await record(connection, made)
            row = await newest_request(connection, visitor.visitor_id, kind, sites)
        if row is None:
            raise NotFound
        get_logger().info("visitor.erasure_requested", visitor_id=str(visitor.visitor_id))
        return _info(row)

    async def requests(
        self, operator: OperatorCaller, before: UUID | None, limit: int
    ) -> VisitorRequestPage:
        """Return what was asked for, newest first."""
        async with using(self._database) as connection:
            rows = await list_requests(connection, operator.sites, before, limit + 1)
        items = tuple(_info(row) for row in rows[:limit])
        return VisitorRequestPage(items=items, next=items[-1].id if len(rows) > limit else None)

    async def one(self, operator: OperatorCaller, request_id: UUID) -> VisitorRequestInfo:
        """Return a request.

        Raises:
            NotFound: there is none of this id for the operator.
        """
        async with using(self._database) as connection:
            row = await request_by_id(connection, request_id, operator.sites)
        if row is None:
            raise NotFound
        return _info(row)

    async def archive(
        self, operator: OperatorCaller, request_id: UUID
    ) -> tuple[int, AsyncIterator[bytes]]:
        """Return the size of an export's archive and its pieces, which are read one at a time.

        That it was taken is kept in the audit log.

        Raises:
            NotFound: there is no such request for the operator.
            Conflict: it is not ready yet, or no longer kept.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await request_by_id(connection, request_id, operator.sites)
            if row is None or row.kind != RequestKind.EXPORT:
                raise NotFound
            first = await archive_piece(connection, request_id, 0)
            if first is None:
                raise Conflict(ErrorCode.ARCHIVE_NOT_READY)
            taken = entry(
                operator, AuditAction.EXPORT_DOWNLOADED, [row.site_id], str(row.visitor_id)
            )
            await record(connection, taken)
        return row.size, self._pieces(request_id, first)

    async def _pieces(self, request_id: UUID, first: bytes) -> AsyncIterator[bytes]:
        piece: bytes | None = first
        for n in count(1):
            if piece is None:
                return
            yield piece
            # A connection for each: whoever reads slowly holds none meanwhile.
            async with using(self._database) as connection:
                piece = await archive_piece(connection, request_id, n)

    async def policies(self, operator: OperatorCaller) -> RetentionList:
        """Return the retention policies of the operator's sites."""
        async with using(self._database) as connection:
            rows = await list_policies(connection, operator.sites)
        return RetentionList(items=tuple(_policy(row) for row in rows))

    async def preview(
        self, operator: OperatorCaller, site_id: UUID, wanted: RetentionPut
    ) -> RetentionPreview:
        """Return how much a policy would delete now; nothing is."""
        if site_id not in operator.sites:
            raise NotFound
        async with using(self._database) as connection:
            doomed = await count_doomed(connection, _wanted(site_id, wanted))
        return RetentionPreview(
            conversations=doomed.conversations,
            deliveries=doomed.deliveries,
            audit_entries=doomed.audit_entries,
        )

    async def keep(
        self, operator: OperatorCaller, site_id: UUID, wanted: RetentionPut
    ) -> RetentionInfo:
        """Store a site's policy; the next run deletes by it.

        Raises:
            NotFound: the site is none of the operator's.
        """
        if site_id not in operator.sites:
            raise NotFound
        async with using(self._database) as connection, connection.transaction():
            before = await list_policies(connection, [site_id])
            await put_policy(connection, _wanted(site_id, wanted))
            after = await list_policies(connection, [site_id])
            if not after:
                raise NotFound
            change = entry(
                operator,
                AuditAction.RETENTION_CHANGED,
                [site_id],
                str(site_id),
                name=after[0].site_name,
                before=_days(before[0]) if before else {},
                after=_days(after[0]),
            )
            if change.after:
                await record(connection, change)
        get_logger().info("retention.changed", site_id=str(site_id), **_days(after[0]))
        return _policy(after[0])


def _wanted(site_id: UUID, wanted: RetentionPut) -> Policy:
    return Policy(
        site_id=site_id,
        site_name="",
        conversation_days=wanted.conversation_days,
        delivery_days=wanted.delivery_days,
        audit_days=wanted.audit_days,
    )


def _days(policy: Policy) -> dict[str, Value]:
    return {
        "conversation_days": policy.conversation_days,
        "delivery_days": policy.delivery_days,
        "audit_days": policy.audit_days,
    }


def _policy(row: Policy) -> RetentionInfo:
    return RetentionInfo(
        site_id=row.site_id,
        site_name=row.site_name,
        conversation_days=row.conversation_days,
        delivery_days=row.delivery_days,
        audit_days=row.audit_days,
    )


def _info(row: RequestRow) -> VisitorRequestInfo:
    return VisitorRequestInfo(
        id=row.id,
        site_id=row.site_id,
        visitor_id=row.visitor_id,
        kind=RequestKind(row.kind),
        state=RequestState(row.state),
        requested_by=row.requested_by,
        created_at=row.created_at,
        finished_at=row.finished_at,
        counts=row.counts,
        archive_ready=row.kind == RequestKind.EXPORT and row.size > 0,
        size=row.size,
        expires_at=row.expires_at,
    )
