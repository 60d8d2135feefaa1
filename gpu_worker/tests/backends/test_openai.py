"""A model behind an OpenAI-compatible server, over a real connection."""

import asyncio
import threading
import time

import pytest

from gpu_worker.agents.backends.base import BackendError, Draft
from gpu_worker.agents.backends.openai import OpenAIBackend
from gpu_worker.agents.progress import Superseded
from gpu_worker.tests.backends.model_server import (
    answer,
    hang,
    trickle,
)
from gpu_worker.tests.backends.openai_support import (
    ANSWER,
    SECRET,
    TASK,
    eventually,
    talking,
    written,
)
from gpu_worker.tests.support import Recorder, ask


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


def _under_way(backend: OpenAIBackend) -> int:
    # The look for models is a task, too.
    return len(asyncio.all_tasks(backend._link._loop)) - 1
