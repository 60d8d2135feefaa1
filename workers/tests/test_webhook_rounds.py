"""Webhooks are told of several conversations at once, and what failed is given up in batches."""

from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from shared.storage.deliveries import give_up
from shared.storage.records import write_messages
from shared.tests.rows import new_conversation, new_site
from workers.services.webhooks import WebhookService
from workers.tests.receiver import Receiver
from workers.tests.test_webhooks import hook, said, states, wake

pytestmark = pytest.mark.services


@pytest.fixture
def site_id(connection: Connection[Any]) -> UUID:
    return new_site(connection)


def test_several_conversations_are_told_at_once_and_each_in_its_order(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    talks = [new_conversation(connection, site_id) for _ in range(6)]
    for seq in (1, 2):
        write_messages(connection, [said(talk, site_id, seq) for talk in talks])
    receiver.together = Barrier(4)
    webhooks.deliver(webhook_id)
    assert not receiver.together.broken, "the first four were not there at the same time"
    told = [one.event["data"] for one in receiver.received]
    for talk in talks:
        seqs = [one["message"]["seq"] for one in told if one["conversation_id"] == str(talk)]
        assert seqs == [1, 2]


def test_one_that_failed_is_asked_by_one_before_it_is_by_several(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    for _ in range(5):
        write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    receiver.status = 503
    webhooks.deliver(webhook_id)
    assert len(receiver.received) == 4
    row = connection.execute("SELECT failures FROM webhooks WHERE id = %s", (webhook_id,))
    assert row.fetchone() == (1,), "the webhook failed once, however many it was sent"
    wake(connection, webhook_id)
    webhooks.deliver(webhook_id)
    assert len(receiver.received) == 5


def test_one_that_takes_something_again_is_not_disabled_for_what_was(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    for _ in range(2):
        write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    connection.execute(
        "UPDATE webhooks SET failures = 9, failing_since = now() - interval '4 days' WHERE id = %s",
        (webhook_id,),
    )
    receiver.statuses = [200, 500]
    webhooks.deliver(webhook_id)
    row = connection.execute(
        "SELECT disabled_at, failures, failing_since > now() - interval '1 minute' FROM webhooks"
        " WHERE id = %s",
        (webhook_id,),
    )
    assert row.fetchone() == (None, 1, True)


def test_what_waits_for_one_that_failed_is_given_up_batch_by_batch_whoever_dies(
    webhooks: WebhookService,
    connection: Connection[Any],
    site_id: UUID,
    receiver: Receiver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In one statement 100,000 took 3.8 s of the 5 it may last; more began again without end."""
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    talk = new_conversation(connection, site_id)
    write_messages(connection, [said(talk, site_id, seq) for seq in range(1, 8)])
    connection.execute(
        "UPDATE webhooks SET disabled_at = now(), disabled_reason = 'failing' WHERE id = %s",
        (webhook_id,),
    )
    monkeypatch.setattr("workers.services.webhooks._BATCH", 3)
    assert webhook_id in webhooks.due(), "also when the worker that disabled it died at once"
    assert give_up(connection, webhook_id, 3) == 3
    assert [state for state, _ in states(connection, webhook_id)] == ["failed"] * 3 + [
        "pending"
    ] * 4
    webhooks.deliver(webhook_id)
    assert {state for state, _ in states(connection, webhook_id)} == {"failed"}
    assert webhook_id not in webhooks.due()
    assert receiver.received == []
    tries = connection.execute(
        "SELECT count(*) FROM webhook_attempts WHERE webhook_id = %s AND trouble = %s",
        (webhook_id, "webhook_disabled"),
    )
    assert tries.fetchone() == (7,)


def test_what_waits_for_one_that_was_disabled_by_hand_waits_on(
    webhooks: WebhookService, connection: Connection[Any], site_id: UUID, receiver: Receiver
) -> None:
    webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
    write_messages(connection, [said(new_conversation(connection, site_id), site_id, 1)])
    connection.execute(
        "UPDATE webhooks SET disabled_at = now(), disabled_reason = 'by_hand' WHERE id = %s",
        (webhook_id,),
    )
    assert webhook_id not in webhooks.due()
    webhooks.deliver(webhook_id)
    assert states(connection, webhook_id) == [("pending", 0)]
