"""All that can be asked: every route of the application, every event of both namespaces.

They are read off the application itself, so a route or an event that is added is in the run.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi.routing import iter_route_contexts

from handlers.api.application import build_api
from handlers.services.visitor_commands import VisitorCommands
from handlers.sockets.operator import OperatorSockets
from handlers.tests.tables import bare
from shared.realtime.events import Namespace

Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value in a path or a query."""

    name: str
    schema: Schema
    is_required: bool


@dataclass(frozen=True, slots=True, repr=False)
class Operation:
    """A route or, where ``verb`` is a namespace, an event; ``schemas`` are what it refers to."""

    verb: str
    name: str
    path: tuple[Parameter, ...] = ()
    query: tuple[Parameter, ...] = ()
    body: Schema | None = None
    takes_bytes: bool = False
    schemas: Mapping[str, Schema] = field(default_factory=dict)

    def __repr__(self) -> str:
        """As it is written in the documentation."""
        return f"{self.verb} {self.name}"

    @property
    def is_event(self) -> bool:
        """Whether it is asked through a socket."""
        return self.verb.startswith("/")

    @property
    def is_read(self) -> bool:
        """Whether it is meant to change nothing."""
        return self.verb == "GET"


def all_operations() -> list[Operation]:
    """Return everything, in an order that does not change from run to run."""
    return [*_routes(), *_events()]


def _routes() -> list[Operation]:
    app = build_api(lambda _: False)
    described = app.openapi()
    found = []
    for route in iter_route_contexts(app.routes):
        for verb in sorted((route.methods or set()) - {"HEAD"}):
            name = str(route.path)
            about = described["paths"].get(name, {}).get(verb.lower())
            if about is None:  # a page: its path says all
                about = {"parameters": [_in_path(one) for one in re.findall(r"{(\w+)", name)]}
            found.append(_operation(verb, name, about, described["components"]["schemas"]))
    return sorted(found, key=str)


def _in_path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "schema": {"type": "string"}}


def _operation(verb: str, name: str, about: Schema, schemas: Mapping[str, Schema]) -> Operation:
    def parameters(place: str) -> tuple[Parameter, ...]:
        return tuple(
            Parameter(one["name"], one["schema"], one.get("required", place == "path"))
            for one in about.get("parameters", ())
            if one["in"] == place
        )

    content = about.get("requestBody", {}).get("content", {})
    return Operation(
        verb,
        re.sub(r":\w+}", "}", name),
        parameters("path"),
        parameters("query"),
        content.get("application/json", {}).get("schema"),
        takes_bytes="application/octet-stream" in content,
        schemas=schemas,
    )


def _events() -> list[Operation]:
    tables = {
        Namespace.VISITOR: bare(VisitorCommands).table,
        Namespace.OPERATOR: bare(OperatorSockets).table,
    }
    found = []
    for namespace, table in tables.items():
        for event, rule in table.items():
            schema = rule.contract.model_json_schema(ref_template="#/components/schemas/{model}")
            found.append(
                Operation(str(namespace), str(event), body=schema, schemas=schema.get("$defs", {}))
            )
    return sorted(found, key=str)
