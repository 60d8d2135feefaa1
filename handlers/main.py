"""Composition root of the front door: ``python -m handlers.main``."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import socketio
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api.application import build_api
from handlers.bodies import Patience
from handlers.ending import end
from handlers.gateway import GatewayGate
from handlers.sockets.composition import SocketComposition
from handlers.sockets.frames import MAX_FRAME
from handlers.sockets.guard import SocketGuard
from handlers.sockets.outgoing import CUT_REASONS, WatchedWebSocket
from shared.auth.gateway import signatures_of
from shared.config import Settings, SettingsError, load_settings
from shared.kernel.errors import ErrorCode
from shared.observability.logs import configure_logs, get_logger
from shared.observability.metrics import COMMANDS_REFUSED, SOCKETS_CUT, begin_at_zero

_OUR_FAULT = (ErrorCode.BROKER_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE, ErrorCode.INTERNAL)
REQUIRED = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL")


class Application:
    """One handler process: everything it holds could be held by any other."""

    def __init__(self, settings: Settings) -> None:
        """Compose; nothing is opened before ``start``."""
        self.settings = settings
        self._sockets = SocketComposition(settings)
        self._parts = self._sockets.parts
        self._tasks: list[asyncio.Task[None]] = []
        self.asgi = self._build_asgi()

    async def start(self) -> None:
        """Open connections and begin to listen; what is away now is tried again later."""
        parts = self._parts
        await parts.database.open()
        self._tasks = [
            asyncio.create_task(self._sockets.fanout.run()),
            asyncio.create_task(parts.directory.keep_fresh()),
            asyncio.create_task(parts.presence.keep_beating()),
        ]
        get_logger().info("handlers.started", port=self.settings.port)

    def end_polls(self) -> None:
        """Answer those who wait for something to come: they ask another process."""
        self._parts.services.polls.end()
        self._sockets.fanout.wake()

    async def stop(self) -> None:
        """Close everything; clients are told by their closed sockets and come back elsewhere."""
        parts = self._parts
        await end(self._tasks)
        await parts.services.case_runs.close()
        await parts.producer.close()
        await parts.database.close()
        await parts.redis.aclose()
        parts.passwords.close()
        get_logger().info("handlers.stopped")

    def _build_asgi(self) -> ASGIApp:
        parts = self._parts

        @asynccontextmanager
        async def lifespan(_: FastAPI) -> AsyncIterator[None]:
            await self.start()
            yield
            await self.stop()

        patience = Patience.of(self.settings)
        api = build_api(parts.directory.allows_somewhere, patience)
        api.router.lifespan_context = lifespan
        api.state.services = parts.services
        sockets = SocketGuard(
            socketio.ASGIApp(self._sockets.server, socketio_path="socket.io"),
            allows=parts.directory.allows_somewhere,
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

        signatures = signatures_of(self.settings)
        return app if signatures is None else GatewayGate(app, signatures)


class _Server(uvicorn.Server):
    """Tells the application that the end has begun, while those who wait can be answered."""

    def __init__(self, config: uvicorn.Config, application: Application) -> None:
        super().__init__(config)
        self._application = application

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End the long polls, which would keep the process for seconds, then everything."""
        self._application.end_polls()
        await super().shutdown(sockets)


def main() -> int:
    """Serve until SIGTERM or SIGINT, then finish what is under way."""
    begin_at_zero(COMMANDS_REFUSED, _OUR_FAULT)
    begin_at_zero(SOCKETS_CUT, CUT_REASONS)
    try:
        settings = load_settings(*REQUIRED)
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    configure_logs("handlers", settings.log_level)
    application = Application(settings)
    server = _Server(
        uvicorn.Config(
            application.asgi,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            server_header=False,
            ws=WatchedWebSocket,
            ws_max_size=MAX_FRAME,
            ws_per_message_deflate=False,
            timeout_graceful_shutdown=int(settings.drain_timeout.total_seconds()),
        ),
        application,
    )
    signal.signal(signal.SIGTERM, server.handle_exit)
    server.run()
    return 0 if server.started else 1


if __name__ == "__main__":
    sys.exit(main())
