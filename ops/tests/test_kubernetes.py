"""The Kubernetes form says what the code says: names, ports, paths, metrics; and takes no rights.

There is no cluster here: what is checked is what the files say. The way in is looked at in
test_kubernetes_gateway.py, what kustomize makes of all of it in test_kubernetes_built.py.
"""

import importlib.util
import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from ops.embedded.layout import ROOT
from ops.embedded.processes import WORKER_NAMES
from ops.tests.kubernetes_files import (
    BASE,
    COMPONENT,
    FOLDER,
    SECRET,
    SETTINGS,
    TMP,
    container,
    documents,
    kustomization,
    pod,
    settings,
)
from ops.tests.test_prometheus import promtool, run  # noqa: F401 (a fixture)
from shared.config import Settings
from tests.house.test_watching import metrics, named

USER = 10_001
_NO_SETTINGS = {"TRITON_CACHE_DIR"}
_SECRETS = {
    name.upper() for name, field in Settings.model_fields.items() if "SecretStr" in str(field)
} - {"AI_API_KEY"}


ALL = documents(BASE)
WORKLOADS = [one for one in ALL if one["kind"] in ("Deployment", "Job")]
DEPLOYMENTS = {
    one["metadata"]["labels"][COMPONENT]: one for one in ALL if one["kind"] == "Deployment"
}
POLICIES = {one["metadata"]["name"]: one["spec"] for one in ALL if one["kind"] == "NetworkPolicy"}
GIVEN: dict[str, Any] = {**settings()}
QUERIES = [
    trigger["metadata"]
    for one in ALL
    if one["kind"] == "ScaledObject"
    for trigger in one["spec"]["triggers"]
    if trigger["type"] == "prometheus"
]
each_workload = pytest.mark.parametrize(
    "workload", WORKLOADS, ids=lambda one: str(one["metadata"]["name"])
)
each_deployment = pytest.mark.parametrize("component", sorted(DEPLOYMENTS))


def test_every_file_is_applied_and_every_process_there() -> None:
    files = {path.name for path in BASE.glob("*.yaml")} - {"kustomization.yaml"}
    assert set(kustomization(BASE)["resources"]) == files
    assert set(DEPLOYMENTS) == {"handlers", *WORKER_NAMES}


@each_workload
def test_a_process_has_no_rights_and_writes_nowhere_but_to_its_own_folder(
    workload: dict[str, Any],
) -> None:
    spec, only = pod(workload), container(workload)
    assert spec["automountServiceAccountToken"] is False
    outer, inner = spec["securityContext"], only["securityContext"]
    assert outer["runAsNonRoot"] is True
    assert outer["runAsUser"] == outer["runAsGroup"] == USER
    assert outer["seccompProfile"] == {"type": "RuntimeDefault"}
    assert inner == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert only["volumeMounts"] == [{"name": "tmp", "mountPath": TMP}]
    assert spec["volumes"] == [{"name": "tmp", "emptyDir": {}}]
    assert not {"hostNetwork", "hostPID", "hostIPC"} & spec.keys()
    assert only["resources"]["requests"].keys() == {"cpu", "memory"}
    assert "memory" in only["resources"]["limits"]


@each_workload
def test_a_process_is_told_settings_that_there_are_and_secrets_by_their_name(
    workload: dict[str, Any],
) -> None:
    # A Service of the namespace is else a variable, which may look like a misspelt setting.
    assert pod(workload)["enableServiceLinks"] is False
    only = container(workload)
    assert only["envFrom"] == [{"configMapRef": {"name": SETTINGS}}]
    for variable in only["env"]:
        assert variable["name"] in _SECRETS
        reference = variable["valueFrom"]["secretKeyRef"]
        assert (reference["name"], reference["key"]) == (SECRET, variable["name"])
        assert reference.get("optional", False) == variable["name"].endswith("_PREVIOUS")


def test_what_is_no_secret_is_a_setting_and_no_secret_is_in_a_file() -> None:
    known = {name.upper() for name in Settings.model_fields}
    (made,) = kustomization(BASE)["configMapGenerator"]
    assert (made["name"], made["envs"]) == (SETTINGS, ["settings.env"])
    assert set(GIVEN) <= known - _SECRETS
    Settings(_env_file=None, **{name.lower(): value for name, value in GIVEN.items()})
    assert not [one for one in ALL if one["kind"] == "Secret"]
    text = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.yaml"))
    assert not re.search(r"://[^/\s:@]+:[^@\s]+@", text)


def test_each_process_gets_what_it_refuses_to_start_without() -> None:
    given = {
        component: {one["name"] for one in container(workload)["env"]} | set(GIVEN)
        for component, workload in DEPLOYMENTS.items()
    }
    table = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)` \|[^|]*\|[^|]*\|([^|]*)\|", table, re.MULTILINE)
    needs = {name: set(letters.split()) for name, letters in rows if letters.strip()}
    assert len(needs) >= 5
    letter = {"handlers": "H", "gpu_worker": "G"}
    for component, names in given.items():
        needed = {name for name, by in needs.items() if letter.get(component, "W") in by}
        assert needed - names == set()
    assert not {"SECRET_KEY", "GATEWAY_SECRET"} & given["gpu_worker"]
    assert "DATABASE_URL" not in given["gpu_worker"]


@each_workload
def test_a_process_runs_a_module_of_ours_from_an_image_that_is_named(
    workload: dict[str, Any],
) -> None:
    only = container(workload)
    python, option, module, *role = only["command"]
    assert (python, option) == ("python", "-m")
    assert importlib.util.find_spec(module) is not None
    component = workload["metadata"]["labels"][COMPONENT]
    assert role == ([component] if module == "workers.main" else [])
    images = {one["name"]: one["newTag"] for one in kustomization(BASE)["images"]}
    assert re.fullmatch(r"\d+\.\d+\.\d+", images[only["image"]])


@each_deployment
def test_a_process_is_looked_at_where_it_answers(component: str) -> None:
    only = container(DEPLOYMENTS[component])
    port = int(GIVEN["PORT" if component == "handlers" else "METRICS_PORT"])
    assert [one["containerPort"] for one in only["ports"]] == [port]
    api = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    paths = set(api) if component == "handlers" else {"/healthz"}
    for probe in ("startupProbe", "livenessProbe", "readinessProbe"):
        asked = only[probe]["httpGet"]
        assert asked["port"] == port
        assert asked["path"] in paths
    # What all share and is away must not take all of them away.
    assert only["readinessProbe"]["httpGet"]["path"] == "/healthz"


@each_deployment
def test_a_process_may_finish_what_it_does(component: str) -> None:
    drain = Settings(_env_file=None, drain_timeout=GIVEN["DRAIN_TIMEOUT"]).drain_timeout
    grace = timedelta(seconds=pod(DEPLOYMENTS[component])["terminationGracePeriodSeconds"])
    assert grace >= drain + timedelta(seconds=10)


@each_workload
def test_labels_are_what_selects(workload: dict[str, Any]) -> None:
    labels = workload["spec"]["template"]["metadata"]["labels"]
    assert labels.items() <= workload["metadata"]["labels"].items()
    if workload["kind"] == "Deployment":
        assert workload["spec"]["selector"]["matchLabels"] == labels


def test_what_selects_pods_finds_some() -> None:
    labels = [one["spec"]["template"]["metadata"]["labels"] for one in WORKLOADS]
    selectors = [
        one["spec"]["selector"]
        if one["kind"] == "Service"
        else one["spec"]["selector"]["matchLabels"]
        for one in ALL
        if one["kind"] in ("Service", "PodDisruptionBudget")
    ]
    selectors += [spec["podSelector"].get("matchLabels", {}) for spec in POLICIES.values()]
    for selector in selectors:
        assert any(selector.items() <= one.items() for one in labels), selector
    (expression,) = POLICIES["internet"]["podSelector"]["matchExpressions"]
    assert set(expression["values"]) <= set(DEPLOYMENTS)


def test_beat_is_one_and_everything_else_may_be_more() -> None:
    assert DEPLOYMENTS["beat"]["spec"]["replicas"] == 1
    assert DEPLOYMENTS["beat"]["spec"]["strategy"] == {"type": "Recreate"}
    scaled = {one["spec"]["scaleTargetRef"]["name"] for one in ALL if one["kind"] == "ScaledObject"}
    assert scaled == {"handlers", "gpu-worker"}
    for component in ("handlers", "gpu_worker"):
        assert "replicas" not in DEPLOYMENTS[component]["spec"], "the autoscaler's to decide"


def test_nobody_reaches_anybody_unless_it_is_said() -> None:
    assert POLICIES["nobody"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
    sources = [
        source
        for spec in POLICIES.values()
        for rule in spec.get("ingress", [])
        for source in rule["from"]
    ]
    assert sources
    assert all(one[kind]["matchLabels"] for one in sources for kind in one)
    (out,) = POLICIES["internet"]["egress"]
    blocked = out["to"][0]["ipBlock"]["except"]
    assert {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16"} <= set(blocked)


@pytest.mark.parametrize("trigger", QUERIES, ids=lambda one: one["query"])
def test_what_scales_is_a_metric_that_there_is(trigger: dict[str, str]) -> None:
    assert named(trigger["query"]) <= metrics()
    assert named(trigger["query"])
    assert float(trigger["threshold"]) > 0
    # Nobody who could tell is no reason to believe that there is nothing.
    assert trigger["ignoreNullValues"] == "false"


@pytest.mark.services
def test_what_scales_can_be_asked_of_prometheus(promtool: str, tmp_path: Path) -> None:  # noqa: F811
    rules = [{"record": f"a:b:{n}", "expr": one["query"]} for n, one in enumerate(QUERIES)]
    path = tmp_path / "rules.yml"
    path.write_text(yaml.safe_dump({"groups": [{"name": "keda", "rules": rules}]}))
    assert f"{len(rules)} rules found" in run(promtool, "check", "rules", str(path))


def test_the_overlay_for_cards_changes_what_there_is() -> None:
    overlay = kustomization(FOLDER / "gpu")
    assert overlay["resources"] == ["../base"]
    named_by_base = {one["newName"] for one in kustomization(BASE)["images"]}
    assert {one["name"] for one in overlay["images"]} <= named_by_base
    (patch,) = [
        yaml.safe_load((FOLDER / "gpu" / one["path"]).read_text(encoding="utf-8"))
        for one in overlay["patches"]
    ]
    target = DEPLOYMENTS["gpu_worker"]
    assert patch["metadata"]["name"] == target["metadata"]["name"]
    only = container(patch)
    assert only["name"] == container(target)["name"]
    names = {one["name"] for one in only["env"]} - _NO_SETTINGS
    assert {name.lower() for name in names} <= set(Settings.model_fields)
    assert only["resources"]["limits"]["nvidia.com/gpu"] == 1
