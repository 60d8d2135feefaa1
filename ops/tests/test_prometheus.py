"""Prometheus's rules and alerts, judged by its own promtool; and what they promise to people."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.embedded.layout import ROOT
from tests.services import service_missing

FOLDER = ROOT / "ops" / "prometheus"
TESTS = sorted((FOLDER / "tests").glob("*.yml"))


def read(path: Path) -> Any:  # noqa: ANN401 (YAML)
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ALERTS = [rule for group in read(FOLDER / "alerts.yml")["groups"] for rule in group["rules"]]
CASES = [case for path in TESTS for case in read(path)["tests"]]


@pytest.fixture(scope="module")
def promtool() -> str:
    """Debian's promtool."""
    found = shutil.which("promtool")
    if found is None:
        service_missing(FileNotFoundError("promtool (Debian's package prometheus)"))
    return found


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.services
def test_the_configuration_and_the_rules_are_prometheus_s(promtool: str) -> None:
    said = run(promtool, "check", "config", str(FOLDER / "prometheus.yml"))
    assert "2 rule files found" in said
    rules = [str(path) for path in (FOLDER / "rules").glob("*.yml")]
    run(
        promtool, "check", "rules", "--lint=all", "--lint-fatal", *rules, str(FOLDER / "alerts.yml")
    )


@pytest.mark.services
@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_the_alerts_do_in_their_cases_what_is_expected(promtool: str, path: Path) -> None:
    run(promtool, "test", "rules", str(path))


@pytest.mark.services
def test_an_alert_that_never_fires_is_found_out(promtool: str, tmp_path: Path) -> None:
    """Given the same cases and a threshold that nothing reaches, promtool says no."""
    shutil.copytree(FOLDER, tmp_path / "prometheus")
    rules = tmp_path / "prometheus" / "alerts.yml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("p95_5m > 20", "p95_5m > 2000"), encoding="utf-8")
    cases = str(tmp_path / "prometheus" / "tests" / "answers.yml")
    done = subprocess.run(
        [promtool, "test", "rules", cases], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode != 0
    assert "AnswersSlow" in done.stdout + done.stderr


@pytest.mark.parametrize("alert", [rule["alert"] for rule in ALERTS])
def test_an_alert_has_a_case_in_which_it_fires_and_one_in_which_it_does_not(alert: str) -> None:
    expected = [
        bool(one["exp_samples"])
        for case in CASES
        for one in case.get("promql_expr_test", [])
        if f'alertname="{alert}"' in one["expr"]
    ]
    assert set(expected) == {True, False}


@pytest.mark.parametrize("rule", ALERTS, ids=lambda rule: rule["alert"])
def test_an_alert_tells_a_person_what_it_is_and_where_to_read_on(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"page", "ticket"}
    assert rule["for"]
    told = rule["annotations"]
    assert told["summary"].endswith(".")
    assert told["description"].endswith(".")
    page, _, anchor = told["runbook"].partition("#")
    headings = re.findall(r"^#+ (\w+)$", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE)
    assert anchor == rule["alert"].lower()
    assert [heading.lower() for heading in headings].count(anchor) == 1, "no runbook"
    # Grafana and Alertmanager make links of these, which must lead somewhere then.
    assert all(re.match("https?://", told[name]) for name in told if name.endswith("_url"))
    boards = (ROOT / "ops" / "grafana" / "dashboards").glob("*.json")
    assert told["dashboard"].removeprefix("/d/otvet-") in {path.stem for path in boards}
