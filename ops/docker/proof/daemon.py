"""A Docker engine for the proof: the machine's own, or the next Debian's, started for it."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from ops.docker.proof.debian import HOME, unpacked
from ops.docker.proof.engines import Docker
from ops.docker.proof.shell import STANDINS, ProofFailedError, run
from shared.config import process_environment

_PLUGINS = ("docker-compose", "docker-buildx")
_PACKAGES = ("docker.io", "docker-cli", "containerd", *_PLUGINS)
_STARTED = 60.0


@contextmanager
def lent(logs: Path) -> Iterator[Docker]:
    """Yield an engine, which is stopped at the end if it was started for this.

    Raises:
        ProofFailedError: there is none, and none could be started.
    """
    own = Docker({}, has_card=False)
    if own.answers():
        yield own
        return
    root = unpacked(*_PACKAGES)
    with _kept_rules(), _running(root, logs) as engine:
        yield engine


@contextmanager
def _running(root: Path, logs: Path) -> Iterator[Docker]:
    """Run the daemon, which knows a card that stands in for a real one."""
    programs = [root / "usr" / name for name in ("bin", "sbin")]
    settings = HOME / "settings"
    (settings / "cli-plugins").mkdir(parents=True, exist_ok=True)
    for name in _PLUGINS:
        link = settings / "cli-plugins" / name
        link.unlink(missing_ok=True)
        link.symlink_to(root / "usr/libexec/docker/cli-plugins" / name)
    before = process_environment()
    # Debian 12's runc comes first: 13's wants a newer C library.
    path = ":".join(map(str, ("/usr/sbin", *programs, STANDINS, before["PATH"])))
    socket = f"unix://{HOME / 'socket'}"
    folders = {"data-root": "data", "exec-root": "run", "pidfile": "pid"}
    places = [f"--{name}={HOME / value}" for name, value in folders.items()]
    command = ["dockerd", "--host", socket, *places]
    engine = Docker(
        {"DOCKER_HOST": socket, "DOCKER_CONFIG": str(settings), "PATH": path},
        has_card=True,
    )
    with (logs / "dockerd.log").open("wb") as log:
        daemon = subprocess.Popen(
            ["/usr/bin/env", f"PATH={path}", *command],
            env=before,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
        try:
            until = time.monotonic() + _STARTED
            while not engine.answers():
                if daemon.poll() is not None or time.monotonic() > until:
                    raise ProofFailedError(f"dockerd does not answer: {log.name}")
                time.sleep(0.5)
            yield engine
        finally:
            engine.run("network", "prune", "--force", check=False)  # with the bridges
            daemon.terminate()
            daemon.wait(timeout=_STARTED)


@contextmanager
def _kept_rules() -> Iterator[None]:
    """Put the machine's rules of forwarding back at the end: Docker leaves its own, shut."""
    before = run("iptables-save")
    try:
        yield
    finally:
        with NamedTemporaryFile("w", encoding="utf-8") as rules:
            rules.write(before)
            rules.flush()
            run("iptables-restore", rules.name)
        run("ip", "link", "delete", "docker0", check=False)
