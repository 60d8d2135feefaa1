"""A server that is busy, breaks off, hangs or talks nonsense: bounded attempts, clear reasons."""

import socket
import time

import pytest
import structlog

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.openai import OpenAIBackend, OpenAIOptions
from gpu_worker.tests.backends.model_server import (
    Script,
    answer,
    drop,
    hang,
    refuse,
    trickle,
)
from gpu_worker.tests.backends.openai_support import ANSWER, TASK, refusal, talking, written
from gpu_worker.tests.support import Recorder, ask
from shared.domain.words import ModelTrouble, Outcome


@pytest.mark.parametrize(
    "trouble",
    [
        refuse(429, Retry_After="1"),
        refuse(429, Retry_After="3600"),
        refuse(500),
        refuse(503),
        drop(),
    ],
    ids=["busy, asks for a pause", "busy, asks for an hour", "fails", "away", "drops"],
)
def test_what_passes_is_tried_again_before_the_first_word(trouble: Script) -> None:
    with talking(trouble, answer(ANSWER)) as (backend, server):
        assert written(backend)[1].text == ANSWER
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (refuse(429), ModelTrouble.OVERLOADED),
        (refuse(503), ModelTrouble.OVERLOADED),
        (refuse(500), ModelTrouble.FAILED),
        (drop(), ModelTrouble.UNREACHABLE),
    ],
    ids=["busy", "away", "fails", "drops"],
)
def test_attempts_are_bounded_and_the_last_reason_is_told(
    script: Script, trouble: ModelTrouble
) -> None:
    with talking(script) as (backend, server):
        assert refusal(backend).trouble is trouble
    assert len(server.requests) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 413, 422])
def test_what_does_not_pass_is_not_tried_again(status: int) -> None:
    with talking(refuse(status)) as (backend, server):
        assert refusal(backend).trouble is ModelTrouble.FAILED
    assert len(server.requests) == 1


def test_a_model_that_the_server_does_not_know_is_named_with_its_setting() -> None:
    with talking(answer(ANSWER), models=("other",)) as (backend, _):
        error = refusal(backend)
    assert "AI_MODEL" in str(error)
    assert "'base'" in str(error)


def test_the_key_is_sent_and_a_wrong_one_is_named_with_its_setting() -> None:
    with talking(answer(ANSWER), key="k-123") as (backend, _):
        assert written(backend)[1].text == ANSWER
    with talking(answer(ANSWER), key="another") as (backend, _):
        assert "AI_API_KEY" in str(refusal(backend))


def test_after_the_first_word_nothing_is_tried_again() -> None:
    with talking(drop(after="Половина"), answer(ANSWER)) as (backend, server):
        stream = backend.write(TASK)
        assert next(piece for piece in stream if piece) == "Половина"
        with pytest.raises(BackendError) as caught:
            list(stream)
    assert caught.value.trouble is ModelTrouble.UNREACHABLE
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    "raw",
    ["data: {not json}\n\n", 'data: {"choices": "x"}\n\n', "data: [1, 2]\n\n",
     'data: {"error": {"message": "канарейка-4711"}}\n\n'],
)  # fmt: skip
def test_a_stream_that_is_none_is_a_failure_that_repeats_nobody_s_words(raw: str) -> None:
    def script(reply: object) -> None:
        reply.begin()  # type: ignore[attr-defined]
        reply.say("Пол")  # type: ignore[attr-defined]
        reply.raw(raw)  # type: ignore[attr-defined]

    with talking(script) as (backend, _):
        assert refusal(backend).trouble is ModelTrouble.FAILED


def test_a_server_that_falls_silent_is_given_up_at_the_time_out() -> None:
    for script in (hang(), hang(after="Половина")):
        with talking(script, seconds=0.8) as (backend, _):
            began = time.monotonic()
            assert refusal(backend).trouble is ModelTrouble.DEADLINE
            assert time.monotonic() - began < 3


@pytest.mark.parametrize("comments", [True, False], ids=["comments", "words"])
def test_the_total_time_holds_however_the_bytes_trickle(*, comments: bool) -> None:
    with talking(trickle(comments), seconds=0.6) as (backend, _):
        began = time.monotonic()
        assert refusal(backend).trouble is ModelTrouble.DEADLINE
        assert 0.5 < time.monotonic() - began < 3


def test_a_server_that_is_down_is_unreachable_and_found_again_when_it_is_back() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    backend = OpenAIBackend(OpenAIOptions(base_url=f"http://127.0.0.1:{port}/v1", model="base"))
    assert refusal(backend).trouble is ModelTrouble.UNREACHABLE
    backend.close()


def test_an_empty_answer_is_silence_and_a_long_one_ends_with_a_whole_sentence() -> None:
    with talking(answer("  \n ")) as (backend, _):
        assert refusal(backend).trouble is ModelTrouble.SILENT
    with talking(answer("Раз два. Три четы", reason="length")) as (backend, _):
        assert written(backend)[1].text == "Раз два."


def test_the_pipeline_answers_over_the_server_and_quotes_when_it_fails() -> None:
    question = "не могу подключиться к vpn из дома"
    with talking(answer(ANSWER.replace(" 🦔", ""))) as (backend, _):
        result = ask(question, backend=backend)
        assert result.outcome is Outcome.ANSWERED
        assert result.provenance is not None
        assert (result.provenance.model, result.provenance.trouble) == ("base", None)
    progress = Recorder()
    with (
        talking(drop(after="Половина отв")) as (backend, _),
        structlog.testing.capture_logs() as logs,
    ):
        result = ask(question, backend=backend, progress=progress)
    assert result.outcome is Outcome.QUOTED
    assert result.provenance is not None
    assert result.provenance.trouble is ModelTrouble.UNREACHABLE
    assert "Половина" not in result.text
    assert progress.restarts == 1
    assert [event["reason"] for event in logs if event["event"] == "backend.failed"] == [
        "unreachable"
    ]
