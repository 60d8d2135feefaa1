"""Talking to supervisord: start it, ask it, stop it.

supervisord runs as our child in a session of its own, so that Ctrl-C reaches the launcher alone
and programs stop in their order. When the launcher dies, however it dies, the kernel asks
supervisord to stop everything.
"""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
import xmlrpc.client
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from signal import Signals
from typing import cast

from ops.embedded.child import guarded
from ops.embedded.errors import ProgramFailedError
from ops.embedded.layout import Layout
from ops.embedded.programs import Program

_START_TIMEOUT = 20.0
_POLL = 0.02
_ALREADY_STARTED = 60
"""A fault code of supervisord."""
_NO_ANSWER = (OSError, http.client.HTTPException, xmlrpc.client.Error)


class State(IntEnum):
    """supervisord's own process states."""

    STOPPED = 0
    STARTING = 10
    RUNNING = 20
    BACKOFF = 30
    STOPPING = 40
    EXITED = 100
    FATAL = 200
    UNKNOWN = 1000


@dataclass(frozen=True, slots=True)
class ProgramState:
    """What supervisord knows of one program."""

    name: str
    state: State
    pid: int
    reason: str

    @property
    def failed(self) -> bool:
        """Whether the program died by itself and is not up again."""
        return self.state in (State.BACKOFF, State.EXITED, State.FATAL)


class Supervisor:
    """One supervisord and its programs."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, environment: Mapping[str, str], lock: int) -> None:
        """Start supervisord; its programs wait to be started one by one.

        Args:
            environment: what supervisord and through it every program inherits.
            lock: the descriptor of the instance lock, which supervisord keeps until it ends.

        Raises:
            ProgramFailedError: it did not start.
        """
        configuration = str(self._layout.run / "supervisord.conf")
        run = (sys.executable, "-m", "ops.embedded.supervisord", "-c", configuration)
        log = self._layout.log("supervisord-output")
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                guarded(run, Signals.SIGTERM),
                cwd=self._layout.root,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=(lock,),
                start_new_session=True,
            )
        self._await_answer(log)

    @property
    def pid(self) -> int:
        """Process id of supervisord itself."""
        return self._running().pid

    @property
    def alive(self) -> bool:
        """Whether supervisord runs."""
        return self._process is not None and self._process.poll() is None

    def start_program(self, program: Program) -> None:
        """Ask for a program to be started; its readiness is the caller's to await.

        Raises:
            ProgramFailedError: supervisord cannot even try.
        """
        try:
            self._call("startProcess", _address(program), wait=False)
        except xmlrpc.client.Fault as fault:
            if fault.faultCode != _ALREADY_STARTED:
                log = self._layout.log(program.name)
                raise ProgramFailedError(program.name, str(fault.faultString), log) from None

    def stop_program(self, program: Program) -> None:
        """Stop a program gracefully and wait until it has ended."""
        self._call("stopProcess", _address(program), wait=True)

    def states(self) -> dict[str, ProgramState]:
        """Return the state of every program by its name."""
        answer = cast("list[dict[str, object]]", self._call("getAllProcessInfo"))
        return {str(info["name"]): _program_state(info) for info in answer}

    def stop(self, timeout: float) -> None:
        """Stop all programs, group by group, then supervisord; kill it when that takes too long."""
        if self._process is None:
            return
        if self.alive:
            self._process.terminate()
        deadline = time.monotonic() + timeout
        while self.alive and time.monotonic() < deadline:
            self._wake()
        self.kill()
        self._process = None

    def kill(self) -> None:
        """Kill supervisord and every program with -9; does nothing when it has ended."""
        if self._process is None:
            return
        groups: list[int] = []
        if self.alive:
            with contextlib.suppress(*_NO_ANSWER):
                groups = [state.pid for state in self.states().values() if state.pid]
        self._process.kill()
        self._process.wait()
        for group in groups:  # supervisord makes each program the leader of its own group
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, Signals.SIGKILL)

    def _wake(self) -> None:
        """Let supervisord look at its children now; by itself it does so once a second."""
        with contextlib.suppress(*_NO_ANSWER):
            self._call("getState")
        time.sleep(_POLL)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            raise RuntimeError("supervisord was not started")
        return self._process

    def _await_answer(self, log: Path) -> None:
        deadline = time.monotonic() + _START_TIMEOUT
        while time.monotonic() < deadline:
            if self._running().poll() is not None:
                raise ProgramFailedError("supervisord", "ended at its start", log)
            try:
                self._call("getState")
            except _NO_ANSWER:
                time.sleep(_POLL)
            else:
                return
        raise ProgramFailedError("supervisord", f"did not answer in {_START_TIMEOUT:.0f} s", log)

    def _call(self, method: str, *names: str, wait: bool | None = None) -> object:
        arguments: tuple[str | bool, ...] = names if wait is None else (*names, wait)
        body = xmlrpc.client.dumps(arguments, f"supervisor.{method}")
        connection = _UnixConnection(self._layout.supervisor_socket)
        try:
            connection.request("POST", "/RPC2", body, {"Content-Type": "text/xml"})
            (result,), _ = xmlrpc.client.loads(connection.getresponse().read())
        finally:
            connection.close()
        return cast("object", result)


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: Path) -> None:
        super().__init__("localhost", timeout=60.0)
        self._path = path

    def connect(self) -> None:
        """Connect to the socket's path."""
        connected = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connected.settimeout(self.timeout)
            connected.connect(str(self._path))
        except OSError:
            connected.close()
            raise
        self.sock = connected


def _address(program: Program) -> str:
    return f"{program.group.name.lower()}:{program.name}"


def _program_state(info: Mapping[str, object]) -> ProgramState:
    reason = str(info["spawnerr"] or info["description"])
    return ProgramState(
        name=str(info["name"]),
        state=State(cast("int", info["state"])),
        pid=cast("int", info["pid"]),
        reason=reason,
    )
