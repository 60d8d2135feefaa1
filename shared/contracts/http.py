"""Bodies of the HTTP API under ``/api/v1``."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, SecretStr

from shared.contracts.look import OperatorHours, PageInfo, WidgetLook
from shared.contracts.policy import ConfidenceCurve, WrongShare
from shared.contracts.wire import Contract, Cursor, Message, RatingInfo
from shared.domain.versions import DocumentKind, Made
from shared.domain.words import Locale, Role

SiteKey = Annotated[
    str,
    Field(
        min_length=8,
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        examples=["shop-3f2a9c7b1d4e"],
    ),
]


class VisitorSessionRequest(Contract):
    """``POST /visitor/sessions``. With a visitor's token in ``Authorization`` it is continued."""

    site_key: SiteKey
    locale: Locale | None = None
    identity: Annotated[str, Field(min_length=1, max_length=4_096)] | None = None
    """A JWT that the site's server has signed; see docs/embedding.md."""
    page: PageInfo | None = None


class AgentInfo(Contract):
    """An agent as visitors and operators see it."""

    slug: str
    name: str


class SocketTransport(Contract):
    """Socket.IO, where this page came from."""

    kind: Literal["socket"] = "socket"


class PollTransport(Contract):
    """``POST /visitor/commands`` and ``GET /visitor/events``."""

    kind: Literal["poll"] = "poll"


class WebSocketTransport(Contract):
    """An API Gateway's websockets; docs/serverless.md has their frames."""

    kind: Literal["websocket"] = "websocket"
    url: str


Transport = Annotated[
    SocketTransport | PollTransport | WebSocketTransport, Field(discriminator="kind")
]
"""By which way a widget best speaks with this installation; the others are open, too."""


class WidgetSettings(Contract):
    """What the widget needs to know of its site. An empty text is the widget's own."""

    site_name: str
    locale: Locale
    greeting: str
    agents: tuple[AgentInfo, ...]
    examples: tuple[str, ...]
    text_limit: int
    look: WidgetLook
    title: str
    placeholder: str
    hours: OperatorHours | None
    uploads: bool
    transport: Transport = SocketTransport()


class VisitorSession(Contract):
    """A visitor's key to one conversation. ``cursor`` is null before the first snapshot."""

    token: str
    expires_in: int
    visitor_id: UUID
    conversation_id: UUID
    cursor: Cursor | None
    settings: WidgetSettings


class MessagePage(Contract):
    """Messages oldest first; ``has_more`` tells of still older ones."""

    items: tuple[Message, ...]
    has_more: bool


class VisitorMessagePage(MessagePage):
    """Messages as their visitor sees them; ``ratings`` are the thumbs they gave to these."""

    ratings: tuple[RatingInfo, ...] = ()


class LoginRequest(Contract):
    """``POST /auth/login``."""

    email: Annotated[
        str,
        Field(
            min_length=3,
            max_length=254,
            pattern=r"^[^@\s]+@[^@\s]+$",
            examples=["anna@shop.example"],
        ),
    ]
    password: Annotated[SecretStr, Field(min_length=1, max_length=1_024)]


class OperatorInfo(Contract):
    """An operator as the console shows it."""

    id: UUID
    email: str
    name: str
    role: Role
    locale: Locale


class AccessGrant(Contract):
    """A short-lived access token; the refresh token travels in an HttpOnly cookie alone."""

    access_token: str
    token_type: Literal["bearer"] = "bearer"  # noqa: S105
    expires_in: int
    operator: OperatorInfo


def _short(url: str) -> str:
    if len(url.encode()) > _URL_BYTES:
        raise ValueError("too long")
    return url


_URL_BYTES = 2_000
"""Of an address as it is written: it is a key in a table, whose entries may not be longer."""


class DocumentPut(Contract):
    """``PUT /knowledge/documents``: the document ``name`` of ``agent``, whole, in Markdown."""

    site_key: Annotated[str, Field(max_length=64)]
    agent: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]
    name: Annotated[
        str,
        Field(min_length=1, max_length=200, pattern=r"^[^/\\\x00]+$", examples=["vpn.md"]),
    ]
    text: Annotated[str, Field(min_length=1, max_length=1_000_000)]
    kind: DocumentKind = DocumentKind.TEXT


class KnowledgeProblem(Contract):
    """What is wrong with a document or a web source, or with a part of it.

    ``code`` is stable, ``message`` is for people in their language, ``detail`` says where.
    """

    code: str
    message: str
    detail: str = ""


class DocumentInfo(Contract):
    """A document of the knowledge base and how far its indexing has come.

    ``errors`` of a ``failed`` one say why; of another, what of it was left out. ``size`` is in
    bytes, of its text, and until it is read of its file.
    """

    id: UUID
    agent: str
    name: str
    title: str
    version: int
    state: Literal["pending", "indexing", "ready", "failed"]
    passages: int
    error: str | None = None
    url: str | None = None
    language: Locale | None = None
    size: int
    updated_at: datetime
    errors: tuple[KnowledgeProblem, ...] = ()
    kind: DocumentKind = DocumentKind.TEXT
    how: Made = Made.UPLOAD
    """How its present version came about."""
    author: str = ""
    changed_at: datetime
    shared: bool = False
    """Agents of the scope ``shared`` answer from it too."""


class DocumentList(Contract):
    """Documents of one site."""

    items: tuple[DocumentInfo, ...]


class PassageInfo(Contract):
    """A passage of a document, as the agents are given it; ``text`` is Markdown.

    ``phrasings`` are questions that it answers. ``version`` is that of the document which it was
    made of: while a newer one is not read yet, or cannot be, agents answer from the older.
    """

    id: UUID
    version: int
    ordinal: int
    title: str
    text: str
    phrasings: tuple[str, ...] = ()


class PassagePage(Contract):
    """Passages in their order; ``next`` is the ``after`` of the next page."""

    items: tuple[PassageInfo, ...]
    next: int | None = None


class WebSourcePut(Contract):
    """``POST /knowledge/sites``: a page with what is below its folder, or a sitemap."""

    site_key: Annotated[str, Field(max_length=64)]
    agent: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]
    url: Annotated[
        str,
        Field(
            min_length=8,
            max_length=2_000,
            pattern=r"^https?://[^\s@\x00]+$",
            examples=["https://help.example.com/"],
        ),
        AfterValidator(_short),
    ]
    limit: Annotated[int, Field(ge=1, le=500)] = 100
    """Pages at most."""


class WebSourceInfo(Contract):
    """A place on the web and how far its reading has come; its pages are documents.

    ``removed`` are addresses of pages that the last reading found no longer there (100 at most).
    """

    id: UUID
    agent: str
    url: str
    limit: int
    state: Literal["pending", "reading", "ready", "failed"]
    pages: int
    errors: tuple[KnowledgeProblem, ...] = ()
    removed: tuple[str, ...] = ()
    updated_at: datetime


class WebSourceList(Contract):
    """Web sources of one site."""

    items: tuple[WebSourceInfo, ...]


class AgentPolicy(Contract):
    """An agent that answers, and how many wrong answers its administrator accepts.

    ``name`` is in the caller's language. ``wrong_share`` is a share of all messages; null: as many
    as the calibration accepts.
    """

    site_id: UUID
    site_key: str
    site_name: str
    slug: Annotated[str, Field(examples=["network"])]
    name: Annotated[str, Field(examples=["Сеть"])]
    wrong_share: WrongShare | None
    enabled: bool = True
    """Whether it answers; only those that do are listed, unless all are asked for."""


class AgentSite(Contract):
    """A site that agents answer on."""

    id: UUID
    key: str
    name: str


class AgentPolicyList(Contract):
    """The agents of the operator's sites, and what accepting wrong answers brings.

    ``sites`` are all of them, one without agents too. ``curve`` is null until a gpu_worker has
    told it, which it does at its start.
    """

    items: tuple[AgentPolicy, ...]
    sites: tuple[AgentSite, ...] = ()
    curve: ConfidenceCurve | None


class AgentPatch(Contract):
    """``PATCH /agents/{site_id}/{slug}``."""

    wrong_share: WrongShare | None


class Health(Contract):
    """``/healthz`` and ``/readyz``; ``parts`` names what is up and what is not."""

    ok: bool
    parts: dict[str, bool] = Field(default_factory=dict)
