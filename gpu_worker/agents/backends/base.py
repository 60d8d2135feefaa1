"""The seam behind which answers are written."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from gpu_worker.agents.understanding import HistoryMessage
from shared.contracts.queues import AgentProfile
from shared.contracts.wire import Citation
from shared.domain.words import Locale, ModelTrouble, Outcome


class BackendError(Exception):
    """No answer could be written; ``trouble`` says why, in a word that operators are shown."""

    def __init__(self, message: str, trouble: ModelTrouble = ModelTrouble.FAILED) -> None:
        super().__init__(message)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that an answer may stand on; the text refers to it as ``[n]``.

    ``answers`` is the part of the question that this passage answers by itself, if it does.
    """

    n: int
    title: str
    text: str
    url: str | None = None
    answers: str = ""


@dataclass(frozen=True, slots=True)
class WritingTask:
    """A question and the sources to answer it from, best first. All of it is data.

    ``partner`` is the second agent of a question that belongs to two. ``seed`` is the same
    whenever the same turn is answered again.
    """

    question: str
    sources: tuple[Source, ...]
    agent: AgentProfile
    language: Locale
    history: Sequence[HistoryMessage] = ()
    partner: AgentProfile | None = None
    seed: int = 0

    @property
    def agents(self) -> tuple[AgentProfile, ...]:
        """The agent, and its partner if there is one."""
        return (self.agent, self.partner) if self.partner else (self.agent,)

    def with_parts(
        self,
        *,
        history: Sequence[HistoryMessage] | None = None,
        sources: tuple[Source, ...] | None = None,
    ) -> "WritingTask":
        """Return the task with another history or other sources."""
        return replace(
            self,
            history=self.history if history is None else history,
            sources=self.sources if sources is None else sources,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished answer.

    Its text is what the pieces before it were, joined; of an answer that broke off at its greatest
    length it is the whole sentences. What a language model wrote it from and with is for the
    provenance: ``adapter`` and ``template`` with their versions, and how much of history and
    sources was left out.
    """

    text: str
    citations: tuple[Citation, ...]
    adapter: str | None = None
    template: str | None = None
    prompt_hash: str | None = None
    seed: int | None = None
    prompt_tokens: int = 0
    answer_tokens: int = 0
    turns_cut: int = 0
    passages_cut: int = 0


class Backend(Protocol):
    """Writes answers. Thread-safe."""

    @property
    def name(self) -> str:
        """What stands in the provenance."""

    @property
    def model(self) -> str | None:
        """The language model, if there is one."""

    @property
    def outcome(self) -> Literal[Outcome.ANSWERED, Outcome.QUOTED]:
        """What an answer of this backend is: written, or quoted."""

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield the answer in pieces, and last of all the finished draft.

        An empty piece says that the work goes on and there is nothing to show yet; it gives the
        caller the chance to close the iterator early, which stops the work behind it.

        Raises:
            BackendError: no answer could be written.
        """

    def close(self) -> None:
        """Let go of what the backend holds; it writes nothing after."""
