"""A Socket.IO server that answers every command and forgets no socket that has gone."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import socketio
from socketio import packet

from handlers.sockets.outgoing import Engine
from shared.contracts.wire import ErrorBody
from shared.kernel.errors import ErrorCode
from shared.realtime.events import Fact


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command returns: its ack, and what to do once that is on its way."""

    ack: dict[str, Any]
    after: Callable[[], Awaitable[None]] | None = None


Dispatch = Callable[[str, str, str, object], Awaitable[Reply]]


class Server(socketio.AsyncServer):
    """Sends all commands of a client, in their order, through one ``dispatch``."""

    def __init__(self, dispatch: Dispatch, **options: Any) -> None:  # noqa: ANN401
        """Serve; ``dispatch(namespace, sid, event, payload)`` never raises."""
        super().__init__(
            async_mode="asgi", async_handlers=False, logger=False, engineio_logger=False, **options
        )
        self._dispatch = dispatch

    async def hang_up(self, sid: str, namespace: str) -> None:
        """Close the connection under a socket; other than after a disconnect, clients come back."""
        eio_sid = self.manager.eio_sid_from_sid(sid, namespace)
        if eio_sid is not None:
            await self.eio.hang_up(eio_sid)

    def _engineio_server_class(self) -> type[Engine]:
        return Engine

    async def _handle_connect(self, eio_sid: str, namespace: str | None, data: object) -> None:
        if self.eio.is_gone(eio_sid):
            return
        await super()._handle_connect(eio_sid, namespace, data)
        if self.eio.is_gone(eio_sid):
            # The end overtook the beginning (over polling they are two requests): python-socketio
            # tells nobody of the end of a socket that is not connected yet.
            await self._handle_disconnect(eio_sid, namespace)

    async def _handle_event(
        self,
        eio_sid: str,
        namespace: str | None,
        ack_id: int | None,
        data: list[Any],
    ) -> None:
        space = namespace or "/"
        sid = self.manager.sid_from_eio_sid(eio_sid, space)
        if sid is None or not self.manager.is_connected(sid, space):
            await self._refuse_unconnected(eio_sid, space, ack_id)
            return
        payload = data[1] if len(data) > 1 else {}
        reply = await self._dispatch(space, sid, data[0], payload)
        if ack_id is not None:
            await self._send_packet(
                eio_sid, self.packet_class(packet.ACK, namespace=space, id=ack_id, data=[reply.ack])
            )
        elif not reply.ack["ok"]:
            await self.emit(Fact.ERROR, reply.ack["error"], to=sid, namespace=space)
        if reply.after is not None:
            await reply.after()

    async def _refuse_unconnected(self, eio_sid: str, namespace: str, ack_id: int | None) -> None:
        error = _error(ErrorCode.TOKEN_MISSING, "Connect to the namespace first.", eio_sid)
        kind, data = packet.EVENT, [Fact.ERROR, error]
        if ack_id is not None:
            kind, data = packet.ACK, [{"ok": False, "error": error}]
        await self._send_packet(
            eio_sid, self.packet_class(kind, namespace=namespace, id=ack_id, data=data)
        )

    async def _send_packet(self, eio_sid: str, pkt: Any) -> None:  # noqa: ANN401
        if pkt.packet_type == packet.CONNECT_ERROR and isinstance(pkt.data, str):
            # python-socketio's words for an unknown namespace, or one that is connected already.
            error = _error(ErrorCode.NOT_FOUND, pkt.data, eio_sid)
            pkt.data = {"message": ErrorCode.NOT_FOUND, "data": error}
        await super()._send_packet(eio_sid, pkt)


def _error(code: ErrorCode, message: str, request_id: str) -> dict[str, Any]:
    body = ErrorBody(code=code, message=message, retryable=False, request_id=request_id)
    return body.model_dump(mode="json")
