"""Our hand-made envelope is the very message that Dramatiq would make and read."""

import orjson
import pytest
from dramatiq import Message as DramatiqMessage
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.contracts.queues import AcceptedMessage, AiResponse, DbMessage
from shared.queues.envelope import EnvelopeError, unwrap, wrap
from shared.queues.names import ROUTES, Actor, Queue, Route
from shared.tests.samples import accepted_message, ai_result, feedback, passage_batch


def test_dramatiq_decodes_a_wrapped_message_as_its_own() -> None:
    accepted = accepted_message('привет "__seq__" 👋 \\u0000 \u2028')
    decoded: DramatiqMessage[None] = DramatiqMessage.decode(wrap(accepted))
    assert decoded.queue_name == Queue.AI_REQUESTS
    assert decoded.actor_name == Actor.ANSWER_TURN
    assert decoded.args == ()
    assert AcceptedMessage.model_validate(decoded.kwargs["payload"]) == accepted


def test_dramatiq_s_own_encoding_unwraps_to_the_same_payload() -> None:
    accepted = accepted_message("вопрос")
    theirs: DramatiqMessage[None] = DramatiqMessage(
        queue_name="ai_requests",
        actor_name="answer_turn",
        args=(),
        kwargs={"payload": accepted.model_dump(mode="json")},
        options={},
    )
    assert unwrap(theirs.encode()) == unwrap(wrap(accepted))
    assert set(orjson.loads(theirs.encode())) == set(orjson.loads(wrap(accepted)))


def test_passages_are_addressed_to_their_own_actor() -> None:
    decoded: DramatiqMessage[None] = DramatiqMessage.decode(
        wrap(passage_batch(), Actor.EMBED_PASSAGES)
    )
    assert decoded.actor_name == "embed_passages"


def test_every_envelope_has_an_id_of_its_own() -> None:
    accepted = accepted_message("x")
    assert orjson.loads(wrap(accepted))["message_id"] != orjson.loads(wrap(accepted))["message_id"]


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_comes_through_as_it_was(text: str) -> None:
    if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
        return
    accepted = accepted_message(text)
    assert DbMessage.validate_python(unwrap(wrap(accepted))) == accepted


def test_each_kind_of_payload_is_told_apart_by_its_kind() -> None:
    assert DbMessage.validate_python(unwrap(wrap(feedback()))) == feedback()
    result = ai_result()
    assert AiResponse.validate_python(unwrap(wrap(result))) == result


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"5",
        b"\xff\xfe\x00",
        b'{"message_id": "x"}',
        b'{"message_id": "x", "kwargs": {}}',
        b'{"message_id": "x", "kwargs": {"payload": 5}}',
        b'{"message_id": "x", "kwargs": {"payload": [], "more": 1}}',
        b'{"message_id": 5, "kwargs": {"payload": {}}}',
        b'{"message_id": "x", "kwargs": {"payload": {}',
        b"[" * 5_000,
        b"\x80\x04\x95pickle",
    ],
)
def test_whatever_is_no_envelope_is_an_envelope_error(body: bytes) -> None:
    with pytest.raises(EnvelopeError):
        unwrap(body)


def test_an_answer_s_route_reaches_both_queues_and_every_queue_is_reached_by_some_route() -> None:
    assert set(ROUTES[Route.ANSWER]) == {Queue.DB_MESSAGES, Queue.AI_REQUESTS}
    assert set(ROUTES) == set(Route)
    assert {queue for queues in ROUTES.values() for queue in queues} == set(Queue)
