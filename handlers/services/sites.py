"""Sites as administrators run them: keys, origins, look, hours, limits, identity.

Each change is one transaction with its entry in the audit log; then every handler is told to read
the site again.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from shared.auth.identity import IdentitySecrets, new_salt
from shared.auth.identity_keys import read_key
from shared.auth.origin_rules import OriginRules
from shared.contracts.sites import (
    IdentityKeyAdd,
    IdentitySecret,
    InstallationLimits,
    RotateRequest,
    SiteCreate,
    SiteDetail,
    SiteList,
    SitePatch,
)
from shared.domain.audit import AuditAction
from shared.domain.identity import MOST_IDENTITY_KEYS
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.kernel.ids import new_site_key, uuid7
from shared.observability.logs import get_logger
from shared.storage.audit import Value, record
from shared.storage.keys import SITE_CHANGED_CHANNEL
from shared.storage.pool import AsyncDatabase, using
from shared.storage.site_patch import patched_row
from shared.storage.site_rows import keys_value, read_keys, read_salts, salts_value
from shared.storage.site_settings import (
    SiteRow,
    insert_site,
    list_sites,
    site_row,
    update_site,
)
from shared.storage.site_texts import audited, detail, integrity_of, line

_OF_KEYS = (AuditAction.SITE_IDENTITY_KEY_ADDED, AuditAction.SITE_IDENTITY_KEY_REMOVED)


class SiteService:
    """Shows sites and changes them."""

    def __init__(
        self,
        database: AsyncDatabase,
        redis: Redis,
        directory: SiteDirectory,
        identities: IdentitySecrets,
        *,
        defaults: InstallationLimits,
        public_url: str,
        widget: Path,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service; ``widget`` is the script that sites include."""
        self._database = database
        self._redis = redis
        self._directory = directory
        self._identities = identities
        self._defaults = defaults
        self._public_url = public_url
        self._widget = widget
        self._clock = clock
        self._origins = OriginRules()

    async def all(self, operator: OperatorCaller) -> SiteList:
        """Return the operator's sites, disabled ones too."""
        async with using(self._database) as connection:
            rows = await list_sites(connection, operator.sites)
        return SiteList(items=tuple(map(line, rows)))

    async def one(self, operator: OperatorCaller, site_id: UUID) -> SiteDetail:
        """Return all of a site.

        Raises:
            NotFound: there is none, or it is none of this operator's business.
        """
        _require(operator, site_id)
        async with using(self._database) as connection:
            row = await site_row(connection, site_id)
        return await self._detail(_found(row))

    async def create(self, operator: OperatorCaller, body: SiteCreate) -> SiteDetail:
        """Make a site, of which the operator is the first.

        Raises:
            InvalidInput: an origin cannot be used.
            NotFound: ``agents_from`` is none of the operator's sites.
        """
        if body.agents_from is not None:
            _require(operator, body.agents_from)
        origins = self._origins.checked(body.origins, wildcards=False)
        site_id = uuid7()
        async with using(self._database) as connection, connection.transaction():
            await insert_site(
                connection,
                site_id=site_id,
                site_key=new_site_key(),
                name=body.name,
                locale=body.locale,
                origins=origins,
                operators=[operator.operator_id],
                agents_from=body.agents_from,
            )
            row = _found(await site_row(connection, site_id, for_change=True))
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.SITE_CREATED,
                    [site_id],
                    str(site_id),
                    name=row.name,
                    after={"name": row.name, "locale": row.locale, "origins": row.origins},
                ),
            )
        await self._changed(operator, site_id, AuditAction.SITE_CREATED)
        return await self._detail(row)

    async def change(self, operator: OperatorCaller, site_id: UUID, patch: SitePatch) -> SiteDetail:
        """Keep what the patch names.

        Raises:
            NotFound: there is no such site for this operator.
            InvalidInput: an origin cannot be used, or identity is required without a secret.
        """

        def patched(row: SiteRow) -> SiteRow:
            return patched_row(row, patch, self._origins, self._clock())

        return await self._change(operator, site_id, AuditAction.SITE_CHANGED, patched)

    async def rotate_key(
        self, operator: OperatorCaller, site_id: UUID, body: RotateRequest
    ) -> SiteDetail:
        """Give the site a new public key; the old one is good for the grace, then dead.

        Raises:
            NotFound: there is no such site for this operator.
        """

        def rotated(row: SiteRow) -> SiteRow:
            until = self._clock() + timedelta(hours=body.grace_hours)
            return replace(
                row,
                site_key=new_site_key(row.site_key.partition("-")[0]),
                previous_key=row.site_key,
                previous_key_until=until,
            )

        return await self._change(operator, site_id, AuditAction.SITE_KEY_ROTATED, rotated)

    async def rotate_secret(
        self, operator: OperatorCaller, site_id: UUID, body: RotateRequest
    ) -> IdentitySecret:
        """Make a new identity secret and tell it, this once; the old one ends with the grace.

        Raises:
            NotFound: there is no such site for this operator.
        """
        now = self._clock()
        salt = new_salt(now)

        def rotated(row: SiteRow) -> SiteRow:
            until = now + timedelta(hours=body.grace_hours)
            held = [one for one in read_salts(row.identity_salts) if one.is_valid(now)]
            # Two at most: the one before the last is not wanted by anybody any more.
            older = [replace(one, until=min(one.until or until, until)) for one in held[:1]]
            kept = [one for one in older if one.is_valid(now)]
            return replace(row, identity_salts=salts_value([salt, *kept]))

        site = await self._change(operator, site_id, AuditAction.SITE_SECRET_ROTATED, rotated)
        return IdentitySecret(secret=self._identities.secret(site_id, salt), site=site)

    async def add_key(
        self, operator: OperatorCaller, site_id: UUID, body: IdentityKeyAdd
    ) -> SiteDetail:
        """Keep a public key, with which the site's server signs from now on.

        Raises:
            NotFound: there is no such site for this operator.
            InvalidInput: it is no public key, or one that is not taken.
            Conflict: the key, or its name, is there already; or there are as many as may be.
        """
        _require(operator, site_id)
        key = read_key(body.key, body.kid, self._clock())

        def added(row: SiteRow) -> SiteRow:
            held = read_keys(row.identity_keys)
            if any(one.id == key.id or one.kid == key.kid for one in held):
                raise Conflict(ErrorCode.NAME_TAKEN)
            if len(held) >= MOST_IDENTITY_KEYS:
                raise Conflict(ErrorCode.TOO_MANY)
            return replace(row, identity_keys=keys_value([*held, key]))

        return await self._change(operator, site_id, AuditAction.SITE_IDENTITY_KEY_ADDED, added)

    async def remove_key(self, operator: OperatorCaller, site_id: UUID, key_id: str) -> SiteDetail:
        """Forget a public key: what was signed with it is worth nothing from now on.

        Raises:
            NotFound: there is no such site for this operator, or no such key.
            InvalidInput: the site requires identities, and nothing else could sign them.
        """

        def removed(row: SiteRow) -> SiteRow:
            held = read_keys(row.identity_keys)
            kept = [one for one in held if one.id != key_id]
            if len(kept) == len(held):
                raise NotFound(ErrorCode.NOT_FOUND)
            if row.identity_required and not (kept or row.identity_salts):
                raise InvalidInput(ErrorCode.IDENTITY_REQUIRED, detail="the last key")
            return replace(row, identity_keys=keys_value(kept))

        return await self._change(operator, site_id, AuditAction.SITE_IDENTITY_KEY_REMOVED, removed)

    async def _change(
        self,
        operator: OperatorCaller,
        site_id: UUID,
        action: AuditAction,
        change: Callable[[SiteRow], SiteRow],
    ) -> SiteDetail:
        _require(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = _found(await site_row(connection, site_id, for_change=True))
            row = change(was)
            await update_site(connection, row)
            before, after = _told(action, was, row)
            await record(
                connection,
                entry(
                    operator,
                    action,
                    [site_id],
                    str(site_id),
                    name=row.name,
                    before=before,
                    after=after,
                ),
            )
        await self._changed(operator, site_id, action)
        return await self._detail(row)

    async def _detail(self, row: SiteRow) -> SiteDetail:
        integrity = await asyncio.to_thread(integrity_of, self._widget)
        return detail(row, self._defaults, integrity, self._public_url)

    async def _changed(self, operator: OperatorCaller, site_id: UUID, action: AuditAction) -> None:
        self._directory.forget(site_id)
        get_logger().info(action, site_id=str(site_id), operator_id=str(operator.operator_id))
        try:
            await self._redis.publish(SITE_CHANGED_CHANNEL, str(site_id))
        except RedisError as error:
            # It is kept; the others find it by themselves, some seconds later.
            get_logger().warning("site.change_not_told", error=type(error).__name__)


def _require(operator: OperatorCaller, site_id: UUID) -> None:
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)


def _found(row: SiteRow | None) -> SiteRow:
    if row is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return row


def _told(
    action: AuditAction, was: SiteRow, now: SiteRow
) -> tuple[dict[str, Value], dict[str, Value]]:
    if action is AuditAction.SITE_SECRET_ROTATED:
        names = [[one.id for one in read_salts(row.identity_salts)] for row in (was, now)]
        return {"identity_secrets": names[0]}, {"identity_secrets": names[1]}
    if action in _OF_KEYS:
        keys = [
            [f"{one.kid} ({one.algorithm}, {one.id})" for one in read_keys(row.identity_keys)]
            for row in (was, now)
        ]
        return {"identity_keys": keys[0]}, {"identity_keys": keys[1]}
    return audited(was), audited(now)
