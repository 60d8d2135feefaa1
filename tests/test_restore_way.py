"""Everything of an installation, backed up while people write, comes back in a new one."""

import asyncio
import json
import shutil
import time
from pathlib import Path
from typing import Any

import aiohttp
import psycopg
import pytest

from ops.backup.__main__ import main
from ops.embedded.installation import Installation
from shared.storage.snapshots import contents
from tests.load.client import Target, Visitor
from tests.load.product import DEMO, await_indexed, running_product

pytestmark = pytest.mark.services

QUESTION = "VPN не подключается из дома"
_PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6260000000000500010d0a2db40000"
    "000049454e44ae426082"
)
_KEPT = ("secret_key", "credentials.json", "demo.json")
_SECONDS = 90.0


def test_a_backup_taken_under_load_comes_back_in_fresh_stores(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, secrets = tmp_path / "backups", tmp_path / "secrets"
    secrets.mkdir()
    # A fifth of the demo's knowledge: it is indexed twice here.
    demo = tmp_path / "demo"
    shutil.copytree(DEMO / "knowledge" / "network", demo / "knowledge" / "network")
    shutil.copy(DEMO / "site.json", demo)
    with running_product(demo=demo) as (first, target):
        data = first.layout.data
        talked = asyncio.run(_talk_and_back_up(target, data, kept))
        capsys.readouterr()
        for name in _KEPT:
            shutil.copy(data / name, secrets / name)
        messages = _messages(first)
    (folder,) = kept.iterdir()
    noted = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["tables"]
    assert min(noted[table]["rows"] for table in ("operators", "attachments", "passages")) > 0

    with _fresh(first, secrets) as second:
        assert main(["restore", str(folder), "--data", str(data)]) == 0
        assert "every table equal" in capsys.readouterr().out
        second.start(("postgres", "redis", "chroma"))
        with psycopg.connect(second.environment()["DATABASE_URL"]) as connection:
            found = contents(connection)
        # Documents alone differ: they wait for their index.
        assert {name: one.digest for name, one in found.items() if name != "documents"} == {
            name: one["digest"] for name, one in noted.items() if name != "documents"
        }
        assert _messages(second) <= messages
        second.start()
        await_indexed(json.loads((data / "demo.json").read_text(encoding="utf-8")))
        asyncio.run(_goes_on(target, talked))


def _fresh(first: Installation, secrets: Path) -> Installation:
    """A new installation with nothing of the old one but its address and its secrets."""
    data = first.layout.data
    data.parent.mkdir(mode=0o711)
    data.mkdir(mode=0o711)
    for name in _KEPT:
        shutil.copy(secrets / name, data / name)
    return Installation(data, port=int(first.base_url.rpartition(":")[2]))


async def _talk_and_back_up(target: Target, data: Path, kept: Path) -> Visitor:
    """Ask, send a file, and let others write while the backup is taken."""
    async with aiohttp.ClientSession() as http:
        talked = Visitor(target, http)
        await talked.open()
        await talked.send(QUESTION)
        await _answered(talked)
        await _sends_a_file(talked, http)
        writers = [Visitor(target, http) for _ in range(3)]
        for one in writers:
            await one.open()
        ended = asyncio.Event()
        load = [asyncio.create_task(_write(one, ended)) for one in writers]
        status = await asyncio.to_thread(main, ["create", "--to", str(kept), "--data", str(data)])
        ended.set()
        counts = await asyncio.gather(*load)
        for one in (talked, *writers):
            await one.close()
    assert status == 0
    assert min(counts) > 0
    return talked


async def _write(visitor: Visitor, ended: asyncio.Event) -> int:
    count = 0
    while not ended.is_set():
        count += 1
        await visitor.send(f"сообщение {count}")
    return count


async def _sends_a_file(visitor: Visitor, http: aiohttp.ClientSession) -> None:
    headers = {"Authorization": f"Bearer {visitor.token}", "Origin": visitor.target.origin}
    url = f"{visitor.target.base_url}/api/v1/visitor/attachments?name=screen.png"
    async with http.post(url, data=_PICTURE, headers=headers) as response:
        assert response.ok, await response.text()


async def _goes_on(target: Target, before: Visitor) -> None:
    """With the token of then the conversation is there, and the same question finds the same."""
    answer = _answer(before)
    async with aiohttp.ClientSession() as http:
        visitor = Visitor(target, http, token=before.token)
        visitor.conversation_id = before.conversation_id
        await visitor.go_on()
        said = [message["text"] for message in visitor.messages.values()]
        assert QUESTION in said
        assert answer["text"] in said
        known = len(visitor.messages)
        await visitor.send(QUESTION)
        await _answered(visitor, known + 2)
        again = list(visitor.messages.values())[-1]
        assert _sources(again) == _sources(answer)
        await visitor.close()


async def _answered(visitor: Visitor, count: int = 2) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        if len(visitor.messages) >= count:
            return
        await asyncio.sleep(0.05)
    raise TimeoutError(f"no answer in {_SECONDS:.0f} s: {visitor.errors[-3:]}")


def _answer(visitor: Visitor) -> dict[str, Any]:
    (answer,) = [one for one in visitor.messages.values() if one["sender"] == "agent"]
    assert answer["citations"]
    return answer


def _sources(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["title"], one["quote"]) for one in answer["citations"]]


def _messages(installation: Installation) -> set[tuple[Any, ...]]:
    with psycopg.connect(installation.environment()["DATABASE_URL"]) as connection:
        return set(connection.execute("SELECT id, seq, sender, text FROM messages").fetchall())
