"""The whole product under test: real processes, real stores, the demo loaded."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psycopg

from ops.embedded.builds import ROOMS, Builder
from ops.embedded.child import guarded
from ops.embedded.installation import Installation
from ops.embedded.layout import ROOT
from ops.embedded.ports import LOOPBACK, free_port
from ops.embedded.probes import http_ok
from ops.embedded.processes import WORKER_NAMES
from ops.embedded.progress import Console
from ops.embedded.supervisor import State
from shared.auth.passwords import hash_password
from shared.storage.demo import upsert_operator
from tests.journeys.waiting import wait_until
from tests.plain_http import no_authorities

_KNOWLEDGE = "ops/embedded/demo"
_INDEXING = 120.0
_RESTART = 60.0
_START = 60.0
_STOP = 20.0
_SETTLED = 15.0
_SITE = "SELECT id FROM sites WHERE site_key = %s"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who signs in at the console."""

    name: str
    email: str
    password: str


@dataclass(frozen=True, slots=True)
class Pace:
    """Holds the paced GPU worker in the middle of its answers."""

    hold_file: Path

    def hold(self) -> None:
        """From now on answers stop after their first words."""
        self.hold_file.touch()

    def release(self) -> None:
        """Let every answer go on."""
        self.hold_file.unlink(missing_ok=True)


class Product:
    """One installation with its demo, and what journeys do to it."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        """Describe it; ``start`` starts it. The front ends are copies: builds may go on."""
        self._folder = folder
        own = {"WIDGET_DIR": str(folder / "widget"), "ADMIN_DIR": str(folder / "admin")}
        self._installation = Installation(
            folder / "data", port=free_port(), settings={**own, **settings}
        )
        self._demo: dict[str, str] = {}
        self._token = ""

    # --- the whole ------------------------------------------------------------------------------

    def start(self) -> None:
        """Build, start, load the demo, wait until its documents can be searched."""
        installation = self._installation
        layout = installation.layout
        layout.prepare()
        for room in ROOMS:
            Builder(layout, Console(quiet=True)).build(room)
            shutil.copytree(ROOT / room / "dist", self._folder / room)
        installation.start()
        demo = str(layout.demo)
        installation.run_command("demo", "-m", "workers.demo", "--data", _KNOWLEDGE, "--out", demo)
        self._demo = json.loads(layout.demo.read_text(encoding="utf-8"))
        with self._api() as api:
            login = {"email": self.admin.email, "password": self.admin.password}
            grant = api.post("/auth/login", json=login).raise_for_status().json()
        self._token = grant["access_token"]
        wait_until("all documents are indexed", self._is_indexed, _INDEXING)

    def stop(self) -> None:
        """Stop everything; what was frozen is woken first, so that it can end."""
        with suppress(OSError):
            for state in self._installation.states().values():
                if state.pid:
                    self._installation.kill(state.name, signal.SIGCONT)
        self._installation.stop()

    @property
    def base_url(self) -> str:
        """Where browsers reach it."""
        return self._installation.base_url

    @property
    def logs(self) -> Path:
        """One log a process."""
        return self._installation.layout.logs

    def environment(self) -> dict[str, str]:
        """Return what its processes are started with: where the stores are."""
        return self._installation.environment()

    def metrics_ports(self) -> dict[str, int]:
        """Return the port of ``/metrics`` by role."""
        noted = json.loads((self._installation.layout.run / "ports.json").read_text("utf-8"))
        workers = {name: int(noted[name]) for name in WORKER_NAMES}
        return {**workers, "handlers": int(self.base_url.rpartition(":")[2])}

    # --- people ---------------------------------------------------------------------------------

    @property
    def admin(self) -> Credentials:
        """The operator that the demo made."""
        demo = self._demo
        return Credentials("Анна Демченко", demo["operator_email"], demo["operator_password"])

    @property
    def site_key(self) -> str:
        """The demo site's."""
        return self._demo["site_key"]

    @property
    def origin(self) -> str:
        """Where the demo site's pages lie."""
        return self._demo["origin"]

    def new_operator(self, name: str, role: str = "operator") -> Credentials:
        """Make one more person who works for the demo site."""
        made = Credentials(name, f"{secrets.token_hex(6)}@demo.example", secrets.token_urlsafe(9))
        url = self._installation.environment()["DATABASE_URL"]
        with psycopg.connect(url) as connection:
            row = connection.execute(_SITE, (self._demo["site_key"],)).fetchone()
            assert row is not None
            upsert_operator(
                connection,
                row[0],
                email=made.email,
                name=made.name,
                password_hash=hash_password(made.password),
                role=role,
            )
        return made

    # --- truth ----------------------------------------------------------------------------------

    def messages(self, conversation_id: str) -> list[tuple[str, str]]:
        """Return what PostgreSQL keeps of a conversation: ``(sender, text)`` in order."""
        items = self._get(f"/conversations/{conversation_id}/messages", limit="100")["items"]
        return [(item["sender"], item["text"]) for item in items]

    def await_messages(self, conversation_id: str, senders: list[str]) -> list[tuple[str, str]]:
        """Wait until PostgreSQL keeps what exactly these have said, in this order."""

        def spoken() -> list[tuple[str, str]] | None:
            kept = self.messages(conversation_id)
            return kept if [sender for sender, _ in kept] == senders else None

        return wait_until(f"PostgreSQL keeps {senders}", spoken, _SETTLED)

    def await_logged(self, program: str, event: str, conversation_id: str, times: int = 1) -> None:
        """Wait until a process has logged an event of a conversation."""
        log = self.logs / f"{program}.log"

        def is_logged() -> bool:
            lines = log.read_text(encoding="utf-8").splitlines()
            return sum(event in line and conversation_id in line for line in lines) >= times

        wait_until(f"{program} has logged {event}", is_logged, _SETTLED)

    # --- the demo site --------------------------------------------------------------------------

    def change_site(self, **patch: Any) -> None:  # noqa: ANN401 (JSON)
        """Change the demo site as its administrator would."""
        key = self._demo["site_key"]
        items = self._get("/sites")["items"]
        site_id = next(site["id"] for site in items if site["site_key"] == key)
        headers = {"Authorization": f"Bearer {self._token}"}
        with self._api() as api:
            api.patch(f"/sites/{site_id}", json=patch, headers=headers).raise_for_status()

    @contextmanager
    def also_at(self, origin: str) -> Iterator[None]:
        """Let the demo site's pages lie at one more origin for a while."""
        key = self._demo["site_key"]
        (site,) = [one for one in self._get("/sites")["items"] if one["site_key"] == key]
        self.change_site(origins=[*site["origins"], origin])
        try:
            yield
        finally:
            self.await_whole()
            self.change_site(origins=site["origins"])

    @contextmanager
    def without_document(self, name: str) -> Iterator[None]:
        """Take a document out of the knowledge for a while, as its supervisor would."""
        items = self._get("/knowledge/documents", site_key=self._demo["site_key"])["items"]
        (path,) = [f"/knowledge/documents/{one['id']}" for one in items if one["name"] == name]
        headers = {"Authorization": f"Bearer {self._token}"}
        with self._api() as api:
            api.delete(path, headers=headers).raise_for_status()
            try:
                yield
            finally:
                api.post(f"{path}/restore", headers=headers).raise_for_status()
        wait_until("all documents are indexed again", self._is_indexed, _INDEXING)

    # --- breaking -------------------------------------------------------------------------------

    @contextmanager
    def frozen(self, name: str) -> Iterator[None]:
        """Keep a process from doing anything for a while; it may be killed meanwhile."""
        pid = self._installation.kill(name, signal.SIGSTOP)
        try:
            yield
        finally:
            # Of a process that was just killed supervisord may not know yet.
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    def kill(self, name: str) -> None:
        """Kill a process with -9; its supervisor starts it again."""
        self._installation.kill(name)

    def await_restart(self, name: str) -> None:
        """Wait until a killed process is back and ready."""
        self._installation.await_ready([name], patience=_RESTART)

    def await_whole(self) -> None:
        """Wait until everything is ready but what a test has paused."""
        states = self._installation.states().values()
        wanted = [state.name for state in states if state.state is not State.STOPPED]
        self._installation.await_ready(wanted, patience=_RESTART)

    @contextmanager
    def paced(self) -> Iterator[Pace]:
        """Put a GPU worker that can be held in the place of the usual one."""
        self._installation.pause("gpu_worker")
        try:
            with self._paced_worker() as pace:
                yield pace
        finally:
            self._installation.launch("gpu_worker")
            self._installation.await_ready(["gpu_worker"])

    @contextmanager
    def second_handlers(self) -> Iterator[tuple[int, int]]:
        """Start a second process of handlers on the same stores; yield the ports of both."""
        port = free_port()
        own = {"HOST": LOOPBACK, "PORT": str(port), "PUBLIC_URL": self.base_url}
        with self._beside("second_handlers", ("-m", "handlers.main"), own, port, "/readyz"):
            yield int(self.base_url.rpartition(":")[2]), port

    @contextmanager
    def _paced_worker(self) -> Iterator[Pace]:
        port = free_port()
        pace = Pace(self._folder / "hold")
        command = ("-m", "tests.journeys.paced_worker", str(pace.hold_file))
        with self._beside("paced_worker", command, {"METRICS_PORT": str(port)}, port, "/healthz"):
            try:
                yield pace
            finally:
                pace.release()

    @contextmanager
    def _beside(
        self, name: str, command: tuple[str, ...], own: dict[str, str], port: int, path: str
    ) -> Iterator[None]:
        """Run one more process; it is there when ``path`` answers on ``port``."""
        with (self.logs / f"{name}.log").open("wb") as output:
            process = subprocess.Popen(
                guarded((sys.executable, *command), signal.SIGKILL),
                cwd=ROOT,
                env=self._installation.environment() | own,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until(f"{name} is up", lambda: http_ok(LOOPBACK, port, path), _START)
            yield
        finally:
            process.terminate()
            try:
                process.wait(_STOP)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    # --- inside ---------------------------------------------------------------------------------

    def _is_indexed(self) -> bool:
        items = self._get("/knowledge/documents", site_key=self._demo["site_key"])["items"]
        failed = [item["name"] for item in items if item["state"] == "failed"]
        assert not failed, f"could not be indexed: {failed}"
        return bool(items) and all(item["state"] == "ready" for item in items)

    def _get(self, path: str, **query: str) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        with self._api() as api:
            response = api.get(path, params=query, headers=headers).raise_for_status()
        answer: dict[str, Any] = response.json()
        return answer

    def _api(self) -> httpx.Client:
        return httpx.Client(
            base_url=f"{self.base_url}/api/v1",
            headers={"Origin": self.base_url},
            timeout=10.0,
            verify=no_authorities(),
        )
