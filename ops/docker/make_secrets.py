"""Write each service's secrets: ``make_secrets.py FOLDER [--given FOLDER]``, compose's `secrets`.

What is given in files is taken; what is not is made at the first start and kept in FOLDER/made, or
with ``--given`` refused, for an installation whose secrets somebody must know of. From these few
come the files that others read: addresses with passwords in them, and for the servers hashes where
they take them. Standard library only, and nothing secret is printed.
"""

import argparse
import base64
import hashlib
import json
import os
import secrets
import sys
import urllib.parse
from collections.abc import Callable
from pathlib import Path

_KEYS = ("secret_key", "gateway_secret")
_PASSWORDS = ("database_password", "redis_password", "broker_password", "grafana_password")
_INNER = (
    *("superuser_password", "database_watcher_password", "redis_watcher_password"),
    "grafana_secret_key",
)
"""Nobody but the services ever needs these, so nobody is asked for them."""
_WHOLE = ("database_url", "redis_url", "broker_url")
"""Given, they lead to servers of somebody's own instead of compose's."""
_BEFORE = ("secret_key_previous", "gateway_secret_previous")
"""While a key is changed: the one that is not signed with, and still taken."""
_OPTIONAL = ("ai_api_key", *_BEFORE)
_LENGTH = {**dict.fromkeys((*_KEYS, *_BEFORE), 32), **dict.fromkeys(_PASSWORDS, 16)}
_EXAMPLES = (
    *("changeme", "change-me", "secret", "development", "example", "password"),
    *("guest", "admin"),
)

_LOOKS = (
    "+ping +info +select +client|setname +client|list +config|get +slowlog|len +slowlog|get"
    " +latency|latest +latency|histogram +memory|usage +scan +type +strlen +llen +hlen +scard"
    " +zcard +xlen +cluster|info"
)
"""What the exporter asks Redis for."""


class Refused(Exception):
    """A secret is missing or unfit; the message names it and says nothing of what it is."""


def gather(made: Path, given: Path | None) -> dict[str, str]:
    """Return all secrets by name: those given, then those made before, then new ones.

    Raises:
        Refused: one is unfit, or with ``given`` missing.
    """
    found: dict[str, str] = {}
    known = {*_KEYS, *_PASSWORDS, *_INNER, *_WHOLE, *_OPTIONAL}
    for unknown in sorted({own.name for own in given.iterdir()} - known) if given else ():
        raise Refused(f"{unknown}: is no secret of Otvet's, one is misspelt or of another version")
    for name in (*_KEYS, *_PASSWORDS, *_INNER, *_WHOLE, *_OPTIONAL):
        own = given / name if given else None
        if own is not None and own.exists():
            found[name] = _fit(name, _read(own))
        elif given and name in (*_KEYS, *_PASSWORDS):
            raise Refused(f"{name}: there is no file {own}")
        elif name not in (*_WHOLE, *_OPTIONAL):
            found[name] = _keep(made / name)
    if found["secret_key"] == found["gateway_secret"]:
        raise Refused("gateway_secret: must be another than secret_key, the gateway knows it")
    return found


def _read(path: Path) -> str:
    try:
        text = path.read_text(encoding="ascii").removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise Refused(f"{path.name}: {path} cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise Refused(f"{path.name}: may have ASCII characters alone") from None
    if not text or not text.isprintable() or " " in text:
        raise Refused(f"{path.name}: must be one line without spaces")
    return text


def _keep(path: Path) -> str:
    if not path.exists():
        _write(path, secrets.token_urlsafe(48), mode=0o600)
    return path.read_text(encoding="ascii")


def _fit(name: str, value: str) -> str:
    """Return what somebody has given, if it is no example and as long as it must be."""
    least = _LENGTH.get(name, 0)
    if len(value) < least:
        raise Refused(f"{name}: must have at least {least} characters")
    if least and (len(set(value)) < 8 or any(word in value.lower() for word in _EXAMPLES)):
        raise Refused(f"{name}: is an example; openssl rand -base64 48 makes a good one")
    return value


def files(found: dict[str, str]) -> dict[str, str]:
    """Return what is to be in each file, by ``reader/name``."""
    quoted = {name: urllib.parse.quote(value, safe="") for name, value in found.items()}
    database = f"postgresql://otvet:{quoted['database_password']}@postgres:5432/otvet"
    redis = f"redis://otvet:{quoted['redis_password']}@redis:6379/0"
    broker = f"amqp://otvet:{quoted['broker_password']}@rabbitmq:5672/%2F"
    database, redis, broker = (
        found.get(name, ours) for name, ours in zip(_WHOLE, (database, redis, broker), strict=True)
    )
    stores = {"redis_url": redis, "broker_url": broker}
    readers = {
        "handlers": {
            **stores,
            "database_url": database,
            **{name: found[name] for name in (*_KEYS, *_BEFORE) if name in found},
        },
        "workers": {**stores, "database_url": database},
        "gpu_worker": stores | {name: found[name] for name in ("ai_api_key",) if name in found},
        "kong": {"gateway_secret": found["gateway_secret"]},
        "grafana": {
            "admin_password": found["grafana_password"],
            "secret_key": found["grafana_secret_key"],
        },
        "postgres": {
            "superuser_password": found["superuser_password"],
            "platform_password": found["database_password"],
            "watcher_password": found["database_watcher_password"],
        },
        "redis": {"users.acl": _acl(found)},
        "rabbitmq": {"definitions.json": _definitions(found["broker_password"])},
        "postgres_exporter": {"password": found["database_watcher_password"]},
        "redis_exporter": {"passwords.json": _passwords(found["redis_watcher_password"])},
    }
    return {
        f"{reader}/{name}": text for reader, all_ in readers.items() for name, text in all_.items()
    }


def _acl(found: dict[str, str]) -> str:
    """Redis's accounts: who does not sign in may ask whether it lives, and no more."""
    platform, watcher = (
        hashlib.sha256(found[name].encode()).hexdigest()
        for name in ("redis_password", "redis_watcher_password")
    )
    return (
        "user default on nopass -@all +ping\n"
        f"user otvet on #{platform} ~* &* +@all -@admin\n"
        f"user watcher on #{watcher} ~* -@all {_LOOKS}\n"
    )


def _definitions(password: str) -> str:
    """RabbitMQ's one account, whose hash is of a salt and the password, behind the salt."""
    salt = secrets.token_bytes(4)
    digest = hashlib.sha256(salt + password.encode()).digest()
    account = {
        "name": "otvet",
        "password_hash": base64.b64encode(salt + digest).decode(),
        "hashing_algorithm": "rabbit_password_hashing_sha256",
        "tags": [],
    }
    may = {"user": "otvet", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}
    return json.dumps({"users": [account], "vhosts": [{"name": "/"}], "permissions": [may]})


def _passwords(password: str) -> str:
    """The exporter's password by address; its versions differ in whether a name is part of that."""
    return json.dumps(dict.fromkeys(("redis://redis:6379", "redis://watcher@redis:6379"), password))


def _write(path: Path, text: str, mode: int = 0o444) -> None:
    """Write a file whole or not at all; its reader has a number of its own, hence everybody."""
    draft = path.with_name(f".{path.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w") as output:
        os.fchmod(output.fileno(), mode)
        output.write(text)
    draft.replace(path)


def main(arguments: list[str], say: Callable[[str], object] = sys.stderr.write) -> int:
    """Write them all; return the exit status."""
    parser = argparse.ArgumentParser(description="Write each service's secrets.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--given", type=Path)
    options = parser.parse_args(arguments)
    try:
        found = gather(options.folder / "made", options.given)
    except Refused as error:
        say(f"secrets: {error}\n")
        return 78
    written = files(found)
    for name, text in written.items():
        _write(options.folder / name, text)
    # What is not given any more must not live on where it was read from.
    for reader in {name.partition("/")[0] for name in written}:
        for old in (options.folder / reader).iterdir():
            if f"{reader}/{old.name}" not in written:
                old.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
