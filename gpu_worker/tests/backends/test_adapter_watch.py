"""New adapter versions are taken up while the engine runs; a broken one changes nothing."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from gpu_worker.agents.backends.adapters import AdapterWatch, Found
from gpu_worker.engine.core import EngineError
from gpu_worker.tests.support import AGENTS
from shared.contracts.queues import AgentProfile

ACCESS, HARDWARE, NETWORK = AGENTS


@dataclass(frozen=True)
class Version:
    agent: str
    version: str

    @property
    def folder(self) -> Path:
        return Path("/adapters", self.agent, self.version)


@dataclass
class Engine:
    """Remembers what it holds; refuses the versions it is told to."""

    refuses: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)

    def load_adapter(self, name: str, folder: Path) -> None:
        assert folder == Path("/adapters", *name.split("@"))
        self.asked.append(name)
        if name in self.refuses:
            raise EngineError(f"{name} has the wrong rank")
        self.names.add(name)

    def unload_adapter(self, name: str) -> None:
        if name not in self.names:
            raise EngineError(f"{name} is not loaded")
        self.names.remove(name)


class Desk:
    """A watch with the folder, the engine and the time in the test's hands."""

    def __init__(self, **versions: str) -> None:
        self.engine, self.now = Engine(), 0.0
        self.found = Found({})
        self.error: OSError | None = None
        self.put(**versions)
        self.watch = AdapterWatch(self.engine, self._find, every=0, clock=lambda: self.now)

    def put(self, **versions: str) -> None:
        found: Mapping[str, Version] = {
            slug: Version(slug, version) for slug, version in versions.items()
        }
        self.found = Found(found)

    def blend(self, *agents: AgentProfile) -> dict[str, float]:
        return self.watch.blend(agents)

    def _find(self) -> Found:
        if self.error:
            raise self.error
        return self.found


@pytest.fixture
def desk() -> Desk:
    return Desk(access="1", network="1")


def test_adapters_are_there_before_the_first_turn_and_two_agents_share_the_weight(
    desk: Desk,
) -> None:
    assert desk.blend(ACCESS) == {"access@1": 1.0}
    assert desk.blend(ACCESS, NETWORK) == {"access@1": 0.5, "network@1": 0.5}
    assert desk.blend(ACCESS, HARDWARE) == {"access@1": 0.5}
    assert desk.blend(HARDWARE) == {}


def test_a_new_version_replaces_the_old_one_which_leaves_at_the_next_look(desk: Desk) -> None:
    desk.put(access="2", network="1")
    desk.watch.look()
    assert desk.blend(ACCESS) == {"access@2": 1.0}
    assert desk.engine.names == {"access@1", "access@2", "network@1"}, "a turn may still ask for it"
    desk.watch.look()
    assert desk.engine.names == {"access@2", "network@1"}


def test_a_broken_version_is_refused_and_the_old_one_goes_on(desk: Desk) -> None:
    desk.engine.refuses = {"access@2"}
    desk.put(access="2", network="2")
    for _ in range(5):
        desk.watch.look()
        assert desk.blend(ACCESS) == {"access@1": 1.0}
        assert desk.blend(NETWORK) == {"network@2": 1.0}
    assert desk.engine.asked.count("access@2") == 1, "a broken version is not read every time"
    desk.now += 301
    desk.engine.refuses = set()
    desk.watch.look()
    assert desk.blend(ACCESS) == {"access@2": 1.0}


def test_going_back_to_the_old_version_at_once_keeps_it(desk: Desk) -> None:
    desk.put(access="2", network="1")
    desk.watch.look()
    desk.put(access="1", network="1")
    for _ in range(3):
        desk.watch.look()
    assert desk.blend(ACCESS) == {"access@1": 1.0}
    assert desk.engine.names == {"access@1", "network@1"}


def test_an_agent_whose_adapter_was_put_away_speaks_with_the_bare_model(desk: Desk) -> None:
    desk.put(network="1")
    desk.watch.look()
    assert desk.blend(ACCESS) == {}
    desk.watch.look()
    assert desk.engine.names == {"network@1"}


def test_a_folder_that_cannot_be_read_takes_nothing_away(desk: Desk) -> None:
    desk.put(network="1")
    desk.found = replace(desk.found, is_whole=False)
    desk.watch.look()
    assert desk.blend(ACCESS) == {"access@1": 1.0}
    desk.error = PermissionError("no")
    desk.watch.look()
    assert desk.blend(NETWORK) == {"network@1": 1.0}


def test_the_folder_is_looked_at_again_and_again_until_the_watch_is_closed() -> None:
    looks = threading.Semaphore(0)

    def find() -> Found:
        looks.release()
        return Found({})

    watch = AdapterWatch(Engine(), find, every=0.01)
    assert all(looks.acquire(timeout=5) for _ in range(4))
    watch.close()
