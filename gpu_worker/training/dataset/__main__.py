"""``python -m gpu_worker.training.dataset``: make the training set of a knowledge base."""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from gpu_worker.adapters import replace_file
from gpu_worker.training.dataset.build import Built, build, read_agents
from gpu_worker.training.dataset.corrections import Correction
from gpu_worker.training.dataset.knowledge import read_knowledge
from gpu_worker.training.dataset.lessons import Recipe
from gpu_worker.training.errors import TrainingError
from gpu_worker.training.examples import read_lines
from shared.observability.logs import configure_logs, get_logger


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the training set and say what is in it; return the exit code."""
    given = _parser().parse_args(arguments)
    try:
        recipe = Recipe(
            seed=given.seed,
            sources=given.sources,
            refusals=given.refusals,
            follow_ups=given.follow_ups,
            words=read_agents(given.agents) if given.agents else {},
        )
        corrections = read_lines(given.corrections, Correction) if given.corrections else []
        built = build(read_knowledge(given.knowledge), corrections, recipe, given.correction_weight)
        replace_file(given.out, "".join(f"{one.model_dump_json()}\n" for one in built.examples))
    except (TrainingError, OSError) as error:
        sys.stderr.write(f"dataset: {error}\n")
        return 1
    _tell(built, given.out)
    return 0


def _tell(built: Built, out: Path) -> None:
    counts = Counter((one.agent, one.kind.value) for one in built.examples)
    for agent in sorted({agent for agent, _ in counts}):
        kinds = ", ".join(
            f"{kind} {n}" for (whose, kind), n in sorted(counts.items()) if whose == agent
        )
        sys.stderr.write(f"{agent}: {kinds}\n")
    if built.unsupported:
        sys.stderr.write(
            f"{built.unsupported} corrections say what no source shown with them says: add it to "
            "the knowledge base, or the agent will learn to answer without a source\n"
        )
    sys.stderr.write(f"{len(built.examples)} examples in {out}\n")
    get_logger().info(
        "dataset.built",
        examples=len(built.examples),
        twins=built.twins,
        unsupported=built.unsupported,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.training.dataset")
    parser.add_argument(
        "--knowledge", type=Path, required=True, help="folder of the knowledge base"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the examples go, JSONL")
    parser.add_argument("--corrections", type=Path, help="operators' corrections, JSONL")
    parser.add_argument("--agents", type=Path, help="JSON with the agents' names and subjects")
    parser.add_argument("--correction-weight", type=_positive, default=3.0, help="of one (3)")
    parser.add_argument("--sources", type=_count, default=3, help="passages shown at once (3)")
    parser.add_argument("--refusals", type=_share, default=0.2, help="share of questions (0.2)")
    parser.add_argument("--follow-ups", type=_share, default=0.15, help="share (0.15)")
    parser.add_argument("--seed", type=int, default=0, help="of everything random (0)")
    return parser


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError("must be from 0 to 1")
    return value


def _count(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 99:
        raise argparse.ArgumentTypeError("must be from 1 to 99")
    return value


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value <= 100:
        raise argparse.ArgumentTypeError("must be over 0, and at most 100")
    return value


if __name__ == "__main__":
    configure_logs("gpu_worker", "INFO")
    raise SystemExit(main())
