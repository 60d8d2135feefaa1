"""The seam behind which answers are written."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from gpu_worker.agents.understanding import HistoryMessage
from shared.contracts.queues import AgentProfile
from shared.contracts.wire import Citation
from shared.domain.words import Locale, Outcome


class BackendError(Exception):
    """No answer could be written: the model failed, is down or too slow."""


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
    """A question and the sources to answer it from, best first. All of it is data."""

    question: str
    sources: tuple[Source, ...]
    agent: AgentProfile
    language: Locale
    history: Sequence[HistoryMessage] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A finished answer. Its text is what the pieces before it were, joined."""

    text: str
    citations: tuple[Citation, ...]
    prompt_hash: str | None = None
    seed: int | None = None
    prompt_tokens: int = 0
    answer_tokens: int = 0


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

        Closing the iterator early stops the work behind it.

        Raises:
            BackendError: no answer could be written.
        """
