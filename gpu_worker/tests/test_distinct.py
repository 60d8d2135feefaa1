"""The same paragraph of two documents is found once, by what either calls it."""

from uuid import UUID, uuid4

from gpu_worker.retrieval.distinct import DistinctPassages
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.indexer import embed_passages
from gpu_worker.retrieval.knowledge import Fusion, KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.storage.vectors import StoredPassage

SITE = uuid4()
TEXT = "Чтобы сменить пароль, откройте портал и нажмите кнопку «Сменить пароль»."


def passage(title: str, text: str, agent: str = "access", url: str | None = None) -> StoredPassage:
    return StoredPassage(uuid4(), uuid4(), 1, agent, 1, title, text, (), url)


def searched(*passages: StoredPassage) -> tuple[KnowledgeIndex, DistinctPassages]:
    store, embedder = MemoryPassages(), HashedEmbedder()
    store.upsert(SITE, embedder.name, passages, embed_passages(embedder, passages))
    distinct = DistinctPassages(store)
    index = KnowledgeIndex(distinct, embedder, Fusion())
    index.refresh(SITE, 1)
    return index, distinct


def found(index: KnowledgeIndex, text: str) -> list[UUID]:
    return [hit.passage.id for hit in index.search(SITE, text).hits]


def test_the_same_text_of_two_documents_is_found_once_under_both_names() -> None:
    first = passage("Учётные записи › Смена пароля", TEXT)
    again = passage(
        "Регламент › Забыли кодовое слово", TEXT.upper().replace(",", ""), url="https://kb.test/1"
    )
    other = passage("Почта", "Почта открывается на портале в разделе «Письма», пароль тот же.")
    index, _ = searched(first, again, other)
    ids = found(index, "как сменить пароль на портале")
    assert ids[0] == again.id, "visitors can be sent there"
    assert first.id not in ids
    assert found(index, "учётные записи")[0] == found(index, "кодовое слово")[0] == again.id
    vector = HashedEmbedder().queries([TEXT])[0]
    near = searched(first, again, other)[1]
    near.passages(SITE)
    nearest = [one.passage_id for one in near.query(SITE, "any", vector[None], 3)[0]]
    assert nearest == [again.id, other.id]


def test_agents_numbers_and_short_answers_are_kept_apart() -> None:
    version = "Установите обновление для Windows {} и перезагрузите компьютер дважды."
    passages = [
        passage("Пароль", TEXT), passage("Пароль", TEXT, agent="security"),
        passage("Обновления", version.format(10)), passage("Обновления", version.format(11)),
        passage("Работает ли почта?", "Да."), passage("Работает ли сеть?", "Да."),
    ]  # fmt: skip
    _, distinct = searched(*passages)
    assert {one.id for one in distinct.passages(SITE)} == {one.id for one in passages}


def test_when_one_of_two_documents_goes_the_other_stays() -> None:
    first, again = passage("А", TEXT), passage("Б", TEXT)
    store, embedder = MemoryPassages(), HashedEmbedder()
    store.upsert(SITE, embedder.name, [first, again], embed_passages(embedder, [first, again]))
    index = KnowledgeIndex(DistinctPassages(store), embedder, Fusion())
    index.refresh(SITE, 1)
    (kept,) = found(index, "сменить пароль")
    del store._rows[SITE][kept]
    index.refresh(SITE, 2)
    assert found(index, "сменить пароль") == [{first.id: again.id, again.id: first.id}[kept]]
