"""The engine over batch sizes, against its own bare form and against the memory's speed."""

import random
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import partial
from statistics import median

from gpu_worker.bench.arms.peft_arms import Naive
from gpu_worker.bench.arms.served import Room, Served
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.meter import copy_bandwidth, spend
from gpu_worker.bench.models import adapter_bytes, key_value_bytes, weight_bytes
from gpu_worker.bench.options import Plan
from gpu_worker.bench.report import Row
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, bare, draw

_NAIVE_REQUESTS = 2


@dataclass(slots=True)
class _Times:
    """Seconds, round by round: of a whole batch, and of a step that only writes."""

    whole: list[float] = field(default_factory=list)
    step: list[float] = field(default_factory=list)


def measure(plan: Plan, stand: Stand) -> list[Row]:
    """Measure each batch size; the naive way is timed once, it gains nothing by a batch."""
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    bandwidth = copy_bandwidth(plan.device)
    room = Room(places=max(plan.batches), tokens=plan.prompt[1] + plan.new_tokens)
    rows: list[Row] = []
    with _arms(plan, stand, room) as served:
        naive = _naive(plan, stand, dice) if "naive" in plan.arms else None
        for batch in plan.batches:
            times = {name: _Times() for name in served}
            for number in range(plan.rounds + 1):
                for name in dice.sample(sorted(served), len(served)):
                    kept = times[name] if number else _Times()
                    _time(served[name], name, batch, kept, plan, stand, dice)
            rows.append(_row(batch, times, naive, bandwidth, plan, stand))
    return rows


@contextmanager
def _arms(plan: Plan, stand: Stand, room: Room) -> Iterator[dict[str, Served]]:
    with ExitStack() as closing:
        arms: dict[str, Served] = {}
        for name in ("engine", "ceiling"):
            arms[name] = stand.engine(
                room,
                dtype=plan.dtype,
                quantization=plan.quantization,
                adapters=name == "engine",
            )
            closing.callback(arms[name].close)
        yield arms


def _naive(plan: Plan, stand: Stand, dice: random.Random) -> float:
    """Return the naive way's new tokens a second."""
    arm = Naive(stand.peft(plan.dtype))
    rates = []
    for _ in range(plan.rounds + 1):
        asks = _asks(plan, stand, dice, _NAIVE_REQUESTS)
        spent = spend(partial(arm.run, asks), plan.device)[1]
        rates.append(len(asks) * plan.new_tokens / spent.seconds)
    return median(rates[1:])


def _time(
    arm: Served,
    name: str,
    batch: int,
    kept: _Times,
    plan: Plan,
    stand: Stand,
    dice: random.Random,
) -> None:
    asks = _asks(plan, stand, dice, batch)
    arm.log.steps.clear()
    spent = spend(partial(arm.run, bare(asks) if name == "ceiling" else asks), plan.device)[1]
    if not (steps := arm.log.writing_seconds(batch)):
        raise BenchError(f"{plan.new_tokens} new tokens are too few to see {batch} written at once")
    kept.whole.append(spent.seconds)
    kept.step.append(median(steps))


def _asks(plan: Plan, stand: Stand, dice: random.Random, count: int) -> tuple[Ask, ...]:
    return draw(
        dice,
        requests=count,
        adapters=stand.names,
        prompt=(plan.prompt[1], plan.prompt[1]),
        new_tokens=plan.new_tokens,
        vocab=stand.vocab,
    )


def _row(
    batch: int,
    times: Mapping[str, _Times],
    naive: float | None,
    bandwidth: float,
    plan: Plan,
    stand: Stand,
) -> Row:
    """Say how fast a step is, and how fast the memory would let it be.

    A step reads all weights, all adapters and the keys and values of every request once, with the
    context half way through; no faster than the device was seen to copy.
    """
    steps = {name: median(taken.step) for name, taken in times.items()}
    context = plan.prompt[1] + plan.new_tokens / 2
    read = weight_bytes(stand.base) + batch * context * key_value_bytes(stand.base)
    limits = {
        "engine": (read + adapter_bytes(stand.folders)) / bandwidth,
        "ceiling": read / bandwidth,
    }
    overall = batch * plan.new_tokens / median(times["engine"].whole)
    return {
        "batch": batch,
        "step_ms": 1_000 * steps["engine"],
        "tokens_per_s": batch / steps["engine"],
        "tokens_per_s_with_prompts": overall,
        "of_ceiling": median(
            one / other
            for one, other in zip(times["ceiling"].step, times["engine"].step, strict=True)
        ),
        "of_ceiling_with_prompts": median(
            one / other
            for one, other in zip(times["ceiling"].whole, times["engine"].whole, strict=True)
        ),
        "memory_limit_ms": 1_000 * limits["engine"],
        "of_memory_limit": limits["engine"] / steps["engine"],
        "ceiling_of_memory_limit": limits["ceiling"] / steps["ceiling"],
        "times_naive": overall / naive if naive else None,
    }
