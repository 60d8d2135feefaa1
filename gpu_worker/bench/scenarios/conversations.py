"""Conversations: the naive way computes everything again at each turn, the engine keeps keys.

Rows: the naive way in float32 and in the plan's dtype; the engine in float32, in that dtype and,
where asked for, quantized, each with reuse and without. Without means that the adapters are
loaded anew before every turn, so that no key computed earlier counts as theirs.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from statistics import median

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.arms.peft_arms import Naive
from gpu_worker.bench.arms.served import Room
from gpu_worker.bench.checking import EXACT
from gpu_worker.bench.dialogues import Dialogue, draw_dialogues, longest
from gpu_worker.bench.meter import Spent, spend
from gpu_worker.bench.options import Plan
from gpu_worker.bench.report import Row
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask

WITHOUT = " without reuse"


@dataclass(frozen=True, slots=True)
class _Speaker:
    """An arm, and what is done before each of its turns, out of the time."""

    arm: Arm
    prepare: Callable[[], None] = lambda: None

    def say(self, asks: Sequence[Ask], device: str) -> tuple[list[list[int]], Spent]:
        self.prepare()
        return spend(lambda: self.arm.run(asks), device)


@dataclass(slots=True)
class _Measured:
    """One arm's rounds: whole conversations, and the second turn's first token by kind."""

    whole: list[Spent] = field(default_factory=list)
    first_token: dict[str, list[Spent]] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)


def measure(plan: Plan, stand: Stand) -> list[Row]:
    """Hold the same conversations with every arm, round by round in a shuffled order."""
    dice = random.Random(plan.seed)  # noqa: S311 - prompts, not secrets
    measured: dict[str, _Measured] = {}
    with _arms(plan, stand) as arms:
        for number in range(plan.rounds + 1):
            dialogues = _draw(plan, stand, dice, plan.requests if number else 2)
            singles = _singles(plan, stand, dice)
            for name in dice.sample(sorted(arms), len(arms)):
                kept = measured.setdefault(name, _Measured()) if number else _Measured()
                _hold(arms[name], [dialogue.copy() for dialogue in dialogues], kept, plan)
                for kind, single in singles.items():
                    spent = _second_turn(arms[name], single, plan)
                    kept.first_token.setdefault(kind, []).append(spent)
        return [_row(name, measured, plan) for name in arms]


@contextmanager
def _arms(plan: Plan, stand: Stand) -> Iterator[dict[str, _Speaker]]:
    """Build the naive way and the engine with and without reuse, by dtype and quantization."""
    room = Room(places=plan.requests, tokens=longest(plan.prompt, plan.turns, plan.new_tokens))
    with ExitStack() as closing:
        arms: dict[str, _Speaker] = {}
        for dtype in dict.fromkeys((EXACT, plan.dtype)):
            arms[f"naive {dtype}"] = _Speaker(Naive(stand.peft(dtype)))
        for dtype, quantization in dict.fromkeys(
            ((EXACT, None), (plan.dtype, None), (plan.dtype, plan.quantization))
        ):
            name = f"engine {quantization or dtype}"
            for label in ("", WITHOUT):
                arm = stand.engine(room, dtype=dtype, quantization=quantization)
                closing.callback(arm.close)
                arms[name + label] = _Speaker(arm, arm.forget) if label else _Speaker(arm)
        yield arms


def _draw(plan: Plan, stand: Stand, dice: random.Random, count: int) -> list[Dialogue]:
    return draw_dialogues(
        dice,
        count=count,
        turns=max(2, plan.turns),
        agents=stand.names,
        first=plan.prompt,
        vocab=stand.vocab,
    )


def _hold(speaker: _Speaker, dialogues: Sequence[Dialogue], kept: _Measured, plan: Plan) -> None:
    """Let all conversations take their turns together; each arm has its own answers as history."""
    turns: list[Spent] = []
    for _ in range(plan.turns):
        asks = [dialogue.ask(plan.new_tokens) for dialogue in dialogues]
        answers, spent = speaker.say(asks, plan.device)
        turns.append(spent)
        for dialogue, answer in zip(dialogues, answers, strict=True):
            dialogue.answered(answer)
            kept.answers += answer
    kept.whole.append(
        Spent(
            sum(spent.seconds for spent in turns),
            sum(spent.cpu_seconds for spent in turns),
            max(spent.peak_mib for spent in turns),
        )
    )


@dataclass(frozen=True, slots=True)
class _Single:
    """A conversation whose second turn ``then`` answers, who met ``before`` somebody else."""

    dialogue: Dialogue
    then: str
    before: Dialogue | None = None


def _singles(plan: Plan, stand: Stand, dice: random.Random) -> dict[str, _Single]:
    """Draw the second turns by kind: the same agent, and another one if there is one.

    The other one has answered somebody else before, so that its system prompt is known.
    """
    same = _draw(plan, stand, dice, 1)[0]
    singles = {"same": _Single(same, same.agent)}
    if len(stand.names) > 1:
        changed, before = _draw(plan, stand, dice, 2)
        singles["changed"] = _Single(changed, before.agent, before)
    return singles


def _second_turn(speaker: _Speaker, single: _Single, plan: Plan) -> Spent:
    """Time the first token of the second turn while nothing else runs."""
    if single.before:
        speaker.say([single.before.copy().ask(1)], plan.device)
    dialogue = single.dialogue.copy()
    answers, _ = speaker.say([dialogue.ask(plan.new_tokens)], plan.device)
    dialogue.answered(answers[0])
    dialogue.agent = single.then
    return speaker.say([dialogue.ask(1)], plan.device)[1]


def _row(name: str, measured: Mapping[str, _Measured], plan: Plan) -> Row:
    mine = measured[name]
    by_cpu = plan.device == "cpu"
    without = measured.get(f"{name.removesuffix(WITHOUT)}{WITHOUT}")
    reference = measured[f"naive {EXACT}"]
    row: dict[str, str | float | None] = {
        "arm": name,
        "seconds": median(spent.seconds for spent in mine.whole),
        "cpu_seconds": median(spent.cpu_seconds for spent in mine.whole),
        "tokens_per_s": len(mine.answers) / sum(spent.seconds for spent in mine.whole),
        "peak_mib": max(spent.peak_mib for spent in mine.whole),
    }
    for dtype in dict.fromkeys((EXACT, plan.dtype)):
        naive = measured[f"naive {dtype}"]
        row[f"times_naive_{dtype}"] = _ratio(naive.whole, mine.whole, by_cpu=by_cpu)
    for kind, spent in mine.first_token.items():
        row[f"second_turn_first_token_ms_{kind}"] = 1_000 * median(
            one.cpu_seconds if by_cpu else one.seconds for one in spent
        )
        row[f"sooner_than_without_reuse_{kind}"] = (
            _ratio(without.first_token[kind], spent, by_cpu=by_cpu) if without else None
        )
    pairs = list(zip(mine.answers, reference.answers, strict=True))
    row["agreement_with_naive"] = sum(a == b for a, b in pairs) / len(pairs)
    return row


def _ratio(theirs: Sequence[Spent], mine: Sequence[Spent], *, by_cpu: bool) -> float:
    """Return how many times sooner mine was: the median of the rounds' own ratios."""
    return median(
        a.cpu_seconds / b.cpu_seconds if by_cpu else a.seconds / b.seconds
        for a, b in zip(theirs, mine, strict=True)
    )
