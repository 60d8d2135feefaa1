"""The folder of adapters: versions, the one in use, and what is refused."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from gpu_worker.adapters import (
    ACTIVE,
    CONFIG,
    RECORD,
    WEIGHTS,
    AdapterError,
    NotBetter,
    UnknownVersion,
    activate,
    active_version,
    active_versions,
    deactivate,
    versions,
)

OLD, NEW = "20261125T174500-0a1b2c3d", "20261126T090000-4e5f6071"


def make_version(root: Path, agent: str, name: str, *losses: float) -> Path:
    """A version as training leaves it; with two losses it has a record of them."""
    folder = root / agent / name
    folder.mkdir(parents=True)
    (folder / CONFIG).write_text("{}")
    (folder / WEIGHTS).write_bytes(b"")
    if losses:
        before, after = losses
        metrics = {"before": {"loss": before, "f1": 0.1}, "after": {"loss": after}}
        (folder / RECORD).write_text(json.dumps({"agent": agent, "metrics": metrics}))
    return folder


def test_an_agent_has_no_adapter_until_a_version_is_activated(tmp_path: Path) -> None:
    make_version(tmp_path, "network", NEW, 2.0, 1.0)
    assert active_versions(tmp_path) == active_versions(tmp_path / "nowhere") == {}
    made = activate(tmp_path, "network", NEW)
    assert active_versions(tmp_path) == {"network": made}
    assert (made.agent, made.version, made.folder) == ("network", NEW, tmp_path / "network" / NEW)


def test_versions_are_listed_by_time_and_the_unfinished_are_not(tmp_path: Path) -> None:
    for name in (NEW, OLD):
        make_version(tmp_path, "network", name)
    make_version(tmp_path, "network", ".staged-17")
    (make_version(tmp_path, "network", "20261127T000000-00000000") / WEIGHTS).unlink()
    assert [each.version for each in versions(tmp_path, "network")] == [OLD, NEW]
    assert versions(tmp_path, "access") == []


def test_activating_another_version_replaces_the_first_and_leaves_nothing_behind(
    tmp_path: Path,
) -> None:
    for name in (OLD, NEW):
        make_version(tmp_path, "network", name, 2.0, 1.5)
        activate(tmp_path, "network", name)
    assert active_versions(tmp_path)["network"].version == NEW
    assert sorted(entry.name for entry in (tmp_path / "network").iterdir()) == [OLD, NEW, ACTIVE]
    deactivate(tmp_path, "network")
    deactivate(tmp_path, "network")
    assert active_version(tmp_path, "network") is None


@pytest.mark.parametrize("name", ["20200101T000000-00000000", "..", "", ".staged-1", "../access/x"])
def test_a_version_that_is_not_there_is_refused(tmp_path: Path, name: str) -> None:
    make_version(tmp_path, "network", OLD, 2.0, 1.0)
    make_version(tmp_path, "access", "x", 2.0, 1.0)
    with pytest.raises(UnknownVersion, match=OLD):
        activate(tmp_path, "network", name, force=True)
    assert active_versions(tmp_path) == {}


@pytest.mark.parametrize(
    ("losses", "reason"),
    [((1.0, 1.0), "did not fall"), ((1.0, float("nan")), "did not fall"), ((), "nobody knows")],
)
def test_a_version_that_is_not_better_is_activated_by_force_only(
    tmp_path: Path, losses: tuple[float, ...], reason: str
) -> None:
    make_version(tmp_path, "network", OLD, *losses)
    with pytest.raises(NotBetter, match=reason):
        activate(tmp_path, "network", OLD)
    assert active_versions(tmp_path) == {}
    assert activate(tmp_path, "network", OLD, force=True).version == OLD


def test_a_version_with_a_torn_record_is_not_better(tmp_path: Path) -> None:
    folder = make_version(tmp_path, "network", OLD, 2.0, 1.0)
    (folder / RECORD).write_text('{"metrics": {"before"')
    with pytest.raises(NotBetter, match="cannot be read"):
        activate(tmp_path, "network", OLD)


def test_one_agent_s_broken_adapter_does_not_take_the_others_away(tmp_path: Path) -> None:
    for agent in ("access", "network"):
        make_version(tmp_path, agent, OLD, 2.0, 1.0)
        activate(tmp_path, agent, OLD)
    (tmp_path / "access" / OLD / CONFIG).unlink()
    with pytest.raises(UnknownVersion, match=CONFIG):
        active_versions(tmp_path)
    told: list[AdapterError] = []
    assert list(active_versions(tmp_path, told.append)) == ["network"]
    assert len(told) == 1


@pytest.mark.parametrize("agent", ["../network", "Network", "", "n", "a/b"])
def test_a_slug_cannot_climb_out_of_the_folder(tmp_path: Path, agent: str) -> None:
    with pytest.raises(AdapterError, match="slug"):
        activate(tmp_path, agent, OLD)


def test_looking_into_the_folder_imports_nothing_heavy() -> None:
    code = "import sys, gpu_worker.adapters; print({'torch', 'peft'} & set(sys.modules))"
    said = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == "set()"
