"""Nothing is lost and nothing doubled when the server or the network goes away."""

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_both_brokers, on_the_embedded_broker
from tests.journeys.failing_line import FailingLine
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import ONLINE_MS

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"


@on_both_brokers
def test_a_message_under_way_to_a_handler_that_is_killed_arrives_once_and_is_answered_once(
    product: Product, people: People
) -> None:
    people.expect_outage()
    visitor = people.visitor()
    visitor.open()

    with product.frozen("handlers"):
        visitor.send(QUESTION)
        expect(visitor.messages("visitor", "sending")).to_have_count(1)
        product.kill("handlers")
    expect(visitor.connection).to_be_visible()
    expect(visitor.messages("visitor", "queued")).to_have_count(1)

    product.await_restart("handlers")
    visitor.await_online()
    expect(visitor.connection).to_be_hidden()
    visitor.await_answers(1)
    assert visitor.senders() == ["visitor", "agent"]
    product.await_messages(visitor.conversation_id, ["visitor", "agent"])


@on_the_embedded_broker
def test_what_is_typed_while_the_handler_is_dead_is_kept_and_sent_after_the_restart(
    product: Product, people: People
) -> None:
    people.expect_outage()
    visitor = people.visitor()
    visitor.open()

    visitor.composer.press_sequentially("VPN не подклю")
    product.kill("handlers")
    expect(visitor.connection).to_be_visible()
    expect(visitor.composer).to_have_value("VPN не подклю")
    visitor.composer.press_sequentially("чается из дома")
    visitor.composer.press("Enter")
    expect(visitor.messages("visitor", "queued")).to_have_count(1)

    product.await_restart("handlers")
    visitor.await_answers(1)
    expect(visitor.connection).to_be_hidden()
    assert visitor.senders() == ["visitor", "agent"]
    kept = product.await_messages(visitor.conversation_id, ["visitor", "agent"])
    assert kept[0][1] == QUESTION


@on_the_embedded_broker
def test_a_message_whose_acknowledgement_is_lost_is_not_doubled(
    product: Product, people: People
) -> None:
    visitor = people.newcomer()
    line = FailingLine(visitor.page)
    visitor.visit()
    visitor.open()

    line.deafen()
    visitor.send(QUESTION)
    line.await_sent(QUESTION, times=2)  # the widget hears nothing, and asks again
    expect(visitor.messages("visitor", "sent")).to_have_count(0)
    line.cut()

    visitor.await_answers(1)
    assert visitor.senders() == ["visitor", "agent"]
    product.await_messages(visitor.conversation_id, ["visitor", "agent"])


@on_the_embedded_broker
def test_a_message_written_offline_waits_and_is_sent_once_the_network_is_back(
    product: Product, people: People
) -> None:
    people.expect_outage()
    visitor = people.visitor()
    visitor.open()

    visitor.page.context.set_offline(True)
    visitor.send(QUESTION)
    expect(visitor.connection).to_be_visible(timeout=ONLINE_MS)
    expect(visitor.messages("visitor", "queued")).to_have_count(1)
    assert product.messages(visitor.conversation_id) == []

    visitor.page.context.set_offline(False)
    visitor.await_online()
    visitor.await_answers(1)
    assert visitor.senders() == ["visitor", "agent"]
    product.await_messages(visitor.conversation_id, ["visitor", "agent"])
