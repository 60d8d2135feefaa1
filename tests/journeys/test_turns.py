"""One answer a turn, one operator a conversation, one conversation in all tabs."""

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_both_brokers, on_the_embedded_broker
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.silence import AgentWords
from tests.journeys.waiting import wait_until

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
SECOND_QUESTION = "Забыл пароль от учётной записи"


@on_both_brokers
def test_three_messages_in_quick_succession_get_one_answer_after_the_third(
    product: Product, people: People
) -> None:
    visitor = people.visitor()
    visitor.open()
    with product.frozen("gpu_worker"):
        for text in ("Здравствуйте", "у меня беда", QUESTION):
            visitor.send(text)
        visitor.await_sent(3)

    visitor.await_answers(1)
    turn = ["visitor", "visitor", "visitor", "agent"]
    assert visitor.senders() == turn
    expect(visitor.hook("citation").first).to_contain_text("VPN")

    # Had the first two been answered too, it would have been before this one is.
    visitor.send(SECOND_QUESTION)
    visitor.await_answers(2)
    assert visitor.senders() == [*turn, "visitor", "agent"]
    product.await_messages(visitor.conversation_id, [*turn, "visitor", "agent"])


@on_the_embedded_broker
def test_a_second_tab_sees_the_same_conversation_live(product: Product, people: People) -> None:
    first = people.visitor()
    first.open()
    first.send(QUESTION)
    first.await_answers(1)

    second = first.second_tab()
    second.open()
    assert second.conversation_id == first.conversation_id
    second.await_answers(1)
    assert (first.frames.sockets, second.frames.sockets) == (1, 0), "a browser has one socket"

    heard = AgentWords(second.page)
    first.send(SECOND_QUESTION)
    expect(second.saying(SECOND_QUESTION, "visitor")).to_be_visible()
    second.await_answers(2)
    assert heard.spoken()[0] != heard.spoken()[-1], "the second tab saw nobody write"
    second.send("Спасибо!")
    first.await_answers(3)
    second.await_answers(3)
    senders = ["visitor", "agent"] * 3
    assert first.senders() == second.senders() == senders
    assert first.transcript() == second.transcript()
    product.await_messages(first.conversation_id, senders)


@on_the_embedded_broker
def test_of_two_operators_who_take_at_once_one_wins_and_the_other_is_told(
    product: Product, people: People
) -> None:
    names = ("Ольга Ким", "Пётр Лунин")
    operators = [people.operator(product.new_operator(name)) for name in names]
    visitor = people.visitor()
    visitor.open()
    visitor.call_human()
    for operator in operators:
        operator.open(visitor.conversation_id)
        expect(operator.part("take")).to_be_visible()

    with product.frozen("handlers"):  # both commands lie there when it wakes
        for operator in operators:
            operator.press(operator.part("take"))

    mine = [operator.part("status", '[data-status="mine"]') for operator in operators]
    wait_until("one has won", lambda: any(floor.is_visible() for floor in mine), 10.0)
    won = 0 if mine[0].is_visible() else 1
    winner, loser, name = operators[won], operators[1 - won], names[won]
    expect(winner.composer).to_be_enabled()
    expect(loser.part("floor-notice")).to_contain_text(name)
    expect(loser.composer).to_be_disabled()
    expect(loser.part("take")).to_have_count(0)

    winner.send("Здравствуйте, слушаю вас.")
    expect(visitor.saying("слушаю вас", "operator")).to_contain_text(name)
    expect(loser.saying("слушаю вас", "operator")).to_be_visible()
    # Called, joined, said: nobody joined twice.
    product.await_messages(visitor.conversation_id, ["system", "system", "operator"])
