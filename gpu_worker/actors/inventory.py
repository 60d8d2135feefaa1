"""Tells the console what this worker writes with: adapters on its disk, and the shipped rules."""

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from gpu_worker.adapters import (
    AdapterError,
    AdapterVersion,
    active_version,
    agents_with_adapters,
    held_out_losses,
    versions,
)
from gpu_worker.agents.prompts import Templates, shipped_templates
from shared.config import Settings
from shared.config_rules import AiBackend
from shared.contracts.adapters import (
    AdapterVersionInfo,
    AgentAdapters,
    AgentRules,
    WritingInventory,
)
from shared.domain.words import Locale
from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.adapters import keep_inventory

_MOST_VERSIONS = 100


class InventoryTeller:
    """Looks into the folder and tells, again and again: training adds versions while we run."""

    def __init__(
        self,
        redis: Redis,
        settings: Settings,
        model: Callable[[], str | None],
        clock: Clock = utc_now,
    ) -> None:
        self._redis = redis
        self._settings = settings
        self._model = model
        self._clock = clock
        self._worker = f"{socket.gethostname()}-{os.getpid()}"

    def tell(self) -> None:
        """Put it where handlers find it; without Redis, nothing is lost but time."""
        try:
            keep_inventory(self._redis, self._worker, self._inventory())
        except (RedisError, OSError) as error:
            get_logger().warning("inventory.not_told", error=type(error).__name__)

    def _inventory(self) -> WritingInventory:
        root = self._settings.ai_adapters
        is_local = self._settings.backend is AiBackend.LOCAL
        return WritingInventory(
            backend=self._settings.backend,
            model=self._model(),
            adapters=tuple(_adapters(root)) if is_local and root is not None else (),
            rules=tuple(_rules(shipped_templates())),
            told_at=self._clock(),
        )


def _adapters(root: Path) -> Iterator[AgentAdapters]:
    for slug in agents_with_adapters(root):
        found = versions(root, slug)[-_MOST_VERSIONS:]
        try:
            active = active_version(root, slug)
        except AdapterError:
            active = None  # said by whoever loads it
        yield AgentAdapters(
            slug=slug,
            active=active.version if active else None,
            versions=tuple(map(_version, reversed(found))),
        )


def _version(version: AdapterVersion) -> AdapterVersionInfo:
    before, after = held_out_losses(version) or (None, None)
    return AdapterVersionInfo(version=version.version, loss_before=before, loss_after=after)


def _rules(templates: Templates) -> Iterator[AgentRules]:
    for slug in ("", *templates.slugs):
        for language in Locale:
            template = templates.find(slug, language)
            yield AgentRules(
                slug=slug,
                language=language,
                template=template.name,
                rules=template.rules,
                extra=template.extra,
                instructions=template.instructions,
            )
