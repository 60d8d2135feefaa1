"""Real things in the places of a step, and what is learnt from the answer."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pyotp

from handlers.tests.door import COOKIE
from tests.isolation.marks import Marks
from tests.isolation.people import Company, Person
from tests.isolation.pool import Pool
from tests.isolation.steps import Aim, Ref, Secret, Step, Text

_LINKS = {"token": "token", "ticket": "ticket", "next": "cursor"}


@dataclass(slots=True)
class Filled:
    """A step as it is sent; ``sent`` is all of it as one text of lower case."""

    path: dict[str, str] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    sent: str = ""


class _Hand:
    """Fills in one step for one person."""

    def __init__(self, filling: "Filling", step: Step, person: Person) -> None:
        self._filling = filling
        self._step = step
        self._person = person
        names = sorted(filling.companies)
        side = names[step.person // 10 % 2]
        self._own = side if len(person.companies) > 1 else next(iter(person.companies))
        self._other = next(name for name in names if name != self._own)
        self._near: list[str] = [person.id] if person.is_visitor else []
        self._sides: set[str] = set()

    def ids(self, value: Any) -> Any:  # noqa: ANN401
        """Put identifiers in, first the path's, for the others are to go with those."""
        if isinstance(value, dict):
            return {key: self.ids(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.ids(inner) for inner in value]
        return self._named(value) if isinstance(value, Ref) else value

    def words(self, value: Any) -> Any:  # noqa: ANN401
        """Put words and secrets in, of the side that the identifiers are of."""
        if isinstance(value, dict):
            return {key: self.words(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self.words(inner) for inner in value]
        if isinstance(value, Text):
            return value.form.format(self._marks().word(value.kind))
        return self._secret(value.kind) if isinstance(value, Secret) else value

    def _named(self, ref: Ref) -> str | None:
        aim = self._step.aim
        if self._step.operation.name.endswith("/copy") and len(self._person.companies) > 1:
            aim = Aim.OWN  # who runs both may well copy an agent from one to the other
        is_foreign = aim is Aim.FOREIGN or (aim is Aim.MIXED and ref.is_foreign)
        name = self._other if is_foreign else self._own
        found = self._filling.named(ref, name, self._near, self._person)
        if found is not None and ref.kind not in ("word", "cursor"):
            self._near.append(found)
            self._sides.add(name)
        return found or secrets.token_hex(8)

    def _marks(self) -> Marks:
        if len(self._person.companies) == 1:
            return self._person.home.marks
        # Who works for both writes to each in its own words, and to both at once in neither's.
        if len(self._sides) == 1:
            return self._filling.companies[next(iter(self._sides))].marks
        return self._person.home.marks

    def _secret(self, kind: str) -> str:
        person = self._person
        if kind == "email":
            return person.email or "nobody@nowhere.example"
        if kind in ("password", "old"):
            return person.password or secrets.token_urlsafe(12)
        if kind == "new":
            return secrets.token_urlsafe(12)
        if kind == "code":
            return pyotp.TOTP(person.totp).now() if person.totp else "000000"
        return person.home.newest(kind) or secrets.token_urlsafe(24)


class Filling:
    """Knows what there is, and what each company's people were told in confidence."""

    def __init__(self, pool: Pool, companies: Mapping[str, Company]) -> None:
        """Draw from ``pool``."""
        self._pool = pool
        self.companies = companies

    def fill(self, step: Step, person: Person) -> Filled:
        """Return a step as it is sent."""
        hand = _Hand(self, step, person)
        path, query, body = (hand.ids(part) for part in (step.path, step.query, step.body))
        filled = Filled(
            {name: str(value) for name, value in hand.words(path).items()},
            {name: value for name, value in hand.words(query).items() if value is not None},
            hand.words(body),
        )
        filled.sent = json.dumps([filled.path, filled.query, filled.body]).lower()
        return filled

    def named(self, ref: Ref, company: str, near: list[str], person: Person) -> str | None:
        """Return an identifier, or a word to look for, of a company."""
        if ref.kind == "word":
            words = self.companies[company].words
            return words[ref.number % len(words)] if words else None
        if ref.kind == "cursor":
            return person.home.newest("cursor")
        if ref.kind == "anything":
            return self._pool.anything(company, ref.number)
        if person.is_operator and ref.kind != "operator" and ref.number % 2:
            near = [*near, person.id]  # a view of theirs, a conversation that they have taken
        return self._pool.draw(ref.kind, company, ref.number, near) or self._pool.anything(
            company, ref.number
        )

    def learn(self, person: Person, step: Step, filled: Filled, reply: Any) -> None:  # noqa: ANN401
        """Keep what somebody was told and may need later."""
        if not reply.is_taken or not isinstance(reply.body, dict):
            return
        body, name = reply.body, step.operation.name
        for key, kind in _LINKS.items():
            if isinstance(body.get(key), str):
                person.home.secrets.setdefault(kind, []).append(body[key])
        if "#" in str(body.get("link", "")):
            person.home.secrets.setdefault("token", []).append(body["link"].partition("#")[2])
        if name.endswith("/two-factor/setup"):
            person.totp = body["secret"]
        if name.endswith("/account/password"):
            person.password = filled.body["new"]
        if name.endswith("/auth/refresh"):
            person.token, person.cookie = body["access_token"], reply.cookies[COOKIE]
