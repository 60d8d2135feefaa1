"""``make localstack``: our template in LocalStack that runs, by our own command, and used there.

No Docker: LocalStack is a process of this machine. What is its own there and what stands in is said
in ``localstack/standin/README.md``. Needs Linux, Python 3.11, Chromium and mount namespaces.
"""

import argparse
import json
import re
import secrets
import shlex
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import httpx
from playwright.sync_api import Error as BrowserError

from ops.docker.proof.shell import ProofFailedError, run
from ops.embedded.layout import ROOT
from ops.embedded.ports import is_free
from ops.serverless.host import PORT
from ops.serverless.python import made, version
from ops.serverless.visitors import Caller, browse
from shared.config import process_environment
from tests.journeys.product import Product

_DEPLOY = ROOT / "localstack" / "deploy.sh"
_STACK = ROOT / "localstack" / "stack.sh"
_SECRETS = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "BROKER_URL")
_VOLUME = "otvet_secrets_handlers"
_PATIENCE = 400.0
Say = Callable[[str], None]


class Proof:
    """One product, and LocalStack beside it; all files are below ``folder``."""

    def __init__(self, folder: Path, python: Path, product: Product, say: Say) -> None:
        """Write what the stand-in for Docker is told."""
        self._folder, self._product, self._say = folder, product, say
        programs, kept = folder / "programs", process_environment()
        programs.mkdir()
        docker = programs / "docker"
        line = f'exec {shlex.quote(sys.executable)} -m ops.serverless.docker "$@"'
        docker.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        docker.chmod(0o755)
        self._told = folder / "standin.json"
        self._environment = {
            "PATH": f"{programs}:{python / 'bin'}:{kept['PATH']}",
            "PYTHONPATH": str(ROOT),
            "STANDIN": str(self._told),
            "PYTHON": sys.executable,
        }
        settings = product.environment()
        self._settings = {name: settings[name] for name in _SECRETS}
        self._python = python

    def deploy(self, *words: str | Path, beside: bool) -> str:
        """Run deploy.sh; return the address of the widget's script that it prints."""
        told = {
            "python": str(self._python),
            "folder": str(self._folder),
            "volumes": {_VOLUME: str(self._folder / "secrets")},
            "public_url": self._product.base_url if beside else None,
        }
        self._told.write_text(json.dumps(told), encoding="utf-8")
        own = self._environment | ({} if beside else {"PUBLIC_URL": self._product.base_url})
        said = run("bash", _DEPLOY, *words, timeout=_PATIENCE, environment=own)
        found = re.findall(r"^Widget: (\S+)$", said, re.MULTILINE)
        if len(found) != 1:
            raise ProofFailedError(f"deploy.sh has printed no address\n{said[-2000:]}")
        return str(found[0])

    def with_secrets(self) -> None:
        """Lay the secrets of the handlers where the volume of compose.yaml's is."""
        (self._folder / "secrets").mkdir()
        for name, value in self._settings.items():
            (self._folder / "secrets" / name.lower()).write_text(value, encoding="utf-8")

    def with_settings(self) -> Path:
        """Write them as a file of one's own."""
        path = self._folder / "settings.json"
        path.write_text(json.dumps(self._settings), encoding="utf-8")
        return path

    def change_key(self, caller: Caller) -> None:
        """Change SECRET_KEY by stack.sh, as operations.md says; who was let in before stays so."""
        before = self._settings["SECRET_KEY"]
        changed = {"SECRET_KEY": secrets.token_urlsafe(48), "SECRET_KEY_PREVIOUS": before}
        path = self._folder / "changed.json"
        path.write_text(json.dumps(self._settings | changed), encoding="utf-8")
        code = max((ROOT / "build" / "serverless").glob("otvet-*.zip"), key=_age)
        told = {"AWS": "awslocal", "BUCKET": "otvet-code", "CODE": str(code)}
        own = self._environment | told | {"SETTINGS": str(path)}
        public = f"PublicUrl={self._product.base_url}"
        kind = ("ApiKind=rest", "VisitorTransport=poll", "LogLevel=DEBUG", "Concurrency=10")
        run("bash", _STACK, public, *kind, timeout=_PATIENCE, environment=own)
        variables = self._variables()
        if any(variables.get(name) != value for name, value in changed.items()):
            raise ProofFailedError("the functions do not have the key that was changed")
        caller.poll()
        self._say("SECRET_KEY is changed by stack.sh: functions have the new one and the old one")

    def logged(self) -> None:
        """Look into the functions' logs, which are LocalStack's own to keep."""
        group = self._aws("logs", "describe-log-groups", "--query", "logGroups[0].logGroupName")
        name = json.loads(group)
        events = self._aws("logs", "filter-log-events", "--log-group-name", name)
        texts = [one["message"] for one in json.loads(events)["events"]]
        if not any("REPORT RequestId" in text for text in texts):
            raise ProofFailedError(f"{name} has nothing of an invocation")
        self._say(f"{name} keeps {len(texts)} lines, and invocations' reports among them")

    def down(self) -> None:
        """End LocalStack by the command of docs/serverless.md."""
        compose = ("-f", str(ROOT / "localstack" / "compose.yaml"))
        run("docker", "compose", *compose, "down", environment=self._environment, check=False)

    def _variables(self) -> dict[str, str]:
        query = "Functions[0].Environment.Variables"
        found = self._aws("lambda", "list-functions", "--query", query)
        variables: dict[str, str] = json.loads(found)
        return variables

    def _aws(self, *words: str) -> str:
        return run("awslocal", *words, environment=self._environment)


def main() -> int:
    """Run it all; return the exit status."""
    description = "Deploy the functions to LocalStack and use them."
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--install", action="store_true", help="make LocalStack's Python, no more")
    options = parser.parse_args()
    began = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {text}", flush=True)

    try:
        python = made()
        say(f"LocalStack {version()} is installed in {python.relative_to(ROOT)}")
        if not options.install:
            _show(python, say)
    except (ProofFailedError, AssertionError, httpx.HTTPError, BrowserError) as error:
        say(f"FAILED: {error}")
        return 1
    say("all of it was shown")
    return 0


def _show(python: Path, say: Say) -> None:
    if not is_free(PORT):
        raise ProofFailedError(f"port {PORT} is taken, and LocalStack has no other")
    folder = Path(tempfile.mkdtemp(prefix="otvet-ls-"))
    folder.chmod(0o711)  # PostgreSQL of root runs as another user
    with ExitStack() as last:
        last.callback(shutil.rmtree, folder, ignore_errors=True)
        product = Product(folder / "product", {})
        (folder / "product").mkdir(mode=0o711)
        last.callback(product.stop)
        product.start()
        say(f"the product runs at {product.base_url}, with its demo")
        proof = Proof(folder, python, product, say)
        last.callback(_keep_log, folder)
        last.callback(proof.down)
        proof.with_secrets()
        script = proof.deploy(beside=True)
        say(f"`localstack/deploy.sh` beside an installation: {script}")
        caller = Caller(script.removesuffix("/widget.js"), product)
        for sentence in caller.walk():
            say(sentence)
        product.await_messages(caller.conversation_id, ["visitor", "agent"])
        for sentence in browse(script, product, _made(folder / "page")):
            say(sentence)
        proof.change_key(caller)
        proof.logged()
        script = proof.deploy(proof.with_settings(), beside=False)
        caller = Caller(script.removesuffix("/widget.js"), product)
        caller.begin()
        say("`localstack/deploy.sh settings.json`: a session begins there, too")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _keep_log(folder: Path) -> None:
    logs = ROOT / "test-results" / "localstack"
    logs.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.log"):
        shutil.copy(path, logs)


def _age(path: Path) -> float:
    return path.stat().st_mtime


if __name__ == "__main__":
    sys.exit(main())
