"""Answers written by a language model from the passages, behind the engine's seam."""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Literal

from gpu_worker.agents.backends.base import BackendError, Draft, Source, WritingTask
from gpu_worker.agents.prompts import ChatMarks, Segment, build_prompt, prompt_hash
from gpu_worker.engine.core import Engine, EngineError, SamplingParams, Tokenizer, TokenStream
from shared.contracts.wire import Citation
from shared.domain.words import Outcome

_MARK = re.compile(r"\[(\d{1,2})\]")
# What may still become another character when more tokens come.
_UNFINISHED = "\N{REPLACEMENT CHARACTER}"
_QUOTE = 300


@dataclass(frozen=True, slots=True)
class PromptLimits:
    """What of a conversation goes into a prompt."""

    sources: int = 3
    history: int = 4


class GenerativeBackend:
    """Turns passages and a question into a prompt, and tokens into text with citations."""

    name = "local"
    outcome: Literal[Outcome.ANSWERED] = Outcome.ANSWERED

    def __init__(
        self,
        *,
        engine: Engine,
        tokenizer: Tokenizer,
        marks: ChatMarks,
        params: SamplingParams,
        model: str,
        adapters: Mapping[str, Mapping[str, float]],
        limits: PromptLimits | None = None,
    ) -> None:
        """Compose the backend.

        Args:
            engine: runs the model.
            tokenizer: the model's own.
            marks: how the model marks turns.
            params: how tokens are chosen.
            model: its name, for the provenance.
            adapters: for each agent's slug the blend of adapters it speaks with.
            limits: what goes into a prompt.
        """
        self.model: str | None = model
        self._engine = engine
        self._tokenizer = tokenizer
        self._marks = marks
        self._params = params
        self._adapters = adapters
        self._limits = limits or PromptLimits()

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield the text as its tokens come, and last of all the draft.

        Raises:
            BackendError: the engine failed, or the model said nothing.
        """
        shown = replace(task, sources=task.sources[: self._limits.sources])
        segments = build_prompt(shown, self._marks, self._limits.history)
        prompt_ids = self._encode(segments)
        ids: list[int] = []
        said = ""
        with self._submitted(prompt_ids, task.agent.slug) as stream:
            for token in _tokens(stream):
                ids.append(token)
                text = self._tokenizer.decode(ids)
                if len(text) > len(said) and not text.endswith(_UNFINISHED):
                    yield text[len(said) :]
                    said = text
        text = self._tokenizer.decode(ids)
        if text[len(said) :]:
            yield text[len(said) :]
        if not text.strip():
            raise BackendError("the model said nothing")
        yield Draft(
            text=text.strip(),
            citations=_citations(text, shown.sources),
            prompt_hash=prompt_hash(segments),
            seed=self._params.seed,
            prompt_tokens=len(prompt_ids),
            answer_tokens=len(ids),
        )

    def _encode(self, segments: Sequence[Segment]) -> list[int]:
        return [
            token
            for segment in segments
            for token in self._tokenizer.encode(segment.text, allow_control=segment.is_control)
        ]

    @contextmanager
    def _submitted(self, prompt_ids: Sequence[int], slug: str) -> Iterator[TokenStream]:
        """Submit a request and, if it is left before its end, cancel it."""
        try:
            stream = self._engine.submit(prompt_ids, self._adapters.get(slug, {}), self._params)
        except EngineError as error:
            raise BackendError(str(error)) from error
        try:
            yield stream
        finally:
            self._engine.cancel(stream.id)


def _tokens(stream: TokenStream) -> Iterator[int]:
    try:
        yield from stream
    except EngineError as error:
        raise BackendError(str(error)) from error


def _citations(text: str, sources: Sequence[Source]) -> tuple[Citation, ...]:
    """Return the sources that the text refers to, each once, in its order."""
    known = {source.n: source for source in sources}
    numbers = dict.fromkeys(int(match) for match in _MARK.findall(text))
    return tuple(
        Citation(n=n, title=known[n].title, url=known[n].url, quote=known[n].text[:_QUOTE])
        for n in numbers
        if n in known
    )
