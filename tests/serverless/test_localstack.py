"""``localstack/deploy.sh`` and its hook, run with stand-ins for Docker and LocalStack."""

import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ops.tests.compose_files import composed
from tests.serverless.aws_in_moto import Moto, aws_in_moto
from tests.serverless.function import ROOT
from tests.serverless.shell import Shell

pytestmark = [
    pytest.mark.services,
    # What moto does not make of the template; the outputs are right all the same.
    pytest.mark.filterwarnings("ignore:Tried to parse AWS..ApiGateway:UserWarning"),
]

FOLDER = ROOT / "localstack"
HOOK = FOLDER / "init" / "ready.d" / "10-deploy.sh"
URL = "http://127.0.0.1:8090"
WIDGET = "http://127.0.0.1:4566/_aws/execute-api/abc/live/widget.js"
SETTINGS = {"SECRET_KEY": "k", "DATABASE_URL": "d", "REDIS_URL": "r", "BROKER_URL": "b"}
_DOCKER = f"""
case "$*" in
    ps*) echo "$HANDLERS" ;;
    exec*) [ "$FAILS" != exec ] && echo {URL} ;;
    *" up "*) [ "$FAILS" != up ] ;;
    *" --tail "*) echo "Ready."; echo "$LOGGED" | tail -n 60 ;;
    *" logs "*) echo "Ready."; echo "$LOGGED" ;;
    *) exit 64 ;;
esac
"""


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A machine with a Docker that does as it is told."""
    told = {"TOLD": "PUBLIC_URL OTVET_SETTINGS", "HANDLERS": "c0ffee\nbeef", "FAILS": ""}
    made = Shell(tmp_path, told | {"LOGGED": f"Widget: {WIDGET}"})
    made.add("docker", _DOCKER)
    return made


@pytest.fixture
def script(tmp_path: Path, shell: Shell) -> Path:
    """The script in a checkout where the code is built at once."""
    shutil.copytree(FOLDER, tmp_path / "otvet" / "localstack")
    shell.add("build", '[ "$FAILS" != build ]')
    build = tmp_path / "otvet" / "localstack" / "build.sh"
    build.write_text("exec build\n", encoding="utf-8")
    return tmp_path / "otvet" / "localstack" / "deploy.sh"


def files(script: Path, *names: str) -> list[str]:
    """How Compose is told which files it is."""
    return [word for name in names for word in ("-f", str(script.parent / f"{name}.yaml"))]


def test_beside_compose_functions_are_of_the_installation_that_runs(
    shell: Shell, script: Path
) -> None:
    done = shell.run(script)
    assert (done.returncode, done.stdout) == (0, f"Widget: {WIDGET}\n"), done.stderr
    asked, address, built, up, logs = shell.calls()
    assert asked[:3] == ["docker", "ps", "--quiet"]
    assert "label=com.docker.compose.project=otvet" in asked
    assert "label=com.docker.compose.service=handlers" in asked
    assert address[1:] == ["exec", "c0ffee", "printenv", "PUBLIC_URL"]
    assert built == ["build", URL]
    both = ["docker", "compose", *files(script, "compose", "beside")]
    assert up == [*both, "up", "--detach", "--wait", "--force-recreate", URL]
    assert logs == [*both, "logs", "--no-log-prefix", "localstack", URL]


def test_with_servers_of_one_s_own_functions_have_the_settings_that_are_given(
    shell: Shell, script: Path, tmp_path: Path
) -> None:
    given = tmp_path / "settings.json"
    given.write_text(json.dumps(SETTINGS), encoding="utf-8")
    done = shell.run(script, str(given), PUBLIC_URL="https://help.example.com")
    assert done.returncode == 0, done.stderr
    built, up, _ = shell.calls()
    assert built[0] == "build"
    assert up[2:6] == files(script, "compose", "own")
    assert up[-2:] == ["https://help.example.com", str(given)]


def test_websockets_are_of_the_other_edition(shell: Shell, script: Path) -> None:
    done = shell.run(script, WITH_WEBSOCKET="1")
    assert done.returncode == 0, done.stderr
    assert shell.calls()[3][2:8] == files(script, "compose", "beside", "websocket")


@pytest.mark.parametrize(
    ("broken", "last"),
    [
        ({"HANDLERS": ""}, "ps"),
        ({"FAILS": "exec"}, "exec"),
        ({"FAILS": "build"}, "build"),
        ({"FAILS": "up"}, "logs"),
        ({"LOGGED": "no address"}, "logs"),
    ],
)
def test_whatever_fails_the_command_fails(
    shell: Shell, script: Path, broken: dict[str, str], last: str
) -> None:
    done = shell.run(script, **broken)
    assert done.returncode != 0
    assert done.stdout == ""
    assert last in shell.calls()[-1]


def test_why_the_hook_failed_is_told(shell: Shell, script: Path) -> None:
    """Five minutes of questions for its health come after it in LocalStack's log."""
    asked = "2026-11-27T00:53:17.341  INFO --- [et.reactor-2] localstack.request.http    : "
    asked += "GET /_localstack/init/ready => 200"
    logged = "\n".join([f"database: false{asked}", *[asked] * 70])
    done = shell.run(script, FAILS="up", LOGGED=logged)
    assert "\ndatabase: false\n" in done.stderr
    assert "init/ready" not in done.stderr


def test_settings_without_a_store_are_refused_by_name(
    shell: Shell, script: Path, tmp_path: Path
) -> None:
    given = tmp_path / "settings.json"
    fewer = {name: value for name, value in SETTINGS.items() if name != "BROKER_URL"}
    given.write_text(json.dumps(fewer), encoding="utf-8")
    done = shell.run(script, str(given))
    assert done.returncode != 0
    assert "BROKER_URL" in done.stderr
    assert shell.calls() == []


@pytest.mark.parametrize(
    ("said", "is_healthy"),
    [
        ({"completed": True, "scripts": [{"stage": "READY", "state": "SUCCESSFUL"}]}, True),
        ({"completed": True, "scripts": [{"stage": "READY", "state": "ERROR"}]}, False),
        ({"completed": False, "scripts": [{"stage": "READY", "state": "RUNNING"}]}, False),
        ({"completed": True, "scripts": []}, False),
    ],
)
def test_localstack_is_healthy_when_the_hook_has_done_its_work(
    shell: Shell, said: object, *, is_healthy: bool
) -> None:
    shell.add("curl", 'printf %s "$SAID"')
    whole = composed("localstack/compose.yaml", "localstack/beside.yaml", PUBLIC_URL=URL)
    kind, line = whole.services["localstack"].healthcheck.test or ("", "")
    assert kind == "CMD-SHELL"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        env=shell.environment | {"SAID": json.dumps(said)},
        check=False,
    )
    assert (done.returncode == 0) == is_healthy


@pytest.fixture
def moto() -> Iterator[Moto]:
    """LocalStack, as far as it is AWS."""
    with aws_in_moto() as found:
        yield found


@pytest.fixture
def inside(tmp_path: Path, moto: Moto) -> Shell:
    """The container of LocalStack: the checkout, two builds, and the secrets of the handlers."""
    root = tmp_path / "root"
    (root / "code").mkdir(parents=True)
    (root / "localstack").symlink_to(FOLDER)
    for name in ("otvet-old.zip", "otvet-new.zip"):
        with zipfile.ZipFile(root / "code" / name, "w") as archive:
            archive.writestr("handlers/lambda_entry.py", "")
    os.utime(root / "code" / "otvet-old.zip", (0, 0))
    made = Shell(
        tmp_path,
        moto.environment | {"OTVET_ROOT": str(root), "PUBLIC_URL": URL, "ANSWERS": "0"},
    )
    made.add_aws("awslocal")
    made.add("curl", 'echo "{\\"ok\\": $ANSWERS}"; exit "$ANSWERS"')
    (root / "secrets").mkdir()
    for key, value in SETTINGS.items():
        (root / "secrets" / key.lower()).write_text(value, encoding="ascii")
    return made


@pytest.mark.parametrize("previous", [None, "k-before"])
def test_the_hook_makes_functions_of_the_newest_code_and_the_handlers_secrets(
    inside: Shell, moto: Moto, tmp_path: Path, previous: str | None
) -> None:
    expected = dict(SETTINGS)
    if previous:
        expected["SECRET_KEY_PREVIOUS"] = previous
        kept = tmp_path / "root" / "secrets" / "secret_key_previous"
        kept.write_text(previous, encoding="ascii")
    done = inside.run(HOOK)
    assert done.returncode == 0, done.stderr
    variables = moto.variables()
    assert variables.items() >= expected.items()
    assert ("SECRET_KEY_PREVIOUS" in variables) == bool(previous)
    assert (variables["PUBLIC_URL"], variables["VISITOR_TRANSPORT"]) == (URL, "poll")
    assert moto.client("s3").list_objects(Bucket="otvet-code")["Contents"][0]["Key"] == (
        "otvet-new.zip"
    )
    (api,) = moto.client("apigateway").get_rest_apis()["items"]
    where = f"http://127.0.0.1:4566/_aws/execute-api/{api['id']}/live/widget.js"
    assert f"\nWidget: {where}\n" in done.stdout
    asked = inside.calls()[-1]
    assert asked[0] == "curl"
    assert asked[-1] == "http://127.0.0.1:4566/live/readyz"
    assert asked[asked.index("-H") + 1].startswith(f"Host: {api['id']}.execute-api.")
    assert "--fail-with-body" in asked


@pytest.mark.parametrize(
    ("host", "path", "expected"),
    [
        # As LocalStack 4.7 makes them of the template's, of which it takes the region out.
        (
            "abc.execute-api.localhost.localstack.cloud:4566",
            "/live/widget.js",
            "http://127.0.0.1:4566/_aws/execute-api/abc/live/widget.js",
        ),
        (
            "abc.execute-api.localhost.localstack.cloud:4566",
            "/widget.js",
            "https://abc.execute-api.localhost.localstack.cloud:4566/widget.js",
        ),
        (
            "abc.execute-api.eu-central-1.localhost.localstack.cloud",
            "/widget.js",
            "https://abc.execute-api.eu-central-1.localhost.localstack.cloud:4566/widget.js",
        ),
    ],
)
def test_the_address_has_localstack_s_port_once(
    inside: Shell, tmp_path: Path, host: str, path: str, expected: str
) -> None:
    here = tmp_path / "root" / "localstack"
    here.unlink()
    here.mkdir()
    said = f"printf 'WidgetUrl\thttps://{host}{path}\n'\n"
    (here / "stack.sh").write_text(said, encoding="utf-8")
    done = inside.run(HOOK)
    assert f"\nWidget: {expected}\n" in done.stdout, done.stderr
    asked = inside.calls()[-1]
    assert asked[asked.index("-H") + 1] == f"Host: {host.removesuffix(':4566')}"


def test_a_file_of_settings_wins(inside: Shell, moto: Moto, tmp_path: Path) -> None:
    given = SETTINGS | {"DATABASE_URL": "my own"}
    (tmp_path / "root" / "settings.json").write_text(json.dumps(given), encoding="utf-8")
    assert inside.run(HOOK).returncode == 0
    assert moto.variables()["DATABASE_URL"] == "my own"


def test_functions_that_do_not_reach_their_stores_are_a_failure_that_says_so(
    inside: Shell,
) -> None:
    done = inside.run(HOOK, ANSWERS="22")
    assert done.returncode != 0
    assert '"ok": 22' in done.stdout
    assert "Widget:" not in done.stdout


def test_the_hook_fails_with_a_step_and_without_what_it_needs(
    inside: Shell, moto: Moto, tmp_path: Path
) -> None:
    assert inside.run(HOOK, FAILS="cloudformation deploy").returncode != 0
    assert inside.run(HOOK, PUBLIC_URL="").returncode != 0
    kept = tmp_path / "root" / "secrets" / "redis_url"
    kept.rename(tmp_path / "redis_url")
    assert inside.run(HOOK).returncode != 0
    (tmp_path / "redis_url").rename(kept)
    for code in (tmp_path / "root" / "code").iterdir():
        code.unlink()
    assert inside.run(HOOK).returncode != 0
    assert moto.stacks() == []


def test_localstack_can_run_the_hook() -> None:
    # It starts the file itself, not a shell with it.
    assert HOOK.stat().st_mode & 0o111
