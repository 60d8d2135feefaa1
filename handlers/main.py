"""Composition root of the front door: ``python -m handlers.main``."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import socketio
import uvicorn
from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api.application import build_api
from handlers.api.context import Services
from handlers.bodies import Patience
from handlers.services.access import AccessService
from handlers.services.agents import AgentService
from handlers.services.analytics import AnalyticsService
from handlers.services.audit import AuditService
from handlers.services.bulk import BulkService
from handlers.services.directory import SiteDirectory
from handlers.services.fanout import Fanout
from handlers.services.floor import FloorService
from handlers.services.inbox import InboxService
from handlers.services.labels import LabelService
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from handlers.services.messages import MessageService
from handlers.services.provenance import ProvenanceService
from handlers.services.sessions import SessionService
from handlers.services.sign_in import SignInService
from handlers.services.views import ViewService
from handlers.sockets.frames import MAX_FRAME
from handlers.sockets.guard import SocketGuard
from handlers.sockets.operator import OperatorSockets
from handlers.sockets.outgoing import WatchedWebSocket
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import VisitorSockets
from shared.auth.passwords import PasswordChecker
from shared.auth.tokens import Tokens
from shared.config import Settings, SettingsError, load_settings, reveal
from shared.observability.logs import configure_logs, get_logger
from shared.queues.producers import async_redis_client, build_async_producer
from shared.realtime.events import Namespace
from shared.storage.conversations import Conversations
from shared.storage.pool import build_database

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
        self._directory = SiteDirectory(self._database, settings.own_origins)
        limits = Limits(self._redis)
        self._live = LiveConversations(Conversations(self._redis), self._database)
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
            self._shut_out,
            self._drop,
            self._directory.forget,
        )
        messages = MessageService(
            self._live, self._producer, self._directory, settings.messages_per_minute
        )
        floor = FloorService(self._live, self._producer, self._directory)
        access = AccessService(self._database)
        inbox = InboxService(self._database, access, self._live)
        labels = LabelService(self._database, access, self._live)
        self.services = Services(
            settings=settings,
            database=self._database,
            producer=self._producer,
            directory=self._directory,
            limits=limits,
            sessions=SessionService(self._database, self._directory, tokens),
            sign_in=SignInService(
                self._database,
                self._redis,
                tokens,
                self._passwords,
                limits,
                settings.refresh_token_ttl,
            ),
            access=access,
            agents=AgentService(self._database, self._redis, self._directory),
            analytics=AnalyticsService(self._database),
            audit=AuditService(self._database),
            provenance=ProvenanceService(self._database),
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
            floor=floor,
            live=self._live,
            fanout=self._fanout,
            directory=self._directory,
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
        ]
        get_logger().info("handlers.started", port=self.settings.port)

    async def stop(self) -> None:
        """Close everything; clients are told by their closed sockets and come back elsewhere."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
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

    async def _shut_out(self, session_id: str) -> None:
        await self._operators.shut_out(session_id)


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
