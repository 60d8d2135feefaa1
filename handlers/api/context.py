"""What routers ask of the application, as FastAPI dependencies."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import HTTPBearer, SecurityScopes

from handlers.errors import best_locale
from handlers.services.access import AccessService
from handlers.services.account import AccountService
from handlers.services.agent_life import AgentLifeService
from handlers.services.agent_settings import AgentSettingsService
from handlers.services.agents import AgentService
from handlers.services.analytics import AnalyticsService
from handlers.services.attachments import AttachmentService
from handlers.services.audit import AuditService
from handlers.services.bulk import BulkService
from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.case_runs import CaseRunService
from handlers.services.cases import CaseService
from handlers.services.contacts import ContactService
from handlers.services.context import ContextService
from handlers.services.corrections import CorrectionService
from handlers.services.directory import SiteDirectory
from handlers.services.document_versions import DocumentVersionService
from handlers.services.documents import DocumentService
from handlers.services.drafts import DraftService
from handlers.services.ears import Ears
from handlers.services.exports import ExportService
from handlers.services.handoff import HandoffService
from handlers.services.inbox import InboxService
from handlers.services.invitations import InvitationService
from handlers.services.keys import KeyService
from handlers.services.labels import LabelService
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from handlers.services.notes import NoteService
from handlers.services.origin import effective_origin
from handlers.services.password_links import PasswordLinkService
from handlers.services.people import PeopleService
from handlers.services.polls import PollService
from handlers.services.privacy import PrivacyService
from handlers.services.provenance import ProvenanceService
from handlers.services.replies import ReplyService
from handlers.services.sessions import SessionService
from handlers.services.sign_in import SignInService
from handlers.services.site_deletion import SiteDeletionService
from handlers.services.site_pages import SitePages
from handlers.services.sites import SiteService
from handlers.services.teams import TeamService
from handlers.services.trials import TrialService
from handlers.services.views import ViewService
from handlers.services.visitor_commands import Pace, VisitorCommands
from handlers.services.visitor_history import VisitorHistory
from handlers.services.webhooks import WebhookService
from handlers.services.writing import WritingService
from handlers.sockets.guard import client_address
from shared.auth.api_keys import is_key
from shared.config import Settings
from shared.domain.devices import Device
from shared.domain.scopes import Scope
from shared.domain.words import Locale, Role
from shared.kernel.errors import ErrorCode, Forbidden, NotAuthenticated
from shared.queues.producers import AsyncProducer
from shared.storage.pool import AsyncDatabase

_LOOKS_PER_SESSION = 20


@dataclass(frozen=True, slots=True)
class Services:
    """All services of the process; made once, in ``handlers.composition``."""

    settings: Settings
    database: AsyncDatabase
    producer: AsyncProducer
    directory: SiteDirectory
    limits: Limits
    site_pages: SitePages
    sessions: SessionService
    history: VisitorHistory
    sign_in: SignInService
    account: AccountService
    people: PeopleService
    invitations: InvitationService
    password_links: PasswordLinkService
    access: AccessService
    teams: TeamService
    agents: AgentService
    agent_settings: AgentSettingsService
    agent_life: AgentLifeService
    writing: WritingService
    documents: DocumentService
    versions: DocumentVersionService
    analytics: AnalyticsService
    attachments: AttachmentService
    audit: AuditService
    keys: KeyService
    webhooks: WebhookService
    privacy: PrivacyService
    provenance: ProvenanceService
    sites: SiteService
    site_deletion: SiteDeletionService
    contacts: ContactService
    notes: NoteService
    replies: ReplyService
    handoff: HandoffService
    context: ContextService
    trials: TrialService
    drafts: DraftService
    corrections: CorrectionService
    cases: CaseService
    case_runs: CaseRunService
    exports: ExportService
    inbox: InboxService
    labels: LabelService
    views: ViewService
    bulk: BulkService
    live: LiveConversations
    visitor_commands: VisitorCommands
    pace: Pace
    polls: PollService
    ears: Ears


def services(request: Request) -> Services:
    """Return the services of this process."""
    found: Services = request.app.state.services
    return found


ServicesDep = Annotated[Services, Depends(services)]


def origin(request: Request, found: ServicesDep) -> str:
    """Return where the request comes from.

    Raises:
        Forbidden: it does not say.
    """
    value = effective_origin(request.headers, found.settings.public_url)
    if value is None:
        raise Forbidden(ErrorCode.ORIGIN_MISSING)
    return value


OriginDep = Annotated[str, Depends(origin)]


def address(request: Request, found: ServicesDep) -> str:
    """Return the network address the request comes from."""
    return client_address(
        request.scope, request.headers, trust_forwarded=found.settings.trust_forwarded
    )


AddressDep = Annotated[str, Depends(address)]


async def count_look(found: Services, from_address: str) -> None:
    """Count that a page asks for a site's look.

    Raises:
        RateLimited: more than of all page views behind one address, with empty caches.
    """
    most = found.settings.sessions_per_minute * _LOOKS_PER_SESSION
    await found.limits.hit("look", from_address, most, timedelta(minutes=1))


def device(request: Request, from_address: AddressDep) -> Device:
    """Return what is known of where the request comes from."""
    return Device(request.headers.get("user-agent", ""), from_address)


DeviceDep = Annotated[Device, Depends(device)]


def bearer(request: Request) -> str | None:
    """Return the bearer token, if there is one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


BearerDep = Annotated[str | None, Depends(bearer)]

# They describe the API; the token itself is read by ``bearer``, whose errors have our shape.
SchemeDep = Annotated[
    object,
    Depends(
        HTTPBearer(
            auto_error=False,
            scheme_name="operator",
            description="An access token of POST /auth/login, sent from a page of the console; or, "
            "where the operation names a scope, a key of the API that has it.",
        )
    ),
]
VisitorSchemeDep = Annotated[
    object,
    Depends(
        HTTPBearer(
            auto_error=False,
            scheme_name="visitor",
            description="The token of POST /visitor/sessions, sent from a page of its site.",
        )
    ),
]


def locale(request: Request) -> Locale:
    """Return the language that the caller reads."""
    return best_locale(request.headers.get("accept-language"))


LocaleDep = Annotated[Locale, Depends(locale)]


async def visitor(
    found: ServicesDep, request_origin: OriginDep, token: BearerDep, _: VisitorSchemeDep = None
) -> Visitor:
    """Return the visitor who asks."""
    if token is None:
        raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
    return await found.sessions.authenticate(token, request_origin)


VisitorDep = Annotated[Visitor, Depends(visitor)]


def _paced(what: str, most: int) -> Callable[..., Awaitable[Visitor]]:
    """Make a dependency: the visitor who asks for ``what``, at most so often in a minute."""

    async def paced(caller: VisitorDep, found: ServicesDep) -> Visitor:
        await found.limits.hit(what, str(caller.visitor_id), most, timedelta(minutes=1))
        return caller

    return paced


# Whoever scrolls through years does not notice, whoever copies the store does.
ReadingVisitor = Annotated[Visitor, Depends(_paced("history", 120))]
# A page of messages may have many pictures.
FetchingVisitor = Annotated[Visitor, Depends(_paced("file", 240))]
# The widget of somebody who waits asks three times.
WaitingVisitor = Annotated[Visitor, Depends(_paced("state", 60))]
# While an answer is written, a poll brings what was added in a seventh of a second; in five tabs.
PollingVisitor = Annotated[Visitor, Depends(_paced("poll", 2_400))]


def console(found: ServicesDep, request_origin: OriginDep) -> None:
    """Let only pages of the console pass."""
    found.directory.require_own(request_origin)


ConsoleDep = Annotated[None, Depends(console)]


def console_or_key(request: Request, found: ServicesDep, token: BearerDep) -> None:
    """Let pages of the console pass, and keys, which no browser keeps: ``operator`` judges them."""
    if not is_key(token):
        found.directory.require_own(origin(request, found))


GateDep = Annotated[None, Depends(console_or_key)]


async def operator(
    found: ServicesDep, _: GateDep, token: BearerDep, scopes: SecurityScopes, __: SchemeDep = None
) -> OperatorCaller:
    """Return the operator who asks, or the key, where the route names a scope that it has."""
    if token is None:
        raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
    if is_key(token):
        return await found.keys.authenticate(token, scopes.scopes)
    return await found.sign_in.authenticate(token)


OperatorDep = Annotated[OperatorCaller, Depends(operator)]


def supervisor(caller: OperatorDep) -> OperatorCaller:
    """Return the supervisor, or administrator, who asks."""
    if caller.role is Role.OPERATOR:
        raise Forbidden(ErrorCode.FORBIDDEN)
    return caller


SupervisorDep = Annotated[OperatorCaller, Depends(supervisor)]


def admin(caller: OperatorDep) -> OperatorCaller:
    """Return the administrator who asks."""
    if caller.role is not Role.ADMIN:
        raise Forbidden(ErrorCode.FORBIDDEN)
    return caller


AdminDep = Annotated[OperatorCaller, Depends(admin)]

# The same callers, and keys that have the scope; ``tests/house/test_authorisation.py`` has all.
ConversationReader = Annotated[
    OperatorCaller, Security(operator, scopes=[Scope.CONVERSATIONS_READ])
]
AnalyticsReader = Annotated[OperatorCaller, Security(supervisor, scopes=[Scope.ANALYTICS_READ])]
KnowledgeReader = Annotated[OperatorCaller, Security(operator, scopes=[Scope.KNOWLEDGE_READ])]
KnowledgeWriter = Annotated[OperatorCaller, Security(supervisor, scopes=[Scope.KNOWLEDGE_WRITE])]
VisitorReader = Annotated[OperatorCaller, Security(admin, scopes=[Scope.VISITORS_READ])]
VisitorExporter = Annotated[OperatorCaller, Security(admin, scopes=[Scope.VISITORS_EXPORT])]
VisitorEraser = Annotated[OperatorCaller, Security(admin, scopes=[Scope.VISITORS_ERASE])]
