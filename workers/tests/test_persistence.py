"""A batch is stored once; what can never be stored holds up nothing else."""

import itertools
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import orjson
import pytest
from psycopg import Connection

from shared.contracts.queues import AcceptedMessage, MessageRecord
from shared.kernel.ids import uuid7
from shared.queues.delivery import Delivery
from shared.queues.envelope import wrap
from shared.tests.rows import new_conversation, new_site
from shared.tests.samples import feedback, message, mirror
from tests.fixtures import MakeSettings
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.persistence import PersistenceService

pytestmark = pytest.mark.services

_numbers = itertools.count(1)


@pytest.fixture
def service(database: Database) -> Iterator[PersistenceService]:
    """The service on the real database."""
    yield PersistenceService(database)
    database.drop()


@pytest.fixture
def site_id(connection: Connection[Any]) -> UUID:
    return new_site(connection)


def deliver(body: bytes) -> Delivery:
    return Delivery(str(next(_numbers)), body)


def accepted(
    site_id: UUID, conversation_id: UUID, text: str, seq: int = 1, operator_id: UUID | None = None
) -> Delivery:
    """A message as a handler publishes it."""
    record = MessageRecord(
        site_id=site_id,
        message=message(
            text,
            id=uuid7(),
            conversation_id=conversation_id,
            seq=seq,
            client_message_id=f"client-{uuid7()}",
        ),
        operator_id=operator_id,
        state=mirror(change=seq, last_seq=seq),
    )
    return deliver(wrap(AcceptedMessage(request_id="request-1", record=record)))


def stored(connection: Connection[Any], *conversations: UUID) -> list[str]:
    rows = connection.execute(
        "SELECT text FROM messages WHERE conversation_id = ANY(%s) ORDER BY text",
        (list(conversations),),
    )
    return [row[0] for row in rows]


def test_a_batch_is_stored_and_stored_again_changes_nothing(
    service: PersistenceService, connection: Connection[Any], site_id: UUID
) -> None:
    places = [new_conversation(connection, site_id) for _ in range(3)]
    batch = [accepted(site_id, place, f"текст {n}") for n, place in enumerate(places)]
    assert service.process(batch) == []
    assert service.process(batch) == []
    assert service.process(list(reversed(batch))) == []
    assert stored(connection, *places) == ["текст 0", "текст 1", "текст 2"]
    requests = connection.execute(
        "SELECT DISTINCT request_id FROM messages WHERE conversation_id = ANY(%s)", (places,)
    )
    assert requests.fetchall() == [("request-1",)]


def test_rows_that_can_never_be_stored_are_buried_and_all_the_others_stored(
    service: PersistenceService, connection: Connection[Any], site_id: UUID
) -> None:
    places = [new_conversation(connection, site_id) for _ in range(8)]
    good = [accepted(site_id, places[n % 6], f"хорошее {n}", seq=1 + n // 6) for n in range(7)]
    newer = orjson.loads(accepted(site_id, places[6], "новое").body)
    newer["kwargs"]["payload"]["version"] = 2
    unknown = orjson.loads(accepted(site_id, places[6], "с полем завтрашнего дня").body)
    unknown["kwargs"]["payload"]["record"]["message"]["of_tomorrow"] = 1
    bad = [
        deliver(b"no envelope"),
        deliver(b'{"message_id": "x", "kwargs": {"payload": {"kind": "unknown"}}}'),
        deliver(orjson.dumps(newer)),
        deliver(orjson.dumps(unknown)),
        accepted(site_id, places[6], "нуль \x00 внутри"),
        accepted(site_id, places[7], "чужой оператор", operator_id=uuid7()),
        accepted(site_id, uuid7(), "разговора нет"),
    ]
    mixed = [one for pair in zip(good, bad, strict=True) for one in pair]
    buried = service.process(mixed)
    assert sorted(delivery.tag for delivery, _ in buried) == sorted(one.tag for one in bad)
    assert all(reason for _, reason in buried)
    assert stored(connection, *places) == [f"хорошее {n}" for n in range(7)]


def test_bad_feedback_does_not_hold_up_messages_nor_is_it_stored(
    service: PersistenceService, connection: Connection[Any], site_id: UUID
) -> None:
    place = new_conversation(connection, site_id)
    bad = deliver(wrap(feedback(conversation_id=place, read_seq=2**63)))
    nul = deliver(wrap(feedback(conversation_id=place, read_seq=None, score=1, comment="a\x00")))
    good = deliver(wrap(feedback(conversation_id=place, read_seq=3)))
    buried = service.process([bad, accepted(site_id, place, "привет"), nul, good])
    assert {delivery.tag for delivery, _ in buried} == {bad.tag, nul.tag}
    assert stored(connection, place) == ["привет"]
    row = connection.execute("SELECT read_seq, score FROM conversations WHERE id = %s", (place,))
    assert row.fetchone() == (3, None)


def test_while_the_database_is_away_nothing_is_buried_and_the_batch_is_tried_again(
    make_settings: MakeSettings, connection: Connection[Any], site_id: UUID
) -> None:
    away = Database(make_settings(database_url="postgresql://otvet@127.0.0.1:1/otvet"))
    batch = [accepted(site_id, new_conversation(connection, site_id), "x"), deliver(b"junk")]
    with pytest.raises(RetryLater):
        PersistenceService(away).process(batch)


def test_a_connection_that_the_database_ended_is_made_anew(
    service: PersistenceService, database: Database, connection: Connection[Any], site_id: UUID
) -> None:
    with database.connection() as opened:
        pid = opened.info.backend_pid
    connection.execute("SELECT pg_terminate_backend(%s)", (pid,))
    place = new_conversation(connection, site_id)
    batch = [accepted(site_id, place, "после обрыва")]
    with pytest.raises(RetryLater):
        service.process(batch)
    assert service.process(batch) == []
    assert stored(connection, place) == ["после обрыва"]
