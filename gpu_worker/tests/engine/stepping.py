"""An engine over a world's checkpoint, and a hand on its steps."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Thread
from typing import Any, TypeVar

import torch
from torch import Tensor

from gpu_worker.engine.core import EngineConfig, EngineStats, Observer, SamplingParams, TokenStream
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.worlds import (
    ADAPTERS,
    CONTEXT,
    INVOCATION,
    Case,
    World,
    load_base,
)

_T = TypeVar("_T")


@contextmanager
def running(
    world: World,
    *,
    names: Sequence[str] = tuple(ADAPTERS),
    observer: Observer | None = None,
    dense: bool = False,
    dtype: torch.dtype = torch.float32,
    **config: float,
) -> Iterator[LocalEngine]:
    """Run an engine over a world's checkpoint with adapters of these names; stop it at the end.

    Args:
        world: the checkpoint.
        names: folders of adapters.
        observer: hears what happens.
        dense: multiply as on a GPU, all adapters for all tokens.
        dtype: of the model.
        config: fields of ``EngineConfig``.
    """
    sizes = {"slots": 8, "running": 8, "context": CONTEXT, "step_tokens": 32, "beside_tokens": 8}
    model, fields = load_base(world.base, dtype), dict[str, Any]({**sizes, **config})
    engine = LocalEngine(model, EngineConfig(**fields), observer)
    engine._adapters._is_dense = dense
    try:
        for name in names:
            engine.load_adapter(name, world.adapters / name)
        yield engine
    finally:
        if isinstance(observer, Stepper):
            observer.let_go()
        within(10, engine.close)


def submit(engine: LocalEngine, case: Case, **params: object) -> TokenStream:
    """Ask for as many tokens as the case has."""
    ways: dict[str, Any] = {"max_new_tokens": len(case.tokens), **params}
    return engine.submit(case.prompt, case.blend, SamplingParams(**ways))


def read(stream: Iterable[int], seconds: float = 20) -> list[int]:
    """Read a stream to its end; a reader that waits for ever fails the test."""
    return within(seconds, lambda: list(stream))


def take(tokens: Iterator[int], count: int) -> list[int]:
    """Read the next tokens."""
    return within(20, lambda: [next(tokens) for _ in range(count)])


def within(seconds: float, act: Callable[[], _T]) -> _T:
    """Return what a call returns, unless it takes longer."""
    done: Future[_T] = Future()

    def run() -> None:
        try:
            done.set_result(act())
        except BaseException as error:  # noqa: BLE001  # it belongs to the caller
            done.set_exception(error)

    Thread(target=run, daemon=True).start()
    return done.result(seconds)


@contextmanager
def before_steps(engine: LocalEngine, act: Callable[[Tensor], None]) -> Iterator[None]:
    """Call something with the token ids ``[tokens]`` of each step before the model runs."""

    def hook(_model: object, _args: object, kwargs: dict[str, Tensor]) -> None:
        act(kwargs["input_ids"][0])

    handle = engine._model.register_forward_pre_hook(hook, with_kwargs=True)
    yield
    handle.remove()


def is_idle(engine: LocalEngine) -> bool:
    """Whether nothing is left behind: no request, no slot and no adapter in use."""
    stats = engine.stats()
    return (
        (stats.running, stats.waiting) == (0, 0)
        and not engine._requests
        and engine._slots.free == stats.slots
        and all(version.users == 0 for version in engine._adapters._versions)
    )


class Stepper(Observer):
    """Stops an engine between two steps, and keeps what it told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, float]] = []
        self.steps: list[tuple[EngineStats, int, int]] = []
        self._done: SimpleQueue[None] = SimpleQueue()
        self._permits: SimpleQueue[None] = SimpleQueue()
        self._is_free = True

    def stepped(self, stats: EngineStats, answering: int, taken_in: int, _seconds: float) -> None:
        """Wait for a permit to go on."""
        self.steps.append((stats, answering, taken_in))
        if not self._is_free:
            self._done.put(None)
            self._permits.get()

    def admitted(self, adapter: str, _waited: float, _prompt_tokens: int, reused: int) -> None:
        """Keep it."""
        self.heard.append(("admitted", adapter, reused))

    def began(self, adapter: str, seconds: float) -> None:
        """Keep it."""
        self.heard.append(("began", adapter, seconds))

    def ended(self, adapter: str, code: str, new_tokens: int, _seconds: float) -> None:
        """Keep it."""
        self.heard.append((code, adapter, new_tokens))

    def hold(self, engine: LocalEngine) -> None:
        """Stop an idle engine behind a step that it makes for a request of one token."""
        self._is_free = False
        stream = engine.submit([INVOCATION[0]] * 2, {}, SamplingParams(max_new_tokens=1))
        self._done.get(timeout=20)
        assert len(read(stream)) == 1
        self.heard.clear()
        self.steps.clear()

    def step(self, count: int = 1) -> EngineStats:
        """Let the engine make steps; return what it says after the last."""
        for _ in range(count):
            self._permits.put(None)
            self._done.get(timeout=20)
        return self.steps[-1][0]

    def let_go(self) -> None:
        """Let the engine run."""
        self._is_free = True
        self._permits.put(None)
