"""``/api/v1/agents/{site_id}``: the agents of a site, edited by its administrators."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.agents import Slug
from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.agents import (
    AgentCopy,
    AgentCreate,
    AgentOrder,
    AgentPreview,
    AgentPreviewRequest,
    AgentPut,
    AgentSettings,
    AgentSettingsList,
    AgentSwitch,
)

router = APIRouter(prefix="/agents", tags=["agents"])


@router.get("/{site_id}", summary="All agents of a site with their settings")
async def agents(site_id: UUID, operator: AdminDep, services: ServicesDep) -> AgentSettingsList:
    """Return the agents in their order, those that are switched off included."""
    return await services.agent_settings.all(operator, site_id)


@router.post("/{site_id}", status_code=201, summary="Make an agent")
async def create(
    site_id: UUID, body: AgentCreate, operator: AdminDep, services: ServicesDep
) -> AgentSettings:
    """Make an agent, the last of its site; its slug never changes."""
    return await services.agent_life.create(operator, site_id, body)


@router.put("/{site_id}", summary="Put the agents of a site into an order")
async def order(
    site_id: UUID, body: AgentOrder, operator: AdminDep, services: ServicesDep
) -> AgentSettingsList:
    """Keep the order in which the widget and the console show the agents."""
    return await services.agent_settings.order(operator, site_id, body.order)


@router.get("/{site_id}/{slug}", summary="An agent with its settings")
async def agent(
    site_id: UUID, slug: Slug, operator: AdminDep, services: ServicesDep
) -> AgentSettings:
    """Return an agent, switched off or on."""
    return await services.agent_settings.one(operator, site_id, slug)


@router.put("/{site_id}/{slug}", summary="Change an agent")
async def put(
    site_id: UUID, slug: Slug, body: AgentPut, operator: AdminDep, services: ServicesDep
) -> AgentSettings:
    """Keep the agent as it is sent; the next message is answered by it."""
    return await services.agent_settings.put(operator, site_id, slug, body)


@router.put("/{site_id}/{slug}/enabled", summary="Switch an agent on or off")
async def switch(
    site_id: UUID, slug: Slug, body: AgentSwitch, operator: AdminDep, services: ServicesDep
) -> AgentSettings:
    """Let the agent answer from the next message on, or no longer."""
    return await services.agent_settings.switch(operator, site_id, slug, enabled=body.enabled)


@router.delete("/{site_id}/{slug}", status_code=204, summary="Delete an agent")
async def delete(
    site_id: UUID,
    slug: Slug,
    operator: AdminDep,
    services: ServicesDep,
    confirm: Annotated[str, Query(min_length=1, max_length=100)],
) -> None:
    """Delete an agent without documents, web sources and conversations under way.

    ``confirm`` repeats its name or its slug.
    """
    await services.agent_life.delete(operator, site_id, slug, confirm)


@router.post("/{site_id}/{slug}/copy", status_code=201, summary="Copy an agent to another site")
async def copy(
    site_id: UUID, slug: Slug, body: AgentCopy, operator: AdminDep, services: ServicesDep
) -> AgentSettings:
    """Copy the agent's settings and, if asked, its documents and web sources."""
    return await services.agent_life.copy(operator, site_id, slug, body)


@router.post("/{site_id}/{slug}/preview", summary="The rules as the model would read them")
async def preview(
    site_id: UUID,
    slug: Slug,
    body: AgentPreviewRequest,
    operator: AdminDep,
    services: ServicesDep,
) -> AgentPreview:
    """Fill the shipped template in with a draft; nothing is kept."""
    await services.agent_settings.one(operator, site_id, slug)
    return await services.writing.preview(slug, body)
