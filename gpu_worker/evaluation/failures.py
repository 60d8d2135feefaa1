"""Which questions were not served as they should have been, and how."""

from collections.abc import Sequence
from enum import StrEnum

from gpu_worker.evaluation.judging import Case
from gpu_worker.evaluation.predictions import Action


class Failure(StrEnum):
    """What went wrong with a question; the gravest first."""

    WRONG = "answered wrongly"
    FALSE_SERVICE = "a question taken for a greeting, abuse or a call for a person"
    SERVICE_MISSED = "a greeting, abuse or a call for a person taken for a question"
    HANDED_OFF = "handed to a person, though a passage answers"
    NOT_OFFERED = "suggestions without the right one"
    ASKED_BACK = "asked to say more, though a passage answers"
    MISROUTED = "right answer at hand, but the agent is another's"


_BY_ACTION = {
    Action.GREET: Failure.FALSE_SERVICE,
    Action.ABUSE: Failure.FALSE_SERVICE,
    Action.HUMAN: Failure.FALSE_SERVICE,
    Action.HANDOFF: Failure.HANDED_OFF,
    Action.SUGGEST: Failure.NOT_OFFERED,
    Action.CLARIFY: Failure.ASKED_BACK,
}


def failure(case: Case) -> Failure | None:
    """Say what went wrong; None where nothing did, or where nobody labelled what should be."""
    question, action = case.question, case.prediction.action
    if not question.is_judged:
        return None
    if case.is_wrong:
        return Failure.WRONG
    if question.is_service:
        return None if case.is_correct else Failure.SERVICE_MISSED
    if not case.is_answerable:
        found = _BY_ACTION.get(action)
        return found if found is Failure.FALSE_SERVICE else None
    if not case.is_helped:
        return _BY_ACTION[action]
    is_elsewhere = bool(question.agents) and case.prediction.agent not in (question.agents or ())
    return Failure.MISROUTED if is_elsewhere else None


def failures(cases: Sequence[Case]) -> dict[Failure, list[Case]]:
    """Return the questions that went wrong, by what went wrong."""
    found: dict[Failure, list[Case]] = {each: [] for each in Failure}
    for case in cases:
        if (each := failure(case)) is not None:
            found[each].append(case)
    return {each: listed for each, listed in found.items() if listed}
