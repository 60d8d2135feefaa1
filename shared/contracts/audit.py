"""Bodies of ``/api/v1/audit``."""

from datetime import datetime
from uuid import UUID

from shared.contracts.wire import Contract
from shared.domain.audit import AuditAction, AuditActor

AuditValue = str | int | float | bool | tuple[str, ...] | None


class AuditEntryInfo(Contract):
    """A change: ``before`` and ``after`` hold the values that differ.

    ``action`` is text, not a closed set: what an older version wrote stays readable.
    """

    id: UUID
    at: datetime
    actor: AuditActor
    actor_id: UUID | None
    actor_name: str
    action: str
    subject: str
    name: str
    sites: tuple[str, ...]
    before: dict[str, AuditValue]
    after: dict[str, AuditValue]


class AuditPage(Contract):
    """Entries newest first; ``next`` asks for older ones. ``actions`` can be filtered by."""

    items: tuple[AuditEntryInfo, ...]
    next: str | None
    actions: tuple[AuditAction, ...]
