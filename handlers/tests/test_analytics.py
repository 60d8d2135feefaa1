"""Supervisors see what became of the episodes of their sites; every number has its list."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.domain.analytics import Measure
from shared.storage.episodes import refresh_episodes
from shared.tests.rows import new_operator, new_site
from shared.tests.stories import START, Story

pytestmark = pytest.mark.services

ANALYTICS = "/api/v1/analytics"
NOVEMBER = {"since": "2026-11-01", "until": "2026-11-30", "zone": "Europe/Moscow"}


@pytest.fixture(scope="module")
def supervisor(database_url: str) -> Iterator[tuple[str, UUID]]:
    """A supervisor of a site of this module's own, on which four things have happened."""
    with Connection.connect(database_url, autocommit=True) as connection:
        site_id = new_site(connection, name="Статистика")
        email = f"{site_id}@example.com"
        operator = new_operator(connection, site_id, email=email, role="supervisor", name="Ольга")
        _write(connection, site_id, operator)
        while refresh_episodes(connection):
            pass
        yield email, site_id


def _write(connection: Connection[Any], site_id: UUID, operator: UUID) -> None:
    resolved = Story(connection, site_id)
    resolved.say("visitor", text="=1+1 как войти?")
    resolved.after(seconds=2).say("agent", "answered", agent="network")

    back = Story(connection, site_id)
    back.say("visitor")
    back.after(seconds=4).say("agent", "answered", agent="network")
    back.after(days=3).say("visitor")
    back.after(seconds=4).say("agent", "answered", agent="access")

    for text in ("Как оформить пропуск гостю?", "оформить гостю пропуск"):
        handed = Story(connection, site_id).after(hours=6)
        handed.say("visitor", text=text)
        handed.after(seconds=1).say("agent", "handed_off", handoff_reason="no_knowledge")
    handed.after(seconds=9).say("operator", operator_id=operator, operator_name="Ольга")
    handed.after(seconds=50).say("system", "closed")
    connection.execute(
        "UPDATE conversations SET score = 5, episodes_due = true WHERE id = %s", (handed.id,)
    )


def get(door: Door, email: str, what: str, **asked: str | int) -> httpx.Response:
    """Ask about November."""
    return door.call("GET", f"{ANALYTICS}/{what}", email, params=NOVEMBER | asked)


def test_the_numbers_are_those_of_the_story(door: Door, supervisor: tuple[str, UUID]) -> None:
    body = get(door, supervisor[0], "summary").json()
    totals = body["totals"]
    assert totals["episodes"] == 5
    assert totals["visitors"] == 4
    assert (totals["answered"], totals["resolved"], totals["settled"]) == (3, 3, 5)
    assert (totals["durable"], totals["durable_of"]) == (2, 3), "one came back after three days"
    assert (totals["handed_off"], totals["unanswered"], totals["missed"]) == (2, 2, 1)
    assert totals["first_answer"]["median_ms"] == 2_000
    assert totals["first_human"] == {"count": 1, "median_ms": 9_000, "p90_ms": 9_000}
    assert totals["resolution"]["median_ms"] == 60_000
    assert totals["people_score"] == {"count": 1, "mean": 5.0}
    assert totals["agents_score"] == {"count": 0, "mean": None}
    assert body["previous"]["episodes"] == 0
    assert len(body["days"]) == 30
    assert sum(day["episodes"] for day in body["days"]) == 5
    assert {(cell["weekday"], cell["hour"]): cell["episodes"] for cell in body["hours"]} == {
        (1, 12): 2,
        (1, 18): 2,
        (4, 12): 1,
    }, "in Moscow's time"
    assert [(line["agent"], line["episodes"]) for line in body["agents"]] == [
        ("network", 2), (None, 2), ("access", 1),
    ]  # fmt: skip
    assert body["reasons"] == [{"reason": "no_knowledge", "episodes": 2}]
    assert [(line["name"], line["episodes"]) for line in body["operators"]] == [("Ольга", 1)]


@pytest.mark.parametrize("measure", Measure)
def test_every_number_opens_as_many_episodes_as_it_says(
    door: Door, supervisor: tuple[str, UUID], measure: Measure
) -> None:
    totals = get(door, supervisor[0], "summary").json()["totals"]
    said = totals.get(measure.value)
    if measure is Measure.CAME_BACK:
        said = totals["durable_of"] - totals["durable"]
    if measure is Measure.RATED_LOW:
        said = 0
    if measure is Measure.NO_AGENT:
        said = 2
    if isinstance(said, dict):  # a time, or a score
        said = said["count"]
    page = get(door, supervisor[0], "episodes", measure=measure.value).json()
    assert len(page["items"]) == said
    assert page["next"] is None


def pages(door: Door, email: str, **asked: str | int) -> list[dict[str, Any]]:
    """Read a list of episodes to its end, two at a time."""
    items: list[dict[str, Any]] = []
    while True:
        page = get(door, email, "episodes", limit=2, **asked).json()
        items += page["items"]
        if page["next"] is None:
            return items
        asked["before"] = page["next"]


def test_pages_of_episodes_follow_each_other(door: Door, supervisor: tuple[str, UUID]) -> None:
    items = pages(door, supervisor[0])
    assert len({(item["conversation_id"], item["ordinal"]) for item in items}) == len(items) == 5
    begun = [item["started_at"] for item in items]
    assert begun == sorted(begun, reverse=True)


def test_of_a_time_the_longest_come_first(door: Door, supervisor: tuple[str, UUID]) -> None:
    items = pages(door, supervisor[0], measure="first_answer")
    assert [item["first_answer_ms"] for item in items] == [4_000, 4_000, 2_000, 1_000, 1_000]
    assert len({(item["conversation_id"], item["ordinal"]) for item in items}) == 5
    (closed,) = pages(door, supervisor[0], measure="resolution")
    assert (closed["resolution_ms"], closed["first_human_ms"]) == (60_000, 9_000)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"agent": "access"}, 1),
        ({"reason": "no_knowledge"}, 2),
        ({"reason": "unknown"}, 0),
        ({"weekday": 1, "hour": 18}, 2),
        ({"since": "2026-11-03"}, 1),
        ({"until": "2026-11-01"}, 0),
    ],
)
def test_a_slice_is_cut_as_asked(
    door: Door, supervisor: tuple[str, UUID], asked: dict[str, str | int], count: int
) -> None:
    assert len(get(door, supervisor[0], "episodes", **asked).json()["items"]) == count
    assert get(door, supervisor[0], "summary", **asked).json()["totals"]["episodes"] == count


def test_a_table_holds_the_same_and_no_formula(door: Door, supervisor: tuple[str, UUID]) -> None:
    reply = get(door, supervisor[0], "episodes.csv")
    assert reply.status_code == httpx.codes.OK
    assert reply.headers["content-type"] == "text/csv; charset=utf-8"
    assert reply.headers["content-disposition"].startswith("attachment;")
    rows = list(csv.DictReader(io.StringIO(reply.content.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert "'=1+1 как войти?" in {row["question"] for row in rows}


def test_unanswered_questions_stand_together(door: Door, supervisor: tuple[str, UUID]) -> None:
    body = get(door, supervisor[0], "questions").json()
    assert [group["count"] for group in body["items"]] == [2]
    assert {example["text"] for example in body["items"][0]["examples"]} == {
        "Как оформить пропуск гостю?",
        "оформить гостю пропуск",
    }


def test_another_site_counts_nothing_of_it(
    door: Door, shop: Place, supervisor: tuple[str, UUID]
) -> None:
    for what in ("summary", "episodes", "episodes.csv", "questions"):
        reply = get(door, shop.admin, what, site_id=str(supervisor[1]))
        refused(reply, 404, "site_unknown")
    body = get(door, shop.admin, "summary").text
    assert "Статистика" not in body
    assert "Ольга" not in body


def test_operators_are_not_told(door: Door, shop: Place) -> None:
    for what in ("summary", "episodes", "episodes.csv", "questions"):
        refused(get(door, shop.operator, what), 403, "forbidden")


@pytest.mark.parametrize(
    "asked",
    [
        {"since": "2026-12-01"},
        {"since": "2020-01-01"},
        {"since": "yesterday"},
        {"until": "9999-12-31"},
        {"zone": "Mars/Olympus"},
        {"zone": "../etc/passwd"},
        {"hour": 24},
        {"weekday": 0},
        {"before": "x"},
        {"before": "2026-11-01T00:00:00Z~x~1"},
        {
            "before": "2026-11-01T00:00:00Z~0192a5d0-0000-7000-8000-000000000000~1",
            "measure": "resolution",
        },
        {"reason": "mood"},
    ],
)
def test_what_cannot_be_asked_is_refused(
    door: Door, shop: Place, asked: dict[str, str | int]
) -> None:
    refused(get(door, shop.admin, "episodes", **asked), 400, "invalid_payload")


def test_a_conversation_under_way_is_not_yet_resolved(
    door: Door, supervisor: tuple[str, UUID], connection: Connection[Any]
) -> None:
    site_id = new_site(connection)
    email = f"{site_id}@example.com"
    new_operator(connection, site_id, email=email, role="supervisor")
    story = Story(connection, site_id)
    story.at = datetime.now(UTC) - timedelta(hours=1)
    story.say("visitor")
    story.say("agent", "answered", agent="network")
    story.episodes()
    days = {"since": str(START.date()), "until": str((story.at + timedelta(days=1)).date())}
    totals = get(door, email, "summary", **days).json()["totals"]
    assert (totals["episodes"], totals["settled"], totals["resolved"]) == (1, 0, 0)
