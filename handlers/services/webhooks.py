"""Webhooks of sites: who is told what, under which secret, and what came of it."""

from collections.abc import Sequence
from urllib.parse import urlsplit
from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.config import Settings
from shared.config_rules import Environment
from shared.contracts.webhooks import (
    AttemptInfo,
    DeliveryInfo,
    DeliveryPage,
    TestTold,
    WebhookCreate,
    WebhookInfo,
    WebhookList,
    WebhookPatch,
    WebhookSecret,
)
from shared.domain.audit import AuditAction
from shared.domain.webhooks import (
    SECRET_OVERLAP,
    DeliveryState,
    DeliveryTrouble,
    DisabledReason,
    WebhookEventType,
    address_trouble,
    new_secret,
)
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.audit import AuditEntry, Value, record
from shared.storage.outbox import Happened, tell
from shared.storage.pool import AsyncDatabase, AsyncLink, using
from shared.storage.webhooks import (
    LogRow,
    TryRow,
    WebhookRow,
    count_webhooks,
    delete_webhook,
    delivery_log,
    insert_webhook,
    list_webhooks,
    redeliver,
    rotate_webhook,
    update_webhook,
    webhook_for_change,
    webhook_is_of,
)

_MOST_OF_A_SITE = 20
_MOST = 500


class WebhookService:
    """Manages webhooks; a worker delivers."""

    def __init__(self, database: AsyncDatabase, settings: Settings, clock: Clock = utc_now) -> None:
        """Keep webhooks in ``database``."""
        self._database = database
        self._is_http_allowed = settings.environment is Environment.DEVELOPMENT
        self._networks = settings.webhook_networks
        self._clock = clock

    async def all(self, operator: OperatorCaller) -> WebhookList:
        """Return the webhooks of the operator's sites."""
        async with using(self._database) as connection:
            rows = await list_webhooks(connection, operator.sites, _MOST)
        return WebhookList(items=tuple(self._info(row) for row in rows))

    async def create(self, operator: OperatorCaller, wanted: WebhookCreate) -> WebhookSecret:
        """Make a webhook and return its secret, this once.

        Raises:
            NotFound: the site is none of the operator's.
            InvalidInput: nothing is sent to such an address.
            Conflict: the site has too many.
        """
        if wanted.site_id not in operator.sites:
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        self._check(wanted.url)
        webhook_id, secret = uuid7(), new_secret()
        async with using(self._database) as connection, connection.transaction():
            if await count_webhooks(connection, wanted.site_id) >= _MOST_OF_A_SITE:
                raise Conflict(ErrorCode.TOO_MANY_THINGS)
            events = [str(kind) for kind in wanted.events]
            await insert_webhook(
                connection,
                webhook_id=webhook_id,
                site_id=wanted.site_id,
                url=wanted.url,
                events=events,
                secret=secret,
            )
            row = await webhook_for_change(connection, webhook_id, operator.sites)
            if row is None:
                raise NotFound
            made = entry(
                operator,
                AuditAction.WEBHOOK_CREATED,
                [row.site_id],
                str(row.id),
                name=_host(row.url),
                after=_audited(row.url, row.events, enabled=True),
            )
            await record(connection, made)
        get_logger().info("webhook.created", webhook_id=str(webhook_id))
        return WebhookSecret(webhook=self._info(row), secret=secret)

    async def change(
        self, operator: OperatorCaller, webhook_id: UUID, patch: WebhookPatch
    ) -> WebhookInfo:
        """Change where it is told, of what, or whether at all.

        Raises:
            NotFound: it is none of the operator's.
            InvalidInput: nothing is sent to such an address.
        """
        if patch.url is not None:
            self._check(patch.url)
        async with using(self._database) as connection, connection.transaction():
            row = await webhook_for_change(connection, webhook_id, operator.sites)
            if row is None:
                raise NotFound
            is_enabled = row.disabled_at is None
            url = row.url if patch.url is None else patch.url
            events = row.events if patch.events is None else [str(kind) for kind in patch.events]
            enabled = is_enabled if patch.enabled is None else patch.enabled
            await update_webhook(connection, row, url=url, events=events, enabled=enabled)
            change = entry(
                operator,
                AuditAction.WEBHOOK_CHANGED,
                [row.site_id],
                str(row.id),
                name=_host(url),
                before=_audited(row.url, row.events, enabled=is_enabled),
                after=_audited(url, events, enabled=enabled),
            )
            if change.after:
                await record(connection, change)
            now = await webhook_for_change(connection, webhook_id, operator.sites)
        if now is None:
            raise NotFound
        get_logger().info("webhook.changed", webhook_id=str(webhook_id))
        return self._info(now)

    async def rotate(self, operator: OperatorCaller, webhook_id: UUID) -> WebhookSecret:
        """Give it another secret, shown this once; for a day the one before signs as well."""
        secret = new_secret()
        async with using(self._database) as connection, connection.transaction():
            row = await webhook_for_change(connection, webhook_id, operator.sites)
            if row is None:
                raise NotFound
            await rotate_webhook(connection, row.id, secret, self._clock() + SECRET_OVERLAP)
            await record(connection, self._entry(operator, AuditAction.WEBHOOK_ROTATED, row))
            now = await webhook_for_change(connection, webhook_id, operator.sites)
        if now is None:
            raise NotFound
        return WebhookSecret(webhook=self._info(now), secret=secret)

    async def delete(self, operator: OperatorCaller, webhook_id: UUID) -> None:
        """Delete it with its log; what waited is not sent."""
        async with using(self._database) as connection, connection.transaction():
            row = await webhook_for_change(connection, webhook_id, operator.sites)
            if row is None:
                raise NotFound
            await delete_webhook(connection, row.id)
            await record(connection, self._entry(operator, AuditAction.WEBHOOK_DELETED, row))
        get_logger().info("webhook.deleted", webhook_id=str(webhook_id))

    async def test(self, operator: OperatorCaller, webhook_id: UUID) -> DeliveryInfo:
        """Send it a test, as any other event is sent.

        Raises:
            NotFound: it is none of the operator's.
            Conflict: it is disabled.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await self._enabled(operator, webhook_id, connection)
            told = Happened(
                WebhookEventType.WEBHOOK_TESTED,
                row.site_id,
                TestTold(webhook_id=row.id),
                only_for=row.id,
            )
            await tell(connection, [told])
            await record(connection, self._entry(operator, AuditAction.WEBHOOK_TESTED, row))
            rows, _ = await delivery_log(connection, row.id, limit=1)
        return _delivery(rows[0], ())

    async def log(
        self,
        operator: OperatorCaller,
        webhook_id: UUID,
        *,
        state: DeliveryState | None,
        before: int | None,
        limit: int,
    ) -> DeliveryPage:
        """Return what was sent to it, newest first."""
        async with using(self._database) as connection:
            if not await webhook_is_of(connection, webhook_id, operator.sites):
                raise NotFound
            rows, tries = await delivery_log(
                connection, webhook_id, state=state, before=before, limit=limit + 1
            )
        shown = rows[:limit]
        made: dict[UUID, list[TryRow]] = {row.event_id: [] for row in rows}
        for one in tries:
            made[one.event_id].append(one)
        items = tuple(_delivery(row, made[row.event_id]) for row in shown)
        return DeliveryPage(items=items, next=shown[-1].position if len(rows) > limit else None)

    async def redeliver(self, operator: OperatorCaller, webhook_id: UUID, event_id: UUID) -> None:
        """Send an event again, from the beginning of the schedule.

        Raises:
            NotFound: it is none of the operator's, or the event is no longer kept.
            Conflict: the webhook is disabled.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await self._enabled(operator, webhook_id, connection)
            if not await redeliver(connection, row.id, event_id):
                raise NotFound
            made = entry(
                operator,
                AuditAction.WEBHOOK_REDELIVERED,
                [row.site_id],
                str(row.id),
                name=_host(row.url),
                after={"event_id": str(event_id)},
            )
            await record(connection, made)

    def _check(self, url: str) -> None:
        trouble = address_trouble(
            url, is_http_allowed=self._is_http_allowed, networks=self._networks
        )
        if trouble is not None:
            raise InvalidInput(ErrorCode.WEBHOOK_URL_REFUSED, detail=trouble)

    @staticmethod
    async def _enabled(
        operator: OperatorCaller, webhook_id: UUID, connection: AsyncLink
    ) -> WebhookRow:
        row = await webhook_for_change(connection, webhook_id, operator.sites)
        if row is None:
            raise NotFound
        if row.disabled_at is not None:
            raise Conflict(ErrorCode.WEBHOOK_DISABLED)
        return row

    @staticmethod
    def _entry(operator: OperatorCaller, action: AuditAction, row: WebhookRow) -> AuditEntry:
        return entry(operator, action, [row.site_id], str(row.id), name=_host(row.url))

    def _info(self, row: WebhookRow) -> WebhookInfo:
        until = row.previous_until
        known = set(WebhookEventType)
        return WebhookInfo(
            id=row.id,
            site_id=row.site_id,
            site_name=row.site_name,
            url=row.url,
            events=tuple(WebhookEventType(kind) for kind in row.events if kind in known),
            enabled=row.disabled_at is None,
            disabled_reason=DisabledReason(row.disabled_reason) if row.disabled_reason else None,
            failing_since=row.failing_since,
            previous_secret_until=until if until and until > self._clock() else None,
            pending=row.pending,
            last_at=row.last_at,
            last_state=DeliveryState(row.last_state) if row.last_state else None,
            created_at=row.created_at,
        )


def _host(url: str) -> str:
    return urlsplit(url).netloc


def _audited(url: str, events: Sequence[str], *, enabled: bool) -> dict[str, Value]:
    return {"url": url, "events": list(events), "enabled": enabled}


def _delivery(row: LogRow, tries: Sequence[TryRow]) -> DeliveryInfo:
    return DeliveryInfo(
        event_id=row.event_id,
        type=WebhookEventType(row.type),
        state=DeliveryState(row.state),
        attempts=row.attempts,
        created_at=row.created_at,
        next_at=row.next_at,
        tries=tuple(
            AttemptInfo(
                at=one.at,
                status=one.status,
                trouble=DeliveryTrouble(one.trouble) if one.trouble else None,
                latency_ms=one.latency_ms,
                excerpt=one.excerpt,
            )
            for one in tries
        ),
        body=row.body,
    )
