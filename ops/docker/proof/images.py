"""The images of the proof: stand-ins out of Debian's packages, and ours on top of them."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ops.docker.proof.shell import STANDINS, ProofFailedError, run, succeeds
from ops.embedded.layout import ROOT

_DEBIAN = "localhost/standin-debian:bookworm"
_STANDINS = ("python", "node", "postgres", "redis", "rabbitmq", "kong", "prometheus")
OURS = ("handlers", "workers", "gpu_worker", "backup")
_BUILD = ("podman", "build", "--network", "host", "--format", "docker")
_PATIENCE = 1800.0


def build_standins(logs: Path) -> None:
    """Make what stands in for the images of others, as far as it is not there yet."""
    if not succeeds("podman", "image", "exists", _DEBIAN):
        _import_debian(logs)
    with TemporaryDirectory() as folder:
        context = Path(folder)
        shutil.copytree(STANDINS, context, dirs_exist_ok=True)
        shutil.copytree(ROOT / "ops" / "kong" / "standin", context / "standin")
        _copy_node(context)
        for name in _STANDINS:
            command = (*_BUILD, "--target", name, "-t", f"localhost/standin-{name}", context)
            run(*command, timeout=_PATIENCE, log=logs / f"standin-{name}.log")


def build_ours(logs: Path) -> None:
    """Build ops/docker/Dockerfile as it stands, on the stand-ins for its bases."""
    bases = (
        "--build-arg=PYTHON_IMAGE=localhost/standin-python",
        "--build-arg=NODE_IMAGE=localhost/standin-node",
    )
    mounts = [f"--volume={path}:{path}:ro" for path in sorted(set(_pip_s_files()))]
    # Debian's server is older than the wheel's programs restore into.
    extra = {"backup": ("--build-arg=SYSTEM_PACKAGES=postgresql-client-15",)}
    for name in OURS:
        own = extra.get(name, ())
        command = (*_BUILD, "-f", "ops/docker/Dockerfile", "--target", name, *bases, *own, *mounts)
        tag = f"localhost/otvet-{name}"
        run(*command, "-t", tag, ".", timeout=_PATIENCE, log=logs / f"otvet-{name}.log")


def size(image: str) -> int:
    """Bytes of an image, with those of its base."""
    return int(run("podman", "image", "inspect", "--format", "{{.Size}}", image))


def checked_bytecode(image: str) -> int:
    """How many files of bytecode in an image are checked against their sources, or have times."""
    script = (
        "import pathlib; print(sum(path.read_bytes()[4] != 1 for top in ('/opt/otvet', '/app')"
        " for path in pathlib.Path(top).rglob('*.pyc')))"
    )
    options = ("--rm", "--network=none", "--entrypoint=python")
    return int(run("podman", "run", *options, image, "-c", script))


def _import_debian(logs: Path) -> None:
    for program in ("debootstrap", "tar"):
        if shutil.which(program) is None:
            raise ProofFailedError(f"{program} is not installed (Debian's package of this name)")
    with TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        wanted = ("--variant=minbase", "--include=ca-certificates", "bookworm")
        run("debootstrap", *wanted, root, timeout=_PATIENCE, log=logs / "debootstrap.log")
        for cached in (root / "var/cache/apt/archives").glob("*.deb"):
            cached.unlink()
        archive = Path(folder) / "root.tar"
        run("tar", "-C", root, "-cf", archive, ".", timeout=300.0)
        run("podman", "import", archive, _DEBIAN, timeout=300.0)


def _copy_node(context: Path) -> None:
    npm = Path("/usr/lib/node_modules/npm")
    node = shutil.which("node")
    if node is None or not npm.is_dir():
        raise ProofFailedError("Node 20 or newer is needed in /usr, with npm")
    shutil.copy2(node, context / "node")
    shutil.copytree(npm, context / "npm", symlinks=True)


def _pip_s_files() -> Iterator[Path]:
    """This machine's settings of pip, and the files that they name: its registries, its roots."""
    debug = run(sys.executable, "-m", "pip", "config", "debug")
    for name in re.findall(r"^\s*(/\S+), exists: True$", debug, re.MULTILINE):
        yield Path(name)
    listed = run(sys.executable, "-m", "pip", "config", "list")
    for word in re.findall(r"(?:file://)?(/[^\s']+)", listed):
        path = Path(word)
        if path.name == "simple":
            path = path.parent  # an index: its packages lie beside it
        if path.exists():
            yield path
