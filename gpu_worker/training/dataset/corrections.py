"""Examples from operators' corrections: the newest word on a question, and the weightiest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import AwareDatetime

from gpu_worker.agents.backends.base import Source
from gpu_worker.agents.texts import language_of
from gpu_worker.training.dataset.answers import cite
from gpu_worker.training.dataset.lessons import Recipe, example
from gpu_worker.training.examples import Example, Kind, Line, Said, ShownSource, Slug, Text
from gpu_worker.training.prompting import cited
from shared.domain.words import Locale


class Correction(Line):
    """One line of the corrections: what an agent said, and what it should have said.

    ``answer`` is the agent's and ``corrected`` the operator's; equal ones confirm the answer.
    ``sources`` are those the agent was shown, with their numbers.
    """

    agent: Slug
    at: AwareDatetime
    question: Text
    answer: str
    corrected: Text
    sources: tuple[ShownSource, ...] = ()
    history: tuple[Said, ...] = ()
    language: Locale | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction as an example. One without support says what no shown source says."""

    example: Example
    is_supported: bool


def corrected(
    corrections: Iterable[Correction], recipe: Recipe, weight: float
) -> Iterator[Corrected]:
    """Yield an example for each corrected question, by its newest correction.

    Operators write no numbers of sources; each sentence gets that of the source which says it.
    """
    newest = {asked(one): one for one in sorted(corrections, key=lambda one: one.at)}
    for one in newest.values():
        sources = tuple(Source(s.n, s.title, s.text, s.url) for s in one.sources)
        answer = cite(one.corrected, sources)
        language = one.language or language_of(one.corrected, Locale.RU)
        made = example(
            Kind.CORRECTION, one.agent, language, recipe,
            one.question, answer, sources, one.history, weight,
        )  # fmt: skip
        yield Corrected(made, is_supported=bool(cited(answer)) or not sources)


def asked(one: Correction | Example) -> tuple[str, ...]:
    """Return what tells questions apart: who is asked, what was said before, and the question."""
    said = (one.agent, *(each.text for each in one.history), one.question)
    return tuple(" ".join(text.casefold().split()) for text in said)
