"""What clients of plain HTTP need not do again for every request."""

import ssl
from functools import cache


@cache
def no_authorities() -> ssl.SSLContext:
    """For plain HTTP: httpx would read all authorities anew, 20 ms of processor each time."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
