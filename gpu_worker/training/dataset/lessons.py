"""Examples of a passage, and of what is no question about any.

Each example has a random generator of its own, seeded by what it asks: a passage more or less in
the knowledge base does not change the examples of the others.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from gpu_worker.agents.backends.base import Source
from gpu_worker.agents.texts import Phrase, language_of, phrase
from gpu_worker.training.dataset.answers import answer_from
from gpu_worker.training.dataset.knowledge import KnownPassage
from gpu_worker.training.dataset.questions import questions_of
from gpu_worker.training.dataset.shelf import Shelf
from gpu_worker.training.dataset.small_talk import SMALL_TALK
from gpu_worker.training.examples import AgentWords, Example, Kind, Said, ShownSource, content_hash
from shared.domain.words import Locale, Sender

# How often serving has the right passage first, about: else it stands further down.
_FIRST = 0.7

Words = dict[str, dict[Locale, AgentWords]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How examples are made.

    ``sources`` passages are shown with a question. Of the questions, ``refusals`` are also asked
    where nothing answers them, and ``follow_ups`` come after an earlier question and its answer.
    """

    seed: int = 0
    sources: int = 3
    refusals: float = 0.2
    follow_ups: float = 0.15
    words: Words = field(default_factory=dict)


def passage_lessons(passage: KnownPassage, shelf: Shelf, recipe: Recipe) -> Iterator[Example]:
    """Yield the examples of one passage: each question with its answer, some with none."""
    language = language_of(passage.text, Locale.RU)
    for question in questions_of(passage):
        rng = random.Random(f"{recipe.seed}:{passage.agent}:{question}")  # noqa: S311
        shown = _shown(question, passage, shelf, recipe, rng)
        right = next(source for source in shown if source.text == passage.text)
        history: tuple[Said, ...] = ()
        if rng.random() < recipe.follow_ups:
            history = _earlier(passage, shelf, rng)
        yield example(
            Kind.ANSWER, passage.agent, language, recipe,
            question, answer_from(question, right), shown, history,
        )  # fmt: skip
        if rng.random() < recipe.refusals:
            yield _refusal(question, passage, language, shelf, recipe)


def small_talk_lessons(agent: str, shelf: Shelf, recipe: Recipe) -> Iterator[Example]:
    """Yield an agent's greetings, hand-offs and refusals of what is not its subject."""
    for (kind, reply, language), questions in SMALL_TALK.items():
        for question in questions:
            found: list[KnownPassage] = []
            if kind is Kind.REFUSAL:
                found = shelf.near(question, recipe.sources, lambda one: one.agent == agent)
            answer = phrase(reply, language)
            yield example(kind, agent, language, recipe, question, answer, numbered(found))


def example(
    kind: Kind,
    agent: str,
    language: Locale,
    recipe: Recipe,
    question: str,
    answer: str,
    sources: tuple[Source, ...],
    history: tuple[Said, ...] = (),
    weight: float = 1.0,
) -> Example:
    """Make an example; its id is the digest of what it says."""
    made = Example(
        id="new",
        agent=agent,
        kind=kind,
        language=language,
        system=recipe.words.get(agent, {}).get(language),
        sources=tuple(
            ShownSource(n=one.n, title=one.title, text=one.text, url=one.url) for one in sources
        ),
        history=history,
        question=question,
        answer=answer,
        weight=weight,
    )
    return made.model_copy(update={"id": content_hash(made)})


def numbered(passages: list[KnownPassage]) -> tuple[Source, ...]:
    """Return passages as numbered sources."""
    return tuple(Source(n, one.title, one.text) for n, one in enumerate(passages, start=1))


def _shown(
    question: str, passage: KnownPassage, shelf: Shelf, recipe: Recipe, rng: random.Random
) -> tuple[Source, ...]:
    """The passage that answers among those that come up with it, mostly first."""
    others = shelf.near(question, recipe.sources - 1, lambda one: one.text != passage.text)
    place = 0 if rng.random() < _FIRST else rng.randint(0, len(others))
    return numbered([*others[:place], passage, *others[place:]])


def _refusal(
    question: str, passage: KnownPassage, language: Locale, shelf: Shelf, recipe: Recipe
) -> Example:
    """The question where retrieval missed: what comes up is of other documents."""
    place = (passage.agent, passage.document)
    found = shelf.near(question, recipe.sources, lambda one: (one.agent, one.document) != place)
    answer = phrase(Phrase.NO_KNOWLEDGE, language)
    shown = numbered(found)
    return example(Kind.REFUSAL, passage.agent, language, recipe, question, answer, shown)


def _earlier(passage: KnownPassage, shelf: Shelf, rng: random.Random) -> tuple[Said, ...]:
    """A question about something near, and the answer it got."""
    near = shelf.near(
        passage.title or passage.text,
        5,
        lambda one: one.agent == passage.agent and one.text != passage.text,
    )
    if not near:
        return ()
    other = rng.choice(near)
    asked = rng.choice(questions_of(other) or (other.title,))
    answer = answer_from(asked, numbered([other])[0])
    return (Said(sender=Sender.VISITOR, text=asked), Said(sender=Sender.AGENT, text=answer))
