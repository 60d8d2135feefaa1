"""Two companies, their people and the real application; one step is taken after another."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import httpx
from psycopg import Connection
from redis.asyncio import Redis

from handlers.main import Application
from shared.config import Settings, reveal
from shared.storage.keys import SITE_CHANGED_CHANNEL, operator_channel
from tests.isolation.cast import Cast
from tests.isolation.errands import Errands
from tests.isolation.filling import Filled, Filling
from tests.isolation.guard import Guard, readable
from tests.isolation.ledger import Ledger
from tests.isolation.marks import Marks
from tests.isolation.people import Company, Person, Staff
from tests.isolation.pool import Pool
from tests.isolation.seeds import Belongings, found_company, open_again
from tests.isolation.steps import Aim, Step
from tests.isolation.wires import BASE, http_client

_ROUND = 25
"""After so many steps workers deliver; after four such rounds there is more of everything."""
_BEHIND = {("case_results", "INSERT"), ("case_results", "UPDATE"), ("case_runs", "UPDATE")}
"""What a run of test cases writes behind the steps of others; that it began is its own step's."""
_ACK_SECONDS = 20.0


@dataclass(slots=True)
class Tally:
    """How often each operation was tried, and taken."""

    tried: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)
    own: Counter[bool] = field(default_factory=Counter)
    journal: list[str] = field(default_factory=list)

    def count(self, step: Step, person: Person, how: str, *, is_taken: bool) -> None:
        """Count a step."""
        self.tried[str(step.operation)] += 1
        self.taken[str(step.operation)] += is_taken
        if step.aim is Aim.OWN and not step.is_out_of_place:
            self.own[is_taken] += 1
        self.journal.append(f"{person}: {step.operation} ({step.aim}) {how}")

    @property
    def share(self) -> float:
        """How much of what people did with their own company's things was taken."""
        return self.own[True] / max(1, self.own.total())


@dataclass(frozen=True, slots=True)
class Reply:
    """What a step led to."""

    is_taken: bool
    how: str
    text: str
    body: Any
    cookies: httpx.Cookies | None = None


class World:
    """The application in this process, over real stores; not started yet."""

    def __init__(self, settings: Settings, connection: Connection[Any], random: Random) -> None:
        """Found two companies in the empty database of ``connection``."""
        self._connection = connection
        self._application = Application(settings)
        self._client = http_client(self._application.asgi)
        self._redis: Redis = Redis.from_url(reveal(settings.redis_url))
        self._ledger = Ledger(connection)
        # The first site of an installation is told to everybody: it is the demo's.
        nobody = Marks(random)
        demo = found_company(connection, "demo", nobody)
        self._ledger.take(None)
        self.companies = {
            name: found_company(connection, name, Marks(random)) for name in ("shop", "bank")
        }
        for name, company in self.companies.items():
            self._ledger.give(str(company.site_id), name)
        self.pool = Pool(self._ledger.owners)
        self.guard = Guard(self.companies, self._ledger)
        by_site: dict[UUID, Company] = {one.site_id: one for one in self.companies.values()}
        self.errands = Errands(settings, by_site)
        self._staff = Staff(connection, self._client, self._application.asgi)
        self.cast = Cast(self.companies, demo, self._staff)
        self._filling = Filling(self.pool, self.companies)
        self.tally = Tally()
        self._fences = 0

    async def start(self) -> None:
        """Open the doors and let everybody in."""
        await self._application.start()
        await self.cast.gather()
        described = await self._client.get("/api/v1/openapi.json", headers={"Origin": BASE})
        self.guard.publish(readable(described.content))
        self._refresh()
        self._look_up(None)
        self.errands.store()

    async def stop(self) -> None:
        """Send everybody home."""
        await self.cast.dismiss()
        await self._client.aclose()
        await self._application.stop()
        await self._redis.aclose()
        self.errands.close()

    async def take(self, step: Step) -> None:
        """Take a step and look at all that came of it.

        Raises:
            Leak: something crossed.
        """
        person = self.cast.whom(step)
        filled = self._filling.fill(step, person)
        reply = await (self._emit if step.operation.is_event else self._ask)(step, person, filled)
        self.errands.store()
        await self._all_told()
        said = f"{reply.how}: {filled.sent[:160]}"
        self.tally.count(step, person, said, is_taken=reply.is_taken)
        if reply.is_taken and not step.operation.is_read:
            self.guard.keep(person, filled.sent)
        self._look_up(person)
        self.guard.received(person, str(step.operation), reply.text, filled.sent)
        self._listen(str(step.operation))
        self._filling.learn(person, step, filled, reply)
        is_known = not reply.how.startswith("401")
        if self.cast.is_a_visitor_out() or (person.is_visitor and not is_known):
            # It may be the site that is shut to them, by a step as good as any.
            await self._open_sites()
        await self.cast.mend(person, is_known=is_known)
        self._look_up(None)
        if self.tally.tried.total() % _ROUND == 0:
            await self._end_round()

    async def _end_round(self) -> None:
        """Have the workers do what is due, and look at that, too."""
        self.errands.deliver()
        await self._all_told()
        self._look_up(None)
        self._listen("a worker")
        self._open_post()
        if self.tally.tried.total() % (4 * _ROUND) == 0:
            self._refresh()
            await self._open_sites()
        elif self.cast.is_a_visitor_out():
            await self._open_sites()
        await self.cast.mend_all()
        self._look_up(None)

    async def _open_sites(self) -> None:
        for company in self.companies.values():
            open_again(self._connection, company)
            await self._redis.publish(SITE_CHANGED_CHANNEL, str(company.site_id))
        await self._all_told()

    def _refresh(self) -> None:
        self.errands.forgive()
        for name, company in self.companies.items():
            Belongings(self._connection, company, self.cast.staff_of(name)).make()

    def _look_up(self, person: Person | None) -> None:
        company = None
        if person is not None and len(person.companies) == 1:
            (company,) = person.companies
        touched = self._ledger.take(company)
        self.pool.add(self._ledger.fresh)
        self.pool.drop(self._ledger.gone)
        behind = [one for one in touched if (one.table, one.verb) in _BEHIND]
        self.guard.changed(None, behind)
        self.guard.changed(person, [one for one in touched if one not in behind])

    def _listen(self, what: str) -> None:
        for listener in self.cast.everybody:
            if listener.socket is not None:
                for frame in listener.socket.take_heard():
                    self.guard.received(listener, f"a frame after {what}", frame.lower())

    def _open_post(self) -> None:
        """Look at what webhooks were sent: whose they are is told by their address."""
        for url, body, headers in self.errands.postbox.sent:
            owners = [
                name for name, one in self.companies.items() if one.marks.secret in url.lower()
            ]
            if len(owners) == 1:
                receiver = self.cast.receiver(owners[0])
                self.guard.received(receiver, f"a webhook to {url}", _text(headers, body))
        self.errands.postbox.sent.clear()

    async def _ask(self, step: Step, person: Person, filled: Filled) -> Reply:
        operation = step.operation
        path = operation.name.format_map(filled.path)
        body: dict[str, Any] = {}
        if operation.takes_bytes:
            body = {"content": str(filled.body).encode()}
        elif operation.body is not None:
            body = {"json": filled.body}
        reply = await self._client.request(
            operation.verb, path, params=filled.query, headers=person.headers(path), **body
        )
        is_json = reply.headers.get("content-type") == "application/json" and reply.content
        said = reply.json() if is_json else None
        why = said.get("code", "") if isinstance(said, dict) else ""
        return Reply(
            reply.status_code < 400,
            f"{reply.status_code} {why}".strip(),
            _text(reply.headers, reply.content),
            said,
            reply.cookies,
        )

    async def _emit(self, step: Step, person: Person, filled: Filled) -> Reply:
        assert person.socket is not None
        ack = await person.socket.ask(
            step.operation.verb, step.operation.name, filled.body, _ACK_SECONDS
        )
        how = "ok" if ack["ok"] else ack["error"]["code"]
        return Reply(ack["ok"], how, json.dumps(ack).lower(), ack)

    async def _all_told(self) -> None:
        """Wait until the application has passed on all that was published before."""
        self._fences += 1
        event = f"fence.{self._fences}"
        told = json.dumps({"event": event, "data": {}})
        await self._redis.publish(operator_channel(UUID(self.cast.watchman.id)), told)
        assert self.cast.watchman.socket is not None
        await self.cast.watchman.socket.until(event, _ACK_SECONDS)


def _text(headers: Iterable[Any] | httpx.Headers | dict[str, str], content: bytes) -> str:
    lines = dict(headers).items()
    return "\n".join(f"{name}: {value}" for name, value in lines).lower() + readable(content)
