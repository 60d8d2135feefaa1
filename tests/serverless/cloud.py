"""All of the serverless form on this machine: a gateway, its functions and a relay.

For journeys: ``with cloud(settings, folder, "websocket") as gateway: page.goto(gateway.url)``. The
gateway's HTTP API has every path, the demo page too; operators have handlers of their own.
"""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Literal

from tests.serverless.emulator import Emulator
from tests.serverless.function import Function
from tests.serverless.relays import AWS, RelayProcess


def relay_settings(gateway: Emulator) -> dict[str, str]:
    """Return where a gateway's websockets are; unencrypted, which development alone allows."""
    return {
        "ENVIRONMENT": "development",
        "VISITOR_TRANSPORT": "websocket",
        "WEBSOCKET_URL": gateway.websocket_url,
        "WEBSOCKET_ENDPOINT": gateway.websocket_endpoint,
    }


@contextmanager
def cloud(
    settings: Mapping[str, str], folder: Path, transport: Literal["poll", "websocket"]
) -> Iterator[Emulator]:
    """Start it; ``settings`` are the stores, ``SECRET_KEY`` and what else functions are told.

    ``PUBLIC_URL`` is the gateway's where it is not among them. Logs are left in ``folder``.
    """
    with ExitStack() as stack:
        gateway = stack.enter_context(Emulator())
        told = AWS | {"PUBLIC_URL": gateway.url, "VISITOR_TRANSPORT": "poll"} | dict(settings)
        if transport == "websocket":
            told |= relay_settings(gateway)
            name = "handlers.lambda_entry.websocket"
            log = folder / "websocket-function.log"
            gateway.frames = stack.enter_context(Function(name, told, log))
            stack.enter_context(closing(RelayProcess(told, folder / "relay.log")))
        name, log = "handlers.lambda_entry.http", folder / "http-function.log"
        gateway.http = stack.enter_context(Function(name, told, log))
        yield gateway
