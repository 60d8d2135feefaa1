"""What runs containers: podman, or Docker. Their verbs are the same; here is what is not.

Called by the proof's other parts, which say what is wanted of which container. Knows programs and
their manners, nothing of what the services are.
"""

import json
import sys
from abc import ABC, abstractmethod
from collections.abc import Mapping
from pathlib import Path

from ops.docker.proof.shell import STANDINS, ProofFailedError, run

FILES = ("compose.yaml", "ops/docker/standins/compose.yaml")
_PATIENCE = 300.0
_NAMES = Path("/run/containers/networks/aardvark-dns")


class Engine(ABC):
    """A program for containers, with the Compose that goes with it.

    Attributes:
        program: its name.
        build: the words before the arguments of a build.
        waits: whether its Compose starts services in the order of their health by itself.
        joint: what stands between project, service and number in a container's name.
        has_card: whether a device for the profile `gpu` stands in there.
        python: the image that ours are built on.
    """

    program: str
    build: tuple[str, ...]
    waits: bool
    joint: str
    has_card: bool
    python: str
    _compose: tuple[str, ...]

    def __init__(self, environment: Mapping[str, str]) -> None:
        """Take what it is told besides this process's own environment."""
        self._environment = dict(environment)

    def run(
        self,
        *command: str | Path,
        timeout: float = 60.0,
        check: bool = True,
        log: Path | None = None,
    ) -> str:
        """Have it do something, within so many seconds; return what was printed.

        Raises:
            ProofFailedError: it did not.
        """
        own = self._environment
        return run(self.program, *command, timeout=timeout, check=check, log=log, environment=own)

    def compose(
        self,
        project: str,
        *arguments: str,
        variables: Mapping[str, str],
        over: tuple[str, ...] = (),
        timeout: float = _PATIENCE,
        check: bool = True,
        log: Path | None = None,
    ) -> str:
        """Have its Compose do something with compose.yaml, the stand-ins and files over them.

        Raises:
            ProofFailedError: it did not.
        """
        files = [word for name in (*FILES, *over) for word in ("-f", name)]
        words = (*self._compose, "-p", project, *files, *arguments)
        own = {**self._environment, **variables}
        return run(*words, timeout=timeout, check=check, log=log, environment=own)

    def has_image(self, name: str) -> bool:
        """Whether there is such an image."""
        try:
            self.run("image", "inspect", "--format", "{{.Id}}", name)
        except ProofFailedError:
            return False
        return True

    def said(self, container: str) -> str:
        """Return the end of what a container printed, errors too."""
        script = '"$0" logs --tail 20 "$1" 2>&1'
        words = ("sh", "-c", script, self.program, container)
        return run(*words, check=False, environment=self._environment)[-2000:]

    @abstractmethod
    def is_well(self, container: str) -> bool:
        """Whether a container's health is good."""

    @abstractmethod
    def subnet(self, network: str) -> str:
        """Return the addresses of a network."""

    @abstractmethod
    def forget(self, project: str) -> None:
        """Clear away what it leaves of a project that is down."""


class Podman(Engine):
    """Podman 4 and podman-compose, which neither ask for health nor wait for it without systemd."""

    program = "podman"
    build = ("build", "--network", "host", "--format", "docker")
    waits = False
    joint = "_"
    has_card = True
    python = "localhost/standin-python"
    _compose = (str(Path(sys.executable).with_name("podman-compose")), "--in-pod=false")

    def __init__(self) -> None:
        """Have settings of its own for this proof."""
        super().__init__({"CONTAINERS_CONF": str(STANDINS / "containers.conf")})

    def is_well(self, container: str) -> bool:
        """Ask for a container's health now."""
        try:
            self.run("healthcheck", "run", container, timeout=30.0)
        except ProofFailedError:
            return False
        return True

    def subnet(self, network: str) -> str:
        """Return the addresses of a network."""
        (found,) = json.loads(self.run("network", "inspect", network))
        return str(found["subnets"][0]["subnet"])

    def forget(self, project: str) -> None:
        """Remove names of containers that were started again, to which the next would be led."""
        for left in _NAMES.glob(f"{project}_*"):
            left.unlink()


class Docker(Engine):
    """Docker and its own Compose."""

    program = "docker"
    build = ("build", "--network", "host")
    waits = True
    joint = "-"
    python = "localhost/standin-python-here"
    _compose = ("docker", "compose", "--progress", "plain")

    def __init__(self, environment: Mapping[str, str], *, has_card: bool) -> None:
        """Take how it is reached, besides this process's own environment."""
        super().__init__(environment)
        self.has_card = has_card

    @property
    def host(self) -> str:
        """Where the engine is asked."""
        return self._environment.get("DOCKER_HOST", "unix:///var/run/docker.sock")

    def is_running(self, container: str) -> bool:
        """Whether a container's process is there."""
        return self.run("inspect", "--format", "{{.State.Status}}", container).strip() == "running"

    def answers(self) -> bool:
        """Whether an engine, and its Compose, are there."""
        try:
            self.run("info")
            self.run("compose", "version")
        except ProofFailedError:
            return False
        return True

    def versions(self) -> str:
        """Return what it is."""
        engine = self.run("version", "--format", "{{.Server.Version}}").strip()
        return f"Docker {engine}, Compose {self.run('compose', 'version', '--short').strip()}"

    def is_well(self, container: str) -> bool:
        """Look whether Docker, which asks by itself, has found a container healthy."""
        wanted = "{{.State.Status}} {{.State.Health.Status}}"
        return self.run("inspect", "--format", wanted, container).split() == ["running", "healthy"]

    def subnet(self, network: str) -> str:
        """Return the addresses of a network."""
        (found,) = json.loads(self.run("network", "inspect", network))
        return str(found["IPAM"]["Config"][0]["Subnet"])

    def forget(self, project: str) -> None:
        """Docker leaves nothing."""
