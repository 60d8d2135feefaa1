"""What FastAPI's description of the API lacks: what errors mean, and an example of everything.

Examples follow from the schemas themselves (their own examples, closed sets, formats), so none can
be forgotten or grow stale; a house test checks each against its schema.
"""

from typing import Any

from shared.domain.error_sentences import error_sentence
from shared.domain.words import Locale
from shared.kernel.errors import (
    Conflict,
    ErrorCode,
    Forbidden,
    InvalidInput,
    NotAuthenticated,
    NotFound,
    OtvetError,
    RateLimited,
    TooLarge,
    TooSlow,
    Unavailable,
)

_SUMMARY = """
Everything under `/api/v1` answers in JSON. Browsers come from a page of the console (the scheme
`operator`) or of a site (`visitor`) and are known by their `Origin`; programs come with a key of
the API, which needs none, to the operations that name a scope (see `docs/api.md`).

Every error has one shape, `ErrorBody`: `code` is stable, `message` is for people in the language
of `Accept-Language` (`ru`, `en`), `request_id` finds it in the log. Lists come in pages: `next` of
one is `before` of the next. Unknown fields are refused.
""".strip()

_TAGS = {
    "visitor": "What the widget asks, for the one conversation of its token.",
    "auth": "Operators' sign-in.",
    "account": "What operators change of themselves: password, two-factor, sign-ins.",
    "people": "Operators: invitations, roles, sign-ins.",
    "labels": "Labels of conversations.",
    "views": "Filters of the inbox, kept under a name.",
    "notes": "Private notes of operators, and who is mentioned in them.",
    "replies": "Canned replies.",
    "teams": "Teams, and how conversations are assigned.",
    "attachments": "Files of messages.",
    "trials": "What operators ask the agents outside a visitor's turn (`docs/adr/0017`).",
    "cases": "Questions kept with what is expected of the agents, and runs of them.",
    "corrections": "What operators teach: right answers and passages.",
    "sites": "Installed widgets: keys, origins, look, hours, limits, identity.",
    "conversations": "The inbox and what was said.",
    "knowledge": "Documents that agents answer from, and where they come from.",
    "agents": "The agents and how they answer.",
    "analytics": "How agents and people do.",
    "audit": "Who changed what.",
    "webhooks": "What other systems are told (`docs/webhooks.md`).",
    "keys": "Keys of the API (`docs/api.md`).",
    "visitors": "Visitors' data: found, exported, erased.",
    "retention": "How long sites keep things.",
}

_ERRORS: dict[str, tuple[type[OtvetError], ErrorCode, str]] = {
    "400": (InvalidInput, ErrorCode.INVALID_PAYLOAD, "The request cannot be used as it is."),
    "401": (NotAuthenticated, ErrorCode.TOKEN_EXPIRED, "No token, or one that is good no more."),
    "403": (Forbidden, ErrorCode.FORBIDDEN, "Not allowed: by role, scope or origin."),
    "404": (NotFound, ErrorCode.NOT_FOUND, "Nothing there, or nothing for this caller."),
    "408": (TooSlow, ErrorCode.BODY_TIMEOUT, "The body came too slowly; nothing was done."),
    "409": (Conflict, ErrorCode.CONVERSATION_TAKEN, "The thing moved on, or does not allow it."),
    "413": (TooLarge, ErrorCode.PAYLOAD_TOO_LARGE, "Over a limit of size."),
    "429": (
        RateLimited,
        ErrorCode.RATE_LIMITED,
        "Over a rate; `Retry-After` says how long to wait.",
    ),
    "503": (Unavailable, ErrorCode.STORE_UNAVAILABLE, "A part is away; try the same again later."),
}
_SAYS_NOTHING = ("Successful Response", "Service Unavailable")
# FastAPI's own; ours are answered with 400 in the one shape.
_NEVER = ("HTTPValidationError", "ValidationError")
_BY_FORMAT = {
    "uuid": "01935f2a-7c40-7000-8000-000000000001",
    "date-time": "2026-11-26T09:30:00Z",
    "date": "2026-11-26",
    "password": "correct horse battery staple",
}
_DEEPEST = 12


def describe(schema: dict[str, Any]) -> None:
    """Complete a description in place."""
    schema["info"]["description"] = _SUMMARY
    components = schema["components"]["schemas"]
    schema["components"]["responses"] = {_name(status): _error(status) for status in _ERRORS}
    for name in _NEVER:
        components.pop(name, None)
    used: set[str] = set()
    for operations in schema["paths"].values():
        for operation in operations.values():
            used |= set(operation.get("tags", ()))
            _describe_operation(operation, components)
    schema["tags"] = [
        {"name": name, "description": text} for name, text in _TAGS.items() if name in used
    ]


def _describe_operation(operation: dict[str, Any], components: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in list(responses.items()):
        content = response.get("content", {})
        if status in _ERRORS and "ErrorBody" in str(content):
            responses[status] = {"$ref": f"#/components/responses/{_name(status)}"}
            continue
        if response["description"] in _SAYS_NOTHING:
            response["description"] = _said_of(response, components) or "Done."
        _give_example(content, components)
    _give_example(operation.get("requestBody", {}).get("content", {}), components)


def _name(status: str) -> str:
    return _ERRORS[status][0].__name__


def _error(status: str) -> dict[str, Any]:
    error, code, description = _ERRORS[status]
    example = {
        "code": code,
        "message": error_sentence(code, Locale.EN),
        "retryable": error.retryable,
        "request_id": "01935f2a-7c40-7000-8000-0000000000ff",
        "retry_after": 30 if error is RateLimited else None,
    }
    body = {"schema": {"$ref": "#/components/schemas/ErrorBody"}, "example": example}
    return {"description": description, "content": {"application/json": body}}


def _said_of(response: dict[str, Any], components: dict[str, Any]) -> str | None:
    content = response.get("content", {}).get("application/json", {}).get("schema", {})
    text = _resolved(content, components).get("description", "")
    first: str = text.partition("\n")[0]
    return first or None


def _give_example(content: dict[str, Any], components: dict[str, Any]) -> None:
    media = content.get("application/json")
    if media and media.get("schema"):
        media["example"] = example_of(media["schema"], components)


def example_of(  # noqa: PLR0911 (a case a kind)
    schema: dict[str, Any], components: dict[str, Any], depth: int = 0
) -> Any:  # noqa: ANN401
    """Return a value that a schema allows, the most telling one that it names."""
    schema = _resolved(schema, components)
    if "examples" in schema:
        return schema["examples"][0]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for union in ("anyOf", "oneOf"):
        if union in schema:
            return example_of(schema[union][0], components, depth + 1)
    kind = schema.get("type")
    if kind == "object" and depth < _DEEPEST:
        fields = schema.get("properties", {})
        return {name: example_of(value, components, depth + 1) for name, value in fields.items()}
    if kind == "array" and depth < _DEEPEST:
        item = schema.get("items") or (schema.get("prefixItems") or [{}])[0]
        places = schema.get("prefixItems") or [item]
        places *= max(1, schema.get("minItems", 0) // len(places))
        return [example_of(place, components, depth + 1) for place in places]
    return _plain(schema, kind)


def _plain(schema: dict[str, Any], kind: str | None) -> Any:  # noqa: ANN401
    if schema.get("default") is not None:
        return schema["default"]
    if kind in ("integer", "number"):
        return schema.get("minimum", 1)
    if kind == "boolean":
        return True
    if kind == "string":
        return _BY_FORMAT.get(schema.get("format", ""), "…".ljust(schema.get("minLength", 1), "…"))
    return {} if kind == "object" else [] if kind == "array" else None


def _resolved(schema: dict[str, Any], components: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in schema:
        schema = components[schema["$ref"].rpartition("/")[2]]
    return schema
