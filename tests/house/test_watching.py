"""Dashboards, rules and alerts speak of metrics that there are, and every metric is looked at."""

import re
from fnmatch import fnmatchcase
from itertools import combinations
from typing import Any

import pytest
import yaml
from prometheus_client import REGISTRY

import shared.observability.metrics  # noqa: F401 (registers what is looked for)
from gpu_worker.gpu_metrics import GpuGauges
from ops.embedded.layout import ROOT
from ops.grafana.board import Board
from ops.grafana.build import BOARDS, FOLDER, render
from shared.observability.state import StateGauges
from tests.watching.panels import filled, panel_queries

_PROMETHEUS = ROOT / "ops" / "prometheus"
_OURS = ("otvet_", "ai_")
_NAME = re.compile(r"(?<![\w:])(?:otvet|ai)_[a-z_0-9]+")
_SERIES = re.compile(r"_(?:total|bucket|sum|count)$")


def metrics() -> set[str]:
    """Every metric of ours, without ``_total``."""
    collected = [*REGISTRY.collect(), *StateGauges().collect(), *GpuGauges().collect()]
    return {metric.name for metric in collected if metric.name.startswith(_OURS)}


def sources() -> str:
    """All Python of the rooms that log."""
    return "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("handlers", "workers", "gpu_worker", "shared")
        for path in (ROOT / room).rglob("*.py")
        if "tests" not in path.parts
    )


def test_every_event_of_the_log_is_in_the_manual_and_no_other() -> None:
    manual = (ROOT / "docs" / "watching.md").read_text(encoding="utf-8")
    table = manual.partition("| Process | Events |")[2].partition("\n\n")[0]
    listed = re.findall(r"`(\w+\.\w+)`", table)
    assert len(listed) == len(set(listed))
    source = sources()
    logged = re.findall(r"""get_logger\(\)\s*\.\w+\(\s*f?"([\w{}\[\]:.]+)\"""", source)
    assert len(logged) > 150
    names = {re.sub(r"\{.*?\}", "*", name) for name in logged}
    assert [name for name in names if not any(fnmatchcase(one, name) for one in listed)] == []
    made = [name for name in names if "*" in name]
    assert [
        one
        for one in listed
        if f'"{one}"' not in source and not any(fnmatchcase(one, name) for name in made)
    ] == []


def rules() -> list[dict[str, Any]]:
    """Recording rules and alerts."""
    paths = [*(_PROMETHEUS / "rules").glob("*.yml"), _PROMETHEUS / "alerts.yml"]
    return [
        rule
        for path in paths
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
        for rule in group["rules"]
    ]


def named(expression: str) -> set[str]:
    """The metrics that a query looks at; not what stands in quotes, a queue's name say."""
    found = _NAME.findall(re.sub(r'"[^"]*"|\'[^\']*\'', "", expression))
    return {_SERIES.sub("", name) for name in found}


EXPRESSIONS = [
    *(query.expression for query in panel_queries("prometheus")),
    *(rule["expr"] for rule in rules()),
]


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_committed_dashboard_is_what_its_board_says(board: Board) -> None:
    hint = ".venv/bin/python -m ops.grafana.build"
    assert (FOLDER / f"{board.name}.json").read_text(encoding="utf-8") == render(board), hint


def test_there_is_no_dashboard_without_a_board() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == {board.name for board in BOARDS}


def test_what_is_looked_at_exists() -> None:
    there = {_SERIES.sub("", name) for name in metrics()}
    assert sorted({name for one in EXPRESSIONS for name in named(one)} - there) == []


def test_every_metric_is_looked_at_by_a_panel_or_an_alert() -> None:
    seen = {name for one in EXPRESSIONS for name in named(one)}
    assert sorted(name for name in metrics() if _SERIES.sub("", name) not in seen) == []


def test_a_recorded_series_that_is_looked_at_is_recorded() -> None:
    recorded = {rule["record"] for rule in rules() if "record" in rule}
    used = {name for one in EXPRESSIONS for name in re.findall(r"otvet:[\w:]+", one)}
    assert used == recorded


def test_an_alert_is_drawn_into_the_board_that_it_leads_to() -> None:
    for rule in rules():
        if "alert" in rule:
            assert rule["annotations"]["dashboard"] == f"/d/otvet-{rule['labels']['board']}"


@pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)
def test_a_board_is_laid_out_without_holes_and_explained(board: Board) -> None:
    drawn = board.json()
    panels = [one for one in drawn["panels"] if one["type"] != "row"]
    assert drawn["description"]
    assert all(one["description"].endswith(".") for one in panels)
    assert len({one["title"] for one in panels}) == len(panels)
    places = [one["gridPos"] for one in drawn["panels"]]
    assert all(place["x"] + place["w"] <= 24 for place in places)
    assert not [
        pair for pair in combinations(places, 2) if _overlap(*pair) and pair[0] is not pair[1]
    ]
    assert len({one["id"] for one in drawn["panels"]}) == len(drawn["panels"])


def test_every_variable_of_a_query_is_filled() -> None:
    for query in panel_queries("prometheus"):
        filled(query.expression)


def _overlap(one: dict[str, int], other: dict[str, int]) -> bool:
    return (
        one["x"] < other["x"] + other["w"]
        and other["x"] < one["x"] + one["w"]
        and one["y"] < other["y"] + other["h"]
        and other["y"] < one["y"] + one["h"]
    )
