"""``python -m gpu_worker.evaluation``: measure the agents on a folder of knowledge."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from gpu_worker.agents.calibration import CalibrationError, load_calibration
from gpu_worker.evaluation.embedding import configured_embedder, keep_logs_quiet
from gpu_worker.evaluation.errors import EvaluationError
from gpu_worker.evaluation.page import as_page
from gpu_worker.evaluation.predictions import write_predictions, write_text
from gpu_worker.evaluation.report import as_json, as_table
from gpu_worker.evaluation.run import count, evaluate
from gpu_worker.retrieval.errors import EmbeddingModelError

_FAILED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the questions, write what is asked for, print the table; return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        embedder = configured_embedder()
        calibration = load_calibration(options.calibration, embedder.name)
        run = evaluate(options.knowledge, options.questions, embedder, calibration)
        write_predictions(options.predictions, (case.prediction for case in run.cases))
        results = count(run)
        write_text(options.json, as_json(run, results))
        if options.html is not None:
            write_text(options.html, as_page(run, results))
    except (EvaluationError, CalibrationError, EmbeddingModelError) as error:
        sys.stderr.write(f"evaluation: {error}\n")
        return _FAILED
    sys.stdout.write(as_table(run, results))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.evaluation", description=__doc__)

    def take(name: str, text: str, *, is_needed: bool = True) -> None:
        parser.add_argument(f"--{name}", type=Path, required=is_needed, help=text)

    take("knowledge", "folder: <agent>.txt, <agent>.md or <agent>/<file>.md")
    take("questions", "questions, JSONL; labels may be missing")
    take("json", "where the figures go")
    take("predictions", "where the predictions go, JSONL")
    take("html", "where a page with the figures and the failures goes", is_needed=False)
    take("calibration", "numbers of router and policy; the shipped ones", is_needed=False)
    return parser


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
