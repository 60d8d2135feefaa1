"""Requests join, leave, wait, are cancelled and run out of time; the engine steps on."""

from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest

from gpu_worker.engine.core import (
    EngineConfig,
    EngineStopped,
    PastDeadline,
    PromptRefused,
    PromptTooLong,
    QueueFull,
    RequestCancelled,
    SamplingParams,
    UnknownAdapter,
)
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.support import (
    VOCABULARY,
    Held,
    greedy,
    random_ids,
    read_model,
    save_model,
)

CONFIG = EngineConfig(slots=4, context=128, running=3, queue=2, step_tokens=64, beside_tokens=8)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model("llama", tmp_path_factory.mktemp("requests"))


@pytest.fixture
def held(base: Path) -> Iterator[Held]:
    held = Held(base, CONFIG)
    yield held
    held.close()


def alone(base: Path, prompt: list[int], params: SamplingParams) -> list[int]:
    engine = LocalEngine(read_model(base), CONFIG)
    try:
        return list(engine.submit(prompt, {}, params))
    finally:
        engine.close()


def test_a_request_joins_between_two_steps_and_one_that_ends_leaves(held: Held) -> None:
    first = held.engine.submit(random_ids(5), {}, greedy(2))
    held.wait()
    second = held.engine.submit(random_ids(5), {}, greedy(3))
    held.let(1)
    held.wait()
    assert held.engine.stats().running == 2
    held.open()
    assert [len(list(first)), len(list(second))] == [2, 3]
    assert held.recorder.steps == [(1, 4), (2, 4), (1, 0), (1, 0)]
    assert (held.engine.stats().running, held.engine.stats().waiting) == (0, 0)


def test_a_cancelled_request_frees_its_place_within_one_step(held: Held) -> None:
    streams = [held.engine.submit(random_ids(5), {}, greedy(50)) for _ in range(3)]
    held.wait()
    held.let(2)
    held.wait()
    held.wait()
    waiting = held.engine.submit(random_ids(5), {}, greedy(1))
    assert (held.engine.stats().running, held.engine.stats().waiting) == (3, 1)
    before = held.engine.stats().steps
    held.engine.cancel(streams[0].id)
    held.let(2)  # the step under way, and the next
    held.wait()
    held.wait()
    assert len(list(waiting)) == 1
    assert held.engine.stats().steps == before + 2
    with pytest.raises(RequestCancelled):
        list(streams[0])
    assert ("base", "cancelled", 3) in held.recorder.endings
    assert held.engine.stats().cancelled_tokens == 3


def test_a_waiting_request_can_be_cancelled_and_unknown_ones_are_ignored(held: Held) -> None:
    running = [held.engine.submit(random_ids(5), {}, greedy(4)) for _ in range(3)]
    held.wait()
    waiting = held.engine.submit(random_ids(5), {}, greedy(4))
    held.engine.cancel(waiting.id)
    held.engine.cancel("nobody")
    held.open()
    with pytest.raises(RequestCancelled):
        list(waiting)
    assert [len(list(stream)) for stream in running] == [4, 4, 4]
    held.engine.cancel(running[0].id)


def test_a_deadline_counts_while_a_request_waits_and_while_it_runs(held: Held) -> None:
    running = held.engine.submit(random_ids(5), {}, greedy(50, deadline_seconds=0.2))
    held.wait()
    others = [held.engine.submit(random_ids(5), {}, greedy(50)) for _ in range(2)]
    held.let(1)
    held.wait()
    waiting = held.engine.submit(random_ids(5), {}, greedy(1, deadline_seconds=0.0))
    held.let(1)
    held.wait()
    with pytest.raises(PastDeadline, match="0 s"):
        list(waiting)
    sleep(0.2)
    held.open()
    with pytest.raises(PastDeadline, match=r"0\.2 s"):
        list(running)
    assert [len(list(stream)) for stream in others] == [50, 50]


def test_no_more_than_the_queue_holds_may_wait(held: Held) -> None:
    running = [held.engine.submit(random_ids(5), {}, greedy(2))]
    held.wait()
    # Those for whom there is a place at once do not count as waiting.
    more = CONFIG.running - 1 + CONFIG.queue
    waiting = [held.engine.submit(random_ids(5), {}, greedy(2)) for _ in range(more)]
    with pytest.raises(QueueFull):
        held.engine.submit(random_ids(5), {}, greedy(2))
    held.open()
    assert [len(list(stream)) for stream in (*running, *waiting)] == [2] * (more + 1)


def test_a_long_prompt_is_taken_in_by_pieces_while_others_go_on(held: Held) -> None:
    writers = [held.engine.submit(random_ids(4), {}, greedy(40)) for _ in range(2)]
    held.wait()
    held.let(2)
    held.wait()
    held.wait()
    long = held.engine.submit(random_ids(60), {}, greedy(1))
    held.open()
    assert len(list(long)) == 1
    assert [len(list(stream)) for stream in writers] == [40, 40]
    pieces = [step for step in held.recorder.steps[2:] if step[1]]
    # One step was under way without it; each of the others gave both writers a token.
    assert len(pieces) >= 60 // CONFIG.beside_tokens
    assert all(answering >= 2 and taken <= CONFIG.beside_tokens for answering, taken in pieces)


def test_more_prompts_than_slots_are_served_in_bounded_memory(base: Path) -> None:
    config = EngineConfig(slots=2, context=64, running=2, queue=20, step_tokens=16, beside_tokens=8)
    engine = LocalEngine(read_model(base), config)
    try:
        streams = [engine.submit(random_ids(30), {}, greedy(3)) for _ in range(12)]
        held = []
        for stream in streams:
            assert len(list(stream)) == 3
            held.append(engine.stats().cached_tokens)
        assert max(held) <= config.slots * config.context
        assert engine.stats().slots == config.slots
    finally:
        engine.close()


def test_a_seed_gives_the_same_tokens_whatever_else_is_in_the_batch(base: Path) -> None:
    prompt = random_ids(20)
    params = SamplingParams(12, temperature=1.5, top_p=0.9, seed=5, deadline_seconds=60)
    engine = LocalEngine(read_model(base), EngineConfig(slots=6, context=128, running=6))
    try:
        others = [
            engine.submit(random_ids(9), {}, SamplingParams(30, temperature=1.0, seed=seed))
            for seed in range(4)
        ]
        crowded = list(engine.submit(prompt, {}, params))
        assert [len(list(stream)) for stream in others] == [30] * 4
        again = list(engine.submit(prompt, {}, params))
        other = SamplingParams(12, temperature=1.5, top_p=0.9, seed=6, deadline_seconds=60)
        assert list(engine.submit(prompt, {}, other)) != crowded
    finally:
        engine.close()
    assert crowded == again == alone(base, prompt, params)


def test_a_stop_token_ends_the_answer_unseen(base: Path) -> None:
    prompt = random_ids(20)
    answer = alone(base, prompt, greedy(10))
    stop = answer[4]
    stopped = alone(base, prompt, greedy(10, stop_ids=frozenset({stop})))
    assert stopped == answer[: answer.index(stop)]


def test_what_cannot_be_run_is_refused_at_once(held: Held) -> None:
    for prompt, error in (
        ([], PromptRefused),
        ([VOCABULARY], PromptRefused),
        ([-1], PromptRefused),
        (random_ids(CONFIG.context), PromptTooLong),
    ):
        with pytest.raises(error):
            held.engine.submit(prompt, {}, greedy(1))
    with pytest.raises(UnknownAdapter, match="nobody"):
        held.engine.submit(random_ids(3), {"nobody": 1.0}, greedy(1))
    assert held.engine.stats().waiting == 0


def test_a_closed_engine_ends_its_requests_and_takes_no_more(base: Path) -> None:
    held = Held(base, CONFIG)
    stream = held.engine.submit(random_ids(5), {}, greedy(50))
    held.wait()
    held.engine._stop("the engine was closed")
    held.close()
    with pytest.raises(EngineStopped):
        list(stream)
    with pytest.raises(EngineStopped):
        held.engine.submit(random_ids(5), {}, greedy(1))
    with pytest.raises(EngineStopped):
        held.engine.unload_adapter("any")
