"""Folders and secrets are private, and the control socket's path always fits."""

from pathlib import Path

import pytest

from ops.embedded.credentials import load_credentials
from ops.embedded.errors import AlreadyRunningError, tail
from ops.embedded.layout import Layout, write_private
from ops.embedded.lock import InstanceLock


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_secrets_are_made_once_and_only_the_owner_reads_them(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "data")
    layout.prepare()
    first, second = load_credentials(layout), load_credentials(layout)
    assert first == second
    assert len(first.secret_key) >= 32
    assert _mode(layout.secret_key) == 0o600
    assert _mode(layout.data / "credentials.json") == 0o600
    assert _mode(layout.run) == _mode(layout.logs) == 0o700


def test_a_deep_folder_still_gets_a_short_private_socket(tmp_path: Path) -> None:
    layout = Layout(tmp_path / ("deep" * 20) / "data")
    layout.prepare()
    assert len(bytes(layout.supervisor_socket)) < 100
    assert _mode(layout.supervisor_socket.parent) == 0o700
    layout.supervisor_socket.parent.rmdir()


def test_a_private_file_replaces_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old", encoding="ascii")
    path.chmod(0o644)
    write_private(path, "new")
    assert path.read_text("ascii") == "new"
    assert _mode(path) == 0o600


def test_a_folder_is_held_by_one_launcher(tmp_path: Path) -> None:
    path = tmp_path / "run" / "lock"
    path.parent.mkdir()
    first, second = InstanceLock(path), InstanceLock(path)
    first.acquire()
    with pytest.raises(AlreadyRunningError, match="already running"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_the_tail_of_a_log_is_its_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    assert "nothing" in tail(log)
    log.write_text("\n".join(map(str, range(100))), encoding="ascii")
    assert tail(log, lines=2) == "    98\n    99"
