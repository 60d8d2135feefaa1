"""``/api/v1/conversations``: the operators' inbox."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request

from handlers.api.context import ConversationReader, LocaleDep, OperatorDep, ServicesDep
from shared.contracts.http import MessagePage
from shared.contracts.inbox import BulkRequest, BulkResult, ConversationPage, ConversationQuery
from shared.contracts.operator import ConversationSummary
from shared.contracts.provenance import AnswerProvenance

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.get("", summary="Conversations of the operator's sites, newest change first")
async def conversations(
    operator: ConversationReader,
    services: ServicesDep,
    query: Annotated[ConversationQuery, Query()],
) -> ConversationPage:
    """Return a page of what the filters leave, or of what is found."""
    return await services.inbox.page(operator, query)


@router.post("/bulk", summary="One action on many conversations")
async def bulk(
    body: BulkRequest,
    request: Request,
    operator: OperatorDep,
    services: ServicesDep,
    locale: LocaleDep,
) -> BulkResult:
    """Close, return or label up to 100 conversations; the result tells of each."""
    return await services.bulk.run(operator, body, locale, request.state.request_id)


@router.get("/{conversation_id}", summary="One line of the inbox")
async def conversation(
    conversation_id: UUID, operator: ConversationReader, services: ServicesDep
) -> ConversationSummary:
    """Return a conversation of one of the operator's sites."""
    await services.access.site_of(operator, conversation_id)
    return await services.inbox.line(operator, conversation_id)


@router.get("/{conversation_id}/messages", summary="Older messages of a conversation")
async def messages(
    conversation_id: UUID,
    operator: ConversationReader,
    services: ServicesDep,
    before_seq: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> MessagePage:
    """Return a page of messages, oldest first."""
    await services.access.site_of(operator, conversation_id)
    items, has_more = await services.live.older(conversation_id, before_seq, limit)
    return MessagePage(items=items, has_more=has_more)


@router.get(
    "/{conversation_id}/messages/{message_id}/provenance", summary="Why an answer is as it is"
)
async def provenance(
    conversation_id: UUID, message_id: UUID, operator: ConversationReader, services: ServicesDep
) -> AnswerProvenance:
    """Return what an agent's answer, choices, greeting or hand-off was made of."""
    site_id = await services.access.site_of(operator, conversation_id)
    return await services.provenance.explain(site_id, conversation_id, message_id)
