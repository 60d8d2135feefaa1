"""Fits of the limits that a reading is made with, each over a few values, by what comes of them.

The agents' own ``Reader`` reads every question for every value, with the curves fitted before.
"""

from collections.abc import Iterator, Sequence

from gpu_worker.agents.calibration import Calibration, FollowUp
from gpu_worker.agents.messages import QUESTION, chances_unseen, classify
from gpu_worker.agents.pairs import Reading
from gpu_worker.agents.reading import Reader
from gpu_worker.evaluation.knowledge import SITE
from gpu_worker.evaluation.labelled import LabelledSet
from gpu_worker.evaluation.questions import Question
from shared.domain.words import Step

_SERVICE = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8)
# A question taken for an insult is as bad as so many insults searched for.
_WORSE = 5
_PAIR = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
_WORDS = (6, 8, 10, 12)
_SURE = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
_SURE_POINTING = (0.3, 0.4, 0.5, 0.6, 0.7)
_ANSWER = (0.0, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975, 0.99, 1.0)
_CHOICES = 3


def fit_service(sets: Sequence[LabelledSet]) -> float:
    """Return how sure the examples must be that a message is no question.

    Messages are counted that the model did not learn from, and the questions of the sets.
    """
    told = [
        (found != QUESTION, kind != QUESTION, found == kind, chance)
        for kind, found, chance in chances_unseen()
    ]
    questions = [
        question.text for one in sets for question in one.questions if not question.is_service
    ]

    def quality(least: float) -> float:
        right = sum(is_right and known and chance >= least for _, known, is_right, chance in told)
        false = sum(found and not known and chance >= least for found, known, _, chance in told)
        false += sum(classify(text, least) is not None for text in questions)
        return right - _WORSE * false

    return max(reversed(_SERVICE), key=quality)


def fit_pair(sets: Sequence[LabelledSet], calibration: Calibration) -> float:
    """Return how sure each part must be: the best F1 of questions that belong to two agents."""

    def quality(least: float) -> float:
        tried = calibration.model_copy(update={"pair": least})
        found = wanted = right = 0
        for question, reading in _read(sets, tried):
            agents = question.agents or frozenset()
            found += len(reading.agents) == 2
            wanted += len(agents) == 2
            right += len(reading.agents) == 2 and agents == set(reading.agents)
        return 2 * right / max(1, found + wanted)

    return max(_PAIR, key=quality)


def fit_follow_up(sets: Sequence[LabelledSet], calibration: Calibration) -> FollowUp:
    """Return when a question behind another is a new one: one limit after the other.

    Follow-ups and new questions weigh the same, though new ones are far more.
    """
    best = calibration.follow_up
    for name, values in (
        ("sure", _SURE),
        ("sure_pointing_back", _SURE_POINTING),
        ("words", _WORDS),
    ):
        tried = [best.model_copy(update={name: value}) for value in values]
        best = max(tried, key=lambda limits: _found(sets, calibration, limits))
    return best.model_copy(update={"answer": _answer(sets, calibration, best)})


def _answer(sets: Sequence[LabelledSet], calibration: Calibration, limits: FollowUp) -> float:
    """Return how sure an answer to a follow-up must be, to be worth what others are worth.

    Where answers begin, one is right as often as ``answer`` says: so many right ones a wrong one.
    """
    tried = calibration.model_copy(update={"follow_up": limits})
    told = [
        (reading.decision.confidence, reading.route.hits[0].passage.id in (question.passages or ()))
        for question, reading in _read(sets, tried)
        if reading.answering and any(one.step is Step.FOLLOW_UP for one in reading.steps)
    ]
    worth = calibration.fused.answer / max(1e-3, 1.0 - calibration.fused.answer)

    def gain(least: float) -> float:
        return sum(1.0 if right else -worth for confidence, right in told if confidence >= least)

    return max(reversed(_ANSWER), key=gain)


def _found(sets: Sequence[LabelledSet], calibration: Calibration, limits: FollowUp) -> float:
    """Share of questions with an answer among the choices: the mean of both kinds'."""
    tried = calibration.model_copy(update={"follow_up": limits})
    found: dict[bool, list[bool]] = {True: [], False: []}
    for question, reading in _read(sets, tried, behind=True):
        if question.passages:
            hits = reading.route.hits[:_CHOICES]
            is_found = any(hit.passage.id in question.passages for hit in hits)
            found[bool(question.history)].append(is_found)
    return sum(sum(kind) / max(1, len(kind)) for kind in found.values()) / 2


def _read(
    sets: Sequence[LabelledSet], calibration: Calibration, *, behind: bool = False
) -> Iterator[tuple[Question, Reading]]:
    for one in sets:
        index = one.index(calibration.fusion)
        reader = Reader(index, calibration)
        agents = dict.fromkeys(one.knowledge.agents)
        asked = one.behind_another if behind else one.asked
        for question, understood in asked(index, calibration.service):
            yield question, reader.read(SITE, understood, agents)
