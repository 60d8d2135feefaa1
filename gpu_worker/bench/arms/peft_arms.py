"""What PEFT itself offers: one adapter at a time, or a padded batch of several."""

from collections.abc import Sequence

import torch
from peft import PeftModel

from gpu_worker.bench.workload import Ask

_BARE = "__base__"  # PEFT's own name for rows without an adapter


class Naive:
    """One request at a time: ``set_adapter``, ``generate``."""

    def __init__(self, model: PeftModel) -> None:
        """Answer with a model that has all adapters loaded."""
        self._model = model

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        """Answer one request after another."""
        return [self._answer(ask) for ask in asks]

    def close(self) -> None:
        """Nothing is held but the model."""

    def _answer(self, ask: Ask) -> list[int]:
        if ask.adapter is None:
            with self._model.disable_adapter():
                return self._generate(ask)
        self._model.set_adapter(ask.adapter)
        return self._generate(ask)

    def _generate(self, ask: Ask) -> list[int]:
        prompt = torch.tensor([ask.prompt_ids], device=self._model.device)
        found = self._model.generate(  # type: ignore[no-untyped-call] # PEFT leaves it bare
            input_ids=prompt,
            attention_mask=torch.ones_like(prompt),
            max_new_tokens=ask.new_tokens,
        )
        return [int(token) for token in found[0, len(ask.prompt_ids) :].tolist()]


class PeftMixed:
    """All requests in one left-padded batch: ``generate(adapter_names=[…])``."""

    def __init__(self, model: PeftModel) -> None:
        """Answer with a model that has all adapters loaded."""
        self._model = model

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        """Answer all at once; who wants fewer tokens than another waits for that one."""
        width = max(len(ask.prompt_ids) for ask in asks)
        device = self._model.device
        prompts = torch.zeros(len(asks), width, dtype=torch.long, device=device)
        mask = torch.zeros_like(prompts)
        for row, ask in enumerate(asks):
            prompts[row, width - len(ask.prompt_ids) :] = torch.tensor(ask.prompt_ids)
            mask[row, width - len(ask.prompt_ids) :] = 1
        found = self._model.generate(  # type: ignore[no-untyped-call] # PEFT leaves it bare
            input_ids=prompts,
            attention_mask=mask,
            adapter_names=[ask.adapter or _BARE for ask in asks],
            max_new_tokens=max(ask.new_tokens for ask in asks),
        )
        return [
            [int(token) for token in row[width : width + ask.new_tokens]]
            for row, ask in zip(found.tolist(), asks, strict=True)
        ]

    def close(self) -> None:
        """Nothing is held but the model."""
