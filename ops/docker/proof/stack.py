"""compose.yaml under podman-compose: up in the order of its health checks, scaled, and down."""

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from signal import SIGKILL

from ops.docker.proof.shell import ProofFailedError, run, succeeds
from ops.tests.compose_files import Service, composed

_FILES = ("compose.yaml", "ops/docker/standins/compose.yaml")
_PATIENCE = 300.0
_NAMES = Path("/run/containers/networks/aardvark-dns")


class Stack:
    """One project. Podman 4 without systemd neither asks for health nor waits for it, so this does.

    What it asks, and in what order, is what compose.yaml says.
    """

    def __init__(self, project: str, port: int, scale: dict[str, int]) -> None:
        """Describe it; ``port`` is the gateway's on this machine."""
        self._project = project
        self._scale = scale
        self._variables = {
            "GATEWAY_PORT": str(port),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
        }
        self._whole = composed(*_FILES, **self._variables).services
        self.services = {n: one for n, one in self._whole.items() if not one.profiles}
        self.left_out = sorted(
            n for n, one in self._whole.items() if not one.image.startswith("localhost/")
        )

    def up(self) -> Iterator[tuple[tuple[str, ...], float]]:
        """Start level after level; yield each with the seconds until all of it was well or done."""
        for level in self.levels():
            began = time.monotonic()
            scaled = [f"--scale={n}={c}" for n, c in self._scale.items() if n in level]
            self._compose("up", "-d", "--no-deps", *scaled, *level)
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
        for container in self._listed():
            run("podman", "rm", "--force", "--time", "10", container, timeout=120.0, check=False)
        self._compose("down", "--volumes", check=False)
        # podman 4 leaves the names of some that were started again, to which the next run's
        # containers would be led.
        for left in _NAMES.glob(f"{self._project}_*"):
            left.unlink()

    def containers(self, service: str) -> list[str]:
        """Return the names of a service's containers."""
        return [f"{self._project}_{service}_{n + 1}" for n in range(self._scale.get(service, 1))]

    def address(self, container: str) -> str:
        """Where a container is in the inner network; this machine reaches it there."""
        found = self._inspect(container)["NetworkSettings"]["Networks"]
        network = f"{self._project}_inside"
        return str(found[network]["IPAddress"])

    def subnet(self, network: str) -> str:
        """Return the addresses of a network."""
        (found,) = json.loads(run("podman", "network", "inspect", f"{self._project}_{network}"))
        return str(found["subnets"][0]["subnet"])

    def output(self, container: str) -> str:
        """Return what a container has printed."""
        return run("podman", "logs", container)

    def once(self, service: str, *command: str) -> str:
        """Run a service that is there to be called, until it ends; return what it printed.

        Raises:
            ProofFailedError: it did not end with 0.
        """
        options = ("--profile", service, "run", "--rm", "--no-deps", "-T")
        return self._compose(*options, service, *command)

    def changed(self, profile: str, *services: str, **variables: str) -> None:
        """Start services anew with a profile and other variables; those before are removed."""
        for service in services:
            for container in self.running(service):
                run("podman", "rm", "--force", "--time", "60", container, timeout=_PATIENCE)
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
        return run("podman", "exec", container, *command, timeout=_PATIENCE)

    def stop(self, container: str) -> None:
        """Stop a container, with the time that it asks for."""
        run("podman", "stop", "--time", "60", container, timeout=_PATIENCE)

    def start(self, container: str) -> None:
        """Start one that was stopped."""
        run("podman", "start", container, timeout=_PATIENCE)

    def kill(self, container: str) -> None:
        """Kill a container's process as a machine without memory does: nobody asked for it."""
        os.kill(int(run("podman", "inspect", "--format", "{{.State.Pid}}", container)), SIGKILL)

    def await_health(self, service: str, container: str) -> None:
        """Wait until a container is well.

        Raises:
            ProofFailedError: it does not become so.
        """
        self._await(container, self._whole[service])

    def keep_logs(self, folder: Path) -> None:
        """Write what each container has said."""
        for container in self._listed():
            log = folder / f"{container}.log"
            run("podman", "logs", container, check=False, log=log)

    def _await(self, container: str, service: Service) -> None:
        if service.runs_once:
            code = run("podman", "wait", container, timeout=_PATIENCE).strip()
            if code != "0":
                said = run("sh", "-c", 'podman logs "$0" 2>&1', container, check=False)
                raise ProofFailedError(f"{container} ended with {code}\n{said[-2000:]}")
            return
        until = time.monotonic() + _PATIENCE
        while not succeeds("podman", "healthcheck", "run", container):
            if time.monotonic() > until:
                said = run("podman", "logs", "--tail", "20", container, check=False)
                raise ProofFailedError(f"{container} is not healthy\n{said}")
            time.sleep(1.0)

    def _compose(self, *arguments: str, check: bool = True) -> str:
        files = [word for name in _FILES for word in ("-f", name)]
        program = Path(sys.executable).with_name("podman-compose")
        options = ("--in-pod=false", "-p", self._project, *files)
        return run(
            program,
            *options,
            *arguments,
            timeout=_PATIENCE,
            check=check,
            environment=self._variables,
        )

    def _listed(self, *filters: str) -> list[str]:
        wanted = (f"label=com.docker.compose.project={self._project}", *filters)
        options = [word for one in wanted for word in ("--filter", one)]
        return run("podman", "ps", "-a", *options, "--format", "{{.Names}}").split()

    def _inspect(self, container: str) -> dict[str, dict[str, dict[str, dict[str, object]]]]:
        (found,) = json.loads(run("podman", "inspect", container))
        kept: dict[str, dict[str, dict[str, dict[str, object]]]] = found
        return kept
