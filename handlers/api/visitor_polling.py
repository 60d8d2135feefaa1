"""``/api/v1/visitor/commands`` and ``/events``: the visitor's socket, for those who have none."""

import asyncio
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from handlers.api.context import AddressDep, PollingVisitor, ServicesDep, VisitorDep
from handlers.services.commands import Context, is_small, perform
from handlers.services.polls import LONGEST_WAIT
from shared.contracts.polling import VisitorCommand, VisitorEvents
from shared.contracts.visitor import MessageSendAck
from shared.contracts.wire import AckOk
from shared.kernel.errors import InvalidInput

router = APIRouter(prefix="/visitor", tags=["visitor"])

EVENTS_PATH = "/api/v1/visitor/events"
"""Takes as long as nothing happens, which says nothing of how fast we are."""
_USUAL_WAIT = 20.0


@router.post("/commands", summary="A command of the visitor, as a socket would send it")
async def command(
    body: VisitorCommand, visitor: VisitorDep, services: ServicesDep, request: Request
) -> MessageSendAck | AckOk:
    """Return the ack that a socket would get; what a socket is refused is an error here."""
    if not is_small(body.data):
        raise InvalidInput
    await services.pace.count(visitor)
    context = Context(visitor, "", request.state.request_id)
    result = await perform(services.visitor_commands.table, context, body.event, body.data)
    return result or AckOk()


@router.get("/events", summary="What the visitor is told, by long polling")
async def events(
    visitor: PollingVisitor,
    address: AddressDep,
    services: ServicesDep,
    request: Request,
    response: Response,
    cursor: Annotated[
        str | None, Query(description="Of the answer before; one that does not hold is none.")
    ] = None,
    wait: Annotated[
        float,
        Query(ge=0, le=LONGEST_WAIT.total_seconds(), description="Seconds, if nothing came."),
    ] = _USUAL_WAIT,
) -> VisitorEvents:
    """Return what came after the cursor; without one, a snapshot and what comes after that."""
    response.headers["Cache-Control"] = "no-store"
    polling = asyncio.create_task(services.polls.poll(visitor, address, cursor, wait))
    leaving = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({polling, leaving}, return_when=asyncio.FIRST_COMPLETED)
        if not polling.done():
            polling.cancel()  # nobody hears the answer, and the poll keeps others of theirs out
            await asyncio.gather(polling, return_exceptions=True)
            return VisitorEvents(cursor=cursor or "", events=())
        return polling.result()
    finally:
        for task in (polling, leaving):
            task.cancel()


async def _left(request: Request) -> None:
    """Return when whoever asks has gone."""
    while (await _next(request))["type"] != "http.disconnect":
        pass


async def _next(request: Request) -> dict[str, Any]:
    message: dict[str, Any] = dict(await request.receive())
    return message
