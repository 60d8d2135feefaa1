"""An adapter is trained, gets better than its base, survives a kill, and is activated."""

import io
import os
import random
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import PeftModel
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM

from gpu_worker.adapters import CONFIG, RECORD, WEIGHTS, AdapterVersion, versions
from gpu_worker.agents.backends.base import Draft, WritingTask
from gpu_worker.agents.backends.generative import GenerativeBackend, Loaded, NoAdapters
from gpu_worker.engine.core import EngineConfig, SamplingParams
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.training.support import (
    AGENT,
    examples,
    options,
    split,
    write_lines,
)
from gpu_worker.training.base_model import base_tokenizer
from gpu_worker.training.batches import answer_losses, collate
from gpu_worker.training.errors import AlreadyRuns, BadModel, NoExamples, TrainingError
from gpu_worker.training.examples import Example
from gpu_worker.training.measuring import greedy_answers
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.parts import read_parts
from gpu_worker.training.progress import Progress
from gpu_worker.training.prompting import encode, shown_sources
from gpu_worker.training.record import TrainingRecord
from gpu_worker.training.train import _alone, train
from gpu_worker.training.trainer import AnswerTrainer, last_checkpoint
from shared.contracts.queues import AgentProfile

SHARE, MOST = 0.2, 0.6
# peft 0.21 asks transformers 5.23 for something by its old name.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")


def _train(chosen: TrainingOptions) -> tuple[AdapterVersion, list[str]]:
    lines = io.StringIO()
    return train(chosen, Progress(lines)), lines.getvalue().splitlines()


def _record(version: AdapterVersion) -> TrainingRecord:
    return TrainingRecord.model_validate_json((version.folder / RECORD).read_bytes())


def _data(folder: Path, rng: random.Random, count: int = 40) -> Path:
    return write_lines(folder / "data.jsonl", examples(count, rng))


@dataclass(frozen=True)
class Trained:
    """An adapter that was trained until it has learnt its answer."""

    options: TrainingOptions
    made: AdapterVersion
    lines: list[str]
    all_of: list[Example]


@pytest.fixture(scope="module")
def trained(base: Path, tmp_path_factory: pytest.TempPathFactory) -> Trained:
    folder = tmp_path_factory.mktemp("trained")
    all_of = examples(40, random.SystemRandom())
    data = write_lines(folder / "data.jsonl", all_of)
    chosen = options(base, data, folder / "adapters", epochs=6, checkpoint_steps=10)
    return Trained(chosen, *_train(chosen), all_of)


def test_the_held_out_loss_falls_and_greedy_answers_become_the_trained_ones(
    trained: Trained,
) -> None:
    record = _record(trained.made)
    before, after = record.metrics.before, record.metrics.after
    assert after.loss < before.loss / 2
    assert before.exact == 0.0
    # Now and then one of them still has a letter too many after so few steps.
    assert min(after.exact or 0.0, after.citation_precision or 0.0) >= MOST
    learnt, held_out = split(trained.all_of, SHARE)
    assert (record.data.trained, record.data.held_out) == (len(learnt), len(held_out))
    assert record.metrics.after.answers == len(held_out)
    assert record.data.templates == ("default.2+network.1",)
    assert any("held-out loss" in line for line in trained.lines)
    assert len(record.metrics.course) == 3

    files = {entry.name: entry.stat().st_mode for entry in trained.made.folder.iterdir()}
    assert files.keys() == {CONFIG, WEIGHTS, RECORD}
    assert len(set(files.values())) == 1, "whoever may read one may read all"

    # What is written is what was measured.
    fresh: Any = AutoModelForCausalLM.from_pretrained(trained.options.model)
    tokenizer = base_tokenizer(trained.options)
    asked = [encode(one, tokenizer, tokenizer.marks) for one in held_out]
    wanted = [one.answer for one in held_out]
    given = greedy_answers(fresh, tokenizer, asked, trained.options)
    assert not set(given) & set(wanted)
    adapted = PeftModel.from_pretrained(fresh, str(trained.made.folder))
    given = greedy_answers(adapted, tokenizer, asked, trained.options)
    right = sum(each == want for each, want in zip(given, wanted, strict=True))
    assert right / len(wanted) == after.exact


def test_the_engine_serves_what_was_trained_through_the_prompt_that_serves(
    trained: Trained,
) -> None:
    model = AutoModelForCausalLM.from_pretrained(trained.options.model)
    tokenizer = base_tokenizer(trained.options)
    engine = LocalEngine(model, EngineConfig(context=1_000))
    backend = GenerativeBackend(
        Loaded(
            name="tiny",
            engine=engine,
            tokenizer=tokenizer,
            marks=tokenizer.marks,
            params=SamplingParams(max_new_tokens=24, stop_ids=tokenizer.stop_ids()),
            adapters=_Always({"trained": 1.0}),
            context_tokens=1_000,
        )
    )
    engine.load_adapter("trained", trained.made.folder)
    _, held_out = split(trained.all_of, SHARE)
    drafts = [_draft(backend, one) for one in held_out]
    backend.close()
    right = [draft for draft, one in zip(drafts, held_out, strict=True) if draft.text == one.answer]
    assert len(right) == round((_record(trained.made).metrics.after.exact or 0.0) * len(held_out))
    assert {tuple(cited.n for cited in draft.citations) for draft in right} == {(1,)}


def _draft(backend: GenerativeBackend, one: Example) -> Draft:
    task = WritingTask(
        question=one.question,
        sources=shown_sources(one),
        agent=AgentProfile(slug=AGENT, name=AGENT, subject=AGENT),
        language=one.language,
    )
    *_, draft = backend.write(task)
    assert isinstance(draft, Draft)
    return draft


class _Always(NoAdapters):
    """Every agent speaks with the same adapter."""

    def __init__(self, blend: dict[str, float]) -> None:
        self._blend = blend

    def blend(self, _: Sequence[AgentProfile]) -> dict[str, float]:
        return self._blend


def test_a_killed_training_goes_on_and_ends_as_if_it_had_not_been(
    base: Path, tmp_path: Path, rng: random.Random
) -> None:
    data = _data(tmp_path, rng)
    # Dropout too must go on where it stopped.
    whole = options(base, data, tmp_path / "whole", dropout=0.2, checkpoint_steps=2, measure=2)
    killed = whole.model_copy(update={"out": tmp_path / "killed"})
    child = os.fork()  # a fork, and not a process of its own: that would import torch for seconds
    if child == 0:
        try:
            train(killed, _Slow())
        finally:
            os._exit(1)
    work = tmp_path / "killed" / AGENT / ".runs"
    try:
        _wait_for(lambda: list(work.glob("*/checkpoint-4/COMPLETE")))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert versions(killed.out, AGENT) == []

    resumed, lines = _train(killed)
    assert any(line.startswith("going on from checkpoint-") for line in lines)
    straight, _ = _train(whole)
    one, other = (load_file(each.folder / WEIGHTS) for each in (resumed, straight))
    assert one.keys() == other.keys()
    assert all(one[name].equal(other[name]) for name in one)
    assert _record(resumed).metrics == _record(straight).metrics
    assert list(work.iterdir()) == []


class _Slow(Progress):
    """Gives whoever wants to kill the training the time to do it in the middle."""

    def __init__(self) -> None:
        super().__init__(io.StringIO())

    def step(self, step: int, *_: object) -> None:
        if step > 4:
            time.sleep(60)


def _wait_for(is_there: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not is_there():
        assert time.monotonic() < end, "the child made no checkpoint"
        time.sleep(0.02)


def test_a_checkpoint_that_was_killed_halfway_is_thrown_away(tmp_path: Path) -> None:
    for step in (2, 10, 12):
        (tmp_path / f"checkpoint-{step}").mkdir()
        if step != 12:
            (tmp_path / f"checkpoint-{step}" / "COMPLETE").touch()
    assert last_checkpoint(tmp_path) == tmp_path / "checkpoint-10"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["checkpoint-10", "checkpoint-2"]
    assert last_checkpoint(tmp_path / "nowhere") is None


def test_the_same_training_does_not_run_twice_at_once(tmp_path: Path) -> None:
    with _alone(tmp_path / "key"):
        with pytest.raises(AlreadyRuns), _alone(tmp_path / "key"):
            pass
        with _alone(tmp_path / "other"):
            pass


def test_an_interrupted_training_is_found_by_its_options_and_data_alone(tmp_path: Path) -> None:
    one = options(tmp_path, tmp_path / "a.jsonl", tmp_path)
    same = one.model_copy(update={"data": tmp_path / "b.jsonl", "log_steps": 99})
    other = one.model_copy(update={"rank": 4})
    assert one.key("hash") == same.key("hash")
    assert len({one.key("hash"), other.key("hash"), one.key("other")}) == 3


def test_weights_say_what_matters_more_and_not_how_fast_to_learn(
    base: Path, tmp_path: Path, rng: random.Random
) -> None:
    weighed = [one.model_copy(update={"weight": rng.uniform(0.5, 20)}) for one in examples(30, rng)]
    data = write_lines(tmp_path / "data.jsonl", weighed)
    chosen = options(base, data, tmp_path)
    trained = read_parts(chosen, base_tokenizer(chosen)).trained
    assert sum(one.weight for one in trained) == pytest.approx(len(trained))
    model: Any = AutoModelForCausalLM.from_pretrained(base)
    batch = collate(trained[:4])
    with torch.inference_mode():
        losses, counts = answer_losses(model, batch)
        nobody: Any = None
        loss = AnswerTrainer.compute_loss(nobody, model, batch, num_items_in_batch=100)
    wanted = sum(float(each) * one.weight for each, one in zip(losses, trained, strict=False))
    assert float(loss) == pytest.approx(wanted / 100, rel=1e-5)
    assert counts.min() > 0


def test_training_says_plainly_why_it_cannot_begin(
    base: Path, tmp_path: Path, rng: random.Random
) -> None:
    data = _data(tmp_path, rng, 30)
    good = options(base, data, tmp_path / "adapters", held_out=0.5)
    for changes, error, reason in (
        ({"agent": "access"}, NoExamples, "no examples of the agent 'access'"),
        ({"max_length": 16}, NoExamples, "30 are longer than --max-length 16"),
        ({"model": str(tmp_path / "nowhere")}, BadModel, "nowhere"),
        ({"targets": "no_proj"}, BadModel, "no_proj"),
    ):
        with pytest.raises(error, match=reason):
            train(good.model_copy(update=changes), Progress(io.StringIO()))
    assert versions(good.out, AGENT) == []


def test_without_memory_it_says_what_to_change(
    base: Path, tmp_path: Path, rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise torch.OutOfMemoryError("2 GiB wanted")

    monkeypatch.setattr(AnswerTrainer, "train", fail)
    chosen = options(base, _data(tmp_path, rng), tmp_path / "adapters", measure=0)
    with pytest.raises(TrainingError, match="halve --batch"):
        _train(chosen)
    assert versions(chosen.out, AGENT) == []
    # What was measured is there for the next attempt.
    assert list((chosen.out / AGENT / ".runs").glob("*/before.json"))
