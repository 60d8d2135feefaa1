"""What a handler process is made of: its stores, services and sockets, each made once."""

import asyncio
from typing import Any
from uuid import UUID

from handlers.api.context import Services
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
from handlers.sockets.operator import OperatorSockets
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import VisitorSockets
from shared.auth.identity import IdentitySecrets
from shared.auth.passwords import PasswordChecker
from shared.auth.sealing import Sealer
from shared.auth.tokens import Tokens
from shared.config import Settings, reveal
from shared.contracts.sites import InstallationLimits
from shared.contracts.wire import TEXT_LIMIT
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


class Composition:
    """Everything of one process, put together; nothing is opened."""

    def __init__(self, settings: Settings) -> None:
        """Make each part once."""
        self.settings = settings
        self._looking: set[asyncio.Task[None]] = set()
        self.redis = async_redis_client(reveal(settings.redis_url), settings)
        self.database = build_database(settings)
        self.producer = build_async_producer(settings)
        self.passwords = PasswordChecker()
        tokens = Tokens(
            reveal(settings.secret_key), settings.visitor_token_ttl, settings.access_token_ttl
        )
        identities = IdentitySecrets(reveal(settings.secret_key))
        self.directory = SiteDirectory(self.database, settings.own_origins)
        limits = Limits(self.redis)
        conversations = Conversations(self.redis)
        self._live = LiveConversations(conversations, self.database)
        self.server = Server(
            self._dispatch,
            cors_allowed_origins=lambda origin, _environ: self.directory.allows_somewhere(origin),
            cors_credentials=False,
            max_http_buffer_size=MAX_FRAME,
            namespaces=[*Namespace],
        )
        self.fanout = Fanout(
            self.redis,
            self._emit,
            self._live.snapshot,
            self._drop,
            {
                REVOKED_CHANNEL: self._shut_out,
                SITE_CHANGED_CHANNEL: self._forget_site,
                ERASED_CHANNEL: self._forget,
                RECOGNISED_CHANNEL: self._put_strangers_out,
            },
            self._look_again,
        )
        attachments = AttachmentService(self.database, limits, self.directory, settings)
        messages = MessageService(
            self._live,
            self.producer,
            self.directory,
            attachments,
            settings.messages_per_minute,
        )
        self.presence = PresenceService(Desks(self.redis), self.database)
        floor = FloorService(self._live, self.producer, self.directory)
        writing, keep = WritingService(self.redis), settings.document_versions
        changes = AgentChanges(self.redis, self.directory, writing)
        documents = DocumentService(self.database, self.redis, self.directory, keep)
        revocations = Revocations(self.redis)
        two_factor = TwoFactorService(
            self.database, Sealer(reveal(settings.secret_key), "two-factor"), limits
        )
        sign_in = SignInService(
            self.database,
            tokens,
            self.passwords,
            limits,
            two_factor,
            revocations,
            settings.refresh_token_ttl,
        )
        access = AccessService(self.database)
        provenance = ProvenanceService(self.database)
        kept_trials = Trials(self.redis)
        trials = TrialService(
            settings=settings,
            trials=kept_trials,
            producer=self.producer,
            limits=limits,
            directory=self.directory,
            access=access,
            live=self._live,
            database=self.database,
            provenance=provenance,
        )
        case_trials = CaseTrials(
            settings=settings,
            trials=kept_trials,
            producer=self.producer,
            directory=self.directory,
            provenance=provenance,
        )
        inbox = InboxService(self.database, access, self._live)
        labels = LabelService(self.database, access, self._live)
        self.services = Services(
            settings=settings,
            database=self.database,
            producer=self.producer,
            directory=self.directory,
            limits=limits,
            sessions=SessionService(self.database, self.directory, tokens, identities, self._live),
            sign_in=sign_in,
            account=AccountService(self.database, self.passwords, limits, two_factor, revocations),
            people=PeopleService(self.database, revocations),
            invitations=InvitationService(
                self.database, self.passwords, limits, sign_in, settings.public_url
            ),
            password_links=PasswordLinkService(
                self.database, self.passwords, limits, sign_in, revocations, settings.public_url
            ),
            teams=TeamService(self.database),
            access=access,
            agents=AgentService(self.database, self.redis, self.directory),
            agent_settings=AgentSettingsService(self.database, changes, writing),
            agent_life=AgentLifeService(self.database, changes),
            writing=writing,
            documents=documents,
            versions=DocumentVersionService(self.database, documents, keep),
            analytics=AnalyticsService(self.database),
            attachments=attachments,
            audit=AuditService(self.database),
            sites=SiteService(
                self.database,
                self.redis,
                self.directory,
                identities,
                defaults=_default_limits(settings),
                public_url=settings.public_url,
                widget=settings.widget_dir / "widget.js",
            ),
            site_deletion=SiteDeletionService(
                self.database, self.redis, self.directory, revocations
            ),
            contacts=ContactService(self.database, self._live, messages),
            notes=NoteService(self.database, self.redis, self._live),
            replies=ReplyService(self.database),
            handoff=HandoffService(self.database),
            context=ContextService(self.database),
            keys=KeyService(self.database, limits, settings.api_requests_per_minute),
            webhooks=WebhookService(self.database, settings),
            privacy=PrivacyService(self.database),
            provenance=provenance,
            trials=trials,
            drafts=DraftService(trials, self.database),
            corrections=CorrectionService(self.database, access, self.directory, provenance),
            cases=CaseService(self.database, self.redis, access, self.directory, provenance),
            case_runs=CaseRunService(self.database, self.redis, case_trials),
            exports=ExportService(self.database),
            inbox=inbox,
            labels=labels,
            views=ViewService(self.database),
            bulk=BulkService(access, floor, labels),
            live=self._live,
            fanout=self.fanout,
        )
        self._visitors = VisitorSockets(
            sessions=self.services.sessions,
            messages=messages,
            floor=floor,
            live=self._live,
            fanout=self.fanout,
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
            fanout=self.fanout,
            directory=self.directory,
            presence=self.presence,
            assignment=AssignmentService(self._live, self.database, self.redis),
            inbox=inbox,
            public_url=settings.public_url,
        )
        self._visitors.install(self.server)
        self._operators.install(self.server)

    async def _dispatch(self, namespace: str, sid: str, event: str, payload: object) -> Reply:
        sockets = self._visitors if namespace == Namespace.VISITOR else self._operators
        return await sockets.dispatch(sid, event, payload)

    async def _emit(
        self, namespace: Namespace, room: str, event: str, data: dict[str, Any]
    ) -> None:
        await self.server.emit(event, data, to=room, namespace=namespace)

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
        self.directory.forget(UUID(site_id))

    def _look_again(self) -> None:
        """See to what was told while nobody listened, beside what is told now."""
        self.directory.forget_all()
        task = asyncio.create_task(self._visitors.look_again())
        self._looking.add(task)
        task.add_done_callback(self._looking.discard)

    async def _put_strangers_out(self, conversation_id: str) -> None:
        await self._visitors.put_strangers_out(UUID(conversation_id))

    async def _shut_out(self, session_id: str) -> None:
        await self._operators.shut_out(session_id)


def _default_limits(settings: Settings) -> InstallationLimits:
    """Return what stands where a site has decided nothing; answers are bounded by nothing then."""
    return InstallationLimits(
        messages_per_minute=settings.messages_per_minute,
        sockets_per_visitor=settings.sockets_per_visitor,
        text_limit=TEXT_LIMIT,
    )
