"""``/api/v1/visitor``: what the widget asks over HTTP."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, status

from handlers.api.context import AddressDep, BearerDep, OriginDep, ServicesDep, VisitorDep
from shared.contracts.http import MessagePage, VisitorSession, VisitorSessionRequest
from shared.contracts.privacy import VisitorRequestInfo

router = APIRouter(prefix="/visitor", tags=["visitor"])


@router.post("/sessions", summary="Open or continue a conversation")
async def open_session(
    body: VisitorSessionRequest,
    services: ServicesDep,
    origin: OriginDep,
    token: BearerDep,
    address: AddressDep,
) -> VisitorSession:
    """Return a token that opens one conversation; with a token, that conversation again."""
    most = services.settings.sessions_per_minute
    await services.limits.hit("session", address, most, timedelta(minutes=1))
    return await services.sessions.open(body, origin, token)


@router.get("/messages", summary="Older messages of the visitor's conversation")
async def older_messages(
    visitor: VisitorDep,
    services: ServicesDep,
    before_seq: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> MessagePage:
    """Return a page of messages, oldest first."""
    items, has_more = await services.live.older(visitor.conversation_id, before_seq, limit)
    public = tuple(message.model_copy(update={"trouble": None}) for message in items)
    return MessagePage(items=public, has_more=has_more)


@router.post("/erasure", status_code=status.HTTP_202_ACCEPTED, summary="Erase the visitor who asks")
async def erase(visitor: VisitorDep, services: ServicesDep) -> VisitorRequestInfo:
    """Begin to erase all there is of the visitor, for good; their token opens nothing after it."""
    return await services.privacy.erase_self(visitor)
