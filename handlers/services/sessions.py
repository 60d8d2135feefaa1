"""Visitor sessions: a signed key to one conversation on one site."""

from handlers.services.caller import Visitor
from handlers.services.directory import SiteDirectory
from shared.auth.tokens import Tokens, VisitorClaims
from shared.contracts.http import AgentInfo, VisitorSession, VisitorSessionRequest, WidgetSettings
from shared.contracts.wire import TEXT_LIMIT
from shared.domain.site import Site, in_language
from shared.domain.words import Locale
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.pool import AsyncDatabase, using
from shared.storage.visitors import create_visitor, owns


class SessionService:
    """Begins and continues visitor sessions."""

    def __init__(
        self,
        database: AsyncDatabase,
        directory: SiteDirectory,
        tokens: Tokens,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._directory = directory
        self._tokens = tokens
        self._clock = clock

    async def open(
        self, request: VisitorSessionRequest, origin: str | None, token: str | None
    ) -> VisitorSession:
        """Return a key to the conversation of ``token``, or to a new one.

        Raises:
            NotFound: no site has this key.
            Forbidden: the site does not allow the origin.
            NotAuthenticated: the token is not good here; ask again without it.
        """
        site = await self._directory.by_key(request.site_key)
        self._directory.require_site(origin, site)
        locale = request.locale or site.locale
        claims = await self._continued(token, site) if token else await self._new(site, locale)
        return VisitorSession(
            token=self._tokens.for_visitor(claims, self._clock()),
            expires_in=int(self._tokens.visitor_ttl.total_seconds()),
            visitor_id=claims.visitor_id,
            conversation_id=claims.conversation_id,
            cursor=None,
            settings=_settings(site, locale),
        )

    async def authenticate(self, token: str, origin: str | None) -> Visitor:
        """Return the visitor whose token this is, if they come from their site.

        Raises:
            NotAuthenticated: not a token of ours, expired, or of another site.
            Forbidden: the site does not allow the origin.
        """
        claims = self._tokens.visitor(token)
        site = await self._directory.by_id(claims.site_id)
        self._directory.require_site(origin, site)
        return Visitor(claims.visitor_id, claims.site_id, claims.conversation_id, site.locale)

    async def _continued(self, token: str, site: Site) -> VisitorClaims:
        claims = self._tokens.visitor(token)
        if claims.site_id != site.id:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        async with using(self._database) as connection:
            if not await owns(
                connection,
                visitor_id=claims.visitor_id,
                conversation_id=claims.conversation_id,
                site_id=claims.site_id,
            ):
                raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        return claims

    async def _new(self, site: Site, locale: Locale) -> VisitorClaims:
        claims = VisitorClaims(visitor_id=uuid7(), site_id=site.id, conversation_id=uuid7())
        async with using(self._database) as connection:
            await create_visitor(
                connection,
                visitor_id=claims.visitor_id,
                conversation_id=claims.conversation_id,
                site_id=site.id,
                locale=locale,
            )
        get_logger().info(
            "conversation.created",
            conversation_id=str(claims.conversation_id),
            site_id=str(site.id),
        )
        return claims


def _settings(site: Site, locale: Locale) -> WidgetSettings:
    return WidgetSettings(
        site_name=site.name,
        locale=locale,
        greeting=in_language(site.greeting, locale),
        agents=tuple(
            AgentInfo(slug=agent.slug, name=in_language(agent.name, locale))
            for agent in site.agents
        ),
        # One example of each agent: the visitor sees the whole range at a glance.
        examples=tuple(
            examples[0] for agent in site.agents if (examples := agent.examples.get(locale, ()))
        ),
        text_limit=TEXT_LIMIT,
    )
