"""All arms on the same requests: the figures that the issue of the language model asks for."""

import random
from dataclasses import replace

from gpu_worker.bench.arms.served import Room
from gpu_worker.bench.checking import EXACT, check, check_apart
from gpu_worker.bench.figures import ArmFigures, Equality, arm_figures
from gpu_worker.bench.options import Plan
from gpu_worker.bench.rounds import Record, run_rounds
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, draw

_CHECKED = 8


def measure(plan: Plan, stand: Stand) -> dict[str, ArmFigures]:
    """Measure every arm of the plan."""
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    room = Room(places=plan.requests, tokens=plan.prompt[1] + plan.new_tokens)
    is_exact = plan.dtype == EXACT and plan.quantization is None
    some = _asks(plan, stand, dice)[:_CHECKED]
    equality = {} if is_exact else check_apart(stand, plan.arms, room, some)
    with stand.arms(plan.arms, room, dtype=plan.dtype, quantization=plan.quantization) as arms:
        if is_exact:
            equality = check(stand, arms, some)
        warm = [
            replace(ask, new_tokens=min(4, plan.new_tokens)) for ask in _asks(plan, stand, dice)
        ]
        run_rounds(arms, 1, lambda: warm, dice, plan.device)
        records = run_rounds(arms, plan.rounds, lambda: _asks(plan, stand, dice), dice, plan.device)
    if is_exact:
        equality |= {name: _added(equality.get(name), record) for name, record in records.items()}
    tokens = plan.requests * plan.new_tokens
    return {
        name: arm_figures(name, records, tokens, equality, by_cpu=plan.device == "cpu")
        for name in records
    }


def _asks(plan: Plan, stand: Stand, dice: random.Random) -> tuple[Ask, ...]:
    return draw(
        dice,
        requests=plan.requests,
        adapters=stand.names,
        prompt=plan.prompt,
        new_tokens=plan.new_tokens,
        vocab=stand.vocab,
    )


def _added(checked: Equality | None, record: Record) -> Equality:
    before = checked or Equality(0, 0)
    return Equality(before.compared + record.compared, before.equal + record.equal)
