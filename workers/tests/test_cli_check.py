"""``otvet check`` names every setting, hides secrets, and says what is not as it must be."""

import json
import socket
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pika
import pytest

from ops.embedded.installation import Installation
from shared.config import Settings
from shared.queues.names import Queue, dead_letters
from shared.queues.rabbitmq import declare_topology, parameters
from workers.cli import check, check_parts
from workers.cli.check_settings import without_password
from workers.cli.findings import Finding
from workers.tests.shell import Said, Shell

_KEY = "f3Zq8-check-test-K1mT9xW2vB7nR4cY"


def findings(said: Said) -> dict[str, list[tuple[str, str]]]:
    """What was found, by what it is about."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in json.loads(said.out)["checks"]:
        found.setdefault(one["about"], []).append((one["level"], one["told"]))
    return found


@pytest.fixture
def silent() -> Iterator[int]:
    """The port of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_without_settings_those_that_are_needed_are_named_and_it_ends_with_78(
    bare_shell: Shell,
) -> None:
    said = bare_shell("check", "--for", "workers")
    assert said.status == 78
    assert all(f"{name.upper()} " in said.out for name in Settings.model_fields)
    failed = [line.split(":")[0].split()[-1] for line in said.out.splitlines() if "FAILED" in line]
    assert failed == ["DATABASE_URL", "REDIS_URL", "BROKER_URL"]


def test_a_wrong_setting_ends_with_78_and_is_named_without_its_value(bare_shell: Shell) -> None:
    bare_shell.set(DATABASE_URL="mysql://u:canary@db/x", SECRET_KEY="short")
    said = bare_shell("check")
    assert said.status == 78
    assert "DATABASE_URL" in said.out
    assert "canary" not in said.out + said.err


def test_secrets_and_passwords_are_never_shown(bare_shell: Shell) -> None:
    bare_shell.set(
        SECRET_KEY=_KEY,
        AI_API_KEY="sk-canary",
        DATABASE_URL="postgresql://otvet:canary@127.0.0.1:1/otvet",
    )
    for given in (("check",), ("check", "--json")):
        out = bare_shell(*given).out
        assert "canary" not in out
        assert _KEY not in out
    assert "otvet:***@127.0.0.1:1/otvet" in out
    assert f"hidden, {len(_KEY)} characters" in out


@pytest.mark.parametrize(
    ("url", "told"),
    [
        (
            "postgresql://db/otvet?user=otvet&password=canary&sslmode=require",
            "postgresql://db/otvet?user=otvet&password=***&sslmode=require",
        ),
        ("postgresql://db/o?sslmode=require;password=canary", "postgresql://db/o?sslmode=***"),
        ("postgresql://db/o?pass%77ord=canary", "postgresql://db/o?pass%77ord=***"),
        ("postgresql://db/o?canary", "postgresql://db/o?***"),
        ("postgresql://u:1?canary@db/o", "postgresql://u:***@db/o"),
        ("redis://:canary@h/0", "redis://:***@h/0"),
        ("redis://h?password=canary@x", "redis://:***@x"),
        ("redis://h/0?password=canary", "redis://h/0?password=***"),
        ("redis://h/0?db=1#canary", "redis://h/0?db=1#***"),
        ("amqp://u:canary@h/v?heartbeat=10", "amqp://u:***@h/v?heartbeat=10"),
        ("https://u:can@ary@h:8443/v1", "https://u:***@h:8443/v1"),
        ("AI-model/name", "AI-model/name"),
    ],
)
def test_an_address_is_shown_without_its_password_wherever_it_stands(url: str, told: str) -> None:
    assert without_password(url) == told


@pytest.fixture
def refusing() -> Iterator[int]:
    """The port of a server that wants another key of everybody."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(401)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_server_that_refuses_is_told_of_without_the_password_in_its_address(
    bare_shell: Shell, refusing: int
) -> None:
    bare_shell.set(
        AI_BACKEND="openai",
        AI_MODEL="m",
        AI_BASE_URL=f"http://u:canary@127.0.0.1:{refusing}",
        CHROMA_URL=f"http://u:canary@127.0.0.1:{refusing}",
    )
    said = bare_shell("check", "--for", "gpu_worker", "--json")
    assert "canary" not in said.out + said.err
    found = findings(said)
    assert found["model"] == [("failed", "the server says 401")]
    assert found["Chroma"][0][0] == "failed"


@pytest.mark.parametrize("option", ["canary=1", "heartbeat=canary", "socket_timeout=canary"])
def test_an_address_with_options_that_cannot_be_read_is_not_quoted(
    bare_shell: Shell, option: str
) -> None:
    urls = {
        "RabbitMQ": f"amqp://127.0.0.1:1/?{option}",
        "broker (Redis)": f"redis://127.0.0.1:1/0?{option}",
    }
    for name, url in urls.items():
        bare_shell.set(BROKER_URL=url)
        said = bare_shell("check", "--for", "workers", "--json")
        assert findings(said)[name] == [("failed", "its address cannot be read")]
        assert "canary" not in str(findings(said))
        assert "fault of otvet check" not in said.out


def test_what_check_itself_does_wrong_is_told_by_its_place_alone(
    bare_shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> Iterator[Finding]:
        raise LookupError("postgresql://u:canary@db")

    monkeypatch.setitem(check_parts.PARTS, "PostgreSQL", ("DATABASE_URL", fail))
    bare_shell.set(DATABASE_URL="postgresql://u:p@127.0.0.1:1/o")
    ((level, told),) = findings(bare_shell("check", "--for", "workers", "--json"))["PostgreSQL"]
    assert level == "failed"
    assert told.startswith("LookupError in test_cli_check.py, line ")


def test_parts_that_never_answer_are_reported_and_waited_for_in_seconds(
    bare_shell: Shell, silent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "_PATIENCE", 1.0)
    bare_shell.set(
        SECRET_KEY=_KEY,
        DATABASE_URL=f"postgresql://a:b@127.0.0.1:{silent}/x",
        REDIS_URL=f"redis://127.0.0.1:{silent}/0",
        BROKER_URL=f"amqp://127.0.0.1:{silent}/",
        CHROMA_URL=f"http://127.0.0.1:{silent}",
    )
    began = time.monotonic()
    said = bare_shell("check", "--json")
    assert time.monotonic() - began < 10
    assert said.status == 1
    found = findings(said)
    assert {found[name][0] for name in ("PostgreSQL", "Redis", "broker", "Chroma")} == {
        ("failed", "did not answer in 1 s")
    }


def test_what_is_accepted_and_unsafe_is_said(bare_shell: Shell) -> None:
    bare_shell.set(
        ENVIRONMENT="development",
        PUBLIC_URL="http://help.example.com",
        TRUST_FORWARDED="true",
        REDIS_URL="redis://127.0.0.1:1/0",
        BROKER_URL="redis://127.0.0.1:1/0",
        CHROMA_URL="http://8.8.8.8:1",
    )
    found = findings(bare_shell("check", "--json"))
    for name in ("ENVIRONMENT", "PUBLIC_URL", "TRUST_FORWARDED", "BROKER_URL", "CHROMA_URL"):
        assert "warning" in [level for level, _ in found[name]], name


def test_a_model_s_folder_that_is_not_there_fails(bare_shell: Shell) -> None:
    adapters = bare_shell.folder / "adapters"
    (adapters / "network" / "1").mkdir(parents=True)
    (adapters / "network" / "1" / "adapter_config.json").touch()
    bare_shell.set(AI_MODEL=str(bare_shell.folder / "none"), AI_ADAPTERS=str(adapters))
    found = findings(bare_shell("check", "--json"))
    assert found["AI_MODEL"][0][0] == "failed"
    assert found["AI_ADAPTERS"] == [("ok", f"1 versions in {adapters}")]


@pytest.mark.services
def test_a_healthy_installation_ends_with_0(shell: Shell, chroma_url: str) -> None:
    shell.set(SECRET_KEY=_KEY, CHROMA_URL=chroma_url)
    said = shell("check", "--json")
    found = findings(said)
    assert said.status == 0, said.out
    assert found["migrations"] == [("ok", "all applied")]
    assert found["Chroma"][0][1].startswith("version ")
    assert found["queues"][-1][0] == "ok"


@pytest.mark.services
def test_a_database_that_is_behind_or_ahead_says_so(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    migrations = tmp_path / "migrations"
    migrations.mkdir()
    (migrations / "9999_not_yet.sql").touch()
    monkeypatch.setattr("shared.storage.schema.MIGRATIONS", migrations)
    said = shell("check", "--for", "workers", "--json")
    assert said.status == 1
    assert findings(said)["migrations"] == [("failed", "1 are missing, the first is 9999_not_yet")]
    (migrations / "9999_not_yet.sql").unlink()
    assert findings(shell("check", "--json"))["migrations"][0][0] == "warning"


@pytest.mark.services
def test_on_rabbitmq_queues_that_are_missing_or_of_another_kind_are_named(
    shell: Shell, make_rabbitmq_vhost: Callable[[str], str]
) -> None:
    url = make_rabbitmq_vhost("looked-at")
    shell.set(BROKER_URL=url)
    given = ("check", "--for", "workers", "--json")
    ((level, told),) = findings(shell(*given))["queues"]
    assert level == "warning"
    assert "ai_requests" in told
    where = parameters(url, Settings(_env_file=None).connect_timeout)
    declare_topology(where)
    assert findings(shell(*given))["queues"][0][0] == "ok"
    link = pika.BlockingConnection(where)
    channel = link.channel()
    channel.queue_delete(Queue.DB_MESSAGES)
    channel.queue_declare(Queue.DB_MESSAGES, durable=True)
    channel.basic_publish("", dead_letters(Queue.AI_RESPONSE), b"{}")
    link.close()
    said = shell(*given)
    assert said.status == 1
    assert ("failed", "db_messages is not a quorum queue as it is declared") in findings(said)[
        "queues"
    ]
    assert findings(said)["dead letters"] == [("warning", "1 in ai_response.dead")]


@pytest.mark.services
def test_the_data_folder_of_a_running_installation_is_enough(
    shell: Shell, stores: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "BROKER_URL"):
        monkeypatch.delenv(name)
    said = shell("--data", str(stores.layout.data), "check", "--for", "workers", "--json")
    assert said.status == 0, said.out + said.err
    assert json.loads(said.out)["settings"]["ENVIRONMENT"] == "development"
    for folder, why in ((tmp_path, "no running installation"), (_stopped(tmp_path), "not run")):
        said = shell("--data", str(folder), "check")
        assert said.status == 1
        assert why in said.err


def _stopped(folder: Path) -> Path:
    """A data folder whose launcher was killed."""
    (folder / "left" / "run").mkdir(parents=True)
    (folder / "left" / "run" / "lock").write_text("17\n")
    (folder / "left" / "run" / "environment.json").write_text("{}")
    return folder / "left"
