"""A command that came by a socket, and its ack; the same for both namespaces."""

from handlers.services.commands import Caller, Table, acked
from handlers.sockets.server import Reply


async def dispatch(
    table: Table, caller: Caller | None, sid: str, event: str, payload: object
) -> Reply:
    """Carry out a command and return what goes back; without a ``caller`` the socket has gone."""
    result = await acked(table, caller, sid, event, payload)
    return result if isinstance(result, Reply) else Reply(result)
