"""Of two who take at once one gets it, the other is told who, and the agent is silent."""

from pathlib import Path

import pytest

from tests.load.takes import play

pytestmark = pytest.mark.services

ROUNDS = 60


def test_two_operators_in_two_processes_take_the_same_conversation_at_once(
    tmp_path: Path, database_url: str, redis_url: str, embedded_broker_url: str
) -> None:
    settings = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
    }
    figures = play(tmp_path, settings, ROUNDS)
    assert figures.is_clean, figures.summary()
    assert (figures.rounds, sum(figures.wins.values())) == (ROUNDS, ROUNDS)
    assert figures.deltas_seen > ROUNDS, "the agent was not speaking"
