"""Questions with or without labels, one JSON object a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StrictInt, StrictStr, ValidationError

from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.evaluation.errors import BadQuestions
from gpu_worker.evaluation.knowledge import Knowledge, same_name
from shared.domain.words import Sender


class Kind(StrEnum):
    """What sort of message a question is."""

    ANSWERABLE = "answerable"
    FOLLOW_UP = "follow_up"
    MULTI_DOMAIN = "multi_domain"
    OUT_OF_SCOPE = "out_of_scope"
    GREETING = "greeting"
    HUMAN_REQUEST = "human_request"
    ABUSE = "abuse"


SERVICE_KINDS = frozenset({Kind.GREETING, Kind.HUMAN_REQUEST, Kind.ABUSE})
"""Messages that are no questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """A message, what was said before it and, where known, who and what answers it.

    ``passages`` is None where nobody labelled them; empty says that nothing answers.
    """

    id: int | str
    text: str
    history: tuple[HistoryMessage, ...] = ()
    kind: Kind | None = None
    agents: frozenset[str] | None = None
    passages: frozenset[UUID] | None = None

    @property
    def is_service(self) -> bool:
        """Whether it is a greeting, abuse or a call for a person."""
        return self.kind in SERVICE_KINDS

    @property
    def is_judged(self) -> bool:
        """Whether the labels say what should become of it."""
        return self.passages is not None or self.is_service or self.kind is Kind.OUT_OF_SCOPE


class _Said(BaseModel):
    sender: Sender
    text: StrictStr


class _Row(BaseModel):
    """A line as it is written. Names that are not known are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: StrictInt | StrictStr
    text: StrictStr
    history: tuple[_Said, ...] | None = None
    kind: Kind | None = None
    agents: tuple[StrictStr, ...] | None = None
    passages: tuple[tuple[StrictStr, StrictInt | StrictStr], ...] | None = None


def read_questions(path: Path, knowledge: Knowledge) -> list[Question]:
    """Read questions whose labels are of ``knowledge``.

    Raises:
        BadQuestions: the file cannot be read or is empty, a line is malformed, has the id of
            another, or names an agent or a passage that the knowledge does not have.
    """
    questions: dict[int | str, Question] = {}
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            question = _question(_Row.model_validate_json(line), knowledge)
            if question.id in questions:
                raise BadQuestions(f"the id {question.id!r} is that of an earlier line")
        except ValidationError as error:
            raise BadQuestions(f"{path}, line {number}: {_sentence(error)}") from None
        except BadQuestions as error:
            raise BadQuestions(f"{path}, line {number}: {error}") from None
        questions[question.id] = question
    if not questions:
        raise BadQuestions(f"{path} has no questions")
    return list(questions.values())


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise BadQuestions(f"{path} is not UTF-8 text: {error.reason}") from error
    except OSError as error:
        raise BadQuestions(f"{path} cannot be read: {error.strerror}") from error


def _question(row: _Row, knowledge: Knowledge) -> Question:
    return Question(
        id=row.id,
        text=row.text,
        history=tuple(HistoryMessage(said.sender, said.text) for said in row.history or ()),
        kind=row.kind,
        agents=None if row.agents is None else frozenset(_agents(row.agents, knowledge)),
        passages=None if row.passages is None else frozenset(_passages(row.passages, knowledge)),
    )


def _agents(names: tuple[str, ...], knowledge: Knowledge) -> Iterator[str]:
    for name in map(same_name, names):
        if name not in knowledge.agents:
            raise BadQuestions(f"the knowledge has no agent «{name}»")
        yield name


def _passages(labels: tuple[tuple[str, int | str], ...], knowledge: Knowledge) -> Iterator[UUID]:
    for agent, place in labels:
        try:
            yield from knowledge.ids((agent, place))
        except KeyError:
            raise BadQuestions(f"the knowledge has no passage [{agent}, {place}]") from None


def _sentence(error: ValidationError) -> str:
    item = error.errors(include_input=False, include_url=False)[0]
    where = ".".join(str(part) for part in item["loc"])
    return f"{where}: {item['msg']}" if where else item["msg"]
