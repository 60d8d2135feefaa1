"""Requests to an OpenAI-compatible server, on an event loop in a thread of its own.

Writers are threads, and a blocking read cannot be given up from outside. A task can: cancelling
it closes the connection at once, which is how such a server learns that nobody wants the rest,
and a total time-out holds however the bytes trickle.
"""

import asyncio
import queue
import random
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from threading import Thread

import httpx
import structlog
from pydantic import ValidationError

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.openai_wire import ChatRequest, ModelList, Usage, read_chunks
from shared.domain.words import ModelTrouble

log = structlog.get_logger(__name__)

_CUT = "length"


@dataclass(frozen=True, slots=True)
class LinkLimits:
    """How long and how often a request is tried. Pauses are seconds, and jittered."""

    deadline: timedelta = timedelta(seconds=20)
    attempts: int = 3
    first_pause: float = 0.2
    longest_pause: float = 2.0


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of an answer by ``model``; ``is_cut`` when it only ended because it was long."""

    model: str
    is_cut: bool = False
    usage: Usage = field(default_factory=Usage)


Piece = str | Ended | BackendError
"""What comes out of a request: words, then its end or its error."""


class _TryAgain(Exception):
    """A failure before the first word, which another attempt may not meet."""

    def __init__(self, error: BackendError, pause: float | None = None) -> None:
        super().__init__(str(error))
        self.error = error
        self.pause = pause


class _ModelGone(Exception):
    """The server does not know the request's model, and there is another to ask."""


class Link:
    """Asks a server. Thread-safe; ``models`` are the names it knows, as far as it tells."""

    def __init__(self, client: httpx.AsyncClient, limits: LinkLimits, models_every: float) -> None:
        """Start the thread; ask for the models every so many seconds."""
        self.models: frozenset[str] = frozenset()
        self._client = client
        self._limits = limits
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="openai", daemon=True)
        self._thread.start()
        self._looking = asyncio.run_coroutine_threadsafe(self._look(models_every), self._loop)

    def ask(
        self, request: ChatRequest, fallback_model: str
    ) -> "tuple[queue.SimpleQueue[Piece], Future[None]]":
        """Send a request; its answer comes through the queue. Cancelling the future stops it.

        ``fallback_model`` writes when the server does not know the request's model any more.
        """
        pieces: queue.SimpleQueue[Piece] = queue.SimpleQueue()
        work = self._run(request, fallback_model, pieces)
        return pieces, asyncio.run_coroutine_threadsafe(work, self._loop)

    def close(self) -> None:
        """Cancel what is under way, close the connections, end the thread."""
        if self._loop.is_closed():
            return
        self._looking.cancel()
        with suppress(TimeoutError):
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(timeout=5)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    async def _close(self) -> None:
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._client.aclose()

    async def _run(
        self, request: ChatRequest, fallback_model: str, pieces: "queue.SimpleQueue[Piece]"
    ) -> None:
        try:
            async with asyncio.timeout(self._limits.deadline.total_seconds()):
                await self._try(request, fallback_model, pieces)
        except TimeoutError:
            pieces.put(BackendError("the model's server takes too long", ModelTrouble.DEADLINE))
        except BackendError as error:
            pieces.put(error)

    async def _try(
        self, request: ChatRequest, fallback_model: str, pieces: "queue.SimpleQueue[Piece]"
    ) -> None:
        for attempt in range(1, self._limits.attempts + 1):
            try:
                async for piece in self._once(request, fallback_model):
                    pieces.put(piece)
                return
            except _ModelGone:
                self.models -= {request.model}
                log.warning("model.gone", model=request.model)
                request = request.model_copy(update={"model": fallback_model})
            except _TryAgain as failure:
                if attempt == self._limits.attempts:
                    raise failure.error from failure
                pause = min(self._limits.first_pause * 2**attempt, self._limits.longest_pause)
                await asyncio.sleep(failure.pause or pause * random.uniform(0.5, 1.0))  # noqa: S311

    async def _once(self, request: ChatRequest, fallback_model: str) -> AsyncIterator[str | Ended]:
        """Make one attempt.

        Raises:
            _TryAgain: it failed before the first word, in a way that may pass.
            _ModelGone: an adapter is not there any more.
            BackendError: it failed.
        """
        has_begun = False
        try:
            async for piece in self._stream(request, fallback_model):
                has_begun = True
                yield piece
        except httpx.TransportError as error:
            failure = _explain(error)
            if has_begun or isinstance(error, httpx.ReadTimeout):
                raise failure from error
            raise _TryAgain(failure) from error

    async def _stream(
        self, request: ChatRequest, fallback_model: str
    ) -> AsyncIterator[str | Ended]:
        body = request.model_dump_json().encode()
        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        post = self._client.stream("POST", "chat/completions", content=body, headers=headers)
        async with post as response:
            if response.status_code == HTTPStatus.NOT_FOUND and request.model != fallback_model:
                raise _ModelGone  # an adapter that was taken away
            if not response.is_success:
                raise _judge(response, request.model)
            reason, usage = None, Usage()
            async for chunk in read_chunks(response.aiter_lines()):
                if chunk.text:
                    yield chunk.text
                reason, usage = chunk.finish_reason or reason, chunk.usage or usage
        if reason is None:
            raise httpx.RemoteProtocolError("the stream ended before the answer did")
        yield Ended(request.model, is_cut=reason == _CUT, usage=usage)

    async def _look(self, every: float) -> None:
        """Keep ``models`` up to date; a server that does not tell has none but its base."""
        while True:
            try:
                reply = (await self._client.get("models")).raise_for_status()
                names = {model.id for model in ModelList.model_validate_json(reply.content).data}
            except (httpx.HTTPError, ValidationError) as error:
                log.debug("models.not_listed", error=type(error).__name__)
            else:
                if names != self.models:
                    log.info("models.listed", count=len(names))
                self.models = frozenset(names)
            await asyncio.sleep(every)


def _judge(response: httpx.Response, model: str) -> Exception:
    """Tell from a status whether to try again; the body may hold a visitor's text and is left."""
    status = response.status_code
    if status in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        error = BackendError(
            f"the model's server is busy (status {status})", ModelTrouble.OVERLOADED
        )
        return _TryAgain(error, _asked_pause(response))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return _TryAgain(BackendError(f"the model's server failed (status {status})"))
    return _refused(response, model)


def _refused(response: httpx.Response, model: str) -> BackendError:
    status = response.status_code
    if status == HTTPStatus.NOT_FOUND:
        return BackendError(f"the model's server does not know {model!r} (see AI_MODEL)")
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return BackendError(f"the model's server refuses the key (status {status}; see AI_API_KEY)")
    return BackendError(f"the model's server refuses the request (status {status})")


def _asked_pause(response: httpx.Response) -> float | None:
    """Return the pause that a busy server asks for, if it is a short one."""
    value = response.headers.get("Retry-After", "")
    seconds = float(value) if value.isdecimal() else None
    return seconds if seconds is not None and 0 < seconds <= 2 else None


def _explain(error: httpx.TransportError) -> BackendError:
    if isinstance(error, httpx.ReadTimeout):
        return BackendError("the model's server fell silent", ModelTrouble.DEADLINE)
    if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        return BackendError("the model's server cannot be reached", ModelTrouble.UNREACHABLE)
    return BackendError("the connection to the model's server broke", ModelTrouble.UNREACHABLE)
