"""The engine in this process: one thread steps, many submit and read.

A request's life: ``submit`` pins its adapters' versions and queues it; between two steps it is
admitted into a slot, with what the slots hold of its prompt; steps take in the rest of the prompt
piece by piece; each further step gives it a token; a stop token, the length, a deadline, ``cancel``
or a failure ends it, and between two steps its slot and its versions are free.
"""

from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Condition, Thread
from time import monotonic

import numpy as np
import structlog
import torch
from transformers import PreTrainedModel

from gpu_worker.engine.adapter_files import read_adapter
from gpu_worker.engine.adapters import AdapterStack
from gpu_worker.engine.attention import Share
from gpu_worker.engine.checks import allocate, check_model, check_prompt, is_out_of_memory
from gpu_worker.engine.core import (
    EngineConfig,
    EngineError,
    EngineStats,
    EngineStopped,
    Observer,
    OutOfMemory,
    PastDeadline,
    QueueFull,
    RequestCancelled,
    SamplingParams,
    StepFailed,
    TokenStream,
)
from gpu_worker.engine.forward import Forward, Step
from gpu_worker.engine.graphs import best_forward
from gpu_worker.engine.request import Request, blends, tokens
from gpu_worker.engine.sampling import choose
from gpu_worker.engine.scheduler import Batch, Scheduler

log = structlog.get_logger(__name__)


class LocalEngine:
    """Runs many requests of any mix of adapters at once. Thread-safe.

    Args:
        model: a causal language model, which the engine owns from here on.
        config: what it may use.
        observer: hears what happens.
        make_forward: makes what computes the steps.

    Raises:
        ModelRefused: the model needs what this engine has not.
        OutOfMemory: not even one slot fits.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        config: EngineConfig | None = None,
        observer: Observer | None = None,
        make_forward: Callable[[PreTrainedModel, EngineConfig], Forward] = best_forward,
    ) -> None:
        self._config, self._observer = config or EngineConfig(), observer or Observer()
        check_model(model, self._config.context)
        self._model = model.eval()
        self._forward = make_forward(model, self._config)
        self._slots = allocate(model, self._config, is_by_token=self._forward.is_by_token)
        self._adapters = AdapterStack(
            self._forward.fans, self._forward.layout, is_dense=self._forward.is_dense
        )
        self._scheduler = Scheduler(self._config, self._slots, self._admitted)
        self._requests: dict[str, Request] = {}
        self._changes: deque[tuple[Callable[[], None], Future[None]]] = deque()
        self._counts: Counter[str] = Counter()
        self._untold: deque[tuple[Request, int | EngineError | None]] = deque()
        self._stopped: str | None = None
        self._condition = Condition()
        self._thread = Thread(target=self._run, name="engine", daemon=True)
        self._thread.start()

    def submit(
        self, prompt_ids: Sequence[int], adapters: Mapping[str, float], params: SamplingParams
    ) -> TokenStream:
        """Start a request; see ``Engine``.

        Raises:
            EngineError: the prompt or an adapter is refused, the queue is full, the engine stopped.
        """
        check_prompt(prompt_ids, params, self._config.context, self._model.config)
        name = "+".join(sorted(adapters)) or "base"
        with self._condition:
            self._check_running()
            if self._scheduler.is_full:
                raise QueueFull(f"{self._config.queue} requests wait already")
            spans = self._adapters.pin(adapters, prompt_ids)
            request = Request(prompt_ids, spans, name, params)
            self._requests[request.id] = request
            self._scheduler.waiting.append(request)
            self._condition.notify()
        return request

    def cancel(self, request_id: str) -> None:
        """Stop a request; its place is free before the next step."""
        with self._condition:
            if request := self._requests.get(request_id):
                request.ending = RequestCancelled("the request was cancelled")

    def load_adapter(self, name: str, folder: Path) -> None:
        """Load an adapter that PEFT saved, or replace the one of this name, between two steps.

        Raises:
            AdapterRefused: it does not fit this model; nothing changed.
            OutOfMemory: there is no memory for it; nothing changed.
            EngineStopped: the engine does not run.
        """
        weights = read_adapter(name, folder, self._adapters.shapes, self._model.config)
        self._between_steps(lambda: self._adapters.add(name, weights))

    def unload_adapter(self, name: str) -> None:
        """Forget an adapter; requests under way keep it until their end.

        Raises:
            UnknownAdapter: none of this name is loaded.
            EngineStopped: the engine does not run.
        """
        self._between_steps(lambda: self._adapters.remove(name))

    def adapters(self) -> frozenset[str]:
        """Names that a request may use."""
        return self._adapters.names

    def stats(self) -> EngineStats:
        """What the engine holds and did."""
        counts = self._counts
        return EngineStats(
            running=len(self._scheduler.running),
            waiting=len(self._scheduler.waiting),
            slots=self._slots.count,
            cached_tokens=self._slots.cached_tokens,
            steps=counts["steps"],
            failed_steps=counts["failed_steps"],
            prompt_tokens=counts["prompt_tokens"],
            reused_tokens=counts["reused_tokens"],
            new_tokens=counts["new_tokens"],
            cancelled_tokens=counts["cancelled_tokens"],
        )

    def close(self) -> None:
        """Stop. Requests that are not finished fail with ``EngineStopped``."""
        self._stop("the engine was closed")
        self._thread.join()

    def _run(self) -> None:
        """The engine's thread: change, end, plan, step; for ever."""
        # Numbers next to zero, as a gate that is shut makes, take a CPU several times as long.
        torch.set_flush_denormal(True)
        try:
            with torch.inference_mode():
                while self._has_work():
                    self._end_overdue()
                    if batch := self._scheduler.plan():
                        self._advance(batch)
        except Exception as error:  # noqa: BLE001  # the readers must hear of it, whatever it is
            self._stop(f"the engine failed: {type(error).__name__}: {error}")
        self._abandon()

    def _has_work(self) -> bool:
        """Wait for work, having made the changes that wait for a pause; False: stop."""
        if self._changes or not self._scheduler.running:
            self._hand_out()  # no step follows soon that would
        with self._condition:
            self._condition.wait_for(lambda: self._changes or self._requests or self._stopped)
            if not self._stopped:
                self._make_changes()
            return not self._stopped

    def _make_changes(self) -> None:
        while self._changes:
            change, done = self._changes.popleft()
            try:
                self._check_running()
                change()
            except Exception as error:  # noqa: BLE001  # it belongs to the caller
                if is_out_of_memory(error):
                    error = OutOfMemory(f"no memory for the change: {error}")
                done.set_exception(error)
            else:
                done.set_result(None)

    def _advance(self, batch: Batch) -> None:
        """Make a step and hand out its tokens."""
        began, failure = monotonic(), None
        try:
            chosen = self._step(batch)
        except torch.AcceleratorError:
            raise  # the device is lost to this process
        except Exception as error:  # noqa: BLE001  # whatever it is, the engine goes on
            failure = error.with_traceback(None)  # which holds the tensors that took the memory
        if failure:
            self._recover(batch, failure)
            return
        for request, count in batch:
            start = request.cached
            self._slots.fill(request.slot, request.stamps[start : start + count])
            request.cached += count
        ready = [request for request, _ in batch if not request.pending]
        for request, token in zip(ready, chosen, strict=True):
            self._give(request, token)
        if not self._forward.is_async:
            self._hand_out()
        taken_in = sum(count for _, count in batch) - len(ready)
        seconds = monotonic() - began
        self._scheduler.succeeded(taken_in, seconds)
        self._counts["steps"] += 1
        self._tell(self._observer.stepped, self.stats(), len(ready), taken_in, seconds)

    def _step(self, batch: Batch) -> list[int]:
        """Compute a batch; return a token for each request of which all is computed then."""
        shares = [Share(request.slot, request.cached, count) for request, count in batch]
        stamps = np.concatenate(
            [request.stamps[request.cached : request.cached + count] for request, count in batch]
        )
        padding = self._forward.padded(len(stamps)) - len(stamps)
        stamps = np.pad(stamps, (0, padding), mode="edge")
        self._adapters.select(blends(stamps))
        ready = [at for at, (request, count) in enumerate(batch) if request.pending == count]
        logits = self._forward(Step(tokens(stamps), shares, ready), self._slots)
        if self._forward.is_async:
            self._hand_out()  # readers wake up while the GPU computes
        return choose(logits, [(batch[at][0].params, batch[at][0].luck) for at in ready])

    def _recover(self, batch: Batch, error: Exception) -> None:
        """Fail only what must: try with less memory, then each request of the batch alone."""
        self._counts["failed_steps"] += 1
        if is_out_of_memory(error):
            if self._scheduler.tighten() or self._shrink():
                return
            newest = max((request for request, _ in batch), key=lambda r: r.submitted)
            self._end(newest, OutOfMemory(f"no memory left: {error}"))
        elif len(batch) > 1:
            self._scheduler.suspects = [request for request, _ in batch]
        else:
            self._end(batch[0][0], StepFailed(f"{type(error).__name__}: {error}"))

    def _shrink(self) -> bool:
        """Give up slots that only hold what may be used again; False: it cannot be done."""
        if self._slots.free < 2:
            return False
        try:
            moved = self._slots.shrink()
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            return False
        for request in self._scheduler.running:
            request.slot = moved[request.slot]
        return True

    def _give(self, request: Request, token: int) -> None:
        if token in request.params.stop_ids:
            self._end(request, None)
            return
        request.give(token)
        self._untold.append((request, token))
        self._counts["new_tokens"] += 1
        if request.new_tokens == 1:
            seconds = monotonic() - request.submitted
            self._tell(self._observer.began, request.adapter, seconds)
        if request.new_tokens == request.params.max_new_tokens:
            self._end(request, None)

    def _admitted(self, request: Request) -> None:
        self._counts["prompt_tokens"] += request.prompt_length
        self._counts["reused_tokens"] += request.cached
        waited = monotonic() - request.submitted
        facts = request.adapter, waited, request.prompt_length, request.cached
        self._tell(self._observer.admitted, *facts)

    def _end_overdue(self) -> None:
        now = monotonic()
        for request in list(self._requests.values()):
            if request.ending is None and now >= request.deadline:
                spent = request.params.deadline_seconds
                request.ending = PastDeadline(f"not finished within {spent:g} s")
            if request.ending is not None:
                self._end(request, request.ending)

    def _end(self, request: Request, error: EngineError | None) -> None:
        """Free what a request holds, and tell its reader."""
        with self._condition:
            self._requests.pop(request.id)
            self._scheduler.remove(request)
            self._adapters.unpin(request.blend)
        if isinstance(error, RequestCancelled):
            self._counts["cancelled_tokens"] += request.new_tokens
        self._tell_end(request, error)

    def _tell_end(self, request: Request, error: EngineError | None) -> None:
        self._untold.append((request, error))
        code = error.code if error else "done"
        seconds = monotonic() - request.submitted
        self._tell(self._observer.ended, request.adapter, code, request.new_tokens, seconds)

    def _hand_out(self) -> None:
        """Let readers have what came."""
        while self._untold:
            request, event = self._untold.popleft()
            request.tell(event)

    def _tell(self, hear: Callable[..., None], *facts: object) -> None:
        """Let the observer hear; what it raises is no reason to fail requests."""
        try:
            hear(*facts)
        except Exception as error:  # noqa: BLE001  # whatever it is, the engine goes on
            log.warning("engine.observer_failed", error=repr(error))

    def _abandon(self) -> None:
        """Tell all who wait that the engine stopped, in whatever state it was left."""
        with self._condition:
            requests = list(self._requests.values())
            self._requests.clear()
            self._scheduler.waiting.clear()
            self._scheduler.running.clear()
        for request in requests:
            self._tell_end(request, EngineStopped(str(self._stopped)))
        self._hand_out()
        self._make_changes()

    def _between_steps(self, change: Callable[[], None]) -> None:
        done: Future[None] = Future()
        with self._condition:
            self._check_running()
            self._changes.append((change, done))
            self._condition.notify()
        done.result()

    def _check_running(self) -> None:
        if self._stopped:
            raise EngineStopped(self._stopped)

    def _stop(self, why: str) -> None:
        with self._condition:
            self._stopped = self._stopped or why
            self._condition.notify()
