"""A wrong setting is refused, and the refusal names it."""

from collections.abc import Callable

import pytest
from pydantic import SecretStr

from shared.config import Settings, SettingsError, load_settings, reveal
from shared.config_rules import AiBackend, Environment, VisitorTransport

GOOD_SECRET = "f3Zq8-unit-test-K1mT9xW2vB7nR4cY"
NAMES = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL", "CHROMA_URL")


@pytest.fixture(autouse=True)
def only_what_the_test_sets(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Start each test without settings: neither from the environment nor from ``.env``."""
    monkeypatch.chdir(tmp_path_factory.mktemp("empty"))
    for name in (*NAMES, "ENVIRONMENT", "PORT", "HOST", "LOG_LEVEL", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)


def test_good_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", GOOD_SECRET)
    monkeypatch.setenv("BROKER_URL", "amqp://guest@localhost/")
    monkeypatch.setenv("PUBLIC_URL", "https://help.example.com")
    monkeypatch.setenv("CONSOLE_ORIGINS", "https://a.example.com, https://b.example.com:8443")
    monkeypatch.setenv("ANSWER_DEADLINE", "PT30S")
    settings = load_settings("SECRET_KEY", "BROKER_URL")
    assert settings.environment is Environment.PRODUCTION
    assert settings.broker_is_rabbitmq
    assert settings.answer_deadline.total_seconds() == 30
    assert {str(origin) for origin in settings.own_origins} == {
        "https://help.example.com",
        "https://a.example.com",
        "https://b.example.com:8443",
    }


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("http://127.0.0.1:8080", "http://localhost:8080"),
        ("https://localhost", "https://127.0.0.1"),
        ("https://help.example.com", None),
        ("http://127.0.0.1.example.com", None),
    ],
)
def test_this_machine_s_console_has_both_of_its_names(
    monkeypatch: pytest.MonkeyPatch, url: str, other: str | None
) -> None:
    monkeypatch.setenv("PUBLIC_URL", url)
    assert {str(one) for one in load_settings().own_origins} == {url, other or url}


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_setting_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name}: is not set"):
        load_settings(name)


def test_all_missing_settings_are_named_at_once() -> None:
    with pytest.raises(SettingsError) as refusal:
        load_settings(*NAMES)
    assert all(name in str(refusal.value) for name in NAMES)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "abc"),
        ("PORT", "0"),
        ("PORT", "70000"),
        ("METRICS_PORT", "-1"),
        ("LOG_LEVEL", "debug"),
        ("LOG_LEVEL", "TRACE"),
        ("ENVIRONMENT", "staging"),
        ("BROKER_URL", "kafka://localhost"),
        ("BROKER_URL", "localhost:5672"),
        ("BROKER_URL", ""),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", ""),
        ("REDIS_URL", "localhost:6379"),
        ("REDIS_URL", "http://localhost:6379"),
        ("REDIS_URL", "redis://localhost:sekretport"),
        ("REDIS_URL", "redis://:sekret/pw@redis.internal/0"),
        ("REDIS_URL", "redis://redis.internal/zz"),
        ("REDIS_URL", "redis://"),
        ("REDIS_URL", "unix://"),
        ("DATABASE_URL", "postgresql://otvet:sekret@db.internal:xx/otvet"),
        ("DATABASE_URL", "postgresql:///otvet"),
        ("DATABASE_URL", "postgresql://otvet:sek%ret@db.internal/otvet"),
        ("DATABASE_URL", "postgresql://db.internal/otvet?sslmode=require&sekret"),
        ("BROKER_URL", "amqp://"),
        ("BROKER_URL", "amqp://guest:p@ss/word@rabbit:99999/"),
        ("CHROMA_URL", "http://"),
        ("CHROMA_URL", "http://[chroma:8000"),
        ("STATEMENT_TIMEOUT", "PT0.0001S"),
        ("CONNECT_TIMEOUT", "P1D"),
        ("CHROMA_URL", "localhost:8000"),
        ("CHROMA_URL", "chroma"),
        ("PUBLIC_URL", "support.example.com"),
        ("PUBLIC_URL", "https://help.example.com/"),
        ("PUBLIC_URL", "https://help.example.com/console"),
        ("PUBLIC_URL", "*"),
        ("CONSOLE_ORIGINS", "https://a.example.com,*"),
        ("CONSOLE_ORIGINS", "https://a.example.com/"),
        ("LOGS_URL", "grafana.example.com/?q={request_id}"),
        ("LOGS_URL", "javascript:alert('{request_id}')"),
        ("LOGS_URL", "https://grafana.example.com/d/otvet-logs"),
        ("LOGS_URL", "https://grafana.example.com/?m={message_id}"),
        ("LOGS_URL", "https://grafana.example.com/?q={request_id}&t={token}"),
        ("LOGS_URL", "https://grafana.example.com/?q={request_id.__class__}"),
        ("LOGS_URL", "https://grafana.example.com/?q={request_id}&x={"),
        ("LOGS_URL", "https://grafana.example.com/?q={{request_id}}"),
        ("TRUST_FORWARDED", "perhaps"),
        ("ACCESS_TOKEN_TTL", "15 minutes"),
        ("ANSWER_DEADLINE", "-PT5S"),
        ("CONFIRM_TIMEOUT", "PT0S"),
        ("MESSAGES_PER_MINUTE", "0"),
        ("SOCKETS_PER_VISITOR", "-5"),
        ("SOCKET_EVENTS_PER_SECOND", "many"),
        ("GPU_WORKER_THREADS", "0"),
        ("GPU_WORKER_THREADS", "4.5"),
    ],
)
def test_a_malformed_setting_is_named_and_its_value_is_not_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name) as refusal:
        load_settings()
    assert not value or len(value) < 8 or value not in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "postgresql:///otvet?host=/run/postgresql"),
        ("DATABASE_URL", "postgres://otvet:p%2Fw@db.internal:5432/otvet?sslmode=require"),
        ("DATABASE_URL", "postgresql://otvet:100%25@db.internal/otvet?options=-c%20a%3Db"),
        ("REDIS_URL", "unix:///run/redis.sock?db=1"),
        ("REDIS_URL", "rediss://:p%40w@redis.internal"),
        ("BROKER_URL", "redis://redis.internal:6379/1"),
        ("BROKER_URL", "amqps://otvet:pw@rabbit.internal/%2Fsupport"),
        ("CHROMA_URL", "https://chroma.internal:8000"),
        ("LOGS_URL", "https://g.example.com/?q={request_id}&m={message_id}&c={conversation_id}"),
    ],
)
def test_an_address_that_can_be_read_is_taken_as_it_is(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    kept = getattr(load_settings(), name.lower())
    assert (reveal(kept) if isinstance(kept, SecretStr) else kept) == value


def test_an_address_of_logs_that_is_empty_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGS_URL", "")
    assert load_settings().logs_url is None


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("DATABASE_URI", "DATABASE_URL"),
        ("DATABSE_URL", "DATABASE_URL"),
        ("BROKER_URI", "BROKER_URL"),
        ("SECRET_KEYS", "SECRET_KEY"),
        ("ANSWER_DEADLINES", "ANSWER_DEADLINE"),
    ],
)
def test_a_misspelt_setting_is_named_with_what_was_meant(
    monkeypatch: pytest.MonkeyPatch, name: str, meant: str
) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(SettingsError, match=rf"^{name}: .*did you mean {meant}\?"):
        load_settings()


@pytest.mark.parametrize("name", ["PATH", "SSL_CERT_FILE", "PYTHONPATH", "CI", "LC_ALL", "_"])
def test_other_programs_variables_are_none_of_our_business(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "x")
    load_settings()


def test_an_unknown_name_in_the_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("with-file")
    (folder / ".env").write_text("COLOUR=blue\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    with pytest.raises(SettingsError, match="COLOUR: is not a setting"):
        load_settings()


@pytest.mark.parametrize(
    "secret",
    [
        "short",
        "x" * 31,
        "x" * 64,
        "abcabcabcabcabcabcabcabcabcabcabcabc",
        "changeme-changeme-changeme-12345678",
        "change-me-to-something-random-please",
        "this-is-a-very-secret-key-1234567890",
        "my-PASSWORD-is-long-enough-1234567890",
        "example-example-example-example-9876",
        "development-key-0123456789-0123456789",
    ],
)
def test_a_short_or_example_secret_does_not_start_production(
    monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("SECRET_KEY", secret)
    with pytest.raises(SettingsError, match="SECRET_KEY") as refusal:
        load_settings()
    assert secret not in str(refusal.value)


def test_an_example_secret_starts_development_but_a_short_one_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ENVIRONMENT", "development")
    monkeypatch.setenv("SECRET_KEY", "change-me-to-something-random-please")
    assert reveal(load_settings("SECRET_KEY").secret_key).startswith("change-me")
    monkeypatch.setenv("SECRET_KEY", "short")
    with pytest.raises(SettingsError, match="SECRET_KEY"):
        load_settings()


def test_secrets_do_not_show_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", GOOD_SECRET)
    monkeypatch.setenv("DATABASE_URL", "postgresql://otvet:p4ssw0rd@localhost/otvet")
    monkeypatch.setenv("REDIS_URL", "redis://:r3dis-p4ss@localhost")
    shown = repr(load_settings())
    assert not any(secret in shown for secret in (GOOD_SECRET, "p4ssw0rd", "r3dis-p4ss"))


# --- the language model ---------------------------------------------------------------------------

AI = (
    "AI_BACKEND", "AI_MODEL", "AI_ADAPTERS", "AI_BASE_URL", "AI_API_KEY", "AI_DEVICE", "AI_DTYPE",
    "AI_QUANTIZATION", "AI_CONTEXT_TOKENS", "AI_NEW_TOKENS", "AI_TEMPERATURE", "AI_BATCH",
    "AI_DEADLINE", "ANSWER_DEADLINE",
)  # fmt: skip


@pytest.fixture
def model_settings(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Settings]:
    """Load settings of which only these of the model are set."""

    def load(**values: str) -> Settings:
        for name in AI:
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        return load_settings()

    return load


@pytest.mark.parametrize(
    ("values", "backend"),
    [
        ({}, AiBackend.EXTRACTIVE),
        ({"AI_MODEL": "/models/qwen"}, AiBackend.LOCAL),
        ({"AI_MODEL": "qwen", "AI_BASE_URL": "http://gpu:8000/v1"}, AiBackend.OPENAI),
        ({"AI_MODEL": "/models/qwen", "AI_BACKEND": "extractive"}, AiBackend.EXTRACTIVE),
        ({"AI_MODEL": "qwen", "AI_BACKEND": "local", "AI_DEVICE": "cuda:1"}, AiBackend.LOCAL),
    ],
)
def test_who_writes_follows_from_what_is_set(
    model_settings: Callable[..., Settings], values: dict[str, str], backend: AiBackend
) -> None:
    assert model_settings(**values).backend is backend


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"AI_BACKEND": "vllm"}, "AI_BACKEND"),
        ({"AI_BACKEND": "local"}, "AI_MODEL"),
        ({"AI_BACKEND": "openai", "AI_MODEL": "m"}, "AI_BASE_URL"),
        ({"AI_BASE_URL": "http://gpu:8000"}, "AI_MODEL"),
        ({"AI_BASE_URL": "gpu:8000", "AI_MODEL": "m"}, "AI_BASE_URL"),
        ({"AI_BACKEND": "local", "AI_MODEL": "m", "AI_BASE_URL": "http://gpu"}, "AI_BASE_URL"),
        ({"AI_MODEL": "m", "AI_API_KEY": "k"}, "AI_API_KEY"),
        ({"AI_BASE_URL": "http://gpu", "AI_MODEL": "m", "AI_ADAPTERS": "/a"}, "AI_ADAPTERS"),
        ({"AI_BASE_URL": "http://gpu", "AI_MODEL": "m", "AI_DTYPE": "float16"}, "AI_DTYPE"),
        ({"AI_MODEL": "m", "AI_DEVICE": "tpu"}, "AI_DEVICE"),
        ({"AI_MODEL": "m", "AI_QUANTIZATION": "int3"}, "AI_QUANTIZATION"),
        ({"AI_MODEL": "m", "AI_CONTEXT_TOKENS": "100"}, "AI_CONTEXT_TOKENS"),
        ({"AI_MODEL": "m", "AI_CONTEXT_TOKENS": "1024", "AI_NEW_TOKENS": "513"}, "AI_NEW_TOKENS"),
        ({"AI_MODEL": "m", "AI_TEMPERATURE": "-1"}, "AI_TEMPERATURE"),
        ({"AI_MODEL": "m", "AI_BATCH": "0"}, "AI_BATCH"),
        ({"AI_MODEL": "m", "AI_DEADLINE": "PT45S"}, "AI_DEADLINE"),
        ({"AI_MODEL": "m", "AI_DEADLINE": "PT10S", "ANSWER_DEADLINE": "PT5S"}, "AI_DEADLINE"),
        ({"VISITOR_TRANSPORT": "carrier-pigeon"}, "VISITOR_TRANSPORT"),
        ({"VISITOR_TRANSPORT": "websocket"}, "WEBSOCKET_URL"),
        ({"VISITOR_TRANSPORT": "websocket", "WEBSOCKET_URL": "wss://x"}, "WEBSOCKET_ENDPOINT"),
        ({"VISITOR_TRANSPORT": "poll", "WEBSOCKET_URL": "wss://x"}, "WEBSOCKET_URL"),
        ({"WEBSOCKET_ENDPOINT": "https://x"}, "WEBSOCKET_ENDPOINT"),
        ({"WEBSOCKET_URL": "https://x"}, "WEBSOCKET_URL"),
        (
            {"VISITOR_TRANSPORT": "websocket", "WEBSOCKET_URL": "ws://x"}
            | {"WEBSOCKET_ENDPOINT": "https://x"},
            "WEBSOCKET_URL",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_by_its_name(
    model_settings: Callable[..., Settings], values: dict[str, str], named: str
) -> None:
    with pytest.raises(SettingsError, match=f"^{named}: "):
        model_settings(**values)


def test_the_websockets_of_an_api_gateway_need_both_of_its_addresses(
    model_settings: Callable[..., Settings],
) -> None:
    settings = model_settings(
        VISITOR_TRANSPORT="websocket",
        WEBSOCKET_URL="wss://x1.execute-api.eu-central-1.amazonaws.com/live",
        WEBSOCKET_ENDPOINT="https://x1.execute-api.eu-central-1.amazonaws.com/live",
    )
    assert settings.visitor_transport is VisitorTransport.WEBSOCKET


def test_a_default_written_out_is_no_contradiction(
    model_settings: Callable[..., Settings],
) -> None:
    settings = model_settings(
        AI_MODEL="m", AI_BASE_URL="http://gpu", AI_DEVICE="auto", AI_DTYPE="auto", AI_BATCH="16"
    )
    assert settings.backend is AiBackend.OPENAI


def test_the_gateway_s_secret_is_judged_like_the_other_and_is_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECRET_KEY", GOOD_SECRET)
    for secret in ("short", "change-me-to-something-random-please", GOOD_SECRET):
        monkeypatch.setenv("GATEWAY_SECRET", secret)
        with pytest.raises(SettingsError, match="GATEWAY_SECRET") as refusal:
            load_settings()
        assert secret not in str(refusal.value)
    monkeypatch.setenv("GATEWAY_SECRET", GOOD_SECRET[::-1])
    load_settings()
