"""Runs of cases: begun by a supervisor, carried out by a task of this process, told as they go.

Nothing is lost with the process but what was not asked yet: each result is a row at once, and a
run that was not heard of for a while is shown as stopped.
"""

import asyncio
import time
from collections import deque
from collections.abc import Sequence
from uuid import UUID

from redis.asyncio import Redis

from handlers.services.caller import OperatorCaller
from handlers.services.case_infos import result_info, run_info
from handlers.services.case_trials import CaseTrials
from handlers.services.cases import own_site
from handlers.services.site_news import tell_cases_ran
from shared.contracts.cases import CaseRun, CaseRunStart, CasesRan
from shared.domain.cases import RunState
from shared.domain.trials import TrialFailure
from shared.kernel.errors import ErrorCode, NotFound, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.storage.case_runs import (
    NewResult,
    RunRow,
    beat,
    begin_run,
    case_results,
    end_run,
    keep_result,
)
from shared.storage.cases import CaseRow, list_cases
from shared.storage.pool import AsyncDatabase, using

_BEAT_SECONDS = 2.0
_ATTEMPTS_TO_KEEP = 5
# What is away would be away for the rest, too, and each of them takes a while to find that out.
_MOST_IN_VAIN = 3


class _Ended(Exception):
    """Somebody has stopped the run, it is taken for lost, or there is nobody to ask."""


class CaseRunService:
    """Begins runs, carries them out and ends them."""

    def __init__(self, database: AsyncDatabase, redis: Redis, trials: CaseTrials) -> None:
        """Compose the service; nothing runs yet."""
        self._database = database
        self._redis = redis
        self._trials = trials
        self._tasks: dict[UUID, asyncio.Task[None]] = {}

    async def start(
        self, operator: OperatorCaller, site_id: UUID, body: CaseRunStart, request_id: str
    ) -> CaseRun:
        """Begin to run cases of a site; what comes of them is told to its consoles.

        Raises:
            NotFound: it is none of the operator's sites, or there is no such case.
            Conflict: cases of the site are being run already.
        """
        own_site(operator, site_id)
        async with using(self._database) as connection:
            cases = await list_cases(connection, site_id, body.case_ids or None)
            if not cases:
                raise NotFound(ErrorCode.NOT_FOUND)
            row = await begin_run(
                connection, site_id, uuid7(), len(cases), operator.operator_id, operator.name
            )
        if row is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        carrying = self._carry_out(row, operator.operator_id, cases, request_id)
        task = asyncio.create_task(carrying)
        self._tasks[row.id] = task
        task.add_done_callback(lambda _: self._tasks.pop(row.id, None))
        get_logger().info("case_run.started", run_id=str(row.id), cases=len(cases))
        return run_info(row)

    async def stop(self, operator: OperatorCaller, site_id: UUID, run_id: UUID) -> CaseRun:
        """End a run before its end; one that has ended stays as it is.

        Raises:
            NotFound: there is none of this site, or the site is none of the operator's.
        """
        own_site(operator, site_id)
        row = await self._end(site_id, run_id, RunState.STOPPED)
        if row is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        if task := self._tasks.get(run_id):
            task.cancel()
        return run_info(row)

    async def close(self) -> None:
        """Stop what is under way in this process."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _carry_out(
        self, run: RunRow, operator_id: UUID, cases: Sequence[CaseRow], request_id: str
    ) -> None:
        waiting = deque(cases)
        state = RunState.STOPPED
        with correlated(request_id, run_id=str(run.id)):
            try:
                async with asyncio.TaskGroup() as group:
                    for _ in range(self._trials.at_once):
                        group.create_task(self._work(run, operator_id, waiting, request_id))
                state = RunState.DONE
            except* _Ended:
                pass
            except* Exception:  # noqa: BLE001 (nobody awaits a run)
                get_logger().exception("case_run.failed")
            finally:
                await self._finish(run, state)

    async def _work(
        self, run: RunRow, operator_id: UUID, waiting: deque[CaseRow], request_id: str
    ) -> None:
        heard, in_vain = time.monotonic(), 0

        async def still_wanted() -> None:
            nonlocal heard
            if time.monotonic() - heard > _BEAT_SECONDS:
                heard = time.monotonic()
                await self._beat(run.id)

        while waiting:
            case = waiting.popleft()
            result = await self._trials.result(operator_id, case, request_id, still_wanted)
            await self._keep(run, case, result)
            in_vain = in_vain + 1 if result.failure is TrialFailure.UNAVAILABLE else 0
            if in_vain == _MOST_IN_VAIN:
                raise _Ended

    async def _beat(self, run_id: UUID) -> None:
        try:
            async with using(self._database) as connection:
                is_wanted = await beat(connection, run_id)
        except Unavailable:
            return  # nobody can have stopped it
        if not is_wanted:
            raise _Ended

    async def _keep(self, run: RunRow, case: CaseRow, result: NewResult) -> None:
        for attempt in range(1, _ATTEMPTS_TO_KEEP + 1):
            try:
                async with using(self._database) as connection:
                    now = await keep_result(connection, run.id, case.id, result)
                    kept = (await case_results(connection, run.site_id, case.id)).get(case.id)
                break
            except Unavailable:
                if attempt == _ATTEMPTS_TO_KEEP:
                    raise
                await asyncio.sleep(attempt)
        if now is None or now.state != RunState.RUNNING:
            raise _Ended
        told = CasesRan(
            site_id=run.site_id,
            run=run_info(now),
            case_id=case.id if kept else None,
            result=result_info(kept, None) if kept else None,
        )
        await tell_cases_ran(self._redis, told)

    async def _finish(self, run: RunRow, state: RunState) -> None:
        try:
            row = await self._end(run.site_id, run.id, state)
        except Unavailable:
            row = None  # whoever looks next sees that it was not heard of
        get_logger().info("case_run.ended", state=row.state if row else state)

    async def _end(self, site_id: UUID, run_id: UUID, state: RunState) -> RunRow | None:
        async with using(self._database) as connection:
            row = await end_run(connection, site_id, run_id, state)
        if row is not None:
            await tell_cases_ran(self._redis, CasesRan(site_id=site_id, run=run_info(row)))
        return row
