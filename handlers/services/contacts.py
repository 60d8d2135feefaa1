"""How to reach a visitor when nobody is there: kept with the conversation, and said in it."""

from handlers.services.caller import Visitor
from handlers.services.live import LiveConversations
from handlers.services.messages import MessageService
from shared.contracts.look import ContactLeave, ContactLeft
from shared.contracts.visitor import MessageSend
from shared.domain.words import ConversationStatus, Locale
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode
from shared.observability.logs import get_logger
from shared.storage.identified import keep_contact
from shared.storage.pool import AsyncDatabase, using

_REACH = {Locale.RU: "Связаться со мной", Locale.EN: "How to reach me"}
_PEOPLE = frozenset({ConversationStatus.WAITING, ConversationStatus.OPERATOR})


class ContactService:
    """Takes what visitors leave outside working hours."""

    def __init__(
        self,
        database: AsyncDatabase,
        live: LiveConversations,
        messages: MessageService,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._live = live
        self._messages = messages
        self._clock = clock

    async def leave(self, visitor: Visitor, body: ContactLeave, request_id: str) -> ContactLeft:
        """Keep the contact and put the message into the conversation, where operators read it.

        The conversation stays as it is: it waits for a person.

        Raises:
            Conflict: nobody was called, so an agent would answer what is meant for people.
        """
        here = visitor.conversation_id
        status, _ = await self._live.run(here, lambda: self._live.conversations.standing(here))
        if status not in _PEOPLE:
            raise Conflict(ErrorCode.CONVERSATION_TAKEN, detail=status)
        contact = body.model_dump(include={"email", "phone"}, exclude_none=True)
        # The message first: it is what a person must see, and its id makes a repeat harmless.
        line = f"{_REACH[visitor.locale]}: {', '.join(contact.values())}"
        command = MessageSend(
            client_message_id=body.client_message_id, text=f"{body.text.strip()}\n\n{line}"
        )
        ack = await self._messages.from_visitor(visitor, command, request_id)
        async with using(self._database) as connection:
            await keep_contact(connection, visitor.conversation_id, contact, self._clock())
        get_logger().info("contact.left", conversation_id=str(visitor.conversation_id))
        return ContactLeft(message_id=ack.message_id, seq=ack.seq)
