"""``/api/v1/conversations/{conversation_id}/…``: what the console shows beside a conversation."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import OperatorDep, ServicesDep
from shared.contracts.context import ConversationContext, EarlierPage, HandoffCard

router = APIRouter(prefix="/conversations/{conversation_id}", tags=["conversations"])


@router.get("/handoff", summary="Why a person was called, and what was tried")
async def handoff(
    conversation_id: UUID, operator: OperatorDep, services: ServicesDep
) -> HandoffCard:
    """Return what whoever takes over must know, quoted from what was said."""
    await services.access.site_of(operator, conversation_id)
    return await services.handoff.card(conversation_id)


@router.get("/context", summary="Who asks, from where, and their ratings")
async def context(
    conversation_id: UUID, operator: OperatorDep, services: ServicesDep
) -> ConversationContext:
    """Return the visitor, their page, what they rated and why it was closed."""
    await services.access.site_of(operator, conversation_id)
    return await services.context.of(conversation_id)


@router.get("/earlier", summary="Other conversations of the same visitor")
async def earlier(
    conversation_id: UUID,
    operator: OperatorDep,
    services: ServicesDep,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> EarlierPage:
    """Return a page, newest first; ``before`` is the ``next`` of the page above it."""
    await services.access.site_of(operator, conversation_id)
    return await services.context.earlier(conversation_id, before, limit)
