"""Visitor sessions: a signed key to one conversation on one site."""

import time
from datetime import timedelta
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.caller import Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.live import LiveConversations
from handlers.services.widget_settings import widget_look, widget_settings
from shared.auth.identity import IdentitySecrets
from shared.auth.tokens import Tokens, VisitorClaims
from shared.contracts.http import VisitorSession, VisitorSessionRequest
from shared.contracts.look import PageInfo, WidgetLook
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
from shared.storage.site_settings import note_seen
from shared.storage.visitors import Owner, create_visitor, owner

_IDENTIFIED_TTL = timedelta(hours=24)
"""A known person's key: what it opens is more than what they wrote on this device."""
_SEEN_SECONDS = 60.0
_MOST_SEEN = 10_000


class SessionService:
    """Begins and continues visitor sessions."""

    def __init__(
        self,
        database: AsyncDatabase,
        directory: SiteDirectory,
        tokens: Tokens,
        identities: IdentitySecrets,
        live: LiveConversations,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._directory = directory
        self._tokens = tokens
        self._identities = identities
        self._live = live
        self._clock = clock
        self._seen: dict[tuple[UUID, str], float] = {}

    async def look(self, site_key: str, origin: str) -> WidgetLook:
        """Return what the launcher of a site looks like.

        Raises:
            NotFound: no site has this key.
            Forbidden: the site does not allow the origin.
        """
        site = await self._site(site_key, origin)
        return widget_look(site.look)

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
        site = await self._site(request.site_key, origin)
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
        now = self._clock()
        return VisitorSession(
            token=self._tokens.for_visitor(claims, now, ttl),
            expires_in=int(ttl.total_seconds()),
            visitor_id=claims.visitor_id,
            conversation_id=claims.conversation_id,
            cursor=None,
            settings=widget_settings(site, locale, now),
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
        self._directory.require_site(origin, site)
        if site.identity_required and not claims.is_known:
            # A token from before the site asked for it opens nothing any more.
            raise Forbidden(ErrorCode.IDENTITY_REQUIRED)
        found = Visitor(
            claims.visitor_id,
            claims.site_id,
            claims.conversation_id,
            site.locale,
            site.limits.sockets_per_visitor,
            claims.is_known,
        )
        await self.refuse_stranger(found)
        return found

    async def refuse_stranger(self, visitor: Visitor) -> None:
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
        """Refuse somebody who came in and might not come in now.

        Raises:
            NotAuthenticated: the site has vouched for the visitor since.
            NotFound: the site is there no more.
            Unavailable: nobody can say.
        """
        await self._directory.by_id(visitor.site_id)
        await self.refuse_stranger(visitor)

    async def _site(self, site_key: str, origin: str) -> Site:
        site = await self._directory.by_key(site_key)
        self._directory.require_site(origin, site)
        await self._note_seen(site.id, origin)
        return site

    async def _note_seen(self, site_id: UUID, origin: str) -> None:
        """Keep that a page of ``origin`` has the widget; a page does not wait for much for it."""
        now = time.monotonic()
        if now - self._seen.get((site_id, origin), -_SEEN_SECONDS) < _SEEN_SECONDS:
            return
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen[site_id, origin] = now
        try:
            async with using(self._database) as connection:
                await note_seen(connection, site_id, origin, self._clock())
        except OtvetError as error:
            get_logger().warning("site.not_noted", code=error.code)

    def _identity(self, token: str, site: Site) -> Identity:
        try:
            return self._identities.read(token, site.id, site.identity_salts, self._clock())
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
                page=_kept(page),
            )
        if known.is_new:
            _log_new(known.conversation_id, site.id)
        else:
            stranger = before if before and not before.is_known else None
            if stranger and stranger.visitor_id != known.visitor_id:
                stranger = None
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
        of = stranger.conversation_id if stranger else conversation_id
        try:
            await self._live.run(of, lambda: conversations.recognise(of, name))
            if stranger:
                await conversations.put_strangers_out(of)
        except (OtvetError, RedisError, OSError) as error:
            get_logger().warning("visitor.not_recognised", error=type(error).__name__)
            if stranger:
                raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error

    async def _continued(self, token: str, site: Site, page: PageInfo | None) -> VisitorClaims:
        claims = self._tokens.visitor(token)
        if claims.site_id != site.id:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        found = await self._owner(claims)
        # Of a person whom the site vouched for, the site must vouch again: whoever sits at this
        # device next is somebody else.
        if found is None or found.external_id is not None:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        if kept := _kept(page):
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
                page=_kept(page),
            )
        _log_new(claims.conversation_id, site.id)
        return claims


def _kept(page: PageInfo | None) -> dict[str, str] | None:
    return page.model_dump(exclude_none=True) or None if page else None


def _log_new(conversation_id: UUID, site_id: UUID) -> None:
    get_logger().info(
        "conversation.created", conversation_id=str(conversation_id), site_id=str(site_id)
    )
