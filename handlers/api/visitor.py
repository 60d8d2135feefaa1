"""``/api/v1/visitor``: what the widget asks over HTTP."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response, status

from handlers.api.context import (
    AddressDep,
    BearerDep,
    OriginDep,
    ReadingVisitor,
    ServicesDep,
    VisitorDep,
    count_look,
)
from shared.contracts.http import (
    SiteKey,
    VisitorMessagePage,
    VisitorSession,
    VisitorSessionRequest,
)
from shared.contracts.look import ContactLeave, ContactLeft, WidgetLook
from shared.contracts.privacy import VisitorRequestInfo

router = APIRouter(prefix="/visitor", tags=["visitor"])


# In an hour. Asking again changes nothing; each is looked up in PostgreSQL all the same.
_ERASURES = 5
_ERASURES_OF_ADDRESS = 20


@router.get("/look", summary="What the launcher of a site looks like")
async def look(
    site_key: Annotated[SiteKey, Query()],
    services: ServicesDep,
    origin: OriginDep,
    address: AddressDep,
    response: Response,
) -> WidgetLook:
    """Return the look of a site; it names nobody, so browsers keep it for five minutes."""
    await count_look(services, address)
    found = await services.site_pages.look(site_key, origin)
    response.headers["Cache-Control"] = "private, max-age=300, stale-while-revalidate=86400"
    return found


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
    visitor: ReadingVisitor,
    services: ServicesDep,
    before_seq: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> VisitorMessagePage:
    """Return a page of messages, oldest first, with the visitor's own thumbs for them."""
    return await services.live.older_for_visitor(visitor.conversation_id, before_seq, limit)


@router.post("/contact", summary="Leave a contact while nobody is there")
async def leave_contact(
    body: ContactLeave, visitor: VisitorDep, services: ServicesDep, request: Request
) -> ContactLeft:
    """Keep how to reach the visitor; the message goes to the operators, who see it later."""
    request_id: str = request.state.request_id
    return await services.contacts.leave(visitor, body, request_id)


@router.post("/erasure", status_code=status.HTTP_202_ACCEPTED, summary="Erase the visitor who asks")
async def erase(
    visitor: VisitorDep, services: ServicesDep, address: AddressDep
) -> VisitorRequestInfo:
    """Begin to erase all there is of the visitor, for good; their token opens nothing after it."""
    for who, most in ((str(visitor.visitor_id), _ERASURES), (address, _ERASURES_OF_ADDRESS)):
        await services.limits.hit("erasure", who, most, timedelta(hours=1))
    return await services.privacy.erase_self(visitor)
