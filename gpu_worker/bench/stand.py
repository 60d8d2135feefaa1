"""Where arms stand: one set of weights, adapters saved by PEFT, and the arms over them."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import cast

from peft import PeftModel
from transformers import PreTrainedModel

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.arms.continuous import TransformersContinuous
from gpu_worker.bench.arms.peft_arms import Naive, PeftMixed
from gpu_worker.bench.arms.served import Room, Served
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.models import build_model, in_dtype, load_adapters, save_adapters, twin
from gpu_worker.bench.options import Plan
from gpu_worker.bench.shapes import Shape
from gpu_worker.bench.workload import adapter_names
from gpu_worker.engine.core import EngineError
from gpu_worker.engine.loading import Dtype, Quantization, load_model


class Stand:
    """The weights and adapters of one measurement. Arms share weights, never modules."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Make or load the model in the plan's dtype and save adapters for it in ``folder``."""
        self.plan = plan
        self._folder = folder
        self._converted: dict[str, PreTrainedModel] = {}
        self.base = build_model(plan.source, dtype=plan.dtype, device=plan.device, seed=plan.seed)
        self.names = adapter_names(plan.adapters)
        self.folders = save_adapters(
            self.base,
            self.names,
            folder / "adapters",
            rank=plan.rank,
            targets=plan.targets,
            seed=plan.seed + 1,
        )

    @property
    def vocab(self) -> int:
        """Return how many token ids there are."""
        return int(self.base.config.vocab_size)

    def model(self, dtype: str) -> PreTrainedModel:
        """Return a model to do with as one likes; its weights are converted once."""
        if dtype not in self._converted:
            self._converted[dtype] = in_dtype(self.base, dtype)
        return twin(self._converted[dtype])

    def release(self, dtype: str) -> None:
        """Forget weights that were converted."""
        self._converted.pop(dtype, None)

    def peft(self, dtype: str) -> PeftModel:
        """Return a model with all adapters, loaded by PEFT."""
        return load_adapters(self.model(dtype), self.folders)

    def engine(
        self, room: Room, *, dtype: str, quantization: str | None = None, adapters: bool = True
    ) -> Served:
        """Start our engine, with all adapters or with none."""
        model = self._quantized(quantization) if quantization else self.model(dtype)
        return Served(model, self.folders if adapters else {}, room)

    def _quantized(self, quantization: str) -> PreTrainedModel:
        """Let the engine's own loader quantize the weights, from disk as it does in service."""
        source = self.plan.source
        if isinstance(source, Shape):
            source = self._folder / "base"
            if not source.exists():
                self.base.save_pretrained(source)
        try:
            return load_model(
                str(source),
                device=self.plan.device,
                dtype=cast("Dtype", self.plan.dtype),
                quantization=cast("Quantization", quantization),
            )
        except EngineError as error:
            raise BenchError(str(error)) from error

    @contextmanager
    def arms(
        self, names: Sequence[str], room: Room, *, dtype: str, quantization: str | None = None
    ) -> Iterator[dict[str, Arm]]:
        """Build the named arms, and close them at the end."""
        with ExitStack() as closing:
            wrapped = self.peft(dtype)
            built: dict[str, Arm] = {}
            for name in names:
                built[name] = self._arm(name, wrapped, room, dtype, quantization)
                closing.callback(built[name].close)
            yield built

    def _arm(
        self, name: str, wrapped: PeftModel, room: Room, dtype: str, quantization: str | None
    ) -> Arm:
        match name:
            case "naive":
                return Naive(wrapped)
            case "peft_mixed":
                return PeftMixed(wrapped)
            case "transformers_cb":
                return TransformersContinuous(self.model(dtype), wrapped)
            case _:
                return self.engine(
                    room, dtype=dtype, quantization=quantization, adapters=name == "engine"
                )


@contextmanager
def standing(plan: Plan) -> Iterator[Stand]:
    """Make a stand whose adapters lie in a folder that goes away."""
    with TemporaryDirectory(prefix="otvet-bench-") as folder:
        yield Stand(plan, Path(folder))
