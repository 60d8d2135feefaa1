"""What settings must be together: rules over more than one, and secrets that are none.

Called by ``Settings`` alone, when it has read each setting by itself.
"""

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import SecretStr

if TYPE_CHECKING:
    from shared.config import Settings

LOGS_URL_FIELDS = ("request_id", "message_id", "conversation_id", "from", "to")
"""What may stand in ``LOGS_URL`` in braces; ``from`` and ``to`` are milliseconds since 1970."""
_SECRET_MIN = 32
_DEFAULT_SECRETS = ("changeme", "change-me", "secret", "development", "example", "password")


class Environment(StrEnum):
    """Where the process runs; ``development`` allows example secrets."""

    DEVELOPMENT = "development"
    PRODUCTION = "production"


class VisitorTransport(StrEnum):
    """By which way widgets are told to speak with the handlers."""

    SOCKET = "socket"
    POLL = "poll"
    WEBSOCKET = "websocket"


class AiBackend(StrEnum):
    """Who writes answers."""

    AUTO = "auto"
    LOCAL = "local"
    OPENAI = "openai"
    EXTRACTIVE = "extractive"


_NEEDED = {AiBackend.OPENAI: ("ai_base_url",)}
_FOREIGN = {
    AiBackend.LOCAL: ("ai_base_url", "ai_api_key"),
    AiBackend.OPENAI: ("ai_adapters", "ai_device", "ai_dtype", "ai_quantization", "ai_batch"),
}


def check_secret(name: str, kept: SecretStr | None, environment: Environment) -> None:
    """Refuse a secret that is short or, outside development, an example."""
    if kept is None:
        return
    secret = kept.get_secret_value()
    if len(secret) < _SECRET_MIN:
        raise ValueError(f"{name}: must have at least {_SECRET_MIN} characters")
    is_example = len(set(secret)) < 8 or any(word in secret.lower() for word in _DEFAULT_SECRETS)
    if is_example and environment is not Environment.DEVELOPMENT:
        raise ValueError(f"{name}: an example value is refused outside development")


def check_logs_url(url: str) -> None:
    """Refuse an address of logs that does not lead to the lines of one request."""
    if not url.startswith(("https://", "http://")):
        raise ValueError("must begin with https:// or http://")
    named = set(re.findall(r"\{(.*?)\}", url))
    if re.search(r"[{}]", re.sub(r"\{.*?\}", "", url)) or not named <= set(LOGS_URL_FIELDS):
        names = ", ".join(f"{{{name}}}" for name in LOGS_URL_FIELDS)
        raise ValueError(f"may have nothing but {names} in braces")
    if "request_id" not in named:
        raise ValueError("has no {request_id}, by which the lines are found")


def model_trouble(settings: "Settings") -> str | None:
    """Say what in the model's settings does not go together; the first thing found."""
    backend = settings.backend
    if backend is AiBackend.EXTRACTIVE:
        return None  # a model may stay configured while it is switched off
    for name in ("ai_model", *_NEEDED.get(backend, ())):
        if not getattr(settings, name):
            return f"{name.upper()}: is not set and AI_BACKEND {backend} needs it"
    for name in _FOREIGN.get(backend, ()):
        if getattr(settings, name) != type(settings).model_fields[name].default:
            return f"{name.upper()}: is not for AI_BACKEND {backend}; leave it unset"
    if settings.ai_new_tokens * 2 > settings.ai_context_tokens:
        return "AI_NEW_TOKENS: must be at most half of AI_CONTEXT_TOKENS, the prompt needs the rest"
    if settings.ai_deadline >= settings.answer_deadline:
        return "AI_DEADLINE: must be shorter than ANSWER_DEADLINE, after which a person is called"
    return None


def transport_trouble(settings: "Settings") -> str | None:
    """Say what in the transport's settings does not go together; the first thing found."""
    transport = settings.visitor_transport
    for name in ("websocket_url", "websocket_endpoint"):
        url = getattr(settings, name)
        if transport is not VisitorTransport.WEBSOCKET:
            if url is not None:
                return f"{name.upper()}: is not for VISITOR_TRANSPORT {transport}; leave it unset"
            continue
        if url is None:
            return f"{name.upper()}: is not set and VISITOR_TRANSPORT websocket needs it"
        is_open = url.startswith(("ws://", "http://"))
        if is_open and settings.environment is not Environment.DEVELOPMENT:
            return f"{name.upper()}: must be encrypted (wss://, https://) outside development"
    return None
