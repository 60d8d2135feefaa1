"""Whom Alloy would find, and as what: by Prometheus, whose way to find containers Alloy has.

Alloy itself is in no package of Debian's. ``discovery.docker`` and the rules beside it are those of
Prometheus's ``docker_sd_configs``, which is given what ``ops/loki/config.alloy`` says.
"""

import json
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from ops.docker.proof.engines import Docker
from ops.docker.proof.shell import ProofFailedError
from ops.docker.proof.stack import Stack
from ops.embedded.layout import ROOT
from ops.embedded.ports import LOOPBACK, free_port
from ops.tests.alloy_files import Block, read

_CONFIG = ROOT / "ops" / "loki" / "config.alloy"
_PROJECT = "com.docker.compose.project="
_NAME = "__meta_docker_container_name"
_PATIENCE = 60.0


def found(stack: Stack, docker: Docker) -> Iterator[str]:
    """Yield a sentence for what was seen.

    Raises:
        ProofFailedError: a container is not found, or is taken for another service's.
    """
    wanted = {
        container: service.removesuffix("_cuda")
        for service in stack.whole
        for container in stack.running(service)
        if docker.is_running(container)
    }
    with _prometheus(config(read(_CONFIG.read_text("utf-8")), stack.project, docker.host)) as port:
        until = time.monotonic() + _PATIENCE
        while (seen := _targets(port)) != wanted:
            if time.monotonic() > until:
                raise ProofFailedError(f"Alloy would find {seen}, and there are {wanted}")
            time.sleep(1.0)
    yield f"the logs of {len(wanted)} containers would be found, each by its service's name"


def config(alloy: Block, project: str, host: str) -> dict[str, Any]:
    """Return for Prometheus what Alloy is told of an engine at ``host``."""
    (discovery,), (relabel,) = alloy.of_kind("discovery.docker"), alloy.of_kind("discovery.relabel")
    filters = [dict(block.attributes) for block in discovery.of_kind("filter")]
    for one in filters:
        if one["values"] != [f"{_PROJECT}otvet"]:
            raise ProofFailedError(f"Alloy looks for {one['values']}")
        one["values"] = [_PROJECT + project]
    search = {
        "host": host,
        "refresh_interval": str(discovery.attributes["refresh_interval"]),
        "filters": filters,
    }
    rules = [dict(block.attributes) for block in relabel.of_kind("rule")]
    job = {"job_name": "found", "docker_sd_configs": [search], "relabel_configs": rules}
    return {"scrape_configs": [job]}


@contextmanager
def _prometheus(told: dict[str, Any]) -> Iterator[int]:
    port = free_port()
    with TemporaryDirectory(prefix="otvet-found-") as folder:
        file = Path(folder) / "prometheus.yml"
        file.write_text(yaml.safe_dump(told), encoding="utf-8")
        command = ["prometheus", f"--config.file={file}", f"--storage.tsdb.path={folder}/data"]
        listens = f"--web.listen-address={LOOPBACK}:{port}"
        with (Path(folder) / "log").open("wb") as log:
            running = subprocess.Popen([*command, listens], stdout=log, stderr=log)
            try:
                yield port
            finally:
                running.terminate()
                running.wait(timeout=_PATIENCE)


def _targets(port: int) -> dict[str, str]:
    """Return each container's name with the service that it is taken for."""
    url = f"http://{LOOPBACK}:{port}/api/v1/targets"
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            active = json.load(answer)["data"]["activeTargets"]
    except OSError:
        return {}
    return {
        one["discoveredLabels"][_NAME].lstrip("/"): one["labels"].get("service", "")
        for one in active
    }
