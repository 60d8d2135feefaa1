"""Composition root of the front door: ``python -m handlers.main``."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import socketio
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api.application import build_api
from handlers.api.context import Services
from handlers.bodies import Patience
from handlers.services.access import AccessService
from handlers.services.account import AccountService
from handlers.services.agent_changes import AgentChanges
from handlers.services.agent_life import AgentLifeService
from handlers.services.agent_settings import AgentSettingsService
from handlers.services.agents import AgentService
from handlers.services.analytics import AnalyticsService
from handlers.services.assignment import AssignmentService
from handlers.services.attachments import AttachmentService
from handlers.services.audit import AuditService
from handlers.services.bulk import BulkService
from handlers.services.case_runs import CaseRunService
from handlers.services.case_trials import CaseTrials
from handlers.services.cases import CaseService
from handlers.services.contacts import ContactService
from handlers.services.context import ContextService
from handlers.services.corrections import CorrectionService
from handlers.services.directory import SiteDirectory
from handlers.services.document_versions import DocumentVersionService
from handlers.services.documents import DocumentService
from handlers.services.drafts import DraftService
from handlers.services.exports import ExportService
from handlers.services.fanout import Fanout
from handlers.services.floor import FloorService
from handlers.services.handoff import HandoffService
from handlers.services.inbox import InboxService
from handlers.services.invitations import InvitationService
from handlers.services.keys import KeyService
from handlers.services.labels import LabelService
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from handlers.services.messages import MessageService
from handlers.services.notes import NoteService
from handlers.services.password_links import PasswordLinkService
from handlers.services.people import PeopleService
from handlers.services.presence import PresenceService
from handlers.services.privacy import PrivacyService
from handlers.services.provenance import ProvenanceService
from handlers.services.replies import ReplyService
from handlers.services.revocations import Revocations
from handlers.services.sessions import SessionService
from handlers.services.sign_in import SignInService
from handlers.services.site_deletion import SiteDeletionService
from handlers.services.sites import SiteService
from handlers.services.teams import TeamService
from handlers.services.trials import TrialService
from handlers.services.two_factor import TwoFactorService
from handlers.services.views import ViewService
from handlers.services.webhooks import WebhookService
from handlers.services.writing import WritingService
from handlers.sockets.frames import MAX_FRAME
from handlers.sockets.guard import SocketGuard
from handlers.sockets.operator import OperatorSockets
from handlers.sockets.outgoing import WatchedWebSocket
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import VisitorSockets
from shared.auth.identity import IdentitySecrets
from shared.auth.passwords import PasswordChecker
from shared.auth.sealing import Sealer
from shared.auth.tokens import Tokens
from shared.config import Settings, SettingsError, load_settings, reveal
from shared.contracts.sites import InstallationLimits
from shared.contracts.wire import TEXT_LIMIT
from shared.observability.logs import configure_logs, get_logger
from shared.queues.producers import async_redis_client, build_async_producer
from shared.realtime.events import Namespace
from shared.storage.conversations import Conversations
from shared.storage.keys import (
    ERASED_CHANNEL,
    RECOGNISED_CHANNEL,
    REVOKED_CHANNEL,
    SITE_CHANGED_CHANNEL,
)
from shared.storage.pool import build_database
from shared.storage.presence import Desks
from shared.storage.trials import Trials

_CANCEL_AGAIN_SECONDS = 0.5
REQUIRED = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL")


class Application:
    """One handler process: everything it holds could be held by any other."""

    def __init__(self, settings: Settings) -> None:
        """Compose; nothing is opened before ``start``."""
        self.settings = settings
        self._redis = async_redis_client(reveal(settings.redis_url), settings)
        self._database = build_database(settings)
        self._producer = build_async_producer(settings)
        self._passwords = PasswordChecker()
        tokens = Tokens(
            reveal(settings.secret_key), settings.visitor_token_ttl, settings.access_token_ttl
        )
        identities = IdentitySecrets(reveal(settings.secret_key))
        self._directory = SiteDirectory(self._database, settings.own_origins)
        limits = Limits(self._redis)
        conversations = Conversations(self._redis)
        self._live = LiveConversations(conversations, self._database)
        self._server = Server(
            self._dispatch,
            cors_allowed_origins=lambda origin, _environ: self._directory.allows_somewhere(origin),
            cors_credentials=False,
            max_http_buffer_size=MAX_FRAME,
            namespaces=[*Namespace],
        )
        self._fanout = Fanout(
            self._redis,
            self._emit,
            self._live.snapshot,
            self._drop,
            {
                REVOKED_CHANNEL: self._shut_out,
                SITE_CHANGED_CHANNEL: self._forget_site,
                ERASED_CHANNEL: self._forget,
                RECOGNISED_CHANNEL: self._put_strangers_out,
            },
        )
        attachments = AttachmentService(self._database, limits, self._directory, settings)
        messages = MessageService(
            self._live,
            self._producer,
            self._directory,
            attachments,
            settings.messages_per_minute,
        )
        self._presence = PresenceService(Desks(self._redis), self._database)
        floor = FloorService(self._live, self._producer, self._directory)
        writing, keep = WritingService(self._redis), settings.document_versions
        changes = AgentChanges(self._redis, self._directory, writing)
        documents = DocumentService(self._database, self._redis, self._directory, keep)
        revocations = Revocations(self._redis)
        two_factor = TwoFactorService(
            self._database, Sealer(reveal(settings.secret_key), "two-factor"), limits
        )
        sign_in = SignInService(
            self._database,
            tokens,
            self._passwords,
            limits,
            two_factor,
            revocations,
            settings.refresh_token_ttl,
        )
        access = AccessService(self._database)
        provenance = ProvenanceService(self._database)
        kept_trials = Trials(self._redis)
        trials = TrialService(
            settings=settings,
            trials=kept_trials,
            producer=self._producer,
            limits=limits,
            directory=self._directory,
            access=access,
            live=self._live,
            database=self._database,
            provenance=provenance,
        )
        case_trials = CaseTrials(
            settings=settings,
            trials=kept_trials,
            producer=self._producer,
            directory=self._directory,
            provenance=provenance,
        )
        inbox = InboxService(self._database, access, self._live)
        labels = LabelService(self._database, access, self._live)
        self.services = Services(
            settings=settings,
            database=self._database,
            producer=self._producer,
            directory=self._directory,
            limits=limits,
            sessions=SessionService(
                self._database, self._directory, tokens, identities, self._live
            ),
            sign_in=sign_in,
            account=AccountService(
                self._database, self._passwords, limits, two_factor, revocations
            ),
            people=PeopleService(self._database, revocations),
            invitations=InvitationService(
                self._database, self._passwords, limits, sign_in, settings.public_url
            ),
            password_links=PasswordLinkService(
                self._database, self._passwords, limits, sign_in, revocations, settings.public_url
            ),
            teams=TeamService(self._database),
            access=access,
            agents=AgentService(self._database, self._redis, self._directory),
            agent_settings=AgentSettingsService(self._database, changes, writing),
            agent_life=AgentLifeService(self._database, changes),
            writing=writing,
            documents=documents,
            versions=DocumentVersionService(self._database, documents, keep),
            analytics=AnalyticsService(self._database),
            attachments=attachments,
            audit=AuditService(self._database),
            sites=SiteService(
                self._database,
                self._redis,
                self._directory,
                identities,
                defaults=_default_limits(settings),
                public_url=settings.public_url,
                widget=settings.widget_dir / "widget.js",
            ),
            site_deletion=SiteDeletionService(
                self._database, self._redis, self._directory, revocations
            ),
            contacts=ContactService(self._database, self._live, messages),
            notes=NoteService(self._database, self._redis, self._live),
            replies=ReplyService(self._database),
            handoff=HandoffService(self._database),
            context=ContextService(self._database),
            keys=KeyService(self._database, limits, settings.api_requests_per_minute),
            webhooks=WebhookService(self._database, settings),
            privacy=PrivacyService(self._database),
            provenance=provenance,
            trials=trials,
            drafts=DraftService(trials, self._database),
            corrections=CorrectionService(self._database, access, self._directory, provenance),
            cases=CaseService(self._database, self._redis, access, self._directory, provenance),
            case_runs=CaseRunService(self._database, self._redis, case_trials),
            exports=ExportService(self._database),
            inbox=inbox,
            labels=labels,
            views=ViewService(self._database),
            bulk=BulkService(access, floor, labels),
            live=self._live,
            fanout=self._fanout,
        )
        self._visitors = VisitorSockets(
            sessions=self.services.sessions,
            messages=messages,
            floor=floor,
            live=self._live,
            fanout=self._fanout,
            public_url=settings.public_url,
            per_visitor=settings.sockets_per_visitor,
        )
        self._operators = OperatorSockets(
            sign_in=self.services.sign_in,
            access=self.services.access,
            messages=messages,
            notes=self.services.notes,
            floor=floor,
            live=self._live,
            fanout=self._fanout,
            directory=self._directory,
            presence=self._presence,
            assignment=AssignmentService(self._live, self._database, self._redis),
            inbox=inbox,
            public_url=settings.public_url,
        )
        self._visitors.install(self._server)
        self._operators.install(self._server)
        self._tasks: list[asyncio.Task[None]] = []
        self.asgi = self._build_asgi()

    async def start(self) -> None:
        """Open connections and begin to listen; what is away now is tried again later."""
        await self._database.open()
        self._tasks = [
            asyncio.create_task(self._fanout.run()),
            asyncio.create_task(self._directory.keep_fresh()),
            asyncio.create_task(self._presence.keep_beating()),
        ]
        get_logger().info("handlers.started", port=self.settings.port)

    async def stop(self) -> None:
        """Close everything; clients are told by their closed sockets and come back elsewhere."""
        await _end(self._tasks)
        await self.services.case_runs.close()
        await self._producer.close()
        await self._database.close()
        await self._redis.aclose()
        self._passwords.close()
        get_logger().info("handlers.stopped")

    def _build_asgi(self) -> ASGIApp:
        @asynccontextmanager
        async def lifespan(_: FastAPI) -> AsyncIterator[None]:
            await self.start()
            yield
            await self.stop()

        patience = Patience.of(self.settings)
        api = build_api(self._directory.allows_somewhere, patience)
        api.router.lifespan_context = lifespan
        api.state.services = self.services
        sockets = SocketGuard(
            socketio.ASGIApp(self._server, socketio_path="socket.io"),
            allows=self._directory.allows_somewhere,
            public_url=self.settings.public_url,
            events_per_second=self.settings.socket_events_per_second,
            per_address=self.settings.sockets_per_address,
            trust_forwarded=self.settings.trust_forwarded,
            patience=patience,
        )

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            is_socket = scope["type"] == "websocket" or (
                scope["type"] == "http" and scope["path"].startswith("/socket.io")
            )
            await (sockets if is_socket else api)(scope, receive, send)

        return app

    async def _dispatch(self, namespace: str, sid: str, event: str, payload: object) -> Reply:
        sockets = self._visitors if namespace == Namespace.VISITOR else self._operators
        return await sockets.dispatch(sid, event, payload)

    async def _emit(
        self, namespace: Namespace, room: str, event: str, data: dict[str, Any]
    ) -> None:
        await self._server.emit(event, data, to=room, namespace=namespace)

    async def _drop(self, sid: str) -> None:
        await self._operators.drop(sid)

    async def _forget(self, erased: str) -> None:
        """Put out whoever is in a conversation that is erased; see ``ERASED_CHANNEL``."""
        what, _, site_id = erased.partition(":")
        if what == "visitors":
            await self._visitors.shut_out_of(UUID(site_id))
        elif site_id:
            await self._operators.reload(UUID(site_id))
        else:
            self.services.access.forget(UUID(what))
            await self._visitors.shut_out(UUID(what))
            await self._operators.close_everywhere(UUID(what))

    async def _forget_site(self, site_id: str) -> None:
        self._directory.forget(UUID(site_id))

    async def _put_strangers_out(self, conversation_id: str) -> None:
        await self._visitors.put_strangers_out(UUID(conversation_id))

    async def _shut_out(self, session_id: str) -> None:
        await self._operators.shut_out(session_id)


async def _end(tasks: Collection[asyncio.Task[None]]) -> None:
    """Cancel tasks until they have ended.

    Python 3.11's ``wait_for``, through which redis-py sends, loses a cancellation that comes as
    the bytes go out: at a shutdown, when the last sockets give up their channels.
    """
    while left := [task for task in tasks if not task.done()]:
        for task in left:
            task.cancel()
        await asyncio.wait(left, timeout=_CANCEL_AGAIN_SECONDS)


def _default_limits(settings: Settings) -> InstallationLimits:
    """Return what stands where a site has decided nothing; answers are bounded by nothing then."""
    return InstallationLimits(
        messages_per_minute=settings.messages_per_minute,
        sockets_per_visitor=settings.sockets_per_visitor,
        text_limit=TEXT_LIMIT,
    )


def main() -> int:
    """Serve until SIGTERM or SIGINT, then finish what is under way."""
    try:
        settings = load_settings(*REQUIRED)
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    configure_logs("handlers", settings.log_level)
    server = uvicorn.Server(
        uvicorn.Config(
            Application(settings).asgi,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            ws=WatchedWebSocket,
            ws_max_size=MAX_FRAME,
            ws_per_message_deflate=False,
            timeout_graceful_shutdown=int(settings.drain_timeout.total_seconds()),
        )
    )
    signal.signal(signal.SIGTERM, server.handle_exit)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
