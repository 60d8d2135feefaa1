"""Asking the agents outside a visitor's turn: let in, published once, fetched by who asked."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from handlers.services.access import AccessService
from handlers.services.asked import AskedQuestion, asked_before, open_question
from handlers.services.asking import publish, trial_answer, turn_of
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from handlers.services.messages import checked_text
from handlers.services.provenance import ProvenanceService
from shared.config import Settings
from shared.contracts.provenance import AnswerProvenance
from shared.contracts.queues import AiResult, TurnMessage
from shared.contracts.trials import (
    ExampleQuestions,
    TrialAnswer,
    TrialExamples,
    TrialInfo,
    TrialRecord,
    TrialRequest,
    TrialStart,
)
from shared.domain.site import Site
from shared.domain.words import Locale
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, NotFound, RateLimited
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.queues.producers import AsyncProducer
from shared.storage.pool import AsyncDatabase
from shared.storage.trials import Trials

_MINUTE = timedelta(minutes=1)
_SOON = 5


@dataclass(frozen=True, slots=True)
class _Question:
    site: Site
    asked: AskedQuestion
    answer_id: UUID | None = None
    """Of a replay: the same seed makes the same words, if all else is the same."""


class TrialService:
    """Starts trials and shows what came of them."""

    def __init__(
        self,
        *,
        settings: Settings,
        trials: Trials,
        producer: AsyncProducer,
        limits: Limits,
        directory: SiteDirectory,
        access: AccessService,
        live: LiveConversations,
        database: AsyncDatabase,
        provenance: ProvenanceService,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._settings = settings
        self._trials = trials
        self._producer = producer
        self._limits = limits
        self._directory = directory
        self._access = access
        self._live = live
        self._database = database
        self._provenance = provenance
        self._clock = clock

    async def start(self, operator: OperatorCaller, start: TrialStart, request_id: str) -> UUID:
        """Ask the agents; the answer comes later, to the operator's sockets.

        Raises:
            NotFound: no such site, conversation or message for this operator.
            InvalidInput: an empty text, or an agent that the site does not have.
            Conflict: the visitor of the conversation has not asked anything.
            RateLimited: too many of this operator, or too many under way.
            Unavailable: the broker or a store is away.
        """
        question = await self._question(operator, start)
        per_minute = self._settings.trials_per_minute
        await self._limits.hit("trials", str(operator.operator_id), per_minute, _MINUTE)
        record = TrialRecord(
            trial_id=uuid7(),
            kind=start.kind,
            operator_id=operator.operator_id,
            site_id=question.site.id,
            conversation_id=start.conversation_id,
            message_id=start.message_id,
            asked=tuple(message.text for message in question.asked.turn),
            history=question.asked.history,
            at=self._clock(),
        )
        trial = TrialRequest(
            request_id=request_id,
            record=record,
            request=turn_of(
                record, question.site, question.asked.turn, start.agent, question.answer_id
            ),
            until=record.at + self._settings.trial_deadline,
        )
        await self._let_in(record)
        await publish(self._producer, self._trials, trial)
        get_logger().info("trial.started", trial_id=str(record.trial_id), kind=record.kind)
        return record.trial_id

    async def examples(
        self, operator: OperatorCaller, site_id: UUID, locale: Locale
    ) -> TrialExamples:
        """Return the questions that the agents of a site are there for.

        Raises:
            NotFound: the site is none of this operator's.
        """
        if site_id not in operator.sites:
            raise NotFound(ErrorCode.NOT_FOUND)
        site = await self._directory.by_id(site_id)
        return TrialExamples(
            items=tuple(
                ExampleQuestions(
                    agent=agent.slug,
                    questions=agent.examples.get(locale) or next(iter(agent.examples.values()), ()),
                )
                for agent in site.agents
            )
        )

    async def record(self, operator: OperatorCaller, trial_id: UUID) -> TrialRecord:
        """Return a trial of this operator.

        Raises:
            NotFound: there is none (any more), or another operator asked.
        """
        record = await self._trials.get(trial_id)
        is_own = record is not None and record.operator_id == operator.operator_id
        if record is None or not is_own or record.site_id not in operator.sites:
            raise NotFound(ErrorCode.NOT_FOUND)
        return record

    async def show(self, operator: OperatorCaller, trial_id: UUID) -> TrialInfo:
        """Return a trial with all that the result was made of.

        Raises:
            NotFound: there is none (any more), or another operator asked.
        """
        record = await self.record(operator, trial_id)
        return TrialInfo(
            id=record.trial_id,
            kind=record.kind,
            state=record.state,
            failure=record.failure,
            site_id=record.site_id,
            conversation_id=record.conversation_id,
            message_id=record.message_id,
            asked=record.asked,
            at=record.at,
            answer=await self._answer(record, record.result),
            attempt=await self._answer(record, record.attempt),
            found=await self._found(record),
        )

    async def _question(self, operator: OperatorCaller, start: TrialStart) -> _Question:
        if start.conversation_id is None:
            return await self._own_question(operator, start)
        conversation_id = start.conversation_id
        site_id = await self._access.site_of(operator, conversation_id)
        site = await self._directory.by_id(site_id)
        if start.message_id is None:
            snapshot = await self._live.snapshot(conversation_id, None)
            return _Question(site, open_question(snapshot.messages))
        asked = await asked_before(self._database, conversation_id, start.message_id)
        return _Question(site, asked, start.message_id)

    async def _own_question(self, operator: OperatorCaller, start: TrialStart) -> _Question:
        if start.site_id is None or start.site_id not in operator.sites:
            raise NotFound(ErrorCode.NOT_FOUND)
        site = await self._directory.by_id(start.site_id)
        message = TurnMessage(id=uuid7(), seq=1, text=checked_text(start.text or ""))
        return _Question(site, AskedQuestion((message,), start.history))

    async def _let_in(self, record: TrialRecord) -> None:
        most = self._settings.trials_at_once
        is_in = await self._trials.begin(
            record,
            most=most,
            most_of_one=max(1, most // 2),
            wait=self._settings.trial_deadline,
        )
        if not is_in:
            raise RateLimited(ErrorCode.TRIALS_BUSY, retry_after=_SOON)

    async def _answer(self, record: TrialRecord, result: AiResult | None) -> TrialAnswer | None:
        if result is None:
            return None
        return trial_answer(result, await self._provenance.of_result(result, record.asked))

    async def _found(self, record: TrialRecord) -> AnswerProvenance | None:
        if record.found is None:
            return None
        return await self._provenance.of_search(
            record.site_id, record.trial_id, record.found, record.asked
        )
