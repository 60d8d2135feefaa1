"""Training examples: the contract of a line, reading a file of them, and the held-out part."""

import hashlib
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic import model_validator as validates

from gpu_worker.training.errors import BadExample
from shared.domain.words import Locale, Sender

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{1,31}$")]


class Line(BaseModel):
    """One line of a JSONL file."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(StrEnum):
    """What an example teaches."""

    ANSWER = "answer"
    REFUSAL = "refusal"
    GREETING = "greeting"
    HANDOFF = "handoff"
    CORRECTION = "correction"


class ShownSource(Line):
    """A passage as the agent was shown it; the answer refers to it as ``[n]``."""

    n: Annotated[int, Field(ge=1, le=99)]
    title: str = ""
    text: Text
    url: str | None = None


class Said(Line):
    """A message before the question, oldest first."""

    sender: Literal[Sender.VISITOR, Sender.AGENT, Sender.OPERATOR]
    text: Text


class AgentWords(Line):
    """What the rules of the prompt call the agent and its subject."""

    name: Text
    subject: Text


class Example(Line):
    """What an agent is shown, and what it should say.

    Without ``system`` the agent's slug stands for its name and its subject. ``weight`` multiplies
    the loss of the answer's tokens.
    """

    id: Text
    agent: Slug
    kind: Kind
    language: Locale
    system: AgentWords | None = None
    sources: tuple[ShownSource, ...] = ()
    history: tuple[Said, ...] = ()
    question: Text
    answer: Text
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0

    @validates(mode="after")
    def _numbers_differ(self) -> Self:
        numbers = [source.n for source in self.sources]
        if len(set(numbers)) != len(numbers):
            raise ValueError(f"two sources have the same number: {numbers}")
        return self


AnyLine = TypeVar("AnyLine", bound=Line)


def read_lines(path: Path, contract: type[AnyLine]) -> list[AnyLine]:
    """Read a JSONL file; empty lines are passed over.

    Raises:
        BadExample: the file cannot be read, or a line is not what it should be.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadExample(f"{path} cannot be read: {error}") from error
    found: list[AnyLine] = []
    # Not splitlines: a text in JSON may hold U+2028, which that takes for the end of a line.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            try:
                found.append(contract.model_validate_json(line))
            except ValidationError as error:
                raise BadExample(f"{path.name}, line {number}: {_sentence(error)}") from None
    return found


def read_examples(path: Path, agent: str) -> list[Example]:
    """Read an agent's examples, ordered by id; what stands there twice is read once.

    Raises:
        BadExample: a line is malformed, or two different examples have the same id.
    """
    by_id: dict[str, Example] = {}
    for example in read_lines(path, Example):
        if example.agent == agent and by_id.setdefault(example.id, example) != example:
            raise BadExample(f"{path.name}: two different examples have the id {example.id!r}")
    return sorted(without_twins(by_id.values()), key=lambda example: example.id)


def without_twins(examples: Iterable[Example]) -> list[Example]:
    """Drop examples that teach what another one teaches; the heaviest of them stays."""
    kept: dict[str, Example] = {}
    for example in examples:
        twin = kept.get(key := content_hash(example))
        if twin is None or example.weight > twin.weight:
            kept[key] = example
    return list(kept.values())


def content_hash(example: Example) -> str:
    """Return a digest of what an example shows and asks for, without its id, kind and weight."""
    shown = example.model_dump_json(exclude={"id", "kind", "weight"})
    return hashlib.sha256(shown.encode()).hexdigest()[:16]


def data_hash(examples: Sequence[Example]) -> str:
    """Return a digest of a set of examples, whatever their order."""
    lines = sorted(example.model_dump_json() for example in examples)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_held_out(example: Example, share: float) -> bool:
    """Whether an example is kept for measuring, by the hash of what is asked.

    The same question of the same agent is always on the same side: when data grow, when the
    knowledge base changes what is shown with it, and when an operator corrects the answer. A
    larger share holds out all that a smaller one does.
    """
    asked = "\0".join((*(said.text for said in example.history), _flat(example.question)))
    digest = hashlib.sha256(f"{example.agent}\0{asked}".encode()).digest()
    return int.from_bytes(digest[:8]) < share * 2**64


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())


def _sentence(error: ValidationError) -> str:
    parts = []
    for item in error.errors(include_input=False, include_url=False)[:3]:
        name = ".".join(str(piece) for piece in item["loc"])
        text = item["msg"].removeprefix("Value error, ")
        parts.append(f"{name}: {text}" if name else text)
    return "; ".join(parts)
