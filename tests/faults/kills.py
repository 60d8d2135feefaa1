"""kill -9 of each process in turn: ``python -m tests.faults.kills [--rabbitmq] [--json OUT]``.

Prints a row a process; ends with status 1 if anything was lost, doubled or out of order.
"""

import argparse
import asyncio
import json
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ops.embedded.installation import Installation
from ops.embedded.rabbitmq import RabbitMQ
from tests.faults.harness import Load, Run, Verdict
from tests.load.client import Target
from tests.load.product import running_product

CONSUMERS = ("gpu_worker", "results", "persistence")
PROCESSES = ("handlers", "gpu_worker", "results", "persistence", "tasks", "beat")
STORES = ("redis", "postgres", "chroma")


def disturbance(product: Installation, node: RabbitMQ | None, name: str) -> Callable[[], None]:
    """Return what kills ``name`` and, where no supervisor does, starts it again."""
    if name == "none":
        return lambda: None
    if name == "rabbitmq":
        if node is None:
            raise ValueError("there is no RabbitMQ in this run")

        def restart() -> None:
            node.kill()
            node.start()

        return restart
    return lambda: _kill(product, name)


def run_one(
    product: Installation, target: Target, node: RabbitMQ | None, name: str, load: Load
) -> Verdict:
    """Run one load with one kill and judge it."""
    run = Run(target, product.environment()["DATABASE_URL"], load)
    kill = disturbance(product, node, name)

    def hold() -> None:
        for consumer in CONSUMERS:
            product.kill(consumer, signal.SIGSTOP)

    def disturb() -> None:
        for consumer in CONSUMERS:
            product.kill(consumer, signal.SIGCONT)
        # Die in the middle of the backlog, each time at another place.
        time.sleep(random.uniform(0.0, 0.4))  # noqa: S311 (no secret)
        kill()

    verdict = asyncio.run(run.execute(hold, disturb))
    product.await_ready(product.program_names(), patience=30)
    return verdict


def _kill(product: Installation, name: str) -> None:
    product.kill(name)


def main() -> int:
    """Kill each process; print and optionally write what it did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rabbitmq", action="store_true")
    parser.add_argument("--only", action="append")
    parser.add_argument("--visitors", type=int, default=50)
    parser.add_argument("--messages", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    load = Load(options.visitors, options.messages, min(500, options.visitors * options.messages))
    rows: list[dict[str, Any]] = []
    with TemporaryDirectory(prefix="otvet-") as folder:
        Path(folder).chmod(0o711)
        node = RabbitMQ(Path(folder) / "rabbitmq") if options.rabbitmq else None
        try:
            settings = {}
            if node:
                node.start()
                settings["BROKER_URL"] = node.url
            names = options.only or [*PROCESSES, *STORES, *(["rabbitmq"] if node else [])]
            with running_product(settings) as (product, target):
                for name in names * options.rounds:
                    started = time.monotonic()
                    verdict = run_one(product, target, node, name, load)
                    row = {"killed": name, **verdict.as_row()}
                    rows.append(row | {"seconds": round(time.monotonic() - started, 1)})
                    sys.stdout.write(json.dumps(rows[-1]) + "\n")
                    for line in verdict.details[:5]:
                        sys.stdout.write(f"    {line}\n")
                    sys.stdout.flush()
        finally:
            if node:
                node.stop()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    broken = ("lost", "doubled", "out_of_order", "unanswered", "unseen")
    return 1 if any(row[key] for row in rows for key in broken) else 0


if __name__ == "__main__":
    sys.exit(main())
