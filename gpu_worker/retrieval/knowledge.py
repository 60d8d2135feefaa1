"""What the pipeline searches: the knowledge of each site, dense and lexical together.

The vectors stay in Chroma; the passages and their lexical index are kept in memory and built
again when the site's knowledge version changes. Scores are fused by a weighted sum: fusing ranks
would lose how sure a match is.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from gpu_worker.retrieval.embedder import Embedder
from gpu_worker.retrieval.lexical import LexicalIndex
from shared.kernel.errors import Unavailable
from shared.storage.vectors import EmbeddingModelMismatch, Near, StoredPassage

log = structlog.get_logger(__name__)

_CANDIDATES = 60


@dataclass(frozen=True, slots=True)
class Fusion:
    """Weights of the sum: of the vector's cosine, of how it is asked for, of the whole text."""

    dense: float = 0.5
    asked: float = 1.0
    whole: float = 0.6


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found. ``score`` is the weighted sum of ``dense`` and ``lexical``.

    ``reranked`` is the number that a reranker gave it, on a scale of its own.
    """

    passage: StoredPassage
    score: float
    dense: float
    lexical: float
    reranked: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Passages for one question, best first; without vectors when Chroma did not answer."""

    hits: tuple[Hit, ...]
    has_dense: bool


class PassageSource(Protocol):
    """What is needed of ``PassageStore`` to search."""

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        """Return every passage of the site."""

    def model(self, site_id: UUID) -> str | None:
        """Return the name of the model whose vectors the site has; None without any."""

    def query(
        self,
        site_id: UUID,
        model: str,
        vector: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
    ) -> list[Near]:
        """Return the passages nearest to the vector, best first."""


@dataclass(slots=True)
class _Site:
    """One site's knowledge as this process knows it; ``lexical`` None before the first build."""

    version: int = 0
    passages: tuple[StoredPassage, ...] = ()
    place: dict[UUID, int] = field(default_factory=dict)
    lexical: LexicalIndex | None = None
    agents: frozenset[str] = frozenset()


class KnowledgeIndex:
    """Thread-safe: a site's knowledge is replaced whole, never changed."""

    def __init__(
        self,
        source: PassageSource,
        embedder: Embedder,
        fusion: Fusion,
        on_other_model: Callable[[UUID], None] = lambda _: None,
    ) -> None:
        """Compose the index; ``on_other_model`` hears of sites with vectors of another model."""
        self._on_other_model = on_other_model
        self._source = source
        self._embedder = embedder
        self._fusion = fusion
        self._sites: dict[UUID, _Site] = {}
        self._building: dict[UUID, threading.Lock] = {}
        self._lock = threading.Lock()

    @property
    def embedding_model(self) -> str:
        """The name that is kept with the vectors."""
        return self._embedder.name

    def reads(self, text: str) -> str:
        """Return what the embedding model is given for a text."""
        return self._embedder.reads(text)

    def version(self, site_id: UUID) -> int:
        """Return the version of the site's knowledge that searches use now; 0 before any."""
        site = self._sites.get(site_id)
        return site.version if site else 0

    def refresh(self, site_id: UUID, version: int) -> None:
        """Make searches use the site's knowledge as of ``version``; cheap when they do.

        One thread builds while the others go on with what there is; without anything to go on
        with they wait. If Chroma is down the old knowledge stays in use.

        Raises:
            VectorStoreDown: Chroma is down and there is no knowledge to go on with.
        """
        site = self._sites.get(site_id)
        if site and site.version == version:
            return
        with self._lock:
            building = self._building.setdefault(site_id, threading.Lock())
        if not building.acquire(blocking=site is None):
            return
        try:
            current = self._sites.get(site_id)
            if current is None or current.version != version:
                self._sites[site_id] = self._build(site_id, version)
        except Unavailable as error:
            if site_id not in self._sites:
                raise
            log.warning("knowledge.stale", site_id=str(site_id), version=version, error=error.code)
        finally:
            building.release()

    def lexicon(self, site_id: UUID) -> LexicalIndex:
        """Return the index that knows which words the site's passages use."""
        site = self._sites.get(site_id)
        return site.lexical if site and site.lexical else LexicalIndex(())

    def search(
        self, site_id: UUID, text: str, agents: Sequence[str] = (), limit: int = 50
    ) -> Found:
        """Search the site's passages, or those of ``agents``; best first, at most ``limit``."""
        site = self._sites.get(site_id)
        if site is None or site.lexical is None or not site.passages:
            return Found((), has_dense=True)
        asked, whole = site.lexical.score(text)
        lexical = self._fusion.asked * asked + self._fusion.whole * whole
        # Chroma searches three times as long with a filter, so only when it would leave some out.
        near = self._near(site_id, text, agents if site.agents - set(agents) else ())
        dense = np.full(len(lexical), min((item.similarity for item in near or ()), default=0.0))
        for item in near or ():
            if (place := site.place.get(item.passage_id)) is not None:
                dense[place] = item.similarity
        scores = self._fusion.dense * dense + lexical
        hits: list[Hit] = []
        for place in np.argsort(-scores, kind="stable"):
            passage = site.passages[place]
            if not agents or passage.agent in agents:
                values = (float(part[place]) for part in (scores, dense, lexical))
                hits.append(Hit(passage, *values))
                if len(hits) == limit:
                    break
        return Found(tuple(hits), has_dense=near is not None)

    def _near(self, site_id: UUID, text: str, agents: Sequence[str]) -> list[Near] | None:
        vector = self._embedder.queries([text])[0]
        try:
            return self._source.query(
                site_id, self._embedder.name, vector, _CANDIDATES, tuple(agents)
            )
        except (Unavailable, EmbeddingModelMismatch) as error:
            log.warning("knowledge.lexical_only", site_id=str(site_id), error=error.code)
            return None

    def _build(self, site_id: UUID, version: int) -> _Site:
        passages = tuple(self._source.passages(site_id))
        if self._source.model(site_id) not in (None, self._embedder.name):
            self._on_other_model(site_id)
        place = {passage.id: n for n, passage in enumerate(passages)}
        log.info("knowledge.built", site_id=str(site_id), version=version, passages=len(passages))
        agents = frozenset(passage.agent for passage in passages)
        return _Site(version, passages, place, LexicalIndex(passages), agents)
