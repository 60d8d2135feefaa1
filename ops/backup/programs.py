"""PostgreSQL's own ``pg_dump`` and ``pg_restore``, with the password in nobody's process list.

They must not be older than the server, and should not be newer: ``pg_restore`` 17 and later sets
what an older server does not know. So whichever is nearest to the server is taken.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

from psycopg.conninfo import conninfo_to_dict, make_conninfo

from ops.backup.errors import BackupError
from ops.embedded.errors import EmbeddedError
from ops.embedded.postgres import binaries
from shared.config import process_environment


def run(program: str, url: str, *arguments: str, server: int) -> None:
    """Run one of the programs on a database of a server, whose major version is ``server``.

    Raises:
        BackupError: it is not there, or ended with an error, which the message has.
    """
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items()}
    password = parts.pop("password", "")
    environment = process_environment() | ({"PGPASSWORD": password} if password else {})
    command = [
        _find(program, server),
        "--no-password",
        f"--dbname={make_conninfo('', **parts)}",
        *arguments,
    ]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode != 0:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")


def _find(program: str, server: int) -> str:
    """Return the oldest of the programs that is not older than the server."""
    found = {_major(path): str(path) for path in _places(program)}
    if fitting := [major for major in found if major >= server]:
        return found[min(fitting)]
    raise BackupError(
        f"{program} {server} is not installed (Debian: postgresql-client-{server}); "
        f"found: {', '.join(map(str, sorted(found))) or 'none'}"
    )


def _places(program: str) -> Iterator[Path]:
    """Return where such a program may be: Debian's for each server, the path's, the embedded."""
    yield from Path("/usr/lib/postgresql").glob(f"*/bin/{program}")
    if usual := which(program):
        yield Path(usual)
    try:
        yield binaries() / program
    except EmbeddedError:
        return


def _major(path: Path) -> int:
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"\) (\d+)", told)
    return int(version[1]) if version else 0
