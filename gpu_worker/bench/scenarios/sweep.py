"""The engine over batch sizes, against its own bare form and against the memory's speed."""

import random
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.arms.peft_arms import Naive
from gpu_worker.bench.arms.served import Room
from gpu_worker.bench.meter import copy_bandwidth, spend
from gpu_worker.bench.models import adapter_bytes, key_value_bytes, weight_bytes
from gpu_worker.bench.options import Plan
from gpu_worker.bench.report import Row
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, bare, draw

_SHORT = 8
_NAIVE_REQUESTS = 2


@dataclass(frozen=True, slots=True)
class _Times:
    """Seconds of a batch with few and with many new tokens: their difference is writing alone."""

    few: float
    many: float


def measure(plan: Plan, stand: Stand) -> list[Row]:
    """Measure each batch size; the naive way is timed once, it gains nothing by a batch."""
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    bandwidth = copy_bandwidth(plan.device)
    room = Room(places=max(plan.batches), tokens=plan.prompt[1] + _SHORT + plan.new_tokens)
    rows: list[Row] = []
    with _arms(plan, stand, room) as arms:
        naive = _naive(arms.get("naive"), plan, stand, dice)
        served = {name: arm for name, arm in arms.items() if name != "naive"}
        for batch in plan.batches:
            times: dict[str, list[_Times]] = {name: [] for name in served}
            for number in range(plan.rounds + 1):
                for name in dice.sample(sorted(served), len(served)):
                    timed = _time(served[name], name, batch, plan, stand, dice)
                    times[name] += [timed] if number else []
            rows.append(_row(batch, times, naive, bandwidth, plan, stand))
    return rows


@contextmanager
def _arms(plan: Plan, stand: Stand, room: Room) -> Iterator[dict[str, Arm]]:
    with ExitStack() as closing:
        arms: dict[str, Arm] = {}
        if "naive" in plan.arms:
            arms["naive"] = Naive(stand.peft(plan.dtype))
        for name in ("engine", "ceiling"):
            arm = stand.engine(
                room,
                dtype=plan.dtype,
                quantization=plan.quantization,
                adapters=name == "engine",
            )
            closing.callback(arm.close)
            arms[name] = arm
        yield arms


def _naive(arm: Arm | None, plan: Plan, stand: Stand, dice: random.Random) -> float | None:
    """Return the naive way's new tokens a second."""
    if arm is None:
        return None
    rates = []
    for _ in range(plan.rounds + 1):
        asks = _asks(plan, stand, dice, _NAIVE_REQUESTS, _SHORT + plan.new_tokens)
        _, spent = spend(partial(arm.run, asks), plan.device)
        rates.append(len(asks) * (_SHORT + plan.new_tokens) / spent.seconds)
    return median(rates[1:])


def _time(arm: Arm, name: str, batch: int, plan: Plan, stand: Stand, dice: random.Random) -> _Times:
    seconds = []
    for new_tokens in (_SHORT, _SHORT + plan.new_tokens):
        asks = _asks(plan, stand, dice, batch, new_tokens)
        asks = bare(asks) if name == "ceiling" else asks
        seconds.append(spend(partial(arm.run, asks), plan.device)[1].seconds)
    return _Times(*seconds)


def _asks(
    plan: Plan, stand: Stand, dice: random.Random, count: int, new_tokens: int
) -> tuple[Ask, ...]:
    return draw(
        dice,
        requests=count,
        adapters=stand.names,
        prompt=(plan.prompt[1], plan.prompt[1]),
        new_tokens=new_tokens,
        vocab=stand.vocab,
    )


def _row(
    batch: int,
    times: Mapping[str, list[_Times]],
    naive: float | None,
    bandwidth: float,
    plan: Plan,
    stand: Stand,
) -> Row:
    """Say how fast a step is, and how fast the memory would let it be.

    A step reads all weights, all adapters and the keys and values of every request once, with the
    context half way through; no faster than the device was seen to copy.
    """
    steps = {
        name: median((time.many - time.few) / plan.new_tokens for time in taken)
        for name, taken in times.items()
    }
    context = plan.prompt[1] + _SHORT + plan.new_tokens / 2
    read = weight_bytes(stand.base) + batch * context * key_value_bytes(stand.base)
    limits = {
        "engine": (read + adapter_bytes(stand.folders)) / bandwidth,
        "ceiling": read / bandwidth,
    }
    overall = median(batch * (_SHORT + plan.new_tokens) / time.many for time in times["engine"])
    return {
        "batch": batch,
        "step_ms": 1_000 * steps["engine"],
        "tokens_per_s": batch / steps["engine"],
        "tokens_per_s_with_prompts": overall,
        "of_ceiling": steps["ceiling"] / steps["engine"],
        "memory_limit_ms": 1_000 * limits["engine"],
        "of_memory_limit": limits["engine"] / steps["engine"],
        "ceiling_of_memory_limit": limits["ceiling"] / steps["ceiling"],
        "times_naive": overall / naive if naive else None,
    }
