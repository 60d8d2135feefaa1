"""The FastAPI application: routers, errors, CORS, limits and ids, in one place."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api import gateway, health, pages
from handlers.api.describing import describe
from handlers.api.problems import answer_bug, handle_errors, request_id, respond
from handlers.api.visitor_polling import EVENTS_PATH
from handlers.bodies import Patience, read_body, replay
from shared.contracts import (
    desk,
    wire,
)
from shared.contracts import knowledge as knowledge_contracts
from shared.contracts import notes as note_contracts
from shared.contracts import operator as operator_contracts
from shared.contracts import visitor as visitor_contracts
from shared.contracts.cases import CasesRan
from shared.contracts.trials import TrialCompleted
from shared.contracts.wire import Contract, ErrorBody
from shared.kernel.errors import TooLarge, TooSlow
from shared.observability.logs import correlated
from shared.observability.metrics import HTTP_SECONDS

_MAX_BODY = 64 * 1024
_MAX_DOCUMENT = 5 * 1024 * 1024
# Files, each with a limit of its own.
_UPLOADS = ("/knowledge/documents/upload", "/attachments")
_LONG = ("/knowledge/documents", "/text", "/answers")
"""What bodies with a whole document are sent to."""
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody} for status in (400, 401, 403, 404, 408, 409, 413, 429, 503)
}


class SiteCORS(CORSMiddleware):
    """CORS for the origins of the sites, which are data and change while we run."""

    def __init__(self, app: ASGIApp, allows: Callable[[str], bool]) -> None:
        """Answer for every origin that ``allows`` knows; never with credentials."""
        super().__init__(
            app,
            allow_methods=["GET", "POST", "PUT", "PATCH", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "X-Request-ID"],
            expose_headers=["X-Request-ID", "Retry-After"],
            max_age=600,
        )
        self._allows = allows

    def is_allowed_origin(self, origin: str) -> bool:
        """Whether some site lives on ``origin``."""
        return self._allows(origin)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Leave the static files alone: everybody may load those."""
        if scope["type"] == "http" and scope["path"].startswith("/api/"):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


class BodyLimit:
    """Refuses bodies that are larger, or come slower, than any request needs."""

    def __init__(self, app: ASGIApp, patience: Patience) -> None:
        """Wrap ``app``."""
        self._app = app
        self._patience = patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body here, where one that is too large can still be answered as such.

        A file is the exception: its route reads it, once it knows who brings it.
        """
        if scope["type"] != "http" or scope["path"].endswith(_UPLOADS):
            await self._app(scope, receive, send)
            return
        most = _MAX_DOCUMENT if scope["path"].endswith(_LONG) else _MAX_BODY
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or int(declared) > most:
            await respond(scope, receive, send, TooLarge())
            return
        try:
            body = await read_body(receive, most, self._patience)
        except (TooLarge, TooSlow) as error:
            await respond(scope, receive, send, error)
            return
        await self._app(scope, replay(body, receive), send)


def build_api(
    allows: Callable[[str], bool],
    patience: Patience | None = None,
    routers: Sequence[APIRouter] | None = None,
) -> FastAPI:
    """Return the application without its services; ``handlers.main`` puts them in.

    With ``routers`` it has these of the API alone. All of them take half a second to make, which a
    function's first visitor would wait for.
    """
    if routers is None:
        from handlers.api.routers import ALL  # noqa: PLC0415 (as above)

        routers = ALL
    app = FastAPI(
        title="Otvet",
        version="1",
        summary="An AI support widget with a team of agents behind it",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        responses=_ERRORS,
    )
    api = APIRouter(prefix="/api/v1")
    for router in routers:
        api.include_router(router)
    app.include_router(api)
    app.include_router(gateway.router)
    app.include_router(health.router)
    app.include_router(pages.router)
    _describe_sockets(app)
    handle_errors(app)
    app.middleware("http")(_correlate)
    app.add_middleware(BodyLimit, patience=patience or Patience())
    app.add_middleware(SiteCORS, allows=allows)
    return app


async def _correlate(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    request.state.request_id = request_id(request)
    began = time.perf_counter()
    with correlated(request.state.request_id):
        try:
            response = await call_next(request)
        except Exception as error:  # noqa: BLE001 (a bug)
            # Answered here and not by Starlette's outermost layer: a page of another origin can
            # read only what has passed the CORS layer.
            response = answer_bug(request, error)
    if request.url.path.startswith("/api/") and request.url.path != EVENTS_PATH:
        spent = time.perf_counter() - began
        HTTP_SECONDS.labels(f"{response.status_code // 100}xx").observe(spent)
    response.headers["X-Request-ID"] = request.state.request_id
    return response


def _describe_sockets(app: FastAPI) -> None:
    """Put the socket's payloads into the OpenAPI document: one source for all wire types."""
    plain = app.openapi

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = plain()
            _, extra = models_json_schema(
                [(model, "serialization") for model in socket_contracts()],
                ref_template="#/components/schemas/{model}",
            )
            components = schema["components"]["schemas"]
            for name, definition in extra["$defs"].items():
                components.setdefault(name, definition)
            describe(schema)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way


def socket_contracts() -> Sequence[type[BaseModel]]:
    """Return every contract that travels on the sockets."""
    modules = (
        wire,
        visitor_contracts,
        operator_contracts,
        note_contracts,
        desk,
        knowledge_contracts,
    )
    found = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Contract) and value is not Contract
    }
    found |= {"TrialCompleted": TrialCompleted, "CasesRan": CasesRan}
    return [found[name] for name in sorted(found)]
