"""Vectors are replaced while workers with the old model write; nothing that they write is lost."""

import time
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import pytest
from chromadb.api.models.Collection import Collection

from shared.storage.vectors import (
    EmbeddingModelMismatch,
    PassageStore,
    StoredPassage,
    VectorStoreDown,
)
from shared.tests.test_vectors import MODEL, Opened, _axis, _passage, opened

__all__ = ["opened"]

Vectors = list[np.ndarray[Any, np.dtype[np.float32]]]


class _Moments:
    """Something that happens once, at the ``when``-th moment of a replacement."""

    def __init__(self, store: PassageStore, when: int, happens: Callable[[], None]) -> None:
        self._when, self._happens = when, happens
        self.passed = 0
        difference, swap = store._difference, store._swap

        def compared(site_id: UUID, new: Collection) -> list[StoredPassage]:
            found = difference(site_id, new)
            self.pass_one()
            return found

        def swapped(site_id: UUID, new: Collection) -> None:
            self.pass_one()
            swap(site_id, new)

        store._difference = compared  # type: ignore[method-assign]
        store._swap = swapped  # type: ignore[method-assign]

    def pass_one(self) -> None:
        if self.passed == self._when:
            self._happens()
        self.passed += 1

    def embed(self, some: Sequence[StoredPassage]) -> Vectors:
        self.pass_one()
        return [_axis(1)] * len(some)


@pytest.mark.services
def test_no_write_of_the_old_model_is_lost_while_vectors_are_replaced(
    chroma_url: str, opened: Opened
) -> None:
    """Given a worker with the old model that writes at any moment: refused, or kept."""
    kept_ones, refused_ones = 0, 0
    for when in range(20):
        site, first, late = uuid4(), _passage(uuid4(), 0), _passage(uuid4(), 0)
        old, new = opened(chroma_url), opened(chroma_url)
        old.upsert(site, MODEL, [first], [_axis(0)])
        refused: list[str] = []

        def write(
            old: PassageStore = old,
            site: UUID = site,
            late: StoredPassage = late,
            refused: list[str] = refused,
        ) -> None:
            try:
                old.upsert(site, MODEL, [late], [_axis(0)])
            except (VectorStoreDown, EmbeddingModelMismatch) as error:
                refused.append(error.code)

        moments = _Moments(new, when, write)
        new.replace_vectors(site, "other", moments.embed)
        found = {passage.id for passage in opened(chroma_url).passages(site)}
        assert refused == ["store_unavailable"] or moments.passed <= when or late.id in found, when
        assert first.id in found
        kept_ones += late.id in found
        refused_ones += bool(refused)
        new.upsert(site, "other", [late], [_axis(1)])
        if moments.passed <= when:
            break
    assert kept_ones >= 2
    assert refused_ones >= 1


@pytest.mark.services
def test_no_removal_is_lost_while_vectors_are_replaced(chroma_url: str, opened: Opened) -> None:
    for when in range(20):
        site, kept, gone = uuid4(), _passage(uuid4(), 0), _passage(uuid4(), 0)
        old, new = opened(chroma_url), opened(chroma_url)
        old.upsert(site, MODEL, [kept, gone], [_axis(0)] * 2)
        refused: list[str] = []

        def remove(
            old: PassageStore = old,
            site: UUID = site,
            gone: StoredPassage = gone,
            refused: list[str] = refused,
        ) -> None:
            try:
                old.delete_document(site, gone.document_id)
            except VectorStoreDown as error:
                refused.append(error.code)

        moments = _Moments(new, when, remove)
        new.replace_vectors(site, "other", moments.embed)
        if moments.passed <= when:
            break
        found = {passage.id for passage in opened(chroma_url).passages(site)}
        assert refused or gone.id not in found, when
        old.delete_document(site, gone.document_id)
        assert opened(chroma_url).passages(site) == [kept]


@pytest.mark.services
def test_a_replacement_that_died_at_its_end_refuses_writers_only_for_a_while(
    chroma_url: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, passage = uuid4(), _passage(uuid4(), 0)
    old, new = opened(chroma_url), opened(chroma_url)
    old.upsert(site, MODEL, [passage], [_axis(0)])

    def dies(*_: object) -> None:
        raise VectorStoreDown

    with monkeypatch.context() as dying:
        dying.setattr(new, "_swap", dies)
        with pytest.raises(VectorStoreDown):
            new.replace_vectors(site, "other", lambda some: [_axis(1)] * len(some))
    with pytest.raises(VectorStoreDown):
        old.upsert(site, MODEL, [passage], [_axis(0)])
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 300)
    old.upsert(site, MODEL, [passage], [_axis(0)])
