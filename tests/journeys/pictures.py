"""Takes the pictures of ``docs/screenshots`` anew, of a running product with its demonstration.

``make run`` in one window, ``make screenshots`` in another: people are let into the demonstration
first, so take one that nobody works with (``make run ARGS="--data DIR"``;
``make screenshots DATA=DIR``). It is to run with ``LOGS_URL``: where an answer's log lines are
has its place in the pictures, and a demonstration by itself has nowhere to lead to.
"""

import argparse
import json
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

from ops.embedded.layout import ROOT
from tests.journeys.console_page import ConsolePage
from tests.journeys.population import Office, Population, populate
from tests.journeys.product import Credentials
from tests.journeys.talks import STORY, Talk
from tests.journeys.test_looks import PHONE
from tests.journeys.widget_page import WidgetPage

_CHROMIUM = "/usr/bin/chromium"
_QUALITY = 88
_QUESTION = "VPN не подключается из дома"
_DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
_DEVICES = {"desktop": _DESKTOP, "phone": PHONE}
_LOOKS = [(device, scheme) for device in _DEVICES for scheme in ("light", "dark")]
_ONCE_EACH = {("desktop", "light"), ("phone", "dark")}
"""What is not looked at most is seen in these alone."""


class Album:
    """Where the pictures of one look go."""

    def __init__(self, folder: Path, device: str, scheme: str) -> None:
        """Name the look."""
        self._folder, self._look = folder, f"{device}-{scheme}"

    def keep(self, page: Page, name: str) -> None:
        """Keep what is on the screen, when it has come to rest."""
        page.evaluate("document.fonts.ready")
        expect(page.locator(".bg-line.animate-breathe, main[aria-busy]")).to_have_count(0)
        page.wait_for_timeout(400)
        # Playwright writes no WebP, which is a quarter of a PNG of the same.
        session = page.context.new_cdp_session(page)
        options = {"format": "webp", "quality": _QUALITY}
        taken = session.send("Page.captureScreenshot", options)["data"]
        session.detach()
        (self._folder / f"{self._look}-{name}.webp").write_bytes(b64decode(taken))


def main() -> None:
    """Let people in, then look at everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=ROOT / ".data", help="of the running product")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots")
    options = parser.parse_args()
    demo = json.loads((options.data / "demo.json").read_text(encoding="utf-8"))
    options.out.mkdir(parents=True, exist_ok=True)
    population = populate(demo, Office(demo))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM, args=["--no-sandbox"])
        with _operator(browser, demo, {**_DESKTOP, "color_scheme": "light"}) as operator:
            _work(operator, population)
        for device, scheme in _LOOKS:
            look = {**_DEVICES[device], "color_scheme": scheme}
            album = Album(options.out, device, scheme)
            with _operator(browser, demo, look) as operator:
                _inbox(operator, population, album)
                if (device, scheme) in _ONCE_EACH:
                    _rooms(operator, population, album)
        for device, scheme in _LOOKS:
            look = {**_DEVICES[device], "color_scheme": scheme}
            _widget(browser, demo, look, Album(options.out, device, scheme))
        browser.close()


@contextmanager
def _operator(
    browser: Browser, demo: dict[str, str], look: dict[str, Any]
) -> Iterator[ConsolePage]:
    context = browser.new_context(locale="ru-RU", base_url=demo["base_url"], **look)
    operator = ConsolePage(context.new_page(), demo["base_url"])
    operator.visit()
    operator.sign_in(Credentials("", demo["operator_email"], demo["operator_password"]))
    yield operator
    context.close()


def _work(operator: ConsolePage, population: Population) -> None:
    """Do the operator's part of the talks."""
    for talk, conversation_id in population.conversations.items():
        if talk.ends not in ("operator", "closed"):
            continue
        operator.page.goto(f"/admin/inbox/all/{conversation_id}")
        operator.take()
        if talk.reply:
            operator.send(talk.reply)
            expect(operator.saying(talk.reply, "operator")).to_be_visible()
        if talk.ends == "closed":
            operator.close()


def _widget(browser: Browser, demo: dict[str, str], look: dict[str, Any], album: Album) -> None:
    context = browser.new_context(locale="ru-RU", **look)
    visitor = WidgetPage(context.new_page(), demo["base_url"])
    visitor.visit()
    album.keep(visitor.page, "widget-launcher")
    visitor.open()
    album.keep(visitor.page, "widget-first-screen")
    visitor.send(_QUESTION)
    visitor.await_answers(1)
    visitor.press(visitor.hook("citation").first.locator("summary"))
    album.keep(visitor.page, "widget-answer")
    visitor.press(visitor.hook("thumb-down").first)
    expect(visitor.hook("comment")).to_be_visible()
    album.keep(visitor.page, "widget-thumb")
    visitor.press(visitor.hook("comment-close"))
    visitor.call_human()
    expect(visitor.hook("queue")).to_be_visible()
    album.keep(visitor.page, "widget-hand-off")
    context.close()


def _inbox(operator: ConsolePage, population: Population, album: Album) -> None:
    page = operator.page
    page.goto("/admin/inbox/all")
    expect(operator.part("conversation-row").first).to_be_visible()
    expect(page.get_by_role("link", name="Срочные")).to_be_visible()
    album.keep(page, "inbox")
    page.goto(f"/admin/inbox/waiting/{population.conversations[STORY]}")
    expect(operator.saying(STORY.says[-1], "visitor")).to_be_visible()
    album.keep(page, "conversation")


def _rooms(operator: ConsolePage, population: Population, album: Album) -> None:
    """All that is not the inbox, and what opens beside a conversation."""
    page = operator.page
    page.keyboard.press("i")
    expect(operator.part("visitor-panel")).to_be_visible()
    album.keep(page, "visitor")
    page.goto(f"/admin/inbox/all/{_answered(population)}")
    expect(operator.messages("agent").first).to_be_visible()
    page.keyboard.press("w")
    expect(operator.part("why")).to_be_visible()
    album.keep(page, "why")
    logs = operator.part("why").get_by_role("link", name="Все его строки")
    expect(logs, "the product runs without LOGS_URL").to_be_visible()
    logs.scroll_into_view_if_needed()
    album.keep(page, "why-end")
    operator.part("why").get_by_role("button", name="Исправить").click()
    expect(page.get_by_role("dialog", name="Как надо было ответить")).to_be_visible()
    album.keep(page, "correction")
    page.goto("/admin/inbox/all")
    expect(operator.part("conversation-row").first).to_be_visible()
    page.keyboard.press("Control+k")
    expect(operator.part("palette")).to_be_visible()
    album.keep(page, "palette")
    for name, path in _places(population):
        page.goto(f"/admin/{path}")
        expect(page.locator("main")).to_be_visible()
        page.wait_for_load_state("networkidle")
        _BEFORE.get(name, _nothing)(page)
        album.keep(page, name)


def _places(population: Population) -> list[tuple[str, str]]:
    return [
        ("knowledge", "knowledge"),
        ("versions", f"knowledge/documents/{population.document_id}/versions"),
        ("agents", "agents"),
        ("playground", "playground"),
        ("analytics", "analytics"),
        ("site-look", "settings/sites"),
        ("webhooks", "settings/webhooks"),
        ("people", "settings/people"),
        ("audit", "settings/audit"),
    ]


def _answered(population: Population) -> str:
    """Return a conversation that an agent leads."""
    return next(
        conversation_id
        for talk, conversation_id in population.conversations.items()
        if talk.ends == "agent" and _says(talk, "вайфай")
    )


def _says(talk: Talk, word: str) -> bool:
    return any(word in text for text in talk.says)


def _ask(page: Page) -> None:
    page.get_by_role("textbox").last.fill(_QUESTION)
    page.keyboard.press("Enter")
    page.get_by_text("Кто писал").first.wait_for(state="attached", timeout=60_000)


def _open_look(page: Page) -> None:
    page.get_by_role("list").get_by_role("link", name="Демо").first.click()
    page.get_by_role("link", name="Вид").click()
    expect(page.locator("iframe")).to_be_visible()
    page.wait_for_timeout(2_000)  # the widget in it opens by itself


def _nothing(_: Page) -> None:
    """Most places need nothing."""


_BEFORE: dict[str, Callable[[Page], None]] = {"playground": _ask, "site-look": _open_look}


if __name__ == "__main__":
    main()
