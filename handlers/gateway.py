"""The layer that lets nothing in but what a gateway has signed; present where a secret is set."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from handlers.api.problems import respond
from handlers.errors import best_locale
from handlers.sockets.guard import refuse
from shared.auth.gateway import GatewaySignatures, Purpose
from shared.kernel.errors import ErrorCode, Forbidden
from shared.observability.logs import get_logger

# Asked by whoever runs the process, on its own port; the gateway leads nobody there.
_HEALTH = frozenset({"/healthz", "/readyz", "/metrics"})
# What the gateway itself asks: signed for that purpose, and checked by its routes.
INTERNAL = "/internal/"


class GatewayGate:
    """Refuses requests and handshakes whose signature is missing, old or not the gateway's."""

    def __init__(self, app: ASGIApp, signatures: GatewaySignatures) -> None:
        """Stand in front of ``app``."""
        self._app = app
        self._signatures = signatures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let what is signed through; processes' own business (``lifespan``) as it is."""
        is_free = scope["type"] == "lifespan" or scope["path"] in _HEALTH
        if is_free or scope["path"].startswith(INTERNAL):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        trouble = trouble_of(scope, self._signatures, Purpose.REQUEST)
        if trouble is None:
            await self._app(scope, receive, send)
            return
        get_logger().warning("gateway.refused", reason=trouble)
        error = Forbidden(ErrorCode.GATEWAY_REQUIRED)
        if scope["type"] == "websocket":
            locale = best_locale(headers.get("accept-language"))
            await refuse(scope, receive, send, error, locale)
        else:
            await respond(scope, receive, send, error)


def trouble_of(scope: Scope, signatures: GatewaySignatures, purpose: Purpose) -> str | None:
    """Say what is wrong with the signature of a request, by its path as it was sent."""
    # Mangum knows no raw path: what an API Gateway says of it is the path.
    raw = scope.get("raw_path")
    path = scope["path"] if raw is None else raw.decode("latin-1")
    method = scope.get("method", "GET")  # a handshake is one
    return signatures.trouble(purpose, method, path, Headers(scope=scope))
