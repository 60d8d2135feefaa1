"""compose.yaml is what Docker reads, and keeps the rules of a careful installation."""

import importlib.util
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from ops.docker.make_secrets import files, gather
from ops.embedded.layout import ROOT
from ops.tests.compose_files import Service, composed, filled, raw
from shared.config import Settings

WHOLE = composed("compose.yaml")
PRODUCTION = ("compose.yaml", "compose.production.yaml")
GIVEN = {
    "PUBLIC_URL": "https://support.example.com",
    "TRUSTED_IPS": "172.16.0.0/12",
    "SECRETS_FOLDER": "/etc/otvet",
}
SERVICES = WHOLE.services
CALL_OUT = {"persistence", "tasks"}
ROOTS = {"alloy"}
"""Reads logs through Docker's socket, which is root's: ADR 0027."""

PROGRAMS = {
    "otvet-": "python",
    "/postgres:17.": "pg_isready",
    "/redis:7.4.": "redis-cli",
    "/rabbitmq:4.1.": "bash",  # Ubuntu
    "/kong:3.9.": "kong",
    "/prometheus:v2.55.": "wget",  # busybox, as in exporters of the same house
    "/postgres-exporter:v0.17.": "wget",
    "/node-exporter:v1.9.": "wget",
    "/redis_exporter:v1.74.0-alpine": "wget",
    "/grafana:12.1.": "wget",  # Alpine
    "/loki:3.5.": "wget",  # busybox, which 3.6 has no more (grafana/loki#20149)
    "/alloy:v1.10.": "bash",  # Ubuntu, with neither curl nor wget (grafana/alloy#477)
    "/dcgm-exporter:3.3.9-3.6.1-ubuntu22.04": "bash",
}
"""What the images of these lines have that can ask for health, by their Dockerfiles."""

each = pytest.mark.parametrize("name", sorted(SERVICES))


def prometheus() -> list[dict[str, object]]:
    text = (ROOT / "ops" / "prometheus" / "prometheus.yml").read_text(encoding="utf-8")
    scraped: list[dict[str, object]] = yaml.safe_load(text)["scrape_configs"]
    return scraped


def mounts(service: Service) -> list[list[str]]:
    """Source, place, and options of each mount."""
    return [mount.split(":") for mount in service.volumes]


def test_only_the_gateway_publishes_a_port_and_by_itself_on_this_machine_alone() -> None:
    assert {name for name, one in SERVICES.items() if one.ports} == {"kong"}
    assert SERVICES["kong"].ports == ["127.0.0.1:8080:8000"]


def test_another_port_is_another_address_for_everybody() -> None:
    moved = composed("compose.yaml", GATEWAY_PORT="9090").services
    assert moved["kong"].ports == ["127.0.0.1:9090:8000"]
    told = {one.environment.get("PUBLIC_URL", "http://127.0.0.1:9090") for one in moved.values()}
    assert told == {"http://127.0.0.1:9090"}


def test_only_the_gateway_and_those_who_call_out_stand_in_the_outer_network() -> None:
    assert WHOLE.networks["inside"].internal
    outer = {name for name, one in SERVICES.items() if "edge" in one.networks}
    assert outer == {"kong"} | CALL_OUT
    assert SERVICES["secrets"].network_mode == "none"
    inner = {name for name, one in SERVICES.items() if "inside" in one.networks}
    assert inner == set(SERVICES) - {"secrets"}


@each
def test_a_service_is_confined(name: str) -> None:
    one = SERVICES[name]
    assert one.read_only
    assert one.cap_drop == ["ALL"]
    assert one.security_opt == ["no-new-privileges"]
    assert one.user
    assert (one.user.partition(":")[0] in {"0", "root"}) == (name in ROOTS)
    assert one.logging.options.keys() == {"max-size", "max-file"}


@each
def test_a_service_says_how_it_is_or_ends(name: str) -> None:
    one = SERVICES[name]
    assert one.healthcheck.disable == one.runs_once
    assert bool(one.healthcheck.test) != one.runs_once
    if one.healthcheck.test:
        assert one.healthcheck.test[0] in {"CMD", "CMD-SHELL"}


@each
def test_a_health_check_asks_by_a_program_that_its_image_has(name: str) -> None:
    """An image without it is never healthy, and what waits for it never starts."""
    one = SERVICES[name]
    if one.healthcheck.test:
        word = one.healthcheck.test[1].split()[0]
        (has,) = {has for image, has in PROGRAMS.items() if image in one.image}
        assert word == has, "another line of versions: look what its image has, then tell it above"


@each
def test_an_image_is_named_by_an_exact_version(name: str) -> None:
    image = SERVICES[name].image
    tag = image.rpartition(":")[2]
    assert re.match(r"^v?\d+\.\d+", tag), image
    if not image.startswith("otvet-"):
        host, slash, _ = image.partition("/")
        assert slash
        assert "." in host, "the image of whatever registry a machine asks first"


@each
def test_an_image_of_ours_is_built_by_one_service_and_asked_of_no_registry(name: str) -> None:
    one = SERVICES[name]
    if one.image.startswith("otvet-"):
        builders = [
            other for other in SERVICES.values() if other.build and other.image == one.image
        ]
        assert len(builders) == 1
        assert (one.pull_policy == "never") == (one.build is None)


@each
def test_no_secret_stands_in_the_environment(name: str) -> None:
    for key, value in SERVICES[name].environment.items():
        secret = re.search("PASS|SECRET|TOKEN|_KEY(?!_RETRIEVAL)|CREDENTIAL", key)
        assert not secret or value.startswith("/run/secrets"), key
        assert not re.search(r"://[^/\s]*:[^/\s]*@", value), key


@each
def test_a_service_waits_for_what_others_become(name: str) -> None:
    for other, waits in SERVICES[name].depends_on.items():
        once = waits.condition == "service_completed_successfully"
        assert SERVICES[other].runs_once == once
        assert not SERVICES[other].profiles


def test_nobody_waits_for_somebody_who_waits_for_him() -> None:
    started: set[str] = set()
    while ready := {n for n, s in SERVICES.items() if s.depends_on.keys() <= started} - started:
        started |= ready
    assert started == set(SERVICES)


@each
def test_what_a_service_mounts_is_there_and_may_be_written_where_it_is_its_own(name: str) -> None:
    for source, place, *options in mounts(SERVICES[name]):
        if source.startswith("./"):
            assert (ROOT / source).exists(), source
        if source.startswith((".", "/")) or place == "/run/secrets":
            assert options
            assert "ro" in options[0].split(",")
        if not source.startswith((".", "/")):
            assert source in WHOLE.volumes


@each
def test_a_tmpfs_lies_where_images_have_a_folder_for_it(name: str) -> None:
    """Over another one it has the rights of what runc made there, from the second start on."""
    places = {one.partition(":")[0] for one in SERVICES[name].tmpfs}
    assert places <= {"/tmp", "/run", "/var/run/postgresql"}  # noqa: S108 (of containers)


def test_scripts_that_images_run_may_be_run() -> None:
    # PostgreSQL's entry point takes one that may not into its own shell, `set -u` and all.
    assert (ROOT / "ops" / "docker" / "postgres" / "roles.sh").stat().st_mode & 0o111


def test_every_volume_is_somebody_s() -> None:
    mounted = {source for one in SERVICES.values() for source, *_ in mounts(one)}
    assert set(WHOLE.volumes) <= mounted


def test_each_reader_of_secrets_sees_its_own_and_nobody_else_s(tmp_path: Path) -> None:
    shared = {"workers": {"migrate", "demo", "results", "persistence", "tasks", "beat"}}
    shared["workers"].add("backup")
    shared["gpu_worker"] = {"gpu_worker", "gpu_worker_cuda"}
    readers: dict[str, set[str]] = {}
    for name, one in SERVICES.items():
        for source, place, *_ in mounts(one):
            if place == "/run/secrets":
                readers.setdefault(source.removeprefix("secrets_"), set()).add(name)
    (tmp_path / "made").mkdir()
    written = {name.partition("/")[0] for name in files(gather(tmp_path / "made", None))}
    assert set(readers) == written
    assert readers == {name: shared.get(name, {name}) for name in written}
    made = {place for source, place, *_ in mounts(SERVICES["secrets"]) if place != "/opt"}
    assert made >= {f"/secrets/{name}" for name in written}


def test_a_secret_that_a_service_is_pointed_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "made").mkdir()
    written = set(files(gather(tmp_path / "made", None)))
    texts = [str(one.environment) + str(one.command) for one in SERVICES.values()]
    paths = ("redis/redis.conf", "rabbitmq/rabbitmq.conf", "postgres/roles.sh")
    texts += [(ROOT / "ops" / "docker" / path).read_text(encoding="utf-8") for path in paths]
    named = {one for text in texts for one in re.findall(r"/run/secrets/([\w.]+)", text)}
    assert named <= {name.partition("/")[2] for name in written}


def test_prometheus_finds_the_services_by_their_names() -> None:
    names = {name for job in prometheus() for name in job["dns_sd_configs"][0]["names"]}  # type: ignore[index]
    assert names <= set(SERVICES)
    ours = {"handlers", "gpu_worker", "results", "persistence", "tasks", "beat", "rabbitmq", "kong"}
    assert names == ours | {name for name in SERVICES if name.endswith("_exporter")}
    assert isinstance(SERVICES["gpu_worker_cuda"].networks, dict)
    assert SERVICES["gpu_worker_cuda"].networks["inside"].aliases == ["gpu_worker"]


def test_the_gateway_leads_to_a_service_and_has_what_its_plugin_needs() -> None:
    kong = (ROOT / "ops" / "kong" / "kong.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"http://(\w+):8080", kong)) == {"handlers"}
    given = SERVICES["kong"].environment
    assert given["KONG_NGINX_HTTP_LUA_SHARED_DICT"] == "widget_domain_check 2m"
    assert given["KONG_NGINX_HTTP_CLIENT_BODY_BUFFER_SIZE"] == "64k"
    assert given["KONG_ADMIN_LISTEN"] == "off"
    assert int(given["KONG_DNS_VALID_TTL"]) <= 10, "handlers that are added would wait for visitors"
    assert SERVICES["handlers"].environment["TRUST_FORWARDED"] == "true"


@pytest.mark.parametrize("name", ["handlers", "gpu_worker", "gpu_worker_cuda", "results"])
def test_there_may_be_several(name: str) -> None:
    found = raw("compose.yaml")["services"][name]
    assert not {"container_name", "hostname", "ports"} & set(found)


@each
def test_a_process_of_ours_is_started_with_settings_that_there_are(name: str) -> None:
    one = SERVICES[name]
    if "SECRETS_DIR" not in one.environment:
        return
    others = {"OMP_NUM_THREADS", "TMPDIR"}
    assert {key.lower() for key in set(one.environment) - others} <= set(Settings.model_fields)
    assert one.environment["ENVIRONMENT"] == "production"
    words = " ".join(one.command or []).split()
    for flag, module in pairwise(words):
        assert flag != "-m" or importlib.util.find_spec(module)
    drain = Settings.model_fields["drain_timeout"].default.total_seconds()
    if not one.runs_once:
        assert int((one.stop_grace_period or "0s")[:-1]) > drain


def test_redis_may_fork_without_being_killed() -> None:
    """Its append-only file is written anew by a child, whose copied pages count besides."""
    conf = (ROOT / "ops" / "docker" / "redis" / "redis.conf").read_text(encoding="utf-8")
    (megabytes,) = re.findall(r"^maxmemory (\d+)mb$", conf, re.M)
    assert SERVICES["redis"].deploy.resources.limits.memory == "1G"
    assert int(megabytes) <= 1024 / 2


def test_production_takes_every_secret_from_a_file_and_has_no_demo() -> None:
    whole = composed(*PRODUCTION, **GIVEN)
    asked = {name: f"/etc/otvet/{name}" for name in whole.services["secrets"].secrets}
    assert {name: one.file for name, one in whole.secrets.items()} == asked
    assert "--given" in (whole.services["secrets"].command or [])
    assert whole.services["demo"].profiles == ["demo"]
    assert whole.services["handlers"].environment["PUBLIC_URL"] == GIVEN["PUBLIC_URL"]


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_production_does_not_begin_without(name: str) -> None:
    rest = {key: value for key, value in GIVEN.items() if key != name}
    with pytest.raises(ValueError, match=name):
        filled(raw("compose.production.yaml"), rest)


def test_stand_ins_are_for_services_that_there_are() -> None:
    replaced: dict[str, dict[str, object]] = raw("ops/docker/standins/compose.yaml")["services"]
    assert set(replaced) == set(SERVICES) - {"dcgm_exporter"}
    for one in replaced.values():
        assert str(one.get("image", "localhost/")).startswith("localhost/") or one["profiles"]


def test_a_key_that_compose_does_not_know_is_found_out() -> None:
    kong = SERVICES["kong"].model_dump(exclude_unset=True)
    Service.model_validate(kong)
    with pytest.raises(ValueError, match="readonly"):
        Service.model_validate({**kong, "readonly": True})
