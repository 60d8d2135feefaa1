"""Why an answer is as it is: the provenance as operators read it.

It is read from what lies beside the message, ``shared.contracts.queues.Provenance`` of whatever
version wrote it: what an older one did not write is empty here.
"""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.policy import Share
from shared.contracts.queues import AppliedPolicy
from shared.contracts.wire import Contract
from shared.domain.words import HandoffReason, Locale, ModelTrouble, Outcome, Step

Number = Annotated[float, Field(allow_inf_nan=False)]
_Score = Annotated[Number, Field(examples=[0.71])]
_Count = Annotated[int, Field(ge=0)]


class AnswerStep(Contract):
    """A step of understanding, and the question after it; null where only its name was kept."""

    step: Step
    text: Annotated[str | None, Field(examples=["не работает vpn"])] = None


class AnswerPassage(Contract):
    """A passage that the answer was chosen from; scores are comparable within one answer.

    ``score`` is that by which they are ordered. ``cited`` are the numbers by which the answer
    refers to it. ``text``, ``url`` and ``document_id`` are null once the
    passage is no longer in the knowledge.
    """

    passage_id: UUID
    agent: Annotated[str, Field(examples=["network"])]
    title: Annotated[str, Field(examples=["VPN › Ошибка 809"])]
    score: _Score
    dense: _Score
    lexical: _Score
    reranked: Number | None = None
    cited: Annotated[tuple[int, ...], Field(examples=[[1]])] = ()
    text: str | None = None
    url: Annotated[str | None, Field(examples=["https://help.example.com/vpn"])] = None
    document_id: UUID | None = None


class AnswerProvenance(Contract):
    """``GET /conversations/{conversation_id}/messages/{message_id}/provenance``.

    Everything that an older version did not write is null or empty.
    """

    message_id: UUID
    conversation_id: UUID
    outcome: Outcome | None = None
    handoff_reason: HandoffReason | None = None
    agent: Annotated[str | None, Field(examples=["network"])] = None
    asked: Annotated[tuple[str, ...], Field(examples=[["yt hf,jnftn dgy"]])] = ()
    """What the visitor had written since the answer before, oldest first."""
    question: Annotated[str | None, Field(examples=["не работает vpn"])] = None
    """The question as it was searched for."""
    language: Locale | None = None
    steps: tuple[AnswerStep, ...] = ()
    route: dict[str, Share] = Field(
        default_factory=dict, examples=[{"network": 0.86, "access": 0.11, "security": 0.03}]
    )
    """The probability of each agent, the likeliest first."""
    agents: Annotated[tuple[str, ...], Field(examples=[["network"]])] = ()
    """Whom the question belongs to: one agent, or two."""
    confidence: Annotated[Share | None, Field(examples=[0.82])] = None
    policy: Annotated[
        tuple[AppliedPolicy, ...],
        Field(examples=[[{"agent": "network", "wrong_share": 0.03, "threshold": 0.75}]]),
    ] = ()
    """From which confidence the agent, or each of both, answers."""
    passages: tuple[AnswerPassage, ...] = ()
    groundedness: Annotated[Share | None, Field(examples=[0.97])] = None
    backend: Annotated[str | None, Field(examples=["local"])] = None
    """Who wrote it: ``local``, ``openai``, ``extractive``; ``rules`` for words of its own."""
    model: Annotated[str | None, Field(examples=["qwen3-4b"])] = None
    adapter: Annotated[str | None, Field(examples=["network@3"])] = None
    trouble: ModelTrouble | None = None
    template: Annotated[str | None, Field(examples=["answer@2"])] = None
    prompt_hash: str | None = None
    seed: int | None = None
    prompt_tokens: _Count = 0
    answer_tokens: _Count = 0
    turns_cut: _Count = 0
    passages_cut: _Count = 0
    knowledge_version: Annotated[int | None, Field(examples=[12])] = None
    embedding_model: Annotated[str | None, Field(examples=["frida"])] = None
    calibration: Annotated[str | None, Field(examples=["2026-11-25-demo-691"])] = None
    stage_ms: dict[str, Number] = Field(
        default_factory=dict,
        examples=[{"understanding": 4.1, "routing": 62.5, "writing": 1840.0}],
    )
    """Milliseconds of each stage, in the order of stages."""
    request_id: Annotated[str | None, Field(examples=["01935f2a-7c40-7000-8000-0000000000ff"])] = (
        None
    )
    """Of the request that began it, in every process's log."""
    logs_url: Annotated[
        str | None, Field(examples=["https://grafana.example.com/d/otvet-logs?var-request_id=…"])
    ] = None
    """Where all log lines of that request are shown; null where ``LOGS_URL`` is not set."""
