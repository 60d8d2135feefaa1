"""kong.yml is what Kong 3 reads, and leads outside what is to be reached from there and no more."""

import re
from typing import Annotated, Literal

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, TypeAdapter

from ops.tests.gateway import DEFAULTS, KONG, NAME, PLUGIN
from tests.house.test_authorisation import ROUTES, Who


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Check(_Strict):
    """``widget-domain-check``, by its own schema.lua."""

    mode: Literal["static", "site", "any", "console"]
    platform_url: str
    secret: Literal["{vault://env/gateway-secret}"]


class RateLimiting(_Strict):
    """``rate-limiting`` of Kong 3, what is used of it."""

    minute: Annotated[int, Field(gt=0)]
    policy: Literal["local"]
    limit_by: Literal["ip"]
    hide_client_headers: bool


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


class Headers(_Strict):
    """A list of ``Name:value``, or of names."""

    headers: Annotated[list[str], Field(min_length=1)]


class ResponseTransformer(_Strict):
    """``response-transformer``, what is used of it."""

    add: Headers
    remove: Headers


CONFIGS: dict[str, type[BaseModel]] = {
    NAME: Check,
    "rate-limiting": RateLimiting,
    "request-size-limiting": SizeLimiting,
    "correlation-id": CorrelationId,
    "prometheus": Metrics,
    "response-transformer": ResponseTransformer,
}


class Plugin(_Strict):
    """A plugin, with settings that are checked by its name."""

    name: Literal[tuple(CONFIGS)]  # type: ignore[valid-type]
    config: dict[str, object]


class Route(_Strict):
    """Kong's route entity."""

    name: str
    paths: Annotated[list[str], Field(min_length=1)]
    methods: list[Literal["GET", "HEAD"]] | None = None
    strip_path: Literal[False]
    preserve_host: Literal[True]
    plugins: list[Plugin]


class Service(_Strict):
    """Kong's service entity; times in milliseconds."""

    name: str
    url: str
    connect_timeout: int
    write_timeout: int
    read_timeout: int
    retries: int
    routes: list[Route]


class Declaration(_Strict):
    """The file."""

    format_version: Annotated[Literal["3.0"], Field(alias="_format_version")]
    transform: Annotated[bool, Field(alias="_transform")]
    services: list[Service]
    plugins: list[Plugin]


DECLARED = Declaration.model_validate(
    yaml.safe_load((KONG / "kong.yml").read_text(encoding="utf-8"))
)
EVERY = [route for service in DECLARED.services for route in service.routes]


def plugins(route: Route) -> dict[str, BaseModel]:
    """The plugins of a route, read."""
    return {one.name: CONFIGS[one.name].model_validate(one.config) for one in route.plugins}


def route_of(path: str) -> Route | None:
    """The route that Kong takes: expressions first, then the longest beginning."""
    for route in EVERY:
        if any(one[0] == "~" and re.match(one[1:], path) for one in route.paths):
            return route
    found = [(len(one), route) for route in EVERY for one in route.paths if path.startswith(one)]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def test_names_are_given_once() -> None:
    names = [service.name for service in DECLARED.services], [route.name for route in EVERY]
    assert [len(set(some)) for some in names] == [len(some) for some in names]


@pytest.mark.parametrize("route", EVERY, ids=lambda route: route.name)
def test_a_route_is_checked_and_limited(route: Route) -> None:
    read = plugins(route)
    assert set(read) == {NAME, "rate-limiting", "request-size-limiting"}
    for service in DECLARED.services:
        TypeAdapter(HttpUrl).validate_python(service.url)
        if route in service.routes:
            check = read[NAME]
            assert isinstance(check, Check)
            assert check.platform_url == service.url


def test_every_answer_is_numbered_and_has_the_headers_of_a_careful_one() -> None:
    read = {one.name: CONFIGS[one.name].model_validate(one.config) for one in DECLARED.plugins}
    assert set(read) == {"prometheus", "correlation-id", "response-transformer"}
    transformed = read["response-transformer"]
    assert isinstance(transformed, ResponseTransformer)
    names = {one.partition(":")[0] for one in transformed.add.headers}
    assert names >= {"Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy"}


# How each kind of caller is let through; nobody outside is the platform's own.
MODES = {
    Who.SITE: "site",
    Who.VISITOR: "any",
    Who.CONSOLE: "console",
    Who.OPERATOR: "console",
    Who.SUPERVISOR: "console",
    Who.ADMIN: "console",
    Who.PUBLIC: "static",
    Who.GATEWAY: None,
}
INSIDE = {"/healthz", "/readyz", "/metrics"}


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_each_route_of_the_platform_is_reached_as_its_callers_are(method: str, path: str) -> None:
    example = re.sub(r"\{path:path\}", "x.js", path)
    example = re.sub(r"\{\w+\}", "0193", example)
    route = route_of(example)
    expected = None if path in INSIDE else MODES[ROUTES[method, path]]
    if route is None:
        assert expected is None
        return
    check = plugins(route)[NAME]
    assert isinstance(check, Check)
    assert check.mode == expected
    assert route.methods is None or method in route.methods


def test_a_handler_that_is_gone_is_passed_over() -> None:
    """Once: with more, one that hangs would be asked again and again by the same request."""
    assert {service.retries for service in DECLARED.services} == {1}


def test_sockets_are_reached_and_outlive_two_pings() -> None:
    route = route_of("/socket.io/")
    assert route is not None
    (service,) = [one for one in DECLARED.services if route in one.routes]
    assert service.read_timeout > 2 * 25_000 + 20_000


@pytest.mark.parametrize("path", ["/internal/v1/origins", "/metrics", "/api/v2/x", "/widget.jsx"])
def test_nothing_else_is_reached(path: str) -> None:
    assert route_of(path) is None


def test_the_tests_defaults_are_the_schema_s() -> None:
    schema = next(PLUGIN.rglob("schema.lua")).read_text(encoding="utf-8")
    found = re.findall(
        r"\{ (\w+) = \{ type = \"integer\", required = true, default = (\d+)", schema
    )
    assert {name: int(value) for name, value in found} == DEFAULTS
