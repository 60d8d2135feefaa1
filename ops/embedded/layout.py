"""Where an installation keeps its things.

Everything lies under one folder, ``.data/`` unless another is named. The folder itself may be
entered by anyone (PostgreSQL of a root installation runs as another user), but nothing in it that
matters can be read: secrets, sockets and logs lie in folders and files of mode 0700 and 0600.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ops.embedded.errors import EmbeddedError

ROOT = Path(__file__).resolve().parents[2]

_SOCKET_PATH_LIMIT = 90
"""A Unix socket's path has 107 bytes, and supervisord adds its process id to it for a moment."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one installation."""

    data: Path
    root: Path = ROOT

    @property
    def run(self) -> Path:
        """Ports, sockets, configuration and locks: all made again when missing."""
        return self.data / "run"

    @property
    def logs(self) -> Path:
        """One log a program, rotated."""
        return self.data / "logs"

    @property
    def stamps(self) -> Path:
        """What was built from which sources."""
        return self.data / "stamps"

    @property
    def secret_key(self) -> Path:
        """The key that signs tokens."""
        return self.data / "secret_key"

    @property
    def demo(self) -> Path:
        """Addresses and sign-in of the demo site."""
        return self.data / "demo.json"

    @property
    def supervisor_socket(self) -> Path:
        """The control socket: beside the rest, or in a short private folder if that is too long."""
        usual = self.run / "supervisor.sock"
        if len(bytes(usual)) <= _SOCKET_PATH_LIMIT:
            return usual
        digest = hashlib.sha256(bytes(self.data)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"otvet-{os.getuid()}-{digest}" / "s.sock"

    def log(self, program: str) -> Path:
        """Return the log of a program."""
        return self.logs / f"{program}.log"

    def prepare(self) -> None:
        """Make the folders, with their modes.

        Raises:
            EmbeddedError: supervisord's configuration cannot name the folder.
        """
        if "%" in str(self.data) or "\n" in str(self.data):
            raise EmbeddedError(f"{self.data}: the data folder's path must not contain '%'")
        try:
            self.data.mkdir(parents=True, exist_ok=True)
            _refuse_foreign(self.data)
            self.data.chmod(0o711)
            for folder in (self.run, self.logs, self.stamps, self.supervisor_socket.parent):
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _refuse_foreign(folder)
                folder.chmod(0o700)
        except OSError as error:
            raise EmbeddedError(f"{error.filename}: {error.strerror}") from None


def default_data() -> Path:
    """Return where an installation keeps its things when nothing else is named."""
    return ROOT / ".data"


def _refuse_foreign(folder: Path) -> None:
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise EmbeddedError(f"{folder}: belongs to another user; remove it or name another --data")


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, all of it or nothing."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600, exist_ok=True)
    draft.chmod(0o600)
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
