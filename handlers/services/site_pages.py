"""The pages that have the widget: of which site each is, what it looks like, when it was seen."""

import time
from contextlib import suppress
from urllib.parse import urlsplit
from uuid import UUID

from handlers.services.directory import SiteDirectory
from handlers.services.widget_settings import widget_look
from shared.contracts.look import WidgetLook
from shared.domain.site import Site
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Forbidden, OtvetError
from shared.observability.logs import get_logger
from shared.storage.pool import AsyncDatabase, using
from shared.storage.site_settings import note_seen

_SEEN_SECONDS = 60.0
_MOST_SEEN = 10_000


class SitePages:
    """Knows a page by its site's public key and its origin."""

    def __init__(
        self, database: AsyncDatabase, directory: SiteDirectory, clock: Clock = utc_now
    ) -> None:
        """Start empty."""
        self._database = database
        self._directory = directory
        self._clock = clock
        self._seen: dict[tuple[UUID, str], float] = {}

    async def site(self, site_key: str, origin: str) -> Site:
        """Return the site whose page asks.

        Raises:
            NotFound: no site has this key.
            Forbidden: the site does not allow the origin.
        """
        site = await self._directory.by_key(site_key)
        self._directory.require_site(origin, site)
        await self._note_seen(site.id, origin)
        return site

    async def look(self, site_key: str, origin: str) -> WidgetLook:
        """Return what the launcher of a site looks like.

        Raises:
            NotFound: no site has this key.
            Forbidden: the site does not allow the origin.
        """
        return widget_look((await self.site(site_key, origin)).look)

    async def look_for_script(self, site_key: str, referer: str) -> WidgetLook:
        """Return the same for the script, whichever page asks: a script's request has no Origin.

        A look is no secret: whoever sees the site sees it. ``referer`` may say where it is seen.

        Raises:
            NotFound: no site has this key.
        """
        site = await self._directory.by_key(site_key)
        with suppress(Forbidden, ValueError):
            scheme, host, *_ = urlsplit(referer)
            origin = f"{scheme}://{host}"
            self._directory.require_site(origin, site)
            await self._note_seen(site.id, origin)
        return widget_look(site.look)

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
