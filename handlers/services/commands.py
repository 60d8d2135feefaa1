"""From an event and its payload to a service; the same for every way that commands come by."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from redis.exceptions import RedisError

from handlers.errors import error_ack
from handlers.services.caller import OperatorCaller, Visitor
from shared.contracts.wire import AckOk
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, InvalidInput, NotAuthenticated, OtvetError, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import ACCEPT_SECONDS

Caller = TypeVar("Caller", Visitor, OperatorCaller)
MAX_COMMAND = 64 * 1024
"""Bytes of a command with all that is around it."""
BURST = 10
"""Commands that may come at once, beside those of a second."""
_MAX_DEPTH = 8
_MAX_KEYS = 32


@dataclass(frozen=True, slots=True)
class Context(Generic[Caller]):
    """A command's surroundings: who sent it, under which id, and from which socket if from one."""

    caller: Caller
    sid: str
    request_id: str


Handler = Callable[[Context[Any], Any], Awaitable[Any]]


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of a table of commands: the payload's contract and what carries it out."""

    contract: type[BaseModel]
    handler: Handler


Table = Mapping[str, Rule]


async def perform(
    table: Table,
    context: Context[Caller],
    event: str,
    payload: object,
) -> Any:  # noqa: ANN401 (what the handler returns)
    """Validate and carry out a command; returns what its handler returns.

    Raises:
        OtvetError: it is refused. Whatever else is raised is a bug.
    """
    started = time.perf_counter()
    try:
        rule = table.get(event)
        if rule is None:
            raise InvalidInput(ErrorCode.UNKNOWN_EVENT)
        return await rule.handler(context, _validated(rule.contract, payload))
    except (RedisError, OSError) as away:
        get_logger().warning("command.unavailable", error=type(away).__name__)
        raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from away
    finally:
        ACCEPT_SECONDS.observe(time.perf_counter() - started)


async def acked(
    table: Table,
    caller: Caller | None,
    sid: str,
    event: str,
    payload: object,
    before: Callable[[Caller], Awaitable[None]] | None = None,
) -> Any:  # noqa: ANN401 (an ack, or what the handler makes of it itself)
    """Validate, carry out, and return the ack; whatever happens, there is one.

    Without a ``caller`` the socket has gone meanwhile, or was never let in. What ``before`` raises
    refuses the command, too.
    """
    request_id, locale = str(uuid7()), caller.locale if caller else Locale.RU
    with correlated(request_id):
        try:
            if caller is None:
                raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
            if before is not None:
                await before(caller)
            result = await perform(table, Context(caller, sid, request_id), event, payload)
        except OtvetError as error:
            get_logger().info("command.refused", code=error.code, detail=error.detail)
            return error_ack(error, request_id, locale).model_dump(mode="json")
        except Exception:  # noqa: BLE001 (every command is answered)
            # A bug: the caller gets an answer all the same, and we get the story.
            get_logger().exception("command.failed", command=event if event in table else "?")
            bug = OtvetError(ErrorCode.INTERNAL)
            return error_ack(bug, request_id, locale).model_dump(mode="json")
    is_contract = result is None or isinstance(result, BaseModel)
    return (result or AckOk()).model_dump(mode="json") if is_contract else result


def is_small(value: object, depth: int = 0) -> bool:
    """Whether nothing is nested too deep and no object has too many keys."""
    if depth > _MAX_DEPTH:
        return False
    if isinstance(value, dict):
        return len(value) <= _MAX_KEYS and all(is_small(item, depth + 1) for item in value.values())
    if isinstance(value, list):
        return len(value) <= _MAX_KEYS and all(is_small(item, depth + 1) for item in value)
    return True


def _validated(contract: type[BaseModel], payload: object) -> BaseModel:
    try:
        return contract.model_validate(payload)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        # Only names of ours: a key that the contract does not know is the caller's own words.
        place = ".".join(str(part) for part in first["loc"] if part in contract.model_fields)
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail=f"{place}: {first['type']}") from None
