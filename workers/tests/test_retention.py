"""A policy deletes what it says, in batches, and keeps the rest."""

import time
from collections.abc import Iterator, Mapping
from threading import Event, Thread
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import Connection
from redis import Redis

from shared.contracts.queues import MessageRecord
from shared.kernel.ids import uuid7
from shared.queues.dead_letters import DeadLetters
from shared.storage.conversations import ConversationUnknownToRedis
from shared.storage.erasure import erase_idle
from shared.storage.keys import conversation_key
from shared.storage.records import write_messages
from shared.storage.traces import Traces
from shared.tests.rows import new_site
from tests.fixtures import MakeSettings
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.privacy import PrivacyService
from workers.services.retention import RetentionService
from workers.tests.stage import Stage
from workers.tests.test_webhooks import said

pytestmark = pytest.mark.services


@pytest.fixture
def retention(
    database: Database, redis: Redis, make_settings: MakeSettings, embedded_broker_url: str
) -> RetentionService:
    letters = DeadLetters(make_settings(broker_url=embedded_broker_url))
    traces = Traces(redis)
    return RetentionService(database, traces, PrivacyService(database, traces, letters))


@pytest.fixture
def site_id(connection: Connection[Any]) -> Iterator[UUID]:
    made = new_site(connection)
    yield made
    connection.execute("DELETE FROM sites WHERE id = %s", (made,))


def decide(connection: Connection[Any], site_id: UUID, **days: int) -> None:
    connection.execute(
        "INSERT INTO retention_policies (site_id, conversation_days, audit_days)"
        " VALUES (%s, %s, %s)",
        (site_id, days.get("conversations"), days.get("audit")),
    )


def crowd(connection: Connection[Any], site_id: UUID, count: int, days: int, status: str) -> None:
    """Many conversations with ten messages each, in which nothing happened for ``days``."""
    ids = [(uuid7(), uuid7()) for _ in range(count)]
    with connection.transaction(), connection.cursor() as cursor:
        with cursor.copy("COPY visitors (id, site_id, name) FROM STDIN") as copy:
            for visitor_id, _ in ids:
                copy.write_row((visitor_id, site_id, "Посетитель"))
        columns = "id, site_id, visitor_id, status, last_seq"
        with cursor.copy(f"COPY conversations ({columns}) FROM STDIN") as copy:
            for visitor_id, conversation_id in ids:
                copy.write_row((conversation_id, site_id, visitor_id, status, 10))
        cursor.execute(
            "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
            " SELECT gen_random_uuid(), c.id, n, 'visitor', 'слова', now()"
            " FROM conversations c, generate_series(1, 10) n WHERE c.site_id = %s"
            " AND NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id)",
            (site_id,),
        )
        cursor.execute(
            "UPDATE conversations SET updated_at = now() - make_interval(days => %s)"
            " WHERE id = ANY(%s)",
            (days, [conversation_id for _, conversation_id in ids]),
        )


def counts(connection: Connection[Any], site_id: UUID) -> dict[str, int]:
    rows = connection.execute(
        "SELECT status, count(*) FROM conversations WHERE site_id = %s GROUP BY 1", (site_id,)
    )
    return dict(rows.fetchall())


def test_what_is_idle_for_long_goes_and_what_is_with_people_stays(
    retention: RetentionService, connection: Connection[Any], site_id: UUID
) -> None:
    for status in ("agent", "closed", "waiting", "operator"):
        crowd(connection, site_id, 3, 40, status)
        crowd(connection, site_id, 2, 20, status)
    retention.apply()
    assert sum(counts(connection, site_id).values()) == 20, "without a policy all is kept"
    decide(connection, site_id, conversations=30)
    retention.apply()
    assert counts(connection, site_id) == {"agent": 2, "closed": 2, "waiting": 5, "operator": 5}
    visitors = connection.execute(
        "SELECT count(*) FROM visitors WHERE site_id = %s", (site_id,)
    ).fetchone()
    assert visitors == (14,), "who has no conversation left is forgotten"
    left = connection.execute(
        "SELECT count(*) FROM erased_conversations WHERE site_id = %s AND NOT is_swept", (site_id,)
    ).fetchone()
    assert left == (0,)


def age(stage: Stage, days: int) -> None:
    stage.connection.execute(
        "UPDATE conversations SET updated_at = now() - make_interval(days => %s) WHERE id = %s",
        (days, stage.talk.id),
    )


async def test_an_accepted_message_that_is_not_stored_yet_keeps_its_conversation(
    retention: RetentionService, stage: Stage
) -> None:
    await stage.ask("давно")
    other = await stage.another()
    await other.ask("давно")
    for one in (stage, other):
        age(one, 9)
    accepted = await stage.talk.say("я снова здесь")  # acknowledged, and with the broker
    decide(stage.connection, stage.talk.site, conversations=5)
    retention.apply()
    assert (stage.rows(), other.rows()) == ([(1, "visitor", "давно")], [])
    resumed = await stage.talk.resume()
    record = MessageRecord(
        site_id=stage.talk.site,
        message=resumed.messages()[accepted.entry.message_id],
        state=accepted.state.mirror(),
    )
    assert write_messages(stage.connection, [record]) == set()
    retention.apply()
    assert stage.rows()[-1] == (2, "visitor", "я снова здесь")


async def test_nothing_is_accepted_any_more_in_what_is_being_deleted(
    stage: Stage, redis: Redis
) -> None:
    await stage.ask("давно")
    age(stage, 9)
    traces = Traces(redis)

    def killed(idle: Mapping[UUID, int]) -> set[UUID]:
        traces.condemn(idle)
        raise RetryLater("killed here")

    with pytest.raises(RetryLater):
        erase_idle(stage.connection, stage.talk.site, 5, 10, condemn=killed)
    await stage.talk.handlers.seed(stage.talk.values)
    with pytest.raises(ConversationUnknownToRedis):
        await stage.talk.accept("в последний миг")
    assert stage.rows() == [(1, "visitor", "давно")]
    # It was not deleted after all: a minute later one may write again.
    assert 0 < redis.ttl(f"{conversation_key(stage.talk.id)}:erased") <= 60


def test_spared_ones_do_not_hold_up_those_behind_them(
    retention: RetentionService, connection: Connection[Any], redis: Redis, site_id: UUID
) -> None:
    crowd(connection, site_id, 120, 50, "closed")
    early = connection.execute("SELECT id FROM conversations WHERE site_id = %s", (site_id,))
    for (conversation_id,) in early:
        redis.hset(conversation_key(conversation_id), "seq", 11)
    crowd(connection, site_id, 30, 40, "closed")
    decide(connection, site_id, conversations=30)
    retention.apply()
    assert counts(connection, site_id) == {"closed": 120}


def test_while_redis_is_away_nothing_is_deleted(
    database: Database, connection: Connection[Any], site_id: UUID, make_settings: MakeSettings
) -> None:
    crowd(connection, site_id, 3, 40, "closed")
    decide(connection, site_id, conversations=30)
    away: Redis = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.2)
    traces, letters = Traces(away), DeadLetters(make_settings(broker_url="redis://127.0.0.1:1/0"))
    service = RetentionService(database, traces, PrivacyService(database, traces, letters))
    with pytest.raises(RetryLater):
        service.apply()
    away.close()
    assert counts(connection, site_id) == {"closed": 3}


async def test_redis_forgets_what_retention_erased_also_when_a_run_was_cut_short(
    retention: RetentionService, stage: Stage, redis: Redis
) -> None:
    await stage.ask("старое")
    age(stage, 9)
    decide(stage.connection, stage.talk.site, conversations=5)
    condemn = Traces(redis).condemn
    erased = erase_idle(stage.connection, stage.talk.site, 5, 10, condemn=condemn)
    assert erased.conversations == (stage.talk.id,)
    assert redis.exists(f"conv:{stage.talk.id}:events"), "killed here"
    retention.apply()
    assert list(redis.scan_iter(f"conv:{stage.talk.id}*")) == [
        f"conv:{stage.talk.id}:erased".encode()
    ]


def test_old_entries_of_the_audit_log_go_unless_another_site_keeps_them(
    retention: RetentionService, connection: Connection[Any], site_id: UUID
) -> None:
    other, subject = new_site(connection), str(uuid7())
    for sites, days in (([site_id], 100), ([site_id], 10), ([site_id, other], 100)):
        connection.execute(
            "INSERT INTO audit_log (id, at, site_ids, actor, actor_name, action, subject)"
            " VALUES (%s, now() - make_interval(days => %s), %s, 'system', '', 'x', %s)",
            (uuid7(), days, sites, subject),
        )
    decide(connection, site_id, audit=60)
    retention.apply()
    kept = connection.execute(
        "SELECT cardinality(site_ids), date_part('day', now() - at)::int FROM audit_log"
        " WHERE subject = %s ORDER BY 2",
        (subject,),
    ).fetchall()
    assert kept == [(1, 10), (2, 100)]


def test_ten_thousand_conversations_go_while_others_are_written_to(
    retention: RetentionService, connection: Connection[Any], database_url: str, site_id: UUID
) -> None:
    crowd(connection, site_id, 10_000, 40, "closed")
    crowd(connection, site_id, 1, 0, "agent")
    (alive,) = connection.execute(
        "SELECT id FROM conversations WHERE site_id = %s AND status = 'agent'", (site_id,)
    ).fetchone() or (None,)
    assert alive is not None
    decide(connection, site_id, conversations=30)
    waits: list[float] = []
    is_over = Event()

    def write() -> None:
        with psycopg.connect(database_url, autocommit=True) as writer:
            seq = 100
            while not is_over.wait(0.02):
                seq += 1
                began = time.perf_counter()
                write_messages(writer, [said(alive, site_id, seq)])
                waits.append(time.perf_counter() - began)

    thread = Thread(target=write)
    thread.start()
    began = time.perf_counter()
    while counts(connection, site_id).get("closed"):
        retention.apply()
    seconds = time.perf_counter() - began
    is_over.set()
    thread.join()
    assert counts(connection, site_id) == {"agent": 1}
    assert max(waits) < 1.0, "nobody waits for a lock"
    assert seconds < 60
