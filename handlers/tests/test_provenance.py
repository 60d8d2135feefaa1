"""Why this answer: what lies beside it, for operators of its site, whoever wrote it and when."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from psycopg.types.json import Jsonb

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.contracts.policy import Share
from shared.contracts.queues import (
    AppliedPolicy,
    PassageScore,
    Provenance,
    UnderstandingStep,
)
from shared.domain.words import Locale, Step
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation
from shared.tests.samples import provenance

pytestmark = pytest.mark.services

ASKED = ("yt hf,jnftn dgy", "ошибка 809")
TITLE = "VPN › Ошибка 809"
QUOTE = "809: порты UDP 500 и 4500 закрыты на пути."
CITATIONS = [{"n": 1, "title": TITLE, "url": None, "quote": "809: порты UDP 500…"}]
OLDEST: dict[str, Any] = {
    "backend": "extractive",
    "embedding_model": "hashed",
    "knowledge_version": 3,
    "calibration": "first",
    "question": "не работает vpn",
    "repairs": ["layout", "follow_up", "no step any more"],
    "route": {"network": 0.9},
    "passages": [],
    "confidence": 0.9,
    "groundedness": 1.0,
}
"""What the first version wrote."""


def score(passage_id: UUID, title: str = TITLE) -> PassageScore:
    return PassageScore(
        passage_id=passage_id, agent="network", title=title, score=1.2, dense=0.7, lexical=0.5
    )


def full(*passages: PassageScore) -> Provenance:
    threshold: Share = 0.75
    return provenance().model_copy(
        update={
            "question": "не работает vpn ошибка 809",
            "language": Locale.RU,
            "steps": (UnderstandingStep(step=Step.LAYOUT, text="не работает vpn"),),
            "agents": ("network",),
            "policy": (AppliedPolicy(agent="network", wrong_share=0.03, threshold=threshold),),
            "passages": passages,
            "route": {"access": 0.1, "network": 0.9},
            "stage_ms": {"understanding": 4.5, "routing": 60.0, "writing": 900.0},
        }
    )


class Talk:
    """A conversation of one answered turn, as the workers leave it in PostgreSQL."""

    def __init__(self, connection: Connection[Any], place: Place) -> None:
        self._connection = connection
        self.id = new_conversation(connection, place.id)
        self._say(1, "visitor", "раньше")
        self._say(2, "agent", "отвечено")
        self._say(3, "visitor", ASKED[0])
        self.question = self._say(4, "visitor", ASKED[1])

    def _say(self, seq: int, sender: str, text: str) -> UUID:
        message_id = uuid7()
        self._connection.execute(
            "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
            " VALUES (%s, %s, %s, %s, %s, now())",
            (message_id, self.id, seq, sender, text),
        )
        return message_id

    def answer(self, why: object, outcome: str = "quoted", **columns: object) -> UUID:
        """Answer the turn with something beside the answer; returns the message's id."""
        answer_id = self._say(5, "agent", "Откройте порты [1]")
        values = {
            "provenance": None if why is None else Jsonb(why),
            "outcome": outcome,
            "agent": "network",
            "in_reply_to": self.question,
            "citations": Jsonb(CITATIONS),
            "handoff_reason": None,
            "sender": "agent",
            "request_id": None,
        } | columns
        self._connection.execute(
            "UPDATE messages SET provenance = %(provenance)s, outcome = %(outcome)s,"
            " sender = %(sender)s, request_id = %(request_id)s, agent = %(agent)s,"
            " in_reply_to = %(in_reply_to)s, citations = %(citations)s,"
            " handoff_reason = %(handoff_reason)s WHERE id = %(id)s",
            values | {"id": answer_id},
        )
        return answer_id


@pytest.fixture
def talk(connection: Connection[Any], shop: Place) -> Talk:
    """A conversation of the shop."""
    return Talk(connection, shop)


def ask(door: Door, email: str, conversation_id: object, message_id: object) -> httpx.Response:
    path = f"/api/v1/conversations/{conversation_id}/messages/{message_id}/provenance"
    return door.request("GET", path, origin=door.console, token=door.token(email))


def explained(door: Door, shop: Place, talk: Talk, message_id: UUID) -> Any:  # noqa: ANN401
    reply = ask(door, shop.operator, talk.id, message_id)
    assert reply.status_code == 200, reply.text
    return reply.json()


def remember(connection: Connection[Any], place: Place, *texts: str) -> list[UUID]:
    """Put passages of one document into the knowledge of a site."""
    document_id, passage_ids = uuid7(), [uuid7() for _ in texts]
    connection.execute(
        "INSERT INTO documents (id, site_id, agent, name, text, content_hash, state, url)"
        " VALUES (%s, %s, 'network', %s, '', '', 'ready', 'https://help.example/vpn')",
        (document_id, place.id, str(document_id)),
    )
    for ordinal, (passage_id, text) in enumerate(zip(passage_ids, texts, strict=True)):
        connection.execute(
            "INSERT INTO passages (id, document_id, version, ordinal, title, text)"
            " VALUES (%s, %s, 1, %s, %s, %s)",
            (passage_id, document_id, ordinal, TITLE, text),
        )
    return passage_ids


def test_an_answer_is_explained_from_the_question_to_the_passages(
    door: Door, shop: Place, connection: Connection[Any], talk: Talk
) -> None:
    first, second = remember(connection, shop, "Как подключиться к VPN.", QUOTE)
    gone = uuid7()
    why = full(score(first), score(second), score(gone, "VPN › Старое"))
    answer = talk.answer(why.model_dump(mode="json"))
    found = explained(door, shop, talk, answer)
    assert found["message_id"] == str(answer)
    assert (found["outcome"], found["agent"]) == ("quoted", "network")
    assert found["asked"] == list(ASKED), "the turn, and nothing that was answered before"
    assert found["steps"] == [{"step": "layout", "text": "не работает vpn"}]
    assert found["question"] == "не работает vpn ошибка 809"
    assert found["policy"] == [{"agent": "network", "wrong_share": 0.03, "threshold": 0.75}]
    assert list(found["stage_ms"]) == ["understanding", "routing", "writing"]
    assert list(found["route"]) == ["network", "access"]
    assert [(one["passage_id"], one["cited"]) for one in found["passages"]] == [
        (str(first), []),
        (str(second), [1]),  # of two parts with one title that which says the quoted words
        (str(gone), []),
    ]
    assert [one["text"] for one in found["passages"]] == ["Как подключиться к VPN.", QUOTE, None]
    assert found["passages"][1]["url"] == "https://help.example/vpn"
    assert "handoff_reason" in found
    assert found["handoff_reason"] is None


def test_a_citation_of_a_passage_that_is_gone_is_of_the_one_with_its_title(
    door: Door, shop: Place, talk: Talk
) -> None:
    passages = (score(uuid7(), "VPN"), score(uuid7()), score(uuid7()))
    answer = talk.answer(full(*passages).model_dump(mode="json"))
    found = explained(door, shop, talk, answer)
    assert [one["cited"] for one in found["passages"]] == [[], [1], []]


def test_passages_of_another_site_or_on_their_way_out_are_not_shown(
    door: Door, shop: Place, bank: Place, connection: Connection[Any], talk: Talk
) -> None:
    theirs, removed = (remember(connection, place, QUOTE)[0] for place in (bank, shop))
    connection.execute(
        "UPDATE documents SET state = 'removing' FROM passages p"
        " WHERE p.document_id = documents.id AND p.id = %s",
        (removed,),
    )
    why = full(score(theirs), score(removed)).model_dump(mode="json")
    found = explained(door, shop, talk, talk.answer(why))
    assert [(one["text"], one["url"]) for one in found["passages"]] == [(None, None)] * 2


def test_what_an_older_version_wrote_is_served_without_what_it_did_not_know(
    door: Door, shop: Place, talk: Talk
) -> None:
    found = explained(door, shop, talk, talk.answer(OLDEST))
    assert found["steps"] == [
        {"step": "layout", "text": None},
        {"step": "follow_up", "text": None},
    ]
    assert found["policy"] == found["agents"] == found["passages"] == []
    assert found["language"] is found["trouble"] is found["model"] is None
    assert found["confidence"] == 0.9


def test_the_least_that_can_have_been_written_is_served(
    door: Door, shop: Place, talk: Talk
) -> None:
    found = explained(door, shop, talk, talk.answer({}, in_reply_to=None, citations=Jsonb([])))
    assert found["confidence"] is found["backend"] is None
    assert found["asked"] == []


def test_what_a_newer_version_adds_is_left_out(door: Door, shop: Place, talk: Talk) -> None:
    why = full(score(uuid7())).model_dump(mode="json") | {"mood": "fine", "asked": ["forged"]}
    why["passages"][0]["colour"] = "blue"
    found = explained(door, shop, talk, talk.answer(why))
    assert "mood" not in found
    assert "colour" not in found["passages"][0]
    assert found["asked"] == list(ASKED)


@pytest.mark.parametrize(
    "why",
    [[], "text", 5, True, {"passages": [{}]}, {"route": []}, {"confidence": "high"},
     {"confidence": 1e300}, {"stage_ms": {"writing": [1]}}, {"steps": [{"step": "dance"}]},
     {"passages": {"0": 1}}, {"seed": 0.5}, {"trouble": "rain"}],
    ids=lambda why: ascii(why)[:30],
)  # fmt: skip
def test_what_cannot_be_read_is_said_so(door: Door, shop: Place, talk: Talk, why: object) -> None:
    reply = ask(door, shop.operator, talk.id, talk.answer(why))
    refused(reply, 404, "provenance_unreadable")
    assert "provenance.unreadable" in door.logged()


@pytest.mark.parametrize("citations", [{}, [{"n": 0}], ["x"]], ids=ascii)
def test_citations_that_cannot_be_read_are_said_so_too(
    door: Door, shop: Place, talk: Talk, citations: object
) -> None:
    answer = talk.answer(OLDEST, citations=Jsonb(citations))
    refused(ask(door, shop.operator, talk.id, answer), 404, "provenance_unreadable")


def test_a_number_that_is_none_is_never_answered(
    door: Door, shop: Place, connection: Connection[Any], talk: Talk
) -> None:
    answer = talk.answer({})
    connection.execute(
        "UPDATE messages SET provenance = %s::jsonb WHERE id = %s",
        ('{"stage_ms": {"writing": 1e400}}', answer),
    )
    refused(ask(door, shop.operator, talk.id, answer), 404, "provenance_unreadable")


def test_a_hand_off_is_explained_with_its_reason(door: Door, shop: Place, talk: Talk) -> None:
    columns = {"handoff_reason": "low_confidence", "agent": None, "citations": Jsonb([])}
    answer = talk.answer(full().model_dump(mode="json"), "handed_off", **columns)
    found = explained(door, shop, talk, answer)
    assert (found["outcome"], found["handoff_reason"]) == ("handed_off", "low_confidence")


def test_an_answer_beside_which_nothing_was_written_leads_to_its_log_lines(
    door: Door, shop: Place, connection: Connection[Any], talk: Talk
) -> None:
    columns = {"handoff_reason": "failed", "agent": None, "citations": Jsonb([])}
    answer = talk.answer(None, "handed_off", request_id="r 1&x", **columns)
    connection.execute("UPDATE messages SET at = '2026-01-02 12:00+00' WHERE id = %s", (answer,))
    found = explained(door, shop, talk, answer)
    assert (found["outcome"], found["handoff_reason"]) == ("handed_off", "failed")
    assert found["asked"] == list(ASKED)
    assert (found["confidence"], found["passages"], found["request_id"]) == (None, [], "r 1&x")
    assert found["logs_url"] == (
        f"https://logs.example/?of=r%201%26x&by={answer}&in={talk.id}"  # whatever it is made of
        "&1767354300000-1767356100000"  # a quarter of an hour around it, however old it is
    )


def test_one_from_a_version_that_did_not_write_its_request_leads_nowhere(
    door: Door, shop: Place, talk: Talk
) -> None:
    found = explained(door, shop, talk, talk.answer(full().model_dump(mode="json")))
    assert found["request_id"] is found["logs_url"] is None


def test_where_nobody_has_said_where_logs_are_the_request_alone_is_told(
    second_door: Door, shop: Place, talk: Talk
) -> None:
    answer = talk.answer(full().model_dump(mode="json"), request_id="r-1")
    found = explained(second_door, shop, talk, answer)
    assert (found["request_id"], found["logs_url"]) == ("r-1", None)


def test_a_person_called_because_nobody_answered_is_explained_by_the_question(
    door: Door, shop: Place, talk: Talk
) -> None:
    columns = {"handoff_reason": "deadline", "agent": None, "sender": "system"}
    answer = talk.answer(None, "handed_off", in_reply_to=None, citations=Jsonb([]), **columns)
    found = explained(door, shop, talk, answer)
    assert (found["handoff_reason"], found["asked"]) == ("deadline", list(ASKED))


def test_what_people_wrote_has_nothing_to_explain(door: Door, shop: Place, talk: Talk) -> None:
    for message_id in (talk.question, talk.answer(None, sender="operator"), uuid7()):
        refused(ask(door, shop.operator, talk.id, message_id), 404, "not_found")
    refused(ask(door, shop.operator, talk.id, "x"), 400, "invalid_payload")


def test_an_operator_of_another_site_is_told_nothing(
    door: Door, shop: Place, bank: Place, connection: Connection[Any], talk: Talk
) -> None:
    answer = talk.answer(OLDEST)
    for email in (bank.operator, bank.admin):
        refused(ask(door, email, talk.id, answer), 404, "conversation_not_found")
    # Nor by the way of a conversation of their own, or of another of the same site.
    refused(ask(door, bank.admin, Talk(connection, bank).id, answer), 404, "not_found")
    refused(ask(door, shop.operator, Talk(connection, shop).id, answer), 404, "not_found")
    path = f"/api/v1/conversations/{talk.id}/messages/{answer}/provenance"
    refused(door.request("GET", path, origin=door.console), 401, "token_missing")
    visitor = door.open_session(shop.key)["token"]
    refused(door.request("GET", path, origin=door.console, token=visitor), 401, "token_invalid")
    token = door.token(shop.operator)
    refused(door.request("GET", path, token=token), 403, "origin_forbidden")
