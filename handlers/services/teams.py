"""Teams and the rules of assignment: shown to operators, changed by supervisors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.contracts.teams import (
    AssignmentRules,
    SiteTeams,
    TeamCreate,
    TeamInfo,
    TeamList,
    TeamMember,
    TeamPatch,
)
from shared.domain.audit import AuditAction
from shared.kernel.errors import ErrorCode, NotFound
from shared.kernel.ids import uuid7
from shared.storage.audit import Value, record
from shared.storage.pool import AsyncDatabase, using
from shared.storage.presence import list_colleagues
from shared.storage.teams import (
    SiteRules,
    Team,
    add_team,
    change_team,
    delete_team,
    list_teams,
    set_rules,
    site_rules,
    team_for_change,
)


class TeamService:
    """Shows and changes teams; each change is in the audit log."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Use ``database``."""
        self._database = database

    async def all(self, operator: OperatorCaller) -> TeamList:
        """Return the operator's sites with their teams, rules and people."""
        async with using(self._database) as connection:
            sites = await site_rules(connection, operator.sites)
            teams = await list_teams(connection, operator.sites)
            people = await list_colleagues(connection, operator.sites)
        return TeamList(
            items=tuple(
                SiteTeams(
                    site_id=site.id,
                    site_name=site.name,
                    rules=AssignmentRules(automatic=site.automatic, take_seconds=site.take_seconds),
                    teams=tuple(_info(team) for team in teams if team.site_id == site.id),
                    operators=tuple(
                        TeamMember(id=one.id, name=one.name)
                        for one in people
                        if one.site_id == site.id
                    ),
                )
                for site in sites
            )
        )

    async def create(self, operator: OperatorCaller, body: TeamCreate) -> TeamInfo:
        """Make a team.

        Raises:
            NotFound: the site is none of the operator's, or a member does not work for it.
            Conflict: the site has a team of this name.
        """
        if body.site_id not in operator.sites:
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        team_id = uuid7()
        async with using(self._database) as connection, connection.transaction():
            with _members_of_the_site():
                await add_team(
                    connection,
                    team_id=team_id,
                    site_id=body.site_id,
                    name=body.name,
                    automatic=body.automatic,
                    members=body.members,
                )
            team = _found(await team_for_change(connection, team_id, operator.sites))
            made = entry(
                operator,
                AuditAction.TEAM_CREATED,
                [team.site_id],
                str(team.id),
                name=team.name,
                after=_kept(team),
            )
            await record(connection, made)
        return _info(team)

    async def change(self, operator: OperatorCaller, team_id: UUID, body: TeamPatch) -> TeamInfo:
        """Change what the body names.

        Raises:
            NotFound: there is no such team at the operator's sites, or no such member.
            Conflict: the site has another team of this name.
        """
        async with using(self._database) as connection, connection.transaction():
            held = _found(await team_for_change(connection, team_id, operator.sites))
            wanted = replace(
                held,
                name=held.name if body.name is None else body.name,
                automatic=held.automatic if body.automatic is None else body.automatic,
            )
            with _members_of_the_site():
                await change_team(connection, wanted, body.members)
            team = _found(await team_for_change(connection, team_id, operator.sites))
            if team != held:
                changed = entry(
                    operator,
                    AuditAction.TEAM_CHANGED,
                    [team.site_id],
                    str(team.id),
                    name=team.name,
                    before=_kept(held),
                    after=_kept(team),
                )
                await record(connection, changed)
        return _info(team)

    async def delete(self, operator: OperatorCaller, team_id: UUID) -> None:
        """Delete a team; what waits for it then waits for everybody.

        Raises:
            NotFound: there is no such team at the operator's sites.
        """
        async with using(self._database) as connection, connection.transaction():
            team = _found(await team_for_change(connection, team_id, operator.sites))
            await delete_team(connection, team_id)
            gone = entry(
                operator,
                AuditAction.TEAM_DELETED,
                [team.site_id],
                str(team.id),
                name=team.name,
                before=_kept(team),
            )
            await record(connection, gone)

    async def set_rules(
        self, operator: OperatorCaller, site_id: UUID, rules: AssignmentRules
    ) -> AssignmentRules:
        """Keep how a site's waiting conversations find somebody.

        Raises:
            NotFound: the site is none of the operator's.
        """
        if site_id not in operator.sites:
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        async with using(self._database) as connection, connection.transaction():
            held = await site_rules(connection, [site_id])
            if not held:
                raise NotFound(ErrorCode.SITE_UNKNOWN)
            wanted = SiteRules(site_id, held[0].name, rules.automatic, rules.take_seconds)
            await set_rules(connection, wanted)
            if wanted != held[0]:
                changed = entry(
                    operator,
                    AuditAction.ASSIGNMENT_RULES_CHANGED,
                    [site_id],
                    str(site_id),
                    name=wanted.name,
                    before=_ruled(held[0]),
                    after=_ruled(wanted),
                )
                await record(connection, changed)
        return rules


@contextmanager
def _members_of_the_site() -> Iterator[None]:
    """Answer for a member who does not work for the site."""
    try:
        yield
    except LookupError as error:
        raise NotFound(ErrorCode.ASSIGNEE_NOT_FOUND) from error


def _found(team: Team | None) -> Team:
    if team is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return team


def _info(team: Team) -> TeamInfo:
    return TeamInfo(
        id=team.id,
        site_id=team.site_id,
        name=team.name,
        automatic=team.automatic,
        members=tuple(
            TeamMember(id=one, name=name)
            for one, name in zip(team.members, team.names, strict=True)
        ),
    )


def _kept(team: Team) -> dict[str, Value]:
    names: Sequence[str] = team.names
    return {"name": team.name, "automatic": team.automatic, "members": list(names)}


def _ruled(rules: SiteRules) -> dict[str, Value]:
    return {"automatic": rules.automatic, "take_seconds": rules.take_seconds}
