"""A model that reads a question and a passage together, and orders the passages found.

It sees what no vector holds, and costs a pass of the model for each passage, so it is given the
best few only. None is used unless ``RERANKER_MODEL`` names one.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from gpu_worker.retrieval.errors import RerankerModelError
from gpu_worker.retrieval.knowledge import Hit
from shared.config import Settings

# Behind so many the right passage hardly ever is, and each costs.
_FEW = 20


class Reranker(Protocol):
    """Says how well passages answer. Thread-safe."""

    def scores(self, question: str, passages: Sequence[str], /) -> NDArray[np.float32]:
        """Return one number a passage, the higher the better; shape ``(len(passages),)``."""


class CrossEncoderReranker:
    """A sentence-transformers cross-encoder from disk or hub. Loads at once."""

    def __init__(self, model: str) -> None:
        """Load the model.

        Raises:
            RerankerModelError: it cannot be loaded, or gives more than one number a pair.
        """
        # Imported here because it brings torch, which an installation without one does not pay.
        from sentence_transformers import CrossEncoder  # noqa: PLC0415

        try:
            self._model = CrossEncoder(model)
        except (OSError, ValueError, ImportError) as error:
            raise RerankerModelError(f"RERANKER_MODEL: {model!r} cannot be loaded") from error
        if self._model.num_labels != 1:
            raise RerankerModelError(
                f"RERANKER_MODEL: {model!r} gives {self._model.num_labels} numbers a pair, not one"
            )

    def scores(self, question: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return the model's number for each passage; shape ``(len(passages),)``."""
        pairs = [(question, passage) for passage in passages]
        found = self._model.predict(pairs, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(found, dtype=np.float32).reshape(len(passages))


def build_reranker(settings: Settings) -> Reranker | None:
    """Return the reranker that the settings name.

    Raises:
        RerankerModelError: it cannot be loaded.
    """
    return CrossEncoderReranker(settings.reranker_model) if settings.reranker_model else None


def rerank(question: str, hits: Sequence[Hit], reranker: Reranker) -> tuple[Hit, ...]:
    """Order the first few hits by the reranker; the others follow as they were.

    Scores stay what they were: they are what certainty is calibrated on, and a passage that the
    reranker alone prefers is not surer for it.
    """
    few = hits[:_FEW]
    if len(few) < 2:
        return tuple(hits)
    texts = [f"{hit.passage.title}\n{hit.passage.text}".strip() for hit in few]
    scores = reranker.scores(question, texts)
    order = np.argsort(-scores, kind="stable")
    placed = [replace(few[place], reranked=float(scores[place])) for place in order]
    return (*placed, *hits[_FEW:])
