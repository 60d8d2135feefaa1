"""What every trial has in common: the turn it asks, its way to the broker, the answer it brings."""

from collections.abc import Sequence
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.messages import agent_profiles
from shared.contracts.provenance import AnswerProvenance
from shared.contracts.queues import AiRequest, AiResult, TurnMessage
from shared.contracts.trials import TrialAnswer, TrialRecord, TrialRequest
from shared.domain.site import Site
from shared.kernel.errors import ErrorCode, InvalidInput, Unavailable
from shared.observability.logs import get_logger
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import AsyncProducer
from shared.storage.trials import Trials


def turn_of(
    record: TrialRecord,
    site: Site,
    turn: Sequence[TurnMessage],
    agent: str | None = None,
    answer_id: UUID | None = None,
) -> AiRequest:
    """Return the turn as if a visitor had taken it; it is in no conversation.

    Raises:
        InvalidInput: the site has no such agent.
    """
    agents = agent_profiles(site)
    if agent is not None:
        agents = tuple(profile for profile in agents if profile.slug == agent)
        if not agents:
            raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="agent: unknown")
    return AiRequest(
        conversation_id=record.conversation_id or record.trial_id,
        site_id=record.site_id,
        epoch=0,
        answer_id=answer_id or record.trial_id,
        turn=tuple(turn),
        agents=agents,
        locale=site.locale,
        accepted_at=record.at,
    )


async def publish(producer: AsyncProducer, trials: Trials, trial: TrialRequest) -> None:
    """Send a trial that was let in; one that the broker does not take leaves its place.

    Raises:
        Unavailable: the broker is away.
    """
    try:
        await producer.trial(trial)
    except BrokerUnavailable as error:
        get_logger().warning("trial.not_confirmed", error=str(error))
        try:
            await trials.withdraw(trial.record)
        except (RedisError, OSError):
            get_logger().debug("trial.left_to_expire")
        raise Unavailable(ErrorCode.BROKER_UNAVAILABLE) from error


def trial_answer(result: AiResult, why: AnswerProvenance) -> TrialAnswer:
    """Return what the agents would say, beside how it was made."""
    return TrialAnswer(
        outcome=result.outcome,
        handoff_reason=result.handoff_reason,
        agent=result.agent,
        text=result.text,
        citations=result.citations,
        choices=result.choices,
        provenance=why,
    )
