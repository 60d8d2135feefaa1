"""A long prompt arrives while others write: how long does the slowest of them wait for a token?"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from gpu_worker.bench.arms.served import Room, Served
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.listening import Heard, Moment
from gpu_worker.bench.options import Plan
from gpu_worker.bench.report import Row
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, draw, tokens

_QUIET_TOKENS = 12
_AFTER_TOKENS = 4
_ENOUGH = 400
_WAIT_SECONDS = 600.0


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Milliseconds between a writer's tokens; ``first`` is the long prompt's first token.

    ``pieces`` are the steps that took a part of it in.
    """

    quiet: float
    quiet_cpu: float
    worst: float
    worst_cpu: float
    first: float
    pieces: int


def measure(plan: Plan, stand: Stand) -> list[Row]:
    """Try each prompt budget a step (the engine's own if none is named)."""
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    rows: list[Row] = []
    for budget in plan.beside_tokens or (None,):
        room = Room(
            places=plan.requests + 1,
            tokens=max(plan.prompt[1] + _ENOUGH, plan.arriving + _AFTER_TOKENS),
            beside_tokens=budget,
        )
        engine = stand.engine(room, dtype=plan.dtype, quantization=plan.quantization)
        try:
            rounds = [_round(engine, plan, stand, dice) for _ in range(plan.rounds + 1)][1:]
        finally:
            engine.close()
        rows.append(_row(engine.beside_tokens, plan, rounds))
    return rows


def _round(engine: Served, plan: Plan, stand: Stand, dice: random.Random) -> _Gaps:
    engine.log.steps.clear()
    asks = draw(
        dice,
        requests=plan.requests,
        adapters=stand.names,
        prompt=plan.prompt,
        new_tokens=_ENOUGH,
        vocab=stand.vocab,
    )
    writers = [Heard(engine.submit(ask)).begin() for ask in asks]
    _all_have(writers, 1)
    begun = Moment.now()
    _all_have(writers, max(len(writer.tokens) for writer in writers) + _QUIET_TOKENS)
    arrived = Moment.now()
    ask = Ask(tokens(dice, plan.arriving, stand.vocab), stand.names[0], _AFTER_TOKENS)
    long = Heard(engine.submit(ask)).begin()
    if not long.until(1, _WAIT_SECONDS):
        long.finish()
        raise BenchError("the long prompt brought no token")
    shown = long.moments[0]
    _all_have(writers, max(len(writer.tokens) for writer in writers) + 1)
    for writer in writers:
        engine.cancel(writer.stream.id)
    for heard in (*writers, long):
        heard.finish()
    pieces = [step.ended.wall > arrived.wall and step.taken_in > 0 for step in engine.log.steps]
    return _gaps(writers, begun, arrived, shown, pieces=sum(pieces))


def _all_have(writers: Sequence[Heard], count: int) -> None:
    if count > _ENOUGH or not all(writer.until(count, _WAIT_SECONDS) for writer in writers):
        raise BenchError("writers ended before the long prompt was through; it is too long")


def _gaps(
    writers: Sequence[Heard], begun: Moment, arrived: Moment, shown: Moment, *, pieces: int
) -> _Gaps:
    """Take quiet gaps from before the arrival, the worst from all that ended after it.

    The step in which the first token of the long prompt comes belongs to the worst.
    """
    gaps = [gap for writer in writers for gap in writer.gaps()]
    quiet = [
        gap for gap in gaps if begun.wall < gap[0].wall - gap[1] and gap[0].wall < arrived.wall
    ]
    busy = [
        gap for gap in gaps if arrived.wall <= gap[0].wall and gap[0].wall - gap[1] <= shown.wall
    ]
    return _Gaps(
        quiet=1_000 * median(wall for _, wall, _ in quiet),
        quiet_cpu=1_000 * median(cpu for _, _, cpu in quiet),
        worst=1_000 * max(wall for _, wall, _ in busy),
        worst_cpu=1_000 * max(cpu for _, _, cpu in busy),
        first=1_000 * (shown.wall - arrived.wall),
        pieces=pieces,
    )


def _row(budget: int, plan: Plan, rounds: Sequence[_Gaps]) -> Row:
    return {
        "beside_tokens": budget,
        "writers": plan.requests,
        "arriving_tokens": plan.arriving,
        "quiet_step_ms": median(gaps.quiet for gaps in rounds),
        "worst_gap_ms": median(gaps.worst for gaps in rounds),
        "worst_by_quiet": median(gaps.worst / gaps.quiet for gaps in rounds),
        "worst_by_quiet_cpu": median(gaps.worst_cpu / gaps.quiet_cpu for gaps in rounds),
        "worst_by_quiet_cpu_of_all_rounds": max(gaps.worst_cpu / gaps.quiet_cpu for gaps in rounds),
        "pieces": median(gaps.pieces for gaps in rounds),
        "long_first_token_ms": median(gaps.first for gaps in rounds),
    }
