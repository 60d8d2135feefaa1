"""How fast the inbox lists and searches 10,000 conversations with 500,000 messages, at the API.

``python -m tests.load.inbox [--conversations N] [--messages N] [--requests N] [--json OUT]``

A handlers process is asked over HTTP, one request at a time and eight at a time, by this process
on the same machine. *CPU* is what the handlers and PostgreSQL spend on a request, asked one at a
time. Words are picked by how often they occur. The baselines are asked of
PostgreSQL alone, one at a time, in the same run: *ILIKE* (messages of the operator's sites that
contain the text, newest conversations first, as without an index of words) and *index alone* (our
search, if it always read the index). Last, what the index costs those who write.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import aiohttp
import psycopg
from psycopg import AsyncConnection, Connection

from handlers.tests.door import Door
from ops.embedded.installation import Installation
from ops.embedded.ports import free_port
from shared.contracts.inbox import InboxFilter
from shared.contracts.queues import MessageRecord
from shared.domain.search import parse_query
from shared.kernel.ids import uuid7
from shared.storage import search as ways
from shared.storage.inbox import asked
from shared.storage.migrate import migrate
from shared.storage.records import write_messages
from shared.storage.search import search, text_query
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.samples import AT, message, mirror
from tests.load.inbox_rows import Talk, fill

_TICKS = os.sysconf("SC_CLK_TCK")
_EMAIL = "bench@example.com"
_PATH = "/api/v1/conversations"
_ILIKE = """
SELECT c.id FROM conversations c
WHERE c.site_id = ANY(%(sites)s) AND EXISTS (
    SELECT FROM messages m WHERE m.conversation_id = c.id AND m.text ILIKE %(text)s)
ORDER BY c.updated_at DESC, c.id DESC LIMIT 26
"""
_WORDS = """
SELECT word, ndoc FROM ts_stat('SELECT words FROM messages TABLESAMPLE SYSTEM (20)')
WHERE word ~ '^[а-я]{4,}$' OR word = 'не' ORDER BY ndoc DESC, word
"""
_LABEL = """
INSERT INTO conversation_labels SELECT id, %(label)s FROM conversations
WHERE site_id = %(site)s AND random() < 0.02
"""
_WITHOUT_WORDS = """
DROP INDEX messages_words; ALTER TABLE messages DROP COLUMN words
"""
Query = dict[str, Any]


class Bench:
    """The filled database, and what is asked of it."""

    def __init__(self, connection: Connection[Any], url: str) -> None:
        """Make three sites of one operator, one of nobody's, and a label."""
        self.connection = connection
        self.url = url
        self.random = random.Random(7)  # noqa: S311 (the same questions in every run)
        self.sites = [new_site(connection, origins=()) for _ in range(3)]
        self.operator_id = new_operator(connection, self.sites[0], email=_EMAIL)
        for site_id in self.sites[1:]:
            connection.execute(
                "INSERT INTO operator_sites VALUES (%s, %s)", (self.operator_id, site_id)
            )
        self.label = uuid7()
        self.words: list[str] = []

    def fill(self, conversations: int, messages: int) -> None:
        """Fill the operator's sites, and another company's with a fifth as much."""
        size = {"conversations": conversations, "messages": messages}
        fill(self.connection, self.sites, self.operator_id, **size)
        other = [new_site(self.connection, origins=())]
        fill(self.connection, other, self.operator_id, seed=2,
             conversations=conversations // 5, messages=messages // 5)  # fmt: skip
        self.connection.execute(
            "INSERT INTO labels (id, site_id, name, colour) VALUES (%s, %s, 'Срочно', 'red')",
            (self.label, self.sites[0]),
        )
        self.connection.execute(_LABEL, {"label": self.label, "site": self.sites[0]})
        self.connection.execute("VACUUM ANALYZE")
        self.words = [row[0] for row in self.connection.execute(_WORDS)]

    def scenarios(self) -> dict[str, Callable[[], Query]]:
        """Return what is asked, by name; each asks for something else every time."""
        some, words = self.random.choice, self.words
        common, usual, rare = words[:10], words[60:300], words[len(words) // 2 :]
        return {
            "list: all": dict,
            "list: waiting": lambda: {"status": "waiting"},
            "list: mine": lambda: {"status": "operator", "assigned": "me"},
            "list: unread": lambda: {"unread": "true"},
            "list: one label": lambda: {"labels": str(self.label)},
            "list: closed, scored 1 or 2": lambda: {"status": "closed", "scores": [1, 2]},
            "list: a page far down": lambda: {"before": self._far_down()},
            "search: «не»": lambda: {"q": "не"},
            "search: a word that is everywhere": lambda: {"q": some(common)},
            "search: a usual word": lambda: {"q": some(usual)},
            "search: a rare word": lambda: {"q": some(rare)},
            "search: three first letters": lambda: {"q": some(usual)[:3]},
            "search: two usual words": lambda: {"q": f"{some(usual)} {some(usual)}"},
            "search: three common words": lambda: {"q": " ".join(self.random.sample(common, 3))},
            "search: a phrase": lambda: {"q": f"«{some(common)} {some(common)}»"},
            "search: an e-mail": lambda: {"q": "ivanov@corp.example"},
            "search: a request's number": lambda: {"q": f"INC-{self.random.randint(100, 999)}"},
            "search: a telephone": lambda: {"q": f"8 9{self.random.randint(10, 99)} 555-12-34"},
            "search: a visitor": lambda: {"q": some(("Ёлкина Мария", "Громов", "Пётр Литвин"))},
            "search: no such word": lambda: {"q": "синхрофазотрон"},
            "search: common, waiting, score 5": lambda: {
                "q": some(common), "status": "waiting", "scores": 5,
            },
            "search: common, one label": lambda: {"q": some(common), "labels": str(self.label)},
        }  # fmt: skip

    def _far_down(self) -> str:
        days = self.random.randint(30, 300)
        row = self.connection.execute(
            "SELECT now() - make_interval(days => %s)", (days,)
        ).fetchone()
        assert row
        return f"{row[0].isoformat().replace('+00:00', 'Z')}~{uuid7()}"

    async def over_http(self, door: Door, token: str, requests: int, at_once: int) -> Query:
        """Ask the handlers; returns milliseconds of each scenario."""
        headers = {"Authorization": f"Bearer {token}", "Origin": door.console}
        figures: Query = {}
        async with aiohttp.ClientSession(door.url, headers=headers) as http:

            async def one(query: Query) -> None:
                # As the console asks.
                asked = query | ({"limit": 25} if "q" in query else {})
                async with http.get(_PATH, params=asked) as reply:
                    body = await reply.read()
                    if reply.status != 200:
                        raise RuntimeError(body.decode())

            for name, make in self.scenarios().items():
                await timed(one, make, 10, 1)  # connections, prepared statements
                before = self._cpu(door.pid)
                took = quantiles(await timed(one, make, requests, at_once))
                spent = (self._cpu(door.pid) - before) / requests * 1000
                figures[name] = took | {"cpu": round(spent, 1)}
        return figures

    def _cpu(self, handlers: int) -> float:
        """Return the seconds of processor that the handlers and PostgreSQL's backends have had."""
        backends = self.connection.execute("SELECT pid FROM pg_stat_activity").fetchall()
        stats = [Path(f"/proc/{pid}/stat") for pid in [handlers, *(row[0] for row in backends)]]
        fields = [stat.read_text().rpartition(")")[2].split() for stat in stats if stat.exists()]
        return sum(int(field[11]) + int(field[12]) for field in fields) / _TICKS

    async def over_sql(self, requests: int) -> dict[str, Query]:
        """Ask PostgreSQL in the two ways that do not ship."""
        figures: dict[str, Query] = {"ILIKE": {}, "index alone": {}}
        async with await AsyncConnection.connect(self.url, autocommit=True) as connection:

            async def ilike(query: Query) -> None:
                values = {"sites": self.sites, "text": f"%{query['q']}%"}
                await (await connection.execute(_ILIKE, values)).fetchall()

            async def index_alone(query: Query) -> None:
                wanted = asked(
                    InboxFilter(), sites=self.sites, caller=self.operator_id, before=None, limit=51
                )
                text = await text_query(connection, parse_query(query["q"]))
                await search(connection, text, wanted, 25)

            for name, make in self.scenarios().items():
                if not name.startswith("search") or set(make()) != {"q"}:
                    continue
                figures["ILIKE"][name] = quantiles(await timed(ilike, make, requests, 1))
                few, ways._FEW = ways._FEW, sys.maxsize
                try:
                    took = await timed(index_alone, make, requests, 1)
                finally:
                    ways._FEW = few
                figures["index alone"][name] = quantiles(took)
        return figures

    def writing(self, rounds: int, rows: int) -> dict[str, dict[str, float]]:
        """Write messages as the persistence worker does, with the index of words and without."""
        figures: dict[str, dict[str, float]] = {}
        for way in ("with words", "without"):
            if way == "without":
                self.connection.execute(_WITHOUT_WORDS)
            for batch in (1, 100):
                rates = [self._write(rows, batch) for _ in range(rounds)]
                figures.setdefault(way, {})[f"batches of {batch}"] = statistics.median(rates)
        return figures

    def _write(self, rows: int, batch: int) -> float:
        talk = Talk(rows + batch)
        records: list[MessageRecord] = []
        for _ in range(rows // 10):
            conversation_id = new_conversation(self.connection, self.sites[0])
            records += [self._record(conversation_id, seq, talk) for seq in range(1, 11)]
        began = time.perf_counter()
        for start in range(0, len(records), batch):
            write_messages(self.connection, records[start : start + batch])
        return len(records) / (time.perf_counter() - began)

    def _record(self, conversation_id: UUID, seq: int, talk: Talk) -> MessageRecord:
        said = message(
            talk.sentence(), id=uuid7(), conversation_id=conversation_id, seq=seq,
            client_message_id=str(uuid7()), at=AT,
        )  # fmt: skip
        state = mirror(change=seq, last_seq=seq, visitor_seq=seq)
        return MessageRecord(site_id=self.sites[0], message=said, state=state)


async def timed(
    one: Callable[[Query], Awaitable[None]], make: Callable[[], Query], count: int, at_once: int
) -> list[float]:
    """Return milliseconds of ``count`` calls, ``at_once`` at a time."""
    queries = iter([make() for _ in range(count)])
    took: list[float] = []

    async def ask() -> None:
        for query in queries:
            began = time.perf_counter()
            await one(query)
            took.append((time.perf_counter() - began) * 1000)

    await asyncio.gather(*(ask() for _ in range(at_once)))
    return took


def quantiles(values: Sequence[float]) -> dict[str, float]:
    """Return p50 and p95 in milliseconds."""
    cuts = statistics.quantiles(values, n=100)
    return {"p50": round(cuts[49], 1), "p95": round(cuts[94], 1)}


def table(figures: Query) -> str:
    """Return the figures as Markdown: p50 / p95, and the processor's part, in milliseconds."""
    ways_of = ("one at a time", "eight at a time", "index alone", "ILIKE")
    lines = ["| asked | CPU | " + " | ".join(ways_of) + " |", "|---" * (len(ways_of) + 2) + "|"]
    for name in figures["one at a time"]:
        cells = [figures[way].get(name) for way in ways_of]
        shown = [f"{cell['p50']} / {cell['p95']}" if cell else "–" for cell in cells]
        cpu = figures["one at a time"][name]["cpu"]
        lines.append(f"| {name} | {cpu} | " + " | ".join(shown) + " |")
    return "\n".join(lines) + "\n"


def run(options: argparse.Namespace) -> Query:
    """Fill an installation of its own and measure."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="otvet-")))
        folder.chmod(0o711)
        stores = stack.enter_context(Installation(folder / "data", port=free_port()))
        stores.open()
        stores.start_programs(["postgres", "redis"])
        addresses = stores.environment()
        url = addresses["DATABASE_URL"]
        migrate(url)
        connection = stack.enter_context(psycopg.connect(url, autocommit=True))
        bench = Bench(connection, url)
        began = time.perf_counter()
        bench.fill(options.conversations, options.messages)
        sys.stdout.write(f"filled in {time.perf_counter() - began:.0f} s\n")
        parts = ("DATABASE_URL", "REDIS_URL", "BROKER_URL")
        settings = {name: addresses[name] for name in parts} | {"LOG_LEVEL": "WARNING"}
        figures: Query = {}
        with closing(Door(folder / "door.log", settings)) as door:
            token = door.token(_EMAIL)
            for name, at_once in (("one at a time", 1), ("eight at a time", 8)):
                asking = bench.over_http(door, token, options.requests, at_once)
                figures[name] = asyncio.run(asking)
        figures |= asyncio.run(bench.over_sql(max(10, options.requests // 10)))
        figures["writing, rows/s"] = bench.writing(3, 1000)
    return figures


def main() -> None:
    """Measure and print; optionally write JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--conversations", type=int, default=10_000)
    parser.add_argument("--messages", type=int, default=500_000)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures = run(options)
    sys.stdout.write("\n" + table(figures))
    sys.stdout.write(json.dumps(figures["writing, rows/s"]) + "\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
