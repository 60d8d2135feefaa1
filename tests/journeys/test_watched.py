"""The whole product is watched: every panel has something to show, every line finds its message."""

import asyncio
import json
import math
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from ops.embedded.layout import ROOT
from ops.embedded.ports import free_port
from ops.embedded.rabbitmq import RabbitMQ
from tests.journeys.product import Product
from tests.journeys.waiting import wait_until
from tests.load.client import Target
from tests.plain_http import no_authorities
from tests.watching.panels import PanelQuery, filled, panel_queries
from tests.watching.prometheus import Prometheus, exporters, need_servers, process
from tests.watching.traffic import ask, busy
from workers.tests.receiver import receiving

pytestmark = pytest.mark.journey

on_rabbitmq = pytest.mark.parametrize("product", ["rabbitmq"], indirect=True)
_FIXTURES = ROOT / "tests" / "watching" / "fixtures"
_PATIENCE = 60.0
_WAY = {
    "handlers": "message.accepted",
    "gpu_worker": "turn.answered",
    "results": "answer.delivered",
    "persistence": "message.stored",
}


@pytest.fixture
def administrator(product: Product) -> Iterator[httpx.Client]:
    """The API as the demo's administrator."""
    with httpx.Client(
        base_url=f"{product.base_url}/api/v1",
        headers={"Origin": product.base_url},
        timeout=10,
        verify=no_authorities(),
    ) as api:
        login = {"email": product.admin.email, "password": product.admin.password}
        token = api.post("/auth/login", json=login).raise_for_status().json()["access_token"]
        api.headers["Authorization"] = f"Bearer {token}"
        yield api


def target(product: Product) -> Target:
    return Target(product.base_url, product.site_key, product.origin)


@on_rabbitmq
def test_every_panel_of_every_dashboard_shows_something(
    product: Product, rabbitmq: RabbitMQ, administrator: httpx.Client, tmp_path: Path
) -> None:
    """Given the product at work and its stores' exporters, each query has a number as its answer.

    What needs a model or a GPU comes from a stand-in, DCGM's metrics and Kong's from their
    documentation.
    """
    need_servers()
    model, absent = free_port(), free_port()
    with ExitStack() as stack:
        stand_in = (sys.executable, "-m", "tests.watching.stand_in", str(model))
        stack.enter_context(process(stand_in, tmp_path / "stand_in.log", model, "/metrics"))
        files = (sys.executable, "-m", "http.server", "-b", "127.0.0.1", "-d", str(_FIXTURES))
        stack.enter_context(
            process((*files, str(absent)), tmp_path / "files.log", absent, "/metrics")
        )
        ports = {job: [port] for job, port in product.metrics_ports().items()}
        ports["gpu_worker"].append(model)
        ports |= {"rabbitmq": [rabbitmq.metrics_port], "dcgm": [absent], "kong": [absent]}
        ports |= stack.enter_context(exporters(tmp_path, product.environment()))
        receiver = stack.enter_context(receiving())
        webhook_id = _tell(administrator, receiver.url)
        stack.callback(administrator.delete, f"/webhooks/{webhook_id}")
        token = str(administrator.headers["Authorization"]).removeprefix("Bearer ")
        stack.enter_context(busy(target(product), token))
        prometheus = Prometheus(tmp_path, ports)
        stack.enter_context(prometheus.running())
        silent = panel_queries("prometheus")
        assert len(silent) > 80

        def all_speak() -> bool:
            silent[:] = [one for one in silent if not _has_number(prometheus, one)]
            return not silent

        try:
            wait_until("every panel shows something", all_speak, _PATIENCE)
        except AssertionError:
            pytest.fail("nothing to show:\n" + "\n".join(map(str, silent)))
        assert prometheus.down() == []


@on_rabbitmq
def test_the_lines_of_one_message_share_its_ids_from_the_handler_to_the_row(
    product: Product, administrator: httpx.Client
) -> None:
    # In a thread of its own: where browsers were driven before, this one has a loop already.
    with ThreadPoolExecutor(max_workers=1) as pool:
        asked = pool.submit(asyncio.run, ask(target(product), "VPN не подключается"))
        conversation_id, message_id = asked.result()
    (accepted,) = _lines(product, "handlers", message_id)
    request_id = accepted["request_id"]

    def way() -> dict[str, dict[str, Any]] | None:
        found = {
            program: line
            for program, event in _WAY.items()
            for line in _lines(product, program, request_id)
            if line["event"] == event
        }
        return found if len(found) == len(_WAY) else None

    lines = wait_until("each process has logged its part", way, 20)
    assert {line["conversation_id"] for line in lines.values()} == {conversation_id}
    assert {name: line["process"] for name, line in lines.items()} == {name: name for name in _WAY}
    assert _request_behind_the_answer(administrator, conversation_id) == request_id
    _is_found_in_loki(lines, request_id, conversation_id)


def _request_behind_the_answer(administrator: httpx.Client, conversation_id: str) -> str:
    """What the console shows beside the answer, and puts into the address of ``LOGS_URL``."""
    path = f"/conversations/{conversation_id}/messages"
    said = administrator.get(path).raise_for_status().json()["items"]
    (answer,) = [one for one in said if one["sender"] != "visitor"]
    why = administrator.get(f"{path}/{answer['id']}/provenance").raise_for_status().json()
    return str(why["request_id"])


def _is_found_in_loki(
    lines: dict[str, dict[str, Any]], request_id: str, conversation_id: str
) -> None:
    """What Alloy takes out of a line, and what Grafana makes a link, is in these lines."""
    alloy = (ROOT / "ops" / "loki" / "config.alloy").read_text(encoding="utf-8")
    expressions = re.search(r"expressions = \{(.*?)\}", alloy, re.DOTALL)
    assert expressions is not None
    names = set(re.findall(r'= "(\w+)"', expressions[1]))
    for line in lines.values():
        assert names - {"message_id"} <= line.keys()
    assert "message_id" in lines["persistence"]
    provisioned = ROOT / "ops" / "grafana" / "provisioning" / "datasources" / "otvet.yml"
    sources = yaml.safe_load(provisioned.read_text(encoding="utf-8"))["datasources"]
    (loki,) = [source for source in sources if source["type"] == "loki"]
    text = json.dumps(lines["persistence"], separators=(",", ":"))
    linked = []
    for one in loki["jsonData"]["derivedFields"]:
        found = re.search(one["matcherRegex"], text)
        assert found is not None
        linked.append(found[1])
    assert linked == [request_id, conversation_id]


def _lines(product: Product, program: str, word: str) -> list[dict[str, Any]]:
    text = (product.logs / f"{program}.log").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if word in line and line[:1] == "{"]


def _has_number(prometheus: Prometheus, query: PanelQuery) -> bool:
    series = prometheus.query(filled(query.expression))
    return any(math.isfinite(float(one["value"][1])) for one in series)


def _tell(administrator: httpx.Client, url: str) -> str:
    """Have every new message told to ``url``; returns the webhook's id."""
    site_id = administrator.get("/sites").raise_for_status().json()["items"][0]["id"]
    webhook = {"site_id": site_id, "url": url, "events": ["message.created"]}
    made = administrator.post("/webhooks", json=webhook).raise_for_status().json()
    return str(made["webhook"]["id"])
