"""One training from its examples to a version: measured before, trained, measured after.

1. The agent's examples are read; those held out, and those too long, are set aside.
2. The base model is loaded with an adapter that changes nothing yet, and is measured.
3. The adapter is trained, with a checkpoint every so many steps and the best of them kept.
4. It is measured as the base was, and written as a version. Activating it is another decision.

Work in progress lies in ``<out>/<agent>/.runs/<key>``, where the key is of the options and the
data: the same command finds it again after an interruption, and another command does not.
"""

import fcntl
import math
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

import structlog
from peft import PeftModel

from gpu_worker.adapters import AdapterVersion, agent_folder, replace_file
from gpu_worker.agents.backends.tokenizer import HuggingFaceTokenizer
from gpu_worker.training.base_model import base_tokenizer, load_with_adapter
from gpu_worker.training.errors import AlreadyRuns, NoExamples, TrainingError
from gpu_worker.training.examples import data_hash, is_held_out, read_examples
from gpu_worker.training.measuring import HeldOut, measure
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.progress import Progress
from gpu_worker.training.prompting import Encoded, encode, template_of
from gpu_worker.training.record import (
    BaseRecord,
    Checkpoint,
    DataRecord,
    Measured,
    Metrics,
    TrainingRecord,
)
from gpu_worker.training.trainer import AnswerTrainer, build_trainer, last_checkpoint
from gpu_worker.training.versions import write_version
from shared.kernel.clock import utc_now

log = structlog.get_logger(__name__)

_LIBRARIES = ("torch", "transformers", "peft", "accelerate", "tokenizers")


@dataclass(frozen=True, slots=True)
class Parts:
    """The examples of a training, encoded, and what is recorded of them."""

    trained: tuple[Encoded, ...]
    held_out: HeldOut
    record: DataRecord


def train(options: TrainingOptions, progress: Progress | None = None) -> AdapterVersion:
    """Train an agent's adapter and return its new version, which is not active yet.

    Raises:
        TrainingError: the data, the model or the options do not allow it, or the same training is
            under way in another process.
        AdapterError: the folder of adapters cannot be used.
    """
    progress = progress or Progress()
    tokenizer = base_tokenizer(options)
    parts = read_parts(options, tokenizer)
    folder = agent_folder(options.out.absolute(), options.agent)
    work = folder / ".runs" / options.key(parts.record.hash)
    with _alone(work):
        _tell_start(options, parts, progress)
        model, base = load_with_adapter(options)
        before = _measured_before(model, tokenizer, parts, options, work)
        progress.say(f"base model: {_words(before)}")
        trainer = _trained(model, parts, options, work, progress)
        after = measure(model, tokenizer, parts.held_out, options)
        progress.say(f"with the adapter: {_words(after)}")
        if not math.isfinite(after.loss):
            raise TrainingError("the loss is not a number any more: try a lower --learning-rate")
        metrics = Metrics(before=before, after=after, course=_course(trainer))
        make = partial(_record, options, parts.record, base, trainer, metrics)
        made = write_version(folder, model, make, utc_now())
        shutil.rmtree(work)
    log.info(
        "training.finished",
        agent=made.agent,
        version=made.version,
        loss_before=before.loss,
        loss_after=after.loss,
    )
    return made


def read_parts(options: TrainingOptions, tokenizer: HuggingFaceTokenizer) -> Parts:
    """Read, encode and divide an agent's examples.

    Raises:
        BadExample: a line of the data is not what it should be.
        NoExamples: nothing is left to train on, or nothing to measure on.
    """
    examples = read_examples(options.data, options.agent)
    if not examples:
        raise NoExamples(f"{options.data} has no examples of the agent {options.agent!r}")
    encoded = [(one, encode(one, tokenizer, tokenizer.marks)) for one in examples]
    fitting = [(one, ids) for one, ids in encoded if ids.length <= options.max_length]
    trained = [ids for one, ids in fitting if not is_held_out(one, options.held_out)]
    # By a hash, and not by kind or agent: the first of them are as good as any to be answered.
    held_out = [(one, ids) for one, ids in fitting if is_held_out(one, options.held_out)]
    if not trained or not held_out:
        raise NoExamples(
            f"of {len(examples)} examples {len(examples) - len(fitting)} are longer than "
            f"--max-length {options.max_length} tokens, {len(held_out)} are held out and "
            f"{len(trained)} are left to train on: both must be some"
        )
    record = DataRecord(
        file=options.data.name,
        hash=data_hash(examples),
        trained=len(trained),
        held_out=len(held_out),
        too_long=len(examples) - len(fitting),
        templates=tuple(sorted({template_of(one) for one, _ in fitting})),
        kinds=dict(sorted(Counter(one.kind.value for one, _ in fitting).items())),
    )
    return Parts(_weighed(trained), held_out, record)


def _weighed(examples: Sequence[Encoded]) -> tuple[Encoded, ...]:
    """Scale the weights to a mean of one: they say what matters more, not how fast to learn."""
    mean = sum(one.weight for one in examples) / len(examples)
    return tuple(replace(one, weight=one.weight / mean) for one in examples)


@contextmanager
def _alone(work: Path) -> Iterator[None]:
    """Hold a training's folder: two processes in one would spoil each other's checkpoints."""
    work.mkdir(parents=True, exist_ok=True)
    with work.with_suffix(".lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRuns("this very training is under way in another process") from None
        yield
        Path(lock.name).unlink()


def _tell_start(options: TrainingOptions, parts: Parts, progress: Progress) -> None:
    record = parts.record
    progress.say(
        f"{options.agent}: {record.trained} examples to train on, {record.held_out} held out"
        + (f", {record.too_long} left out as too long" if record.too_long else "")
    )
    log.info(
        "training.started",
        agent=options.agent,
        model=options.model,
        trained=record.trained,
        held_out=record.held_out,
        too_long=record.too_long,
    )


def _measured_before(
    model: PeftModel,
    tokenizer: HuggingFaceTokenizer,
    parts: Parts,
    options: TrainingOptions,
    work: Path,
) -> Measured:
    """Measure the base model once; a resumed training reads it again."""
    kept = work / "before.json"
    if kept.exists():
        return Measured.model_validate_json(kept.read_bytes())
    with model.disable_adapter():
        before = measure(model, tokenizer, parts.held_out, options)
    replace_file(kept, before.model_dump_json())
    return before


def _trained(
    model: PeftModel,
    parts: Parts,
    options: TrainingOptions,
    work: Path,
    progress: Progress,
) -> AnswerTrainer:
    encoded: Sequence[Encoded] = [ids for _, ids in parts.held_out]
    trainer = build_trainer(model, parts.trained, encoded, options, work, progress)
    checkpoint = last_checkpoint(work)
    if checkpoint is not None:
        progress.say(f"going on from {checkpoint.name}")
        log.info("training.resumed", agent=options.agent, checkpoint=checkpoint.name)
    trainer.train(resume_from_checkpoint=str(checkpoint) if checkpoint else None)
    return trainer


def _course(trainer: AnswerTrainer) -> tuple[Checkpoint, ...]:
    return tuple(
        Checkpoint(step=row["step"], epoch=row["epoch"], held_out_loss=row["eval_loss"])
        for row in trainer.state.log_history
        if "eval_loss" in row
    )


def _record(
    options: TrainingOptions,
    data: DataRecord,
    base: BaseRecord,
    trainer: AnswerTrainer,
    metrics: Metrics,
    name: str,
) -> TrainingRecord:
    return TrainingRecord(
        agent=options.agent,
        version=name,
        made_at=utc_now(),
        data=data,
        base=base,
        options=options,
        trainable_parameters=trainer.model.num_parameters(only_trainable=True),
        steps=trainer.state.global_step,
        kept_step=trainer.state.best_global_step or trainer.state.global_step,
        metrics=metrics,
        libraries={library: version(library) for library in _LIBRARIES},
    )


def _words(measured: Measured) -> str:
    said = [f"held-out loss {measured.loss:.4f}"]
    if measured.answers:
        shares = (
            ("words right (F1)", measured.f1),
            ("exact", measured.exact),
            ("citations right", measured.citation_precision),
        )
        said += [f"{name} {value:.2f}" for name, value in shares if value is not None]
    return " · ".join(said)
