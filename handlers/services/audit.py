"""Who did what: entries for the audit log, made of the caller and the change."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import structlog

from handlers.services.caller import OperatorCaller
from shared.contracts.audit import AuditEntryInfo, AuditPage
from shared.domain.audit import AuditAction, AuditActor
from shared.kernel.errors import ErrorCode, InvalidInput
from shared.storage.audit import (
    NOBODY,
    Actor,
    AuditEntry,
    AuditFilter,
    AuditRow,
    Value,
    entry_of,
    list_entries,
)
from shared.storage.people import Operator
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sites import site_names

_Plain = str | int | float | bool | tuple[str, ...] | None


def entry(
    operator: OperatorCaller,
    action: AuditAction,
    site_ids: Sequence[UUID],
    subject: str,
    *,
    name: str = "",
    before: dict[str, Value] | None = None,
    after: dict[str, Value] | None = None,
) -> AuditEntry:
    """Return what ``record`` keeps: of ``before`` and ``after`` only what differs."""
    kind = AuditActor.OPERATOR if operator.key_id is None else AuditActor.KEY
    actor = Actor(kind, operator.key_id or operator.operator_id, operator.name, _request_id())
    return entry_of(actor, action, site_ids, subject, name=name, before=before, after=after)


def own_entry(
    operator: Operator,
    action: AuditAction,
    *,
    before: dict[str, Value] | None = None,
    after: dict[str, Value] | None = None,
) -> AuditEntry:
    """Return what ``record`` keeps of a change that operators make of themselves."""
    actor = Actor(AuditActor.OPERATOR, operator.id, operator.name, _request_id())
    subject, sites = str(operator.id), operator.memberships
    return entry_of(actor, action, sites, subject, name=operator.name, before=before, after=after)


def visitor_entry(
    action: AuditAction, site_ids: Sequence[UUID], subject: str, *, after: dict[str, Value]
) -> AuditEntry:
    """Return what ``record`` keeps of what a visitor asked for, whom the log does not name."""
    actor = replace(NOBODY, request_id=_request_id())
    return entry_of(actor, action, site_ids, subject, after=after)


def _request_id() -> str | None:
    found: str | None = structlog.contextvars.get_contextvars().get("request_id")
    return found


class AuditService:
    """Reads the log to administrators, of their sites."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Read from ``database``."""
        self._database = database

    async def page(self, operator: OperatorCaller, asked: AuditFilter, limit: int) -> AuditPage:
        """Return entries about the operator's sites, newest first."""
        sites = list(operator.sites)
        async with using(self._database) as connection:
            rows = await list_entries(connection, sites, asked, limit + 1)
            names = await site_names(connection, sites)
        shown = rows[:limit]
        return AuditPage(
            items=tuple(_info(row, names) for row in shown),
            next=_name_of_place(shown[-1]) if len(rows) > limit else None,
            actions=tuple(AuditAction),
        )


def place(text: str | None) -> tuple[datetime, UUID] | None:
    """Read what ``next`` named.

    Raises:
        InvalidInput: it is none of ours.
    """
    if text is None:
        return None
    at, _, entry_id = text.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(entry_id)
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="before") from error


def _name_of_place(row: AuditRow) -> str:
    return f"{row.at.isoformat().replace('+00:00', 'Z')}~{row.id}"


def _info(row: AuditRow, names: dict[UUID, str]) -> AuditEntryInfo:
    # Sites that the reader does not work for are none of their business.
    ours = tuple(names[site] for site in row.site_ids if site in names)
    is_whole = names.keys() >= set(row.site_ids)

    def shown(values: dict[str, Value]) -> dict[str, _Plain]:
        return {
            key: _plain(value if is_whole or key != "sites" else _among(ours, value))
            for key, value in values.items()
        }

    return AuditEntryInfo(
        id=row.id,
        at=row.at,
        actor=AuditActor(row.actor),
        actor_id=row.actor_id,
        actor_name=row.actor_name,
        action=row.action,
        subject=row.subject,
        name=row.name,
        sites=ours,
        before=shown(row.before),
        after=shown(row.after),
    )


def _among(names: tuple[str, ...], value: Value) -> Value:
    return [name for name in value if name in names] if isinstance(value, list) else value


def _plain(value: Value) -> _Plain:
    return tuple(value) if isinstance(value, list) else value
