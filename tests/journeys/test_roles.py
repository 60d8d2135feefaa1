"""What a day looks like for an operator and for a supervisor: neither is an administrator."""

import csv
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.waiting import wait_until
from tests.journeys.widget_page import WidgetPage

pytestmark = pytest.mark.journey

QUESTION = "Где лежит мой пропуск?"
REPLY = "Пропуск ждёт вас на проходной."
_ROOMS = ["Разговоры", "Знания", "Настройки"]
_NOT_THEIRS = ("analytics", "agents", "playground", "settings/people", "settings/audit")


@on_the_embedded_broker
def test_an_operator_serves_a_visitor_and_a_supervisor_finds_it_behind_the_numbers(
    product: Product, people: People
) -> None:
    operator = people.operator(product.new_operator("Олег Ветров"))
    visitor = people.visitor()
    _is_served(operator, visitor)
    _finds_no_more_than_is_theirs(operator, product)

    supervisor = people.operator(product.new_operator("Софья Ким", role="supervisor"))
    _finds_it_behind_the_numbers(supervisor, product, visitor)
    _sets_what_is_the_team_s(supervisor, product)


def _is_served(operator: ConsolePage, visitor: WidgetPage) -> None:
    visitor.open()
    visitor.send(QUESTION)
    visitor.await_sent(1)
    operator.row(visitor.conversation_id, "waiting").wait_for()
    operator.open(visitor.conversation_id)
    operator.take()
    operator.send(REPLY)
    expect(visitor.saying(REPLY, "operator")).to_be_visible()
    operator.close()


def _finds_no_more_than_is_theirs(operator: ConsolePage, product: Product) -> None:
    page = operator.page
    rooms = page.get_by_role("navigation", name="Главное меню").get_by_role("link")
    assert [room.get_attribute("aria-label") for room in rooms.all()] == _ROOMS
    for path in _NOT_THEIRS:
        page.goto(f"{product.base_url}/admin/{path}")
        expect(page.get_by_text("Такой страницы нет")).to_be_visible()
    page.goto(f"{product.base_url}/admin/settings")
    sections = page.get_by_role("navigation", name="Настройки").get_by_role("link")
    expect(sections).to_have_text(["Заготовленные ответы"])
    page.goto(f"{product.base_url}/admin/knowledge")
    expect(page.get_by_role("searchbox")).to_be_visible()
    expect(page.get_by_role("button", name="Добавить")).to_have_count(0)


def _finds_it_behind_the_numbers(
    supervisor: ConsolePage, product: Product, visitor: WidgetPage
) -> None:
    page = supervisor.page

    def is_counted() -> bool:
        page.goto(f"{product.base_url}/admin/analytics?days=7")
        number = supervisor.part("number").filter(has_text=re.compile("^До закрытия"))
        number.or_(supervisor.part("empty")).wait_for()
        return number.count() == 1 and "нет данных" not in number.inner_text()

    wait_until("the conversation is counted", is_counted, 20)
    for name in ("Передано людям", "Ждали человека", "До закрытия"):
        page.goto(f"{product.base_url}/admin/analytics?days=7")
        supervisor.press(page.get_by_role("link", name=re.compile(f"^{name}")))
        expect(page.get_by_role("heading", level=2, name=name)).to_be_visible()
        row = supervisor.part("episode").filter(has_text=QUESTION)
        expect(row).to_have_count(1)
    expect(row.get_by_test_id("took")).to_be_visible()
    with page.expect_download() as table:
        supervisor.press(page.get_by_role("button", name="Скачать CSV"))
    with table.value.path().open(encoding="utf-8-sig", newline="") as lines:
        (line,) = [each for each in csv.DictReader(lines) if each["question"] == QUESTION]
    assert line["conversation_id"] == visitor.conversation_id
    assert int(line["resolution_ms"]) > 0
    supervisor.press(row.get_by_role("link"))
    expect(supervisor.saying(REPLY, "operator")).to_be_visible()


def _sets_what_is_the_team_s(supervisor: ConsolePage, product: Product) -> None:
    page = supervisor.page
    page.goto(f"{product.base_url}/admin/settings/labels")
    expect(page.get_by_role("heading", level=1, name="Метки")).to_be_visible()
    page.goto(f"{product.base_url}/admin/knowledge")
    expect(page.get_by_role("button", name="Добавить").first).to_be_visible()
    for path in ("settings/sites", "settings/people", "settings/keys"):
        page.goto(f"{product.base_url}/admin/{path}")
        expect(page.get_by_text("Такой страницы нет")).to_be_visible()
