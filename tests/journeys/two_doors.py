"""One address before several handlers, as a load balancer gives them."""

import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ops.embedded.ports import LOOPBACK

_PIECE = 65_536


@contextmanager
def one_address(*ports: int) -> Iterator[str]:
    """Yield the address; a connection goes to the first of ``ports`` that has taken all before."""
    alive = list(ports)

    class Connection(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            for port in list(alive):
                try:
                    behind = socket.create_connection((LOOPBACK, port))
                except ConnectionError:
                    with suppress(ValueError):
                        alive.remove(port)  # what comes back is not trusted at once
                    continue
                with behind:
                    back = threading.Thread(target=_pass, args=(behind, self.request), daemon=True)
                    back.start()
                    _pass(self.request, behind)
                    back.join()
                return

    with socketserver.ThreadingTCPServer((LOOPBACK, 0), Connection) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
            # Those who are connected end with their browser.
            server.block_on_close = False


def _pass(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while piece := source.recv(_PIECE):
            target.sendall(piece)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
