"""The operator's side: the console."""

from playwright.sync_api import Locator, Page, expect

from tests.journeys.frames import Frames
from tests.journeys.product import Credentials


class ConsolePage:
    """One tab of an operator."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.frames = Frames(page)
        self._base_url = base_url
        self._is_touch = bool(page.evaluate("navigator.maxTouchPoints > 0"))

    # --- where things are -----------------------------------------------------------------------

    def part(self, name: str, more: str = "") -> Locator:
        """Return what the console marks as ``name``."""
        return self.page.locator(f'[data-testid="{name}"]{more}')

    @property
    def form(self) -> Locator:
        """Where operators sign in."""
        return self.part("sign-in")

    @property
    def composer(self) -> Locator:
        """Where the operator writes; disabled while somebody else has the floor."""
        return self.part("composer")

    def row(self, conversation_id: str, status: str = "") -> Locator:
        """Return a conversation's line in the list that is shown."""
        wanted = f'[data-conversation-id="{conversation_id}"]'
        return self.part(
            "conversation-row", wanted + (f'[data-status="{status}"]' if status else "")
        )

    def messages(self, sender: str = "") -> Locator:
        """Return the messages of the open conversation."""
        return self.part("message", f'[data-sender="{sender}"]' if sender else "")

    def saying(self, text: str, sender: str = "") -> Locator:
        """Return the messages that hold a text."""
        return self.messages(sender).filter(has_text=text)

    # --- what an operator does ------------------------------------------------------------------

    def visit(self) -> None:
        """Come to the console."""
        self.page.goto(f"{self._base_url}/admin/")

    def sign_in(self, credentials: Credentials) -> None:
        """Sign in, and wait until the console is live."""
        self.form.get_by_label("Почта").fill(credentials.email)
        self.form.get_by_label("Пароль", exact=True).fill(credentials.password)
        self.press(self.form.get_by_role("button", name="Войти"))
        expect(self.part("tab-waiting")).to_be_visible()
        self.page.wait_for_function("document.readyState === 'complete'")

    def show(self, view: str) -> None:
        """Go to a tab of the inbox."""
        self.press(self.part(f"tab-{view}"))

    def open(self, conversation_id: str) -> None:
        """Open a conversation of the list that is shown."""
        self.press(self.row(conversation_id))
        expect(self.part("status")).to_be_visible()

    def take(self) -> None:
        """Take the open conversation over, and wait until one may write."""
        self.press(self.part("take"))
        expect(self.composer).to_be_enabled()

    def send(self, text: str) -> None:
        """Write to the visitor."""
        self.composer.fill(text)
        self.press(self.part("send"))

    def give_back(self) -> None:
        """Return the conversation to the agents."""
        self.press(self.part("return"))
        expect(self.part("status", '[data-status="agent"]')).to_be_visible()

    def close(self) -> None:
        """Close the conversation, and say that one means it."""
        self.press(self.part("close"))
        self.press(self.part("close-confirm"))
        expect(self.part("status", '[data-status="closed"]')).to_be_visible()

    def press(self, target: Locator) -> None:
        """Tap on a touch screen, click elsewhere."""
        if self._is_touch:
            target.tap()
        else:
            target.click()

    def transcript(self) -> list[str]:
        """Return all messages in order, with what is folded away in them."""
        return self.messages().all_text_contents()
