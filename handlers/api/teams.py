"""``/api/v1/teams``: teams, and how what waits at a site is assigned."""

from uuid import UUID

from fastapi import APIRouter, status

from handlers.api.context import OperatorDep, ServicesDep, SupervisorDep
from shared.contracts.teams import AssignmentRules, TeamCreate, TeamInfo, TeamList, TeamPatch

router = APIRouter(prefix="/teams", tags=["teams"])


@router.get("", summary="Teams, rules of assignment and people of the operator's sites")
async def teams(operator: OperatorDep, services: ServicesDep) -> TeamList:
    """Return every site of the operator with its teams and who works there."""
    return await services.teams.all(operator)


@router.post("", status_code=status.HTTP_201_CREATED, summary="Make a team")
async def create(body: TeamCreate, operator: SupervisorDep, services: ServicesDep) -> TeamInfo:
    """Make a team of people who work for the site; 409 when it has one of this name."""
    return await services.teams.create(operator, body)


@router.patch("/{team_id}", summary="Change a team")
async def change(
    team_id: UUID, body: TeamPatch, operator: SupervisorDep, services: ServicesDep
) -> TeamInfo:
    """Change the name, the rule or the members; what the body leaves out stays."""
    return await services.teams.change(operator, team_id, body)


@router.delete("/{team_id}", status_code=status.HTTP_204_NO_CONTENT, summary="Delete a team")
async def delete(team_id: UUID, operator: SupervisorDep, services: ServicesDep) -> None:
    """Delete a team; what waits for it then waits for everybody of the site."""
    await services.teams.delete(operator, team_id)


@router.put("/rules/{site_id}", summary="Choose how waiting conversations find somebody")
async def rules(
    site_id: UUID, body: AssignmentRules, operator: SupervisorDep, services: ServicesDep
) -> AssignmentRules:
    """Keep the site's rules; they hold within a second."""
    return await services.teams.set_rules(operator, site_id, body)
