"""What answers are written with where the model runs, as the gpu_workers tell it."""

from collections.abc import Sequence
from dataclasses import dataclass

from redis.asyncio import Redis

from shared.contracts.adapters import AgentAdapters, AgentRules, WritingInventory
from shared.contracts.agents import (
    AdapterOption,
    AdapterOptions,
    AgentPreview,
    AgentPreviewRequest,
)
from shared.domain.fencing import neutralise
from shared.domain.rules import RulesTemplate, filled_rules
from shared.kernel.clock import Clock, utc_now
from shared.storage.adapters import kept_inventories


@dataclass(frozen=True, slots=True)
class WritingOptions:
    """What can be chosen for some agents, and who told it."""

    adapters: tuple[AdapterOptions, ...]
    backends: tuple[str, ...]
    models: tuple[str, ...]
    workers: int


class WritingService:
    """Puts together what the workers told."""

    def __init__(self, redis: Redis, clock: Clock = utc_now) -> None:
        """Read from ``redis``."""
        self._redis = redis
        self._clock = clock

    async def options(self, slugs: Sequence[str]) -> WritingOptions:
        """Return what there is for each of ``slugs``."""
        told = await kept_inventories(self._redis, self._clock())
        return WritingOptions(
            adapters=tuple(_options(slug, told) for slug in slugs),
            backends=tuple(sorted({one.backend for one in told})),
            models=tuple(sorted({one.model for one in told if one.model})),
            workers=len(told),
        )

    async def preview(self, slug: str, draft: AgentPreviewRequest) -> AgentPreview:
        """Return the rules that a model would read; nothing while no worker has told them."""
        told = await kept_inventories(self._redis, self._clock())
        found = next((rules for one in told if (rules := _rules(one, slug, draft))), None)
        if found is None:
            return AgentPreview(template=None, text=None)
        ru_first = draft.language.value == "ru"
        pick = _first_of_two if ru_first else _second_of_two
        text = filled_rules(
            RulesTemplate(found.rules, found.extra, found.instructions),
            neutralise(pick(draft.name.ru, draft.name.en)),
            pick(draft.subject.ru, draft.subject.en),
            [pick(draft.instructions.ru, draft.instructions.en)],
        )
        return AgentPreview(template=found.template, text=text)


def _first_of_two(first: str, second: str) -> str:
    return first or second


def _second_of_two(first: str, second: str) -> str:
    return second or first


def _rules(told: WritingInventory, slug: str, draft: AgentPreviewRequest) -> AgentRules | None:
    here = [rules for rules in told.rules if rules.language is draft.language]
    own = next((rules for rules in here if rules.slug == slug), None)
    return own or next((rules for rules in here if rules.slug == ""), None)


def _options(slug: str, told: Sequence[WritingInventory]) -> AdapterOptions:
    with_model = [one for one in told if one.backend == "local"]
    theirs = [_of(one, slug) for one in with_model]
    active = {each.active for each in theirs}
    found = {version.version: version for each in theirs for version in each.versions}
    names = [{version.version for version in each.versions} for each in theirs]
    return AdapterOptions(
        slug=slug,
        active=active.pop() if len(active) == 1 else None,
        versions=tuple(
            AdapterOption(
                version=name,
                loss_before=version.loss_before,
                loss_after=version.loss_after,
                everywhere=all(name in has for has in names),
            )
            for name, version in sorted(found.items(), reverse=True)
        ),
    )


def _of(told: WritingInventory, slug: str) -> AgentAdapters:
    return next((each for each in told.adapters if each.slug == slug), AgentAdapters(slug=slug))
