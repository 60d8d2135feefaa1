"""Every error of the HTTP API leaves in one shape."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from redis.exceptions import RedisError
from starlette.exceptions import HTTPException
from starlette.types import Receive, Scope, Send

from handlers.errors import best_locale, error_body
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotFound,
    OtvetError,
    TooSlow,
    Unavailable,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger


def handle_errors(app: FastAPI) -> None:
    """Register what answers for each kind of exception."""
    app.add_exception_handler(OtvetError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RedisError, _away)
    app.add_exception_handler(Exception, answer_bug)


def request_id(request: Request) -> str:
    """Return the correlation id that came with the request if it is one, else a new one."""
    given = request.headers.get("x-request-id", "")
    is_usable = 8 <= len(given) <= 64 and given.replace("-", "").isalnum() and given.isascii()
    return given if is_usable else str(uuid7())


def _response(request: Request, error: OtvetError, status: int | None = None) -> Response:
    request_id = getattr(request.state, "request_id", None) or str(uuid7())
    body = error_body(error, request_id, best_locale(request.headers.get("accept-language")))
    headers = {"X-Request-ID": request_id, "Cache-Control": "no-store"}
    if error.status == TooSlow.status:
        headers["Connection"] = "close"  # the rest of the body would be read for ever
    if error.retry_after is not None:
        headers["Retry-After"] = str(error.retry_after)
    return JSONResponse(body.model_dump(mode="json"), status or error.status, headers)


async def respond(scope: Scope, receive: Receive, send: Send, error: OtvetError) -> None:
    """Answer a request that never reached the application."""
    await _response(Request(scope), error)(scope, receive, send)


async def _known(request: Request, error: Exception) -> Response:
    if not isinstance(error, OtvetError):
        raise error
    return _response(request, error)


async def _invalid(request: Request, _: Exception) -> Response:
    return _response(request, InvalidInput())


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    known = {
        403: Forbidden(),
        404: NotFound(),
        405: InvalidInput(ErrorCode.METHOD_NOT_ALLOWED),
    }
    return _response(request, known.get(status, InvalidInput()), status)


async def _away(request: Request, error: Exception) -> Response:
    get_logger().warning("request.unavailable", error=type(error).__name__)
    return _response(request, Unavailable(ErrorCode.STORE_UNAVAILABLE))


def answer_bug(request: Request, error: Exception) -> Response:
    """Answer for an error that nobody expected; its story goes to the log."""
    get_logger().error("request.failed", path=request.scope["path"], exc_info=error)
    return _response(request, OtvetError())
