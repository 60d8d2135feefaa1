"""Any sentence-transformers model as the embedder, with the prompts of its own config or others."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from torch import nn
from transformers import PreTrainedModel
from transformers.utils.logging import disable_progress_bar

from gpu_worker.engine.adapter_files import read_adapter
from gpu_worker.engine.core import AdapterRefused
from gpu_worker.engine.linears import pack_linears
from gpu_worker.retrieval.errors import EmbeddingModelError

# Names that model cards use for the two sides of retrieval, most specific first.
_QUERY_PROMPTS = ("search_query", "query")
_DOCUMENT_PROMPTS = ("search_document", "document", "passage", "corpus")


class SentenceEmbedder:
    """A model from disk or hub. Loads at once, which takes seconds."""

    def __init__(
        self,
        model: str,
        query_prompt: str | None = None,
        document_prompt: str | None = None,
        adapter: Path | None = None,
    ) -> None:
        """Load the model; a prompt that is None is the one that its config names, if any.

        Args:
            model: a path or a hub id.
            query_prompt: what stands before a question.
            document_prompt: what stands before a passage.
            adapter: a folder with a LoRA adapter of PEFT that is merged into its transformer.

        Raises:
            EmbeddingModelError: it cannot be loaded.
        """
        disable_progress_bar()
        try:
            self._model = SentenceTransformer(model)
        except (OSError, ValueError, ImportError) as error:
            raise EmbeddingModelError(f"EMBEDDING_MODEL: {model!r} cannot be loaded") from error
        if adapter is not None:
            _merge(self._model[0].auto_model, adapter)
        # A question is some twenty rows: its vector took 9.1 ms on one core, and takes 5.2.
        pack_linears(self._model)
        dimension = self._model.get_embedding_dimension()
        if dimension is None:
            raise EmbeddingModelError(f"EMBEDDING_MODEL: {model!r} does not say its dimension")
        self.name = model.rstrip("/").rsplit("/", maxsplit=1)[-1]
        self.dimension = int(dimension)
        prompts = self._model.prompts
        self._query_prompt = _prompt(prompts, _QUERY_PROMPTS, query_prompt)
        self._document_prompt = _prompt(prompts, _DOCUMENT_PROMPTS, document_prompt)
        if document_prompt is not None:
            self.name += f"-{hashlib.sha256(document_prompt.encode()).hexdigest()[:8]}"

    def reads(self, text: str) -> str:
        """Return the text as it is."""
        return text

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what visitors ask; shape ``(len(texts), dimension)``."""
        return self._encode(texts, self._query_prompt)

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what passages say; shape ``(len(texts), dimension)``."""
        return self._encode(texts, self._document_prompt)

    def _encode(self, texts: Sequence[str], prompt: str) -> NDArray[np.float32]:
        vectors = self._model.encode(
            list(texts),
            prompt=prompt,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), self.dimension)


def _merge(model: PreTrainedModel, adapter: Path) -> None:
    linears = {name: one for name, one in model.named_modules() if isinstance(one, nn.Linear)}
    shapes = {name: (one.in_features, one.out_features) for name, one in linears.items()}
    try:
        weights = read_adapter("of the embedding", adapter, shapes, model.config)
    except AdapterRefused as error:
        raise EmbeddingModelError(str(error)) from error
    for name, (low, high) in weights.pairs.items():
        linears[name].weight.data += (high.float() @ low.float()).to(linears[name].weight.dtype)


def _prompt(prompts: Mapping[str, str | None], names: Sequence[str], instead: str | None) -> str:
    if instead is not None:
        return instead
    return next((prompt for name in names if (prompt := prompts.get(name))), "")
