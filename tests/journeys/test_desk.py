"""Two operators at work: who looks, whose it is, a hand-over, and assignment by itself."""

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.widget_page import WidgetPage

pytestmark = pytest.mark.journey


@on_the_embedded_broker
def test_a_conversation_is_assigned_handed_on_and_found_by_itself(
    product: Product, people: People
) -> None:
    anna, boris = people.operator(product.admin), people.operator(product.new_operator("Борис Ли"))
    visitor = people.visitor()
    _calls_a_person(visitor)

    boris.open(visitor.conversation_id)
    anna.open(visitor.conversation_id)
    expect(anna.part("viewers")).to_have_text("Борис Ли тоже смотрит этот разговор")
    _assign(anna, "Борис Ли")
    expect(boris.part("assigned")).to_have_text("Разговор назначен вам.")
    boris.show("mine")
    boris.open(visitor.conversation_id)
    boris.take()
    boris.composer.press_sequentially("Здравствуйте")
    expect(anna.part("viewers")).to_have_text("Борис Ли пишет в этом разговоре")

    _assign(boris, "Анна Демченко")
    expect(boris.part("handing-on")).to_contain_text("Передаётся: Анна Демченко")
    expect(boris.composer).to_be_enabled()
    anna.press(anna.part("take-handed-on"))
    expect(anna.composer).to_be_enabled()
    expect(boris.composer).to_be_disabled()
    anna.close()

    _chooses(anna, "Перерыв", "away")
    _sites_assign(anna, automatic=True)
    try:
        second = people.visitor()
        _calls_a_person(second)
        boris.show("mine")
        expect(boris.row(second.conversation_id, "waiting")).to_be_visible()
    finally:
        _sites_assign(anna, automatic=False)
        _chooses(anna, "Принимаю", "available")


def _calls_a_person(visitor: WidgetPage) -> None:
    visitor.open()
    visitor.send("VPN не подключается из дома")
    visitor.await_answers(1)
    visitor.call_human()
    expect(visitor.hook("queue")).to_be_visible()


def _assign(operator: ConsolePage, name: str) -> None:
    operator.press(operator.part("assign"))
    operator.press(operator.part("assignee").filter(has_text=name))
    expect(operator.page.get_by_role("dialog")).to_have_count(0)


def _chooses(operator: ConsolePage, called: str, state: str) -> None:
    operator.press(operator.part("account"))
    operator.press(operator.part("availability").get_by_text(called))
    expect(operator.part("availability", f'[data-state="{state}"]')).to_be_visible()
    operator.page.keyboard.press("Escape")


def _sites_assign(admin: ConsolePage, *, automatic: bool) -> None:
    """Turn the rule of the one site on or off, as its administrator does."""
    admin.page.goto(admin.page.url.split("/admin/")[0] + "/admin/settings/teams")
    box = admin.part("automatic")
    if box.is_checked() != automatic:
        box.click()
    expect(box).to_be_checked(checked=automatic)  # once the server has kept it
