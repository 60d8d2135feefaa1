"""Functions of LocalStack as processes of this machine, where no Docker engine runs.

Chosen with ``LAMBDA_RUNTIME_EXECUTOR=process``. It stands in for the container of a function and
for nothing else: LocalStack decides when one begins, is used again and ends, and what it is told.
What is done is ``otvet_container.py``'s; this puts LocalStack's words to it.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import (
    LambdaRuntimeException,
    RuntimeExecutor,
)
from otvet_container import Container, ContainerEnded, Function, ModuleNotImported, Work

from localstack import config

RUNTIME = Path(sys.prefix) / "runtime"
"""Where ``awslambdaric`` and what it needs lie, apart from LocalStack's own packages."""
_PYTHON = Path(sys.base_prefix) / "bin" / "python3.11"
_HERE = "127.0.0.1"


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """How LocalStack finds it, by entry_points.txt beside this."""

    name = "process"

    def load(self, *_: object, **__: object) -> type[RuntimeExecutor]:
        """Return the class."""
        return ProcessExecutor


class ProcessExecutor(RuntimeExecutor):
    """One container."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:  # noqa: A002 (LocalStack's)
        super().__init__(id=id, function_version=function_version)
        told = function_version.config
        code = told.code.get_unzipped_code_location()
        function = Function(code, RUNTIME, _PYTHON, float(told.timeout), told.memory_size)
        self._container = Container(function, Path(tempfile.gettempdir()) / f"function-{id}.log")

    def start(self, env_vars: dict[str, str]) -> None:
        """Begin, and wait until the function's module is imported.

        Raises:
            StatusErrorException: it could not be imported; the payload says why.
            LambdaRuntimeException: the process ended, or was stopped for taking too long.
        """
        known = {name: str(value) for name, value in env_vars.items()}
        kind = {"AWS_EXECUTION_ENV": f"AWS_Lambda_{self.function_version.config.runtime}"}
        with _in_its_words():
            self._container.start(known | kind)

    def stop(self) -> None:
        """End it, whatever it does."""
        self._container.stop()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        """Carry out one invocation, within the function's timeout and memory."""
        request = payload["invoke-id"]
        event = payload["payload"].encode()
        work = Work(request, payload["invoked-function-arn"], payload["trace-id"], event)
        with _in_its_words():
            done = self._container.invoke(work)
        return InvocationResult(request, done.payload, done.is_error, done.logs)

    def get_logs(self) -> str:
        """Return all that it has written."""
        return self._container.logged()

    def get_address(self) -> str:
        """Return where it is: on this machine."""
        return _HERE

    def get_endpoint_from_executor(self) -> str:
        """Return where LocalStack is, seen from it."""
        return _HERE

    def get_runtime_endpoint(self) -> str:
        """Return where LocalStack's own init would report; there is none here."""
        return f"http://{_HERE}:{config.GATEWAY_LISTEN[0].port}/_localstack_lambda/{self.id}"

    @classmethod
    def prepare_version(cls, function_version: FunctionVersion) -> None:
        """Unpack the code."""
        function_version.config.code.prepare_for_execution()

    @classmethod
    def cleanup_version(cls, function_version: FunctionVersion) -> None:
        """Leave it: LocalStack removes what it has unpacked."""


@contextmanager
def _in_its_words() -> Iterator[None]:
    """Raise what LocalStack knows in place of our own."""
    try:
        yield
    except ModuleNotImported as error:
        raise StatusErrorException("Environment startup failed", payload=error.payload) from error
    except ContainerEnded as error:
        raise LambdaRuntimeException(str(error)) from error
