"""What comes to a page over its sockets: the facts of Socket.IO, in order."""

import json
import re
from typing import Any, NamedTuple

from playwright.sync_api import Page, WebSocket

_EVENT = re.compile(r"^42/(?P<namespace>\w+),\d*(?P<body>\[.*)$", re.DOTALL)


class Fact(NamedTuple):
    """One event that the platform sent."""

    name: str
    data: dict[str, Any]


class Frames:
    """Listens to all sockets of a page, from before its first one."""

    def __init__(self, page: Page) -> None:
        self.sockets = 0
        self._page = page
        self._facts: list[Fact] = []
        page.on("websocket", self._on_socket)

    def count_sockets(self) -> int:
        """Return how many sockets there were by now; what waits to be heard is heard first."""
        self._page.evaluate("0")
        return self.sockets

    def facts(self, *names: str) -> list[Fact]:
        """Return the facts of these names so far; without names all of them."""
        return [fact for fact in self._facts if not names or fact.name in names]

    def _on_socket(self, socket: WebSocket) -> None:
        self.sockets += 1
        socket.on("framereceived", self._on_frame)

    def _on_frame(self, payload: str | bytes) -> None:
        event = _EVENT.match(payload if isinstance(payload, str) else payload.decode())
        if event:
            name, *rest = json.loads(event["body"])
            self._facts.append(Fact(name, rest[0] if rest else {}))
