"""From a visitor's question to an agent, to a person, and back."""

import time

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_both_brokers
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import WidgetPage

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
SECOND_QUESTION = "Забыл пароль от учётной записи"
REPLY = "Здравствуйте! Это Анна, сейчас посмотрю."
AT_ONCE = 2.0
"""Seconds, from the visitor's click to the operator's screen."""


@on_both_brokers
def test_a_question_goes_from_an_agent_to_a_person_and_back_and_survives_reloads(
    product: Product, people: People
) -> None:
    operator = people.operator(product.admin)
    visitor = people.visitor()
    visitor.open()
    _is_answered_as_it_is_written(visitor)
    _can_look_at_the_source(visitor)

    expect(operator.row(visitor.conversation_id)).to_have_count(0)
    seconds = _shows_up_in_the_queue(visitor, operator)
    print(f"the operator saw the call after {seconds:.3f} s")
    assert seconds < AT_ONCE

    operator.open(visitor.conversation_id)
    expect(operator.saying(QUESTION, "visitor")).to_be_visible()
    expect(operator.messages("agent")).to_have_count(1)
    operator.take()
    operator.send(REPLY)
    expect(visitor.saying(REPLY, "operator")).to_be_visible()
    expect(operator.saying(REPLY, "operator")).to_have_count(1)
    expect(operator.part("message", "[data-pending]")).to_have_count(0)
    # It is before the visitor's eyes; that it has been read stays so after a reload.
    expect(operator.saying(REPLY, "operator")).to_contain_text("Прочитано")
    _both_see_the_same_after_a_reload(visitor, operator)

    operator.give_back()
    visitor.send(SECOND_QUESTION)
    visitor.await_answers(2)
    expect(operator.messages("agent")).to_have_count(2)
    operator.take()
    operator.close()
    expect(visitor.messages("system").last).to_contain_text("завершён")
    operator.show("closed")
    expect(operator.row(visitor.conversation_id, "closed")).to_be_visible()
    kept = [sender for sender, _ in product.messages(visitor.conversation_id)]
    talk = ["visitor", "agent", "operator", "visitor", "agent"]
    assert [sender for sender in kept if sender != "system"] == talk


def _is_answered_as_it_is_written(visitor: WidgetPage) -> None:
    visitor.send(QUESTION)
    visitor.await_answers(1)
    deltas = visitor.frames.facts("message.delta")
    completed = visitor.frames.facts("message.completed")
    assert len(deltas) >= 2, "the answer was not streamed"
    written = "".join(str(delta.data["text"]) for delta in deltas)
    assert written == completed[0].data["message"]["text"]


def _can_look_at_the_source(visitor: WidgetPage) -> None:
    citation = visitor.hook("citation").first
    quote = citation.locator("blockquote")
    expect(quote).to_be_hidden()
    citation.locator("summary").click()
    expect(quote).to_be_visible()
    assert quote.inner_text().splitlines()[0] in visitor.messages("agent").inner_text()


def _shows_up_in_the_queue(visitor: WidgetPage, operator: ConsolePage) -> float:
    """Call a person; return after how many seconds the operator's screen showed it."""
    began = time.monotonic()
    visitor.call_human()
    operator.row(visitor.conversation_id, "waiting").wait_for()
    return time.monotonic() - began


def _both_see_the_same_after_a_reload(visitor: WidgetPage, operator: ConsolePage) -> None:
    seen_by_visitor, seen_by_operator = visitor.transcript(), operator.transcript()
    visitor.reload()
    operator.page.reload()
    expect(visitor.messages()).to_have_text(seen_by_visitor)
    expect(operator.messages()).to_have_text(seen_by_operator)
    expect(operator.form).to_have_count(0)
