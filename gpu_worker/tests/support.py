"""A small help desk, and everything around a pipeline, without services."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import NAMESPACE_URL, UUID, uuid5

from gpu_worker.agents.backends.base import Backend, Draft, WritingTask
from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.calibration import Calibration, Curve, load_calibration
from gpu_worker.agents.pipeline import HistoryMessage, Pipeline
from gpu_worker.agents.progress import Superseded
from gpu_worker.engine.core import EngineError, SamplingParams
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.contracts.queues import (
    AgentProfile,
    AiRequest,
    AiResult,
    Passage,
    PassageBatch,
    TurnMessage,
)
from shared.domain.passages import passage_title, split_markdown
from shared.domain.words import Locale, Stage
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

SITE = uuid5(NAMESPACE_URL, "otvet:test-site")

NETWORK = """# VPN и удалённое подключение
## VPN не подключается из дома
<!-- phrasings: впн не коннектится; не могу подключиться к vpn -->
Чаще всего VPN не подключается из-за домашнего интернета или старого пароля.

1. Откройте любой сайт без VPN.
2. Перезапустите программу VPN.
3. Введите новый рабочий пароль.

Если ошибка повторилась, запомните её номер. Домашний роутер настраивает провайдер.
## Wi-Fi в переговорной слабый
Сигнал ослабляют капитальные стены. Сядьте ближе к точке доступа. Точка висит на потолке.
"""
HARDWARE = """# Принтеры
## Принтер не печатает, документ висит в очереди
<!-- phrasings: не идёт печать; принтер не реагирует -->
Печать останавливается, когда задание повреждено.

1. Отмените все задания.
2. Выключите принтер на 30 секунд.
## Заменить картридж
Картридж меняет дежурный инженер. Оставьте заявку на портале.
"""
ACCESS = """# Пароли
## Забыл пароль от рабочей учётной записи
Пароль сбрасывается на портале. Откройте страницу сброса и введите код из телефона.
"""
DOCUMENTS = {"network": NETWORK, "hardware": HARDWARE, "access": ACCESS}
AGENTS = tuple(AgentProfile(slug=slug, name=slug, subject=slug) for slug in sorted(DOCUMENTS))


def batch(agent: str, text: str, version: int = 1) -> PassageBatch:
    """One document as one batch; its passages have ids of their version."""
    document = uuid5(SITE, agent)
    title, sections = split_markdown(text)
    return PassageBatch(
        request_id="test",
        site_id=SITE,
        document_id=document,
        document_name=f"{agent}.md",
        document_version=version,
        url=f"https://kb.example.ru/{agent}",
        passages=tuple(
            Passage(
                id=uuid5(document, f"{version}/{ordinal}"),
                agent=agent,
                ordinal=ordinal,
                title=passage_title(title, section.title),
                text=section.text,
                phrasings=section.phrasings,
            )
            for ordinal, section in enumerate(sections)
        ),
        is_last=True,
    )


def help_desk(documents: Mapping[str, str] = DOCUMENTS) -> tuple[MemoryPassages, KnowledgeIndex]:
    """Index the documents and return their store and a fresh index over it."""
    store, embedder = MemoryPassages(), HashedEmbedder()
    for agent, text in documents.items():
        Indexer(store, embedder).index(batch(agent, text))
    knowledge = KnowledgeIndex(
        store, embedder, load_calibration(embedding_model=HashedEmbedder.name).fusion
    )
    knowledge.refresh(SITE, 1)
    return store, knowledge


@dataclass
class Recorder:
    """Progress that remembers; from ``superseded_at`` deltas on the epoch has moved on."""

    superseded_at: int | None = None
    stages: list[tuple[Stage, str | None]] = field(default_factory=list)
    deltas: list[str] = field(default_factory=list)
    restarts: int = 0

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        self.stages.append((stage, agent))

    def delta(self, text: str) -> None:
        if self.superseded_at is not None and len(self.deltas) >= self.superseded_at:
            raise Superseded
        self.deltas.append(text)

    def beat(self) -> None:
        if self.superseded_at is not None and len(self.deltas) >= self.superseded_at:
            raise Superseded

    def start_over(self) -> None:
        self.restarts += 1
        self.deltas.clear()


def request(
    *texts: str, locale: Locale = Locale.RU, agents: Sequence[AgentProfile] = AGENTS
) -> AiRequest:
    """A turn of one or more visitor messages; one without words is a file."""
    return AiRequest(
        conversation_id=uuid7(),
        site_id=SITE,
        epoch=3,
        answer_id=uuid7(),
        turn=tuple(
            TurnMessage(id=uuid7(), seq=seq, text=text, files=int(not text))
            for seq, text in enumerate(texts, start=5)
        ),
        agents=tuple(agents),
        locale=locale,
        accepted_at=utc_now(),
    )


def ask(
    *texts: str,
    history: Sequence[HistoryMessage] = (),
    progress: Recorder | None = None,
    backend: Backend | None = None,
    fallback: Backend | None = None,
    knowledge: KnowledgeIndex | None = None,
    agents: Sequence[AgentProfile] = AGENTS,
    locale: Locale = Locale.RU,
    calibration: Calibration | None = None,
) -> AiResult:
    """Run a turn through a pipeline over the small help desk."""
    pipeline = Pipeline(
        knowledge=knowledge or help_desk()[1],
        backend=backend or ExtractiveBackend(),
        calibration=calibration or load_calibration(embedding_model=HashedEmbedder.name),
        fallback=fallback,
    )
    turn = request(*texts, locale=locale, agents=agents)
    return pipeline.answer(turn, "req-1", history, progress or Recorder())


@dataclass
class ScriptedBackend:
    """Says what it is told to; with ``error`` it fails after its pieces."""

    pieces: Sequence[str]
    draft: Draft | None = None
    error: Exception | None = None
    is_closed: bool = False
    tasks: list[WritingTask] = field(default_factory=list)

    name = "scripted"
    model = None
    outcome = ExtractiveBackend.outcome

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        self.tasks.append(task)
        try:
            yield from self.pieces
            if self.error:
                raise self.error
            if self.draft:
                yield self.draft
        finally:
            self.is_closed = True

    def close(self) -> None:
        self.is_closed = True


class WordTokenizer:
    """A token is a character or, where control tokens are allowed, ``<|name|>``."""

    CONTROL = ("<|im_start|>", "<|im_end|>")

    def encode(self, text: str, *, allow_control: bool) -> list[int]:
        ids: list[int] = []
        while text:
            mark = next((m for m in self.CONTROL if allow_control and text.startswith(m)), None)
            ids.append(-1 - self.CONTROL.index(mark) if mark else ord(text[0]))
            text = text[len(mark) if mark else 1 :]
        return ids

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(chr(token) for token in ids if token >= 0)


@dataclass
class FakeStream:
    """Tokens that come from a text; with ``fails_at`` the engine fails after so many."""

    id: str
    tokens: Sequence[int]
    fails_at: int | None = None
    error: EngineError = field(default_factory=lambda: EngineError("out of memory"))

    def __iter__(self) -> Iterator[int]:
        for place, token in enumerate(self.tokens):
            if place == self.fails_at:
                raise self.error
            yield token


@dataclass
class FakeEngine:
    """An engine whose model always says ``text``."""

    text: str
    fails_at: int | None = None
    error: EngineError = field(default_factory=lambda: EngineError("out of memory"))
    refusal: EngineError | None = None
    submitted: list[tuple[list[int], dict[str, float], SamplingParams]] = field(
        default_factory=list
    )
    cancelled: list[str] = field(default_factory=list)
    is_closed: bool = False

    def submit(
        self, prompt_ids: Sequence[int], adapters: Mapping[str, float], params: SamplingParams
    ) -> FakeStream:
        self.submitted.append((list(prompt_ids), dict(adapters), params))
        tokens = WordTokenizer().encode(self.text, allow_control=False)
        if self.refusal:
            raise self.refusal
        return FakeStream(f"r{len(self.submitted)}", tokens, self.fails_at, self.error)

    def cancel(self, request_id: str) -> None:
        self.cancelled.append(request_id)

    def close(self) -> None:
        self.is_closed = True


def passage_ids(store: MemoryPassages) -> set[UUID]:
    """Ids of everything that is stored."""
    return {passage.id for passage in store.passages(SITE)}


def never_sure() -> Calibration:
    """A calibration under which no question is answered and every one is asked back."""
    curve = Curve(slope=1.0, offset=0.0, answer=1.0, clarify=0.0)
    return load_calibration(embedding_model=HashedEmbedder.name).model_copy(
        update={"fused": curve, "lexical": curve}
    )
