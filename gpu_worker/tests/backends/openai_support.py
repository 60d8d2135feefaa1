"""An OpenAI-compatible server and the backend that asks it, ready to talk."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from gpu_worker.agents.backends.base import BackendError, Draft, Source, WritingTask
from gpu_worker.agents.backends.openai import OpenAIBackend, OpenAIOptions
from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.tests.backends.model_server import (
    ModelServer,
    Script,
    serving,
)
from gpu_worker.tests.support import AGENTS
from shared.domain.words import Locale, Sender

ANSWER = "Перезапустите программу VPN. [1] Введите новый рабочий пароль 🦔. [1]"
SECRET = "канарейка-4711"
TASK = WritingTask(
    f"vpn? {SECRET}",
    (Source(1, "VPN", "Перезапустите программу VPN.", "https://kb.example.ru"),),
    AGENTS[0],
    Locale.RU,
    (HistoryMessage(Sender.VISITOR, "раньше"), HistoryMessage(Sender.AGENT, "позже")),
    partner=AGENTS[2],
    seed=7,
)


@contextmanager
def talking(
    *scripts: Script, seconds: float = 5.0, adapters_every: float = 0.05, **options: object
) -> Iterator[tuple[OpenAIBackend, ModelServer]]:
    with ExitStack() as stack:
        server = stack.enter_context(serving(*scripts, **options))
        backend = OpenAIBackend(
            OpenAIOptions(
                base_url=server.url,
                model="base",
                api_key="k-123",
                connect_seconds=0.5,
                silent_seconds=seconds / 2,
                deadline_seconds=seconds,
                adapters_every=adapters_every,
                retry_seconds=0.02,
            )
        )
        stack.callback(backend.close)
        yield backend, server


def written(backend: OpenAIBackend) -> tuple[list[str], Draft]:
    *pieces, draft = backend.write(TASK)
    assert isinstance(draft, Draft)
    return [str(piece) for piece in pieces if piece], draft


def refusal(backend: OpenAIBackend) -> BackendError:
    with pytest.raises(BackendError) as caught:
        list(backend.write(TASK))
    assert SECRET not in str(caught.value)
    return caught.value


def eventually(check: Callable[[], object], seconds: float = 5.0) -> None:
    until = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.01)
