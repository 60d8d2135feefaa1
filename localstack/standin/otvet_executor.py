"""Functions of LocalStack as processes of this machine, where no Docker engine runs.

Chosen with ``LAMBDA_RUNTIME_EXECUTOR=process``. It stands in for the container of a function and
for nothing else: LocalStack decides when one begins, is used again and ends, and what it is told.
"""

import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.services.lambda_.invocation.lambda_models import FunctionVersion, InvocationResult
from localstack.services.lambda_.invocation.plugins import RuntimeExecutorPlugin
from localstack.services.lambda_.invocation.runtime_executor import (
    LambdaRuntimeException,
    RuntimeExecutor,
)
from otvet_runtime_api import Invocation, Outcome, RuntimeApi, failure

from localstack import config

LOG = logging.getLogger(__name__)

RUNTIME = Path(sys.prefix) / "runtime"
"""Where ``awslambdaric`` and what it needs lie, apart from LocalStack's own packages."""
_HERE = "127.0.0.1"
_GLANCE = 0.2
# As in Lambda: the code where its Python looks for it and nobody may write, /tmp of its own. Of
# packages it finds its own and the runtime's, none of LocalStack's and none of Debian's (-S).
_INSIDE = """
set -e
exec 3<"$CODE" 4<"$RUNTIME"
mount -t tmpfs -o mode=755 tmpfs /var
mkdir /var/task /var/runtime
mount --bind -o ro /proc/self/fd/3 /var/task
mount --bind -o ro /proc/self/fd/4 /var/runtime
exec 3<&- 4<&-
mount -t tmpfs -o size=512m tmpfs /tmp
unset CODE RUNTIME
cd /var/task
exec "$@"
"""


class ProcessExecutorPlugin(RuntimeExecutorPlugin):
    """How LocalStack finds it, by entry_points.txt beside this."""

    name = "process"

    def load(self, *_: object, **__: object) -> type[RuntimeExecutor]:
        """Return the class."""
        return ProcessExecutor


class ProcessExecutor(RuntimeExecutor):
    """One container: a process in mounts of its own, and the Runtime API that it asks."""

    def __init__(self, id: str, function_version: FunctionVersion) -> None:  # noqa: A002 (LocalStack's)
        super().__init__(id=id, function_version=function_version)
        self._api: RuntimeApi | None = None
        self._log = Path(tempfile.gettempdir()) / f"function-{id}.log"
        self._environment: dict[str, str] = {}
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def start(self, env_vars: dict[str, str]) -> None:
        """Begin, and wait until the function's module is imported.

        Raises:
            StatusErrorException: it could not be imported; the payload says why.
            LambdaRuntimeException: the process ended, or was stopped for taking too long.
        """
        self._environment = {name: str(value) for name, value in env_vars.items()} | {
            "AWS_EXECUTION_ENV": f"AWS_Lambda_{self.function_version.config.runtime}",
            "PYTHONPATH": "/var/task:/var/runtime",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "en_US.UTF-8",
        }
        self._begin()

    def _begin(self) -> None:
        # Of its own, so that nothing said to the process before it reaches this one.
        self._api = RuntimeApi()
        self._api.start()
        told = {
            "AWS_LAMBDA_RUNTIME_API": self._api.address,
            "CODE": str(self.function_version.config.code.get_unzipped_code_location()),
            "RUNTIME": str(RUNTIME),
        }
        apart = ["unshare", "--mount", "--map-root-user", "/bin/sh", "-c", _INSIDE, "sh"]
        python = str(Path(sys.base_prefix) / "bin" / "python3.11")
        handler = self._environment["_HANDLER"]
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(  # noqa: S603 (our own words)
                [*apart, python, "-S", "-m", "awslambdaric", handler],
                env=self._environment | told,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        while (begun := self._api.beginning(_GLANCE)) is None:
            if self._stopped or self._process.poll() is not None:
                raise LambdaRuntimeException(f"the process ended\n{self.get_logs()[-3000:]}")
        if isinstance(begun, Outcome):
            raise StatusErrorException("Environment startup failed", payload=begun.payload)

    def stop(self) -> None:
        """End it, whatever it does."""
        self._stopped = True
        self._kill()

    def invoke(self, payload: dict[str, str]) -> InvocationResult:
        """Carry out one invocation, within the function's timeout and memory."""
        if self._process is None:  # the one before had to be killed
            self._begin()
        seconds = float(self.function_version.config.timeout)
        request, began, logged = payload["invoke-id"], time.monotonic(), self._size()
        self._api.put(
            Invocation(
                request,
                payload["invoked-function-arn"],
                payload["trace-id"],
                payload["payload"].encode(),
                seconds,
            )
        )
        outcome = self._await(request, seconds)
        spent, most = (time.monotonic() - began) * 1000, self._most_memory()
        if most > (allowed := self.function_version.config.memory_size):
            said = f"RequestId: {request} Error: {most} MB of {allowed} MB"
            outcome = failure("Runtime.OutOfMemory", said)
            self._kill()
        with self._log.open("rb") as log:
            log.seek(logged)
            own = log.read().decode(errors="replace")
        report = f"REPORT RequestId: {request} Duration: {spent:.2f} ms Max Memory Used: {most} MB"
        logs = f"START RequestId: {request}\n{own}END RequestId: {request}\n{report}\n"
        return InvocationResult(request, outcome.payload, outcome.is_error, logs)

    def _await(self, request: str, seconds: float) -> Outcome:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if outcome := self._api.outcome(min(left, _GLANCE)):
                return outcome
            if self._process is None or self._process.poll() is not None:
                self._kill()
                said = f"RequestId: {request} Error: Runtime exited"
                return failure("Runtime.ExitError", said)
        self._kill()
        said = f"RequestId: {request} Error: Task timed out after {seconds:.2f} seconds"
        return failure("Sandbox.Timedout", said)

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        api, self._api = self._api, None
        if api is not None:
            api.stop()

    def _most_memory(self) -> int:
        """Return the most that the process has had at once, in MiB; 0 of one that has ended."""
        if self._process is None:
            return 0
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return 0
        (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")] or ["_ 0 kB"]
        return int(line.split()[1]) // 1024

    def _size(self) -> int:
        return self._log.stat().st_size

    def get_logs(self) -> str:
        """Return all that it has written."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

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
