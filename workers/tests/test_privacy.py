"""A visitor's data is given out whole, and forgotten whole, whatever dies in between."""

import io
import secrets
import zipfile
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from psycopg import Connection, sql
from redis import Redis
from redis.exceptions import ConnectionError as RedisGone

from shared.contracts.queues import AcceptedMessage, MessageRecord
from shared.domain.words import Sender
from shared.kernel.ids import uuid7
from shared.queues.dead_letters import DeadLetters
from shared.queues.delivery import Delivery
from shared.queues.envelope import wrap
from shared.queues.names import Queue, dead_letters
from shared.queues.streams import stream_key
from shared.storage.conversations import ConversationUnknownToRedis
from shared.storage.floor import FloorCommand
from shared.storage.keys import ERASED_CHANNEL
from shared.storage.records import write_messages
from shared.storage.traces import Traces
from shared.tests.samples import message, mirror
from tests.brokers import Broker
from tests.fixtures import MakeSettings
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.persistence import PersistenceService
from workers.services.privacy import PrivacyService
from workers.services.results import ResultService
from workers.services.site_hours import SiteHours
from workers.tests.stage import Stage

pytestmark = pytest.mark.services

_SECOND = timedelta(seconds=1)


@pytest.fixture
def secret() -> str:
    """Words that stand nowhere else."""
    return f"моя тайна {secrets.token_hex(6)}"


def visitor_of(stage: Stage) -> UUID:
    row = stage.connection.execute(
        "SELECT visitor_id FROM conversations WHERE id = %s", (stage.talk.id,)
    ).fetchone()
    assert row is not None
    visitor_id: UUID = row[0]
    return visitor_id


def ask(stage: Stage, kind: str) -> UUID:
    """Note a request, as a handler does."""
    request_id = uuid7()
    stage.connection.execute(
        "INSERT INTO visitor_requests (id, site_id, visitor_id, kind, requested_by)"
        " VALUES (%s, %s, %s, %s, 'Анна')",
        (request_id, stage.talk.site, visitor_of(stage), kind),
    )
    return request_id


def row_of(connection: Connection[Any], request_id: UUID) -> tuple[Any, ...]:
    row = connection.execute(
        "SELECT state, counts, (SELECT string_agg(content, '' ORDER BY n) FROM archive_pieces"
        " WHERE request_id = id), conversations FROM visitor_requests WHERE id = %s",
        (request_id,),
    ).fetchone()
    assert row is not None
    return tuple(row)


def everywhere(connection: Connection[Any], redis: Redis, needle: str) -> list[str]:
    """Every table and every key that holds some text."""
    return tables_with(connection, needle) + keys_with(redis, needle)


def tables_with(connection: Connection[Any], needle: str) -> list[str]:
    found = []
    tables = connection.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    for (table,) in tables:
        row = connection.execute(
            sql.SQL("SELECT count(*) FROM {} t WHERE t::text LIKE %s").format(
                sql.Identifier(table)
            ),
            (f"%{needle}%",),
        ).fetchone()
        if row and row[0]:
            found.append(table)
    return found


def keys_with(redis: Redis, needle: str) -> list[str]:
    read: dict[object, Callable[[bytes], object]] = {
        b"hash": redis.hgetall,
        b"stream": redis.xrange,
        b"list": lambda key: redis.lrange(key, 0, -1),
        b"set": redis.smembers,
        b"zset": lambda key: redis.zrange(key, 0, -1),
        b"string": redis.get,
        b"none": lambda _key: None,  # run out since it was listed
    }
    as_bytes = repr(needle.encode())[2:-1]
    return [
        key.decode()
        for key in redis.scan_iter("*")
        if as_bytes in key.decode() + repr(read[redis.type(key)](key))
    ]


async def told_all(stage: Stage, secret: str) -> None:
    """A conversation with something in every place."""
    accepted = await stage.ask(secret)
    stage.talk.stage(accepted)
    stage.talk.delta(accepted, 0, secret)
    await stage.talk.stop()  # owed to PostgreSQL in ``unstored``
    await stage.ask(secret)
    await stage.talk.move(FloorCommand.HANDOFF)
    stage.connection.execute(
        "INSERT INTO ratings (message_id, rating, comment, at)"
        " SELECT id, 'down', %s, now() FROM messages WHERE conversation_id = %s LIMIT 1",
        (secret, stage.talk.id),
    )


async def test_an_export_has_all_there_is_for_programs_and_for_people(
    privacy: PrivacyService, stage: Stage, secret: str
) -> None:
    await told_all(stage, secret)
    other = await stage.another()
    await other.ask("чужое")
    request_id = ask(stage, "export")
    assert request_id in privacy.due()
    privacy.fulfil(request_id)
    state, counts, archive, _ = row_of(stage.connection, request_id)
    assert state == "done"
    assert counts["messages"] == 2
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        whole = orjson.loads(packed.read("visitor.json"))
        page = packed.read("visitor.md").decode()
    assert whole["visitor_id"] == str(visitor_of(stage))
    assert [one["text"] for one in whole["tables"]["messages"]] == [secret, secret]
    assert whole["tables"]["ratings"][0]["comment"] == secret
    assert page.count(secret) == 2
    assert "чужое" not in page
    assert "чужое" not in orjson.dumps(whole).decode()
    privacy.fulfil(request_id)
    assert row_of(stage.connection, request_id)[2] == archive, "done twice, it is done"


async def test_an_erasure_leaves_nothing_anywhere_and_others_alone(
    privacy: PrivacyService, stage: Stage, secret: str, redis: Redis, embedded_broker: Broker
) -> None:
    await told_all(stage, secret)
    other = await stage.another()
    await other.ask("чужое")
    export = ask(stage, "export")
    privacy.fulfil(export)
    for body in (secret, "чужое"):
        conversation_id = stage.talk.id if body == secret else other.talk.id
        letter = orjson.dumps({"conversation_id": str(conversation_id), "text": body})
        embedded = Redis.from_url(embedded_broker.url)
        embedded.xadd(stream_key(dead_letters(Queue.DB_MESSAGES)), {"body": letter, "reason": "x"})
        embedded.close()
    visitor_id, conversation = visitor_of(stage), stage.talk.id
    heard = redis.pubsub()  # type: ignore[no-untyped-call]
    heard.subscribe(ERASED_CHANNEL)
    request_id = ask(stage, "erasure")
    privacy.fulfil(request_id)
    assert everywhere(stage.connection, redis, secret) == []
    # What is left are ids: of the fact, in the audit log, the request, and the two notes.
    left = everywhere(stage.connection, redis, str(conversation))
    assert set(left) <= {"erased_conversations", f"conv:{conversation}:erased"}
    assert set(everywhere(stage.connection, redis, str(visitor_id))) == {
        "visitor_requests",
        "audit_log",
    }
    assert [letter.decode() for letter in embedded_broker.dead(Queue.DB_MESSAGES)] == [
        orjson.dumps({"conversation_id": str(other.talk.id), "text": "чужое"}).decode()
    ]
    assert other.rows()[0][2] == "чужое"
    assert (await other.talk.state()).seq == 1
    state, counts, _, conversations = row_of(stage.connection, request_id)
    assert (state, counts, conversations) == ("done", {"conversations": 1, "messages": 2}, [])
    assert row_of(stage.connection, export)[2] is None
    said = [heard.get_message(timeout=1) for _ in range(3)]
    told = [one["data"].decode() for one in said if one and one["type"] == "message"]
    assert told == [str(conversation), f"site:{stage.talk.site}"]
    heard.close()
    privacy.fulfil(request_id)
    kept = stage.connection.execute(
        "SELECT count(*) FROM audit_log WHERE subject = %s AND action = 'visitor.erased'",
        (str(visitor_id),),
    ).fetchone()
    assert kept == (1,)


async def test_what_is_on_its_way_does_not_bring_it_back(
    privacy: PrivacyService,
    stage: Stage,
    secret: str,
    redis: Redis,
    database: Database,
    embedded_broker: Broker,
) -> None:
    accepted = await stage.ask(secret)
    seed = dict(stage.talk.values)
    result = stage.deliver(accepted, text=secret)
    late = AcceptedMessage(
        request_id="r",
        record=MessageRecord(
            site_id=stage.talk.site,
            message=message(secret, id=uuid7(), conversation_id=stage.talk.id, seq=2),
            state=mirror(change=2, last_seq=2),
        ),
    )
    privacy.fulfil(ask(stage, "erasure"))
    # A handler that read PostgreSQL a moment before fills in what it read.
    await stage.talk.handlers.seed(seed)
    with pytest.raises(ConversationUnknownToRedis):
        await stage.talk.resume()
    with pytest.raises(ConversationUnknownToRedis):
        await stage.talk.accept(secret)
    assert stage.talk.delta(accepted, 0, secret) is False
    assert await stage.talk.announce(accepted, "x" * 8) is False
    results = ResultService(stage.talk.workers, database, SiteHours(database))
    assert results.process([result]) == []
    buried = PersistenceService(database).process([Delivery("1", wrap(late))])
    assert buried == [], "an erased one is forgotten, an unknown one kept for a person"
    assert everywhere(stage.connection, redis, secret) == []


async def test_an_erasure_that_dies_in_the_middle_is_finished_by_another(
    privacy: PrivacyService,
    stage: Stage,
    secret: str,
    redis: Redis,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await told_all(stage, secret)
    request_id = ask(stage, "erasure")

    def dies(*_: object) -> None:
        raise RedisGone("killed here")

    with monkeypatch.context() as broken:
        broken.setattr(Traces, "remove", dies)
        with pytest.raises(RetryLater):
            privacy.fulfil(request_id)
    assert stage.rows() == []
    assert row_of(stage.connection, request_id)[0] == "pending"
    assert everywhere(stage.connection, redis, secret) != []
    assert request_id not in privacy.due(), "its lease holds"
    stage.connection.execute(
        "UPDATE visitor_requests SET leased_until = now() WHERE id = %s", (request_id,)
    )
    assert request_id in privacy.due()
    privacy.fulfil(request_id)
    assert row_of(stage.connection, request_id)[0] == "done"
    assert everywhere(stage.connection, redis, secret) == []


async def test_webhooks_are_told_that_a_visitor_is_to_be_forgotten(
    privacy: PrivacyService, stage: Stage, secret: str
) -> None:
    webhook_id = uuid7()
    stage.connection.execute(
        "INSERT INTO webhooks (id, site_id, url, events, secret)"
        " VALUES (%s, %s, 'https://x.example', '{message.created,visitor.erased}', 'whsec_eA==')",
        (webhook_id, stage.talk.site),
    )
    await stage.ask(secret)
    visitor_id = visitor_of(stage)
    privacy.fulfil(ask(stage, "erasure"))
    bodies = stage.connection.execute(
        "SELECT body::jsonb FROM webhook_events WHERE site_id = %s", (stage.talk.site,)
    ).fetchall()
    assert [body["type"] for (body,) in bodies] == ["visitor.erased"], "the message's is gone"
    assert bodies[0][0]["data"] == {
        "visitor_id": str(visitor_id),
        "conversation_ids": [str(stage.talk.id)],
    }


async def test_an_export_of_somebody_erased_meanwhile_fails(
    privacy: PrivacyService, stage: Stage, secret: str
) -> None:
    await stage.ask(secret)
    export, erasure = ask(stage, "export"), ask(stage, "erasure")
    privacy.fulfil(erasure)
    privacy.fulfil(export)
    assert row_of(stage.connection, export)[:3] == ("failed", {}, None)


def test_letters_about_others_stay_in_their_order(
    broker: Broker, make_settings: MakeSettings
) -> None:
    producer = broker.producer()
    erased, other = uuid7(), uuid7()
    for number, conversation_id in enumerate([other, erased, other, erased, other]):
        record = MessageRecord(
            site_id=uuid7(),
            message=message(f"{number}", id=uuid7(), conversation_id=conversation_id,
                            sender=Sender.VISITOR),
            state=mirror(),
        )  # fmt: skip
        producer.message(AcceptedMessage(request_id="r", record=record))
    consumer = broker.consumer(Queue.DB_MESSAGES)
    buried = 0
    while buried < 5:
        for delivery in consumer.take(10, _SECOND):
            consumer.bury(delivery, "a reason")
            buried += 1
    consumer.close()
    letters = DeadLetters(make_settings(broker_url=broker.url))
    assert letters.remove([erased]) == 2
    assert letters.remove([erased]) == 0
    assert letters.remove([]) == 0
    bodies = [orjson.loads(body) for body in broker.dead(Queue.DB_MESSAGES)]
    texts = [str(body) for body in bodies]
    assert len(texts) == 3
    assert all(str(other) in text and str(erased) not in text for text in texts)


def test_a_message_of_an_erased_conversation_is_dropped_and_of_an_unknown_one_kept(
    database: Database, connection: Connection[Any]
) -> None:
    erased, unknown = uuid7(), uuid7()
    connection.execute(
        "INSERT INTO erased_conversations (id, site_id) VALUES (%s, %s)", (erased, uuid7())
    )
    batch = [
        Delivery(
            str(number),
            wrap(
                AcceptedMessage(
                    request_id="r",
                    record=MessageRecord(
                        site_id=uuid7(),
                        message=message("x", id=uuid7(), conversation_id=conversation_id),
                        state=mirror(),
                    ),
                )
            ),
        )
        for number, conversation_id in enumerate([erased, unknown])
    ]
    buried = PersistenceService(database).process(batch)
    assert [delivery.tag for delivery, _ in buried] == ["1"]
    assert write_messages(connection, []) == set()
