"""What the gateway signs, so that handlers know a request has passed it.

HMAC-SHA256 over lines: what the signature is for, method, path as it was sent, site, origin, time.
The first line keeps the two kinds apart: a request that the gateway passes on for somebody can
never pass for one of its own.
"""

import hashlib
import hmac
import time
from collections.abc import Mapping
from enum import StrEnum

from shared.config import Settings, reveal, revealed

SITE_HEADER = "x-widget-site"
ORIGIN_HEADER = "x-widget-origin"
TIME_HEADER = "x-widget-time"
SIGNATURE_HEADER = "x-widget-signature"

_SKEW_SECONDS = 60
"""How far two machines' clocks may be apart, and how long a copied signature is good."""


class Purpose(StrEnum):
    """What a signature is for."""

    REQUEST = "otvet-request-1"
    """A request of somebody, which has passed the gateway."""
    LOOKUP = "otvet-lookup-1"
    """A question of the gateway's own."""


class GatewaySignatures:
    """Makes and checks the gateway's signatures."""

    def __init__(self, secret: str, previous: str | None = None) -> None:
        """Sign with the secret that gateway and handlers share; ``previous`` is accepted, too."""
        self._secret = secret.encode()
        self._accepted = [self._secret, *([previous.encode()] if previous else [])]

    def headers(
        self, purpose: Purpose, method: str, path: str, *, site: str = "", origin: str = ""
    ) -> dict[str, str]:
        """Return the headers of a request that is sent now; empty values are left out."""
        at = str(int(time.time()))
        signature = _signature(self._secret, purpose, method, path, site, origin, at)
        signed = {SITE_HEADER: site, ORIGIN_HEADER: origin}
        kept = {name: value for name, value in signed.items() if value}
        return kept | {TIME_HEADER: at, SIGNATURE_HEADER: signature}

    def trouble(
        self, purpose: Purpose, method: str, path: str, headers: Mapping[str, str]
    ) -> str | None:
        """Say what is wrong with a request's signature (``missing``, ``stale``, ``forged``)."""
        at, given = headers.get(TIME_HEADER, ""), headers.get(SIGNATURE_HEADER, "")
        if not given:
            return "missing"
        if not (at.isascii() and at.isdigit() and len(at) <= 12):
            return "forged"
        site, origin = headers.get(SITE_HEADER, ""), headers.get(ORIGIN_HEADER, "")
        signed = (purpose, method, path, site, origin, at)
        expected = [_signature(secret, *signed) for secret in self._accepted]
        if not any(hmac.compare_digest(one.encode(), given.encode()) for one in expected):
            return "forged"
        return "stale" if abs(time.time() - int(at)) > _SKEW_SECONDS else None


def signatures_of(settings: Settings) -> GatewaySignatures | None:
    """Return the signatures of this installation's gateway; none of one that has no gateway."""
    if settings.gateway_secret is None:
        return None
    previous = revealed(settings.gateway_secret_previous)
    return GatewaySignatures(reveal(settings.gateway_secret), previous)


def _signature(secret: bytes, purpose: Purpose, *values: str) -> str:
    text = "\n".join((purpose, *values))
    return hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()
