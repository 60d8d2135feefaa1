"""``make localstack`` runs the LocalStack that compose.yaml names, with what that mounts."""

import json
import re
from pathlib import Path

import pytest

from handlers.services import directory
from ops.serverless import docker, visitors
from ops.serverless.host import mounts, seconds
from ops.serverless.python import STANDIN, version
from ops.tests.compose_files import composed

BASE = Path("localstack/compose.yaml").resolve()
FILES = ["-f", str(BASE), "-f", str(BASE.with_name("beside.yaml"))]


@pytest.fixture
def standin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the stand-in for Docker is told; LocalStack has said three lines."""
    told = {
        "python": str(tmp_path / "venv"),
        "folder": str(tmp_path),
        "volumes": {"otvet_secrets_handlers": str(tmp_path / "secrets")},
        "public_url": "http://127.0.0.1:8080",
    }
    path = tmp_path / "standin.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    (tmp_path / "localstack.log").write_text("one\ntwo\nWidget: here\n", encoding="utf-8")
    monkeypatch.setenv("STANDIN", str(path))
    return path


def test_it_is_the_version_of_the_image() -> None:
    image = composed("localstack/compose.yaml").services["localstack"].image
    assert image.rpartition(":")[2] == version()


@pytest.mark.parametrize("name", ["requirements.txt", "runtime.txt"])
def test_packages_are_of_exact_versions(name: str) -> None:
    lines = (STANDIN / name).read_text(encoding="utf-8").splitlines()
    listed = [line for line in lines if not line.startswith("#")]
    assert listed
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in listed)


def test_each_volume_has_its_place_and_may_not_be_written(tmp_path: Path) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text("{}", encoding="utf-8")
    told = {"OTVET_SETTINGS": str(settings), "PUBLIC_URL": "http://127.0.0.1:8080"}
    own = composed("localstack/compose.yaml", "localstack/own.yaml", **told)
    lines = mounts(own.services["localstack"], BASE.parent, tmp_path / "root", {})
    bound = dict(line.split()[-2:] for line in lines if line.startswith("mount -o bind,ro "))
    root, here = tmp_path / "root", BASE.parent
    assert bound == {
        f"{here}/init/ready.d": f"{root}/etc/localstack/init/ready.d",
        str(here): f"{root}/otvet/localstack",
        f"{here.parent}/build/serverless": f"{root}/otvet/code",
        str(settings): f"{root}/otvet/settings.json",
    }
    assert f"touch {root}/otvet/settings.json" in lines


def test_a_volume_that_nothing_stands_for_is_an_error(tmp_path: Path) -> None:
    beside = composed("localstack/compose.yaml", "localstack/beside.yaml").services["localstack"]
    with pytest.raises(KeyError):
        mounts(beside, BASE.parent, tmp_path, {})
    lines = mounts(beside, BASE.parent, tmp_path, {"secrets": "/somewhere"})
    assert lines[-1] == f"mount -o bind,ro /somewhere {tmp_path}/otvet/secrets"


@pytest.mark.usefixtures("standin")
def test_docker_s_questions_are_answered(capsys: pytest.CaptureFixture[str]) -> None:
    label = ["--filter", "label=com.docker.compose.service=handlers"]
    assert docker.main(["ps", "--quiet", *label]) == 0
    (name,) = capsys.readouterr().out.split()
    assert docker.main(["exec", name, "printenv", "PUBLIC_URL"]) == 0
    assert capsys.readouterr().out == "http://127.0.0.1:8080\n"
    asked = ["compose", *FILES, "logs", "--no-log-prefix", "--tail", "2", "localstack"]
    assert docker.main(asked) == 0
    assert capsys.readouterr().out == "two\nWidget: here\n"


@pytest.mark.usefixtures("standin")
@pytest.mark.parametrize(
    "words",
    [
        ["run", "image"],
        ["compose", *FILES, "up", "--detach", "--wait"],
        ["compose", *FILES, "up", "--detach", "--wait", "--force-recreate", "--build"],
        ["compose", "down"],
    ],
)
def test_what_it_does_not_know_it_refuses(words: list[str]) -> None:
    with pytest.raises(SystemExit) as refused:
        docker.main(words)
    assert refused.value.code == 2


@pytest.mark.parametrize(("span", "expected"), [("5s", 5.0), ("250ms", 0.25), ("2m", 120.0)])
def test_a_span_is_read(span: str, expected: float) -> None:
    assert seconds(span) == expected


def test_a_browser_comes_when_functions_must_have_seen_its_page_s_origin() -> None:
    """What they know of a site they keep; a visitor who came before would be refused."""
    assert visitors._KNOWN_AFTER > directory._FRESH_SECONDS
