"""Bodies of ``/api/v1/keys``."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, Field

from shared.contracts.wire import Contract
from shared.domain.scopes import Scope


def _once(scopes: tuple[Scope, ...]) -> tuple[Scope, ...]:
    return tuple(scope for scope in Scope if scope in scopes)


class ApiKeyCreate(Contract):
    """``POST /keys``: a key to some sites; without ``expires_at`` it lives until it is revoked."""

    name: Annotated[
        str, Field(min_length=1, max_length=80, pattern=r"^[^\x00]*\S[^\x00]*$", examples=["CRM"])
    ]
    site_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=100)]
    scopes: Annotated[
        tuple[Scope, ...],
        Field(min_length=1, max_length=len(Scope), examples=[["conversations.read"]]),
        AfterValidator(_once),
    ]
    expires_at: AwareDatetime | None = None


class ApiKeyInfo(Contract):
    """A key without the key; ``sites`` are those of its sites that the reader works for.

    It does no more than its maker may do now: ``lost_sites`` and ``lost_scopes`` are what it was
    made for and they may no longer.
    """

    id: UUID
    name: str
    prefix: Annotated[str, Field(examples=["otvk_Ab3xY9"])]
    scopes: tuple[Scope, ...]
    sites: tuple[str, ...]
    lost_sites: tuple[str, ...] = ()
    lost_scopes: tuple[Scope, ...] = ()
    opens_others: Annotated[
        bool, Field(description="It is also for sites that the reader does not work for.")
    ] = False
    created_by: str | None = None
    created_at: datetime
    expires_at: datetime | None = None
    last_used_at: datetime | None = None
    revoked_at: datetime | None = None


class ApiKeyList(Contract):
    """Keys, those in use first (200 at most)."""

    items: tuple[ApiKeyInfo, ...]


class ApiKeySecret(Contract):
    """A key that was just made; ``key`` is shown this once."""

    info: ApiKeyInfo
    key: Annotated[str, Field(examples=["otvk_Ab3xY9…"])]
