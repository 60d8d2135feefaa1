"""The proof with podman starts what compose.yaml has in order, and takes no death for a wall."""

import json
import socket
import sys
from pathlib import Path

import pytest

from ops.docker.proof.egress import knocks
from ops.docker.proof.gpu import card
from ops.docker.proof.shell import ProofFailedError
from ops.docker.proof.stack import Stack
from ops.embedded.ports import free_port
from ops.tests.compose_files import composed


def test_everything_is_started_once_and_after_what_it_waits_for() -> None:
    stack = Stack("unit", 8080, {"handlers": 2})
    levels = list(stack.levels())
    flat = [name for level in levels for name in level]
    assert sorted(flat) == sorted(stack.services)
    for number, level in enumerate(levels):
        before = {name for one in levels[:number] for name in one}
        assert all(stack.services[name].depends_on.keys() <= before for name in level)


def test_of_those_that_are_scaled_each_is_named() -> None:
    stack = Stack("unit", 8080, {"handlers": 2})
    assert stack.containers("handlers") == ["unit_handlers_1", "unit_handlers_2"]
    assert stack.containers("beat") == ["unit_beat_1"]


def test_what_has_no_stand_in_is_known_by_name() -> None:
    left = Stack("unit", 8080, {}).left_out
    assert left == ["alloy", "dcgm_exporter", "grafana", "loki"]


def test_the_device_that_stands_in_is_gone_when_it_was_looked_at(tmp_path: Path) -> None:
    reserved = composed("compose.yaml").services["gpu_worker_cuda"].deploy.resources.reservations
    assert reserved
    with card(tmp_path / "cdi"):
        (file,) = (tmp_path / "cdi").iterdir()
        spec = json.loads(file.read_text(encoding="ascii"))
        assert [one["name"] for one in spec["devices"]] == reserved.devices[0].device_ids
        assert spec["kind"] == "nvidia.com/gpu"
    assert not list((tmp_path / "cdi").iterdir())


def test_no_name_of_a_stack_outlives_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Podman leaves some, and the next stack's services would call who is not there."""
    monkeypatch.setattr("ops.docker.proof.stack._NAMES", tmp_path)
    monkeypatch.setattr("ops.docker.proof.stack.run", lambda *_, **__: "")
    for name in ("unit_inside", "other_inside"):
        (tmp_path / name).touch()
    Stack("unit", 8080, {}).down()
    assert [path.name for path in tmp_path.iterdir()] == ["other_inside"]


@pytest.fixture
def podman(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in whose containers are this machine."""
    program = tmp_path / "podman"
    program.write_text(f'#!/bin/sh\nshift 3\nexec {sys.executable} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return program


def test_a_container_that_calls_says_itself_whether_it_was_heard(podman: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        assert knocks("beat", "127.0.0.1", listening.getsockname()[1])
    assert not knocks("beat", "127.0.0.1", free_port())


@pytest.mark.parametrize("script", ["exit 125", "echo Error: no such container", "exit 0"])
def test_one_that_cannot_call_has_proven_nothing(podman: Path, script: str) -> None:
    podman.write_text(f"#!/bin/sh\n{script}\n")
    with pytest.raises(ProofFailedError):
        knocks("beat")
