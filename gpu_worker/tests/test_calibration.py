"""Thresholds come from labelled questions and are kept with where they come from."""

import json
from pathlib import Path

import numpy as np
import pytest

from gpu_worker.agents.calibration import CalibrationError, Curve, Evidence, load_calibration
from gpu_worker.agents.policy import Action, Policy
from gpu_worker.agents.router import Route, route
from gpu_worker.evaluation.calibrate import main
from gpu_worker.evaluation.fitting import auroc, fit_curve
from gpu_worker.evaluation.tradeoff import WRONG_SHARES
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.knowledge import Hit
from gpu_worker.tests.support import DOCUMENTS, SITE, help_desk
from shared.domain.words import HandoffReason


@pytest.mark.parametrize("model", ["otvet-glossed-minilm-2", HashedEmbedder.name])
def test_the_shipped_calibrations_fit_the_shipped_embedders_and_say_their_source(
    model: str,
) -> None:
    calibration = load_calibration(embedding_model=model)
    assert calibration.embedding_model == model
    assert calibration.source.size >= 150
    assert calibration.source.dev["wrong"] <= 0.03
    assert set(calibration.source.test) == set(calibration.source.dev)


def test_a_broken_calibration_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    with pytest.raises(CalibrationError):
        load_calibration(path)
    path.write_text('{"name": "x"}', "utf-8")
    with pytest.raises(CalibrationError, match="weights"):
        load_calibration(path)


def test_the_curve_rises_and_its_threshold_keeps_wrong_answers_rare() -> None:
    rng = np.random.default_rng(5)
    parts = rng.uniform(0, (4, 1, 1), (6_000, 3))
    certainty = parts @ (1.0, 1.5, 0.5)
    right = rng.uniform(size=6_000) < 1 / (1 + np.exp(-3 * (certainty - 3)))
    evidence = [Evidence(*row) for row in parts.tolist()]
    curve = fit_curve(
        evidence,
        right.tolist(),
        (right | (certainty > 2)).tolist(),
        totals=(6_000,),
        wrong_share=0.03,
        choice_share=0.5,
    )
    assert curve.slope == pytest.approx(3, rel=0.15)
    assert curve.margin == pytest.approx(1.5, rel=0.2)
    assert curve.route == pytest.approx(0.5, abs=0.15)
    scores = [curve.certainty(one) for one in evidence]
    answered = np.array([curve.probability(score) >= curve.answer for score in scores])
    assert (answered & ~right).sum() <= 0.03 * 6_000
    assert answered.sum() > 2_000
    assert curve.clarify < curve.answer
    assert auroc(scores, right.tolist()) > 0.9


def test_wrong_answers_are_as_rare_in_every_set_as_asked() -> None:
    rng = np.random.default_rng(7)
    scores = np.concatenate([rng.uniform(0, 4, 2_000), rng.uniform(0, 4, 500)])
    hard = np.arange(2_500) >= 2_000
    right = rng.uniform(size=2_500) < 1 / (1 + np.exp(-3 * (scores - 1 - 1.5 * hard)))
    evidence = [Evidence(score, 0.0, 0.0) for score in scores.tolist()]
    apart, together = (
        fit_curve(
            evidence,
            right.tolist(),
            right.tolist(),
            totals=totals,
            of=of,
            wrong_share=0.03,
            choice_share=0.5,
        )
        for totals, of in (((2_000, 500), hard.astype(int).tolist()), ((2_500,), None))
    )

    def wrong_of_hard(curve: Curve) -> int:
        answered = np.array([curve.probability(score) >= curve.answer for score in scores])
        return int((answered & ~right & hard).sum())

    assert wrong_of_hard(apart) <= 0.03 * 500 < wrong_of_hard(together)


def test_what_seems_to_speak_against_a_passage_is_not_counted() -> None:
    rng = np.random.default_rng(6)
    parts = rng.uniform(0, 4, (2_000, 3))
    right = rng.uniform(size=2_000) < 1 / (1 + np.exp(-(parts[:, 0] - parts[:, 1] - parts[:, 2])))
    evidence = [Evidence(*row) for row in parts.tolist()]
    curve = fit_curve(
        evidence, right.tolist(), right.tolist(), totals=(2_000,), wrong_share=0.1, choice_share=0.5
    )
    assert (curve.margin, curve.route) == (0.0, 0.0)


def _hit(agent: str, place: int, lexical: float, dense: float = 0.5) -> Hit:
    passages = help_desk()[0].passages(SITE)
    passage = [one for one in passages if one.agent == agent][place]
    return Hit(passage, lexical + dense, dense, lexical)


def test_votes_of_many_passages_outweigh_one_and_the_bonus_never_hides_a_better_one() -> None:
    weights = load_calibration().weights
    hits = [_hit("hardware", 0, 1.0), _hit("network", 0, 0.95), _hit("network", 1, 0.9)]
    routed = route(hits, ["hardware", "network", "access"], weights)
    assert sum(routed.agents.values()) == pytest.approx(1)
    assert routed.agents["network"] > routed.agents["hardware"] > routed.agents["access"]
    far_better = [_hit("hardware", 0, 3.0), *hits[1:]]
    assert route(far_better, ["hardware", "network"], weights).hits[0].passage.agent == "hardware"


def test_the_policy_answers_asks_back_or_hands_off_by_certainty() -> None:
    calibration = load_calibration(embedding_model=HashedEmbedder.name)
    policy = Policy(calibration, HashedEmbedder.name)

    def decide(lexical: float) -> Action:
        return policy.decide(Route({}, (_hit("network", 0, lexical),)), {}, has_dense=True).action

    actions = [decide(score) for score in np.linspace(0.01, 20, 2_000).tolist()]
    assert list(dict.fromkeys(actions)) == [Action.HAND_OFF, Action.CLARIFY, Action.ANSWER]
    assert actions == sorted(actions, key=list(Action)[::-1].index), "surer never means less"
    nothing = policy.decide(Route({}, ()), {}, has_dense=True)
    assert nothing.reason is HandoffReason.NO_KNOWLEDGE


def test_an_embedding_model_that_nobody_calibrated_does_not_make_anyone_sure() -> None:
    strange = Policy(load_calibration(), "some-other-model")
    low, high = (
        strange.decide(Route({}, (_hit("network", 0, 0.5, dense),)), {}, has_dense=True)
        for dense in (0.1, 0.99)
    )
    assert low == high


def test_an_unknown_model_gets_the_calibration_of_the_shipped_one() -> None:
    assert load_calibration(embedding_model="some-other-model") == load_calibration()


def test_the_script_fits_on_folders_and_never_on_the_test_questions(tmp_path: Path) -> None:
    for agent, text in DOCUMENTS.items():
        (tmp_path / agent).mkdir()
        (tmp_path / agent / "a.md").write_text(text, "utf-8")
    rows = [
        ("не подключается vpn из дома", "network", "VPN не подключается из дома"),
        ("слабый wifi в переговорке", "network", "Wi-Fi в переговорной слабый"),
        ("забыл пароль", "access", "Забыл пароль от рабочей учётной записи"),
        ("кто меняет картридж", "hardware", "Заменить картридж"),
        ("рецепт борща", None, None),
    ]
    lines = [
        {
            "id": str(n),
            "text": text,
            "kind": "answerable" if agent else "out_of_scope",
            "agents": [agent] if agent else [],
            "passages": [[agent, f"a.md#{heading}"]] if agent else [],
        }
        for n, (text, agent, heading) in enumerate(rows * 4)
    ]
    questions, test, out = (tmp_path / name for name in ("q.jsonl", "test.jsonl", "calibration"))
    questions.write_text("\n".join(map(json.dumps, lines[:14])), "utf-8")
    test.write_text("\n".join(map(json.dumps, lines[14:])), "utf-8")
    pair = ["--knowledge", str(tmp_path), "--questions", str(questions)]
    arguments = [*pair, "--test", str(test), "--out", str(out), "--embedding-model", "lexical"]
    assert main([*pair, *arguments]) == 0
    calibration = load_calibration(out)
    assert calibration.source.dev["r_at_1"] == 1
    for curve in (calibration.fused, calibration.lexical):
        assert [point.wrong for point in curve.points] == list(WRONG_SHARES)
        assert sum(one.count for one in curve.reliability) > 0
    assert (calibration.source.size, calibration.source.dev["questions"]) == (28, 14)
    assert calibration.source.test["questions"] == 6
    assert main([*arguments, "--knowledge", str(tmp_path)]) == 2


def test_the_script_refuses_what_it_cannot_fit_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "calibration.json"
    arguments = ["--knowledge", str(tmp_path), "--questions", "none", "--out", str(out)]
    assert main(arguments) == 2
    assert "has no knowledge" in capsys.readouterr().err
    assert not out.exists()
