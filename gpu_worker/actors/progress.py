"""An answer as it is made, shown to everybody in the conversation.

Words come one by one; a frame for each would cost more than it shows, so they are gathered for
a thirtieth of a second. The first one goes at once: it is the one people wait for.

An answer that is started over is not streamed any more. Clients put pieces where their offsets
say and never take any back, so a second answer would be glued to what is left of the first; the
finished message replaces both.
"""

import time
from collections.abc import Callable

from redis.exceptions import RedisError

from gpu_worker.agents.progress import Superseded
from shared.contracts.queues import AiRequest
from shared.domain.words import Stage
from shared.observability.logs import get_logger
from shared.storage.answers import Answers

_GATHER_SECONDS = 1 / 30
_KEEP_SECONDS = 2.0
_BEAT_SECONDS = 0.5


class LiveProgress:
    """Reports one turn; raises ``Superseded`` as soon as its epoch is over."""

    def __init__(
        self,
        answers: Answers,
        request: AiRequest,
        *,
        keep: Callable[[], object] = lambda: None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Report through ``answers``; ``keep`` renews the lease of an answer that takes long."""
        self._answers = answers
        self._request = request
        self._keep = keep
        self._clock = clock
        self._kept = clock()
        self._offset = 0
        self._waiting = ""
        self._last_sent = float("-inf")
        self._last_asked = clock()
        self._is_muted = False

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        """Tell what is being done now."""
        self.flush()
        request = self._request
        self._report(
            lambda: self._answers.stage(
                request.conversation_id,
                request.epoch,
                request.answer_id,
                stage,
                agent=agent,
                in_reply_to=request.turn[-1].id,
            )
        )

    def delta(self, text: str) -> None:
        """Show more of the answer, now or with the next words."""
        if self._is_muted:
            self.beat()
            return
        self._waiting += text
        if self._clock() - self._last_sent >= _GATHER_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Show what was gathered."""
        if not self._waiting:
            return
        text, offset = self._waiting, self._offset
        self._waiting = ""
        self._offset += len(text)
        self._last_sent = self._clock()
        request = self._request
        self._report(
            lambda: self._answers.delta(
                request.conversation_id, request.epoch, request.answer_id, offset, text
            )
        )

    def beat(self) -> None:
        """Ask whether the answer is still wanted, twice a second at most."""
        if self._clock() - self._last_asked >= _BEAT_SECONDS:
            request = self._request
            self._report(
                lambda: self._answers.is_current(
                    request.conversation_id, request.epoch, request.turn[-1].seq
                )
            )

    def start_over(self) -> None:
        """Drop what was gathered and kept; what was shown stays until the whole answer comes."""
        self._waiting = ""
        if self._offset == 0:
            return
        self._is_muted = True
        request = self._request
        # An empty piece at the beginning: clients see nothing new, and what is kept for a stop or
        # a second tab is emptied.
        self._report(
            lambda: self._answers.delta(
                request.conversation_id, request.epoch, request.answer_id, 0, ""
            )
        )

    def _report(self, send: Callable[[], bool]) -> None:
        self._last_asked = self._clock()
        try:
            is_current = send()
            if self._clock() - self._kept >= _KEEP_SECONDS:
                self._kept = self._clock()
                self._keep()
        except (RedisError, OSError) as error:
            # Progress is decoration; the result is checked once more where it counts.
            get_logger().debug("progress.not_shown", error=type(error).__name__)
            return
        if not is_current:
            raise Superseded
