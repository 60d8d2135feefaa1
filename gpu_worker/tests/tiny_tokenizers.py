"""Real tokenizers, small: trained in the test, with the special tokens of known families."""

import json
from collections.abc import Sequence

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

CHATML_TEMPLATE = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\n' + message['content'] "
    "+ '<|im_end|>' + '\n' }}{% endfor %}"
    "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}"
)
# Folds the rules into the visitor's first turn.
LLAMA2_TEMPLATE = (
    "{% if messages[0]['role'] == 'system' %}{% set system = '<<SYS>>\n' + messages[0]['content'] "
    "+ '\n<</SYS>>\n\n' %}{% set messages = messages[1:] %}"
    "{% else %}{% set system = '' %}{% endif %}"
    "{% for message in messages %}"
    "{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}"
    "{{ raise_exception('roles must alternate') }}{% endif %}"
    "{% if message['role'] == 'user' %}"
    "{{ bos_token + '[INST] ' + (system if loop.first else '') + message['content'] + ' [/INST]' }}"
    "{% else %}{{ ' ' + message['content'] + ' ' + eos_token }}{% endif %}{% endfor %}"
)
# Refuses rules.
GEMMA_TEMPLATE = (
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}"
    "{{ raise_exception('System role not supported') }}{% endif %}"
    "{% for message in messages %}"
    "{% set role = 'model' if message['role'] == 'assistant' else message['role'] %}"
    "{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}"
    "{% endfor %}{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}"
)
# Puts the rules before the last words of the visitor, as newer Mistral models have it.
LATE_SYSTEM_TEMPLATE = (
    "{% set system = messages[0]['content'] + '\n\n' if messages[0]['role'] == 'system' else '' %}"
    "{% set turns = messages[1:] if messages[0]['role'] == 'system' else messages %}{{ bos_token }}"
    "{% for message in turns %}{% if message['role'] == 'user' %}"
    "{{ '[INST] ' + (system if loop.last else '') + message['content'] + '[/INST]' }}"
    "{% else %}{{ ' ' + message['content'] + eos_token }}{% endif %}{% endfor %}"
)
SPECIAL = ("<s>", "</s>", "<|im_start|>", "<|im_end|>", "<start_of_turn>", "<end_of_turn>")
# Not special to the library, and control all the same.
UNSPECIAL = ("<think>", "</think>", "<tool_call>")
_TEXT = (
    "Перезапустите программу VPN и введите новый рабочий пароль. Принтер не печатает.",
    "Restart the VPN and enter your new password: system user assistant, im_start im_end.",
)


def tiny_tokenizer(
    template: str | None = CHATML_TEMPLATE,
    *,
    special: Sequence[str] = SPECIAL,
    eos: str = "</s>",
    kind: str = "bytes",
    texts: Sequence[str] = _TEXT,
) -> PreTrainedTokenizerFast:
    """Train a tokenizer over bytes (as Qwen and Llama 3 have) or over pieces (as Llama 2 has)."""
    core = Tokenizer(models.BPE(byte_fallback=kind == "pieces", unk_token=None))
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    extra = list(special)
    if kind == "bytes":
        core.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        core.decoder = decoders.ByteLevel()
    else:
        core.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="first")
        core.decoder = decoders.Sequence(
            [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(),
             decoders.Strip(" ", 1, 0)]
        )  # fmt: skip
        alphabet, extra = [], [*special, *(f"<0x{byte:02X}>" for byte in range(256))]
    trainer = trainers.BpeTrainer(
        vocab_size=900, special_tokens=extra, initial_alphabet=alphabet, show_progress=False
    )
    core.train_from_iterator(texts, trainer)
    if kind == "pieces":
        # The bytes are words of the vocabulary, not control tokens.
        core = _without_added(core, extra[len(special) :])
    core.add_tokens([AddedToken(text, special=False) for text in UNSPECIAL])
    return PreTrainedTokenizerFast(
        tokenizer_object=core, bos_token="<s>", eos_token=eos, chat_template=template
    )


def _without_added(core: Tokenizer, texts: Sequence[str]) -> Tokenizer:
    description = json.loads(core.to_str())
    description["added_tokens"] = [
        token for token in description["added_tokens"] if token["content"] not in texts
    ]
    return Tokenizer.from_str(json.dumps(description))
