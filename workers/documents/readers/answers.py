"""Lists of questions and answers, row by row, from CSV and XLSX alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

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
_TITLE = re.compile(r"\w+(?: \w+){1,2}")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_MOST_NOTED = 20
_HEADER_WITHIN = 20
"""Rows: above a header stand titles, dates and logos."""


@dataclass(frozen=True, slots=True)
class _Columns:
    question: int = 0
    answer: int = 1
    agent: int | None = None
    url: int | None = None
    header: int = 0
    """The number of the row with their names, from 1; 0: there is none."""


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
        counted = self._counted(rows)
        first = list(islice(counted, _HEADER_WITHIN))
        columns = _columns(first)
        for number, row in enumerate(chain(first, counted), 1):
            if number <= columns.header or not any(cell.strip() for cell in row):
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

    def _counted(self, rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
        for row in rows:
            self._count(row)
            yield row

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


def _columns(rows: Sequence[Sequence[str]]) -> _Columns:
    """Find the columns by their names in the first rows; without names the first two are the ones.

    A column of nothing but numbers counts the rows.
    """
    for number, row in enumerate(rows, 1):
        names = [one_line(cell).lower().strip(" :*№#") for cell in row]
        found = {role: _named(names, role) for role in _NAMES}
        question, answer = found["question"], found["answer"]
        if question is not None and answer is not None:
            return _Columns(question, answer, found["agent"], found["url"], header=number)
    counts = [row[0].strip(" .)") for row in rows if len(row) > 2 and row[0].strip()]
    start = int(bool(counts) and all(count.isdigit() for count in counts))
    return _Columns(start, start + 1)


def names_answers(row: Sequence[str]) -> bool:
    """Return whether a row is the header of questions and answers."""
    return bool(_columns([row]).header)


def _named(names: Sequence[str], role: str) -> int | None:
    """Return the column of a role: named so exactly, else by its first word («Вопрос клиента»)."""
    first = [name.split(" ", 1)[0] if _TITLE.fullmatch(name) else "" for name in names]
    for words in (names, first):
        place = next((place for place, name in enumerate(words) if name in _NAMES[role]), None)
        if place is not None:
            return place
    return None


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
