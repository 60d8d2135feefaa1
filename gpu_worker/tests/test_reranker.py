"""A cross-encoder named by the settings, and what its order changes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from gpu_worker.retrieval.errors import RerankerModelError
from gpu_worker.retrieval.reranker import build_reranker, rerank
from gpu_worker.tests.support import SITE, help_desk
from shared.config import Settings

_WORDS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "принтер", "печать", "пароль", "почта")


def _save(folder: Path, labels: int) -> Path:
    import torch  # noqa: PLC0415 (for this alone)
    from tokenizers import Tokenizer, models, pre_tokenizers, processors  # noqa: PLC0415
    from transformers import (  # noqa: PLC0415 (torch, for this alone)
        BertConfig,
        BertForSequenceClassification,
        PreTrainedTokenizerFast,
    )

    ids = {word: n for n, word in enumerate(_WORDS)}
    tokenizer = Tokenizer(models.WordLevel(ids, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]", model_max_length=64
    )
    fast.save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(_WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        num_labels=labels,
        initializer_range=0.3,
    )
    torch.manual_seed(7)
    BertForSequenceClassification(config).save_pretrained(folder)
    return folder


def test_a_cross_encoder_gives_one_number_a_passage(tmp_path: Path) -> None:
    model = _save(tmp_path / "tiny", labels=1)
    reranker = build_reranker(Settings(_env_file=None, reranker_model=str(model)))
    assert reranker is not None
    passages = ["печать", "пароль", "почта", "печать"]
    scores = reranker.scores("принтер", passages)
    assert scores.shape == (4,)
    assert scores.dtype == np.float32
    assert scores[0] == pytest.approx(scores[3], abs=1e-5)
    assert len({round(float(score), 6) for score in scores[:3]}) == 3


def test_a_model_of_several_numbers_or_none_is_refused(tmp_path: Path) -> None:
    two = str(_save(tmp_path / "two", labels=2))
    for model in (two, str(tmp_path / "absent")):
        with pytest.raises(RerankerModelError, match="RERANKER_MODEL"):
            build_reranker(Settings(_env_file=None, reranker_model=model))


def test_without_the_setting_there_is_none() -> None:
    assert build_reranker(Settings(_env_file=None)) is None


class _Last:
    """Prefers what was found last."""

    def scores(self, _: str, passages: Sequence[str]) -> NDArray[np.float32]:
        return np.arange(len(passages), dtype=np.float32)


def test_only_the_order_of_the_first_few_changes() -> None:
    many = {"hardware": "".join(f"## Принтер {n}\n\nПечать {n}.\n\n" for n in range(24))}
    _, knowledge = help_desk(many)
    hits = knowledge.search(SITE, "принтер не печатает").hits
    ordered = rerank("принтер не печатает", hits, _Last())
    assert [hit.passage for hit in ordered[:20]] == [hit.passage for hit in hits[19::-1]]
    assert ordered[20:] == hits[20:]
    assert len(ordered) == 24
    assert {hit.passage.id: hit.score for hit in ordered} == {
        hit.passage.id: hit.score for hit in hits
    }
