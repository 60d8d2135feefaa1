"""A file's whole way: by HTTP into the table, through the reader into the index, and out again."""

import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path
from uuid import UUID

import psycopg
import pytest

from handlers.tests.door import ROOT, Door
from ops.embedded.child import guarded
from shared.config import process_environment
from shared.storage.vectors import PassageStore
from shared.tests.rows import new_operator, new_site
from workers.tests.files import docx

pytestmark = pytest.mark.services

PROCESSES = (
    ("workers.main", "tasks"), ("workers.main", "beat"), ("workers.main", "results"),
    ("gpu_worker.main",),
)  # fmt: skip
MODEL_FREE = {"AI_BACKEND": "extractive"}


@pytest.fixture
def settings(
    database_url: str, redis_url: str, embedded_broker_url: str, chroma_url: str
) -> dict[str, str]:
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
        "CHROMA_URL": chroma_url,
    }


@pytest.fixture
def workers(settings: Mapping[str, str], services_folder: Path) -> Iterator[None]:
    kept = {name: value for name, value in process_environment().items() if "_URL" not in name}
    with ExitStack() as stack:
        for module, *role in PROCESSES:
            log = stack.enter_context((services_folder / f"{module}{role}.log").open("ab"))
            process = subprocess.Popen(
                guarded((sys.executable, "-m", module, *role), signal.SIGTERM),
                cwd=ROOT,
                env=kept | MODEL_FREE | dict(settings),
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            stack.callback(process.wait, 30)
            stack.callback(process.terminate)
        yield


def within(seconds: float, is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.2)
    return False


def test_a_file_is_found_and_once_removed_is_not(
    settings: Mapping[str, str], workers: None, services_folder: Path
) -> None:
    with psycopg.connect(settings["DATABASE_URL"], autocommit=True) as connection:
        key, email = f"way-{secrets.token_hex(6)}", f"{secrets.token_hex(6)}@way.example"
        site_id = new_site(connection, site_key=key)
        new_operator(connection, site_id, email=email)
    path = "/api/v1/knowledge/documents"
    store = PassageStore(settings["CHROMA_URL"])
    with closing(Door(services_folder / "way.log", settings)) as door, closing(store):
        token = door.token(email)
        asked = {"site_key": key, "agent": "network", "name": "Регламент.docx"}

        def send(name: str, content: bytes) -> UUID:
            reply = door.request(
                "POST", f"{path}/upload", origin=door.console, token=token, content=content,
                params=asked | {"name": name},
            )  # fmt: skip
            assert reply.status_code == 200, reply.text
            return UUID(reply.json()["id"])

        def state(document: UUID) -> str:
            query = {"site_key": key}
            items = door.request("GET", path, origin=door.console, token=token, params=query)
            return next(
                str(each["state"]) for each in items.json()["items"] if each["id"] == str(document)
            )

        def indexed() -> set[UUID]:
            return {row.document_id for row in store.passages(site_id)}

        def curve() -> object:
            agents = door.request("GET", "/api/v1/agents", origin=door.console, token=token)
            return agents.json()["curve"]

        good, bad = send("Регламент.docx", docx()), send("bad.docx", docx()[:500])
        assert within(60, lambda: state(good) == "ready")
        assert within(20, lambda: curve() is not None), "the gpu_worker tells it at its start"
        assert within(20, lambda: state(bad) == "failed")
        assert indexed() == {good}
        gone = door.request("DELETE", f"{path}/{good}", origin=door.console, token=token)
        assert gone.status_code == 204
        assert within(60, lambda: indexed() == set())
