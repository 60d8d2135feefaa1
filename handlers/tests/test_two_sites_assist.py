"""Trials and corrections of one site are nothing to another's people."""

import json
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_provenance import Talk, full
from handlers.tests.wire import Socket
from shared.contracts.trials import TrialRecord
from shared.domain.trials import TrialState
from shared.kernel.ids import uuid7
from shared.storage.keys import TRIALS_KEY, trial_key
from shared.storage.trials import TrialResults

pytestmark = pytest.mark.services

RIGHT = {"kind": "answer", "right_answer": "только для банка"}


@pytest.fixture(autouse=True)
def nothing_under_way(redis: Redis) -> None:
    redis.delete(TRIALS_KEY)


def test_the_agents_of_another_site_and_its_conversations_cannot_be_asked(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    talk = Talk(connection, bank)
    answer = talk.answer(full().model_dump(mode="json"))
    own = door.token(shop.admin)

    def start(**body: object) -> Any:  # noqa: ANN401
        path = "/api/v1/trials"
        return door.request("POST", path, origin=door.console, token=own, json=body)

    for site_id in (str(bank.id), str(uuid7())):
        refused(start(kind="answer", site_id=site_id, text="x"), 404, "not_found")
        refused(start(kind="search", site_id=site_id, text="x"), 404, "not_found")
    for there in (str(talk.id), str(uuid7())):
        here = {"conversation_id": there}
        refused(start(kind="draft", **here), 404, "conversation_not_found")
        reply = start(kind="replay", message_id=str(answer), **here)
        refused(reply, 404, "conversation_not_found")


async def test_a_trial_of_another_site_is_neither_told_nor_found_nor_judged(
    door: Door, shop: Place, bank: Place, redis: Redis
) -> None:
    own, theirs = door.token(shop.admin), door.token(bank.admin)
    body = {"kind": "answer", "site_id": str(bank.id), "text": "только для банка"}
    started = door.request("POST", "/api/v1/trials", origin=door.console, token=theirs, json=body)
    trial_id = started.json()["trial_id"]
    async with await Socket.operator(door, own) as socket:
        kept = redis.get(trial_key(trial_id))
        record = TrialRecord.model_validate_json(kept)  # type: ignore[arg-type]
        done = record.model_copy(update={"state": TrialState.DONE})
        assert TrialResults(redis).end(done)
        assert await socket.quiet(about="trial.") == []
    path = f"/api/v1/trials/{trial_id}"
    refused(door.request("GET", path, origin=door.console, token=own), 404, "not_found")
    verdict = {"decision": "sent"}
    reply = door.request("POST", f"{path}/verdict", origin=door.console, token=own, json=verdict)
    refused(reply, 404, "not_found")


def test_corrections_of_another_site_are_neither_read_nor_written_nor_exported(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    talk = Talk(connection, bank)
    answer = talk.answer(full().model_dump(mode="json"))
    own, theirs = door.token(shop.admin), door.token(bank.admin)
    path = f"/api/v1/conversations/{talk.id}/messages/{answer}/correction"
    console: Any = {"origin": door.console}
    made = door.request("PUT", path, token=theirs, json=RIGHT, **console)
    assert made.status_code == 200
    foreign = made.json()["id"]
    refused(door.request("GET", path, token=own, **console), 404, "conversation_not_found")
    reply = door.request("PUT", path, token=own, json=RIGHT, **console)
    refused(reply, 404, "conversation_not_found")
    for target in (foreign, str(uuid7())):
        reply = door.request(
            "PATCH",
            f"/api/v1/corrections/{target}",
            token=own,
            json={"state": "discarded"},
            **console,
        )
        refused(reply, 404, "not_found")
    for query in ("", f"?site_id={bank.id}"):
        seen = door.request("GET", f"/api/v1/corrections{query}", token=own, **console)
        assert foreign not in seen.text
        assert "только для банка" not in json.dumps(seen.json(), ensure_ascii=False)
    for use in ("examples", "questions"):
        path = f"/api/v1/corrections/export?site_id={bank.id}&use={use}"
        refused(door.request("GET", path, token=own, **console), 404, "not_found")
    listed = door.request("GET", "/api/v1/corrections", token=theirs, **console)
    assert foreign in listed.text
