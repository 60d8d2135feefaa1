"""compose.yaml, brought up: in the order of its health checks, scaled, and down."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

from ops.docker.proof.engines import FILES, Engine
from ops.docker.proof.shell import ProofFailedError
from ops.tests.compose_files import Service, composed

_PATIENCE = 300.0


class Stack:
    """One ``project``: ``services`` are those of the ``whole`` that no profile leaves out.

    Where the engine's Compose neither asks for health nor waits, this does. What it asks, and in
    what order, is what compose.yaml says.
    """

    def __init__(self, engine: Engine, project: str, port: int, scale: dict[str, int]) -> None:
        """Describe it; ``port`` is the gateway's on this machine."""
        self._engine = engine
        self.project = project
        self._scale = scale
        self._variables = {
            "GATEWAY_PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
            # Docker makes no container whose limit is above what there is.
            "CUDA_WORKER_CPUS": str(min(4, os.cpu_count() or 1)),
        }
        self.whole = composed(*FILES, **self._variables).services
        self.services = {n: one for n, one in self.whole.items() if not one.profiles}
        self.left_out = sorted(
            n for n, one in self.whole.items() if not one.image.startswith("localhost/")
        )

    def up(self) -> Iterator[tuple[tuple[str, ...], float]]:
        """Start all of it; yield what was started at a time, with the seconds until it was well.

        That is everything where the engine's Compose waits, and else level after level.
        """
        waits = self._engine.waits
        for level in [tuple(sorted(self.services))] if waits else self.levels():
            began = time.monotonic()
            scaled = [f"--scale={n}={c}" for n, c in self._scale.items() if n in level]
            own = () if waits else ("--no-deps", *level)
            self._compose("up", "-d", *scaled, *own)
            for name in level:
                for container in self.containers(name):
                    self._await(container, self.services[name])
            yield level, time.monotonic() - began

    def levels(self) -> Iterator[tuple[str, ...]]:
        """Yield the services by the order of their waiting, side by side where they may be."""
        begun: set[str] = set()
        while len(begun) < len(self.services):
            ready = {
                name
                for name, one in self.services.items()
                if name not in begun and one.depends_on.keys() <= begun
            }
            yield tuple(sorted(ready))
            begun |= ready

    def down(self) -> None:
        """Stop and remove everything, data included."""
        for container in [] if self._engine.waits else self._listed():
            gone = ("rm", "--force", "--time", "10", container)
            self._engine.run(*gone, timeout=120.0, check=False)
        # Docker's leaves what a profile has started, unless it is told of the profile again.
        words = ("down", "--volumes")
        own = ("--profile", "*", *words, "--timeout", "10") if self._engine.waits else words
        self._compose(*own, check=False)
        self._engine.forget(self.project)

    def containers(self, service: str) -> list[str]:
        """Return the names of a service's containers."""
        numbers = range(1, self._scale.get(service, 1) + 1)
        return [self._engine.joint.join((self.project, service, str(n))) for n in numbers]

    def address(self, container: str) -> str:
        """Where a container is in the inner network; this machine reaches it there."""
        found = self._inspect(container)["NetworkSettings"]["Networks"]
        network = f"{self.project}_inside"
        return str(found[network]["IPAddress"])

    def subnet(self, network: str) -> str:
        """Return the addresses of a network."""
        return self._engine.subnet(f"{self.project}_{network}")

    def output(self, container: str) -> str:
        """Return what a container has printed."""
        return self._engine.run("logs", container)

    def once(self, service: str, *command: str) -> str:
        """Run a service that is there to be called, until it ends; return what it printed.

        Raises:
            ProofFailedError: it did not end with 0.
        """
        options = ("--profile", service, "run", "--rm", "--no-deps", "-T")
        return self._compose(*options, service, *command)

    def changed(self, profile: str, *services: str, **variables: str) -> None:
        """Start services anew with a profile and other variables; those before are removed."""
        before = [] if self._engine.waits else [c for name in services for c in self.running(name)]
        for container in before:
            self._engine.run("rm", "--force", "--time", "60", container, timeout=_PATIENCE)
        self._variables |= variables
        self._compose("--profile", profile, "up", "-d", "--no-build", "--no-deps", *services)

    def running(self, service: str) -> list[str]:
        """Return the names of a service's containers that there are."""
        return self._listed(f"label=com.docker.compose.service={service}")

    def within(self, container: str, *command: str) -> str:
        """Run a command in a container that runs; return what it printed.

        Raises:
            ProofFailedError: it did not end with 0.
        """
        return self._engine.run("exec", container, *command, timeout=_PATIENCE)

    def stop(self, container: str) -> None:
        """Stop a container, with the time that it asks for."""
        self._engine.run("stop", "--time", "60", container, timeout=_PATIENCE)

    def start(self, container: str) -> None:
        """Start one that was stopped."""
        self._engine.run("start", container, timeout=_PATIENCE)

    def kill(self, container: str) -> None:
        """Kill a container's process as a machine without memory does, and see it come back.

        Raises:
            ProofFailedError: it does not.
        """
        before = self._pid(container)
        os.kill(before, SIGKILL)
        until = time.monotonic() + _PATIENCE
        while self._pid(container) in {0, before}:
            if time.monotonic() > until:
                raise ProofFailedError(f"{container} was killed, and does not come back")
            time.sleep(0.2)

    def await_health(self, service: str, container: str) -> None:
        """Wait until a container is well.

        Raises:
            ProofFailedError: it does not become so.
        """
        self._await(container, self.whole[service])

    def keep_logs(self, folder: Path) -> None:
        """Write what each container has said."""
        for container in self._listed():
            log = folder / f"{container}.log"
            self._engine.run("logs", container, check=False, log=log)

    def _await(self, container: str, service: Service) -> None:
        if service.runs_once:
            code = self._engine.run("wait", container, timeout=_PATIENCE).strip()
            if code != "0":
                said = self._engine.said(container)
                raise ProofFailedError(f"{container} ended with {code}\n{said}")
            return
        until = time.monotonic() + _PATIENCE
        while not self._engine.is_well(container):
            if time.monotonic() > until:
                said = self._engine.said(container)
                raise ProofFailedError(f"{container} is not healthy\n{said}")
            time.sleep(1.0)

    def _compose(self, *arguments: str, check: bool = True) -> str:
        return self._engine.compose(
            self.project, *arguments, variables=self._variables, check=check
        )

    def _pid(self, container: str) -> int:
        return int(self._engine.run("inspect", "--format", "{{.State.Pid}}", container))

    def _listed(self, *filters: str) -> list[str]:
        wanted = (f"label=com.docker.compose.project={self.project}", *filters)
        options = [word for one in wanted for word in ("--filter", one)]
        return self._engine.run("ps", "-a", *options, "--format", "{{.Names}}").split()

    def _inspect(self, container: str) -> dict[str, dict[str, dict[str, dict[str, object]]]]:
        (found,) = json.loads(self._engine.run("inspect", container))
        kept: dict[str, dict[str, dict[str, dict[str, object]]]] = found
        return kept
