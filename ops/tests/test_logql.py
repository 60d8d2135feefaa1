"""Every query in LogQL is one, by Grafana's grammar, and asks for what Alloy sends to Loki."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ops.embedded.layout import ROOT
from ops.grafana.board import Board
from ops.grafana.build import BOARDS
from ops.tests.alloy_files import Block
from ops.tests.compose_files import composed
from ops.tests.logql import (
    ALLOY,
    derived_fields,
    kept_beside,
    kept_labels,
    parsed,
    queries,
    read,
)
from shared.config_rules import LOGS_URL_FIELDS

QUERIES = queries()
each = pytest.mark.parametrize("place", sorted(QUERIES))


def test_queries_are_found_wherever_there_are_any() -> None:
    kinds = ("logs / ", "link: ", "config.alloy: ", "watching.md: ")
    assert all(any(place.startswith(kind) for place in QUERIES) for kind in kinds)
    text = (ROOT / "docs" / "watching.md").read_text(encoding="utf-8")
    assert text.count("{service=") == sum(place.startswith("watching.md") for place in QUERIES)


@each
def test_a_query_is_one(place: str) -> None:
    assert "$" not in QUERIES[place], "a variable that nobody fills"
    assert read()[place].errors == []


@each
def test_a_selector_names_labels_and_a_filter_what_is_kept_beside_them(place: str) -> None:
    found = read()[place]
    assert found.selectors
    for selector in found.selectors:
        assert {one.label for one in selector} <= kept_labels()
        # Loki refuses a selector that a stream without any label would fit.
        assert not all(one.admits_nothing for one in selector)
    assert {one.label for one in found.filters} <= kept_beside()
    assert found.parsers == [], "with a parser, a filter may name more than is kept"


@pytest.mark.parametrize(
    "wrong",
    [
        '{service=~".+" | request_id="1"',
        '{service=~".+"} | request_id=',
        '{service=~".+"} request_id="1"',
        '{service~".+"}',
        "{service=~.+}",
        '{service="a"} |= `b',
        "",
    ],
)
def test_what_is_no_query_is_found_out(wrong: str) -> None:
    assert parsed(wrong)[0].errors


def test_each_process_of_ours_is_read_under_the_name_by_which_it_is_asked_for() -> None:
    """A worker on a GPU is a service of another name; so is one on a second card."""
    services = composed("compose.yaml").services
    ours = {name for name, one in services.items() if _writes_json(one.environment)}
    assert "gpu_worker_cuda" in ours
    named = {_service(name) for name in {*ours, "gpu_worker_cuda_1"}}
    for place in ("config.alloy: stage.match 1", "logs / All lines of the request"):
        ((selector,),) = read()[place].selectors
        assert set(selector.value.split("|")) == named
    assert _service("redis_exporter") == "redis_exporter"


def test_a_link_begins_at_what_a_line_has_and_leads_to_it() -> None:
    line = '{"event":"turn.answered","request_id":"0197-1","conversation_id":"0197-2"}'
    for one in derived_fields():
        found = re.search(one["matcherRegex"], line)
        assert found is not None
        (asked,) = read()[f"link: {one['name']}"].filters
        assert f'"{asked.label}":"{found[1]}"' in line
        assert one["datasourceUid"] == "loki"


def test_the_address_that_a_manual_gives_for_logs_leads_to_a_board_with_those_variables() -> None:
    pages = [page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md")]
    given = [one for page in pages for one in re.findall(r"LOGS_URL='?(https://[^'\s]+)", page)]
    assert given
    variables = {f"var-{variable.name}" for variable in _logs().variables}
    for address in given:
        parts = urlsplit(address)
        assert Path(parts.path).name == f"otvet-{_logs().name}"
        asked = parse_qs(parts.query)
        assert asked.keys() <= variables | {"from", "to"}
        for name, (value,) in asked.items():
            assert value == f"{{{name.removeprefix('var-')}}}"
            assert value.strip("{}") in LOGS_URL_FIELDS


def _logs() -> Board:
    (logs,) = (board for board in BOARDS if board.name == "logs")
    return logs


def _writes_json(environment: dict[str, str]) -> bool:
    """A process that is scraped, or answers requests: not one that ends, nor another's."""
    return bool({"METRICS_PORT", "PORT"} & environment.keys())


def _service(name: str) -> str:
    """The label ``service`` of a container of a service, by the rules of discovery.relabel."""
    (relabel,) = ALLOY.of_kind("discovery.relabel")
    label = ""
    for rule in relabel.blocks:
        label = _applied(rule, name) or label
    return label


def _applied(rule: Block, name: str) -> str:
    """What the rule sets the label to; a rule that does not fit leaves it."""
    assert rule.attributes.keys() <= {"source_labels", "regex", "target_label"}
    assert rule.attributes["target_label"] == "service"
    source = "__meta_docker_container_label_com_docker_compose_service"
    assert rule.attributes["source_labels"] == [source]
    found = re.fullmatch(str(rule.attributes.get("regex", "(.*)")), name)
    return found[1] if found else ""
