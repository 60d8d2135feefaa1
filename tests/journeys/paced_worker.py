"""The GPU worker with a model that can be held in the middle of an answer.

``python -m tests.journeys.paced_worker FILE``: while FILE exists, answers stop after their first
words. The model that is shipped quotes an answer in a few milliseconds; a language model takes
seconds, and what happens in these seconds (a refresh, a take-over, another question) must be
certain to happen in them. Everything else in the process is the platform's own.
"""

import sys
import time
from collections.abc import Generator
from pathlib import Path
from unittest.mock import patch

import gpu_worker.main
from gpu_worker.agents.backends.base import Draft, WritingTask
from gpu_worker.agents.backends.extractive import ExtractiveBackend

_POLL = 0.01


class PacedBackend(ExtractiveBackend):
    """Writes as the shipped backend does, and waits after the first piece while it is held."""

    hold: Path

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield what the shipped backend yields, in its own time."""
        for piece in super().write(task):
            yield piece
            while self.hold.exists():
                time.sleep(_POLL)


if __name__ == "__main__":
    PacedBackend.hold = Path(sys.argv[1])
    # What ``gpu_worker.models`` would choose by the settings.
    with patch.object(gpu_worker.main, "build_backend", lambda *_, **__: PacedBackend()):
        sys.exit(gpu_worker.main.main())
