"""Keys of the API: made by administrators, shown once, judged at every request."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from shared.auth.api_keys import key_hash, new_key
from shared.contracts.api_keys import ApiKeyCreate, ApiKeyInfo, ApiKeyList, ApiKeySecret
from shared.domain.audit import AuditAction
from shared.domain.scopes import Scope, lost
from shared.domain.words import Role
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import (
    Conflict,
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotAuthenticated,
    NotFound,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.api_keys import (
    ApiKeyRow,
    NewApiKey,
    insert_key,
    key_for_change,
    list_keys,
    revoke_key,
    use_key,
    withdraw_key,
)
from shared.storage.audit import record
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sites import site_names

_MOST = 200
_MINUTE = timedelta(minutes=1)
# A key is asked for anew at every request, so nothing that follows from this time is kept.
_REQUEST = timedelta(minutes=5)


class KeyService:
    """Makes, lists and revokes keys, and tells whom a key lets in."""

    def __init__(
        self, database: AsyncDatabase, limits: Limits, per_minute: int, clock: Clock = utc_now
    ) -> None:
        """A key may ask ``per_minute`` times a minute, over all handlers."""
        self._database = database
        self._limits = limits
        self._per_minute = per_minute
        self._clock = clock

    async def authenticate(self, key: str, scopes: Sequence[str]) -> OperatorCaller:
        """Return whom a key calls as, at a route that names ``scopes``.

        Raises:
            NotAuthenticated: it is none of ours, has expired or was revoked.
            Forbidden: the route takes no keys, the key has not its scope, or its maker may no
                longer do that themselves.
            RateLimited: too many requests in a minute.
        """
        async with using(self._database) as connection:
            known = await use_key(connection, key_hash(key))
        if known is None:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        await self._limits.hit("key", str(known.id), self._per_minute, _MINUTE)
        if not scopes or not set(scopes) <= set(known.scopes):
            raise Forbidden(ErrorCode.SCOPE_MISSING)
        if known.created_by is None or known.role is None or not known.sites:
            raise Forbidden(ErrorCode.KEY_DISOWNED)
        if lost(map(Scope, scopes), known.role):
            raise Forbidden(ErrorCode.KEY_DISOWNED)
        return OperatorCaller(
            operator_id=known.created_by,
            session_id=known.id,
            name=known.name,
            role=known.role,
            locale=known.locale,
            sites=frozenset(known.sites),
            expires_at=self._clock() + _REQUEST,
            key_id=known.id,
        )

    async def all(self, operator: OperatorCaller) -> ApiKeyList:
        """Return the keys to any of the operator's sites."""
        async with using(self._database) as connection:
            rows = await list_keys(connection, operator.sites, _MOST)
            names = await site_names(connection, operator.sites)
        return ApiKeyList(items=tuple(_info(row, names) for row in rows))

    async def create(self, operator: OperatorCaller, wanted: ApiKeyCreate) -> ApiKeySecret:
        """Make a key and return it, this once.

        Raises:
            NotFound: one of the sites is none of the operator's.
            InvalidInput: it would have expired already.
            Conflict: there are too many keys.
        """
        sites = sorted(set(wanted.site_ids))
        if not operator.sites.issuperset(sites):
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        if wanted.expires_at is not None and wanted.expires_at <= self._clock():
            raise InvalidInput(detail="expires_at: is past")
        made = new_key()
        key = NewApiKey(
            id=uuid7(),
            name=wanted.name.strip(),
            prefix=made.prefix,
            key_hash=made.key_hash,
            scopes=[str(scope) for scope in wanted.scopes],
            sites=sites,
            created_by=operator.operator_id,
            expires_at=wanted.expires_at,
        )
        async with using(self._database) as connection, connection.transaction():
            in_use = await list_keys(connection, sites, _MOST)
            if len([row for row in in_use if row.revoked_at is None]) >= _MOST:
                raise Conflict(ErrorCode.TOO_MANY_THINGS)
            await insert_key(connection, key)
            row = await key_for_change(connection, key.id, operator.sites)
            names = await site_names(connection, operator.sites)
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.KEY_CREATED,
                    sites,
                    str(key.id),
                    name=key.name,
                    after={
                        "prefix": key.prefix,
                        "scopes": key.scopes,
                        "expires_at": key.expires_at.isoformat() if key.expires_at else None,
                    },
                ),
            )
        if row is None:
            raise NotFound
        get_logger().info("key.created", key_id=str(key.id), operator_id=str(operator.operator_id))
        return ApiKeySecret(info=_info(row, names), key=made.key)

    async def revoke(self, operator: OperatorCaller, key_id: UUID) -> None:
        """Let a key open none of the operator's sites any more; done twice, it is done.

        What it opens of others stays open: they have a say in that, and would not be told why
        their programs stand still. Only one that is for no other site is over.

        Raises:
            NotFound: it is for none of the operator's sites.
        """
        async with using(self._database) as connection, connection.transaction():
            row = await key_for_change(connection, key_id, operator.sites)
            if row is None:
                raise NotFound
            if row.revoked_at is not None:
                return
            theirs = [site for site in row.sites if site in operator.sites]
            if len(theirs) < len(row.sites):
                await withdraw_key(connection, key_id, theirs)
            else:
                await revoke_key(connection, key_id)
            await record(
                connection,
                entry(operator, AuditAction.KEY_REVOKED, theirs, str(key_id), name=row.name),
            )
        get_logger().info("key.revoked", key_id=str(key_id), operator_id=str(operator.operator_id))


def _info(row: ApiKeyRow, names: dict[UUID, str]) -> ApiKeyInfo:
    scopes = tuple(Scope(scope) for scope in row.scopes if scope in set(Scope))
    return ApiKeyInfo(
        id=row.id,
        name=row.name,
        prefix=row.prefix,
        scopes=scopes,
        sites=tuple(names[site] for site in row.sites if site in names),
        lost_sites=tuple(
            names[site] for site in row.sites if site in names and site not in row.open_sites
        ),
        lost_scopes=() if row.role is None else lost(scopes, Role(row.role)),
        opens_others=any(site not in names for site in row.sites),
        created_by=row.created_by,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
