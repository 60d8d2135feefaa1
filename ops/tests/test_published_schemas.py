"""Our files by the schemas that others publish of theirs: the Compose specification, Kubernetes.

What is said of our own rules is in test_compose.py and test_kubernetes.py. Kong, Loki and KEDA
publish none that a machine without their programs could ask. Grafana's: test_grafana.py.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate  # type: ignore[import-untyped]
import pytest
import yaml

from ops.embedded.layout import ROOT

COMPOSE = sorted(
    path.relative_to(ROOT)
    for folder in (ROOT, ROOT / "localstack", ROOT / "ops" / "docker" / "standins")
    for path in folder.glob("*.yaml")
    if re.search(r"^services:", path.read_text(encoding="utf-8"), re.M)
)
OTHERS = {"Component", "Kustomization", "ScaledObject"}
"""Kinds that are not Kubernetes' own."""
VERSION = "1.33"


def _composes(path: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec")
    return subprocess.run(
        [*command, str(path)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


def _patches() -> set[Path]:
    """Files that hold a part of a resource, which is none by itself."""
    return {
        path.parent / patch["path"]
        for path in (ROOT / "ops" / "kubernetes").rglob("kustomization.yaml")
        for patch in yaml.safe_load(path.read_text(encoding="utf-8")).get("patches", [])
        if "path" in patch
    }


def resources() -> list[dict[str, Any]]:
    """Every whole resource of ops/kubernetes."""
    paths = set((ROOT / "ops" / "kubernetes").rglob("*.yaml")) - _patches()
    return [
        one
        for path in sorted(paths)
        for one in yaml.safe_load_all(path.read_text(encoding="utf-8"))
        if one
    ]


def test_files_are_found() -> None:
    assert {Path("compose.yaml"), Path("compose.production.yaml")} <= set(COMPOSE)
    assert len(resources()) > 15


@pytest.mark.parametrize("path", COMPOSE, ids=str)
def test_a_file_is_one_of_the_compose_specification(path: Path) -> None:
    done = _composes(path)
    assert done.returncode == 0, done.stdout


def test_a_key_that_the_specification_does_not_have_is_found_out(tmp_path: Path) -> None:
    wrong = tmp_path / "compose.yaml"
    wrong.write_text("services: {a: {image: b, readonly: true}}", encoding="utf-8")
    assert "readonly" in _composes(wrong).stdout


@pytest.mark.parametrize(
    "resource", resources(), ids=lambda one: f"{one['kind']}-{one.get('metadata', {}).get('name')}"
)
def test_a_resource_is_one_of_kubernetes(resource: dict[str, Any]) -> None:
    if resource["kind"] in OTHERS:
        with pytest.raises(kubernetes_validate.SchemaNotFoundError):
            kubernetes_validate.validate(resource, VERSION, strict=True)
    else:
        kubernetes_validate.validate(resource, VERSION, strict=True)


def test_a_field_that_kubernetes_does_not_have_is_found_out() -> None:
    service = next(one for one in resources() if one["kind"] == "Service")
    wrong = {**service, "spec": {**service["spec"], "port": 80}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(wrong, VERSION, strict=True)
