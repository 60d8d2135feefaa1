"""Free ports on loopback, chosen once and kept.

A port is kept over restarts so that addresses in logs, dashboards and open terminals stay true. One
that another program took in the meantime is chosen anew. Ports come from below the range from
which the kernel gives ports to outgoing connections, so that none is lost to one of those.
"""

import json
import random
import socket
from collections.abc import Iterable
from pathlib import Path

from ops.embedded.layout import write_private

LOOPBACK = "127.0.0.1"
_RANGE = range(20_000, 32_000)
_TRIES = 200


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Whether a server could listen there now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OSError:
            return False
    return True


def free_port(avoid: Iterable[int] = ()) -> int:
    """Return a port on which nothing listens and that is not in ``avoid``.

    Raises:
        OSError: none was found.
    """
    taken = set(avoid)
    for _ in range(_TRIES):
        port = random.choice(_RANGE)  # noqa: S311  (nothing secret in a port)
        if port not in taken and is_free(port):
            return port
    raise OSError(f"no free port between {_RANGE.start} and {_RANGE.stop} on {LOOPBACK}")


def keep_ports(path: Path, names: Iterable[str]) -> dict[str, int]:
    """Return a free port for each name: the one noted in ``path`` where it is still free."""
    noted = _read(path)
    ports: dict[str, int] = {}
    for name in names:
        port = noted.get(name)
        if port is None or port in ports.values() or not is_free(port):
            port = free_port(avoid={*noted.values(), *ports.values()})
        ports[name] = port
    write_private(path, json.dumps(noted | ports, indent=2) + "\n")
    return ports


def _read(path: Path) -> dict[str, int]:
    try:
        noted = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    if not isinstance(noted, dict):
        return {}
    return {name: port for name, port in noted.items() if isinstance(port, int)}
