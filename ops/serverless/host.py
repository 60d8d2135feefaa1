"""A service of ``localstack/compose.yaml`` as a process: LocalStack's host mode, with its mounts.

Where Docker would mount something into the container, it is mounted below ``root``, which
LocalStack takes for the root of its files, in a mount namespace that ends with it.
"""

import os
import shlex
import signal
import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.docker.proof.shell import ProofFailedError
from ops.serverless.python import STANDIN
from ops.tests.compose_files import Service
from shared.config import process_environment

PORT = 4566
_SOCKET = "docker.sock"
_STOP = 30.0
_SPANS = {"ms": 0.001, "s": 1.0, "m": 60.0}
_OWN = {
    # Host mode, on a machine that may be a container itself.
    "OVERRIDE_IN_DOCKER": "0",
    "GATEWAY_LISTEN": f"127.0.0.1:{PORT}",
    "LAMBDA_RUNTIME_EXECUTOR": "process",
    "PYTHONPATH": str(STANDIN),
    # Nobody is called, and no port but its own is taken.
    "DISABLE_EVENTS": "1",
    "SKIP_SSL_CERT_DOWNLOAD": "1",
    "DNS_ADDRESS": "0",
}


@dataclass(frozen=True, slots=True)
class Host:
    """Where it runs: ``python`` is LocalStack's environment, ``folder`` the place of its files."""

    python: Path
    folder: Path
    volumes: Mapping[str, str]
    """Folders that stand for Docker's volumes, by the volume's own name."""

    @property
    def log(self) -> Path:
        """What it has said."""
        return self.folder / "localstack.log"

    def start(self, service: Service, base: Path) -> None:
        """Start it anew; relative paths of the service are below ``base``."""
        self.stop()
        root, temporary = self.folder / "root", self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        lines = mounts(service, base, root, self.volumes)
        python = shlex.quote(str(self.python / "bin" / "python"))
        script = "\n".join(["set -e", *lines, f"exec {python} -m localstack.runtime.main"])
        with self.log.open("wb") as output:
            process = subprocess.Popen(
                ["unshare", "--mount", "--map-root-user", "/bin/sh", "-c", script],
                cwd=temporary,
                env=self._environment(service, root, temporary),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._pid.write_text(str(process.pid), encoding="ascii")

    def is_healthy(self, service: Service) -> bool:
        """Ask for its health as Docker does, until it is well or was asked often enough."""
        check = service.healthcheck
        kind, line = check.test or ("", "")
        if kind != "CMD-SHELL":
            raise ProofFailedError(f"a health check of the kind {kind!r} is not known here")
        for _ in range(check.retries or 3):
            done = subprocess.run(["/bin/sh", "-c", line], check=False)
            if done.returncode == 0:
                return True
            if not self._runs():
                return False
            time.sleep(seconds(check.interval or "30s"))
        return False

    def stop(self) -> None:
        """End it and its functions; does nothing where it does not run."""
        if not self._pid.exists():
            return
        group = int(self._pid.read_text(encoding="ascii"))
        self._pid.unlink()
        for number in (signal.SIGTERM, signal.SIGKILL):
            until = time.monotonic() + _STOP
            try:
                os.killpg(group, number)
                while time.monotonic() < until:
                    os.killpg(group, 0)
                    time.sleep(0.1)
            except ProcessLookupError:
                return

    @property
    def _pid(self) -> Path:
        return self.folder / "pid"

    def _runs(self) -> bool:
        state = Path("/proc", self._pid.read_text(encoding="ascii"), "stat")
        return state.exists() and ") Z " not in state.read_text(encoding="ascii", errors="replace")

    def _environment(self, service: Service, root: Path, temporary: Path) -> dict[str, str]:
        kept = process_environment()
        return {
            "PATH": f"{self.python / 'bin'}:{kept['PATH']}",
            "HOME": str(temporary),
            "TEMP": str(temporary),
            "FILESYSTEM_ROOT": str(root),
            "OTVET_ROOT": str(root / "otvet"),
            **_OWN,
            **service.environment,
        }


def mounts(service: Service, base: Path, root: Path, volumes: Mapping[str, str]) -> list[str]:
    """Return the lines of ``sh`` that put a service's volumes below ``root``; Docker's socket not.

    Raises:
        KeyError: a volume that nothing stands for.
    """
    lines = [f"mkdir -p {shlex.quote(str(root))}", f"mount -t tmpfs tmpfs {shlex.quote(str(root))}"]
    for volume in service.volumes:
        source, place, *options = volume.split(":")
        if place.endswith(_SOCKET):
            continue
        is_path = source.startswith((".", "/"))
        path = Path(os.path.normpath(base / source)) if is_path else Path(volumes[source])
        target = root / place.lstrip("/")
        folder = target.parent if path.is_file() else target
        lines.append(f"mkdir -p {shlex.quote(str(folder))}")
        if path.is_file():
            lines.append(f"touch {shlex.quote(str(target))}")
        how = ",".join(["bind", *options])
        lines.append(f"mount -o {how} {shlex.quote(str(path))} {shlex.quote(str(target))}")
    return lines


def seconds(span: str) -> float:
    """Return a span of Compose, as ``5s``."""
    unit = span.lstrip("0123456789")
    return int(span.removesuffix(unit)) * _SPANS[unit]
