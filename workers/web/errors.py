"""Why something of the web was not fetched.

WebError
├── AddressRefused   an address that is never asked: its scheme, port, or a private network
├── Unreachable      nobody answers, or too slowly
└── PageRefused      it answers, and what it answers is not taken
    └── PageGone     there is no such page (404), or no more (410)

All are expected: a page's is kept with its source, and a source's own ends its reading.
"""

from shared.domain.documents import DocumentTrouble


class WebError(Exception):
    """Base of them all; never raised itself."""

    def __init__(self, trouble: DocumentTrouble, detail: str = "") -> None:
        """Keep the stable code and a detail for developers."""
        self.trouble = trouble
        self.detail = detail[:300]
        super().__init__(f"{trouble}: {self.detail}" if detail else str(trouble))


class AddressRefused(WebError):
    """An address that is never asked."""


class Unreachable(WebError):
    """Nobody answers there, or too slowly."""


class PageRefused(WebError):
    """It answers, and what it answers is not taken."""


class PageGone(PageRefused):
    """There is no such page, or no more."""
