"""Text out of a stream: tokens decoded as they come, blanks trimmed, marks read as citations."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from razdel import sentenize

from gpu_worker.agents.backends.base import Source
from shared.contracts.wire import Citation

# What may still become another character when more tokens come.
_UNFINISHED = "\N{REPLACEMENT CHARACTER}"
# A character has at most four bytes, so after that many tokens it will not become whole any more.
_HELD = 6
_QUOTE = 300
_MARK = re.compile(r"\[(\d{1,2})\]")


class TextStream:
    """Decodes token ids one by one, in time linear in their number.

    Decoding is not local: a blank before a word depends on what stands before it, and the bytes of
    one character may come in several tokens. So a short window of tokens is decoded twice, without
    the new ones and with them, and the difference is what is new (the way of text-generation-
    inference and vLLM).
    """

    def __init__(self, decode: Callable[[Sequence[int]], str]) -> None:
        """Decode with ``decode``, which leaves control tokens out."""
        self._decode = decode
        self._window: list[int] = []
        self._told = 0

    def push(self, token: int) -> str:
        """Take a token; returns the text that is certain now, often nothing."""
        self._window.append(token)
        before, whole = self._decoded()
        is_held = whole.endswith(_UNFINISHED) and len(self._window) - self._told < _HELD
        return "" if is_held else self._tell(before, whole)

    def finish(self) -> str:
        """Return what was held back, whole or not."""
        return self._tell(*self._decoded())

    def _decoded(self) -> tuple[str, str]:
        return self._decode(self._window[: self._told]), self._decode(self._window)

    def _tell(self, before: str, whole: str) -> str:
        self._window = self._window[self._told :]
        self._told = len(self._window)
        return whole[len(before) :]


def trimmed(pieces: Iterable[str]) -> Iterator[str]:
    """Leave out the blanks at both ends of a streamed text; empty pieces stay."""
    held, has_begun = "", False
    for piece in pieces:
        text = held + piece if has_begun else (held + piece).lstrip()
        body = text.rstrip()
        held, has_begun = text[len(body) :], has_begun or bool(body)
        if body or not piece:
            yield body


def whole_sentences(text: str) -> str:
    """Leave out the last sentence of a text that broke off, unless it is the only one."""
    sentences = list(sentenize(text))
    return text[: sentences[-2].stop].rstrip() if len(sentences) > 1 else text


def citations_of(text: str, sources: Sequence[Source]) -> tuple[Citation, ...]:
    """Return the sources that the text refers to, each once, in its order."""
    known = {source.n: source for source in sources}
    numbers = dict.fromkeys(int(match) for match in _MARK.findall(text))
    return tuple(
        Citation(n=n, title=known[n].title, url=known[n].url, quote=_excerpt(known[n].text))
        for n in numbers
        if n in known
    )


def _excerpt(text: str) -> str:
    """Return the whole sentences at the beginning of a passage, or of a long one its beginning."""
    if len(text) <= _QUOTE:
        return text
    ends = [sentence.stop for sentence in sentenize(text) if sentence.stop <= _QUOTE]
    return text[: ends[-1]] if ends else text[:_QUOTE]
