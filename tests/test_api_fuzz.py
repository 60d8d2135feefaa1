"""The whole API, asked in every way that its description allows and in some that it does not.

A real handlers process, a real administrator: whatever comes, nothing is a bug (5xx), and every
answer is one that the description names, in the form that it gives. Ids of real things are mixed
in, for of invented ones there is little to say but 404.
"""

import secrets
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import orjson
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from psycopg import Connection
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from handlers.openapi import render
from handlers.tests.door import Door
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation, new_operator, new_site

pytestmark = pytest.mark.services

_EXAMPLES = 8
_SECONDS = 75.0
"""Of all operations together; what comes after it, on a machine that is busy, is asked twice."""
_MAIL = "fuzz@shop.example"
_WANTED = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
_FRAMES = {"connection", "content-length", "expect", "host", "transfer-encoding", "upgrade"}
"""Headers that the server below the API reads: a wrong one it refuses itself, in its own words."""
load_all_checks()
_CHECKS: list[Any] = [CHECKS.get_one(name) for name in _WANTED]
_SCHEMA: Any = schemathesis.openapi.from_dict(orjson.loads(render()))
_OPERATIONS = {
    f"{found.ok().method.upper()} {found.ok().path}": found.ok()
    for found in _SCHEMA.get_all_operations()
}


class Shop:
    """A site with something of everything, and its administrator's token."""

    def __init__(self, door: Door, connection: Connection[Any]) -> None:
        self.door = door
        self.until = time.monotonic() + _SECONDS
        self._mail = f"{secrets.token_hex(4)}-{_MAIL}"
        key = f"fuzz-{secrets.token_hex(6)}"
        self.site_id = new_site(connection, site_key=key, origins=("https://fuzz.example.com",))
        new_operator(connection, self.site_id, email=self._mail, role="admin", name="Админ")
        conversation_id = new_conversation(connection, self.site_id)
        message_id = uuid7()
        connection.execute(
            "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
            " VALUES (%s, %s, 1, 'visitor', 'привет', now())",
            (message_id, conversation_id),
        )
        connection.execute(
            "UPDATE conversations SET last_seq = 1 WHERE id = %s", (conversation_id,)
        )
        session = door.open_session(key, origin="https://fuzz.example.com")
        self.visitor_token = session["token"]
        self.known: dict[str, Any] = {
            "site_ids": [str(self.site_id)],
            "since": "2026-11-01",
            "until": "2026-11-26",
            "zone": "Europe/Moscow",
            "site_id": str(self.site_id),
            "site_key": key,
            "conversation_id": str(conversation_id),
            "message_id": str(message_id),
            "visitor_id": session["visitor_id"],
            "slug": "network",
            "agent": "network",
        }
        self._make("webhook_id", "/webhooks", "webhook", self._hook())
        self._make("key_id", "/keys", "info", self._key())

    def headers(self, path: str) -> dict[str, str]:
        """What a page of the console, or of the site, sends."""
        if path.startswith("/api/v1/visitor/"):
            return {
                "Origin": "https://fuzz.example.com",
                "Authorization": f"Bearer {self.visitor_token}",
            }
        return {
            "Origin": self.door.console,
            "Authorization": f"Bearer {self.door.token(self._mail)}",
        }

    def put_known(self, values: dict[str, Any]) -> None:
        """Put real things in the place of invented ones."""
        for key in set(values) & set(self.known):
            values[key] = self.known[key]

    def sign_in_again(self) -> None:
        """Forget a token that may have ended."""
        self.door.forget_token(self._mail)

    def _hook(self) -> dict[str, Any]:
        return {
            "site_id": self.known["site_id"],
            "url": "https://x.example.com",
            "events": ["message.created"],
        }

    def _key(self) -> dict[str, Any]:
        return {"name": "x", "site_ids": [self.known["site_id"]], "scopes": ["visitors.read"]}

    def _make(self, name: str, path: str, part: str, body: dict[str, Any]) -> None:
        reply = self.door.call("POST", f"/api/v1{path}", self._mail, json=body)
        self.known[name] = reply.json()[part]["id"]


@pytest.fixture(scope="module")
def fuzzed(
    services_folder: Path, redis_url: str, embedded_broker_url: str, database_url: str
) -> Iterator[Shop]:
    parts = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
    }
    with (
        closing(Door(services_folder / "fuzz.log", parts)) as door,
        Connection.connect(database_url, autocommit=True) as connection,
    ):
        yield Shop(door, connection)


def _cases(
    operation: Any,  # noqa: ANN401 (schemathesis writes its own type in four parts)
) -> st.SearchStrategy[Any]:
    """What the description allows; and, where it forbids something, that."""
    modes = [GenerationMode.POSITIVE]
    if operation.path_parameters or operation.query or operation.body:
        modes.append(GenerationMode.NEGATIVE)
    return st.one_of([operation.as_strategy(generation_mode=mode) for mode in modes])


# What deletes comes last: until then there is something to ask about.
_ORDER = sorted(_OPERATIONS, key=lambda name: (name.startswith("DELETE"), name))


@pytest.mark.parametrize("name", _ORDER)
def test_an_operation_answers_as_it_is_described(name: str, fuzzed: Shop) -> None:
    operation = _OPERATIONS[name]

    @settings(
        max_examples=_EXAMPLES if time.monotonic() < fuzzed.until else 2,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=_cases(operation), are_real=st.booleans())
    def ask(case: schemathesis.Case[Any], are_real: bool) -> None:  # noqa: FBT001
        if are_real:
            for values in (case.path_parameters, case.query, case.body):
                if isinstance(values, dict):
                    fuzzed.put_known(values)
        for header in [one for one in case.headers if one.lower() in _FRAMES]:
            del case.headers[header]
        case.call_and_validate(
            base_url=fuzzed.door.url,
            headers=fuzzed.headers(operation.path),
            checks=_CHECKS,
            timeout=20,
        )

    ask()
    if name.endswith("/auth/logout"):
        fuzzed.sign_in_again()
