"""Our own engine as an arm."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from transformers import PreTrainedModel

from gpu_worker.bench.listening import StepLog
from gpu_worker.bench.workload import Ask
from gpu_worker.engine.core import EngineConfig, SamplingParams, TokenStream
from gpu_worker.engine.local import LocalEngine

_HOUR = 3_600.0
_QUEUE = 1_024


@dataclass(frozen=True, slots=True)
class Room:
    """What an engine must hold: requests at once, and prompt plus new tokens of each.

    ``beside_tokens`` are the prompt tokens a step takes in beside answers (None: the engine's own).
    """

    places: int
    tokens: int
    beside_tokens: int | None = None


class Served:
    """All requests submitted at once; the engine mixes them."""

    def __init__(
        self,
        model: PreTrainedModel,
        adapters: Mapping[str, Path],
        room: Room,
    ) -> None:
        """Start an engine over the model and load PEFT adapters from their folders."""
        own = EngineConfig.for_device(model.device.type, slots=room.places, context=room.tokens)
        beside = room.beside_tokens or own.beside_tokens
        self._config = replace(
            own,
            queue=_QUEUE,
            beside_tokens=beside,
            step_tokens=max(own.step_tokens, beside),
        )
        self._adapters = adapters
        self.log = StepLog()
        self._engine = LocalEngine(model, self._config, self.log)
        self.forget()

    @property
    def beside_tokens(self) -> int:
        """Return how many prompt tokens a step takes in beside answers."""
        return self._config.beside_tokens

    def forget(self) -> None:
        """Load every adapter anew: keys computed by the old version are not used again."""
        for name, folder in self._adapters.items():
            self._engine.load_adapter(name, folder)

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        """Answer all; the streams are emptied one after another while the engine goes on."""
        streams = [self.submit(ask) for ask in asks]
        return [list(stream) for stream in streams]

    def submit(self, ask: Ask) -> TokenStream:
        """Start one request."""
        adapters = {} if ask.adapter is None else {ask.adapter: 1.0}
        params = SamplingParams(max_new_tokens=ask.new_tokens, deadline_seconds=_HOUR)
        return self._engine.submit(ask.prompt_ids, adapters, params)

    def cancel(self, request_id: str) -> None:
        """Stop a request."""
        self._engine.cancel(request_id)

    def close(self) -> None:
        """Stop the engine's thread."""
        self._engine.close()
