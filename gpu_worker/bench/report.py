"""The JSON and the Markdown of a measurement."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from gpu_worker.bench.figures import ArmFigures, markdown, shown, table
from gpu_worker.bench.meter import Machine
from gpu_worker.bench.options import Plan
from gpu_worker.bench.shapes import Shape

Row = Mapping[str, str | float | None]


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured. ``arms`` is of the throughput scenario, ``rows`` of all others."""

    machine: Machine
    plan: Plan
    parameters: int
    arms: Mapping[str, ArmFigures] | None = None
    rows: Sequence[Row] = ()

    def write(self, path: Path) -> None:
        """Write the JSON: ``machine``, ``settings``, and ``arms`` or ``rows``."""
        settings = asdict(self.plan) | {
            "parameters": self.parameters,
            "ratios_by": "cpu time" if self.plan.device == "cpu" else "wall time",
        }
        figures: dict[str, object] = {"machine": asdict(self.machine), "settings": settings}
        if self.arms is not None:
            figures["arms"] = {name: asdict(arm) for name, arm in self.arms.items()}
        else:
            figures["rows"] = [dict(row) for row in self.rows]
        path.write_text(json.dumps(figures, indent=2, default=str) + "\n", "utf-8")

    def markdown(self) -> str:
        """Write a heading line and the table, to be pasted into docs/benchmarks.md."""
        body = table(self.arms) if self.arms is not None else _rows(self.rows)
        return f"{self._heading()}\n\n{body}"

    def _heading(self) -> str:
        plan, machine = self.plan, self.machine
        source = plan.source
        size = f"{source.layers} layers × {source.hidden}" if isinstance(source, Shape) else source
        return (
            f"{plan.scenario}: {size}, {self.parameters / 1e6:.0f} M parameters, {plan.dtype}"
            f"{f' ({plan.quantization} in the engine)' if plan.quantization else ''}, "
            f"{plan.adapters} adapters of rank {plan.rank}, {plan.requests} requests, "
            f"{plan.prompt[0]}–{plan.prompt[1]} + {plan.new_tokens} tokens, {plan.rounds} rounds; "
            f"{machine.device} ({machine.processor}), "
            f"{machine.threads} of {machine.cores} cores, load {machine.load[0]:.1f}, "
            f"seed {plan.seed}, {machine.at}"
        )


def _rows(rows: Sequence[Row]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = [name.replace("_", " ") for name in names]
    return markdown([head, *([_cell(row.get(name)) for name in names] for row in rows)])


def _cell(value: str | float | None) -> str:
    return value if isinstance(value, str) else shown(value)
