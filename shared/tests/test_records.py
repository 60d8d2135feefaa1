"""PostgreSQL ends in the same state however often, in whatever order and batches it is told."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import Connection

from shared.contracts.queues import MessageRecord
from shared.domain.words import ConversationStatus, Outcome, Sender
from shared.kernel.ids import uuid7
from shared.storage.records import write_feedback, write_messages
from shared.storage.unanswered import find_unanswered
from shared.storage.visitors import seed_values_blocking
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.samples import AT, feedback, message, mirror, provenance

pytestmark = pytest.mark.services

_S = ConversationStatus
# Everything but what the row was made with.
_STATE = """
SELECT status, epoch, change, operator_id, last_seq, visitor_seq, visitor_at, answered_seq, agent,
       last_sender, last_text, last_at, spoken_seq, waiting_since
FROM conversations WHERE id = %s
"""
_ROWS = """
SELECT seq, sender, agent, operator_id, operator_name, text, outcome, client_message_id,
       in_reply_to, provenance::text, at
FROM messages WHERE conversation_id = %s ORDER BY seq, text
"""


class Script:
    """A conversation as it might go, and the records that tell of it."""

    def __init__(self, conversation_id: UUID, site_id: UUID, operator_id: UUID) -> None:
        self.conversation_id = conversation_id
        self.site_id = site_id
        self.operator_id = operator_id
        self.records: list[MessageRecord] = []
        self.status = _S.AGENT
        self.epoch = self.change = self.seq = self.visitor_seq = self.answered_seq = 0

    def _record(self, sender: Sender, **more: Any) -> None:  # noqa: ANN401
        self.seq += 1
        self.change += 2
        if sender is Sender.VISITOR and self.status is _S.AGENT:
            self.visitor_seq = self.seq
        record = {key: more.pop(key) for key in ("in_reply_to", "operator_id") if key in more}
        text = f"{sender} {self.seq}"
        self.records.append(
            MessageRecord(
                site_id=self.site_id,
                message=message(
                    text,
                    id=uuid7(),
                    conversation_id=self.conversation_id,
                    seq=self.seq,
                    sender=sender,
                    client_message_id=f"client-{self.seq:04}" if sender is Sender.VISITOR else None,
                    at=AT + timedelta(seconds=self.seq),
                    **more,
                ),
                state=mirror(
                    status=self.status,
                    epoch=self.epoch,
                    change=self.change,
                    operator_id=self.operator_id if self.status is _S.OPERATOR else None,
                    last_seq=self.seq,
                    visitor_seq=self.visitor_seq,
                    answered_seq=self.answered_seq,
                ),
                provenance=provenance().model_dump_json() if sender is Sender.AGENT else None,
                **record,
            )
        )

    def step(self, name: str) -> None:
        """Let the next thing happen, if it can."""
        if name == "visitor":
            self.epoch += 1
            self._record(Sender.VISITOR)
        elif name in ("network", "access") and self.visitor_seq > self.answered_seq:
            self.answered_seq = self.visitor_seq
            asked = next(r for r in reversed(self.records) if r.message.sender is Sender.VISITOR)
            self._record(
                Sender.AGENT, agent=name, outcome=Outcome.QUOTED, in_reply_to=asked.message.id
            )
        elif name == "handoff" and self.status is _S.AGENT:
            self._move(_S.WAITING, Outcome.HANDED_OFF)
        elif name == "take" and self.status in (_S.AGENT, _S.WAITING):
            self._move(_S.OPERATOR, Outcome.OPERATOR_JOINED)
        elif name == "operator" and self.status is _S.OPERATOR:
            self._record(Sender.OPERATOR, operator_id=self.operator_id, operator_name="Анна")
        elif name == "return" and self.status in (_S.WAITING, _S.OPERATOR):
            self._move(_S.AGENT, Outcome.RETURNED)

    def _move(self, status: ConversationStatus, outcome: Outcome) -> None:
        self.status = status
        self.epoch += 1
        self.answered_seq = self.visitor_seq
        self._record(Sender.SYSTEM, outcome=outcome)


STEPS = st.lists(
    st.sampled_from(
        ["visitor", "visitor", "network", "access", "handoff", "take", "operator", "return"]
    ),
    min_size=1,
    max_size=12,
)


def written(
    connection: Connection[Any], conversation_id: UUID, batches: Sequence[Sequence[MessageRecord]]
) -> tuple[list[Any], list[Any]]:
    """Write into an empty conversation; return what the tables then hold."""
    connection.execute("DELETE FROM messages WHERE conversation_id = %s", (conversation_id,))
    connection.execute(
        "UPDATE conversations SET status = 'agent', epoch = 0, change = 0, operator_id = NULL,"
        " last_seq = 0, visitor_seq = 0, visitor_at = NULL, answered_seq = 0, agent = NULL,"
        " last_sender = NULL, last_text = '', last_at = NULL, spoken_seq = 0,"
        " waiting_since = NULL WHERE id = %s",
        (conversation_id,),
    )
    for batch in batches:
        assert write_messages(connection, batch) == set()
    states = connection.execute(_STATE, (conversation_id,)).fetchall()
    return states, connection.execute(_ROWS, (conversation_id,)).fetchall()


@pytest.fixture(scope="session")
def place(database_url: str) -> tuple[UUID, UUID, UUID]:
    """A conversation to write over and over: its id, its site, an operator."""
    with Connection.connect(database_url, autocommit=True) as connection:
        site_id = new_site(connection)
        return new_conversation(connection, site_id), site_id, new_operator(connection, site_id)


@pytest.fixture(scope="session")
def shared_connection(database_url: str) -> Any:  # noqa: ANN401
    """One connection for all examples of a property."""
    with Connection.connect(database_url, autocommit=True) as connection:
        yield connection


@settings(max_examples=60)
@given(steps=STEPS, data=st.data())
def test_any_order_any_batches_and_any_repetition_end_in_the_same_tables(
    shared_connection: Connection[Any],
    place: tuple[UUID, UUID, UUID],
    steps: list[str],
    data: st.DataObject,
) -> None:
    script = Script(*place)
    for step in steps:
        script.step(step)
    if not script.records:
        return
    straight = written(shared_connection, place[0], [script.records])
    shuffled = data.draw(st.permutations(script.records))
    repeated = [*shuffled, *data.draw(st.lists(st.sampled_from(script.records), max_size=4))]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(repeated)), max_size=4)))
    edges = [0, *cuts, len(repeated)]
    batches = [repeated[a:b] for a, b in pairwise(edges) if a < b]
    assert written(shared_connection, place[0], batches) == straight


def test_the_mirror_of_the_newest_change_holds(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    script = Script(*place)
    for step in ("visitor", "network", "visitor", "handoff", "take", "operator"):
        script.step(step)
    ((status, epoch, _, operator, last_seq, visitor_seq, _, answered, agent, sender, *_),), rows = (
        written(connection, place[0], [[record] for record in reversed(script.records)])
    )
    assert (status, epoch, operator) == ("operator", 4, script.operator_id)
    assert (last_seq, visitor_seq, answered) == (6, 3, 3)
    assert (agent, sender) == ("network", "operator")
    assert [row[0] for row in rows] == [1, 2, 3, 4, 5, 6]


def test_a_client_s_message_accepted_twice_is_stored_once(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    script = Script(*place)
    script.step("visitor")
    (record,) = script.records
    twin = record.model_copy(
        update={"message": record.message.model_copy(update={"id": uuid7(), "seq": 2})}
    )
    _, rows = written(connection, place[0], [[record], [twin]])
    assert len(rows) == 1


def test_a_turn_answered_twice_is_stored_with_its_first_answer(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    script = Script(*place)
    script.step("visitor")
    script.step("network")
    answer = script.records[1]
    twin = answer.model_copy(
        update={"message": answer.message.model_copy(update={"id": uuid7(), "seq": 3})}
    )
    _, rows = written(connection, place[0], [[*script.records, twin]])
    assert [row[0] for row in rows] == [1, 2]


def test_messages_of_a_conversation_that_was_erased_are_returned_and_the_others_stored(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    gone, script = Script(uuid7(), place[1], place[2]), Script(*place)
    gone.step("visitor")
    script.step("visitor")
    connection.execute("DELETE FROM messages WHERE conversation_id = %s", (place[0],))
    assert write_messages(connection, [*gone.records, *script.records]) == {gone.conversation_id}
    assert len(connection.execute(_ROWS, (place[0],)).fetchall()) == 1


def test_what_an_agent_owes_is_found_from_its_deadline_on_and_not_once_it_is_answered(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    script = Script(*place)
    for step in ("visitor", "visitor"):
        script.step(step)
    written(connection, place[0], [[record] for record in reversed(script.records)])
    first = script.records[0].message.at

    def found(before: timedelta) -> list[UUID]:
        due = find_unanswered(connection, first + before)
        return [one.conversation_id for one in due if one.conversation_id == place[0]]

    assert found(timedelta()) == []
    assert found(timedelta(microseconds=1)) == [place[0]]
    script.step("network")
    write_messages(connection, script.records[-1:])
    assert found(timedelta(days=1)) == []


def test_a_seed_from_stored_rows_is_far_above_them_and_a_new_one_is_at_the_beginning(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    fresh = seed_values_blocking(connection, new_conversation(connection, place[1]))
    assert fresh
    assert (fresh["seq"], fresh["epoch"], fresh["n"]) == ("0", "0", "0")
    script = Script(*place)
    for step in ("visitor", "network", "handoff"):
        script.step(step)
    written(connection, place[0], [script.records])
    seed = seed_values_blocking(connection, place[0])
    assert seed
    assert seed["seq"] == "3"
    assert int(seed["epoch"]) > script.epoch + 100
    assert int(seed["n"]) > script.change + 100
    assert (seed["status"], seed["last_sender"]) == ("waiting", "agent")
    assert seed_values_blocking(connection, uuid7()) is None


def test_ratings_and_read_marks_are_stored_once_and_the_newest_holds(
    connection: Connection[Any], place: tuple[UUID, UUID, UUID]
) -> None:
    script = Script(*place)
    script.step("visitor")
    script.step("network")
    written(connection, place[0], [script.records])
    asked, answer = (record.message.id for record in script.records)
    here = {"conversation_id": place[0], "read_seq": None}
    later = AT + timedelta(seconds=5)
    up = feedback(**here, message_id=answer, rating="up", at=AT)
    down = feedback(**here, message_id=answer, rating="down", comment="не то", at=later)
    of_visitor = feedback(**here, message_id=asked, rating="up")
    of_other = feedback(conversation_id=uuid7(), message_id=answer, rating="up", read_seq=None)
    reads = [feedback(conversation_id=place[0], read_seq=seq) for seq in (2, 1)]
    score = feedback(**here, score=4, comment="спасибо")
    write_feedback(connection, [down, up, of_visitor, of_other, *reads, score])
    write_feedback(connection, [up, reads[1]])
    rows = connection.execute(
        "SELECT message_id, rating, comment FROM ratings WHERE message_id = ANY(%s)",
        ([asked, answer],),
    ).fetchall()
    assert rows == [(answer, "down", "не то")]
    kept = connection.execute(
        "SELECT read_seq, score, score_comment FROM conversations WHERE id = %s", (place[0],)
    ).fetchone()
    assert kept == (2, 4, "спасибо")
