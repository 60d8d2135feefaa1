"""A tiny checkpoint, settings that name it, and short ways to ask what serves it."""

import time
from collections.abc import Callable
from pathlib import Path

from gpu_worker.agents.backends.base import BackendError, Draft, Source, WritingTask
from gpu_worker.agents.backends.generative import GenerativeBackend
from gpu_worker.agents.backends.loading import LoadingBackend
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.support import AGENTS
from shared.config import Settings
from shared.domain.words import Locale, ModelTrouble

ACCESS = AGENTS[0]
TASK = WritingTask(
    "Как подключить vpn?",
    (Source(1, "VPN", "Перезапустите программу VPN. Введите пароль."),),
    ACCESS,
    Locale.RU,
)


def settings_for(folder: Path, **more: object) -> Settings:
    values = {
        "ai_model": str(folder), "ai_new_tokens": 24, "ai_context_tokens": 2_048, "ai_batch": 3,
        "ai_device": "cpu", "ai_dtype": "float32",
    } | more  # fmt: skip
    return Settings(_env_file=None, **values)  # type: ignore[arg-type]


def engine_of(backend: GenerativeBackend) -> LocalEngine:
    engine = backend._loaded.engine
    assert isinstance(engine, LocalEngine)
    return engine


def written(backend: GenerativeBackend | LoadingBackend, task: WritingTask = TASK) -> Draft:
    *pieces, draft = backend.write(task)
    assert isinstance(draft, Draft)
    assert "".join(map(str, pieces)).startswith(draft.text)
    return draft


def eventually(check: Callable[[], object], seconds: float = 10.0) -> None:
    until = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.02)


def adapter_said(backend: GenerativeBackend, task: WritingTask = TASK) -> str | None:
    """Ask; returns the adapter of the draft, or None when it says nothing, as a random one may."""
    try:
        draft = list(backend.write(task))[-1]
    except BackendError as error:
        if error.trouble is not ModelTrouble.SILENT:
            raise
        return None
    assert isinstance(draft, Draft)
    return draft.adapter
