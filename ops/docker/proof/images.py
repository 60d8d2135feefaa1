"""The images of the proof: stand-ins out of Debian's packages, and ours on top of them."""

import configparser
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ops.docker.proof.engines import Docker, Engine
from ops.docker.proof.shell import STANDINS, ProofFailedError, run
from ops.embedded.layout import ROOT

_DEBIAN = "localhost/standin-debian:bookworm"
_STANDINS = ("python", "node", "postgres", "redis", "rabbitmq", "kong", "prometheus")
OURS = ("handlers", "workers", "gpu_worker", "backup")
_PATIENCE = 1800.0
_HERE = """\
FROM localhost/standin-node AS node
COPY certificates.crt /etc/ssl/certs/ca-certificates.crt

FROM localhost/standin-python AS python
COPY certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY pip.conf /etc/pip.conf
COPY wheels /opt/wheels
"""


def build_standins(engine: Engine, logs: Path) -> None:
    """Make what stands in for the images of others, as far as it is not there yet."""
    if not engine.has_image(_DEBIAN):
        _import_debian(engine, logs)
    with TemporaryDirectory() as folder:
        context = Path(folder)
        shutil.copytree(STANDINS, context, dirs_exist_ok=True)
        shutil.copytree(ROOT / "ops" / "kong" / "standin", context / "standin")
        _copy_node(context)
        file = context / "Containerfile"
        for name in _STANDINS:
            tag = ("--target", name, "-t", f"localhost/standin-{name}")
            words = (*engine.build, *tag, "-f")
            engine.run(*words, file, context, timeout=_PATIENCE, log=logs / f"standin-{name}.log")


def build_ours(engine: Engine, logs: Path) -> None:
    """Build ops/docker/Dockerfile as it stands, on the stand-ins for its bases."""
    if isinstance(engine, Docker):
        _by_compose(engine, logs)
        return
    bases = (
        f"--build-arg=PYTHON_IMAGE={engine.python}",
        "--build-arg=NODE_IMAGE=localhost/standin-node",
    )
    mounts = [f"--volume={path}:{path}:ro" for path in sorted(set(_pip_s_files()))]
    # Debian's server is older than the wheel's programs restore into.
    extra = {"backup": ("--build-arg=SYSTEM_PACKAGES=postgresql-client-15",)}
    for name in OURS:
        own = extra.get(name, ())
        file = ("-f", "ops/docker/Dockerfile", "--target", name)
        words = (*engine.build, *file, *bases, *own, *mounts, "-t", f"localhost/otvet-{name}", ".")
        engine.run(*words, timeout=_PATIENCE, log=logs / f"otvet-{name}.log")


def _by_compose(engine: Docker, logs: Path) -> None:
    """Build by `docker compose build`, which mounts nothing: its bases have what pip is told."""
    with TemporaryDirectory() as folder:
        context = Path(folder)
        _copy_pip(context)
        for name in ("node", "python"):
            tag = ("--target", name, "-t", f"localhost/standin-{name}-here")
            log = logs / f"standin-{name}-here.log"
            engine.run(*engine.build, *tag, context, timeout=_PATIENCE, log=log)
    engine.compose(
        "otvet-build",
        "--profile",
        "backup",
        "build",
        variables={},
        over=("ops/docker/standins/build.yaml",),
        timeout=_PATIENCE,
        log=logs / "compose-build.log",
    )


def size(engine: Engine, image: str) -> int:
    """Bytes of an image, with those of its base."""
    return int(engine.run("image", "inspect", "--format", "{{.Size}}", image))


def checked_bytecode(engine: Engine, image: str) -> int:
    """How many files of bytecode in an image are checked against their sources, or have times."""
    script = (
        "import pathlib; print(sum(path.read_bytes()[4] != 1 for top in ('/opt/otvet', '/app')"
        " for path in pathlib.Path(top).rglob('*.pyc')))"
    )
    options = ("--rm", "--network=none", "--entrypoint=python")
    return int(engine.run("run", *options, image, "-c", script))


def _import_debian(engine: Engine, logs: Path) -> None:
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
        engine.run("import", archive, _DEBIAN, timeout=300.0)


def _copy_node(context: Path) -> None:
    npm = Path("/usr/lib/node_modules/npm")
    node = shutil.which("node")
    if node is None or not npm.is_dir():
        raise ProofFailedError("Node 20 or newer is needed in /usr, with npm")
    shutil.copy2(node, context / "node")
    shutil.copytree(npm, context / "npm", symlinks=True)


def _copy_pip(context: Path) -> None:
    """Lay out an image's pip: the folders of wheels that this machine's pip looks into, its roots.

    Its indexes on this disk, of gigabytes, are left out: what a lock names is on the network's too.
    """
    settings = dict(_settings_of_pip())
    (context / "wheels").mkdir()
    for word in settings.get("find-links", "").split():
        for wheel in Path(word.removeprefix("file://")).glob("*.whl"):
            shutil.copy2(wheel, context / "wheels")
    roots = Path(settings.get("cert", "/etc/ssl/certs/ca-certificates.crt"))
    shutil.copyfile(roots, context / "certificates.crt")
    own = configparser.ConfigParser()
    own["global"] = {"find-links": "/opt/wheels", "cert": "/etc/ssl/certs/ca-certificates.crt"}
    with (context / "pip.conf").open("w", encoding="utf-8") as file:
        own.write(file)
    (context / "Dockerfile").write_text(_HERE, encoding="ascii")


def _settings_of_pip() -> Iterator[tuple[str, str]]:
    """This machine's settings of pip for every command: names and values."""
    listed = run(sys.executable, "-m", "pip", "config", "list")
    for name, value in re.findall(r"^global\.(\S+)='(.*)'$", listed, re.MULTILINE):
        yield name, value.replace("\\n", " ")


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
