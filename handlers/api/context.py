"""What routers ask of the application, as FastAPI dependencies."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from handlers.errors import best_locale
from handlers.services.access import AccessService
from handlers.services.agents import AgentService
from handlers.services.analytics import AnalyticsService
from handlers.services.audit import AuditService
from handlers.services.bulk import BulkService
from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.fanout import Fanout
from handlers.services.inbox import InboxService
from handlers.services.labels import LabelService
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from handlers.services.origin import effective_origin
from handlers.services.provenance import ProvenanceService
from handlers.services.sessions import SessionService
from handlers.services.sign_in import SignInService
from handlers.services.views import ViewService
from handlers.sockets.guard import client_address
from shared.config import Settings
from shared.domain.words import Locale, Role
from shared.kernel.errors import ErrorCode, Forbidden, NotAuthenticated
from shared.queues.producers import AsyncProducer
from shared.storage.pool import AsyncDatabase


@dataclass(frozen=True, slots=True)
class Services:
    """All services of the process; made once, in ``handlers.main``."""

    settings: Settings
    database: AsyncDatabase
    producer: AsyncProducer
    directory: SiteDirectory
    limits: Limits
    sessions: SessionService
    sign_in: SignInService
    access: AccessService
    agents: AgentService
    analytics: AnalyticsService
    audit: AuditService
    provenance: ProvenanceService
    inbox: InboxService
    labels: LabelService
    views: ViewService
    bulk: BulkService
    live: LiveConversations
    fanout: Fanout


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


def bearer(request: Request) -> str | None:
    """Return the bearer token, if there is one."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None


BearerDep = Annotated[str | None, Depends(bearer)]


def locale(request: Request) -> Locale:
    """Return the language that the caller reads."""
    return best_locale(request.headers.get("accept-language"))


LocaleDep = Annotated[Locale, Depends(locale)]


async def visitor(found: ServicesDep, request_origin: OriginDep, token: BearerDep) -> Visitor:
    """Return the visitor who asks."""
    if token is None:
        raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
    return await found.sessions.authenticate(token, request_origin)


VisitorDep = Annotated[Visitor, Depends(visitor)]


def console(found: ServicesDep, request_origin: OriginDep) -> None:
    """Let only pages of the console pass."""
    found.directory.require_own(request_origin)


ConsoleDep = Annotated[None, Depends(console)]


async def operator(found: ServicesDep, _: ConsoleDep, token: BearerDep) -> OperatorCaller:
    """Return the operator who asks."""
    if token is None:
        raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
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
