"""How a socket comes into a conversation without missing, doubling or reordering anything."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from redis.exceptions import RedisError
from socketio.exceptions import ConnectionRefusedError as Refused

from handlers.errors import best_locale, error_body
from handlers.services.fanout import Fanout
from handlers.services.live import LiveConversations
from handlers.sockets.server import Server
from shared.contracts.visitor import ConversationSnapshot, for_visitors
from shared.kernel.errors import ErrorCode, OtvetError, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.realtime.events import Fact, Namespace
from shared.storage.keys import conversation_key


@contextmanager
def refusals(namespace: Namespace, environ: dict[str, Any]) -> Iterator[None]:
    """Answer whatever goes wrong while a socket connects; without an answer it waits for ever.

    Raises:
        Refused: carries the error body; after a bug of ours, too, the client may come again.
    """
    request_id, locale = str(uuid7()), best_locale(environ.get("HTTP_ACCEPT_LANGUAGE"))
    with correlated(request_id):
        try:
            yield
        except Exception as error:
            refusal = _refusal(error)
            get_logger().info(f"{namespace[1:]}.refused", code=refusal.code)
            body = error_body(refusal, request_id, locale)
            raise Refused(refusal.code, body.model_dump(mode="json")) from error


def _refusal(error: Exception) -> OtvetError:
    if isinstance(error, OtvetError):
        return error
    if isinstance(error, RedisError | OSError):  # TimeoutError is an OSError
        return Unavailable(ErrorCode.STORE_UNAVAILABLE)
    get_logger().error("connect.failed", exc_info=error)
    return Unavailable(ErrorCode.INTERNAL)


class Joiner:
    """Joins sockets of one namespace to conversations."""

    server: Server

    def __init__(self, live: LiveConversations, fanout: Fanout, namespace: Namespace) -> None:
        """Make snapshots with ``live`` and hold frames with ``fanout``."""
        self._live = live
        self._fanout = fanout
        self._namespace = namespace

    async def join(self, sid: str, conversation_id: UUID, cursor: str | None) -> None:
        """Send a visitor the snapshot and what came meanwhile, then let live events through."""
        snapshot = await self.begin(sid, conversation_id, cursor)
        await self.server.emit(
            Fact.CONVERSATION_SNAPSHOT,
            for_visitors(snapshot.model_dump(mode="json")),
            to=sid,
            namespace=self._namespace,
        )
        await self.finish(sid, snapshot)

    async def begin(
        self, sid: str, conversation_id: UUID, cursor: str | None
    ) -> ConversationSnapshot:
        """Hold the socket's frames and return the snapshot that it must get first.

        Raises:
            NotFound: there is no such conversation.
            Unavailable: Redis is away.
        """
        try:
            await self._fanout.hold(conversation_id, sid)
            return await self._live.snapshot(conversation_id, cursor)
        except (RedisError, OSError) as error:  # TimeoutError is an OSError
            raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error

    async def finish(self, sid: str, snapshot: ConversationSnapshot) -> None:
        """Send what was held and is newer than the snapshot, and enter the room."""
        conversation_id = snapshot.conversation_id
        if await self._fanout.release(conversation_id, sid, self._namespace, snapshot.cursor):
            room = conversation_key(snapshot.conversation_id)
            await self.server.enter_room(sid, room, namespace=self._namespace)

    async def leave(self, sid: str, conversation_id: UUID) -> None:
        """Leave the room; the last socket of this process ends its subscription.

        Undoes all of the above at whatever point it comes; whoever began calls it in the end.
        """
        room = conversation_key(conversation_id)
        if room in self.server.rooms(sid, namespace=self._namespace):
            await self.server.leave_room(sid, room, namespace=self._namespace)
        self._fanout.leave(conversation_id, sid)
