"""Requests join and leave between steps; places, queue, order and the count of all that."""

from itertools import pairwise
from time import sleep
from typing import Any

import pytest

from gpu_worker.engine.core import (
    EngineConfig,
    EngineError,
    EngineStats,
    PastDeadline,
    PromptRefused,
    PromptTooLong,
    QueueFull,
    RequestCancelled,
    SamplingParams,
    UnknownAdapter,
)
from gpu_worker.tests.engine.stepping import Stepper, read, running, submit, take
from gpu_worker.tests.engine.worlds import ADAPTERS, CONTEXT, VOCABULARY, World

ONE = SamplingParams(max_new_tokens=1)


def test_requests_join_and_leave_between_steps(world: World) -> None:
    first, second = world.case("all", 5, 4), world.case(None, 5, 8)
    stepper = Stepper()
    with running(world, observer=stepper) as engine:
        stepper.hold(engine)
        early = iter(submit(engine, first))
        assert stepper.step().running == 1
        assert take(early, 1) == first.tokens[:1]
        late = iter(submit(engine, second))
        assert stepper.step().running == 2
        assert take(early, 1) == first.tokens[1:2]
        assert take(late, 1) == second.tokens[:1]
        stepper.step()
        assert stepper.step().running == 1, "the first one had its four tokens"
        assert take(early, 2) == first.tokens[2:]
        assert take(late, 2) == second.tokens[1:3]
        assert next(early, None) is None
        stepper.step(5)
        assert read(late) == second.tokens[3:]
    assert stepper.steps[-1][0].running == 0


def test_no_more_run_than_may_and_they_are_admitted_in_order(world: World) -> None:
    cases = [world.case(name, 4, 3) for name in (*ADAPTERS, None)]
    stepper = Stepper()
    with running(world, observer=stepper, running=2) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in cases]
        assert (engine.stats().running, engine.stats().waiting) == (0, 6)
        stats = stepper.step()
        assert (stats.running, stats.waiting) == (2, 4)
        stepper.let_go()
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
    assert max(stats.running for stats, *_ in stepper.steps) == 2
    admitted = [adapter for event, adapter, _ in stepper.heard if event == "admitted"]
    assert admitted == [*ADAPTERS, "base"]


def test_the_queue_is_bounded(world: World) -> None:
    cases = [world.case(None, 4, 2) for _ in range(5)]
    stepper = Stepper()
    with running(world, observer=stepper, running=1, queue=3) as engine:
        stepper.hold(engine)
        # One has a place from the next step on; three wait behind it.
        streams = [submit(engine, case) for case in cases[:4]]
        with pytest.raises(QueueFull, match="3 requests wait"):
            submit(engine, cases[4])
        stepper.step()
        with pytest.raises(QueueFull):
            submit(engine, cases[4])
        engine.cancel(streams[-1].id)
        stepper.step()
        streams[-1] = submit(engine, cases[4])
        stepper.let_go()
        answers = [cases[at].tokens for at in (0, 1, 2, 4)]
        assert [read(stream) for stream in streams] == answers


def test_a_long_prompt_is_taken_in_beside_the_tokens_of_others(world: World) -> None:
    """Given three that answer: each gets a token in every step, whatever else arrives."""
    writers = [world.case(name, 6, 20) for name in ("all", "mlp", None)]
    long = world.case("patterns", 100, 3)
    stepper = Stepper()
    with running(world, observer=stepper, step_tokens=32, beside_tokens=8) as engine:
        stepper.hold(engine)
        streams = [iter(submit(engine, case)) for case in writers]
        stepper.step()
        assert [take(stream, 1) for stream in streams] == [case.tokens[:1] for case in writers]
        late = submit(engine, long)
        for at in range(1, 13):
            stepper.step()
            assert stepper.steps[-1][1:] == (3, 8)
            answers = [take(stream, 1) for stream in streams]
            assert answers == [[case.tokens[at]] for case in writers]
        stepper.step()
        assert stepper.steps[-1][1:] == (4, 3), "the last four tokens give the first answer"
        stepper.let_go()
        assert read(late) == long.tokens
        assert [read(stream) for stream in streams] == [case.tokens[13:] for case in writers]


def test_a_rush_is_taken_in_faster_than_what_arrives_beside_answers(world: World) -> None:
    cases = [world.case(None, 20, 2) for _ in range(4)]
    stepper = Stepper()
    with running(world, observer=stepper, step_tokens=32, beside_tokens=8) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in cases]
        stepper.let_go()
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
    taken_in = [answering + taken_in for _, answering, taken_in in stepper.steps]
    assert taken_in[:3] == [32, 1 + 31, 2 + 8], "at last two answer, and only one arrives"


def test_a_rush_does_not_hold_up_answers_for_longer_than_is_borne(world: World) -> None:
    """Given that each prompt token takes longer than the pause that may be."""
    cases = [world.case(None, 20, 2) for _ in range(4)]
    stepper = Stepper()
    with running(
        world, observer=stepper, step_tokens=32, beside_tokens=8, pause_seconds=1e-9
    ) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in cases]
        stepper.let_go()
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
    taken_in = [answering + taken_in for _, answering, taken_in in stepper.steps]
    assert taken_in[:2] == [32, 1 + 8]


def test_what_the_engine_tells_adds_up(world: World) -> None:
    cases = [world.case(name, length, 5) for name in (*ADAPTERS, None) for length in (3, 40)]
    cases.append(world.case({"all": 0.5, "mlp": 0.5}, 10, 5))
    stepper = Stepper()
    with running(world, observer=stepper, slots=16, running=4) as engine:
        streams = [submit(engine, case) for case in cases]
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
    stats = engine.stats()
    prompts, answers = sum(len(c.prompt) for c in cases), sum(len(c.tokens) for c in cases)
    assert (stats.running, stats.waiting, stats.slots) == (0, 0, 16)
    assert (stats.prompt_tokens, stats.new_tokens) == (prompts, answers)
    assert stats.cached_tokens == prompts + answers - len(cases), "no last token is computed"
    assert (stats.failed_steps, stats.cancelled_tokens) == (0, 0)
    assert stats.steps == len(stepper.steps)
    assert all(0 <= now.new_tokens - before.new_tokens <= 4 for before, now in _pairs(stepper))
    for event in ("admitted", "began", "done"):
        heard = sorted(adapter for what, adapter, _ in stepper.heard if what == event)
        assert heard == sorted([*ADAPTERS, "base"] * 2 + ["all+mlp"])
    assert sum(new for what, _, new in stepper.heard if what == "done") == answers


def _pairs(stepper: Stepper) -> list[tuple[EngineStats, EngineStats]]:
    return list(pairwise(stats for stats, *_ in stepper.steps))


def test_a_cancelled_request_frees_its_place_within_one_step(world: World) -> None:
    first, second, third = (world.case(name, 4, 10) for name in ("all", None, "mlp"))
    stepper = Stepper()
    with running(world, observer=stepper, running=2) as engine:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in (first, second, third)]
        assert stepper.step(3).waiting == 1
        engine.cancel(streams[0].id)
        stats = stepper.step()
        assert (stats.running, stats.waiting, stats.cancelled_tokens) == (2, 0, 3)
        reader = iter(streams[0])
        assert take(reader, 3) == first.tokens[:3]
        for _ in range(2):
            with pytest.raises(RequestCancelled):
                read(streams[0])
        stepper.let_go()
        assert [read(stream) for stream in streams[1:]] == [second.tokens, third.tokens]
        assert ("cancelled", "all", 3) in stepper.heard


def test_who_waits_can_be_cancelled_and_who_is_done_or_unknown_is_ignored(world: World) -> None:
    case, other = world.case("all", 4, 4), world.case(None, 4, 4)
    stepper = Stepper()
    with running(world, observer=stepper, running=1) as engine:
        engine.cancel("unknown")
        stepper.hold(engine)
        streams = [submit(engine, one) for one in (case, other, case)]
        engine.cancel(streams[1].id)
        assert stepper.step().waiting == 1
        stepper.let_go()
        with pytest.raises(RequestCancelled):
            read(streams[1])
        assert read(streams[0]) == read(streams[2]) == case.tokens
        engine.cancel(streams[0].id)
        assert read(streams[0]) == []
        assert engine.stats().cancelled_tokens == 0
        assert all(version.users == 0 for version in engine._adapters._versions)


def test_a_deadline_ends_who_runs_and_who_waits(world: World) -> None:
    short, calm = world.case("all", 4, 30), world.case(None, 4, 6)
    stepper = Stepper()
    with running(world, observer=stepper, running=2) as engine:
        stepper.hold(engine)
        kept = submit(engine, calm)
        streams = [submit(engine, short, deadline_seconds=0.2) for _ in range(2)]
        assert stepper.step().waiting == 1
        sleep(0.2)
        assert (stepper.step().running, stepper.steps[-1][0].waiting) == (1, 0)
        for stream in streams:
            with pytest.raises(PastDeadline, match=r"0\.2 s"):
                read(stream)
        stepper.let_go()
        assert read(kept) == calm.tokens


def test_a_stop_token_ends_the_answer_unseen(world: World) -> None:
    case = world.case("rslora", 8, 10)
    stop = case.tokens[-1]
    seen = case.tokens[: case.tokens.index(stop)]
    with running(world) as engine:
        assert read(submit(engine, case, stop_ids=frozenset({stop}))) == seen
        assert read(submit(engine, case, stop_ids=frozenset({case.tokens[0]}))) == []
        assert read(submit(engine, case, max_new_tokens=3)) == case.tokens[:3]
        assert engine.stats().running == 0


def test_what_cannot_be_served_is_refused_at_once(world: World) -> None:
    with running(world, names=["all"]) as engine:
        refused: list[tuple[list[int], dict[str, float], SamplingParams, type[EngineError]]] = [
            ([], {}, ONE, PromptRefused),
            ([VOCABULARY], {}, ONE, PromptRefused),
            ([3, -1], {}, ONE, PromptRefused),
            ([3] * CONTEXT, {}, ONE, PromptTooLong),
            ([3], {}, SamplingParams(max_new_tokens=CONTEXT), PromptTooLong),
            ([3], {"mlp": 1.0}, ONE, UnknownAdapter),
            ([3], {"all": 0.5, "mlp": 0.5}, ONE, UnknownAdapter),
        ]
        for prompt, adapters, params, error in refused:
            with pytest.raises(error):
                engine.submit(prompt, adapters, params)
        assert (engine.stats().steps, engine.stats().waiting) == (0, 0)
        assert all(version.users == 0 for version in engine._adapters._versions)
        full = SamplingParams(max_new_tokens=CONTEXT - 9)
        assert len(read(engine.submit([3] * 9, {"all": 1.0}, full))) == CONTEXT - 9


@pytest.mark.parametrize(
    "way",
    [
        {"max_new_tokens": 0},
        {"temperature": -0.1},
        {"temperature": float("nan")},
        {"top_p": 0.0},
        {"top_p": 1.1},
        {"seed": -1},
    ],
)
def test_ways_of_choosing_that_make_no_sense_are_refused(way: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a way of choosing"):
        SamplingParams(**{"max_new_tokens": 1, **way})


@pytest.mark.parametrize("way", [{"slots": 2, "running": 3}, {"queue": 0}, {"beside_tokens": 999}])
def test_sizes_that_make_no_sense_are_refused(way: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"engine needs|at most"):
        EngineConfig(**way)
