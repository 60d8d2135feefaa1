"""The proof starts what compose.yaml has in order, and takes no death for a wall."""

import json
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from signal import SIGKILL

import pytest

from ops.docker.proof.discovery import config
from ops.docker.proof.egress import knocks
from ops.docker.proof.engines import Docker, Podman
from ops.docker.proof.gpu import card
from ops.docker.proof.images import _copy_pip
from ops.docker.proof.shell import STANDINS, ProofFailedError
from ops.docker.proof.stack import Stack
from ops.embedded.ports import free_port
from ops.tests.compose_files import composed
from ops.tests.logql import ALLOY

_STACK = Stack(Podman(), "unit", 8080, {})


def test_everything_is_started_once_and_after_what_it_waits_for() -> None:
    stack = Stack(Podman(), "unit", 8080, {"handlers": 2})
    levels = list(stack.levels())
    flat = [name for level in levels for name in level]
    assert sorted(flat) == sorted(stack.services)
    for number, level in enumerate(levels):
        before = {name for one in levels[:number] for name in one}
        assert all(stack.services[name].depends_on.keys() <= before for name in level)


def test_of_those_that_are_scaled_each_is_named() -> None:
    stack = Stack(Podman(), "unit", 8080, {"handlers": 2})
    assert stack.containers("handlers") == ["unit_handlers_1", "unit_handlers_2"]
    assert stack.containers("beat") == ["unit_beat_1"]


def test_docker_names_them_its_own_way() -> None:
    stack = Stack(Docker({}, has_card=False), "unit", 8080, {"handlers": 2})
    assert stack.containers("handlers") == ["unit-handlers-1", "unit-handlers-2"]


def test_what_has_no_stand_in_is_known_by_name() -> None:
    left = Stack(Podman(), "unit", 8080, {}).left_out
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
    monkeypatch.setattr("ops.docker.proof.engines._NAMES", tmp_path)
    monkeypatch.setattr("ops.docker.proof.engines.run", lambda *_, **__: "")
    for name in ("unit_inside", "other_inside"):
        (tmp_path / name).touch()
    Stack(Podman(), "unit", 8080, {}).down()
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
        assert knocks(_STACK, "beat", "127.0.0.1", listening.getsockname()[1])
    assert not knocks(_STACK, "beat", "127.0.0.1", free_port())


@pytest.mark.parametrize("script", ["exit 125", "echo Error: no such container", "exit 0"])
def test_one_that_cannot_call_has_proven_nothing(podman: Path, script: str) -> None:
    podman.write_text(f"#!/bin/sh\n{script}\n")
    with pytest.raises(ProofFailedError):
        knocks(_STACK, "beat")


@pytest.fixture
def docker(tmp_path: Path) -> Callable[[str], Docker]:
    """Make an engine whose program does what a line of shell says, and writes what it is told."""

    def made(script: str) -> Docker:
        program = tmp_path / "docker"
        program.write_text(f'#!/bin/sh\necho "$@" >>{tmp_path}/told\n{script}\n')
        program.chmod(0o755)
        return Docker({"PATH": f"{tmp_path}:/usr/bin:/bin"}, has_card=False)

    return made


def test_docker_itself_waits_and_what_it_started_is_looked_at_once(
    docker: Callable[[str], Docker], tmp_path: Path
) -> None:
    engine = docker('case "$*" in *inspect*) echo running healthy;; wait*) echo 0;; esac')
    stack = Stack(engine, "unit", 8080, {"handlers": 2})
    ((begun, _),) = stack.up()
    assert set(begun) == set(stack.services)
    told = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    (up,) = [line for line in told if " up -d" in line]
    assert "--scale=handlers=2" in up
    assert "--no-deps" not in up
    assert sum("unit-handlers-" in line for line in told) == 2
    assert "wait unit-migrate-1" in told


@pytest.mark.parametrize(
    ("state", "is_well"),
    [("running healthy", True), ("running starting", False), ("exited healthy", False)],
)
def test_well_is_who_runs_and_was_found_so(
    docker: Callable[[str], Docker], state: str, *, is_well: bool
) -> None:
    assert docker(f"echo {state}").is_well("beat") is is_well


def test_who_was_killed_is_awaited_until_another_process_is_there(
    docker: Callable[[str], Docker], tmp_path: Path
) -> None:
    victim = subprocess.Popen(["/bin/sleep", "60"])
    first = f"[ -e {tmp_path}/dead ] && echo 4194303 || {{ touch {tmp_path}/dead; echo"
    engine = docker(f"{first} {victim.pid}; }}")
    Stack(engine, "unit", 8080, {}).kill("unit-beat-1")
    assert victim.wait(timeout=5) == -SIGKILL
    assert (tmp_path / "told").read_text(encoding="utf-8").count("inspect") == 2


def test_an_engine_without_a_compose_of_its_own_is_none(docker: Callable[[str], Docker]) -> None:
    assert docker("exit 0").answers()
    assert not docker('[ "$1" = info ]').answers()
    assert not Docker({"PATH": "/nowhere"}, has_card=False).answers()


def test_images_know_what_this_machine_s_pip_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheels, roots = tmp_path / "wheels", tmp_path / "roots.pem"
    wheels.mkdir()
    (wheels / "torch-2.13.0-py3-none-any.whl").touch()
    roots.write_text("roots", encoding="ascii")
    listed = f"global.cert='{roots}'\nglobal.find-links='{wheels}'\n:env:.cert='elsewhere'\n"
    monkeypatch.setattr("ops.docker.proof.images.run", lambda *_, **__: listed)
    context = tmp_path / "context"
    context.mkdir()
    _copy_pip(context)
    assert [path.name for path in (context / "wheels").iterdir()] == [
        "torch-2.13.0-py3-none-any.whl"
    ]
    assert (context / "certificates.crt").read_text(encoding="ascii") == "roots"
    assert "find-links = /opt/wheels" in (context / "pip.conf").read_text(encoding="utf-8")


def test_the_hook_in_place_of_nvidia_s_makes_the_device_where_the_container_will_see_it(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.json").write_text('{"root": {"path": "/merged"}}', encoding="ascii")
    (tmp_path / "nsenter").write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/told\n')
    (tmp_path / "nsenter").chmod(0o755)
    state = json.dumps({"pid": 77, "bundle": str(tmp_path)})
    hook = STANDINS / "nvidia-container-runtime-hook"
    for stage in ("poststop", "prestart"):
        assert not (tmp_path / "told").exists()
        path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
        subprocess.run([sys.executable, hook, stage], input=state, text=True, env=path, check=True)
    told = (tmp_path / "told").read_text(encoding="utf-8").split()
    assert told[0] == "--mount=/proc/77/ns/mnt"
    assert told[-4:] == ["/merged/dev/nvidia0", "c", "1", "3"]


def test_alloy_s_way_to_find_containers_is_put_in_prometheus_s_words() -> None:
    (job,) = config(ALLOY, "unit", "unix:///socket")["scrape_configs"]
    (search,) = job["docker_sd_configs"]
    assert (search["host"], search["refresh_interval"]) == ("unix:///socket", "5s")
    assert search["filters"] == [
        {"name": "label", "values": ["com.docker.compose.project=unit"]},
    ]
    assert [rule["target_label"] for rule in job["relabel_configs"]] == ["service", "service"]
    assert any("gpu_worker" in rule.get("regex", "") for rule in job["relabel_configs"])
