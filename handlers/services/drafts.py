"""What operators make of the agents' drafts: kept, for evaluations and trainings."""

from uuid import UUID

from handlers.services.caller import OperatorCaller
from handlers.services.trials import TrialService
from shared.contracts.provenance import AnswerProvenance
from shared.contracts.trials import DraftVerdict, TrialInfo
from shared.domain.corrections import PassageWords, Said
from shared.domain.trials import DraftDecision, TrialKind, TrialState
from shared.domain.words import Outcome
from shared.kernel.errors import ErrorCode, NotFound
from shared.observability.logs import get_logger
from shared.storage.lessons import Verdict, keep_verdict
from shared.storage.pool import AsyncDatabase, using

_KEPT_PASSAGES = 10


class DraftService:
    """Keeps verdicts on drafts."""

    def __init__(self, trials: TrialService, database: AsyncDatabase) -> None:
        """Compose the service."""
        self._trials = trials
        self._database = database

    async def judge(self, operator: OperatorCaller, trial_id: UUID, verdict: DraftVerdict) -> None:
        """Keep what became of a draft; the first verdict holds, a repeated one changes nothing.

        Raises:
            NotFound: there is no such draft (any more), or another operator asked for it.
        """
        info = await self._trials.show(operator, trial_id)
        draft = info.attempt or info.answer
        if info.kind is not TrialKind.DRAFT or info.state is not TrialState.DONE or draft is None:
            raise NotFound(ErrorCode.NOT_FOUND)
        if draft.outcome not in (Outcome.ANSWERED, Outcome.QUOTED):
            raise NotFound(ErrorCode.NOT_FOUND)  # nothing was drafted
        record = await self._trials.record(operator, trial_id)
        kept = Verdict(
            trial_id=trial_id,
            site_id=info.site_id,
            conversation_id=_conversation(info),
            operator_id=operator.operator_id,
            decision=verdict.decision,
            reason=verdict.reason,
            comment=verdict.comment or "",
            asked=info.asked,
            question=draft.provenance.question or "",
            history=[Said(one.sender, one.text, one.agent) for one in record.history],
            agent=draft.agent,
            confidence=draft.provenance.confidence,
            draft=draft.text,
            sent=verdict.text or "",
            shown=shown_words(draft.provenance),
        )
        async with using(self._database) as connection:
            await keep_verdict(connection, kept)
        get_logger().info(
            "draft.judged",
            trial_id=str(trial_id),
            decision=verdict.decision,
            is_sure=info.attempt is None,
            changed=verdict.decision is DraftDecision.EDITED,
        )


def shown_words(provenance: AnswerProvenance) -> list[PassageWords]:
    """Return the passages that the agents chose from, as far as they are still there."""
    return [
        PassageWords(one.agent, one.title, one.text, one.url, one.passage_id)
        for one in provenance.passages[:_KEPT_PASSAGES]
        if one.text
    ]


def _conversation(info: TrialInfo) -> UUID:
    if info.conversation_id is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return info.conversation_id
