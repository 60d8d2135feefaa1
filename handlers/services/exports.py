"""Corrections as files: questions for an evaluation, examples for a training."""

import asyncio
import io
import zipfile
from collections.abc import Sequence
from uuid import UUID

from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from shared.domain.audit import AuditAction
from shared.domain.corrections import (
    CorrectionUse,
    Lesson,
    PassageWords,
    evaluation_line,
    knowledge_lines,
    training_line,
)
from shared.kernel.errors import ErrorCode, NotFound, TooLarge
from shared.storage.audit import AuditEntry, Value, record
from shared.storage.lessons import corrections_of, passages_of, sent_drafts_of
from shared.storage.pool import AsyncDatabase, using

_MOST_LESSONS = 10_000
# Beyond, the file is made by the command, which need not keep it in memory beside conversations.
_MOST_PASSAGES = 20_000


class ExportService:
    """Makes the files, and notes in the audit log who took them."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Compose the service."""
        self._database = database

    async def training(self, operator: OperatorCaller, site_id: UUID) -> bytes:
        """Return the examples as JSON lines: corrections, and the drafts that people sent.

        Raises:
            NotFound: the site is none of this operator's.
        """
        _own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            lessons = await corrections_of(connection, site_id, _MOST_LESSONS)
            lessons += await sent_drafts_of(connection, site_id, _MOST_LESSONS)
            await record(connection, _entry(operator, site_id, CorrectionUse.EXAMPLES, lessons))
        return _lines([line for one in lessons if (line := training_line(one))])

    async def evaluation(self, operator: OperatorCaller, site_id: UUID) -> bytes:
        """Return a ZIP of the questions and of the knowledge that their labels are of.

        Raises:
            NotFound: the site is none of this operator's.
            TooLarge: so much knowledge is exported by the command.
        """
        _own(operator, site_id)
        async with using(self._database) as connection, connection.transaction():
            lessons = await corrections_of(connection, site_id, _MOST_LESSONS)
            passages = await passages_of(connection, site_id, _MOST_PASSAGES + 1)
            if len(passages) > _MOST_PASSAGES:
                raise TooLarge(detail="python -m workers.corrections")
            await record(connection, _entry(operator, site_id, CorrectionUse.QUESTIONS, lessons))
        return await asyncio.to_thread(_archive, lessons, passages)


def _own(operator: OperatorCaller, site_id: UUID) -> None:
    if site_id not in operator.sites:
        raise NotFound(ErrorCode.NOT_FOUND)


def _entry(
    operator: OperatorCaller, site_id: UUID, use: CorrectionUse, lessons: Sequence[Lesson]
) -> AuditEntry:
    told: dict[str, Value] = {"use": use, "count": len(lessons)}
    return entry(operator, AuditAction.CORRECTIONS_EXPORTED, [site_id], str(site_id), after=told)


def _archive(lessons: Sequence[Lesson], passages: Sequence[PassageWords]) -> bytes:
    lines, places = knowledge_lines(passages)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        questions = _lines([evaluation_line(one, places) for one in lessons])
        archive.writestr("questions.jsonl", questions)
        for agent, own in lines.items():
            archive.writestr(f"knowledge/{agent}.txt", _lines(own))
    return made.getvalue()


def _lines(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
