"""A real Prometheus with our own configuration, told where the test's processes are."""

import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

from ops.embedded.child import guarded
from ops.embedded.layout import ROOT
from ops.embedded.ports import LOOPBACK, free_port
from ops.embedded.probes import http_ok
from shared.config import process_environment
from tests.journeys.waiting import wait_until
from tests.plain_http import no_authorities
from tests.services import service_missing

_PACKAGES = (
    "prometheus",
    *(f"prometheus-{name}-exporter" for name in ("redis", "postgres", "node")),
)
CONFIGURATION = ROOT / "ops" / "prometheus"
SECONDS = 1
_START = 30.0
_STOP = 10.0
_SCRAPED = 30.0


def need_servers() -> None:
    """Skip the test on a laptop without Debian's packages; fail it on CI."""
    for name in _PACKAGES:
        if shutil.which(name) is None:
            service_missing(FileNotFoundError(f"{name} (Debian's package {name})"))


class Prometheus:
    """One server that scrapes every second."""

    def __init__(self, folder: Path, targets: Mapping[str, Sequence[int]]) -> None:
        """Scrape the ports that ``targets`` names for each job of ``prometheus.yml``."""
        shutil.copytree(CONFIGURATION, folder / "prometheus")
        self._folder = folder / "prometheus"
        self._data = folder / "data"
        self._targets = targets
        self._port = free_port()
        self._client = httpx.Client(
            base_url=f"http://{LOOPBACK}:{self._port}", timeout=20, verify=no_authorities()
        )
        _point(self._folder / "prometheus.yml", targets)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run it until the block ends; all targets have been scraped before it begins."""
        command = (
            "prometheus",
            f"--config.file={self._folder / 'prometheus.yml'}",
            f"--storage.tsdb.path={self._data}",
            f"--web.listen-address={LOOPBACK}:{self._port}",
            "--log.level=warn",
        )
        with process(command, self._folder / "log", self._port, "/-/ready"):
            wait_until("every target is scraped", self._is_scraped, _SCRAPED)
            yield
        self._client.close()

    def query(self, expression: str) -> list[dict[str, Any]]:
        """Return the series of a query at this moment.

        Raises:
            AssertionError: Prometheus does not understand it.
        """
        answer = self._client.get("/api/v1/query", params={"query": expression}).json()
        assert answer["status"] == "success", f"{expression}: {answer.get('error')}"
        series: list[dict[str, Any]] = answer["data"]["result"]
        return series

    def down(self) -> list[str]:
        """Return what could not be scraped, and why."""
        answer = self._client.get("/api/v1/targets").json()["data"]["activeTargets"]
        return [
            f"{one['scrapeUrl']}: {one['lastError']}" for one in answer if one["health"] != "up"
        ]

    def _is_scraped(self) -> bool:
        wanted = sum(len(ports) for ports in self._targets.values())
        return len(self.query("up == 1")) == wanted


@contextmanager
def process(
    command: Iterable[str],
    log: Path,
    port: int,
    path: str,
    environment: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server until the block ends; it is there when ``path`` answers on ``port``."""
    program, *arguments = command
    with log.open("wb") as output:
        started = subprocess.Popen(
            guarded((shutil.which(program) or program, *arguments), signal.SIGKILL),
            env=process_environment() | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + _START
        while not http_ok(LOOPBACK, port, path):
            if started.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"{program} did not start:\n{log.read_text()[-2000:]}")
            time.sleep(0.1)
        yield
    finally:
        started.terminate()
        try:
            started.wait(_STOP)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


@contextmanager
def exporters(folder: Path, environment: Mapping[str, str]) -> Iterator[dict[str, list[int]]]:
    """Run Debian's exporters beside the stores of an installation; yield their ports by job."""
    redis, postgres, node = free_port(), free_port(), free_port()
    with ExitStack() as stack:
        for name, port, flags, extra in (
            (
                "redis",
                redis,
                (f"-web.listen-address={LOOPBACK}:{redis}",),
                {"REDIS_ADDR": environment["REDIS_URL"]},
            ),
            (
                "postgres",
                postgres,
                (f"--web.listen-address={LOOPBACK}:{postgres}",),
                {"DATA_SOURCE_NAME": f"{environment['DATABASE_URL']}?sslmode=disable"},
            ),
            ("node", node, (f"--web.listen-address={LOOPBACK}:{node}",), {}),
        ):
            command = (f"prometheus-{name}-exporter", *flags)
            stack.enter_context(process(command, folder / f"{name}.log", port, "/metrics", extra))
        yield {"redis": [redis], "postgres": [postgres], "node": [node]}


def _point(path: Path, targets: Mapping[str, Sequence[int]]) -> None:
    """Put ports in the place of compose's names, and seconds in that of minutes; all else stays."""
    configuration = yaml.safe_load(path.read_text(encoding="utf-8"))
    every = f"{SECONDS}s"
    configuration["global"] = {
        "scrape_interval": every, "scrape_timeout": every, "evaluation_interval": every,
    }  # fmt: skip
    for job in configuration["scrape_configs"]:
        ports = targets.get(job["job_name"], [])
        del job["dns_sd_configs"]
        job["static_configs"] = [{"targets": [f"{LOOPBACK}:{port}" for port in ports]}]
    path.write_text(yaml.safe_dump(configuration), encoding="utf-8")
