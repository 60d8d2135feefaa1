"""Searching many passages: nothing is lost by scoring few, and the index stays small."""

import math
import random
import tracemalloc
from collections import Counter
from collections.abc import Callable
from uuid import UUID, uuid5

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.knowledge import Fusion, KnowledgeIndex
from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.retrieval.memory import MemoryPassages
from gpu_worker.retrieval.postings import Bm25, Features, Grams, Places, Tally, TfIdf
from gpu_worker.retrieval.ranking import best
from gpu_worker.retrieval.words import grams
from gpu_worker.tests.support import SITE
from shared.storage.vectors import StoredPassage

_SYLLABLES = ("ба", "ве", "ги", "до", "жу", "за", "ик", "кло", "ма", "но", "пре", "ру", "ста", "хи")
_AGENTS = ("access", "hardware", "network")
_Words = st.lists(st.sampled_from(["пароль", "пароли", "почта", "принтер", "vpn", "я"]))


def _passages(count: int, seed: int = 1) -> list[StoredPassage]:
    """Make passages of words as frequent as in a language: the n-th has 1/n of the first's."""
    dice = random.Random(seed)  # noqa: S311 - texts, not secrets
    known = ["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 4))) for _ in range(4_000)]
    weights = [1 / (place + 1) for place in range(len(known))]

    def text(length: int) -> str:
        return " ".join(dice.choices(known, weights, k=length))

    return [
        StoredPassage(
            id=uuid5(SITE, str(place)),
            document_id=UUID(int=1),
            document_version=1,
            agent=dice.choice(_AGENTS),
            ordinal=place,
            title=text(4),
            text=text(dice.randint(10, 60)),
            phrasings=(text(5),) if place % 3 else (),
        )
        for place in range(count)
    ]


@pytest.fixture(scope="module")
def passages() -> list[StoredPassage]:
    return _passages(2_000)


@given(st.lists(_Words, min_size=1, max_size=8), _Words)
def test_weights_are_those_of_the_textbook_and_bounds_are_never_below(
    units: list[list[str]], asked: list[str]
) -> None:
    ids: dict[str, int] = {}
    tally = Tally(ids)
    for unit in units:
        tally.add(unit)
    counts, features = tally.counts(), Features(ids, grams)
    query = {gram: 0.1 + len(gram) for word in asked for gram in grams(word)}
    frequencies = [Counter(gram for word in unit for gram in grams(word)) for unit in units]
    seen = Counter(gram for one in frequencies for gram in one)

    compared, weights = Grams(features).query(query), TfIdf(counts, features)
    scores = weights.score(compared, np.arange(len(units)))
    expected = [_cosine(one, seen, len(units), query) for one in frequencies]
    assert scores == pytest.approx(expected, abs=1e-4)
    assert (weights.bound(compared) >= scores - 1e-4).all()

    mean = max(1.0, sum(one.total() for one in frequencies) / len(units))
    expected = [_bm25(one, seen, len(units), mean, query) for one in frequencies]
    assert Bm25(counts, features).score(query) == pytest.approx(expected, rel=1e-4, abs=1e-4)


def _cosine(unit: Counter[str], seen: Counter[str], units: int, query: dict[str, float]) -> float:
    weights = {
        gram: (1 + math.log((1 + units) / (1 + seen[gram]))) * (1 + math.log(often))
        for gram, often in unit.items()
    }
    length = math.hypot(*weights.values()) or 1.0
    return sum(query.get(gram, 0.0) * weight for gram, weight in weights.items()) / length


def _bm25(
    unit: Counter[str], seen: Counter[str], units: int, mean: float, query: dict[str, float]
) -> float:
    room = 1.2 * (0.25 + 0.75 * unit.total() / mean)
    return sum(
        query.get(gram, 0.0)
        * math.log1p((units - seen[gram] + 0.5) / (seen[gram] + 0.5))
        * (often * 2.2 / (often + room))
        for gram, often in unit.items()
    )


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=300), st.integers(1, 20)
)
def test_the_best_of_few_scored_are_the_best_of_all(
    pairs: list[tuple[int, int]], limit: int
) -> None:
    scores = np.array([float(score) for score, _ in pairs])
    bounds = scores + np.array([float(above) for _, above in pairs])
    _, found = best(bounds, lambda places: scores[places], limit)
    assert found.tolist() == sorted(scores, reverse=True)[:limit]


def test_few_are_scored_and_never_more_than_allowed() -> None:
    scored: list[int] = []

    def score_of(scores: NDArray[np.float64]) -> Callable[[Places], NDArray[np.float64]]:
        def score(places: Places) -> NDArray[np.float64]:
            scored.append(len(places))
            return scores[places]

        return score

    scores = np.random.default_rng(1).random(10_000)
    places, _ = best(scores + 0.001, score_of(scores), 10)
    assert places.tolist() == np.argsort(-scores)[:10].tolist()
    assert sum(scored) < 200
    scored.clear()
    best(np.ones(10_000), score_of(scores), 10, most=500)
    assert max(scored) == 500


@pytest.mark.parametrize("agents", [(), ("network",), ("access", "hardware")])
def test_the_first_ten_are_those_that_scoring_every_passage_gives(
    passages: list[StoredPassage], agents: tuple[str, ...]
) -> None:
    store, embedder, fusion = MemoryPassages(), HashedEmbedder(), Fusion()
    vectors = embedder.documents([one.text for one in passages])
    store.upsert(SITE, embedder.name, passages, [row[None] for row in vectors])
    knowledge = KnowledgeIndex(store, embedder, fusion)
    knowledge.refresh(SITE, 1)
    index, dice = LexicalIndex(passages), random.Random(2)  # noqa: S311 - texts
    for one in dice.sample(passages, 25):
        question = " ".join(dice.sample(one.text.split(), 6))[1:]
        near = store.query(SITE, "", embedder.queries([question]), 60, agents)[0]
        similar = {item.passage_id: item.similarity for item in near}
        asked, whole = index.score(question)
        scores = {
            passage.id: fusion.asked * asked[place]
            + fusion.whole * whole[place]
            + fusion.dense * similar.get(passage.id, near[-1].similarity)
            for place, passage in enumerate(passages)
            if not agents or passage.agent in agents
        }
        hits = knowledge.search(SITE, question, agents).hits
        best_first = sorted(scores, key=lambda key: -scores[key])
        assert [hit.passage.id for hit in hits[:10]] == best_first[:10]
        assert hits[9].score == pytest.approx(scores[best_first[9]], abs=1e-5)


def test_the_index_takes_a_few_kilobytes_a_passage(passages: list[StoredPassage]) -> None:
    """Building it took 43 kB for each of these, when it held the n-grams of every passage."""
    tracemalloc.start()
    try:
        LexicalIndex(passages)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak / len(passages) < 12_000


def test_an_index_of_nothing_knows_nothing() -> None:
    index = LexicalIndex(())
    assert [part.tolist() for part in index.score("пароль")] == [[], []]
    assert not index.knows("пароль")
    assert not index.has_gram("па")
