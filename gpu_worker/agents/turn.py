"""What is known of one turn while it is answered, and how it becomes a result."""

from collections.abc import Callable
from typing import Literal

from gpu_worker.agents.backends.base import Backend, Draft
from gpu_worker.agents.pairs import Reading
from gpu_worker.agents.policy import Decision, WrongShares
from gpu_worker.agents.progress import Progress
from gpu_worker.agents.router import Route
from gpu_worker.agents.scopes import Scopes
from gpu_worker.agents.texts import Phrase, handoff_phrase, language_of, phrase
from gpu_worker.agents.understanding import Understood
from shared.contracts.queues import (
    AgentProfile,
    AiRequest,
    AiResult,
    PassageScore,
    Provenance,
    UnderstandingStep,
)
from shared.contracts.wire import Citation
from shared.domain.words import HandoffReason, Locale, ModelTrouble, Outcome, Stage
from shared.kernel.text import clean

_SHOWN = 10
_SEEDS = 2**31 - 1
_BY_RULES = "rules"

Ending = Literal[
    Outcome.ANSWERED,
    Outcome.QUOTED,
    Outcome.CLARIFIED,
    Outcome.GREETED,
    Outcome.DECLINED,
    Outcome.HANDED_OFF,
]


class Turn:
    """One request on its way. Belongs to one thread."""

    def __init__(
        self,
        request: AiRequest,
        request_id: str,
        progress: Progress,
        clock: Callable[[], float],
        *,
        insists: bool = False,
    ) -> None:
        self.request = request
        # A file without words says nothing.
        said = (message for message in request.turn if message.text or not message.files)
        self.messages = tuple(clean(message.text) for message in said)
        self.insists = insists
        self.text = "\n".join(self.messages).strip()
        self.language: Locale = language_of(self.text, request.locale)
        self.agents: dict[str, AgentProfile] = {agent.slug: agent for agent in request.agents}
        self._request_id = request_id
        self._progress = progress
        self._clock = clock
        self._stage: Stage | None = None
        self._since = 0.0
        self._stage_ms: dict[str, float] = {}
        self._provenance = Provenance(
            backend=_BY_RULES,
            embedding_model="",
            knowledge_version=0,
            calibration="",
            question=self.text,
            route={},
            passages=(),
            confidence=1.0,
            groundedness=0.0,
        )

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        """Tell that a stage begins and keep the time of the one before."""
        self._close_stage()
        self._stage, self._since = stage, self._clock()
        self._progress.stage(stage, agent)

    def delta(self, text: str) -> None:
        """Send a piece of the answer; an empty one only asks whether it is still wanted."""
        if text:
            self._progress.delta(text)
        else:
            self._progress.beat()

    def start_over(self, trouble: ModelTrouble) -> None:
        """Keep why the model does not write, and take back what it has written."""
        if self._provenance.trouble is None:
            self._note(trouble=trouble)
        self._progress.start_over()

    @property
    def wrong_shares(self) -> WrongShares:
        """The agents that may answer, with the wrong answers each may give."""
        return {slug: agent.wrong_share for slug, agent in self.agents.items()}

    @property
    def scopes(self) -> Scopes:
        """Whose documents each of them may answer from."""
        return Scopes({slug: agent.knowledge for slug, agent in self.agents.items()})

    @property
    def seed(self) -> int:
        """The same whenever this turn is answered again, after a crash for instance."""
        return self.request.answer_id.int & _SEEDS

    def note_versions(
        self, *, embedding_model: str, knowledge_version: int, calibration: str
    ) -> None:
        """Keep what the turn is answered with."""
        self._note(
            embedding_model=embedding_model,
            knowledge_version=knowledge_version,
            calibration=calibration,
        )

    def note_repairs(self, messages: tuple[str, ...], steps: tuple[Understood, ...]) -> None:
        """Go on with the messages as repaired."""
        self.messages = messages
        self.text = "\n".join(messages).strip()
        self.language = language_of(self.text, self.request.locale)
        self._note(question=self.text, language=self.language, **_steps(steps))

    def note_question(self, steps: tuple[Understood, ...], reading: Reading) -> None:
        """Keep the question as it is searched for, and how it came to be so."""
        self._note(
            question=reading.question, agents=reading.agents, **_steps((*steps, *reading.steps))
        )

    def note_route(self, route: Route, decision: Decision, most: int = _SHOWN) -> None:
        """Keep the agents' probabilities, the passages chosen from and the policy applied."""
        self._note(
            route={slug: round(share, 4) for slug, share in route.agents.items()},
            passages=tuple(
                PassageScore(
                    passage_id=hit.passage.id,
                    agent=hit.passage.agent,
                    title=hit.passage.title,
                    score=round(hit.score, 4),
                    dense=round(hit.dense, 4),
                    lexical=round(hit.lexical, 4),
                    reranked=None if hit.reranked is None else round(hit.reranked, 4),
                )
                for hit in route.hits[:most]
            ),
            confidence=round(decision.confidence, 4),
            policy=decision.policy,
        )

    def note_draft(
        self, backend: Backend, draft: Draft, groundedness: float, confidence: float
    ) -> None:
        """Keep who wrote the answer, from what, how much of it stands on that, how sure it is."""
        self._note(
            backend=backend.name,
            model=backend.model,
            groundedness=round(groundedness, 4),
            confidence=round(confidence, 4),
            adapter=draft.adapter,
            template=draft.template,
            prompt_hash=draft.prompt_hash,
            seed=draft.seed,
            prompt_tokens=draft.prompt_tokens,
            answer_tokens=draft.answer_tokens,
            turns_cut=draft.turns_cut,
            passages_cut=draft.passages_cut,
        )

    def say(self, outcome: Ending, name: Phrase, choices: tuple[str, ...] = ()) -> AiResult:
        """End with words of the agent's own, and with choices for the visitor to tap."""
        return self._result(outcome, phrase(name, self.language), choices=choices)

    def noted(self) -> Provenance:
        """Return what was kept, where the turn ends without words."""
        self._close_stage()
        self._note(stage_ms=self._stage_ms)
        return self._provenance

    def clarify(self, choices: tuple[str, ...], agent: str | None = None) -> AiResult:
        """End with choices for the visitor to tap."""
        text = phrase(Phrase.DID_YOU_MEAN, self.language)
        return self._result(Outcome.CLARIFIED, text, agent=agent, choices=choices)

    def hand_off(self, reason: HandoffReason) -> AiResult:
        """End by calling a person."""
        text = handoff_phrase(reason, self.language)
        return self._result(Outcome.HANDED_OFF, text, reason=reason)

    def answered(
        self,
        outcome: Literal[Outcome.ANSWERED, Outcome.QUOTED],
        draft: Draft,
        agent: str,
        choices: tuple[str, ...] = (),
    ) -> AiResult:
        """End with an answer, and with choices for what it leaves unanswered."""
        text = draft.text
        if choices:
            rest = f"\n\n{phrase(Phrase.ABOUT_THE_REST, self.language)}"
            self.delta(rest)
            text += rest
        return self._result(outcome, text, agent=agent, citations=draft.citations, choices=choices)

    def _result(
        self,
        outcome: Ending,
        text: str,
        *,
        agent: str | None = None,
        citations: tuple[Citation, ...] = (),
        choices: tuple[str, ...] = (),
        reason: HandoffReason | None = None,
    ) -> AiResult:
        provenance = self.noted()
        last = self.request.turn[-1]
        return AiResult(
            request_id=self._request_id,
            conversation_id=self.request.conversation_id,
            site_id=self.request.site_id,
            epoch=self.request.epoch,
            answer_id=self.request.answer_id,
            in_reply_to=last.id,
            answered_seq=last.seq,
            outcome=outcome,
            agent=agent,
            text=text,
            citations=citations,
            choices=choices,
            handoff_reason=reason,
            provenance=provenance,
        )

    def _note(self, **changes: object) -> None:
        self._provenance = self._provenance.model_copy(update=changes)

    def _close_stage(self) -> None:
        if self._stage is not None:
            spent = (self._clock() - self._since) * 1_000
            before = self._stage_ms.get(self._stage, 0.0)
            self._stage_ms[self._stage.value] = round(before + spent, 3)
            self._stage = None


def _steps(steps: tuple[Understood, ...]) -> dict[str, object]:
    return {
        "repairs": tuple(dict.fromkeys(one.step.value for one in steps)),
        "steps": tuple(UnderstandingStep(step=one.step, text=one.text) for one in steps),
    }
