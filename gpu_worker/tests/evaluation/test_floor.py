"""Nothing that visitors get may get worse unnoticed on questions that nothing was fitted on."""

import pytest

from gpu_worker.evaluation.record import SETS, TOLERANCE, fallen, measure_set, read_recorded


@pytest.mark.figures
@pytest.mark.parametrize("name", SETS)
def test_a_set_is_served_no_worse_than_recorded(name: str) -> None:
    hint = "see gpu_worker/evaluation/record.py"
    assert fallen(read_recorded().sets[name], measure_set(name)) == [], hint


def test_a_fall_is_told_from_a_rise_whichever_way_is_better() -> None:
    before = {"routed": 0.8, "wrong": 0.04, "r_at_1": 0.5}
    better = {"routed": 0.9, "wrong": 0.0, "r_at_1": 0.5 - TOLERANCE / 2}
    assert fallen(before, better) == []
    worse = {"routed": 0.78, "wrong": 0.06}
    assert [line.partition(":")[0] for line in fallen(before, worse)] == list(before)
