"""Who takes part: everybody of one company, and those who work for both."""

import secrets
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx
from psycopg import Connection

from handlers.tests.door import COOKIE
from shared.auth.passwords import hash_password
from shared.storage.demo import upsert_operator
from tests.isolation.marks import Marks
from tests.isolation.wires import BASE, Ear, Wire

OPERATORS = ("operator", "colleague", "supervisor", "admin")
VISITORS = ("visitor", "stranger")
KEY, ANONYMOUS = "key", "anonymous"
_ROLES = {"colleague": "operator"}
_SCOPES = (
    "conversations.read",
    "knowledge.read",
    "knowledge.write",
    "analytics.read",
    "visitors.read",
    "visitors.export",
    "visitors.erase",
)


@dataclass(slots=True)
class Company:
    """A site, and what its people alone know."""

    name: str
    marks: Marks
    site_id: UUID
    origin: str
    secrets: dict[str, list[str]] = field(default_factory=dict)
    """Tokens of links, tickets and cursors that its people were given, newest last."""
    words: list[str] = field(default_factory=list)
    """Some of what its people wrote: what others may look for."""

    def newest(self, kind: str) -> str | None:
        """Return the newest secret of a kind."""
        known = self.secrets.get(kind)
        return known[-1] if known else None


@dataclass(slots=True)
class Person:
    """Somebody, with all that they hold; ``home`` gives origin and words."""

    kind: str
    home: Company
    companies: frozenset[str]
    id: str = ""
    email: str = ""
    password: str = ""
    token: str = ""
    cookie: str = ""
    totp: str = ""
    sites: set[UUID] = field(default_factory=set)
    socket: Ear | None = None

    def __str__(self) -> str:
        """As the journal tells of them."""
        return f"{'+'.join(sorted(self.companies))} {self.kind}"

    @property
    def is_operator(self) -> bool:
        """Whether they sign in to the console."""
        return self.kind in OPERATORS

    @property
    def is_visitor(self) -> bool:
        """Whether they have a conversation on their site's page."""
        return self.kind in VISITORS

    @property
    def origin(self) -> str:
        """The page they ask from."""
        return self.home.origin if self.is_visitor else BASE

    def headers(self, path: str) -> dict[str, str]:
        """Return what their browser, or program, sends along."""
        is_widget = path.startswith("/api/v1/visitor/")
        sent = {
            "Origin": self.home.origin if is_widget else self.origin,
            "X-Forwarded-For": address(),
        }
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if self.cookie and path.startswith("/api/v1/auth/"):
            sent["Cookie"] = f"{COOKIE}={self.cookie}"
        return sent


def address() -> str:
    """Return an address that nobody has asked from: limits of addresses are no matter here."""
    return f"10.{secrets.randbelow(250)}.{secrets.randbelow(250)}.{secrets.randbelow(250)}"


class Staff:
    """Hires people, signs them in, and gives them their sockets."""

    def __init__(self, connection: Connection[Any], client: httpx.AsyncClient, app: Any) -> None:  # noqa: ANN401
        """Hire into the database, sign in over HTTP."""
        self._connection = connection
        self._client = client
        self._app = app

    def hire(self, person: Person, companies: list[Company]) -> None:
        """Make an operator, or an operator anew, of some companies; what names them is marked."""
        person.password = secrets.token_urlsafe(12)
        person.sites = {company.site_id for company in companies}
        word = person.home.marks.word
        person.email = f"{word('mail')}@staff.example"
        for company in companies:
            person.id = str(
                upsert_operator(
                    self._connection,
                    company.site_id,
                    email=person.email,
                    name=word("name"),
                    password_hash=hash_password(person.password, 4),
                    role=_ROLES.get(person.kind, person.kind),
                )
            )
        person.token = person.cookie = person.totp = ""

    async def sign_in(self, person: Person) -> bool:
        """Let somebody in again, with a new socket; false when they are not let in any more."""
        await self.leave(person)
        if person.is_visitor:
            await self._visit(person)
        elif person.is_operator and not await self._log_in(person):
            return False
        if person.is_visitor or person.is_operator:
            await self._connect(person)
        return True

    async def leave(self, person: Person) -> None:
        """Close somebody's socket."""
        if person.socket is not None:
            await person.socket.close()
            person.socket = None

    async def _visit(self, person: Person) -> None:
        key = self._connection.execute(
            "SELECT site_key FROM sites WHERE id = %s", (person.home.site_id,)
        ).fetchone()
        person.token = ""
        body = {
            "site_key": key and key[0],
            "page": {
                "url": f"{person.home.origin}/{person.home.marks.word('url')}",
                "title": person.home.marks.word("title"),
            },
        }
        path = "/api/v1/visitor/sessions"
        reply = await self._client.post(path, json=body, headers=person.headers(path))
        assert reply.status_code == 200, reply.text
        session = reply.json()
        person.token, person.id = session["token"], session["visitor_id"]

    async def _log_in(self, person: Person) -> bool:
        body = {"email": person.email, "password": person.password}
        person.token = person.cookie = ""
        path = "/api/v1/auth/login"
        reply = await self._client.post(path, json=body, headers=person.headers(path))
        if reply.status_code != 200 or "access_token" not in reply.json():
            return False
        if not self._is_as_hired(person):
            return False
        person.token, person.cookie = reply.json()["access_token"], reply.cookies[COOKIE]
        return True

    def _is_as_hired(self, person: Person) -> bool:
        """Whether nobody has given them another role, or other sites, meanwhile."""
        row = self._connection.execute(
            "SELECT role, array_agg(site_id) FROM operators JOIN operator_sites"
            " ON operator_id = id WHERE id = %s GROUP BY role",
            (person.id,),
        ).fetchone()
        role = _ROLES.get(person.kind, person.kind)
        return row is not None and (row[0], set(row[1])) == (role, person.sites)

    async def _connect(self, person: Person) -> None:
        namespace = "/visitor" if person.is_visitor else "/operator"
        wire = Wire(self._app, person.origin, address())
        await wire.opened()
        person.socket = Ear(wire)
        await person.socket.frame()
        answer = await person.socket.join(namespace, {"token": person.token})
        assert answer.startswith("40"), answer

    async def give_key(self, person: Person, admin: Person) -> bool:
        """Make a key of the API for a program; false when the administrator is none any more."""
        body = {
            "name": person.home.marks.word("key"),
            "site_ids": [str(person.home.site_id)],
            "scopes": list(_SCOPES),
        }
        path = "/api/v1/keys"
        reply = await self._client.post(path, json=body, headers=admin.headers(path))
        if reply.status_code != 201:
            return False
        person.token, person.id = reply.json()["key"], reply.json()["info"]["id"]
        return True
