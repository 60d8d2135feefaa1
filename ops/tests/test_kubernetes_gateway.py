"""The way into the Kubernetes form: Kong as in compose.yaml, whom it reaches, who reaches it."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import yaml

from ops.tests.compose_files import composed
from ops.tests.gateway import KONG, NAME, PLUGIN
from ops.tests.kong_files import DECLARED, EVERY, SizeLimiting, plugins
from ops.tests.kubernetes_files import (
    BASE,
    COMPONENT,
    EXAMPLE,
    GATEWAY,
    SECRET,
    TMP,
    container,
    documents,
    kustomization,
    pod,
)

ALL = documents(GATEWAY)
BY_KIND = {one["kind"]: one for one in ALL}
BASES = documents(BASE)
POLICIES = {
    one["metadata"]["name"]: one["spec"] for one in (*BASES, *ALL) if one["kind"] == "NetworkPolicy"
}
DEPLOYMENT = BY_KIND["Deployment"]
POD, ONLY = pod(DEPLOYMENT), container(DEPLOYMENT)
LABELS = DEPLOYMENT["metadata"]["labels"]
ENVIRONMENT = {one["name"]: one["value"] for one in ONLY["env"] if "value" in one}
PLACES = {one["mountPath"]: one for one in ONLY["volumeMounts"]}
VOLUMES = {one["name"]: one for one in POD["volumes"]}
INGRESS = next(one for one in documents(EXAMPLE) if one["kind"] == "Ingress")
COMPOSED = composed("compose.yaml").services["kong"]
_BEYOND_COMPOSE = {
    "KONG_STATUS_LISTEN",
    "KONG_ADMIN_GUI_LISTEN",
    "KONG_DNS_ORDER",
    "KONG_TRUSTED_IPS",
    "KONG_REAL_IP_HEADER",
}


def port_of(listen: str) -> int:
    return int(ENVIRONMENT[listen].rsplit(":", 1)[1])


def seconds(text: str) -> timedelta:
    return timedelta(seconds=int(text.removesuffix("s")))


def test_kong_is_what_it_is_in_compose() -> None:
    assert ONLY["image"] == COMPOSED.image
    assert COMPOSED.environment.items() <= ENVIRONMENT.items()
    assert set(ENVIRONMENT) - set(COMPOSED.environment) <= _BEYOND_COMPOSE
    # Nothing is administered and nothing is a file of the Manager's at a port.
    assert {ENVIRONMENT[f"KONG_{name}_LISTEN"] for name in ("ADMIN", "ADMIN_GUI")} == {"off"}
    assert ONLY["command"][-1].endswith("exec /docker-entrypoint.sh kong docker-start")


def test_the_files_are_the_gateway_s_and_lie_where_kong_looks() -> None:
    made = {one["name"]: one["files"] for one in kustomization(KONG)["configMapGenerator"]}
    assert kustomization(GATEWAY)["resources"][0] == "../../kong"
    assert made["kong-declaration"] == ["kong.yml"]
    sources = set((PLUGIN / "kong" / "plugins" / NAME).glob("*.lua"))
    assert {KONG / path for path in made["kong-widget-domain-check"]} == sources

    declared = PLACES[ENVIRONMENT["KONG_DECLARATIVE_CONFIG"]]
    assert declared["subPath"] == "kong.yml"
    assert VOLUMES[declared["name"]]["configMap"] == {"name": "kong-declaration"}
    pattern = ENVIRONMENT["KONG_LUA_PACKAGE_PATH"].split(";", 1)[0]
    handler = pattern.replace("?", f"kong/plugins/{NAME}/handler")
    mounted = PLACES[handler.rsplit("/", 1)[0]]
    assert VOLUMES[mounted["name"]]["configMap"] == {"name": "kong-widget-domain-check"}


def test_kong_has_no_rights_and_writes_nowhere_but_to_tmp_where_its_prefix_is() -> None:
    assert POD["automountServiceAccountToken"] is False
    # The Service `kong` is else KONG_PORT and others, which Kong takes for its settings.
    assert POD["enableServiceLinks"] is False
    outer = POD["securityContext"]
    assert outer["runAsNonRoot"] is True
    assert outer["runAsUser"] > 0
    assert outer["seccompProfile"] == {"type": "RuntimeDefault"}
    assert ONLY["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    prefix = ENVIRONMENT["KONG_PREFIX"]
    written = {place for place, one in PLACES.items() if "emptyDir" in VOLUMES[one["name"]]}
    assert written == {TMP}
    assert prefix.startswith(f"{TMP}/")
    assert all(one["readOnly"] for place, one in PLACES.items() if place not in written)
    # What a container that ended has left there is not in the way of the next one.
    assert f"rm -rf {prefix} &&" in ONLY["command"][-1]
    assert not {"hostNetwork", "hostPID", "hostIPC"} & POD.keys()
    assert ONLY["resources"]["requests"].keys() == {"cpu", "memory"}
    assert "memory" in ONLY["resources"]["limits"]


def test_the_key_it_signs_with_is_the_handlers_and_no_other_secret_is_there() -> None:
    (secret,) = [one for one in ONLY["env"] if "valueFrom" in one]
    assert "envFrom" not in ONLY
    handlers = next(one for one in BASES if one["metadata"]["name"] == "handlers")
    assert secret in container(handlers)["env"]
    assert secret["valueFrom"]["secretKeyRef"]["name"] == SECRET
    # {vault://env/gateway-secret} is this variable.
    asked = re.findall(r"\{vault://env/([\w-]+)\}", (KONG / "kong.yml").read_text("utf-8"))
    assert {one.replace("-", "_").upper() for one in asked} == {secret["name"]}


def test_the_name_in_kong_s_file_is_the_handlers_in_the_same_namespace() -> None:
    service = next(
        one for one in BASES if one["kind"] == "Service" and one["metadata"]["name"] == "handlers"
    )
    (port,) = service["spec"]["ports"]
    address = f"http://{service['metadata']['name']}:{port['port']}"
    assert {one.url for one in DECLARED.services} == {address}
    spaces = {kustomization(folder)["namespace"] for folder in (BASE, GATEWAY, EXAMPLE)}
    assert len(spaces) == 1


def test_it_is_looked_at_on_a_port_that_visitors_do_not_reach() -> None:
    proxy, status = port_of("KONG_PROXY_LISTEN"), port_of("KONG_STATUS_LISTEN")
    assert {one["name"]: one["containerPort"] for one in ONLY["ports"]} == {
        "proxy": proxy,
        "metrics": status,
    }
    asked = {name: one["httpGet"] for name, one in ONLY.items() if name.endswith("Probe")}
    assert len(asked) == 3
    assert {one["port"] for one in asked.values()} == {status}
    # Before kong.yml is read nobody is sent here; a file that is wrong is no reason to start anew.
    assert asked["readinessProbe"]["path"] == asked["startupProbe"]["path"] == "/status/ready"
    assert asked["livenessProbe"]["path"] == "/status"
    (served,) = BY_KIND["Service"]["spec"]["ports"]
    assert (served["targetPort"], BY_KIND["Service"]["spec"]["selector"]) == ("proxy", LABELS)


def test_one_may_go_while_the_other_serves() -> None:
    assert DEPLOYMENT["spec"]["replicas"] >= 2
    assert DEPLOYMENT["spec"]["selector"]["matchLabels"] == LABELS
    assert DEPLOYMENT["spec"]["template"]["metadata"]["labels"] == LABELS
    budget = BY_KIND["PodDisruptionBudget"]["spec"]
    assert budget["maxUnavailable"] == 1
    assert budget["selector"]["matchLabels"] == LABELS
    assert DEPLOYMENT["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    waited = int(ONLY["lifecycle"]["preStop"]["exec"]["command"][-1])
    assert POD["terminationGracePeriodSeconds"] >= waited + 40


def test_the_gateway_reaches_handlers_alone_and_the_ingress_alone_reaches_it() -> None:
    spec = POLICIES["kong"]
    assert spec["podSelector"]["matchLabels"].items() <= LABELS.items()
    (out,) = spec["egress"]
    assert out["to"] == [{"podSelector": {"matchLabels": {COMPONENT: "handlers"}}}]
    into = {
        port["port"]: source["namespaceSelector"]["matchLabels"]
        for rule in spec["ingress"]
        for port in rule["ports"]
        for source in rule["from"]
    }
    assert into == {
        port_of("KONG_PROXY_LISTEN"): {"otvet.example/ingress": "true"},
        port_of("KONG_STATUS_LISTEN"): {"kubernetes.io/metadata.name": "monitoring"},
    }
    (front,) = POLICIES["front-door"]["ingress"]
    assert front["from"] == [{"podSelector": {"matchLabels": {COMPONENT: LABELS[COMPONENT]}}}]
    # Its label is ours, for who scrapes it; the stores are not open to it for that.
    (excluded,) = POLICIES["stores"]["podSelector"]["matchExpressions"]
    assert excluded == {"key": COMPONENT, "operator": "NotIn", "values": [LABELS[COMPONENT]]}


def test_the_ingress_leads_to_kong_and_takes_what_kong_takes() -> None:
    literals = kustomization(EXAMPLE)["configMapGenerator"][0]["literals"]
    public = urlsplit(dict(one.split("=", 1) for one in literals)["PUBLIC_URL"])
    (rule,) = INGRESS["spec"]["rules"]
    (tls,) = INGRESS["spec"]["tls"]
    assert (public.scheme, public.hostname) == ("https", rule["host"])
    assert tls["hosts"] == [rule["host"]]
    (path,) = rule["http"]["paths"]
    backend = path["backend"]["service"]
    assert (path["path"], path["pathType"]) == ("/", "Prefix")
    assert backend["name"] == BY_KIND["Service"]["metadata"]["name"]
    assert backend["port"]["name"] == BY_KIND["Service"]["spec"]["ports"][0]["name"]


@pytest.mark.parametrize("whose", ["nginx.org/", "nginx.ingress.kubernetes.io/"])
def test_each_controller_is_told_of_documents_and_sockets(whose: str) -> None:
    told = {
        name.removeprefix(whose): value
        for name, value in INGRESS["metadata"]["annotations"].items()
        if name.startswith(whose)
    }
    sizes = [
        one.allowed_payload_size
        for route in EVERY
        for one in plugins(route).values()
        if isinstance(one, SizeLimiting) and one.size_unit == "megabytes"
    ]
    body = told.get("client-max-body-size") or told["proxy-body-size"]
    assert int(body.removesuffix("m")) == max(sizes)
    longest = timedelta(milliseconds=max(one.read_timeout for one in DECLARED.services))
    for name in ("proxy-read-timeout", "proxy-send-timeout"):
        assert seconds(told[name]) >= longest


def test_an_operator_s_prometheus_calls_the_jobs_by_their_component() -> None:
    page = (KONG.parents[1] / "docs" / "kubernetes.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    (monitor,) = [
        one for one in blocks if isinstance(one, dict) and one.get("kind") == "PodMonitor"
    ]
    spec = monitor["spec"]
    assert spec["jobLabel"] == COMPONENT
    assert spec["selector"]["matchLabels"].items() <= LABELS.items()
    workloads = [one for one in (*BASES, *ALL) if one["kind"] == "Deployment"]
    named = {one["port"] for one in spec["podMetricsEndpoints"]}
    for workload in workloads:
        (scraped,) = [one for one in container(workload)["ports"] if one["name"] in named]
        assert scraped["containerPort"] != port_of("KONG_PROXY_LISTEN")
