"""Whether the stores, the broker and the model's files are there, and are as they must be."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

import httpx
import psycopg
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.config_rules import AiBackend
from shared.kernel.errors import OtvetError
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import redis_client
from shared.queues.topology import QueueState, look
from shared.storage.chroma import chroma_state
from shared.storage.pool import connect_options
from shared.storage.schema import read_schema
from shared.storage.staff import count_administrators_blocking
from shared.storage.unstored import Unstored
from workers.cli.context import first_line
from workers.cli.findings import Finding, doubtful, fine, wrong

_OLDEST_REDIS = (6, 2)
_LARGE = 10_000
"""Messages in a queue that no worker seems to take."""
_UNREADABLE = (ValueError, TypeError)
"""What client libraries raise for options of an address that they do not know."""
_SEE_SERVER = "see that the server runs, AI_BASE_URL, AI_API_KEY"


def postgres(settings: Settings) -> Iterator[Finding]:
    """Look at PostgreSQL and its schema."""
    try:
        with psycopg.connect(reveal(settings.database_url), **connect_options(settings)) as link:
            schema = read_schema(link)
            administrators = 0 if schema.behind else count_administrators_blocking(link)
    except psycopg.Error as error:
        yield wrong("PostgreSQL", first_line(error), "see that it runs and DATABASE_URL is right")
        return
    yield fine("PostgreSQL", f"version {schema.version}")
    if schema.encoding != "UTF8":
        yield wrong("PostgreSQL", f"encoding {schema.encoding}", "make the database with UTF8")
    if schema.behind:
        told = f"{len(schema.behind)} are missing, the first is {schema.behind[0]}"
        yield wrong("migrations", told, "run 'otvet migrate'")
    elif schema.ahead:
        told = f"the database has {len(schema.ahead)} more, the newest is {schema.ahead[-1]}"
        yield doubtful("migrations", told, "this version is older than the database: upgrade it")
    else:
        yield fine("migrations", "all applied")
    if not schema.behind and not administrators:
        todo = "run 'otvet administrator create', or 'reset-password' for one that is there"
        yield doubtful("administrators", "there is none who can sign in", todo)


def redis(settings: Settings) -> Iterator[Finding]:
    """Look at the Redis of the live state, and at that of the broker where it is one."""
    url = reveal(settings.redis_url)
    yield from _redis("Redis", url, settings, "REDIS_URL")
    with (
        suppress(RedisError, OSError, *_UNREADABLE),
        closing(redis_client(url, settings)) as client,
    ):
        if buried := Unstored(client).count_buried():
            todo = "see 'otvet dead-letters list unstored'"
            yield doubtful("dead letters", f"{buried} that PostgreSQL refused", todo)


def broker(settings: Settings) -> Iterator[Finding]:
    """Look at the broker and at our queues on it."""
    name = "RabbitMQ" if settings.broker_is_rabbitmq else "broker (Redis)"
    if not settings.broker_is_rabbitmq:
        yield from _redis(name, reveal(settings.broker_url), settings, "BROKER_URL")
    try:
        states = look(settings)
    except _UNREADABLE:  # pika's words quote the options
        if settings.broker_is_rabbitmq:
            yield wrong(name, "its address cannot be read", "see BROKER_URL, its options too")
        return
    except BrokerUnavailable as error:
        if settings.broker_is_rabbitmq:
            todo = "see that it runs and BROKER_URL is right, its user and virtual host too"
            yield wrong(name, first_line(error), todo)
        return
    yield from _queues(states, "quorum" if settings.broker_is_rabbitmq else "streams")


def chroma(settings: Settings) -> Iterator[Finding]:
    """Look at Chroma."""
    try:
        state = chroma_state(settings.chroma_url or "", settings.chroma_timeout)
    except (OtvetError, ValueError) as error:
        yield wrong("Chroma", first_line(error), "see that it runs and CHROMA_URL is right")
        return
    yield fine("Chroma", f"version {state.version}, {state.collections} collections")


def model(settings: Settings) -> Iterator[Finding]:
    """Look at the model that writes: its folder, or its server."""
    if settings.backend is AiBackend.EXTRACTIVE:
        yield fine("model", "none: answers are quoted from the knowledge")
    elif settings.backend is AiBackend.OPENAI:
        yield from _model_server(settings)
    else:
        yield from _folder("AI_MODEL", settings.ai_model, "config.json")
    if settings.ai_adapters is not None:
        yield from _adapters(settings.ai_adapters)
    for name in ("embedding_model", "reranker_model"):
        value = getattr(settings, name)
        if value and value != "lexical":
            yield from _folder(name.upper(), value, "config.json")


def _queues(states: Sequence[QueueState], kind: str) -> Iterator[Finding]:
    troubles = [finding for state in states for finding in _trouble(state)]
    yield from troubles
    absent = [state.name for state in states if state.messages is None]
    if absent:
        told = f"not there yet: {', '.join(absent)}"
        yield doubtful("queues", told, "the first process that starts declares them")
    elif all(state.as_declared for state in states):
        waiting = sum(state.messages or 0 for state in states if not state.is_dead)
        yield fine("queues", f"{len(states)} declared ({kind}), {waiting} messages wait")


def _trouble(state: QueueState) -> Iterator[Finding]:
    if not state.as_declared:
        told = f"{state.name} is not a quorum queue as it is declared"
        yield wrong("queues", told, "empty and delete it; the next process makes it anew")
    elif state.is_dead and state.messages:
        told = f"{state.messages} in {state.name}"
        yield doubtful("dead letters", told, "see 'otvet dead-letters list'")
    elif (state.messages or 0) > _LARGE:
        todo = "see that its workers run, and start more"
        yield doubtful("queues", f"{state.messages} messages in {state.name}", todo)


def _redis(about: str, url: str, settings: Settings, setting: str) -> Iterator[Finding]:
    try:
        with closing(redis_client(url, settings)) as client:
            told = client.info()
    except (RedisError, OSError) as error:
        yield wrong(about, first_line(error), f"see that it runs and {setting} is right")
        return
    except _UNREADABLE:
        yield wrong(about, "its address cannot be read", f"see {setting}, its options too")
        return
    version = str(told.get("redis_version", ""))
    yield fine(about, f"version {version}")
    if tuple(int(part) for part in version.split(".")[:2] if part.isdecimal()) < _OLDEST_REDIS:
        yield wrong(about, f"version {version}", "use Redis 6.2 or newer")
    is_broker = setting == "BROKER_URL"
    if not told.get("aof_enabled"):
        if is_broker:
            yield wrong(about, "appendonly is off", "set appendonly yes: messages wait here")
        else:
            todo = "set appendonly yes, or running conversations are read anew after a restart"
            yield doubtful(about, "appendonly is off", todo)
    policy = told.get("maxmemory_policy", "noeviction")
    if policy != "noeviction":
        say = wrong if is_broker else doubtful
        yield say(about, f"maxmemory-policy is {policy}", "set maxmemory-policy noeviction")


def _model_server(settings: Settings) -> Iterator[Finding]:
    base = (settings.ai_base_url or "").rstrip("/")
    url = f"{base}/models" if httpx.URL(base).path.strip("/") else f"{base}/v1/models"
    key = {"Authorization": f"Bearer {reveal(settings.ai_api_key)}"} if settings.ai_api_key else {}
    try:
        reply = httpx.get(url, headers=key, timeout=settings.connect_timeout.total_seconds())
        reply.raise_for_status()
        names = [str(one["id"]) for one in reply.json()["data"]]
    except httpx.HTTPStatusError as error:  # what it says has the address, with its password
        yield wrong("model", f"the server says {error.response.status_code}", _SEE_SERVER)
        return
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        yield wrong("model", first_line(error), _SEE_SERVER)
        return
    if settings.ai_model not in names:
        told = f"the server has no {settings.ai_model}, but {', '.join(names) or 'none'}"
        yield wrong("model", told, "set AI_MODEL to the name that it has there")
        return
    yield fine("model", f"{settings.ai_model} at {httpx.URL(base).host}")


def _folder(setting: str, value: str | None, must_have: str) -> Iterator[Finding]:
    folder = Path(value or "")
    if not folder.is_absolute() and not folder.exists():
        told = f"{value} is no folder here"
        yield doubtful(setting, told, "a hub id is fetched at the start, which needs the network")
    elif not (folder / must_have).is_file():
        yield wrong(setting, f"{folder} has no {must_have}", "name the folder of a model, mounted")
    else:
        yield fine(setting, str(folder))


def _adapters(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield wrong("AI_ADAPTERS", f"{folder} is no folder", "make it, or mount it")
        return
    count = sum(1 for _ in folder.glob("**/adapter_config.json"))
    yield fine("AI_ADAPTERS", f"{count} versions in {folder}")


PARTS: dict[str, tuple[str, Callable[[Settings], Iterator[Finding]]]] = {
    "PostgreSQL": ("DATABASE_URL", postgres),
    "Redis": ("REDIS_URL", redis),
    "broker": ("BROKER_URL", broker),
    "Chroma": ("CHROMA_URL", chroma),
}
"""Each part by its name: the setting that says where it is, and who looks at it."""
