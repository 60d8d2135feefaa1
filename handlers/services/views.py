"""Saved filters of the inbox: everybody's own, and those that a supervisor shares."""

from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.contracts.inbox import InboxFilter, ViewInfo, ViewList, ViewPut
from shared.domain.audit import AuditAction
from shared.domain.words import Role
from shared.kernel.errors import Conflict, ErrorCode, Forbidden, NotFound
from shared.kernel.ids import uuid7
from shared.storage.audit import record
from shared.storage.pool import AsyncDatabase, using
from shared.storage.views import (
    ViewRow,
    add_view,
    change_view,
    count_views,
    delete_view,
    list_views,
    view_for_change,
)

_MOST = 50


class ViewService:
    """Keeps views. A shared one belongs to the site's supervisors, whoever made it."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Keep them in ``database``."""
        self._database = database

    async def all(self, operator: OperatorCaller) -> ViewList:
        """Return the operator's own views and those of their sites."""
        async with using(self._database) as connection:
            rows = await list_views(connection, operator.operator_id, operator.sites)
        return ViewList(items=tuple(_info(row) for row in rows))

    async def add(self, operator: OperatorCaller, put: ViewPut) -> ViewInfo:
        """Keep filters under a name.

        Raises:
            Forbidden: an operator who is no supervisor shares.
            NotFound: the site is none of this operator's.
            Conflict: there are too many.
        """
        _may_share(operator, put.site_id)
        row = ViewRow(
            uuid7(), operator.operator_id, operator.name, put.site_id, put.name, _kept(put.filters)
        )
        async with using(self._database) as connection, connection.transaction():
            if await count_views(connection, operator.operator_id) >= _MOST:
                raise Conflict(ErrorCode.TOO_MANY)
            await add_view(connection, row)
            if row.site_id:
                await record(
                    connection,
                    entry(
                        operator, AuditAction.VIEW_SHARED, [row.site_id], str(row.id),
                        name=row.name,
                    ),
                )  # fmt: skip
        return _info(row)

    async def change(self, operator: OperatorCaller, view_id: UUID, put: ViewPut) -> ViewInfo:
        """Keep other filters, another name or other sharing.

        Raises:
            NotFound: there is no such view for this operator to change.
            Forbidden: an operator who is no supervisor shares.
        """
        _may_share(operator, put.site_id)
        async with using(self._database) as connection, connection.transaction():
            was = await view_for_change(connection, view_id)
            if was is None or not _is_theirs(operator, was):
                raise NotFound(ErrorCode.NOT_FOUND)
            row = ViewRow(
                was.id, was.owner_id, was.owner_name, put.site_id, put.name, _kept(put.filters)
            )
            await change_view(connection, row)
            if sites := [site for site in dict.fromkeys((was.site_id, row.site_id)) if site]:
                action = AuditAction.VIEW_CHANGED if was.site_id else AuditAction.VIEW_SHARED
                await record(
                    connection,
                    entry(
                        operator, action, sites, str(row.id),
                        name=row.name, before={"name": was.name}, after={"name": row.name},
                    ),
                )  # fmt: skip
        return _info(row)

    async def delete(self, operator: OperatorCaller, view_id: UUID) -> None:
        """Delete a view.

        Raises:
            NotFound: there is no such view for this operator to delete.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await view_for_change(connection, view_id)
            if row is None or not _is_theirs(operator, row):
                raise NotFound(ErrorCode.NOT_FOUND)
            await delete_view(connection, view_id)
            if row.site_id:
                await record(
                    connection,
                    entry(
                        operator, AuditAction.VIEW_DELETED, [row.site_id], str(row.id),
                        name=row.name,
                    ),
                )  # fmt: skip


def _may_share(operator: OperatorCaller, site_id: UUID | None) -> None:
    if site_id is None:
        return
    if operator.role is Role.OPERATOR:
        raise Forbidden(ErrorCode.FORBIDDEN)
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.SITE_UNKNOWN)


def _is_theirs(operator: OperatorCaller, row: ViewRow) -> bool:
    if row.site_id is None:
        return row.owner_id == operator.operator_id
    return row.site_id in operator.sites and operator.role is not Role.OPERATOR


def _kept(filters: InboxFilter) -> dict[str, object]:
    return filters.model_dump(mode="json", exclude_defaults=True)


def _info(row: ViewRow) -> ViewInfo:
    return ViewInfo(
        id=row.id,
        name=row.name,
        filters=InboxFilter.model_validate(row.filters, extra="ignore"),
        site_id=row.site_id,
        owner_id=row.owner_id,
        owner_name=row.owner_name,
    )
