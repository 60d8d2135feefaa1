"""What a site tells other systems, when it tries again, and where it may send.

Signing follows the Standard Webhooks specification (https://www.standardwebhooks.com): the
headers ``webhook-id``, ``webhook-timestamp`` and ``webhook-signature``, HMAC-SHA256 over
``id.timestamp.body``, secrets written ``whsec_`` and base64.
"""

import base64
import binascii
import hashlib
import hmac
import ipaddress
import random
import secrets
from collections.abc import Sequence
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlsplit

_SECRET_PREFIX = "whsec_"  # noqa: S105 (a prefix, not a secret)
_SECRET_BYTES = 32


class WebhookEventType(StrEnum):
    """Everything a webhook may be told; each has one payload in ``shared.contracts.webhooks``."""

    CONVERSATION_CREATED = "conversation.created"
    CONVERSATION_RETURNED = "conversation.returned"
    CONVERSATION_CLOSED = "conversation.closed"
    CONVERSATION_RATED = "conversation.rated"
    MESSAGE_CREATED = "message.created"
    MESSAGE_RATED = "message.rated"
    HANDOFF_STARTED = "handoff.started"
    OPERATOR_JOINED = "operator.joined"
    VISITOR_ERASED = "visitor.erased"
    WEBHOOK_TESTED = "webhook.tested"


CHOSEN = tuple(kind for kind in WebhookEventType if kind is not WebhookEventType.WEBHOOK_TESTED)
"""Those a webhook can be subscribed to; a test goes to the one it was asked for."""


class DeliveryState(StrEnum):
    """How far an event has come on its way to one webhook."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"


class DisabledReason(StrEnum):
    """Why a webhook is not told anything."""

    BY_HAND = "by_hand"
    FAILING = "failing"
    GONE = "gone"


class DeliveryTrouble(StrEnum):
    """Why an attempt did not end with a status of the receiver."""

    ADDRESS_REFUSED = "address_refused"
    HOST_UNKNOWN = "host_unknown"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    WEBHOOK_DISABLED = "webhook_disabled"


RETRIES = tuple(
    timedelta(seconds=seconds)
    for seconds in (5, 30, 120, 600, 1_800, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600)
)
"""How long after each failed attempt the next one follows: ten attempts within about a day."""

FAILING_FOR = timedelta(days=3)
"""A webhook that took nothing for so long is disabled."""

SECRET_OVERLAP = timedelta(hours=24)
"""How long the secret before the present one signs as well."""

_JITTER = 0.2
_LONGEST_REST = 60.0


def retry_after(attempts: int) -> timedelta | None:
    """Return when to try again after so many attempts, with jitter; None: no more."""
    if attempts > len(RETRIES):
        return None
    return RETRIES[attempts - 1] * random.uniform(1 - _JITTER, 1 + _JITTER)  # noqa: S311 (jitter)


def rest_after(failures: int) -> timedelta:
    """Return how long a webhook is left alone after so many failures in a row."""
    return timedelta(seconds=min(2.0 ** min(failures, 6), _LONGEST_REST))


def new_secret() -> str:
    """Return a secret of 256 random bits, as the specification writes them."""
    return _SECRET_PREFIX + base64.b64encode(secrets.token_bytes(_SECRET_BYTES)).decode()


def signature(keys: Sequence[str], event_id: str, timestamp: int, body: bytes) -> str:
    """Return the header ``webhook-signature``: one signature a secret, separated by spaces.

    Raises:
        ValueError: a secret is not written as the specification has it.
    """
    signed = f"{event_id}.{timestamp}.".encode() + body
    made = []
    for key in keys:
        try:
            raw = base64.b64decode(key.removeprefix(_SECRET_PREFIX), validate=True)
        except binascii.Error as error:
            raise ValueError("a webhook's secret cannot be read") from error
        digest = hmac.digest(raw, signed, hashlib.sha256)
        made.append("v1," + base64.b64encode(digest).decode())
    return " ".join(made)


def address_trouble(url: str, *, is_http_allowed: bool, networks: Sequence[str] = ()) -> str | None:
    """Say what is wrong with a webhook's address as it is written; None: nothing.

    Where its name leads is checked when it is connected to, for that changes; a private address
    written as such, outside ``networks``, is refused at once.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return "unreadable"
    if parts.scheme != "https" and not (is_http_allowed and parts.scheme == "http"):
        return "scheme"
    if not host or parts.username is not None or parts.fragment or port == 0:
        return "unreadable"
    if any(character.isspace() or not character.isprintable() for character in url):
        return "unreadable"
    try:
        is_private = not ipaddress.ip_address(host).is_global
    except ValueError:
        return None  # a name
    return "private" if is_private and not is_within(host, networks) else None


def is_within(address: str, networks: Sequence[str]) -> bool:
    """Whether an address is of one of ``networks`` (CIDR)."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(parsed, "ipv4_mapped", None) or parsed
    return any(mapped in ipaddress.ip_network(network) for network in networks)
