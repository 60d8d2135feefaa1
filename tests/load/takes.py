"""Two operators take the same conversation at once, again and again, while an agent speaks.

``python -m tests.load.takes [--rounds 1000] [--json OUT]``

Each operator is connected to a handlers process of their own. In every round the visitor asks, a
writer streams an answer by the very scripts that the gpu_worker and the result worker use, as fast
as it can and without ever giving up by itself, and at a random moment both operators take. One must
get it, the other must be told who has it, and neither of them nor the visitor may see another
character of the agent. Then the winner gives it back.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from psycopg import Connection
from redis import Redis

from handlers.tests.door import Door
from handlers.tests.wire import Socket, client_id
from ops.embedded.installation import Installation
from ops.embedded.ports import free_port
from shared.kernel.clock import utc_now
from shared.storage.answers import Answers
from shared.storage.keys import conversation_key
from shared.storage.migrate import migrate
from shared.tests.rows import new_operator, new_site
from shared.tests.samples import ai_result

_PEOPLE = ("Анна", "Борис")
_ORIGIN = "https://takes.example.com"
_AGENT_SPEAKS = frozenset({"message.delta", "message.completed", "generation.stage"})
_LONGEST = 2.0
"""Seconds that the writer is given; both takes are long done then."""
_STUBBORN = 5
"""Deltas and results that the writer tries after it was told that nobody wants them."""


@dataclass(slots=True)
class Figures:
    """What came of all rounds; everything below ``wins`` must be none."""

    rounds: int = 0
    deltas_seen: int = 0
    ack_ms: list[float] = field(default_factory=list)
    wins: Counter[str] = field(default_factory=Counter)
    not_one_winner: int = 0
    loser_not_told: int = 0
    agent_frames_after: int = 0
    late_words_accepted: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether it was one winner, one told loser and silence, every time."""
        return not (
            self.not_one_winner
            or self.loser_not_told
            or self.agent_frames_after
            or self.late_words_accepted
        )

    def summary(self) -> dict[str, Any]:
        """Return the figures with two quantiles in place of every measurement."""
        cuts = statistics.quantiles(self.ack_ms, n=100)
        values = asdict(self) | {"wins": dict(self.wins), "ack_p50_ms": round(cuts[49], 1)}
        del values["ack_ms"]
        return values | {"ack_p95_ms": round(cuts[94], 1)}


class Takes:
    """One conversation, its visitor and its two operators."""

    def __init__(self, doors: tuple[Door, Door], redis: Redis, site_id: UUID) -> None:
        """Measure through ``doors``; the writer speaks through ``redis``."""
        self._doors = doors
        self._redis = redis
        self._answers = Answers(redis)
        self._site_id = site_id
        self.figures = Figures()

    async def run(self, site_key: str, emails: tuple[str, str], rounds: int) -> Figures:
        """Play all rounds."""
        first, second = self._doors
        session = first.open_session(site_key, origin=_ORIGIN)
        self._conversation: str = session["conversation_id"]
        async with (
            await Socket.open(first, origin=_ORIGIN) as visitor,
            await Socket.operator(first, first.token(emails[0])) as anna,
            await Socket.operator(second, second.token(emails[1])) as boris,
        ):
            assert (await visitor.join("/visitor", {"token": session["token"]}))[:2] == "40"
            self._visitor, self._operators = visitor, (anna, boris)
            for operator in self._operators:
                await self._ask(operator, "conversation.open")
            for _ in range(rounds):
                await self._round()
        return self.figures

    async def _round(self) -> None:
        turn = await self._question()
        stop = asyncio.create_task(asyncio.to_thread(self._write, turn))
        await asyncio.sleep(random.uniform(0.002, 0.02))  # noqa: S311 (a moment, not a secret)
        began = time.perf_counter()
        acks = await asyncio.gather(
            *(self._ask(one, "conversation.take", began) for one in self._operators)
        )
        self.figures.late_words_accepted += await stop
        self._judge(acks)
        winner = self._operators[0 if acks[0]["ok"] else 1]
        await self._ask(winner, "conversation.return")
        for socket in (self._visitor, *self._operators):
            self._look(await socket.gathered(_is_returned))
        self.figures.rounds += 1

    def _judge(self, acks: list[dict[str, Any]]) -> None:
        names = [name for name, ack in zip(_PEOPLE, acks, strict=True) if ack["ok"]]
        if len(names) != 1:
            self.figures.not_one_winner += 1
            return
        self.figures.wins[names[0]] += 1
        error = next(ack["error"] for ack in acks if not ack["ok"])
        is_told = error["code"] == "conversation_taken" and error["operator_name"] == names[0]
        self.figures.loser_not_told += not is_told

    async def _question(self) -> dict[str, Any]:
        """The visitor asks; returns what the request for an answer carries."""
        sent = client_id()
        payload = {"client_message_id": sent, "text": "как настроить vpn"}
        ack = await self._visitor.ask("/visitor", "message.send", payload)
        assert ack["ok"], ack
        key = conversation_key(UUID(self._conversation))
        entry = self._redis.hget(f"{key}:sent", f"visitor:{sent}")
        turn: dict[str, Any] = json.loads(entry)  # type: ignore[arg-type]  # a blocking client
        return turn

    def _write(self, turn: dict[str, Any]) -> int:
        """Stream until refused, then go on; returns how much of that was accepted all the same."""
        conversation, answer, epoch = (
            UUID(self._conversation),
            UUID(turn["answer_id"]),
            int(turn["epoch"]),
        )
        offset = 0
        until = time.monotonic() + _LONGEST
        while self._answers.delta(conversation, epoch, answer, offset, "слово "):
            offset += 6
            if time.monotonic() > until:
                break  # nobody stops it: what it says from here on is counted as accepted
            time.sleep(0.0005)
        late = 0
        for _ in range(_STUBBORN):
            late += self._answers.delta(conversation, epoch, answer, offset, "слово ")
            result = ai_result(
                conversation_id=conversation,
                site_id=self._site_id,
                epoch=epoch,
                answer_id=answer,
                in_reply_to=UUID(turn["message_id"]),
                answered_seq=int(turn["seq"]),
            )
            late += self._answers.complete(result, utc_now()).result != "stale"
        return late

    def _look(self, seen: list[tuple[str, Any]]) -> None:
        taken = next(n for n, event in enumerate(seen) if _is_taken(*event))
        self.figures.deltas_seen += sum(name == "message.delta" for name, _ in seen[:taken])
        self.figures.agent_frames_after += sum(name in _AGENT_SPEAKS for name, _ in seen[taken:])

    async def _ask(self, socket: Socket, event: str, began: float | None = None) -> dict[str, Any]:
        payload = {"conversation_id": self._conversation}
        ack = await socket.ask("/operator", event, payload)
        if began is None:
            assert ack["ok"], ack
        else:
            self.figures.ack_ms.append((time.perf_counter() - began) * 1000)
        return ack


def _is_taken(event: str, payload: Any) -> bool:  # noqa: ANN401 (any event's)
    return event == "conversation.status" and payload["status"] == "operator"


def _is_returned(event: str, payload: Any) -> bool:  # noqa: ANN401
    return event == "conversation.status" and payload["status"] == "agent"


def play(folder: Path, settings: Mapping[str, str], rounds: int) -> Figures:
    """Start two handlers processes on the stores of ``settings`` and play."""
    with ExitStack() as opened:
        redis: Redis = opened.enter_context(
            closing(Redis.from_url(settings["REDIS_URL"], socket_timeout=10))
        )
        connection = opened.enter_context(
            Connection.connect(settings["DATABASE_URL"], autocommit=True)
        )
        key, emails = client_id(), (f"{client_id()}@takes.example", f"{client_id()}@takes.example")
        site_id = new_site(connection, site_key=key, origins=(_ORIGIN,))
        for name, email in zip(_PEOPLE, emails, strict=True):
            new_operator(connection, site_id, email=email, name=name, role="operator")
        rates = {"SOCKET_EVENTS_PER_SECOND": "1000"}
        first = opened.enter_context(closing(Door(folder / "first.log", {**settings, **rates})))
        behind = {**settings, **rates, "PUBLIC_URL": first.url}
        second = opened.enter_context(closing(Door(folder / "second.log", behind)))
        return asyncio.run(Takes((first, second), redis, site_id).run(key, emails, rounds))


@contextmanager
def _stores(folder: Path) -> Iterator[dict[str, str]]:
    with Installation(folder / "stores", port=free_port()) as stores:
        stores.open()
        stores.start_programs(["postgres", "redis"])
        named = stores.environment()
        migrate(named["DATABASE_URL"])
        yield {name: named[name] for name in ("DATABASE_URL", "REDIS_URL", "BROKER_URL")}


def main() -> int:
    """Play, print, and fail when a round was not clean."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=1000)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="otvet-") as name:
        folder = Path(name)
        folder.chmod(0o711)  # PostgreSQL of root runs as another user
        with _stores(folder) as settings:
            figures = play(folder, settings, options.rounds)
    text = json.dumps(figures.summary(), ensure_ascii=False, indent=2)
    sys.stdout.write(text + "\n")
    if options.json:
        options.json.write_text(text + "\n", encoding="utf-8")
    return 0 if figures.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
