"""An administrator decides how the widget looks and when people are there; the demo shows it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.people import People
from tests.journeys.product import Product

pytestmark = pytest.mark.journey

GREEN = "rgb(10, 122, 75)"


@pytest.fixture
def as_it_was(product: Product) -> Iterator[None]:
    """Leave the demo site to the tests to come as it was."""
    yield
    product.change_site(hours=None, look={"accent": "#4f46e5"})


@on_the_embedded_broker
@pytest.mark.usefixtures("as_it_was")
def test_what_an_administrator_decides_of_a_site_is_what_its_visitors_see(
    product: Product, people: People
) -> None:
    admin = people.operator(product.admin)
    page = admin.page
    page.goto(f"{product.base_url}/admin/settings/sites")
    page.get_by_test_id("site").first.click()
    page.get_by_role("link", name="Вид", exact=True).click()

    # The preview is the widget itself, and follows the hand.
    preview = page.frame_locator("iframe")
    launcher = preview.locator('[data-otvet="launcher"]')
    page.get_by_label("Основной цвет", exact=True).fill("#0a7a4b")
    page.get_by_label("Заголовок · русский").fill("Отдел заботы")
    expect(launcher).to_have_css("background-color", GREEN)
    expect(preview.get_by_role("heading", name="Отдел заботы")).to_be_visible()
    page.get_by_text("Слева", exact=True).click()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено")).to_be_visible()

    # Nobody is there on any day.
    page.get_by_role("link", name="Часы работы").click()
    page.get_by_text("По расписанию").click()
    removers = page.get_by_role("button", name="Убрать промежуток")
    while removers.count():
        removers.first.click()
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено")).to_be_visible()

    visitor = people.visitor()
    shown = visitor.hook("launcher")
    expect(shown).to_have_css("background-color", GREEN)
    box = shown.bounding_box()
    assert box is not None
    assert box["x"] < 100
    visitor.open()
    expect(visitor.hook("panel").get_by_role("heading", name="Отдел заботы")).to_be_visible()
    visitor.call_human()
    expect(visitor.hook("away-back")).to_contain_text("Сейчас операторов нет")
    visitor.hook("away-reach").fill("anna@example.com")
    visitor.hook("away-text").fill("Перезвоните мне")
    visitor.hook("away-send").click()
    expect(visitor.hook("away-left")).to_be_visible()

    # It waits for the operators, with how to reach whoever wrote it.
    admin.visit()
    expect(admin.row(visitor.conversation_id, "waiting")).to_be_visible()
    admin.open(visitor.conversation_id)
    expect(admin.saying("Перезвоните мне", "visitor")).to_contain_text("anna@example.com")
    admin.take()
    admin.close()

    page.goto(f"{product.base_url}/admin/settings/sites")
    page.get_by_test_id("site").first.click()
    expect(page.get_by_test_id("seen")).to_contain_text(product.base_url)
