"""Encoded examples as tensors, and the loss of their answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from gpu_worker.training.prompting import Encoded

IGNORED = -100
"""What ``labels`` hold where no answer stands; transformers counts the others."""


def collate(examples: Sequence[Encoded]) -> dict[str, Tensor]:
    """Lay examples side by side, padded on the left, so that all answers end together.

    Returns:
        ``input_ids``, ``attention_mask``, ``position_ids`` and ``labels``, each of shape
        ``(examples, longest)``, and ``weight`` of shape ``(examples,)``.
    """
    rows = [[*one.prompt, *one.answer] for one in examples]
    labels = [[IGNORED] * len(one.prompt) + one.answer for one in examples]
    longest = max(map(len, rows))
    return {
        **padded(rows),
        "labels": torch.tensor([[IGNORED] * (longest - len(row)) + row for row in labels]),
        "weight": torch.tensor([one.weight for one in examples]),
    }


def padded(rows: Sequence[Sequence[int]]) -> dict[str, Tensor]:
    """Return ``input_ids``, ``attention_mask`` and ``position_ids``, padded on the left.

    Padding is masked, so any token will do for it.
    """
    longest = max(map(len, rows))
    ids = torch.tensor([[0] * (longest - len(row)) + list(row) for row in rows])
    mask = torch.tensor([[0] * (longest - len(row)) + [1] * len(row) for row in rows])
    return {
        "input_ids": ids,
        "attention_mask": mask,
        "position_ids": (mask.cumsum(dim=1) - 1).clamp(min=0),
    }


def answer_losses(model: Any, batch: Mapping[str, Tensor]) -> tuple[Tensor, Tensor]:  # noqa: ANN401 (transformers has no types)
    """Return each example's summed cross-entropy over its answer, and the tokens of that.

    Both have shape ``(examples,)``. Logits are made only where answers stand: over a whole prompt
    they would be the largest tensor of all, with a vocabulary of 150,000.
    """
    labels = batch["labels"]
    longest = int((labels != IGNORED).sum(dim=1).max())
    wanted = labels[:, -longest:]
    logits = model(
        input_ids=batch["input_ids"],
        attention_mask=batch["attention_mask"],
        position_ids=batch["position_ids"],
        use_cache=False,
        logits_to_keep=longest + 1,
    ).logits[:, :-1]
    losses = torch.nn.functional.cross_entropy(
        logits.float().transpose(1, 2), wanted, ignore_index=IGNORED, reduction="none"
    )
    return losses.sum(dim=1), (wanted != IGNORED).sum(dim=1)


def mean_loss(model: Any, examples: Sequence[Encoded], batch: int) -> float:  # noqa: ANN401
    """Return the mean cross-entropy of a token of the answers, in nats, without dropout."""
    model.eval()
    total, tokens = 0.0, 0
    with torch.inference_mode():
        for part in by_length(examples, batch):
            losses, counts = answer_losses(model, _on(model.device, collate(part)))
            total += float(losses.sum())
            tokens += int(counts.sum())
    return total / tokens


def by_length(examples: Sequence[Encoded], batch: int) -> Iterator[list[Encoded]]:
    """Yield batches of examples of about one length, longest first: little is padded."""
    ordered = sorted(examples, key=lambda one: -one.length)
    for start in range(0, len(ordered), batch):
        yield ordered[start : start + batch]


def _on(device: torch.device, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: tensor.to(device) for name, tensor in batch.items()}
