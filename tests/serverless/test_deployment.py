"""What is deployed: the code fits and starts alone, the template is good, moto makes the stack."""

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import boto3
import pytest
from cfnlint import decode
from moto import mock_aws

from shared.config import Settings, process_environment
from tests.serverless.function import ROOT

pytestmark = pytest.mark.services

FOLDER = ROOT / "localstack"
TEMPLATE = FOLDER / "template.yaml"
MEGABYTE = 1024 * 1024
_START = """
import json, sys
from handlers.lambda_entry import http, websocket
event = json.load(open(sys.argv[1]))
event["rawPath"] = event["requestContext"]["http"]["path"] = "/healthz"
print("answer", json.dumps(http(event, None)))
assert not {"torch", "celery", "dramatiq", "boto3", "socketio"} & set(sys.modules)
print("from", sys.modules["handlers"].__path__[0])
"""


def template() -> dict[str, Any]:
    """Read the template, with CloudFormation's short forms spelt out."""
    found, _ = decode.decode(str(TEMPLATE))
    return json.loads(json.dumps(found))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code, built as it is deployed."""
    folder = tmp_path_factory.mktemp("code")
    done = subprocess.run(
        ["bash", str(FOLDER / "build.sh"), str(folder)],
        env=process_environment() | {"PYTHON": sys.executable},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    path = Path(done.stdout.splitlines()[-1])
    assert path.parent == folder
    return path


def test_the_code_is_small_and_has_its_room_s_packages_alone(code: Path) -> None:
    """An API of AWS takes 50 MiB packed and 250 MiB unpacked."""
    with zipfile.ZipFile(code) as archive:
        names = archive.namelist()
        unpacked = sum(entry.file_size for entry in archive.infolist())
    assert code.stat().st_size < 30 * MEGABYTE
    assert unpacked < 100 * MEGABYTE
    tops = {name.split("/", maxsplit=1)[0] for name in names}
    assert {"handlers", "shared", "fastapi", "mangum", "psycopg_binary"} <= tops
    foreign = {"torch", "celery", "dramatiq", "transformers", "chromadb", "boto3", "workers"}
    assert not (foreign | {"gpu_worker", "uvicorn", "socketio", "tests"}) & tops
    assert not [name for name in names if "/tests/" in name and name.startswith(("sh", "ha"))]
    assert "shared/storage/scripts/accept.lua" in names
    assert any(name.startswith("handlers/__pycache__/") for name in names)


def test_the_code_starts_alone_and_answers(code: Path, tmp_path: Path) -> None:
    asset = tmp_path / "asset"
    with zipfile.ZipFile(code) as archive:
        archive.extractall(asset)
    done = subprocess.run(
        [sys.executable, "-S", "-c", _START, str(FOLDER / "events" / "http-health.json")],
        cwd=tmp_path,
        env={
            "PYTHONPATH": str(asset),
            "SECRET_KEY": "f3Zq8-asset-test-K1mT9xW2vB7nR4cY",
            "DATABASE_URL": "postgresql://otvet:x@127.0.0.1:1/otvet",
            "REDIS_URL": "redis://127.0.0.1:1/0",
            "BROKER_URL": "redis://127.0.0.1:1/1",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    answer = json.loads(re.findall(r"^answer (.*)$", done.stdout, re.M)[0])
    assert answer["statusCode"] == 200
    assert json.loads(answer["body"])["ok"] is True
    assert f"from {asset}" in done.stdout


def test_the_template_is_what_cloudformation_takes() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "cfn-lint"), str(TEMPLATE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_functions_get_settings_that_there_are_and_no_secret_stands_in_the_template() -> None:
    known = {name.upper() for name in Settings.model_fields}
    resources = template()["Resources"]
    for name in ("HttpFunction", "WebSocketFunction"):
        variables = resources[name]["Properties"]["Environment"]["Variables"]
        assert set(variables) <= known
        for secret in ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL"):
            assert "resolve:secretsmanager" in json.dumps(variables[secret])
        # Websockets come past our gateway, and are not signed.
        of_gateway = {"GATEWAY_SECRET", "GATEWAY_SECRET_PREVIOUS", "TRUST_FORWARDED"}
        assert of_gateway & set(variables) == (of_gateway if name == "HttpFunction" else set())
        module, _, function = resources[name]["Properties"]["Handler"].rpartition(".")
        assert module == "handlers.lambda_entry"
        assert re.search(
            rf"^def {function}\(", (ROOT / "handlers/lambda_entry.py").read_text(), re.M
        )


def test_a_rest_api_packs_the_texts_that_functions_leave_to_it() -> None:
    api = template()["Resources"]["RestApi"]["Properties"]
    assert 0 <= api["MinimumCompressionSize"] <= 1024
    assert "*/*" in api["BinaryMediaTypes"]


def test_only_what_is_public_has_a_route() -> None:
    resources = template()["Resources"].values()
    routes = {
        one["Properties"]["RouteKey"]
        for one in resources
        if one["Type"] == "AWS::ApiGatewayV2::Route"
    }
    assert routes == {
        "ANY /api/v1/{proxy+}",
        "GET /widget.js",
        "GET /widget/{proxy+}",
        "GET /readyz",
        "$connect",
        "$default",
        "$disconnect",
    }


@pytest.mark.filterwarnings("ignore:Tried to parse AWS..ApiGateway:UserWarning")
@pytest.mark.parametrize("kind", ["http", "rest"])
def test_moto_makes_the_stack(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    """What moto's CloudFormation knows of it; of API Gateway's second version it knows nothing."""
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    with mock_aws():
        _make_stack(kind)


def _make_stack(kind: str) -> None:
    def client(name: str) -> Any:  # noqa: ANN401
        return boto3.client(name, region_name="eu-central-1")

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("handlers/lambda_entry.py", "")
    client("s3").create_bucket(
        Bucket="code", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
    )
    client("s3").put_object(Bucket="code", Key="otvet.zip", Body=packed.getvalue())
    secret = {"SECRET_KEY": "s" * 40, "DATABASE_URL": "d", "REDIS_URL": "r", "BROKER_URL": "b"}
    kept = client("secretsmanager").create_secret(
        Name="otvet-settings", SecretString=json.dumps(secret)
    )
    values = {
        "CodeBucket": "code",
        "CodeKey": "otvet.zip",
        "Settings": "otvet-settings",
        "SettingsVersion": kept["VersionId"],
        "PublicUrl": "https://help.example.com",
        "ApiKind": kind,
        "VisitorTransport": "websocket" if kind == "http" else "poll",
    }
    client("cloudformation").create_stack(
        StackName="otvet",
        TemplateBody=TEMPLATE.read_text(encoding="utf-8"),
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in values.items()],
    )
    (stack,) = client("cloudformation").describe_stacks(StackName="otvet")["Stacks"]
    assert stack["StackStatus"] == "CREATE_COMPLETE"
    functions = client("lambda").list_functions()["Functions"]
    handlers = {one["Handler"].rpartition(".")[2]: one for one in functions}
    assert set(handlers) == ({"http", "websocket"} if kind == "http" else {"http"})
    assert handlers["http"]["Timeout"] == 29
    variables = handlers["http"]["Environment"]["Variables"]
    assert variables["SECRET_KEY"].endswith(
        f"otvet-settings:SecretString:SECRET_KEY::{kept['VersionId']}}}}}"
    )
    transport = values["VisitorTransport"]
    assert variables["VISITOR_TRANSPORT"] == transport
    assert ("WEBSOCKET_URL" in variables) == (transport == "websocket")
    assert len(client("iam").list_roles()["Roles"]) == 1
    groups = client("logs").describe_log_groups()["logGroups"]
    assert {group["retentionInDays"] for group in groups} == {30}
    if kind == "rest":
        assert client("apigateway").get_rest_apis()["items"][0]["name"] == "otvet-rest"
