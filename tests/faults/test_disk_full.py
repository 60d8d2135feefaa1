"""A full disk costs nobody a message: what cannot be kept is refused, and sent again."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from ops.embedded.installation import Installation
from tests.faults.disk import ThereIsNoDiskHereError, filled, small_disk
from tests.faults.harness import Load, Run
from tests.load.client import Target
from tests.load.product import running_product

pytestmark = pytest.mark.faults

_MEGABYTES = 700
"""PostgreSQL's log alone takes up to a hundred here, for as little as is written."""
_FULL_SECONDS = 8.0
_LOAD = Load(visitors=20, messages=40, kill_when_in_flight=100)


@dataclass(frozen=True, slots=True)
class _OnOneDisk:
    disk: Path
    installation: Installation
    target: Target


@pytest.fixture(scope="module")
def product() -> Iterator[_OnOneDisk]:
    """Yield everything on one small disk: PostgreSQL, Redis, Chroma, the broker, logs."""
    with tempfile.TemporaryDirectory(prefix="otvet-disk-") as name:
        folder = Path(name)
        folder.chmod(0o711)
        try:
            disk = small_disk(folder, _MEGABYTES)
            disk.__enter__()
        except ThereIsNoDiskHereError as error:
            pytest.skip(f"nothing can be mounted here: {error}")
        try:
            with running_product(folder=folder / "product") as (installation, target):
                yield _OnOneDisk(folder, installation, target)
        finally:
            disk.__exit__(None, None, None)


def test_while_the_disk_is_full_nothing_is_lost_and_with_room_all_goes_on(
    product: _OnOneDisk,
) -> None:
    run = Run(product.target, product.installation.environment()["DATABASE_URL"], _LOAD)

    def fill() -> None:
        with filled(product.disk):
            time.sleep(_FULL_SECONDS)

    verdict = asyncio.run(run.execute(lambda: None, fill))
    assert verdict.is_clean, verdict.details
    assert verdict.acked == _LOAD.visitors * _LOAD.messages
    assert verdict.resent, "nothing was refused: the disk was not full"
