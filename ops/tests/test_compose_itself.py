"""compose.yaml and what is laid over it, as Docker's own Compose reads them.

What our models (``compose_files.py``) say of the files is what ``test_compose.py`` judges; here it
is seen that Compose takes the files, and reads in them what the models read.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ops.docker.proof.debian import unpacked
from ops.docker.proof.shell import ProofFailedError, run
from ops.embedded.layout import ROOT
from ops.tests.compose_files import composed

pytestmark = pytest.mark.services

_BASE = ("compose.yaml",)
_PRODUCTION = (*_BASE, "compose.production.yaml")
_DESK = "compose.desk.yaml"
_GIVEN = {
    "PUBLIC_URL": "https://support.example.com",
    "SECRETS_FOLDER": "/etc/otvet",
    "TRUSTED_IPS": "10.0.0.0/8",
}
_SAME = ("image", "user", "entrypoint", "read_only", "restart", "cap_drop", "security_opt")
_TOO = ("pull_policy", "profiles", "network_mode", "environment")


@pytest.fixture(scope="module")
def program() -> Path:
    """Docker's Compose, which asks no engine to read files."""
    return unpacked("docker-compose") / "usr/libexec/docker/cli-plugins/docker-compose"


def _read(program: Path, files: tuple[str, ...], given: Mapping[str, str]) -> dict[str, Any]:
    named = [word for name in files for word in ("-f", name)]
    words = (*named, "--profile", "*", "config", "--format", "json")
    services: dict[str, Any] = json.loads(run(program, *words, environment=given))["services"]
    return services


@pytest.mark.parametrize("files", [_BASE, (*_BASE, _DESK), _PRODUCTION, (*_PRODUCTION, _DESK)])
def test_compose_reads_what_the_models_read(program: Path, files: tuple[str, ...]) -> None:
    real, ours = _read(program, files, _GIVEN), composed(*files, **_GIVEN).services
    assert real.keys() == ours.keys()
    for name, service in ours.items():
        own, theirs = service.model_dump(exclude_none=True), real[name]
        for key in (*_SAME, *_TOO):
            assert (name, key, own.get(key) or None) == (name, key, theirs.get(key) or None)
        said = [word.replace("$$", "$") for word in theirs.get("command") or []]
        assert (name, own.get("command") or []) == (name, said)
        waits = {one: how["condition"] for one, how in own["depends_on"].items()}
        others = theirs.get("depends_on") or {}
        assert (name, waits) == (name, {one: how["condition"] for one, how in others.items()})
        attached = set(theirs.get("networks") or {})
        assert (name, set(service.networks)) == (name, attached)
        limits = theirs["deploy"]["resources"]["limits"]
        assert float(limits["cpus"]) == float(service.deploy.resources.limits.cpus)


@pytest.mark.parametrize("missing", sorted(_GIVEN))
def test_compose_begins_no_production_without(program: Path, missing: str) -> None:
    given = {name: value for name, value in _GIVEN.items() if name != missing}
    with pytest.raises(ProofFailedError, match=missing):
        _read(program, _PRODUCTION, given)


def test_what_is_misspelt_is_refused(program: Path, tmp_path: Path) -> None:
    file = tmp_path / "over.yaml"
    file.write_text("services: {kong: {read_olny: true}}\n", encoding="ascii")
    with pytest.raises(ProofFailedError, match="read_olny"):
        _read(program, (*_BASE, str(file)), _GIVEN)


def test_what_the_proof_lays_over_is_taken(program: Path) -> None:
    standins = "ops/docker/standins"
    files = (*_BASE, f"{standins}/compose.yaml", f"{standins}/build.yaml")
    services = _read(program, files, {"CPU_WORKERS": "0"})
    ours = {name for name, one in services.items() if "localhost/otvet-" in one["image"]}
    built = {name for name, one in services.items() if (one.get("build") or {}).get("args", {})}
    assert {services[name]["image"] for name in ours} == {services[name]["image"] for name in built}
    for name in built - {"gpu_worker_cuda"}:
        images = [value for key, value in services[name]["build"]["args"].items() if "IMAGE" in key]
        assert len(images) == 2, name
        assert all(image.startswith("localhost/") for image in images)
    assert services["gpu_worker"]["deploy"]["replicas"] == 0


def test_compose_takes_the_files_that_the_manual_has_one_write(
    program: Path, tmp_path: Path
) -> None:
    manual = (ROOT / "docs" / "compose.md").read_text(encoding="utf-8")
    written = re.findall(r"^```yaml\n(services:\n.*?)^```", manual, re.MULTILINE | re.DOTALL)
    assert len(written) >= 2
    files = []
    for number, text in enumerate(written):
        files.append(tmp_path / f"own-{number}.yaml")
        # A file of one's own lies in the checkout, beside the one that it extends.
        files[-1].write_text(text.replace("file: compose.yaml", f"file: {ROOT}/compose.yaml"))
    services = _read(program, (*_PRODUCTION, *map(str, files)), _GIVEN)
    cards = {
        name: one["deploy"]["resources"]["reservations"]["devices"]
        for name, one in services.items()
        if name.startswith("gpu_worker_cuda")
    }
    assert [(len(own), own[0]["device_ids"]) for own in cards.values()] == [(1, ["0"]), (1, ["1"])]
    assert services["gpu_worker_cuda"]["environment"]["AI_MODEL"] == "/given/qwen"
