"""The engine gives PEFT's own greedy tokens, whatever stands in the batch."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch

from gpu_worker.engine.core import EngineConfig
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.support import (
    INVOCATION,
    KINDS,
    NEW,
    TIE,
    Recorder,
    Reference,
    greedy,
    random_ids,
    read_model,
    save_adapter,
    save_model,
)

# PEFT 0.21 asks transformers 5.23 by a name that is on its way out.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing:FutureWarning")
# Pieces of prompts are short, so that every prompt is taken in by several steps.
CONFIG = EngineConfig(slots=8, context=160, running=8, step_tokens=40, beside_tokens=16)


@dataclass
class Family:
    base: Path
    folders: dict[str, Path]
    reference: Reference
    engine: LocalEngine
    recorder: Recorder

    def tokens(self, prompt: list[int], adapters: dict[str, float]) -> list[int]:
        return list(self.engine.submit(prompt, adapters, greedy()))


@pytest.fixture(scope="module", params=["qwen2", "llama"])
def family(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Family]:
    base = save_model(request.param, tmp_path_factory.mktemp(request.param))
    folders = {name: save_adapter(base, name, **kind) for name, kind in KINDS.items()}
    recorder = Recorder()
    engine = LocalEngine(read_model(base), CONFIG, recorder)
    for name, folder in folders.items():
        engine.load_adapter(name, folder)
    yield Family(base, folders, Reference.read(base, folders), engine, recorder)
    engine.close()


def test_every_mix_of_adapters_in_one_batch_gives_the_tokens_of_peft(family: Family) -> None:
    names = [None, *KINDS, None, *KINDS]
    secrets.SystemRandom().shuffle(names)
    wanted = [family.reference.fresh(20 + secrets.randbelow(60), name) for name in names]
    streams = [
        family.engine.submit(prompt, {name: 1.0} if name else {}, greedy())
        for (prompt, _), name in zip(wanted, names, strict=True)
    ]
    assert [list(stream) for stream in streams] == [answer for _, answer in wanted]
    assert len({tuple(answer) for _, answer in wanted}) == len(wanted)
    # They did stand in one batch, and prompts were taken in beside answers.
    assert max(answering for answering, _ in family.recorder.steps) > CONFIG.running / 2
    assert any(answering and taken_in for answering, taken_in in family.recorder.steps)


def test_adapters_do_change_the_answer(family: Family) -> None:
    prompt, bare = family.reference.fresh(30, None)
    assert family.tokens(prompt, {}) == bare
    assert family.tokens(prompt, {"all": 1.0}) != bare


def test_a_second_turn_reuses_the_first_and_is_still_exact(family: Family) -> None:
    prompt, answer = family.reference.fresh(40, "all")
    assert family.tokens(prompt, {"all": 1.0}) == answer
    second, wanted = family.reference.fresh(10, "all", before=[*prompt, *answer])
    assert family.tokens(second, {"all": 1.0}) == wanted
    # The last token was given, never computed.
    assert family.recorder.admitted_tokens[-1] == ("all", len(second), len(prompt) + NEW - 1)


def test_another_adapter_reuses_nothing(family: Family) -> None:
    prompt, answer = family.reference.fresh(40, "all")
    assert family.tokens(prompt, {"all": 1.0}) == answer
    other, gap = family.reference.answer(prompt, "mlp")
    given = family.tokens(prompt, {"mlp": 1.0})
    assert family.recorder.admitted_tokens[-1] == ("mlp", len(prompt), 0)
    assert given == other or gap < TIE


def test_a_shared_beginning_is_copied_and_both_answers_are_exact(family: Family) -> None:
    system = random_ids(30)
    for turn in range(3):
        prompt, answer = family.reference.fresh(50, "mlp", before=[*system, turn])
        assert family.tokens(prompt, {"mlp": 1.0}) == answer
    assert [reused for *_, reused in family.recorder.admitted_tokens[-2:]] == [30, 30]


def test_an_adapter_that_acts_late_reuses_what_the_bare_model_computed(family: Family) -> None:
    shared = random_ids(40)
    family.tokens(shared, {})
    prompt, answer = family.reference.fresh(5, "late", before=[*shared, *INVOCATION])
    assert family.tokens(prompt, {"late": 1.0}) == answer
    assert family.recorder.admitted_tokens[-1] == ("late", len(prompt), len(shared))


def test_a_blend_is_what_peft_adds_up(family: Family) -> None:
    family.reference.model.add_weighted_adapter(
        ["all", "attention"], [0.75, 0.5], "blend", combination_type="cat"
    )
    prompt, answer = family.reference.fresh(40, "blend")
    assert family.tokens(prompt, {"all": 0.75, "attention": 0.5}) == answer
    assert family.tokens(prompt, {"attention": 0.5, "all": 0.75}) == answer
    family.reference.model.set_adapter("all")
    family.reference.model.delete_adapter("blend")


def test_bfloat16_logits_are_near_those_of_peft(family: Family) -> None:
    """Tolerance: the engine is no farther from float32 than twice PEFT in bfloat16 is."""
    names = ["all", "attention", "mlp"]
    prompts = {name: random_ids(40) for name in names}
    seen: dict[int, torch.Tensor] = {}
    model = read_model(family.base, torch.bfloat16)

    def keep(_module: object, _args: object, output: object) -> None:
        logits = output.logits[0]  # type: ignore[attr-defined]
        if len(logits) == len(names) and not seen:
            seen.update(enumerate(logits.float()))

    model.register_forward_hook(keep)
    engine = LocalEngine(model, EngineConfig(context=160, step_tokens=len(names) * 40))
    try:
        for name in names:
            engine.load_adapter(name, family.folders[name])
        half = Reference.read(family.base, family.folders, torch.bfloat16).model
        # One batch: the engine waits for nobody, so the prompts are queued while it is busy.
        engine._condition.acquire()
        streams = [engine.submit(prompts[name], {name: 1.0}, greedy(1)) for name in names]
        engine._condition.release()
        for stream in streams:
            list(stream)
    finally:
        engine.close()
    for at, name in enumerate(names):
        ids = torch.tensor([prompts[name]])
        logits = []
        for reference in (family.reference.model, half):
            reference.set_adapter(name)
            with torch.inference_mode():
                logits.append(reference(input_ids=ids).logits[0, -1].float())
        exact, theirs = logits
        assert (seen[at] - exact).abs().mean() <= 2 * (theirs - exact).abs().mean()
