"""Programs out of the next Debian's packages, which Debian 12 has not, or not of that version.

Called by whoever needs Docker and its Compose of version 2. The packages are fetched by apt, with
lists of its own, and taken apart into a folder of the checkout; nothing is installed.
"""

from pathlib import Path

from ops.docker.proof.shell import ProofFailedError, run
from ops.embedded.layout import ROOT

HOME = ROOT / "build" / "docker"
_SUITE = "trixie"
_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
_PATIENCE = 300.0


def unpacked(*packages: str, home: Path = HOME) -> Path:
    """Return the folder in which packages lie as they would below ``/``.

    Raises:
        ProofFailedError: this is no Debian, or a package did not come.
    """
    missing = [name for name in packages if not (home / "unpacked" / name).exists()]
    if missing:
        _fetch(home, missing)
    return home / "root"


def _fetch(home: Path, packages: list[str]) -> None:
    if not _KEYS.exists():
        raise ProofFailedError(f"{', '.join(packages)} are taken from Debian, and this is none")
    settings, archives, done = home / "apt", home / "packages", home / "unpacked"
    for folder in (settings / "lists" / "partial", settings / "cache", archives, done):
        folder.mkdir(parents=True, exist_ok=True)
    sources = settings / "sources.list"
    sources.write_text(f"deb [signed-by={_KEYS}] {_site()} {_SUITE} main\n", encoding="ascii")
    told = {
        "Dir::Etc::SourceList": sources,
        "Dir::Etc::SourceParts": "/dev/null",
        "Dir::State::Lists": settings / "lists",
        "Dir::Cache": settings / "cache",
        "APT::Sandbox::User": "root",
    }
    options = [word for name, value in told.items() for word in ("-o", f"{name}={value}")]
    run("apt-get", *options, "update", "-qq", timeout=_PATIENCE)
    # It writes where it stands.
    script = 'cd "$0" && exec apt-get "$@"'
    run("sh", "-c", script, archives, *options, "download", "-qq", *packages, timeout=_PATIENCE)
    for name in packages:
        (archive,) = archives.glob(f"{name}_*.deb")
        run("dpkg-deb", "-x", archive, home / "root")
        archive.unlink()
        (done / name).touch()


def _site() -> str:
    """Where this machine's own Debian comes from."""
    wanted = ("--format", "$(SITE)", "Created-By: Packages", "Component: main")
    listed = run("apt-get", "indextargets", *wanted).split()
    if not listed:
        raise ProofFailedError("apt has no lists: apt-get update")
    return listed[0]
