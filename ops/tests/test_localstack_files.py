"""localstack/compose.yaml and what is laid over it fit Compose, and the installation beside it."""

import re
from pathlib import Path

import pytest

from ops.docker.make_secrets import files, gather
from ops.tests.compose_files import Composed, composed, filled, raw
from ops.tests.test_compose import mounts

BASE = "localstack/compose.yaml"
TOLD = {"PUBLIC_URL": "http://127.0.0.1:8080", "OTVET_SETTINGS": "/srv/settings.json"}
TOKEN = {"LOCALSTACK_AUTH_TOKEN": "ls-token"}
BESIDE = composed(BASE, "localstack/beside.yaml", **TOLD)
OWN = composed(BASE, "localstack/own.yaml", **TOLD)
WEBSOCKET = composed(BASE, "localstack/beside.yaml", "localstack/websocket.yaml", **TOLD, **TOKEN)
INSTALLATION = composed("compose.yaml")

each = pytest.mark.parametrize(
    "whole", [BESIDE, OWN, WEBSOCKET], ids=["beside", "own", "websocket"]
)


@each
def test_localstack_is_of_an_exact_version_and_on_this_machine_alone(whole: Composed) -> None:
    one = whole.services["localstack"]
    assert re.fullmatch(r"docker\.io/localstack/localstack(-pro)?:\d+\.\d+\.\d+", one.image)
    assert one.ports
    assert all(port.startswith("127.0.0.1:") for port in one.ports)
    assert whole.name != INSTALLATION.name, "`docker compose down` of one would end the other"


@each
def test_what_it_mounts_it_may_not_write_but_for_docker_s_socket(whole: Composed) -> None:
    for source, place, *options in mounts(whole.services["localstack"]):
        assert options == ["ro"] or place == "/var/run/docker.sock"
        assert source.startswith((".", "/")) or source in whole.volumes


def test_beside_compose_functions_stand_where_the_stores_are() -> None:
    one = BESIDE.services["localstack"]
    inside = f"{INSTALLATION.name}_inside"
    assert INSTALLATION.networks["inside"].internal
    assert BESIDE.networks["inside"].model_dump() == {
        "name": inside,
        "external": True,
        "internal": False,
    }
    # The other network has the way out, by which its port is reached.
    assert one.networks == ["default", "inside"]
    assert one.environment["LAMBDA_DOCKER_NETWORK"] == inside
    stores = {"postgres", "redis", "rabbitmq"}
    assert all("inside" in INSTALLATION.services[name].networks for name in stores)


def test_beside_compose_functions_have_the_secrets_of_its_handlers(tmp_path: Path) -> None:
    (source, place, options) = mounts(BESIDE.services["localstack"])[-1]
    assert (place, options) == ("/otvet/secrets", "ro")
    volume = BESIDE.volumes[source]
    assert (volume.name, volume.external) == (f"{INSTALLATION.name}_secrets_handlers", True)
    own = [one[:2] for one in mounts(INSTALLATION.services["handlers"])]
    assert own == [["secrets_handlers", "/run/secrets"]]
    (tmp_path / "made").mkdir()
    written = files(gather(tmp_path / "made", None))
    for name in ("secret_key", "database_url", "redis_url", "broker_url"):
        assert f"handlers/{name}" in written


def test_servers_of_one_s_own_are_reached_by_a_file_of_settings() -> None:
    one = OWN.services["localstack"]
    assert "/srv/settings.json:/otvet/settings.json:ro" in one.volumes
    assert one.networks == []


def test_websockets_need_the_edition_that_has_them_its_token_and_a_port_without_a_number() -> None:
    one = WEBSOCKET.services["localstack"]
    assert one.image.startswith("docker.io/localstack/localstack-pro:")
    assert one.environment["WITH_WEBSOCKET"] == "1"
    assert "127.0.0.1:443:443" in one.ports
    assert BESIDE.services["localstack"].image.rpartition(":")[2] == one.image.rpartition(":")[2]


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("localstack/own.yaml", "OTVET_SETTINGS"),
        ("localstack/websocket.yaml", "LOCALSTACK_AUTH_TOKEN"),
    ],
)
def test_what_nobody_has_said_is_asked_for(name: str, missing: str) -> None:
    told = {key: value for key, value in (TOLD | TOKEN).items() if key != missing}
    with pytest.raises(ValueError, match=missing):
        filled(raw(name), told)
