"""A request is cancelled in a full engine: after how many steps has the next one its place?"""

import random
from statistics import median

from gpu_worker.bench.arms.served import Room, Served
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.listening import Heard, Moment
from gpu_worker.bench.options import Plan
from gpu_worker.bench.report import Row
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, draw, tokens

_ENOUGH = 200
_SETTLED_TOKENS = 5
_SHORT_PROMPT = 4


def measure(plan: Plan, stand: Stand) -> list[Row]:
    """Cancel one of as many writers as there are places, with one more request waiting.

    Counted on the engine's own thread: the steps that ended between ``cancel``'s return and the
    admission of the waiting request. At most 1, the step that was running when the cancelling
    came, means that no further step carried the cancelled request.
    """
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    room = Room(places=max(2, plan.requests), tokens=plan.prompt[1] + _ENOUGH)
    engine = stand.engine(room, dtype=plan.dtype, quantization=plan.quantization)
    try:
        rounds = [_round(engine, room.places, plan, stand, dice) for _ in range(plan.rounds)]
    finally:
        engine.close()
    return [
        {
            "writers": room.places,
            "rounds": plan.rounds,
            "steps_until_free": median(steps for steps, _ in rounds),
            "steps_until_free_at_worst": max(steps for steps, _ in rounds),
            "first_token_of_the_next_ms": median(milliseconds for _, milliseconds in rounds),
        }
    ]


def _round(
    engine: Served, places: int, plan: Plan, stand: Stand, dice: random.Random
) -> tuple[float, float]:
    """Return the steps and the milliseconds from the cancelling to the next one's first token."""
    asks = draw(
        dice,
        requests=places,
        adapters=stand.names,
        prompt=plan.prompt,
        new_tokens=_ENOUGH,
        vocab=stand.vocab,
    )
    writers = [Heard(engine.submit(ask)).begin() for ask in asks]
    if not all(writer.until(_SETTLED_TOKENS) for writer in writers):
        raise BenchError("writers ended before anything was cancelled")
    next_one = Ask(tokens(dice, _SHORT_PROMPT, stand.vocab), stand.names[0], 2)
    waiting = Heard(engine.submit(next_one)).begin()
    counted, cancelled, *_ = writers
    if not counted.until(len(counted.tokens) + dice.randint(2, 6)) or waiting.tokens:
        raise BenchError("the waiting request had a place although the engine was full")
    admitted = len(engine.log.admitted_at)
    engine.cancel(cancelled.stream.id)
    cancelled_at, asked = len(engine.log.steps), Moment.now()
    if not waiting.until(1):
        raise BenchError("the cancelled request's place was not given to the next one")
    for writer in writers:
        engine.cancel(writer.stream.id)
    for heard in (*writers, waiting):
        heard.finish()
    steps = engine.log.admitted_at[admitted] - cancelled_at
    return float(steps), 1_000 * (waiting.moments[0].wall - asked.wall)
