"""``training.json``: how a version of an adapter was made, and what it was worth."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from gpu_worker.training.options import TrainingOptions


class Recorded(BaseModel):
    """A part of ``training.json``."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class DataRecord(Recorded):
    """The examples: what they were, how many, and the templates their prompts were made by."""

    file: str
    hash: str
    trained: int
    held_out: int
    too_long: int
    kinds: dict[str, int]
    templates: tuple[str, ...]


class BaseRecord(Recorded):
    """The base model."""

    name: str
    revision: str | None
    config_hash: str
    dtype: str
    parameters: int


class Measured(Recorded):
    """What the held-out examples say; see ``scores.AnswerScores`` for all but ``loss``.

    ``loss`` is the mean cross-entropy of a token of the answers, in nats.
    """

    loss: float
    answers: int = 0
    exact: float | None = None
    f1: float | None = None
    citation_precision: float | None = None
    citation_recall: float | None = None
    grounded: float | None = None


class Checkpoint(Recorded):
    """The held-out loss on the way."""

    step: int
    epoch: float
    held_out_loss: float


class Metrics(Recorded):
    """The held-out examples before and after; ``before`` is the base model without an adapter."""

    before: Measured
    after: Measured
    course: tuple[Checkpoint, ...] = ()


class TrainingRecord(Recorded):
    """All of ``training.json``."""

    agent: str
    version: str
    made_at: datetime
    data: DataRecord
    base: BaseRecord
    options: TrainingOptions
    trainable_parameters: int
    steps: int
    kept_step: int = Field(
        description="the step of the lowest held-out loss, whose weights these are"
    )
    metrics: Metrics
    libraries: dict[str, str]
