"""What ops/kubernetes says, read from its files, and built by the kustomize that is in kubectl."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.embedded.layout import ROOT

FOLDER = ROOT / "ops" / "kubernetes"
BASE, GATEWAY, EXAMPLE = FOLDER / "base", FOLDER / "gateway", FOLDER / "example"
COMPONENT = "app.kubernetes.io/component"
SECRET, SETTINGS, TMP = "otvet-secrets", "otvet-settings", "/tmp"  # noqa: S108


def kustomization(folder: Path) -> dict[str, Any]:
    """The folder's kustomization.yaml."""
    read = yaml.safe_load((folder / "kustomization.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = read
    return found


def documents(folder: Path) -> list[dict[str, Any]]:
    """Every object of the folder's own files, as they stand there."""
    names = [name for name in kustomization(folder)["resources"] if name.endswith(".yaml")]
    return [
        one
        for name in names
        for one in yaml.safe_load_all((folder / name).read_text(encoding="utf-8"))
    ]


def settings(folder: Path = BASE) -> dict[str, str]:
    """What is no secret: the lines of settings.env, as kustomize reads them."""
    lines = (folder / "settings.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def pod(workload: dict[str, Any]) -> dict[str, Any]:
    """The pod that a Deployment or a Job makes."""
    spec: dict[str, Any] = workload["spec"]["template"]["spec"]
    return spec


def container(workload: dict[str, Any]) -> dict[str, Any]:
    """Its one container."""
    (only,) = pod(workload)["containers"]
    found: dict[str, Any] = only
    return found


def built(folder: Path) -> list[dict[str, Any]]:
    """What ``kubectl apply -k`` would send. Skips where there is no kubectl.

    No package of Debian 12 has one that is new enough, so CI may be without it, too.
    """
    kubectl = shutil.which("kubectl")
    if kubectl is None:
        pytest.skip("kubectl is not here; the files are checked all the same")
    done = subprocess.run(
        [kubectl, "kustomize", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return list(yaml.safe_load_all(done.stdout))
