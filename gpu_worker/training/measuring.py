"""What a model makes of the held-out examples: the loss, and the answers it would give."""

from collections.abc import Sequence
from dataclasses import asdict
from itertools import takewhile
from typing import Any

import torch

from gpu_worker.agents.backends.tokenizer import HuggingFaceTokenizer
from gpu_worker.training.batches import by_length, mean_loss, padded
from gpu_worker.training.examples import Example
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.prompting import Encoded
from gpu_worker.training.record import Measured
from gpu_worker.training.scores import score_answers

HeldOut = Sequence[tuple[Example, Encoded]]


def measure(
    model: Any,  # noqa: ANN401 (transformers has no types)
    tokenizer: HuggingFaceTokenizer,
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
    answers = greedy_answers(model, tokenizer, [encoded for _, encoded in asked], options)
    return Measured(loss=loss, **asdict(score_answers([one for one, _ in asked], answers)))


def greedy_answers(
    model: Any,  # noqa: ANN401
    tokenizer: HuggingFaceTokenizer,
    examples: Sequence[Encoded],
    options: TrainingOptions,
) -> list[str]:
    """Return what the model answers when each token is the likeliest one."""
    model.eval()
    ends = sorted(tokenizer.stop_ids())
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
                eos_token_id=ends,
                pad_token_id=ends[0],
            )
        for one, row in zip(
            part, written[:, prompts["input_ids"].shape[1] :].tolist(), strict=True
        ):
            ids = takewhile(lambda token: token not in ends, row)
            answers[id(one)] = tokenizer.decode(list(ids)).strip()
    return [answers[id(one)] for one in examples]
