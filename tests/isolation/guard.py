"""What must hold after every step: nothing of one company reached the other, or changed there."""

import io
import zipfile
from collections.abc import Iterable, Mapping

from tests.isolation.ledger import Ledger, Touched
from tests.isolation.marks import uuids
from tests.isolation.people import Company, Person


class Leak(AssertionError):
    """A company's people met what is the other's, or changed it."""


class Guard:
    """Looks at everything that somebody receives, and at every row that they change.

    What somebody sent is no news to them: it may stand in the answer and, when it was kept, in
    what their company reads later.
    """

    def __init__(self, companies: Mapping[str, Company], ledger: Ledger) -> None:
        """Know whose words and identifiers are whose."""
        self._companies = companies
        self._ledger = ledger
        self._kept: dict[str, set[str]] = {name: set() for name in companies}
        self._first: dict[str, frozenset[str]] = {}

    def publish(self, text: str) -> None:
        """Note what everybody is told anyway: the identifiers in the examples of the API."""
        for one in uuids(text):
            self._first[one] = frozenset(self._companies)

    def keep(self, person: Person, sent: str) -> None:
        """Note that what somebody sent was taken, and may now be read by their company."""
        for name in person.companies:
            self._kept[name] |= self._foreign(name, sent)

    def received(self, person: Person, what: str, text: str, sent: str = "") -> None:
        """Look at what somebody was sent; ``sent`` is what they had sent for it.

        Raises:
            Leak: something in it is of a company that they do not work for.
        """
        met = uuids(text)
        for one in met:
            self._first.setdefault(one, person.companies)
        if len(person.companies) > 1:
            return
        (name,) = person.companies
        found = self._foreign(name, text)
        if found and (news := found - self._kept[name] - self._foreign(name, sent)):
            raise Leak(f"{person} was sent {sorted(news)[:5]} by {what}: {_around(text, news)}")

    def changed(self, person: Person | None, touched: Iterable[Touched]) -> None:
        """Look at rows that were changed by what somebody did; None: by no person.

        Raises:
            Leak: one of them is another company's, or ties two companies together.
        """
        for row in touched:
            owners = {one: self._ledger.owners(one) for one in row.ids}
            sole = {next(iter(owner)): one for one, owner in owners.items() if len(owner) == 1}
            if person is not None and (others := sole.keys() - person.companies):
                raise Leak(f"{person} changed a row of {sorted(others)}: {row}")
            tied = {next(iter(owners[one])) for one in row.single if len(owners[one]) == 1}
            if len(tied) > 1:
                raise Leak(f"{person or 'a worker'} tied {sorted(tied)} together: {row}")

    def _foreign(self, name: str, text: str) -> set[str]:
        """Return words and identifiers in a text that are another company's alone."""
        found: set[str] = set()
        for other, company in self._companies.items():
            if other != name:
                found |= company.marks.among(text)
        return found | {one for one in uuids(text) if self._is_foreign(name, one)}

    def _is_foreign(self, name: str, identifier: str) -> bool:
        # What no row has (a trial, a message under way) is of those who met it first.
        owners = self._ledger.owners(identifier) or self._first.get(identifier)
        return owners is not None and name not in owners and bool(owners)


def readable(content: bytes) -> str:
    """Return the text in a body, of every file in it if it is an archive, in lower case."""
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [name.encode() + b"\n" + archive.read(name) for name in archive.namelist()]
        content = b"\n".join(parts)
    return content.decode("utf-8", "replace").lower()


def _around(text: str, news: Iterable[str]) -> str:
    place = min(text.find(one) for one in news)
    return f"…{text[max(0, place - 150) : place + 150]}…"
