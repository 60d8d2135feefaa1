"""``/api/v1/agents``: the agents and how far each may err."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Query

from handlers.api.context import AdminDep, LocaleDep, OperatorDep, ServicesDep
from shared.contracts.http import AgentPatch, AgentPolicy, AgentPolicyList

router = APIRouter(prefix="/agents", tags=["agents"])

Slug = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]


@router.get("", summary="Agents of the operator's sites, and what accepting wrong answers brings")
async def agents(
    operator: OperatorDep,
    services: ServicesDep,
    locale: LocaleDep,
    off: Annotated[bool, Query(description="Also those that are switched off.")] = False,  # noqa: FBT002
) -> AgentPolicyList:
    """Return the agents that answer, each with its policy, and the curve it is chosen on."""
    return await services.agents.all(operator, locale, also_off=off)


@router.patch("/{site_id}/{slug}", summary="Choose how many wrong answers of an agent are accepted")
async def change(
    site_id: UUID,
    slug: Slug,
    body: AgentPatch,
    operator: AdminDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> AgentPolicy:
    """Change the agent's policy; the next message is answered by it."""
    return await services.agents.change(operator, site_id, slug, body, locale)
