"""How near answers are to what they should be."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gpu_worker.agents.backends.base import Draft
from gpu_worker.agents.backends.streaming import citations_of
from gpu_worker.agents.verification import groundedness
from gpu_worker.retrieval.words import words
from gpu_worker.training.examples import Example
from gpu_worker.training.prompting import cited, shown_sources


@dataclass(frozen=True, slots=True)
class AnswerScores:
    """Means over answers; 0 to 1. None where nothing was there to be counted.

    ``f1`` is over words, as SQuAD has it (Rajpurkar et al., 2016). Of the marks in all answers
    ``citation_precision`` is the share that the wanted answer has too, and of the marks wanted
    ``citation_recall`` is the share that is there. ``grounded`` is the share of an answer's
    sentences that its sources support, where the wanted answer cites any.
    """

    answers: int
    exact: float | None
    f1: float | None
    citation_precision: float | None
    citation_recall: float | None
    grounded: float | None


def score_answers(examples: Sequence[Example], answers: Sequence[str]) -> AnswerScores:
    """Compare greedy answers with the examples' own, one to one."""
    pairs = list(zip(examples, answers, strict=True))
    given = [(set(cited(answer)), set(cited(example.answer))) for example, answer in pairs]
    right = sum(len(have & want) for have, want in given)
    return AnswerScores(
        answers=len(pairs),
        exact=_mean(_flat(example.answer) == _flat(answer) for example, answer in pairs),
        f1=_mean(word_f1(example.answer, answer) for example, answer in pairs),
        citation_precision=_share(right, sum(len(have) for have, _ in given)),
        citation_recall=_share(right, sum(len(want) for _, want in given)),
        grounded=_mean(
            _grounded(example, answer) for example, answer in pairs if cited(example.answer)
        ),
    )


def word_f1(wanted: str, given: str) -> float:
    """Return the harmonic mean of precision and recall of the words, with repetitions."""
    want, have = Counter(words(wanted)), Counter(words(given))
    if not want or not have:
        return float(want == have)
    return 2 * sum((want & have).values()) / (sum(want.values()) + sum(have.values()))


def _grounded(example: Example, answer: str) -> float:
    sources = shown_sources(example)
    return groundedness(Draft(answer, citations_of(answer, sources)), sources)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _mean(values: Iterable[float]) -> float | None:
    listed = list(values)
    return _share(sum(listed), len(listed))


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None
