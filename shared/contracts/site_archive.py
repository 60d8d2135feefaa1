"""What ``otvet export`` writes and ``otvet import`` reads: a site in a ZIP file.

``manifest.json`` says of which format and version the archive is and names the other files with
their hashes: ``site.json``, and a ``.jsonl`` with a line for each thing. A file is read by these
contracts alone: what one of them does not name is refused.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.agents import AgentCreate, Slug
from shared.contracts.cases import HISTORY_LIMIT
from shared.contracts.http import SiteKey
from shared.contracts.policy import WrongShare
from shared.contracts.sites import (
    Greeting,
    OriginText,
    SiteHours,
    SiteLimitsBody,
    SiteLook,
    SiteName,
)
from shared.contracts.trials import TrialSaid
from shared.contracts.wire import TEXT_LIMIT, Contract
from shared.domain.cases import CaseAction
from shared.domain.corrections import CorrectionKind, CorrectionState
from shared.domain.versions import DocumentKind
from shared.domain.words import Locale

LEFT_OUT = (
    "people: operators, their passwords and memberships",
    "visitors, conversations, messages and files",
    "secrets: identity secrets and keys, API keys, webhooks",
    "places on the web that are read again; their pages are here as documents",
    "earlier versions of documents, and deleted documents",
)
"""What is in no archive, in words for whoever opens one."""

_Name = Annotated[str, Field(min_length=1, max_length=2_000)]
_Words = Annotated[str, Field(max_length=10_000_000)]


class ArchivedFile(Contract):
    """A file of the archive: its SHA-256 in hexadecimal, and how many things it holds."""

    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    count: Annotated[int, Field(ge=0)]


class Manifest(Contract):
    """What the archive is, and of which site."""

    format: Literal["otvet-site"] = "otvet-site"
    version: Literal[1] = 1
    made_at: datetime
    site_id: UUID
    site_key: SiteKey
    site_name: str
    visitors_words: bool
    """Whether corrections, and cases of conversations, are in it: they quote visitors."""
    left_out: tuple[str, ...] = LEFT_OUT
    unread_documents: tuple[str, ...] = ()
    """Documents that are not in it, for their files had not been read."""
    files: dict[str, ArchivedFile]


class ArchivedSite(Contract):
    """The settings of a site, but for its key and what vouches for its visitors."""

    name: SiteName
    locale: Locale
    origins: Annotated[tuple[OriginText, ...], Field(max_length=100)]
    wildcards: bool
    greeting: Greeting
    look: SiteLook
    hours: SiteHours | None
    limits: SiteLimitsBody


class ArchivedAgent(AgentCreate):
    """An agent; their lines are in the order of the agents."""

    wrong_share: WrongShare | None = None


class ArchivedDocument(Contract):
    """A document with its present text, which is Markdown."""

    agent: Slug
    name: _Name
    kind: DocumentKind
    url: str | None
    is_shared: bool
    text: _Words


class DocumentRef(Contract):
    """A document by its agent and name, which are the same wherever the archive goes."""

    agent: Slug
    name: _Name


class ArchivedCase(Contract):
    """A case; ``document`` is null where ``document_id`` names one that is gone."""

    id: UUID
    conversation_id: UUID | None
    question: Annotated[str, Field(max_length=TEXT_LIMIT)]
    history: Annotated[tuple[TrialSaid, ...], Field(max_length=HISTORY_LIMIT)]
    agent: Slug | None
    action: CaseAction | None
    document_id: UUID | None
    document: DocumentRef | None
    contains: Annotated[tuple[str, ...], Field(max_length=10)]
    note: Annotated[str, Field(max_length=500)]


class ArchivedPassage(Contract):
    """A passage as it was when somebody looked at it."""

    id: UUID | None
    agent: str
    title: str
    text: str
    url: str | None


class ArchivedCorrection(Contract):
    """A correction, with the visitor's words that it is about."""

    conversation_id: UUID
    message_id: UUID
    kind: CorrectionKind
    state: CorrectionState
    asked: tuple[str, ...]
    question: str
    history: tuple[TrialSaid, ...]
    agent: str | None
    right_agent: str | None
    answer: str
    right_answer: str
    passages: tuple[ArchivedPassage, ...]
    shown: tuple[ArchivedPassage, ...]
    comment: str
