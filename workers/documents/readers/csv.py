"""CSV as spreadsheets write it: a delimiter of their country, quotes, any encoding."""

import csv
from collections import Counter
from io import StringIO

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits, Note
from workers.documents.errors import Unreadable
from workers.documents.readers.answers import AnswerList
from workers.documents.writer import MarkdownWriter

_DELIMITERS = ";,\t|"
_SAMPLE = 50


def read_csv(text: str, writer: MarkdownWriter, limits: Limits) -> tuple[Note, ...]:
    """Write the rows.

    Raises:
        Unreadable: it has no rows with a question and an answer.
        OverLimit: it has too many rows or cells.
    """
    csv.field_size_limit(limits.cell_text * 4)
    first, _, rest = text.partition("\n")
    delimiter = _delimiter(text)
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own line
        delimiter, text = first.strip()[4], rest
    answers = AnswerList(writer, limits)
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        answers.sheet((row[: limits.columns] for row in rows), level=2)
    except csv.Error as error:
        raise Unreadable(DocumentTrouble.BROKEN, str(error)) from error
    return answers.notes()


def _delimiter(text: str) -> str:
    """Return the delimiter that gives the most rows of one and the same width."""
    sample = "\n".join(text.split("\n", _SAMPLE)[:_SAMPLE])

    def evenness(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(StringIO(sample), delimiter=delimiter) if row]
        except csv.Error:
            return 0, 0
        width, rows = Counter(widths).most_common(1)[0] if widths else (0, 0)
        return (rows, width) if width > 1 else (0, 0)

    return max(_DELIMITERS, key=evenness)
