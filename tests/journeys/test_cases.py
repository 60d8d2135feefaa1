"""An answer is kept as a test case; it passes, and fails when its document is taken away."""

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.brokers import on_both_brokers
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.waiting import wait_until

pytestmark = pytest.mark.journey

QUESTION = "Принтер не печатает"


@on_both_brokers
def test_an_answer_is_kept_as_a_test_case_that_tells_when_its_document_is_gone(
    product: Product, people: People
) -> None:
    console = people.operator(product.admin)
    page = console.page
    page.goto(f"{product.base_url}/admin/playground")
    page.get_by_label("Вопрос агентам").fill(QUESTION)
    page.get_by_label("Вопрос агентам").press("Enter")
    document = _keep(console)

    page.get_by_role("link", name="Проверки", exact=True).click()
    row = console.part("case").filter(has_text=QUESTION)
    expect(row).to_contain_text(document)
    _run_all(console)
    expect(row).to_contain_text("Прошла")
    console.press(row.get_by_role("button", name="Ход мысли"))
    expect(console.part("case-look")).to_contain_text("Оборудование")
    console.press(page.get_by_role("button", name="Закрыть ход мысли"))

    with product.without_document(document):
        _await_news(console, row)
        _run_all(console)
        expect(row).to_contain_text("Не прошла")
        expect(row).to_contain_text("раньше проходила")
        expect(row).to_contain_text("Нет ссылки на документ «Документ удалён».")
        expect(console.part("run")).to_contain_text("сломалось 1")
    _await_news(console, row)
    _run_all(console)
    expect(row).to_contain_text("раньше не проходила")
    console.press(row.get_by_role("button", name="Удалить"))
    expect(console.part("no-cases")).to_be_visible()


def _keep(console: ConsolePage) -> str:
    """Keep the answer that is shown, and return the name of the document that it cites."""
    console.press(console.page.get_by_role("button", name="В проверки"))
    form = console.page.get_by_role("dialog", name="Новая проверка")
    expect(form.get_by_label("Вопрос посетителя")).to_have_value(QUESTION)
    expect(form.get_by_label("Что сделать")).to_have_value("answer")
    cited = form.get_by_label("На что сослаться").locator("option:checked")
    expect(cited).to_contain_text(".")
    name = cited.inner_text()
    console.press(form.get_by_role("button", name="Сохранить"))
    expect(form).to_have_count(0)
    return name


def _run_all(console: ConsolePage) -> None:
    console.press(console.page.get_by_role("button", name="Запустить все"))
    expect(console.page.get_by_role("button", name="Остановить")).to_have_count(0)
    expect(console.part("run", '[data-state="done"]')).to_be_visible()


def _await_news(console: ConsolePage, row: Locator) -> None:
    """Wait until what came of the case is about other knowledge."""

    def is_told() -> bool:
        console.page.reload()
        expect(row).to_be_visible()
        return "знания с тех пор изменились" in row.inner_text()

    wait_until("the result is told to be old", is_told, 60)
