"""A tiny base model for all tests of training, and one thread to train it on."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from transformers.utils.logging import disable_progress_bar, enable_progress_bar

from gpu_worker.tests.training.support import examples, prompt_words, tiny_model


@pytest.fixture(autouse=True, scope="module")
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    disable_progress_bar()
    yield
    enable_progress_bar()
    torch.set_num_threads(before)


@pytest.fixture
def rng() -> random.Random:
    """Fresh in each run; a failing test prints what it drew."""
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")  # noqa: T201
    return random.Random(seed)  # noqa: S311


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model of Qwen2's shape; the same in every test of a run."""
    rng = random.SystemRandom()
    texts = [f"{one.question} {one.answer} {prompt_words()}" for one in examples(60, rng)]
    folder = tmp_path_factory.mktemp("base")
    return tiny_model(folder, texts, seed=rng.randrange(2**31), hidden=96)
