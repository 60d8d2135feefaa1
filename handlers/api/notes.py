"""Private notes of a conversation, and the operator's mentions."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import OperatorDep, ServicesDep
from shared.contracts.notes import MentionPage, MentionsSeen, NotePage, PersonList, UnseenCount

router = APIRouter(tags=["notes"])


@router.get("/conversations/{conversation_id}/notes", summary="Private notes of a conversation")
async def notes(
    conversation_id: UUID,
    operator: OperatorDep,
    services: ServicesDep,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> NotePage:
    """Return a page, oldest first; ``before`` is the ``next`` of the page below it."""
    await services.access.site_of(operator, conversation_id)
    return await services.notes.page(conversation_id, before, limit)


@router.get("/conversations/{conversation_id}/people", summary="Who can be mentioned in a note")
async def people(conversation_id: UUID, operator: OperatorDep, services: ServicesDep) -> PersonList:
    """Return who works for the conversation's site."""
    site_id = await services.access.site_of(operator, conversation_id)
    return await services.notes.people(site_id)


@router.get("/mentions", summary="Notes that mention the operator, newest first")
async def mentions(
    operator: OperatorDep,
    services: ServicesDep,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> MentionPage:
    """Return a page; ``before`` is the ``next`` of the page above it."""
    return await services.notes.mentions(operator, before, limit)


@router.post("/mentions/seen", summary="Keep that mentions were looked at")
async def seen(body: MentionsSeen, operator: OperatorDep, services: ServicesDep) -> UnseenCount:
    """Return how many mentions are left that were not looked at."""
    return await services.notes.see(operator, body.note_ids)
