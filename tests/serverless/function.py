"""A function as AWS Lambda runs it: as many containers as invocations at once, frozen in between.

A container gets one invocation at a time and is stopped (SIGSTOP) when it has answered, with all
its tasks and connections, as Lambda freezes it. Nobody ends one in order: it is killed.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from shared.config import process_environment

ROOT = Path(__file__).parents[2]
Event = dict[str, Any]


class FunctionError(Exception):
    """The handler raised, or its container ended; the message is for the test's reader."""


class _Container:
    def __init__(self, name: str, environment: Mapping[str, str], log: Path) -> None:
        there, self._into = os.pipe()
        self._out, back = os.pipe()
        # Where the child finds them; a shell gives numbers that subprocess would not.
        line = f"exec {sys.executable} -m tests.serverless.container {name} 3<&{there} 4>&{back}"
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                ["/bin/bash", "-c", line],
                cwd=ROOT,
                env=dict(environment),
                pass_fds=(there, back),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        os.close(there)
        os.close(back)
        self._answers = os.fdopen(self._out, "rb")
        self.invocations = 0

    @property
    def pid(self) -> int:
        return self._process.pid

    def invoke(self, event: Event) -> Any:  # noqa: ANN401 (what the handler returns)
        self._process.send_signal(signal.SIGCONT)
        self.invocations += 1
        _write(self._into, event)
        line = self._answers.readline()
        if not line:
            raise FunctionError("the container ended")
        self._process.send_signal(signal.SIGSTOP)
        said = json.loads(line)
        if "error" in said:
            raise FunctionError(said["error"])
        return said["answer"]

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._into)
        self._answers.close()


def _write(pipe: int, event: Event) -> None:
    left = json.dumps(event).encode() + b"\n"
    while left:
        left = left[os.write(pipe, left) :]


class Function:
    """One function; ``invoke`` may be called from many threads at once."""

    def __init__(
        self, name: str, settings: Mapping[str, str], log: Path, *, concurrency: int = 20
    ) -> None:
        """Run ``module.function`` with these settings; at most ``concurrency`` containers."""
        self._name, self._log = name, log
        kept = {
            key: value for key, value in process_environment().items() if not key.endswith("_URL")
        }
        self._environment = kept | {"AWS_LAMBDA_FUNCTION_NAME": "otvet"} | dict(settings)
        self._free: list[_Container] = []
        self._busy: set[_Container] = set()
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(concurrency)

    def invoke(self, event: Event) -> Any:  # noqa: ANN401
        """Carry out an invocation in the container that was used last, or in a new one.

        Raises:
            FunctionError: the handler raised.
        """
        with self._places:
            container = self._take()
            try:
                answer = container.invoke(event)
            except (FunctionError, OSError) as error:
                self._busy.discard(container)
                container.kill()
                raise FunctionError(str(error)) from error
            with self._lock:
                self._busy.discard(container)
                self._free.append(container)
            return answer

    def kill_all(self) -> None:
        """End every container, whatever it does: the next invocations begin cold."""
        with self._lock:
            free, self._free = self._free, []
        for container in free:
            container.kill()
        for container in list(self._busy):
            os.kill(container.pid, signal.SIGKILL)

    @property
    def containers(self) -> int:
        """How many there are."""
        return len(self._free) + len(self._busy)

    def logged(self) -> str:
        """Return what all containers have written."""
        return self._log.read_text(encoding="utf-8")

    def close(self) -> None:
        """End all of it."""
        self.kill_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take(self) -> _Container:
        with self._lock:
            container = self._free.pop() if self._free else None
        container = container or _Container(self._name, self._environment, self._log)
        self._busy.add(container)
        return container
