"""Runs a command in a network that holds nothing but loopback, and notes whom it tried to reach.

``python -m tests.journeys.sealed COMMAND…`` (as root, Linux)

Every packet that does not stay on loopback goes by the default route into a TUN device whose other
end is this program: it reads what was tried (an address, a name that was looked up) and answers
nothing. So a try counts, not a success; and no rule of a firewall decides what a try is. Names are
asked of a server behind that route, and of nobody who listens on a socket of this machine's files
(nscd, systemd), whom a network namespace would not keep away.

Exit status: that of the command; 3 when it ended well and something was tried, 4 when there can be
no such network here.
"""

import fcntl
import json
import os
import struct
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ops.embedded.layout import ROOT
from shared.config import process_environment
from tests.journeys.packets import Attempt, attempt_of

TRIED, IMPOSSIBLE = 3, 4
# With --kill-child nothing in there outlives a test that gave up.
_UNSHARED = (
    *("unshare", "--net", "--mount", "--pid", "--mount-proc"),
    *("--fork", "--kill-child", "--"),
)
_SELF = "tests.journeys.sealed"
_TUN = Path("/dev/net/tun")
_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_DEVICE = "outside"
_NETWORK = (
    "link set lo up",
    # The kernel's own search for routers and neighbours would be packets that nobody sent.
    f"link set {_DEVICE} addrgenmode none",
    f"link set {_DEVICE} up",
    f"address add 192.0.2.2/32 dev {_DEVICE}",
    f"route add default dev {_DEVICE} src 192.0.2.2",
    f"-6 address add 2001:db8::2/128 dev {_DEVICE} nodad",
    f"-6 route add default dev {_DEVICE} src 2001:db8::2",
)
_NAMES = {
    "/etc/resolv.conf": "nameserver 192.0.2.53\noptions timeout:1 attempts:1\n",
    "/etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
}
_LONGEST_PACKET = 65_535


class ThereIsNoSealHereError(Exception):
    """Root, Linux, ``ip``, ``unshare`` or TUN devices are missing."""


def sealed(command: Sequence[str], *, timeout: float) -> tuple[int, list[Attempt], str]:
    """Run a command in a network of its own.

    Returns:
        Its exit status, what it tried to reach (each once), and what it printed.

    Raises:
        ThereIsNoSealHereError: such a network cannot be made here.
        subprocess.TimeoutExpired: it took longer than ``timeout`` seconds.
    """
    if os.geteuid() != 0:
        raise ThereIsNoSealHereError("a network of its own is made by root alone")
    with tempfile.NamedTemporaryFile("r", suffix=".json") as report:
        try:
            done = subprocess.run(
                [*_UNSHARED, sys.executable, "-m", _SELF, "--inside", report.name, *command],
                cwd=ROOT,
                env=_without_proxies(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
                timeout=timeout,
                check=False,
            )
        except FileNotFoundError as error:
            raise ThereIsNoSealHereError(str(error)) from error
        written = report.read()
    if not written:
        raise ThereIsNoSealHereError(done.stdout)
    return done.returncode, [Attempt(*each) for each in json.loads(written)], done.stdout


def _without_proxies() -> dict[str, str]:
    """Return the environment; through a proxy on loopback a try would look like none."""
    kept = process_environment().items()
    return {name: value for name, value in kept if not name.lower().endswith("_proxy")}


class Outside:
    """The other end of the default route: notes who calls, answers nobody."""

    def __init__(self) -> None:
        """Open the device; it has no address yet."""
        self._noted: dict[Attempt, None] = {}
        self._file = os.open(_TUN, os.O_RDWR)
        wanted = struct.pack("16sH", _DEVICE.encode(), _IFF_TUN | _IFF_NO_PI)
        fcntl.ioctl(self._file, _TUNSETIFF, wanted)
        threading.Thread(target=self._read, daemon=True).start()

    def attempts(self) -> list[Attempt]:
        """Return whom anybody has tried to reach, in the order of the first time."""
        return list(self._noted)

    def _read(self) -> None:
        while True:
            if attempt := attempt_of(os.read(self._file, _LONGEST_PACKET)):
                self._noted[attempt] = None


@contextmanager
def _outside() -> Iterator[Outside]:
    """Make the network and the names of this namespace."""
    try:
        outside = Outside()
        for change in _NETWORK:
            subprocess.run(["ip", *change.split()], check=True, capture_output=True, text=True)
        with tempfile.TemporaryDirectory() as folder:
            for name, text in _NAMES.items():
                ours = Path(folder, Path(name).name)
                ours.write_text(text, encoding="ascii")
                subprocess.run(["mount", "--bind", ours, name], check=True, capture_output=True)
            yield outside
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or ""
        raise ThereIsNoSealHereError(f"{error} {told}") from error


def _run_inside(report: Path, command: Sequence[str]) -> int:
    with _outside() as outside:
        status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
        attempts = outside.attempts()
        report.write_text(json.dumps(attempts), encoding="utf-8")
    return status or (TRIED if attempts else 0)


def main(arguments: Sequence[str]) -> int:
    """Run a command sealed and say whom it tried to reach."""
    try:
        if arguments[:1] == ["--inside"]:
            return _run_inside(Path(arguments[1]), arguments[2:])
        status, attempts, output = sealed(arguments, timeout=3600)
    except ThereIsNoSealHereError as error:
        print(f"no sealed network can be made here: {error}", file=sys.stderr)
        return IMPOSSIBLE
    print(output)
    for attempt in attempts:
        print(f"tried to reach {attempt}")
    print(f"status {status}; {len(attempts)} addresses beyond loopback were tried")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
