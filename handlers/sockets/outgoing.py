"""What waits for a client, and the end of clients that do not read.

Two things hold a socket's packets: our queue and the transport under it. The queue is measured
before each packet; the transport is watched while it cannot hand its bytes to the system. So a
client that does not read costs a bounded number of bytes, for a bounded time.
"""

import asyncio

from engineio import AsyncServer, packet
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from shared.observability.logs import get_logger
from shared.observability.metrics import SOCKETS_CUT

# Deltas come at most 30 a second, so this is many seconds behind; the client comes back with its
# cursor and gets the truth in one frame.
MOST_PACKETS = 512
MOST_BYTES = 192 * 1024
_STALL_SECONDS = 4.0
CUT_REASONS = _TOO_SLOW, _STALLED = ("too_slow", "stalled")


class Outgoing(asyncio.Queue[packet.Packet | None]):
    """The packets that wait for one client. ``None`` ends its writer."""

    def _init(self, maxsize: int) -> None:
        super()._init(maxsize)
        self.waiting_bytes = 0

    def _put(self, item: packet.Packet | None) -> None:
        super()._put(item)
        self.waiting_bytes += _size(item)

    def _get(self) -> packet.Packet | None:
        item: packet.Packet | None = super()._get()
        self.waiting_bytes -= _size(item)
        return item

    def is_over(self) -> bool:
        """Whether so much waits that no more may come; one packet of any size may always wait."""
        waiting = self.qsize()
        return waiting >= MOST_PACKETS or (waiting > 1 and self.waiting_bytes > MOST_BYTES)

    def clear(self) -> None:
        """Throw away what waits."""
        while not self.empty():
            self.get_nowait()
            self.task_done()


class Engine(AsyncServer):
    """Engine.IO with a measure on every socket: all packets of all sockets pass here."""

    def create_queue(self) -> Outgoing:
        """Return the queue of a new socket."""
        return Outgoing()

    async def send_packet(self, sid: str, pkt: packet.Packet) -> None:
        """Send a packet, or end a socket for which too many wait already."""
        connection = self.sockets.get(sid)
        if connection is None or connection.closing:
            return
        if connection.queue.is_over():
            queue = connection.queue
            get_logger().warning("socket.too_slow", queued=queue.qsize(), bytes=queue.waiting_bytes)
            SOCKETS_CUT.labels(_TOO_SLOW).inc()
            queue.clear()
            await self.hang_up(sid)
            return
        await connection.send(pkt)

    async def hang_up(self, sid: str) -> None:
        """Close a connection without waiting for a client that may never read again."""
        connection = self.sockets.get(sid)
        if connection is None or connection.closing:
            return
        await connection.close(wait=False, reason=self.reason.SERVER_DISCONNECT)
        connection.queue.put_nowait(None)

    def is_gone(self, sid: str) -> bool:
        """Whether a connection has ended, or is about to."""
        connection = self.sockets.get(sid)
        return connection is None or connection.closing


class WatchedWebSocket(WebSocketsSansIOProtocol):
    """A websocket whose peer must take bytes while there are any: uvicorn waits without end."""

    _watch: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Hear of every byte that the system does not take, not only of many."""
        super().connection_made(transport)
        self.transport.set_write_buffer_limits(high=0)

    def pause_writing(self) -> None:
        """Begin to watch."""
        super().pause_writing()
        self._look_again()

    def resume_writing(self) -> None:
        """All bytes were taken."""
        super().resume_writing()
        self._stop_watching()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is left to watch."""
        super().connection_lost(exc)
        self._stop_watching()

    def _look_again(self) -> None:
        left = self.transport.get_write_buffer_size()
        self._watch = self.loop.call_later(_STALL_SECONDS, self._end_if_stalled, left)

    def _end_if_stalled(self, left_before: int) -> None:
        if self.transport.get_write_buffer_size() < left_before:
            self._look_again()
            return
        get_logger().warning("socket.stalled", bytes=left_before)
        SOCKETS_CUT.labels(_STALLED).inc()
        # Closed in order, it would wait for the bytes to be taken.
        self.transport.abort()

    def _stop_watching(self) -> None:
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None


def _size(item: packet.Packet | None) -> int:
    return len(item.data) if item is not None and isinstance(item.data, str | bytes) else 0
