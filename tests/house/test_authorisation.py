"""One table says who may call what; a route or an event without an entry fails here."""

from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import iter_route_contexts

from handlers.api import context, gateway
from handlers.api.application import build_api
from handlers.services.visitor_commands import VisitorCommands
from handlers.sockets.operator import OperatorSockets
from handlers.tests.tables import bare
from shared.domain.scopes import Scope, lost
from shared.domain.words import Role
from shared.realtime.events import Command


class Who(StrEnum):
    """Who may call; each also needs what stands beside it in ``GUARDS``."""

    PUBLIC = "anybody, from anywhere: files that browsers load, and health"
    SITE = "any page of a site, by its key"
    VISITOR = "a visitor, for the conversation of their token, or to read their others"
    CONSOLE = "any page of the console, before signing in"
    OPERATOR = "an operator, for conversations of their sites"
    SUPERVISOR = "a supervisor or an administrator, for their sites"
    ADMIN = "an administrator, for their sites"
    GATEWAY = "the gateway itself, by its signature"


GUARDS: dict[Who, set[Callable[..., Any]]] = {
    Who.PUBLIC: set(),
    Who.SITE: {context.origin},
    Who.VISITOR: {context.origin, context.visitor},
    Who.CONSOLE: {context.origin, context.console},
    Who.OPERATOR: {context.console_or_key, context.operator},
    Who.SUPERVISOR: {context.console_or_key, context.operator, context.supervisor},
    Who.ADMIN: {context.console_or_key, context.operator, context.admin},
    Who.GATEWAY: {gateway.gateway},
}

ROUTES = {
    ("POST", "/api/v1/visitor/sessions"): Who.SITE,
    ("GET", "/api/v1/visitor/messages"): Who.VISITOR,
    ("GET", "/api/v1/visitor/conversation"): Who.VISITOR,
    ("GET", "/api/v1/visitor/conversations"): Who.VISITOR,
    ("POST", "/api/v1/visitor/conversations"): Who.VISITOR,
    ("GET", "/api/v1/visitor/conversations/{conversation_id}/messages"): Who.VISITOR,
    (
        "GET",
        "/api/v1/visitor/conversations/{conversation_id}/attachments/{attachment_id}",
    ): Who.VISITOR,
    ("POST", "/api/v1/visitor/attachments"): Who.VISITOR,
    ("GET", "/api/v1/visitor/attachments/{attachment_id}"): Who.VISITOR,
    ("POST", "/api/v1/conversations/{conversation_id}/attachments"): Who.OPERATOR,
    (
        "GET",
        "/api/v1/conversations/{conversation_id}/attachments/{attachment_id}",
    ): Who.OPERATOR,
    ("POST", "/api/v1/visitor/commands"): Who.VISITOR,
    ("GET", "/api/v1/visitor/events"): Who.VISITOR,
    ("GET", "/api/v1/visitor/look"): Who.SITE,
    ("POST", "/api/v1/visitor/contact"): Who.VISITOR,
    ("GET", "/api/v1/sites"): Who.ADMIN,
    ("POST", "/api/v1/sites"): Who.ADMIN,
    ("GET", "/api/v1/sites/{site_id}"): Who.ADMIN,
    ("PATCH", "/api/v1/sites/{site_id}"): Who.ADMIN,
    ("POST", "/api/v1/sites/{site_id}/key"): Who.ADMIN,
    ("POST", "/api/v1/sites/{site_id}/deletion"): Who.ADMIN,
    ("POST", "/api/v1/sites/{site_id}/identity-secret"): Who.ADMIN,
    ("POST", "/api/v1/sites/{site_id}/identity-keys"): Who.ADMIN,
    ("DELETE", "/api/v1/sites/{site_id}/identity-keys/{key_id}"): Who.ADMIN,
    ("POST", "/api/v1/auth/login"): Who.CONSOLE,
    ("POST", "/api/v1/auth/refresh"): Who.CONSOLE,
    ("POST", "/api/v1/auth/two-factor"): Who.CONSOLE,
    ("POST", "/api/v1/auth/two-factor/setup"): Who.CONSOLE,
    ("POST", "/api/v1/auth/two-factor/confirm"): Who.CONSOLE,
    ("POST", "/api/v1/auth/invitation"): Who.CONSOLE,
    ("POST", "/api/v1/auth/invitation/accept"): Who.CONSOLE,
    ("POST", "/api/v1/auth/password-link"): Who.CONSOLE,
    ("POST", "/api/v1/auth/password-link/use"): Who.CONSOLE,
    ("POST", "/api/v1/auth/logout"): Who.OPERATOR,
    ("GET", "/api/v1/auth/me"): Who.OPERATOR,
    ("GET", "/api/v1/account"): Who.OPERATOR,
    ("PATCH", "/api/v1/account"): Who.OPERATOR,
    ("POST", "/api/v1/account/password"): Who.OPERATOR,
    ("POST", "/api/v1/account/two-factor/setup"): Who.OPERATOR,
    ("POST", "/api/v1/account/two-factor/confirm"): Who.OPERATOR,
    ("POST", "/api/v1/account/two-factor/recovery-codes"): Who.OPERATOR,
    ("POST", "/api/v1/account/two-factor/off"): Who.OPERATOR,
    ("GET", "/api/v1/account/sessions"): Who.OPERATOR,
    ("DELETE", "/api/v1/account/sessions"): Who.OPERATOR,
    ("DELETE", "/api/v1/account/sessions/{session_id}"): Who.OPERATOR,
    ("GET", "/api/v1/people"): Who.ADMIN,
    ("GET", "/api/v1/people/invitations"): Who.ADMIN,
    ("POST", "/api/v1/people/invitations"): Who.ADMIN,
    ("POST", "/api/v1/people/invitations/{invitation_id}/renew"): Who.ADMIN,
    ("DELETE", "/api/v1/people/invitations/{invitation_id}"): Who.ADMIN,
    ("GET", "/api/v1/people/two-factor"): Who.ADMIN,
    ("PUT", "/api/v1/people/two-factor/{site_id}"): Who.ADMIN,
    ("PATCH", "/api/v1/people/{operator_id}"): Who.ADMIN,
    ("POST", "/api/v1/people/{operator_id}/password-link"): Who.ADMIN,
    ("DELETE", "/api/v1/people/{operator_id}/two-factor"): Who.ADMIN,
    ("GET", "/api/v1/people/{operator_id}/sessions"): Who.ADMIN,
    ("DELETE", "/api/v1/people/{operator_id}/sessions"): Who.ADMIN,
    ("DELETE", "/api/v1/people/{operator_id}/sessions/{session_id}"): Who.ADMIN,
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
    ("PUT", "/api/v1/knowledge/documents"): Who.SUPERVISOR,
    ("POST", "/api/v1/knowledge/documents/upload"): Who.SUPERVISOR,
    ("DELETE", "/api/v1/knowledge/documents/{document_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/knowledge/documents/{document_id}/passages"): Who.OPERATOR,
    ("GET", "/api/v1/knowledge/sites"): Who.OPERATOR,
    ("POST", "/api/v1/knowledge/sites"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/summary"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/episodes"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/episodes.csv"): Who.SUPERVISOR,
    ("GET", "/api/v1/analytics/questions"): Who.SUPERVISOR,
    ("GET", "/api/v1/audit"): Who.ADMIN,
    ("DELETE", "/api/v1/knowledge/sites/{source_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/knowledge/documents/{document_id}"): Who.OPERATOR,
    ("GET", "/api/v1/knowledge/documents/{document_id}/text"): Who.OPERATOR,
    ("PUT", "/api/v1/knowledge/documents/{document_id}/text"): Who.SUPERVISOR,
    ("PUT", "/api/v1/knowledge/documents/{document_id}/answers"): Who.SUPERVISOR,
    ("GET", "/api/v1/knowledge/documents/{document_id}/versions"): Who.OPERATOR,
    ("GET", "/api/v1/knowledge/documents/{document_id}/diff"): Who.OPERATOR,
    ("POST", "/api/v1/knowledge/documents/{document_id}/roll-back"): Who.SUPERVISOR,
    ("PUT", "/api/v1/knowledge/documents/{document_id}/shared"): Who.SUPERVISOR,
    ("POST", "/api/v1/knowledge/documents/{document_id}/restore"): Who.SUPERVISOR,
    ("GET", "/api/v1/knowledge/deleted"): Who.OPERATOR,
    ("DELETE", "/api/v1/knowledge/deleted/{document_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/agents"): Who.OPERATOR,
    ("GET", "/api/v1/agents/{site_id}"): Who.ADMIN,
    ("POST", "/api/v1/agents/{site_id}"): Who.ADMIN,
    ("PUT", "/api/v1/agents/{site_id}"): Who.ADMIN,
    ("GET", "/api/v1/agents/{site_id}/{slug}"): Who.ADMIN,
    ("PUT", "/api/v1/agents/{site_id}/{slug}"): Who.ADMIN,
    ("DELETE", "/api/v1/agents/{site_id}/{slug}"): Who.ADMIN,
    ("PUT", "/api/v1/agents/{site_id}/{slug}/enabled"): Who.ADMIN,
    ("POST", "/api/v1/agents/{site_id}/{slug}/copy"): Who.ADMIN,
    ("POST", "/api/v1/agents/{site_id}/{slug}/preview"): Who.ADMIN,
    ("PATCH", "/api/v1/agents/{site_id}/{slug}"): Who.ADMIN,
    ("GET", "/api/v1/conversations/{conversation_id}/handoff"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}/context"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}/earlier"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}/notes"): Who.OPERATOR,
    ("GET", "/api/v1/conversations/{conversation_id}/people"): Who.OPERATOR,
    ("GET", "/api/v1/mentions"): Who.OPERATOR,
    ("POST", "/api/v1/mentions/seen"): Who.OPERATOR,
    ("GET", "/api/v1/replies"): Who.OPERATOR,
    ("PUT", "/api/v1/replies/{reply_id}"): Who.OPERATOR,
    ("DELETE", "/api/v1/replies/{reply_id}"): Who.OPERATOR,
    ("PUT", "/api/v1/sites/{site_id}/replies/{reply_id}"): Who.SUPERVISOR,
    ("DELETE", "/api/v1/sites/{site_id}/replies/{reply_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/teams"): Who.OPERATOR,
    ("POST", "/api/v1/teams"): Who.SUPERVISOR,
    ("PATCH", "/api/v1/teams/{team_id}"): Who.SUPERVISOR,
    ("DELETE", "/api/v1/teams/{team_id}"): Who.SUPERVISOR,
    ("PUT", "/api/v1/teams/rules/{site_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/webhooks"): Who.ADMIN,
    ("POST", "/api/v1/webhooks"): Who.ADMIN,
    ("PATCH", "/api/v1/webhooks/{webhook_id}"): Who.ADMIN,
    ("DELETE", "/api/v1/webhooks/{webhook_id}"): Who.ADMIN,
    ("POST", "/api/v1/webhooks/{webhook_id}/secret"): Who.ADMIN,
    ("POST", "/api/v1/webhooks/{webhook_id}/test"): Who.ADMIN,
    ("GET", "/api/v1/webhooks/{webhook_id}/deliveries"): Who.ADMIN,
    ("POST", "/api/v1/webhooks/{webhook_id}/deliveries/{event_id}"): Who.ADMIN,
    ("GET", "/api/v1/keys"): Who.ADMIN,
    ("POST", "/api/v1/keys"): Who.ADMIN,
    ("DELETE", "/api/v1/keys/{key_id}"): Who.ADMIN,
    ("POST", "/api/v1/visitor/erasure"): Who.VISITOR,
    ("GET", "/api/v1/visitors"): Who.ADMIN,
    ("GET", "/api/v1/visitors/requests"): Who.ADMIN,
    ("GET", "/api/v1/visitors/requests/{request_id}"): Who.ADMIN,
    ("GET", "/api/v1/visitors/requests/{request_id}/archive"): Who.ADMIN,
    ("POST", "/api/v1/visitors/{visitor_id}/export"): Who.ADMIN,
    ("DELETE", "/api/v1/visitors/{visitor_id}"): Who.ADMIN,
    ("GET", "/api/v1/retention"): Who.ADMIN,
    ("PUT", "/api/v1/retention/{site_id}"): Who.ADMIN,
    ("POST", "/api/v1/retention/{site_id}/preview"): Who.ADMIN,
    ("POST", "/api/v1/trials"): Who.OPERATOR,
    ("GET", "/api/v1/trials/examples"): Who.OPERATOR,
    ("GET", "/api/v1/trials/{trial_id}"): Who.OPERATOR,
    ("POST", "/api/v1/trials/{trial_id}/verdict"): Who.OPERATOR,
    (
        "GET",
        "/api/v1/conversations/{conversation_id}/messages/{message_id}/correction",
    ): Who.OPERATOR,
    (
        "PUT",
        "/api/v1/conversations/{conversation_id}/messages/{message_id}/correction",
    ): Who.OPERATOR,
    ("GET", "/api/v1/sites/{site_id}/cases"): Who.OPERATOR,
    ("PUT", "/api/v1/sites/{site_id}/cases/{case_id}"): Who.SUPERVISOR,
    ("DELETE", "/api/v1/sites/{site_id}/cases/{case_id}"): Who.SUPERVISOR,
    ("GET", "/api/v1/sites/{site_id}/cases/{case_id}/trace"): Who.OPERATOR,
    ("POST", "/api/v1/sites/{site_id}/cases/runs"): Who.SUPERVISOR,
    ("POST", "/api/v1/sites/{site_id}/cases/runs/{run_id}/stop"): Who.SUPERVISOR,
    ("GET", "/api/v1/corrections"): Who.SUPERVISOR,
    ("GET", "/api/v1/corrections/export"): Who.SUPERVISOR,
    ("PATCH", "/api/v1/corrections/{correction_id}"): Who.SUPERVISOR,
    ("GET", "/internal/v1/sites/{site_key}"): Who.GATEWAY,
    ("GET", "/internal/v1/origins"): Who.GATEWAY,
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
# What a key of the API with a scope may call as well; every other route takes none.
KEYS = {
    Scope.CONVERSATIONS_READ: {
        ("GET", "/api/v1/conversations"),
        ("GET", "/api/v1/conversations/{conversation_id}"),
        ("GET", "/api/v1/conversations/{conversation_id}/messages"),
        ("GET", "/api/v1/conversations/{conversation_id}/messages/{message_id}/provenance"),
    },
    Scope.KNOWLEDGE_READ: {
        ("GET", "/api/v1/knowledge/documents"),
        ("GET", "/api/v1/knowledge/documents/{document_id}/passages"),
        ("GET", "/api/v1/knowledge/sites"),
    },
    Scope.KNOWLEDGE_WRITE: {
        ("PUT", "/api/v1/knowledge/documents"),
        ("POST", "/api/v1/knowledge/documents/upload"),
        ("DELETE", "/api/v1/knowledge/documents/{document_id}"),
        ("POST", "/api/v1/knowledge/sites"),
        ("DELETE", "/api/v1/knowledge/sites/{source_id}"),
    },
    Scope.ANALYTICS_READ: {
        ("GET", "/api/v1/analytics/summary"),
        ("GET", "/api/v1/analytics/episodes"),
        ("GET", "/api/v1/analytics/episodes.csv"),
        ("GET", "/api/v1/analytics/questions"),
    },
    Scope.VISITORS_READ: {
        ("GET", "/api/v1/visitors"),
        ("GET", "/api/v1/visitors/requests"),
        ("GET", "/api/v1/visitors/requests/{request_id}"),
    },
    Scope.VISITORS_EXPORT: {
        ("POST", "/api/v1/visitors/{visitor_id}/export"),
        ("GET", "/api/v1/visitors/requests/{request_id}/archive"),
    },
    Scope.VISITORS_ERASE: {("DELETE", "/api/v1/visitors/{visitor_id}")},
}
# Described by FastAPI itself, without our dependencies.
DESCRIPTION = {("GET", "/api/v1/openapi.json")}

VISITOR_EVENTS = {
    Command.CONNECTION_CHECK,
    Command.MESSAGE_SEND,
    Command.GENERATION_STOP,
    Command.HANDOFF_REQUEST,
    Command.TYPING_START,
    Command.CONVERSATION_READ,
    Command.MESSAGE_RATE,
    Command.CONVERSATION_RATE,
    Command.CONNECTION_CHECK,
}
OPERATOR_EVENTS = {
    Command.CONVERSATION_OPEN,
    Command.CONVERSATION_LEAVE,
    Command.CONVERSATION_TAKE,
    Command.CONVERSATION_RETURN,
    Command.CONVERSATION_CLOSE,
    Command.CONVERSATION_REOPEN,
    Command.CONVERSATION_RELEASE,
    Command.NOTE_ADD,
    Command.NOTE_EDIT,
    Command.NOTE_DELETE,
    Command.CONVERSATION_ASSIGN,
    Command.CONVERSATION_READ,
    Command.MESSAGE_SEND,
    Command.TYPING_START,
    Command.AVAILABILITY_SET,
}
# What an operator says of themselves is about no conversation.
ABOUT_THEMSELVES = {Command.AVAILABILITY_SET}


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


def scopes(dependant: Dependant | None) -> set[str]:
    """All scopes that a route names."""
    if dependant is None:
        return set()
    found = set(dependant.own_oauth_scopes or ())
    for inner in dependant.dependencies:
        found |= scopes(inner)
    return found


def test_a_key_opens_the_routes_that_its_scopes_name_and_no_other() -> None:
    named: dict[str, set[tuple[str, str]]] = {}
    for route, dependant in routes().items():
        for scope in scopes(dependant):
            named.setdefault(scope, set()).add(route)
    assert named == KEYS
    assert set(KEYS) == set(Scope), "a scope that opens nothing"


def test_a_scope_wants_of_its_key_s_maker_what_its_routes_want_of_an_operator() -> None:
    """Else a key is told of a right that its maker's role does not give, or the other way round."""
    wanted = {scope: {role for role in Role if not lost([scope], role)} for scope in Scope}
    of_guard = {
        Who.OPERATOR: set(Role),
        Who.SUPERVISOR: {Role.SUPERVISOR, Role.ADMIN},
        Who.ADMIN: {Role.ADMIN},
    }
    for scope, opened in KEYS.items():
        for route in opened:
            assert of_guard[ROUTES[route]] == wanted[scope], route


def test_everything_under_the_api_asks_where_it_is_called_from() -> None:
    public = [path for (_, path), who in ROUTES.items() if who is Who.PUBLIC]
    assert [path for path in public if path.startswith("/api/")] == []


def test_every_event_of_each_namespace_has_an_entry_and_every_entry_an_event() -> None:
    visitors, operators = bare(VisitorCommands), bare(OperatorSockets)
    assert set(visitors.table) == VISITOR_EVENTS
    assert set(operators.table) == OPERATOR_EVENTS
    assert set(Command) == VISITOR_EVENTS | OPERATOR_EVENTS


def test_each_operator_event_names_the_conversation_it_is_about() -> None:
    operators = bare(OperatorSockets)
    for event, rule in operators.table.items():
        is_about_one = "conversation_id" in rule.contract.model_fields
        assert is_about_one == (event not in ABOUT_THEMSELVES), event


def test_no_visitor_event_names_a_conversation_for_that_is_in_the_token() -> None:
    visitors = bare(VisitorCommands)
    for event, rule in visitors.table.items():
        assert "conversation_id" not in rule.contract.model_fields, event
