"""Loki and Alloy are not in Debian: what can be judged of their files without them.

The names that they know are those of the documentation of the versions that compose.yaml has (Loki
3.5, Alloy 1.10): a name that is not in it ends their start. Queries are in test_logql.py.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
import yaml

from ops.embedded.layout import ROOT
from ops.tests.alloy_files import Reference, Value, read
from ops.tests.compose_files import composed
from ops.tests.logql import ALLOY, kept_beside, kept_labels

_FOLDER = ROOT / "ops" / "loki"
_LOKI_KNOWS = {
    "": "analytics auth_enabled common compactor limits_config schema_config server",
    "analytics": "reporting_enabled",
    "common": "path_prefix replication_factor ring storage",
    "common.ring": "kvstore",
    "common.ring.kvstore": "store",
    "common.storage": "filesystem",
    "common.storage.filesystem": "chunks_directory rules_directory",
    "compactor": "delete_request_store retention_delete_delay retention_enabled working_directory",
    "limits_config": "allow_structured_metadata discover_log_levels discover_service_name"
    " ingestion_burst_size_mb ingestion_rate_mb max_label_names_per_series max_query_length"
    " reject_old_samples reject_old_samples_max_age retention_period",
    "schema_config": "configs",
    "schema_config.configs": "from index object_store schema store",
    "schema_config.configs.index": "period prefix",
    "server": "http_listen_port log_level",
}
_ALLOY_KNOWS = {
    "discovery.docker": ("host", "refresh_interval filter"),
    "filter": ("name values", ""),
    "discovery.relabel": ("targets", "rule"),
    "rule": ("", "action regex replacement separator source_labels target_label"),
    "loki.source.docker": ("host targets forward_to", "labels relabel_rules refresh_interval"),
    "loki.process": ("forward_to", "stage.match stage.label_keep"),
    "stage.match": (
        "selector",
        "action stage.json stage.labels stage.structured_metadata stage.timestamp",
    ),
    "stage.json": ("expressions", "drop_malformed source"),
    "stage.timestamp": ("source format", "action_on_failure fallback_formats location"),
    "stage.labels": ("values", ""),
    "stage.structured_metadata": ("values", ""),
    "stage.label_keep": ("values", ""),
    "loki.write": ("", "endpoint external_labels"),
    "endpoint": ("url", "batch_size batch_wait"),
}
"""What a block must have, and may have, attributes and blocks."""
_EXPORTS = {"discovery.docker": "targets", "discovery.relabel": "rules"}
_RECEIVES = "receiver"


def _loki() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((_FOLDER / "loki.yml").read_text(encoding="utf-8"))
    return read


def test_the_versions_are_those_whose_names_are_known_here() -> None:
    services = composed("compose.yaml").services
    assert services["loki"].image.startswith("docker.io/grafana/loki:3.5.")
    assert services["alloy"].image.startswith("docker.io/grafana/alloy:v1.10.")


def test_loki_knows_every_name_of_its_file() -> None:
    named = {(place, name) for place, name in _names(_loki())}
    known = {(place, one) for place, names in _LOKI_KNOWS.items() for one in names.split()}
    assert named <= known


def test_logs_are_deleted_after_their_time() -> None:
    """``retention_period`` alone deletes nothing; the compactor does, and notes it in a store."""
    loki = _loki()
    assert loki["limits_config"]["retention_period"] == "744h"
    assert loki["compactor"]["retention_enabled"] is True
    assert loki["compactor"]["delete_request_store"] == "filesystem"
    manual = (ROOT / "docs" / "watching.md").read_text(encoding="utf-8")
    assert "Loki keeps them for 31 days" in manual


def test_loki_writes_to_its_volume_alone() -> None:
    """Its file system may not be written to, and the image has the folder for this user."""
    service = composed("compose.yaml").services["loki"]
    assert service.read_only
    assert "loki:/loki" in service.volumes
    paths = re.findall(r": (/\S+)", (_FOLDER / "loki.yml").read_text(encoding="utf-8"))
    assert paths
    assert all(path == "/loki" or path.startswith("/loki/") for path in paths)


def test_ids_may_be_structured_metadata() -> None:
    """That needs the newest schema and the index tsdb; with others Loki refuses every line."""
    loki = _loki()
    assert loki["limits_config"]["allow_structured_metadata"] is True
    (schema,) = loki["schema_config"]["configs"]
    assert (schema["store"], schema["schema"]) == ("tsdb", "v13")
    assert schema["index"]["period"] == "24h", "retention needs an index of a day"


def test_an_id_is_never_a_label() -> None:
    (labels,) = ALLOY.of_kind("stage.labels")
    assert labels.attributes["values"] == {"level": "level"}
    assert kept_labels() == {"service", "level"}
    assert not kept_beside() & kept_labels()
    assert len(kept_labels()) <= _loki()["limits_config"]["max_label_names_per_series"]


def test_alloy_knows_what_its_blocks_have_and_has_what_they_need() -> None:
    for block in ALLOY:
        if block.kind:
            needed, further = (set(names.split()) for names in _ALLOY_KNOWS[block.kind])
            has = {*block.attributes, *(inner.kind for inner in block.blocks)}
            assert needed <= has <= needed | further, block.kind


def test_what_alloy_refers_to_is_declared_and_exports_it() -> None:
    declared = {
        f"{block.kind}.{block.label}.{_EXPORTS.get(block.kind, _RECEIVES)}"
        for block in ALLOY.blocks
    }
    used = {str(one) for block in ALLOY for one in _references(list(block.attributes.values()))}
    assert used
    assert used <= declared


def test_a_stage_takes_what_the_line_was_read_for() -> None:
    (match,) = ALLOY.of_kind("stage.match")
    json, *others = match.blocks
    assert json.kind == "stage.json"
    extracted = set(_mapping(json.attributes["expressions"]))
    for stage in others:
        taken = [stage.attributes["source"]] if stage.kind == "stage.timestamp" else (
            _mapping(stage.attributes["values"]).values()
        )  # fmt: skip
        assert set(taken) <= extracted


def test_a_line_has_its_own_time_or_the_time_that_docker_has_noted() -> None:
    """By itself the stage gives a line without a time that of the line before it."""
    (stage,) = ALLOY.of_kind("stage.timestamp")
    assert stage.attributes["format"] == "RFC3339Nano"
    written = structlog.processors.TimeStamper(fmt="iso", utc=True)(None, "info", {})["timestamp"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", written)
    assert stage.attributes["action_on_failure"] == "skip"


@pytest.mark.parametrize(
    "wrong",
    [
        "a {",
        "a { b = 1 b = 2 }",
        'a { b = "c }',
        "a { b = [1 2] }",
        'a "b" = 1',
        "a { b = f(1) }",
        "}",
        "a { b = { c 1 } }",
    ],
)
def test_what_is_none_of_alloys_is_found_out(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(wrong)


def _names(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for one in value:
            yield from _names(one, place)
    if isinstance(value, dict):
        for name, one in value.items():
            yield place, name
            yield from _names(one, f"{place}.{name}".lstrip("."))


def _references(value: Value) -> Iterator[Reference]:
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _references(one)


def _mapping(value: Value) -> dict[str, Value]:
    assert isinstance(value, dict)
    return value
