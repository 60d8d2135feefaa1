"""An administrator edits an agent and a document; visitors meet the first, the index the second."""

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.waiting import wait_until

pytestmark = pytest.mark.journey

ADDED = "Картридж от другого принтера не подойдёт."


@pytest.fixture
def administrator(product: Product, people: People) -> Iterator[ConsolePage]:
    """Whoever edits; in the end the agent is called and switched as the others know it."""
    console = people.operator(product.admin)
    yield console
    _open_agent(console)
    _rename(console, "Сеть")
    _switch(console, is_on=True)


def agents(product: Product) -> dict[str, str]:
    """What the widget of a new visitor is told of the agents."""
    body = {"site_key": product.site_key, "locale": "ru"}
    origin = {"Origin": product.base_url}
    url = f"{product.base_url}/api/v1/visitor/sessions"
    reply = httpx.post(url, json=body, headers=origin).raise_for_status().json()
    return {agent["slug"]: agent["name"] for agent in reply["settings"]["agents"]}


@on_the_embedded_broker
def test_an_agent_is_renamed_and_switched_off_and_a_document_changed_and_taken_back(
    product: Product, administrator: ConsolePage
) -> None:
    page = administrator.page
    _open_agent(administrator)
    _rename(administrator, "Связь")
    assert agents(product)["network"] == "Связь"
    _switch(administrator, is_on=False)
    wait_until("the agent no longer answers", lambda: "network" not in agents(product), 5)

    page.get_by_role("link", name="Знания").click()
    page.get_by_role("searchbox").fill("Принтеры")
    page.locator('[data-testid="document"]').first.click()
    page.get_by_role("link", name="Правка").click()
    editor = page.get_by_label("Текст документа")
    before = editor.input_value()
    editor.fill(f"{before}\n{ADDED}\n")
    # A link away loses nothing: what was typed is a draft.
    page.get_by_role("link", name="Фрагменты").click()
    page.get_by_role("link", name="Правка").click()
    expect(editor).to_have_value(re.compile(re.escape(ADDED)))
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено: версия 2")).to_be_visible()

    page.get_by_role("link", name="Версии", exact=True).click()
    expect(page.get_by_test_id("version")).to_have_count(2)
    expect(page.locator('[data-kind="added"]')).to_contain_text([ADDED])
    expect(page.get_by_test_id("facts")).to_contain_text("Готово", timeout=30_000)
    page.get_by_role("button", name="Вернуть версию 1").click()
    page.get_by_role("dialog").get_by_role("button", name="Вернуть").click()
    expect(page.get_by_test_id("version")).to_have_count(3)
    page.get_by_role("link", name="Правка").click()
    expect(editor).to_have_value(before)


def _open_agent(administrator: ConsolePage) -> None:
    administrator.page.get_by_role("link", name="Агенты").first.click()
    administrator.part("agent", '[data-agent="network"]').get_by_role("link").click()
    expect(administrator.page.get_by_label("Имя, по-русски")).to_be_visible()


def _rename(administrator: ConsolePage, name: str) -> None:
    administrator.page.get_by_label("Имя, по-русски").fill(name)
    administrator.page.get_by_role("button", name="Сохранить").click()
    expect(administrator.page.get_by_role("heading", level=1)).to_have_text(name)


def _switch(administrator: ConsolePage, *, is_on: bool) -> None:
    switch = administrator.page.get_by_role("switch", name="Включён")
    if switch.is_checked() is not is_on:
        switch.click()
    expect(switch).to_be_checked(checked=is_on)
