"""Production's secrets: files that are given, of which none may be missing or unfit."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from ops.docker.proof.engines import Engine
from ops.docker.proof.shell import ProofFailedError
from ops.embedded.layout import ROOT

_PRODUCTION = "compose.production.yaml"
_PROJECT = "otvet-given"
_LOOK = "for file in /secrets/*/*; do [ -s $file ] && echo ${file#/secrets/}; done"


def take_files(engine: Engine) -> Iterator[str]:
    """Give the service `secrets` its files as docs/compose.md says, yielding what was seen.

    Raises:
        ProofFailedError: it does not take those that are right, or takes others.
    """
    production = yaml.safe_load((ROOT / _PRODUCTION).read_text(encoding="utf-8"))
    names = sorted(production["secrets"])
    with _folder(names) as folder:
        variables = {
            "SECRETS_FOLDER": str(folder),
            "PUBLIC_URL": "https://support.example.com",
            "TRUSTED_IPS": "10.0.0.0/8",
        }

        def call(*words: str) -> str:
            return engine.compose(_PROJECT, *words, variables=variables, over=(_PRODUCTION,))

        try:
            call("run", "--rm", "-T", "secrets")
            written = call("run", "--rm", "-T", "secrets", "sh", "-c", _LOOK).split()
            if not {"handlers/secret_key", "kong/gateway_secret"} <= set(written):
                raise ProofFailedError(f"of the files that were given, readers have {written}")
            told = f"given {len(names)} files, production's `secrets` writes {len(written)}"
            yield f"{told} for its readers"
            file = folder / "broker_password"
            file.write_text("short", encoding="ascii")
            _refused(lambda: call("run", "--rm", "-T", "secrets"), file.name)
            file.unlink()
            _refused(lambda: call("run", "--rm", "-T", "secrets"), file.name)
            yield "one that is short, and one that is missing, it refuses by its name"
        finally:
            call("down", "--volumes")


@contextmanager
def _folder(names: list[str]) -> Iterator[Path]:
    """A folder of root's with secrets that others may read, if they are handed one."""
    with TemporaryDirectory(prefix="otvet-given-") as folder:
        for name in names:
            file = Path(folder) / name
            file.write_text(secrets.token_urlsafe(48), encoding="ascii")
            file.chmod(0o444)
        yield Path(folder)


def _refused(do: Callable[[], str], name: str) -> None:
    try:
        do()
    except ProofFailedError as error:
        if name not in str(error):
            raise
    else:
        raise ProofFailedError(f"{name} is unfit, and was taken")
