"""A tiny instruct model on disk, and examples that it can learn in a few steps."""

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

from gpu_worker.agents.prompts import shipped_templates
from gpu_worker.tests.tiny_tokenizers import CHATML_TEMPLATE
from gpu_worker.training.examples import Example, Kind, ShownSource, is_held_out
from gpu_worker.training.options import TrainingOptions
from shared.domain.words import Locale

AGENT = "network"
_CONTROL = ["<|im_start|>", "<|im_end|>"]
_THINGS = ("vpn", "wi-fi", "mail", "printer", "screen", "disk", "mouse", "phone", "lamp", "door")
_TROUBLES = ("is broken", "does not start", "is slow", "was lost", "makes noise", "is locked")


def tiny_tokenizer(texts: Iterable[str], size: int = 1_000) -> PreTrainedTokenizerFast:
    """A byte-level BPE tokenizer with ChatML's control tokens, trained on ``texts``."""
    inner = Tokenizer(models.BPE())
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size,
        special_tokens=_CONTROL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    inner.train_from_iterator(texts, trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        eos_token="<|im_end|>",
        pad_token="<|im_end|>",
        chat_template=CHATML_TEMPLATE,
    )


def tiny_model(folder: Path, texts: Sequence[str], seed: int, hidden: int) -> Path:
    """Write a random Qwen2-shaped model with its tokenizer, as a checkpoint from a hub lies."""
    torch.manual_seed(seed)
    tokenizer = tiny_tokenizer(texts)
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=hidden,
        intermediate_size=2 * hidden,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=1024,
        initializer_range=0.1,
        tie_word_embeddings=True,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
    )
    Qwen2ForCausalLM(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def prompt_words() -> str:
    """What every prompt of the agent says: a tokenizer that knows it makes short prompts."""
    template = shipped_templates().find(AGENT, Locale.EN)
    return " ".join(
        (template.rules, template.extra, template.sources, template.question, template.closing)
    )


def examples(count: int, rng: random.Random, agent: str = AGENT) -> list[Example]:
    """Questions about things, all of which have the same answer, which cites the first source."""
    asked = [f"{thing} {trouble}" for thing in _THINGS for trouble in _TROUBLES]
    code = f"code {rng.randrange(100, 1000)}"
    return [
        Example(
            id=f"e{number}",
            agent=agent,
            kind=Kind.ANSWER,
            language=Locale.EN,
            sources=(ShownSource(n=1, title="Desk", text=f"Ask the desk for {code}."),),
            question=question,
            answer=f"Ask the desk for {code}. [1]",
        )
        for number, question in enumerate(rng.sample(asked, count))
    ]


def split(all_of: Sequence[Example], share: float) -> tuple[list[Example], list[Example]]:
    """Examples to train on, and those held out."""
    held_out = [one for one in all_of if is_held_out(one, share)]
    return [one for one in all_of if one not in held_out], held_out


def write_lines(path: Path, lines: Iterable[Example | str]) -> Path:
    """Write a JSONL file; a string is a line as it stands."""
    texts = (line if isinstance(line, str) else line.model_dump_json() for line in lines)
    path.write_text("".join(f"{text}\n" for text in texts), "utf-8")
    return path


def options(model: Path, data: Path, out: Path, **changes: object) -> TrainingOptions:
    """Options for a tiny model and a few examples."""
    given = {
        "agent": AGENT,
        "data": data,
        "model": str(model),
        "out": out,
        "rank": 8,
        "epochs": 2,
        "learning_rate": 0.01,
        "batch": 4,
        "accumulate": 2,
        "held_out": 0.2,
        "device": "cpu",
        "answer_tokens": 24,
        "log_steps": 5,
    }
    return TrainingOptions.model_validate(given | changes)
