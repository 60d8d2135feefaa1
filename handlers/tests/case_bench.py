"""Test cases of a site: an operator, a supervisor, and the worker's end of the queue."""

import time
from typing import Any, cast

import httpx
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_provenance import full, score
from shared.contracts.trials import TrialRequest
from shared.domain.trials import TrialState
from shared.kernel.ids import uuid7
from shared.queues.envelope import unwrap
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.trials import TrialResults
from shared.tests.rows import new_operator, new_site
from shared.tests.samples import ai_result

_QUEUE = stream_key(Queue.AI_REQUESTS)
TITLE = "VPN › Ошибка 809"


class Bench:
    """A site of its own with a document, and cases of it."""

    def __init__(
        self, door: Door, connection: Connection[Any], redis: Redis, broker: Redis
    ) -> None:
        self.door = door
        self.connection = connection
        self.redis = redis
        self.broker = broker
        self.site_id = new_site(connection)
        self.chief, self.anna = (
            f"{role}-{self.site_id.hex}@bench.example" for role in ("chief", "anna")
        )
        new_operator(connection, self.site_id, email=self.chief, role="supervisor", name="Старшая")
        new_operator(connection, self.site_id, email=self.anna, role="operator", name="Анна")
        self.place = Place(self.site_id, "", "", self.chief, self.anna, "")
        self.path = f"/api/v1/sites/{self.site_id}/cases"
        self.document, self.passage = uuid7(), uuid7()
        connection.execute(
            "INSERT INTO documents (id, site_id, agent, name, text, content_hash, state)"
            " VALUES (%s, %s, 'network', 'vpn.md', '', '', 'ready')",
            (self.document, self.site_id),
        )
        connection.execute(
            "INSERT INTO passages (id, document_id, version, ordinal, title, text)"
            " VALUES (%s, %s, 1, 1, %s, 'Перезапустите VPN')",
            (self.passage, self.document, TITLE),
        )

    def call(self, method: str, path: str = "", email: str = "", **more: Any) -> httpx.Response:  # noqa: ANN401
        return self.door.call(method, self.path + path, email or self.chief, **more)

    def put(self, case_id: object = None, email: str = "", **body: Any) -> httpx.Response:  # noqa: ANN401
        case = {"question": "Не работает VPN", "action": "answer"} | body
        return self.call("PUT", f"/{case_id or uuid7()}", email, json=case)

    def kept(self, **body: Any) -> str:  # noqa: ANN401
        reply = self.put(**body)
        assert reply.status_code == 200, reply.text
        return str(reply.json()["id"])

    def listed(self, email: str = "") -> dict[str, Any]:
        reply = self.call("GET", "", email)
        assert reply.status_code == 200, reply.text
        found: dict[str, Any] = reply.json()
        return found

    def case(self, case_id: str) -> dict[str, Any]:
        (found,) = [one for one in self.listed()["items"] if one["id"] == case_id]
        return cast("dict[str, Any]", found)

    def run(self, *case_ids: str) -> str:
        reply = self.call("POST", "/runs", json={"case_ids": case_ids})
        assert reply.status_code == 202, reply.text
        return str(reply.json()["id"])

    def taken(self) -> TrialRequest:
        """Wait for what a worker would take next, and take it."""
        until = time.monotonic() + 10
        while time.monotonic() < until:
            if found := cast("list[Any]", self.broker.xrange(_QUEUE, count=1)):
                ((entry, fields),) = found
                self.broker.xdel(_QUEUE, entry)
                return TrialRequest.model_validate(unwrap(fields[b"body"]))
            time.sleep(0.02)
        raise AssertionError("nothing was asked")

    def answer(self, **changes: Any) -> TrialRequest:  # noqa: ANN401
        """Do what a worker does with the next trial: the VPN passage answers, but for changes."""
        trial = self.taken()
        turn = trial.request
        made = ai_result(
            conversation_id=turn.conversation_id, site_id=turn.site_id, answer_id=turn.answer_id
        )
        cited = tuple(
            one.model_copy(update={"title": TITLE, "quote": "Перезапустите VPN"})
            for one in made.citations
        )
        result = made.model_copy(
            update={"provenance": full(score(self.passage)), "citations": cited} | changes
        )
        self.end(trial, state=TrialState.DONE, result=result)
        return trial

    def end(self, trial: TrialRequest, **changes: object) -> None:
        assert TrialResults(self.redis).end(trial.record.model_copy(update=changes))

    def until_ended(self, run_id: str) -> dict[str, Any]:
        until = time.monotonic() + 15
        while time.monotonic() < until:
            (run,) = [one for one in self.listed()["runs"] if one["id"] == run_id]
            if run["state"] != "running":
                return cast("dict[str, Any]", run)
            time.sleep(0.05)
        raise AssertionError("the run goes on")
