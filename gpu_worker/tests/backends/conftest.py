"""One checkpoint for all tests of the local backend, and one thread to run it on."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from transformers import Qwen2Config, Qwen2ForCausalLM
from transformers.utils.logging import disable_progress_bar, enable_progress_bar

from gpu_worker.agents.backends import local
from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.generative import GenerativeBackend
from gpu_worker.agents.prompts import lay_out, shipped_templates
from gpu_worker.tests.backends.support import TASK, settings_for, written
from gpu_worker.tests.tiny_tokenizers import CHATML_TEMPLATE, tiny_tokenizer
from shared.domain.words import Locale


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    disable_progress_bar()
    yield
    enable_progress_bar()
    torch.set_num_threads(before)


@pytest.fixture(scope="session")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random model of Qwen2's shape that says something to the task."""
    folder = tmp_path_factory.mktemp("models") / "tiny-qwen"
    rules = lay_out(TASK, shipped_templates().find("access", Locale.RU)).rules
    tokenizer = tiny_tokenizer(CHATML_TEMPLATE, texts=(rules, rules))
    for _ in range(20):
        torch.manual_seed(random.SystemRandom().randrange(2**31))
        config = Qwen2Config(
            vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64,
            num_hidden_layers=2, num_attention_heads=4, num_key_value_heads=2,
            max_position_embeddings=4_096, initializer_range=0.3, tie_word_embeddings=False,
            eos_token_id=tokenizer.convert_tokens_to_ids("<|im_end|>"), bos_token_id=None,
        )  # fmt: skip
        Qwen2ForCausalLM(config).save_pretrained(folder)
        tokenizer.save_pretrained(folder)
        backend = local.load_local(settings_for(folder))
        try:
            written(backend)
            return folder
        except BackendError:
            continue
        finally:
            backend.close()
    raise AssertionError("no random model says anything")


@pytest.fixture
def backend(checkpoint: Path) -> Iterator[GenerativeBackend]:
    made = local.load_local(settings_for(checkpoint))
    yield made
    made.close()
