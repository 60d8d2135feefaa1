"""Running PostgreSQL when we are root: it refuses to be, so it runs as ``nobody``.

Root's folders may be closed to others (``/root``, a private temporary folder). Opening them would
change somebody's machine for good; instead that one process is allowed to read past permissions
(``CAP_DAC_READ_SEARCH``), and only where a folder on the way is really closed.
"""

import os
import pwd
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path
from signal import Signals

from ops.embedded.child import guarded
from ops.embedded.errors import EmbeddedError

UNPRIVILEGED_USER = "nobody"


def is_root() -> bool:
    """Whether this process has root's rights."""
    return os.geteuid() == 0


def give_to_unprivileged(path: Path) -> None:
    """Make the unprivileged user the owner, when we are root."""
    if is_root():
        user = pwd.getpwnam(UNPRIVILEGED_USER)
        os.chown(path, user.pw_uid, user.pw_gid)


def unprivileged(
    command: tuple[str, ...], *, reads: Iterable[Path], dies_with_parent: Signals | None = None
) -> tuple[str, ...]:
    """Return the command that runs ``command`` without root's rights.

    Args:
        command: what to run.
        reads: paths that it must be able to reach.
        dies_with_parent: the signal it gets when its parent dies.

    Raises:
        EmbeddedError: this system has no ``setpriv``.
    """
    if not is_root():
        return command if dies_with_parent is None else guarded(command, dies_with_parent)
    setpriv = shutil.which("setpriv", path="/usr/bin:/bin:/usr/local/bin")
    if setpriv is None:
        raise EmbeddedError(
            "PostgreSQL does not run as root, and this system has no setpriv (package util-linux). "
            "Install it, start as an ordinary user, or set DATABASE_URL."
        )
    user = pwd.getpwnam(UNPRIVILEGED_USER)
    options = [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    if not all(_open_to_others(path) for path in reads):
        options += ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    if dies_with_parent is not None:
        options.append(f"--pdeathsig={dies_with_parent.name.removeprefix('SIG')}")
    return (setpriv, *options, "--", *command)


def _open_to_others(path: Path) -> bool:
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in path.resolve().parents)
