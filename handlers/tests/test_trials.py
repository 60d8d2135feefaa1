"""Operators ask the agents: published once, told to who asked, fetched by nobody else."""

from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID, uuid5

import httpx
import orjson
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_provenance import ASKED, Talk, full, score
from handlers.tests.wire import Socket, client_id
from shared.contracts.trials import TrialRecord, TrialRequest
from shared.domain.trials import TrialFailure, TrialState
from shared.domain.words import HandoffReason, Outcome
from shared.kernel.ids import uuid7
from shared.queues.envelope import unwrap
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.keys import TRIALS_KEY
from shared.storage.trials import TrialResults
from shared.tests.samples import ai_result

pytestmark = pytest.mark.services

TRIALS = "/api/v1/trials"


class Asking:
    """An operator who asks, and the worker's end of the queue in the test's hands."""

    def __init__(self, door: Door, place: Place, redis: Redis, broker: Redis) -> None:
        self.door = door
        self.place = place
        self.redis = redis
        self.broker = broker
        self.token = door.token(place.operator)

    def start(self, **body: object) -> httpx.Response:
        return self.door.request(
            "POST", TRIALS, origin=self.door.console, token=self.token, json=body
        )

    def started(self, **body: object) -> str:
        reply = self.start(**body)
        assert reply.status_code == 202, reply.text
        return str(reply.json()["trial_id"])

    def ask(self, text: str = "Не работает VPN", **more: object) -> str:
        return self.started(kind="answer", site_id=str(self.place.id), text=text, **more)

    def fetch(self, trial_id: str, token: str | None = None) -> httpx.Response:
        path = f"{TRIALS}/{trial_id}"
        return self.door.request("GET", path, origin=self.door.console, token=token or self.token)

    def judge(self, trial_id: str, **body: object) -> httpx.Response:
        path = f"{TRIALS}/{trial_id}/verdict"
        return self.door.request(
            "POST", path, origin=self.door.console, token=self.token, json=body
        )

    def taken(self) -> TrialRequest:
        """What a worker would take next; nothing else is in the queue."""
        ((_, fields),) = cast("list[Any]", self.broker.xrange(stream_key(Queue.AI_REQUESTS)))
        assert orjson.loads(fields[b"body"])["actor_name"] == "try_answer"
        return TrialRequest.model_validate(unwrap(fields[b"body"]))

    def end(self, record: TrialRecord, **changes: object) -> None:
        """Do what a worker does in the end."""
        done = record.model_copy(update={"state": TrialState.DONE} | changes)
        assert TrialResults(self.redis).end(done)


@pytest.fixture
def asking(door: Door, shop: Place, redis: Redis, embedded_broker_url: str) -> Iterator[Asking]:
    broker: Redis = Redis.from_url(embedded_broker_url)
    redis.delete(TRIALS_KEY)
    for key in redis.scan_iter("rate:trials:*"):
        redis.delete(key)
    for queue in Queue:
        broker.delete(stream_key(queue))
    yield Asking(door, shop, redis, broker)
    broker.close()


def result_of(request: TrialRequest, **changes: Any) -> Any:  # noqa: ANN401
    turn = request.request
    return ai_result(
        conversation_id=turn.conversation_id, site_id=turn.site_id, answer_id=turn.answer_id
    ).model_copy(update=changes)


async def test_a_question_goes_to_the_agents_and_its_answer_to_every_socket_of_who_asked(
    asking: Asking, connection: Connection[Any]
) -> None:
    door, place = asking.door, asking.place
    async with (
        await Socket.operator(door, asking.token) as one,
        await Socket.operator(door, asking.token) as other,
        await Socket.operator(door, door.token(place.colleague)) as colleague,
    ):
        history = [{"sender": "visitor", "text": "привет"}]
        trial_id = asking.ask("  Не работает VPN ", history=history)
        assert asking.fetch(trial_id).json()["state"] == "pending"
        trial = asking.taken()
        assert [message.text for message in trial.request.turn] == ["Не работает VPN"]
        assert [said.text for said in trial.record.history] == ["привет"]
        assert [agent.slug for agent in trial.request.agents] == ["network", "access"]
        assert str(trial.request.answer_id) == trial_id
        asking.end(trial.record, result=result_of(trial))
        fact = {"trial_id": trial_id, "kind": "answer", "state": "done"}
        assert await one.until("trial.completed") == fact
        assert await other.until("trial.completed") == fact
        assert await colleague.quiet(about="trial.") == []
    shown = asking.fetch(trial_id).json()
    assert shown["state"] == "done"
    assert shown["answer"]["outcome"] == "quoted"
    assert shown["answer"]["provenance"]["asked"] == ["Не работает VPN"]
    assert shown["answer"]["provenance"]["backend"] == "extractive"
    rows = connection.execute("SELECT 1 FROM messages WHERE id = %s", (trial_id,)).fetchall()
    assert rows == [], "a trial is in no conversation"


def test_nobody_but_who_asked_finds_it(asking: Asking, bank: Place) -> None:
    trial_id = asking.ask()
    for other in (asking.place.colleague, asking.place.admin, bank.admin):
        refused(asking.fetch(trial_id, asking.door.token(other)), 404, "not_found")
    refused(asking.fetch(str(uuid7())), 404, "not_found")


def test_one_agent_alone_is_asked_if_it_is_the_site_s(asking: Asking) -> None:
    asking.ask(agent="access")
    assert [agent.slug for agent in asking.taken().request.agents] == ["access"]
    site = str(asking.place.id)
    reply = asking.start(kind="answer", site_id=site, text="x", agent="hardware")
    refused(reply, 400, "invalid_payload")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"kind": "answer"}, "invalid_payload"),
        ({"kind": "answer", "text": "x"}, "invalid_payload"),
        ({"kind": "answer", "text": " ", "site_id": "own"}, "text_empty"),
        ({"kind": "answer", "text": "x" * 4_001, "site_id": "own"}, "invalid_payload"),
        ({"kind": "draft"}, "invalid_payload"),
        ({"kind": "draft", "site_id": "own", "text": "x"}, "invalid_payload"),
        ({"kind": "replay", "conversation_id": str(uuid7())}, "invalid_payload"),
        ({"kind": "search", "text": "x", "site_id": "own", "surprise": 1}, "invalid_payload"),
        ({"kind": "everything", "text": "x", "site_id": "own"}, "invalid_payload"),
    ],
)
def test_what_is_no_question_is_refused_and_nothing_is_published(
    asking: Asking, body: dict[str, Any], code: str
) -> None:
    own = {"site_id": str(asking.place.id)} if body.get("site_id") == "own" else {}
    refused(asking.start(**(body | own)), 400, code)
    assert asking.broker.xlen(stream_key(Queue.AI_REQUESTS)) == 0
    assert asking.redis.zcard(TRIALS_KEY) == 0


def test_only_so_many_are_under_way_at_once(asking: Asking) -> None:
    first = asking.ask()
    trial = asking.taken()
    asking.ask()
    reply = asking.start(kind="search", site_id=str(asking.place.id), text="x")
    refused(reply, 429, "trials_busy", retryable=True)
    assert reply.headers["Retry-After"] == "5"
    failed = {"state": TrialState.FAILED, "failure": TrialFailure.LATE}
    asking.end(trial.record, **failed)
    assert asking.fetch(first).json()["failure"] == "late"
    asking.ask()


def test_only_so_many_are_asked_in_a_minute(asking: Asking) -> None:
    for _ in range(30):
        asking.ask()
        asking.redis.delete(TRIALS_KEY)
    reply = asking.start(kind="answer", site_id=str(asking.place.id), text="x")
    refused(reply, 429, "rate_limited", retryable=True)


async def test_a_draft_is_of_what_the_visitor_asked_last_whoever_said_hello_meanwhile(
    asking: Asking,
) -> None:
    door, shop = asking.door, asking.place
    session = door.open_session(shop.key)
    here = {"conversation_id": session["conversation_id"]}
    refused(asking.start(kind="draft", **here), 409, "no_open_question")
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, asking.token) as operator,
    ):
        assert (await operator.ask("/operator", "conversation.take", here))["ok"]
        for text in ("Не работает VPN", "уже час"):
            sent = {"client_message_id": client_id(), "text": text}
            assert (await visitor.ask("/visitor", "message.send", sent))["ok"]
        hello = here | {"client_message_id": client_id(), "text": "Здравствуйте, смотрю"}
        assert (await operator.ask("/operator", "message.send", hello))["ok"]
    asking.broker.delete(stream_key(Queue.AI_REQUESTS))
    trial_id = asking.started(kind="draft", **here)
    trial = asking.taken()
    assert trial.record.asked == ("Не работает VPN", "уже час")
    assert str(trial.record.conversation_id) == here["conversation_id"]
    assert trial_id == str(trial.request.answer_id)


def test_a_replay_asks_what_was_asked_with_what_was_said_before(
    asking: Asking, connection: Connection[Any]
) -> None:
    talk = Talk(connection, asking.place)
    answer = talk.answer(full().model_dump(mode="json"))
    asking.started(kind="replay", conversation_id=str(talk.id), message_id=str(answer))
    trial = asking.taken()
    assert trial.record.asked == ASKED
    assert [said.text for said in trial.record.history] == ["раньше", "отвечено"]
    assert trial.request.answer_id == answer, "the same seed"
    reply = asking.start(kind="replay", conversation_id=str(talk.id), message_id=str(uuid7()))
    refused(reply, 404, "not_found")


def test_a_search_shows_the_words_of_the_passages_and_their_documents(
    asking: Asking, connection: Connection[Any]
) -> None:
    document, passage = uuid7(), uuid7()
    connection.execute(
        "INSERT INTO documents (id, site_id, agent, name, text, content_hash, state)"
        " VALUES (%s, %s, 'network', %s, '', '', 'ready')",
        (document, asking.place.id, f"{document}.md"),
    )
    connection.execute(
        "INSERT INTO passages (id, document_id, version, ordinal, title, text)"
        " VALUES (%s, %s, 1, 1, 'VPN', 'Откройте порты.')",
        (passage, document),
    )
    trial_id = asking.started(kind="search", site_id=str(asking.place.id), text="vpn")
    asking.end(asking.taken().record, found=full(score(passage, "VPN")))
    shown = asking.fetch(trial_id).json()
    assert shown["answer"] is None
    (found,) = shown["found"]["passages"]
    assert found["text"] == "Откройте порты."
    assert found["document_id"] == str(document)
    assert (found["score"], found["dense"], found["lexical"]) == (1.2, 0.7, 0.5)
    assert list(shown["found"]["route"]) == ["network", "access"]


def drafted(asking: Asking, connection: Connection[Any]) -> tuple[str, UUID]:
    """A draft that the agents were not sure of, in a conversation that is stored."""
    talk = Talk(connection, asking.place)
    trial_id = asking.started(kind="draft", conversation_id=str(talk.id))
    trial = asking.taken()
    sure = {"provenance": full()}
    asking.end(
        trial.record,
        result=result_of(
            trial,
            outcome=Outcome.HANDED_OFF,
            handoff_reason=HandoffReason.LOW_CONFIDENCE,
            agent=None,
        ),
        attempt=result_of(trial, text="Откройте порты [1]", **sure),
    )
    return trial_id, talk.id


def verdicts(connection: Connection[Any], conversation_id: UUID) -> list[tuple[Any, ...]]:
    return connection.execute(
        "SELECT decision, reason, draft, sent, asked, agent FROM draft_verdicts"
        " WHERE conversation_id = %s",
        (conversation_id,),
    ).fetchall()


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        ({"decision": "sent"}, ("sent", None, "")),
        (
            {"decision": "edited", "text": "Порты 500 и 4500."},
            ("edited", None, "Порты 500 и 4500."),
        ),
        ({"decision": "refused", "reason": "wrong"}, ("refused", "wrong", "")),
    ],
)
def test_what_became_of_a_draft_is_kept_once(
    asking: Asking, connection: Connection[Any], body: dict[str, Any], kept: tuple[str, ...]
) -> None:
    trial_id, conversation_id = drafted(asking, connection)
    assert asking.judge(trial_id, **body).status_code == 204
    assert asking.judge(trial_id, decision="refused", reason="other").status_code == 204
    decision, reason, sent = kept
    assert verdicts(connection, conversation_id) == [
        (decision, reason, "Откройте порты [1]", sent, list(ASKED), "network")
    ]


@pytest.mark.parametrize(
    "body",
    [
        {"decision": "edited"},
        {"decision": "refused"},
        {"decision": "sent", "text": "другое"},
        {"decision": "burnt"},
    ],
)
def test_a_verdict_that_does_not_say_what_it_needs_is_refused(
    asking: Asking, connection: Connection[Any], body: dict[str, Any]
) -> None:
    trial_id, conversation_id = drafted(asking, connection)
    refused(asking.judge(trial_id, **body), 400, "invalid_payload")
    assert verdicts(connection, conversation_id) == []


def test_what_is_no_draft_has_no_verdict(asking: Asking) -> None:
    trial_id = asking.ask()
    refused(asking.judge(trial_id, decision="sent"), 404, "not_found")
    trial = asking.taken()
    asking.end(trial.record, result=result_of(trial))
    refused(asking.judge(trial_id, decision="sent"), 404, "not_found")


def test_a_verdict_goes_with_its_conversation(asking: Asking, connection: Connection[Any]) -> None:
    trial_id, conversation_id = drafted(asking, connection)
    assert asking.judge(trial_id, decision="sent").status_code == 204
    connection.execute("DELETE FROM conversations WHERE id = %s", (conversation_id,))
    assert verdicts(connection, conversation_id) == []


def test_a_trial_that_the_broker_does_not_take_leaves_no_place_taken(
    asking: Asking,
) -> None:
    """Its stream cannot be written: the key holds something else."""
    key = stream_key(Queue.AI_REQUESTS)
    asking.broker.set(key, "no stream")
    reply = asking.start(kind="answer", site_id=str(asking.place.id), text="x")
    refused(reply, 503, "broker_unavailable", retryable=True)
    assert asking.redis.zcard(TRIALS_KEY) == 0
    asking.broker.delete(key)


def test_what_the_agents_are_there_for_is_told_of_an_operator_s_own_sites(
    asking: Asking, bank: Place
) -> None:
    def examples(site_id: object) -> httpx.Response:
        path = f"{TRIALS}/examples?site_id={site_id}"
        return asking.door.request("GET", path, origin=asking.door.console, token=asking.token)

    assert examples(asking.place.id).json()["items"] == [
        {"agent": "network", "questions": ["Пример?"]},
        {"agent": "access", "questions": ["Пример?"]},
    ]
    for other in (bank.id, uuid7()):
        refused(examples(other), 404, "not_found")


def test_an_id_of_another_kind_is_no_trial(asking: Asking) -> None:
    refused(asking.fetch("x"), 400, "invalid_payload")
    refused(asking.fetch(str(uuid5(UUID(int=0), "x"))), 404, "not_found")
