"""The folder of adapters: ``<root>/<agent>/<version>/``, and which version each agent speaks with.

A version is a folder that PEFT reads (``adapter_config.json``, ``adapter_model.safetensors``) and
``training.json``, which says how it was made. It never changes once it is there. The file
``<root>/<agent>/ACTIVE`` names the version in use; without it the agent has no adapter. Versions
that training makes are named ``20261125T174500-1f2e3d4c``, the time and the data's hash, so that
they sort by time. Nothing heavy is imported here: the worker looks into the folder again and
again.

AdapterError
├── UnknownVersion    there is no such version, or its folder lacks what an adapter needs
└── NotBetter         nothing shows that the version is better than the base model
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ValidationError

CONFIG = "adapter_config.json"
WEIGHTS = "adapter_model.safetensors"
RECORD = "training.json"
ACTIVE = "ACTIVE"

_SLUG = re.compile(r"[a-z][a-z0-9_-]{1,31}")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,99}")


class AdapterError(Exception):
    """Base of what can be wrong with the folder of adapters; the message names the place."""


class UnknownVersion(AdapterError):
    """There is no such version, or its folder lacks what an adapter needs."""


class NotBetter(AdapterError):
    """Nothing shows that the version is better than the base model."""


@dataclass(frozen=True, slots=True)
class AdapterVersion:
    """One version of an agent's adapter; ``folder`` is what PEFT loads."""

    agent: str
    version: str
    folder: Path


class _Measured(BaseModel):
    loss: float


class _Metrics(BaseModel):
    before: _Measured
    after: _Measured


class _Record(BaseModel):
    """What activation reads of ``training.json``."""

    metrics: _Metrics


def active_versions(
    root: Path, on_error: Callable[[AdapterError], None] | None = None
) -> dict[str, AdapterVersion]:
    """Return the version in use of every agent that has one, by the agent's slug.

    Args:
        root: the folder of adapters; it need not exist.
        on_error: told of each agent whose version cannot be used; the others are returned.

    Raises:
        AdapterError: an agent's version cannot be used, and ``on_error`` is not given.
    """
    found: dict[str, AdapterVersion] = {}
    for agent in _agents(root):
        try:
            version = active_version(root, agent)
        except AdapterError as error:
            if on_error is None:
                raise
            on_error(error)
            continue
        if version is not None:
            found[agent] = version
    return found


def active_version(root: Path, agent: str) -> AdapterVersion | None:
    """Return the version that an agent speaks with; None: it has no adapter.

    Raises:
        UnknownVersion: ``ACTIVE`` names a version that is not there or is not whole.
    """
    marker = _folder(root, agent) / ACTIVE
    try:
        name = marker.read_text("utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise AdapterError(f"{marker} cannot be read: {error}") from error
    return find_version(root, agent, name)


def versions(root: Path, agent: str) -> list[AdapterVersion]:
    """Return the whole versions of an agent's adapter, oldest first."""
    folder = _folder(root, agent)
    if not folder.is_dir():
        return []
    return [
        AdapterVersion(agent, entry.name, entry)
        for entry in sorted(folder.iterdir())
        if _VERSION.fullmatch(entry.name) and not _missing(entry)
    ]


def held_out_losses(version: AdapterVersion) -> tuple[float, float] | None:
    """Return the loss on the held-out examples before and after; nothing where none is known."""
    try:
        record = _Record.model_validate_json((version.folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
    return record.metrics.before.loss, record.metrics.after.loss


def find_version(root: Path, agent: str, version: str) -> AdapterVersion:
    """Return a version by its name.

    Raises:
        UnknownVersion: it is not there, or not whole.
    """
    folder = _folder(root, agent) / version
    if not _VERSION.fullmatch(version) or not folder.is_dir():
        known = ", ".join(each.version for each in versions(root, agent)) or "none"
        raise UnknownVersion(f"{agent} has no adapter version {version!r} in {root} (has: {known})")
    if missing := _missing(folder):
        raise UnknownVersion(f"{folder} is not an adapter: it has no {' and no '.join(missing)}")
    return AdapterVersion(agent, version, folder)


def activate(root: Path, agent: str, version: str, *, force: bool = False) -> AdapterVersion:
    """Let an agent speak with a version from now on; the worker takes it up when it looks next.

    Raises:
        UnknownVersion: the version is not there, or not whole.
        NotBetter: its loss on the held-out examples did not fall; not with ``force``.
    """
    found = find_version(root, agent, version)
    if not force and (doubt := _doubt(found)):
        raise NotBetter(f"{agent}/{version} was not activated: {doubt}; --force activates it")
    replace_file(found.folder.parent / ACTIVE, f"{version}\n")
    return found


def deactivate(root: Path, agent: str) -> None:
    """Let an agent speak without an adapter; nothing happens if it already does."""
    (_folder(root, agent) / ACTIVE).unlink(missing_ok=True)


def replace_file(path: Path, text: str) -> None:
    """Write a file so that a reader, or a crash, sees the old text or the new, never a part."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def agents_with_adapters(root: Path) -> list[str]:
    """Return the slugs that have a folder."""
    return _agents(root)


def agent_folder(root: Path, agent: str) -> Path:
    """Return the folder of an agent's versions, made if it is not there.

    Raises:
        AdapterError: ``agent`` is not a slug, or the folder cannot be made.
    """
    folder = _folder(root, agent)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AdapterError(f"{folder} cannot be made: {error}") from error
    return folder


def _agents(root: Path) -> list[str]:
    if not root.is_dir():
        return []
    return sorted(entry.name for entry in root.iterdir() if _SLUG.fullmatch(entry.name))


def _folder(root: Path, agent: str) -> Path:
    # A slug becomes a path here, and it comes from outside: nothing may climb out of the folder.
    if not _SLUG.fullmatch(agent):
        raise AdapterError(
            f"{agent!r} is not an agent's slug: small Latin letters, digits, - and _"
        )
    return root / agent


def _missing(folder: Path) -> list[str]:
    return [name for name in (CONFIG, WEIGHTS) if not (folder / name).is_file()]


def _doubt(version: AdapterVersion) -> str | None:
    """Say why a version may be no better than the base model; None: it is better."""
    try:
        record = _Record.model_validate_json((version.folder / RECORD).read_bytes())
    except FileNotFoundError:
        return f"it has no {RECORD}, so nobody knows its held-out loss"
    except (OSError, ValidationError):
        return f"its {RECORD} cannot be read"
    before, after = record.metrics.before.loss, record.metrics.after.loss
    if after < before:  # never true of a loss that is not a number
        return None
    return f"its held-out loss did not fall ({before:.4f} before, {after:.4f} after)"
