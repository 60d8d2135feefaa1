"""What is a fit case, and keeping one: the same by the console and from an archive."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from psycopg import AsyncConnection

from shared.kernel.errors import ErrorCode, InvalidInput
from shared.kernel.text import clean
from shared.storage.cases import CaseRow, NewCase, forget_result, put_case

_QUESTION = ("question", "history")
_CONTENT = (*_QUESTION, "conversation_id", "agent", "action", "document_id", "contains", "note")


def fit_case(new: NewCase, known: CaseRow | None) -> NewCase:
    """Return a case as it is kept, its texts cleaned, in place of ``known``.

    Whether what it expects is there is not asked here: that it is gone may be what it is to tell.

    Raises:
        InvalidInput: nothing is left of the question, or a visitor's words are to outlive their
            conversation.
    """
    question = clean(new.question)
    if not question:
        raise InvalidInput(ErrorCode.TEXT_EMPTY)
    contains = dict.fromkeys(clean(text) for text in new.contains)
    fit = replace(
        new, question=question, contains=tuple(filter(None, contains)), note=clean(new.note)
    )
    if known and known.conversation_id is not None and fit.conversation_id is None:
        is_theirs = bool(known.history) and known.history == fit.history
        if known.question == fit.question or is_theirs:
            raise InvalidInput(ErrorCode.VISITOR_WORDS)
    return fit


def is_kept(new: NewCase, known: CaseRow) -> bool:
    """Whether all that ``new`` says is so already."""
    return _values(new, _CONTENT) == _values(known, _CONTENT)


async def keep_case(connection: AsyncConnection[Any], new: NewCase, known: CaseRow | None) -> bool:
    """Make a case, or have it take the place of ``known``; false when the id is another site's.

    Another question has no result yet: that of the one before is forgotten.
    """
    if not await put_case(connection, new):
        return False
    if known and _values(known, _QUESTION) != _values(new, _QUESTION):
        await forget_result(connection, new.id)
    return True


def _values(case: CaseRow | NewCase, names: Sequence[str]) -> list[object]:
    """Return these values, sequences as lists, whatever they were read as."""
    values = [getattr(case, name) for name in names]
    return [list(value) if isinstance(value, list | tuple) else value for value in values]
