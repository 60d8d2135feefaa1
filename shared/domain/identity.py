"""Who a visitor is, as the site's own server has signed it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

AttributeValue = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Identity:
    """A person that the site knows by ``external_id``."""

    external_id: str
    name: str | None = None
    email: str | None = None
    attributes: dict[str, AttributeValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class IdentitySalt:
    """What an identity secret is derived from; worthless without the installation's key."""

    id: str
    salt: str
    made_at: datetime
    until: datetime | None = None
    """When it stops being valid; None: it is the present one."""

    def is_valid(self, now: datetime) -> bool:
        """Whether tokens signed with its secret still pass."""
        return self.until is None or now < self.until


class SignatureAlgorithm(StrEnum):
    """How a token is signed with a key whose public half the site has set."""

    RS256 = "RS256"
    ES256 = "ES256"


@dataclass(frozen=True, slots=True)
class IdentityKey:
    """A public key of the site's server, good for one algorithm."""

    id: str
    """Its thumbprint (RFC 7638)."""
    kid: str
    """What tokens call it."""
    algorithm: SignatureAlgorithm
    bits: int
    pem: str
    made_at: datetime


MOST_IDENTITY_KEYS = 5
"""Of a site: one that signs, one that takes over, and those of other servers."""
