"""A case as the agents are asked it: by a trial, behind visitors and operators who wait."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.asking import publish, turn_of
from handlers.services.directory import SiteDirectory
from handlers.services.provenance import ProvenanceService
from shared.config import Settings
from shared.contracts.queues import AiResult, TurnMessage
from shared.contracts.trials import TrialRecord, TrialRequest, TrialSaid
from shared.domain.cases import CaseVerdict, Expected, Made, judge
from shared.domain.trials import TrialFailure, TrialKind, TrialState
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Unavailable
from shared.kernel.ids import uuid7
from shared.queues.producers import AsyncProducer
from shared.storage.case_runs import NewResult
from shared.storage.cases import CaseRow
from shared.storage.trials import Trials

_LOOK_SECONDS = 0.1
_ROOM_SECONDS = 0.5
# Longer than a trial may take, for its end may be told late.
_GRACE_SECONDS = 5.0
_ATTEMPTS = 3
_REST_SECONDS = 2.0
# What may be otherwise when it is asked once more.
_PASSING = {TrialFailure.BUSY, TrialFailure.UNAVAILABLE}


class CaseTrials:
    """Asks the agents a case and judges what they make of it."""

    def __init__(
        self,
        *,
        settings: Settings,
        trials: Trials,
        producer: AsyncProducer,
        directory: SiteDirectory,
        provenance: ProvenanceService,
        clock: Clock = utc_now,
    ) -> None:
        """Compose it; ``at_once`` cases of a run may be asked at one time."""
        room = settings.trials_at_once
        # Half of the room is left to operators, and one trial to whoever runs the cases.
        self._most = max(1, room // 2)
        self.at_once = max(1, room // 2 - 1)
        self._wait = settings.trial_deadline
        self._trials = trials
        self._producer = producer
        self._directory = directory
        self._provenance = provenance
        self._clock = clock

    async def result(
        self, operator_id: UUID, case: CaseRow, request_id: str, beat: Callable[[], Awaitable[None]]
    ) -> NewResult:
        """Ask a case, for as long as ``beat`` raises nothing, and judge it.

        Raises:
            NotFound: the site is gone.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            made = await self._made(operator_id, case, request_id, beat)
            if attempt == _ATTEMPTS or made.failure not in _PASSING:
                break
            await beat()
            await asyncio.sleep(_REST_SECONDS)
        return made

    async def _made(
        self, operator_id: UUID, case: CaseRow, request_id: str, beat: Callable[[], Awaitable[None]]
    ) -> NewResult:
        try:
            ended = await self._ended(operator_id, case, request_id, beat)
            if ended.result is not None:
                return await self._judged(case, ended.result)
            failure = ended.failure or TrialFailure.FAILED
        except (RedisError, OSError, Unavailable):
            failure = TrialFailure.UNAVAILABLE
        return NewResult(CaseVerdict.UNANSWERED, failure=failure)

    async def _ended(
        self, operator_id: UUID, case: CaseRow, request_id: str, beat: Callable[[], Awaitable[None]]
    ) -> TrialRecord:
        site = await self._directory.by_id(case.site_id)
        record = TrialRecord(
            trial_id=uuid7(),
            kind=TrialKind.ANSWER,
            operator_id=operator_id,
            site_id=case.site_id,
            asked=(case.question,),
            history=tuple(TrialSaid.model_validate(said) for said in case.history),
            at=self._clock(),
        )
        await self._await_room(record, beat)
        # Its time begins when it is let in.
        record = record.model_copy(update={"at": self._clock()})
        turn = (TurnMessage(id=uuid7(), seq=1, text=case.question),)
        trial = TrialRequest(
            request_id=request_id,
            record=record,
            request=turn_of(record, site, turn),
            until=record.at + self._wait,
        )
        await publish(self._producer, self._trials, trial)
        return await self._await_end(record, beat)

    async def _await_room(self, record: TrialRecord, beat: Callable[[], Awaitable[None]]) -> None:
        while not await self._trials.begin(
            record, most=self._most, most_of_one=self.at_once, wait=self._wait
        ):
            await beat()
            await asyncio.sleep(_ROOM_SECONDS)

    async def _await_end(
        self, record: TrialRecord, beat: Callable[[], Awaitable[None]]
    ) -> TrialRecord:
        until = time.monotonic() + self._wait.total_seconds() + _GRACE_SECONDS
        try:
            while time.monotonic() < until:
                now = await self._trials.get(record.trial_id)
                if now is None or now.state is not TrialState.PENDING:
                    return now or _failed(record, TrialFailure.FAILED)
                await beat()
                await asyncio.sleep(_LOOK_SECONDS)
            return _failed(record, TrialFailure.LATE)
        finally:
            # Kept with the case, or of no use: a worker that still has it finds nobody waiting.
            await self._trials.withdraw(record)

    async def _judged(self, case: CaseRow, result: AiResult) -> NewResult:
        why = await self._provenance.of_result(result, (case.question,))
        cited = {
            passage.document_id: passage.title
            for passage in why.passages
            if passage.cited and passage.document_id
        }
        agents = dict.fromkeys(filter(None, (result.agent, *why.agents)))
        made = Made(result.outcome, tuple(agents), cited, result.text)
        expected = Expected(case.agent, case.action, case.document_id, tuple(case.contains))
        faults = judge(expected, made)
        return NewResult(
            CaseVerdict.FAILED if faults else CaseVerdict.PASSED,
            faults=faults,
            outcome=result.outcome,
            agent=result.agent,
            confidence=why.confidence,
            # Rules answer without any knowledge.
            knowledge_version=why.knowledge_version or None,
            model=why.model,
            adapter=why.adapter,
            made=result.model_dump_json(),
        )


def _failed(record: TrialRecord, failure: TrialFailure) -> TrialRecord:
    return record.model_copy(update={"state": TrialState.FAILED, "failure": failure})
