"""What the console shows beside a conversation is what was stored, quoted and nothing else."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation

pytestmark = pytest.mark.services

BEGAN = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_INSERT = """
INSERT INTO messages (id, conversation_id, seq, sender, agent, text, citations, choices, outcome,
                      handoff_reason, in_reply_to, provenance, at, close_reason, operator_name)
VALUES (%(id)s, %(conversation_id)s, %(seq)s, %(sender)s, %(agent)s, %(text)s, %(citations)s,
        %(choices)s, %(outcome)s, %(handoff_reason)s, %(in_reply_to)s, %(provenance)s, %(at)s,
        %(close_reason)s, 'Анна')
"""


class Story:
    """Messages of a conversation, as the workers store them."""

    def __init__(self, connection: Connection[Any], site_id: UUID) -> None:
        self.connection = connection
        self.id = new_conversation(connection, site_id)
        self.seq = 0

    def say(self, sender: str, text: str, **more: Any) -> UUID:  # noqa: ANN401
        """Store a message; returns its id."""
        self.seq += 1
        values: dict[str, Any] = {
            "id": uuid7(),
            "conversation_id": self.id,
            "seq": self.seq,
            "sender": sender,
            "text": text,
            "at": BEGAN + timedelta(minutes=self.seq),
            "citations": json.dumps(more.pop("citations", [])),
            "provenance": json.dumps(more["provenance"]) if "provenance" in more else None,
        }
        for name in ("agent", "outcome", "handoff_reason", "in_reply_to", "close_reason"):
            values[name] = more.get(name)
        values["choices"] = more.get("choices", [])
        self.connection.execute(_INSERT, values)
        self.connection.execute(
            "UPDATE conversations SET last_seq = %s WHERE id = %s", (self.seq, self.id)
        )
        found: UUID = values["id"]
        return found

    def card(self, door: Door, email: str) -> dict[str, Any]:
        """The hand-off card."""
        reply = door.call("GET", f"/api/v1/conversations/{self.id}/handoff", email)
        assert reply.status_code == httpx.codes.OK, reply.text
        body: dict[str, Any] = reply.json()
        return body


def test_the_card_tells_why_what_was_asked_and_what_was_tried(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    story = Story(connection, shop.id)
    hello = story.say("visitor", "Здравствуйте")
    story.say("agent", "Здравствуйте!", outcome="greeted", in_reply_to=hello)
    first = story.say("visitor", "VPN не подключается, ошибка 809 на Windows 11")
    answer = story.say(
        "agent",
        "Проверьте порты.",
        agent="network",
        outcome="answered",
        citations=[{"n": 1, "title": "VPN › 809", "quote": "Порты"}],
    )
    connection.execute("INSERT INTO ratings VALUES (%s, 'down', 'не помогло', now())", (answer,))
    last = story.say("visitor", "Порты открыты, всё равно ошибка 809")
    passage = {
        "passage_id": str(uuid7()), "agent": "network", "title": "VPN › Порты", "score": 0.4,
        "dense": 0.4, "lexical": 0.1, "text": "…",
    }  # fmt: skip
    provenance = {
        "question": "vpn ошибка 809 порты открыты",
        "confidence": 0.31,
        "policy": [{"agent": "network", "threshold": 0.75}],
        "passages": [passage, {"nothing": "of ours"}],
    }
    called = story.say(
        "system", "Зову", outcome="handed_off", handoff_reason="low_confidence",
        provenance=provenance,
    )  # fmt: skip
    story.say("system", "Анна здесь", outcome="operator_joined")
    story.say("operator", "Это Анна")
    card = story.card(door, shop.operator)
    assert card["call"]["message_id"] == str(called)
    assert card["call"]["reason"] == "low_confidence"
    assert (card["call"]["confidence"], card["call"]["threshold"]) == (0.31, 0.75)
    assert card["call"]["question"] == "vpn ошибка 809 порты открыты"
    assert [one["title"] for one in card["call"]["passages"]] == ["VPN › Порты"]
    assert card["first"]["message_id"] == str(first)
    assert card["last"]["message_id"] == str(last)
    assert [one["text"] for one in card["details"]] == ["ошибка 809", "Windows 11"]
    assert [(one["text"], one["sources"], one["rating"]) for one in card["tried"]] == [
        ("Проверьте порты.", ["VPN › 809"], "down"),
    ]
    assert card["questions"] == 2
    said = connection.execute(
        "SELECT text FROM messages WHERE conversation_id = %s", (story.id,)
    ).fetchall()
    quoted = [card["first"]["text"], card["last"]["text"], *(one["text"] for one in card["tried"])]
    assert set(quoted) <= {text for (text,) in said}


def test_the_card_begins_anew_after_a_return_and_knows_a_take_without_a_call(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    story = Story(connection, shop.id)
    story.say("visitor", "старый вопрос")
    story.say("system", "Зову", outcome="handed_off", handoff_reason="requested")
    story.say("system", "Вернули", outcome="returned")
    new = story.say("visitor", "новый вопрос")
    story.say("agent", "Не знаю", agent="network", outcome="answered")
    card = story.card(door, shop.operator)
    assert card["call"] is None
    assert card["first"]["message_id"] == str(new)
    assert [one["text"] for one in card["tried"]] == ["Не знаю"]
    story.say("system", "Анна здесь", outcome="operator_joined")
    story.say("visitor", "уже человеку")
    taken = story.card(door, shop.operator)
    assert (taken["first"]["message_id"], taken["last"]) == (str(new), None)
    story.say("system", "Закрыт", outcome="closed", close_reason="solved")
    assert story.card(door, shop.operator)["first"] is None
    story.say("system", "Снова открыт", outcome="reopened")
    assert story.card(door, shop.operator)["first"]["message_id"] == str(new)


def test_an_empty_conversation_has_an_empty_card(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    card = Story(connection, shop.id).card(door, shop.operator)
    assert (card["call"], card["first"], card["tried"], card["details"]) == (None, None, [], [])


def test_the_context_tells_of_the_visitor_their_ratings_and_how_it_was_closed(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    story = Story(connection, shop.id)
    answer = story.say("agent", "ответ", agent="network", outcome="answered")
    closed = story.say("system", "Закрыт", outcome="closed", close_reason="duplicate")
    connection.execute("INSERT INTO ratings VALUES (%s, 'up', null, now())", (answer,))
    connection.execute(
        "UPDATE conversations SET score = 4, score_comment = 'быстро', read_seq = 2 WHERE id = %s",
        (story.id,),
    )
    context = door.call("GET", f"/api/v1/conversations/{story.id}/context", shop.operator).json()
    assert context["visitor"]["name"] == "Посетитель"
    assert (context["score"], context["score_comment"], context["read_seq"]) == (4, "быстро", 2)
    assert context["ratings"] == [{"message_id": str(answer), "rating": "up", "comment": None}]
    assert [(one["message_id"], one["reason"]) for one in context["closings"]] == [
        (str(closed), "duplicate")
    ]


def test_earlier_conversations_are_the_visitor_s_own_newest_first(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    now, *others = (Story(connection, shop.id) for _ in range(4))
    stranger = Story(connection, shop.id)
    stranger.say("visitor", "чужой")
    for number, other in enumerate(others):
        connection.execute(
            "UPDATE conversations SET visitor_id = (SELECT visitor_id FROM conversations"
            " WHERE id = %s), updated_at = %s WHERE id = %s",
            (now.id, BEGAN + timedelta(days=number), other.id),
        )
        other.say("visitor", f"вопрос {number}")
    path = f"/api/v1/conversations/{now.id}/earlier"
    first = door.call("GET", f"{path}?limit=2", shop.operator).json()
    assert [one["question"] for one in first["items"]] == ["вопрос 2", "вопрос 1"]
    rest = door.call("GET", f"{path}?limit=2&before={first['next']}", shop.operator).json()
    assert ([one["question"] for one in rest["items"]], rest["next"]) == (["вопрос 0"], None)


async def test_operators_see_at_once_what_the_visitor_has_read_and_rated(
    door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    here = {"conversation_id": session["conversation_id"]}
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, door.token(shop.operator)) as anna,
    ):
        said = {"client_message_id": client_id(), "text": "вопрос"}
        sent = await visitor.ask("/visitor", "message.send", said)
        await anna.ask("/operator", "conversation.open", here)
        assert (await visitor.ask("/visitor", "conversation.read", {"seq": 1}))["ok"]
        assert await anna.until("conversation.seen") == here | {"seq": 1}
        # Nobody has read what nobody has written yet, or operators would be told so for ever.
        assert (await visitor.ask("/visitor", "conversation.read", {"seq": 2**40}))["ok"]
        assert await anna.until("conversation.seen") == here | {"seq": 1}
        rated = {"message_id": sent["message_id"], "rating": "down", "comment": "нет"}
        assert (await visitor.ask("/visitor", "message.rate", rated))["ok"]
        told = await anna.until("message.rated")
        assert told == here | rated | {"cursor": told["cursor"]}
        scored = {"score": 2, "comment": None}
        assert (await visitor.ask("/visitor", "conversation.rate", scored))["ok"]
        told = await anna.until("conversation.rated")
        assert told == here | scored | {"cursor": told["cursor"]}
        heard = [name for name, _ in await visitor.quiet(0.3)]
        assert "conversation.seen" not in heard
