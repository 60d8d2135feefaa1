"""Canned replies: of a site, and each operator's own."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.wire import Contract
from shared.domain.replies import REPLY_LIMIT
from shared.domain.words import Locale

Shortcut = Annotated[
    str, Field(min_length=1, max_length=40, pattern=r"^[^\s/]+$", examples=["привет"])
]
Title = Annotated[str, Field(min_length=1, max_length=120, examples=["Приветствие"])]
_Text = Annotated[str, Field(min_length=1, max_length=REPLY_LIMIT)]
Texts = Annotated[
    dict[Locale, _Text],
    Field(min_length=1, examples=[{"ru": "Здравствуйте! Меня зовут {operator.name}."}]),
]


class ReplyPut(Contract):
    """``PUT /replies/{reply_id}`` and ``PUT /sites/{site_id}/replies/{reply_id}``.

    The id is minted by the caller, so that a repeated request makes one reply.
    """

    shortcut: Shortcut
    title: Title
    texts: Texts


class Reply(Contract):
    """A canned reply; without a ``site_id`` it is the reader's own."""

    id: UUID
    site_id: UUID | None = None
    shortcut: Shortcut
    title: Title
    texts: Texts
    updated_at: datetime


class ReplyPage(Contract):
    """``GET /replies``: by shortcut, the site's and the reader's own; ``next`` names the rest."""

    items: tuple[Reply, ...]
    next: UUID | None = None
