"""What there is to name: the identifiers of both companies, those made on the way included."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from tests.isolation.ledger import Thing

_ALIASES = {
    "labels": "label",
    "members": "operator",
    "mentions": "operator",
    "assigned": "operator",
    "actor_id": "operator",
    "agent": "slug",
    "right_agent": "slug",
    "order": "slug",
    "agents_from": "site",
}
_LATEST = 12
"""From how many of the newest one is drawn: old ones are often closed, used up or replaced."""


def kind_of(name: str) -> str:
    """Return what a field, or a parameter, of a name is filled with."""
    plain = name.removesuffix("_ids").removesuffix("_id")
    return _ALIASES.get(name) or _ALIASES.get(plain) or plain.removesuffix("s")


class Pool:
    """Things by kind; ``owners`` tells whose an identifier is, a name goes by what it is of."""

    def __init__(self, owners: Callable[[str], frozenset[str]]) -> None:
        """Begin empty."""
        self._owners = owners
        self._things: dict[str, dict[str, Thing]] = defaultdict(dict)
        self._by_value: dict[str, Thing] = {}

    def add(self, things: Iterable[Thing]) -> None:
        """Have more to draw from."""
        for thing in things:
            self._things[thing.kind][thing.value] = thing
            self._by_value[thing.value] = thing

    def drop(self, values: Iterable[str]) -> None:
        """Draw things that are no more only as what somebody once knew: not at all."""
        for value in values:
            if (thing := self._by_value.get(value)) is not None:
                self._things[thing.kind].pop(value, None)

    def draw(self, kind: str, company: str, number: int, near: Sequence[str] = ()) -> str | None:
        """Return a thing of a company; one that hangs together with ``near``, if there is one.

        None: the company has nothing of the kind.
        """
        known = self._things.get(kind)
        of_it = [one for one in reversed((known or {}).values()) if company in self.owners(one)]
        if not of_it:
            return None
        around: set[str] = set(near)
        for value in near:
            if (thing := self._by_value.get(value)) is not None:
                around |= thing.related
        best = max(len(one.related & around) for one in of_it)
        close = [one for one in of_it if len(one.related & around) == best][:_LATEST]
        return close[number % len(close)].value

    def owners(self, thing: Thing) -> frozenset[str]:
        """Return whose a thing is."""
        found = self._owners(thing.value)
        if found or not thing.related:
            return found
        return frozenset(one for inner in thing.related for one in self._owners(inner))

    def anything(self, company: str, number: int) -> str | None:
        """Return any thing with an id: for a field whose name tells nothing."""
        kinds = sorted(kind for kind, known in self._things.items() if known)
        return self.draw(kinds[number % len(kinds)], company, number) if kinds else None
