"""What LocalStack asks of our executor is told to a container, and comes back in its words.

LocalStack is not installed here: what the executor takes of it stands below, of 4.7.0.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.serverless.standin import standin

_INVOCATION = "localstack.services.lambda_.invocation"
_ASKED = {
    "invoke-id": "r-1",
    "invoked-function-arn": "arn:f",
    "trace-id": "Root=1",
    "payload": '{"я": 1}',
}


class RuntimeExecutor:
    """LocalStack's base class."""

    def __init__(self, id: str, function_version: Any) -> None:  # noqa: A002, ANN401
        self.id, self.function_version = id, function_version


class LambdaRuntimeException(Exception):
    """LocalStack's, of a runtime that is no more."""


class StatusErrorException(Exception):
    """LocalStack's, of a function that said it cannot begin."""

    def __init__(self, message: str, payload: bytes) -> None:
        super().__init__(message)
        self.payload = payload


@dataclass
class InvocationResult:
    """LocalStack's, in the order of its fields."""

    request_id: str
    payload: bytes
    is_error: bool
    logs: str


_OF_LOCALSTACK: dict[str, dict[str, object]] = {
    "localstack": {"config": SimpleNamespace(GATEWAY_LISTEN=[SimpleNamespace(port=4566)])},
    f"{_INVOCATION}.executor_endpoint": {"StatusErrorException": StatusErrorException},
    f"{_INVOCATION}.lambda_models": {
        "FunctionVersion": object,
        "InvocationResult": InvocationResult,
    },
    f"{_INVOCATION}.plugins": {"RuntimeExecutorPlugin": object},
    f"{_INVOCATION}.runtime_executor": {
        "LambdaRuntimeException": LambdaRuntimeException,
        "RuntimeExecutor": RuntimeExecutor,
    },
}


class Container:
    """Takes what a container is told, and does as the test says."""

    def __init__(self, function: Any, log: Path) -> None:  # noqa: ANN401 (imported by its path)
        self.function, self.log = function, log
        self.told: list[Any] = []
        self.raises: Exception | None = None

    def start(self, environment: dict[str, str]) -> None:
        self._take(environment)

    def invoke(self, work: Any) -> Any:  # noqa: ANN401
        self._take(work)
        return standin("otvet_container").Done(b"42", is_error=True, logs="lines")

    def stop(self) -> None:
        self._take("stop")

    def logged(self) -> str:
        return "all lines"

    def _take(self, told: object) -> None:
        self.told.append(told)
        if self.raises is not None:
            raise self.raises


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The executor, which finds the parts of LocalStack that it imports."""
    for name, parts in _OF_LOCALSTACK.items():
        made = ModuleType(name)
        vars(made).update(parts)
        monkeypatch.setitem(sys.modules, name, made)
    yield standin("otvet_executor")
    del sys.modules["otvet_executor"]


@pytest.fixture
def executor(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    """One of a function, as LocalStack makes it of its version."""
    monkeypatch.setattr(module, "Container", Container)
    code = SimpleNamespace(get_unzipped_code_location=lambda: Path("/code"))
    config = SimpleNamespace(code=code, timeout=29, memory_size=512, runtime="python3.11")
    made = module.ProcessExecutorPlugin().load()
    return made("abc", SimpleNamespace(config=config))


def test_a_container_is_made_of_what_the_version_says(executor: Any) -> None:  # noqa: ANN401
    made = executor._container
    assert made.function == standin("otvet_container").Function(
        code=Path("/code"),
        runtime=Path(sys.prefix) / "runtime",
        python=Path(sys.base_prefix) / "bin" / "python3.11",
        seconds=29.0,
        megabytes=512,
    )
    assert made.log.name == "function-abc.log"
    assert executor.get_runtime_endpoint() == "http://127.0.0.1:4566/_localstack_lambda/abc"


def test_it_begins_works_and_ends_as_it_is_told(executor: Any) -> None:  # noqa: ANN401
    executor.start({"_HANDLER": "m.f", "MEMORY": 512, "AWS_EXECUTION_ENV": "AWS_Lambda_rapid"})
    assert executor.invoke(_ASKED) == InvocationResult("r-1", b"42", True, "lines")
    assert executor.get_logs() == "all lines"
    executor.stop()
    work = standin("otvet_container").Work("r-1", "arn:f", "Root=1", '{"я": 1}'.encode())
    assert executor._container.told == [
        {"_HANDLER": "m.f", "MEMORY": "512", "AWS_EXECUTION_ENV": "AWS_Lambda_python3.11"},
        work,
        "stop",
    ]


@pytest.mark.parametrize("step", ["start", "invoke"])
def test_what_went_wrong_is_raised_in_localstack_s_words(executor: Any, step: str) -> None:  # noqa: ANN401
    container = standin("otvet_container")
    told = {"start": {"_HANDLER": "m.f"}, "invoke": _ASKED}[step]
    executor._container.raises = container.ModuleNotImported(b'{"errorType": "ImportError"}')
    with pytest.raises(StatusErrorException) as refused:
        getattr(executor, step)(told)
    assert refused.value.payload == b'{"errorType": "ImportError"}'
    executor._container.raises = container.ContainerEnded("last words")
    with pytest.raises(LambdaRuntimeException, match="last words"):
        getattr(executor, step)(told)
