"""Answers written by a model behind any OpenAI-compatible server: vLLM, SGLang, llama.cpp.

The agents' adapters are models by their slugs, as ``vllm serve … --lora-modules network=…`` names
them; which ones there are is asked again and again. Of a question that belongs to two agents the
first one's adapter writes, for one request names one model.
"""

import queue
import ssl
from collections.abc import Generator, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import httpx

from gpu_worker.agents.backends.base import BackendError, Draft, WritingTask
from gpu_worker.agents.backends.openai_link import Ended, Link, LinkLimits, Piece
from gpu_worker.agents.backends.openai_wire import ChatRequest, messages_of
from gpu_worker.agents.backends.streaming import citations_of, trimmed, whole_sentences
from gpu_worker.agents.prompts import (
    Fitted,
    Prompt,
    PromptTooLong,
    Templates,
    fit,
    prompt_hash,
    shipped_templates,
)
from shared.contracts.queues import AgentProfile
from shared.domain.words import ModelTrouble, Outcome

# A model's tokenizer is the server's. Bytes tell more than characters: three of them are about a
# token of English and more than one of Russian, for every tokenizer of the last years, so the
# estimate is on the safe side. A message costs a few more for its marks.
_BYTES_A_TOKEN = 3
_TOKENS_A_TURN = 8
_BEAT_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class OpenAIOptions:
    """Which server and model, and how it is asked. Times are seconds."""

    base_url: str
    model: str
    api_key: str | None = None
    context_tokens: int = 4_096
    new_tokens: int = 512
    temperature: float = 0.0
    connect_seconds: float = 2.0
    silent_seconds: float = 10.0
    deadline_seconds: float = 20.0
    retry_seconds: float = 0.2
    adapters_every: float = 15.0


class OpenAIBackend:
    """Turns passages and a question into messages, and a stream of events into an answer."""

    name = "openai"
    outcome: Literal[Outcome.ANSWERED] = Outcome.ANSWERED

    def __init__(self, options: OpenAIOptions, templates: Templates | None = None) -> None:
        """Open no connection yet; a thread of its own does the waiting."""
        self.model: str | None = options.model
        self._options = options
        self._templates = templates or shipped_templates()
        self._link = Link(
            client=_client(options),
            limits=LinkLimits(
                deadline=timedelta(seconds=options.deadline_seconds),
                first_pause=options.retry_seconds,
            ),
            models_every=options.adapters_every,
        )

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield the text as it comes, and last of all the draft.

        Raises:
            BackendError: the server is away, refuses, breaks off, is too slow or says nothing.
        """
        fitted = self._fit(task)
        adapter = next(filter(None, map(self._adapter_of, task.agents)), None)
        said: list[str] = []
        ended: list[Ended] = []
        with self._asked(fitted.prompt, adapter, task.seed) as pieces:
            for text in trimmed(_texts(pieces, ended)):
                said.append(text)
                yield text
        yield self._draft("".join(said), fitted, ended[0], task.seed)

    def close(self) -> None:
        """Give up what is under way and close the connections."""
        self._link.close()

    def _adapter_of(self, agent: AgentProfile) -> str | None:
        """Return the server's name of an agent's adapter; None: the model itself writes."""
        if agent.adapter == "":
            return None
        names = (f"{agent.slug}@{agent.adapter}", agent.slug)
        return next((name for name in names if name in self._link.models), None)

    def _draft(self, text: str, fitted: Fitted, ended: Ended, seed: int) -> Draft:
        if not text:
            raise BackendError("the model said nothing", ModelTrouble.SILENT)
        if ended.is_cut:
            text = whole_sentences(text)
        return Draft(
            text=text,
            citations=citations_of(text, fitted.sources),
            adapter=ended.model if ended.model != self.model else None,
            template=fitted.prompt.template,
            prompt_hash=prompt_hash(fitted.prompt),
            seed=seed,
            prompt_tokens=ended.usage.prompt_tokens or fitted.tokens,
            answer_tokens=ended.usage.completion_tokens or _tokens(text),
            turns_cut=fitted.turns_cut,
            passages_cut=fitted.passages_cut,
        )

    def _fit(self, task: WritingTask) -> Fitted:
        template = self._templates.find(task.agent.slug, task.language)
        room = self._options.context_tokens - self._options.new_tokens
        try:
            return fit(task, template, _size, room)
        except PromptTooLong as error:
            raise BackendError(str(error)) from error

    @contextmanager
    def _asked(self, prompt: Prompt, adapter: str | None, seed: int) -> Iterator[Iterator[Piece]]:
        """Ask, and if the answer is left before its end, close the connection it comes over."""
        request = ChatRequest(
            model=adapter or self._options.model,
            messages=messages_of(prompt),
            max_tokens=self._options.new_tokens,
            temperature=self._options.temperature,
            seed=seed,
        )
        pieces, future = self._link.ask(request, fallback_model=self._options.model)
        try:
            yield _waited_for(pieces, future)
        finally:
            future.cancel()


def _client(options: OpenAIOptions) -> httpx.AsyncClient:
    url = httpx.URL(options.base_url)
    if url.path in ("", "/"):
        url = url.copy_with(path="/v1")  # where servers of this kind have it
    key = options.api_key
    return httpx.AsyncClient(
        base_url=url,
        headers={"Authorization": f"Bearer {key}"} if key else {},
        # As many as there are turns at once; the server decides how many it serves.
        limits=httpx.Limits(max_connections=None),
        timeout=httpx.Timeout(options.silent_seconds, connect=options.connect_seconds),
        # Certificates as the machine trusts them, an own authority's included; and no proxy from
        # the environment: what visitors say goes to the server named and nowhere else.
        verify=ssl.create_default_context() if url.scheme == "https" else False,
        trust_env=False,
    )


def _waited_for(pieces: "queue.SimpleQueue[Piece]", future: "Future[None]") -> Iterator[Piece]:
    while True:
        try:
            piece = pieces.get(timeout=_BEAT_SECONDS)
        except queue.Empty:
            if future.done() and pieces.empty():
                raise BackendError("the connection was closed") from None
            yield ""
            continue
        yield piece
        if not isinstance(piece, str):
            return


def _texts(pieces: Iterator[Piece], ended: list[Ended]) -> Iterator[str]:
    """Yield the words; the end is put into ``ended``.

    Raises:
        BackendError: the stream ended with one.
    """
    for piece in pieces:
        if isinstance(piece, BackendError):
            raise piece
        if isinstance(piece, Ended):
            ended.append(piece)
        else:
            yield piece


def _size(prompt: Prompt) -> int:
    texts = (prompt.rules, *(turn.text for turn in prompt.turns))
    return sum(_tokens(text) + _TOKENS_A_TURN for text in texts)


def _tokens(text: str) -> int:
    return -(-len(text.encode()) // _BYTES_A_TOKEN)
