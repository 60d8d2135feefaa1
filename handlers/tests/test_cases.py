"""Test cases are kept, checked, told of in the audit log, and go with the words they are of."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.case_bench import Bench
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_provenance import Talk
from shared.kernel.ids import uuid7
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.erasure import erase_visitor
from shared.storage.keys import TRIALS_KEY
from shared.tests.rows import new_operator

pytestmark = pytest.mark.services


@pytest.fixture
def bench(
    door: Door, connection: Connection[Any], redis: Redis, embedded_broker_url: str
) -> Iterator[Bench]:
    broker: Redis = Redis.from_url(embedded_broker_url)
    redis.delete(TRIALS_KEY)
    broker.delete(stream_key(Queue.AI_REQUESTS))
    yield Bench(door, connection, redis, broker)
    broker.close()


def told(bench: Bench, case_id: str) -> list[tuple[Any, ...]]:
    return bench.connection.execute(
        "SELECT action, name, before, after FROM audit_log WHERE subject = %s ORDER BY at",
        (case_id,),
    ).fetchall()


def test_a_case_is_kept_with_all_that_is_expected_and_read_by_operators(bench: Bench) -> None:
    history = [{"sender": "visitor", "text": "привет"}]
    reply = bench.put(
        question="  Не работает VPN ",
        history=history,
        agent="network",
        document_id=str(bench.document),
        contains=["порт* UDP", " порт* UDP "],
        note="после замены роутеров",
    )
    kept = reply.json()
    assert (kept["question"], kept["contains"]) == ("Не работает VPN", ["порт* UDP"])
    assert kept["document"] == {
        "id": str(bench.document), "agent": "network", "name": "vpn.md",
    }  # fmt: skip
    assert kept["history"] == [{"sender": "visitor", "text": "привет", "agent": None}]
    assert (kept["created_by_name"], kept["result"]) == ("Старшая", None)
    assert bench.listed(bench.anna) == {"items": [kept], "runs": []}


def test_operators_who_are_no_supervisors_change_nothing(bench: Bench) -> None:
    case_id = bench.kept()
    refused(bench.put(email=bench.anna), 403, "forbidden")
    refused(bench.call("DELETE", f"/{case_id}", bench.anna), 403, "forbidden")
    refused(bench.call("POST", "/runs", bench.anna, json={}), 403, "forbidden")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"action": None}, "invalid_payload"),
        ({"question": " "}, "text_empty"),
        ({"question": "x" * 4_001}, "invalid_payload"),
        ({"agent": "hardware"}, "invalid_payload"),
        ({"document_id": str(uuid7())}, "invalid_payload"),
        ({"contains": ["…"]}, "invalid_payload"),
        ({"contains": ["слово"] * 11}, "invalid_payload"),
        ({"action": "sing"}, "invalid_payload"),
        ({"note": "x" * 501}, "invalid_payload"),
        ({"surprise": 1}, "invalid_payload"),
    ],
)
def test_what_is_no_case_is_refused_and_nothing_is_kept(
    bench: Bench, body: dict[str, Any], code: str
) -> None:
    refused(bench.put(**body), 400, code)
    assert bench.listed()["items"] == []


def test_each_change_is_in_the_audit_log_and_a_repeated_one_is_not(bench: Bench) -> None:
    case_id = uuid7()
    for body in ({}, {}, {"agent": "network", "note": "важно"}):
        assert bench.put(case_id, **body).status_code == 200
    assert bench.call("DELETE", f"/{case_id}").status_code == 204
    refused(bench.call("DELETE", f"/{case_id}"), 404, "not_found")
    created, changed, deleted = told(bench, str(case_id))
    assert created[:2] == ("case.created", "Не работает VPN")
    assert changed[0] == "case.changed"
    assert changed[2:] == ({"agent": None, "note": ""}, {"agent": "network", "note": "важно"})
    assert deleted[:2] == ("case.deleted", "важно")


def test_a_case_of_a_visitor_s_words_goes_with_their_conversation_and_with_them(
    bench: Bench,
) -> None:
    talk = Talk(bench.connection, bench.place)
    body = {"question": "личное", "conversation_id": str(talk.id)}
    case_id = bench.kept(**body)
    assert bench.put(UUID(case_id), **body, note="личное", contains=["личное"]).status_code == 200
    assert [entry[0] for entry in told(bench, case_id)] == ["case.created", "case.changed"]
    assert "личное" not in str(told(bench, case_id)), "the log outlives the conversation"
    own = bench.kept(question="своими словами")
    found = bench.connection.execute(
        "SELECT visitor_id FROM conversations WHERE id = %s", (talk.id,)
    ).fetchone()
    assert found
    with bench.connection.transaction():
        assert erase_visitor(bench.connection, found[0])
    assert [one["id"] for one in bench.listed()["items"]] == [own]


def test_a_visitor_s_words_do_not_outlive_their_conversation_by_a_change(bench: Bench) -> None:
    talk = Talk(bench.connection, bench.place)
    history = [{"sender": "visitor", "text": "меня зовут Иван"}]
    case: dict[str, Any] = {
        "question": "личное",
        "history": history,
        "conversation_id": str(talk.id),
    }
    case_id = uuid7()
    assert bench.put(case_id, **case).status_code == 200
    stills: list[dict[str, Any]] = [{}, {"question": "пересказ"}, {"history": []}]
    for still in stills:
        body = case | {"conversation_id": None} | still
        refused(bench.put(case_id, **body), 400, "visitor_words")
    own = bench.put(case_id, question="пересказ").json()
    assert (own["conversation_id"], own["history"]) == (None, [])
    bench.connection.execute("DELETE FROM conversations WHERE id = %s", (talk.id,))
    assert [one["id"] for one in bench.listed()["items"]] == [str(case_id)]


def test_a_document_that_was_deleted_since_stays_expected(bench: Bench) -> None:
    case_id = bench.kept(document_id=str(bench.document))
    bench.connection.execute(
        "UPDATE documents SET state = 'deleted' WHERE id = %s", (bench.document,)
    )
    assert bench.case(case_id)["document"] == {
        "id": str(bench.document), "agent": None, "name": None,
    }  # fmt: skip
    body: dict[str, Any] = {"document_id": str(bench.document), "note": "вернуть"}
    assert bench.put(case_id, **body).status_code == 200
    refused(bench.put(**body), 400, "invalid_payload")


def test_an_agent_that_was_deleted_since_stays_expected(bench: Bench) -> None:
    case_id = bench.kept(agent="network")
    bench.connection.execute("UPDATE cases SET agent = 'gone' WHERE id = %s", (case_id,))
    assert bench.put(case_id, agent="gone", note="x").json()["agent"] == "gone"
    refused(bench.put(agent="gone"), 400, "invalid_payload")


def test_a_site_has_so_many_cases_and_no_more(bench: Bench) -> None:
    bench.connection.execute(
        "INSERT INTO cases (id, site_id, question, action, created_by_name, updated_by_name)"
        " SELECT gen_random_uuid(), %s, 'x', 'answer', '', '' FROM generate_series(1, 499)",
        (bench.site_id,),
    )
    last = uuid7()
    assert bench.put(last).status_code == 200
    refused(bench.put(), 409, "too_many")
    assert bench.put(last, note="можно").status_code == 200


def test_cases_of_another_site_are_neither_read_nor_written_nor_run(
    bench: Bench, door: Door, bank: Place
) -> None:
    case_id = bench.kept(question="только наше")
    for method, path, body in (
        ("GET", "", None),
        ("PUT", f"/{case_id}", {"question": "x", "action": "answer"}),
        ("DELETE", f"/{case_id}", None),
        ("GET", f"/{case_id}/trace", None),
        ("POST", "/runs", {}),
        ("POST", f"/runs/{uuid7()}/stop", None),
    ):
        refused(door.call(method, bench.path + path, bank.admin, json=body), 404, "not_found")
    there = f"/api/v1/sites/{bank.id}/cases"
    body = {"question": "x", "action": "answer"}
    refused(door.call("PUT", f"{there}/{case_id}", bank.admin, json=body), 404, "not_found")
    refused(door.call("DELETE", f"{there}/{case_id}", bank.admin), 404, "not_found")
    refused(door.call("GET", f"{there}/{case_id}/trace", bank.admin), 404, "not_found")
    run = door.call("POST", f"{there}/runs", bank.admin, json={"case_ids": [case_id]})
    refused(run, 404, "not_found")
    assert bench.case(case_id)["question"] == "только наше"


def test_a_case_names_no_conversation_of_another_site(
    bench: Bench, bank: Place, connection: Connection[Any]
) -> None:
    foreign = Talk(connection, bank)
    refused(bench.put(conversation_id=str(foreign.id)), 404, "conversation_not_found")
    both = f"both-{bench.site_id.hex}@bench.example"
    operator_id = new_operator(connection, bench.site_id, email=both, role="supervisor")
    connection.execute(
        "INSERT INTO operator_sites (operator_id, site_id) VALUES (%s, %s)", (operator_id, bank.id)
    )
    reply = bench.put(email=both, conversation_id=str(foreign.id))
    refused(reply, 404, "conversation_not_found")
