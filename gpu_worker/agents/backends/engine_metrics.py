"""The engine's events as metrics, by agent."""

from gpu_worker.engine.core import EngineStats, Observer
from shared.observability.metrics import (
    ENGINE_BATCH,
    ENGINE_FIRST_TOKEN,
    ENGINE_NOW,
    ENGINE_REQUESTS,
    ENGINE_STEP_SECONDS,
    ENGINE_TOKENS,
    ENGINE_WAIT,
)


class EngineMetrics(Observer):
    """Labels are agents: an adapter's name is ``slug@version``."""

    def admitted(self, adapter: str, waited: float, prompt_tokens: int, reused: int) -> None:
        """Count a request that leaves the queue."""
        agent = _agent(adapter)
        ENGINE_WAIT.labels(agent).observe(waited)
        ENGINE_TOKENS.labels(agent, "prompt").inc(prompt_tokens)
        ENGINE_TOKENS.labels(agent, "reused").inc(reused)

    def began(self, adapter: str, seconds: float) -> None:
        """Keep the time of the first token."""
        ENGINE_FIRST_TOKEN.labels(_agent(adapter)).observe(seconds)

    def ended(self, adapter: str, code: str, new_tokens: int, seconds: float) -> None:  # noqa: ARG002
        """Count what a request made, and how it ended."""
        agent = _agent(adapter)
        ENGINE_REQUESTS.labels(agent, code).inc()
        ENGINE_TOKENS.labels(agent, "answer").inc(new_tokens)
        if code == "cancelled":
            ENGINE_TOKENS.labels(agent, "cancelled").inc(new_tokens)

    def stepped(
        self,
        stats: EngineStats,
        answering: int,
        taken_in: int,  # noqa: ARG002
        seconds: float,
    ) -> None:
        """Keep how full and how long a step was."""
        ENGINE_BATCH.observe(answering)
        ENGINE_STEP_SECONDS.observe(seconds)
        for what in ("running", "waiting", "slots", "cached_tokens"):
            ENGINE_NOW.labels(what).set(getattr(stats, what))


def _agent(adapter: str) -> str:
    return "+".join(name.partition("@")[0] for name in adapter.split("+"))
