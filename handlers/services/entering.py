"""What a visitor says of themselves when they connect, by whichever kind of socket."""

from typing import TypeVar

from pydantic import ValidationError

from shared.contracts.polling import Connect
from shared.contracts.visitor import VisitorAuth
from shared.kernel.errors import ErrorCode, InvalidInput

_Wanted = TypeVar("_Wanted", Connect, VisitorAuth)


def read_entry(contract: type[_Wanted], data: object) -> _Wanted:
    """Return it, read.

    Raises:
        InvalidInput: it cannot be read, or there is no token in it.
    """
    try:
        return contract.model_validate(data or {})
    except ValidationError as error:
        is_missing = not isinstance(data, dict) or "token" not in data
        code = ErrorCode.TOKEN_MISSING if is_missing else ErrorCode.INVALID_PAYLOAD
        raise InvalidInput(code) from error
