"""kong.yml and Kong's settings, read by Kong's own rules.

Written from Kong's sources of 3.8 and 3.9, as they are stored publicly, on 2026-11-27: its schema
engine (kong/db/schema/init.lua), typedefs.lua, entities/{services,routes,plugins}.lua, schema.lua
of the bundled plugins that are used, conf_loader/constants.lua, and the 3.9 settings of
developer.konghq.com (app/_data/kong-conf/3.9.json). What Kong refuses is refused here: fields that
it does not know, wrong types and words, what is out of bounds, what lacks its other half. What it
would take and we do not use is refused too. A setting that Kong does not know it ignores without a
word, so that is for ``Settings`` to say.
"""

import re
from ipaddress import ip_network
from typing import Annotated, Literal

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from ops.tests.gateway import KONG, NAME


def _says(expected: object) -> AfterValidator:
    """For a boolean: ``Literal`` would take a number for it, which Kong does not."""

    def judged(value: object) -> object:
        if value is not expected:
            raise ValueError(f"is {expected}")
        return value

    return AfterValidator(judged)


def _router_path(text: str) -> str:
    """A beginning without dots to resolve, or, after ``~``, an expression."""
    if re.search(r"%(?![0-9a-fA-F]{2})", text) or "//" in text:
        raise ValueError("has an empty segment or half an escape")
    if text.startswith("~/"):
        try:
            re.compile(text[1:])
        except re.error as error:
            raise ValueError(f"is no expression: {error}") from None
    elif not re.fullmatch(r"/([A-Za-z0-9_~.-]+/?)*", text) or re.search(r"/\.\.?(/|$)", text):
        raise ValueError("is not a plain path")
    return text


def _networks(text: str) -> str:
    for one in text.split(","):
        ip_network(one)
    return text


No = Annotated[bool, _says(False)]
Yes = Annotated[bool, _says(True)]
Address = Annotated[str, Field(pattern=r"^https?://[a-z0-9.-]+:\d{1,5}$")]
Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9._~-]+$")]
Milliseconds = Annotated[int, Field(ge=1, le=2**31 - 2)]
Header = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")]
HeaderWithValue = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+:.+$")]
RouterPath = Annotated[str, AfterValidator(_router_path)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Check(_Strict):
    """``widget-domain-check``, by its own schema.lua."""

    mode: Literal["static", "site", "any", "console"]
    platform_url: Address
    secret: Literal["{vault://env/gateway-secret}"]


class RateLimiting(_Strict):
    """``rate-limiting``: a period at least, and without a database no policy ``cluster``."""

    minute: Annotated[int, Field(gt=0)]
    policy: Literal["local"]
    limit_by: Literal["ip"]
    hide_client_headers: bool = False


class SizeLimiting(_Strict):
    """``request-size-limiting``."""

    allowed_payload_size: Annotated[int, Field(gt=0)]
    size_unit: Literal["bytes", "kilobytes", "megabytes"]
    require_content_length: bool


class CorrelationId(_Strict):
    """``correlation-id``; ``generator`` is one of Kong's."""

    header_name: Literal["X-Request-ID"]
    generator: Literal["uuid", "uuid#counter", "tracker"]
    echo_downstream: bool


class Metrics(_Strict):
    """``prometheus``, what is used of it."""

    status_code_metrics: bool
    latency_metrics: bool
    per_consumer: bool


class Added(_Strict):
    """Headers with values; one without a value would be left out without a word."""

    headers: Annotated[list[HeaderWithValue], Field(min_length=1)]


class Removed(_Strict):
    """Names of headers."""

    headers: Annotated[list[Header], Field(min_length=1)]


class ResponseTransformer(_Strict):
    """``response-transformer``, what is used of it."""

    add: Added
    remove: Removed


class _CheckPlugin(_Strict):
    name: Literal["widget-domain-check"]
    config: Check


class _RatePlugin(_Strict):
    name: Literal["rate-limiting"]
    config: RateLimiting


class _SizePlugin(_Strict):
    name: Literal["request-size-limiting"]
    config: SizeLimiting


class _IdPlugin(_Strict):
    name: Literal["correlation-id"]
    config: CorrelationId


class _MetricsPlugin(_Strict):
    name: Literal["prometheus"]
    config: Metrics


class _ResponsePlugin(_Strict):
    name: Literal["response-transformer"]
    config: ResponseTransformer


Plugin = Annotated[
    _CheckPlugin | _RatePlugin | _SizePlugin | _IdPlugin | _MetricsPlugin | _ResponsePlugin,
    Field(discriminator="name"),
]


def _each_once(found: list[str]) -> None:
    if len(set(found)) != len(found):
        raise ValueError(f"given twice: {sorted(found)}")


class Route(_Strict):
    """Kong's route entity: of http and https, which must have something to be found by."""

    name: Id
    paths: Annotated[list[RouterPath], Field(min_length=1)]
    methods: list[Literal["GET", "HEAD"]] | None = None
    strip_path: No
    preserve_host: Yes
    plugins: list[Plugin]


class Service(_Strict):
    """Kong's service entity; times in milliseconds."""

    name: Id
    url: Address
    connect_timeout: Milliseconds
    write_timeout: Milliseconds
    read_timeout: Milliseconds
    retries: Annotated[int, Field(ge=0, le=32767)]
    routes: list[Route]


class Declaration(_Strict):
    """The file."""

    format_version: Annotated[Literal["3.0"], Field(alias="_format_version")]
    transform: Annotated[Yes, Field(alias="_transform")]
    services: list[Service]
    plugins: list[Plugin]

    @model_validator(mode="after")
    def _names_are_given_once(self) -> "Declaration":
        routes = [route for service in self.services for route in service.routes]
        _each_once([service.name for service in self.services])
        _each_once([route.name for route in routes])
        for some in (self.plugins, *(route.plugins for route in routes)):
            _each_once([one.name for one in some])
        return self


Listen = Annotated[str, Field(pattern=r"^(off|\d+\.\d+\.\d+\.\d+:\d{1,5})$")]
Seconds = Annotated[str, Field(pattern=r"^\d+$")]
Path = Annotated[str, Field(pattern=r"^/\S+$")]


class Settings(_Strict):
    """What is said to Kong in its environment; each is a property that 3.9 has."""

    KONG_DATABASE: Literal["off"]
    KONG_DECLARATIVE_CONFIG: Path
    KONG_PLUGINS: Literal["bundled,widget-domain-check"]
    KONG_LUA_PACKAGE_PATH: Annotated[str, Field(pattern=r"^/\S+/\?\.lua;;$")]
    KONG_NGINX_HTTP_LUA_SHARED_DICT: Annotated[str, Field(pattern=r"^\w+ \d+[km]$")]
    KONG_NGINX_HTTP_CLIENT_BODY_BUFFER_SIZE: Annotated[str, Field(pattern=r"^\d+[km]$")]
    KONG_NGINX_WORKER_PROCESSES: Annotated[str, Field(pattern=r"^(auto|\d+)$")] = "auto"
    KONG_PREFIX: Path = "/usr/local/kong"
    KONG_PROXY_LISTEN: Listen = "0.0.0.0:8000"
    KONG_PROXY_ACCESS_LOG: Literal["off"] | Path = "off"
    KONG_PROXY_ERROR_LOG: Path = "/dev/stderr"
    KONG_ADMIN_LISTEN: Literal["off"]
    KONG_ADMIN_GUI_LISTEN: Literal["off"]
    KONG_STATUS_LISTEN: Listen
    KONG_HEADERS: Literal["off"]
    KONG_ANONYMOUS_REPORTS: Literal["on", "off"] = "on"
    KONG_DNS_ORDER: Annotated[
        str, Field(pattern=r"^(LAST|SRV|A|AAAA|CNAME)(,(SRV|A|AAAA|CNAME))*$")
    ] = "LAST,SRV,A,CNAME"
    KONG_DNS_VALID_TTL: Seconds | None = None
    KONG_DNS_STALE_TTL: Seconds = "3600"
    KONG_DNS_NOT_FOUND_TTL: Seconds = "30"
    KONG_DNS_ERROR_TTL: Seconds = "1"
    KONG_TRUSTED_IPS: Annotated[str, AfterValidator(_networks)] | None = None
    KONG_REAL_IP_HEADER: Header | Literal["proxy_protocol"] = "X-Real-IP"


DECLARED = Declaration.model_validate(
    yaml.safe_load((KONG / "kong.yml").read_text(encoding="utf-8"))
)
EVERY = [route for service in DECLARED.services for route in service.routes]


def plugins(route: Route) -> dict[str, BaseModel]:
    """The settings of a route's plugins by their names."""
    return {one.name: one.config for one in route.plugins}


def check_of(route: Route) -> Check:
    """The settings of ours on a route."""
    check = plugins(route)[NAME]
    assert isinstance(check, Check)
    return check


def route_of(path: str) -> Route | None:
    """The route that Kong takes: expressions first, then the longest beginning."""
    for route in EVERY:
        if any(one[0] == "~" and re.match(one[1:], path) for one in route.paths):
            return route
    found = [(len(one), route) for route in EVERY for one in route.paths if path.startswith(one)]
    return max(found, key=lambda pair: pair[0])[1] if found else None
