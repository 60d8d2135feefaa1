"""How a socket comes into a conversation without missing, doubling or reordering anything."""

from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.fanout import Fanout
from handlers.services.live import LiveConversations
from handlers.sockets.server import Server
from shared.contracts.visitor import ConversationSnapshot, for_visitors
from shared.kernel.errors import ErrorCode, Unavailable
from shared.realtime.events import Fact, Namespace
from shared.storage.keys import conversation_key


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
            await self._fanout.leave(conversation_id, sid)
            raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error
        except Exception:
            await self._fanout.leave(conversation_id, sid)
            raise

    async def finish(self, sid: str, snapshot: ConversationSnapshot) -> None:
        """Send what was held and is newer than the snapshot, and enter the room."""
        conversation_id = snapshot.conversation_id
        if await self._fanout.release(conversation_id, sid, self._namespace, snapshot.cursor):
            room = conversation_key(snapshot.conversation_id)
            await self.server.enter_room(sid, room, namespace=self._namespace)

    async def leave(self, sid: str, conversation_id: UUID) -> None:
        """Leave the room; the last socket of this process ends its subscription."""
        room = conversation_key(conversation_id)
        if room in self.server.rooms(sid, namespace=self._namespace):
            await self.server.leave_room(sid, room, namespace=self._namespace)
        await self._fanout.leave(conversation_id, sid)
