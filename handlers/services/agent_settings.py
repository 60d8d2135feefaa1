"""Agents as administrators edit them; what is changed holds for the next message."""

from uuid import UUID

from redis.asyncio import Redis

from handlers.services.agent_words import audited, settings_of, words_of
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.site_news import tell_site_changed
from handlers.services.writing import WritingService
from shared.contracts.agents import (
    MOST_AGENTS,
    AgentCopy,
    AgentCreate,
    AgentFields,
    AgentPut,
    AgentSettings,
    AgentSettingsList,
)
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.observability.logs import get_logger
from shared.storage.agent_settings import (
    AgentSettingsRow,
    agent_settings,
    delete_agent,
    hold_order,
    insert_agent,
    list_agent_settings,
    order_agents,
    site_words,
    switch_agent,
    update_agent,
)
from shared.storage.audit import record
from shared.storage.document_copies import copy_knowledge
from shared.storage.pool import AsyncDatabase, Connection, using


class AgentSettingsService:
    """Shows agents whole and changes them, each change with its entry in the audit log."""

    def __init__(
        self,
        database: AsyncDatabase,
        redis: Redis,
        directory: SiteDirectory,
        writing: WritingService,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._directory = directory
        self._writing = writing

    async def all(self, operator: OperatorCaller, site_id: UUID) -> AgentSettingsList:
        """Return the agents of a site, those that are switched off included.

        Raises:
            NotFound: there is no such site, or it is none of this operator's business.
        """
        _own(operator, site_id)
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
        _own(operator, site_id)
        async with using(self._database) as connection:
            return settings_of(_there(await agent_settings(connection, site_id, slug)))

    async def create(
        self, operator: OperatorCaller, site_id: UUID, new: AgentCreate
    ) -> AgentSettings:
        """Make an agent, the last of its site.

        Raises:
            Conflict: the site has an agent of this slug.
            InvalidInput: it has as many agents as a site may have, or no such adapter is there.
        """
        _own(operator, site_id)
        await self._check_adapter(new, new.slug, None)
        async with using(self._database) as connection, connection.transaction():
            await _hold_room(connection, site_id)
            words = words_of(new)
            if not await insert_agent(connection, site_id, new.slug, words, enabled=new.enabled):
                raise Conflict(ErrorCode.AGENT_EXISTS)
            made = _there(await agent_settings(connection, site_id, new.slug))
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.AGENT_CREATED,
                    [site_id],
                    new.slug,
                    name=_called(made),
                    after=audited(made),
                ),
            )
        await self._changed(site_id, new.slug, "agent.created")
        return settings_of(made)

    async def put(
        self, operator: OperatorCaller, site_id: UUID, slug: str, body: AgentPut
    ) -> AgentSettings:
        """Keep what was edited; said again with the same values it changes nothing.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
            Conflict: somebody has changed it since ``body.version``.
            InvalidInput: the adapter is not there where the model runs.
        """
        _own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = _there(await agent_settings(connection, site_id, slug, hold=True))
            words = words_of(body)
            if words == words_of(settings_of(was)):
                return settings_of(was)
            if was.version != body.version:
                raise Conflict(ErrorCode.AGENT_CHANGED)
            await self._check_adapter(body, slug, was.adapter)
            await update_agent(connection, site_id, slug, words)
            now = _there(await agent_settings(connection, site_id, slug))
            await self._record(connection, operator, was, now)
        await self._changed(site_id, slug, "agent.changed")
        return settings_of(now)

    async def switch(
        self, operator: OperatorCaller, site_id: UUID, slug: str, *, enabled: bool
    ) -> AgentSettings:
        """Switch an agent on or off.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
        """
        _own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = _there(await agent_settings(connection, site_id, slug, hold=True))
            if was.enabled is enabled:
                return settings_of(was)
            await switch_agent(connection, site_id, slug, enabled=enabled)
            now = _there(await agent_settings(connection, site_id, slug))
            await self._record(connection, operator, was, now)
        await self._changed(site_id, slug, "agent.switched")
        return settings_of(now)

    async def order(
        self, operator: OperatorCaller, site_id: UUID, wanted: tuple[str, ...]
    ) -> AgentSettingsList:
        """Put the agents of a site into an order.

        Raises:
            NotFound: there is no such site, or it is none of this operator's business.
            Conflict: ``wanted`` does not name each agent of the site once.
        """
        _own(operator, site_id)
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
        await self._changed(site_id, "", "agents.ordered")
        return await self.all(operator, site_id)

    async def delete(
        self, operator: OperatorCaller, site_id: UUID, slug: str, confirm: str
    ) -> None:
        """Delete an agent that nothing hangs on; ``confirm`` is its name or its slug.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
            InvalidInput: ``confirm`` is something else.
            Conflict: it has documents, web sources or conversations under way.
        """
        _own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = _there(await agent_settings(connection, site_id, slug, hold=True))
            if confirm.strip() not in (slug, *was.name.values()):
                raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="confirm: another name")
            if was.documents or was.sources or was.conversations:
                raise Conflict(ErrorCode.AGENT_IN_USE)
            await delete_agent(connection, site_id, slug)
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.AGENT_DELETED,
                    [site_id],
                    slug,
                    name=_called(was),
                    before=audited(was),
                ),
            )
        await self._changed(site_id, slug, "agent.deleted")

    async def copy(
        self, operator: OperatorCaller, site_id: UUID, slug: str, body: AgentCopy
    ) -> AgentSettings:
        """Copy an agent to a site of the operator, with its documents if asked.

        Raises:
            NotFound: the agent or the other site is not there for this operator.
            Conflict: the other site has an agent of this slug.
            InvalidInput: it has as many agents as a site may have.
        """
        _own(operator, site_id)
        _own(operator, body.site_id)
        target = body.slug or slug
        async with using(self._database) as connection, connection.transaction():
            was = _there(await agent_settings(connection, site_id, slug))
            await _hold_room(connection, body.site_id)
            is_made = await insert_agent(
                connection,
                body.site_id,
                target,
                words_of(settings_of(was)),
                enabled=was.enabled,
                wrong_share=was.wrong_share,
            )
            if not is_made:
                raise Conflict(ErrorCode.AGENT_EXISTS)
            copied = 0
            if body.documents:
                copied = await copy_knowledge(
                    connection,
                    (site_id, slug),
                    (body.site_id, target),
                    operator.operator_id,
                    operator.name,
                )
            made = _there(await agent_settings(connection, body.site_id, target))
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.AGENT_COPIED,
                    sorted({site_id, body.site_id}),
                    target,
                    name=_called(made),
                    after={"from": slug, "documents": copied},
                ),
            )
        await self._changed(body.site_id, target, "agent.copied")
        return settings_of(made)

    async def _check_adapter(self, fields: AgentFields, slug: str, kept: str | None) -> None:
        if not fields.adapter or fields.adapter == kept:
            return
        (options,) = (await self._writing.options([slug])).adapters
        if fields.adapter not in {option.version for option in options.versions}:
            raise InvalidInput(ErrorCode.ADAPTER_UNKNOWN)

    async def _record(
        self,
        connection: Connection,
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
                name=_called(now),
                before=audited(was),
                after=audited(now),
            ),
        )

    async def _changed(self, site_id: UUID, slug: str, event: str) -> None:
        get_logger().info(event, site_id=str(site_id), agent=slug)
        self._directory.forget(site_id)
        await tell_site_changed(self._redis, site_id)


async def _hold_room(connection: Connection, site_id: UUID) -> None:
    slugs = await hold_order(connection, site_id)
    if slugs is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    if len(slugs) >= MOST_AGENTS:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail=f"agents: {MOST_AGENTS} at most")


def _own(operator: OperatorCaller, site_id: UUID) -> None:
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)


def _there(row: AgentSettingsRow | None) -> AgentSettingsRow:
    if row is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return row


def _called(row: AgentSettingsRow) -> str:
    return next(iter(row.name.values()), row.slug)
