"""Kills processes under load and counts what was lost, doubled or out of order.

Visitors write as fast as they are acknowledged, never waiting for answers, so that hundreds of
messages are between the first ack and the last answer when the process dies. Then everything
must come true: each message stored once, in the order in which it was written; each turn
answered once or handed over; nothing on any screen that is not in the database.
"""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

import aiohttp
import psycopg

from tests.load.client import Sent, Target, Visitor

_QUESTIONS = (
    "не работает вайфай в переговорке",
    "забыл пароль от компьютера",
    "принтер зажевал бумагу",
    "outlook не отправляет письма",
    "пришло странное письмо со ссылкой",
)
_BACK = 60.0


@cache
def breaker() -> ThreadPoolExecutor:
    """Return the one thread that breaks things and starts them again.

    It lives as long as the process: what it starts asks the kernel to be ended with its parent,
    and to the kernel the parent is the thread.
    """
    return ThreadPoolExecutor(1, thread_name_prefix="breaker")


@dataclass(slots=True)
class Verdict:
    """What a run showed; all of the first five must be 0."""

    lost: int = 0
    doubled: int = 0
    out_of_order: int = 0
    unanswered: int = 0
    unseen: int = 0
    messages: int = 0
    conversations: int = 0
    in_flight: int = 0
    acked: int = 0
    resent: int = 0
    handed_over: int = 0
    settled_seconds: float = 0.0
    details: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every promise held."""
        return not (
            self.lost or self.doubled or self.out_of_order or self.unanswered or self.unseen
        )

    def as_row(self) -> dict[str, Any]:
        """Return the figures without the story."""
        row = asdict(self)
        del row["details"]
        return row


@dataclass(slots=True)
class Load:
    """How many visitors write how much."""

    visitors: int = 50
    messages: int = 20
    kill_when_in_flight: int = 500


class Run:
    """One load with one disturbance in the middle."""

    def __init__(self, target: Target, database_url: str, load: Load) -> None:
        """Write to ``target``, look into ``database_url``."""
        self._target = target
        self._database_url = database_url
        self._load = load
        self._sent: dict[str, list[Sent]] = {}
        self._in_flight = 0
        self._verdict = Verdict()

    async def execute(self, hold: Callable[[], None], disturb: Callable[[], None]) -> Verdict:
        """Run the load, call ``disturb`` once enough is in flight, wait, and judge.

        ``hold`` comes before the first message: it stops the consumers, so that every message
        that was acknowledged by then is really in flight when ``disturb`` lets them go on.
        """
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector) as http:
            visitors = [Visitor(self._target, http) for _ in range(self._load.visitors)]
            await asyncio.gather(*(visitor.open() for visitor in visitors))
            await asyncio.to_thread(hold)
            writers = [asyncio.create_task(self._write(visitor)) for visitor in visitors]
            await self._reach_flight(writers)
            await asyncio.get_running_loop().run_in_executor(breaker(), disturb)
            await asyncio.gather(*writers)
            acked = time.monotonic()
            await self._settle(visitors)
            self._verdict.settled_seconds = round(time.monotonic() - acked, 1)
            # A screen is looked at when its visitor is back: a handler needs seconds to start.
            await asyncio.gather(*(visitor.connected(_BACK) for visitor in visitors))
            await asyncio.sleep(1.0)  # what comes late must come on the screens, too
            await asyncio.to_thread(self._judge, visitors)
            await asyncio.gather(*(visitor.close() for visitor in visitors))
        return self._verdict

    async def _write(self, visitor: Visitor) -> None:
        mine = self._sent.setdefault(visitor.conversation_id, [])
        for number in range(self._load.messages):
            question = _QUESTIONS[number % len(_QUESTIONS)]
            sent = await visitor.send(f"{question} ({number})")
            mine.append(sent)
            self._verdict.resent += sent.tries - 1

    async def _reach_flight(self, writers: list[asyncio.Task[None]]) -> None:
        """Return when enough was acknowledged that cannot have been answered yet."""
        while not all(writer.done() for writer in writers):
            acked = sum(len(sent) for sent in self._sent.values())
            if acked + self._load.visitors >= self._load.kill_when_in_flight:
                self._verdict.in_flight = acked + self._load.visitors
                return
            await asyncio.sleep(0.005)

    async def _settle(self, visitors: list[Visitor]) -> None:
        """Wait until PostgreSQL owes nobody an answer and has all messages, or a long time."""
        until = time.monotonic() + 90
        expected = self._load.visitors * self._load.messages
        ids = [visitor.conversation_id for visitor in visitors]
        while time.monotonic() < until:
            stored, unanswered = await asyncio.to_thread(self._progress, ids)
            if stored >= expected and unanswered == 0:
                return
            await asyncio.sleep(0.5)

    def _progress(self, ids: list[str]) -> tuple[int, int]:
        try:
            with psycopg.connect(self._database_url, connect_timeout=2) as connection:
                row = connection.execute(
                    """SELECT (SELECT count(*) FROM messages
                               WHERE conversation_id = ANY(%(ids)s) AND sender = 'visitor'),
                              (SELECT count(*) FROM conversations WHERE id = ANY(%(ids)s)
                               AND status = 'agent' AND visitor_seq > answered_seq)""",
                    {"ids": ids},
                ).fetchone()
        except psycopg.OperationalError:
            return 0, 1
        return (row[0], row[1]) if row else (0, 1)

    def _judge(self, visitors: list[Visitor]) -> None:
        verdict = self._verdict
        with psycopg.connect(self._database_url, autocommit=True) as connection:
            for visitor in visitors:
                rows = connection.execute(
                    """SELECT id, seq, sender, text, client_message_id, in_reply_to, outcome
                       FROM messages WHERE conversation_id = %s ORDER BY seq, id""",
                    (visitor.conversation_id,),
                ).fetchall()
                state = connection.execute(
                    "SELECT status, visitor_seq, answered_seq FROM conversations WHERE id = %s",
                    (visitor.conversation_id,),
                ).fetchone()
                self._judge_one(visitor, rows, state)
        verdict.conversations = len(visitors)
        verdict.messages = sum(len(sent) for sent in self._sent.values())
        verdict.acked = verdict.messages

    def _judge_one(self, visitor: Visitor, rows: list[Any], state: Any) -> None:  # noqa: ANN401
        verdict, sent = self._verdict, self._sent[visitor.conversation_id]
        own = [row for row in rows if row[2] == "visitor"]
        stored = Counter(row[4] for row in own)
        replies = Counter(row[5] for row in rows if row[5] is not None)
        seqs = Counter(row[1] for row in rows)
        self._count("lost", visitor, [s for s in sent if s.client_message_id not in stored])
        self._count("doubled", visitor, [key for key, n in stored.items() if n > 1])
        self._count("doubled", visitor, [key for key, n in replies.items() if n > 1])
        self._count("out_of_order", visitor, [key for key, n in seqs.items() if n > 1])
        written = [s.client_message_id for s in sent if s.client_message_id in stored]
        if [row[4] for row in own] != written:
            self._count("out_of_order", visitor, [written])
        if state is None or (state[0] == "agent" and state[1] > state[2]):
            self._count("unanswered", visitor, [state])
        verdict.handed_over += state is not None and state[0] == "waiting"
        missing = [str(row[0]) for row in rows if str(row[0]) not in visitor.messages]
        self._count("unseen", visitor, missing)

    def _count(self, name: str, visitor: Visitor, found: list[Any]) -> None:
        if found:
            setattr(self._verdict, name, getattr(self._verdict, name) + len(found))
            story = f"{name} in {visitor.conversation_id}: {found[:3]} {visitor.errors[-3:]}"
            self._verdict.details.append(story)
