"""A real checkpoint on disk, a real engine: loaded, asked, swapped, broken and mended."""

import random
import shutil
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from prometheus_client import REGISTRY
from transformers import Qwen2Config, Qwen2ForCausalLM
from transformers.utils.logging import disable_progress_bar, enable_progress_bar

from gpu_worker.adapters import activate
from gpu_worker.agents.backends import local
from gpu_worker.agents.backends.base import BackendError, Draft, Source, WritingTask
from gpu_worker.agents.backends.generative import GenerativeBackend
from gpu_worker.agents.backends.loading import LoadingBackend
from gpu_worker.agents.prompts import lay_out, shipped_templates
from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.engine.core import TokenStream
from gpu_worker.engine.local import LocalEngine
from gpu_worker.models import build_backend
from gpu_worker.tests.support import AGENTS, ask
from gpu_worker.tests.tiny_tokenizers import CHATML_TEMPLATE, tiny_tokenizer
from shared.config import Settings
from shared.domain.words import Locale, ModelTrouble, Outcome, Sender

# PEFT asks an old name of transformers.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")

ACCESS = AGENTS[0]
TASK = WritingTask(
    "Как подключить vpn?",
    (Source(1, "VPN", "Перезапустите программу VPN. Введите пароль."),),
    ACCESS,
    Locale.RU,
)


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    disable_progress_bar()
    yield
    enable_progress_bar()
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model of Qwen2's shape that says something to the task."""
    folder = tmp_path_factory.mktemp("models") / "tiny-qwen"
    rules = lay_out(TASK, shipped_templates().find("access", Locale.RU)).rules
    tokenizer = tiny_tokenizer(CHATML_TEMPLATE, texts=(rules, rules))
    for _ in range(20):
        torch.manual_seed(random.SystemRandom().randrange(2**31))
        config = Qwen2Config(
            vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64,
            num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
            max_position_embeddings=4_096, initializer_range=0.3, tie_word_embeddings=False,
            eos_token_id=tokenizer.convert_tokens_to_ids("<|im_end|>"), bos_token_id=None,
        )  # fmt: skip
        Qwen2ForCausalLM(config).save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        backend = local.load_local(settings_for(folder))
        try:
            written(backend)
            return folder
        except BackendError:
            continue
        finally:
            backend.close()
    raise AssertionError("no random model says anything")


def settings_for(folder: Path, **more: object) -> Settings:
    values = {
        "ai_model": str(folder), "ai_new_tokens": 24, "ai_context_tokens": 2_048, "ai_batch": 3,
        "ai_device": "cpu", "ai_dtype": "float32",
    } | more  # fmt: skip
    return Settings(_env_file=None, **values)  # type: ignore[arg-type]


@pytest.fixture
def backend(checkpoint: Path) -> Iterator[GenerativeBackend]:
    made = local.load_local(settings_for(checkpoint))
    yield made
    made.close()


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


def test_a_model_writes_and_the_draft_says_from_what(
    backend: GenerativeBackend, checkpoint: Path
) -> None:
    draft = written(backend)
    assert 1 <= draft.answer_tokens <= 24
    assert draft.prompt_tokens > 100
    assert (draft.adapter, draft.template) == (None, "default.1+access.1")
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
    before = REGISTRY.get_sample_value(
        "otvet_engine_requests_total", {"agent": "base", "result": "cancelled"}
    )
    stream = backend.write(TASK)
    next(piece for piece in stream if piece)
    stream.close()
    eventually(lambda: engine_of(backend).stats().running == 0)
    after = REGISTRY.get_sample_value(
        "otvet_engine_requests_total", {"agent": "base", "result": "cancelled"}
    )
    assert (after or 0) - (before or 0) == 1


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


# --- loading in the background --------------------------------------------------------------------


def test_a_worker_answers_from_its_first_second_and_with_the_model_once_it_is_there(
    checkpoint: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, load = Event(), local.load_local

    def slowly(settings: Settings) -> GenerativeBackend:
        gate.wait(10)
        return load(settings)

    monkeypatch.setattr(local, "load_local", slowly)
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


# --- adapters -------------------------------------------------------------------------------------


def adapter(checkpoint: Path, root: Path, agent: str, version: str) -> None:
    """Write a random adapter."""
    model = Qwen2ForCausalLM.from_pretrained(checkpoint)
    config = LoraConfig(r=4, lora_alpha=64, target_modules="all-linear")
    tuned = get_peft_model(model, config)
    for name, weights in tuned.named_parameters():
        if "lora_" in name:
            torch.nn.init.normal_(weights, std=0.5)
    tuned.save_pretrained(str(root / agent / version))


def test_adapters_are_swapped_while_the_engine_runs_and_a_broken_one_changes_nothing(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_LOOK_SECONDS", 0.05)
    for version in ("v1", "v2", "v3"):
        adapter(checkpoint, tmp_path, "access", version)
    weights = tmp_path / "access" / "v3" / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:200])
    activate(tmp_path, "access", "v1", force=True)
    backend = local.load_local(settings_for(checkpoint, ai_adapters=tmp_path))

    engine = engine_of(backend)
    assert engine.adapters() == {"access@v1"}
    assert adapter_said(backend) in ("access@v1", None)
    activate(tmp_path, "access", "v2", force=True)
    eventually(lambda: engine.adapters() == {"access@v2"})
    assert adapter_said(backend) in ("access@v2", None)
    refused = REGISTRY.get_sample_value("otvet_adapters_changed_total", {"result": "refused"}) or 0
    activate(tmp_path, "access", "v3", force=True)
    eventually(
        lambda: (
            REGISTRY.get_sample_value("otvet_adapters_changed_total", {"result": "refused"})
            == refused + 1
        )
    )
    time.sleep(0.2)
    assert engine.adapters() == {"access@v2"}, "the old one goes on"
    backend.close()


def test_two_agents_are_blended(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for agent, version in (("access", "v1"), ("network", "v2")):
        adapter(checkpoint, tmp_path, agent, version)
        activate(tmp_path, agent, version, force=True)
    backend = local.load_local(settings_for(checkpoint, ai_adapters=tmp_path))
    engine, submitted = engine_of(backend), []
    submit = engine.submit

    def recording(ids: Sequence[int], adapters: Mapping[str, float], params: Any) -> TokenStream:  # noqa: ANN401
        submitted.append(dict(adapters))
        return submit(ids, adapters, params)

    monkeypatch.setattr(engine, "submit", recording)
    both = WritingTask(TASK.question, TASK.sources, ACCESS, Locale.RU, partner=AGENTS[2])
    assert adapter_said(backend, both) in ("access@v1*0.5+network@v2*0.5", None)
    assert submitted == [{"access@v1": 0.5, "network@v2": 0.5}]
    backend.close()


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
