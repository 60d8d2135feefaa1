"""Which passages come up with a question: those that serving would show beside the right one."""

from collections.abc import Callable, Sequence
from uuid import NAMESPACE_URL, uuid5

import numpy as np

from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.training.dataset.knowledge import KnownPassage
from shared.storage.vectors import StoredPassage

_DOCUMENT = uuid5(NAMESPACE_URL, "otvet:training")


class Shelf:
    """All passages of a knowledge base, searched by their words as serving searches them."""

    def __init__(self, passages: Sequence[KnownPassage]) -> None:
        self._passages = passages
        self._index = LexicalIndex([_stored(place, one) for place, one in enumerate(passages)])

    def near(
        self, question: str, limit: int, wanted: Callable[[KnownPassage], bool]
    ) -> list[KnownPassage]:
        """Return the passages that resemble the question most, best first, of those wanted."""
        asked, whole = self._index.score(question)
        ranked = np.argsort(-(asked + whole), kind="stable")
        found: list[KnownPassage] = []
        for place in ranked:
            if len(found) == limit:
                break
            if wanted(self._passages[place]):
                found.append(self._passages[place])
        return found


def _stored(place: int, passage: KnownPassage) -> StoredPassage:
    return StoredPassage(
        id=uuid5(_DOCUMENT, str(place)),
        document_id=_DOCUMENT,
        document_version=1,
        agent=passage.agent,
        ordinal=place,
        title=passage.title,
        text=passage.text,
        phrasings=passage.phrasings,
    )
