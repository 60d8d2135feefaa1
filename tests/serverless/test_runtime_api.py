"""What stands in for a function's container in LocalStack: the Runtime API that it is asked by."""

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import httpx
import pytest

from tests.plain_http import no_authorities
from tests.serverless.standin import standin

_RUNTIME = "/2018-06-01/runtime"


@pytest.fixture(scope="module")
def module() -> ModuleType:
    return standin("otvet_runtime_api")


@pytest.fixture
def api(module: ModuleType) -> Iterator[Any]:
    made = module.RuntimeApi()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def function(api: Any) -> Iterator[httpx.Client]:  # noqa: ANN401 (imported by its path)
    """What AWS's client asks with."""
    url = f"http://{api.address}{_RUNTIME}"
    with httpx.Client(base_url=url, timeout=10, verify=no_authorities()) as client:
        yield client


def put(module: ModuleType, api: Any, request_id: str = "r-1") -> None:  # noqa: ANN401
    api.put(module.Invocation(request_id, "arn:f", "Root=1", b'{"path": "/"}', 29.0))


def test_an_invocation_is_handed_out_whole_and_its_answer_comes_back(
    module: ModuleType,
    api: Any,  # noqa: ANN401
    function: httpx.Client,
) -> None:
    assert api.beginning(0.01) is None
    put(module, api)
    told = function.get("/invocation/next")
    assert api.beginning(5) == module.Begun()
    assert told.json() == {"path": "/"}
    assert told.headers["lambda-runtime-aws-request-id"] == "r-1"
    assert told.headers["lambda-runtime-invoked-function-arn"] == "arn:f"
    assert int(told.headers["lambda-runtime-deadline-ms"]) > 0
    assert api.outcome(0.01) is None
    assert function.post("/invocation/r-1/response", content=b"42").status_code == 202
    assert api.outcome(5) == module.Outcome(b"42", is_error=False)


def test_what_the_handler_raised_and_what_could_not_begin_are_errors(
    module: ModuleType,
    api: Any,  # noqa: ANN401
    function: httpx.Client,
) -> None:
    put(module, api)
    function.get("/invocation/next")
    assert function.post("/invocation/r-1/error", content=b"{}").status_code == 202
    assert api.outcome(5) == module.Outcome(b"{}", is_error=True)
    assert api.beginning(5) == module.Begun()
    assert function.post("/init/error", content=b'{"errorType": "ImportError"}').status_code == 202
    assert api.beginning(5).is_error


@pytest.mark.parametrize("path", ["/invocation/r-0/response", "/invocation/r-1/logs"])
def test_what_nobody_waits_for_is_refused(
    module: ModuleType,
    api: Any,  # noqa: ANN401
    function: httpx.Client,
    path: str,
) -> None:
    put(module, api)
    function.get("/invocation/next")
    assert function.post(path, content=b"0").status_code == 400
    assert api.outcome(0.01) is None
    assert function.post("/invocation/r-1/response", content=b"1").status_code == 202
    assert function.post("/invocation/r-1/response", content=b"2").status_code == 400
    assert api.outcome(5).payload == b"1"


def test_a_failure_says_what_aws_says(module: ModuleType) -> None:
    said = module.failure("Sandbox.Timedout", "RequestId: r-1 Error: Task timed out")
    assert said.is_error
    assert json.loads(said.payload)["errorType"] == "Sandbox.Timedout"
