"""Composition root of a relay: ``python -m handlers.relay`` (docs/serverless.md).

It writes facts to the websockets that an API Gateway holds for handlers that are functions.
"""

import asyncio
import signal
import sys
from contextlib import suppress
from threading import Event
from typing import Any
from uuid import UUID

from redis.asyncio import Redis

from handlers.composition import Composition
from handlers.ending import end
from handlers.serverless.management import Management
from handlers.serverless.relay import CUT_REASONS, Relay
from handlers.services.fanout import Fanout
from handlers.services.live import LiveConversations
from handlers.services.visitor_stream import VisitorStream
from shared.config import Settings, SettingsError, load_settings
from shared.observability.logs import configure_logs, get_logger
from shared.observability.metrics import SOCKETS_CUT, begin_at_zero, start_metrics_server
from shared.realtime.events import Namespace
from shared.storage.connections import Connections
from shared.storage.keys import (
    CONNECTIONS_CHANNEL,
    ERASED_CHANNEL,
    RECOGNISED_CHANNEL,
    SITE_CHANGED_CHANNEL,
)

_LEAVING_SECONDS = 5.0
"""In which its connections are left to others; while Redis is away their leases end instead."""
REQUIRED = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL", "WEBSOCKET_ENDPOINT")


class RelayProcess:
    """A relay with all that it listens to."""

    def __init__(self, settings: Settings, endpoint: str) -> None:
        """Compose; nothing is opened."""
        self._parts = Composition(settings, self._hear)
        self._management = Management(endpoint, settings)
        self._relay = Relay(
            Connections(self._parts.redis),
            self._fanout,
            self._parts.services.sessions,
            VisitorStream(self._parts.live),
            self._management,
        )
        self.is_listening = Event()

    async def run(self, until: asyncio.Event) -> None:
        """Relay until told to end."""
        parts = self._parts
        await parts.database.open()
        relaying = asyncio.create_task(self._relay.run())
        tasks = [relaying, asyncio.create_task(self._fanout.run())]
        get_logger().info("relay.started", relay=self._relay.id)
        ended = asyncio.create_task(until.wait())
        await asyncio.wait({ended, *tasks}, return_when=asyncio.FIRST_COMPLETED)
        self._relay.stop()
        await asyncio.wait({relaying}, timeout=_LEAVING_SECONDS)
        await end((ended, *tasks))
        await parts.producer.close()
        await parts.database.close()
        await parts.redis.aclose()
        parts.passwords.close()
        self._management.shut()
        get_logger().info("relay.stopped")

    def _hear(self, redis: Redis, live: LiveConversations) -> Fanout:
        self._fanout = Fanout(
            redis,
            _to_nobody,
            live.snapshot,
            _nobody,
            {
                CONNECTIONS_CHANNEL: self._look,
                SITE_CHANGED_CHANNEL: self._site_changed,
                ERASED_CHANNEL: self._erased,
                RECOGNISED_CHANNEL: self._recognised,
            },
            self._listening,
        )
        return self._fanout

    async def _look(self, _: str) -> None:
        self._relay.look()

    async def _site_changed(self, site_id: str) -> None:
        self._parts.directory.forget(UUID(site_id))
        self._fanout.wake()

    async def _erased(self, erased: str) -> None:
        what = erased.partition(":")[0]
        if what != "site":
            self._fanout.wake(None if what == "visitors" else UUID(what))

    async def _recognised(self, conversation_id: str) -> None:
        self._fanout.wake(UUID(conversation_id))

    def _listening(self) -> None:
        """See to what was told while nobody listened."""
        self._parts.directory.forget_all()
        self._fanout.wake()
        self._relay.look()
        self.is_listening.set()


async def _to_nobody(_: Namespace, __: str, ___: str, ____: dict[str, Any]) -> None:
    """A relay has no sockets of its own."""


async def _nobody(_: str) -> None:
    """Nor operators."""


async def _serve(settings: Settings, endpoint: str) -> None:
    process, ended = RelayProcess(settings, endpoint), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, ended.set)
    if settings.metrics_port is not None:
        start_metrics_server(settings.host, settings.metrics_port, process.is_listening.is_set)
    await process.run(ended)


def main() -> int:
    """Relay until SIGTERM or SIGINT."""
    begin_at_zero(SOCKETS_CUT, CUT_REASONS)
    try:
        settings = load_settings(*REQUIRED)
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    configure_logs("relay", settings.log_level)
    with suppress(KeyboardInterrupt):
        asyncio.run(_serve(settings, settings.websocket_endpoint or ""))
    return 0


if __name__ == "__main__":
    sys.exit(main())
