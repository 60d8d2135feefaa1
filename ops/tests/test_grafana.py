"""Grafana is not in Debian: what can be judged of its files by its own types of a dashboard.

Those types are written by a program out of Grafana's sources and published as a package. They drop
what they do not know, so what comes back from them as it was is known to Grafana.
"""

import json
import warnings
from collections.abc import Iterator
from enum import Enum
from typing import Any, get_type_hints

import pytest
import yaml
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models import units
from pydantic import ConfigDict, TypeAdapter, ValidationError

from ops.grafana.board import Board, Json
from ops.grafana.build import BOARDS
from ops.tests.compose_files import composed
from ops.tests.logql import PROVISIONING, derived_fields

with warnings.catch_warnings():
    # A newer form is preferred by Grafana 13; the one here is what 12 reads from files, and 13 too.
    warnings.simplefilter("ignore", DeprecationWarning)
    from grafana_foundation_sdk.models.dashboard import Dashboard

Path = tuple[str | int, ...]
"""The way to a part of a dashboard."""

GRAFANA = composed("compose.yaml").services["grafana"]
KNOWN_UNITS = {value for name, value in vars(units).items() if name[0].isupper()}
each = pytest.mark.parametrize("board", BOARDS, ids=lambda board: board.name)

register_default_plugins()


@each
def test_grafana_knows_all_that_a_dashboard_says(board: Board) -> None:
    drawn = board.json()
    assert list(lost(drawn, read_and_written(drawn))) == []
    assert list(misfits(Dashboard.from_json(drawn))) == []


@each
def test_grafana_knows_the_unit_of_a_panel(board: Board) -> None:
    assert {panel.unit for row in board.rows for panel in row.panels} <= KNOWN_UNITS


@each
def test_a_legend_is_shown_by_what_the_file_says_and_not_by_a_default(board: Board) -> None:
    """Grafana's type has no default for it, and what it is without one differs by version."""
    for panel in read_and_written(board.json())["panels"]:
        if panel["type"] == "timeseries":
            assert panel["options"]["legend"]["showLegend"] is True


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ((), "refreshEvery", "30s"),
        (("panels", 1), "gridPosition", {}),
        (("panels", 1, "options"), "colourMode", "value"),
        (("panels", 1, "fieldConfig", "defaults"), "units", "s"),
        (("panels", 1, "targets", 0), "query", "up"),
    ],
)
def test_a_name_that_grafana_does_not_know_is_found_out(path: Path, name: str, value: Any) -> None:  # noqa: ANN401
    wrong = changed(BOARDS[0].json(), path, name, value)
    assert [place.rpartition(".")[2] for place, _ in lost(wrong, read_and_written(wrong))] == [name]


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ((), "graphTooltip", 7),
        ((), "title", 5),
        (("panels", 1, "options"), "colorMode", "colour"),
        (("panels", 1, "fieldConfig", "defaults", "thresholds"), "mode", "relative"),
    ],
)
def test_a_value_that_grafana_does_not_take_is_found_out(path: Path, name: str, value: Any) -> None:  # noqa: ANN401
    (place,) = misfits(Dashboard.from_json(changed(BOARDS[0].json(), path, name, value)))
    assert repr(value) in place


def test_a_dashboard_asks_data_sources_that_are_provisioned() -> None:
    provisioned = {(one["type"], one["uid"]) for one in provisioning("datasources")["datasources"]}
    asked = {
        (one["type"], one["uid"]) for board in BOARDS for one in found(board.json(), "datasource")
    }
    assert asked == provisioned


def test_data_sources_are_services_that_there_are() -> None:
    services = composed("compose.yaml").services
    for one in provisioning("datasources")["datasources"]:
        host = one["url"].removeprefix("http://").partition(":")[0]
        assert host in services
        assert host in GRAFANA.depends_on


def test_dashboards_are_where_grafana_looks_for_them() -> None:
    (provider,) = provisioning("dashboards")["providers"]
    mounted = dict(mount.split(":")[:2] for mount in GRAFANA.volumes)
    assert mounted["./ops/grafana/dashboards"] == provider["options"]["path"]
    assert mounted["./ops/grafana/provisioning"] == "/etc/grafana/provisioning"


def test_grafana_is_set_by_names_that_it_has_and_calls_nobody_outside() -> None:
    """The names are those of ``conf/defaults.ini`` in Grafana 12.1, as its variables write them."""
    assert GRAFANA.image.startswith("docker.io/grafana/grafana:12.1.")
    calls = {
        "ANALYTICS_CHECK_FOR_PLUGIN_UPDATES": "false",
        "ANALYTICS_CHECK_FOR_UPDATES": "false",
        "ANALYTICS_REPORTING_ENABLED": "false",
        "NEWS_NEWS_FEED_ENABLED": "false",
        "PLUGINS_PLUGIN_ADMIN_ENABLED": "false",
        "PLUGINS_PREINSTALL_DISABLED": "true",
        "PLUGINS_PUBLIC_KEY_RETRIEVAL_DISABLED": "true",
        "SECURITY_DISABLE_GRAVATAR": "true",
        "SNAPSHOTS_EXTERNAL_ENABLED": "false",
    }
    others = {"AUTH_ANONYMOUS_ENABLED", "SECURITY_ADMIN_USER", "USERS_ALLOW_SIGN_UP"}
    secret = {"SECURITY_ADMIN_PASSWORD__FILE", "SECURITY_SECRET_KEY__FILE"}
    told = {name.removeprefix("GF_"): value for name, value in GRAFANA.environment.items()}
    assert calls.items() <= told.items()
    assert told.keys() == calls.keys() | others | secret
    assert told["AUTH_ANONYMOUS_ENABLED"] == told["USERS_ALLOW_SIGN_UP"] == "false"


def test_the_files_that_set_grafana_up_have_names_that_it_knows() -> None:
    """By the documentation of 12.1; a name besides is passed over in silence."""
    assert all(provisioning(kind)["apiVersion"] == 1 for kind in ("dashboards", "datasources"))
    (provider,) = provisioning("dashboards")["providers"]
    known = {"name", "folder", "type", "disableDeletion", "allowUiUpdates", "options"}
    assert provider.keys() <= known | {"orgId", "folderUid", "updateIntervalSeconds"}
    for one in provisioning("datasources")["datasources"]:
        known = {"name", "uid", "type", "access", "url", "isDefault", "jsonData", "editable"}
        assert one.keys() <= known | {"orgId", "version", "basicAuth", "secureJsonData"}
        assert one["jsonData"].keys() <= {"timeInterval", "maxLines", "derivedFields"}
    field = {"name", "matcherRegex", "matcherType", "datasourceUid", "url", "urlDisplayLabel"}
    assert all(one.keys() <= field for one in derived_fields())


def read_and_written(drawn: Json) -> Json:
    """A dashboard after it went through Grafana's types."""
    text = json.dumps(Dashboard.from_json(drawn), cls=JSONEncoder)
    kept: Json = json.loads(text)
    return kept


def lost(ours: object, theirs: object, place: str = "") -> Iterator[tuple[str, object]]:
    """What of ours is not in theirs, or is another there; theirs may have more."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for name, value in ours.items():
            yield from lost(value, theirs.get(name), f"{place}.{name}")
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for number, (one, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from lost(one, other, f"{place}[{number}]")
    elif ours != theirs:
        yield place, ours


def misfits(value: object, place: str = "") -> Iterator[str]:
    """Values that are not of the type, or not among the choices, that Grafana has for them."""
    if isinstance(value, list):
        for number, one in enumerate(value):
            yield from misfits(one, f"{place}[{number}]")
    elif type(value).__module__.startswith("grafana_foundation_sdk") and not isinstance(
        value, Enum
    ):
        for name, hint in get_type_hints(type(value)).items():
            own = getattr(value, name)
            if not fits(hint, own):
                yield f"{place}.{name}: {own!r}"
            yield from misfits(own, f"{place}.{name}")


def fits(hint: Any, value: object) -> bool:  # noqa: ANN401 (a type of theirs)
    """Whether a value is of a type; Grafana's enumerations are written as their values."""
    try:
        TypeAdapter(hint, config=ConfigDict(arbitrary_types_allowed=True)).validate_python(value)
    except ValidationError:
        return False
    return True


def changed(drawn: Json, path: Path, name: str, value: object) -> Json:
    """A dashboard with one name more, or another value."""
    copy: Json = json.loads(json.dumps(drawn))
    part: Any = copy
    for step in path:
        part = part[step]
    part[name] = value
    return copy


def found(value: object, name: str) -> Iterator[dict[str, str]]:
    """All that stands under a name, however deep."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == name:
                yield one
            yield from found(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from found(one, name)


def provisioning(kind: str) -> dict[str, Any]:
    """One of the files that Grafana is set up by."""
    text = (PROVISIONING / kind / "otvet.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    return read
