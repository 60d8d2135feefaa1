"""One thread for torch, and the small checkpoints that all tests of the engine share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from gpu_worker.tests.engine.worlds import FAMILIES, World, make_world

collect_ignore = [] if torch.cuda.is_available() else ["test_cuda.py"]


@pytest.fixture(scope="session", autouse=True)
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def world_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], World]:
    """Return the checkpoint of a family, made at random at its first use."""
    made: dict[str, World] = {}

    def of(family: str) -> World:
        if family not in made:
            made[family] = make_world(family, Path(tmp_path_factory.mktemp(family)))
        return made[family]

    return of


@pytest.fixture(scope="session")
def world(world_of: Callable[[str], World]) -> World:
    """Return one of them, for tests that are not about model families."""
    return world_of(FAMILIES[0])
