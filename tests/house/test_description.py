"""The description of the API is complete: words, errors and a true example for everything."""

from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from jsonschema_rs import validator_for

from handlers.openapi import render

_API = orjson.loads(render())
_ERRORS = {"400", "401", "403", "404", "408", "409", "413", "429", "503"}


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every operation by method and path."""
    for path, methods in _API["paths"].items():
        for method, operation in methods.items():
            yield f"{method.upper()} {path}", operation


def responses(operation: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every answer, those that are described once for all among them."""
    for response in operation["responses"].values():
        name = response.get("$ref", "").rpartition("/")[2]
        yield _API["components"]["responses"][name] if name else response


def bodies(operation: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """What is sent and what comes back, as JSON."""
    yield from operation.get("requestBody", {}).get("content", {}).items()
    for response in responses(operation):
        yield from response.get("content", {}).items()


OPERATIONS = dict(operations())


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_operation_says_what_it_does_and_how_it_fails(name: str) -> None:
    operation = OPERATIONS[name]
    assert operation["summary"]
    assert operation["description"]
    assert set(operation["responses"]) >= _ERRORS
    assert "422" not in operation["responses"]
    for response in responses(operation):
        assert response["description"] not in ("", "Successful Response")
    if name.partition(" ")[2].startswith("/api/"):
        (tag,) = operation["tags"]
        assert tag in {one["name"] for one in _API["tags"]}, "describe it in describing.py"


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_example_is_one(name: str) -> None:
    for kind, media in bodies(OPERATIONS[name]):
        if kind != "application/json" or not media["schema"]:
            continue
        schema = media["schema"] | {"components": _API["components"]}
        errors = list(validator_for(schema).iter_errors(media["example"]))
        told = [f"{error.instance_path}: {error.message}" for error in errors]
        assert told == [], "name an example in the contract: Field(examples=[…])"


def test_who_may_call_is_described() -> None:
    for name, operation in OPERATIONS.items():
        # Before anybody is known: by a link, a ticket or the widget's public key.
        is_open = "/auth/" in name and not name.endswith(("/auth/me", "/auth/logout"))
        is_open |= name.endswith(("/visitor/sessions", "/visitor/look"))
        if name.partition(" ")[2].startswith("/api/") and not is_open:
            assert operation["security"], name
