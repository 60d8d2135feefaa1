"""The front door as functions of AWS Lambda (docs/serverless.md).

``http`` answers what an API Gateway makes of HTTP requests, in either payload format; ``websocket``
what it makes of its websockets. Settings are read, and everything is put together, by the first
invocation of a container: a wrong one fails that, naming the setting, and not the deployment.
"""

from functools import cache
from typing import Any

from mangum import Mangum

from handlers.gateway import GatewayGate
from handlers.serverless.container import Container
from handlers.serverless.hops import BehindTwoGateways
from handlers.serverless.management import Management
from handlers.serverless.websocket import WebSocketDoor
from shared.auth.gateway import signatures_of
from shared.config import SettingsError, load_settings

REQUIRED = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL")

Event = dict[str, Any]


def http(event: Event, context: object) -> Event:
    """Answer a request."""
    held, adapter = container(), _adapter()
    held.wake()
    try:
        answer: Event = adapter(_unpacked(event), context)  # type: ignore[arg-type]  # a Protocol of AWS's own
        return answer
    finally:
        held.rest()


def _unpacked(event: Event) -> Event:
    """Ask for texts as they are where a REST API asks, whose events alone have no version.

    What is packed is bytes, and LocalStack's REST API gives those back as base64 to a browser that
    accepts ``*/*``, as it does of a script. Packing is the gateway's work there (template.yaml).
    """
    if "version" in event:
        return event
    kept = {}
    for name in ("headers", "multiValueHeaders"):
        headers = event.get(name) or {}
        kept[name] = {key: v for key, v in headers.items() if key.lower() != "accept-encoding"}
    return event | kept


def websocket(event: Event, _: object) -> Event:
    """Carry out what the gateway tells of a websocket."""
    held, door = container(), _door()
    held.wake()
    try:
        return held.run(door.handle(event))
    finally:
        held.rest()


@cache
def container() -> Container:
    """Return what this container keeps."""
    return Container(load_settings(*REQUIRED))


@cache
def _door() -> WebSocketDoor:
    held = container()
    endpoint = held.settings.websocket_endpoint
    if endpoint is None:
        raise SettingsError("WEBSOCKET_ENDPOINT: is not set and is needed here")
    return WebSocketDoor(held.parts, Management(endpoint, held.settings))


@cache
def _adapter() -> Mangum:
    from handlers.serverless.http import build_door  # noqa: PLC0415 (websockets have no routes)

    held = container()
    signatures = signatures_of(held.settings)
    app = build_door(held)
    if signatures is not None:
        app = GatewayGate(BehindTwoGateways(app), signatures)
    return Mangum(app, lifespan="off")  # type: ignore[arg-type]  # an Awaitable is enough
