"""The sample events are what AWS sends, and the functions carry them out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from handlers.serverless.frames import GatewayEvent
from handlers.tests.door import SECRET, SHOP
from handlers.tests.wire import client_id
from shared.tests.rows import new_site
from tests.serverless.emulator import Emulator
from tests.serverless.events import Asked, answered, http_v2, rest, websocket
from tests.serverless.function import ROOT, Function
from tests.serverless.relays import AWS

EVENTS = ROOT / "localstack" / "events"
# What comes back where nobody is known; the session's site is one that a test founds.
STATUS = {
    "http-health": 200,
    "http-session": 404,
    "http-command": 401,
    "http-poll": 401,
    "http-preflight": 200,
    "rest-session": 404,
    "rest-poll": 401,
    "websocket-connect": 200,
    "websocket-message": 200,
    "websocket-ping": 200,
    "websocket-disconnect": 200,
}


def sample(name: str) -> dict[str, Any]:
    """Read an event."""
    event: dict[str, Any] = json.loads((EVENTS / f"{name}.json").read_text(encoding="utf-8"))
    return event


def keys(value: object, path: str = "") -> set[str]:
    """Every key of an event with its place, but for names of headers."""
    if not isinstance(value, dict) or path.lower().endswith(("headers", "parameters")):
        return {path}
    return {path}.union(*(keys(inner, f"{path}.{key}") for key, inner in value.items()))


def test_every_sample_is_carried_out_below() -> None:
    assert {path.stem for path in EVENTS.glob("*.json")} == set(STATUS)


@pytest.mark.parametrize("name", STATUS)
def test_the_emulator_makes_events_of_the_very_shape_of_the_samples(name: str) -> None:
    asked = Asked("POST", "/x", "a=b", [("Host", "x")], b"x")
    event = sample(name)
    if name.startswith("websocket"):
        kind = GatewayEvent.model_validate(event).requestContext.eventType
        made = websocket(kind, "x", headers={}, body="")
    else:
        made = http_v2(asked) if name.startswith("http") else rest(asked)
    only_of_samples = {".multiValueHeaders"} | {
        f".requestContext.{key}" for key in ("disconnectStatusCode", "disconnectReason")
    }
    assert keys(event) - keys(made) <= only_of_samples


@pytest.fixture(scope="module")
def functions(
    services_folder: Path, database_url: str, redis_url: str, embedded_broker_url: str
) -> Iterator[dict[str, Function]]:
    """Both functions, with a gateway whose connections they may write to."""
    with Connection.connect(database_url, autocommit=True) as connection:
        new_site(connection, site_key=f"samples-{client_id()}", origins=(SHOP,))
    with Emulator() as gateway:
        settings = AWS | {
            "ENVIRONMENT": "development",
            "SECRET_KEY": SECRET,
            "SESSIONS_PER_MINUTE": "100000",
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "BROKER_URL": embedded_broker_url,
            "VISITOR_TRANSPORT": "websocket",
            "WEBSOCKET_URL": gateway.websocket_url,
            "WEBSOCKET_ENDPOINT": gateway.websocket_endpoint,
        }
        log = services_folder / "samples.log"
        with (
            Function("handlers.lambda_entry.http", settings, log) as http,
            Function("handlers.lambda_entry.websocket", settings, log) as frames,
        ):
            yield {"http": http, "rest": http, "websocket": frames}


@pytest.mark.services
@pytest.mark.parametrize("name", STATUS)
def test_a_sample_is_answered_as_a_gateway_expects(
    functions: dict[str, Function], name: str
) -> None:
    answer = functions[name.partition("-")[0]].invoke(sample(name))
    status, headers, body = answered(answer)
    assert status == STATUS[name], body
    if status >= 400:
        assert json.loads(body)["code"] in ("site_unknown", "token_invalid")
        assert ("access-control-allow-origin", SHOP) in headers
