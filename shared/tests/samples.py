"""One good specimen of each payload that crosses a process."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from shared.contracts.queues import (
    AcceptedMessage,
    AgentProfile,
    AiRequest,
    AiResult,
    FeedbackRecord,
    MessageRecord,
    Passage,
    PassageBatch,
    Provenance,
    StateMirror,
    TurnMessage,
)
from shared.contracts.trials import TrialRecord, TrialRequest
from shared.contracts.wire import Citation, Message
from shared.domain.trials import TrialKind
from shared.domain.words import ConversationStatus, Locale, Outcome, Sender

SITE = uuid5(UUID(int=0), "site")
CONVERSATION = uuid5(UUID(int=0), "conversation")
MESSAGE = uuid5(UUID(int=0), "message")
ANSWER = uuid5(UUID(int=0), "answer")
AT = datetime(2026, 11, 22, 12, 0, 0, 123456, tzinfo=UTC)
AGENT = AgentProfile(slug="network", name="Сеть", subject="Wi-Fi и VPN")


def mirror(**changes: Any) -> StateMirror:  # noqa: ANN401
    """The state right after a first visitor message, changed."""
    return StateMirror(
        **(
            {
                "status": ConversationStatus.AGENT,
                "epoch": 1,
                "change": 1,
                "last_seq": 1,
                "visitor_seq": 1,
                "answered_seq": 0,
            }
            | changes
        )
    )


def message(text: str = "Не работает VPN", **changes: Any) -> Message:  # noqa: ANN401
    """A visitor's first message, changed."""
    return Message(
        **(
            {
                "id": MESSAGE,
                "conversation_id": CONVERSATION,
                "seq": 1,
                "sender": Sender.VISITOR,
                "text": text,
                "client_message_id": "client-0001",
                "at": AT,
            }
            | changes
        )
    )


def ai_request(text: str = "Не работает VPN", **changes: Any) -> AiRequest:  # noqa: ANN401
    """The request that comes with that message, changed."""
    return AiRequest(
        **(
            {
                "conversation_id": CONVERSATION,
                "site_id": SITE,
                "epoch": 1,
                "answer_id": ANSWER,
                "turn": (TurnMessage(id=MESSAGE, seq=1, text=text),),
                "agents": (AGENT,),
                "locale": Locale.RU,
                "accepted_at": AT,
            }
            | changes
        )
    )


def accepted_message(text: str = "Не работает VPN") -> AcceptedMessage:
    """What a handler publishes for it."""
    return AcceptedMessage(
        request_id="request-1",
        record=MessageRecord(site_id=SITE, message=message(text), state=mirror()),
        request=ai_request(text),
    )


def feedback(**changes: Any) -> FeedbackRecord:  # noqa: ANN401
    """A read mark, changed."""
    return FeedbackRecord(
        **(
            {
                "request_id": "request-1",
                "site_id": SITE,
                "conversation_id": CONVERSATION,
                "at": AT,
                "read_seq": 1,
            }
            | changes
        )
    )


def provenance() -> Provenance:
    """Why an answer."""
    return Provenance(
        backend="extractive",
        embedding_model="hashed",
        knowledge_version=1,
        calibration="test",
        question="vpn",
        route={"network": 0.9},
        passages=(),
        confidence=0.9,
        groundedness=1.0,
    )


def ai_result(**changes: Any) -> AiResult:  # noqa: ANN401
    """An answer to that message, changed."""
    return AiResult(
        **(
            {
                "request_id": "request-1",
                "conversation_id": CONVERSATION,
                "site_id": SITE,
                "epoch": 1,
                "answer_id": ANSWER,
                "in_reply_to": MESSAGE,
                "answered_seq": 1,
                "outcome": Outcome.QUOTED,
                "agent": "network",
                "text": "Перезапустите VPN [1]",
                "citations": (Citation(n=1, title="VPN", quote="Перезапустите VPN"),),
                "provenance": provenance(),
            }
            | changes
        )
    )


def passage_batch() -> PassageBatch:
    """A document of one passage."""
    return PassageBatch(
        request_id="request-1",
        site_id=SITE,
        document_id=uuid5(SITE, "document"),
        document_name="vpn.md",
        document_version=1,
        passages=(
            Passage(
                id=uuid5(SITE, "passage"), agent="network", ordinal=1, title="VPN", text="Шаги"
            ),
        ),
        is_last=True,
    )


def trial(text: str = "Не работает VPN", **changes: Any) -> TrialRequest:  # noqa: ANN401
    """An operator's question on its way to the agents; its record changed."""
    record = TrialRecord(
        **(
            {
                "trial_id": ANSWER,
                "kind": TrialKind.ANSWER,
                "operator_id": uuid5(UUID(int=0), "operator"),
                "site_id": SITE,
                "asked": (text,),
                "at": AT,
            }
            | changes
        )
    )
    return TrialRequest(
        request_id="request-1",
        record=record,
        request=ai_request(text, site_id=record.site_id, answer_id=record.trial_id, epoch=0),
        until=AT + timedelta(days=36_500),
    )
