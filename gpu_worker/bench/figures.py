"""What the rounds come to: medians, and ratios taken within each round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from gpu_worker.bench.meter import Spent
from gpu_worker.bench.rounds import Record


@dataclass(frozen=True, slots=True)
class Equality:
    """Greedy tokens compared with the naive way's in float32; ``compared`` may be 0."""

    compared: int
    equal: int


@dataclass(frozen=True, slots=True)
class ArmFigures:
    """One arm's medians over the rounds; all None, with the reason, where it cannot run.

    Tokens are new tokens. ``of_ceiling`` and ``times_naive`` are medians of ratios of CPU time
    on a CPU, where others' load cancels out, and of wall time on a GPU; ``…_wall`` are always of
    wall time. ``agreement`` is the share of tokens equal to the naive way's in the dtype
    measured, ``tokens_equal`` of ``tokens_checked`` in float32.
    """

    tokens_per_s: float | None = None
    cpu_tokens_per_s: float | None = None
    seconds: float | None = None
    cpu_seconds: float | None = None
    of_ceiling: float | None = None
    times_naive: float | None = None
    of_ceiling_wall: float | None = None
    times_naive_wall: float | None = None
    tokens_checked: int | None = None
    tokens_equal: int | None = None
    agreement: float | None = None
    peak_mib: float | None = None
    rounds: int = 0
    reason: str | None = None


def arm_figures(
    name: str,
    records: Mapping[str, Record],
    tokens: int,
    equality: Mapping[str, Equality],
    *,
    by_cpu: bool,
) -> ArmFigures:
    """Condense one arm; ``tokens`` is the number of new tokens of a round."""
    record = records[name]
    if record.reason is not None or not record.spent:
        return ArmFigures(reason=record.reason or "no round was measured")
    seconds = median(spent.seconds for spent in record.spent)
    cpu_seconds = median(spent.cpu_seconds for spent in record.spent)
    checked = equality.get(name, Equality(0, 0))
    return ArmFigures(
        tokens_per_s=_rounded(tokens / seconds),
        cpu_tokens_per_s=_rounded(tokens / cpu_seconds),
        seconds=_rounded(seconds),
        cpu_seconds=_rounded(cpu_seconds),
        of_ceiling=_ratio(records, "ceiling", name, by_cpu=by_cpu),
        times_naive=_ratio(records, "naive", name, by_cpu=by_cpu),
        of_ceiling_wall=_ratio(records, "ceiling", name, by_cpu=False),
        times_naive_wall=_ratio(records, "naive", name, by_cpu=False),
        tokens_checked=checked.compared,
        tokens_equal=checked.equal,
        agreement=_rounded(record.equal / record.compared) if record.compared else None,
        peak_mib=_rounded(max(spent.peak_mib for spent in record.spent)),
        rounds=len(record.spent),
    )


def _ratio(
    records: Mapping[str, Record], reference: str, name: str, *, by_cpu: bool
) -> float | None:
    """How many times the reference's speed: the median of the rounds' own ratios."""
    if reference not in records or records[reference].reason is not None:
        return None
    pairs = zip(records[reference].spent, records[name].spent, strict=True)
    return _rounded(median(_time(theirs, by_cpu) / _time(mine, by_cpu) for theirs, mine in pairs))


def _time(spent: Spent, by_cpu: bool) -> float:  # noqa: FBT001 - one private use
    return spent.cpu_seconds if by_cpu else spent.seconds


def _rounded(value: float) -> float:
    return float(f"{value:.4g}")


def table(figures: Mapping[str, ArmFigures]) -> str:
    """Write the arms as a Markdown table."""
    rows = [
        ("arm", "tokens/s", "tokens/s of CPU", "seconds", "of ceiling", "× naive", "same tokens",
         "peak MiB"),
        *(_cells(name, arm) for name, arm in figures.items()),
    ]  # fmt: skip
    reasons = [f"`{name}`: {arm.reason}" for name, arm in figures.items() if arm.reason]
    return "\n".join([markdown(rows), *(["", *reasons] if reasons else [])])


def _cells(name: str, arm: ArmFigures) -> tuple[str, ...]:
    equal = f"{arm.tokens_equal} of {arm.tokens_checked}" if arm.tokens_checked else "–"
    numbers = (arm.tokens_per_s, arm.cpu_tokens_per_s, arm.seconds, arm.of_ceiling, arm.times_naive)
    return (f"`{name}`", *(shown(number) for number in numbers), equal, shown(arm.peak_mib))


def shown(value: float | None) -> str:
    """Write a figure with three digits that count, or a dash."""
    if value is None:
        return "–"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Write rows, the first one the heading, as a Markdown table."""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, f"|{'---|' * len(rows[0])}", *body])
