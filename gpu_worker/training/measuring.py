"""What a model makes of the held-out examples: the loss, and the answers it would give."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import torch

from gpu_worker.training.base_model import LoadedTokenizer
from gpu_worker.training.batches import by_length, mean_loss, padded
from gpu_worker.training.examples import Example
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.prompting import Encoded, end_token
from gpu_worker.training.record import Measured
from gpu_worker.training.scores import score_answers

HeldOut = Sequence[tuple[Example, Encoded]]


def measure(
    model: Any,  # noqa: ANN401 (transformers has no types)
    loaded: LoadedTokenizer,
    held_out: HeldOut,
    options: TrainingOptions,
) -> Measured:
    """Measure a model, as it stands, on the held-out examples.

    The loss is over all of them; the first ``options.measure`` are answered.
    """
    loss = mean_loss(model, [encoded for _, encoded in held_out], options.measure_batch)
    asked = held_out[: options.measure]
    if not asked:
        return Measured(loss=loss)
    answers = greedy_answers(model, loaded, [encoded for _, encoded in asked], options)
    return Measured(loss=loss, **asdict(score_answers([one for one, _ in asked], answers)))


def greedy_answers(
    model: Any,  # noqa: ANN401
    loaded: LoadedTokenizer,
    examples: Sequence[Encoded],
    options: TrainingOptions,
) -> list[str]:
    """Return what the model answers when each token is the likeliest one."""
    model.eval()
    end = end_token(loaded.tokenizer, loaded.marks)
    answers: dict[int, str] = {}
    for part in by_length(examples, options.measure_batch):
        prompts = padded([one.prompt for one in part])
        with torch.inference_mode():
            written = model.generate(
                input_ids=prompts["input_ids"].to(model.device),
                attention_mask=prompts["attention_mask"].to(model.device),
                max_new_tokens=options.answer_tokens,
                do_sample=False,
                # A checkpoint's own sampling settings mean nothing to a greedy choice.
                temperature=None,
                top_p=None,
                top_k=None,
                eos_token_id=end,
                pad_token_id=end,
            )
        for one, row in zip(
            part, written[:, prompts["input_ids"].shape[1] :].tolist(), strict=True
        ):
            ids = row[: row.index(end)] if end in row else row
            answers[id(one)] = loaded.tokenizer.decode(ids).strip()
    return [answers[id(one)] for one in examples]
