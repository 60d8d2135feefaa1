"""What a program is to the supervisor, and in which order programs stop."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from signal import Signals


class Group(IntEnum):
    """Programs stop group by group, the highest number first; within a group at once."""

    STORES = 10
    WORKERS = 20
    GPU_WORKER = 30
    HANDLERS = 40


@dataclass(frozen=True, slots=True)
class Program:
    """One process under the supervisor.

    ``ready`` answers at once: whether the program can be used now. ``prepare`` runs before the
    program's first start of a launch (and finds out about crashed earlier ones); ``finish`` when
    it is first ready.
    """

    name: str
    group: Group
    command: tuple[str, ...]
    ready: Callable[[], bool]
    where: str
    environment: Mapping[str, str] = field(default_factory=dict)
    stop_signal: Signals = Signals.SIGTERM
    stop_wait: int = 30
    prepare: Callable[[], None] | None = None
    finish: Callable[[], None] | None = None
