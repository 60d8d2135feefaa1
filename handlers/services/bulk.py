"""One action on many conversations: each goes the ordinary way, and each says what became of it."""

import asyncio
from uuid import UUID

from handlers.services.access import AccessService
from handlers.services.caller import OperatorCaller
from handlers.services.floor import FloorService
from handlers.services.labels import LabelService
from shared.contracts.inbox import BulkAction, BulkOutcome, BulkRequest, BulkResult
from shared.domain.error_sentences import error_sentence
from shared.domain.words import Locale
from shared.kernel.errors import OtvetError
from shared.observability.logs import get_logger
from shared.storage.floor import FloorCommand

_AT_ONCE = 4
"""Under way at a time: half of the connections to PostgreSQL, so that others do not wait."""

_MOVES = {BulkAction.CLOSE: FloorCommand.CLOSE, BulkAction.RETURN: FloorCommand.RETURN}


class BulkService:
    """Carries out bulk actions."""

    def __init__(self, access: AccessService, floor: FloorService, labels: LabelService) -> None:
        """Compose the service."""
        self._access = access
        self._floor = floor
        self._labels = labels

    async def run(
        self, operator: OperatorCaller, request: BulkRequest, locale: Locale, request_id: str
    ) -> BulkResult:
        """Do it to each conversation; what is refused for one stops none of the others."""
        gate = asyncio.Semaphore(_AT_ONCE)

        async def one(conversation_id: UUID) -> BulkOutcome:
            async with gate:
                try:
                    await self._do(operator, request, conversation_id, request_id)
                except OtvetError as error:
                    return BulkOutcome(
                        conversation_id=conversation_id,
                        ok=False,
                        code=error.code,
                        message=error_sentence(error.code, locale),
                    )
            return BulkOutcome(conversation_id=conversation_id, ok=True)

        named = list(dict.fromkeys(request.conversation_ids))
        items = await asyncio.gather(*(one(conversation_id) for conversation_id in named))
        get_logger().info(
            "inbox.bulk",
            action=request.action,
            named=len(named),
            done=sum(item.ok for item in items),
            operator_id=str(operator.operator_id),
        )
        return BulkResult(items=tuple(items))

    async def _do(
        self,
        operator: OperatorCaller,
        request: BulkRequest,
        conversation_id: UUID,
        request_id: str,
    ) -> None:
        if request.label_id is not None:
            on = request.action is BulkAction.LABEL
            await self._labels.put(operator, conversation_id, request.label_id, on=on)
            return
        site_id = await self._access.site_of(operator, conversation_id)
        move = _MOVES[request.action]
        await self._floor.command(operator, move, conversation_id, site_id, request_id)
