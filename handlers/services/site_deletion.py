"""Sites are deleted: shut at once, erased by a worker."""

from uuid import UUID

from redis.asyncio import Redis

from handlers.services.administration import administering
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.revocations import Revocations
from handlers.services.site_news import tell_site_changed, tell_visitors_out
from shared.contracts.sites import SiteDelete
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.observability.logs import get_logger
from shared.storage.audit import record
from shared.storage.pool import AsyncDatabase
from shared.storage.sign_ins import revoke_sign_ins, sign_in_ids
from shared.storage.site_closing import close_site


class SiteDeletionService:
    """Closes sites for good."""

    def __init__(
        self,
        database: AsyncDatabase,
        redis: Redis,
        directory: SiteDirectory,
        revocations: Revocations,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._directory = directory
        self._revocations = revocations

    async def delete(self, operator: OperatorCaller, site_id: UUID, body: SiteDelete) -> None:
        """Let nobody reach a site any more, from the commit on, and have it erased.

        It stands in the audit logs of the administrator's other sites, for its own goes with it.

        Raises:
            NotFound: there is no such site for this operator.
            InvalidInput: it is not called so.
            Conflict: it is the administrator's only one, so nobody could tell what became of it.
        """
        async with administering(self._database, operator) as work:
            name = work.sites.get(site_id)
            if name is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            if body.name.strip() != name.strip():
                raise InvalidInput(ErrorCode.SITE_NAME_WRONG)
            told = sorted(work.sites.keys() - {site_id})
            if not told:
                raise Conflict(ErrorCode.LAST_SITE)
            closed = await close_site(work.connection, site_id, told)
            closing: list[UUID] = []
            for member in closed.members:
                if member in closed.left_out:
                    closing += await revoke_sign_ins(work.connection, member)
                else:
                    closing += await sign_in_ids(work.connection, member)
            made = entry(operator, AuditAction.SITE_DELETED, told, str(site_id), name=name)
            await record(work.connection, made)
        self._directory.forget(site_id)
        await tell_site_changed(self._redis, site_id)
        await tell_visitors_out(self._redis, site_id)
        await self._revocations.tell(closing)
        get_logger().info(
            "site.deleted", site_id=str(site_id), operator_id=str(operator.operator_id)
        )
