"""What stands in for Docker when ``localstack/deploy.sh`` runs without: ``docker WORD …``.

It has the few commands of that script and refuses any other. ``STANDIN`` names a file of JSON:
``python`` and ``folder`` as ``Host`` has them, ``volumes`` the folders that stand for volumes, and
``public_url`` the address that the handlers of an installation say is theirs, or null.
"""

import argparse
import json
import sys
from pathlib import Path

from ops.serverless.host import Host
from ops.tests.compose_files import Composed, composed
from shared.config import process_environment

_NAME = "handlers"
_LISTED = ["ps", "--quiet"]
_ASKED = ["exec", _NAME, "printenv", "PUBLIC_URL"]


def main(words: list[str]) -> int:
    """Carry out a command; return the exit status."""
    environment = process_environment()
    told = json.loads(Path(environment["STANDIN"]).read_text(encoding="utf-8"))
    if words[:2] == _LISTED:
        if told["public_url"]:
            print(_NAME)
        return 0
    if words == _ASKED:
        print(told["public_url"])
        return 0
    options = _parsed(words)
    whole = composed(*options.file, **environment)
    volumes = _named(whole, told["volumes"])
    host = Host(Path(told["python"]), Path(told["folder"]), volumes)
    return _COMMANDS[options.command](host, whole, options)


def _up(host: Host, whole: Composed, options: argparse.Namespace) -> int:
    (service,) = whole.services.values()
    host.start(service, Path(options.file[0]).parent)
    return 0 if host.is_healthy(service) else 1


def _logs(host: Host, _: Composed, options: argparse.Namespace) -> int:
    lines = host.log.read_text(encoding="utf-8", errors="replace").splitlines()
    print("\n".join(lines[-options.tail :] if options.tail else lines))
    return 0


def _down(host: Host, _: Composed, __: argparse.Namespace) -> int:
    host.stop()
    return 0


_COMMANDS = {"up": _up, "logs": _logs, "down": _down}


def _named(whole: Composed, folders: dict[str, str]) -> dict[str, str]:
    """By what the files call a volume, what stands for it."""
    return {
        key: folders[volume.name] for key, volume in whole.volumes.items() if volume.name in folders
    }


def _parsed(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="docker", allow_abbrev=False)
    compose = parser.add_subparsers(required=True).add_parser("compose", allow_abbrev=False)
    compose.add_argument("-f", dest="file", action="append", required=True)
    commands = compose.add_subparsers(dest="command", required=True)
    up = commands.add_parser("up", allow_abbrev=False)
    for name in ("--detach", "--wait", "--force-recreate"):
        up.add_argument(name, action="store_true", required=True)
    logs = commands.add_parser("logs", allow_abbrev=False)
    logs.add_argument("--no-log-prefix", action="store_true")
    logs.add_argument("--tail", type=int, default=0)
    logs.add_argument("service")
    commands.add_parser("down", allow_abbrev=False)
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
