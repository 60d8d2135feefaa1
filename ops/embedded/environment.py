"""The settings that every process of an installation gets, by environment."""

from collections.abc import Mapping

from ops.embedded.credentials import Credentials
from ops.embedded.postgres import Postgres
from ops.embedded.stores import Chroma, Redis
from shared.config import Settings, process_environment

_CALM: dict[str, str] = {
    # Idle threads that spin would take the cores from everybody else (RESEARCH: 10.6 s → 1.6 s).
    "OMP_WAIT_POLICY": "passive",
    "TOKENIZERS_PARALLELISM": "false",
    "PYTHONUNBUFFERED": "1",
    "ANONYMIZED_TELEMETRY": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}
_PER_PROCESS = frozenset({"METRICS_PORT", "OMP_NUM_THREADS"})


def build_environment(
    *,
    credentials: Credentials,
    port: int,
    postgres: Postgres,
    redis: Redis,
    chroma: Chroma,
    settings: Mapping[str, str],
) -> dict[str, str]:
    """Return the whole environment of the processes.

    Args:
        credentials: the secrets of the installation.
        port: where the handlers listen.
        postgres: the embedded PostgreSQL, started or not.
        redis: the embedded Redis, started or not.
        chroma: the embedded Chroma, started or not.
        settings: what was named by the person who starts; it wins over everything.
    """
    inherited = {
        name: value
        for name, value in process_environment().items()
        if name not in _PER_PROCESS and not name.startswith(("SUPERVISOR_", "MAKE"))
    }
    embedded = {
        "ENVIRONMENT": "development",
        "SECRET_KEY": credentials.secret_key,
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": postgres.url,
        "REDIS_URL": redis.url(0),
        "BROKER_URL": settings.get("REDIS_URL", redis.url(1)),
        "CHROMA_URL": chroma.url,
    }
    return {**inherited, **_CALM, **embedded, **settings}


def settings_in(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what of an environment are settings of Otvet: what ``otvet --data`` works by."""
    return {
        name: value for name, value in environment.items() if name.lower() in Settings.model_fields
    }
