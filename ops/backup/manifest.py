"""The first file of a backup: what it holds, and how one sees that it is whole."""

import hashlib
import hmac
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ops.backup.errors import BackupError

DUMP = "database.dump"
_NAME = "manifest.json"
_PIECE = 1024 * 1024


class Table(BaseModel):
    """What a table held in the moment of the backup."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: int = Field(ge=0)
    digest: str


class Manifest(BaseModel):
    """What stands beside the dump; a field that is not known makes a backup a newer version's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    made_at: datetime
    """Of the moment that the dump shows, by this machine's clock."""
    postgres: int
    """Major version of the server."""
    migrations: tuple[str, ...]
    """That the database had, in their order."""
    tables: dict[str, Table]
    bytes: int = Field(gt=0)
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    """Of the dump, with its length above."""
    secret_key: str | None = None
    """A fingerprint of ``SECRET_KEY``, which sealed what is in here; none if it was not named."""


def read_manifest(folder: Path) -> Manifest:
    """Read and check a backup: its manifest, its dump byte by byte.

    Raises:
        BackupError: it is not whole, or not one that this version reads.
    """
    try:
        manifest = Manifest.model_validate_json((folder / _NAME).read_bytes())
    except OSError as error:
        raise BackupError(f"{folder}: is no backup ({error.strerror}: {_NAME})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"])) or _NAME
        raise BackupError(
            f"{folder}: is no backup of this version ({where}: {first['msg']})"
        ) from None
    dump = folder / DUMP
    if not dump.is_file():
        raise BackupError(f"{folder}: is not whole ({DUMP} is missing)")
    if dump.stat().st_size != manifest.bytes or digest_of(dump) != manifest.sha256:
        raise BackupError(f"{folder}: is damaged ({DUMP} is not what was written)")
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it beside the dump."""
    (folder / _NAME).write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, however large."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def fingerprint(secret: str) -> str:
    """Return what tells two keys apart and lets nobody find one."""
    return hmac.new(secret.encode(), b"otvet backup", hashlib.sha256).hexdigest()[:16]
