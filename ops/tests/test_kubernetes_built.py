"""What kustomize makes of the Kubernetes form, and the page that leads to it."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.embedded.layout import ROOT
from ops.embedded.processes import WORKER_NAMES
from ops.tests.gateway import KONG, NAME, PLUGIN
from ops.tests.kubernetes_files import (
    COMPONENT,
    EXAMPLE,
    FOLDER,
    SETTINGS,
    built,
    container,
    documents,
    pod,
    settings,
)

PAGE = (ROOT / "docs" / "kubernetes.md").read_text(encoding="utf-8")
COMMANDS = [
    line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A checkout of which files may be changed; returns its ops/kubernetes/ours."""
    for folder in (FOLDER, KONG):
        shutil.copytree(folder, tmp_path / folder.relative_to(ROOT))
    place = tmp_path / FOLDER.relative_to(ROOT)
    shutil.copytree(place / "example", place / "ours")
    return place / "ours"


def of(objects: list[dict[str, Any]], kind: str) -> dict[str, dict[str, Any]]:
    return {one["metadata"]["name"]: one for one in objects if one["kind"] == kind}


def named(objects: list[dict[str, Any]], beginning: str) -> dict[str, Any]:
    (found,) = [
        one for name, one in of(objects, "ConfigMap").items() if name.startswith(f"{beginning}-")
    ]
    return found


def test_an_installation_is_whole() -> None:
    objects = built(EXAMPLE)
    assert {one["metadata"]["namespace"] for one in objects} == {"otvet"}
    deployments = of(objects, "Deployment")
    components = {one["metadata"]["labels"][COMPONENT] for one in deployments.values()}
    assert components == {"handlers", "kong", *WORKER_NAMES}
    assert of(objects, "Ingress").keys() == {"otvet"}
    assert of(objects, "Service").keys() == {"handlers", "kong"}
    assert of(objects, "ScaledObject").keys() == {"handlers", "gpu-worker"}
    for one in (*deployments.values(), *of(objects, "Job").values()):
        assert re.search(r":\d+\.\d+\.\d+$", container(one)["image"])


def test_what_pods_are_given_is_there() -> None:
    objects = built(EXAMPLE)
    maps = of(objects, "ConfigMap")
    asked = set()
    for one in (*of(objects, "Deployment").values(), *of(objects, "Job").values()):
        asked |= {given["configMapRef"]["name"] for given in container(one).get("envFrom", [])}
        volumes = pod(one)["volumes"]
        asked |= {volume["configMap"]["name"] for volume in volumes if "configMap" in volume}
    assert asked == set(maps)

    assert named(objects, SETTINGS)["data"] == settings()
    declared = (KONG / "kong.yml").read_text(encoding="utf-8")
    assert named(objects, "kong-declaration")["data"] == {"kong.yml": declared}
    sources = (PLUGIN / "kong" / "plugins" / NAME).glob("*.lua")
    texts = {path.name: path.read_text(encoding="utf-8") for path in sources}
    assert named(objects, f"kong-{NAME}")["data"] == texts


def test_a_changed_setting_rolls_the_processes_and_a_changed_route_the_gateway(
    copied: Path,
) -> None:
    def templates() -> dict[str, Any]:
        workloads = of(built(copied), "Deployment")
        return {name: one["spec"]["template"] for name, one in workloads.items()}

    before = templates()
    assert templates() == before
    path = copied / "kustomization.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("//chroma.stores:", "//chroma.elsewhere:"), encoding="utf-8")
    moved = templates()
    assert {name for name in before if moved[name] != before[name]} == set(before) - {"kong"}

    path = copied.parents[1] / "kong" / "kong.yml"
    path.write_text(path.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    again = templates()
    assert {name for name in before if again[name] != moved[name]} == {"kong"}


def test_a_step_of_an_upgrade_takes_the_settings_that_its_job_is_given() -> None:
    (command,) = [one for one in COMMANDS if "apply" in one and " -l " in one]
    found = re.search(r" -l (\S+)=(\S+)", command)
    assert found is not None
    key, value = found.groups()
    chosen = [one for one in built(EXAMPLE) if one["metadata"].get("labels", {}).get(key) == value]
    assert sorted(one["kind"] for one in chosen) == ["ConfigMap", "Job"]
    (job,) = of(chosen, "Job").values()
    (given,) = container(job)["envFrom"]
    assert given["configMapRef"]["name"] in of(chosen, "ConfigMap")


def test_an_installation_may_have_cards_or_no_keda(copied: Path) -> None:
    path = copied / "kustomization.yaml"
    text = path.read_text(encoding="utf-8")
    assert "  - ../base #" in text
    assert "\n# components: " in text
    text = text.replace("  - ../base #", "  - ../gpu #").replace(
        "\n# components: ", "\ncomponents: "
    )
    path.write_text(text, encoding="utf-8")
    objects = built(copied)
    assert not of(objects, "ScaledObject")
    deployments = of(objects, "Deployment")
    replicas = {name: one["spec"]["replicas"] for name, one in deployments.items()}
    assert (replicas["handlers"], replicas["gpu-worker"], replicas["beat"]) == (2, 1, 1)
    worker = container(deployments["gpu-worker"])
    assert worker["resources"]["limits"]["nvidia.com/gpu"] == 1
    assert "otvet-gpu-worker-cuda:" in worker["image"]


def test_the_page_s_commands_name_what_there_is() -> None:
    for path in set(re.findall(r"ops/kubernetes/[\w/.-]+", PAGE)):
        assert (ROOT / path).exists() or path.rstrip("/") == "ops/kubernetes/ours", path
    assert any(
        one.startswith("cp -r ops/kubernetes/example ops/kubernetes/ours") for one in COMMANDS
    )
    required = {"SECRET_KEY", "GATEWAY_SECRET", "DATABASE_URL", "REDIS_URL", "BROKER_URL"}
    assert required <= set(re.findall(r"`([A-Z_]+)=", PAGE))
    objects = [one for name in ("base", "gateway", "example") for one in documents(FOLDER / name)]
    names = {(one["kind"].lower(), one["metadata"]["name"]) for one in objects}
    for command in COMMANDS:
        for kind, name in re.findall(r"\b(deployment|job|service)/([\w-]+)", command):
            assert (kind, name) in names, command
    # Namespaces that the policies know by a label get it, and so does the certificate its name.
    labels = set(re.findall(r"otvet\.example/\w+: \"true\"", yaml_text()))
    given = {
        f'{one}: "true"' for one in re.findall(r"(otvet\.example/\w+)=true", "\n".join(COMMANDS))
    }
    assert given == labels
    (ingress,) = [one for one in objects if one["kind"] == "Ingress"]
    certificate = ingress["spec"]["tls"][0]["secretName"]
    assert any(f"create secret tls {certificate} " in one for one in COMMANDS)


def yaml_text() -> str:
    """All files of the form, without what they say beside."""
    return "".join(
        re.sub(r"^\s*#.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for path in FOLDER.rglob("*.yaml")
    )


def test_the_page_leads_from_nothing_to_an_answer() -> None:
    steps = [
        "create namespace otvet",
        "create secret generic otvet-secrets",
        "create secret tls",
        "cp -r ops/kubernetes/example",
        "apply -k ops/kubernetes/ours",
        "job/migrate",
        "--for=condition=available --timeout=10m deployment --all",
        "otvet check",
        "otvet administrator create",
        "workers.demo --data demo",
    ]
    whole = "\n".join(COMMANDS)
    places = [whole.index(step) for step in steps]
    assert places == sorted(places)


def test_the_page_s_yaml_is_yaml() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) >= 2
    for block in blocks:
        assert yaml.safe_load(block)
