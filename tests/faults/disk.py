"""A disk of a few hundred megabytes, which a test may fill: a tmpfs, for which one must be root."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ThereIsNoDiskHereError(Exception):
    """The kernel, or whoever lent this machine, lets nobody mount anything."""


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Path]:
    """Make ``folder`` a disk of its own, empty, of so many megabytes (2^20 bytes).

    Raises:
        ThereIsNoDiskHereError: nothing can be mounted here.
    """
    options = f"size={megabytes}m,mode=711"
    mount = ("mount", "-t", "tmpfs", "-o", options, "otvet-test", str(folder))
    done = subprocess.run(mount, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise ThereIsNoDiskHereError(done.stderr.strip())
    try:
        yield folder
    finally:
        # What still holds a file of it keeps it until it ends.
        subprocess.run(("umount", "--lazy", str(folder)), check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Leave no byte of a disk for the length of the block."""
    filler = disk / "filler"
    with filler.open("wb") as file:
        room = os.statvfs(disk)
        step = room.f_bavail * room.f_frsize
        # Others write meanwhile, so the last pieces are taken one by one.
        while step >= room.f_frsize:
            try:
                os.posix_fallocate(file.fileno(), file.seek(0, os.SEEK_END), step)
            except OSError:
                step //= 2
    try:
        yield
    finally:
        filler.unlink()
