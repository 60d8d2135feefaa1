"""An administrator moves each agent's policy along the curve that the calibration keeps."""

from itertools import pairwise

import numpy as np
import pytest
from pydantic import ValidationError

from gpu_worker.agents.calibration import Calibration, Curve, Evidence, load_calibration
from gpu_worker.agents.policy import Action, Policy, WrongShares
from gpu_worker.agents.router import Route
from gpu_worker.evaluation.fitting import fit_curve
from gpu_worker.evaluation.tradeoff import WRONG_SHARES
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.knowledge import Hit
from gpu_worker.tests.support import AGENTS, SITE, ask, help_desk
from shared.contracts.policy import CurvePoint
from shared.contracts.queues import AgentProfile
from shared.domain.words import Outcome

MODELS = ["otvet-glossed-minilm-2", HashedEmbedder.name]
POINTS = (
    CurvePoint(wrong=0.01, right=0.1, answered=0.11, threshold=0.9),
    CurvePoint(wrong=0.03, right=0.3, answered=0.33, threshold=0.7),
    CurvePoint(wrong=0.1, right=0.5, answered=0.6, threshold=0.2),
)
CURVE = Curve(slope=1.0, offset=0.0, answer=0.7, clarify=0.4, wrong_share=0.03, points=POINTS)


def calibration(curve: Curve = CURVE) -> Calibration:
    """The calibration of the small help desk, with a curve of known points."""
    shipped = load_calibration(embedding_model=HashedEmbedder.name)
    return shipped.model_copy(update={"fused": curve, "lexical": curve})


def fitted(total: int = 3_000) -> tuple[Curve, np.ndarray, np.ndarray]:
    """A curve fitted on questions whose chances are known."""
    rng = np.random.default_rng(5)
    scores = rng.uniform(0, 4, total)
    right = rng.uniform(size=total) < 1 / (1 + np.exp(-3 * (scores - 2)))
    curve = fit_curve(
        [Evidence(score, 0.0, 0.0) for score in scores.tolist()],
        right.tolist(), right.tolist(), totals=(total,), wrong_share=0.03,
        choice_share=0.5,
    )  # fmt: skip
    return curve, np.array([curve.probability(score) for score in scores]), right


@pytest.mark.parametrize("model", MODELS)
def test_the_shipped_curves_are_kept_with_what_they_promise(model: str) -> None:
    shipped = load_calibration(embedding_model=model)
    for curve in (shipped.fused, shipped.lexical):
        assert [point.wrong for point in curve.points] == list(WRONG_SHARES)
        assert curve.wrong_share in WRONG_SHARES
        assert curve.threshold(curve.wrong_share) == pytest.approx(curve.answer, abs=1e-4)
        assert sum(one.count for one in curve.reliability) <= shipped.source.size


def test_points_keep_their_promise_on_what_they_were_counted_on_and_rise_together() -> None:
    curve, probability, right = fitted()
    for point in curve.points:
        answered = probability >= point.threshold
        assert (answered & ~right).mean() <= point.wrong
        assert (answered & right).mean() == pytest.approx(point.right, abs=1e-3)
    for less, more in pairwise(curve.points):
        assert less.threshold >= more.threshold
        assert less.right <= more.right
        assert less.answered <= more.answered


def test_the_reliability_counts_every_question_once_and_lies_near_the_diagonal() -> None:
    curve, probability, _ = fitted()
    assert sum(one.count for one in curve.reliability) == len(probability)
    for one in curve.reliability:
        assert one.low <= one.predicted <= one.high
        assert one.observed == pytest.approx(one.predicted, abs=0.12)


@pytest.mark.parametrize(
    ("accepted", "threshold"),
    [(None, 0.7), (0.03, 0.7), (0.02, 0.8), (0.01, 0.9), (0.005, 0.9), (0.065, 0.45), (0.1, 0.2)],
)
def test_the_threshold_is_read_off_the_curve_between_its_points(
    accepted: float | None, threshold: float
) -> None:
    assert CURVE.threshold(accepted) == pytest.approx(threshold)


def test_a_calibration_from_before_the_curve_was_kept_goes_by_its_threshold() -> None:
    old = Curve(slope=1.0, offset=0.0, answer=0.7, clarify=0.4)
    assert old.threshold(0.1) == 0.7


@pytest.mark.parametrize("order", [(1, 0), (0, 0)])
def test_a_curve_whose_points_do_not_rise_is_refused(order: tuple[int, int]) -> None:
    with pytest.raises(ValidationError, match="in the order of wrong"):
        Curve(slope=1, offset=0, answer=0.5, clarify=0.5, points=[POINTS[n] for n in order])
    bent = POINTS[1].model_copy(update={"threshold": 0.95})
    with pytest.raises(ValidationError, match="must answer more"):
        Curve(slope=1, offset=0, answer=0.5, clarify=0.5, points=(POINTS[0], bent))


def _decide(confidence: float, agents: WrongShares) -> tuple[Action, float]:
    passage = help_desk()[0].passages(SITE)[0]
    # One passage alone counts twice: its score, and how far it stands above no rival.
    score = float(np.log(confidence / (1 - confidence))) / 2
    curve = CURVE.model_copy(update={"offset": -20.0})
    hit = Hit(passage, score + 10, 0.0, score + 10)
    policy = Policy(calibration(curve), "some-other-model")
    decision = policy.decide(Route({}, (hit,)), agents, has_dense=False)
    assert decision.confidence == pytest.approx(confidence)
    (applied,) = decision.policy
    return decision.action, applied.threshold


def test_an_agent_answers_hands_off_or_offers_choices_by_its_own_policy() -> None:
    agent = help_desk()[0].passages(SITE)[0].agent
    assert _decide(0.75, {}) == (Action.ANSWER, 0.7)
    assert _decide(0.75, {agent: 0.01}) == (Action.CLARIFY, 0.9)
    assert _decide(0.75, {"another": 0.01}) == (Action.ANSWER, 0.7)
    assert _decide(0.3, {}) == (Action.HAND_OFF, 0.7)
    assert _decide(0.3, {agent: 0.1}) == (Action.ANSWER, 0.2)
    # What is too unsure to answer at .2 is not offered either, though choices begin at .4.
    assert _decide(0.15, {agent: 0.1}) == (Action.HAND_OFF, 0.2)


def _with(**shares: float) -> list[AgentProfile]:
    return [one.model_copy(update={"wrong_share": shares.get(one.slug)}) for one in AGENTS]


def test_what_was_applied_stands_in_the_provenance() -> None:
    result = ask(
        "vpn не подключается из дома", agents=_with(network=0.1), calibration=calibration()
    )
    assert result.outcome is Outcome.QUOTED
    assert result.provenance
    (applied,) = result.provenance.policy
    assert (applied.agent, applied.wrong_share, applied.threshold) == ("network", 0.1, 0.2)
    strict = calibration(
        CURVE.model_copy(update={"points": (POINTS[0].model_copy(update={"threshold": 1.0}),)})
    )
    withheld = ask("vpn не подключается из дома", agents=_with(network=0.01), calibration=strict)
    assert withheld.outcome is Outcome.CLARIFIED
    assert withheld.provenance
    assert withheld.provenance.policy[0].threshold == 1.0


def test_an_answer_of_two_agents_needs_the_policies_of_both() -> None:
    text = "забыл пароль от рабочей учётной записи. и ещё принтер не печатает, документ в очереди"
    ready = CURVE.model_copy(
        update={
            "answer": 0.1,
            "points": (
                POINTS[0].model_copy(update={"threshold": 1.0}),
                POINTS[1].model_copy(update={"threshold": 0.1}),
            ),
        }
    )
    both = ask(text, calibration=calibration(ready))
    assert both.provenance
    assert {one.agent for one in both.provenance.policy} == {"access", "hardware"}
    for careful in ("access", "hardware"):
        one = ask(text, agents=_with(**{careful: 0.01}), calibration=calibration(ready))
        assert one.provenance
        assert len(one.provenance.policy) == 1


def test_the_console_is_shown_the_curve_that_answers_are_given_by() -> None:
    shipped = load_calibration(embedding_model=HashedEmbedder.name)
    assert Policy(shipped, HashedEmbedder.name).shown().points == shipped.fused.points
    shown = Policy(shipped, "some-other-model").shown()
    assert shown.points == shipped.lexical.points
    assert (shown.calibration, shown.questions) == (shipped.name, shipped.source.size)
