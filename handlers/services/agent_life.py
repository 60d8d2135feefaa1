"""Agents that come and go: made, copied to another site, deleted."""

from uuid import UUID

from handlers.services.agent_changes import AgentChanges, called, require_own, there
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.contracts.agents import MOST_AGENTS, AgentCopy, AgentCreate, AgentSettings
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.storage.agent_settings import (
    agent_settings,
    delete_agent,
    hold_order,
    insert_agent,
)
from shared.storage.agent_words import audited, settings_of, words_of
from shared.storage.audit import record
from shared.storage.document_copies import copy_knowledge
from shared.storage.pool import AsyncDatabase, AsyncLink, using


class AgentLifeService:
    """Makes agents and lets them go, each with its entry in the audit log."""

    def __init__(self, database: AsyncDatabase, changes: AgentChanges) -> None:
        """Compose the service."""
        self._database = database
        self._changes = changes

    async def create(
        self, operator: OperatorCaller, site_id: UUID, new: AgentCreate
    ) -> AgentSettings:
        """Make an agent, the last of its site.

        Raises:
            Conflict: the site has an agent of this slug.
            InvalidInput: it has as many agents as a site may have, or no such adapter is there.
        """
        require_own(operator, site_id)
        await self._changes.check_adapter(new, new.slug, None)
        async with using(self._database) as connection, connection.transaction():
            await _hold_room(connection, site_id)
            words = words_of(new)
            if not await insert_agent(connection, site_id, new.slug, words, enabled=new.enabled):
                raise Conflict(ErrorCode.AGENT_EXISTS)
            made = there(await agent_settings(connection, site_id, new.slug))
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.AGENT_CREATED,
                    [site_id],
                    new.slug,
                    name=called(made),
                    after=audited(made),
                ),
            )
        await self._changes.tell(site_id, new.slug, "agent.created")
        return settings_of(made)

    async def copy(
        self, operator: OperatorCaller, site_id: UUID, slug: str, body: AgentCopy
    ) -> AgentSettings:
        """Copy an agent to a site of the operator, with its documents if asked.

        Raises:
            NotFound: the agent or the other site is not there for this operator.
            Conflict: the other site has an agent of this slug.
            InvalidInput: it has as many agents as a site may have.
        """
        require_own(operator, site_id)
        require_own(operator, body.site_id)
        target = body.slug or slug
        async with using(self._database) as connection, connection.transaction():
            was = there(await agent_settings(connection, site_id, slug))
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
            made = there(await agent_settings(connection, body.site_id, target))
            await record(
                connection,
                entry(
                    operator,
                    AuditAction.AGENT_COPIED,
                    sorted({site_id, body.site_id}),
                    target,
                    name=called(made),
                    after={"from": slug, "documents": copied},
                ),
            )
        await self._changes.tell(body.site_id, target, "agent.copied")
        return settings_of(made)

    async def delete(
        self, operator: OperatorCaller, site_id: UUID, slug: str, confirm: str
    ) -> None:
        """Delete an agent that nothing hangs on; ``confirm`` is its name or its slug.

        Raises:
            NotFound: there is no such agent, or it is none of this operator's business.
            InvalidInput: ``confirm`` is something else.
            Conflict: it has documents, web sources or conversations under way.
        """
        require_own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            was = there(await agent_settings(connection, site_id, slug, hold=True))
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
                    name=called(was),
                    before=audited(was),
                ),
            )
        await self._changes.tell(site_id, slug, "agent.deleted")


async def _hold_room(connection: AsyncLink, site_id: UUID) -> None:
    slugs = await hold_order(connection, site_id)
    if slugs is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    if len(slugs) >= MOST_AGENTS:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail=f"agents: {MOST_AGENTS} at most")
