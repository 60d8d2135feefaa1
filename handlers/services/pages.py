"""Places in lists that are ordered by time: the ``next`` of a page, and what it names."""

from datetime import datetime
from uuid import UUID

from shared.kernel.errors import ErrorCode, InvalidInput

Place = tuple[datetime, UUID]


def read_place(text: str | None) -> Place | None:
    """Read what a ``next`` named; nothing for the first page.

    Raises:
        InvalidInput: it is none of ours.
    """
    if text is None:
        return None
    at, _, item_id = text.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(item_id)
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="before") from error


def name_place(place: Place) -> str:
    """Write a place down; "Z", for a "+" would have to be escaped in a query."""
    at, item_id = place
    return f"{at.isoformat().replace('+00:00', 'Z')}~{item_id}"
