"""Each Python room is installed alone, from its own lock, and every module of it is imported.

A Docker image carries one room. An import of something that only another room brings works on a
developer's machine, where everything is installed, and kills the image at its start.
"""

import subprocess
import sys
import textwrap
import venv
import zipfile
from pathlib import Path

import pytest

from ops.embedded.layout import ROOT

pytestmark = pytest.mark.services

_LOCKS = ROOT / "ops" / "locks"
_FOREIGN = {
    "handlers": ("torch", "transformers", "sentence_transformers", "celery", "dramatiq"),
    # chromadb brings uvicorn to both; import-linter sees to it that nobody uses it there.
    "workers": ("torch", "transformers", "fastapi", "socketio", "mangum", "dramatiq"),
    "gpu_worker": ("fastapi", "socketio", "mangum", "celery"),
}
_IMPORT_ALL = textwrap.dedent(
    """
    import importlib, importlib.util, pkgutil, sys
    room, *foreign = sys.argv[1:]
    present = [name for name in foreign if importlib.util.find_spec(name)]
    assert not present, f"{room} brings {present}"
    package = importlib.import_module(room)
    # They are imported where there is a GPU alone, whose torch brings Triton.
    gpus = {"gpu_worker.engine.kernels", "gpu_worker.engine.triton_kernels"}
    if importlib.util.find_spec("triton"):
        gpus = set()
    for module in pkgutil.walk_packages(package.__path__, f"{room}."):
        if not module.name.endswith(".__main__") and module.name not in gpus:
            importlib.import_module(module.name)
            print(module.name)
    """
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-cache-dir", "--quiet")
    _python(sys.executable, "-m", "pip", "wheel", *options, "-w", str(folder), str(ROOT))
    return next(folder.glob("otvet-*.whl"))


@pytest.mark.parametrize("room", sorted(_FOREIGN))
def test_a_room_alone_imports_every_module(room: str, wheel: Path, tmp_path: Path) -> None:
    """Given a fresh environment with one room's lock, every module of the room imports."""
    python = _environment(tmp_path / "venv", room)
    packages = next((tmp_path / "venv" / "lib").glob("python3.*/site-packages"))
    _unpack(wheel, packages, ("shared", room))

    imported = _python(python, "-I", "-c", _IMPORT_ALL, room, *_FOREIGN[room], cwd=tmp_path)

    assert f"{room}.main" in imported.split()


def _environment(folder: Path, room: str) -> str:
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    install = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet")
    locked = ("--no-deps", "--no-compile", "--require-hashes", "-r", str(_LOCKS / f"{room}.txt"))
    if room == "gpu_worker":
        _python(*install, "--no-compile", "-r", str(_LOCKS / "torch.txt"))
    _python(*install, *locked)
    return str(python)


def _unpack(wheel: Path, target: Path, rooms: tuple[str, ...]) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.split("/", maxsplit=1)[0] in rooms]
        archive.extractall(target, names)


def _python(*command: str, cwd: Path = ROOT) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command[:6])} …\n{done.stdout}\n{done.stderr[-4000:]}"
    return done.stdout
