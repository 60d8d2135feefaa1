"""A page whose visitor never opens the widget is left alone."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.people import People

pytestmark = pytest.mark.journey

_STORED = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  cookies: document.cookie,
})"""
_NOTHING = {"local": [], "session": [], "databases": [], "cookies": ""}


@on_the_embedded_broker
def test_a_widget_that_is_never_opened_asks_for_nothing_and_stores_nothing(
    people: People,
) -> None:
    visitor = people.newcomer()
    page = visitor.page
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    visitor.visit()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Новости").click()  # the page is used, the widget is not
    page.mouse.wheel(0, 600)
    page.wait_for_load_state("networkidle")

    # What the launcher looks like came with the script.
    assert _of_the_widget(asked) == ["/widget.js"]
    assert visitor.frames.sockets == 0
    assert page.evaluate(_STORED) == _NOTHING
    assert page.context.cookies() == []

    # The same eyes see the same things once it is opened: else they would prove nothing.
    visitor.open()
    assert "/api/v1/visitor/sessions" in _of_the_widget(asked)
    assert visitor.frames.sockets == 1
    assert _stored_names(page) != []


def _of_the_widget(paths: list[str]) -> list[str]:
    return [path for path in paths if path.startswith(("/widget", "/api/", "/socket.io"))]


def _stored_names(page: Page) -> list[str]:
    names: list[str] = page.evaluate("Object.keys(localStorage)")
    return names
