"""The figures as JSON, and as a table for the terminal."""

import json
from collections.abc import Sequence

from gpu_worker.evaluation.figures import MEANINGS, Figure
from gpu_worker.evaluation.resampling import RESAMPLES, SEED
from gpu_worker.evaluation.run import Results, Run

NONE = "–"
KIND_COLUMNS = ("correct", "routed", "r_at_1", "r_at_3", "right", "helped", "wrong")

_DIGITS = 4


def as_json(run: Run, results: Results) -> str:
    """Write the figures with what they were made of."""
    written = {
        "made": run.made.isoformat(timespec="seconds"),
        "knowledge": {
            "folder": run.folder,
            "agents": run.knowledge.agents,
            "passages": len(run.knowledge.passages),
        },
        "questions": {"file": run.file, "count": len(run.cases), "labelled": run.judged},
        "embedding_model": run.embedding_model,
        "calibration": run.calibration,
        "intervals": {"share": 0.95, "resamples": RESAMPLES, "seed": SEED},
        "figures": {name: _figure(one) for name, one in results.figures.items()},
        "kinds": {
            kind: {name: _estimate(one) for name, one in figures.items()}
            for kind, figures in results.kinds.items()
        },
        "actions": run.actions,
        "stages_ms": {
            stage: {"p50": round(half, 2), "p95": round(most, 2)}
            for stage, (half, most) in results.stages.items()
        },
        "curve": [
            {
                "threshold": round(point.threshold, _DIGITS),
                "answered": round(point.answered, _DIGITS),
                "right": round(point.right, _DIGITS),
                "wrong": round(point.wrong, _DIGITS),
            }
            for point in results.curve
        ],
        "reliability": [one.model_dump() for one in results.reliability],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def as_table(run: Run, results: Results) -> str:
    """Write the figures beside their targets, then those of each kind."""
    heading = (
        f"{len(run.cases)} questions of {run.file} ({run.judged} labelled) over "
        f"{len(run.knowledge.passages)} passages of {len(run.knowledge.agents)} agents; "
        f"{run.embedding_model}, {run.calibration}"
    )
    rows = [["", "value", "95 %", "floor / good / aim", "reached", "of", ""]]
    rows += [
        [name, shown(one), interval(one), bars(one), one.level or "", str(one.of), MEANINGS[name]]
        for name, one in results.figures.items()
        if one.estimate.value is not None
    ]
    kinds = [["kind", "questions", *(name.replace("_", " ") for name in KIND_COLUMNS)]]
    kinds += [kind_row(kind, figures) for kind, figures in results.kinds.items()]
    stages = ", ".join(
        f"{stage} {half:.1f} / {most:.1f}" for stage, (half, most) in results.stages.items()
    )
    parts = [heading, _aligned(rows), *([_aligned(kinds)] if run.judged else [])]
    return "\n\n".join([*parts, f"milliseconds a stage, p50 / p95: {stages}"]) + "\n"


def shown(figure: Figure | None) -> str:
    """Write a value as the reader takes it in: per cent, a number, or milliseconds."""
    return NONE if figure is None else _number(figure, figure.estimate.value)


def interval(figure: Figure) -> str:
    """Write an interval."""
    low, high = figure.estimate.low, figure.estimate.high
    return "" if low is None else f"{_number(figure, low)} – {_number(figure, high)}"


def bars(figure: Figure) -> str:
    """Write what is wanted of a figure."""
    if (target := figure.target) is None:
        return ""
    sign = "≤ " if target.is_most else "≥ "
    wanted = dict.fromkeys(_bar(figure, bar) for bar in (target.floor, target.good, target.aim))
    return sign + " / ".join(wanted)


def kind_row(kind: str, figures: dict[str, Figure]) -> list[str]:
    """Write a row of the table of kinds."""
    questions = max((figure.of for figure in figures.values()), default=0)
    return [kind, str(questions), *(shown(figures.get(name)) for name in KIND_COLUMNS)]


def _number(figure: Figure, value: float | None) -> str:
    if value is None:
        return NONE
    if figure.name.startswith("auroc") or figure.name == "mrr":
        return f"{value:.3f}"
    return f"{100 * value:.1f}" if figure.is_share else f"{value:.0f} ms"


def _bar(figure: Figure, bar: float) -> str:
    return f"{100 * bar:g}" if figure.is_share else f"{bar:g}"


def _figure(figure: Figure) -> dict[str, object]:
    target = figure.target
    wanted = {} if target is None else {"floor": target.floor, "good": target.good}
    aim = {} if target is None else {"aim": target.aim, "level": figure.level}
    return {**_estimate(figure), **wanted, **aim, "means": MEANINGS[figure.name]}


def _estimate(figure: Figure) -> dict[str, object]:
    one = figure.estimate
    return {
        "value": _rounded(one.value),
        "low": _rounded(one.low),
        "high": _rounded(one.high),
        "of": figure.of,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, _DIGITS)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Write rows in columns, the first one to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place in (0, len(row) - 1) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
