"""``/api/v1/trials``: ask the agents outside a visitor's turn."""

from uuid import UUID

from fastapi import APIRouter, Request

from handlers.api.context import LocaleDep, OperatorDep, ServicesDep
from shared.contracts.trials import (
    DraftVerdict,
    TrialAccepted,
    TrialExamples,
    TrialInfo,
    TrialStart,
)

router = APIRouter(prefix="/trials", tags=["trials"])


@router.post("", status_code=202, summary="Ask the agents: a question, a search, a draft, a replay")
async def start(
    body: TrialStart, request: Request, operator: OperatorDep, services: ServicesDep
) -> TrialAccepted:
    """Have the agents do what they would for a visitor, and write nothing into a conversation.

    The answer comes as the fact ``trial.completed`` to the operator's sockets; then fetch it.
    """
    trial_id = await services.trials.start(operator, body, request.state.request_id)
    return TrialAccepted(trial_id=trial_id)


@router.get("/examples", summary="Example questions of a site's agents")
async def examples(
    site_id: UUID, operator: OperatorDep, services: ServicesDep, locale: LocaleDep
) -> TrialExamples:
    """Return what the agents of one of the operator's sites are there for."""
    return await services.trials.examples(operator, site_id, locale)


@router.get("/{trial_id}", summary="What the agents made of it, with all that it was made of")
async def show(trial_id: UUID, operator: OperatorDep, services: ServicesDep) -> TrialInfo:
    """Return a trial that this operator started within the last hour."""
    return await services.trials.show(operator, trial_id)


@router.post("/{trial_id}/verdict", status_code=204, summary="What became of a draft")
async def verdict(
    trial_id: UUID, body: DraftVerdict, operator: OperatorDep, services: ServicesDep
) -> None:
    """Keep whether a draft was sent, edited or refused; the first verdict holds."""
    await services.drafts.judge(operator, trial_id, body)
