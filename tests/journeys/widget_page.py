"""The visitor's side: the demo page and the widget in its corner."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.frames import Frames

ANSWER_MS = 20_000
ONLINE_MS = 60_000
_SENDERS = "messages => messages.map((message) => message.dataset.sender)"
_ONLINE = '[data-presence]:not([data-presence="away"])'


class WidgetPage:
    """One tab of a visitor. Playwright looks into the widget's open shadow root by itself."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.conversation_id = ""
        self.frames = Frames(page)
        self._base_url = base_url
        self._is_touch = bool(page.evaluate("navigator.maxTouchPoints > 0"))

    # --- where things are -----------------------------------------------------------------------

    def hook(self, name: str, more: str = "") -> Locator:
        """Return what the widget marks as ``name``."""
        return self.page.locator(f'[data-otvet="{name}"]{more}')

    @property
    def composer(self) -> Locator:
        """Where the visitor writes."""
        return self.hook("composer")

    @property
    def connection(self) -> Locator:
        """The line that says that the connection was lost."""
        return self.hook("connection")

    def messages(self, sender: str = "", state: str = "") -> Locator:
        """Return the messages on the screen."""
        wanted = f'[data-sender="{sender}"]' if sender else ""
        return self.hook("message", wanted + (f'[data-state="{state}"]' if state else ""))

    def saying(self, text: str, sender: str = "") -> Locator:
        """Return the messages that hold a text."""
        return self.messages(sender).filter(has_text=text)

    # --- what a visitor does --------------------------------------------------------------------

    def visit(self) -> None:
        """Come to the demo page."""
        self.page.goto(f"{self._base_url}/demo/")
        expect(self.hook("launcher")).to_be_visible()

    def open(self) -> None:
        """Open the widget and wait until it is connected."""
        with self.page.expect_response("**/api/v1/visitor/sessions") as asked:
            self.press(self.hook("launcher"))
        assert asked.value.ok, asked.value.text()
        self.conversation_id = asked.value.json()["conversation_id"]
        expect(self.hook("panel")).to_be_visible()
        self.await_online()

    def reload(self) -> None:
        """Load the page again; the panel comes back by itself."""
        self.page.reload()
        expect(self.hook("panel")).to_be_visible()
        self.await_online()

    def second_tab(self) -> "WidgetPage":
        """Open the same page in another tab."""
        tab = WidgetPage(self.page.context.new_page(), self._base_url)
        tab.visit()
        return tab

    def send(self, text: str) -> None:
        """Write a message and send it; the way it goes is not waited for."""
        self.composer.fill(text)
        self.press(self.hook("send"))

    def call_human(self) -> None:
        """Ask for a person."""
        self.press(self.hook("call-human"))

    def press(self, target: Locator) -> None:
        """Tap on a touch screen, click elsewhere."""
        if self._is_touch:
            target.tap()
        else:
            target.click()

    # --- what a visitor waits for ---------------------------------------------------------------

    def await_online(self) -> None:
        """Wait until the widget is connected."""
        self.page.locator(_ONLINE).wait_for(timeout=ONLINE_MS)

    def await_answers(self, count: int) -> None:
        """Wait until agents have given so many whole answers, and none is being written."""
        expect(self.messages("agent", "done")).to_have_count(count, timeout=ANSWER_MS)
        expect(self.messages("agent")).to_have_count(count)

    def await_sent(self, count: int) -> None:
        """Wait until so many of the visitor's messages have been acknowledged."""
        expect(self.messages("visitor", "sent")).to_have_count(count)

    def await_partial_answer(self) -> str:
        """Wait until an answer has begun; returns what of it is on the screen."""
        writing = self.messages("agent", "streaming")
        writing.wait_for(timeout=ANSWER_MS)
        return writing.inner_text()

    def senders(self) -> list[str]:
        """Return who said the messages on the screen, in order."""
        senders: list[str] = self.messages().evaluate_all(_SENDERS)
        return senders

    def transcript(self) -> list[str]:
        """Return all messages in order, with what is folded away in them."""
        return self.messages().all_text_contents()
