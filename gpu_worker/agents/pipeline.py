"""The way of one turn: understand, route, read, write, check; or ask, or call a person.

1. ``rules`` recognise what is no question: greetings, thanks, abuse, a call for a person.
2. ``understanding`` repairs the question and makes it whole from the history.
3. ``router`` searches over all agents and weighs them; ``policy`` decides by the calibration.
4. a backend writes the answer from the passages, streamed in pieces.
5. ``verification`` checks that it stands on them; else a person is called.
"""

import time
from collections.abc import Callable, Sequence
from contextlib import closing

import structlog

from gpu_worker.agents.backends.base import Backend, BackendError, Draft, Source, WritingTask
from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.backends.metered import metered
from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.layout import russian_readings
from gpu_worker.agents.messages import classify
from gpu_worker.agents.pairs import Answering, Reading
from gpu_worker.agents.policy import Action
from gpu_worker.agents.progress import Progress
from gpu_worker.agents.reading import Reader
from gpu_worker.agents.rules import Lexicon, Service, is_refusal, recognise
from gpu_worker.agents.scopes import Scopes
from gpu_worker.agents.texts import Phrase, is_phrase, phrase
from gpu_worker.agents.turn import Ending, Turn
from gpu_worker.agents.understanding import HistoryMessage, Question, repair, understand
from gpu_worker.agents.verification import groundedness
from gpu_worker.retrieval.knowledge import Hit, KnowledgeIndex
from gpu_worker.retrieval.reranker import Reranker
from gpu_worker.retrieval.words import words
from shared.contracts.queues import AgentProfile, AiRequest, AiResult, Provenance
from shared.contracts.wire import TEXT_LIMIT
from shared.domain.passages import TITLE_SEPARATOR
from shared.domain.words import HandoffReason, Outcome, Sender, Stage
from shared.observability.metrics import MODEL_TROUBLE

log = structlog.get_logger(__name__)

_CHOICES = 3
# The first three hold the right one for .73 to .79 of the questions (ADR 0007); more make a model
# read longer and wander.
_SOURCES = 3
# Shorter lines stand in many passages.
_LINE = 25
_REMEMBERED = 3
# Passages that a person who searches looks at.
_SEARCHED = 20
_REPLIES: dict[Service, tuple[Ending, Phrase]] = {
    Service.EMPTY: (Outcome.CLARIFIED, Phrase.EMPTY),
    Service.GREETING: (Outcome.GREETED, Phrase.GREETING),
    Service.THANKS: (Outcome.GREETED, Phrase.THANKS),
    Service.ABUSE: (Outcome.DECLINED, Phrase.DECLINED),
}

__all__ = ["HistoryMessage", "Pipeline"]


class Pipeline:
    """Answers turns. Thread-safe: everything about a turn lives in its ``Turn``."""

    def __init__(
        self,
        *,
        knowledge: KnowledgeIndex,
        backend: Backend,
        calibration: Calibration,
        fallback: Backend | None = None,
        reranker: Reranker | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        """Compose the pipeline.

        Args:
            knowledge: what is searched; refreshed by the caller before each turn.
            backend: what writes answers.
            calibration: numbers of the router and the policy.
            fallback: what writes when ``backend`` fails; extractive unless named.
            reranker: what orders the passages found, if anything.
            clock: monotonic seconds, for the times of the stages.
        """
        self._knowledge = knowledge
        self._backends = (backend, fallback or ExtractiveBackend())
        self._calibration = calibration
        self._reader = Reader(knowledge, calibration, reranker)
        self._clock = clock

    def answer(
        self,
        request: AiRequest,
        request_id: str,
        history: Sequence[HistoryMessage],
        progress: Progress,
        *,
        insists: bool = False,
    ) -> AiResult:
        """Answer a turn, or say why a person should.

        Args:
            request: the turn.
            request_id: of the message that began it.
            history: what was said before.
            progress: hears of stages and words.
            insists: write the best there is, however unsure, for a person who judges it.

        Raises:
            Superseded: ``progress`` said that nobody waits for this answer any more.
        """
        turn = self._begin(request, request_id, progress, insists=insists)
        if not turn.text and any(message.files for message in request.turn):
            # A person can look at them.
            return turn.say(Outcome.CLARIFIED, Phrase.FILES, (phrase(Phrase.CALL, turn.language),))
        if len(turn.text) > TEXT_LIMIT:
            return turn.say(Outcome.CLARIFIED, Phrase.TOO_LONG)
        lexicon = self._knowledge.lexicon(request.site_id)
        messages, steps = repair(turn.messages, lexicon)
        turn.note_repairs(messages, steps)
        service = self._service(turn.text, lexicon)
        if service is not None and insists:
            # What stands beside a greeting or a call for a person is what is to be answered.
            messages = tuple(one for one in messages if not self._service(one.strip(), lexicon))
            service = None if messages else service
        if service is Service.HUMAN:
            return turn.hand_off(HandoffReason.REQUESTED)
        if service is not None:
            return turn.say(*_REPLIES[service])
        question = understand(messages, steps, history, lexicon)
        return self._answer_question(turn, question, history)

    def search(
        self,
        request: AiRequest,
        request_id: str,
        history: Sequence[HistoryMessage],
        progress: Progress,
    ) -> Provenance:
        """Return the passages for a turn and how it was understood; nothing is written.

        Raises:
            Superseded: ``progress`` said that nobody waits for this any more.
        """
        turn = self._begin(request, request_id, progress)
        lexicon = self._knowledge.lexicon(request.site_id)
        messages, steps = repair(turn.messages, lexicon)
        turn.note_repairs(messages, steps)
        question = understand(messages, steps, history, lexicon)
        turn.stage(Stage.ROUTING)
        reading = self._reader.read(request.site_id, question, turn.wrong_shares, turn.scopes)
        turn.note_question(question.steps, reading)
        turn.note_route(reading.route, reading.decision, most=_SEARCHED)
        return turn.noted()

    def _begin(
        self, request: AiRequest, request_id: str, progress: Progress, *, insists: bool = False
    ) -> Turn:
        turn = Turn(request, request_id, progress, self._clock, insists=insists)
        turn.stage(Stage.UNDERSTANDING)
        turn.note_versions(
            embedding_model=self._knowledge.embedding_model,
            knowledge_version=self._knowledge.version(request.site_id),
            calibration=self._calibration.name,
        )
        return turn

    def _service(self, text: str, lexicon: Lexicon) -> Service | None:
        """Recognise what is no question, by rules and by examples."""
        readings = (text, *russian_readings(text))
        service = next(filter(None, (recognise(one, lexicon) for one in readings)), None)
        if service is None and not is_refusal(text):
            service = classify(text, self._calibration.service)
        return service

    def _answer_question(
        self, turn: Turn, question: Question, history: Sequence[HistoryMessage]
    ) -> AiResult:
        turn.stage(Stage.ROUTING)
        reading = self._reader.read(turn.request.site_id, question, turn.wrong_shares, turn.scopes)
        turn.note_question(question.steps, reading)
        turn.note_route(reading.route, reading.decision)
        if turn.insists:
            reading = reading.anyway()
        # Who is told once more what did not help goes away; a model can say it in other words.
        is_told = self._backends[0].outcome is Outcome.QUOTED and _is_told(reading, history)
        if reading.answering and (turn.insists or not is_told):
            return self._write(turn, reading, history)
        is_close = reading.decision.action is not Action.HAND_OFF
        if is_close and not _asked_already(history):
            but = reading.answering if is_told else ()
            return turn.clarify(_choices(reading.route.hits, but=but))
        return turn.hand_off(reading.decision.reason or HandoffReason.LOW_CONFIDENCE)

    def _write(
        self,
        turn: Turn,
        reading: Reading,
        history: Sequence[HistoryMessage],
    ) -> AiResult:
        agent = turn.agents[reading.answering[0].hit.agent]
        turn.stage(Stage.READING, agent.slug)
        task = WritingTask(
            question=reading.question,
            sources=_sources(reading, turn.scopes),
            agent=agent,
            language=turn.language,
            history=history,
            partner=_partner(turn, reading),
            seed=turn.seed,
        )
        for backend in self._backends:
            try:
                draft = self._stream(turn, backend, task)
            except BackendError as error:
                MODEL_TROUBLE.labels(error.trouble).inc()
                log.warning(
                    "backend.failed", backend=backend.name, reason=error.trouble, error=str(error)
                )
                turn.start_over(error.trouble)
                continue
            return self._check(turn, backend, draft, task, reading)
        return turn.hand_off(HandoffReason.FAILED)

    def _stream(self, turn: Turn, backend: Backend, task: WritingTask) -> Draft:
        turn.stage(Stage.WRITING, task.agent.slug)
        # Closed on the way out, whatever happens: a superseded turn must stop costing at once.
        with closing(metered(backend, task)) as stream:
            for piece in stream:
                if isinstance(piece, Draft):
                    return piece
                turn.delta(piece)
        raise BackendError("the answer ended without a draft")

    def _check(
        self,
        turn: Turn,
        backend: Backend,
        draft: Draft,
        task: WritingTask,
        reading: Reading,
    ) -> AiResult:
        turn.stage(Stage.CHECKING, task.agent.slug)
        grounded = groundedness(draft, task.sources)
        # That the passage answers, and that the answer is the passage's: both must be so.
        confidence = reading.decision.confidence * grounded
        turn.note_draft(backend, draft, grounded, confidence)
        is_weak = grounded < self._calibration.groundedness
        if not turn.insists and (is_weak or confidence < reading.decision.threshold):
            return turn.hand_off(HandoffReason.UNGROUNDED)
        choices = _choices(reading.unanswered)
        return turn.answered(backend.outcome, draft, task.agent.slug, choices)


def _partner(turn: Turn, reading: Reading) -> AgentProfile | None:
    """Return the second agent of a question that belongs to two."""
    slugs = dict.fromkeys(one.hit.agent for one in reading.answering)
    return next((turn.agents[slug] for slug in list(slugs)[1:]), None)


def _sources(reading: Reading, scopes: Scopes) -> tuple[Source, ...]:
    """Number the passages: first those that answer, then the best that the agents may use."""
    answers = {one.hit.passage.id: one.question for one in reading.answering}
    agents = {one.hit.agent for one in reading.answering}
    others = (hit for hit in reading.route.hits if scopes.see(agents, hit.passage))
    found = (*(one.hit for one in reading.answering), *others)
    passages = {hit.passage.id: hit.passage for hit in found}
    return tuple(
        Source(n, passage.title, passage.text, passage.url, answers.get(passage.id, ""))
        for n, passage in enumerate(list(passages.values())[:_SOURCES], start=1)
    )


def _choices(hits: Sequence[Hit], but: Sequence[Answering] = ()) -> tuple[str, ...]:
    """The last headings of the best passages, for the visitor to tap."""
    told = {one.hit.passage.id for one in but}
    passages = (hit.passage for hit in hits if hit.passage.id not in told)
    headings = (passage.title.rsplit(TITLE_SEPARATOR, 1)[-1] for passage in passages)
    return tuple(dict.fromkeys(headings))[:_CHOICES]


def _is_told(reading: Reading, history: Sequence[HistoryMessage]) -> bool:
    """Whether the agents' last messages quoted most of what would be quoted now."""
    said = [message.text for message in history if message.sender is Sender.AGENT]
    flat = " ".join(words("\n".join(said[-_REMEMBERED:])))
    lines = [
        line
        for one in reading.answering
        for line in (" ".join(words(line)) for line in one.hit.passage.text.splitlines())
        if len(line) > _LINE
    ]
    return bool(lines) and 2 * sum(line in flat for line in lines) >= len(lines)


def _asked_already(history: Sequence[HistoryMessage]) -> bool:
    """Whether the last thing an agent said was «Did you mean»: it is not asked twice running."""
    said = next((m.text for m in reversed(history) if m.sender is Sender.AGENT), "")
    return is_phrase(said, Phrase.DID_YOU_MEAN)
