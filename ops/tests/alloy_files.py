"""Grafana Alloy's configuration, read by its syntax: blocks of blocks and of attributes.

Its own program is not in Debian. What is read here is what the file uses: strings, numbers, lists,
objects and references; functions and arithmetic are refused.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

Value = str | int | list["Value"] | dict[str, "Value"]
_Part = TypeVar("_Part")

_TOKENS = re.compile(
    r"(?P<skip>[ \t\r\n]+|//[^\n]*)"
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)"
    r"|(?P<number>\d+)"
    r"|(?P<sign>[{}\[\]=,])"
)


class Reference(str):
    """What another component exports."""

    __slots__ = ()


@dataclass(slots=True)
class Block:
    """``kind "label" { … }``."""

    kind: str
    label: str = ""
    attributes: dict[str, Value] = field(default_factory=dict)
    blocks: list["Block"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Block"]:
        """It and all that are in it, in the order of the file."""
        yield self
        for block in self.blocks:
            yield from block

    def of_kind(self, kind: str) -> list["Block"]:
        """Blocks of a kind, however deep."""
        return [block for block in self if block.kind == kind]


def read(text: str) -> Block:
    """Return a file as a block without a name.

    Raises:
        ValueError: it is none of Alloy's, or uses more than is read here.
    """
    reader = _Reader(_tokens(text))
    whole = Block("")
    reader.fill(whole, until="end")
    return whole


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(text):
        found = _TOKENS.match(text, place)
        if found is None:
            raise ValueError(f"at {place}: {text[place : place + 20]!r}")
        place = found.end()
        kind = str(found.lastgroup)
        if kind != "skip":
            yield (found[0] if kind == "sign" else kind), found[0]
    yield "end", ""


class _Reader:
    def __init__(self, tokens: Iterator[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._kind, self._text = next(tokens)

    def fill(self, block: Block, until: str) -> None:
        while self._kind != until:
            name = self._take("name")
            if self._kind == "=":
                self._take("=")
                if name in block.attributes:
                    raise ValueError(f"{block.kind}: {name} is set twice")
                block.attributes[name] = self._value()
                continue
            inner = Block(name)
            if self._kind == "string":
                inner.label = json.loads(self._take("string"))
            self._take("{")
            self.fill(inner, until="}")
            self._take("}")
            block.blocks.append(inner)

    def _value(self) -> Value:
        match self._kind:
            case "string":
                return str(json.loads(self._take("string")))
            case "number":
                return int(self._take("number"))
            case "name":
                return Reference(self._take("name"))
            case "[":
                return list(self._parts("[", "]", self._value))
            case "{":
                return dict(self._parts("{", "}", self._pair))
        raise ValueError(f"no value: {self._text!r}")

    def _pair(self) -> tuple[str, Value]:
        name = self._take("name")
        self._take("=")
        return name, self._value()

    def _parts(self, first: str, last: str, part: Callable[[], _Part]) -> Iterator[_Part]:
        self._take(first)
        while self._kind != last:
            yield part()
            if self._kind != last:
                self._take(",")
        self._take(last)

    def _take(self, kind: str) -> str:
        if self._kind != kind:
            raise ValueError(f"{kind} was expected, and {self._text!r} stands there")
        text = self._text
        if kind != "end":
            self._kind, self._text = next(self._tokens, ("end", ""))
        return text
