"""A real checkpoint on disk, a real engine: loaded, asked, broken and mended."""

import shutil
import time
from pathlib import Path
from threading import Event

import pytest
import torch
from prometheus_client import REGISTRY

from gpu_worker.agents.backends import local
from gpu_worker.agents.backends.base import BackendError, Draft, WritingTask
from gpu_worker.agents.backends.generative import GenerativeBackend
from gpu_worker.agents.backends.loading import LoadingBackend
from gpu_worker.agents.messages import learn
from gpu_worker.agents.prompts import lay_out, shipped_templates
from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.engine.core import ModelRefused, OutOfMemory
from gpu_worker.models import build_backend
from gpu_worker.tests.backends.support import (
    ACCESS,
    TASK,
    engine_of,
    eventually,
    settings_for,
    written,
)
from gpu_worker.tests.support import ask
from shared.config import Settings
from shared.domain.words import Locale, ModelTrouble, Outcome, Sender


def test_a_model_writes_and_the_draft_says_from_what(
    backend: GenerativeBackend, checkpoint: Path
) -> None:
    draft = written(backend)
    assert 1 <= draft.answer_tokens <= 24
    assert draft.prompt_tokens > 100
    assert (draft.adapter, draft.template) == (None, "default.2+access.1")
    assert backend.model is not None
    name, _, version = backend.model.partition("@")
    assert (name, len(version)) == (checkpoint.name, 12)
    assert written(backend).text == draft.text, "greedy, so the same again"


def test_other_weights_have_another_version(checkpoint: Path, tmp_path: Path) -> None:
    other = tmp_path / checkpoint.name
    shutil.copytree(checkpoint, other)
    assert local._fingerprint(other) == local._fingerprint(checkpoint)
    weights = other / "model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    assert local._fingerprint(other) != local._fingerprint(checkpoint)


def test_the_rules_are_computed_once_and_of_a_conversation_only_what_is_new(
    backend: GenerativeBackend,
) -> None:
    engine = engine_of(backend)
    rules = lay_out(TASK, shipped_templates().find("access", Locale.RU)).rules
    rules_tokens = len(backend._loaded.tokenizer.encode(rules, allow_control=False))

    written(backend)
    before = engine.stats().reused_tokens
    written(backend, WritingTask("А принтер?", TASK.sources, ACCESS, Locale.RU))
    assert engine.stats().reused_tokens - before >= rules_tokens

    said = [HistoryMessage(Sender.VISITOR, "Не работает vpn"), HistoryMessage(Sender.AGENT, "Да?")]
    said += [HistoryMessage(Sender.VISITOR, "Совсем"), HistoryMessage(Sender.AGENT, "Понятно.")]
    written(backend, TASK.with_parts(history=said))
    before = engine.stats().reused_tokens
    said += [HistoryMessage(Sender.VISITOR, TASK.question), HistoryMessage(Sender.AGENT, "Так.")]
    written(backend, TASK.with_parts(history=said))
    earlier = sum(len(message.text) for message in said[:4])
    reused = engine.stats().reused_tokens - before
    assert reused > rules_tokens + earlier // 4, (
        "the earlier turns are a prefix of the later prompt"
    )


def test_an_answer_that_is_left_is_cancelled_in_the_engine(backend: GenerativeBackend) -> None:
    def cancelled() -> float:
        labels = {"agent": "base", "result": "cancelled"}
        return REGISTRY.get_sample_value("otvet_engine_requests_total", labels) or 0

    before, engine = cancelled(), engine_of(backend)
    # Slow enough that an answer of a few milliseconds cannot end before it is left.
    engine._model.register_forward_pre_hook(lambda *_: time.sleep(0.05))
    stream = backend.write(TASK)
    next(piece for piece in stream if piece)
    stream.close()
    eventually(lambda: cancelled() == before + 1)
    assert engine.stats().running == 0


def test_the_deadline_holds(checkpoint: Path) -> None:
    backend = local.load_local(settings_for(checkpoint, ai_deadline="PT0.001S"))
    with pytest.raises(BackendError) as late:
        list(backend.write(TASK))
    assert late.value.trouble is ModelTrouble.DEADLINE
    backend.close()


@pytest.mark.parametrize("more", [{"ai_new_tokens": 2_000, "ai_context_tokens": 8_000}])
def test_a_model_too_small_for_its_settings_does_not_load_and_names_them(
    checkpoint: Path, more: dict[str, object], tmp_path: Path
) -> None:
    small = tmp_path / "small"
    shutil.copytree(checkpoint, small)
    config = small / "config.json"
    config.write_text(config.read_text().replace("4096", "1024"))
    with pytest.raises(BackendError, match="AI_NEW_TOKENS") as refused:
        local.load_local(settings_for(small, **more))
    assert refused.value.trouble is ModelTrouble.LOAD_FAILED


@pytest.mark.parametrize(
    ("raised", "trouble"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), ModelTrouble.OUT_OF_MEMORY),
        (MemoryError(), ModelTrouble.OUT_OF_MEMORY),
        (OutOfMemory("not one slot fits"), ModelTrouble.OUT_OF_MEMORY),
        (ModelRefused("it needs what this engine has not"), ModelTrouble.LOAD_FAILED),
    ],
    ids=lambda value: type(value).__name__,
)
def test_memory_that_runs_out_while_loading_is_told_from_the_rest(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch, raised: Exception, trouble: ModelTrouble
) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(local, "LocalEngine", no_room)
    with pytest.raises(BackendError) as refused:
        local.load_local(settings_for(checkpoint))
    assert refused.value.trouble is trouble


def test_weights_in_four_bits_write_too(checkpoint: Path) -> None:
    backend = local.load_local(settings_for(checkpoint, ai_quantization="int4"))
    try:
        assert written(backend).prompt_tokens > 100
    except BackendError as error:
        assert error.trouble is ModelTrouble.SILENT  # noqa: PT017 (random weights, rounded)
    finally:
        backend.close()


@pytest.mark.skipif(torch.cuda.is_available(), reason="this machine can")
@pytest.mark.parametrize(
    "more", [{"ai_quantization": "int8"}, {"ai_device": "cuda"}, {"ai_dtype": "float16"}], ids=str
)
def test_what_this_machine_cannot_run_does_not_load(
    checkpoint: Path, more: dict[str, object]
) -> None:
    with pytest.raises(BackendError) as refused:
        local.load_local(settings_for(checkpoint, **more))
    assert refused.value.trouble is ModelTrouble.LOAD_FAILED


# --- loading in the background --------------------------------------------------------------------


def test_a_worker_answers_from_its_first_second_and_with_the_model_once_it_is_there(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, load = Event(), local.load_local

    def slowly(settings: Settings) -> GenerativeBackend:
        gate.wait(10)
        return load(settings)

    monkeypatch.setattr(local, "load_local", slowly)
    learn()  # as a worker does at its start
    backend = build_backend(settings_for(checkpoint))
    began = time.monotonic()
    first = ask("не могу подключиться к vpn из дома", backend=backend)
    assert time.monotonic() - began < 5
    assert first.outcome is Outcome.QUOTED
    assert first.provenance is not None
    assert first.provenance.trouble is ModelTrouble.LOADING

    gate.set()

    def loaded() -> bool:
        try:
            return isinstance(list(backend.write(TASK))[-1], Draft)
        except BackendError as error:
            return error.trouble is not ModelTrouble.LOADING

    eventually(loaded, 60)
    backend.close()


def test_a_broken_checkpoint_is_told_and_taken_up_once_it_is_mended(
    checkpoint: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "model"
    backend = LoadingBackend(
        lambda: local.load_local(settings_for(folder)), "model", first_pause=0.05
    )

    def trouble() -> ModelTrouble | None:
        try:
            written(backend)
        except BackendError as error:
            return error.trouble
        return None

    eventually(lambda: trouble() is ModelTrouble.LOAD_FAILED)  # nothing is there
    shutil.copytree(checkpoint, folder)
    weights = folder / "model.safetensors"
    whole = weights.read_bytes()
    weights.write_bytes(whole[: len(whole) // 2])
    time.sleep(0.3)
    assert trouble() is ModelTrouble.LOAD_FAILED  # half of it is
    mended = tmp_path / "mended"
    mended.write_bytes(whole)
    mended.replace(weights)
    eventually(lambda: trouble() is None, 60)
    backend.close()


def test_a_folder_that_is_not_there_is_said_to_be_not_there(tmp_path: Path) -> None:
    with pytest.raises(BackendError, match="there is no such folder") as refused:
        local.load_local(settings_for(tmp_path / "nowhere"))
    assert refused.value.trouble is ModelTrouble.LOAD_FAILED
