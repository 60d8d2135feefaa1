"""What an API Gateway makes of requests and frames, and what it takes as an answer.

The shapes are those of AWS's documentation: payload formats 2.0 and 1.0 of HTTP APIs, and the
events of REST and WebSocket APIs; ``localstack/events`` has some of each, whole.
"""

import base64
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

Event = dict[str, Any]
API = "a1b2c3d4e5"
STAGE = "live"
DOMAIN = f"{API}.execute-api.eu-central-1.amazonaws.com"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came over the network."""

    method: str
    path: str
    query: str
    headers: Sequence[tuple[str, str]]
    body: bytes
    address: str = "198.51.100.7"

    def header(self, name: str) -> str:
        """Return a header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def http_v2(asked: Asked) -> Event:
    """Return the event of an HTTP API, payload format 2.0."""
    headers: dict[str, str] = {}
    for key, value in asked.headers:
        if key.lower() != "cookie":
            name = key.lower()
            headers[name] = f"{headers[name]},{value}" if name in headers else value
    # Whatever came, and at its end whoever asks the API Gateway.
    headers["x-forwarded-for"] = _forwarded_for(asked)
    headers["x-forwarded-proto"] = "https"
    text, is_base64 = _body(asked.body)
    event: Event = {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": asked.path,
        "rawQueryString": asked.query,
        "headers": headers,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": API,
            "domainName": DOMAIN,
            "domainPrefix": API,
            "http": {
                "method": asked.method,
                "path": asked.path,
                "protocol": "HTTP/1.1",
                "sourceIp": asked.address,
                "userAgent": asked.header("user-agent"),
            },
            "requestId": secrets.token_urlsafe(11),
            "routeKey": "$default",
            "stage": "$default",
            "time": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime()),
            "timeEpoch": int(time.time() * 1000),
        },
        "isBase64Encoded": is_base64,
    }
    if cookies := asked.header("cookie"):
        event["cookies"] = cookies.split("; ")
    if asked.query:
        event["queryStringParameters"] = dict(parse_qsl(asked.query, keep_blank_values=True))
    if asked.body:
        event["body"] = text
    return event


def http_v1(asked: Asked) -> Event:
    """Return the event of an HTTP API, payload format 1.0."""
    several: dict[str, list[str]] = {"X-Forwarded-For": [_forwarded_for(asked)]}
    for key, value in asked.headers:
        if key.lower() != "x-forwarded-for":
            several.setdefault(key, []).append(value)
    queries: dict[str, list[str]] = {}
    for key, value in parse_qsl(asked.query, keep_blank_values=True):
        queries.setdefault(key, []).append(value)
    text, is_base64 = _body(asked.body)
    return {
        "version": "1.0",
        "resource": "/{proxy+}",
        "path": asked.path,
        "httpMethod": asked.method,
        "headers": {key: values[-1] for key, values in several.items()},
        "multiValueHeaders": several,
        "queryStringParameters": {k: v[-1] for k, v in queries.items()} or None,
        "multiValueQueryStringParameters": queries or None,
        "pathParameters": {"proxy": asked.path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "accountId": "123456789012",
            "apiId": API,
            "domainName": DOMAIN,
            "httpMethod": asked.method,
            "identity": {
                "sourceIp": asked.address,
                "userAgent": asked.header("user-agent"),
            },
            "path": asked.path,
            "protocol": "HTTP/1.1",
            "requestId": secrets.token_urlsafe(11),
            "resourcePath": "/{proxy+}",
            "stage": "$default",
        },
        "body": text if asked.body else None,
        "isBase64Encoded": is_base64,
    }


def rest(asked: Asked) -> Event:
    """Return the event of a REST API that takes all media types for binary ones.

    ``path`` is without the stage, which callers have before it.
    """
    event = http_v1(asked)
    del event["version"]
    event["requestContext"] |= {
        "stage": STAGE,
        "path": f"/{STAGE}{asked.path}",
        "resourceId": "k3x9zp",
        "extendedRequestId": event["requestContext"]["requestId"],
    }
    if asked.body:
        event |= {"body": base64.b64encode(asked.body).decode(), "isBase64Encoded": True}
    return event


def gives_bytes(accept: str, kinds: Sequence[str]) -> bool:
    """Whether LocalStack's REST API (4.7 to 4.14) gives bytes back as bytes to who accepts this.

    ``kinds`` are the API's binary media types. AWS takes ``*/*`` for all of them, LocalStack for
    none, neither among them nor in ``Accept``, of which the first counts.
    """
    first = accept.partition(",")[0].partition(";")[0].strip()
    own = [kind for kind in kinds if not kind.startswith("*/")]
    return first in own or f"{first.partition('/')[0]}/*" in own


def answered(answer: Event, *, as_bytes: bool = True) -> tuple[int, list[tuple[str, str]], bytes]:
    """Read a function's answer as the gateway does: status, headers, body.

    A gateway that does not give it ``as_bytes`` gives what stands in the answer, base64 and all.
    """
    headers = [(key, str(value)) for key, value in (answer.get("headers") or {}).items()]
    for key, values in (answer.get("multiValueHeaders") or {}).items():
        headers += [(key, value) for value in values]
    headers += [("set-cookie", cookie) for cookie in answer.get("cookies") or ()]
    body = answer.get("body") or ""
    packed = as_bytes and answer.get("isBase64Encoded")
    content = base64.b64decode(body) if packed else body.encode()
    return answer["statusCode"], headers, content


def websocket(
    kind: str,
    connection_id: str,
    address: str = "198.51.100.7",
    **more: Any,  # noqa: ANN401
) -> Event:
    """Return an event of a WebSocket API: ``CONNECT``, ``MESSAGE`` or ``DISCONNECT``."""
    route = {"CONNECT": "$connect", "MESSAGE": "$default", "DISCONNECT": "$disconnect"}[kind]
    context = {
        "routeKey": route,
        "eventType": kind,
        "extendedRequestId": secrets.token_urlsafe(11),
        "requestTime": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime()),
        "messageDirection": "IN",
        "stage": STAGE,
        "connectedAt": int(time.time() * 1000),
        "requestTimeEpoch": int(time.time() * 1000),
        "identity": {"sourceIp": address, "userAgent": "Mozilla/5.0"},
        "requestId": secrets.token_urlsafe(11),
        "domainName": DOMAIN,
        "connectionId": connection_id,
        "apiId": API,
    }
    if kind == "MESSAGE":
        context["messageId"] = secrets.token_urlsafe(11)
    return {"requestContext": context, "isBase64Encoded": False} | more


def _forwarded_for(asked: Asked) -> str:
    given = asked.header("x-forwarded-for")
    return f"{given}, {asked.address}" if given else asked.address


def _body(body: bytes) -> tuple[str, bool]:
    try:
        return body.decode(), False
    except UnicodeDecodeError:
        return base64.b64encode(body).decode(), True
