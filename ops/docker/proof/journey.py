"""What people do in a browser, through the gateway's published port."""

from collections.abc import Iterator

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys.conftest import ARGUMENTS, CHROMIUM
from tests.journeys.console_page import ConsolePage
from tests.journeys.product import Credentials
from tests.journeys.widget_page import WidgetPage

QUESTIONS = (
    "VPN не подключается из дома",
    "Забыл пароль от учётной записи",
    "Принтер не печатает",
    "Не открывается почта",
    "Пришло подозрительное письмо",
    "Как подключиться к Wi-Fi?",
    "Не запускается программа",
    "Нужен доступ к общей папке",
)
_REPLY = "Здравствуйте! Это Анна, сейчас посмотрю."
_EXPECT_MS = 20_000


def walk(base_url: str, operator: Credentials) -> Iterator[str]:
    """Do it all, yielding a sentence for each thing that was seen."""
    expect.set_options(timeout=_EXPECT_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        first = WidgetPage(_page(browser), base_url)
        yield from _asks(first, QUESTIONS[0])
        citation = first.hook("citation").first
        citation.locator("summary").click()
        expect(citation.locator("blockquote")).to_be_visible()
        yield f"its source is shown: {citation.locator('summary').inner_text().strip()!r}"
        for question in QUESTIONS[1:]:
            yield from _asks(WidgetPage(_page(browser), base_url), question)
        yield from _takes_over(first, ConsolePage(_page(browser), base_url), operator)
        browser.close()


def _page(browser: Browser) -> Page:
    context = browser.new_context(locale="ru-RU", viewport={"width": 1280, "height": 800})
    return context.new_page()


def _asks(visitor: WidgetPage, question: str) -> Iterator[str]:
    visitor.visit()
    visitor.open()
    visitor.send(question)
    visitor.await_answers(1)
    pieces = len(visitor.frames.facts("message.delta"))
    name = visitor.messages("agent").inner_text().splitlines()[0]
    yield f"{question!r} is answered over a websocket by {name!r}, in {pieces} pieces"


def _takes_over(visitor: WidgetPage, console: ConsolePage, operator: Credentials) -> Iterator[str]:
    console.visit()
    console.sign_in(operator)
    yield "the operator signs in with what `docker compose logs demo` says"
    visitor.call_human()
    console.row(visitor.conversation_id, "waiting").wait_for()
    console.open(visitor.conversation_id)
    console.take()
    console.send(_REPLY)
    expect(visitor.saying(_REPLY, "operator")).to_be_visible()
    yield "the operator takes the conversation over, and the visitor reads the reply"
