"""Loki and Alloy are not in Debian: what can be judged of their files without them."""

import re
from typing import Any

import yaml

from ops.embedded.layout import ROOT

_FOLDER = ROOT / "ops" / "loki"
_ALLOY = (_FOLDER / "config.alloy").read_text(encoding="utf-8")


def _loki() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((_FOLDER / "loki.yml").read_text(encoding="utf-8"))
    return read


def test_logs_are_deleted_after_their_time() -> None:
    """``retention_period`` alone deletes nothing; the compactor does, and notes it in a store."""
    loki = _loki()
    assert loki["limits_config"]["retention_period"] == "744h"
    assert loki["compactor"]["retention_enabled"] is True
    assert loki["compactor"]["delete_request_store"] == "filesystem"
    manual = (ROOT / "docs" / "watching.md").read_text(encoding="utf-8")
    assert "Loki keeps them for 31 days" in manual


def test_ids_may_be_structured_metadata() -> None:
    """That needs the newest schema and the index tsdb; with others Loki refuses every line."""
    loki = _loki()
    assert loki["limits_config"]["allow_structured_metadata"] is True
    (schema,) = loki["schema_config"]["configs"]
    assert (schema["store"], schema["schema"]) == ("tsdb", "v13")


def test_an_id_is_never_a_label() -> None:
    (labels,) = re.findall(r"stage\.labels \{\s*values = \{(.*?)\}", _ALLOY, re.DOTALL)
    assert re.findall(r"(\w+)\s*=", labels) == ["level"]
    (kept,) = re.findall(r"label_keep \{\s*values = \[(.*?)\]", _ALLOY)
    assert kept == '"service", "level"'


def test_what_alloy_refers_to_is_declared_and_its_brackets_close() -> None:
    declared = {".".join(parts) for parts in re.findall(r'^([\w.]+) "(\w+)" \{', _ALLOY, re.M)}
    used = set(re.findall(r"((?:discovery|loki)(?:\.\w+){2})\.(?:targets|rules|receiver)", _ALLOY))
    assert used
    assert used <= declared
    bare = re.sub(r'"(?:\\.|[^"\\])*"|//.*', "", _ALLOY)
    assert all(bare.count(one) == bare.count(other) for one, other in ("{}", "[]"))


def test_alloy_reads_the_roles_that_prometheus_scrapes() -> None:
    (selector,) = re.findall(r'selector = "\{service=~\\"(.*?)\\"\}"', _ALLOY)
    scraped = yaml.safe_load((ROOT / "ops" / "prometheus" / "prometheus.yml").read_text("utf-8"))
    jobs = [job["job_name"] for job in scraped["scrape_configs"]]
    assert selector.split("|") == jobs[: len(selector.split("|"))]
