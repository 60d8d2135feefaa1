"""kill -9 of each process under load loses, doubles and reorders nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from ops.embedded.installation import Installation
from ops.embedded.rabbitmq import RabbitMQ
from tests.faults.harness import Load
from tests.faults.kills import PROCESSES, STORES, run_one
from tests.load.client import Target
from tests.load.product import running_product

pytestmark = pytest.mark.faults

# The full 500 in flight are shown by ``python -m tests.faults.kills``; CI keeps the guard alive.
_LOAD = Load(visitors=25, messages=8, kill_when_in_flight=180)


@dataclass(frozen=True, slots=True)
class _Product:
    installation: Installation
    target: Target
    node: RabbitMQ | None


@pytest.fixture(scope="module")
def embedded() -> Iterator[_Product]:
    with running_product() as (installation, target):
        yield _Product(installation, target, None)


@pytest.fixture(scope="module")
def on_rabbitmq(rabbitmq: RabbitMQ) -> Iterator[_Product]:
    with running_product({"BROKER_URL": rabbitmq.url}) as (installation, target):
        yield _Product(installation, target, rabbitmq)


@pytest.mark.parametrize("name", [*PROCESSES, *STORES])
def test_on_the_embedded_broker_a_killed_process_costs_nothing(
    embedded: _Product, name: str
) -> None:
    verdict = run_one(embedded.installation, embedded.target, None, name, _LOAD)
    assert verdict.is_clean, verdict.details
    assert verdict.in_flight >= _LOAD.kill_when_in_flight


@pytest.mark.parametrize("name", [*PROCESSES, "redis", "postgres", "rabbitmq"])
def test_on_rabbitmq_a_killed_process_costs_nothing(on_rabbitmq: _Product, name: str) -> None:
    product = on_rabbitmq
    verdict = run_one(product.installation, product.target, product.node, name, _LOAD)
    assert verdict.is_clean, verdict.details
    assert verdict.in_flight >= _LOAD.kill_when_in_flight
