"""``/api/v1/sites/{site_id}/cases``: test cases of a site's agents, and runs of them."""

from uuid import UUID

from fastapi import APIRouter, Request

from handlers.api.context import OperatorDep, ServicesDep, SupervisorDep
from shared.contracts.cases import Case, CaseList, CasePut, CaseRun, CaseRunStart, CaseTrace

router = APIRouter(prefix="/sites/{site_id}/cases", tags=["cases"])


@router.get("", summary="Test cases of a site, with what came of them, and the last runs")
async def cases(site_id: UUID, operator: OperatorDep, services: ServicesDep) -> CaseList:
    """Return all cases, the oldest first; a site has 500 at most."""
    return await services.cases.all(operator, site_id)


@router.put("/{case_id}", summary="Keep a test case")
async def put(
    site_id: UUID, case_id: UUID, body: CasePut, operator: SupervisorDep, services: ServicesDep
) -> Case:
    """Make or replace a case; the result stays unless it was about another question."""
    return await services.cases.put(operator, site_id, case_id, body)


@router.delete("/{case_id}", status_code=204, summary="Delete a test case")
async def delete(
    site_id: UUID, case_id: UUID, operator: SupervisorDep, services: ServicesDep
) -> None:
    """Take a case away, with its result; the same id may be put again."""
    await services.cases.delete(operator, site_id, case_id)


@router.get("/{case_id}/trace", summary="What the agents made of a test case, and how")
async def trace(
    site_id: UUID, case_id: UUID, operator: OperatorDep, services: ServicesDep
) -> CaseTrace:
    """Return the answer that the case was judged by the last time."""
    return await services.cases.trace(operator, site_id, case_id)


@router.post("/runs", status_code=202, summary="Run test cases: all, or some")
async def run(
    site_id: UUID,
    body: CaseRunStart,
    request: Request,
    operator: SupervisorDep,
    services: ServicesDep,
) -> CaseRun:
    """Ask the agents the cases, a few at a time, behind visitors and operators.

    How far it is comes as the fact ``cases.ran`` to the consoles of the site.
    """
    return await services.case_runs.start(operator, site_id, body, request.state.request_id)


@router.post("/runs/{run_id}/stop", summary="Stop a run of test cases")
async def stop(
    site_id: UUID, run_id: UUID, operator: SupervisorDep, services: ServicesDep
) -> CaseRun:
    """End a run; what was judged already stays, the rest is not asked."""
    return await services.case_runs.stop(operator, site_id, run_id)
