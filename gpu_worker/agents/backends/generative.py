"""Answers written by a language model from the passages, behind the engine's seam."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, Protocol

from gpu_worker.agents.backends.base import BackendError, Draft, WritingTask
from gpu_worker.agents.backends.loading import BackendLost
from gpu_worker.agents.backends.streaming import (
    TextStream,
    citations_of,
    trimmed,
    whole_sentences,
)
from gpu_worker.agents.prompts import (
    ChatMarks,
    Fitted,
    Prompt,
    PromptTooLong,
    Segment,
    Templates,
    fit,
    prompt_hash,
    segments_of,
    shipped_templates,
)
from gpu_worker.engine.core import (
    Engine,
    EngineError,
    EngineStopped,
    OutOfMemory,
    PastDeadline,
    QueueFull,
    SamplingParams,
    Tokenizer,
    TokenStream,
)
from shared.contracts.queues import AgentProfile
from shared.domain.words import ModelTrouble, Outcome

_TROUBLES: dict[type[EngineError], ModelTrouble] = {
    OutOfMemory: ModelTrouble.OUT_OF_MEMORY,
    PastDeadline: ModelTrouble.DEADLINE,
    QueueFull: ModelTrouble.OVERLOADED,
}
_REMEMBERED = 512
_BEAT_SECONDS = 0.25
_MOST_WAITING = 1_024


class AgentAdapters(Protocol):
    """Which adapters the agents speak with now. Thread-safe."""

    def blend(self, agents: Sequence[AgentProfile]) -> dict[str, float]:
        """Return the loaded adapters of the agents, each with its weight; none: the bare model."""

    def close(self) -> None:
        """Stop looking for new versions."""


class NoAdapters:
    """Every agent speaks with the bare model."""

    def blend(self, agents: Sequence[AgentProfile]) -> dict[str, float]:  # noqa: ARG002
        """Return no adapters."""
        return {}

    def close(self) -> None:
        """Do nothing."""


class ClosableEngine(Engine, Protocol):
    """An engine that holds a model until it is closed."""

    def close(self) -> None:
        """Fail what is under way and give the memory back."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model, ready to write.

    ``context_tokens`` bounds prompt and answer together.
    """

    name: str
    engine: ClosableEngine
    tokenizer: Tokenizer
    marks: ChatMarks
    params: SamplingParams
    adapters: AgentAdapters
    context_tokens: int


class GenerativeBackend:
    """Turns passages and a question into a prompt, and tokens into text with citations."""

    name = "local"
    outcome: Literal[Outcome.ANSWERED] = Outcome.ANSWERED

    def __init__(self, loaded: Loaded, templates: Templates | None = None) -> None:
        """Write with a loaded model, by the shipped templates unless others are given."""
        self.model: str | None = loaded.name
        self._loaded = loaded
        self._templates = templates or shipped_templates()
        # Rules and what was said before come again with every turn of a conversation.
        self._encoded = lru_cache(maxsize=_REMEMBERED)(self._encode)
        self._waiting = ThreadPoolExecutor(_MOST_WAITING, thread_name_prefix="first-token")

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield the text as its tokens come, and last of all the draft.

        Raises:
            BackendError: the engine failed, or the model said nothing.
        """
        fitted = self._fit(task)
        ids = [token for part in self._segments(fitted.prompt) for token in self._encoded(part)]
        blend = self._loaded.adapters.blend(task.agents)
        params = replace(self._loaded.params, seed=task.seed)
        said: list[str] = []
        tokens: list[int] = []
        with self._submitted(ids, blend, params) as stream:
            for text in trimmed(self._texts(stream, tokens)):
                said.append(text)
                yield text
        text = "".join(said)
        if not text:
            raise BackendError("the model said nothing", ModelTrouble.SILENT)
        if len(tokens) >= params.max_new_tokens:
            text = whole_sentences(text)
        yield Draft(
            text=text,
            citations=citations_of(text, fitted.sources),
            adapter=_described(blend),
            template=fitted.prompt.template,
            prompt_hash=prompt_hash(fitted.prompt),
            seed=params.seed,
            prompt_tokens=len(ids),
            answer_tokens=len(tokens),
            turns_cut=fitted.turns_cut,
            passages_cut=fitted.passages_cut,
        )

    def close(self) -> None:
        """Close the engine; what is under way fails."""
        self._loaded.adapters.close()
        self._loaded.engine.close()
        self._waiting.shutdown(wait=False)

    def _fit(self, task: WritingTask) -> Fitted:
        template = self._templates.find(task.agent.slug, task.language)
        room = self._loaded.context_tokens - self._loaded.params.max_new_tokens
        try:
            return fit(task, template, self._size, room)
        except PromptTooLong as error:
            raise BackendError(str(error)) from error

    def _size(self, prompt: Prompt) -> int:
        return sum(len(self._encoded(segment)) for segment in self._segments(prompt))

    def _segments(self, prompt: Prompt) -> Iterator[Segment]:
        return segments_of(prompt, self._loaded.marks)

    def _encode(self, segment: Segment) -> tuple[int, ...]:
        ids = self._loaded.tokenizer.encode(segment.text, allow_control=segment.is_control)
        return tuple(ids)

    def _texts(self, stream: TokenStream, tokens: list[int]) -> Iterator[str]:
        text = TextStream(self._loaded.tokenizer.decode)
        try:
            for token in self._awaited(stream):
                if token is None:
                    yield ""
                else:
                    tokens.append(token)
                    yield text.push(token)
        except EngineError as error:
            raise _explain(error) from error
        yield text.finish()

    def _awaited(self, stream: TokenStream) -> Iterator[int | None]:
        """Yield tokens, and None now and then while the first one is waited for.

        It may take seconds, in the queue and while the prompt is read, in which somebody may stop
        the answer or the visitor ask anew. Later ones come fast.
        """
        tokens = iter(stream)
        first = self._waiting.submit(next, tokens, None)
        while True:
            try:
                token = first.result(timeout=_BEAT_SECONDS)
            except TimeoutError:
                yield None
            else:
                break
        if token is not None:
            yield token
            yield from tokens

    @contextmanager
    def _submitted(
        self, ids: Sequence[int], blend: dict[str, float], params: SamplingParams
    ) -> Iterator[TokenStream]:
        """Submit a request and, if it is left before its end, cancel it."""
        try:
            stream = self._loaded.engine.submit(ids, blend, params)
        except EngineError as error:
            raise _explain(error) from error
        try:
            yield stream
        finally:
            self._loaded.engine.cancel(stream.id)


def _described(blend: dict[str, float]) -> str | None:
    if len(blend) <= 1:
        return next(iter(blend), None)
    return "+".join(f"{name}*{weight:.2g}" for name, weight in blend.items())


def _explain(error: EngineError) -> BackendError:
    if isinstance(error, EngineStopped):
        return BackendLost(f"the engine has stopped: {error}")
    return BackendError(str(error), _TROUBLES.get(type(error), ModelTrouble.FAILED))
