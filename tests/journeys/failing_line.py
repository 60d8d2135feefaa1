"""A network that goes bad at the worst moment: what is sent arrives, what is answered does not."""

import time

from playwright.sync_api import Page, WebSocketRoute

_POLL_MS = 20
_PATIENCE = 30.0


class FailingLine:
    """Stands between a page and the platform's sockets, from before the first of them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._is_deaf = False
        self._sent: list[str] = []
        self._last: WebSocketRoute | None = None
        page.route_web_socket("**/socket.io/**", self._connect)

    def deafen(self) -> None:
        """From now on nothing reaches the page any more."""
        self._is_deaf = True

    def await_sent(self, text: str, times: int) -> None:
        """Wait until the page has sent a text so often. Frames pass only while Playwright waits."""
        deadline = time.monotonic() + _PATIENCE
        while sum(text in frame for frame in self._sent) < times:
            assert time.monotonic() < deadline, f"sent only {self._sent}"
            self._page.wait_for_timeout(_POLL_MS)

    def cut(self) -> None:
        """Close the connection; the next one works."""
        self._is_deaf = False
        assert self._last is not None
        self._last.close()

    def _connect(self, page_side: WebSocketRoute) -> None:
        server_side = page_side.connect_to_server()
        self._last = page_side

        def to_server(message: str | bytes) -> None:
            self._sent.append(str(message))
            server_side.send(message)

        def to_page(message: str | bytes) -> None:
            if not self._is_deaf:
                page_side.send(message)

        page_side.on_message(to_server)
        server_side.on_message(to_page)
