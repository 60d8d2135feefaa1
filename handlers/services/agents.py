"""The agents and how far each may err; what is changed holds for the next message."""

from dataclasses import replace
from uuid import UUID

from redis.asyncio import Redis

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.site_news import tell_site_changed
from shared.contracts.http import AgentPatch, AgentPolicy, AgentPolicyList, AgentSite
from shared.domain.audit import AuditAction
from shared.domain.site import in_language
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, NotFound
from shared.observability.logs import get_logger
from shared.storage.agents import (
    AgentRow,
    agent_for_change,
    agent_sites,
    list_agents,
    set_wrong_share,
)
from shared.storage.audit import AuditEntry, record
from shared.storage.curves import kept_curve
from shared.storage.pool import AsyncDatabase, using


class AgentService:
    """Shows agents and changes their policies."""

    def __init__(self, database: AsyncDatabase, redis: Redis, directory: SiteDirectory) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._directory = directory

    async def all(
        self, operator: OperatorCaller, locale: Locale, *, also_off: bool = False
    ) -> AgentPolicyList:
        """Return the agents of the operator's sites, and the curve they answer by."""
        async with using(self._database) as connection:
            rows = await list_agents(connection, operator.sites, also_off=also_off)
            sites = await agent_sites(connection, operator.sites)
        return AgentPolicyList(
            items=tuple(_policy(row, locale) for row in rows),
            sites=tuple(AgentSite(id=found[0], key=found[1], name=found[2]) for found in sites),
            curve=await kept_curve(self._redis),
        )

    async def change(
        self, operator: OperatorCaller, site_id: UUID, slug: str, patch: AgentPatch, locale: Locale
    ) -> AgentPolicy:
        """Keep what is accepted of an agent, and have every handler read the site again.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
        """
        if site_id not in operator.sites:
            raise NotFound(ErrorCode.NOT_FOUND)
        async with using(self._database) as connection, connection.transaction():
            held = await agent_for_change(connection, site_id, slug)
            if held is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            row = replace(held, wrong_share=patch.wrong_share)
            await set_wrong_share(connection, site_id, slug, row.wrong_share)
            await record(connection, _change(operator, held, row))
        self._directory.forget(site_id)
        get_logger().info(
            "agent.policy_changed",
            site_id=str(site_id),
            agent=slug,
            wrong_share=row.wrong_share,
            operator_id=str(operator.operator_id),
        )
        await tell_site_changed(self._redis, site_id)
        return _policy(row, locale)


def _change(operator: OperatorCaller, was: AgentRow, now: AgentRow) -> AuditEntry:
    return entry(
        operator,
        AuditAction.AGENT_CHANGED,
        [now.site_id],
        now.slug,
        name=next(iter(now.name.values()), now.slug),
        before={"wrong_share": was.wrong_share},
        after={"wrong_share": now.wrong_share},
    )


def _policy(row: AgentRow, locale: Locale) -> AgentPolicy:
    return AgentPolicy(
        site_id=row.site_id,
        site_key=row.site_key,
        site_name=row.site_name,
        slug=row.slug,
        name=in_language({Locale(key): text for key, text in row.name.items()}, locale),
        wrong_share=row.wrong_share,
        enabled=row.enabled,
    )
