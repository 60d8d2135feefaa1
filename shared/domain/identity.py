"""Who a visitor is, as the site's own server has signed it."""

from dataclasses import dataclass, field
from datetime import datetime

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
