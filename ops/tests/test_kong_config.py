"""kong.yml is what Kong 3 reads, and leads outside what is to be reached from there and no more."""

import re
from copy import deepcopy
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from ops.tests.compose_files import composed
from ops.tests.gateway import DEFAULTS, KONG, NAME, PLUGIN, ROOT, STANDIN
from ops.tests.kong_files import (
    DECLARED,
    EVERY,
    CorrelationId,
    Declaration,
    RateLimiting,
    ResponseTransformer,
    Route,
    Settings,
    check_of,
    plugins,
    route_of,
)
from tests.house.test_authorisation import ROUTES, Who

FILE: dict[str, Any] = yaml.safe_load((KONG / "kong.yml").read_text(encoding="utf-8"))
GLOBAL = {one.name: one.config for one in DECLARED.plugins}
GONE: Any = object()
PLATFORM: tuple[str | int, ...] = ("services", 0)
FILES = (*PLATFORM, "routes", 0)
CHECK, RATE, SIZE = ((*FILES, "plugins", number, "config") for number in range(3))
NUMBER, HEADERS = (("plugins", number, "config") for number in (1, 2))


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The file with one of its values changed, or gone."""
    whole = deepcopy(FILE)
    place: Any = whole
    for step in path[:-1]:
        place = place[step]
    if value is GONE:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return whole


# Each was refused by Kong's own schema engine too, rebuilt from its sources (docs/operations.md).
@pytest.mark.parametrize(
    ("path", "value"),
    [
        # What is not known.
        ((*PLATFORM, "read_timeouts"), 1),
        ((*FILES, "strip_paths"), False),
        ((*FILES, "plugins", 0, "name"), "widget-domain-checks"),
        ((*CHECK, "origins"), ["*"]),
        ((*RATE, "minutes"), 1),
        ((*SIZE, "unit"), "bytes"),
        (("plugins", 0, "config", "per_route"), True),
        ((*NUMBER, "header"), "X-Request-ID"),
        ((*HEADERS, "add", "header"), ["a:b"]),
        # Words that are none of Kong's.
        ((*CHECK, "mode"), "open"),
        ((*RATE, "policy"), "cluster"),  # without a database
        ((*RATE, "limit_by"), "address"),
        ((*SIZE, "size_unit"), "MB"),
        ((*NUMBER, "generator"), "uuid4"),
        ((*FILES, "methods"), ["get"]),
        # Types, which YAML gives by how a value looks.
        ((*PLATFORM, "retries"), "1"),
        ((*PLATFORM, "read_timeout"), 1.5),
        ((*FILES, "strip_path"), 0),
        ((*FILES, "preserve_host"), 1),
        ((*FILES, "paths"), "/widget/"),
        ((*RATE, "minute"), "12000"),
        ((*RATE, "hide_client_headers"), "on"),
        ((*NUMBER, "echo_downstream"), 1),
        # Bounds.
        ((*PLATFORM, "connect_timeout"), 0),
        ((*PLATFORM, "write_timeout"), 2**31 - 1),
        ((*PLATFORM, "retries"), 32768),
        ((*PLATFORM, "retries"), -1),
        ((*RATE, "minute"), 0),
        # Addresses, paths, headers.
        ((*PLATFORM, "url"), "handlers:8080"),
        ((*PLATFORM, "url"), "ftp://handlers:8080"),
        ((*PLATFORM, "name"), "the platform"),
        ((*CHECK, "platform_url"), "handlers:8080"),
        ((*FILES, "paths", 0), "widget/"),
        ((*FILES, "paths", 0), "/widget//x"),
        ((*FILES, "paths", 0), "/widget/../x"),
        ((*FILES, "paths", 0), "/widget/%zz"),
        ((*FILES, "paths", 0), "~/widget("),
        ((*FILES, "paths", 0), "~widget"),
        ((*HEADERS, "add", "headers", 0), "Strict-Transport-Security"),
        # What must be there.
        ((*PLATFORM, "url"), GONE),
        ((*FILES, "paths"), GONE),
        ((*CHECK, "mode"), GONE),
        ((*CHECK, "platform_url"), GONE),
        ((*CHECK, "secret"), GONE),
        ((*RATE, "minute"), GONE),
        ((*FILES, "plugins", 0, "name"), GONE),
    ],
)  # fmt: skip
def test_what_kong_would_refuse_is_refused_here(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(ValidationError):
        Declaration.model_validate(changed(path, value))


def test_names_are_given_once() -> None:
    """A service, a route, and a plugin in one place; Kong keeps no second."""
    Declaration.model_validate(deepcopy(FILE))
    for path in (("services",), (*PLATFORM, "routes"), (*FILES, "plugins"), ("plugins",)):
        whole = deepcopy(FILE)
        place: Any = whole
        for step in path:
            place = place[step]
        place.append(place[0])
        with pytest.raises(ValidationError, match="given twice"):
            Declaration.model_validate(whole)


def kong_environments() -> dict[str, dict[str, str]]:
    """What each form of the installation says to Kong."""
    asked = {"PUBLIC_URL": "https://a.test", "SECRETS_FOLDER": "/s", "TRUSTED_IPS": "172.16.0.0/12"}
    both = composed("compose.yaml", "compose.production.yaml", **asked).services["kong"]
    gateway = (KONG.parent / "kubernetes" / "gateway" / "kong.yaml").read_text(encoding="utf-8")
    deployment = next(yaml.safe_load_all(gateway))
    (only,) = deployment["spec"]["template"]["spec"]["containers"]
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    by_hand = re.findall(r"(KONG_[A-Z_]+)=('[^']*'|[^\s`;]+)", page.split("## The gateway")[1])
    return {
        "compose": composed("compose.yaml").services["kong"].environment,
        "production": both.environment,
        "kubernetes": {one["name"]: one["value"] for one in only["env"] if "value" in one},
        "by hand": {name: value.strip("'") for name, value in by_hand},
    }


@pytest.mark.parametrize("form", ["compose", "production", "kubernetes", "by hand"])
def test_every_setting_is_one_that_kong_has(form: str) -> None:
    settings = Settings.model_validate(kong_environments()[form])
    # As the plugin calls its dictionary, and as much as the largest body it reads.
    lookup = next(PLUGIN.rglob("lookup.lua")).read_text(encoding="utf-8")
    name = settings.KONG_NGINX_HTTP_LUA_SHARED_DICT.partition(" ")[0]
    assert f'local DICT = "{name}"' in lookup
    assert settings.KONG_NGINX_HTTP_CLIENT_BODY_BUFFER_SIZE == "64k"


def test_the_image_has_what_was_mended_in_kong() -> None:
    """3.9.0 numbers before it checks; 3.9.2 and 3.9.3 close holes of nginx."""
    image = composed("compose.yaml").services["kong"].image
    found = re.fullmatch(r"docker\.io/library/kong:(\d+)\.(\d+)\.(\d+)", image)
    assert found
    assert (3, 9, 3) <= tuple(map(int, found.groups())) < (4,)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KONG_STATUS_LISTENS", "0.0.0.0:8100"),
        ("KONG_NGINX_HTTP_LUA_SHARED_DICTS", "widget_domain_check 2m"),
        ("KONG_DATABASE", "none"),
        ("KONG_STATUS_LISTEN", "8100"),
        ("KONG_DNS_ORDER", "LAST;A"),
        ("KONG_DNS_VALID_TTL", "5s"),
        ("KONG_TRUSTED_IPS", "10.0.0.0/8,172.16.0.0/8"),
        ("KONG_LUA_PACKAGE_PATH", "/opt/otvet/widget-domain-check"),
    ],
)
def test_a_setting_that_kong_would_ignore_or_refuse_is_refused(name: str, value: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(kong_environments()["kubernetes"] | {name: value})


@pytest.mark.parametrize("route", EVERY, ids=lambda route: route.name)
def test_a_route_is_checked_and_limited(route: Route) -> None:
    assert set(plugins(route)) == {NAME, "rate-limiting", "request-size-limiting"}
    (service,) = [one for one in DECLARED.services if route in one.routes]
    assert check_of(route).platform_url == service.url


def test_answers_have_the_headers_of_careful_ones() -> None:
    assert set(GLOBAL) == {"prometheus", "correlation-id", "response-transformer"}
    transformed = GLOBAL["response-transformer"]
    assert isinstance(transformed, ResponseTransformer)
    names = {one.partition(":")[0] for one in transformed.add.headers}
    assert names >= {"Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy"}


@pytest.mark.parametrize("route", EVERY, ids=lambda route: route.name)
def test_whoever_asks_too_much_is_told_how_long_to_wait(route: Route) -> None:
    """Kong tells `Retry-After` with the other headers of the limit, or, hidden, none of them.

    With them hidden, Kong 3.8.0 answered 500 in place of 429 (Kong/kong#13715).
    """
    limits = plugins(route)["rate-limiting"]
    assert isinstance(limits, RateLimiting)
    assert not limits.hide_client_headers


def test_the_number_of_an_answer_is_the_one_in_the_logs() -> None:
    """Kong would echo what a client called it, also where handlers called it otherwise."""
    number = GLOBAL["correlation-id"]
    assert isinstance(number, CorrelationId)
    assert not number.echo_downstream


def test_who_answered_is_said_in_kong_s_words() -> None:
    """Its plugin `prometheus` has two words for it; an alert on another would be silent."""
    watching = (KONG.parent / "prometheus", KONG.parent / "grafana", ROOT / "tests" / "watching")
    files = [one for folder in (*watching, STANDIN) for one in folder.rglob("*") if one.is_file()]
    texts = [one.read_text("utf-8") for one in files if one.suffix in {".yml", ".py", ".lua", ""}]
    said = {word for text in texts for word in re.findall(r'\bsource[!=]=?"(\w+)"', text)}
    assert said == {"service", "kong"}


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
    assert check_of(route).mode == expected
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
