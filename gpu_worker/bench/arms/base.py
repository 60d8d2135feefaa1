"""What an arm is."""

from collections.abc import Sequence
from typing import Protocol

from gpu_worker.bench.workload import Ask


class Arm(Protocol):
    """One way to answer requests greedily. Not thread-safe."""

    def run(self, asks: Sequence[Ask]) -> list[list[int]]:
        """Return each request's new tokens, in the order of the requests.

        Raises:
            BenchError: a request was not answered in full.
        """

    def close(self) -> None:
        """Give back threads and memory."""
