"""Visitor sessions: a signed key to one conversation on one site."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.caller import Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.live import LiveConversations
from handlers.services.site_pages import SitePages
from handlers.services.widget_settings import widget_settings
from shared.auth.identity import IdentitySecrets
from shared.auth.tokens import Tokens, VisitorClaims
from shared.contracts.http import Transport, VisitorSession, VisitorSessionRequest
from shared.contracts.look import PageInfo
from shared.domain.identity import Identity
from shared.domain.site import Site
from shared.domain.words import Locale
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    NotAuthenticated,
    OtvetError,
    Unavailable,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.identified import keep_page, known_visitor
from shared.storage.pool import AsyncDatabase, using
from shared.storage.visitor_history import all_of_visitor
from shared.storage.visitors import Owner, create_visitor, owner

_IDENTIFIED_TTL = timedelta(hours=24)
"""A known person's key: what it opens is more than what they wrote on this device."""


class SessionService:
    """Begins and continues visitor sessions."""

    def __init__(
        self,
        database: AsyncDatabase,
        directory: SiteDirectory,
        pages: SitePages,
        tokens: Tokens,
        identities: IdentitySecrets,
        live: LiveConversations,
        transport: Transport,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._directory = directory
        self._pages = pages
        self._tokens = tokens
        self._identities = identities
        self._live = live
        self._transport = transport
        self._clock = clock

    async def open(
        self, request: VisitorSessionRequest, origin: str, token: str | None
    ) -> VisitorSession:
        """Return a key to the conversation of the identity or of ``token``, or to a new one.

        Raises:
            NotFound: no site has this key.
            Forbidden: the site does not allow the origin, wants an identity, or does not know
                this one.
            NotAuthenticated: the token is not good here; ask again without it.
        """
        site = await self._pages.site(request.site_key, origin)
        locale = request.locale or site.locale
        ttl = self._tokens.visitor_ttl
        if request.identity is not None:
            identity = self._identity(request.identity, site)
            claims = await self._known(identity, token, site, locale, request.page)
            ttl = min(ttl, _IDENTIFIED_TTL)
        elif site.identity_required:
            raise Forbidden(ErrorCode.IDENTITY_REQUIRED)
        elif token:
            claims = await self._continued(token, site, request.page)
        else:
            claims = await self._new(site, locale, request.page)
        return self.grant(claims, site, locale, ttl)

    def grant(
        self, claims: VisitorClaims, site: Site, locale: Locale, ttl: timedelta | None = None
    ) -> VisitorSession:
        """Return a key to a conversation; for ``ttl``, if not for the usual time."""
        now = self._clock()
        ttl = ttl or self._tokens.visitor_ttl
        return VisitorSession(
            token=self._tokens.for_visitor(claims, now, ttl),
            expires_in=int(ttl.total_seconds()),
            visitor_id=claims.visitor_id,
            conversation_id=claims.conversation_id,
            cursor=None,
            settings=widget_settings(site, locale, now, self._transport),
        )

    async def authenticate(self, token: str, origin: str | None) -> Visitor:
        """Return the visitor whose token this is, if they come from their site.

        Raises:
            NotAuthenticated: not a token of ours, expired, of another site, or from before the
                site vouched for the visitor.
            Forbidden: the site does not allow the origin, or answers only people whom it knows.
        """
        claims = self._tokens.visitor(token)
        site = await self._directory.by_id(claims.site_id)
        found = Visitor(
            claims.visitor_id,
            claims.site_id,
            claims.conversation_id,
            site.locale,
            site.limits.sockets_per_visitor,
            claims.is_known,
            claims.expires_at,
            origin,
        )
        await self.look_again(found)
        return found

    async def _refuse_stranger(self, visitor: Visitor) -> None:
        """Refuse a token from before the site vouched for its visitor: others may have a copy.

        Raises:
            NotAuthenticated: it is one.
            Unavailable: neither Redis nor PostgreSQL can say.
        """
        if visitor.is_known:
            return
        try:
            is_known = await self._live.conversations.is_known(visitor.conversation_id)
        except (RedisError, OSError):
            is_known = None
        if is_known is None:
            found = await self._owner(visitor)
            is_known = found is not None and found.external_id is not None
        if is_known:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)

    async def look_again(self, visitor: Visitor) -> None:
        """Refuse somebody whom their site does not let in, or no longer.

        Raises:
            NotAuthenticated: the site has vouched for the visitor since.
            Forbidden: the site does not allow the origin, or answers only people whom it knows.
            NotFound: the site is there no more.
            Unavailable: nobody can say.
        """
        site = await self._directory.by_id(visitor.site_id)
        self._directory.require_site(visitor.origin, site)
        if site.identity_required and not visitor.is_known:
            # A token from before the site asked for it opens nothing any more.
            raise Forbidden(ErrorCode.IDENTITY_REQUIRED)
        await self._refuse_stranger(visitor)

    def _identity(self, token: str, site: Site) -> Identity:
        try:
            return self._identities.read(
                token, site.id, site.identity_salts, self._clock(), site.identity_keys
            )
        except Forbidden as error:
            # For whoever builds the site: what is wrong with the token, not what is in it.
            get_logger().info(
                "identity.refused", site_id=str(site.id), code=error.code, why=error.detail
            )
            raise

    async def _known(
        self,
        identity: Identity,
        token: str | None,
        site: Site,
        locale: Locale,
        page: PageInfo | None,
    ) -> VisitorClaims:
        before = self._tokens.visitor(token) if token else None
        if before is not None and before.site_id != site.id:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        async with using(self._database) as connection:
            known = await known_visitor(
                connection,
                site_id=site.id,
                identity=identity,
                locale=locale,
                new_visitor=uuid7(),
                new_conversation=uuid7(),
                anonymous=before.visitor_id if before else None,
                preferred=before.conversation_id if before else None,
                page=kept_page(page),
            )
        stranger = before if before and not before.is_known else None
        if stranger and stranger.visitor_id != known.visitor_id:
            stranger = None
        if known.is_new:
            log_new(known.conversation_id, site.id)
        if stranger or not known.is_new:
            await self._recognise(known.conversation_id, identity.name, stranger)
        return VisitorClaims(known.visitor_id, site.id, known.conversation_id, is_known=True)

    async def _recognise(
        self, conversation_id: UUID, name: str | None, stranger: VisitorClaims | None
    ) -> None:
        """Shut tokens from before out, and show operators the name.

        PostgreSQL has both already. Who came as a ``stranger`` waits for Redis all the same:
        otherwise a copy of their token would go on opening what they write from now on.
        """
        conversations = self._live.conversations
        try:
            for of in await self._shut(stranger) if stranger else [conversation_id]:
                await self._live.run(of, partial(conversations.recognise, of, name))
                if stranger:
                    await conversations.put_strangers_out(of)
        except (OtvetError, RedisError, OSError) as error:
            get_logger().warning("visitor.not_recognised", error=type(error).__name__)
            if stranger:
                raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error

    async def _shut(self, stranger: VisitorClaims) -> list[UUID]:
        """Return what tokens from before may open: every conversation of the visitor."""
        async with using(self._database) as connection:
            return await all_of_visitor(connection, stranger.visitor_id)

    async def _continued(self, token: str, site: Site, page: PageInfo | None) -> VisitorClaims:
        claims = self._tokens.visitor(token)
        if claims.site_id != site.id:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        found = await self._owner(claims)
        # Of a person whom the site vouched for, the site must vouch again: whoever sits at this
        # device next is somebody else.
        if found is None or found.external_id is not None:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        if kept := kept_page(page):
            async with using(self._database) as connection:
                await keep_page(connection, claims.conversation_id, kept)
        return claims

    async def _owner(self, claims: VisitorClaims | Visitor) -> Owner | None:
        async with using(self._database) as connection:
            return await owner(
                connection,
                visitor_id=claims.visitor_id,
                conversation_id=claims.conversation_id,
                site_id=claims.site_id,
            )

    async def _new(self, site: Site, locale: Locale, page: PageInfo | None) -> VisitorClaims:
        claims = VisitorClaims(visitor_id=uuid7(), site_id=site.id, conversation_id=uuid7())
        async with using(self._database) as connection:
            await create_visitor(
                connection,
                visitor_id=claims.visitor_id,
                conversation_id=claims.conversation_id,
                site_id=site.id,
                locale=locale,
                page=kept_page(page),
            )
        log_new(claims.conversation_id, site.id)
        return claims


def kept_page(page: PageInfo | None) -> dict[str, str] | None:
    """Return what is kept of the page that a visitor writes from."""
    return page.model_dump(exclude_none=True) or None if page else None


def log_new(conversation_id: UUID, site_id: UUID) -> None:
    """Tell that a conversation has begun."""
    get_logger().info(
        "conversation.created", conversation_id=str(conversation_id), site_id=str(site_id)
    )
