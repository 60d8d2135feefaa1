"""A page whose visitor never opens the widget is left alone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request

from tests.journeys.brokers import on_the_embedded_broker
from tests.journeys.people import People

pytestmark = pytest.mark.journey

_LOOK = "/api/v1/visitor/look"
_WHO = ("cookie", "authorization")
_STORED = """async () => ({
  local: Object.keys(localStorage),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(({ name }) => name),
  cookies: document.cookie,
})"""
_NOTHING = {"local": [], "session": [], "databases": [], "cookies": ""}


@on_the_embedded_broker
def test_a_widget_that_is_never_opened_asks_for_its_look_alone_and_stores_nothing(
    people: People,
) -> None:
    visitor = people.newcomer()
    page = visitor.page
    asked: list[str] = []
    looks: list[set[str]] = []
    told: set[str] = set()

    def note(request: Request) -> None:
        url = urlsplit(request.url)
        asked.append(url.path)
        if url.path == _LOOK:
            looks.append(set(parse_qs(url.query)))
            told.update(name for name in _WHO if name in request.headers)

    page.on("request", note)
    visitor.visit()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="Новости").click()  # the page is used, the widget is not
    page.mouse.wheel(0, 600)
    page.wait_for_load_state("networkidle")

    assert "/widget.js" in asked
    # The look is the site's, the same for everybody: it is asked for without a word of who asks.
    assert _of_the_widget(asked) == ["/widget.js", _LOOK]
    assert looks == [{"site_key"}]
    assert told == set()
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
