"""The command line, read into a plan."""

import argparse
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from gpu_worker.bench.models import DTYPES
from gpu_worker.bench.shapes import SHAPES, Shape

ARMS = ("naive", "peft_mixed", "transformers_cb", "engine", "ceiling")
SCENARIOS = ("throughput", "conversations", "arrival", "cancel", "sweep")
_SIZES = ("layers", "hidden", "heads", "kv_heads", "ffn", "vocab")


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured, and on what: a shape with random weights, or a checkpoint on disk.

    ``prompt`` is the least and the greatest prompt length, ``quantization`` names what the engine
    offers and touches the engine's arms alone; ``beside_tokens`` are how many prompt tokens a step
    takes in beside answers, to compare; ``turns`` is of conversations, ``arriving`` the length of
    the long prompt.
    """

    scenario: str
    source: Shape | Path
    dtype: str
    device: str
    quantization: str | None
    adapters: int
    rank: int
    targets: str | tuple[str, ...]
    requests: int
    prompt: tuple[int, int]
    new_tokens: int
    rounds: int
    threads: int
    seed: int
    arms: tuple[str, ...]
    batches: tuple[int, ...]
    beside_tokens: tuple[int, ...]
    turns: int
    arriving: int


def parse(arguments: Sequence[str] | None) -> tuple[Plan, Path]:
    """Read the arguments; return the plan and where its JSON goes. Exits on mistakes."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if unknown := set(given.arms) - set(ARMS):
        parser.error(f"no such arm: {', '.join(sorted(unknown))}; arms are {', '.join(ARMS)}")
    device = given.device or ("cuda" if torch.cuda.is_available() else "cpu")
    scenario = given.scenario or ("sweep" if given.batches else "throughput")
    plan = Plan(
        scenario=scenario,
        source=given.model or _shape(given),
        dtype=given.dtype or ("bfloat16" if device == "cuda" else "float32"),
        device=device,
        quantization=given.quantization,
        adapters=given.adapters,
        rank=given.rank,
        targets=given.targets[0] if given.targets == ("all-linear",) else given.targets,
        requests=given.requests,
        prompt=given.prompt_tokens,
        new_tokens=given.new_tokens,
        rounds=given.rounds,
        threads=given.threads,
        seed=secrets.randbelow(2**31) if given.seed is None else given.seed,
        arms=tuple(arm for arm in ARMS if arm in given.arms),
        batches=given.batches or (1, 2, 4, 8, 16, 32, 64, 128),
        beside_tokens=given.beside_tokens,
        turns=given.turns,
        arriving=given.arriving,
    )
    return plan, given.json


def _shape(given: argparse.Namespace) -> Shape:
    sizes = {name: getattr(given, name) for name in _SIZES if getattr(given, name) is not None}
    return replace(SHAPES[given.shape], **sizes)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m gpu_worker.bench",
        description="Measure the engine beside other ways to serve adapters. Nothing is "
        "downloaded: weights are random unless --model names a checkpoint on disk.",
    )
    add = parser.add_argument
    add("--json", type=Path, required=True, help="where the figures go")
    add("--scenario", choices=SCENARIOS, help="default: throughput; sweep with --batches")
    _add_model(parser)
    _add_work(parser)
    add("--rounds", type=_positive, default=3, help="rounds over all arms (medians are told)")
    add("--threads", type=_positive, default=1, help="torch threads")
    add("--seed", type=int, help="of weights and prompts; a fresh one if not given")
    return parser


def _add_model(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("model").add_argument
    add("--shape", choices=SHAPES, default="100m")
    for name in _SIZES:
        add(f"--{name.replace('_', '-')}", type=_positive, help="in place of the shape's")
    add("--model", type=Path, help="a checkpoint on disk in place of a shape")
    add("--dtype", choices=DTYPES, help="default: float32 on a CPU, bfloat16 on a GPU")
    add("--device", choices=("cpu", "cuda"))
    add("--quantization", help="weights of the engine's arms, as the engine names it")
    add("--adapters", type=_positive, default=5)
    add("--rank", type=_positive, default=16)
    add("--targets", type=_names, default=("all-linear",), help="modules, or all-linear")


def _add_work(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument_group("work").add_argument
    add("--arms", type=_names, default=ARMS, help=",".join(ARMS))
    add("--requests", type=_positive, default=16, help="requests, conversations or writers")
    add("--prompt-tokens", type=_span, default=(150, 250), help="least:greatest")
    add("--new-tokens", type=_positive, default=32)
    add("--batches", type=_numbers, default=(), help="batch sizes of a sweep: 1,2,4")
    add(
        "--beside-tokens",
        type=_numbers,
        default=(),
        help="prompt tokens a step beside answers, to compare",
    )
    add("--turns", type=_positive, default=4, help="turns of a conversation")
    add("--arriving", type=_positive, default=900, help="tokens of the prompt that arrives")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is not positive")
    return number


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(_positive(part) for part in text.split(","))


def _names(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _span(text: str) -> tuple[int, int]:
    least, _, greatest = text.partition(":")
    span = (_positive(least), _positive(greatest or least))
    if span[0] > span[1]:
        raise argparse.ArgumentTypeError(f"{text} runs backwards")
    return span
