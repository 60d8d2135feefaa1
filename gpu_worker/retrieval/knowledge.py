"""What the pipeline searches: the knowledge of each site, dense and lexical together.

The vectors stay in Chroma; the passages and their lexical index are kept in memory and built
again when the site's knowledge version changes. Scores are fused by a weighted sum: fusing ranks
would lose how sure a match is. Every passage gets a bound of its sum, and few the sum itself.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from gpu_worker.retrieval.embedder import Embedder
from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.retrieval.postings import Floats, Places
from gpu_worker.retrieval.ranking import best
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
    speaker: str = ""
    """The agent that answers from it where its own does not answer."""

    @property
    def agent(self) -> str:
        """Whom the question belongs to if this passage answers it."""
        return self.speaker or self.passage.agent


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
        vectors: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
        *,
        shared: bool = False,
    ) -> list[list[Near]]:
        """Return the passages nearest to each of the vectors, best first."""


class _Site:
    """One site's knowledge as this process knows it."""

    def __init__(self, version: int, passages: Sequence[StoredPassage]) -> None:
        self.version = version
        self.passages = passages
        self.lexical = LexicalIndex(passages)
        self.place = {passage.id: place for place, passage in enumerate(passages)}
        self._agents = sorted({passage.agent for passage in passages})
        self._agent_of = np.searchsorted(self._agents, [passage.agent for passage in passages])
        self._is_shared = np.array([passage.is_shared for passage in passages], bool)

    def places_of(self, agents: Sequence[str], *, shared: bool) -> Places:
        """Return where the passages of ``agents`` are; all places if none are named.

        With ``shared`` those of shared documents too, whosever they are.
        """
        if not agents or not set(self._agents) - set(agents):
            return np.arange(len(self.passages))
        named = [number for number, agent in enumerate(self._agents) if agent in agents]
        wanted = np.isin(self._agent_of, named)
        return np.flatnonzero(wanted | self._is_shared if shared else wanted)


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
        return site.lexical if site else LexicalIndex(())

    def search(
        self, site_id: UUID, text: str, agents: Sequence[str] = (), limit: int = 50
    ) -> Found:
        """Search the site's passages, or those of ``agents``; best first, at most ``limit``."""
        return self.search_all(site_id, [text], agents, limit)[0]

    def search_all(
        self,
        site_id: UUID,
        texts: Sequence[str],
        agents: Sequence[str] = (),
        limit: int = 50,
        *,
        shared: bool = False,
    ) -> list[Found]:
        """Search for each of several texts: one pass of the model, one request to Chroma.

        Of ``agents`` alone if any are named; with ``shared`` in shared documents too.
        """
        site = self._sites.get(site_id)
        if site is None or not site.passages:
            return [Found((), has_dense=True) for _ in texts]
        places = site.places_of(agents, shared=shared)
        # Chroma searches three times as long with a filter, so only when it would leave some out.
        wanted = agents if len(places) < len(site.passages) else ()
        near = self._near(site_id, texts, wanted, shared=shared) or [None] * len(texts)
        return [
            self._search(site, places, limit, text, its)
            for text, its in zip(texts, near, strict=True)
        ]

    def _search(
        self, site: _Site, places: Places, limit: int, text: str, near: list[Near] | None
    ) -> Found:
        dense = np.full(
            len(site.passages), min((item.similarity for item in near or ()), default=0.0)
        )
        for item in near or ():
            if (place := site.place.get(item.passage_id)) is not None:
                dense[place] = item.similarity
        comparison = site.lexical.compare(text)
        bounds = self._fuse(dense, *comparison.bounds())[places]

        def score(chosen: Places) -> NDArray[np.float64]:
            exactly = places[chosen]
            return self._fuse(dense[exactly], *comparison.scores(exactly))

        hits: list[Hit] = []
        for one, total in zip(*best(bounds, score, limit), strict=True):
            place = places[one]
            lexical = float(total - self._fusion.dense * dense[place])
            hits.append(Hit(site.passages[place], float(total), float(dense[place]), lexical))
        return Found(tuple(hits), has_dense=near is not None)

    def _fuse(
        self, dense: NDArray[np.float64], asked: Floats, whole: Floats
    ) -> NDArray[np.float64]:
        lexical = self._fusion.asked * asked + self._fusion.whole * whole
        return np.asarray(self._fusion.dense * dense + lexical)

    def _near(
        self, site_id: UUID, texts: Sequence[str], agents: Sequence[str], *, shared: bool
    ) -> Sequence[list[Near] | None] | None:
        vectors = self._embedder.queries(texts)
        try:
            return self._source.query(
                site_id, self._embedder.name, vectors, _CANDIDATES, tuple(agents), shared=shared
            )
        except (Unavailable, EmbeddingModelMismatch) as error:
            log.warning("knowledge.lexical_only", site_id=str(site_id), error=error.code)
            return None

    def _build(self, site_id: UUID, version: int) -> _Site:
        passages = tuple(self._source.passages(site_id))
        if self._source.model(site_id) not in (None, self._embedder.name):
            self._on_other_model(site_id)
        log.info("knowledge.built", site_id=str(site_id), version=version, passages=len(passages))
        return _Site(version, passages)
