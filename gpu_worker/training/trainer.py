"""transformers' Trainer with the loss of answers alone, and checkpoints that survive a kill.

Trainer writes a checkpoint file by file. What was killed halfway must not be resumed from, so a
checkpoint counts only once ``COMPLETE`` lies in it, which is written last.
"""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peft import PeftModel
from torch import Tensor
from transformers import Trainer, TrainerCallback, TrainerControl, TrainerState, TrainingArguments
from transformers.trainer_callback import PrinterCallback

from gpu_worker.training.batches import answer_losses, collate, mean_loss
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.progress import Progress
from gpu_worker.training.prompting import Encoded

_COMPLETE = "COMPLETE"
_CHECKPOINT = re.compile(r"checkpoint-(\d+)")
_KEPT = 2


class AnswerTrainer(Trainer):  # type: ignore[misc]  # transformers has no types
    """Minimises the weighted cross-entropy of the answers' tokens."""

    loss_is_scaled_for_ga = True

    def compute_loss(
        self,
        model: Any,  # noqa: ANN401 (transformers' own signature)
        inputs: dict[str, Tensor],
        return_outputs: bool = False,  # noqa: ARG002, FBT001, FBT002
        num_items_in_batch: Tensor | int | None = None,
    ) -> Tensor:
        """Return the loss of a batch as its part of the mean over a step's tokens."""
        losses, counts = answer_losses(model, inputs)
        total = counts.sum() if num_items_in_batch is None else num_items_in_batch
        return (losses * inputs["weight"]).sum() / total

    def evaluate(self, *_: Any, **__: Any) -> dict[str, float]:  # noqa: ANN401
        """Measure the mean loss of a held-out token: over tokens, not over batches."""
        batch = self.args.per_device_eval_batch_size
        metrics = {"eval_loss": mean_loss(self.model, self.eval_dataset, batch)}
        self.log(metrics)
        self.callback_handler.on_evaluate(self.args, self.state, self.control, metrics)
        return metrics


class _Course(TrainerCallback):  # type: ignore[misc]
    """Seals checkpoints and tells how far the training is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress

    def on_save(
        self,
        args: TrainingArguments,
        state: TrainerState,
        _: TrainerControl,
        **__: Any,  # noqa: ANN401
    ) -> None:
        (Path(args.output_dir) / f"checkpoint-{state.global_step}" / _COMPLETE).touch()

    def on_log(
        self,
        _: TrainingArguments,
        state: TrainerState,
        __: TrainerControl,
        logs: dict[str, float],
        **___: Any,  # noqa: ANN401
    ) -> None:
        self._progress.step(state.global_step, state.max_steps, state.epoch or 0.0, logs)


def build_trainer(
    model: PeftModel,
    trained: Sequence[Encoded],
    held_out: Sequence[Encoded],
    options: TrainingOptions,
    folder: Path,
    progress: Progress,
) -> AnswerTrainer:
    """Compose the trainer; its checkpoints go to ``folder``."""
    every = options.checkpoint_steps or max(1, steps_per_epoch(len(trained), options) // 4)
    arguments = TrainingArguments(
        output_dir=str(folder),
        num_train_epochs=options.epochs,
        learning_rate=options.learning_rate,
        lr_scheduler_type="cosine",
        warmup_steps=options.warmup,
        per_device_train_batch_size=options.batch,
        per_device_eval_batch_size=options.measure_batch,
        gradient_accumulation_steps=options.accumulate,
        seed=options.seed,
        use_cpu=model.device.type == "cpu",
        dataloader_pin_memory=model.device.type == "cuda",
        eval_strategy="steps",
        eval_steps=every,
        save_strategy="steps",
        save_steps=every,
        save_total_limit=_KEPT,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
        logging_steps=options.log_steps,
        logging_nan_inf_filter=False,
        remove_unused_columns=False,
        disable_tqdm=True,
        log_level="error",
        report_to="none",
    )
    trainer = AnswerTrainer(
        model=model,
        args=arguments,
        data_collator=collate,
        train_dataset=trained,
        eval_dataset=held_out,
        callbacks=[_Course(progress)],
    )
    trainer.model_accepts_loss_kwargs = True  # so that it counts the tokens of a whole step
    trainer.remove_callback(PrinterCallback)
    return trainer


def steps_per_epoch(examples: int, options: TrainingOptions) -> int:
    """Return how many steps the optimiser takes in one pass over the examples."""
    return -(-examples // (options.batch * options.accumulate))


def last_checkpoint(folder: Path) -> Path | None:
    """Return the newest whole checkpoint, and remove what was killed while it was written."""
    whole: dict[int, Path] = {}
    for entry in folder.iterdir() if folder.is_dir() else ():
        match = _CHECKPOINT.fullmatch(entry.name)
        if match and (entry / _COMPLETE).exists():
            whole[int(match[1])] = entry
        elif match:
            shutil.rmtree(entry)
    return whole[max(whole)] if whole else None
