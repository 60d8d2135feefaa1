"""What became of a turn, as metrics. Labels are closed sets: outcomes, the site's own agents."""

from shared.contracts.queues import AiRequest, AiResult, Provenance
from shared.domain.words import HandoffReason, Outcome
from shared.observability.metrics import (
    AI_ANSWER_SECONDS,
    AI_CONTEXT,
    AI_REQUESTS,
    AI_SELECTION,
    AI_SPECIAL,
)

_NO_AGENT = "none"
_SPECIAL = {
    Outcome.GREETED: "small_talk",
    Outcome.DECLINED: "abuse",
    Outcome.CLARIFIED: "unreadable",
}


def count_turn(request: AiRequest, result: AiResult, seconds: float) -> None:
    """Count a turn whose result is confirmed, ``seconds`` after its message was accepted."""
    AI_ANSWER_SECONDS.observe(max(0.0, seconds))
    AI_REQUESTS.labels(_label(request, result.agent), result.outcome).inc()
    searched = result.provenance is not None and bool(result.provenance.passages)
    if result.provenance is not None and searched:
        _count_search(request, result.provenance)
    if case := _special(result, searched=searched):
        AI_SPECIAL.labels(case).inc()


def _count_search(request: AiRequest, provenance: Provenance) -> None:
    if provenance.route:
        agent = max(provenance.route, key=lambda slug: provenance.route[slug])
        AI_SELECTION.labels(_label(request, agent)).observe(provenance.route[agent])
    AI_CONTEXT.observe(max(0.0, provenance.passages[0].dense))


def _special(result: AiResult, *, searched: bool) -> str | None:
    """Name what the message was instead of a question: empty, too long and files are unreadable."""
    if result.handoff_reason is HandoffReason.REQUESTED:
        return "human_request"
    return None if searched else _SPECIAL.get(result.outcome)


def _label(request: AiRequest, agent: str | None) -> str:
    return agent if agent in {profile.slug for profile in request.agents} else _NO_AGENT
