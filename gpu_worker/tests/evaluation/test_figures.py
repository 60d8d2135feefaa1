"""Figures are what a person would count, and their intervals what other draws would give."""

import numpy as np
import pytest

from gpu_worker.evaluation.failures import Failure, failure, failures
from gpu_worker.evaluation.figures import (
    all_figures,
    curve,
    kind_figures,
    reliability_bins,
    stage_times,
)
from gpu_worker.evaluation.predictions import Action
from gpu_worker.evaluation.questions import Kind
from gpu_worker.evaluation.reliability import calibration_error, reliability
from gpu_worker.evaluation.resampling import auroc, best_within, estimate, percentile, ratio
from gpu_worker.evaluation.targets import TARGETS, Level
from gpu_worker.tests.evaluation.support import case

A, FOLLOWS, MULTI = Kind.ANSWERABLE, Kind.FOLLOW_UP, Kind.MULTI_DOMAIN

RIGHT = case(
    A, Action.ANSWER, wanted="x", found="xyz", quoted="x", belongs="a", confidence=0.9, latency=1.0
)
WRONG = case(
    A, Action.ANSWER, wanted="x", found="yxz", quoted="y", belongs="b", confidence=0.8, latency=2.0
)
OFFERED = case(
    FOLLOWS,
    Action.SUGGEST,
    wanted="x",
    found="yzx",
    belongs="a",
    confidence=0.5,
    latency=3.0,
)
MISSED = case(
    A, Action.SUGGEST, wanted="x", found="yzwvx", belongs="a", confidence=0.4, latency=4.0
)
HANDED = case(A, Action.HANDOFF, wanted="x", found="yzwvu", belongs="a", confidence=0.1)
BOTH = case(
    MULTI,
    Action.ANSWER,
    wanted="xy",
    found="xy",
    quoted="xy",
    belongs="ab",
    agents="ba",
    confidence=0.7,
)
HALF = case(MULTI, Action.HANDOFF, wanted="xy", found="yz", belongs="ab", confidence=0.3)
OUT_ANSWERED = case(Kind.OUT_OF_SCOPE, Action.ANSWER, found="z", quoted="z", confidence=0.6)
OUT_LEFT = case(Kind.OUT_OF_SCOPE, Action.HANDOFF, found="z", confidence=0.2)
GREETED = case(Kind.GREETING, Action.GREET, agents=(), confidence=1.0)
INSULT_MISSED = case(Kind.ABUSE, Action.HANDOFF, found="z", confidence=0.05)
TAKEN_FOR_ABUSE = case(A, Action.ABUSE, wanted="x", found="x", belongs="a", agents=())
NO_LABELS = case(None, Action.ANSWER, wanted=None, quoted="q", belongs=None, latency=100.0)

CASES = [
    *(RIGHT, WRONG, OFFERED, MISSED, HANDED, BOTH, HALF, OUT_ANSWERED, OUT_LEFT, GREETED),
    *(INSULT_MISSED, TAKEN_FOR_ABUSE, NO_LABELS),
]


@pytest.mark.parametrize(
    ("name", "part", "of"),
    [
        ("routed", 6, 8),  # not WRONG, not TAKEN_FOR_ABUSE
        ("pair_f1", 2, 3),  # one found; wanted twice, given once
        ("r_at_1", 4, 8),
        ("r_at_3", 6, 8),
        ("r_at_5", 7, 8),
        ("mrr", 1 + 1 / 2 + 1 / 3 + 1 / 5 + 0 + 1 + 1 + 1, 8),
        ("right", 2, 8),
        ("helped", 3, 8),
        ("wrong", 2, 12),
        ("handed_off_needlessly", 2, 8),
        ("out_of_scope_answered", 1, 2),
        ("service_right", 1, 2),
        ("false_service", 1, 10),
        ("correct", 4, 12),  # RIGHT, BOTH, OUT_LEFT, GREETED
        ("suggested", 2, 12),
        ("handed_off", 4, 12),
    ],
)
def test_a_share_is_what_a_person_would_count(name: str, part: float, of: int) -> None:
    one = all_figures(CASES)[name].estimate
    assert one.value == pytest.approx(part / of)
    assert one.low is not None
    assert one.high is not None
    assert one.low <= part / of <= one.high


def test_the_confidence_is_judged_on_what_was_taken_for_a_question() -> None:
    figures = all_figures(CASES)
    # First passage right: .9 .7 .3; not: .8 .5 .4 .1 .6 .2 .05.
    assert figures["auroc_right"].estimate.value == pytest.approx((7 + 6 + 3) / 21)
    # Answerable: .9 .8 .5 .4 .1 .7 .3; not: .6 .2 .05.
    assert figures["auroc_answerable"].estimate.value == pytest.approx((3 * 3 + 2 * 3 + 1) / 21)


def test_one_wrong_half_makes_an_answer_wrong() -> None:
    half = case(A, Action.ANSWER, wanted="x", found="xy", quoted="xy", belongs="a")
    assert half.is_wrong
    assert failure(half) is Failure.WRONG


def test_labels_that_nobody_gave_count_for_nothing() -> None:
    figures = all_figures([NO_LABELS])
    assert figures["wrong"].estimate.value is None
    assert figures["routed"].level is None
    assert figures["ms_p95"].estimate.value == 100
    assert curve([NO_LABELS]) == []
    assert failures([NO_LABELS]) == {}


def test_each_kind_has_the_figures_that_apply_to_it() -> None:
    kinds = kind_figures(CASES)
    assert next(iter(kinds)) == "answerable"
    assert kinds["answerable"]["right"].estimate.value == pytest.approx(1 / 5)
    assert kinds["multi_domain"]["correct"].estimate.value == pytest.approx(1 / 2)
    assert "right" not in kinds["out_of_scope"]
    assert kinds["unlabelled"] == {}


def test_the_curve_says_what_each_threshold_would_do() -> None:
    points = curve([RIGHT, WRONG, OFFERED, GREETED])
    assert [(p.threshold, p.answered, p.wrong) for p in points] == [
        (1.0, 0, 0),
        (0.9, 1 / 4, 0),
        (0.8, 2 / 4, 1 / 4),
        (0.5, 3 / 4, 2 / 4),
    ]
    assert [p.right for p in points] == pytest.approx([0, 1 / 3, 1 / 3, 1 / 3])


def test_the_reliability_sets_each_confidence_beside_what_came_true() -> None:
    bins = reliability_bins([RIGHT, WRONG, OFFERED, MISSED, GREETED, NO_LABELS])
    assert [(one.low, one.predicted, one.observed, one.count) for one in bins] == [
        (0.4, 0.4, 0, 1),
        (0.5, 0.5, 0, 1),
        (0.8, 0.8, 0, 1),
        (0.9, 0.9, 1, 1),
    ]
    figure = all_figures([RIGHT, WRONG, OFFERED, MISSED])["expected_calibration_error"]
    assert figure.estimate.value == pytest.approx((0.4 + 0.5 + 0.8 + 0.1) / 4)
    assert (figure.of, figure.is_share) == (4, True)


def test_the_route_s_probability_is_held_against_whose_the_question_is() -> None:
    its, other = (
        case(Kind.ANSWERABLE, Action.ANSWER, belongs=belongs, confidence=sure)
        for belongs, sure in (("a", 0.7), ("b", 0.6))
    )
    nobody_s = case(Kind.OUT_OF_SCOPE, Action.HANDOFF, confidence=0.9)
    figure = all_figures([its, other, nobody_s])["route_calibration_error"]
    assert figure.estimate.value == pytest.approx((0.3 + 0.6) / 2)
    assert figure.of == 2


def test_errors_of_one_bin_cancel_out_and_those_of_two_do_not() -> None:
    right, wrong = np.array([True, False]), np.array([0.55, 0.45])
    same = calibration_error(np.array([0.5, 0.5]), right)
    assert estimate(same, 2).value == pytest.approx(0.0)
    assert estimate(calibration_error(wrong, right), 2).value == pytest.approx(0.45)
    assert reliability(np.array([1.0, 0.0]), right)[-1].high == 1
    assert reliability(np.array([]), np.array([], dtype=bool)) == ()


def test_equal_confidences_are_answered_together() -> None:
    assert [p.answered for p in curve([RIGHT, RIGHT, WRONG])] == [0, 2 / 3, 1]


def test_times_are_of_every_question_and_by_stage() -> None:
    figures = all_figures([RIGHT, WRONG, OFFERED, MISSED])
    assert figures["ms_p50"].estimate.value == 2
    assert figures["ms_p95"].estimate.value == 4
    assert stage_times([RIGHT, OFFERED])["routing"] == pytest.approx((2.0, 2.9))


def test_what_went_wrong_is_named() -> None:
    assert {each: len(listed) for each, listed in failures(CASES).items()} == {
        Failure.WRONG: 2,
        Failure.FALSE_SERVICE: 1,
        Failure.SERVICE_MISSED: 1,
        Failure.HANDED_OFF: 2,
        Failure.NOT_OFFERED: 1,
    }
    elsewhere = case(A, Action.ANSWER, wanted="x", found="x", quoted="x", belongs="b")
    assert failure(elsewhere) is Failure.MISROUTED


def test_an_interval_is_seeded_and_narrows_with_more_questions() -> None:
    def share_of(size: int) -> tuple[float, float]:
        one = estimate(ratio(np.arange(float(size)) % 2, np.ones(size)), size)
        assert one.low is not None
        assert one.high is not None
        return one.low, one.high

    assert share_of(400) == share_of(400)
    # The normal approximation: 0.5 ± 1.96 · 0.5 / √400.
    assert share_of(400) == pytest.approx((0.451, 0.549), abs=0.006)
    assert share_of(40)[0] < share_of(400)[0]


def test_ties_are_half_a_chance_and_one_class_alone_says_nothing() -> None:
    tied = auroc(np.array([0.5, 0.5, 0.5]), np.array([True, False, False]))
    assert estimate(tied, 3).value == 0.5
    alone = auroc(np.array([0.1, 0.2]), np.array([True, True]))
    assert estimate(alone, 2).value is None


def test_the_best_threshold_keeps_within_what_may_be_lost() -> None:
    scores, right = np.array([0.9, 0.8, 0.7, 0.6]), np.array([1.0, 1.0, 0.0, 1.0])
    for allowed, best in ((0.0, 2 / 4), (0.25, 3 / 4)):
        within = best_within(scores, right, 1 - right, (np.ones(4), np.ones(4)), allowed)
        assert estimate(within, 4).value == best


def test_a_percentile_is_a_value_that_was_measured() -> None:
    values = np.arange(1.0, 101.0)
    assert estimate(percentile(values, 95), 100).value == 95


def test_levels_rise_with_the_bar_and_fall_where_less_is_better() -> None:
    routed, wrong = TARGETS["routed"], TARGETS["out_of_scope_answered"]
    levels = [routed.level(value) for value in (0.5, 0.78, 0.9, 0.92)]
    assert levels == [Level.MISSED, Level.FLOOR, Level.GOOD, Level.AIM]
    assert [wrong.level(value) for value in (0.06, 0.05, 0.0)] == [
        Level.MISSED,
        Level.FLOOR,
        Level.AIM,
    ]
