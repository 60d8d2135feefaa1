"""Agents as administrators edit them; what is changed holds for the next message."""

from uuid import UUID

from handlers.services.agent_changes import AgentChanges, called, require_own, there
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.writing import WritingService
from shared.contracts.agents import (
    AgentPut,
    AgentSettings,
    AgentSettingsList,
)
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, NotFound
from shared.storage.agent_settings import (
    AgentSettingsRow,
    agent_settings,
    hold_order,
    list_agent_settings,
    order_agents,
    site_words,
    switch_agent,
    update_agent,
)
from shared.storage.agent_words import audited, settings_of, words_of
from shared.storage.audit import record
from shared.storage.pool import AsyncDatabase, AsyncLink, using


class AgentSettingsService:
    """Shows agents whole and changes them, each change with its entry in the audit log."""

    def __init__(
        self, database: AsyncDatabase, changes: AgentChanges, writing: WritingService
    ) -> None:
        """Compose the service."""
        self._database = database
        self._changes = changes
        self._writing = writing

    async def all(self, operator: OperatorCaller, site_id: UUID) -> AgentSettingsList:
        """Return the agents of a site, those that are switched off included.

        Raises:
            NotFound: there is no such site, or it is none of this operator's business.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection:
            site = await site_words(connection, site_id)
            rows = await list_agent_settings(connection, site_id)
        if site is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        writing = await self._writing.options([row.slug for row in rows])
        return AgentSettingsList(
            site_id=site_id,
            site_key=site[0],
            site_name=site[1],
            items=tuple(map(settings_of, rows)),
            adapters=writing.adapters,
            backends=writing.backends,
            models=writing.models,
            workers=writing.workers,
        )

    async def one(self, operator: OperatorCaller, site_id: UUID, slug: str) -> AgentSettings:
        """Return an agent.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection:
            return settings_of(there(await agent_settings(connection, site_id, slug)))

    async def put(
        self, operator: OperatorCaller, site_id: UUID, slug: str, body: AgentPut
    ) -> AgentSettings:
        """Keep what was edited; said again with the same values it changes nothing.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
            Conflict: somebody has changed it since ``body.version``.
            InvalidInput: the adapter is not there where the model runs.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = there(await agent_settings(connection, site_id, slug, hold=True))
            words = words_of(body)
            if words == words_of(settings_of(was)):
                return settings_of(was)
            if was.version != body.version:
                raise Conflict(ErrorCode.AGENT_CHANGED)
            await self._changes.check_adapter(body, slug, was.adapter)
            await update_agent(connection, site_id, slug, words)
            now = there(await agent_settings(connection, site_id, slug))
            await self._record(connection, operator, was, now)
        await self._changes.tell(site_id, slug, "agent.changed")
        return settings_of(now)

    async def switch(
        self, operator: OperatorCaller, site_id: UUID, slug: str, *, enabled: bool
    ) -> AgentSettings:
        """Switch an agent on or off.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = there(await agent_settings(connection, site_id, slug, hold=True))
            if was.enabled is enabled:
                return settings_of(was)
            await switch_agent(connection, site_id, slug, enabled=enabled)
            now = there(await agent_settings(connection, site_id, slug))
            await self._record(connection, operator, was, now)
        await self._changes.tell(site_id, slug, "agent.switched")
        return settings_of(now)

    async def order(
        self, operator: OperatorCaller, site_id: UUID, wanted: tuple[str, ...]
    ) -> AgentSettingsList:
        """Put the agents of a site into an order.

        Raises:
            NotFound: there is no such site, or it is none of this operator's business.
            Conflict: ``wanted`` does not name each agent of the site once.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            before = await hold_order(connection, site_id)
            if before is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            if sorted(before) != sorted(wanted):
                raise Conflict(ErrorCode.AGENT_CHANGED)
            if before != list(wanted):
                await order_agents(connection, site_id, wanted)
                await record(
                    connection,
                    entry(
                        operator,
                        AuditAction.AGENTS_ORDERED,
                        [site_id],
                        str(site_id),
                        before={"order": before},
                        after={"order": list(wanted)},
                    ),
                )
        await self._changes.tell(site_id, "", "agents.ordered")
        return await self.all(operator, site_id)

    async def _record(
        self,
        connection: AsyncLink,
        operator: OperatorCaller,
        was: AgentSettingsRow,
        now: AgentSettingsRow,
    ) -> None:
        await record(
            connection,
            entry(
                operator,
                AuditAction.AGENT_CHANGED,
                [now.site_id],
                now.slug,
                name=called(now),
                before=audited(was),
                after=audited(now),
            ),
        )
