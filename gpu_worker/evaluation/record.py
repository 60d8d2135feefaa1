"""Keep the figures of the checked-in sets: ``python -m gpu_worker.evaluation.record``.

``make test`` measures the sets again and fails where a figure is worse than the recorded one by
more than the tolerance. Whoever makes them better records them; whoever makes one worse on purpose
records that too, and the change is there to be read in ``sets/recorded.json``.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from gpu_worker.agents.calibration import load_calibration
from gpu_worker.evaluation.embedding import keep_logs_quiet
from gpu_worker.evaluation.errors import EvaluationError
from gpu_worker.evaluation.figures import share_figures
from gpu_worker.evaluation.predictions import write_text
from gpu_worker.evaluation.run import evaluate
from gpu_worker.evaluation.targets import TARGETS
from gpu_worker.retrieval.embedder import Embedder, shipped_embedder
from shared.kernel.clock import utc_now

_ROOT = Path(__file__).parents[2]
_SETS = Path(__file__).parent / "sets"
RECORDED = _SETS / "recorded.json"

TOLERANCE = 0.015
"""How much worse a figure may get unnoticed: it covers a question or two, not a trend."""

_GUARDED = (
    "routed",
    "pair_f1",
    "r_at_1",
    "r_at_3",
    "right",
    "helped",
    "wrong",
    "out_of_scope_answered",
    "service_right",
    "false_service",
)


@dataclass(frozen=True, slots=True)
class CheckedInSet:
    """A folder of knowledge and labelled questions over it that nothing was fitted on."""

    knowledge: Path
    questions: Path


SETS: Mapping[str, CheckedInSet] = {
    "demo": CheckedInSet(
        _ROOT / "ops/embedded/demo/knowledge", _ROOT / "ops/embedded/demo/questions-test.jsonl"
    ),
    **{
        name: CheckedInSet(_SETS / name / "knowledge", _SETS / name / "questions.jsonl")
        for name in ("campus", "telecom")
    },
}


class Recorded(BaseModel):
    """The figures of each set, by name, and when they were measured."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    made: date
    calibration: str
    sets: dict[str, dict[str, float]]


def measure_set(name: str) -> dict[str, float]:
    """Measure a checked-in set as shipped: no settings, no model."""
    chosen = SETS[name]
    embedder = _shipped()
    calibration = load_calibration(embedding_model=embedder.name)
    run = evaluate(chosen.knowledge, chosen.questions, embedder, calibration)
    figures = share_figures(run.cases, _GUARDED)
    values = {each: figure.estimate.value for each, figure in figures.items()}
    return {each: round(value, 4) for each, value in values.items() if value is not None}


@lru_cache(maxsize=1)
def _shipped() -> Embedder:
    return shipped_embedder()


def fallen(before: Mapping[str, float], now: Mapping[str, float]) -> list[str]:
    """Say of each figure that got worse by more than the tolerance what it was and is."""
    return [
        f"{name}: {was:.4f} recorded, {now.get(name)} now"
        for name, was in before.items()
        if name not in now or _is_worse(name, now[name] - was)
    ]


def read_recorded() -> Recorded:
    """Read what is checked in."""
    return Recorded.model_validate_json(RECORDED.read_text("utf-8"))


def main() -> int:
    """Measure every set and write the figures; return the exit code."""
    try:
        recorded = Recorded(
            made=utc_now().date(),
            calibration=load_calibration(embedding_model=_shipped().name).name,
            sets={name: measure_set(name) for name in SETS},
        )
        text = recorded.model_dump_json(indent=2) + "\n"
        write_text(RECORDED, text)
    except EvaluationError as error:
        sys.stderr.write(f"record: {error}\n")
        return 2
    sys.stdout.write(text)
    return 0


def _is_worse(name: str, change: float) -> bool:
    target = TARGETS.get(name)
    loss = change if target is not None and target.is_most else -change
    return loss > TOLERANCE


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
