"""The HTTP API as a function behind our gateway, Kong, which signs what it lets through."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.door import SECRET, SHOP
from handlers.tests.wire import client_id
from shared.auth.gateway import GatewaySignatures, Purpose
from shared.storage.keys import rate_key
from shared.tests.rows import new_site
from tests.serverless.events import Asked, Event, http_v1, http_v2, rest
from tests.serverless.function import Function

pytestmark = pytest.mark.services

NEW, OLD = "new-gateway-Vb7nR4cK1mT9xW2-Lq5sD8fG3", "old-gateway-mT9xW2vB7nR4cK1-Zx6cV9bN2"
_SETTINGS = {
    "SECRET_KEY": SECRET,
    "PUBLIC_URL": "https://help.example.com",
    "VISITOR_TRANSPORT": "poll",
    "SESSIONS_PER_MINUTE": "100000",
}


@pytest.fixture(scope="module")
def guarded(
    services_folder: Path, database_url: str, redis_url: str, rabbitmq_url: str
) -> Iterator[Function]:
    """The function, which is told of its gateway."""
    stores = {"DATABASE_URL": database_url, "REDIS_URL": redis_url, "BROKER_URL": rabbitmq_url}
    told = {"GATEWAY_SECRET": NEW, "GATEWAY_SECRET_PREVIOUS": OLD, "TRUST_FORWARDED": "true"}
    log = services_folder / "guarded-function.log"
    with Function("handlers.lambda_entry.http", _SETTINGS | stores | told, log) as made:
        yield made


@pytest.fixture
def site(connection: Connection[Any]) -> tuple[str, Any]:
    """A shop of the test's own: its key and id."""
    key = f"kong-{client_id()}"
    return key, new_site(connection, site_key=key, origins=(SHOP,))


@pytest.mark.parametrize("shape", [http_v2, http_v1, rest])
def test_behind_a_gateway_of_ours_a_function_answers_what_that_has_signed_and_nothing_else(
    guarded: Function, shape: Callable[[Asked], Event], site: tuple[str, Any]
) -> None:
    path, body = "/api/v1/visitor/sessions", json.dumps({"site_key": site[0]}).encode()

    def status(signed: Mapping[str, str]) -> int:
        headers = [("Origin", SHOP), ("Content-Type", "application/json"), *signed.items()]
        answer = guarded.invoke(shape(Asked("POST", path, "", headers, body)))
        return int(answer["statusCode"])

    for secret, expected in ((NEW, 200), (OLD, 200), (SECRET, 403)):
        signed = GatewaySignatures(secret).headers(Purpose.REQUEST, "POST", path, origin=SHOP)
        assert status(signed) == expected
    assert status({}) == 403
    # Kong signs the path that it sends: a REST API's stage in it is not in the event.
    staged = GatewaySignatures(NEW).headers(Purpose.REQUEST, "POST", f"/live{path}", origin=SHOP)
    assert status(staged) == 403


@pytest.mark.parametrize("beyond", ["", ", 64.252.70.1"], ids=["", "AWS's own hop at the end"])
@pytest.mark.parametrize("shape", [http_v2, http_v1, rest])
def test_behind_a_gateway_of_ours_a_visitor_is_counted_by_his_own_address(
    guarded: Function,
    shape: Callable[[Asked], Event],
    site: tuple[str, Any],
    redis: Redis,
    beyond: str,
) -> None:
    """Of an edge-optimised REST API, AWS's own proxies stand at the end."""
    path, body = "/api/v1/visitor/sessions", json.dumps({"site_key": site[0]}).encode()
    own, kong = f"2001:db8::{client_id()[:4]}", f"2001:db8:1::{client_id()[:4]}"
    signed = GatewaySignatures(NEW).headers(Purpose.REQUEST, "POST", path, origin=SHOP)
    headers = [("Origin", SHOP), ("Content-Type", "application/json"), *signed.items()]
    event = shape(Asked("POST", path, "", [*headers, ("X-Forwarded-For", own)], body, kong))
    for values in (event["headers"], event.get("multiValueHeaders") or {}):
        for name in [name for name in values if name.lower() == "x-forwarded-for"]:
            said = values[name]
            values[name] = [said[0] + beyond] if isinstance(said, list) else said + beyond
    assert guarded.invoke(event)["statusCode"] == 200
    assert redis.keys(f"{rate_key('session', own)}:*")
    assert not redis.keys(f"{rate_key('session', kong)}:*")
