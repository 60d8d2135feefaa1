"""The FastAPI application: routers, errors, CORS, limits and ids, in one place."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api import auth, conversations, health, knowledge, pages, visitor
from handlers.errors import best_locale, error_body
from shared.contracts import operator as operator_contracts
from shared.contracts import visitor as visitor_contracts
from shared.contracts import wire
from shared.contracts.wire import Contract, ErrorBody
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotFound,
    OtvetError,
    TooLarge,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger

_MAX_BODY = 64 * 1024
_MAX_DOCUMENT = 5 * 1024 * 1024
_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": ErrorBody} for status in (400, 401, 403, 404, 409, 413, 429, 503)
}


class SiteCORS(CORSMiddleware):
    """CORS for the origins of the sites, which are data and change while we run."""

    def __init__(self, app: ASGIApp, allows: Callable[[str], bool]) -> None:
        """Answer for every origin that ``allows`` knows; never with credentials."""
        super().__init__(
            app,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
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
    """Refuses bodies that are larger than any request needs, before they are read."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count what comes in."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = _MAX_DOCUMENT if scope["path"].endswith("/documents") else _MAX_BODY
        declared = Headers(scope=scope).get("content-length", "0")
        if not declared.isdigit() or int(declared) > most:
            await _respond(scope, receive, send, TooLarge())
            return
        seen = 0

        async def counted() -> Any:  # noqa: ANN401 (an ASGI message)
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > most:
                raise TooLarge
            return message

        await self._app(scope, counted, send)


def build_api(allows: Callable[[str], bool]) -> FastAPI:
    """Return the application without its services; ``handlers.main`` puts them in."""
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
    for module in (visitor, auth, conversations, knowledge):
        api.include_router(module.router)
    app.include_router(api)
    app.include_router(health.router)
    app.include_router(pages.router)
    _describe_sockets(app)
    _handle_errors(app)
    app.middleware("http")(_correlate)
    app.add_middleware(BodyLimit)
    app.add_middleware(SiteCORS, allows=allows)
    return app


def _handle_errors(app: FastAPI) -> None:
    async def known(request: Request, error: Exception) -> Response:
        if not isinstance(error, OtvetError):
            raise error
        return _response(request, error)

    async def invalid(request: Request, _: Exception) -> Response:
        return _response(request, InvalidInput())

    async def http(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        if status == 405:
            wrong = InvalidInput(ErrorCode.METHOD_NOT_ALLOWED)
            return _response(request, wrong, status)
        if status == 404:
            return _response(request, NotFound())
        return _response(request, Forbidden() if status == 403 else InvalidInput(), status)

    async def bug(request: Request, error: Exception) -> Response:
        get_logger().error("request.failed", path=request.scope["path"], exc_info=error)
        return _response(request, OtvetError())

    app.add_exception_handler(OtvetError, known)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(Exception, bug)


async def _correlate(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    request.state.request_id = _request_id(request)
    with correlated(request.state.request_id):
        response = await call_next(request)
    response.headers["X-Request-ID"] = request.state.request_id
    return response


def _request_id(request: Request) -> str:
    given = request.headers.get("x-request-id", "")
    is_usable = 8 <= len(given) <= 64 and given.replace("-", "").isalnum() and given.isascii()
    return given if is_usable else str(uuid7())


def _response(request: Request, error: OtvetError, status: int | None = None) -> Response:
    request_id = getattr(request.state, "request_id", None) or str(uuid7())
    body = error_body(error, request_id, best_locale(request.headers.get("accept-language")))
    headers = {"X-Request-ID": request_id, "Cache-Control": "no-store"}
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    return JSONResponse(body.model_dump(mode="json"), status or error.status, headers)


async def _respond(scope: Scope, receive: Receive, send: Send, error: OtvetError) -> None:
    await _response(Request(scope), error)(scope, receive, send)


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
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # FastAPI's documented way


def socket_contracts() -> Sequence[type[BaseModel]]:
    """Return every contract that travels on the sockets."""
    modules = (wire, visitor_contracts, operator_contracts)
    found = {
        name: value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Contract) and value is not Contract
    }
    return [found[name] for name in sorted(found)]
