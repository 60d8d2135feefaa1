"""How long a visitor waits for the first sign of an answer, with the model taken out.

``python -m tests.load.latency [--rabbitmq] [--json OUT]``

Visitors send at a fixed rate for a while. For each message three moments are taken from the
moment before it is written to the socket: its ack, the first stage, the first delta. The baseline
within the same run is ``typing.start``, a command that is validated, acknowledged and passed
through Redis, but goes to no queue: what is above it is the price of the queues.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from ops.embedded.installation import Installation
from ops.embedded.rabbitmq import RabbitMQ
from tests.load.client import Target, Visitor
from tests.load.product import running_product

_RATES = (1, 50, 100)
_VISITORS = 100


@dataclass(slots=True)
class Moments:
    """Milliseconds from sending, of every message."""

    ack: list[float] = field(default_factory=list)
    stage: list[float] = field(default_factory=list)
    delta: list[float] = field(default_factory=list)
    completed: list[float] = field(default_factory=list)
    baseline: list[float] = field(default_factory=list)


class Watch:
    """Notes when the first frames of each visitor's answer come."""

    def __init__(self, moments: Moments) -> None:
        """Note into ``moments``."""
        self.moments = moments
        self.sent: dict[str, float] = {}
        self._seen: set[tuple[str, str]] = set()

    def on_event(self, visitor: Visitor, event: str, data: dict[str, Any]) -> None:
        """Take the time of the first frame of a kind."""
        if data.get("stage") == "queued":
            return  # the handler says this itself, before any worker has the message
        kinds = {
            "generation.stage": self.moments.stage,
            "message.delta": self.moments.delta,
            "message.completed": self.moments.completed,
        }
        key = (visitor.conversation_id, event)
        started = self.sent.get(visitor.conversation_id)
        if event in kinds and started is not None and key not in self._seen:
            self._seen.add(key)
            kinds[event].append((time.perf_counter() - started) * 1000)

    def begin(self, visitor: Visitor) -> None:
        """Start the clock of a visitor's next message."""
        self._seen = {key for key in self._seen if key[0] != visitor.conversation_id}
        self.sent[visitor.conversation_id] = time.perf_counter()


async def measure(target: Target, rate: int, seconds: float) -> Moments:
    """Send ``rate`` commands a second, then messages, each from the visitor who waited longest."""
    moments = Moments()
    watch = Watch(moments)
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as http:
        visitors = [Visitor(target, http, watch.on_event) for _ in range(_VISITORS)]
        for visitor in visitors:
            await visitor.open()
        await _at_rate(rate, seconds, lambda n: _baseline(visitors[n % _VISITORS], watch))
        await _at_rate(rate, seconds, lambda n: _message(visitors[n % _VISITORS], watch))
        await asyncio.sleep(1.0)
        await asyncio.gather(*(visitor.close() for visitor in visitors))
    return moments


async def _at_rate(
    rate: int, seconds: float, one: Callable[[int], Coroutine[None, None, None]]
) -> None:
    tasks = []
    began = time.perf_counter()
    for number in range(int(rate * seconds)):
        await asyncio.sleep(max(0.0, began + number / rate - time.perf_counter()))
        tasks.append(asyncio.create_task(one(number)))
    await asyncio.gather(*tasks)


async def _baseline(visitor: Visitor, watch: Watch) -> None:
    started = time.perf_counter()
    await visitor.command("typing.start", {})
    watch.moments.baseline.append((time.perf_counter() - started) * 1000)


async def _message(visitor: Visitor, watch: Watch) -> None:
    watch.begin(visitor)
    started = time.perf_counter()
    await visitor.send("как настроить vpn")
    watch.moments.ack.append((time.perf_counter() - started) * 1000)


def quantiles(values: list[float]) -> dict[str, float]:
    """Return p50 and p95 in milliseconds, and how many there were."""
    if len(values) < 2:
        return {"n": len(values)}
    cuts = statistics.quantiles(values, n=100)
    return {"n": len(values), "p50": round(cuts[49], 1), "p95": round(cuts[94], 1)}


@contextmanager
def echo_worker(product: Installation) -> Iterator[None]:
    """Run the echo in place of the GPU worker."""
    product.pause("gpu_worker")
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.load.echo_worker"], env=product.environment()
    )
    try:
        time.sleep(4)  # its imports; measured messages come after the warm-up
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=15)


def run(settings: dict[str, str], seconds: float) -> dict[str, Any]:
    """Measure all rates on one product."""
    figures: dict[str, Any] = {}
    with running_product(settings) as (product, target), echo_worker(product):
        asyncio.run(measure(target, 20, 3))  # warm-up
        for rate in _RATES:
            moments = asyncio.run(measure(target, rate, max(seconds, 30 / rate)))
            figures[str(rate)] = {
                name: quantiles(getattr(moments, name))
                for name in ("baseline", "ack", "stage", "delta", "completed")
            }
            sys.stdout.write(f"{rate}/s {json.dumps(figures[str(rate)])}\n")
    return figures


def main() -> None:
    """Measure and print; optionally write JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rabbitmq", action="store_true")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="otvet-") as folder:
        Path(folder).chmod(0o711)
        settings: dict[str, str] = {}
        node = RabbitMQ(Path(folder) / "rabbitmq") if options.rabbitmq else None
        try:
            if node:
                node.start()
                settings["BROKER_URL"] = node.url
            figures = run(settings, options.seconds)
        finally:
            if node:
                node.stop()
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
