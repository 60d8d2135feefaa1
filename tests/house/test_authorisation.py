"""One table says who may call what; a route or an event without an entry fails here."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from handlers.api import context
from handlers.api.application import build_api
from handlers.sockets.operator import OperatorSockets
from handlers.sockets.visitor import VisitorSockets
from shared.realtime.events import Command


class Who(StrEnum):
    """Who may call; each also needs what stands beside it in ``GUARDS``."""

    PUBLIC = "anybody, from anywhere: files that browsers load, and health"
    SITE = "any page of a site, by its key"
    VISITOR = "a visitor, for the conversation of their token"
    CONSOLE = "any page of the console, before signing in"
    OPERATOR = "an operator, for conversations of their sites"
    SUPERVISOR = "a supervisor or an administrator, for their sites"
    ADMIN = "an administrator, for their sites"


GUARDS: dict[Who, set[Callable[..., Any]]] = {
    Who.PUBLIC: set(),
    Who.SITE: {context.origin},
    Who.VISITOR: {context.origin, context.visitor},
    Who.CONSOLE: {context.origin, context.console},
    Who.OPERATOR: {context.origin, context.console, context.operator},
    Who.SUPERVISOR: {context.origin, context.console, context.operator, context.supervisor},
    Who.ADMIN: {context.origin, context.console, context.operator, context.admin},
}

ROUTES = {
    ("POST", "/api/v1/visitor/sessions"): Who.SITE,
    ("GET", "/api/v1/visitor/messages"): Who.VISITOR,
    ("POST", "/api/v1/auth/login"): Who.CONSOLE,
    ("POST", "/api/v1/auth/refresh"): Who.CONSOLE,
    ("POST", "/api/v1/auth/logout"): Who.OPERATOR,
    ("GET", "/api/v1/auth/me"): Who.OPERATOR,
    ("GET", "/api/v1/conversations"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}/messages"): Who.OPERATOR,
    (
        "GET",
        "/api/v1/conversations/{conversation_id}/messages/{message_id}/provenance",
    ): Who.OPERATOR,
    ("POST", "/api/v1/conversations/bulk"): Who.OPERATOR,
    ("PUT", "/api/v1/conversations/{conversation_id}/labels/{label_id}"): Who.OPERATOR,
    ("DELETE", "/api/v1/conversations/{conversation_id}/labels/{label_id}"): Who.OPERATOR,
    ("GET", "/api/v1/labels"): Who.OPERATOR,
    ("POST", "/api/v1/labels"): Who.SUPERVISOR,
    ("PATCH", "/api/v1/labels/{label_id}"): Who.SUPERVISOR,
    ("DELETE", "/api/v1/labels/{label_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/views"): Who.OPERATOR,
    ("POST", "/api/v1/views"): Who.OPERATOR,
    ("PUT", "/api/v1/views/{view_id}"): Who.OPERATOR,
    ("DELETE", "/api/v1/views/{view_id}"): Who.OPERATOR,
    ("GET", "/api/v1/knowledge/documents"): Who.OPERATOR,
    ("PUT", "/api/v1/knowledge/documents"): Who.ADMIN,
    ("POST", "/api/v1/knowledge/documents/upload"): Who.ADMIN,
    ("DELETE", "/api/v1/knowledge/documents/{document_id}"): Who.ADMIN,
    ("GET", "/api/v1/knowledge/documents/{document_id}/passages"): Who.OPERATOR,
    ("GET", "/api/v1/knowledge/sites"): Who.OPERATOR,
    ("POST", "/api/v1/knowledge/sites"): Who.ADMIN,
    ("GET", "/api/v1/analytics/summary"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/episodes"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/episodes.csv"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/questions"): Who.SUPERVISOR,
    ("GET", "/api/v1/audit"): Who.ADMIN,
    ("GET", "/api/v1/agents"): Who.OPERATOR,
    ("PATCH", "/api/v1/agents/{site_id}/{slug}"): Who.ADMIN,
    ("GET", "/healthz"): Who.PUBLIC,
    ("GET", "/readyz"): Who.PUBLIC,
    ("GET", "/metrics"): Who.PUBLIC,
    ("GET", "/"): Who.PUBLIC,
    ("GET", "/widget.js"): Who.PUBLIC,
    ("GET", "/widget/{path:path}"): Who.PUBLIC,
    ("GET", "/demo"): Who.PUBLIC,
    ("GET", "/demo/config.json"): Who.PUBLIC,
    ("GET", "/demo/{path:path}"): Who.PUBLIC,
    ("GET", "/admin"): Who.PUBLIC,
    ("GET", "/admin/{path:path}"): Who.PUBLIC,
}
# Described by FastAPI itself, without our dependencies.
DESCRIPTION = {("GET", "/api/v1/openapi.json")}

VISITOR_EVENTS = {
    Command.MESSAGE_SEND,
    Command.GENERATION_STOP,
    Command.HANDOFF_REQUEST,
    Command.TYPING_START,
    Command.CONVERSATION_READ,
    Command.MESSAGE_RATE,
    Command.CONVERSATION_RATE,
}
OPERATOR_EVENTS = {
    Command.CONVERSATION_OPEN,
    Command.CONVERSATION_LEAVE,
    Command.CONVERSATION_TAKE,
    Command.CONVERSATION_RETURN,
    Command.CONVERSATION_CLOSE,
    Command.CONVERSATION_READ,
    Command.MESSAGE_SEND,
    Command.TYPING_START,
}


@cache
def routes() -> dict[tuple[str, str], Dependant | None]:
    """What every route of the application depends on, by method and path."""
    app = build_api(lambda _: False)
    return {
        (method, str(route.path)): getattr(route, "dependant", None)
        for route in iter_route_contexts(app.routes)
        for method in (route.methods or set()) - {"HEAD"}
    }


def guards(dependant: Dependant | None) -> set[Callable[..., Any]]:
    """All dependencies of a route that guard something."""
    known = set().union(*GUARDS.values())
    if dependant is None:
        return set()
    found = {dependant.call} & known if dependant.call else set()
    for inner in dependant.dependencies:
        found |= guards(inner)
    return found


def test_every_route_has_an_entry_and_every_entry_a_route() -> None:
    assert set(routes()) - DESCRIPTION == set(ROUTES)


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_a_route_is_guarded_as_its_entry_says(method: str, path: str) -> None:
    assert guards(routes()[method, path]) == GUARDS[ROUTES[method, path]]


def test_everything_under_the_api_asks_where_it_is_called_from() -> None:
    public = [path for (_, path), who in ROUTES.items() if who is Who.PUBLIC]
    assert [path for path in public if path.startswith("/api/")] == []


def test_every_event_of_each_namespace_has_an_entry_and_every_entry_an_event() -> None:
    nothing: Any = None
    visitors = VisitorSockets(
        sessions=nothing,
        messages=nothing,
        floor=nothing,
        live=nothing,
        fanout=nothing,
        public_url="",
        per_visitor=1,
    )
    operators = OperatorSockets(
        sign_in=nothing,
        access=nothing,
        messages=nothing,
        floor=nothing,
        live=nothing,
        fanout=nothing,
        directory=nothing,
        inbox=nothing,
        public_url="",
    )
    assert set(visitors.table) == VISITOR_EVENTS
    assert set(operators.table) == OPERATOR_EVENTS
    assert set(Command) == VISITOR_EVENTS | OPERATOR_EVENTS


def test_each_operator_event_names_the_conversation_it_is_about() -> None:
    nothing: Any = None
    operators = OperatorSockets(
        sign_in=nothing,
        access=nothing,
        messages=nothing,
        floor=nothing,
        live=nothing,
        fanout=nothing,
        directory=nothing,
        inbox=nothing,
        public_url="",
    )
    for event, rule in operators.table.items():
        assert "conversation_id" in rule.contract.model_fields, event


def test_no_visitor_event_names_a_conversation_for_that_is_in_the_token() -> None:
    nothing: Any = None
    visitors = VisitorSockets(
        sessions=nothing,
        messages=nothing,
        floor=nothing,
        live=nothing,
        fanout=nothing,
        public_url="",
        per_visitor=1,
    )
    for event, rule in visitors.table.items():
        assert "conversation_id" not in rule.contract.model_fields, event
