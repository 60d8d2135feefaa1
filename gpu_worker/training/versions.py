"""A finished version, written so that it is there whole or not at all."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from peft import PeftModel

from gpu_worker.adapters import CONFIG, RECORD, WEIGHTS, AdapterVersion
from gpu_worker.training.record import TrainingRecord

_FILES = {CONFIG, WEIGHTS, RECORD}


def write_version(
    folder: Path, model: PeftModel, record: Callable[[str], TrainingRecord], made_at: datetime
) -> AdapterVersion:
    """Write a trained adapter into an agent's folder as a version that sorts after the others.

    Args:
        folder: the agent's folder of versions.
        model: the adapter as it is now.
        record: makes ``training.json`` for the version's name.
        made_at: the time in the version's name.
    """
    staged = folder / f".staged-{os.getpid()}"
    shutil.rmtree(staged, ignore_errors=True)
    model.save_pretrained(str(staged), save_embedding_layers=False)
    for entry in staged.iterdir():
        if entry.name not in _FILES:
            entry.unlink()  # a model card with nothing in it
    data_hash = record("").data.hash
    while (target := folder / version_name(made_at, data_hash)).exists():
        made_at += timedelta(seconds=1)
    whole = record(target.name)
    (staged / RECORD).write_text(whole.model_dump_json(indent=2) + "\n", "utf-8")
    for name in _FILES:
        _sync(staged / name)
    staged.rename(target)
    _sync(folder)
    return AdapterVersion(whole.agent, whole.version, target)


def version_name(made_at: datetime, data_hash: str) -> str:
    """Return the name of a version: the time to the second, and eight digits of the data's hash."""
    return f"{made_at:%Y%m%dT%H%M%S}-{data_hash[:8]}"


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
