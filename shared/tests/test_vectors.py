"""Passages in a real Chroma server; and what happens when there is none."""

import contextlib
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import numpy as np
import pytest

from ops.embedded.ports import free_port
from shared.storage.vectors import (
    EmbeddingModelMismatch,
    PassageStore,
    StoredPassage,
    VectorStoreDown,
)

MODEL = "test-model"
Opened = Callable[..., PassageStore]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Open stores that are closed after the test."""
    stores: list[PassageStore] = []

    def open_store(url: str, seconds: float = 10) -> PassageStore:
        stores.append(PassageStore(url, timedelta(seconds=seconds)))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(chroma_url: str, opened: Opened) -> PassageStore:
    return opened(chroma_url)


def _passage(
    document: UUID, ordinal: int, agent: str = "network", version: int = 1
) -> StoredPassage:
    return StoredPassage(
        id=uuid4(),
        document_id=document,
        document_version=version,
        agent=agent,
        ordinal=ordinal,
        title=f"Док › {ordinal}",
        text=f"Текст {ordinal}",
        phrasings=("как спросить", "ещё; раз"),
        url="https://kb.example.ru" if ordinal else None,
    )


def _axis(*places: int) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    return np.eye(8, dtype=np.float32)[list(places)]


@pytest.mark.services
def test_what_was_stored_comes_back_whole_and_near_things_are_found(store: PassageStore) -> None:
    site, document = uuid4(), uuid4()
    passages = [_passage(document, 0), _passage(document, 1, "access")]
    store.upsert(site, MODEL, passages, [_axis(0, 1), _axis(2, 3)])
    store.upsert(site, MODEL, passages, [_axis(0, 1), _axis(2, 3)])
    assert store.passages(site) == passages
    near = store.query(site, MODEL, _axis(3)[:1], 4)[0]
    assert near[0].passage_id == passages[1].id
    assert near[0].similarity == pytest.approx(1, abs=1e-4)
    assert len(near) == 2
    only = store.query(site, MODEL, _axis(3)[:1], 4, agents=["network"])[0]
    assert [item.passage_id for item in only] == [passages[0].id]


@pytest.mark.services
def test_shared_documents_are_found_for_agents_that_they_are_not_of(store: PassageStore) -> None:
    site = uuid4()
    own, common, other = (replace(_passage(uuid4(), 0), agent=name) for name in "abc")
    common = replace(common, is_shared=True)
    store.upsert(site, MODEL, [own, common, other], [_axis(0), _axis(1), _axis(2)])
    assert {passage.id: passage.is_shared for passage in store.passages(site)} == {
        own.id: False, common.id: True, other.id: False,
    }  # fmt: skip
    for shared, ids in ((False, {own.id}), (True, {own.id, common.id})):
        near = store.query(site, MODEL, _axis(1)[:1], 4, agents=["a"], shared=shared)[0]
        assert {item.passage_id for item in near} == ids


@pytest.mark.services
def test_more_passages_than_a_page_come_back(store: PassageStore) -> None:
    site, document = uuid4(), uuid4()
    passages = [_passage(document, ordinal) for ordinal in range(1_050)]
    store.upsert(site, MODEL, passages, [_axis(n % 8) for n in range(1_050)])
    assert store.passages(site) == passages


@pytest.mark.services
def test_older_versions_and_whole_documents_are_removed(store: PassageStore) -> None:
    site, first, second = uuid4(), uuid4(), uuid4()
    old, new, other = _passage(first, 0), _passage(first, 0, version=2), _passage(second, 0)
    store.upsert(site, MODEL, [old, new, other], [_axis(0), _axis(1), _axis(2)])
    assert store.has_newer(site, MODEL, first, 1)
    assert not store.has_newer(site, MODEL, first, 2)
    store.delete_older_versions(site, first, 2)
    assert {passage.id for passage in store.passages(site)} == {new.id, other.id}
    store.delete_document(site, first)
    assert store.passages(site) == [other]


@pytest.mark.services
def test_vectors_of_another_model_are_refused(
    store: PassageStore, chroma_url: str, opened: Opened
) -> None:
    site = uuid4()
    passage = _passage(uuid4(), 0)
    store.upsert(site, MODEL, [passage], [_axis(0)])
    for one in (store, opened(chroma_url)):
        with pytest.raises(EmbeddingModelMismatch, match="test-model"):
            one.upsert(site, "other", [replace(passage, ordinal=1)], [_axis(1)])
        with pytest.raises(EmbeddingModelMismatch):
            one.query(site, "other", _axis(1)[:1], 1)


@pytest.mark.services
def test_vectors_are_replaced_by_those_of_another_model_and_what_was_left_half_made_is_used(
    store: PassageStore, chroma_url: str, opened: Opened
) -> None:
    """Given an attempt that broke off, and a document that was removed since."""
    site, kept, gone = uuid4(), uuid4(), uuid4()
    passages = [_passage(kept, n) for n in range(40)]
    store.upsert(site, MODEL, [*passages, _passage(gone, 0)], [_axis(0, 1)] * 41)
    asked: list[StoredPassage] = []

    def embed(some: Sequence[StoredPassage]) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
        asked.extend(some)
        if len(asked) > 40:
            raise VectorStoreDown
        return [_axis(2 + passage.ordinal % 2) for passage in some]

    with pytest.raises(VectorStoreDown):
        store.replace_vectors(site, "other", embed)
    assert (store.model(site), len(asked)) == (MODEL, 41)
    store.delete_document(site, gone)
    first = [passage.id for passage in asked[:32]]
    asked.clear()
    elsewhere = opened(chroma_url)
    assert elsewhere.query(site, MODEL, _axis(0)[:1], 1)
    assert store.replace_vectors(site, "other", embed) == 40
    assert not set(first) & {passage.id for passage in asked}, "those were made already"
    for one in (store, elsewhere):
        assert (one.model(site), one.passages(site)) == ("other", passages)
        nearest = one.query(site, "other", _axis(2)[:1], 40)[0][0]
        assert nearest.similarity == pytest.approx(1.0)
        with pytest.raises(EmbeddingModelMismatch):
            one.query(site, MODEL, _axis(0)[:1], 1)
    assert store.replace_vectors(site, "other", embed) == 40
    assert store.passages(site) == passages


@pytest.mark.services
def test_vectors_stay_when_their_replacement_breaks_off_at_its_end(
    store: PassageStore, chroma_url: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a Chroma that is away right after it has deleted, or renamed, a collection."""
    for broken in ("delete_collection", "_modify"):
        site, passage = uuid4(), _passage(uuid4(), 0)
        store.upsert(site, MODEL, [passage], [_axis(0)])
        server, done = store._connected(), list[str]()
        act = getattr(server, broken)

        with monkeypatch.context() as away:
            away.setattr(server, broken, _breaking_off(act, done))
            for _ in range(4):
                with contextlib.suppress(VectorStoreDown):
                    store.replace_vectors(site, "other", lambda some: [_axis(1)] * len(some))
        assert done
        for one in (store, opened(chroma_url)):
            assert one.passages(site) == [passage], broken
            assert one.query(site, "other", _axis(1)[:1], 1)


def _breaking_off(act: Callable[..., object], done: list[str]) -> Callable[..., None]:
    def breaks_off(*given: object, **named: object) -> None:
        act(*given, **named)
        if named.get("new_metadata") is not None:
            return  # it is only marked; what follows would never be come to
        done.append("")
        raise httpx.ReadTimeout("away")

    return breaks_off


@pytest.mark.services
def test_two_processes_may_replace_vectors_at_once(
    store: PassageStore, chroma_url: str, opened: Opened
) -> None:
    """Given another process that ends its replacement just before this one's end."""
    site, passage = uuid4(), _passage(uuid4(), 0)
    store.upsert(site, MODEL, [passage], [_axis(0)])
    elsewhere = opened(chroma_url)
    model = elsewhere.model
    looks = iter([False, True, True, True])

    def embed(some: Sequence[StoredPassage]) -> list[np.ndarray[Any, np.dtype[np.float32]]]:
        return [_axis(1)] * len(some)

    def overtaken(site_id: UUID) -> str | None:
        found = model(site_id)
        if next(looks):
            store.replace_vectors(site_id, "other", embed)
        return found

    elsewhere.model = overtaken  # type: ignore[method-assign]
    elsewhere.replace_vectors(site, "other", embed)
    for one in (store, opened(chroma_url)):
        assert one.passages(site) == [passage]
        assert one.query(site, "other", _axis(1)[:1], 1)


@pytest.mark.services
def test_a_site_without_passages_is_empty_and_sites_do_not_meet(store: PassageStore) -> None:
    site, other = uuid4(), uuid4()
    store.upsert(other, MODEL, [_passage(uuid4(), 0)], [_axis(0)])
    assert store.passages(site) == []
    assert store.query(site, MODEL, _axis(0)[:1], 3) == [[]]
    store.delete_document(site, uuid4())
    store.delete_site(site)
    store.delete_site(other)
    assert store.passages(other) == []


@pytest.mark.services
def test_a_collection_made_anew_by_another_process_is_found_again(
    store: PassageStore, chroma_url: str, opened: Opened
) -> None:
    site, passage = uuid4(), _passage(uuid4(), 0)
    store.upsert(site, MODEL, [passage], [_axis(0)])
    elsewhere = opened(chroma_url)
    elsewhere.delete_site(site)
    elsewhere.upsert(site, MODEL, [passage], [_axis(0)])
    assert store.passages(site) == [passage]


def test_when_chroma_is_down_the_error_says_so(opened: Opened) -> None:
    store = opened(f"http://127.0.0.1:{free_port()}", 1)
    with pytest.raises(VectorStoreDown, match="store_unavailable"):
        store.ping()
    with pytest.raises(VectorStoreDown):
        store.query(uuid4(), MODEL, _axis(0)[:1], 1)


def test_a_server_that_never_answers_is_given_up_in_time(opened: Opened) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        store = opened(f"http://127.0.0.1:{silent.getsockname()[1]}", 0.3)
        started = time.monotonic()
        with pytest.raises(VectorStoreDown):
            store.ping()
        assert time.monotonic() - started < 5
