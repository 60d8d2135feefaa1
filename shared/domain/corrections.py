"""What operators say against an answer, and what it is good for.

A correction says what the agents should have done with a question. It becomes a question of an
evaluation and, where an answer was written, an example of a training; ``lines`` of both are JSON.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

# Sources that an example shows at once; the agents are shown as many.
_SHOWN = 3


class CorrectionKind(StrEnum):
    """What was wrong with an answer."""

    ANSWER = "answer"
    """The words, or the passages they were made of."""
    WRONG_AGENT = "wrong_agent"
    """It was another agent's question."""
    HAND_OVER = "hand_over"
    """A person should have been called: nothing here answers it."""


class CorrectionState(StrEnum):
    """Whether a correction is used."""

    ACTIVE = "active"
    DISCARDED = "discarded"


class CorrectionUse(StrEnum):
    """What corrections are exported for."""

    QUESTIONS = "questions"
    """Of an evaluation, with the knowledge that their labels are of."""
    EXAMPLES = "examples"
    """Of a training."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message before the question."""

    sender: str
    text: str
    agent: str | None = None


@dataclass(frozen=True, slots=True)
class PassageWords:
    """A passage as it was when somebody looked at it; one written by hand has no ``id``."""

    agent: str
    title: str
    text: str
    url: str | None = None
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A correction, as far as an export needs it; ``right_answer`` equal to ``answer`` confirms."""

    id: UUID
    at: datetime
    kind: CorrectionKind
    agent: str
    """Who should have answered."""
    asked: tuple[str, ...]
    question: str
    history: tuple[Said, ...]
    answer: str
    right_answer: str
    right: tuple[PassageWords, ...]
    """The passages that answer."""
    shown: tuple[PassageWords, ...]
    """What the agents chose from, best first."""


def evaluation_line(lesson: Lesson, places: Mapping[UUID, tuple[str, int]]) -> str:
    """Return a question as ``gpu_worker.evaluation`` reads it.

    ``places`` says where the passages of the exported knowledge are: agent, and line from 1. A
    passage that is not there (any more) is no label, and without one nothing is said of passages.
    """
    row: dict[str, object] = {
        "id": str(lesson.id),
        "text": "\n".join(lesson.asked),
        "history": [{"sender": said.sender, "text": said.text} for said in lesson.history],
    }
    if lesson.kind is CorrectionKind.HAND_OVER:
        row |= {"kind": "out_of_scope", "passages": []}
    else:
        row["agents"] = [lesson.agent]
        labels = [list(places[one.id]) for one in lesson.right if one.id and one.id in places]
        if labels:
            row |= {
                "kind": "follow_up" if lesson.history else "answerable",
                "passages": labels,
            }
    return json.dumps(row, ensure_ascii=False)


def training_line(lesson: Lesson) -> str | None:
    """Return an example as ``gpu_worker.training`` reads it; none where no answer was written."""
    if lesson.kind is CorrectionKind.HAND_OVER or not lesson.right_answer.strip():
        return None
    sources = _sources(lesson)
    row = {
        "agent": lesson.agent,
        "at": lesson.at.isoformat(),
        "question": lesson.question or "\n".join(lesson.asked),
        "answer": lesson.answer,
        "corrected": lesson.right_answer,
        "sources": [
            {"n": n, "title": one.title, "text": one.text, "url": one.url}
            for n, one in enumerate(sources, start=1)
        ],
        "history": [{"sender": said.sender, "text": said.text} for said in lesson.history],
    }
    return json.dumps(row, ensure_ascii=False)


def knowledge_lines(
    passages: Iterable[PassageWords],
) -> tuple[dict[str, list[str]], dict[UUID, tuple[str, int]]]:
    """Return each agent's passages, one a line, and where each passage is."""
    lines: dict[str, list[str]] = {}
    places: dict[UUID, tuple[str, int]] = {}
    for passage in passages:
        line = " ".join(f"{passage.title}. {passage.text}".split())
        own = lines.setdefault(passage.agent, [])
        own.append(line)
        if passage.id is not None:
            places[passage.id] = (passage.agent, len(own))
    return lines, places


def _sources(lesson: Lesson) -> Sequence[PassageWords]:
    """The passages that were shown, with all right ones among them, in the order they came up."""
    right = {(one.title, one.text) for one in lesson.right}
    others = [one for one in lesson.shown if (one.title, one.text) not in right]
    kept = {(one.title, one.text) for one in others[: max(0, _SHOWN - len(right))]} | right
    seen: dict[tuple[str, str], PassageWords] = {}
    for one in (*lesson.shown, *lesson.right):
        if (one.title, one.text) in kept:
            seen.setdefault((one.title, one.text), one)
    return list(seen.values())
