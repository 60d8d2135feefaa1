"""A line of ours, as Alloy's stages read it and Loki's queries ask for it: who finds it?

Neither program is here. The stages are applied to real lines by what their documentation says of
them, and matchers by what Loki's says; what the files have of both is read by their own syntax.
"""

import json
import re
import subprocess
import sys
from dataclasses import replace

import pytest

from ops.embedded.layout import ROOT
from ops.tests.alloy_files import Block
from ops.tests.logql import ALLOY, ID, Matcher, kept_labels, parsed, queries, read

QUERIES = queries()
OTHER = "0197a5c2-0000-7000-8000-00000000000f"
PASTED = ("conversation_id", "request_id", "message_id")
Shipped = dict[str, str]
"""Labels, and beside them what is kept with a line."""


def shipped(service: str, line: str) -> tuple[Shipped, Shipped]:
    """What Alloy sends of a container's line: labels, and structured metadata."""
    labels: Shipped = {"service": service}
    beside: Shipped = {}
    (match,) = ALLOY.of_kind("stage.match")
    ((selector,),) = parsed(str(match.attributes["selector"]))[0].selectors
    if fits(selector, labels):
        extracted = _extracted(match, line)
        for kind, kept in (("stage.labels", labels), ("stage.structured_metadata", beside)):
            (stage,) = match.of_kind(kind)
            names = stage.attributes["values"]
            assert isinstance(names, dict)
            kept.update({n: extracted[str(of)] for n, of in names.items() if str(of) in extracted})
    return {name: value for name, value in labels.items() if name in kept_labels()}, beside


def _extracted(match: Block, line: str) -> dict[str, str]:
    (stage,) = match.of_kind("stage.json")
    names = stage.attributes["expressions"]
    assert isinstance(names, dict)
    try:
        told = json.loads(line)
    except ValueError:
        return {}
    return {name: str(told[of]) for name, of in names.items() if isinstance(of, str) and of in told}


def fits(matcher: Matcher, has: Shipped) -> bool:
    """Whether a line passes; what it does not have is the empty string."""
    value = has.get(matcher.label, "")
    if matcher.operator in {"=", "!="}:
        return (value == matcher.value) == (matcher.operator == "=")
    return bool(re.fullmatch(matcher.value, value)) == (matcher.operator == "=~")


def found_by(place: str, line: tuple[Shipped, Shipped], pasted: str = ID) -> bool:
    """Whether a query shows a line, with an id where it has one."""
    query = read()[place]
    labels, beside = line
    filters = [
        replace(one, value=pasted) if one.value == ID and pasted != ID else one
        for one in query.filters
    ]
    (selector,) = query.selectors
    return all(fits(one, labels) for one in selector) and all(fits(one, beside) for one in filters)


@pytest.fixture(scope="module")
def line() -> str:
    """A line that a process of ours writes."""
    script = f"""
from shared.observability.logs import configure_logs, correlated, get_logger
configure_logs("gpu_worker", "INFO")
with correlated("{ID}", conversation_id="{ID}"):
    get_logger().warning("turn.failed", message_id="{ID}")
"""
    command = (sys.executable, "-c", script)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=30)
    return done.stdout.strip()


@pytest.mark.parametrize("service", ["gpu_worker", "handlers", "beat"])
def test_a_line_is_found_by_its_ids_its_links_and_its_level(line: str, service: str) -> None:
    sent = shipped(service, line)
    assert sent[0] == {"service": service, "level": "warning"}
    assert set(sent[1]) == set(PASTED)
    for place in QUERIES:
        assert found_by(place, sent), place


def test_a_line_of_another_request_is_not_found_by_an_id(line: str) -> None:
    sent = shipped("gpu_worker", line.replace(ID, OTHER))
    asked = [place for place, query in QUERIES.items() if ID in query]
    assert len(asked) > len(PASTED)
    assert not [place for place in asked if found_by(place, sent)]


def test_nothing_is_found_by_an_id_that_was_not_pasted() -> None:
    """A line without the id would have none, too."""
    sent = shipped("handlers", '{"event": "handlers.started", "level": "info"}')
    panels = [
        place for place, query in QUERIES.items() if place.startswith("logs / ") and ID in query
    ]
    assert len(panels) == len(PASTED)
    assert not [place for place in panels if found_by(place, sent, pasted="")]


def test_what_is_none_of_our_lines_goes_through_with_its_service() -> None:
    for service, text in (("postgres", '{"level": "error"}'), ("beat", "Segmentation fault")):
        assert shipped(service, text) == ({"service": service}, {})
