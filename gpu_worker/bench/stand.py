"""Where arms stand: one set of weights, adapters saved by PEFT, and the arms over them."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from peft import PeftModel
from transformers import PreTrainedModel

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.arms.continuous import TransformersContinuous
from gpu_worker.bench.arms.peft_arms import Naive, PeftMixed
from gpu_worker.bench.arms.served import Room, Served
from gpu_worker.bench.models import build_model, in_dtype, load_adapters, save_adapters
from gpu_worker.bench.options import Plan
from gpu_worker.bench.workload import adapter_names


class Stand:
    """The weights and adapters of one measurement. Arms share weights, never modules."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Make or load the model in the plan's dtype and save adapters for it in ``folder``."""
        self.plan = plan
        self.base = build_model(plan.source, dtype=plan.dtype, device=plan.device, seed=plan.seed)
        self.names = adapter_names(plan.adapters)
        self.folders = save_adapters(
            self.base,
            self.names,
            folder,
            rank=plan.rank,
            targets=plan.targets,
            seed=plan.seed + 1,
        )

    @property
    def vocab(self) -> int:
        """Return how many token ids there are."""
        return int(self.base.config.vocab_size)

    def model(self, dtype: str) -> PreTrainedModel:
        """Return a model to do with as one likes."""
        return in_dtype(self.base, dtype)

    def peft(self, dtype: str) -> PeftModel:
        """Return a model with all adapters, loaded by PEFT."""
        return load_adapters(self.model(dtype), self.folders)

    def engine(
        self, room: Room, *, dtype: str, quantization: str | None = None, adapters: bool = True
    ) -> Served:
        """Start our engine, with all adapters or with none."""
        folders = self.folders if adapters else {}
        return Served(self.model(dtype), folders, room, quantization=quantization)

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
