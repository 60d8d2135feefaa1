"""Sites and origins, cached for a few seconds so that no message waits for PostgreSQL."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from shared.domain.origins import AllowedOrigins, Origin, OriginError, parse_origin
from shared.domain.site import Site
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, Forbidden, NotFound, OtvetError, Unavailable
from shared.observability.logs import get_logger
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sites import all_origins, site_by_id, site_by_key

_FRESH_SECONDS = 15.0
_AGAIN_SECONDS = 5.0
# While PostgreSQL is away a site that was known is still served; a public widget should not
# vanish from its pages because a database restarts.
_STALE_SECONDS = 300.0
_MOST = 10_000


@dataclass(slots=True)
class _Entry:
    site: Site | None
    loaded: float


class SiteDirectory:
    """Looks sites up; one query for all who ask for a key, and none while the answer is fresh."""

    def __init__(
        self, database: AsyncDatabase, own_origins: frozenset[Origin], clock: Clock = utc_now
    ) -> None:
        """Start empty; ``own_origins`` are those of the console."""
        self._database = database
        self._own = own_origins
        self._clock = clock
        self._origins: AllowedOrigins | None = None
        self._changed = asyncio.Event()
        self._entries: dict[str | UUID, _Entry] = {}
        self._locks: dict[str | UUID, asyncio.Lock] = {}
        self._changes = 0
        self._seen = time.time(), time.monotonic()
        self._next_catch_up = 0.0
        self._anew_from = 0.0

    async def by_key(self, site_key: str) -> Site:
        """Return the site of a public key.

        Raises:
            NotFound: there is none.
        """
        site = await self._get(site_key, lambda: self._load_key(site_key))
        # Kept in memory, a key outlives its grace by nothing.
        if site is None or not site.is_open_by(site_key, self._clock()):
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        return site

    async def by_id(self, site_id: UUID) -> Site:
        """Return a site by its id.

        Raises:
            NotFound: there is none (any more).
        """
        site = await self._get(site_id, lambda: self._load_id(site_id))
        if site is None:
            raise NotFound(ErrorCode.SITE_UNKNOWN)
        return site

    def forget(self, site_id: UUID) -> None:
        """Read a site again when it is next asked for: it has changed."""
        self._changes += 1
        for key, entry in list(self._entries.items()):
            # Nobody knows whose key it will have been that nobody had.
            if key == site_id or entry.site is None or entry.site.id == site_id:
                del self._entries[key]
        self._changed.set()

    def forget_all(self) -> None:
        """Read every site again when it is next asked for: what changed is not known."""
        self._changes += 1
        self._entries.clear()
        self._changed.set()

    def allows_somewhere(self, origin: str | None) -> bool:
        """Whether some site, or the console, lives on ``origin``; for CORS and handshakes.

        None is what a browser says that polls the origin its page came from.
        """
        if origin is None:
            return False
        try:
            parsed = parse_origin(origin)
        except OriginError:
            return False
        return parsed in self._own or (self._origins is not None and parsed in self._origins)

    def origins(self) -> AllowedOrigins:
        """Return the origins of all sites.

        Raises:
            Unavailable: they were not read yet.
        """
        if self._origins is None:
            raise Unavailable(ErrorCode.STORE_UNAVAILABLE)
        return self._origins

    def require_own(self, origin: str | None) -> None:
        """Let only the console's origins pass.

        Raises:
            Forbidden: another origin, or none.
        """
        if _parsed(origin) not in self._own:
            raise Forbidden(ErrorCode.ORIGIN_FORBIDDEN)

    @staticmethod
    def require_site(origin: str | None, site: Site) -> None:
        """Let only the site's origins pass.

        Raises:
            Forbidden: another origin, or none.
        """
        if not site.allows(_parsed(origin)):
            raise Forbidden(ErrorCode.ORIGIN_FORBIDDEN)

    async def refresh_origins(self) -> None:
        """Load the origins of all sites."""
        async with using(self._database) as connection:
            self._origins = await all_origins(connection)

    async def keep_fresh(self) -> None:
        """Reload the origins for ever; runs as a task of the process."""
        while True:
            wait = _FRESH_SECONDS
            self._changed.clear()
            try:
                await self.refresh_origins()
            except OtvetError as error:
                get_logger().warning("origins.not_refreshed", code=error.code)
                wait = 1.0
            except Exception:  # noqa: BLE001 (a bug, or tables not made yet: no reason to stop)
                get_logger().exception("origins.not_refreshed")
                wait = 1.0
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), wait)

    async def catch_up(self) -> None:
        """Do once, if it is time, what ``keep_fresh`` does; for a process that is often frozen."""
        self._age()
        now = time.time()
        if now < self._next_catch_up:
            return
        self._next_catch_up = now + _FRESH_SECONDS
        try:
            await self.refresh_origins()
            # A site read before its origins were would refuse a page that CORS lets through.
            self._anew_from = time.monotonic()
        except OtvetError as error:
            get_logger().warning("origins.not_refreshed", code=error.code)
            # Not at once: whoever asks meanwhile would wait for PostgreSQL in vain first.
            self._next_catch_up = time.time() + _AGAIN_SECONDS

    def _age(self) -> None:
        """Make what is kept as old as it is: the clock it was read by may have been frozen."""
        now, ticks = time.time(), time.monotonic()
        frozen = (now - self._seen[0]) - (ticks - self._seen[1])
        if frozen < 1:
            return
        self._seen = now, ticks
        for entry in self._entries.values():
            entry.loaded -= frozen

    async def _get(
        self, key: str | UUID, load: Callable[[], Awaitable[Site | None]]
    ) -> Site | None:
        entry = self._entries.get(key)
        if entry and self._is_fresh(entry):
            return entry.site
        lock = self._locks.setdefault(key, asyncio.Lock())
        async with lock:
            try:
                return await self._read(key, load)
            finally:
                # Strangers invent keys, and those are not kept while PostgreSQL is away: of what
                # nobody reads nothing stays. Who waited has the lock itself.
                if self._locks.get(key) is lock:
                    del self._locks[key]

    async def _read(
        self, key: str | UUID, load: Callable[[], Awaitable[Site | None]]
    ) -> Site | None:
        """Return what was read by whoever had the lock before, else read it."""
        entry, now = self._entries.get(key), time.monotonic()
        if entry and self._is_fresh(entry):
            return entry.site
        changes = self._changes
        try:
            site = await load()
        except Unavailable:
            if entry and entry.site and now - entry.loaded < _STALE_SECONDS:
                return entry.site
            raise
        if len(self._entries) >= _MOST:
            # Keys that strangers invent must not fill the memory.
            self._entries.clear()
        if changes == self._changes:  # else it may have been read before it changed
            self._entries[key] = _Entry(site, now)
        return site

    def _is_fresh(self, entry: _Entry) -> bool:
        age = time.monotonic() - entry.loaded
        return age < _FRESH_SECONDS and entry.loaded >= self._anew_from

    async def _load_key(self, site_key: str) -> Site | None:
        async with using(self._database) as connection:
            return await site_by_key(connection, site_key)

    async def _load_id(self, site_id: UUID) -> Site | None:
        async with using(self._database) as connection:
            return await site_by_id(connection, site_id)


def _parsed(origin: str | None) -> Origin:
    if origin is None:
        raise Forbidden(ErrorCode.ORIGIN_MISSING)
    try:
        return parse_origin(origin)
    except OriginError as error:
        raise Forbidden(ErrorCode.ORIGIN_FORBIDDEN) from error
