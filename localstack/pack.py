"""Packs a folder into a zip that is the same for the same content: ``pack.py FOLDER ZIP``.

Prints the beginning of the content's SHA-256, by which a new version of the functions is told from
one that is deployed already.
"""

import hashlib
import sys
import zipfile
from pathlib import Path

_EPOCH = (2020, 1, 1, 0, 0, 0)


def pack(folder: Path, target: Path) -> str:
    """Write the zip; returns the content's digest."""
    digest = hashlib.sha256()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name, content = path.relative_to(folder).as_posix(), path.read_bytes()
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    print(pack(Path(sys.argv[1]), Path(sys.argv[2])))
