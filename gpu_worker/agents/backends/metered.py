"""What a language model's answers cost, counted for every backend alike, by agent."""

import time
from collections.abc import Generator
from contextlib import closing

from gpu_worker.agents.backends.base import Backend, Draft, WritingTask
from shared.observability.metrics import (
    AI_FIRST_TEXT,
    AI_TOKENS,
    AI_TRUNCATIONS,
    AI_WRITING,
    PASSAGES_CUT,
)


def metered(backend: Backend, task: WritingTask) -> Generator[str | Draft, None, None]:
    """Yield what the backend yields; a backend without a model is not counted."""
    began, agent, has_text = time.perf_counter(), task.agent.slug, False
    with closing(backend.write(task)) as pieces:
        for piece in pieces:
            if isinstance(piece, Draft):
                if backend.model is not None:
                    _count(piece, agent, time.perf_counter() - began)
            elif piece and not has_text:
                has_text = True
                if backend.model is not None:
                    AI_FIRST_TEXT.labels(agent).observe(time.perf_counter() - began)
            yield piece


def _count(draft: Draft, agent: str, seconds: float) -> None:
    AI_WRITING.labels(agent).observe(seconds)
    AI_TOKENS.labels(agent, "prompt").inc(draft.prompt_tokens)
    AI_TOKENS.labels(agent, "answer").inc(draft.answer_tokens)
    if draft.turns_cut:
        AI_TRUNCATIONS.labels(agent).inc()
    PASSAGES_CUT.labels(agent).inc(draft.passages_cut)
