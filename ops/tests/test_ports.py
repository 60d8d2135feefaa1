"""Ports are free when chosen, kept while free, and chosen anew when taken."""

import json
import socket
from pathlib import Path

from ops.embedded.ports import LOOPBACK, free_port, is_free, keep_ports


def test_a_chosen_port_is_free() -> None:
    assert is_free(free_port())


def test_a_port_with_a_listener_is_not_free() -> None:
    with socket.create_server((LOOPBACK, 0)) as server:
        assert not is_free(server.getsockname()[1])


def test_ports_are_kept_over_restarts(tmp_path: Path) -> None:
    first = keep_ports(tmp_path / "ports.json", ("redis", "chroma"))
    second = keep_ports(tmp_path / "ports.json", ("redis", "chroma"))
    assert first == second
    assert len(set(first.values())) == 2


def test_a_port_that_was_taken_is_chosen_anew(tmp_path: Path) -> None:
    before = keep_ports(tmp_path / "ports.json", ("redis", "chroma"))
    with socket.create_server((LOOPBACK, before["redis"])):
        after = keep_ports(tmp_path / "ports.json", ("redis", "chroma"))
    assert after["redis"] != before["redis"]
    assert after["chroma"] == before["chroma"]


def test_a_damaged_note_of_ports_is_written_again(tmp_path: Path) -> None:
    noted = tmp_path / "ports.json"
    noted.write_text("{", encoding="ascii")
    ports = keep_ports(noted, ("redis",))
    assert json.loads(noted.read_text("utf-8")) == ports
