"""Sampled tokens follow the model's distribution, and depend on nothing but the seed."""

import math
from collections import Counter
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from gpu_worker.engine.core import SamplingParams
from gpu_worker.engine.sampling import choose
from gpu_worker.tests.engine.stepping import Stepper, read, running, submit
from gpu_worker.tests.engine.worlds import ADAPTERS, World

# One in a billion right engines fails a test whose tolerance is made of this.
_DOUBT = 1e-9


def _nucleus(logits: Tensor, temperature: float, top_p: float) -> Tensor:
    """Return what shall be drawn from, ``[vocabulary]``, written down as plainly as can be."""
    probabilities = (logits.double() / temperature).softmax(-1)
    order = probabilities.argsort(descending=True)
    before = probabilities[order].cumsum(0) - probabilities[order]
    kept = torch.zeros_like(probabilities)
    kept[order[before < top_p]] = probabilities[order[before < top_p]]
    return kept / kept.sum()


@pytest.mark.parametrize("top_p", [1.0, 0.95, 0.5, 1e-6])
@pytest.mark.parametrize("temperature", [0.3, 1.0, 3.0])
@pytest.mark.parametrize("vocabulary", [50, 700])
def test_evenly_spread_luck_gives_each_token_its_share(
    vocabulary: int, temperature: float, top_p: float
) -> None:
    """No chance in this one: luck on an even grid may miss a token's share by one draw or two."""
    logits = torch.randn(vocabulary) * 2
    draws = 1000
    params = SamplingParams(1, temperature=temperature, top_p=top_p)
    dice = [(params, (at + 0.5) / draws) for at in range(draws)]
    counts = Counter(choose(logits.expand(draws, -1), dice))
    wanted = _nucleus(logits, temperature, top_p) * draws
    assert all(abs(counts[token] - float(wanted[token])) < 1.01 for token in range(vocabulary))


@pytest.mark.parametrize("luck", [0.0, math.nextafter(1, 0)])
def test_the_ends_of_luck_are_tokens_too(luck: float) -> None:
    for size in (1, 2, 300):
        logits = torch.randn(1, size)
        for top_p in (1.0, 0.9, 0.1):
            params = SamplingParams(1, temperature=1.0, top_p=top_p)
            token = choose(logits, [(params, luck)])[0]
            assert _nucleus(logits[0], 1.0, top_p)[token] > 0


@pytest.mark.parametrize(("temperature", "top_p"), [(0.7, 1.0), (1.5, 0.8)])
def test_first_tokens_over_many_seeds_follow_the_softmax_of_peft(
    world: World, temperature: float, top_p: float
) -> None:
    """Neighbouring seeds count as independent, or the sum would be off.

    The total variation of n draws from k tokens is sqrt(k / n) / 2 at most on average, and
    further away by t with a probability of exp(-2 n t^2) at most (McDiarmid, 1989).
    """
    prompt, draws = world.prompt(12), 600
    wanted = _nucleus(world.logits(prompt, {"all": 1.0}), temperature, top_p).numpy()
    ways: dict[str, Any] = {"max_new_tokens": 1, "temperature": temperature, "top_p": top_p}
    with running(world, names=["all"], queue=draws) as engine:
        streams = [
            engine.submit(prompt, {"all": 1.0}, SamplingParams(seed=seed, **ways))
            for seed in range(draws)
        ]
        drawn = [read(stream)[0] for stream in streams]
    assert set(drawn) <= set(np.flatnonzero(wanted).tolist())
    shares = np.bincount(drawn, minlength=len(wanted)) / draws
    # Rare tokens are counted as one: it says more with few draws.
    rare = wanted < 1 / draws
    off = np.abs(shares - wanted)[~rare].sum() + abs(shares[rare].sum() - wanted[rare].sum())
    tokens = int((~rare).sum()) + 1
    tolerance = math.sqrt(tokens / draws) / 2 + math.sqrt(-math.log(_DOUBT) / 2 / draws)
    assert off / 2 <= tolerance


def test_a_seed_gives_the_same_tokens_whatever_else_runs(world: World) -> None:
    """Given it alone, in a crowd of others, and with its prompt in pieces of a few tokens."""
    prompt, blend = world.prompt(60), {"patterns": 1.0}
    params = SamplingParams(12, temperature=1.2, top_p=0.95, seed=77)
    others = [world.case(name, 30) for name in (*ADAPTERS, None)]
    with running(world) as engine:
        alone = read(engine.submit(prompt, blend, params))
        assert read(engine.submit(prompt, blend, params)) == alone, "from the cache"
    stepper = Stepper()
    with running(world, observer=stepper, step_tokens=5, beside_tokens=2) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in others[:3]]
        stepper.step(2)
        crowded = engine.submit(prompt, blend, params)
        streams += [submit(engine, case, temperature=1.0, seed=77) for case in others[3:]]
        stepper.let_go()
        assert read(crowded) == alone
        assert [read(stream) for stream in streams[:3]] == [case.tokens for case in others[:3]]


def test_seeds_differ_and_greedy_knows_none(world: World) -> None:
    case = world.case("all", 20, 10)
    with running(world, names=["all"]) as engine:
        streams = [submit(engine, case, temperature=2.0, seed=seed) for seed in range(12)]
        answers = {tuple(read(stream)) for stream in streams}
        assert len(answers) == 12
        assert read(submit(engine, case, seed=5)) == case.tokens
        cold = submit(engine, case, temperature=1e-4, seed=6)
        assert read(cold) == case.tokens, "the colder, the greedier"


def test_luck_changes_from_token_to_token(world: World) -> None:
    """Else one draw would decide a whole answer: it would always take the same rank."""
    params = SamplingParams(200, temperature=1e6, seed=3)
    rows: list[Tensor] = []
    with running(world, names=[]) as engine:
        engine._model.register_forward_hook(lambda *event: rows.append(event[-1].logits[0, -1]))
        answer = read(engine.submit(world.prompt(5), {}, params))
    ranks = {int((row > row[token]).sum()) for row, token in zip(rows, answer, strict=True)}
    # 200 draws of 160 equally likely ranks hit about 114 different ones, with a deviation of 5.
    assert 84 <= len(ranks) <= 144
