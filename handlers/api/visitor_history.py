"""``/api/v1/visitor/conversations``: what the visitor said before, and a new conversation."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from handlers.api.attachments import file_for_visitor, file_responses
from handlers.api.context import (
    AddressDep,
    FetchingVisitor,
    ReadingVisitor,
    ServicesDep,
    VisitorDep,
    WaitingVisitor,
)
from shared.contracts.history import ConversationBegin, OwnConversationPage
from shared.contracts.http import VisitorMessagePage, VisitorSession
from shared.contracts.wire import ConversationState

router = APIRouter(prefix="/visitor", tags=["visitor"])

_BEGINNINGS_AN_HOUR = 10


@router.get("/conversations", summary="The visitor's conversations, newest change first")
async def conversations(
    visitor: ReadingVisitor,
    services: ServicesDep,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> OwnConversationPage:
    """Return a page of those in which something was said, the present one among them.

    Of somebody whom the site vouches for they are theirs on all devices, otherwise on this one.
    """
    return await services.history.page(visitor, before, limit)


@router.post(
    "/conversations", status_code=status.HTTP_201_CREATED, summary="Begin a new conversation"
)
async def begin(
    body: ConversationBegin, visitor: VisitorDep, services: ServicesDep, address: AddressDep
) -> VisitorSession:
    """Return a token that opens a new conversation of the visitor; the old one stays as it is.

    While a person is called, or there, it is refused. One in which nothing was said is given again.
    """
    most = services.settings.sessions_per_minute
    await services.limits.hit("session", address, most, timedelta(minutes=1))
    who = str(visitor.visitor_id)
    await services.limits.hit("beginning", who, _BEGINNINGS_AN_HOUR, timedelta(hours=1))
    return await services.history.begin(visitor, body)


@router.get(
    "/conversations/{conversation_id}/messages", summary="Messages of one of their conversations"
)
async def messages(
    conversation_id: UUID,
    visitor: ReadingVisitor,
    services: ServicesDep,
    before_seq: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> VisitorMessagePage:
    """Return a page of messages, oldest first, with the visitor's own thumbs for them."""
    return await services.history.messages(visitor, conversation_id, before_seq, limit)


@router.get(
    "/conversations/{conversation_id}/attachments/{attachment_id}",
    summary="A file of one of their conversations",
    response_class=Response,
    responses=file_responses,
)
async def file(
    conversation_id: UUID, attachment_id: UUID, visitor: FetchingVisitor, services: ServicesDep
) -> Response:
    """Return a file that was sent, or one's own."""
    await services.history.require_own(visitor, conversation_id)
    return await file_for_visitor(services, conversation_id, attachment_id)


@router.get("/conversation", summary="Who has the floor, and how long a person is still awaited")
async def state(visitor: WaitingVisitor, services: ServicesDep) -> ConversationState:
    """Return what a snapshot says of the conversation; the place in the queue moves unasked."""
    return await services.history.state(visitor)
