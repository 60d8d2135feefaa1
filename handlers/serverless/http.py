"""The HTTP API of a function: what visitors ask at once, the rest when it is first asked for."""

from functools import cache

from fastapi import APIRouter
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api import attachments, visitor, visitor_history, visitor_polling
from handlers.api.application import build_api
from handlers.api.problems import respond
from handlers.bodies import Patience
from handlers.serverless.container import Container
from shared.config_rules import Environment
from shared.kernel.errors import NotFound

_OF_VISITORS: tuple[APIRouter, ...] = (
    visitor.router,
    visitor_history.router,
    visitor_polling.router,
    attachments.router,
)
# Metrics, the console and what the gateway of an installation asks are for processes.
_OPEN = ("/api/v1/", "/widget/")
_OPEN_FILES = frozenset({"/widget.js", "/readyz", "/healthz"})
_DEMO = "/demo/"


def build_door(held: Container) -> ASGIApp:
    """Return the application of a container: what is to be reached from outside, and no more."""
    opened = (*_OPEN, _DEMO) if held.settings.environment is Environment.DEVELOPMENT else _OPEN

    @cache
    def api(*, is_visitors: bool) -> ASGIApp:
        made = build_api(
            held.parts.directory.allows_somewhere,
            Patience.of(held.settings),
            _OF_VISITORS if is_visitors else None,
        )
        made.state.services = held.parts.services
        return made

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if not (path.startswith(opened) or path in _OPEN_FILES):
            await respond(scope, receive, send, NotFound())
            return
        is_visitors = path.startswith("/api/v1/visitor/") or not path.startswith("/api/")
        await api(is_visitors=is_visitors)(scope, receive, send)

    return door
