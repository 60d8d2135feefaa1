"""Nothing leaves the host: not from our processes, not from a page that we serve."""

import sys

import pytest

from ops.embedded.builds import ROOMS, Builder
from ops.embedded.layout import ROOT, Layout, default_data
from ops.embedded.progress import Console
from tests.journeys.packets import Attempt
from tests.journeys.sealed import TRIED, ThereIsNoSealHereError, sealed

pytestmark = pytest.mark.journey

_TRIES = """
import socket
def tries(family, kind, address):
    with socket.socket(family, kind) as one:
        one.settimeout(0.1)
        try:
            one.connect(address)
            one.send(b"!")
        except OSError:
            pass
tries(socket.AF_INET, socket.SOCK_STREAM, ("198.51.100.7", 443))
tries(socket.AF_INET, socket.SOCK_DGRAM, ("198.51.100.8", 4433))
tries(socket.AF_INET6, socket.SOCK_STREAM, ("2001:db8:1::7", 443))
tries(socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 9))
try:
    socket.getaddrinfo("telemetry.example", 443)
except OSError:
    pass
"""


def _sealed(*command: str, timeout: float) -> tuple[int, list[Attempt], str]:
    try:
        return sealed((sys.executable, *command), timeout=timeout)
    except ThereIsNoSealHereError as error:
        # No service that a machine could be given: its kernel, or whoever lent it, forbids it.
        pytest.skip(str(error))


def test_whoever_tries_to_reach_anybody_is_noted() -> None:
    status, attempts, _ = _sealed("-c", _TRIES, timeout=60)
    assert status == TRIED
    assert set(attempts) == {
        Attempt("tcp", "198.51.100.7", 443, ""),
        Attempt("udp", "198.51.100.8", 4433, ""),
        Attempt("tcp", "2001:db8:1::7", 443, ""),
        Attempt("udp", "192.0.2.53", 53, "telemetry.example"),
    }


def test_loopback_alone_is_no_try() -> None:
    told = "import socket; socket.create_server(('127.0.0.1', 0)); print('heard')"
    assert _sealed("-c", told, timeout=60) == (0, [], "heard\n")


def test_a_visitor_and_an_operator_are_served_without_an_outside() -> None:
    for room in ROOMS:  # npm would reach out, rightly; that is not what is looked for
        Builder(Layout(default_data()), Console(quiet=True)).build(room)
    walk = str(ROOT / "tests" / "journeys" / "sealed_walk.py")
    status, attempts, output = _sealed("-m", "pytest", "-q", walk, timeout=300)
    assert attempts == [], "\n".join(map(str, attempts))
    assert status == 0, output
    assert "1 passed" in output
