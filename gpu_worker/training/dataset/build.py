"""All examples together: of the knowledge base, of small talk, and of the corrections."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

from gpu_worker.training.dataset.corrections import Correction, asked, corrected
from gpu_worker.training.dataset.knowledge import KnownPassage
from gpu_worker.training.dataset.lessons import (
    Recipe,
    Words,
    passage_lessons,
    small_talk_lessons,
)
from gpu_worker.training.dataset.shelf import Shelf
from gpu_worker.training.errors import TrainingError
from gpu_worker.training.examples import AgentWords, Example, Slug, without_twins
from shared.domain.site import in_language
from shared.domain.words import Locale


class BadAgents(TrainingError):
    """The file that says what the agents are called is not what it should be."""


@dataclass(frozen=True, slots=True)
class Built:
    """A training set. ``unsupported`` corrections say what none of their sources says."""

    examples: list[Example]
    twins: int
    unsupported: int


class _Agent(BaseModel):
    slug: Slug
    name: dict[Locale, str]
    subject: dict[Locale, str]


class _Site(BaseModel):
    agents: tuple[_Agent, ...]


def build(
    passages: Sequence[KnownPassage],
    corrections: Sequence[Correction],
    recipe: Recipe,
    correction_weight: float,
) -> Built:
    """Make the training set, ordered by agent and id; the same input always gives the same set.

    A question that operators corrected is asked in no other example with another answer.
    """
    shelf = Shelf(passages)
    agents = sorted({one.agent for one in passages})
    taught = [one for passage in passages for one in passage_lessons(passage, shelf, recipe)]
    taught += [one for agent in agents for one in small_talk_lessons(agent, shelf, recipe)]
    learnt = list(corrected(corrections, recipe, correction_weight))
    settled = {asked(one.example) for one in learnt}
    whole = [one for one in taught if asked(one) not in settled]
    whole += [one.example for one in learnt]
    kept = without_twins(whole)
    return Built(
        examples=sorted(kept, key=lambda one: (one.agent, one.id)),
        twins=len(whole) - len(kept),
        unsupported=sum(not one.is_supported for one in learnt),
    )


def read_agents(path: Path) -> Words:
    """Read what the agents are called, from a site's description (``{"agents": […]}``).

    Raises:
        BadAgents: it cannot be read, or is not that.
    """
    try:
        site = _Site.model_validate(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, ValidationError) as error:
        raise BadAgents(f"{path} does not say what the agents are called: {error}") from error
    return {
        agent.slug: {
            locale: AgentWords(
                name=in_language(agent.name, locale), subject=in_language(agent.subject, locale)
            )
            for locale in Locale
        }
        for agent in site.agents
    }
