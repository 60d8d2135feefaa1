"""An API Gateway on a port of this machine: an HTTP API, a WebSocket API and its management API.

Real requests and frames become the events that AWS makes of them, and go to functions
(``function.Function``); what those answer goes back. Limits are AWS's: 30 seconds for an answer,
6 MiB for a body, 32 KiB for a frame that comes in, 128 KiB for a message that goes out.

``http://127.0.0.1:PORT/…`` is the HTTP API, ``ws://127.0.0.1:PORT/live`` the WebSocket API,
``http://127.0.0.1:PORT/live`` the endpoint of its management API, as boto3 takes it. A REST API
stands below its stage instead: ``Emulator(shape=rest, below=REST)``, or ``LOCALSTACK``, which
gives bytes back as LocalStack does: only to who accepts what template.yaml names as binary.
"""

import asyncio
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Self

from aiohttp import WSCloseCode, WSMsgType, web
from cfnlint import decode

from ops.embedded.ports import LOOPBACK, free_port
from tests.serverless.events import (
    API,
    STAGE,
    Asked,
    Event,
    answered,
    gives_bytes,
    http_v2,
    rest,
    websocket,
)
from tests.serverless.function import ROOT, Function, FunctionError

REST = f"/{STAGE}"
"""Where AWS has a REST API, and LocalStack by the API's own name."""
LOCALSTACK = f"/_aws/execute-api/{API}/{STAGE}"
"""Where LocalStack has it besides, by the name of the machine."""
_TEMPLATE = ROOT / "localstack" / "template.yaml"
_ANSWER_SECONDS = 30.0
_MOST_BODY = 6 * 1024 * 1024
_MOST_FRAME = 32 * 1024
_MOST_MESSAGE = 128 * 1024
_THREADS = 64


class Emulator:
    """One gateway; ``http`` and ``frames`` are the functions that it invokes.

    They may be given later, for they need its address among their settings.
    """

    def __init__(
        self,
        port: int | None = None,
        shape: Callable[[Asked], Event] = http_v2,
        below: str = "",
    ) -> None:
        """Take a port; ``shape`` is the payload format of the API, which is ``below`` a path."""
        self.port = port or free_port()
        self._below = below
        self._binary = _binary_kinds() if below == LOCALSTACK else None
        self.url = f"http://{LOOPBACK}:{self.port}{below}"
        self.websocket_url = f"ws://{LOOPBACK}:{self.port}/{STAGE}"
        self.websocket_endpoint = f"http://{LOOPBACK}:{self.port}/{STAGE}"
        self.http: Function | None = None
        self.frames: Function | None = None
        self.posted: list[tuple[str, bytes]] = []
        self.astray: list[str] = []
        """Paths that were asked for and are none of the API's."""
        self.refuse_posts = 0
        """So many posts are refused from now on, as AWS does of too many at once."""
        self.is_rest = shape is rest
        self._shape = shape
        self._open: dict[str, web.WebSocketResponse] = {}
        self._pool = ThreadPoolExecutor(_THREADS)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def connections(self) -> list[str]:
        """Ids of the websockets that are open."""
        return list(self._open)

    def vanish(self, connection_id: str) -> None:
        """Forget a websocket without telling anybody, as when ``$disconnect`` is lost."""
        socket = self._open.pop(connection_id)
        asyncio.run_coroutine_threadsafe(socket.close(), self._loop).result(10)

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._stop(), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._loop.close()

    async def _start(self) -> None:
        app = web.Application(client_max_size=_MOST_BODY)
        app.router.add_get(f"/{STAGE}", self._websocket)
        app.router.add_route("*", f"/{STAGE}/@connections/{{id}}", self._manage)
        app.router.add_route("*", "/{path:.*}", self._request)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, self.port).start()

    async def _stop(self) -> None:
        for socket in list(self._open.values()):
            await socket.close(code=WSCloseCode.GOING_AWAY)
        await self._runner.cleanup()

    async def _request(self, request: web.Request) -> web.Response:
        path = request.rel_url.raw_path
        if not path.startswith(f"{self._below}/"):
            self.astray.append(path)
            return web.json_response({"message": "Missing Authentication Token"}, status=403)
        asked = Asked(
            request.method,
            path.removeprefix(self._below),
            request.rel_url.raw_query_string,
            list(request.headers.items()),
            await request.read(),
        )
        try:
            answer = await asyncio.wait_for(
                self._invoke(self.http, self._shape(asked)), _ANSWER_SECONDS
            )
        except TimeoutError:
            return web.json_response({"message": "Service Unavailable"}, status=503)
        except FunctionError:
            return web.json_response({"message": "Internal Server Error"}, status=500)
        accept = asked.header("accept")
        as_bytes = self._binary is None or gives_bytes(accept, self._binary)
        status, headers, body = answered(answer, as_bytes=as_bytes)
        response = web.Response(status=status, body=body)
        response.headers.popall("Content-Type", None)
        for key, value in headers:
            if key.lower() != "content-length":
                response.headers.add(key, value)
        return response

    async def _websocket(self, request: web.Request) -> web.StreamResponse:
        connection_id = secrets.token_urlsafe(11) + "="
        headers = dict(request.headers)
        try:
            answer = await self._invoke(
                self.frames, websocket("CONNECT", connection_id, headers=headers)
            )
        except FunctionError:
            return web.json_response({"message": "Internal server error"}, status=500)
        if answer["statusCode"] != 200:
            return web.json_response({"message": "Forbidden"}, status=answer["statusCode"])
        socket = web.WebSocketResponse(max_msg_size=_MOST_FRAME)
        await socket.prepare(request)
        self._open[connection_id] = socket
        try:
            # Frames of one connection may reach functions at once; AWS promises no order either.
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._frame(socket, connection_id, message.data)
        finally:
            if self._open.pop(connection_id, None) is not None:
                event = websocket("DISCONNECT", connection_id, headers={})
                await self._invoke(self.frames, event)
        return socket

    async def _frame(self, socket: web.WebSocketResponse, connection_id: str, body: str) -> None:
        try:
            await self._invoke(self.frames, websocket("MESSAGE", connection_id, body=body))
        except FunctionError:
            await socket.send_json(
                {"message": "Internal server error", "connectionId": connection_id}
            )

    async def _manage(self, request: web.Request) -> web.Response:
        if not request.headers.get("Authorization", "").startswith("AWS4-HMAC-SHA256 "):
            return web.json_response({"message": "Missing Authentication Token"}, status=403)
        socket = self._open.get(request.match_info["id"])
        if socket is None or socket.closed:
            return _refused(410, "GoneException")
        if request.method == "DELETE":
            await socket.close()
            return web.Response(status=204)
        if self.refuse_posts > 0:
            self.refuse_posts -= 1
            return _refused(429, "LimitExceededException")
        body = await request.read()
        if len(body) > _MOST_MESSAGE:
            return _refused(413, "PayloadTooLargeException")
        self.posted.append((request.match_info["id"], body))
        await socket.send_str(body.decode())
        return web.Response(status=200)

    async def _invoke(self, function: Function | None, event: Event) -> Any:  # noqa: ANN401
        assert function is not None, "the gateway leads nowhere yet"
        return await self._loop.run_in_executor(self._pool, function.invoke, event)


def _binary_kinds() -> list[str]:
    template, _ = decode.decode(str(_TEMPLATE))
    kinds: list[str] = template["Resources"]["RestApi"]["Properties"]["BinaryMediaTypes"]
    return kinds


def _refused(status: int, kind: str) -> web.Response:
    return web.json_response({"message": kind}, status=status, headers={"x-amzn-ErrorType": kind})
