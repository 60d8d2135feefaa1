"""``/api/v1/conversations``: the operators' inbox."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import ConversationReader, ServicesDep
from shared.contracts.http import ConversationPage, MessagePage
from shared.contracts.operator import ConversationSummary
from shared.contracts.provenance import AnswerProvenance
from shared.domain.words import ConversationStatus
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.storage.inbox import conversation_summary, list_conversations
from shared.storage.pool import using

router = APIRouter(prefix="/conversations", tags=["conversations"])


@router.get("", summary="Conversations of the operator's sites, newest change first")
async def conversations(
    operator: ConversationReader,
    services: ServicesDep,
    status: ConversationStatus | None = None,
    mine: bool = False,  # noqa: FBT001, FBT002 (a query parameter)
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> ConversationPage:
    """Return a page; ``before`` is the ``next`` of the page above it."""
    async with using(services.database) as connection:
        items = await list_conversations(
            connection,
            sites=list(operator.sites),
            status=status,
            operator_id=operator.operator_id if mine else None,
            before=_place(before),
            limit=limit + 1,
        )
    page = items[:limit]
    following = _name_of_place(page[-1]) if len(items) > limit else None
    return ConversationPage(items=tuple(page), next=following)


@router.get("/{conversation_id}", summary="One line of the inbox")
async def conversation(
    conversation_id: UUID, operator: ConversationReader, services: ServicesDep
) -> ConversationSummary:
    """Return a conversation of one of the operator's sites."""
    await services.access.site_of(operator, conversation_id)
    async with using(services.database) as connection:
        summary = await conversation_summary(connection, conversation_id)
    if summary is None:
        raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
    return summary


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


def _place(before: str | None) -> tuple[datetime, UUID] | None:
    if before is None:
        return None
    at, _, conversation_id = before.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(conversation_id)
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD) from error


def _name_of_place(last: ConversationSummary) -> str:
    # "Z", for a "+" would have to be escaped in a query.
    return f"{last.updated_at.isoformat().replace('+00:00', 'Z')}~{last.id}"
