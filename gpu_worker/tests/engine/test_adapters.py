"""Adapters come, change and go while requests run; what cannot be served is refused in words."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import pytest
import torch
from peft import IA3Config, get_peft_model
from safetensors.torch import load_file, save_file

from gpu_worker.engine.core import AdapterRefused, UnknownAdapter
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.stepping import Stepper, read, running, submit, take, within
from gpu_worker.tests.engine.worlds import (
    ADAPTERS,
    INVOCATION,
    Case,
    World,
    as_peft_is,
    load_base,
    save_adapter,
    save_base,
    with_adapters,
)

PLAIN: dict[str, object] = {"r": 3, "lora_alpha": 6, "target_modules": "all-linear"}
WEIGHTS, CONFIG = "adapter_model.safetensors", "adapter_config.json"


@pytest.fixture
def other(world: World, tmp_path: Path) -> World:
    """Another version of the adapter ``all``: its own weights, rank and targets."""
    save_adapter(world.base, tmp_path / "all", PLAIN)
    reference = with_adapters(load_base(world.base), tmp_path, ["all"])
    return World(world.base, tmp_path, reference, world.rng)


def _meanwhile(act: Callable[[], None]) -> Future[None]:
    """Start what waits for a pause between two steps."""
    done: Future[None] = Future()

    def run() -> None:
        try:
            act()
            done.set_result(None)
        except BaseException as error:  # noqa: BLE001  # it belongs to the caller
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    return done


def _step_over(stepper: Stepper, engine: LocalEngine, act: Callable[[], None]) -> None:
    """Start what waits for a pause between two steps; it is done before the next step is."""
    done = _meanwhile(act)
    within(20, lambda: _wait_until(lambda: bool(engine._changes) or done.done()))
    stepper.step()
    done.result(timeout=10)


def _places(engine: LocalEngine) -> int:
    return engine._adapters._places


def test_a_replaced_adapter_serves_who_runs_and_its_new_version_who_comes(
    world: World, other: World
) -> None:
    """Given three asked before: one runs, one waits, one is asked together with another adapter."""
    prompt = world.prompt(10)
    old = world.case("all", 4, 20, before=prompt)
    blend = world.case({"all": 0.5, "mlp": 0.5}, 6, 20)
    new = other.case("all", 4, 20, before=prompt)
    stepper = Stepper()
    with running(world, observer=stepper, running=2) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in (old, blend, old)]
        stepper.step(2)
        _step_over(stepper, engine, lambda: engine.load_adapter("all", other.adapters / "all"))
        streams.append(submit(engine, new))
        stepper.let_go()
        answers = [case.tokens for case in (old, blend, old, new)]
        assert [read(stream) for stream in streams] == answers
        reused = [reused for event, name, reused in stepper.heard if event == "admitted"]
        assert reused[-1] == 0, "keys of the old version are not those of the new one"
        assert engine.adapters() == frozenset(ADAPTERS)
        assert len(engine._adapters._versions) == len(ADAPTERS), "the old place is free"


def test_an_unloaded_adapter_serves_who_runs_and_is_unknown_to_who_comes(world: World) -> None:
    case = world.case("mlp", 8, 12)
    stepper = Stepper()
    with running(world, observer=stepper) as engine:
        stepper.hold(engine)
        stream = iter(submit(engine, case))
        stepper.step(2)
        _step_over(stepper, engine, lambda: engine.unload_adapter("mlp"))
        with pytest.raises(UnknownAdapter, match="'mlp'"):
            submit(engine, case)
        stepper.let_go()
        assert take(stream, 12) == case.tokens
        with pytest.raises(UnknownAdapter, match="'mlp'"):
            engine.unload_adapter("mlp")
        engine.load_adapter("mlp", world.adapters / "mlp")
        assert read(submit(engine, case)) == case.tokens


def test_adapters_load_hot_into_an_engine_that_had_none(world: World) -> None:
    bare, case = world.case(None, 8, 12), world.case("attention", 8, 6)
    stepper = Stepper()
    with running(world, names=[], observer=stepper) as engine:
        stepper.hold(engine)
        stream = submit(engine, bare)
        stepper.step(2)
        folder = world.adapters / "attention"
        _step_over(stepper, engine, lambda: engine.load_adapter("hot", folder))
        hot = submit(engine, Case(case.prompt, {"hot": 1.0}, case.tokens))
        stepper.let_go()
        assert (read(stream), read(hot)) == (bare.tokens, case.tokens)


def test_fifty_swaps_take_no_more_places_than_the_first_few(world: World, tmp_path: Path) -> None:
    """Given versions of different ranks, each used, and one that is always on its way out."""
    ranks = (2, 7, 4)
    for rank in ranks:
        save_adapter(world.base, tmp_path / str(rank), {**PLAIN, "r": rank})
    names = [str(rank) for rank in ranks]
    versions = World(
        world.base, tmp_path, with_adapters(load_base(world.base), tmp_path, names), world.rng
    )
    cases = {name: versions.case(name, 5, 3) for name in names}
    kept = world.case("all", 5, 3)
    with running(world, names=["all"]) as engine:
        for at in range(50):
            name = names[at % 3]
            engine.load_adapter("network", tmp_path / name)
            case = cases[name]
            stream = submit(engine, Case(case.prompt, {"network": 1.0}, case.tokens))
            if at % 10 == 0:
                assert read(submit(engine, kept)) == kept.tokens
                assert read(stream) == case.tokens
            else:
                engine.cancel(stream.id)
        assert _places(engine) <= 4
        within(10, lambda: _wait_until(lambda: len(engine._adapters._versions) == 2))
        assert len(engine._adapters._blends) <= 3, "blends of versions that are gone are forgotten"
        engine.unload_adapter("network")
        assert engine.adapters() == {"all"}


def _wait_until(is_true: Callable[[], bool]) -> None:
    while not is_true():
        sleep(0.001)


def _changed(folder: Path, **options: object) -> None:
    config = json.loads((folder / CONFIG).read_text())
    (folder / CONFIG).write_text(json.dumps({**config, **options}))


def _reweighed(folder: Path, change: Callable[[dict[str, torch.Tensor]], None]) -> None:
    weights = load_file(folder / WEIGHTS)
    change(weights)
    save_file(weights, folder / WEIGHTS)


def _poison(weights: dict[str, torch.Tensor]) -> None:
    weights[sorted(weights)[3]][0, 0] = float("inf")


BROKEN: dict[str, tuple[Callable[[Path], object], str]] = {
    "no folder": (shutil.rmtree, "no adapter_config.json"),
    "no weights": (lambda f: (f / WEIGHTS).unlink(), "no adapter_model.safetensors"),
    "no JSON": (lambda f: (f / CONFIG).write_text("{"), "not PEFT's"),
    "another's JSON": (lambda f: (f / CONFIG).write_text('{"a": 1}'), "not PEFT's"),
    "cut weights": (lambda f: (f / WEIGHTS).write_bytes(b"\0" * 40), "cannot be read"),
    "no tensors": (lambda f: save_file({}, f / WEIGHTS), "has no weights"),
    "not finite": (lambda f: _reweighed(f, _poison), "not finite"),
    "half a pair": (lambda f: _reweighed(f, lambda w: w.pop(sorted(w)[0])), "lacks one of its two"),
    "another base": (lambda f: _changed(f, base_model_name_or_path="x/mistral"), "x/mistral"),
}


@pytest.mark.parametrize("flaw", BROKEN)
def test_a_broken_adapter_is_refused_in_words_and_changes_nothing(
    world: World, tmp_path: Path, flaw: str
) -> None:
    folder = tmp_path / "broken"
    shutil.copytree(world.adapters / "all", folder)
    case = world.case("all", 6, 4)
    act, words = BROKEN[flaw]
    act(folder)
    with running(world, names=["all"]) as engine:
        for name in ("network", "all"):
            with pytest.raises(AdapterRefused, match=f"'{name}'.*{words}"):
                engine.load_adapter(name, folder)
        assert engine.adapters() == {"all"}
        assert read(submit(engine, case)) == case.tokens


def test_missing_weights_are_not_looked_for_on_the_hub(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a relative folder of two parts, which reads like the name of a repository."""

    def ask(*_: object, **__: object) -> None:
        pytest.fail("the hub was asked")

    monkeypatch.setattr("peft.utils.save_and_load.file_exists", ask)
    monkeypatch.setattr("peft.utils.save_and_load.hf_hub_download", ask)
    monkeypatch.chdir(tmp_path)
    shutil.copytree(world.adapters / "all", tmp_path / "adapters" / "network")
    (tmp_path / "adapters" / "network" / WEIGHTS).unlink()
    with running(world, names=[]) as engine, pytest.raises(AdapterRefused, match="there is no"):
        engine.load_adapter("network", Path("adapters/network"))


UNSERVED: dict[str, tuple[dict[str, object], str]] = {
    "DoRA": ({"use_dora": True}, "use_dora"),
    "bias": ({"bias": "lora_only"}, "bias"),
    "whole modules": ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
    "lm_head": ({"target_modules": ["lm_head", "q_proj"]}, "lm_head"),
    "embeddings": ({"target_modules": ["embed_tokens", "q_proj"]}, "embed_tokens"),
    "lora_bias": ({"lora_bias": True}, "lora_bias"),
    "tokens": ({"trainable_token_indices": [1, 2]}, "trainable_token_indices"),
}


@pytest.mark.parametrize("kind", UNSERVED)
def test_what_is_not_plain_lora_is_refused_by_name(world: World, tmp_path: Path, kind: str) -> None:
    options, words = UNSERVED[kind]
    save_adapter(world.base, tmp_path / "kind", {**PLAIN, **options})
    with running(world, names=[]) as engine, pytest.raises(AdapterRefused, match=words):
        engine.load_adapter("network", tmp_path / "kind")


def test_another_method_than_lora_is_refused_by_name(world: World, tmp_path: Path) -> None:
    config: Any = IA3Config(task_type="CAUSAL_LM")
    with as_peft_is():
        get_peft_model(load_base(world.base), config).save_pretrained(str(tmp_path / "ia3"))
    with running(world, names=[]) as engine, pytest.raises(AdapterRefused, match="only LoRA"):
        engine.load_adapter("network", tmp_path / "ia3")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"intermediate_size": 64}, r"maps \d+ to \d+, the model's \d+ to \d+; it was trained for"),
        ({"num_hidden_layers": 3}, r"target module 'model\.layers\.2\.\S+', unknown here"),
    ],
)
def test_an_adapter_of_another_size_is_refused_with_both_sizes(
    world: World, tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    """Given a base model that goes by the same name."""
    save_base(tmp_path / "base", "qwen2-tied", **changes)
    save_adapter(tmp_path / "base", tmp_path / "large", PLAIN)
    with running(world, names=[]) as engine, pytest.raises(AdapterRefused, match=words):
        engine.load_adapter("network", tmp_path / "large")


def test_an_adapter_made_for_this_model_under_another_path_is_served(
    world: World, other: World, tmp_path: Path
) -> None:
    _changed(tmp_path / "all", base_model_name_or_path="someone/Base")
    case = other.case("all", 6, 4)
    with running(world, names=[]) as engine:
        engine.load_adapter("all", tmp_path / "all")
        assert read(submit(engine, case)) == case.tokens


def test_an_old_pickle_of_weights_is_served(world: World, other: World, tmp_path: Path) -> None:
    folder = tmp_path / "all"
    torch.save(load_file(folder / WEIGHTS), folder / "adapter_model.bin")
    (folder / WEIGHTS).unlink()
    case = other.case("all", 6, 4)
    with running(world, names=[]) as engine:
        engine.load_adapter("all", folder)
        assert read(submit(engine, case)) == case.tokens


def test_an_invocation_longer_than_the_prompt_never_acts(world: World, tmp_path: Path) -> None:
    save_adapter(world.base, tmp_path / "late", {**PLAIN, "alora_invocation_tokens": INVOCATION})
    bare = world.case(None, 1, 4)
    with running(world, names=[]) as engine:
        engine.load_adapter("late", tmp_path / "late")
        assert read(submit(engine, Case(bare.prompt, {"late": 1.0}, bare.tokens))) == bare.tokens
