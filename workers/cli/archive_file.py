"""The ZIP file of a site: written whole or not at all, and read with suspicion.

Whoever imports one may have got it from somebody else. Everything in it is checked, its sizes
before it is unpacked, its hashes, its contracts, and that its parts fit together, before the first
thing is written.
"""

import hashlib
import os
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from shared.contracts.agents import MOST_AGENTS
from shared.contracts.inbox import LabelPatch
from shared.contracts.replies import ReplyPut
from shared.contracts.site_archive import (
    ArchivedAgent,
    ArchivedCase,
    ArchivedCorrection,
    ArchivedDocument,
    ArchivedFile,
    ArchivedSite,
    Manifest,
)
from shared.contracts.wire import Contract
from workers.cli.errors import Refused

_MANIFEST, _SITE = "manifest.json", "site.json"
_MANIFEST_LIMIT = 1 << 20
_LIMIT = 1 << 30
"""Bytes of everything unpacked; a site of 10,000 long documents has a tenth of it."""
_LISTS: dict[str, type[Contract]] = {
    "agents": ArchivedAgent,
    "documents": ArchivedDocument,
    "replies": ReplyPut,
    "labels": LabelPatch,
    "cases": ArchivedCase,
    "corrections": ArchivedCorrection,
}
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NO_ZIP = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError)
"""What ``zipfile`` raises for a file that is damaged, encrypted, or no ZIP file."""
_Of = TypeVar("_Of", bound=Contract)


@dataclass(frozen=True, slots=True)
class Archive:
    """A site as it is in a file."""

    site: ArchivedSite
    agents: Sequence[ArchivedAgent] = ()
    documents: Sequence[ArchivedDocument] = ()
    replies: Sequence[ReplyPut] = ()
    labels: Sequence[LabelPatch] = ()
    cases: Sequence[ArchivedCase] = ()
    corrections: Sequence[ArchivedCorrection] = field(default=())

    def counts(self) -> dict[str, int]:
        """Return how many things of each kind there are."""
        return {name: len(getattr(self, name)) for name in _LISTS}


def write_archive(
    path: Path, archive: Archive, manifest: Callable[[dict[str, ArchivedFile]], Manifest]
) -> None:
    """Write an archive that its owner alone can read; ``manifest`` gets the files.

    Raises:
        Refused: the file is there already, or cannot be written.
    """
    bodies = {_SITE: (archive.site.model_dump_json(indent=2).encode(), 1)}
    for name in _LISTS:
        things = getattr(archive, name)
        lines = "".join(f"{one.model_dump_json()}\n" for one in things)
        bodies[f"{name}.jsonl"] = (lines.encode(), len(things))
    files = {
        name: ArchivedFile(sha256=hashlib.sha256(body).hexdigest(), count=count)
        for name, (body, count) in bodies.items()
    }
    told = manifest(files).model_dump_json(indent=2)
    try:
        if path.exists():
            raise Refused(f"{path}: is there already")
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mode 0600
        try:
            with (
                os.fdopen(handle, "wb") as file,
                zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed,
            ):
                packed.writestr(_MANIFEST, told)
                for name, (body, _) in bodies.items():
                    packed.writestr(name, body)
            Path(draft).rename(path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Refused(f"{path}: {error.strerror or error}") from error


def read_archive(path: Path) -> tuple[Manifest, Archive]:
    """Read and check a whole archive.

    Raises:
        Refused: it is none, is damaged, of another version, or its parts do not fit together.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            manifest = _one(Manifest, _entry(packed, _MANIFEST, _MANIFEST_LIMIT), _MANIFEST)
            bodies = _bodies(packed, manifest)
    except _NO_ZIP as error:
        raise Refused(f"{path}: cannot be read as a ZIP file: {error}") from error
    lists = {
        name: _lines(contract, bodies[f"{name}.jsonl"], f"{name}.jsonl")
        for name, contract in _LISTS.items()
    }
    for name, things in lists.items():
        if len(things) != manifest.files[f"{name}.jsonl"].count:
            raise Refused(
                f"{name}.jsonl: has {len(things)} lines, the manifest says another number"
            )
    archive = Archive(_one(ArchivedSite, bodies[_SITE], _SITE), **lists)  # type: ignore[arg-type]
    _check(archive)
    return manifest, archive


def _bodies(packed: zipfile.ZipFile, manifest: Manifest) -> dict[str, bytes]:
    wanted = {_SITE, *(f"{name}.jsonl" for name in _LISTS)}
    found = {info.filename for info in packed.infolist()}
    if set(manifest.files) != wanted or found != wanted | {_MANIFEST}:
        odd = sorted((set(manifest.files) | found) ^ (wanted | {_MANIFEST})) or sorted(wanted)
        raise Refused(f"the archive's files are not those of this version: {', '.join(odd)}")
    if sum(info.file_size for info in packed.infolist()) > _LIMIT:
        raise Refused(f"the archive unpacks to more than {_LIMIT >> 20} MiB")
    bodies = {}
    for name, told in manifest.files.items():
        bodies[name] = _entry(packed, name, _LIMIT)
        if hashlib.sha256(bodies[name]).hexdigest() != told.sha256:
            raise Refused(f"{name}: is not what the manifest says; the archive was changed")
    return bodies


def _entry(packed: zipfile.ZipFile, name: str, limit: int) -> bytes:
    try:
        if packed.getinfo(name).compress_type not in _PACKINGS:
            raise Refused(f"{name}: is packed as 'otvet export' packs nothing")
        with packed.open(name) as file:
            body = file.read(limit + 1)  # what the directory says of its size may be a lie
    except KeyError:
        raise Refused(f"{name} is missing: this is no archive of 'otvet export'") from None
    if len(body) > limit:
        raise Refused(f"{name}: is too large")
    return body


def _lines(contract: type[_Of], body: bytes, name: str) -> list[_Of]:
    lines = body.split(b"\n")
    return [
        _one(contract, line, f"{name}, line {number}")
        for number, line in enumerate(lines, 1)
        if line or number < len(lines)
    ]


def _one(contract: type[_Of], body: bytes, where: str) -> _Of:
    try:
        return contract.model_validate_json(body)
    except ValidationError as error:
        told = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, told["loc"]))
        raise Refused(f"{where}: {f'{place}: ' if place else ''}{told['msg']}") from None


def _check(archive: Archive) -> None:
    """Refuse what each contract alone cannot see.

    Raises:
        Refused: something is there twice, or a document's agent is not there.
    """
    if len(archive.agents) > MOST_AGENTS:
        raise Refused(f"agents.jsonl: a site has {MOST_AGENTS} agents at most")
    keys: dict[str, Iterable[object]] = {
        "agents": (one.slug for one in archive.agents),
        "documents": ((one.agent, one.name) for one in archive.documents),
        "replies": (one.shortcut.lower() for one in archive.replies),
        "labels": (one.name.lower() for one in archive.labels),
        "cases": (one.id for one in archive.cases),
        "corrections": (one.message_id for one in archive.corrections),
    }
    for name, all_keys in keys.items():
        if twice := next(_repeated(all_keys), None):
            raise Refused(f"{name}.jsonl: {twice} is there twice")
    slugs = {one.slug for one in archive.agents}
    for document in archive.documents:
        if document.agent not in slugs:
            raise Refused(f"documents.jsonl: {document.name} is of {document.agent}, no agent here")


def _repeated(keys: Iterable[object]) -> Iterator[object]:
    seen: set[object] = set()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)
