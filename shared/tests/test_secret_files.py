"""Settings from a folder of files, and what of such a folder is refused rather than ignored."""

from pathlib import Path

import pytest

from shared.config import SettingsError, load_settings, reveal

KEY = "f3Zq8-unit-test-K1mT9xW2vB7nR4cY"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty folder of secrets, in a place without ``.env`` and an environment without both."""
    made = tmp_path / "secrets"
    made.mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("SECRET_KEY", "GATEWAY_SECRET", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SECRETS_DIR", str(made))
    return made


def test_a_setting_is_read_from_its_file_without_the_line_s_end(folder: Path) -> None:
    (folder / "secret_key").write_text(f"{KEY}\n", encoding="utf-8")
    (folder / "database_url").write_text("postgresql://a:p%2Fw@db/otvet\n", encoding="utf-8")
    settings = load_settings("SECRET_KEY", "DATABASE_URL")
    assert reveal(settings.secret_key) == KEY
    assert reveal(settings.database_url) == "postgresql://a:p%2Fw@db/otvet"


def test_the_environment_wins_over_a_file(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    (folder / "secret_key").write_text(KEY, encoding="utf-8")
    monkeypatch.setenv("SECRET_KEY", KEY[::-1])
    assert reveal(load_settings().secret_key) == KEY[::-1]


def test_kubernetes_own_links_are_followed_and_are_no_settings(folder: Path) -> None:
    (folder / "..2026").mkdir()
    (folder / "..2026" / "secret_key").write_text(KEY, encoding="utf-8")
    (folder / "..data").symlink_to("..2026")
    (folder / "secret_key").symlink_to("..data/secret_key")
    assert reveal(load_settings().secret_key) == KEY


def test_a_file_is_checked_as_a_variable_is(folder: Path) -> None:
    (folder / "secret_key").write_text("short", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^SECRET_KEY: must have") as refusal:
        load_settings()
    assert "short" not in str(refusal.value)


def test_a_misspelt_file_is_named_with_what_was_meant(folder: Path) -> None:
    (folder / "gateway_secert").write_text(KEY, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"GATEWAY_SECERT: .*did you mean GATEWAY_SECRET"):
        load_settings()


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "secret_key").write_bytes(b"\xff" * 40)
    with pytest.raises(SettingsError, match=r"^SECRETS_DIR: .*secret_key cannot be read"):
        load_settings()


def test_a_folder_in_a_file_s_place_is_named(folder: Path) -> None:
    (folder / "secret_key").mkdir()  # what Docker makes of a file that is not there
    with pytest.raises(SettingsError, match=r"^SECRETS_DIR: .*secret_key cannot be read"):
        load_settings()


def test_a_file_that_leads_elsewhere_is_refused_rather_than_ignored(
    folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").write_text(KEY, encoding="utf-8")
    (folder / "secret_key").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SettingsError, match=r"^SECRETS_DIR: .*secret_key leads out"):
        load_settings()


def test_a_folder_that_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("SECRETS_DIR", str(folder / "none"))
    with pytest.raises(SettingsError, match=r"^SECRETS_DIR: .*is not a folder"):
        load_settings()


def test_the_folder_is_not_named_where_it_would_be_ignored(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.delenv("SECRETS_DIR")
    Path(".env").write_text(f"SECRETS_DIR={folder}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^SECRETS_DIR: is read from the environment"):
        load_settings()
