"""Whose address a request has that our gateway has passed on to an API Gateway."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

_FORWARDED_FOR = "x-forwarded-for"


class BehindTwoGateways:
    """Takes our gateway's own address off ``X-Forwarded-For``; for requests that it has signed.

    It says there whom it passes on, and no more. An API Gateway adds who asked it, which is our
    gateway, and a REST API one or more of AWS's after that: so the last hop would be nobody's own.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand in front of ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, with what stands before our gateway."""
        passed = _passed_on(Headers(scope=scope).get(_FORWARDED_FOR, ""), scope["client"][0])
        if passed:
            scope = {**scope, "headers": list(scope["headers"])}
            MutableHeaders(scope=scope)[_FORWARDED_FOR] = passed
        await self._app(scope, receive, send)


def _passed_on(hops: str, gateway: str) -> str:
    """Return the hops before the gateway's last appearance among them, none if it is not there."""
    found = [hop.strip() for hop in hops.split(",")]
    if gateway not in found:
        return ""
    last = len(found) - 1 - found[::-1].index(gateway)
    return ", ".join(found[:last])
