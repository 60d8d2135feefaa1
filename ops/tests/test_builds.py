"""A room is built when its sources changed, and its packages installed when its lock did."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ops.embedded import builds
from ops.embedded.builds import Builder, fingerprint
from ops.embedded.errors import BuildFailedError
from ops.embedded.layout import Layout
from ops.embedded.node import Node
from ops.embedded.progress import Console

_NPM = """#!/bin/sh
echo "$1" >> ../calls
[ -e broken ] && { echo "line 3: unexpected token"; exit 1; }
mkdir -p node_modules dist && echo built > dist/out.js
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    room = tmp_path / "widget"
    (room / "src").mkdir(parents=True)
    (room / "package.json").write_text("{}", encoding="ascii")
    (room / "package-lock.json").write_text("{}", encoding="ascii")
    (room / "src" / "boot.js").write_text("1", encoding="ascii")
    npm = tmp_path / "npm"
    npm.write_text(_NPM, encoding="ascii")
    npm.chmod(0o755)
    node = Node((str(npm),), {"PATH": "/usr/bin:/bin"})
    monkeypatch.setattr(builds, "find_node", lambda _log: node)
    return tmp_path


def _build(checkout: Path) -> list[str]:
    layout = Layout(checkout / "data")
    layout.prepare()
    calls = checkout / "calls"
    calls.write_text("", encoding="ascii")
    Builder(layout, Console(quiet=True), root=checkout).build("widget")
    return calls.read_text("ascii").split()


def test_a_bare_room_is_installed_and_built(checkout: Path) -> None:
    assert _build(checkout) == ["ci", "run"]


def test_an_unchanged_room_is_left_alone(checkout: Path) -> None:
    _build(checkout)
    assert _build(checkout) == []


def test_a_changed_source_is_built_without_installing(checkout: Path) -> None:
    _build(checkout)
    (checkout / "widget" / "src" / "boot.js").write_text("2", encoding="ascii")
    assert _build(checkout) == ["run"]


def test_a_changed_lock_is_installed(checkout: Path) -> None:
    _build(checkout)
    (checkout / "widget" / "package-lock.json").write_text("{ }", encoding="ascii")
    assert _build(checkout) == ["ci", "run"]


def test_a_removed_dist_is_built_again(checkout: Path) -> None:
    _build(checkout)
    (checkout / "widget" / "dist" / "out.js").unlink()
    assert _build(checkout) == ["run"]


def test_a_failed_build_shows_its_log_and_is_tried_again(checkout: Path) -> None:
    broken = checkout / "widget" / "broken"
    broken.touch()
    with pytest.raises(BuildFailedError, match=r"(?s)widget.*unexpected token"):
        _build(checkout)
    broken.unlink()
    assert _build(checkout) == ["ci", "run"]


def test_what_is_made_is_not_a_source(checkout: Path) -> None:
    room = checkout / "widget"
    before = fingerprint(room)
    (room / "node_modules").mkdir()
    (room / "node_modules" / "x.js").write_text("1", encoding="ascii")
    assert fingerprint(room) == before


def test_rooms_that_are_built_side_by_side_look_for_node_once(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given no Node on the machine, two installations at once would break each other."""
    (checkout / "admin").mkdir()
    for name in ("package.json", "package-lock.json"):
        (checkout / "admin" / name).write_text("{}", encoding="ascii")
    node = Node((str(checkout / "npm"),), {"PATH": "/usr/bin:/bin"})
    both = threading.Barrier(2)
    finds: list[Path] = []

    def find(log: Path) -> Node:
        finds.append(log)
        time.sleep(0.1)
        return node

    monkeypatch.setattr(builds, "find_node", find)
    layout = Layout(checkout / "data")
    layout.prepare()
    builder = Builder(layout, Console(quiet=True), root=checkout)

    def build(room: str) -> None:
        both.wait()
        builder.build(room)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(build, ("widget", "admin")))
    assert len(finds) == 1
