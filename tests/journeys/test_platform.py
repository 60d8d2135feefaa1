"""An administrator connects another system, gives it a key, and erases a visitor."""

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from ops.embedded.layout import ROOT
from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.console_page import ConsolePage
from tests.journeys.people import People
from tests.journeys.product import Product
from tests.journeys.waiting import wait_until
from workers.tests.receiver import Receiver, receiving

pytestmark = pytest.mark.journey

_WORDS = "VPN не подключается из дома"
_AXE = ROOT / "admin" / "node_modules" / "axe-core" / "axe.min.js"
_FINDINGS = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
    .filter((one) => one.impact !== "minor")
    .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join("; ")}`)"""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as opened:
        yield opened


@on_the_embedded_broker
def test_a_webhook_is_told_a_key_reads_and_an_erased_visitor_is_gone(
    product: Product, people: People, receiver: Receiver, tmp_path: Path
) -> None:
    console = people.operator(product.admin)
    secret = _adds_a_webhook(console, product, receiver)
    key = _makes_a_key(console, product)
    visitor = people.visitor()
    visitor.open()
    visitor.send(_WORDS)
    visitor.await_answers(1)

    wait_until("the webhook is told", lambda: len(receiver.received) >= 3, 15)
    assert receiver.types()[:3] == [
        "conversation.created",
        "message.created",
        "message.created",
    ]
    assert all(one.is_signed_with(secret) for one in receiver.received)
    told = receiver.received[0].event["data"]
    assert told["conversation_id"] == visitor.conversation_id
    path = f"{product.base_url}/api/v1/conversations/{visitor.conversation_id}/messages"
    read = httpx.get(path, headers={"Authorization": f"Bearer {key}"})
    assert next(item["text"] for item in read.json()["items"]) == _WORDS

    _exports(console, product, told["visitor_id"], tmp_path)
    people.expect_refusal("/api/v1/visitor/sessions")  # their old token opens nothing
    _erases(console)
    # Their chat is closed, and they begin anew: nothing of before is there.
    expect(visitor.messages()).to_have_count(0)
    gone = httpx.get(path, headers={"Authorization": f"Bearer {key}"})
    assert gone.json()["code"] == "conversation_not_found"
    wait_until("the webhook is told", lambda: receiver.types()[-1] == "visitor.erased", 15)


def _is_accessible(page: Page) -> None:
    """Nothing but minor findings of axe, in both themes."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    for theme in ("dark", "light"):
        page.emulate_media(color_scheme=theme)
        page.wait_for_timeout(400)  # colours change in a moment, not at once
        assert page.evaluate(_FINDINGS) == [], f"{page.url} in {theme}"


def _adds_a_webhook(console: ConsolePage, product: Product, receiver: Receiver) -> str:
    page = console.page
    page.goto(f"{product.base_url}/admin/settings/webhooks")
    page.get_by_role("button", name="Добавить вебхук").click()
    page.get_by_label("Адрес").fill(receiver.url)
    for name in ("Новое сообщение", "Данные посетителя удалены"):
        page.get_by_role("checkbox", name=name).check()
    page.get_by_role("button", name="Сохранить").click()
    secret = page.get_by_label("Секрет вебхука").last.input_value()
    page.get_by_role("button", name="Готово").click()
    page.get_by_role("link", name=receiver.url).click()
    page.get_by_role("button", name="Отправить проверку").click()
    delivery = console.part("delivery").filter(has_text="Проверка")
    expect(delivery).to_contain_text("Доставлено")
    delivery.locator("summary").click()
    _is_accessible(page)
    assert receiver.received.pop().is_signed_with(secret)
    return secret


def _makes_a_key(console: ConsolePage, product: Product) -> str:
    page = console.page
    page.goto(f"{product.base_url}/admin/settings/keys")
    page.get_by_role("button", name="Создать ключ").click()
    page.get_by_label("Название").fill("CRM")
    page.get_by_role("button", name="Создать", exact=True).click()
    key = page.get_by_label("Новый ключ").last.input_value()
    page.get_by_role("button", name="Готово").click()
    expect(console.part("key")).to_contain_text("CRM")
    _is_accessible(page)
    return key


def _exports(console: ConsolePage, product: Product, visitor_id: str, folder: Path) -> None:
    page = console.page
    page.goto(f"{product.base_url}/admin/settings/privacy")
    page.get_by_label("Имя, почта или номер").fill(visitor_id)
    page.get_by_role("button", name="Найти").click()
    found = console.part("visitor")
    found.get_by_role("button", name="Выгрузить").click()
    with page.expect_download() as download:
        console.part("request").get_by_role("button", name="Скачать").click()
    _is_accessible(page)
    archive = folder / "visitor.zip"
    download.value.save_as(archive)
    with zipfile.ZipFile(archive) as packed:
        whole = json.loads(packed.read("visitor.json"))
        assert _WORDS in packed.read("visitor.md").decode()
    assert next(one["text"] for one in whole["tables"]["messages"]) == _WORDS


def _erases(console: ConsolePage) -> None:
    page = console.page
    console.part("visitor").get_by_role("button", name="Удалить").click()
    page.get_by_role("button", name="Удалить навсегда").click()
    erasure = console.part("request").filter(has_text=re.compile("^Удаление"))
    expect(erasure).to_contain_text("готово", timeout=20_000)
