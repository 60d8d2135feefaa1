"""Everybody who takes part, and who does what."""

from collections.abc import Mapping

from shared.realtime.events import Namespace
from tests.house.test_authorisation import KEYS, ROUTES, Who
from tests.isolation.operations import Operation
from tests.isolation.people import (
    ANONYMOUS,
    KEY,
    OPERATORS,
    VISITORS,
    Company,
    Person,
    Staff,
)
from tests.isolation.steps import Step

_MEANT = {
    Who.PUBLIC: (*VISITORS, *OPERATORS, ANONYMOUS),
    Who.SITE: (*VISITORS, ANONYMOUS),
    Who.VISITOR: VISITORS,
    Who.CONSOLE: (ANONYMOUS, *OPERATORS),
    Who.OPERATOR: OPERATORS,
    Who.SUPERVISOR: ("supervisor", "admin"),
    Who.ADMIN: ("admin",),
    # Meant for none of them: who tries it finds nothing there.
    Who.GATEWAY: (*VISITORS, *OPERATORS, ANONYMOUS),
}
_SHARED = ("operator", "supervisor", "admin")


class Cast:
    """The people of each company, and those of both."""

    def __init__(self, companies: Mapping[str, Company], neutral: Company, staff: Staff) -> None:
        """Give everybody a part; words of those who work for both are ``neutral``'s."""
        self._companies = companies
        self._staff = staff
        self.watchman = Person("operator", neutral, frozenset())
        kinds = (*OPERATORS, *VISITORS, KEY, ANONYMOUS)
        self._of: dict[str, dict[str, Person]] = {
            name: {kind: Person(kind, company, frozenset({name})) for kind in kinds}
            for name, company in companies.items()
        }
        both = frozenset(companies)
        self._shared = {kind: Person(kind, neutral, both) for kind in _SHARED}

    @property
    def everybody(self) -> list[Person]:
        """All people, in an order that stays."""
        parts = [*self._of.values(), self._shared]
        return [person for part in parts for person in part.values()]

    def staff_of(self, name: str) -> list[str]:
        """Return the ids of a company's own operators."""
        return [self._of[name][kind].id for kind in OPERATORS]

    def receiver(self, name: str) -> Person:
        """Return whoever reads what webhooks of a company are sent."""
        return self._of[name][ANONYMOUS]

    async def gather(self) -> None:
        """Hire and let in everybody."""
        self._staff.hire(self.watchman, [self.watchman.home])
        await self._staff.sign_in(self.watchman)
        for person in self.everybody:
            if person.is_operator:
                self._hire(person)
        for person in self.everybody:
            await self._let_in(person)

    async def dismiss(self) -> None:
        """Close all sockets."""
        for person in [*self.everybody, self.watchman]:
            await self._staff.leave(person)

    def whom(self, step: Step) -> Person:
        """Return who takes a step: somebody whom the operation is for, or anybody."""
        kinds = None if step.is_out_of_place else _meant_for(step.operation)
        people = [one for one in self.everybody if kinds is None or one.kind in kinds]
        if step.operation.is_event:
            is_visitors = step.operation.verb == Namespace.VISITOR
            people = [one for one in people if (one.is_visitor if is_visitors else one.is_operator)]
        return people[step.person % len(people)]

    def is_a_visitor_out(self) -> bool:
        """Whether some visitor's socket was closed."""
        return any(one.is_visitor and one.socket and one.socket.is_out for one in self.everybody)

    async def mend(self, person: Person, *, is_known: bool) -> None:
        """Let somebody in again who was put out, and whoever else was by what they did."""
        if not is_known and person.kind != ANONYMOUS:
            await self._let_in(person)
        await self.mend_all()

    async def mend_all(self) -> None:
        """Let in again everybody whose socket was closed."""
        for person in self.everybody:
            if person.socket is not None and person.socket.is_out:
                await self._let_in(person)

    async def _let_in(self, person: Person) -> None:
        if person.kind == ANONYMOUS:
            return
        if person.kind == KEY:
            (name,) = person.companies
            admin = self._of[name]["admin"]
            if not await self._staff.give_key(person, admin):
                await self._let_in(admin)
                assert await self._staff.give_key(person, admin), person
        elif not await self._staff.sign_in(person):
            self._hire(person)
            assert await self._staff.sign_in(person), person

    def _hire(self, person: Person) -> None:
        self._staff.hire(person, [self._companies[one] for one in person.companies])


def _meant_for(operation: Operation) -> tuple[str, ...]:
    """Return the kinds of people for whom an operation is, by the house's own table of them."""
    if operation.is_event:
        return (*VISITORS, *OPERATORS)
    route = operation.verb, operation.name.replace("{path}", "{path:path}")
    keys = (KEY,) if any(route in routes for routes in KEYS.values()) else ()
    return (*_MEANT[ROUTES.get(route, Who.PUBLIC)], *keys)
