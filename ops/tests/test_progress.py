"""The console: a line a step, also for the one that fails."""

import io

import pytest

from ops.embedded.progress import Console


def test_a_step_is_one_line_with_its_detail_and_time() -> None:
    shown = io.StringIO()
    with Console(shown).step("widget") as step:
        step.detail = "up to date"
    assert shown.getvalue().split() == ["widget", "up", "to", "date", "0.0", "s"]


def test_a_failed_step_says_so_and_raises() -> None:
    shown = io.StringIO()
    with pytest.raises(ValueError, match="why"), Console(shown).step("widget"):
        raise ValueError("why")
    assert "failed" in shown.getvalue()


def test_a_quiet_console_says_nothing() -> None:
    shown = io.StringIO()
    console = Console(shown, quiet=True)
    console.say("hello")
    console.done("widget", "built", 1.0)
    assert not shown.getvalue()
