"""The agents' adapters in a running engine: new versions taken up, broken ones refused.

Every few seconds the folder of adapters is asked which version each agent should speak with. A
new one is loaded beside the old one, which goes on if the new one cannot be used; then the name
changes, and the old one is unloaded at the next look, when no request can still ask for it.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Protocol

import structlog

from gpu_worker.engine.core import EngineError
from shared.contracts.queues import AgentProfile
from shared.observability.metrics import ADAPTERS_CHANGED

log = structlog.get_logger(__name__)

_AGAIN_AFTER = 300.0
_UNUSED_AFTER = 600.0


class AdapterEngine(Protocol):
    """What an engine offers for adapters; requests that run keep what they began with."""

    def load_adapter(self, name: str, folder: Path) -> None:
        """Load an adapter under a name.

        Raises:
            EngineError: it does not fit the model, or cannot be read.
        """

    def unload_adapter(self, name: str) -> None:
        """Forget a name."""


class FoundVersion(Protocol):
    """A version of an agent's adapter on disk."""

    @property
    def agent(self) -> str:
        """Whose it is."""

    @property
    def version(self) -> str:
        """Its name."""

    @property
    def folder(self) -> Path:
        """Where it lies."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the folder says: the version of each agent, and whether every agent could be read."""

    versions: Mapping[str, FoundVersion]
    is_whole: bool = True


class AdapterWatch:
    """Keeps an engine's adapters as the folder says; speaks for agents by their slugs."""

    def __init__(
        self,
        engine: AdapterEngine,
        find: Callable[[], Found],
        every: float,
        choose: Callable[[str, str], FoundVersion] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Look once now, and then every so many seconds in a thread.

        Args:
            engine: loads and unloads.
            find: reads the folder; raises ``OSError`` when it cannot.
            every: seconds between two looks; 0: only when ``look`` is called.
            choose: finds the version of a slug that a site has chosen; raises ``LookupError``.
            clock: monotonic seconds.
        """
        self._engine = engine
        self._find = find
        self._choose = choose
        self._clock = clock
        self._chosen: dict[str, float] = {}
        self._active: dict[str, str] = {}
        self._retired: list[str] = []
        self._refused: dict[str, float] = {}
        self._lock = Lock()
        self._closing = Event()
        self.look()
        if every:
            Thread(target=self._keep_looking, args=(every,), name="adapters", daemon=True).start()

    @property
    def active(self) -> dict[str, str]:
        """The adapter's name of each agent that has one: ``slug@version``."""
        return dict(self._active)

    def blend(self, agents: Sequence[AgentProfile]) -> dict[str, float]:
        """Return the loaded adapters of the agents, each counting the same; none: the bare model.

        An agent without an adapter counts too: then the bare model has its share. What a site has
        chosen is loaded when it is first asked for; what cannot be, is the active one instead.
        """
        names = (self._name_of(agent) for agent in agents)
        return {name: 1.0 / len(agents) for name in names if name is not None}

    def _name_of(self, agent: AgentProfile) -> str | None:
        active = self._active.get(agent.slug)
        if agent.adapter is None:
            return active
        name = f"{agent.slug}@{agent.adapter}"
        if not agent.adapter or name == active:
            return active if agent.adapter else None
        with self._lock:
            if name in self._chosen or self._load_chosen(name, agent.slug, agent.adapter):
                self._chosen[name] = self._clock()
                return name
        return active

    def _load_chosen(self, name: str, slug: str, version: str) -> bool:
        if self._choose is None or self._clock() < self._refused.get(name, 0.0):
            return False
        try:
            found = self._choose(slug, version)
        except LookupError as error:
            self._refused[name] = self._clock() + _AGAIN_AFTER
            log.warning("adapter.not_found", adapter=name, error=str(error))
            return False
        return self._load(found, name)

    def look(self) -> None:
        """Take up what is new."""
        try:
            found = self._find()
        except OSError as error:
            log.warning("adapters.not_read", error=f"{type(error).__name__}: {error}")
            return
        with self._lock:
            self._let_go()
            for version in found.versions.values():
                self._take_up(version)
            if found.is_whole:
                for slug in self._active.keys() - found.versions.keys():
                    self._retire(slug)

    def _let_go(self) -> None:
        """Unload what was retired at the last look, and retire what no site asks for any more."""
        leaving, self._retired = self._retired, []
        for name in leaving:
            if name not in self._chosen and name not in self._active.values():
                self._unload(name)
        for name, used in list(self._chosen.items()):
            if self._clock() - used > _UNUSED_AFTER:
                del self._chosen[name]
                self._retired.append(name)

    def close(self) -> None:
        """Stop looking."""
        self._closing.set()

    def _keep_looking(self, every: float) -> None:
        while not self._closing.wait(every):
            try:
                self.look()
            except Exception:
                log.exception("adapters.look_failed")

    def _take_up(self, version: FoundVersion) -> None:
        slug, name = version.agent, f"{version.agent}@{version.version}"
        if self._active.get(slug) == name or self._clock() < self._refused.get(name, 0.0):
            return
        if not self._load(version, name):
            return
        if slug in self._active:
            self._retired.append(self._active[slug])
        # A new dict: whoever reads the old one meanwhile sees one state of it.
        self._active = self._active | {slug: name}

    def _load(self, version: FoundVersion, name: str) -> bool:
        try:
            self._engine.load_adapter(name, version.folder)
        except (EngineError, OSError) as error:
            self._refused[name] = self._clock() + _AGAIN_AFTER
            ADAPTERS_CHANGED.labels("refused").inc()
            log.error(  # noqa: TRY400 (what is wrong with the folder; no story)
                "adapter.refused",
                adapter=name,
                instead=self._active.get(version.agent),
                error=f"{type(error).__name__}: {error}",
            )
            return False
        self._refused.pop(name, None)
        ADAPTERS_CHANGED.labels("loaded").inc()
        log.info("adapter.loaded", adapter=name)
        return True

    def _retire(self, slug: str) -> None:
        self._retired.append(self._active[slug])
        self._active = {key: name for key, name in self._active.items() if key != slug}

    def _unload(self, name: str) -> None:
        try:
            self._engine.unload_adapter(name)
        except EngineError as error:
            log.warning("adapter.not_unloaded", adapter=name, error=str(error))
            return
        ADAPTERS_CHANGED.labels("unloaded").inc()
        log.info("adapter.unloaded", adapter=name)
