"""A sentence-transformers model named by the settings, with the prompts of its own config."""

import json
from pathlib import Path

import numpy as np
import pytest

from gpu_worker.retrieval.embedder import build_embedder
from gpu_worker.retrieval.errors import EmbeddingModelError
from gpu_worker.retrieval.sentences import SentenceEmbedder
from shared.config import Settings

_WORDS = ("[UNK]", "search_query", "search_document", ":", "принтер", "печать", "пароль")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of one random vector a word, saved as FRIDA-like models are, with two prompts."""
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 (torch, for this alone)
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding  # noqa: PLC0415
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    tokenizer = Tokenizer(models.WordLevel({word: n for n, word in enumerate(_WORDS)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(3).normal(size=(len(_WORDS), 16)).astype(np.float32)
    folder = tmp_path_factory.mktemp("models") / "tiny"
    made = SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)])
    made.save(str(folder))
    config = folder / "config_sentence_transformers.json"
    known = json.loads(config.read_text("utf-8"))
    known["prompts"] = {"search_query": "search_query: ", "search_document": "search_document: "}
    config.write_text(json.dumps(known), "utf-8")
    return folder


def test_both_sides_get_their_prompts_and_vectors_of_unit_length(model: Path) -> None:
    embedder = build_embedder(Settings(_env_file=None, embedding_model=str(model)))
    assert (embedder.name, embedder.dimension) == ("tiny", 16)
    query, document = embedder.queries(["принтер"]), embedder.documents(["принтер"])
    assert query.shape == document.shape == (1, 16)
    assert query.dtype == np.float32
    assert np.linalg.norm(query) == pytest.approx(1, abs=1e-5)
    assert not np.allclose(query, document)
    assert embedder.documents(["печать", "принтер"])[1] == pytest.approx(document[0], abs=1e-5)


def test_the_settings_prompts_go_before_the_models_own(model: Path) -> None:
    settings = Settings(
        _env_file=None,
        embedding_model=str(model),
        embedding_query_prompt="пароль ",
        embedding_document_prompt="",
    )
    embedder, plain = build_embedder(settings), SentenceEmbedder(str(model), "", "")
    asked, meant = embedder.queries(["принтер"])[0], plain.queries(["пароль принтер"])[0]
    assert asked == pytest.approx(meant, abs=1e-5)
    assert embedder.documents(["принтер"])[0] == pytest.approx(
        plain.queries(["принтер"])[0], abs=1e-5
    )
    assert embedder.name == plain.name != "tiny"
    assert SentenceEmbedder(str(model), "пароль ").name == "tiny"


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingModelError, match="EMBEDDING_MODEL"):
        SentenceEmbedder(str(tmp_path / "absent"))
