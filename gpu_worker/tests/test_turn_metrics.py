"""A turn's metrics say what it was; labels are closed sets."""

from uuid import uuid4

import pytest
from prometheus_client import REGISTRY

from gpu_worker.actors.turn_metrics import count_turn
from shared.contracts.queues import AiResult, PassageScore
from shared.domain.words import HandoffReason, Outcome
from shared.tests.samples import ai_request, ai_result, provenance


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def found(route: dict[str, float], dense: float) -> AiResult:
    """An answer from a passage that was found."""
    passage = PassageScore(
        passage_id=uuid4(), agent="network", title="VPN", score=1.0, dense=dense, lexical=0.5
    )
    noted = provenance().model_copy(update={"route": route, "passages": (passage,)})
    return ai_result(provenance=noted)


def test_a_question_leaves_its_route_and_its_nearness() -> None:
    slug = ai_request("vpn").agents[0].slug
    before = (
        value("ai_agent_selection_similarity_sum", agent=slug),
        value("ai_context_similarity_sum"),
        value("otvet_answer_seconds_sum"),
    )
    count_turn(ai_request("vpn"), found({slug: 0.75, "other": 0.25}, 0.5), 2.5)
    after = (
        value("ai_agent_selection_similarity_sum", agent=slug),
        value("ai_context_similarity_sum"),
        value("otvet_answer_seconds_sum"),
    )
    assert [b - a for a, b in zip(before, after, strict=True)] == [0.75, 0.5, 2.5]


def test_an_agent_that_the_site_does_not_have_is_no_label() -> None:
    before = value("ai_agent_selection_similarity_count", agent="none")
    count_turn(ai_request("vpn"), found({"made-up": 1.0}, 0.5), 1.0)
    assert value("ai_agent_selection_similarity_count", agent="none") == before + 1
    assert value("ai_agent_selection_similarity_count", agent="made-up") == 0


def test_a_cosine_below_zero_does_not_make_a_sum_fall() -> None:
    before = value("ai_context_similarity_sum")
    count_turn(ai_request("vpn"), found({}, -0.5), 1.0)
    assert value("ai_context_similarity_sum") == before


@pytest.mark.parametrize(
    ("outcome", "reason", "case"),
    [
        (Outcome.GREETED, None, "small_talk"),
        (Outcome.DECLINED, None, "abuse"),
        (Outcome.CLARIFIED, None, "unreadable"),
        (Outcome.HANDED_OFF, HandoffReason.REQUESTED, "human_request"),
    ],
)
def test_what_is_no_question_is_a_special_case(
    outcome: Outcome, reason: HandoffReason | None, case: str
) -> None:
    before = value("ai_special_cases_total", case=case)
    count_turn(ai_request("vpn"), ai_result(outcome=outcome, handoff_reason=reason), 1.0)
    assert value("ai_special_cases_total", case=case) == before + 1


@pytest.mark.parametrize("outcome", [Outcome.QUOTED, Outcome.CLARIFIED, Outcome.HANDED_OFF])
def test_a_question_is_none(outcome: Outcome) -> None:
    def counted() -> float:
        return sum(
            sample.value
            for metric in REGISTRY.collect()
            if metric.name == "ai_special_cases"
            for sample in metric.samples
            if sample.name == "ai_special_cases_total"
        )

    before = counted()
    result = found({"network": 1.0}, 0.5).model_copy(update={"outcome": outcome})
    count_turn(ai_request("vpn"), result, 1.0)
    assert counted() == before
