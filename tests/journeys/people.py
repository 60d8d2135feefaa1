"""Visitors and operators: a browser each, watched for whatever goes wrong in it."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, WebError

from tests.journeys.console_page import ConsolePage
from tests.journeys.product import Credentials, Product
from tests.journeys.widget_page import WidgetPage

_TIMEOUT_MS = 20_000
OUTAGE = (
    # Chromium itself writes these while a server is away; a page can neither catch nor hide them.
    r"WebSocket connection to .* failed",
    r"Failed to load resource: net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)",
    r"Failed to load resource: net::ERR_INTERNET_DISCONNECTED",
)


class People:
    """Everybody in one test."""

    def __init__(self, browser: Browser, product: Product) -> None:
        self._browser = browser
        self._product = product
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []
        self._expected: list[str] = []

    def visitor(self, **options: Any) -> WidgetPage:  # noqa: ANN401 (Playwright's own)
        """Return somebody on the demo page who has not touched the widget yet."""
        visitor = self.newcomer(**options)
        visitor.visit()
        return visitor

    def newcomer(self, base_url: str = "", **options: Any) -> WidgetPage:  # noqa: ANN401
        """Return somebody who has not come to the page yet."""
        return WidgetPage(self._context(options).new_page(), base_url or self._product.base_url)

    def operator(self, credentials: Credentials, **options: Any) -> ConsolePage:  # noqa: ANN401
        """Return somebody who has just signed in at the console."""
        operator = ConsolePage(self._context(options).new_page(), self._product.base_url)
        operator.visit()
        operator.sign_in(credentials)
        return operator

    def console(self, **options: Any) -> ConsolePage:  # noqa: ANN401
        """Return somebody who has not come to the console yet."""
        return ConsolePage(self._context(options).new_page(), self._product.base_url)

    def expect_outage(self) -> None:
        """Allow what browsers say by themselves while a server cannot be reached."""
        self._expected.extend(OUTAGE)

    def expect_refusal(self, path: str) -> None:
        """Allow what Chromium itself writes of an answer of 401 or 404 from ``path``."""
        self._expected.append(rf"status of 40[14] .*{re.escape(path)}")

    def complaints(self) -> list[str]:
        """Return the errors on the browsers' consoles that no test expects."""
        for page in self._pages():
            page.evaluate("null")  # what a page said before its answer has come with it
        return [
            line for line in self._complaints if not any(re.search(e, line) for e in self._expected)
        ]

    def keep_evidence(self, folder: Path) -> None:
        """Save what everybody sees, and what every process said."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for number, page in enumerate(self._pages(), start=1):
            try:
                page.screenshot(path=folder / f"page-{number}.png", timeout=5_000)
            except Error as error:
                (folder / f"page-{number}.txt").write_text(str(error), encoding="utf-8")
        (folder / "browser.log").write_text("\n".join(self._complaints), encoding="utf-8")
        shutil.copytree(self._product.logs, folder / "logs")

    def leave(self) -> None:
        """Close all browsers."""
        for context in self._contexts:
            context.close()

    def _pages(self) -> list[Page]:
        return [page for context in self._contexts for page in context.pages]

    def _context(self, options: Mapping[str, Any]) -> BrowserContext:
        settings = {"locale": "ru-RU", "viewport": {"width": 1280, "height": 800}, **options}
        context = self._browser.new_context(**settings)
        context.set_default_timeout(_TIMEOUT_MS)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)
        self._contexts.append(context)
        return context

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complaints.append(f"{message.text} {message.location.get('url', '')}")

    def _on_error(self, error: WebError) -> None:
        self._complaints.append(f"uncaught: {error.error}")
