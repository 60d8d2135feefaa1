"""Cases: questions kept with what is expected of the agents, and whether they do it.

Verdicts are rules on what came out, without a model: the same answer is always judged the same.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from shared.domain.search import plain
from shared.domain.words import Outcome

MOST_CASES = 500
"""Of one site."""


class CaseAction(StrEnum):
    """What the agents are expected to do with a question."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    HAND_OFF = "hand_off"
    GREET = "greet"
    DECLINE = "decline"


class CaseVerdict(StrEnum):
    """What came of a case the last time that it was run."""

    PASSED = "passed"
    FAILED = "failed"
    UNANSWERED = "unanswered"
    """Nothing came back that could be judged: a part was away, or it took too long."""


class CaseFault(StrEnum):
    """What was expected and is not so."""

    AGENT = "agent"
    ACTION = "action"
    CITATION = "citation"
    TEXT = "text"


class CaseChange(StrEnum):
    """Why the last result may hold no more."""

    CASE = "case"
    KNOWLEDGE = "knowledge"


class RunState(StrEnum):
    """How far a run of cases has come."""

    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    """By a person, or because the process that was at it has gone: the rest was not asked."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case expects; None and empty: anything will do."""

    agent: str | None = None
    action: CaseAction | None = None
    document_id: UUID | None = None
    contains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What the agents made of a question.

    ``agents`` are those that the question belongs to, ``cited`` the documents of the sources.
    """

    outcome: Outcome
    agents: tuple[str, ...] = ()
    cited: Mapping[UUID, str] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as expected: ``expected`` and ``made`` in words of the vocabulary."""

    what: CaseFault
    expected: str
    made: str = ""


_ACTIONS = {
    Outcome.ANSWERED: CaseAction.ANSWER,
    Outcome.QUOTED: CaseAction.ANSWER,
    Outcome.CLARIFIED: CaseAction.CLARIFY,
    Outcome.HANDED_OFF: CaseAction.HAND_OFF,
    Outcome.GREETED: CaseAction.GREET,
    Outcome.DECLINED: CaseAction.DECLINE,
}
_MARK = re.compile(r"\[\d{1,2}\]")
_WORD = re.compile(r"[^\W_]+\*?")


def action_of(outcome: Outcome) -> CaseAction | None:
    """Return what the agents did, told by the outcome; nothing of what no trial ends with."""
    return _ACTIONS.get(outcome)


def judge(expected: Expected, made: Made) -> tuple[Fault, ...]:
    """Return what is not as expected; nothing: the case has passed."""
    faults = []
    if expected.agent and expected.agent not in made.agents:
        faults.append(Fault(CaseFault.AGENT, expected.agent, ", ".join(made.agents)))
    action = action_of(made.outcome)
    if expected.action and expected.action != action:
        faults.append(Fault(CaseFault.ACTION, expected.action, action or made.outcome))
    if expected.document_id and expected.document_id not in made.cited:
        names = ", ".join(dict.fromkeys(made.cited.values()))
        faults.append(Fault(CaseFault.CITATION, str(expected.document_id), names))
    said = _words(_MARK.sub(" ", made.text).replace("*", " "))
    faults += [
        Fault(CaseFault.TEXT, text)
        for text in expected.contains
        if not _says(said, tuple(_words(text)))
    ]
    return tuple(faults)


def is_comparable(text: str) -> bool:
    """Whether there is a word in ``text`` that an answer could say."""
    return bool(_words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def _says(said: list[str], wanted: tuple[str, ...]) -> bool:
    """Whether the words stand in ``said``, one after the other; ``*`` is any ending."""
    places = range(len(said) - len(wanted) + 1)
    return any(
        all(_is(said[place + step], word) for step, word in enumerate(wanted)) for place in places
    )


def _is(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
