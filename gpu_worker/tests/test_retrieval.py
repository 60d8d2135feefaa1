"""Passages are indexed once, found by stems and letters, and refreshed when they change."""

import subprocess
import sys
import threading
from collections.abc import Callable
from typing import cast
from uuid import UUID, uuid4

import numpy as np
import pytest

from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import Fusion, KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from gpu_worker.retrieval.reembedding import Reembedding, VectorSink
from gpu_worker.retrieval.words import is_common, words
from gpu_worker.tests.support import DOCUMENTS, SITE, batch, help_desk, passage_ids
from shared.storage.vectors import EmbeddingModelMismatch, StoredPassage, VectorStoreDown


def test_words_fold_hyphens_letters_and_aliases() -> None:
    assert words("Wi‑Fi и Ёлка") == ["wi", "fi", "wifi", "и", "елка"]
    assert words("вайфая") == ["вайфая", "wifi"]
    assert is_common("пожалуйста")
    assert not is_common("принтер")


def test_the_hashed_embedding_is_stable_of_unit_length_and_near_for_near_texts() -> None:
    embedder = HashedEmbedder()
    first, same, near, far = embedder.documents(
        ["Принтер не печатает", "принтер не печатает!", "принтеры не печатают", "отпуск летом"]
    )
    assert first.shape == (embedder.dimension,)
    assert np.linalg.norm(first) == pytest.approx(1, abs=1e-5)
    assert first @ same == pytest.approx(1, abs=1e-5)
    assert first @ near > 0.6
    assert first @ far < 0.2
    assert np.linalg.norm(embedder.queries(["", "…"]), axis=1) == pytest.approx([1, 1])


def test_a_passage_is_found_by_its_phrasings_and_they_are_not_in_its_text() -> None:
    _, knowledge = help_desk()
    best = knowledge.search(SITE, "впн не коннектится").hits[0]
    assert best.passage.title.endswith("VPN не подключается из дома")
    assert "коннектится" not in best.passage.text
    assert best.score == pytest.approx(
        best.lexical + _dense_weight(knowledge) * best.dense, rel=1e-5
    )


def test_search_can_be_kept_to_some_agents() -> None:
    _, knowledge = help_desk()
    hits = knowledge.search(SITE, "vpn", agents=("hardware",)).hits
    assert hits
    assert {hit.passage.agent for hit in hits} == {"hardware"}


def test_another_site_sees_nothing() -> None:
    _, knowledge = help_desk()
    assert knowledge.search(uuid4(), "vpn").hits == ()


def test_indexing_twice_stores_once_and_a_new_version_replaces_the_old() -> None:
    store, embedder = MemoryPassages(), HashedEmbedder()
    indexer = Indexer(store, embedder)
    old, new = batch("network", DOCUMENTS["network"], 1), batch("network", "# T\n## H\nText.", 2)
    indexer.index(old)
    indexer.index(old)
    assert passage_ids(store) == {passage.id for passage in old.passages}
    indexer.index(new)
    assert passage_ids(store) == {passage.id for passage in new.passages}
    indexer.index(old)
    assert passage_ids(store) == {passage.id for passage in new.passages}


def test_an_empty_last_batch_of_a_newer_version_removes_the_document() -> None:
    store, embedder = MemoryPassages(), HashedEmbedder()
    indexer = Indexer(store, embedder)
    for agent in ("network", "access"):
        indexer.index(batch(agent, DOCUMENTS[agent], 1))
    kept = {passage.id for passage in batch("access", DOCUMENTS["access"], 1).passages}
    removal = batch("network", "", 2)
    assert removal.passages == ()
    for _ in range(2):
        indexer.index(removal)
        assert passage_ids(store) == kept


def test_a_passage_s_own_address_wins_over_its_document_s() -> None:
    store = MemoryPassages()
    whole = batch("network", DOCUMENTS["network"])
    first = whole.passages[0].model_copy(update={"url": "https://kb.example.ru/first"})
    changed = whole.model_copy(update={"passages": (first, *whole.passages[1:])})
    Indexer(store, HashedEmbedder()).index(changed)
    urls = {row.id: row.url for row in store.passages(SITE)}
    assert urls[first.id] == "https://kb.example.ru/first"
    assert set(urls.values()) == {"https://kb.example.ru/first", whole.url}


def test_refresh_rebuilds_only_when_the_version_changed() -> None:
    store, knowledge = help_desk()
    Indexer(store, HashedEmbedder()).index(batch("network", "# T\n## Кофеварка\nНалейте.", 2))
    knowledge.refresh(SITE, 1)
    assert knowledge.search(SITE, "кофеварка").hits[0].passage.text != "Налейте."
    knowledge.refresh(SITE, 2)
    assert knowledge.version(SITE) == 2
    assert knowledge.search(SITE, "кофеварка").hits[0].passage.text == "Налейте."


class _Slow(MemoryPassages):
    """Reads passages only when it is let to."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0
        self.entered, self.go_on = threading.Event(), threading.Event()

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        self.reads += 1
        if self.reads == 2:
            self.entered.set()
            assert self.go_on.wait(5)
        return super().passages(site_id)


def test_one_thread_rebuilds_while_the_others_go_on_with_the_old() -> None:
    store = _Slow()
    knowledge = KnowledgeIndex(store, HashedEmbedder(), Fusion())
    knowledge.refresh(SITE, 1)
    builder = threading.Thread(target=knowledge.refresh, args=(SITE, 2))
    builder.start()
    assert store.entered.wait(5)
    knowledge.refresh(SITE, 2)
    assert knowledge.version(SITE) == 1
    store.go_on.set()
    builder.join(5)
    assert knowledge.version(SITE) == 2
    assert store.reads == 2


def test_a_site_with_vectors_of_another_model_is_searched_by_words_until_they_are_replaced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, embedder = MemoryPassages(), HashedEmbedder()
    Indexer(store, embedder).index(batch("network", "# T\n## Кофеварка\nНалейте воды."))
    told, replaced = [], threading.Event()

    def refuse(*_: object, **__: object) -> None:
        raise EmbeddingModelMismatch

    def replace_vectors(
        site_id: UUID, model: str, embed: Callable[[list[StoredPassage]], object]
    ) -> int:
        embed(store.passages(site_id))
        told.append((site_id, model))
        replaced.set()
        return 1

    monkeypatch.setattr(store, "model", lambda _: "another")
    monkeypatch.setattr(store, "query", refuse)
    monkeypatch.setattr(store, "replace_vectors", replace_vectors, raising=False)
    reembedding = Reembedding(cast("VectorSink", store), embedder)
    knowledge = KnowledgeIndex(store, embedder, Fusion(), reembedding.start)
    knowledge.refresh(SITE, 1)
    found = knowledge.search(SITE, "кофеварка")
    assert not found.has_dense
    assert found.hits
    assert replaced.wait(5)
    assert told == [(SITE, embedder.name)]


def test_when_chroma_is_down_the_old_knowledge_stays_and_none_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, knowledge = help_desk()

    def down(*_: object) -> None:
        raise VectorStoreDown

    monkeypatch.setattr(store, "passages", down)
    knowledge.refresh(SITE, 2)
    assert knowledge.version(SITE) == 1
    with pytest.raises(VectorStoreDown):
        knowledge.refresh(uuid4(), 1)


def test_a_lexical_installation_brings_no_torch() -> None:
    script = (
        "import sys, gpu_worker.agents.pipeline, gpu_worker.retrieval.embedder as e\n"
        "from shared.config import Settings\n"
        "e.build_embedder(Settings(_env_file=None, embedding_model='lexical')).queries(['x'])\n"
        "sys.exit(any(m in sys.modules for m in ('torch', 'sentence_transformers', 'sklearn')))"
    )
    done = subprocess.run(  # noqa: S603 (our own interpreter)
        [sys.executable, "-c", script], check=False, timeout=60
    )
    assert done.returncode == 0


def _dense_weight(knowledge: KnowledgeIndex) -> float:
    return knowledge._fusion.dense
