"""``/api/v1/corrections``: what operators say against answers, and what is made of it."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from handlers.api.context import OperatorDep, ServicesDep, SupervisorDep
from shared.contracts.corrections import (
    CorrectionInfo,
    CorrectionPage,
    CorrectionPatch,
    CorrectionPut,
)
from shared.domain.corrections import CorrectionKind, CorrectionState, CorrectionUse
from shared.kernel.errors import ErrorCode, InvalidInput
from shared.storage.corrections import CorrectionFilter

router = APIRouter(tags=["corrections"])

_OF_MESSAGE = "/conversations/{conversation_id}/messages/{message_id}/correction"
_Slug = Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9_-]{1,31}$")]
_FILES = {
    200: {
        "description": "Examples as JSON lines, or a ZIP of questions and knowledge",
        "content": {
            "application/jsonl": {"schema": {"type": "string"}},
            "application/zip": {"schema": {"type": "string", "format": "binary"}},
        },
    }
}


@router.get(_OF_MESSAGE, summary="The correction of an answer, or null")
async def of_message(
    conversation_id: UUID, message_id: UUID, operator: OperatorDep, services: ServicesDep
) -> CorrectionInfo | None:
    """Return what was said against an answer, or was answered better."""
    return await services.corrections.of_message(operator, conversation_id, message_id)


@router.put(_OF_MESSAGE, summary="Say what should have been answered")
async def put(
    conversation_id: UUID,
    message_id: UUID,
    body: CorrectionPut,
    operator: OperatorDep,
    services: ServicesDep,
) -> CorrectionInfo:
    """Correct an agent's answer or hand-off, or set an operator's own answer as the right one."""
    return await services.corrections.put(operator, conversation_id, message_id, body)


@router.get("/corrections", summary="Corrections of the operator's sites, newest first")
async def corrections(
    operator: SupervisorDep,
    services: ServicesDep,
    site_id: UUID | None = None,
    state: CorrectionState | None = None,
    kind: CorrectionKind | None = None,
    agent: _Slug = None,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> CorrectionPage:
    """Return a page; ``before`` is the ``next`` of the page above it."""
    at, correction_id = _place(before)
    which = CorrectionFilter(
        site_id=site_id,
        state=state,
        kind=kind,
        agent=agent,
        before_at=at,
        before_id=correction_id,
    )
    return await services.corrections.page(operator, which, limit)


@router.get(
    "/corrections/export",
    summary="Corrections as questions of an evaluation or examples of a training",
    response_class=Response,
    responses=_FILES,  # type: ignore[arg-type]  # FastAPI's keys may be text too
)
async def export(
    operator: SupervisorDep, services: ServicesDep, site_id: UUID, use: CorrectionUse
) -> Response:
    """Return what ``gpu_worker.evaluation`` or ``gpu_worker.training.dataset`` reads."""
    if use is CorrectionUse.EXAMPLES:
        made = await services.exports.training(operator, site_id)
        name, kind = "corrections.jsonl", "application/jsonl"
    else:
        made = await services.exports.evaluation(operator, site_id)
        name, kind = "evaluation.zip", "application/zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(made, media_type=kind, headers=headers)


@router.patch("/corrections/{correction_id}", summary="Discard a correction, or use it again")
async def patch(
    correction_id: UUID, body: CorrectionPatch, operator: SupervisorDep, services: ServicesDep
) -> CorrectionInfo:
    """Take a correction out of use; it stays listed and can be used again."""
    return await services.corrections.set_state(operator, correction_id, body.state)


def _place(before: str | None) -> tuple[datetime | None, UUID | None]:
    if before is None:
        return None, None
    at, _, correction_id = before.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(correction_id)
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD) from error
