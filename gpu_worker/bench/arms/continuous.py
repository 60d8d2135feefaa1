"""Transformers' continuous batching, taught adapters from outside.

It knows no adapters itself: ``adapter_names`` is swallowed, and prefixes are shared by tokens
alone. So sharing is off, and every linear layer gets a hook that adds the stacked adapters,
y = W x + B (m ⊙ (A x)), with m chosen token by token: before each forward the requests of the
batch and their lengths are read from the library's own batch. That needs its plain form: no
CUDA graphs, no asynchronous double buffer.
"""

import itertools
from collections.abc import Sequence
from typing import Any

import torch
from peft import PeftModel
from torch import nn
from transformers import ContinuousBatchingConfig, PreTrainedModel

from gpu_worker.bench.errors import ArmCannotRun, BenchError
from gpu_worker.bench.workload import Ask

_PAGE = 32
_BATCH_TOKENS = 512


class _Rows:
    """Which stacked rows act on each token of the flat batch: ``mask`` is [tokens, rows]."""

    def __init__(self, table: torch.Tensor) -> None:
        self.table = table
        self.mask = table[:1]

    def choose(self, owners: Sequence[int]) -> None:
        """Take one row of the table for each token."""
        self.mask = self.table[torch.tensor(owners, device=self.table.device)]


class _Stacked:
    """Adds all adapters of one linear layer to its output."""

    def __init__(self, layer: Any, names: Sequence[str], rows: _Rows) -> None:  # noqa: ANN401 - a PEFT layer
        self._down = torch.cat([layer.lora_A[name].weight for name in names]).T.contiguous()
        scaled = [layer.lora_B[name].weight * layer.scaling[name] for name in names]
        self._up = torch.cat(scaled, dim=1).T.contiguous()
        self._rows = rows

    def __call__(
        self, _: nn.Module, inputs: tuple[torch.Tensor, ...], output: torch.Tensor
    ) -> torch.Tensor:
        return output + ((inputs[0] @ self._down) * self._rows.mask) @ self._up


class TransformersContinuous:
    """``generate_batch``'s machinery with stacked adapters."""

    def __init__(self, model: PreTrainedModel, adapters: PeftModel) -> None:
        """Hook a bare model of its own modules; ``adapters`` is only read."""
        self._model = model
        names = sorted(adapters.peft_config)
        rank = adapters.peft_config[names[0]].r
        table = torch.zeros(len(names) + 1, len(names) * rank, dtype=model.dtype)
        for row in range(len(names)):
            table[row, row * rank : (row + 1) * rank] = 1
        self._rows = _Rows(table.to(model.device))
        self._owner: dict[str | None, int] = {name: row for row, name in enumerate(names)}
        self._owner[None] = len(names)
        self._hook(adapters, names)

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        """Start the library's own thread, answer all, and stop it."""
        settings = self._settings(asks)
        with self._model.continuous_batching_context_manager(
            generation_config=self._model.generation_config,
            continuous_batching_config=settings,
            warmup=False,
        ) as running:
            owners: dict[str, int] = {}
            hook = self._model.register_forward_pre_hook(
                lambda *_: self._rows.choose(_owners(running, owners))
            )
            try:
                return self._answer(running, asks, owners)
            finally:
                hook.remove()

    def close(self) -> None:
        """Nothing is held between runs."""

    def _hook(self, adapters: PeftModel, names: Sequence[str]) -> None:
        layers = dict(adapters.get_base_model().named_modules())
        for path, module in self._model.named_modules():
            layer = layers.get(path)
            if isinstance(module, nn.Linear) and hasattr(layer, "lora_A"):
                module.register_forward_hook(_Stacked(layer, names, self._rows))

    def _settings(self, asks: Sequence[Ask]) -> ContinuousBatchingConfig:
        pages = [-(-(len(ask.prompt_ids) + ask.new_tokens) // _PAGE) + 1 for ask in asks]
        return ContinuousBatchingConfig(
            page_size=_PAGE,
            num_blocks=sum(pages) + 1,
            max_batch_tokens=max(_BATCH_TOKENS, len(asks)),
            max_requests_per_batch=len(asks),
            allow_block_sharing=False,
            use_async_batching=False,
            use_cuda_graph=False,
        )

    def _answer(
        self,
        running: Any,  # noqa: ANN401 - the library's type has no public name
        asks: Sequence[Ask],
        owners: dict[str, int],
    ) -> list[list[int]]:
        order = [f"ask-{n}" for n in range(len(asks))]
        owners |= {key: self._owner[ask.adapter] for key, ask in zip(order, asks, strict=True)}
        for key, ask in zip(order, asks, strict=True):
            running.add_request(list(ask.prompt_ids), request_id=key, max_new_tokens=ask.new_tokens)
        found: dict[str, list[int]] = {}
        while len(found) < len(asks):
            result = running.get_result(timeout=1)
            if result is None and not running.is_running():
                raise ArmCannotRun("transformers' continuous batching stopped by itself")
            if result is not None and result.error is not None:
                raise BenchError(f"transformers' continuous batching failed: {result.error}")
            if result is not None and result.is_finished():
                found[result.request_id] = [int(token) for token in result.generated_tokens]
        return [found[key] for key in order]


def _owners(running: Any, owners: dict[str, int]) -> list[int]:  # noqa: ANN401 - see above
    batch = running.batch_processor.inputs_and_outputs.requests_in_batch
    return list(
        itertools.chain.from_iterable(
            [owners[request.state.request_id]] * request.query_length for request in batch
        )
    )
