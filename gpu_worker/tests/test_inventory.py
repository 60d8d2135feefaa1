"""A worker tells what it writes with: the adapters on its disk, and the rules it ships."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from gpu_worker.actors.inventory import InventoryTeller
from gpu_worker.adapters import ACTIVE, CONFIG, RECORD, WEIGHTS
from ops.embedded.ports import free_port
from shared.domain.words import Locale
from shared.kernel.clock import utc_now
from shared.storage.adapters import kept_inventories
from shared.storage.keys import INVENTORIES_KEY
from tests.fixtures import MakeSettings


def lay(root: Path, agent: str, version: str, losses: tuple[float, float] | None = None) -> None:
    folder = root / agent / version
    folder.mkdir(parents=True)
    for name in (CONFIG, WEIGHTS):
        (folder / name).write_bytes(b"{}")
    if losses:
        before, after = losses
        metrics = {"metrics": {"before": {"loss": before}, "after": {"loss": after}}}
        (folder / RECORD).write_text(json.dumps(metrics))


@pytest.mark.services
async def test_versions_on_disk_and_shipped_rules_come_as_they_are(
    redis: Redis, async_redis: AsyncRedis, tmp_path: Path, make_settings: MakeSettings
) -> None:
    redis.delete(INVENTORIES_KEY)
    lay(tmp_path, "network", "20261124T1")
    lay(tmp_path, "network", "20261125T1", (2.0, 1.5))
    (tmp_path / "network" / "half").mkdir()
    (tmp_path / "network" / ACTIVE).write_text("20261124T1\n")
    lay(tmp_path, "access", "1")
    (tmp_path / "access" / ACTIVE).write_text("gone")
    settings = make_settings(ai_backend="local", ai_model="m", ai_adapters=tmp_path)
    teller = InventoryTeller(redis, settings, lambda: "m@1")
    teller.tell()
    (told,) = await kept_inventories(async_redis, utc_now())
    assert (told.backend, told.model) == ("local", "m@1")
    by_slug = {each.slug: each for each in told.adapters}
    network = by_slug["network"]
    assert network.active == "20261124T1"
    assert [(one.version, one.loss_before, one.loss_after) for one in network.versions] == [
        ("20261125T1", 2.0, 1.5), ("20261124T1", None, None),
    ]  # fmt: skip
    assert by_slug["access"].active is None
    rules = {(one.slug, one.language): one for one in told.rules}
    assert rules["", Locale.RU].template == "default.2"
    assert rules["network", Locale.EN].template == "default.2+network.1"
    assert await kept_inventories(async_redis, utc_now() + timedelta(minutes=4)) == []
    assert redis.hlen(INVENTORIES_KEY) == 0, "a worker that is gone is forgotten"


@pytest.mark.services
async def test_what_a_newer_worker_told_is_left_out(redis: Redis, async_redis: AsyncRedis) -> None:
    redis.delete(INVENTORIES_KEY)
    redis.hset(INVENTORIES_KEY, "newer", '{"colour": "red"}')
    assert await kept_inventories(async_redis, utc_now()) == []
    redis.delete(INVENTORIES_KEY)


def test_without_redis_the_worker_goes_on(make_settings: MakeSettings) -> None:
    with Redis(port=free_port()) as nowhere:
        InventoryTeller(nowhere, make_settings(), lambda: None).tell()
