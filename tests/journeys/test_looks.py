"""The first journey in short, on a phone and in the dark; with --screenshots, its pictures."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.people import People
from tests.journeys.product import Product

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
REPLY = "Здравствуйте! Это Анна. Пришлите, пожалуйста, точный текст ошибки."
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
DEVICES = {"phone": PHONE, "desktop": DESKTOP}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    every = metafunc.config.getoption("--screenshots")
    looks = [("phone", "dark"), ("phone", "light"), ("desktop", "light"), ("desktop", "dark")]
    metafunc.parametrize(("device", "scheme"), looks if every else looks[:1])


@on_the_embedded_broker
def test_a_visitor_is_answered_and_handed_over(
    product: Product,
    people: People,
    picture: Callable[[str], Path | None],
    device: str,
    scheme: str,
) -> None:
    look = {**DEVICES[device], "color_scheme": scheme}

    def keep(page: Page, name: str) -> None:
        if path := picture(f"{device}-{scheme}-{name}"):
            page.screenshot(path=path, animations="disabled")

    visitor = people.visitor(**look)
    keep(visitor.page, "1-launcher")
    visitor.open()
    keep(visitor.page, "2-first-screen")
    visitor.send(QUESTION)
    visitor.await_answers(1)
    keep(visitor.page, "3-answer")
    visitor.press(visitor.hook("citation").first.locator("summary"))
    expect(visitor.hook("citation").first.locator("blockquote")).to_be_visible()
    visitor.call_human()
    expect(visitor.hook("queue")).to_be_visible()
    keep(visitor.page, "4-hand-off")

    operator = people.operator(product.admin, **look)
    expect(operator.row(visitor.conversation_id, "waiting")).to_be_visible()
    keep(operator.page, "5-inbox")
    operator.open(visitor.conversation_id)
    expect(operator.saying(QUESTION, "visitor")).to_be_visible()
    operator.take()
    operator.send(REPLY)
    expect(operator.saying(REPLY, "operator")).to_be_visible()
    expect(visitor.saying(REPLY, "operator")).to_be_visible()
    keep(operator.page, "6-conversation")
    keep(visitor.page, "7-operator-replied")

    visitor.reload()
    operator.page.reload()
    expect(visitor.saying(REPLY, "operator")).to_have_count(1)
    expect(operator.saying(REPLY, "operator")).to_have_count(1)
    assert visitor.page.evaluate("innerWidth") >= visitor.page.evaluate(
        "document.documentElement.scrollWidth"
    ), "the page scrolls sideways"
    operator.close()
