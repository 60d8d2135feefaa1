"""The embedded parts: they start, come back after kill -9, and keep what was stored."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import chromadb
import psycopg
import pytest
import redis

from ops.embedded.errors import AlreadyRunningError, EmbeddedError, ProgramFailedError
from ops.embedded.installation import STORE_NAMES, Installation
from ops.embedded.layout import ROOT
from ops.embedded.ports import free_port
from tests.services import service_missing

pytestmark = pytest.mark.services

_HOLDER = """
import sys, time
from pathlib import Path
from ops.embedded.installation import Installation
held = Installation(Path(sys.argv[1]), port=int(sys.argv[2]))
held.start(["postgres", "redis", "chroma"])
print(*[state.pid for state in held.states().values() if state.pid], flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def own(services_folder: Path) -> Iterator[Installation]:
    """An installation of this module's own, since its tests break it."""
    with Installation(services_folder / "broken parts", port=free_port()) as installation:
        try:
            installation.start(STORE_NAMES)
        except EmbeddedError as error:
            service_missing(error)
        yield installation


def _store(url: dict[str, str], value: str) -> None:
    with psycopg.connect(url["DATABASE_URL"], autocommit=True) as database:
        database.execute("create table if not exists kept (value text)")
        database.execute("insert into kept values (%s)", [value])
    with redis.Redis.from_url(url["REDIS_URL"]) as server:
        server.set(value, value)
    collection = _chroma(url).get_or_create_collection("kept-values", embedding_function=None)
    collection.upsert(ids=[value], embeddings=[1.0, 0.0])


def _stored(url: dict[str, str], value: str) -> list[bool]:
    with psycopg.connect(url["DATABASE_URL"]) as database:
        rows = database.execute("select 1 from kept where value = %s", [value]).fetchall()
    with redis.Redis.from_url(url["REDIS_URL"]) as server:
        cached = server.get(value)
    collection = _chroma(url).get_collection("kept-values", embedding_function=None)
    return [bool(rows), cached == value.encode(), collection.get(ids=[value])["ids"] == [value]]


def _chroma(url: dict[str, str]) -> "chromadb.api.ClientAPI":
    host, port = url["CHROMA_URL"].removeprefix("http://").split(":")
    return chromadb.HttpClient(host=host, port=int(port))


@pytest.mark.parametrize("name", STORE_NAMES)
def test_a_killed_part_comes_back_with_its_data(own: Installation, name: str) -> None:
    """Given stored values, when a part is killed with -9, then it is back with them."""
    _store(own.environment(), f"before-{name}")

    killed = own.kill(name)
    _until(lambda: own.pid(name) not in (0, killed))
    own.await_ready([name])

    assert _stored(own.environment(), f"before-{name}") == [True, True, True]


def test_everything_killed_at_once_is_recovered_from(own: Installation) -> None:
    """Given kill -9 of supervisord and all parts, the next start has the data again."""
    _store(own.environment(), "crash")
    pids = [own.pid(name) for name in STORE_NAMES]
    ports = own.environment()["DATABASE_URL"]

    own.abandon()
    _until(lambda: not any(_alive(pid) for pid in pids))
    own.start(STORE_NAMES)

    assert _stored(own.environment(), "crash") == [True, True, True]
    assert own.environment()["DATABASE_URL"] == ports


def test_a_stopped_installation_leaves_nothing_and_starts_again(own: Installation) -> None:
    _store(own.environment(), "stopped")
    pids = [own.pid(name) for name in STORE_NAMES]

    own.stop()
    left = [pid for pid in pids if _alive(pid)]
    own.start(STORE_NAMES)

    assert not left
    assert _stored(own.environment(), "stopped") == [True, True, True]


def test_a_second_instance_on_the_same_data_is_refused(own: Installation) -> None:
    with pytest.raises(AlreadyRunningError, match="already running"):
        Installation(own.layout.data, port=free_port()).open()


def test_parts_are_reached_only_with_their_password(own: Installation) -> None:
    url = own.environment()
    address = url["REDIS_URL"].rsplit("@", maxsplit=1)[1]
    with (
        redis.Redis.from_url(f"redis://{address}") as stranger,
        pytest.raises(redis.AuthenticationError),
    ):
        stranger.ping()
    server = url["DATABASE_URL"].rsplit("@", maxsplit=1)[1]
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://otvet:guess@{server}").close()


def test_a_given_part_is_not_started(services_folder: Path) -> None:
    given = {"DATABASE_URL": "postgresql://db.example/otvet", "REDIS_URL": "redis://r.example"}
    with Installation(services_folder / "given", port=free_port(), settings=given) as other:
        other.open()
        assert {"postgres", "redis"}.isdisjoint(other.program_names())
        assert "chroma" in other.program_names()
        assert other.environment()["BROKER_URL"] == "redis://r.example"


def test_a_process_that_cannot_start_is_named_with_its_log(services_folder: Path) -> None:
    """Given a setting that handlers refuse, the start fails at once and shows their words."""
    wrong = {"LOG_LEVEL": "LOUD"}
    with Installation(services_folder / "wrong", port=free_port(), settings=wrong) as other:
        other.open()
        with pytest.raises(ProgramFailedError, match=r"(?s)handlers did not start.*LOG_LEVEL"):
            other.start_programs(["handlers"])


def test_a_killed_launcher_leaves_nothing(services_folder: Path) -> None:
    """Given kill -9 of the process that holds supervisord, everything ends by itself."""
    command = [sys.executable, "-c", _HOLDER, str(services_folder / "held"), str(free_port())]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        pids = [int(pid) for pid in holder.stdout.readline().split()]
        holder.kill()

    assert len(pids) == len(STORE_NAMES)
    _until(lambda: not any(_alive(pid) for pid in pids))
    with Installation(services_folder / "held", port=free_port()) as heir:
        heir.start(["redis"])


def _until(done: Callable[[], bool], seconds: float = 30.0) -> None:
    deadline = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


def _alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
