"""One container of a function, as a process of this machine: begun, given work, ended.

It knows nothing of LocalStack, so that our tests run it with the standard library alone;
``otvet_executor.py`` is what LocalStack asks.
"""

import os
import signal
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from otvet_runtime_api import Invocation, Outcome, RuntimeApi, failure

_GLANCE = 0.2
"""Seconds between two looks whether the process is still there."""
_SHOWN = 3000
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


class ContainerEnded(Exception):
    """The process ended, or was stopped, before it had begun; the message has its last words."""


class ModuleNotImported(Exception):
    """The function's module could not be imported."""

    def __init__(self, payload: bytes) -> None:
        """Take what the function's runtime says of it, JSON with ``errorType``."""
        super().__init__(payload.decode(errors="replace"))
        self.payload = payload


@dataclass(frozen=True, slots=True)
class Function:
    """What runs in it, and how much it may take: ``seconds`` for an invocation, MiB in all."""

    code: Path
    runtime: Path
    """Folder with ``awslambdaric`` and what it needs."""
    python: Path
    seconds: float
    megabytes: int


@dataclass(frozen=True, slots=True)
class Work:
    """One invocation, as it is asked for."""

    request_id: str
    arn: str
    trace: str
    payload: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an invocation, and the lines that Lambda logs of it."""

    payload: bytes
    is_error: bool
    logs: str


class Container:
    """A process in mounts of its own, and the Runtime API that it asks.

    ``stop`` may be called from another thread, whatever the first one waits for.
    """

    def __init__(self, function: Function, log: Path) -> None:
        """Take what is to run; nothing is begun yet. All it writes is added to ``log``."""
        self._function = function
        self._log = log
        self._environment: dict[str, str] = {}
        self._api: RuntimeApi | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._is_stopped = False

    def start(self, environment: Mapping[str, str]) -> None:
        """Begin, and wait until the function's module is imported; ``_HANDLER`` names it.

        Raises:
            ModuleNotImported: it could not be imported.
            ContainerEnded: the process ended, or was stopped.
        """
        self._environment = dict(environment) | {
            "PYTHONPATH": "/var/task:/var/runtime",
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "en_US.UTF-8",
        }
        self._begin()

    def stop(self) -> None:
        """End it, whatever it does; it does not begin again."""
        self._is_stopped = True
        self._kill()

    def invoke(self, work: Work) -> Done:
        """Carry out one invocation, within the function's time and memory.

        Raises:
            ModuleNotImported: a process had to be begun for it, as ``start`` does.
            ContainerEnded: likewise.
        """
        process, api = self._running()
        began, logged = time.monotonic(), self._log.stat().st_size
        request, seconds = work.request_id, self._function.seconds
        api.put(Invocation(request, work.arn, work.trace, work.payload, seconds))
        outcome = self._await(process, api, request)
        spent, most = (time.monotonic() - began) * 1000, _most_memory(process)
        if most > (allowed := self._function.megabytes):
            said = f"RequestId: {request} Error: {most} MB of {allowed} MB"
            outcome = failure("Runtime.OutOfMemory", said)
            self._kill()
        with self._log.open("rb") as log:
            log.seek(logged)
            own = log.read().decode(errors="replace")
        report = f"REPORT RequestId: {request} Duration: {spent:.2f} ms Max Memory Used: {most} MB"
        logs = f"START RequestId: {request}\n{own}END RequestId: {request}\n{report}\n"
        return Done(outcome.payload, outcome.is_error, logs)

    def logged(self) -> str:
        """Return all that it has written."""
        return self._log.read_text(encoding="utf-8", errors="replace") if self._log.exists() else ""

    def _running(self) -> tuple[subprocess.Popen[bytes], RuntimeApi]:
        """Return what runs, begun anew where the one before had to be killed, or has ended."""
        process, api = self._process, self._api
        if process is not None and api is not None and process.poll() is None:
            return process, api
        self._kill()
        return self._begin()

    def _begin(self) -> tuple[subprocess.Popen[bytes], RuntimeApi]:
        # Of its own, so that nothing said to the process before it reaches this one.
        api = self._api = RuntimeApi()
        api.start()
        try:
            process = self._process = self._popen(api.address)
            begun = None
            while begun is None:
                begun = api.beginning(_GLANCE)
                if self._is_stopped or (begun is None and process.poll() is not None):
                    raise ContainerEnded(f"the process ended\n{self.logged()[-_SHOWN:]}")
            if isinstance(begun, Outcome):
                raise ModuleNotImported(begun.payload)
        except BaseException:
            self._kill()
            raise
        return process, api

    def _popen(self, address: str) -> subprocess.Popen[bytes]:
        told = {
            "AWS_LAMBDA_RUNTIME_API": address,
            "CODE": str(self._function.code),
            "RUNTIME": str(self._function.runtime),
        }
        apart = ["unshare", "--mount", "--map-root-user", "/bin/sh", "-c", _INSIDE, "sh"]
        runtime = [str(self._function.python), "-S", "-m", "awslambdaric"]
        with self._log.open("ab") as output:
            return subprocess.Popen(  # noqa: S603 (our own words)
                [*apart, *runtime, self._environment["_HANDLER"]],
                env=self._environment | told,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _await(self, process: subprocess.Popen[bytes], api: RuntimeApi, request: str) -> Outcome:
        seconds = self._function.seconds
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            # Looked at first: what it has said before its end is heard.
            has_ended = process.poll() is not None
            if outcome := api.outcome(min(left, _GLANCE)):
                return outcome
            if has_ended:
                self._kill()
                return failure("Runtime.ExitError", f"RequestId: {request} Error: Runtime exited")
        self._kill()
        said = f"RequestId: {request} Error: Task timed out after {seconds:.2f} seconds"
        return failure("Sandbox.Timedout", said)

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        api, self._api = self._api, None
        if api is not None:
            api.stop()


def _most_memory(process: subprocess.Popen[bytes]) -> int:
    """Return the most that a process has had at once, in MiB; 0 of one that has ended."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")] or ["_ 0 kB"]
    return int(line.split()[1]) // 1024
