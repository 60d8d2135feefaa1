"""What a handler process is made of: its stores and services, each made once."""

from collections.abc import Callable

from redis.asyncio import Redis

from handlers.api.context import Services
from handlers.services.access import AccessService
from handlers.services.account import AccountService
from handlers.services.agent_changes import AgentChanges
from handlers.services.agent_life import AgentLifeService
from handlers.services.agent_settings import AgentSettingsService
from handlers.services.agents import AgentService
from handlers.services.analytics import AnalyticsService
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
from handlers.services.ears import Ears
from handlers.services.exports import ExportService
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
from handlers.services.polls import PollService
from handlers.services.presence import PresenceService
from handlers.services.privacy import PrivacyService
from handlers.services.provenance import ProvenanceService
from handlers.services.replies import ReplyService
from handlers.services.revocations import Revocations
from handlers.services.sessions import SessionService
from handlers.services.sign_in import SignInService
from handlers.services.site_deletion import SiteDeletionService
from handlers.services.site_pages import SitePages
from handlers.services.sites import SiteService
from handlers.services.teams import TeamService
from handlers.services.trials import TrialService
from handlers.services.two_factor import TwoFactorService
from handlers.services.views import ViewService
from handlers.services.visitor_commands import Pace, VisitorCommands
from handlers.services.visitor_history import VisitorHistory
from handlers.services.visitor_stream import VisitorStream
from handlers.services.webhooks import WebhookService
from handlers.services.widget_settings import transport_of
from handlers.services.writing import WritingService
from shared.auth.identity import IdentitySecrets
from shared.auth.passwords import PasswordChecker
from shared.auth.sealing import SECOND_FACTOR, Sealer
from shared.auth.tokens import Tokens
from shared.config import Settings, reveal, revealed
from shared.contracts.sites import InstallationLimits
from shared.contracts.wire import TEXT_LIMIT
from shared.queues.producers import async_redis_client, build_async_producer
from shared.storage.conversations import Conversations
from shared.storage.pool import build_database
from shared.storage.presence import Desks
from shared.storage.trials import Trials
from shared.storage.visits import Visits

Hear = Callable[[Redis, LiveConversations], Ears]


class Composition:
    """The services of one process, put together; nothing is opened."""

    def __init__(self, settings: Settings, hear: Hear) -> None:
        """Make each part once; ``hear`` makes that which hears what is said in conversations."""
        self.settings = settings
        self.redis = async_redis_client(reveal(settings.redis_url), settings)
        self.database = build_database(settings)
        self.producer = build_async_producer(settings)
        self.passwords = PasswordChecker()
        secret, previous = reveal(settings.secret_key), revealed(settings.secret_key_previous)
        tokens = Tokens(secret, settings.visitor_token_ttl, settings.access_token_ttl, previous)
        identities = IdentitySecrets(secret, previous)
        self.directory = SiteDirectory(self.database, settings.own_origins)
        limits = Limits(self.redis)
        conversations = Conversations(self.redis)
        self.live = LiveConversations(conversations, self.database)
        ears = hear(self.redis, self.live)
        attachments = AttachmentService(self.database, limits, self.directory, settings)
        self.messages = MessageService(
            self.live,
            self.producer,
            self.directory,
            attachments,
            settings.messages_per_minute,
            settings.answer_deadline,
        )
        self.presence = PresenceService(Desks(self.redis), self.database)
        self.floor = FloorService(
            self.live, self.producer, self.directory, limits, settings.ratings_per_minute
        )
        writing, keep = WritingService(self.redis), settings.document_versions
        changes = AgentChanges(self.redis, self.directory, writing)
        documents = DocumentService(self.database, self.redis, self.directory, keep)
        revocations = Revocations(self.redis)
        two_factor = TwoFactorService(
            self.database, Sealer(secret, SECOND_FACTOR, previous), limits
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
        provenance = ProvenanceService(self.database, settings.logs_url)
        kept_trials = Trials(self.redis)
        trials = TrialService(
            settings=settings,
            trials=kept_trials,
            producer=self.producer,
            limits=limits,
            directory=self.directory,
            access=access,
            live=self.live,
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
        inbox = InboxService(self.database, access, self.live)
        labels = LabelService(self.database, access, self.live)
        site_pages = SitePages(self.database, self.directory)
        sessions = SessionService(
            self.database,
            self.directory,
            site_pages,
            tokens,
            identities,
            self.live,
            transport_of(settings),
        )
        commands = VisitorCommands(self.messages, self.floor)
        self.services = Services(
            settings=settings,
            database=self.database,
            producer=self.producer,
            directory=self.directory,
            limits=limits,
            site_pages=site_pages,
            sessions=sessions,
            history=VisitorHistory(self.database, self.directory, self.live, sessions),
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
            contacts=ContactService(self.database, self.live, self.messages),
            notes=NoteService(self.database, self.redis, self.live),
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
            bulk=BulkService(access, self.floor, labels),
            live=self.live,
            visitor_commands=commands,
            pace=Pace(limits, settings.socket_events_per_second),
            polls=PollService(
                VisitorStream(self.live),
                ears,
                sessions,
                Visits(self.redis),
                settings.sockets_per_visitor,
                settings.sockets_per_address,
            ),
            ears=ears,
        )


def _default_limits(settings: Settings) -> InstallationLimits:
    """Return what stands where a site has decided nothing; answers are bounded by nothing then."""
    return InstallationLimits(
        messages_per_minute=settings.messages_per_minute,
        sockets_per_visitor=settings.sockets_per_visitor,
        text_limit=TEXT_LIMIT,
    )
