"""A private RabbitMQ node from the system's package, for tests: no system service, no root needed.

The node keeps everything in one folder and listens on loopback only. Its port mapper (epmd) is a
child of ours too, where Erlang would leave a daemon behind.
"""

import os
import secrets
import shutil
import socket
import subprocess
import time
from pathlib import Path
from signal import Signals

from ops.embedded.child import guarded
from ops.embedded.errors import EmbeddedError, ProgramFailedError
from ops.embedded.ports import LOOPBACK, free_port
from shared.config import process_environment

_SCRIPTS = Path("/usr/lib/rabbitmq/bin")
"""Debian's own ``rabbitmq-server`` on the path insists on the system's user and folders."""
_START_TIMEOUT = 90.0
_STOP_TIMEOUT = 30.0
_AMQP_HEADER = b"AMQP\x00\x00\x09\x01"
_USER = "otvet"
_CONFIGURATION = """\
listeners.tcp.local = {host}:{port}
default_user = {user}
default_pass = {password}
default_user_tags.administrator = true
disk_free_limit.absolute = 50MB
raft.wal_max_size_bytes = 33554432
log.console = true
log.console.level = warning
log.file = false
prometheus.tcp.ip = {host}
prometheus.tcp.port = {metrics_port}
"""
_ERLANG_OPTIONS = (
    "+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}"
)


class RabbitMQ:
    """One node: ``start``, ``kill`` and ``start`` again keep its data and its port."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._password = secrets.token_urlsafe(16)
        self._ports: list[int] = []
        for _ in range(4):
            self._ports.append(free_port(avoid=self._ports))
        self._name = f"otvet-{os.getpid()}-{self._ports[0]}@localhost"
        self._server: subprocess.Popen[bytes] | None = None
        self._mapper: subprocess.Popen[bytes] | None = None

    @staticmethod
    def missing() -> str:
        """Return what this system lacks to run a node, or nothing."""
        if not (_SCRIPTS / "rabbitmq-server").exists():
            return "RabbitMQ is not installed (Debian's package rabbitmq-server)"
        return "" if shutil.which("epmd") else "epmd is not installed (Debian's erlang-base)"

    @property
    def url(self) -> str:
        """Where to connect, on the virtual host ``/``."""
        return self.vhost_url("/")

    def vhost_url(self, vhost: str) -> str:
        """Where to connect on a virtual host."""
        path = "%2F" if vhost == "/" else vhost
        return f"amqp://{_USER}:{self._password}@{LOOPBACK}:{self._ports[0]}/{path}"

    @property
    def metrics_port(self) -> int:
        """Where its own plugin tells Prometheus of it."""
        return self._ports[3]

    def start(self) -> None:
        """Start the node and wait until it takes connections.

        Raises:
            EmbeddedError: the package is not installed.
            ProgramFailedError: it ended, or was not ready in time.
        """
        if reason := self.missing():
            raise EmbeddedError(reason)
        self._write_configuration()
        if self._mapper is None:
            mapper = (str(shutil.which("epmd")), "-address", LOOPBACK, "-port", str(self._ports[2]))
            self._mapper = self._spawn(mapper)
        self._server = self._spawn((str(_SCRIPTS / "rabbitmq-server"),))
        deadline = time.monotonic() + _START_TIMEOUT
        while not self.ready():
            if self._server.poll() is not None:
                raise ProgramFailedError("rabbitmq", "ended at its start", self._log)
            if time.monotonic() > deadline:
                raise ProgramFailedError(
                    "rabbitmq", f"was not ready in {_START_TIMEOUT:.0f} s", self._log
                )
            time.sleep(0.1)

    def ready(self) -> bool:
        """Whether the node speaks AMQP."""
        try:
            with socket.create_connection((LOOPBACK, self._ports[0]), timeout=2.0) as connection:
                connection.sendall(_AMQP_HEADER)
                return connection.recv(1) == b"\x01"
        except OSError:
            return False

    def kill(self) -> None:
        """Kill the node with -9; its data stays."""
        if self._server is not None:
            self._server.kill()
            self._server.wait()
            self._server = None

    def stop(self) -> None:
        """Stop the node and its port mapper."""
        for process in (self._server, self._mapper):
            if process is None:
                continue
            process.terminate()
            try:
                process.wait(_STOP_TIMEOUT)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._server = self._mapper = None

    def control(self, *arguments: str) -> str:
        """Run ``rabbitmqctl`` against this node and return what it printed."""
        done = subprocess.run(
            [str(_SCRIPTS / "rabbitmqctl"), "-q", "-n", self._name, *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    def add_vhost(self, name: str) -> str:
        """Make a virtual host of its own and return where to connect to it."""
        self.control("add_vhost", name)
        self.control("set_permissions", "-p", name, _USER, ".*", ".*", ".*")
        return self.vhost_url(name)

    @property
    def _log(self) -> Path:
        return self._folder / "output.log"

    def _spawn(self, command: tuple[str, ...]) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as output:
            return subprocess.Popen(
                guarded(command, Signals.SIGTERM),
                env=self._environment(),
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _write_configuration(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        text = _CONFIGURATION.format(
            host=LOOPBACK,
            port=self._ports[0],
            user=_USER,
            password=self._password,
            metrics_port=self.metrics_port,
        )
        (self._folder / "rabbitmq.conf").write_text(text, encoding="ascii")
        (self._folder / "enabled_plugins").write_text("[rabbitmq_prometheus].\n", encoding="ascii")

    def _environment(self) -> dict[str, str]:
        folder = self._folder
        return process_environment() | {
            "HOME": str(folder),  # the cookie lies there
            "RUNNING_UNDER_SYSTEMD": "true",  # the script becomes the server, one process to signal
            "RABBITMQ_NODENAME": self._name,
            "RABBITMQ_NODE_IP_ADDRESS": LOOPBACK,
            "RABBITMQ_NODE_PORT": str(self._ports[0]),
            "RABBITMQ_DIST_PORT": str(self._ports[1]),
            "ERL_EPMD_PORT": str(self._ports[2]),
            "ERL_EPMD_ADDRESS": LOOPBACK,
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
            "RABBITMQ_CONF_ENV_FILE": str(folder / "none.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
            "RABBITMQ_MNESIA_BASE": str(folder / "data"),
            "RABBITMQ_LOG_BASE": str(folder / "logs"),
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": _ERLANG_OPTIONS,
        }
