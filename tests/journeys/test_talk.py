"""An operator's own tools in a conversation, none of which a visitor ever sees."""

import json

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import WidgetPage

pytestmark = pytest.mark.journey

QUESTION = "VPN пишет: ошибка 809"
SECRET = "договор у них до марта"


@on_the_embedded_broker
def test_notes_replies_and_closings_stay_among_operators(product: Product, people: People) -> None:
    colleague = product.new_operator("Борис Ветров")
    anna, boris = people.operator(product.admin), people.operator(colleague)
    _adds_a_reply(anna)
    visitor = people.visitor()
    visitor.open()
    visitor.send(QUESTION)
    visitor.await_answers(1)
    visitor.call_human()
    anna.row(visitor.conversation_id, "waiting").wait_for()
    anna.open(visitor.conversation_id)

    card = anna.part("handoff")
    expect(card).to_contain_text("Посетитель попросил человека")
    expect(card).to_contain_text(QUESTION)
    expect(card.get_by_role("button", name="ошибка 809", exact=True)).to_be_visible()

    _notes(anna, colleague.name)
    expect(anna.part("note")).to_contain_text(SECRET)
    notice = boris.page.get_by_text("упоминает вас в заметке")
    expect(notice).to_be_visible()
    boris.page.get_by_role("button", name="Открыть", exact=True).click()
    expect(boris.part("note")).to_contain_text(SECRET)

    anna.press(anna.part("mode-reply"))
    anna.take()
    anna.composer.press_sequentially("/здра")
    expect(anna.page.get_by_role("option")).to_have_count(1)
    anna.page.keyboard.press("Enter")
    reply = f"Здравствуйте! Меня зовут {product.admin.name}."
    expect(anna.composer).to_have_value(reply)
    anna.page.keyboard.press("Control+Enter")
    expect(visitor.saying(reply, "operator")).to_be_visible()

    anna.page.keyboard.press("Escape")
    anna.page.keyboard.press("e")
    expect(anna.page.get_by_role("dialog", name="Почему закрываем?")).to_be_visible()
    anna.page.keyboard.press("1")
    expect(anna.part("status", '[data-status="closed"]')).to_be_visible()
    expect(anna.messages("system").last).to_contain_text("Причина: Решено")
    anna.page.get_by_role("button", name="Вернуть", exact=True).click()
    expect(anna.composer).to_be_enabled()
    expect(visitor.messages("system").last).to_contain_text("Разговор продолжается")

    _sees_none_of_it(visitor)
    visitor.reload()
    _sees_none_of_it(visitor)


def _adds_a_reply(operator: ConsolePage) -> None:
    page = operator.page
    page.goto(page.url.partition("/admin/")[0] + "/admin/settings/replies")
    page.get_by_role("button", name="Добавить свой ответ").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Сокращение").fill("здравствуйте")
    dialog.get_by_label("Название").fill("Приветствие")
    text = dialog.get_by_label("Текст по-русски")
    text.fill("Здравствуйте! Меня зовут {operator.nmae}.")
    dialog.get_by_role("button", name="Сохранить").click()
    expect(dialog.get_by_text("Такой подстановки нет: {operator.nmae}")).to_be_visible()
    text.fill("Здравствуйте! Меня зовут {operator.name}.")
    dialog.get_by_role("button", name="Сохранить").click()
    expect(operator.part("reply")).to_contain_text("Приветствие")
    operator.visit()
    expect(operator.part("tab-waiting")).to_be_visible()


def _notes(operator: ConsolePage, colleague: str) -> None:
    operator.page.keyboard.press("n")
    field = operator.part("note-composer")
    expect(field).to_be_focused()
    field.press_sequentially(f"@{colleague[:3]}")
    expect(operator.page.get_by_role("option", name=colleague)).to_be_visible()
    operator.page.keyboard.press("Enter")
    expect(field).to_have_value(f"@{colleague} ")
    field.press_sequentially(SECRET)
    operator.page.keyboard.press("Control+Enter")
    expect(field).to_have_value("")


def _sees_none_of_it(visitor: WidgetPage) -> None:
    assert SECRET not in "".join(visitor.transcript())
    heard = json.dumps(visitor.frames.facts(), ensure_ascii=False)
    assert QUESTION in heard
    for private in (SECRET, "note.", "solved"):
        assert private not in heard
