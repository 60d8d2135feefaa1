"""Errors as they leave the process: one shape, in the caller's language."""

from shared.contracts.wire import AckError, ErrorBody
from shared.domain.error_sentences import error_sentence
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, OtvetError
from shared.observability.metrics import COMMANDS_REFUSED


def error_body(error: OtvetError, request_id: str, locale: Locale) -> ErrorBody:
    """Return the body of an error, and count it."""
    COMMANDS_REFUSED.labels(error.code).inc()
    return ErrorBody(
        code=error.code,
        message=error_sentence(ErrorCode(error.code), locale, error.who),
        retryable=error.retryable,
        request_id=request_id,
        retry_after=error.retry_after,
        operator_name=error.who,
    )


def error_ack(error: OtvetError, request_id: str, locale: Locale) -> AckError:
    """Return the ack of a refused command."""
    return AckError(error=error_body(error, request_id, locale))


def best_locale(accept_language: str | None) -> Locale:
    """Return the language of a browser, of the two there are; Russian unless English is first."""
    first = (accept_language or "").split(",", 1)[0].strip().lower()
    return Locale.EN if first.startswith("en") else Locale.RU
