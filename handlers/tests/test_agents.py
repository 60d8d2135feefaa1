"""Administrators move how far an agent may err; the next message is answered by it."""

import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any, cast
from uuid import uuid4

import httpx
import pytest
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.contracts.policy import ConfidenceCurve, CurvePoint
from shared.contracts.queues import DbMessage
from shared.kernel.clock import utc_now
from shared.queues.envelope import unwrap
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.curves import keep_curve
from shared.storage.keys import CURVE_KEY

pytestmark = pytest.mark.services

AGENTS = "/api/v1/agents"
CURVE = ConfidenceCurve(
    calibration="test",
    made=utc_now().date(),
    questions=100,
    wrong_share=0.03,
    points=(CurvePoint(wrong=0.03, right=0.3, answered=0.33, threshold=0.7),),
)


@pytest.fixture(autouse=True)
def no_policies(door: Door, shop: Place) -> Iterator[None]:
    """Each test leaves the shop's agents as it found them."""
    yield
    assert change(door, shop, None).status_code == 200


def change(
    door: Door,
    shop: Place,
    wrong_share: object,
    slug: str = "network",
    **more: Any,  # noqa: ANN401
) -> httpx.Response:
    """Change a policy, as the shop's administrator unless said otherwise."""
    sent = {"token": door.token(shop.admin), "json": {"wrong_share": wrong_share}} | more
    return door.request("PATCH", f"{AGENTS}/{shop.id}/{slug}", origin=door.console, **sent)


def listed(door: Door, email: str, language: str = "ru") -> Any:  # noqa: ANN401
    reply = door.request(
        "GET",
        AGENTS,
        origin=door.console,
        token=door.token(email),
        headers={"Accept-Language": language},
    )
    assert reply.status_code == 200, reply.text
    return reply.json()


def test_the_agents_of_the_operator_s_sites_are_listed_with_their_policies(
    door: Door, shop: Place
) -> None:
    assert change(door, shop, 0.05).json() == {
        "site_id": str(shop.id),
        "site_key": shop.key,
        "site_name": "shop",
        "slug": "network",
        "name": "network",
        "wrong_share": 0.05,
        "enabled": True,
    }
    found = listed(door, shop.operator)["items"]
    assert [(one["slug"], one["wrong_share"]) for one in found] == [
        ("network", 0.05),
        ("access", None),
    ]
    assert change(door, shop, None).json()["wrong_share"] is None


def test_the_curve_is_that_which_the_workers_told(door: Door, shop: Place, redis: Redis) -> None:
    redis.delete(CURVE_KEY)
    assert listed(door, shop.operator)["curve"] is None
    keep_curve(redis, CURVE)
    assert listed(door, shop.operator)["curve"] == CURVE.model_dump(mode="json")
    redis.set(CURVE_KEY, '{"newer": true}')
    assert listed(door, shop.operator)["curve"] is None
    assert "curve.unreadable" in door.logged()
    redis.delete(CURVE_KEY)


@pytest.mark.parametrize("wrong", [0, 0.004, 0.11, 1, -0.03, "x", [], True, 10**400])
def test_what_is_no_share_within_the_curve_is_refused(
    door: Door, shop: Place, wrong: object
) -> None:
    refused(change(door, shop, wrong), 400, "invalid_payload")


@pytest.mark.parametrize("body", [b"", b"{", b'{"wrong_share": NaN}', b"{}", b'{"enabled": true}'])
def test_a_body_that_says_nothing_or_too_much_is_refused(
    door: Door, shop: Place, body: bytes
) -> None:
    headers = {"Content-Type": "application/json"}
    reply = change(door, shop, None, json=None, content=body, headers=headers)
    refused(reply, 400, "invalid_payload")


def test_only_an_administrator_changes_a_policy(door: Door, shop: Place) -> None:
    refused(change(door, shop, 0.05, token=door.token(shop.operator)), 403, "forbidden")
    refused(change(door, shop, 0.05, token=None), 401, "token_missing")


def test_an_agent_of_another_site_is_as_unknown_as_one_that_is_none(
    door: Door, shop: Place, bank: Place
) -> None:
    token = door.token(bank.admin)
    foreign = change(door, shop, 0.05, token=token)
    refused(foreign, 404, "not_found")
    nobody = door.request(
        "PATCH",
        f"{AGENTS}/{uuid4()}/network",
        origin=door.console,
        token=token,
        json={"wrong_share": 0.05},
    )
    assert foreign.json()["message"] == nobody.json()["message"]
    refused(change(door, shop, 0.05, slug="nobody"), 404, "not_found")
    refused(change(door, shop, 0.05, slug="N"), 400, "invalid_payload")
    assert {one["site_id"] for one in listed(door, bank.operator)["items"]} == {str(bank.id)}
    assert listed(door, shop.operator)["items"][0]["wrong_share"] is None


async def test_the_next_message_is_answered_by_it_whichever_process_takes_it(
    door: Door, second_door: Door, shop: Place, embedded_broker_url: str
) -> None:
    session = door.open_session(shop.key)
    async with await Socket.visitor(second_door, session["token"]) as visitor:
        for share in (0.05, 0.01, None):
            assert change(door, shop, share).status_code == 200
            # The other process has heard of it within moments; unheard, it would take 15 seconds.
            until = time.monotonic() + 5
            while (await _asked(embedded_broker_url, visitor))["network"] != share:
                assert time.monotonic() < until
    assert "agent.policy_changed" in door.logged()


async def _asked(broker_url: str, visitor: Socket) -> dict[str, float | None]:
    """Send a message; returns what the workers are told of the agents with it."""
    sent = {"client_message_id": client_id(), "text": "Не работает VPN"}
    message_id = (await visitor.ask("/visitor", "message.send", sent))["message_id"]
    with closing(Redis.from_url(broker_url)) as broker:
        entries = cast(
            "list[tuple[bytes, dict[bytes, bytes]]]",
            broker.xrevrange(stream_key(Queue.AI_REQUESTS), count=10),
        )
    for _, fields in entries:
        accepted = DbMessage.validate_python(unwrap(fields[b"body"]))
        if accepted.kind == "message" and str(accepted.record.message.id) == message_id:
            assert accepted.request
            return {agent.slug: agent.wrong_share for agent in accepted.request.agents}
    raise AssertionError("the message asked for no answer")
