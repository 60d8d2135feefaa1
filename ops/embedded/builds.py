"""Building the widget and the admin console, when their sources changed and only then."""

import contextlib
import hashlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

from ops.embedded.errors import BuildFailedError
from ops.embedded.layout import ROOT, Layout, default_data
from ops.embedded.node import Node, find_node
from ops.embedded.progress import Console

ROOMS = ("widget", "admin")
_NO_SOURCES = frozenset({"node_modules", "dist", "coverage", "test", "test-results"})


class Builder:
    """Builds the rooms in JavaScript; stamps in their ``node_modules`` say what is up to date."""

    def __init__(self, layout: Layout, console: Console, *, root: Path = ROOT) -> None:
        self._layout = layout
        self._console = console
        self._root = root
        self._node: Node | None = None
        self._finding = threading.Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._cancelled = threading.Event()

    def build(self, room: str) -> None:
        """Bring one room's ``dist/`` up to date.

        Raises:
            BuildFailedError: npm ended with an error.
        """
        folder = self._root / room
        with self._console.step(room) as step:
            if self._is_fresh(folder):
                step.detail = "up to date"
                return
            node = self.install(room)
            self._npm(node, folder, "run", "build")
            _stamp(folder, "build", fingerprint(folder))
            step.detail = "built"

    def install(self, room: str) -> Node:
        """Install a room's packages when its lock changed, and return the Node to run them with.

        Raises:
            BuildFailedError: npm ended with an error.
        """
        folder, node = self._root / room, self._find_node()
        if not _stamped(folder, "install", _install_fingerprint(folder)):
            self._npm(node, folder, "ci", "--no-audit")
            _stamp(folder, "install", _install_fingerprint(folder))
        return node

    def cancel(self) -> None:
        """End what is being built; the builds then fail."""
        self._cancelled.set()
        for process in list(self._running):
            with contextlib.suppress(ProcessLookupError):
                process.terminate()

    def _find_node(self) -> Node:
        # Rooms are built side by side; two pips must not install one package at once.
        with self._finding:
            if self._node is None:
                self._node = find_node(self._layout.log("node"))
            return self._node

    def _is_fresh(self, folder: Path) -> bool:
        built = any((folder / "dist").glob("*"))
        return built and _stamped(folder, "build", fingerprint(folder))

    def _npm(self, node: Node, folder: Path, *arguments: str) -> None:
        log = self._layout.log(folder.name)
        with log.open("ab") as output:
            process = subprocess.Popen(
                [*node.npm, *arguments],
                cwd=folder,
                env=dict(node.environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            self._running.add(process)
            if self._cancelled.is_set():
                process.terminate()
            code = process.wait()
            self._running.discard(process)
        if code != 0:
            raise BuildFailedError(folder.name, log)


def fingerprint(folder: Path) -> str:
    """Return a digest of every source file's path and content."""
    digest = hashlib.sha256()
    for path in sorted(_sources(folder)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder)}\0{content}\n".encode())
    return digest.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in _NO_SOURCES or entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _sources(entry)
        elif entry.is_file():
            yield entry


def _install_fingerprint(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in ("package.json", "package-lock.json"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _stamp_path(folder: Path, kind: str) -> Path:
    return folder / "node_modules" / f".otvet-{kind}"


def _stamped(folder: Path, kind: str, wanted: str) -> bool:
    path = _stamp_path(folder, kind)
    return path.exists() and path.read_text(encoding="ascii") == wanted


def _stamp(folder: Path, kind: str, value: str) -> None:
    path = _stamp_path(folder, kind)
    path.parent.mkdir(exist_ok=True)
    path.write_text(value, encoding="ascii")


def main() -> int:
    """Build every room: ``make build``."""
    layout, console = Layout(default_data()), Console()
    layout.prepare()
    try:
        for room in ROOMS:
            Builder(layout, console).build(room)
    except BuildFailedError as error:
        console.say(f"\n{error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
