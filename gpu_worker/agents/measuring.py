"""How well the pipeline does on labelled questions."""

import time
from collections import Counter
from collections.abc import Sequence

import numpy as np

from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.labelled import SITE, LabelledQuestion
from gpu_worker.agents.pipeline import Pipeline
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from shared.contracts.queues import AgentProfile, AiRequest, AiResult, TurnMessage
from shared.domain.words import HandoffReason, Locale, Outcome, Stage
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

_SERVICE = {
    "greeting": lambda result: result.outcome is Outcome.GREETED,
    "abuse": lambda result: result.outcome is Outcome.DECLINED,
    "human_request": lambda result: result.handoff_reason is HandoffReason.REQUESTED,
}
_CHOICES = 3


class _Nobody:
    """Progress that nobody follows."""

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        """Tell nobody."""

    def delta(self, text: str) -> None:
        """Tell nobody."""

    def beat(self) -> None:
        """Ask nobody."""

    def start_over(self) -> None:
        """Take nothing back."""


def measure(
    questions: Sequence[LabelledQuestion],
    knowledge: KnowledgeIndex,
    calibration: Calibration,
    agents: Sequence[str],
) -> dict[str, float]:
    """Run every question through the pipeline and return shares, 0 to 1, and milliseconds.

    ``routed``, ``r_at_1`` and ``r_at_3`` are of the questions that have an answer, ``service`` of
    greetings, abuse and calls for a person, ``false_service`` of all others; the rest of all.
    """
    pipeline = Pipeline(knowledge=knowledge, backend=ExtractiveBackend(), calibration=calibration)
    counts: Counter[str] = Counter()
    spent: list[float] = []
    for question in questions:
        started = time.perf_counter()
        result = pipeline.answer(_request(question, agents), "measure", question.history, _Nobody())
        spent.append((time.perf_counter() - started) * 1_000)
        counts.update(_judge(question, result))
    return _shares(counts, len(questions)) | {
        "ms_p50": round(float(np.percentile(spent, 50)), 1),
        "ms_p95": round(float(np.percentile(spent, 95)), 1),
    }


def _judge(question: LabelledQuestion, result: AiResult) -> list[str]:
    """Name everything that this result counts for."""
    if is_service := _SERVICE.get(question.kind):
        found = ["service", "service_right"] if is_service(result) else ["service"]
        return [*found, "wrong"] if result.outcome is Outcome.QUOTED else found
    seen = ["matter"]
    if result.outcome in (Outcome.GREETED, Outcome.DECLINED) or (
        result.handoff_reason is HandoffReason.REQUESTED
    ):
        seen.append("false_service")
    passages = result.provenance.passages if result.provenance else ()
    right = [score.passage_id in question.passages for score in passages]
    if question.passages:
        route = result.provenance.route if result.provenance else {}
        seen.append("answerable")
        seen += ["routed"] if route and max(route, key=route.__getitem__) in question.agents else []
        seen += ["r_at_1"] if any(right[:1]) else []
        seen += ["r_at_3"] if any(right[:_CHOICES]) else []
    if result.outcome is Outcome.QUOTED:
        seen.append("right" if any(right[:1]) else "wrong")
    elif result.outcome is Outcome.CLARIFIED:
        seen += ["clarified", *(["clarified_right"] if any(right[:_CHOICES]) else [])]
    else:
        seen.append("handed_off")
    if question.kind == "out_of_scope":
        seen.append("out_of_scope")
        seen += ["out_of_scope_answered"] if result.outcome is Outcome.QUOTED else []
    return seen


def _shares(counts: Counter[str], total: int) -> dict[str, float]:
    of = {
        "routed": "answerable",
        "r_at_1": "answerable",
        "r_at_3": "answerable",
        "right": "answerable",
        "clarified_right": "answerable",
        "service_right": "service",
        "false_service": "matter",
        "out_of_scope_answered": "out_of_scope",
    }
    shares = {name: counts[name] / max(1, counts[base]) for name, base in of.items()}
    shares |= {name: counts[name] / max(1, total) for name in ("wrong", "clarified", "handed_off")}
    return {name: round(share, 4) for name, share in shares.items()} | {"questions": float(total)}


def _request(question: LabelledQuestion, agents: Sequence[str]) -> AiRequest:
    return AiRequest(
        conversation_id=uuid7(),
        site_id=SITE,
        epoch=1,
        answer_id=uuid7(),
        turn=(TurnMessage(id=uuid7(), seq=1, text=question.text),),
        agents=tuple(AgentProfile(slug=slug, name=slug, subject=slug) for slug in agents),
        locale=Locale.RU,
        accepted_at=utc_now(),
    )
