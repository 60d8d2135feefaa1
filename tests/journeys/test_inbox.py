"""The inbox as a supervisor and an operator use it: search, labels, unread, views, many at once."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import ANSWER_MS

pytestmark = pytest.mark.journey

SAID = "Всё ещё не открывается папка Бухгалтерия-7781"


@on_the_embedded_broker
def test_a_conversation_is_found_labelled_taken_and_closed_with_others(
    product: Product, people: People
) -> None:
    operator = people.operator(product.admin)
    first, second = people.visitor(), people.visitor()
    for visitor, text in ((first, SAID), (second, "Нужен человек, касса 7782")):
        visitor.open()
        visitor.send(text)
        # An agent may answer, or call a person by itself.
        over = visitor.messages("agent", "done").or_(visitor.messages("system"))
        expect(over.first).to_be_visible(timeout=ANSWER_MS)
        with suppress(PlaywrightTimeout):
            visitor.hook("call-human").click(timeout=2_000)
        row = operator.row(visitor.conversation_id, "waiting")
        # What was said, not the system's sentence about calling a person.
        expect(row).to_contain_text("не прочитано")
        expect(row).not_to_contain_text("Зову")
    other_device = people.operator(product.admin)

    _is_found_by_another_form(operator, first.conversation_id)
    expect(other_device.row(first.conversation_id)).not_to_contain_text("не прочитано")
    expect(other_device.row(second.conversation_id)).to_contain_text("не прочитано")

    _a_label_is_made_and_put_on(operator, other_device, first.conversation_id)
    operator.page.goto(f"{product.base_url}/admin/inbox/waiting/{first.conversation_id}")
    operator.take()
    expect(operator.page).to_have_url(re.compile(f"/inbox/mine/{first.conversation_id}$"))
    expect(operator.row(first.conversation_id, "operator")).to_have_attribute(
        "aria-current", "true"
    )

    _both_are_closed_at_once(operator, [first.conversation_id, second.conversation_id])
    for visitor in (first, second):
        expect(visitor.messages("system").last).to_contain_text("завершён")


def _is_found_by_another_form(operator: ConsolePage, conversation_id: str) -> None:
    operator.page.keyboard.press("/")
    expect(operator.page.get_by_role("searchbox")).to_be_focused()
    operator.page.keyboard.type("все еще папки бухгалтерии")
    found = operator.row(conversation_id)
    expect(found.locator("mark").first).to_have_text("Всё")
    found.click()
    expect(operator.page).to_have_url(re.compile(r"/inbox/all/.*at=1"))
    expect(operator.saying(SAID, "visitor")).to_be_in_viewport()
    operator.page.get_by_role("button", name="Очистить поиск").click()
    expect(operator.page).to_have_url(re.compile(r"/inbox/waiting/[^?]*$"))


def _a_label_is_made_and_put_on(
    operator: ConsolePage, other_device: ConsolePage, conversation_id: str
) -> None:
    page = operator.page
    page.get_by_role("link", name="Настройки").click()
    page.get_by_role("link", name="Метки").click()
    page.get_by_role("button", name="Добавить метку").click()
    page.get_by_label("Название").fill("Папки")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_role("listitem").filter(has_text="Папки")).to_be_visible()
    page.get_by_role("link", name="Разговоры").click()
    operator.open(conversation_id)
    page.keyboard.press("l")
    page.get_by_role("checkbox", name="Папки").check()
    page.get_by_role("button", name="Готово").click()
    expect(operator.part("label")).to_have_text("Папки")
    expect(other_device.row(conversation_id)).to_contain_text("Папки")
    # A filter, kept under a name.
    page.get_by_role("button", name="Фильтры").click()
    page.get_by_role("dialog").get_by_text("Папки").click()
    page.get_by_role("button", name="Показать", exact=True).click()
    expect(operator.part("conversation-row")).to_have_count(1)
    page.get_by_role("button", name="Сохранить вид").click()
    page.get_by_label("Название").fill("Про папки")
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.get_by_role("link", name="Про папки")).to_have_attribute("aria-current", "page")


def _both_are_closed_at_once(operator: ConsolePage, conversations: list[str]) -> None:
    page = operator.page
    operator.show("all")
    for conversation_id in conversations:
        operator.row(conversation_id).focus()
        page.keyboard.press("x")
    bar = page.get_by_role("region", name="Действия с выбранными")
    expect(bar).to_contain_text("Выбрано 2")
    bar.get_by_role("button", name="Закрыть").click()
    page.get_by_role("dialog").get_by_role("button", name="Закрыть").click()
    for conversation_id in conversations:
        expect(operator.row(conversation_id, "closed")).to_be_visible()
    expect(bar).to_have_count(0)
