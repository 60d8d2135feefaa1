"""``python -m gpu_worker.bench --json OUT``: see ``--help``."""

import logging
import sys
from collections.abc import Sequence

import torch
from transformers.utils import logging as transformers_logging

from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.meter import describe
from gpu_worker.bench.options import Plan, parse
from gpu_worker.bench.report import Report, Row
from gpu_worker.bench.scenarios import arrival, cancelling, conversations, sweep, throughput
from gpu_worker.bench.stand import Stand, standing


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the JSON, print the table; return the exit code."""
    plan, out = parse(arguments)
    torch.set_num_threads(plan.threads)
    transformers_logging.set_verbosity_error()
    transformers_logging.disable_progress_bar()
    logging.getLogger("ContinuousBatchingLogger").setLevel(logging.ERROR)
    machine = describe(plan.device)
    try:
        with standing(plan) as stand:
            parameters = stand.base.num_parameters()
            if plan.scenario == "throughput":
                arms = throughput.measure(plan, stand)
                report = Report(machine, plan, parameters, arms=arms)
            else:
                report = Report(machine, plan, parameters, rows=_rows(plan, stand))
    except BenchError as error:
        sys.stderr.write(f"bench: {error}\n")
        return 1
    report.write(out)
    sys.stdout.write(report.markdown() + "\n")
    return 0


def _rows(plan: Plan, stand: Stand) -> list[Row]:
    match plan.scenario:
        case "conversations":
            return conversations.measure(plan, stand)
        case "arrival":
            return arrival.measure(plan, stand)
        case "cancel":
            return cancelling.measure(plan, stand)
        case _:
            return sweep.measure(plan, stand)


if __name__ == "__main__":
    sys.exit(main())
