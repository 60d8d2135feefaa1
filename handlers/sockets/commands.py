"""From an event and its payload to a service, and back to an ack; the same for both namespaces."""

import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from redis.exceptions import RedisError

from handlers.errors import error_ack
from handlers.services.caller import OperatorCaller, Visitor
from handlers.sockets.server import Reply
from shared.contracts.wire import AckOk
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, InvalidInput, NotAuthenticated, OtvetError, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import ACCEPT_SECONDS

Caller = TypeVar("Caller", Visitor, OperatorCaller)


@dataclass(frozen=True, slots=True)
class Context(Generic[Caller]):
    """A command's surroundings: who sent it, from which socket, under which id."""

    caller: Caller
    sid: str
    request_id: str


Handler = Callable[[Context[Any], Any], Awaitable[Reply | BaseModel | None]]


@dataclass(frozen=True, slots=True)
class Rule:
    """An entry of a namespace's table: the payload's contract and what carries it out."""

    contract: type[BaseModel]
    handler: Handler


async def dispatch(
    table: Mapping[str, Rule], caller: Caller | None, sid: str, event: str, payload: object
) -> Reply:
    """Validate, carry out, and return the ack; whatever happens, there is one.

    Without a ``caller`` the socket has gone meanwhile.
    """
    started = time.perf_counter()
    request_id, locale = str(uuid7()), caller.locale if caller else Locale.RU
    with correlated(request_id):
        try:
            if caller is None:
                raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
            rule = table.get(event)
            if rule is None:
                raise InvalidInput(ErrorCode.UNKNOWN_EVENT)
            context = Context(caller, sid, request_id)
            result = await rule.handler(context, _validated(rule.contract, payload))
        except OtvetError as error:
            get_logger().info("command.refused", code=error.code, detail=error.detail)
            return Reply(error_ack(error, request_id, locale).model_dump(mode="json"))
        except (RedisError, OSError) as away:
            get_logger().warning("command.unavailable", error=type(away).__name__)
            later = Unavailable(ErrorCode.STORE_UNAVAILABLE)
            return Reply(error_ack(later, request_id, locale).model_dump(mode="json"))
        except Exception:  # noqa: BLE001 (every command is answered)
            # A bug: the caller gets an answer all the same, and we get the story.
            get_logger().exception("command.failed", command=event if event in table else "?")
            bug = OtvetError(ErrorCode.INTERNAL)
            return Reply(error_ack(bug, request_id, locale).model_dump(mode="json"))
        finally:
            ACCEPT_SECONDS.observe(time.perf_counter() - started)
    if isinstance(result, Reply):
        return result
    return Reply((result or AckOk()).model_dump(mode="json"))


def _validated(contract: type[BaseModel], payload: object) -> BaseModel:
    try:
        return contract.model_validate(payload, strict=False)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        # Only names of ours: a key that the contract does not know is the caller's own words.
        place = ".".join(str(part) for part in first["loc"] if part in contract.model_fields)
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail=f"{place}: {first['type']}") from None
