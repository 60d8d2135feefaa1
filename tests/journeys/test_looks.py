"""The first journey in short, on a phone and in the dark. Pictures: ``make screenshots``."""

from typing import Any

import pytest
from playwright.sync_api import expect

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
    "color_scheme": "dark",
}


@on_the_embedded_broker
def test_a_visitor_is_answered_and_handed_over(product: Product, people: People) -> None:
    visitor = people.visitor(**PHONE)
    visitor.open()
    visitor.send(QUESTION)
    visitor.await_answers(1)
    visitor.press(visitor.hook("citation").first.locator("summary"))
    expect(visitor.hook("citation").first.locator("blockquote")).to_be_visible()
    visitor.call_human()
    expect(visitor.hook("queue")).to_be_visible()

    operator = people.operator(product.admin, **PHONE)
    expect(operator.row(visitor.conversation_id, "waiting")).to_be_visible()
    operator.open(visitor.conversation_id)
    expect(operator.saying(QUESTION, "visitor")).to_be_visible()
    operator.take()
    operator.send(REPLY)
    expect(operator.saying(REPLY, "operator")).to_be_visible()
    expect(visitor.saying(REPLY, "operator")).to_be_visible()

    visitor.reload()
    operator.page.reload()
    expect(visitor.saying(REPLY, "operator")).to_have_count(1)
    expect(operator.saying(REPLY, "operator")).to_have_count(1)
    assert visitor.page.evaluate("innerWidth") >= visitor.page.evaluate(
        "document.documentElement.scrollWidth"
    ), "the page scrolls sideways"
    operator.close()
