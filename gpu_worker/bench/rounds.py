"""Arms measured in turns, so that a busy minute of the machine meets all of them alike."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.meter import Spent, spend
from gpu_worker.bench.workload import Ask, bare

_FOREIGN = ("peft_mixed", "transformers_cb")


@dataclass(slots=True)
class Record:
    """What one arm spent, round by round; ``reason`` says why it cannot run here."""

    spent: list[Spent] = field(default_factory=list)
    compared: int = 0
    equal: int = 0
    reason: str | None = None


def run_rounds(
    arms: Mapping[str, Arm],
    rounds: int,
    draw: Callable[[], Sequence[Ask]],
    dice: random.Random,
    device: str,
) -> dict[str, Record]:
    """Let every arm answer each round's fresh requests, in a fresh order.

    The requests differ from round to round, or an engine that keeps keys would answer the second
    round from the first. The ceiling gets the same requests without adapters.
    """
    records = {name: Record() for name in arms}
    for _ in range(rounds):
        asks = draw()
        answers: dict[str, list[list[int]]] = {}
        for name in dice.sample(sorted(arms), len(arms)):
            if records[name].reason is None:
                wanted = bare(asks) if name == "ceiling" else asks
                answers[name] = _run(arms[name], name, wanted, records[name], device)
        for name in answers.keys() - {"ceiling"}:
            compare(records[name], answers[name], answers.get("naive"))
    return records


def _run(arm: Arm, name: str, asks: Sequence[Ask], record: Record, device: str) -> list[list[int]]:
    try:
        answers, spent = spend(lambda: arm.run(asks), device)
    except (RuntimeError, ValueError, NotImplementedError, BenchError) as error:
        if name not in _FOREIGN:
            raise
        record.reason = f"{type(error).__name__}: {error}"
        return []
    if [len(answer) for answer in answers] != [ask.new_tokens for ask in asks]:
        raise BenchError(f"the arm {name} left answers short")
    record.spent.append(spent)
    return answers


def compare(
    record: Record, found: Sequence[Sequence[int]], reference: Sequence[Sequence[int]] | None
) -> None:
    """Count the tokens that equal the reference's, place by place."""
    for mine, wanted in zip(found, reference or (), strict=False):
        record.compared += len(wanted)
        record.equal += sum(a == b for a, b in zip(mine, wanted, strict=True))
