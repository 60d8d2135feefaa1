"""What a prediction counts for, by the labels of its question.

Every figure is a ratio of two sums over questions, so that all of them are resampled alike. A
figure is only asked of the questions whose labels say what should have been: one without labels
counts for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from gpu_worker.evaluation.predictions import Action, Prediction
from gpu_worker.evaluation.questions import SERVICE_KINDS, Kind, Question

CHOICES = 3
"""Suggestions that a visitor is offered at most."""

SHARES: Mapping[str, str] = {
    "routed": "went to an agent it belongs to; of those that belong to one",
    "pair_f1": "both agents found, F1; of those that belong to two or were answered by two",
    "r_at_1": "a passage that answers is found first; of the answerable",
    "r_at_3": "… among the first three; of the answerable",
    "r_at_5": "… among the first five; of the answerable",
    "mrr": "mean of 1 ÷ its rank, 0 beyond ten; of the answerable",
    "right": "answered rightly: all that is quoted answers; of the answerable",
    "helped": "answered rightly, or the right one among three suggestions; of the answerable",
    "wrong": "answered wrongly; of all",
    "handed_off_needlessly": "handed to a person; of the answerable",
    "out_of_scope_answered": "answered; of what nobody should answer",
    "service_right": "greetings, abuse, calls for a person: taken as such; of them",
    "false_service": "taken for such a message; of all others",
    "correct": "answered rightly, not answered, or taken as such, as it should be; of all",
    "suggested": "offered headings to tap; of all",
    "handed_off": "handed to a person without asking for one; of all",
}
"""The figures that are shares, and what each is a share of."""

_SERVICE = {
    Kind.GREETING: Action.GREET,
    Kind.ABUSE: Action.ABUSE,
    Kind.HUMAN_REQUEST: Action.HUMAN,
}
_TO_A_PERSON = {Action.HANDOFF, Action.HUMAN}

Ratio = tuple[float, float]
_NOT_ASKED: Ratio = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what became of it."""

    question: Question
    prediction: Prediction

    @property
    def is_answerable(self) -> bool:
        """Whether some passage answers."""
        return bool(self.question.passages)

    @property
    def is_searched(self) -> bool:
        """Whether it was taken for a question, so that its confidence says something."""
        return bool(self.prediction.agents)

    @property
    def rank(self) -> int | None:
        """The place, from 1, of the first passage found that answers."""
        wanted = self.question.passages or frozenset()
        places = enumerate(self.prediction.found, start=1)
        return next((place for place, key in places if key in wanted), None)

    @property
    def is_right(self) -> bool:
        """Whether it was answered, and all that was quoted answers it."""
        quoted = set(self.prediction.quoted)
        return bool(quoted) and quoted <= (self.question.passages or frozenset())

    @property
    def is_wrong(self) -> bool:
        """Whether it was answered otherwise."""
        return self.prediction.action is Action.ANSWER and not self.is_right

    @property
    def is_helped(self) -> bool:
        """Whether the right answer was given, or offered to be tapped."""
        is_offered = self.prediction.action is Action.SUGGEST and self.is_found_in(CHOICES)
        return self.is_right or is_offered

    @property
    def is_correct(self) -> bool:
        """Whether what should have been done was done."""
        if (kind := self.question.kind) in SERVICE_KINDS:
            return self.prediction.action is _SERVICE[kind]
        return self.is_right if self.is_answerable else not self.is_wrong

    def is_found_in(self, first: int) -> bool:
        """Whether a passage that answers is among the first so many."""
        return self.rank is not None and self.rank <= first


def judge(case: Case) -> dict[str, Ratio]:
    """Return what the case adds to numerator and denominator of each figure in ``SHARES``."""
    is_answerable, is_judged = case.is_answerable, case.question.is_judged
    is_service, kind, action = case.question.is_service, case.question.kind, case.prediction.action
    return {
        "routed": _of(
            case.prediction.agent in (agents := case.question.agents or ()), bool(agents)
        ),
        "pair_f1": _pair(case),
        "r_at_1": _of(case.is_found_in(1), is_answerable),
        "r_at_3": _of(case.is_found_in(3), is_answerable),
        "r_at_5": _of(case.is_found_in(5), is_answerable),
        "mrr": _of(1 / case.rank if case.rank else 0.0, is_answerable),
        "right": _of(case.is_right, is_answerable),
        "helped": _of(case.is_helped, is_answerable),
        "wrong": _of(case.is_wrong, is_judged),
        "handed_off_needlessly": _of(action in _TO_A_PERSON, is_answerable),
        "out_of_scope_answered": _of(action is Action.ANSWER, kind is Kind.OUT_OF_SCOPE),
        "service_right": _of(case.is_correct, is_service),
        "false_service": _of(action in _SERVICE.values(), is_judged and not is_service),
        "correct": _of(case.is_correct, is_judged),
        "suggested": _of(action is Action.SUGGEST, is_judged),
        "handed_off": _of(action is Action.HANDOFF, is_judged),
    }


def _of(part: float, is_asked: bool) -> Ratio:  # noqa: FBT001 (both are what is counted)
    return (float(part), 1.0) if is_asked else _NOT_ASKED


def _pair(case: Case) -> Ratio:
    """Twice the pairs found, of the pairs answered and the pairs wanted."""
    wanted, given = case.question.agents, set(case.prediction.agents)
    if wanted is None:
        return _NOT_ASKED
    pairs = (len(wanted) == 2) + (len(given) == 2)
    return (2.0 * (len(given) == 2 and given == wanted), float(pairs))
