"""Settings of the processes: embedded addresses, unless real ones are named."""

from pathlib import Path

import pytest

from ops.embedded.credentials import Credentials
from ops.embedded.environment import build_environment
from ops.embedded.postgres import Postgres
from ops.embedded.stores import Chroma, Redis

_CREDENTIALS = Credentials(secret_key="k" * 48, postgres="pg-word", redis="redis-word")


def _built(tmp_path: Path, **settings: str) -> dict[str, str]:
    return build_environment(
        credentials=_CREDENTIALS,
        port=8123,
        postgres=Postgres(tmp_path / "postgres", 20001, _CREDENTIALS.postgres),
        redis=Redis(tmp_path / "redis", 20002, _CREDENTIALS.redis, tmp_path / "redis.conf"),
        chroma=Chroma(tmp_path / "chroma", 20003),
        settings=settings,
    )


def test_embedded_parts_are_named_with_their_passwords(tmp_path: Path) -> None:
    built = _built(tmp_path)
    assert built["DATABASE_URL"] == "postgresql://otvet:pg-word@127.0.0.1:20001/otvet"
    assert built["REDIS_URL"] == "redis://:redis-word@127.0.0.1:20002/0"
    assert built["BROKER_URL"] == "redis://:redis-word@127.0.0.1:20002/1"
    assert built["CHROMA_URL"] == "http://127.0.0.1:20003"
    assert built["PUBLIC_URL"] == "http://127.0.0.1:8123"
    assert built["ENVIRONMENT"] == "development"


def test_what_was_named_wins(tmp_path: Path) -> None:
    built = _built(tmp_path, BROKER_URL="amqp://mq.example", PUBLIC_URL="https://help.example")
    assert built["BROKER_URL"] == "amqp://mq.example"
    assert built["PUBLIC_URL"] == "https://help.example"
    assert built["REDIS_URL"].startswith("redis://:redis-word@")


def test_a_named_redis_is_the_broker_too(tmp_path: Path) -> None:
    assert _built(tmp_path, REDIS_URL="redis://r.example")["BROKER_URL"] == "redis://r.example"


def test_settings_of_one_process_are_not_inherited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("METRICS_PORT", "9100")
    monkeypatch.setenv("MAKEFLAGS", "-j2")
    assert {"METRICS_PORT", "MAKEFLAGS"}.isdisjoint(_built(tmp_path))
