"""Settings as they may be shown, and what about them is unsafe though it is accepted."""

import ipaddress
import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

from pydantic import SecretStr, TypeAdapter

from shared.config import Settings
from shared.config_rules import Environment
from workers.cli.findings import Finding, doubtful

_SPAN = TypeAdapter(timedelta)
_HARMLESS = (
    *("host", "hostaddr", "port", "user", "dbname", "db", "virtual_host", "protocol"),
    *("sslmode", "sslrootcert", "ssl_cert_reqs", "channel_binding", "target_session_attrs"),
    *("application_name", "client_encoding", "connect_timeout", "heartbeat"),
)
"""Options of an address whose values are shown."""
_PLAIN = re.compile(r"[\w.,:/%-]*")
NEEDED = {
    "handlers": ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL"),
    "workers": ("DATABASE_URL", "REDIS_URL", "BROKER_URL"),
    "gpu_worker": ("REDIS_URL", "BROKER_URL", "CHROMA_URL"),
}
"""What each kind of process refuses to start without."""


def shown(settings: Settings, name: str) -> str | None:
    """Return the value of a setting without what must not be read over a shoulder."""
    value = getattr(settings, name)
    if value is None or value == ():
        return None
    if isinstance(value, SecretStr):
        secret = value.get_secret_value()
        return without_password(secret) if "://" in secret else f"hidden, {len(secret)} characters"
    if isinstance(value, timedelta):
        return str(_SPAN.dump_python(value, mode="json"))
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return without_password(str(value))


def without_password(url: str) -> str:
    """Return an address without a password before its host, in an option or behind ``#``.

    Of an option that is not known to be harmless only the name is left: a client library may take
    a password by any name, and in any place that it reads as one.
    """
    scheme, separator, rest = url.partition("://")
    if not separator:
        return url
    authority, slash, path = rest.partition("/")
    login, at, host = authority.rpartition("@")
    user = login.partition(":")[0]
    hidden = f"{user if _PLAIN.fullmatch(user) else ''}:***@" if at else ""
    whole, hash_, _ = f"{host}{slash}{path}".partition("#")
    place, mark, query = whole.partition("?")
    options = "&".join(map(_without_value, query.split("&"))) if mark else ""
    return f"{scheme}://{hidden}{place}{mark}{options}{'#***' if hash_ else ''}"


def _without_value(option: str) -> str:
    name, equals, value = option.partition("=")
    if not equals:
        return "***"
    return f"{name}={value if name in _HARMLESS and _PLAIN.fullmatch(value) else '***'}"


def doubts(settings: Settings) -> Iterator[Finding]:
    """Yield what is accepted and should not be in production."""
    public = urlsplit(settings.public_url)
    is_here = _is_loopback(public.hostname or "")
    if not is_here and public.scheme == "http":
        yield doubtful(
            "PUBLIC_URL",
            "is plain HTTP",
            "put TLS in front: the console's sign-in is a Secure cookie",
        )
    if not is_here and settings.environment is Environment.DEVELOPMENT:
        yield doubtful(
            "ENVIRONMENT", "is development on a public address", "set ENVIRONMENT=production"
        )
    if is_here and settings.environment is Environment.PRODUCTION:
        yield doubtful(
            "PUBLIC_URL", f"is {settings.public_url}", "set it to the address that people open"
        )
    if settings.trust_forwarded and settings.gateway_secret is None:
        yield doubtful(
            "TRUST_FORWARDED",
            "is on without GATEWAY_SECRET",
            "make sure that handlers are reached through the gateway alone",
        )
    if settings.broker_url and settings.broker_url == settings.redis_url:
        yield doubtful(
            "BROKER_URL",
            "is the very database of REDIS_URL",
            "name another database of it (…/1), or RabbitMQ",
        )
    if settings.chroma_url and not _is_private(urlsplit(settings.chroma_url).hostname or ""):
        yield doubtful(
            "CHROMA_URL", "is a public address", "Chroma has no sign-in: keep it off the network"
        )


def _is_loopback(host: str) -> bool:
    address = _address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


def _is_private(host: str) -> bool:
    """Whether a host is certainly not on the open network, or a name that may be anywhere."""
    address = _address(host)
    return address is None or address.is_private


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
