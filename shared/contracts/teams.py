"""HTTP: teams of a site, and how what waits there is assigned."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.wire import Contract

TeamName = Annotated[
    str, Field(min_length=1, max_length=60, pattern=r"^\S(.*\S)?$", examples=["Вторая линия"])
]
Members = Annotated[tuple[UUID, ...], Field(max_length=500)]


class TeamMember(Contract):
    """An operator who works for the site."""

    id: UUID
    name: str


class TeamInfo(Contract):
    """A team; ``automatic``: what waits for it is offered to its members by itself."""

    id: UUID
    site_id: UUID
    name: str
    automatic: bool
    members: tuple[TeamMember, ...]


class TeamCreate(Contract):
    """``POST /teams``."""

    site_id: UUID
    name: TeamName
    automatic: bool = False
    members: Members = ()


class TeamPatch(Contract):
    """``PATCH /teams/{team_id}``: what is left out stays; ``members`` are all there are then."""

    name: TeamName | None = None
    automatic: bool | None = None
    members: Members | None = None


class AssignmentRules(Contract):
    """How a site's waiting conversations find somebody.

    ``automatic``: each that waits for no team is offered to the available operator with the fewest
    open ones; who does not take it in ``take_seconds`` loses it to the next.
    """

    automatic: bool
    take_seconds: Annotated[int, Field(ge=15, le=3_600)] = 120


class SiteTeams(Contract):
    """A site of the operator, with its teams and everybody who works there."""

    site_id: UUID
    site_name: str
    rules: AssignmentRules
    teams: tuple[TeamInfo, ...]
    operators: tuple[TeamMember, ...]


class TeamList(Contract):
    """The operator's sites, by name."""

    items: tuple[SiteTeams, ...]
