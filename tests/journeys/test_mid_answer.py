"""What happens while an agent is writing. The GPU worker is held there, so it is certain to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_both_brokers, on_the_embedded_broker
from tests.journeys.people import People
from tests.journeys.product import Pace, Product
from tests.journeys.silence import AgentWords
from tests.journeys.two_doors import one_address
from tests.journeys.waiting import wait_until

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
OTHER_QUESTION = "Забыл пароль от учётной записи"
LAST_QUESTION = "Принтер не печатает, документ висит в очереди"


@pytest.fixture(scope="module")
def pace(product: Product) -> Iterator[Pace]:
    """Yield the hold on the GPU worker, which is the paced one for this module."""
    with product.paced() as made:
        yield made


@on_the_embedded_broker
def test_an_answer_that_a_reload_interrupts_is_whole_and_single(
    product: Product, people: People, pace: Pace
) -> None:
    visitor = people.visitor()
    visitor.open()
    pace.hold()
    visitor.send(QUESTION)
    begun = visitor.await_partial_answer()

    visitor.reload()
    assert visitor.await_partial_answer() == begun, "the reload lost what had been written"
    pace.release()

    visitor.await_answers(1)
    kept = product.await_messages(visitor.conversation_id, ["visitor", "agent"])
    shown = visitor.frames.facts("message.completed")[-1].data["message"]["text"]
    assert shown == kept[1][1]
    whole = visitor.transcript()
    visitor.reload()
    expect(visitor.messages()).to_have_count(2)
    assert visitor.transcript() == whole


@on_the_embedded_broker
def test_an_answer_goes_on_by_another_handler_when_its_own_is_killed_in_the_middle(
    product: Product, people: People, pace: Pace
) -> None:
    people.expect_outage()
    with (
        product.second_handlers() as ports,
        one_address(*ports) as address,
        product.also_at(address),
    ):
        visitor = people.newcomer(address)
        visitor.visit()
        visitor.open()
        second = visitor.second_tab()
        second.open()
        tabs = (visitor, second)
        pace.hold()
        visitor.send(QUESTION)
        begun = visitor.await_partial_answer()
        assert second.await_partial_answer() == begun

        # Both tabs wait their own time; whichever is done first has the browser's next socket.
        held = sum(tab.frames.count_sockets() for tab in tabs)
        product.kill("handlers")
        wait_until(
            "a tab has connected anew",
            lambda: sum(tab.frames.count_sockets() for tab in tabs) > held,
            timeout=20,
        )
        for tab in tabs:
            tab.await_online()
            assert tab.await_partial_answer() == begun, "what had been written is not there"
        pace.release()
        for tab in tabs:
            tab.await_answers(1)
            assert tab.senders() == ["visitor", "agent"]
        product.await_restart("handlers")
        kept = product.await_messages(visitor.conversation_id, ["visitor", "agent"])
        assert visitor.transcript() == second.transcript()
        said = [fact for tab in tabs for fact in tab.frames.facts("message.completed")]
        assert {fact.data["message"]["text"] for fact in said} == {kept[1][1]}


@on_the_embedded_broker
def test_a_question_asked_into_an_answer_is_answered_instead(
    product: Product, people: People, pace: Pace
) -> None:
    visitor = people.visitor()
    visitor.open()
    pace.hold()
    visitor.send(QUESTION)
    visitor.await_partial_answer()
    visitor.send(OTHER_QUESTION)
    visitor.await_sent(2)
    visitor.send(LAST_QUESTION)
    visitor.await_sent(3)
    pace.release()

    product.await_logged("paced_worker", "turn.superseded", visitor.conversation_id, times=2)
    visitor.await_answers(1)
    senders = ["visitor", "visitor", "visitor", "agent"]
    kept = product.await_messages(visitor.conversation_id, senders)
    assert visitor.senders() == senders
    assert kept[3][1] == visitor.frames.facts("message.completed")[0].data["message"]["text"]


@on_both_brokers
def test_an_agent_says_nothing_more_once_an_operator_has_taken_over(
    product: Product, people: People, pace: Pace
) -> None:
    operator = people.operator(product.new_operator("Ольга Ким"))
    visitor = people.visitor()
    visitor.open()
    pace.hold()
    visitor.send(QUESTION)
    visitor.await_partial_answer()
    operator.show("agent")
    operator.open(visitor.conversation_id)
    expect(operator.part("generation")).to_be_visible()

    operator.take()
    expect(visitor.messages("agent")).to_have_count(0)
    expect(operator.part("generation")).to_have_count(0)
    heard = [AgentWords(visitor.page), AgentWords(operator.page)]
    pace.release()
    product.await_logged("paced_worker", "turn.superseded", visitor.conversation_id)

    # A talk of two people goes by before it is looked whether a third one spoke.
    operator.send("Теперь отвечаю я.")
    expect(visitor.saying("Теперь отвечаю я.", "operator")).to_be_visible()
    visitor.send("Спасибо!")
    expect(operator.saying("Спасибо!", "visitor")).to_be_visible()
    assert [words.spoken() for words in heard] == [[], []]
    expect(visitor.messages("agent")).to_have_count(0)
    expect(operator.messages("agent")).to_have_count(0)
    product.await_messages(visitor.conversation_id, ["visitor", "system", "operator", "visitor"])

    # Those who listened were not deaf: an agent that may speak again is heard on both screens.
    operator.give_back()
    visitor.send(LAST_QUESTION)
    visitor.await_answers(1)
    expect(operator.messages("agent")).to_have_count(1)
    assert all(words.spoken() for words in heard)


@on_both_brokers
def test_a_finished_answer_that_comes_after_the_take_over_is_dropped(
    product: Product, people: People, pace: Pace
) -> None:
    operator = people.operator(product.new_operator("Ольга Ким"))
    visitor = people.visitor()
    visitor.open()
    with product.frozen("results"):
        visitor.send(QUESTION)
        visitor.await_partial_answer()
        product.await_logged("paced_worker", "turn.answered", visitor.conversation_id)
        operator.show("agent")
        operator.open(visitor.conversation_id)
        operator.take()
        expect(visitor.messages("agent")).to_have_count(0)
        heard = [AgentWords(visitor.page), AgentWords(operator.page)]
    product.await_logged("results", "answer.dropped", visitor.conversation_id)

    operator.send("Теперь отвечаю я.")
    expect(visitor.saying("Теперь отвечаю я.", "operator")).to_be_visible()
    assert [words.spoken() for words in heard] == [[], []]
    expect(visitor.messages("agent")).to_have_count(0)
    expect(operator.messages("agent")).to_have_count(0)
    product.await_messages(visitor.conversation_id, ["visitor", "system", "operator"])
