"""How an adapter is trained: every option, with its bounds."""

import hashlib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0.0, lt=1.0)]
Count = Annotated[int, Field(ge=1)]

# What may change between an interruption and its resumption: none of it changes the weights.
_INDIFFERENT = {"data", "out", "measure_batch", "log_steps"}


class TrainingOptions(BaseModel):
    """Options of one training. Field names are those of the command line."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    agent: str = Field(description="slug of the agent whose adapter is trained")
    data: Path = Field(description="examples, JSONL; those of other agents are passed over")
    model: str = Field(description="base model: a path or a hub id")
    out: Path = Field(description="folder of adapters")
    revision: str | None = Field(None, description="revision of a hub model")
    rank: Count = Field(16, description="rank of the adapter")
    alpha: Count = Field(32, description="LoRA alpha")
    dropout: Share = Field(0.05, description="LoRA dropout")
    targets: str = Field(
        "all-linear", description="modules that are adapted: all-linear, or names with commas"
    )
    epochs: Annotated[float, Field(gt=0)] = Field(3.0, description="passes over the examples")
    learning_rate: Annotated[float, Field(gt=0)] = Field(2e-4, description="peak learning rate")
    batch: Count = Field(4, description="examples in one forward pass")
    accumulate: Count = Field(4, description="forward passes in one step of the optimiser")
    warmup: Share = Field(0.05, description="share of the steps in which the rate rises")
    max_length: Annotated[int, Field(ge=16)] = Field(
        2048, description="tokens of prompt and answer; longer examples are left out"
    )
    held_out: Annotated[float, Field(gt=0.0, lt=1.0)] = Field(
        0.1, description="share of the examples kept for measuring"
    )
    seed: Annotated[int, Field(ge=0)] = Field(0, description="seed of everything random")
    device: Literal["auto", "cpu", "cuda"] = Field("auto", description="auto, cpu or cuda")
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = Field(
        "auto", description="of the base model's weights; the adapter's own are float32"
    )
    checkpoint_steps: Annotated[int, Field(ge=0)] = Field(
        0, description="steps between checkpoints; 0: four an epoch"
    )
    log_steps: Count = Field(10, description="steps between lines of progress")
    measure: Annotated[int, Field(ge=0)] = Field(
        64, description="held-out examples that are answered before and after"
    )
    measure_batch: Count = Field(8, description="examples answered side by side")
    answer_tokens: Count = Field(320, description="longest answer while measuring, in tokens")

    def key(self, data_hash: str) -> str:
        """Return what an interrupted training is found by again: equal options, equal data."""
        same = self.model_dump_json(exclude=_INDIFFERENT)
        return hashlib.sha256(f"{same}{data_hash}".encode()).hexdigest()[:16]

    @property
    def target_modules(self) -> str | list[str]:
        """What PEFT takes as ``target_modules``."""
        if self.targets == "all-linear":
            return self.targets
        return [name.strip() for name in self.targets.split(",") if name.strip()]
