"""Data inside a prompt: it stays data, whatever is written in it.

What visitors and passages say stands between ``<source …>`` or ``<question>`` and its end. Text
that looks like one of these frames, or like a control token of any known family of models, is
broken up with look-alikes: people can still read it, and neither the tokenizer nor the model
takes it for a border. The tokenizer is told besides to read data without control tokens at all.
"""

import re

# <|…|> of ChatML and Llama 3, <…> of <s>, </s>, <bos>, <start_of_turn>, [INST] of Llama 2, and
# our own frames, with whatever stands inside the bracket.
_CONTROL = re.compile(
    r"<\|[^<>\n]{0,60}\|>|<｜[^<>\n]{0,60}｜>|</?[a-z_]{1,30}>|\[/?(?:INST|SYS)\]|<</?SYS>>|"
    r"<\s{0,9}/?\s{0,9}(?:source|question)\b[^<>]{0,200}>?",
    re.IGNORECASE,
)
_LOOKALIKES = str.maketrans({"<": "‹", ">": "›", "|": "¦", "｜": "¦", "[": "⟦", "]": "⟧"})


def neutralise(text: str) -> str:
    """Break up everything that looks like a control token or a frame, leaving it readable."""
    return _CONTROL.sub(lambda match: match[0].translate(_LOOKALIKES), text)
