"""A model behind an OpenAI-compatible server: a real one, that behaves and misbehaves."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
import structlog

from gpu_worker.agents.backends.base import BackendError, Draft, Source, WritingTask
from gpu_worker.agents.backends.openai import OpenAIBackend, OpenAIOptions
from gpu_worker.agents.progress import Superseded
from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.tests.model_server import (
    ModelServer,
    Script,
    answer,
    drop,
    hang,
    refuse,
    serving,
    trickle,
)
from gpu_worker.tests.support import AGENTS, Recorder, ask
from shared.domain.words import Locale, ModelTrouble, Outcome, Sender

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


def test_a_streamed_answer_comes_in_pieces_with_its_citations() -> None:
    with talking(answer(ANSWER)) as (backend, server):
        pieces, draft = written(backend)
    assert "".join(pieces) == draft.text == ANSWER
    assert len(pieces) > 5
    assert [(citation.n, citation.url) for citation in draft.citations] == [
        (1, "https://kb.example.ru")
    ]
    assert (draft.prompt_tokens, draft.answer_tokens, draft.seed) == (321, 45, 7)
    assert draft.adapter is None
    (request,) = server.requests
    assert request["_path"] == "/v1/chat/completions"
    assert (request["model"], request["stream"], request["seed"]) == ("base", True, 7)
    assert [message["role"] for message in request["messages"]] == [
        "system", "user", "assistant", "user"
    ]  # fmt: skip
    assert SECRET in request["messages"][-1]["content"]


def test_words_are_shown_before_the_answer_is_finished() -> None:
    with talking(hang(after="Первые слова")) as (backend, server):
        stream = backend.write(TASK)
        assert next(piece for piece in stream if piece) == "Первые слова"
        server.release.set()
        stream.close()


def test_an_agent_speaks_with_the_model_of_its_name_as_soon_as_there_is_one() -> None:
    with talking(answer(ANSWER)) as (backend, server):
        assert written(backend)[1].adapter is None
        server.models = ("base", "network", "hardware")
        eventually(lambda: "network" in backend._link.models)
        assert written(backend)[1].adapter == "network", "the partner's, for the first has none"
        server.models = ("base", "access", "network")
        eventually(lambda: "access" in backend._link.models)
        assert written(backend)[1].adapter == "access"
    assert [request["model"] for request in server.requests] == ["base", "network", "access"]


def test_an_adapter_that_was_taken_away_is_answered_by_the_base_model() -> None:
    with talking(answer(ANSWER), models=("base", "access"), adapters_every=60) as (backend, server):
        eventually(lambda: "access" in backend._link.models)
        server.models = ("base",)
        _, draft = written(backend)
    assert (draft.text, draft.adapter) == (ANSWER, None)
    assert server.requests[-1]["model"] == "base"


def test_a_server_that_lists_no_models_serves_its_base_model() -> None:
    with talking(answer(ANSWER), lists_models=False) as (backend, _):
        assert written(backend)[1].text == ANSWER


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


def test_an_answer_that_is_left_closes_its_connection_at_once() -> None:
    with talking(trickle(comments=False), seconds=10) as (backend, server):
        with pytest.raises(Superseded):
            ask("не подключается vpn из дома", progress=Recorder(superseded_at=2), backend=backend)
        assert server.hung_up.wait(2)


def test_an_answer_that_is_waited_for_is_left_just_as_fast() -> None:
    """Given no word has come yet, the writer still hears in between that nobody wants it."""
    with talking(hang(), seconds=10) as (backend, server):
        stream = backend.write(TASK)
        began = time.monotonic()
        assert next(stream) == ""
        assert server.arrived.wait(5)
        stream.close()
        assert time.monotonic() - began < 2
        eventually(lambda: not _under_way(backend))


def test_closing_ends_what_is_under_way_and_the_thread() -> None:
    with talking(hang(), seconds=10) as (backend, server):
        failures: list[BaseException] = []

        def write() -> None:
            try:
                list(backend.write(TASK))
            except BackendError as error:
                failures.append(error)

        writer = threading.Thread(target=write)
        writer.start()
        assert server.arrived.wait(5)
        backend.close()
        writer.join(5)
        assert not writer.is_alive()
        assert len(failures) == 1
        assert not backend._link._thread.is_alive()


def test_many_turns_are_written_side_by_side() -> None:
    with talking(answer(ANSWER, pause=0.02)) as (backend, _):
        drafts: list[Draft] = []
        began = time.monotonic()
        writers = [
            threading.Thread(target=lambda: drafts.append(written(backend)[1])) for _ in range(12)
        ]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join(10)
        spent = time.monotonic() - began
    assert [draft.text for draft in drafts] == [ANSWER] * 12
    assert spent < 12 * 0.02 * len(ANSWER) / 3 / 3, "one after another"


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


def _under_way(backend: OpenAIBackend) -> int:
    # The look for models is a task, too.
    return len(asyncio.all_tasks(backend._link._loop)) - 1
