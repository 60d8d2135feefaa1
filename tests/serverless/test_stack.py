"""``localstack/stack.sh``, run against moto in place of AWS: what it makes, and what it changes."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.serverless.aws_in_moto import Moto, aws_in_moto
from tests.serverless.function import ROOT
from tests.serverless.shell import Shell

pytestmark = [
    pytest.mark.services,
    # What moto does not make of the template; the outputs are right all the same.
    pytest.mark.filterwarnings("ignore:Tried to parse AWS..ApiGateway:UserWarning"),
]

SETTINGS = {"SECRET_KEY": "first", "DATABASE_URL": "d", "REDIS_URL": "r", "BROKER_URL": "b"}
GET, PUT = "secretsmanager get-secret-value", "secretsmanager put-secret-value"
CREATE, HEAD, MAKE = "secretsmanager create-secret", "s3api head-bucket", "s3 mb"
COPY, DEPLOY, SHOW = "s3 cp", "cloudformation deploy", "cloudformation describe-stacks"

Deploy = Callable[..., CompletedProcess[str]]


@pytest.fixture
def moto() -> Iterator[Moto]:
    """AWS with nothing in it."""
    with aws_in_moto() as found:
        yield found


@pytest.fixture
def shell(tmp_path: Path, moto: Moto) -> Shell:
    """Where the script runs."""
    made = Shell(tmp_path, moto.environment)
    made.add_aws("aws")
    return made


@pytest.fixture
def deploy(tmp_path: Path, shell: Shell) -> Deploy:
    """Run the script with settings, or without any."""
    with zipfile.ZipFile(tmp_path / "otvet-abc.zip", "w") as archive:
        archive.writestr("handlers/lambda_entry.py", "")

    def run(settings: dict[str, str] | None, **environment: str) -> CompletedProcess[str]:
        told = {"BUCKET": "code", "CODE": str(tmp_path / "otvet-abc.zip")} | environment
        if settings is not None:
            told["SETTINGS"] = str(tmp_path / "settings.json")
            (tmp_path / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
        script = ROOT / "localstack" / "stack.sh"
        return shell.run(script, "PublicUrl=https://help.example.com", "ApiKind=rest", **told)

    return run


def steps(shell: Shell) -> list[str]:
    """Which commands there were."""
    return [" ".join(words[:2]) for words in shell.calls()]


def test_a_first_deployment_makes_everything_in_its_order(
    deploy: Deploy, shell: Shell, moto: Moto
) -> None:
    done = deploy(SETTINGS)
    assert done.returncode == 0, done.stderr
    calls = shell.calls()
    found = [" ".join(words[:2]) for words in calls]
    assert found == [GET, CREATE, GET, HEAD, MAKE, COPY, DEPLOY, SHOW]
    parameters = calls[6][calls[6].index("--parameter-overrides") + 1 :]
    assert {"CodeBucket=code", "CodeKey=otvet-abc.zip", "ApiKind=rest"} <= set(parameters)
    variables = moto.variables()
    assert variables.items() >= SETTINGS.items()
    assert "SECRET_KEY_PREVIOUS" not in variables
    assert variables["PUBLIC_URL"] == "https://help.example.com"
    (api,) = moto.client("apigateway").get_rest_apis()["items"]
    name, address = done.stdout.split()
    assert name == "WidgetUrl"
    assert address.startswith(f"https://{api['id']}.execute-api.eu-central-1.")
    assert address.endswith("/live/widget.js")


def test_a_key_that_was_changed_reaches_the_functions_and_so_does_the_one_before(
    deploy: Deploy, shell: Shell, moto: Moto
) -> None:
    assert deploy(SETTINGS).returncode == 0
    shell.calls()
    changed = SETTINGS | {"SECRET_KEY": "second", "SECRET_KEY_PREVIOUS": "first"}
    done = deploy(changed)
    assert done.returncode == 0, done.stderr
    assert steps(shell) == [GET, PUT, GET, HEAD, COPY, DEPLOY, SHOW]
    assert moto.variables().items() >= changed.items()
    after = SETTINGS | {"SECRET_KEY": "second"}
    assert deploy(after).returncode == 0
    variables = moto.variables()
    assert variables["SECRET_KEY"] == "second"
    assert "SECRET_KEY_PREVIOUS" not in variables


def test_the_gateway_s_secret_reaches_the_functions_and_is_changed_without_a_gap(
    deploy: Deploy, moto: Moto
) -> None:
    """As ``docs/operations.md`` has it: a step is a file and one run."""
    own = {"GATEWAY_SECRET", "GATEWAY_SECRET_PREVIOUS", "TRUST_FORWARDED"}

    def told(**secrets: str) -> dict[str, str]:
        done = deploy(SETTINGS | secrets)
        assert done.returncode == 0, done.stderr
        return {name: value for name, value in moto.variables().items() if name in own}

    behind = {"TRUST_FORWARDED": "true"}
    assert told() == {}
    assert told(GATEWAY_SECRET="first") == {"GATEWAY_SECRET": "first"} | behind
    both = {"GATEWAY_SECRET": "second", "GATEWAY_SECRET_PREVIOUS": "first"}
    assert told(**both) == both | behind
    assert told(GATEWAY_SECRET="second") == {"GATEWAY_SECRET": "second"} | behind
    assert told() == {}


def test_settings_that_did_not_change_change_no_function(
    deploy: Deploy, shell: Shell, moto: Moto
) -> None:
    assert deploy(SETTINGS).returncode == 0
    secrets = moto.client("secretsmanager")
    before = secrets.describe_secret(SecretId="otvet-settings")["VersionIdsToStages"]
    (stack,) = moto.client("cloudformation").describe_stacks()["Stacks"]
    shell.calls()
    done = deploy(SETTINGS)
    assert done.returncode == 0, done.stderr
    assert steps(shell) == [GET, GET, HEAD, COPY, DEPLOY, SHOW]
    assert secrets.describe_secret(SecretId="otvet-settings")["VersionIdsToStages"] == before
    (same,) = moto.client("cloudformation").describe_stacks()["Stacks"]
    assert same["StackId"] == stack["StackId"]


def test_a_secret_that_somebody_else_has_changed_is_read_anew(deploy: Deploy, moto: Moto) -> None:
    assert deploy(SETTINGS).returncode == 0
    changed = SETTINGS | {"DATABASE_URL": "moved"}
    secrets = moto.client("secretsmanager")
    secrets.put_secret_value(SecretId="otvet-settings", SecretString=json.dumps(changed))
    done = deploy(None)
    assert done.returncode == 0, done.stderr
    assert moto.variables()["DATABASE_URL"] == "moved"


def test_without_settings_and_without_a_secret_nothing_is_made(
    deploy: Deploy, shell: Shell, moto: Moto
) -> None:
    done = deploy(None)
    assert done.returncode != 0
    assert "ResourceNotFoundException" in done.stderr
    assert steps(shell) == [GET]
    assert moto.stacks() == []


@pytest.mark.parametrize("failing", [GET, CREATE, MAKE, COPY, DEPLOY, SHOW])
def test_a_step_that_fails_is_the_last_and_the_script_fails(
    deploy: Deploy, shell: Shell, failing: str
) -> None:
    done = deploy(SETTINGS, FAILS=failing)
    assert done.returncode != 0
    assert steps(shell)[-1] == failing


def test_a_new_version_that_is_not_taken_fails_too(deploy: Deploy, shell: Shell) -> None:
    assert deploy(SETTINGS).returncode == 0
    shell.calls()
    assert deploy(SETTINGS | {"REDIS_URL": "moved"}, FAILS=PUT).returncode != 0
    assert steps(shell) == [GET, PUT]
