"""One installation: its data folder, its parts, its processes.

Used by ``make run`` and by every test that needs real services or the whole platform::

    with Installation(data, port=free_port()) as otvet:
        otvet.start()
        otvet.kill("gpu_worker")

Any part whose setting is given (``settings={"DATABASE_URL": …}``) is not started.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from ops.embedded.credentials import load_credentials
from ops.embedded.environment import build_environment, settings_in
from ops.embedded.errors import PortTakenError, ProgramFailedError
from ops.embedded.layout import ROOT, Layout, write_private
from ops.embedded.lock import InstanceLock
from ops.embedded.ports import LOOPBACK, is_free, keep_ports
from ops.embedded.postgres import Postgres
from ops.embedded.processes import WORKER_NAMES, handlers, workers
from ops.embedded.programs import Group, Program
from ops.embedded.progress import Console
from ops.embedded.stores import Chroma, Redis
from ops.embedded.supervisor import ProgramState, Supervisor
from ops.embedded.supervisor_config import render

STORE_NAMES = ("postgres", "redis", "chroma")
_LOCK_WAIT = 2.0
_STORES_TIMEOUT = 60.0
_STORES_PATIENCE = 15.0
"""A store may die and be restarted for so long: one that was killed may still be ending."""
_PROCESSES_TIMEOUT = 180.0
_COMMAND_TIMEOUT = 300.0
_STOP_TIMEOUT = 60.0
_POLL = 0.05


class Installation:
    """Starts, watches and stops the parts and processes on one data folder."""

    def __init__(
        self,
        data: Path,
        *,
        host: str = LOOPBACK,
        port: int = 8080,
        settings: Mapping[str, str] | None = None,
        console: Console | None = None,
        root: Path = ROOT,
    ) -> None:
        self.layout = Layout(data=data.resolve(), root=root)
        self._host = host
        self._port = port
        self._settings = dict(settings or {})
        self._console = console or Console(quiet=True)
        self._lock = InstanceLock(self.layout.run / "lock")
        self._supervisor = Supervisor(self.layout)
        self._programs: dict[str, Program] = {}
        self._environment: dict[str, str] = {}

    # --- the whole ------------------------------------------------------------------------------

    def start(self, names: Iterable[str] | None = None) -> None:
        """Start the named programs, all by default, and return when they are ready.

        Migrations are applied before the first process of the platform starts.
        """
        self.open()
        chosen = set(names) if names is not None else set(self._programs)
        self.start_programs(chosen.intersection(STORE_NAMES))
        if processes := chosen.difference(STORE_NAMES):
            self.migrate()
            self.start_programs(processes)

    def stop(self) -> None:
        """Stop everything gracefully; does nothing when nothing runs."""
        self._supervisor.stop(_STOP_TIMEOUT)
        self._lock.release()

    def abandon(self) -> None:
        """Kill everything with -9: for a stop that takes too long."""
        self._supervisor.kill()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    # --- step by step ---------------------------------------------------------------------------

    def open(self) -> None:
        """Take the data folder, choose ports, write the configuration, start supervisord.

        Raises:
            AlreadyRunningError: another launcher holds the folder.
            PortTakenError: the port of the handlers is in use.
        """
        if self._supervisor.alive:
            return
        self.layout.prepare()
        lock = self._lock.acquire(_LOCK_WAIT)
        try:
            self._refuse_taken_port()
            self._describe()
            text = render(self.layout, self._programs.values())
            write_private(self.layout.run / "supervisord.conf", text)
            given = json.dumps(settings_in(self._environment), indent=2)
            write_private(self.layout.run / "environment.json", given + "\n")
            self._supervisor.start(self._environment, lock)
        except BaseException:
            self.stop()
            raise

    def start_programs(self, names: Iterable[str]) -> None:
        """Start programs at once and wait until every one is ready.

        Raises:
            ProgramFailedError: one died or was not ready in time; the error names it.
        """
        chosen = [program for name, program in self._programs.items() if name in set(names)]
        for program in chosen:
            self.launch(program.name)
        self.await_ready([program.name for program in chosen])

    def launch(self, name: str) -> None:
        """Start one program without waiting for it."""
        program = self._programs[name]
        if program.prepare is not None:
            program.prepare()
        self._supervisor.start_program(program)

    def await_ready(self, names: Iterable[str], *, patience: float | None = None) -> None:
        """Wait until programs can be used, showing each as it becomes so.

        Args:
            names: the programs.
            patience: seconds in which a death is not yet a failure; stores have some by default.

        Raises:
            ProgramFailedError: one died or was not ready in time.
        """
        began = time.monotonic()
        waiting = {name: self._programs[name] for name in names}
        while waiting:
            self._console.working(", ".join(waiting))
            passed = time.monotonic() - began
            for name, program in list(waiting.items()):
                if program.ready():
                    del waiting[name]
                    self._console.done(name, f"ready at {program.where}", passed)
            self._refuse_failed(waiting.values(), passed, patience)
            if waiting:
                time.sleep(_POLL)

    def migrate(self) -> None:
        """Bring the database's schema up to date."""
        self.run_command("migrations", "-m", "shared.storage.migrate")

    def run_command(self, name: str, *arguments: str) -> None:
        """Run one Python command of the platform in the installation's environment.

        Raises:
            ProgramFailedError: it ended with an error or took too long.
        """
        log = self.layout.log(name)
        with self._console.step(name), log.open("wb") as output:
            try:
                done = subprocess.run(
                    [sys.executable, *arguments],
                    cwd=self.layout.root,
                    env=self._environment,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    timeout=_COMMAND_TIMEOUT,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise ProgramFailedError(name, f"took over {_COMMAND_TIMEOUT:.0f} s", log) from None
            if done.returncode != 0:
                raise ProgramFailedError(name, f"ended with status {done.returncode}", log)

    # --- looking and breaking -------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """Where people reach the handlers."""
        return f"http://{LOOPBACK}:{self._port}"

    @property
    def public_url(self) -> str:
        """What people type: ``base_url``, or the ``PUBLIC_URL`` that was given."""
        return self._environment["PUBLIC_URL"]

    @property
    def alive(self) -> bool:
        """Whether supervisord runs."""
        return self._supervisor.alive

    def environment(self) -> dict[str, str]:
        """Return the environment of the processes, with every address and secret in it."""
        return dict(self._environment)

    def program_names(self) -> list[str]:
        """Return the programs of this installation: parts that were given are not among them."""
        return list(self._programs)

    def states(self) -> dict[str, ProgramState]:
        """Return what supervisord knows of each program."""
        return self._supervisor.states()

    def pid(self, name: str) -> int:
        """Return a program's process id; 0 while it is down."""
        return self.states()[name].pid

    def kill(self, name: str, number: signal.Signals = signal.SIGKILL) -> int:
        """Send a signal to a program, -9 by default, and return the process id that got it.

        Raises:
            ProcessLookupError: it is down. (To the kernel, process 0 is our own process group.)
        """
        pid = self._supervisor.pid if name == "supervisord" else self.pid(name)
        if not pid:
            raise ProcessLookupError(f"{name} is down")
        os.kill(pid, number)
        return pid

    def pause(self, name: str) -> None:
        """Stop one program gracefully; it stays down until ``launch``."""
        self._supervisor.stop_program(self._programs[name])

    # --- inside ---------------------------------------------------------------------------------

    def _describe(self) -> None:
        layout, credentials = self.layout, load_credentials(self.layout)
        ports = keep_ports(layout.run / "ports.json", (*STORE_NAMES, *WORKER_NAMES))
        postgres = Postgres(layout.data / "postgres", ports["postgres"], credentials.postgres)
        redis_file = layout.run / "redis.conf"
        redis = Redis(layout.data / "redis", ports["redis"], credentials.redis, redis_file)
        chroma = Chroma(layout.data / "chroma", ports["chroma"])
        self._environment = build_environment(
            credentials=credentials,
            port=self._port,
            postgres=postgres,
            redis=redis,
            chroma=chroma,
            settings=self._settings,
        )
        stores: list[Program] = []
        if "DATABASE_URL" not in self._settings:
            stores.append(postgres.program())
        if "REDIS_URL" not in self._settings:
            stores.append(redis.program())
        if "CHROMA_URL" not in self._settings:
            stores.append(chroma.program())
        programs = [*stores, *workers(ports), handlers(self._host, self._port)]
        self._programs = {program.name: program for program in programs}

    def _refuse_taken_port(self) -> None:
        if not is_free(self._port, self._host):
            raise PortTakenError(self._host, self._port)

    def _refuse_failed(
        self, waiting: Iterable[Program], passed: float, patience: float | None
    ) -> None:
        states = self._supervisor.states()
        for program in waiting:
            stored = program.group is Group.STORES
            allowed = patience if patience is not None else _STORES_PATIENCE if stored else 0.0
            state = states[program.name]
            log = self.layout.log(program.name)
            if state.failed and passed >= allowed:
                raise ProgramFailedError(program.name, f"did not start ({state.reason})", log)
            limit = _STORES_TIMEOUT if stored else _PROCESSES_TIMEOUT
            if passed > limit:
                raise ProgramFailedError(program.name, f"was not ready in {limit:.0f} s", log)
