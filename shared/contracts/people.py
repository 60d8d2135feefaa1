"""Bodies of ``/api/v1/people``: operators, invitations and what is asked of all of them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.account import PersonName
from shared.contracts.wire import Contract
from shared.domain.words import Locale, Role

Sites = Annotated[tuple[UUID, ...], Field(min_length=1, max_length=200)]

Email = Annotated[
    str,
    Field(
        min_length=3,
        max_length=254,
        pattern=r"^[^@\s]+@[^@\s]+$",
        examples=["anna@example.com"],
    ),
]


class PersonSite(Contract):
    """A site, by what people call it."""

    id: UUID
    name: str


class PersonInfo(Contract):
    """An operator as their administrators see them; ``sites`` are those that both have.

    ``is_shared``: they work for other sites, too, so only their sites here can be changed.
    """

    id: UUID
    email: str
    name: str
    role: Role
    locale: Locale
    sites: tuple[PersonSite, ...]
    is_shared: bool
    disabled_at: datetime | None
    two_factor_at: datetime | None
    seen_at: datetime | None
    created_at: datetime


class PersonPage(Contract):
    """Operators by name; ``next`` is the ``after`` of the next page.

    ``sites`` are those that the administrator can give.
    """

    items: tuple[PersonInfo, ...]
    next: UUID | None
    sites: tuple[PersonSite, ...]


class PersonPatch(Contract):
    """``PATCH /people/{operator_id}``; what is left out stays.

    ``site_ids`` are all of the administrator's sites that the operator is to have. Of one who works
    for others, too, it may be empty; they keep those.
    """

    name: PersonName | None = None
    role: Role | None = None
    site_ids: Annotated[tuple[UUID, ...], Field(max_length=200)] | None = None
    disabled: bool | None = None


class InvitationCreate(Contract):
    """``POST /people/invitations``; an open one for the same address is replaced."""

    email: Email
    role: Role
    locale: Locale
    site_ids: Sites


class InvitationInfo(Contract):
    """An invitation that nobody has accepted yet."""

    id: UUID
    email: str
    role: Role
    locale: Locale
    sites: tuple[PersonSite, ...]
    invited_by: str
    created_at: datetime
    expires_at: datetime


class InvitationList(Contract):
    """Open invitations, newest first; 200 at most."""

    items: tuple[InvitationInfo, ...]


class InvitationLink(Contract):
    """The link to hand over. It is shown this once: only its hash is kept."""

    invitation: InvitationInfo
    link: str


class PasswordLink(Contract):
    """A link that sets a new password, once. It is shown this once: only its hash is kept."""

    link: str
    expires_at: datetime


class TwoFactorRule(Contract):
    """Whether a site asks everybody for a second factor, and how many have one."""

    site_id: UUID
    site_name: str
    required: bool
    people: int
    enabled: int


class TwoFactorRules(Contract):
    """The rules of the administrator's sites."""

    items: tuple[TwoFactorRule, ...]


class TwoFactorRulePut(Contract):
    """``PUT /people/two-factor/{site_id}``. Who has none yet sets it up at the next sign-in."""

    required: bool
