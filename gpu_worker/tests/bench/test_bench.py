"""The benchmark: its command, its figures, and that its arms stand on their own feet."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from gpu_worker.bench.__main__ import main
from gpu_worker.bench.figures import arm_figures
from gpu_worker.bench.meter import Spent
from gpu_worker.bench.options import ARMS, parse
from gpu_worker.bench.rounds import Record, run_rounds
from gpu_worker.bench.workload import Ask, adapter_names, draw

DICE = random.Random()  # noqa: S311 - prompts, not secrets
TINY = ("--shape", "tiny", "--prompt-tokens", "12:30", "--rounds", "1")


def run(tmp_path: Path, *arguments: str) -> dict[str, object]:
    """Run the command; return its JSON."""
    out = tmp_path / "bench.json"
    assert main(["--json", str(out), *TINY, *arguments]) == 0
    found = json.loads(out.read_text())
    assert isinstance(found, dict)
    return found


def test_given_a_tiny_shape_the_command_measures_every_arm_and_their_tokens_are_the_naive_ways(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = run(tmp_path, "--requests", "6", "--new-tokens", "6")
    arms = found["arms"]
    assert isinstance(arms, dict)
    assert tuple(arms) == ARMS
    for name, arm in arms.items():
        assert arm["reason"] is None, name
        assert min(arm["tokens_per_s"], arm["cpu_tokens_per_s"], arm["seconds"]) > 0
        assert arm["tokens_checked"] >= 36, name
        assert arm["tokens_equal"] == arm["tokens_checked"], name
    assert arms["naive"]["times_naive"] == arms["ceiling"]["of_ceiling"] == 1
    printed = capsys.readouterr().out
    assert all(f"| `{name}` |" in printed for name in ARMS)


class Wrong:
    """An arm whose tokens are all the same, or that breaks."""

    def __init__(self, token: int | None) -> None:
        self.token = token

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        if self.token is None:
            raise RuntimeError("out of memory")
        return [[self.token] * ask.new_tokens for ask in asks]

    def close(self) -> None:
        pass


def rounds(**arms: Wrong) -> dict[str, Record]:
    def asks() -> tuple[Ask, ...]:
        return draw(DICE, requests=3, adapters=["a"], prompt=(2, 4), new_tokens=5, vocab=50)

    return run_rounds(arms, 2, asks, DICE, "cpu")


def test_given_an_arm_with_other_tokens_when_measured_then_they_are_counted_as_unequal() -> None:
    records = rounds(naive=Wrong(7), engine=Wrong(8), peft_mixed=Wrong(7))
    assert (records["engine"].equal, records["engine"].compared) == (0, 30)
    assert (records["peft_mixed"].equal, records["peft_mixed"].compared) == (30, 30)


def test_given_a_librarys_arm_that_breaks_then_its_figures_are_null_with_a_reason() -> None:
    records = rounds(naive=Wrong(7), transformers_cb=Wrong(None))
    figures = arm_figures("transformers_cb", records, 15, {}, by_cpu=True)
    assert figures.tokens_per_s is None
    assert figures.reason == "RuntimeError: out of memory"


def test_given_our_own_engine_breaks_when_measured_then_the_measurement_fails() -> None:
    with pytest.raises(RuntimeError, match="out of memory"):
        rounds(engine=Wrong(None))


def test_given_rounds_of_uneven_load_then_ratios_are_taken_within_each_round() -> None:
    naive = Record(spent=[Spent(4.0 * load, 2.0 * load, 1.0) for load in (1, 3, 10)])
    engine = Record(spent=[Spent(1.0 * load, 1.0 * load, 1.0) for load in (1, 3, 10)])
    records = {"naive": naive, "engine": engine}
    assert arm_figures("engine", records, 30, {}, by_cpu=True).times_naive == 2.0
    on_gpu = arm_figures("engine", records, 30, {}, by_cpu=False)
    assert (on_gpu.times_naive, on_gpu.of_ceiling, on_gpu.tokens_per_s) == (4.0, None, 10.0)


def test_given_more_adapters_than_agents_when_requests_are_drawn_then_each_has_its_share() -> None:
    names = adapter_names(8)
    asks = draw(DICE, requests=16, adapters=names, prompt=(3, 9), new_tokens=2, vocab=99)
    assert sorted(str(ask.adapter) for ask in asks) == sorted(names * 2)
    assert all(3 <= len(ask.prompt_ids) <= 9 for ask in asks)


def test_given_an_unknown_arm_when_the_command_is_read_then_it_says_which_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parse(["--json", str(tmp_path / "o"), "--arms", "naive,vllm"])
    assert "no such arm: vllm; arms are naive, peft_mixed" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--prompt-tokens", "9:3"], ["--rounds", "0"]])
def test_given_an_impossible_number_when_the_command_is_read_then_it_is_refused(
    tmp_path: Path, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit):
        parse(["--json", str(tmp_path / "o"), *arguments])


def rows(tmp_path: Path, scenario: str, *arguments: str) -> list[dict[str, float | str | None]]:
    """Run a scenario; return its rows."""
    found = run(tmp_path, "--scenario", scenario, *arguments)["rows"]
    assert isinstance(found, list)
    return found


def test_given_conversations_when_measured_then_the_engines_answers_are_the_naive_ways(
    tmp_path: Path,
) -> None:
    found = rows(tmp_path, "conversations", "--requests", "3", "--turns", "3", "--new-tokens", "4")
    assert [row["arm"] for row in found] == [
        "naive float32",
        "engine float32",
        "engine float32 without reuse",
    ]
    assert all(row["agreement_with_naive"] == 1 for row in found)
    for kind in ("same", "changed"):
        assert all(row[f"second_turn_first_token_ms_{kind}"] for row in found)


def test_given_a_long_prompt_that_arrives_when_measured_then_it_is_taken_in_by_the_pieces_named(
    tmp_path: Path,
) -> None:
    (found,) = rows(
        tmp_path, "arrival", "--requests", "3", "--arriving", "200", "--beside-tokens", "20"
    )
    assert found["beside_tokens"] == 20
    assert found["pieces"] == 200 / 20
    assert isinstance(found["worst_gap_ms"], float)
    assert found["worst_gap_ms"] > 0


def test_given_a_cancelled_request_when_measured_then_its_place_is_free_within_a_step(
    tmp_path: Path,
) -> None:
    (found,) = rows(tmp_path, "cancel", "--requests", "3")
    assert isinstance(found["steps_until_free_at_worst"], float)
    assert found["steps_until_free_at_worst"] <= 1


def test_given_batch_sizes_when_swept_then_each_is_set_against_ceiling_and_memory(
    tmp_path: Path,
) -> None:
    found = rows(tmp_path, "sweep", "--batches", "1,3", "--new-tokens", "6", "--arms", "engine")
    assert [row["batch"] for row in found] == [1, 3]
    for row in found:
        assert isinstance(row["of_memory_limit"], float)
        assert isinstance(row["of_ceiling"], float)
        assert min(row["of_memory_limit"], row["of_ceiling"]) > 0
        assert row["times_naive"] is None
