"""One POST to a webhook: checked address, no redirects, bounded in time and in what is read."""

import time
from dataclasses import dataclass

import httpx

from shared.config import Settings
from shared.domain.documents import DocumentTrouble
from shared.domain.webhooks import DeliveryTrouble, is_within
from workers.web.addresses import AddressBook, is_public
from workers.web.errors import AddressRefused, Unreachable
from workers.web.transport import Deadline, PinnedTransport

_SECONDS = 10.0
_READ = 4 * 1024
_EXCERPT = 1_000


@dataclass(frozen=True, slots=True)
class Posted:
    """What came back, or why nothing did."""

    latency_ms: int
    status: int | None = None
    trouble: DeliveryTrouble | None = None
    excerpt: str = ""


def address_book(settings: Settings) -> AddressBook:
    """Return where webhooks may lead: the internet, and the networks that were named."""

    def allows(address: str) -> bool:
        return is_public(address) or is_within(address, settings.webhook_networks)

    return AddressBook(allows=allows, ports=range(1, 65_536))


class Poster:
    """Posts bodies; a connection is made anew for each, to an address that is checked anew."""

    def __init__(
        self, addresses: AddressBook, contact: str = "", seconds: float = _SECONDS
    ) -> None:
        """Connect where ``addresses`` allow; everything together may take ``seconds``."""
        self._addresses = addresses
        self._seconds = seconds
        self._agent = f"Otvet-Webhooks/1.0 (+{contact})" if contact else "Otvet-Webhooks/1.0"

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> Posted:
        """Send one body; never raises for what the other side does."""
        started = time.monotonic()

        def passed() -> int:
            return int((time.monotonic() - started) * 1000)

        try:
            status, excerpt = self._ask(url, body, headers, started + self._seconds)
        except AddressRefused:
            return Posted(passed(), trouble=DeliveryTrouble.ADDRESS_REFUSED)
        except Unreachable as error:
            is_unknown = error.trouble is DocumentTrouble.HOST_UNKNOWN
            trouble = DeliveryTrouble.HOST_UNKNOWN if is_unknown else DeliveryTrouble.UNREACHABLE
            return Posted(passed(), trouble=trouble)
        except httpx.TimeoutException:
            return Posted(passed(), trouble=DeliveryTrouble.TIMED_OUT)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            reason = f"{type(error).__name__}: {error}"[:200]
            return Posted(passed(), trouble=DeliveryTrouble.UNREACHABLE, excerpt=reason)
        return Posted(passed(), status, excerpt=excerpt)

    def _ask(self, url: str, body: bytes, headers: dict[str, str], until: float) -> tuple[int, str]:
        deadline = Deadline()
        deadline.until = until
        sent = {
            **headers,
            "Content-Type": "application/json",
            "User-Agent": self._agent,
            "Accept-Encoding": "identity",
        }
        with (
            httpx.Client(
                transport=PinnedTransport(self._addresses, deadline),
                timeout=self._seconds,
                follow_redirects=False,
                trust_env=False,
            ) as client,
            client.stream("POST", url, content=body, headers=sent) as response,
        ):
            return response.status_code, _excerpt(response)


def _excerpt(response: httpx.Response) -> str:
    """Return the beginning of an answer; one that goes on and on is not waited for."""
    read = bytearray()
    try:
        for piece in response.iter_raw(_READ):
            read += piece
            if len(read) >= _READ:
                break
    except httpx.HTTPError:
        pass  # the status is what counts, and it is here
    text = bytes(read[:_READ]).decode("utf-8", errors="replace")
    return "".join(c for c in text if c.isprintable() or c == "\n")[:_EXCERPT]
