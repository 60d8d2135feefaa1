"""Greedy tokens of every arm against the naive way's, in float32: wrong tokens have no speed."""

from collections.abc import Mapping, Sequence

from gpu_worker.bench.arms.base import Arm
from gpu_worker.bench.arms.peft_arms import Naive
from gpu_worker.bench.arms.served import Room
from gpu_worker.bench.errors import BenchError
from gpu_worker.bench.figures import Equality
from gpu_worker.bench.rounds import Record, compare
from gpu_worker.bench.stand import Stand
from gpu_worker.bench.workload import Ask, bare

EXACT = "float32"


def check(stand: Stand, arms: Mapping[str, Arm], asks: Sequence[Ask]) -> dict[str, Equality]:
    """Compare float32 arms with the naive way, the ceiling with the naive way without adapters.

    An arm that cannot run has nothing compared; the rounds tell its reason.
    """
    naive = Naive(stand.peft(EXACT))
    reference = naive.run(asks)
    found: dict[str, Equality] = {}
    for name, arm in arms.items():
        is_bare = name == "ceiling"
        record = Record()
        try:
            answers = arm.run(bare(asks) if is_bare else asks)
        except (RuntimeError, ValueError, NotImplementedError, BenchError):
            continue
        compare(record, answers, naive.run(bare(asks)) if is_bare else reference)
        found[name] = Equality(record.compared, record.equal)
    return found


def check_apart(
    stand: Stand, names: Sequence[str], room: Room, asks: Sequence[Ask]
) -> dict[str, Equality]:
    """Build float32 arms for the check alone: the arms measured have another dtype."""
    with stand.arms(names, room, dtype=EXACT) as arms:
        found = check(stand, arms, asks)
    stand.release(EXACT)
    return found
