"""Writing to a websocket that an API Gateway holds: its management API.

ManagementError
├── ConnectionGone   there is no such connection any more
├── Refused          it is never taken, however often it is sent
└── Busy             not now; the same may be taken later
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from shared.config import Settings

_AT_ONCE = 32
_READ_SECONDS = 5


class ManagementError(Exception):
    """A connection was not written to."""


class ConnectionGone(ManagementError):
    """There is no such connection any more."""


class Refused(ManagementError):
    """The gateway will never take it."""


class Busy(ManagementError):
    """The gateway, or the way to it, is busy or away."""


class Management:
    """The management API of one WebSocket API."""

    def __init__(self, endpoint: str, settings: Settings) -> None:
        """Sign with the credentials that the process was given, as AWS's library finds them."""
        # The one place that needs AWS, which takes a second to import: polls have no use for it.
        import boto3  # noqa: PLC0415
        from botocore.config import Config  # noqa: PLC0415

        self._pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="management")
        self._client = boto3.client(
            "apigatewaymanagementapi",
            endpoint_url=endpoint,
            region_name=_region(endpoint),
            config=Config(
                connect_timeout=settings.connect_timeout.total_seconds(),
                read_timeout=_READ_SECONDS,
                retries={"mode": "standard", "total_max_attempts": 2},
                max_pool_connections=_AT_ONCE,
            ),
        )

    async def post(self, connection_id: str, frame: bytes) -> None:
        """Send a frame.

        Raises:
            ManagementError: it did not go out.
        """
        await self._call("post_to_connection", ConnectionId=connection_id, Data=frame)

    async def close(self, connection_id: str) -> None:
        """Close a connection.

        Raises:
            ManagementError: it is closed already, or could not be.
        """
        await self._call("delete_connection", ConnectionId=connection_id)

    def shut(self) -> None:
        """Let go of everything."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._client.close()

    async def _call(self, name: str, **arguments: object) -> None:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

        call = partial(getattr(self._client, name), **arguments)
        try:
            await asyncio.get_running_loop().run_in_executor(self._pool, call)
        except ClientError as error:
            raise _trouble(error.response) from error
        except BotoCoreError as error:
            raise Busy(type(error).__name__) from error


def _trouble(response: dict[str, Any]) -> ManagementError:
    status = response["ResponseMetadata"]["HTTPStatusCode"]
    code = response["Error"]["Code"]
    if status == 410:
        return ConnectionGone(code)
    is_for_ever = 400 <= status < 500 and status != 429
    return Refused(code) if is_for_ever else Busy(code)


def _region(endpoint: str) -> str | None:
    """Return the region that an AWS address names; elsewhere nobody asks."""
    host = urlsplit(endpoint).hostname or ""
    if host.endswith((".amazonaws.com", ".amazonaws.com.cn")):
        return host.split(".")[2]
    return "us-east-1"
