"""How administrators change people: one at a time, within their sites, and as they are by then."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

from handlers.services.caller import OperatorCaller
from shared.contracts.people import PersonInfo, PersonSite
from shared.domain.words import Role
from shared.kernel.errors import ErrorCode, Forbidden, NotFound
from shared.storage.people import Operator, operator_by_id
from shared.storage.pool import AsyncDatabase, AsyncLink, using
from shared.storage.sites import site_names
from shared.storage.staff import Person, one_at_a_time, person_by_id


@dataclass(frozen=True, slots=True)
class Administration:
    """A transaction of an administrator, in which nobody else changes people."""

    connection: AsyncLink
    actor: Operator
    sites: dict[UUID, str]
    """The administrator's sites, by id: what people call them."""

    async def person(self, operator_id: UUID) -> Person:
        """Return an operator who works for a site of the administrator's.

        Raises:
            NotFound: there is none such.
        """
        person = await person_by_id(self.connection, operator_id)
        if person is None or not self.sites.keys() & set(person.sites):
            raise NotFound(ErrorCode.NOT_FOUND)
        return person

    async def whole(self, operator_id: UUID) -> Person:
        """Return an operator all of whose sites are the administrator's.

        Raises:
            NotFound: there is none such.
            Forbidden: they work for others, too, whose administrators have a say.
        """
        person = await self.person(operator_id)
        self.require_whole(person)
        return person

    def require_whole(self, person: Person) -> None:
        """Let only operators pass all of whose sites are the administrator's.

        Raises:
            Forbidden: they work for others, too.
        """
        if not set(person.sites) <= self.sites.keys():
            raise Forbidden(ErrorCode.SHARED_OPERATOR)

    def require_sites(self, site_ids: set[UUID]) -> None:
        """Let only sites pass that the administrator has.

        Raises:
            NotFound: one of them is none, or another's.
        """
        if not site_ids <= self.sites.keys():
            raise NotFound(ErrorCode.SITE_UNKNOWN)

    def ours(self, site_ids: list[UUID]) -> list[UUID]:
        """Return those sites that the administrator has: nothing is told of the others."""
        return [site_id for site_id in site_ids if site_id in self.sites]


@asynccontextmanager
async def administering(
    database: AsyncDatabase, caller: OperatorCaller
) -> AsyncIterator[Administration]:
    """Begin a transaction of ``caller``; what is raised in it undoes all of it.

    Raises:
        Forbidden: somebody took the administrator's role away meanwhile.
        Unavailable: PostgreSQL is away, or others change people for seconds.
    """
    async with using(database) as connection, connection.transaction():
        await one_at_a_time(connection)
        actor = await operator_by_id(connection, caller.operator_id)
        if actor is None or actor.role is not Role.ADMIN:
            raise Forbidden
        yield Administration(connection, actor, await site_names(connection, actor.sites))


def person_info(person: Person, sites: dict[UUID, str]) -> PersonInfo:
    """Return what an administrator of ``sites`` sees of an operator."""
    return PersonInfo(
        id=person.id,
        email=person.email,
        name=person.name,
        role=person.role,
        locale=person.locale,
        sites=named(person.sites, sites),
        is_shared=not set(person.sites) <= sites.keys(),
        disabled_at=person.disabled_at,
        two_factor_at=person.two_factor_at,
        seen_at=person.seen_at,
        created_at=person.created_at,
    )


def named(site_ids: list[UUID], sites: dict[UUID, str]) -> tuple[PersonSite, ...]:
    """Return those of ``sites`` that are among ``site_ids``, by name."""
    found = [
        PersonSite(id=site_id, name=sites[site_id]) for site_id in site_ids if site_id in sites
    ]
    return tuple(sorted(found, key=lambda site: (site.name, site.id)))
