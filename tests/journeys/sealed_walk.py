"""What people do in a network without an outside; `test_sealed.py` runs it there.

No test by its name: outside of the sealed network it proves nothing.
"""

import pytest
from playwright.sync_api import expect

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.people import People
from tests.journeys.product import Product

pytestmark = pytest.mark.journey

QUESTION = "VPN не подключается из дома"
REPLY = "Посмотрю настройки вашего роутера."


@on_the_embedded_broker
def test_everything_works_without_an_outside(product: Product, people: People) -> None:
    visitor = people.visitor()
    visitor.open()
    visitor.send(QUESTION)
    visitor.await_answers(1)
    citation = visitor.hook("citation").first
    expect(citation).to_contain_text("VPN")
    visitor.press(citation.locator("summary"))
    expect(citation.locator("blockquote")).to_be_visible()

    anna = people.operator(product.admin)
    visitor.call_human()
    anna.row(visitor.conversation_id, "waiting").wait_for()
    anna.open(visitor.conversation_id)
    anna.take()
    anna.send(REPLY)
    expect(visitor.saying(REPLY, "operator")).to_be_visible()
    for place in ("agents", "knowledge", "analytics", "settings/sites"):
        anna.page.goto(f"{product.base_url}/admin/{place}")
        expect(anna.page.get_by_role("heading", level=1)).to_be_visible()
        anna.page.wait_for_load_state("networkidle")
