"""``make run`` from the outside: what it refuses, what it shows, what it leaves."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from ops.embedded.installation import Installation
from ops.embedded.launcher import given_settings
from ops.embedded.layout import ROOT, Layout
from ops.embedded.ports import LOOPBACK, free_port
from ops.embedded.supervisor import Supervisor
from shared.config import Settings, process_environment

_COMMAND = (sys.executable, "-m", "ops.embedded", "--data")


def _environment(port: int, **settings: str) -> dict[str, str]:
    return process_environment() | {"PORT": str(port)} | settings


def _refused(data: Path, port: int, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_COMMAND, str(data)],
        cwd=ROOT,
        env=_environment(port, **settings),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_wrong_setting_stops_the_start_at_once_and_is_named(tmp_path: Path) -> None:
    began = time.monotonic()
    done = _refused(tmp_path / "data", free_port(), LOG_LEVEL="LOUD")
    assert done.returncode == 2
    assert "LOG_LEVEL" in done.stderr
    assert time.monotonic() - began < 3
    assert not (tmp_path / "data").exists()


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server((LOOPBACK, 0)) as server:
        port = server.getsockname()[1]
        done = _refused(tmp_path / "data", port)
    assert done.returncode == 1
    assert f"PORT: {LOOPBACK}:{port} is taken" in done.stdout


def test_only_what_was_named_replaces_an_embedded_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "BROKER_URL", "CHROMA_URL", "ENVIRONMENT"):
        monkeypatch.delenv(name, raising=False)
    settings = Settings(_env_file=None, database_url=SecretStr("postgresql://db.example/otvet"))
    assert given_settings(settings) == {"DATABASE_URL": "postgresql://db.example/otvet"}


@contextmanager
def _running(data: Path, port: int) -> "Iterator[subprocess.Popen[str]]":
    launcher = subprocess.Popen(
        [*_COMMAND, str(data)],
        cwd=ROOT,
        env=_environment(port),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert launcher.stdout is not None
        shown = []
        for line in launcher.stdout:
            shown.append(line)
            if "Ctrl-C stops everything" in line:
                break
        else:
            pytest.fail("the launcher ended:\n" + "".join(shown))
        yield launcher
    finally:
        if launcher.poll() is None:
            launcher.terminate()
        launcher.wait(90)
        assert launcher.stdout is not None
        launcher.stdout.close()


def _get(port: int, path: str) -> int:
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status
    finally:
        connection.close()


def _pids(data: Path) -> dict[str, int]:
    states = Supervisor(Layout(data)).states()
    return {name: state.pid for name, state in states.items()}


@pytest.mark.services
def test_the_whole_platform_starts_recovers_and_leaves_nothing(services_folder: Path) -> None:
    """Given a bare data folder: up, a killed process comes back, SIGTERM and -9 leave nothing."""
    data, port = services_folder / "whole", free_port()
    with _running(data, port) as launcher:
        pids = _pids(data)
        assert all(pids.values())
        pages = ("/demo/", "/demo/hostile.html", "/widget/module/otvet.js", "/admin/")
        assert [_get(port, path) for path in ("/readyz", *pages)] == [200] * 5
        demo = json.loads((data / "demo.json").read_text("utf-8"))
        assert demo["base_url"] == f"http://{LOOPBACK}:{port}"
        assert (data / "demo.json").stat().st_mode & 0o777 == 0o600
        os.kill(pids["results"], signal.SIGKILL)
        _until(lambda: _pids(data)["results"] not in (0, pids["results"]))
        second = _refused(data, free_port())
        assert second.returncode == 1
        assert "already running" in second.stdout
        pids = _pids(data)
        launcher.send_signal(signal.SIGTERM)
        assert launcher.wait(60) == 0
    assert not [pid for pid in pids.values() if _alive(pid)]

    began = time.monotonic()
    with _running(data, port) as launcher:
        print(f"second start: {time.monotonic() - began:.1f} s")
        pids = _pids(data)
        assert json.loads((data / "demo.json").read_text("utf-8")) == demo
        launcher.kill()
        _until(lambda: not [pid for pid in pids.values() if _alive(pid)])
    Installation(data, port=port).stop()


def _until(done: Callable[[], bool], seconds: float = 60.0) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def _alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
