"""What is drawn: who asks for what, and with whose things.

A step names no real thing: a place that takes an identifier holds a ``Ref``, one that takes
words a ``Text``. So Hypothesis can draw steps, shrink one that fails and print it; the world puts
in what there is at that moment.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.isolation.operations import Operation, Parameter, Schema
from tests.isolation.pool import kind_of

_SAMPLE = "abcdefghjkw12"
"""Looks like a word of a company."""
_FORMS = ("{}", "{}@mail.example", "https://{}.example/")
_SECRETS = frozenset({"password", "old", "new", "token", "ticket", "code"})
_CURSORS = frozenset({"before", "after"})
_NAMED = frozenset({"site_key", "slug", "agent", "right_agent", "order"})
_A_FEW = 3


class Aim(StrEnum):
    """Whose things a step is about."""

    OWN = "own"
    FOREIGN = "foreign"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Ref:
    """Here stands an identifier; ``is_foreign`` counts in a mixed step."""

    kind: str
    number: int
    is_foreign: bool


@dataclass(frozen=True, slots=True)
class Text:
    """Here stand words of whoever writes, in some form (``{}`` is the word)."""

    kind: str
    form: str = "{}"


@dataclass(frozen=True, slots=True)
class Secret:
    """Here stands what only its owner knows."""

    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does; ``person`` counts those whom the operation is for."""

    operation: Operation
    person: int
    aim: Aim
    is_out_of_place: bool
    path: dict[str, Any]
    query: dict[str, Any]
    body: Any


_AIMS = st.sampled_from([Aim.OWN, Aim.OWN, Aim.OWN, Aim.FOREIGN, Aim.FOREIGN, Aim.MIXED])


class Dealer:
    """Deals steps: operations like cards, so that each comes as often as any other.

    The same ``random`` deals the same steps.
    """

    def __init__(self, operations: Sequence[Operation], random: Random) -> None:
        """Shuffle."""
        self._random = random
        self._strategies = {str(one): _step(one) for one in operations}
        self._deck: list[str] = []

    def deal(self) -> Step:
        """Return the next step."""
        if not self._deck:
            self._deck = sorted(self._strategies)
            self._random.shuffle(self._deck)
        return _drawn(self._strategies[self._deck.pop()], self._random.getrandbits(64))


def _drawn(strategy: st.SearchStrategy[Step], number: int) -> Step:
    """Return what a seed gives: Hypothesis begins with the simplest there is, then draws."""
    found: list[Step] = []

    @seed(number)
    @settings(
        max_examples=2,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def keep(step: Step) -> None:
        found.append(step)

    keep()
    return found[-1]


def _step(operation: Operation) -> st.SearchStrategy[Step]:
    return st.builds(
        Step,
        st.just(operation),
        st.integers(0, 99),
        _AIMS,
        st.integers(0, 7).map(lambda number: number == 7),
        _parameters(operation.path, operation),
        _parameters(operation.query, operation),
        _body(operation),
    )


def _parameters(
    wanted: tuple[Parameter, ...], operation: Operation
) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {one.name: _value(one.schema, one.name, operation) for one in wanted if one.is_required},
        optional={
            one.name: _value(one.schema, one.name, operation)
            for one in wanted
            if not one.is_required
        },
    )


def _body(operation: Operation) -> st.SearchStrategy[Any]:
    if operation.takes_bytes:
        return st.builds(Text, st.just("bytes"))
    if operation.body is None:
        return st.none()
    drawn = _value(operation.body, "", operation)
    return st.one_of(drawn, *_fitting().get(str(operation), ()))


def _fitting() -> dict[str, list[st.SearchStrategy[Any]]]:
    """Return bodies whose fields depend on each other as no schema says: drawn, few are taken."""
    words = st.builds(Text, st.just("w"))
    both = st.fixed_dictionaries({"ru": words, "en": words})
    agent = {"name": both, "subject": both}
    said = {"client_message_id": st.uuids().map(str), "text": words}
    bodies: dict[str, list[dict[str, Any]]] = {
        "POST /api/v1/visitor/commands": [
            {"event": st.just("message.send"), "data": st.fixed_dictionaries(said)},
            {"event": st.sampled_from(["typing.start", "handoff.request", "generation.stop"])},
        ],
        "POST /api/v1/trials": [
            {"kind": st.just("answer"), "site_id": _refs("site"), "text": words},
            {"kind": st.sampled_from(["draft"]), "conversation_id": _refs("conversation")},
        ],
        "POST /api/v1/trials/{trial_id}/verdict": [{"decision": st.just("sent")}],
        "PUT /api/v1/conversations/{conversation_id}/messages/{message_id}/correction": [
            {"kind": st.just("answer"), "right_answer": words}
        ],
        "POST /api/v1/agents/{site_id}": [agent | {"slug": st.builds(Text, st.just("slug"))}],
        "PUT /api/v1/agents/{site_id}/{slug}": [agent | {"version": st.integers(0, 1)}],
        "POST /api/v1/auth/login": [
            {"email": st.just(Secret("email")), "password": st.just(Secret("password"))}
        ],
    }
    return {name: [st.fixed_dictionaries(one) for one in some] for name, some in bodies.items()}


def _value(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[Any]:
    """Return a strategy of what a schema allows, with placeholders for words and identifiers."""
    if "$ref" in schema:
        return _value(operation.schemas[schema["$ref"].rpartition("/")[2]], name, operation)
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    several = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if several:
        return st.one_of([_value(one, name, operation) for one in several])
    return _TYPES.get(schema.get("type", ""), _string)(schema, name, operation)


def _array(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[list[Any]]:
    least = schema.get("minItems", 0)
    return st.lists(
        _value(schema["items"], name, operation),
        min_size=least,
        max_size=min(schema.get("maxItems", 99), max(least, _A_FEW)),
    )


def _object(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[dict[str, Any]]:
    if "propertyNames" in schema:
        return st.dictionaries(
            _value(schema["propertyNames"], name, operation),
            _value(schema["additionalProperties"], name, operation),
            min_size=schema.get("minProperties", 0),
            max_size=2,
        )
    fields = {
        key: _value(inner, key, operation) for key, inner in schema.get("properties", {}).items()
    }
    required = schema.get("required", ())
    return st.fixed_dictionaries(
        {key: value for key, value in fields.items() if key in required},
        optional={key: value for key, value in fields.items() if key not in required},
    )


def _number(schema: Schema, *_: object) -> st.SearchStrategy[Any]:
    least, most = schema.get("minimum", 0), schema.get("maximum", 100)
    if schema["type"] == "number":
        return st.floats(least, most)
    return st.integers(int(least), int(min(most, least + _A_FEW)))


def _string(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[Any]:
    if (named := _named(schema, name, operation)) is not None:
        return named
    if schema.get("format") in ("date", "date-time"):
        days = st.sampled_from(["2026-11-01", "2027-01-01"])
        return days if schema["format"] == "date" else days.map("{}T00:00:00Z".format)
    examples = st.sampled_from(schema["examples"]) if schema.get("examples") else None
    words = _words(schema, name, operation)
    if words is not None:
        return words if examples is None else st.one_of(words, words, examples)
    if examples is not None:
        return examples
    return st.from_regex(re.compile(schema["pattern"], re.ASCII), fullmatch=True)


def _named(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[Any] | None:
    """Return what stands where a name asks for something that is there already."""
    if name in _SECRETS:
        return st.just(Secret(name))
    if name in _CURSORS:
        return _refs("cursor")
    if name == "subject":
        return _refs("anything")
    if name == "slug" and "{slug}" not in operation.name:  # of something that is to be made
        return st.just(Text("slug"))
    if schema.get("format") == "uuid" or name in _NAMED:
        return _refs(kind_of(name))
    return None


def _words(schema: Schema, name: str, operation: Operation) -> st.SearchStrategy[Text | Ref] | None:
    """Return words in the first form that the schema allows."""
    kind = re.sub(r"[^a-z]", "", name)[:6] or "w"
    if operation.takes_bytes and name == "name":
        return st.builds(Text, st.just(kind), st.sampled_from(["{}.txt", "{}.md"]))
    if operation.is_read and name in ("q", "text"):  # looking for what somebody wrote
        return _refs("word")
    if name == "origins" or (name == "url" and "pattern" not in schema):
        return st.just(Text(kind, "https://{}.example"))
    if name == "email":
        return st.one_of(st.just(Text(kind, "{}@mail.example")), _refs("email"))
    pattern = re.compile(schema.get("pattern", ""))
    for form in _FORMS:
        if pattern.search(form.format(_SAMPLE)):
            return st.just(Text(kind, form))
    return None


def _refs(kind: str) -> st.SearchStrategy[Ref]:
    return st.builds(Ref, st.just(kind), st.integers(0, 99), st.booleans())


_TYPES: dict[str, Callable[[Schema, str, Operation], st.SearchStrategy[Any]]] = {
    "object": _object,
    "array": _array,
    "integer": _number,
    "number": _number,
    "boolean": lambda *_: st.booleans(),
    "null": lambda *_: st.none(),
}
