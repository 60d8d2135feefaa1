"""Secrets of the composed form: made once, kept, given by somebody, refused when they are unfit."""

import base64
import hashlib
import json
import stat
from pathlib import Path

import pytest

from ops.docker.make_secrets import files, gather, main
from shared.config import Settings
from shared.kernel.urls import check_service_url

READERS = (
    "made",
    "handlers",
    "workers",
    "gpu_worker",
    "postgres",
    "redis",
    "rabbitmq",
    "kong",
    "grafana",
    "postgres_exporter",
    "redis_exporter",
)
GOOD = {
    "secret_key": "k3Vx-7unit-Q1mT9xW2vB7nR4cYz0PdLsE",
    "gateway_secret": "g9Hq-5unit-W8bT2xK6vN1nM3cJz4RtYwA",
    "database_password": "p@ss/w:rd%41?#unit7Zq",
    "redis_password": "r3dis-unit-9Kx2Lm4Qz",
    "broker_password": "br0ker-unit-7Yw5Tn8Vb",
    "grafana_password": "gr4fana-unit-2Jd6Hs1Fc",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the volumes are mounted, all of them empty."""
    for name in READERS:
        (tmp_path / "secrets" / name).mkdir(parents=True)
    return tmp_path / "secrets"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """Files that somebody has made, all of them good; lines end as editors end them."""
    made = tmp_path / "given"
    made.mkdir()
    for name, text in GOOD.items():
        (made / name).write_text(f"{text}\n", encoding="ascii")
    return made


def written(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_what_is_made_is_kept_and_is_another_elsewhere(folder: Path, tmp_path: Path) -> None:
    assert main([str(folder)]) == 0
    first = written(folder)
    assert main([str(folder)]) == 0
    again = written(folder)
    salted = "rabbitmq/definitions.json"
    assert {n: t for n, t in first.items() if n != salted} == {
        n: t for n, t in again.items() if n != salted
    }
    (tmp_path / "other").mkdir()
    other = gather(tmp_path / "other", None)
    assert not set(other.values()) & {text for name, text in first.items() if "made/" in name}


def test_what_others_read_may_be_read_and_what_was_made_may_not(folder: Path) -> None:
    main([str(folder)])
    for name in written(folder):
        mode = stat.S_IMODE((folder / name).stat().st_mode)
        assert mode == (0o600 if name.startswith("made/") else 0o444)


def test_our_processes_get_settings_that_there_are(folder: Path) -> None:
    main([str(folder)])
    for reader in ("handlers", "workers", "gpu_worker"):
        names = {path.name for path in (folder / reader).iterdir()}
        assert names <= set(Settings.model_fields)
    assert (folder / "handlers" / "secret_key").exists()
    assert not (folder / "workers" / "secret_key").exists()


def test_passwords_are_written_into_addresses_as_addresses_have_them(given: Path) -> None:
    made = files(gather(given, given))
    url = made["workers/database_url"]
    assert url == "postgresql://otvet:p%40ss%2Fw%3Ard%2541%3F%23unit7Zq@postgres:5432/otvet"
    check_service_url(url, ("postgresql",))
    check_service_url(made["workers/redis_url"], ("redis",))
    check_service_url(made["workers/broker_url"], ("amqp",))


def test_servers_get_hashes_where_they_take_them(given: Path) -> None:
    made = files(gather(given, given))
    for name in ("redis/users.acl", "rabbitmq/definitions.json"):
        assert not any(secret in made[name] for secret in GOOD.values())
    assert hashlib.sha256(GOOD["redis_password"].encode()).hexdigest() in made["redis/users.acl"]
    (account,) = json.loads(made["rabbitmq/definitions.json"])["users"]
    kept = base64.b64decode(account["password_hash"])
    assert kept[4:] == hashlib.sha256(kept[:4] + GOOD["broker_password"].encode()).digest()


def test_an_address_of_somebody_s_own_server_is_taken_as_it_is(folder: Path, given: Path) -> None:
    (given / "database_url").write_text("postgresql://a:b@db.internal/x\n", encoding="ascii")
    assert main([str(folder), "--given", str(given)]) == 0
    assert written(folder)["handlers/database_url"] == "postgresql://a:b@db.internal/x"


@pytest.mark.parametrize("name", sorted(GOOD))
def test_where_secrets_are_given_none_is_made(folder: Path, given: Path, name: str) -> None:
    (given / name).unlink()
    said: list[str] = []
    assert main([str(folder), "--given", str(given)], said.append) == 78
    assert name in said[0]
    assert not [path for path in written(folder) if not path.startswith("made/")]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("secret_key", "short", "at least 32"),
        ("redis_password", "short", "at least 16"),
        ("secret_key", "changeme-changeme-changeme-12345678", "example"),
        ("grafana_password", "aaaaaaaaaaaaaaaaaaaaaaa", "example"),
        ("broker_password", "two words are not one line", "without spaces"),
        ("database_password", "first-line-long-enough\nsecond", "one line"),
        ("database_password", "", "one line"),
        ("gateway_secret", GOOD["secret_key"], "another than secret_key"),
    ],
)
def test_what_is_unfit_is_refused_and_not_told(
    folder: Path, given: Path, name: str, text: str, why: str
) -> None:
    (given / name).write_text(text, encoding="ascii")
    said: list[str] = []
    assert main([str(folder), "--given", str(given)], said.append) == 78
    assert name in said[0]
    assert why in said[0]
    assert not text or text not in said[0]


def test_what_is_not_ascii_is_refused(folder: Path, given: Path) -> None:
    (given / "redis_password").write_text("пароль-пароль-пароль", encoding="utf-8")
    said: list[str] = []
    assert main([str(folder), "--given", str(given)], said.append) == 78
    assert "redis_password" in said[0]


def test_a_folder_where_a_file_was_meant_is_refused(folder: Path, given: Path) -> None:
    (given / "redis_password").unlink()
    (given / "redis_password").mkdir()  # what Docker makes of a file that is not there
    assert main([str(folder), "--given", str(given)], lambda _: None) == 78


def test_while_a_key_is_changed_handlers_alone_have_the_one_before(
    folder: Path, given: Path
) -> None:
    for name in ("secret_key", "gateway_secret"):
        (given / f"{name}_previous").write_text(GOOD[name][::-1], encoding="ascii")
    assert main([str(folder), "--given", str(given)]) == 0
    previous = {name for name in written(folder) if name.endswith("_previous")}
    assert previous == {"handlers/secret_key_previous", "handlers/gateway_secret_previous"}
    assert (folder / "handlers/secret_key_previous").read_text() == GOOD["secret_key"][::-1]


def test_what_is_given_no_more_is_nowhere(folder: Path, given: Path) -> None:
    (given / "ai_api_key").write_text("sk-unit-1", encoding="ascii")
    main([str(folder), "--given", str(given)])
    assert (folder / "gpu_worker" / "ai_api_key").exists()
    (given / "ai_api_key").unlink()
    assert main([str(folder), "--given", str(given)]) == 0
    assert not (folder / "gpu_worker" / "ai_api_key").exists()
    assert (folder / "gpu_worker" / "redis_url").exists()


def test_a_misspelt_file_is_not_left_out_in_silence(folder: Path, given: Path) -> None:
    (given / "secret_key_previos").write_text(GOOD["secret_key"][::-1], encoding="ascii")
    said: list[str] = []
    assert main([str(folder), "--given", str(given)], said.append) == 78
    assert "secret_key_previos" in said[0]
    assert written(folder) == {}
