"""What happens is delivered to webhooks: signed, in order, again until it is taken."""

from datetime import timedelta
from threading import Event
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from shared.contracts.queues import FeedbackRecord, MessageRecord
from shared.domain.webhooks import new_secret
from shared.domain.words import HandoffReason, Outcome, Sender
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7
from shared.storage.records import write_feedback, write_messages
from shared.tests.rows import new_conversation, new_site
from shared.tests.samples import message, mirror
from tests.fixtures import MakeSettings
from workers.services.webhooks import WebhookService
from workers.tests.receiver import Receiver
from workers.web.addresses import AddressBook, is_public
from workers.web.post import Poster, address_book

pytestmark = pytest.mark.services

ALL = ["conversation.created", "message.created", "handoff.started", "conversation.rated",
       "message.rated", "conversation.closed", "operator.joined"]  # fmt: skip


@pytest.fixture
def site_id(connection: Connection[Any]) -> UUID:
    return new_site(connection)


def hook(
    connection: Connection[Any], site_id: UUID, url: str, events: list[str] | None = None
) -> tuple[UUID, str]:
    """A webhook of the site, with its secret."""
    webhook_id, secret = uuid7(), new_secret()
    connection.execute(
        "INSERT INTO webhooks (id, site_id, url, events, secret) VALUES (%s, %s, %s, %s, %s)",
        (webhook_id, site_id, url, events or ALL, secret),
    )
    return webhook_id, secret


def said(conversation_id: UUID, site_id: UUID, seq: int, **changes: Any) -> MessageRecord:  # noqa: ANN401
    """A message as the workers store it."""
    reason = changes.pop("handoff_reason", None)
    values = {"id": uuid7(), "seq": seq, "client_message_id": f"client-{uuid7()}"} | changes
    return MessageRecord(
        site_id=site_id,
        message=message(f"сообщение {seq}", conversation_id=conversation_id, **values),
        handoff_reason=reason,
        state=mirror(change=seq, last_seq=seq),
    )


def wake(connection: Connection[Any], webhook_id: UUID) -> None:
    """Let the time pass that a failed attempt is rested after."""
    connection.execute(
        "UPDATE webhooks SET rest_until = NULL, leased_until = NULL WHERE id = %s", (webhook_id,)
    )
    connection.execute(
        "UPDATE webhook_deliveries SET next_at = now() WHERE webhook_id = %s", (webhook_id,)
    )


def states(connection: Connection[Any], webhook_id: UUID) -> list[tuple[str, int]]:
    rows = connection.execute(
        "SELECT state, attempts FROM webhook_deliveries WHERE webhook_id = %s ORDER BY position",
        (webhook_id,),
    )
    return [(state, attempts) for state, attempts in rows]


def test_a_conversation_is_told_in_its_order_and_signed(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, secret = hook(connection, site_id, receiver.url)
    conversation_id = new_conversation(connection, site_id)
    system = {"sender": Sender.SYSTEM, "client_message_id": None}
    write_messages(
        connection,
        [
            said(conversation_id, site_id, 2, sender=Sender.AGENT, client_message_id=None),
            said(conversation_id, site_id, 1),
            said(conversation_id, site_id, 3, outcome=Outcome.HANDED_OFF,
                 handoff_reason=HandoffReason.LOW_CONFIDENCE, **system),
            said(conversation_id, site_id, 4, outcome=Outcome.OPERATOR_JOINED,
                 operator_name="Анна", **system),
            said(conversation_id, site_id, 5, outcome=Outcome.CLOSED, **system),
        ],
    )  # fmt: skip
    assert webhook_id in webhooks.due()
    webhooks.deliver(webhook_id)
    assert receiver.types() == [
        "conversation.created",
        "message.created",
        "message.created",
        "message.created",
        "handoff.started",
        "message.created",
        "operator.joined",
        "message.created",
        "conversation.closed",
    ]
    seqs = [
        r.event["data"]["message"]["seq"] for r in receiver.received if "message" in r.event["data"]
    ]
    assert seqs == [1, 2, 3, 4, 5]
    assert receiver.received[4].event["data"]["reason"] == "low_confidence"
    assert all(one.is_signed_with(secret) for one in receiver.received)
    assert not receiver.received[0].is_signed_with(new_secret())
    for one in receiver.received:
        assert one.headers["webhook-id"] == one.event["id"]
        assert one.event["site_id"] == str(site_id)
    assert {state for state, _ in states(connection, webhook_id)} == {"delivered"}
    assert webhooks.due() == [] or webhook_id not in webhooks.due()


def test_a_batch_delivered_twice_is_told_once(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url)
    conversation_id = new_conversation(connection, site_id)
    record = said(conversation_id, site_id, 1)
    score = FeedbackRecord(
        request_id="r", site_id=site_id, conversation_id=conversation_id, at=utc_now(), score=4
    )
    for _ in range(2):
        write_messages(connection, [record, record])
        write_feedback(connection, [score])
    webhooks.deliver(webhook_id)
    assert receiver.types() == ["conversation.created", "message.created", "conversation.rated"]


def test_only_what_was_chosen_is_told_and_only_of_the_site(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["conversation.created"])
    other = new_site(connection)
    write_messages(connection, [said(new_conversation(connection, other), other, 1)])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    webhooks.deliver(webhook_id)
    assert receiver.types() == ["conversation.created"]
    kept = connection.execute(
        "SELECT count(*) FROM webhook_events WHERE site_id = %s", (other,)
    ).fetchone()
    assert kept == (0,), "an event that nobody listens to is not written"


def test_what_fails_is_tried_again_and_holds_up_its_conversation_alone(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    first, second = (new_conversation(connection, site_id) for _ in range(2))
    write_messages(connection, [said(first, site_id, 1)])
    write_messages(connection, [said(first, site_id, 2)])
    receiver.statuses = [500]
    webhooks.deliver(webhook_id)
    assert len(receiver.received) == 1, "it rests after a failure"
    write_messages(connection, [said(second, site_id, 1)])
    webhooks.deliver(webhook_id)
    assert len(receiver.received) == 1
    connection.execute("UPDATE webhooks SET rest_until = NULL WHERE id = %s", (webhook_id,))
    webhooks.deliver(webhook_id)
    told = [one.event["data"]["conversation_id"] for one in receiver.received]
    assert told == [str(first), str(second)], "the first waits for its time, the second goes on"
    wake(connection, webhook_id)
    webhooks.deliver(webhook_id)
    ids = [one.headers["webhook-id"] for one in receiver.received]
    assert ids[2] == ids[0], "tried again under its id"
    assert [one.event["data"]["message"]["seq"] for one in receiver.received] == [1, 1, 1, 2]
    assert states(connection, webhook_id) == [("delivered", 2), ("delivered", 1), ("delivered", 1)]
    tries = connection.execute(
        "SELECT status, excerpt FROM webhook_attempts WHERE webhook_id = %s AND status = 500",
        (webhook_id,),
    ).fetchall()
    assert tries == [(500, "ok")]


def test_it_is_given_up_after_the_last_attempt(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    receiver.status = 503
    for _ in range(12):
        wake(connection, webhook_id)
        webhooks.deliver(webhook_id)
    assert states(connection, webhook_id) == [("failed", 10)]
    assert len(receiver.received) == 10


@pytest.mark.parametrize("status", [410, 500])
def test_who_is_gone_or_takes_nothing_for_days_is_disabled_and_that_is_audited(
    webhooks: WebhookService,
    connection: Connection[Any],
    site_id: UUID,
    receiver: Receiver,
    status: int,
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    for _ in range(2):
        write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    receiver.status = status
    if status == 500:
        connection.execute(
            "UPDATE webhooks SET failing_since = %s WHERE id = %s",
            (utc_now() - timedelta(days=3, minutes=1), webhook_id),
        )
    webhooks.deliver(webhook_id)
    reason = "gone" if status == 410 else "failing"
    row = connection.execute(
        "SELECT disabled_reason FROM webhooks WHERE id = %s AND disabled_at IS NOT NULL",
        (webhook_id,),
    ).fetchone()
    assert row == (reason,)
    assert {state for state, _ in states(connection, webhook_id)} == {"failed"}
    kept = connection.execute(
        "SELECT actor, after FROM audit_log WHERE subject = %s", (str(webhook_id),)
    ).fetchall()
    assert kept == [("system", {"reason": reason})]
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    assert webhook_id not in webhooks.due()


def test_a_receiver_that_says_nothing_costs_ten_seconds_at_most(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    receiver.silence = Event()
    webhooks.deliver(webhook_id)
    row = connection.execute(
        "SELECT trouble, status, latency_ms FROM webhook_attempts WHERE webhook_id = %s",
        (webhook_id,),
    ).fetchone()
    assert row is not None
    assert row[:2] == ("timed_out", None)
    assert 900 <= row[2] < 2_500


def test_a_redirect_is_not_followed_and_a_long_answer_not_read(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    receiver.status = 302
    receiver.headers = {"Location": receiver.url + "/elsewhere"}
    receiver.answer = b"\x00<b>" + b"x" * 1_000_000
    webhooks.deliver(webhook_id)
    assert len(receiver.received) == 1
    row = connection.execute(
        "SELECT status, excerpt FROM webhook_attempts WHERE webhook_id = %s", (webhook_id,)
    ).fetchone()
    assert row is not None
    assert row[0] == 302
    assert row[1].startswith("<b>x")
    assert len(row[1]) == 1_000


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("rebinding.test", "127.0.0.1"),
        ("metadata.test", "169.254.169.254"),
        ("ten.test", "10.1.2.3"),
        ("mapped.test", "::ffff:127.0.0.1"),
        ("six.test", "fd00::1"),
    ],
)
def test_a_private_address_is_never_connected_to(
    host: str, address: str, receiver: Receiver
) -> None:
    book = AddressBook(lambda *_: [address], is_public, range(1, 65_536))
    posted = Poster(book).post(f"http://{host}:{receiver.port}/", b"{}", {})
    assert posted.trouble == "address_refused"
    assert receiver.received == []


def test_a_network_of_the_settings_is_allowed_and_no_other(
    make_settings: MakeSettings, receiver: Receiver
) -> None:
    named = Poster(address_book(make_settings(webhook_networks="127.0.0.0/8")))
    assert named.post(receiver.url, b"{}", {}).status == 200
    other = Poster(address_book(make_settings(webhook_networks="10.0.0.0/8")))
    assert other.post(receiver.url, b"{}", {}).trouble == "address_refused"


def test_two_workers_do_not_deliver_the_same(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    connection.execute(
        "UPDATE webhooks SET leased_until = now() + interval '20 seconds' WHERE id = %s",
        (webhook_id,),
    )
    assert webhook_id not in webhooks.due()
    webhooks.deliver(webhook_id)
    assert receiver.received == []


def test_old_deliveries_are_forgotten_and_what_waits_is_not(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    for number in range(3):
        write_messages(
            connection, [said(new_conversation(connection, site_id), site_id, number + 1)]
        )
    connection.execute(
        "UPDATE webhook_events SET at = now() - interval '31 days' WHERE site_id = %s", (site_id,)
    )
    webhooks.forget()
    assert len(states(connection, webhook_id)) == 3
    webhooks.deliver(webhook_id)
    webhooks.forget()
    assert states(connection, webhook_id) == []
