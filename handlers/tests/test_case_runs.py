"""Test cases are run by trials, judged, counted and told; a run that dies is seen to have died."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.case_bench import TITLE, Bench
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.domain.trials import TrialFailure, TrialState
from shared.domain.words import HandoffReason, Outcome
from shared.kernel.ids import uuid7
from shared.queues.names import Queue
from shared.queues.streams import stream_key
from shared.storage.keys import TRIALS_KEY, knowledge_key, trial_key

pytestmark = pytest.mark.services

RIGHT: dict[str, Any] = {"agent": "network", "action": "answer", "contains": ["перезапуст* VPN"]}
HANDED_OVER: dict[str, Any] = {
    "outcome": Outcome.HANDED_OFF,
    "handoff_reason": HandoffReason.LOW_CONFIDENCE,
    "agent": None,
    "text": "Зову человека",
    "citations": (),
}


@pytest.fixture
def bench(
    door: Door, connection: Connection[Any], redis: Redis, embedded_broker_url: str
) -> Iterator[Bench]:
    broker: Redis = Redis.from_url(embedded_broker_url)
    redis.delete(TRIALS_KEY)
    broker.delete(stream_key(Queue.AI_REQUESTS))
    made = Bench(door, connection, redis, broker)
    yield made
    for run in made.listed()["runs"]:
        made.call("POST", f"/runs/{run['id']}/stop")
    broker.close()


def ran(bench: Bench, *answers: dict[str, Any], case_ids: tuple[str, ...] = ()) -> dict[str, Any]:
    """Run cases and answer each in its turn."""
    run_id = bench.run(*case_ids)
    for changes in answers:
        bench.answer(**changes)
    return bench.until_ended(run_id)


def counts(run: dict[str, Any]) -> tuple[int, ...]:
    names = ("total", "passed", "failed", "unanswered", "broken", "mended")
    return tuple(run[name] for name in names)


def test_cases_are_asked_as_visitors_would_and_judged(bench: Bench) -> None:
    history = [{"sender": "visitor", "text": "привет"}]
    good = bench.kept(**RIGHT, document_id=str(bench.document), history=history)
    bad = bench.kept(question="Забыл пароль", agent="access", contains=["сброс"])
    run_id = bench.run()
    first = bench.answer()
    assert [message.text for message in first.request.turn] == ["Не работает VPN"]
    assert [said.text for said in first.record.history] == ["привет"]
    assert [agent.slug for agent in first.request.agents] == ["network", "access"]
    second = bench.answer()
    assert second.record.asked == ("Забыл пароль",)
    run = bench.until_ended(run_id)
    assert (run["state"], run["started_by_name"]) == ("done", "Старшая")
    assert counts(run) == (2, 1, 1, 0, 0, 0)
    result = bench.case(good)["result"]
    assert (result["verdict"], result["faults"], result["run_id"]) == ("passed", [], run_id)
    assert (result["agent"], result["knowledge_version"]) == ("network", 1)
    assert bench.case(bad)["result"]["faults"] == [
        {"what": "agent", "expected": "access", "made": "network"},
        {"what": "text", "expected": "сброс", "made": ""},
    ]
    for trial in (first, second):
        assert not bench.redis.exists(trial_key(trial.record.trial_id)), "kept beside the case"


def test_a_document_that_is_no_longer_cited_fails_the_case(bench: Bench) -> None:
    case_id = bench.kept(document_id=str(bench.document))
    run = ran(bench, {"citations": ()})
    assert counts(run) == (1, 0, 1, 0, 0, 0)
    assert bench.case(case_id)["result"]["faults"] == [
        {"what": "citation", "expected": str(bench.document), "made": ""}
    ]


def test_what_broke_and_what_was_mended_since_is_counted(bench: Bench) -> None:
    case_id = bench.kept(**RIGHT)
    assert counts(ran(bench, {})) == (1, 1, 0, 0, 0, 0)
    assert counts(ran(bench, HANDED_OVER)) == (1, 0, 1, 0, 1, 0)
    result = bench.case(case_id)["result"]
    assert (result["before"], result["outcome"]) == ("passed", "handed_off")
    assert counts(ran(bench, HANDED_OVER)) == (1, 0, 1, 0, 0, 0)
    assert counts(ran(bench, {})) == (1, 1, 0, 0, 0, 1)


def test_what_could_not_be_judged_hides_no_verdict_before_it(bench: Bench) -> None:
    case_id = bench.kept(**RIGHT)
    ran(bench, {})
    run_id = bench.run()
    late = {"state": TrialState.FAILED, "failure": TrialFailure.LATE}
    bench.end(bench.taken(), **late)
    assert counts(bench.until_ended(run_id)) == (1, 0, 0, 1, 0, 0)
    result = bench.case(case_id)["result"]
    assert (result["verdict"], result["failure"], result["before"]) == (
        "unanswered", "late", "passed",
    )  # fmt: skip
    assert counts(ran(bench, HANDED_OVER)) == (1, 0, 1, 0, 1, 0)


def test_a_worker_that_has_no_room_is_asked_again(bench: Bench) -> None:
    bench.kept(**RIGHT)
    run_id = bench.run()
    bench.end(bench.taken(), state=TrialState.FAILED, failure=TrialFailure.BUSY)
    bench.answer()
    assert counts(bench.until_ended(run_id)) == (1, 1, 0, 0, 0, 0)


def test_a_run_that_finds_nobody_to_ask_does_not_go_on_for_all_cases(bench: Bench) -> None:
    for number in range(5):
        bench.kept(question=f"вопрос {number}")
    run_id = bench.run()
    away: dict[str, object] = {"state": TrialState.FAILED, "failure": TrialFailure.UNAVAILABLE}
    for _ in range(9):  # each is asked three times
        bench.end(bench.taken(), **away)
    run = bench.until_ended(run_id)
    assert (run["state"], *counts(run)[:4]) == ("stopped", 5, 0, 0, 3)


def test_one_at_a_time_is_asked_and_room_is_left_to_operators(bench: Bench) -> None:
    for number in range(3):
        bench.kept(question=f"вопрос {number}")
    bench.run()
    first = bench.taken()
    time.sleep(0.5)
    assert bench.broker.xlen(stream_key(Queue.AI_REQUESTS)) == 0, "all were asked at once"
    own = {"kind": "search", "site_id": str(bench.site_id), "text": "x"}
    late: dict[str, object] = {"state": TrialState.FAILED, "failure": TrialFailure.LATE}
    for email in (bench.chief, bench.anna, bench.anna):
        reply = bench.door.call("POST", "/api/v1/trials", email, json=own)
        assert reply.status_code == 202, "a run takes an operator's room"
        asked = bench.taken()
        if email == bench.chief:
            bench.end(asked, **late)
    bench.end(first, **late)
    time.sleep(1)
    assert bench.broker.xlen(stream_key(Queue.AI_REQUESTS)) == 0, "half of the room is taken"


def test_one_run_of_a_site_goes_on_at_a_time_and_is_stopped(bench: Bench) -> None:
    for number in range(2):
        bench.kept(question=f"вопрос {number}")
    run_id = bench.run()
    refused(bench.call("POST", "/runs", json={}), 409, "run_under_way")
    bench.answer()
    bench.taken()
    stopped = bench.call("POST", f"/runs/{run_id}/stop").json()
    assert stopped["state"] == "stopped"
    assert stopped["ended_at"] is not None
    assert counts(bench.until_ended(run_id))[:2] == (2, 1)
    again = bench.call("POST", f"/runs/{run_id}/stop").json()
    assert again == stopped
    bench.run()


def test_some_are_run_when_they_are_named(bench: Bench) -> None:
    one, other = bench.kept(), bench.kept(question="другой")
    assert counts(ran(bench, {}, case_ids=(one,)))[0] == 1
    assert bench.case(other)["result"] is None
    refused(bench.call("POST", "/runs", json={"case_ids": [str(uuid7())]}), 404, "not_found")


def test_a_site_without_cases_has_none_to_run(bench: Bench) -> None:
    refused(bench.call("POST", "/runs", json={}), 404, "not_found")


def test_a_case_that_is_deleted_while_it_is_asked_is_counted_no_more(bench: Bench) -> None:
    gone, stays = bench.kept(), bench.kept(question="другой")
    run_id = bench.run()
    trial = bench.taken()
    assert bench.call("DELETE", f"/{gone}").status_code == 204
    bench.end(trial, state=TrialState.FAILED, failure=TrialFailure.LATE)
    bench.answer()
    assert counts(bench.until_ended(run_id)) == (1, 1, 0, 0, 0, 0)
    assert bench.case(stays)["result"]["verdict"] == "passed"


def test_a_result_tells_what_has_changed_since(bench: Bench) -> None:
    case_id = bench.kept(**RIGHT)
    bench.redis.set(knowledge_key(bench.site_id), 1)
    ran(bench, {})
    assert bench.case(case_id)["result"]["changed"] is None
    bench.redis.incr(knowledge_key(bench.site_id))
    assert bench.case(case_id)["result"]["changed"] == "knowledge"
    bench.put(case_id, **RIGHT, note="иначе")
    assert bench.case(case_id)["result"]["changed"] == "case"
    bench.put(case_id, **RIGHT, question="другой вопрос")
    assert bench.case(case_id)["result"] is None, "it was about another question"


def test_how_the_answer_came_about_is_kept_with_the_case(bench: Bench) -> None:
    case_id = bench.kept(**RIGHT)
    refused(bench.call("GET", f"/{case_id}/trace"), 404, "not_found")
    ran(bench, {})
    trace = bench.call("GET", f"/{case_id}/trace", bench.anna).json()
    assert trace["answer"]["text"] == "Перезапустите VPN [1]"
    why = trace["answer"]["provenance"]
    assert why["asked"] == ["Не работает VPN"]
    assert [(one["title"], one["cited"]) for one in why["passages"]] == [(TITLE, [1])]


async def test_how_far_a_run_is_is_told_to_everybody_of_the_site(bench: Bench) -> None:
    case_id = bench.kept(**RIGHT)
    async with await Socket.operator(bench.door, bench.door.token(bench.anna)) as colleague:
        run_id = bench.run()
        bench.answer()
        told = await colleague.until("cases.ran")
        assert (told["run"]["id"], told["run"]["passed"]) == (run_id, 1)
        assert (told["case_id"], told["result"]["verdict"]) == (case_id, "passed")
        assert (await colleague.until("cases.ran"))["run"]["state"] == "done"


def test_a_run_whose_process_is_gone_is_stopped_and_can_be_begun_again(
    bench: Bench, services_folder: Path, stores_settings: dict[str, str]
) -> None:
    case_id = bench.kept(**RIGHT)
    with closing(Door(services_folder / "dying-door.log", stores_settings)) as dying:
        reply = dying.call("POST", f"{bench.path}/runs", bench.chief, json={})
        run_id = reply.json()["id"]
        bench.taken()
        dying.kill()
    assert bench.listed()["runs"][0]["state"] == "running", "it may be there still"
    bench.connection.execute(
        "UPDATE case_runs SET beat_at = beat_at - interval '1 minute' WHERE id = %s", (run_id,)
    )
    assert bench.listed()["runs"][0]["state"] == "stopped"
    bench.redis.delete(TRIALS_KEY)  # its trial is waited for until its time is over
    assert counts(ran(bench, {})) == (1, 1, 0, 0, 0, 0)
    assert bench.case(case_id)["result"]["verdict"] == "passed"


def test_a_process_that_is_ended_says_that_its_run_is_stopped(
    bench: Bench, services_folder: Path, stores_settings: dict[str, str]
) -> None:
    bench.kept(**RIGHT)
    with closing(Door(services_folder / "ending-door.log", stores_settings)) as ending:
        assert ending.call("POST", f"{bench.path}/runs", bench.chief, json={}).status_code == 202
        bench.taken()
    assert bench.listed()["runs"][0]["state"] == "stopped"


def test_only_the_last_runs_are_kept(bench: Bench) -> None:
    bench.kept(**RIGHT)
    bench.connection.execute(
        "INSERT INTO case_runs (id, site_id, total, started_by_name, started_at, state, ended_at)"
        " SELECT gen_random_uuid(), %s, 1, 'x', now() - n * interval '1 day', 'done', now()"
        " FROM generate_series(1, 30) n",
        (bench.site_id,),
    )
    ran(bench, {})
    (left,) = bench.connection.execute(
        "SELECT count(*) FROM case_runs WHERE site_id = %s", (bench.site_id,)
    ).fetchone() or (0,)
    assert left == 20
    assert len(bench.listed()["runs"]) == 10
