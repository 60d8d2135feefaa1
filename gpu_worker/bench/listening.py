"""When tokens came and steps ended, in wall time and in the process's CPU time."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from gpu_worker.engine.core import EngineStats, Observer, RequestCancelled, TokenStream


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds on two clocks. Other processes' load stretches the first and not the second."""

    wall: float
    cpu: float

    @classmethod
    def now(cls) -> "Moment":
        """Read both clocks."""
        return cls(time.perf_counter(), time.process_time())


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the engine: when it ended, who was given a token, prompt tokens taken in."""

    ended: Moment
    answering: int
    taken_in: int


class StepLog(Observer):
    """Notes every step on the engine's own thread, so that no listener's delay is measured."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self.steps: list[Step] = []
        self.admitted_at: list[int] = []

    def admitted(self, adapter: str, waited: float, prompt_tokens: int, reused: int) -> None:  # noqa: ARG002
        """Note after how many steps a request left the queue."""
        self.admitted_at.append(len(self.steps))

    def stepped(self, stats: EngineStats, answering: int, taken_in: int, seconds: float) -> None:  # noqa: ARG002
        """Note a step."""
        self.steps.append(Step(Moment.now(), answering, taken_in))

    def writing_seconds(self, batch: int) -> list[float]:
        """Return the wall time of each step that wrote for so many requests and did no more."""
        is_plain = [step.answering == batch and not step.taken_in for step in self.steps]
        return [
            self.steps[at].ended.wall - self.steps[at - 1].ended.wall
            for at in range(1, len(self.steps))
            if is_plain[at] and is_plain[at - 1]
        ]


@dataclass(slots=True)
class Heard:
    """The tokens of one stream and their moments, growing while a thread listens."""

    stream: TokenStream
    tokens: list[int] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    error: Exception | None = None
    _ended: bool = False
    _grown: threading.Condition = field(default_factory=threading.Condition)
    _thread: threading.Thread | None = None

    def begin(self) -> "Heard":
        """Listen in a thread of its own."""
        self._thread = threading.Thread(target=self._listen, name="listener", daemon=True)
        self._thread.start()
        return self

    def until(self, tokens: int, seconds: float = 600.0) -> bool:
        """Wait until so many tokens came; False when the stream ended before, or time is up."""
        with self._grown:
            self._grown.wait_for(lambda: len(self.tokens) >= tokens or self._ended, seconds)
        return len(self.tokens) >= tokens

    def finish(self) -> list[int]:
        """Wait for the end; return the tokens.

        Raises:
            EngineError: the request failed before its end.
        """
        if self._thread is not None:
            self._thread.join()
        if self.error is not None:
            raise self.error
        return self.tokens

    def gaps(self) -> Iterator[tuple[Moment, float, float]]:
        """Yield for each token but the first when it came and the wall and CPU seconds before."""
        for before, after in zip(self.moments, self.moments[1:], strict=False):
            yield after, after.wall - before.wall, after.cpu - before.cpu

    def _listen(self) -> None:
        try:
            for token in self.stream:
                with self._grown:
                    self.moments.append(Moment.now())
                    self.tokens.append(token)
                    self._grown.notify_all()
        except RequestCancelled:
            pass  # by whoever listens: it has what it wanted
        except Exception as error:  # noqa: BLE001 - told by finish(), in the thread that asks
            self.error = error
        finally:
            with self._grown:
                self._ended = True
                self._grown.notify_all()
