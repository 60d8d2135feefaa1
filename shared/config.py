"""The one place that reads the environment.

A process calls ``load_settings`` first, naming the settings it cannot do without. Whatever is
missing, malformed, unknown or unsafe ends the process at once with a sentence that names the
setting; nothing is guessed.
"""

import difflib
import ipaddress
import os
from collections.abc import Iterable, Mapping
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from shared.config_rules import (
    AiBackend,
    Environment,
    VisitorTransport,
    check_logs_url,
    check_secret,
    model_trouble,
    transport_trouble,
)
from shared.domain.origins import Origin, OriginError, parse_origin, with_other_name
from shared.kernel.secret_files import secret_names
from shared.kernel.urls import check_service_url

_SCHEMES = {
    "database_url": ("postgresql", "postgres"),
    "redis_url": ("redis", "rediss", "unix"),
    "broker_url": ("amqp", "amqps", "redis", "rediss", "unix"),
    "chroma_url": ("http", "https"),
    "ai_base_url": ("http", "https"),
    "websocket_url": ("wss", "ws"),
    "websocket_endpoint": ("https", "http"),
}

Span = Annotated[timedelta, Field(gt=timedelta(0))]
"""A length of time, written as ISO 8601 has it: ``PT45S``, ``P14D``."""

Timeout = Annotated[timedelta, Field(ge=timedelta(milliseconds=100), le=timedelta(minutes=10))]
"""How long to wait; one near nothing would refuse everything, or mean «for ever» to a client."""


class SettingsError(Exception):
    """A setting is missing, malformed, unknown or unsafe; the message names it."""


class Settings(BaseSettings):
    """All settings, by the names of environment variables (case does not matter)."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", extra="forbid", frozen=True
    )

    # --- the installation -------------------------------------------------------------------
    secrets_dir: Path | None = None
    """A folder with a file for each setting that is not to be seen in the environment, named as the
    setting is, in small letters. The environment and ``.env`` win over it."""
    environment: Environment = Environment.PRODUCTION
    secret_key: SecretStr | None = None
    """Signs tokens. At least 32 characters; never an example outside development."""
    secret_key_previous: SecretStr | None = None
    """The key before ``secret_key``: what it signed and sealed is still read, nothing is made."""
    public_url: str = "http://127.0.0.1:8080"
    """Where visitors and operators reach this installation."""
    console_origins: Annotated[tuple[str, ...], NoDecode] = ()
    """More origins that may use the console, comma separated; ``public_url`` always may."""
    log_level: str = Field(default="INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$")
    logs_url: str | None = None
    """Where the console leads to for the log lines of an answer: an address with ``{request_id}``,
    and others of ``LOGS_URL_FIELDS`` where wanted."""

    # --- where the parts are ----------------------------------------------------------------
    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    broker_url: SecretStr | None = None
    """``amqp://…`` is RabbitMQ, ``redis://…`` or ``unix://…`` the embedded broker."""
    chroma_url: str | None = None

    # --- the front door ---------------------------------------------------------------------
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=1, le=65535)
    metrics_port: int | None = Field(default=None, ge=1, le=65535)
    """Where a worker serves ``/metrics``; handlers serve it on ``port``."""
    widget_dir: Path = Path("widget/dist")
    admin_dir: Path = Path("admin/dist")
    visitor_transport: VisitorTransport = VisitorTransport.SOCKET
    """Socket.IO, long polling, or the websockets of an API Gateway, which lead to functions."""
    websocket_url: str | None = None
    """``wss://…``: where widgets find these websockets."""
    websocket_endpoint: str | None = None
    """``https://…``: the API Gateway's management API, by which they are written to."""
    trust_forwarded: bool = False
    """Believe ``X-Forwarded-For`` (a gateway stands in front and sets it anew)."""
    gateway_secret: SecretStr | None = None
    """Shared with the gateway, which signs what it lets through; set, nothing else passes. At least
    32 characters, and not ``secret_key``."""
    gateway_secret_previous: SecretStr | None = None
    """What the gateway signs with until it knows ``gateway_secret``."""

    # --- tokens -----------------------------------------------------------------------------
    visitor_token_ttl: Span = timedelta(days=30)
    access_token_ttl: Span = timedelta(minutes=15)
    refresh_token_ttl: Span = timedelta(days=14)

    # --- limits -----------------------------------------------------------------------------
    messages_per_minute: int = Field(default=10, ge=1)
    """Messages a visitor may send in a minute; a site may set its own."""
    ratings_per_minute: int = Field(default=20, ge=1)
    """Thumbs and scores a visitor may give in a minute, changed ones too."""
    socket_events_per_second: int = Field(default=5, ge=1)
    sockets_per_visitor: int = Field(default=5, ge=1)
    sockets_per_address: int = Field(default=50, ge=1)
    trials_at_once: int = Field(default=4, ge=1, le=256)
    """What operators may ask the agents outside visitors' turns at one time, all together; also
    the most threads of a gpu_worker that such a thing takes."""
    trials_per_minute: int = Field(default=30, ge=1)
    """The same of one operator in a minute."""
    trial_deadline: Span = timedelta(seconds=60)
    """After it nobody waits for what the agents make of it."""
    sessions_per_minute: int = Field(default=60, ge=1)
    """New visitor sessions an address may ask for in a minute."""
    uploads_per_hour: int = Field(default=120, ge=1)
    """Files that visitors behind one address may upload in an hour."""
    upload_megabytes_per_hour: int = Field(default=300, ge=1)
    """The same in megabytes (2^20 bytes)."""
    site_uploads_per_hour: int = Field(default=1_000, ge=1)
    """Files that all visitors of one site may upload in an hour."""
    site_upload_megabytes_per_hour: int = Field(default=3_000, ge=1)
    """The same in megabytes."""
    api_requests_per_minute: int = Field(default=300, ge=1)
    """Requests of one key of the API."""
    webhook_networks: Annotated[tuple[str, ...], NoDecode] = ()
    """Private networks (CIDR, comma separated) that webhooks may lead to all the same."""

    # --- the agents -------------------------------------------------------------------------
    ai_backend: AiBackend = AiBackend.AUTO
    """Who writes answers; ``auto`` follows from ``ai_model`` and ``ai_base_url``."""
    ai_model: str | None = None
    """A path or a hub id, or a name that the server behind ``ai_base_url`` knows."""
    ai_adapters: Path | None = None
    """The folder of the agents' adapters, for a model that runs in the worker."""
    ai_base_url: str | None = None
    """An OpenAI-compatible server that runs the model instead of the worker."""
    ai_api_key: SecretStr | None = None
    ai_device: str = Field(default="auto", pattern=r"^(auto|cpu|cuda(:\d{1,2})?)$")
    ai_dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    ai_quantization: Literal["none", "int8", "int4"] = "none"
    ai_context_tokens: int = Field(default=4_096, ge=1_024, le=1_000_000)
    """Tokens of a prompt and its answer together."""
    ai_new_tokens: int = Field(default=512, ge=16, le=16_384)
    ai_temperature: float = Field(default=0.0, ge=0.0, le=2.0)
    ai_batch: int = Field(default=16, ge=1, le=512)
    """Requests that one step of the engine serves; as many conversations are kept computed."""
    ai_deadline: Span = timedelta(seconds=20)
    """The model's time for one answer; after it the turn is answered without it."""
    embedding_model: str | None = None
    """A path or a hub id, or ``lexical``: none; while it is not set, the shipped one is used."""
    embedding_query_prompt: str | None = Field(default=None, max_length=500)
    """What stands before a question that ``embedding_model`` reads; its own config's if not set."""
    embedding_document_prompt: str | None = Field(default=None, max_length=500)
    """The same before a passage: another one makes other vectors, so the model's name tells it."""
    reranker_model: str | None = None
    """A path or a hub id of a cross-encoder that orders the passages found; none if not set."""
    gpu_worker_threads: int = Field(default=16, ge=1, le=1024)
    answer_deadline: Span = timedelta(seconds=45)
    """An accepted message without an answer for this long becomes a hand-off."""

    # --- the knowledge base -------------------------------------------------------------------
    document_versions: int = Field(default=20, ge=0, le=1_000)
    """Earlier versions of a document that are kept, to compare with and to go back to."""
    deleted_documents_kept: Span = timedelta(days=30)
    """How long a deleted document can be brought back."""

    # --- time-outs --------------------------------------------------------------------------
    connect_timeout: Timeout = timedelta(seconds=2)
    statement_timeout: Timeout = timedelta(seconds=5)
    confirm_timeout: Timeout = timedelta(seconds=5)
    chroma_timeout: Timeout = timedelta(seconds=2)
    drain_timeout: Timeout = timedelta(seconds=30)
    body_silence: Timeout = timedelta(seconds=10)
    """Between two pieces of a request's body."""
    body_timeout: Timeout = timedelta(seconds=20)
    """For a whole body, and what its bytes take at 32 KiB a second on top."""

    @field_validator("console_origins", "webhook_networks", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator(*_SCHEMES)
    @classmethod
    def _readable(
        cls, value: SecretStr | str | None, info: ValidationInfo
    ) -> SecretStr | str | None:
        if value is not None:
            url = value.get_secret_value() if isinstance(value, SecretStr) else value
            check_service_url(url, _SCHEMES[info.field_name or ""])
        return value

    @field_validator("logs_url")
    @classmethod
    def _leads_to_lines(cls, value: str | None) -> str | None:
        if not value:  # compose can only set it to nothing
            return None
        check_logs_url(value)
        return value

    @field_validator("public_url", "console_origins")
    @classmethod
    def _web_origins(cls, value: str | tuple[str, ...]) -> str | tuple[str, ...]:
        for text in (value,) if isinstance(value, str) else value:
            try:
                parse_origin(text)
            except OriginError as error:
                raise ValueError(f"{error}; write it as https://help.example.com") from error
        return value

    @field_validator("webhook_networks")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for text in value:
            ipaddress.ip_network(text)  # says itself what is wrong
        return value

    @model_validator(mode="after")
    def _safe_secrets(self) -> "Settings":
        for name in ("secret_key", "gateway_secret"):
            kept, before = getattr(self, name), getattr(self, f"{name}_previous")
            check_secret(name.upper(), kept, self.environment)
            check_secret(f"{name.upper()}_PREVIOUS", before, self.environment)
            if before is not None and (kept is None or before == kept):
                raise ValueError(
                    f"{name.upper()}_PREVIOUS: is the secret before {name.upper()}, which must be"
                    " set, to another value"
                )
        if self.gateway_secret is not None and self.gateway_secret == self.secret_key:
            raise ValueError(
                "GATEWAY_SECRET: must be another than SECRET_KEY, the gateway knows it"
            )
        return self

    @model_validator(mode="after")
    def _consistent_model(self) -> "Settings":
        if trouble := model_trouble(self):
            raise ValueError(trouble)
        return self

    @model_validator(mode="after")
    def _consistent_transport(self) -> "Settings":
        if trouble := transport_trouble(self):
            raise ValueError(trouble)
        return self

    @property
    def backend(self) -> AiBackend:
        """Who writes answers, with ``auto`` decided."""
        if self.ai_backend is not AiBackend.AUTO:
            return self.ai_backend
        if self.ai_base_url is not None:
            return AiBackend.OPENAI
        return AiBackend.EXTRACTIVE if self.ai_model is None else AiBackend.LOCAL

    @cached_property
    def own_origins(self) -> frozenset[Origin]:
        """Origins of the console and the demo page: ``public_url`` and what was added to it.

        Where that is this machine itself, by both of its names: people type either.
        """
        own = with_other_name(parse_origin(self.public_url))
        return frozenset((*own, *map(parse_origin, self.console_origins)))

    @property
    def broker_is_rabbitmq(self) -> bool:
        """Whether ``broker_url`` names RabbitMQ rather than the embedded Redis."""
        return urlsplit(reveal(self.broker_url)).scheme in ("amqp", "amqps")


def reveal(secret: SecretStr | None) -> str:
    """Return the value of a setting that ``load_settings`` was asked to require."""
    if secret is None:
        raise SettingsError("a setting is used by a process that did not require it")
    return secret.get_secret_value()


def revealed(secret: SecretStr | None) -> str | None:
    """Return the value of a setting that may be left out."""
    return None if secret is None else secret.get_secret_value()


def load_settings(*required: str, given: Mapping[str, str] | None = None) -> Settings:
    """Read and check the settings; ``required`` are names such as ``"DATABASE_URL"``.

    What is ``given``, by such names, wins over the environment.

    Raises:
        SettingsError: something is missing, malformed, unknown or unsafe.
    """
    _refuse_misspelt(os.environ)  # noqa: TID251 (the one place)
    folder = _secrets_dir()
    try:
        # Typed as the environment's are: text, which pydantic reads.
        settings = Settings(
            _secrets_dir=folder,
            **{name.lower(): value for name, value in (given or {}).items()},  # type: ignore[arg-type]
        )
    except ValidationError as error:
        raise SettingsError(_sentences(error)) from None
    if settings.secrets_dir != folder:
        raise SettingsError("SECRETS_DIR: is read from the environment, not from .env")
    missing = [name for name in required if getattr(settings, name.lower()) is None]
    if missing:
        raise SettingsError("; ".join(f"{name}: is not set and is needed here" for name in missing))
    return settings


def _secrets_dir() -> Path | None:
    """Return the folder of ``SECRETS_DIR``, if it is set, with nothing in it that would be ignored.

    A file whose name is misspelt is refused as a variable is: of a setting that may be left out
    nobody else would ask, and handlers without the gateway's secret let everybody through.
    """
    if not (named := os.environ.get("SECRETS_DIR")):  # noqa: TID251 (the one place)
        return None
    try:
        names = secret_names(Path(named))
    except ValueError as error:
        raise SettingsError(f"SECRETS_DIR: {error}") from None
    _refuse_misspelt(name.upper() for name in names)
    return Path(named)


def _refuse_misspelt(names: Iterable[str]) -> None:
    known = [field.upper() for field in Settings.model_fields]
    for name in names:
        if name.upper() in known or not name.isupper() or "_" not in name:
            continue
        if close := difflib.get_close_matches(name, known, n=1, cutoff=0.9):
            raise SettingsError(f"{name}: is not a setting; did you mean {close[0]}?")


def _sentences(error: ValidationError) -> str:
    parts = []
    for item in error.errors(include_input=False, include_url=False):
        name = ".".join(str(piece) for piece in item["loc"]).upper()
        text = item["msg"].removeprefix("Value error, ")
        if item["type"] == "extra_forbidden":
            text = "is not a setting of Otvet (see .env.example)"
        parts.append(f"{name}: {text}" if name else text)
    return "; ".join(parts)


def process_environment() -> dict[str, str]:
    """Return this process's environment, for whoever starts children and passes it on."""
    return dict(os.environ)  # noqa: TID251 (the one place)
