"""The command trains, lists and activates, and names what is wrong with its options."""

import random
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from gpu_worker.adapters import active_versions, versions
from gpu_worker.tests.training.support import AGENT, examples, write_lines
from gpu_worker.training.__main__ import main


def test_the_command_trains_lists_and_activates(
    base: Path, tmp_path: Path, rng: random.Random, capfd: pytest.CaptureFixture[str]
) -> None:
    data, out = write_lines(tmp_path / "data.jsonl", examples(24, rng)), tmp_path / "adapters"
    place = ["--agent", AGENT, "--out", str(out)]
    fast = {"epochs": "2", "rank": "4", "learning-rate": "0.01", "measure": "0", "device": "cpu"}
    given = [word for name, value in fast.items() for word in (f"--{name}", value)]
    base_options = ["--data", str(data), "--model", str(base), *given, "--held-out", "0.3"]
    with capture_logs() as events:
        assert main([*place, *base_options]) == 0
    (made,) = versions(out, AGENT)
    assert f"--activate {made.version}" in capfd.readouterr().err
    assert [event["event"] for event in events if event["event"] != "training.measured"] == [
        "training.started",
        "training.finished",
    ]
    assert active_versions(out) == {}
    assert main([*place, "--list"]) == 0
    assert capfd.readouterr().out.startswith(f"  {made.version}")
    assert main([*place, "--activate", made.version]) == 0
    assert active_versions(out) == {AGENT: made}
    assert main([*place, "--list"]) == 0
    assert f"* {made.version}" in capfd.readouterr().out
    assert main([*place, "--activate", "20200101T000000-00000000"]) == 1
    assert "has no adapter version" in capfd.readouterr().err


def test_a_wrong_option_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--agent", AGENT, "--out", str(tmp_path), "--data", "x", "--rank", "0"])
    said = capsys.readouterr().err
    assert "--rank: " in said
    assert "--model: field required" in said
