"""A site as it is kept, in the words of an archive."""

from typing import cast
from uuid import UUID

from shared.contracts.inbox import LabelPatch
from shared.contracts.replies import ReplyPut
from shared.contracts.site_archive import (
    ArchivedAgent,
    ArchivedCase,
    ArchivedSite,
    DocumentRef,
)
from shared.contracts.sites import Greeting
from shared.domain.words import LabelColour, Locale
from shared.storage.agent_settings import AgentSettingsRow, list_agent_settings
from shared.storage.agent_words import settings_of
from shared.storage.cases import CaseRow, list_cases
from shared.storage.labels import list_labels
from shared.storage.replies import list_replies
from shared.storage.site_archive import read_corrections, read_documents
from shared.storage.site_settings import SiteRow
from shared.storage.site_texts import limits, site_hours, site_look
from workers.cli.archive_file import Archive
from workers.cli.context import Link

_ALL = 1_000_000
_NOBODY = UUID(int=0)
_WORDS = ("name", "subject", "examples", "instructions", "knowledge", "adapter")


async def site_archive(connection: Link, row: SiteRow, *, visitors_words: bool) -> Archive:
    """Return all of a site that an archive holds, as it is at this moment.

    Without ``visitors_words`` corrections, and cases that are of a conversation, are left out.
    """
    cases = map(archived_case, await list_cases(connection, row.id))
    corrections = await read_corrections(connection, row.id)
    replies = await list_replies(connection, [row.id], _NOBODY, None, _ALL)
    return Archive(
        site=archived_site(row),
        agents=[archived_agent(one) for one in await list_agent_settings(connection, row.id)],
        documents=await read_documents(connection, row.id),
        replies=[
            ReplyPut(shortcut=one.shortcut, title=one.title, texts=one.texts) for one in replies
        ],
        labels=[
            LabelPatch(name=one.name, colour=LabelColour(one.colour))
            for one in await list_labels(connection, [row.id])
        ],
        cases=[one for one in cases if visitors_words or one.conversation_id is None],
        corrections=corrections if visitors_words else [],
    )


def archived_site(row: SiteRow) -> ArchivedSite:
    """Return the settings of a site."""
    return ArchivedSite(
        name=row.name,
        locale=Locale(row.locale),
        origins=tuple(row.origins),
        wildcards=row.wildcards,
        greeting=Greeting(**row.greeting),
        look=site_look(row),
        hours=site_hours(row),
        limits=limits(row),
    )


def archived_agent(row: AgentSettingsRow) -> ArchivedAgent:
    """Return an agent."""
    settings = settings_of(row)
    return ArchivedAgent(
        slug=row.slug,
        enabled=row.enabled,
        wrong_share=row.wrong_share,
        **{name: getattr(settings, name) for name in _WORDS},
    )


def archived_case(row: CaseRow) -> ArchivedCase:
    """Return a case."""
    is_there = row.document_agent is not None and row.document_name is not None
    return ArchivedCase.model_validate(
        {
            "id": row.id,
            "conversation_id": row.conversation_id,
            "question": row.question,
            "history": row.history,
            "agent": row.agent,
            "action": row.action,
            "document_id": row.document_id,
            "document": DocumentRef(
                agent=cast("str", row.document_agent), name=cast("str", row.document_name)
            )
            if is_there
            else None,
            "contains": row.contains,
            "note": row.note,
        }
    )
