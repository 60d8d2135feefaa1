"""The real processes refuse a wrong setting within three seconds, and say which it is."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.config import process_environment

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 3.0
GOOD = {
    "SECRET_KEY": "f3Zq8-house-test-K1mT9xW2vB7nR4cY",
    "DATABASE_URL": "postgresql://otvet:p4ssw0rd-canary@127.0.0.1:1/otvet",
    "REDIS_URL": "redis://127.0.0.1:1/0",
    "BROKER_URL": "redis://127.0.0.1:1/1",
    "CHROMA_URL": "http://127.0.0.1:1",
}
# What is started, which settings are wrong, what the refusal must name.
CASES: dict[str, tuple[tuple[str, ...], dict[str, str | None], tuple[str, ...]]] = {
    "handlers, example secret": (
        ("handlers.main",),
        {"SECRET_KEY": "change-me-change-me-change-me-12345"},
        ("SECRET_KEY",),
    ),
    "handlers, websockets without an address": (
        ("handlers.main",),
        {"VISITOR_TRANSPORT": "websocket", "WEBSOCKET_URL": "wss://live.example.com"},
        ("WEBSOCKET_ENDPOINT",),
    ),
    "relay, no gateway": (("handlers.relay",), {}, ("WEBSOCKET_ENDPOINT",)),
    "workers, missing": (
        ("workers.main", "results"),
        {"DATABASE_URL": None, "BROKER_URL": None},
        ("DATABASE_URL", "BROKER_URL"),
    ),
    "gpu_worker, malformed": (("gpu_worker.main",), {"CHROMA_URL": "chroma:8000"}, ("CHROMA_URL",)),
    "gpu_worker, a server and adapters of its own": (
        ("gpu_worker.main",),
        {"AI_MODEL": "m", "AI_BASE_URL": "http://127.0.0.1:1", "AI_ADAPTERS": "adapters"},
        ("AI_ADAPTERS",),
    ),
    "gpu_worker, no folder of adapters": (
        ("gpu_worker.main",),
        {"AI_MODEL": "m", "AI_ADAPTERS": "/nowhere/at/all"},
        ("AI_ADAPTERS", "/nowhere/at/all"),
    ),
    "migrations, misspelt": (
        ("shared.storage.migrate",),
        {"DATABASE_URI": "postgresql://x"},
        ("DATABASE_URI", "DATABASE_URL"),
    ),
}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended."""

    status: int
    output: str
    cpu_seconds: float


@pytest.fixture(scope="module")
def ended() -> dict[str, Ended]:
    """Start all of them at once and wait for their ends."""
    found = _ends(*CASES)
    for name in CASES:
        # Cores that are shared make everything dearer; what a start costs is the least it takes.
        for _ in range(2):
            if found[name].cpu_seconds >= MOST_SECONDS:
                found[name] = min(found[name], *_ends(name).values(), key=lambda it: it.cpu_seconds)
    return found


def _ends(*names: str) -> dict[str, Ended]:
    with tempfile.TemporaryDirectory() as folder:
        started = {}
        for name in names:
            module, changes, _ = CASES[name]
            changed = {key: value for key, value in (GOOD | changes).items() if value is not None}
            environment = {
                "PATH": process_environment()["PATH"],
                "PYTHONPATH": str(ROOT),
                "PYTHONPYCACHEPREFIX": process_environment().get("PYTHONPYCACHEPREFIX", ""),
            }
            output = (Path(folder) / name).open("w+b")
            process = subprocess.Popen(
                [sys.executable, "-m", *module],
                cwd=folder,
                env=environment | changed,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            started[name] = process, output
        found = {}
        for name, (process, output) in started.items():
            until = time.monotonic() + 40
            while True:
                pid, status, usage = os.wait4(process.pid, os.WNOHANG)
                if pid or time.monotonic() > until:
                    break
                time.sleep(0.02)
            if not pid:
                process.kill()
            process.returncode = os.waitstatus_to_exitcode(status) if pid else process.wait()
            output.seek(0)
            text = output.read().decode()
            output.close()
            seconds = usage.ru_utime + usage.ru_stime
            found[name] = Ended(process.returncode, text, seconds)
        return found


@pytest.mark.parametrize("name", CASES)
def test_a_process_refuses_a_wrong_setting_by_its_name(ended: dict[str, Ended], name: str) -> None:
    found = ended[name]
    assert found.status == 78, found.output
    assert all(setting in found.output for setting in CASES[name][2]), found.output
    assert "Traceback" not in found.output
    assert len(found.output.splitlines()) == 1


@pytest.mark.parametrize("name", CASES)
def test_the_refusal_takes_no_more_than_three_seconds_of_work_and_tells_no_secret(
    ended: dict[str, Ended], name: str
) -> None:
    # Processor time, for other tests may keep the cores busy.
    assert ended[name].cpu_seconds < MOST_SECONDS
    assert "canary" not in ended[name].output
    assert "change-me-change-me" not in ended[name].output
