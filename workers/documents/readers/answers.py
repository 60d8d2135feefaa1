"""Lists of questions and answers, row by row, from CSV and XLSX alike."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits, Note
from workers.documents.errors import Unreadable
from workers.documents.readers.archive import too_many
from workers.documents.writer import MarkdownWriter, clean, one_line

_NAMES: dict[str, frozenset[str]] = {
    "question": frozenset(("question", "questions", "вопрос", "вопросы")),
    "answer": frozenset(("answer", "answers", "ответ", "ответы")),
    "agent": frozenset(("agent", "агент")),
    "url": frozenset(("url", "link", "ссылка", "источник", "адрес")),
}
_PHRASINGS = re.compile(r"[\n;]+")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MOST_NOTED = 20


@dataclass(frozen=True, slots=True)
class _Columns:
    question: int = 0
    answer: int = 1
    agent: int | None = None
    url: int | None = None
    has_header: bool = False


class AnswerList:
    """Writes the rows of one or more sheets and remembers which of them could not be used."""

    def __init__(self, writer: MarkdownWriter, limits: Limits) -> None:
        """Write to ``writer`` at most what ``limits`` allow."""
        self._writer = writer
        self._limits = limits
        self._rows = 0
        self._cells = 0
        self._answers = 0
        self._skipped: list[str] = []

    def sheet(self, rows: Iterable[Sequence[str]], *, level: int, place: str = "") -> None:
        """Write a sheet; its questions are headings of ``level``."""
        columns: _Columns | None = None
        for number, row in enumerate(rows, 1):
            self._count(row)
            if not any(cell.strip() for cell in row):
                continue
            if columns is None:
                columns = _columns(row)
                if columns.has_header:
                    continue
            if not self._write(row, columns, level):
                self._skipped.append(f"{place}{number}")

    def notes(self) -> tuple[Note, ...]:
        """Return what was left out.

        Raises:
            Unreadable: not one row had a question and an answer.
        """
        if not self._answers:
            raise Unreadable(DocumentTrouble.NO_ANSWERS if self._rows else DocumentTrouble.EMPTY)
        if not self._skipped:
            return ()
        named = ", ".join(self._skipped[:_MOST_NOTED])
        more = "…" if len(self._skipped) > _MOST_NOTED else ""
        return (Note(DocumentTrouble.ROWS_SKIPPED, named + more),)

    def _count(self, row: Sequence[str]) -> None:
        self._rows += any(row)
        self._cells += len(row)
        if self._rows > self._limits.rows:
            raise too_many(DocumentTrouble.TOO_MANY_ROWS, self._limits.rows)
        if self._cells > self._limits.cells:
            raise too_many(DocumentTrouble.TOO_MANY_CELLS, self._limits.cells)
        if any(len(cell) > self._limits.cell_text for cell in row):
            raise too_many(DocumentTrouble.TOO_MANY_CELLS, self._limits.cell_text)

    def _write(self, row: Sequence[str], columns: _Columns, level: int) -> bool:
        question, answer = _cell(row, columns.question), _cell(row, columns.answer)
        asked = [phrase for part in _PHRASINGS.split(clean(question)) if (phrase := one_line(part))]
        if not asked or not answer.strip():
            return False
        url = _WEB.match(_cell(row, columns.url).strip())
        self._writer.heading(
            level,
            asked[0],
            phrasings=asked[1:],
            agent=one_line(_cell(row, columns.agent)) or None,
            url=url[0] if url else None,
        )
        # Lines of a cell are lines: a list in it stays one.
        self._writer.paragraph(answer)
        self._answers += 1
        return True


def _columns(row: Sequence[str]) -> _Columns:
    """Find the columns by their names; without names the first two are the ones."""
    names = [one_line(cell).lower().strip(" :*") for cell in row]
    found = {
        role: next((place for place, name in enumerate(names) if name in known), None)
        for role, known in _NAMES.items()
    }
    question, answer = found["question"], found["answer"]
    if question is None or answer is None:
        return _Columns()
    return _Columns(question, answer, found["agent"], found["url"], has_header=True)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
