"""HTTP to exactly the address that was checked, whatever DNS says a moment later.

The check is where the connection is made, below redirects, names and certificates: what is asked
for and what is verified stay the host's. A deadline cuts even headers that come a byte at a time.
"""

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore
import httpx

from workers.web.addresses import AddressBook


class Deadline:
    """When everything under way must be over."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin without one."""
        self._now = now
        self.until = float("inf")

    def cut(self, timeout: float | None) -> float:
        """Return how long may be waited.

        Raises:
            ReadTimeout: no longer at all.
        """
        left = self.until - self._now()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline")
        return left if timeout is None else min(left, timeout)


class _Stream(httpcore.NetworkStream):
    """A connection that ends at the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.cut(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        cut = self._deadline.cut(timeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, cut), self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 (httpcore's signature)
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Connects to checked addresses."""

    def __init__(self, addresses: AddressBook, deadline: Deadline) -> None:
        self._addresses = addresses
        self._deadline = deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        address = self._addresses.address(host, port, self._deadline.cut(timeout))
        cut = self._deadline.cut(timeout)
        stream = self._inner.connect_tcp(address, port, cut, local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Body(httpx.SyncByteStream):
    """The body of a response."""

    def __init__(self, inner: Any) -> None:  # noqa: ANN401 (httpcore: an iterable that is closed)
        self._inner = inner

    def __iter__(self) -> Iterator[bytes]:
        with _named():
            yield from self._inner

    def close(self) -> None:
        self._inner.close()


class PinnedTransport(httpx.BaseTransport):
    """What an ``httpx.Client`` sends through."""

    def __init__(self, addresses: AddressBook, deadline: Deadline) -> None:
        """Connect where ``addresses`` allow, until ``deadline``."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=_Backend(addresses, deadline),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        url = request.url
        with _named():
            response = self._pool.handle_request(
                httpcore.Request(
                    request.method,
                    httpcore.URL(
                        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
                    ),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(
            response.status,
            headers=response.headers,
            stream=_Body(response.stream),
            extensions=response.extensions,
        )

    def close(self) -> None:
        """Close what is open."""
        self._pool.close()


@contextmanager
def _named() -> Iterator[None]:
    """Let failures of the network leave as httpx names them."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise httpx.TimeoutException(str(error)) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise httpx.NetworkError(str(error)) from error
